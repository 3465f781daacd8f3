"""The ways between a passage in the list and its place in the papers, and passages on the clipboard."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QApplication

from reviewer_app.domain.annotation import AnchorState, FieldPlace, PagePlace
from reviewer_app.services.annotation_words import field_label, field_source, page_source, quoted, source

if TYPE_CHECKING:
    from PySide6.QtCore import QRect
    from PySide6.QtWidgets import QWidget

    from reviewer_app.domain.application import Attachment
    from reviewer_app.services.reviewing import Reading
    from reviewer_app.ui.marks.annotations import ApplicationAnnotations
    from reviewer_app.ui.pdf.reader import Reader
    from reviewer_app.ui.reading.annexes.annex_presenter import AnnexPresenter
    from reviewer_app.ui.reading.evidence_halves import EvidenceHalves
    from reviewer_app.ui.reading.field_evidence import FieldEvidence
    from reviewer_app.ui.reading.page import ReadingPage
    from reviewer_app.ui.reading.row_marks import RowMarks
    from reviewer_app.ui.shell.context import Context


class EvidenceWays(QObject):
    """Leads from passages to papers and back; `mark_wanted` carries an annotation that stands at no place in them."""

    mark_wanted = Signal(str)

    def __init__(
        self,
        context: "Context",
        page: "ReadingPage",
        halves: "EvidenceHalves",
        acts: "ApplicationAnnotations",
    ) -> None:
        """Belong to the annotations."""
        super().__init__(acts)
        self._context = context
        self._page = page
        self._halves = halves
        self._acts = acts
        self._list = page.scoring.criterion.evidence
        self._reading: Reading | None = None
        self._jump = ""
        self._came_from = ""
        self._list.passages.passage_chosen.connect(self._on_passage_chosen)
        self._list.passages.copy_wanted.connect(self.copy_annotation)
        self._others = page.scoring.criterion.others
        self._others.passage_chosen.connect(self._on_passage_chosen)
        self._others.copy_wanted.connect(self.copy_annotation)
        halves.left.connect(self.back)

    @property
    def _documents(self) -> "AnnexPresenter":
        return self._halves.here.documents

    @property
    def _reader(self) -> "Reader":
        return self._halves.here.reader

    @property
    def _fields(self) -> "FieldEvidence":
        return self._halves.here.fields

    def show_reading(self, reading: "Reading") -> None:
        """Take the papers of an application."""
        self._reading = reading

    def paper(self) -> "Attachment | None":
        """Return the annex in sight; None where it is the form, missing, or still being opened over another."""
        line = next((one for one in self._documents.lines if one.key == self._documents.current), None)
        area = self._documents.area
        if line is None or self._reading is None or (area.shows_pages and area.pages.name != line.key):
            return None
        files = self._reading.application.attachments
        return next((one for one in files if (one.kind, one.sha256) == (line.kind, line.sha256)), None)

    # There and back

    def _on_passage_chosen(self, annotation: str) -> None:
        """Go there as a step of its own, so that the way back leads to the passage and the page read before."""
        self._documents.place_left.emit()
        self.jump(annotation)

    def jump(self, annotation: str) -> None:
        """Show the paper at a passage; what stands in none is shown by itself."""
        found = self._acts.find(annotation)
        if found is None:
            return
        place = found.annotation.target
        if found.annotation.state is AnchorState.ORPHANED:
            self.mark_wanted.emit(annotation)
            return
        if isinstance(place, FieldPlace):
            self._jump_to_row(annotation, place)
            return
        if not isinstance(place, PagePlace):
            self.mark_wanted.emit(annotation)
            return
        line = next((one for one in self._documents.lines if one.sha256 == place.sha256), None)
        if line is None:
            return
        self._jump = self._came_from = annotation
        self._halves.bring(line.key)
        if self._documents.current != line.key:
            self._documents.open(line.key, (place.page + 1, 0.0))
        else:
            self._go_to_jump()
        self._page.show_documents_beside()

    def arrive(self) -> None:
        """Go to the passage that the paper now in sight was opened for."""
        if self._jump:
            self._page.show_documents_beside()
            self._go_to_jump()

    def _jump_to_row(self, annotation: str, place: FieldPlace) -> None:
        """Show the form or the table at a row; a table comes into sight later."""
        key = self._fields.paper(place)
        if all(line.key != key for line in self._documents.lines):
            return
        self._jump = self._came_from = annotation
        self._halves.bring(key)
        if self._documents.current != key:
            self._documents.open(key)
        self.arrive_at_row()
        self._page.show_documents_beside()

    def arrive_at_row(self) -> None:
        """Go to the row that the form or table now in sight was opened for."""
        found = self._acts.find(self._jump)
        place = found.annotation.target if found is not None else None
        if not isinstance(place, FieldPlace) or self._documents.current != self._fields.paper(place):
            return
        if self._fields.go_to(self._jump, place):
            self._jump = ""
            self._page.show_documents_beside()

    def _go_to_jump(self) -> None:
        mark = self._reader.marks.mark(self._jump)
        if mark is not None:
            self._jump = ""
            self._reader.go_to(mark)
            self._reader.show_outline(mark)

    def back(self) -> None:
        """Esc: select nothing, else close the find bar, else go back to where a passage was chosen."""
        bar = self._page.documents.find_bar
        if self._reader.passages:
            self._reader.clear_selection()
        elif bar.isVisible():
            bar.closed.emit()
        elif self._came_from in self._list.ids:
            self._page.show_scoring_beside()
            self._list.focus_passage(self._came_from)
        elif self._came_from in (chip.annotation for chip in self._others.chips):
            self._page.show_scoring_beside()
            self._others.focus_passage(self._came_from)

    def anchor(self, annotation: str) -> "tuple[QWidget, QRect | None]":
        """Return where the popover of an annotation opens: at its mark where that is in sight, else under the bar."""
        port, box = self._reader.view.viewport(), self._reader.mark_box(annotation)
        if self._page.documents.shows_pages:
            seen = box.intersected(port.rect())
            if not seen.isEmpty():
                return port, seen
        return self._fields.anchor(annotation) or (self._page.documents.bar, None)

    # On the clipboard

    def copy(self) -> None:
        """Put what is selected on the clipboard, with its source; else the mark that has the focus, or the row."""
        rows = self._fields.rows
        if rows is not None:
            self._copy_row(rows)
        else:
            self._reader.when_selected(self._copy_selected)

    def _copy_selected(self) -> None:
        paper, passages, language = self.paper(), self._reader.passages, self._context.language
        if paper is not None and passages:
            place = page_source(paper.kind, str(passages[0].page + 1), language)
            QApplication.clipboard().setText(quoted(" ".join(one.quote for one in passages), place, language))
        elif self._reader.walk.focused:
            self.copy_annotation(self._reader.walk.focused)

    def _copy_row(self, rows: "RowMarks") -> None:
        spot, reading = rows.spot, self._reading
        chosen = self._page.documents.form.textCursor().selectedText()
        if chosen and self._page.documents.view is self._page.documents.form:
            QApplication.clipboard().setText(chosen.replace("\u2029", "\n"))
        elif spot is not None and reading is not None:
            place = field_source(spot.place, self._context.language, field_label(spot.place, reading.catalogue))
            QApplication.clipboard().setText(quoted(spot.quote, place, self._context.language))

    def copy_annotation(self, annotation: str) -> None:
        """Put an annotation's words on the clipboard, with their source."""
        found = self._acts.find(annotation)
        if found is not None:
            language = self._context.language
            place = source(found.annotation, language, found.label)
            text = found.annotation.quote.text or found.annotation.note
            QApplication.clipboard().setText(quoted(text, place, language) if text else place)
