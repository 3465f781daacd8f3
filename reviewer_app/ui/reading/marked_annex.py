"""One pane of annexes as evidence is made in it: what is selected there, what is marked, and going to a mark."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QRect, Signal

from reviewer_app.domain.annotations.annotation import AnchorState, FieldPlace, MarkStyle, PagePlace, Quote
from reviewer_app.domain.annotations.cell_place import annex_of_place, field_of
from reviewer_app.ui.marks.annotations import NewMark, new_mark
from reviewer_app.ui.marks.mark_tags import Tag
from reviewer_app.ui.marks.marked_view import MarkedView
from reviewer_app.ui.marks.page_marks import PageMark
from reviewer_app.ui.reading.annexes.annex_list import FORM
from reviewer_app.ui.reading.annexes.form_view import FormRows
from reviewer_app.ui.reading.annexes.table_view import TableRows
from reviewer_app.ui.reading.row_marks import RowMark, RowMarks

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtWidgets import QWidget

    from reviewer_app.domain.annotations.annotation import Annotation, Target
    from reviewer_app.domain.application import Annex
    from reviewer_app.services.annotations.editing import Listed
    from reviewer_app.services.reviews.reviewing import Reading
    from reviewer_app.ui.marks.viewer import PdfViewer, SelectedPassage
    from reviewer_app.ui.reading.annexes.annex_presenter import AnnexPresenter
    from reviewer_app.ui.reading.evidence import PassageIndex
    from reviewer_app.ui.shell.context import Context


class MarkedAnnex(QObject):
    """The pages, form or tables in one pane; `mark_chosen` carries an annotation's id, `tag_meant` a tag's key.

    `row_link_wanted` and `row_other_wanted` speak of the row in sight, `note_wanted` of it or of what is selected;
    `annex_changed`: another annex or table is in sight.
    """

    row_link_wanted = Signal()
    row_other_wanted = Signal()
    note_wanted = Signal()
    mark_chosen = Signal(str)
    tag_meant = Signal(str)
    annex_changed = Signal()

    def __init__(self, context: "Context", presenter: "AnnexPresenter") -> None:
        """Watch what `presenter` opens."""
        super().__init__(presenter)
        self._context = context
        self.presenter = presenter
        self.view = presenter.view
        self.reader: PdfViewer = self.view.reader
        self._reading: Reading | None = None
        self._form = FormRows(context.theme, self.view.form)
        self._tables: list[TableRows] = []
        self._watch(self.reader)
        self._watch_rows(self._form)
        self.view.tables.tables_shown.connect(self._on_tables_shown)
        presenter.annex_opened.connect(self._on_annex_opened)

    def _watch(self, marked: MarkedView) -> None:
        marked.toolbar.note.clicked.connect(self.note_wanted)
        marked.mark_focus.mark_opened.connect(self.mark_chosen)
        marked.mark_focus.tag_meant.connect(self.tag_meant)

    def _watch_rows(self, rows: RowMarks) -> None:
        self._watch(rows)
        rows.toolbar.link.clicked.connect(self.row_link_wanted)
        rows.toolbar.other.clicked.connect(self.row_other_wanted)

    def _on_tables_shown(self) -> None:
        """Watch the tables of the annex that has come into sight; the old ones are gone with theirs."""
        shown = self.view.tables
        self._tables = [
            TableRows(self._context.theme, view, field_of(shown.annex, table.name))
            for view, table in zip(shown.views, shown.tables, strict=True)
        ]
        for rows in self._tables:
            self._watch_rows(rows)
        self.annex_changed.emit()

    def _on_annex_opened(self, _key: str) -> None:
        self.annex_changed.emit()

    # What is in sight

    @property
    def rows(self) -> RowMarks | None:
        """The rows in sight: those of the form, or of the table that is open; None where pages are."""
        if self.view.shown is self.view.form:
            return self._form
        at = self.view.tables.current
        return self._tables[at] if self.view.shown is self.view.tables and 0 <= at < len(self._tables) else None

    @property
    def marked(self) -> MarkedView:
        """What can be walked through from mark to mark."""
        return self.rows or self.reader

    @property
    def annex(self) -> "Annex | None":
        """The annex in sight; None where it is the form, missing, or still being opened over another."""
        line = self.view.line
        if line is None or self._reading is None or (self.view.shows_pages and self.view.pages.name != line.key):
            return None
        files = self._reading.application.annexes
        return next((one for one in files if (one.kind, one.sha256) == (line.kind, line.sha256)), None)

    def row(self) -> list[NewMark]:
        """Return the row in sight that would be marked; none where there is none."""
        found = self.rows.row if self.rows is not None else None
        return [NewMark(found.place, MarkStyle.NOTE, Quote(found.quote))] if found is not None else []

    def new_marks(self, passages: "Sequence[SelectedPassage]") -> list[NewMark]:
        """Return passages of the annex in sight as what is to be marked; none, said so, while it is being opened."""
        annex = self.annex
        if passages and annex is None:
            self._context.messages.hint(self.tr("Die Unterlage wird noch geöffnet."))
        return [new_mark(annex, one) for one in passages] if annex is not None else []

    def selected(self) -> list[NewMark]:
        """Return what would be marked: the row one is at, else what is selected on pages."""
        return self.row() if self.rows is not None else self.new_marks(self.reader.passages)

    def clear_selection(self) -> None:
        """Select nothing, and let go of the row that has been marked."""
        self.reader.clear_selection()
        if self.rows is not None:
            self.rows.hide_toolbar()

    # Showing

    def show_reading(self, reading: "Reading") -> None:
        """Take the annexes of an application."""
        self._reading = reading

    def show_marks(
        self, listed: "Sequence[Listed]", criterion: str, index: "PassageIndex", *, may_link: bool, may_note: bool
    ) -> None:
        """Show annotations as marks; those of `criterion` are the open ones."""
        views: tuple[MarkedView, ...] = (self.reader, self._form, *self._tables)
        words = self.tr("Beleg für {key}").format(key=criterion) if criterion else ""
        for view in views:
            view.show_link(words, may_link=may_link, may_note=may_note)
        annotations = [one.annotation for one in listed]
        sha256 = self.view.line.sha256 if self.view.line is not None else ""
        self.reader.show_marks(
            tuple(mark for one in annotations for mark in _page_marks(one, sha256, criterion, index))
        )
        for rows in (self._form, *self._tables):
            field = rows.field if isinstance(rows, TableRows) else ""
            rows.show_marks(tuple(mark for one in annotations for mark in _row_marks(one, field, criterion, index)))

    # The way to a mark

    def key_of(self, place: "Target") -> str:
        """Return the key of the annex (or the form) that a place stands in; empty where that is not there."""
        lines = self.presenter.lines
        if isinstance(place, FieldPlace):
            key = annex_of_place(place) or FORM
            return key if any(line.key == key for line in lines) else ""
        sha256 = place.sha256 if isinstance(place, PagePlace) else ""
        return next((line.key for line in lines if sha256 and line.sha256 == sha256), "")

    def go_to(self, annotation: str, place: "Target") -> bool:
        """Bring a mark into sight and outline it; say whether its page or table is there yet."""
        if isinstance(place, FieldPlace):
            return self._go_to_row(annotation, place)
        mark = self.reader.marks.mark(annotation)
        if mark is not None:
            self.reader.go_to(mark)
            self.reader.show_outline(mark.id)
        return mark is not None

    def _go_to_row(self, annotation: str, place: FieldPlace) -> bool:
        if not annex_of_place(place):
            self._form.go_to(annotation)
            return True
        for number, rows in enumerate(self._tables):
            if rows.field == place.field:
                self.view.tables.show_table(number)
                rows.go_to(annotation)
                return True
        return False

    def bring_field(self, field: str) -> None:
        """Bring a field of the form, or the first row of a table, into sight."""
        for place in (FieldPlace(field), FieldPlace(field, 0)):
            self._form.bring(place)

    def anchor(self, annotation: str) -> "tuple[QWidget, QRect | None]":
        """Return where the popover of an annotation opens: at its mark where that is in sight, else under the bar."""
        rows = self.rows
        if self.view.shows_pages:
            port, box = self.reader.view.viewport(), self.reader.mark_box(annotation)
        elif rows is not None and annotation in rows.mark_ids():
            port, box = rows.view.viewport(), rows.mark_box(annotation)
        else:
            return self.view.bar, None
        seen = box.intersected(port.rect())
        return (self.view.bar, None) if seen.isEmpty() else (port, seen)


def _page_marks(one: "Annotation", sha256: str, criterion: str, index: "PassageIndex") -> list[PageMark]:
    place = one.target
    if not isinstance(place, PagePlace) or place.sha256 != sha256:
        return []
    return [
        PageMark(
            one.id, place.page, place.quads, place.area, key, index.spoken(one, key),
            bool(key) and key == criterion, one.kind, one.style is MarkStyle.UNDERLINE,
        )
        for key in one.criteria or ("",)
    ]  # fmt: skip


def _row_marks(one: "Annotation", field: str, criterion: str, index: "PassageIndex") -> list[RowMark]:
    """Return the marks of an annotation at rows of a table, or (`field` is empty) of the form."""
    place = one.target
    if not isinstance(place, FieldPlace) or one.state is AnchorState.ORPHANED:
        return []
    if place.field != field if field else annex_of_place(place):
        return []
    return [
        RowMark(one.id, place, Tag(key, one.kind, bool(key) and key == criterion), index.spoken(one, key))
        for key in one.criteria or ("",)
    ]
