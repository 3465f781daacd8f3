"""Words what stands in the file, what was written, and which names were replaced."""

from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from reviewer_app.domain import locale
from reviewer_app.ui.export.preview_panel import ResultLine
from reviewer_app.ui.kit.cards import MET, OPEN, WHEN, Fact
from reviewer_app.ui.kit.text import counted
from reviewer_app.ui.kit.translated import Translated

if TYPE_CHECKING:
    from reviewer_app.exports.identities import PossibleName, Replacement
    from reviewer_app.exports.material import Counts
    from reviewer_app.services.export.exporting import ExportReport, WrittenFile
    from reviewer_app.services.export.preview import ExportEstimate, FileFacts, Preview

_MEGABYTE = 1_000_000
_KILOBYTE = 1_000
_MOST_NAMED = 4
_RECORD = "record"
_DIGITS = 4


class ExportWords(Translated):
    """Words in one language."""

    def __init__(self, language: str) -> None:
        self._language = language

    # The facts of the file

    def facts(self, estimate: "ExportEstimate", files: Sequence["FileFacts"], preview: "Preview | None") -> list[Fact]:
        """Return what is there and what is open for the applications that are to be written."""
        shown = [one for one in files if not one.withdrawn]
        found = [self._references(files), self._reviews(shown), self._values(shown), self._formal(shown)]
        second = ""
        if preview is not None:
            said = self.tr("Prüfsumme des Datensatzes von {number}: {digits}")
            digits = f"{preview.checksum[:_DIGITS]} {preview.checksum[_DIGITS : 2 * _DIGITS]}"
            second = said.format(number=preview.number, digits=digits)
        as_of = self.tr("Stand der Daten {moment}").format(moment=locale.moment(estimate.as_of, self._language))
        return [*found, Fact(*WHEN, as_of, second)]

    def _references(self, files: Sequence["FileFacts"]) -> Fact:
        missing = [one.number for one in files if not one.reference]
        if len(files) == 1:
            if missing:
                return Fact(
                    *OPEN, self.tr("Aktenzeichen fehlt"), self.tr("Das Blatt wird ohne Aktenzeichen geschrieben.")
                )
            return Fact(*MET, self.tr("Aktenzeichen"), files[0].reference)
        if missing:
            said = self.tr("{n} von {total} Anträgen ohne Aktenzeichen").format(n=len(missing), total=len(files))
            return Fact(*OPEN, said, self._named(missing))
        return Fact(*MET, self.tr("Alle Anträge mit Aktenzeichen"))

    def _reviews(self, files: Sequence["FileFacts"]) -> Fact:
        submitted, expected = sum(one.submitted for one in files), sum(one.expected for one in files)
        said = self.tr("{n} von {total} Gutachten eingereicht").format(n=submitted, total=expected)
        short = [one.number for one in files if one.submitted < one.expected]
        if not short and submitted:
            return Fact(*MET, said)
        why = self.tr("Nur eingereichte zählen.")
        return Fact(*OPEN, said, " ".join(part for part in (why, self._where(short, files)) if part))

    def _values(self, files: Sequence["FileFacts"]) -> Fact:
        count = sum(one.open_values for one in files)
        if not count:
            return Fact(*MET, self.tr("Kein Konsenswert offen"))
        said = counted(count, self.tr("1 Konsenswert offen"), self.tr("{n} Konsenswerte offen"))
        where = self._where([one.number for one in files if one.open_values], files)
        empty = sum(one.without_value for one in files)
        stands = self.tr("Bis dahin gilt der Median.")
        if empty:
            some = self.tr("Bis dahin gilt der Median, {n} ohne Wert.").format(n=empty)
            stands = self.tr("Kein Gutachten nennt einen Wert.") if empty == count else some
        return Fact(*OPEN, said, " ".join(part for part in (stands, where) if part))

    def _formal(self, files: Sequence["FileFacts"]) -> Fact:
        count = sum(one.formal_open for one in files)
        if not count:
            return Fact(*MET, self.tr("Kein Prüfpunkt offen"))
        said = counted(count, self.tr("1 Prüfpunkt offen"), self.tr("{n} Prüfpunkte offen"))
        return Fact(*OPEN, said, self._where([one.number for one in files if one.formal_open], files))

    def _where(self, numbers: Sequence[str], files: Sequence["FileFacts"]) -> str:
        return self._named(numbers) if len(files) > 1 and numbers else ""

    def _named(self, numbers: Sequence[str]) -> str:
        shown = ", ".join(numbers[:_MOST_NAMED])
        rest = len(numbers) - _MOST_NAMED
        return shown if rest <= 0 else self.tr("{shown} und {n} weitere").format(shown=shown, n=rest)

    # What was written

    def summary(self, report: "ExportReport", folder: Path | None) -> str:
        """Return how many files were written where."""
        if report.stopped:
            return self.tr("Abgebrochen. Es wurde nichts geschrieben.")
        said = self._files(len(report.files))
        if report.failures:
            said = f"{said}, " + self.tr("{n} nicht").format(n=len(report.failures))
        return f"{said}: {folder}"

    def _files(self, n: int) -> str:
        return counted(n, self.tr("1 Datei geschrieben"), self.tr("{n} Dateien geschrieben"))

    def written(self, file: "WrittenFile") -> ResultLine:
        """Return the line of a file that was written, with what its self-check counted."""
        if file.annotations is not None:
            said = f"{self.size(file.size)} · {self.annotated(file.annotations)}"
            return ResultLine("✓", f"{file.path.parent.name}/{file.path.name}", said)
        parts = [self.size(file.size), self.counted(file.counts)]
        if file.replaced:
            parts.append(self.replaced_count(file.replaced))
        if file.left:
            parts.append(self._left_count(file.left))
        return ResultLine("✓", file.path.name, " · ".join(parts))

    def annotated(self, n: int) -> str:
        """Return how many annotations a copy of an annex holds, as the store does."""
        count = counted(n, self.tr("1 Anmerkung"), self.tr("{n} Anmerkungen"))
        return self.tr("{counts}; Datei und Bestand stimmen überein").format(counts=count)

    def size(self, size: int) -> str:
        """Return a size in bytes as KB or MB."""
        if size >= _MEGABYTE:
            return f"{size / _MEGABYTE:.1f} MB".replace(".", locale.LOCALES[self._language].decimal)
        return f"{max(size // _KILOBYTE, 1)} KB"

    def counted(self, counts: "Counts") -> str:
        """Return what a file holds, as the store does."""
        parts = (
            self.tr("1 Antrag") if counts.applications == 1 else self.tr("{n} Anträge"),
            self.tr("{n} Gutachten"),
            self.tr("1 Wert") if counts.scores == 1 else self.tr("{n} Werte"),
            self.tr("1 Begründung") if counts.rationales == 1 else self.tr("{n} Begründungen"),
        )
        numbers = (counts.applications, counts.reviews, counts.scores, counts.rationales)
        said = ", ".join(part.format(n=number) for part, number in zip(parts, numbers, strict=True))
        return self.tr("{counts}; Datei und Bestand stimmen überein").format(counts=said)

    # Names that were replaced

    def replaced_count(self, replaced: Sequence["Replacement"]) -> str:
        """Return how many names were replaced."""
        n = len(replaced)
        return counted(n, self.tr("1 Name ersetzt"), self.tr("{n} Namen ersetzt"))

    def replaced_fact(self, preview: "Preview") -> Fact:
        """Return what was replaced in the sheet that is looked at."""
        if not preview.replaced and not preview.left:
            return Fact(*MET, self.tr("Kein Name in freien Texten ersetzt"), preview.number)
        said = [self.replaced_count(preview.replaced)] if preview.replaced else []
        said += [self._left_count(preview.left)] if preview.left else []
        title = self.tr("{said} in {number}, bitte prüfen").format(said=", ".join(said), number=preview.number)
        return Fact(*OPEN, title, "\n".join(self.names_lines(preview)))

    def names_lines(self, found: "Preview | WrittenFile") -> list[str]:
        """Return a line for each name that was replaced, and for each possible one that was left."""
        return [*self._left_lines(found.left), *self._replaced_lines(found.replaced)]

    def _left_count(self, left: Sequence["PossibleName"]) -> str:
        n = len({one.found for one in left})
        return counted(n, self.tr("1 möglicher Name nicht ersetzt"), self.tr("{n} mögliche Namen nicht ersetzt"))

    def _left_lines(self, left: Iterable["PossibleName"]) -> list[str]:
        places: dict[str, list[str]] = {}
        for one in left:
            places.setdefault(one.found, []).append(self._place(one.place))
        words = self.tr("„{found}“ kann ein Name sein und wurde nicht ersetzt: {places}")
        return [words.format(found=found, places="; ".join(dict.fromkeys(where))) for found, where in places.items()]

    def _replaced_lines(self, replaced: Iterable["Replacement"]) -> list[str]:
        places: dict[tuple[str, str], list[str]] = {}
        for one in replaced:
            known = places.setdefault((one.found, one.given), [])
            place = self._place(one.place)
            if place not in known:
                known.append(place)
        return [f"„{found}“ → {given}: {'; '.join(known)}" for (found, given), known in places.items()]

    def _place(self, place: str) -> str:
        if place.startswith(_RECORD):
            return self.tr("Datensatz im Anhang")
        named = {"name": self.tr("Name des Clusters"), "title": self.tr("Titel der Runde")}
        return named.get(place, place.replace(", consensus", self.tr(", Konsens")).replace("-", ", "))
