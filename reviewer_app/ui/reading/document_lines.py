"""Lists an application's papers: the form, every annex with what is odd about it, and what is missing in its place."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from fractions import Fraction
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from reviewer_app.domain import display
from reviewer_app.domain.application import AnnexState, Attachment
from reviewer_app.exchange.annex.pdf import MOST_PAGES
from reviewer_app.services.annexes import may_open
from reviewer_app.ui.reading.document_model import FORM, DocumentLine

if TYPE_CHECKING:
    from reviewer_app.services.reviewing import Reading


_SCANS = "finding"
"""The page of the help about papers without a text layer."""


class DocumentLines(QObject):
    """Lists papers in one language."""

    def __init__(self, language: str) -> None:
        """Word in `language`."""
        super().__init__()
        self._language = language

    def lines(self, reading: "Reading") -> tuple[DocumentLine, ...]:
        """Return the papers in the order of the catalogue."""
        application, language = reading.application, self._language
        lines = []
        if application.form is not None:
            lines.append(DocumentLine(FORM, "", self.tr("Antragsformular")))
        by_kind: dict[str, list[Attachment]] = {}
        for attachment in application.attachments:
            by_kind.setdefault(attachment.kind, []).append(attachment)
        for kind in reading.catalogue.annexes:
            title = kind.title.read(language)
            files = by_kind.pop(kind.key, [])
            lines += self._files(files, title, reading.recognised)
            members = application.members
            if files and kind.table and members is not None and members.source == kind.key:
                rows = self.tr("{n} Z.").format(n=len(members.members))
                lines[-1] = replace(lines[-1], count=rows)
            if not files and self._is_missing(reading, kind.key):
                lines.append(DocumentLine(kind.key, kind.key, title, self.tr("fehlt"), missing=True))
        for files in by_kind.values():
            lines += self._files(files, "", reading.recognised)
        return tuple(lines)

    def _files(self, files: Sequence[Attachment], title: str, recognised: Mapping[str, int]) -> Iterator[DocumentLine]:
        """Yield the files of one kind, called by its title and, where they are several, by their names."""
        for number, file in enumerate(files, 1):
            shown = f"{title} ({file.name})" if title and len(files) > 1 else title or file.name
            yield self._line(file, shown, number, recognised)

    def _is_missing(self, reading: "Reading", kind: str) -> bool:
        """Say whether an annex that is required, or named in a finding, is not there."""
        annex = reading.catalogue.annex(kind)
        if annex is None:
            return False
        named = any(one.place.field == kind or one.params.get("annex") == kind for one in reading.application.findings)
        members = reading.application.members
        by_table = bool(annex.table) and members is not None and bool(members.members)
        return not by_table and (annex.required == "yes" or named)

    def _line(self, file: Attachment, title: str, number: int, recognised: Mapping[str, int]) -> DocumentLine:
        key = file.kind if number == 1 else f"{file.kind} {number}"
        count = str(file.pages) if file.pages else ""
        known, is_scan = recognised.get(file.sha256, 0), AnnexState.NO_TEXT in file.states
        said = (AnnexState.READABLE, AnnexState.NO_TEXT) if known else (AnnexState.READABLE,)
        notes = [self._state(key, state) for state in file.states if state not in said]
        if known:
            notes.insert(0, self._recognised(key, known, file.pages if is_scan else known))
        if file.blank_pages:
            pages = ", ".join(str(page) for page in file.blank_pages)
            notes.append(self.tr("leere Seite: {pages}").format(pages=pages))
        if file.pages > MOST_PAGES:
            words = self.tr("{key} hat {n} Seiten. Gezeigt werden die ersten {most}.")
            numbers = {name: self._number(value) for name, value in (("n", file.pages), ("most", MOST_PAGES))}
            notes.append(words.format(key=key, **numbers))
        broken = not may_open(file.states)
        more = _SCANS if is_scan or known else ""
        line = DocumentLine(key, file.kind, title, count, tuple(notes), more, file.sha256, file.media_type)
        has_more = is_scan and known < min(file.pages, MOST_PAGES)
        return replace(line, broken=broken, scan=has_more, locked=AnnexState.ENCRYPTED in file.states)

    def _recognised(self, key: str, known: int, pages: int) -> str:
        """Say plainly that the text of a scan is read by a program, and of how many pages it is there."""
        words = self.tr(
            "{key}: Erkannter Text. Ein Programm hat ihn im Bild der Seiten gelesen; er kann Fehler enthalten."
        )
        if known < min(pages, MOST_PAGES):
            words = self.tr(
                "{key}: Erkannter Text auf {n} von {m} Seiten. "
                "Ein Programm hat ihn im Bild der Seiten gelesen; er kann Fehler enthalten."
            )
        return words.format(key=key, n=self._number(known), m=self._number(pages))

    def _number(self, value: int) -> str:
        return display.number(Fraction(value), 0, self._language)

    def _state(self, key: str, state: AnnexState) -> str:
        return {
            AnnexState.NO_TEXT: self.tr(
                "{key} hat keine Textebene. Markieren geht nur als Rechteck, Suchen gar nicht. "
                "Fundstellen bleiben möglich."
            ),
            AnnexState.ENCRYPTED: self.tr("{key} ist mit Kennwort geschützt"),
            AnnexState.ACTIVE: self.tr(
                "{key} enthält ausführbaren Inhalt. Er wird nicht ausgeführt. Der Text ist lesbar."
            ),
            AnnexState.WRONG_TYPE: self.tr("{key} ist nicht von der Art, die sein Name sagt"),
            AnnexState.EMPTY: self.tr("{key} ist leer"),
            AnnexState.BROKEN: self.tr("{key} ist beschädigt"),
        }.get(state, "").format(key=key)
