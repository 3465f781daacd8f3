"""Words header, read-only sentence and others' answers of the reading page."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, datetime
from typing import TYPE_CHECKING

from reviewer_app.domain import locale
from reviewer_app.domain.reviews.permissions import Act, Denial, denied, may
from reviewer_app.domain.reviews.review import ReviewOrigin
from reviewer_app.domain.reviews.standing import is_late
from reviewer_app.ui.kit.painting import Chip, Glyph
from reviewer_app.ui.kit.text import counted
from reviewer_app.ui.kit.theme import SizeClass
from reviewer_app.ui.kit.translated import Translated
from reviewer_app.ui.scoring.words import OtherView
from reviewer_app.ui.shell import navigation
from reviewer_app.ui.shell.action_table import Need
from reviewer_app.ui.shell.navigation import Place
from reviewer_app.ui.shell.palette_model import Find, PaletteGroup
from reviewer_app.ui.shell.presenter import Header

if TYPE_CHECKING:
    from reviewer_app.domain.catalogue import Catalogue
    from reviewer_app.services.reviews.reviewing import Reading
    from reviewer_app.services.round import Identity


def fitting(header: Header, size: SizeClass) -> Header:
    """Return the header as far as a size class has room: number and date only, narrow the title alone."""
    if size is SizeClass.NARROW:
        return Header(header.title)
    if size is not SizeClass.COMPACT:
        return header
    return replace(header, facts=header.facts.partition(" · ")[0], note=header.note.partition(" · ")[0])


def met_needs(reading: "Reading", *, orphans: bool) -> frozenset[Need]:
    """Return what holds for an application; `orphans`: annotations wait for a place."""
    states = {
        Need.SUBMITTED: may(Act.REOPEN, reading.situation, reading.contribution),
        Need.DRAFT: not reading.locked,
        Need.NAMED: reading.me is not None,
        Need.ORPHANS: orphans,
    }
    return frozenset({Need.APPLICATION, *(need for need, holds in states.items() if holds)})


def criterion_finds(reading: "Reading", language: str) -> Iterator[Find]:
    """Give the criteria of an application to the palette."""
    for one in reading.catalogue.criteria:
        place = Place(navigation.READING, reading.application.number, one.key)
        yield Find(PaletteGroup.GO, f"{one.key} {one.title.read(language)}", icon="pencil", place=place)


class ReadingWords(Translated):
    """Words in one language as of one day."""

    def __init__(self, language: str, today: date) -> None:
        """Word in `language` as of `today`."""
        self._language = language
        self._today = today

    def header(
        self, reading: "Reading", who: "Identity | None", stepper: tuple[int, int] | None, orphans: int = 0
    ) -> Header:
        """Return the page header of an application; its own deadline goes before that of the round.

        `orphans` is how many annotations wait for a place.
        """
        due = reading.application.reviews_due or (who.facts.reviews_due if who else None)
        application, catalogue = reading.application, reading.catalogue
        facts = [application.number, self.procedure(catalogue, application.procedure)]
        facts.append(self.tr("Katalog {version}").format(version=catalogue.version))
        review = reading.review
        handed_in = review is not None and review.is_submitted
        return Header(
            title=application.name or application.number,
            facts=" · ".join(part for part in facts if part),
            chips=(*self._chips(reading), *self._orphans(orphans)),
            note=self._due(due) if review is None or not handed_in else self._handed_in(review.submitted_at, due),
            buttons=self._buttons(reading),
            stepper=stepper,
        )

    @staticmethod
    def _buttons(reading: "Reading") -> tuple[str, ...]:
        """Return what can be done with the review, or what could be but for a reason that is told."""
        if reading.situation.released:
            return ()
        return ("reopen_review",) if reading.situation.submitted else ("submit_review",)

    def _orphans(self, n: int) -> tuple[Chip, ...]:
        words = counted(n, self.tr("1 Anmerkung ohne Stelle"), self.tr("{n} Anmerkungen ohne Stelle"))
        return (Chip(words, Glyph.DIAMOND, "warn", "show_orphans"),) if n else ()

    def procedure(self, catalogue: "Catalogue", key: str) -> str:
        """Return the words of a procedure's key."""
        field = catalogue.by_role("procedure")
        entry = catalogue.entry(field, key) if field is not None else None
        return entry.name.read(self._language) if entry else key

    def _chips(self, reading: "Reading") -> tuple[Chip, ...]:
        chips = []
        review = reading.review
        if reading.locked is Denial.WITHDRAWN:
            chips.append(Chip(self.tr("Zurückgezogen"), Glyph.RING))
        elif reading.situation.released:
            chips.append(Chip(self.tr("Freigegeben"), Glyph.LOCK, "ok"))
        elif review is not None and review.is_submitted:
            chips.append(Chip(self.tr("Eingereicht"), Glyph.LOCK, "ok"))
        open_checks = sum(one.is_open for one in reading.formal)
        if open_checks:
            words = counted(open_checks, self.tr("1 Prüfpunkt offen"), self.tr("{n} Prüfpunkte offen"))
            chips.append(Chip(words, Glyph.TRIANGLE, "warn", "formal_notes"))
        if reading.application.version > 1:
            words = self.tr("Fassung {n}").format(n=reading.application.version)
            chips.append(Chip(words, Glyph.HALF, "info"))
        return tuple(chips)

    def _due(self, due: date | None) -> str:
        if due is None:
            return ""
        shown, left = locale.day(due, self._language), (due - self._today).days
        if left < 0:
            return self.tr("Frist {day} · abgelaufen").format(day=shown)
        if left == 0:
            return self.tr("Frist {day} · heute").format(day=shown)
        if left == 1:
            return self.tr("Frist {day} · noch 1 Tag").format(day=shown)
        return self.tr("Frist {day} · noch {n} Tage").format(day=shown, n=left)

    def _handed_in(self, at: datetime | None, due: date | None) -> str:
        """Say when a review was handed in where that was after the deadline."""
        if not is_late(at, due):
            return ""
        words = self.tr("Eingereicht am {day}, nach Ablauf der Frist am {due}")
        return words.format(day=locale.day(at, self._language), due=locale.day(due, self._language))

    def whose(self, reading: "Reading", origin: ReviewOrigin) -> str:
        """Say for whom a review is entered and where it came from; or why nothing can be changed; else nothing."""
        if reading.locked:
            return self.locked(reading)
        if reading.reviewer is None or reading.me is None or reading.reviewer.id == reading.me.id:
            return ""
        names = {ReviewOrigin.PAPER: self.tr("auf Papier"), ReviewOrigin.PHONE: self.tr("telefonisch")}
        came = reading.review.origin if reading.review else origin
        words = self.tr("Eintragung für {name}, {origin}") if came in names else self.tr("Eintragung für {name}")
        return words.format(name=reading.reviewer.name, origin=names.get(came, ""))

    def locked(self, reading: "Reading") -> str:
        """Say why nothing can be changed."""
        return self._why(reading, reading.locked)

    def fixed(self, reading: "Reading") -> str:
        """Say why a review that is handed in cannot be opened again; empty where it can, or is not handed in."""
        denial = denied(Act.REOPEN, reading.situation, reading.contribution)
        return "" if denial is Denial.NOT_SUBMITTED else self._why(reading, denial)

    def _why(self, reading: "Reading", denial: Denial | None) -> str:
        words = {
            Denial.READ_ONLY: self.tr("Die Arbeitsdatei lässt sich nur lesen."),
            Denial.WITHDRAWN: self.tr("Der Antrag ist zurückgezogen."),
            Denial.NO_NAME: self.tr("Geben Sie zuerst Ihren Namen an: Datei › Name und Rolle."),
            Denial.REVIEWER_EXCLUDED: self.tr("{name} ist von diesem Antrag ausgeschlossen."),
            Denial.COLLEAGUE: self.tr(
                "Dieses Gutachten hat {name} selbst geschrieben; nur diese Person kann es ändern."
            ),
            Denial.RELEASED: self.tr(
                "Die Konsolidierung ist freigegeben, die Gutachten stehen fest. Ändern lassen sie sich erst, wenn der"
                " Vorsitz oder die Geschäftsstelle die Freigabe mit Begründung zurücknimmt."
            ),
            Denial.SUBMITTED: self.tr("Das Gutachten ist eingereicht und nur lesbar."),
        }
        name = reading.reviewer.name if reading.reviewer else ""
        return words[denial].format(name=name) if denial is not None else ""

    def others(self, reading: "Reading", key: str) -> tuple[OtherView, ...]:
        """Return others' answers to a criterion, by member number."""
        ordered = sorted(reading.others, key=lambda one: (one.reviewer.number, one.reviewer.name))
        return tuple(
            OtherView(one.reviewer.name, one.value(key), one.rationale(key), reading.catalogue.scale, one.reviewer.id)
            for one in ordered
        )
