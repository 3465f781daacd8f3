"""The papers that evidence is made in, one or two beside each other, spoken of as one."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from reviewer_app.ui.reading.field_evidence import FieldEvidence

if TYPE_CHECKING:
    from reviewer_app.ui.kit.theme import Theme
    from reviewer_app.ui.pdf.reader import Reader
    from reviewer_app.ui.reading.annexes.annex_presenter import AnnexPresenter
    from reviewer_app.ui.reading.annexes.annex_view import AnnexView
    from reviewer_app.ui.reading.page import ReadingPage


@dataclass(frozen=True, slots=True)
class EvidenceHalf:
    """One paper: who opens it, where it shows, and its rows where it has some."""

    documents: "AnnexPresenter"
    area: "AnnexView"
    fields: FieldEvidence

    @property
    def reader(self) -> "Reader":
        """The pages of the paper."""
        return self.area.reader

    @property
    def sha256(self) -> str:
        """The file in sight; empty where it is the form, or missing."""
        key = self.documents.current
        return next((one.sha256 for one in self.documents.lines if one.key == key), "")


class EvidenceHalves(QObject):
    """Passes on what happens in either half.

    `link_wanted`, `other_wanted` carry passages, `spots_wanted`, `other_spots_wanted` Spots, `mark_chosen` the id of
    an annotation, `criterion_meant` the key of a tag; `note_wanted` speaks of what is selected, or of the row in sight.
    `paper_changed` when another paper or table is in sight, `pages_shown` when its pages are; `left` when Esc is
    pressed.
    """

    link_wanted = Signal(tuple)
    other_wanted = Signal(tuple)
    spots_wanted = Signal(list)
    other_spots_wanted = Signal(list)
    note_wanted = Signal()
    mark_chosen = Signal(str)
    criterion_meant = Signal(str)
    paper_changed = Signal()
    pages_shown = Signal()
    left = Signal()

    def __init__(self, theme: "Theme", page: "ReadingPage") -> None:
        """Begin without a paper."""
        super().__init__(page)
        self._theme = theme
        self._page = page
        self.all: list[EvidenceHalf] = []

    def add(self, documents: "AnnexPresenter") -> None:
        """Take another half in."""
        area = documents.area
        half = EvidenceHalf(documents, area, FieldEvidence(self._theme, area))
        self.all.append(half)
        half.reader.link_wanted.connect(self.link_wanted)
        half.reader.other_wanted.connect(self.other_wanted)
        half.reader.bubble.note_wanted.connect(self.note_wanted)
        half.reader.mark_chosen.connect(self.mark_chosen)
        half.reader.walk.criterion_meant.connect(self.criterion_meant)
        half.fields.link_wanted.connect(self.spots_wanted)
        half.fields.other_wanted.connect(self.other_spots_wanted)
        half.fields.note_wanted.connect(self.note_wanted)
        half.fields.mark_chosen.connect(self.mark_chosen)
        half.fields.criterion_meant.connect(self.criterion_meant)
        half.fields.views_changed.connect(self.paper_changed)
        documents.document_opened.connect(self._on_document_opened)
        documents.pages_shown.connect(self.pages_shown)
        area.pages.left.connect(self.left)

    @property
    def here(self) -> EvidenceHalf:
        """The half that is worked in."""
        return next((half for half in self.all if half.area is self._page.documents), self.all[0])

    def bring(self, key: str) -> None:
        """Work in the half that shows a paper already, where one does."""
        shown = [half for half in self.all if half.documents.current == key]
        if shown and self.here not in shown:
            self._page.halves.use(shown[0].area)

    def _on_document_opened(self, _key: str) -> None:
        self.paper_changed.emit()
