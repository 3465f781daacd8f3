"""Begins notes: on the page in sight, on the application, and for oneself on what is selected.

They are open after handing in too, for oneself alone: the review stays as it was handed in.
"""

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from reviewer_app.domain.annotation import Annotation, Kind, PagePlace, Style, WholePlace
from reviewer_app.domain.ids import AnnotationId, new_id
from reviewer_app.ui.kit.announcing import announce
from reviewer_app.ui.marks.annotations import NewMark

if TYPE_CHECKING:
    from reviewer_app.services.reviewing import Reading
    from reviewer_app.ui.reading.evidence_presenter import EvidencePresenter
    from reviewer_app.ui.reading.page import ReadingPage
    from reviewer_app.ui.shell.context import Context


class NotePresenter(QObject):
    """Makes annotations of the person at this desk in the application in sight."""

    def __init__(self, context: "Context", page: "ReadingPage", evidence: "EvidencePresenter") -> None:
        """Belong to the presenter of evidence."""
        super().__init__(evidence)
        self._context = context
        self._page = page
        self._evidence = evidence
        self._reading: Reading | None = None

    def show_reading(self, reading: "Reading") -> None:
        """Note in an application."""
        self._reading = reading

    @property
    def may_note(self) -> bool:
        """Whether a note may be begun, if only for oneself."""
        return self._reading is not None and self._reading.me is not None and self._context.can_write

    def new(self, spot: NewMark) -> Annotation | None:
        """Return a piece of evidence for nothing yet; where the review takes none, one for myself, or None."""
        reading, now = self._reading, self._context.now()
        if not self.may_note or reading is None or reading.me is None:
            return None
        return Annotation(
            AnnotationId(new_id()), reading.application.id, spot.target, Kind.EVIDENCE, spot.style, reading.me.id,
            now, now, spot.quote, private=not self._evidence.may_link,
        )  # fmt: skip

    # What a person does

    def note_page(self) -> None:
        """Begin a note on the page in sight, in the popover; it is kept with its first word."""
        paper = self._evidence.ways.paper()
        if self._page.documents.shows_pages and paper is not None:
            page = self._evidence.halves.here.reader.view.page - 1
            self._begin(NewMark(PagePlace(paper.kind, paper.name, paper.sha256, page), Style.PAGE_NOTE))

    def note_application(self) -> None:
        """Begin a note on the application as a whole."""
        self._begin(NewMark(WholePlace(), Style.NOTE))

    def _begin(self, spot: NewMark) -> None:
        made = self.new(spot)
        if made is not None:
            self._evidence.mark.open(replace(made, kind=Kind.NOTE), self._page.documents.bar, note=True)

    def note_mine(self) -> None:
        """Mark what is selected, or the row in sight, for myself alone, and let me write there."""
        self._evidence.halves.here.reader.when_selected(self._note_mine)

    def _note_mine(self) -> None:
        evidence = self._evidence
        pages, fields = evidence.halves.here.reader, evidence.fields
        spots = fields.spots() if fields.rows is not None else evidence.spots(pages.passages)
        if not spots and fields.rows is None:
            self._context.messages.hint(self.tr("Noch ist kein Text ausgewählt."))
        elif not spots:
            self._context.messages.hint(self.tr("Hier steht nichts, was sich markieren lässt."))
        self.mark_mine(spots)

    def mark_mine(self, spots: list[NewMark]) -> None:
        """Mark spots for myself alone, and let me write at the first."""
        evidence = self._evidence
        words, made = self.tr("Nur für mich markiert"), [one for spot in spots if (one := self.new(spot))]
        evidence.acts.put_all([replace(one, kind=Kind.NOTE, private=True) for one in made], words)
        if made:
            announce(self._page, words)
            anchor, at = evidence.ways.anchor(made[0].id)
            evidence.halves.here.reader.clear_selection()
            evidence.fields.settle()
            evidence.mark.open(replace(made[0], kind=Kind.NOTE, private=True), anchor, at, note=True)
