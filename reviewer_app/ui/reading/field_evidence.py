"""Evidence in the form and in tables: which rows are marked, what is to be marked there, and the way to a row."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QRect, Signal

from reviewer_app.domain.annotation import AnchorState, FieldPlace, Quote, Style
from reviewer_app.domain.cell_place import field_of, paper_of
from reviewer_app.ui.marks.annotations import NewMark
from reviewer_app.ui.pdf.mark_tags import Tag
from reviewer_app.ui.reading.annexes.annex_list import FORM
from reviewer_app.ui.reading.annexes.form_view import FormRows
from reviewer_app.ui.reading.annexes.table_view import TableRows
from reviewer_app.ui.reading.row_marks import RowMark, RowMarks

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtWidgets import QWidget

    from reviewer_app.domain.annotation import Annotation
    from reviewer_app.services.annotating import Listed
    from reviewer_app.ui.kit.theme import Theme
    from reviewer_app.ui.reading.annexes.annex_view import AnnexView
    from reviewer_app.ui.reading.mark_company import MarkCompany


class FieldEvidence(QObject):
    """`link_wanted` and `other_wanted` carry Spots, `mark_chosen` an annotation's id.

    `criterion_meant` carries the key of a tag; `note_wanted` speaks of the row in sight; `views_changed`: other tables.
    """

    link_wanted = Signal(list)
    other_wanted = Signal(list)
    note_wanted = Signal()
    mark_chosen = Signal(str)
    criterion_meant = Signal(str)
    views_changed = Signal()

    def __init__(self, theme: "Theme", area: "AnnexView") -> None:
        """Watch the form and the tables of `area`."""
        super().__init__(area)
        self._theme = theme
        self._area = area
        self._form = FormRows(theme, area.form)
        self._sheets: list[TableRows] = []
        self._watch(self._form)
        area.sheets.sheets_shown.connect(self._on_sheets_shown)

    def _watch(self, rows: RowMarks) -> None:
        rows.link_wanted.connect(self._on_link_wanted)
        rows.other_wanted.connect(self._on_other_wanted)
        rows.bubble.note_wanted.connect(self.note_wanted)
        rows.mark_chosen.connect(self.mark_chosen)
        rows.walk.criterion_meant.connect(self.criterion_meant)

    def _on_sheets_shown(self) -> None:
        """Watch the tables of the paper that has come into sight; the old ones are gone with theirs."""
        sheets = self._area.sheets
        self._sheets = [
            TableRows(self._theme, table, field_of(sheet.paper, sheet.name))
            for table, sheet in zip(sheets.tables, sheets.shown, strict=True)
        ]
        for rows in self._sheets:
            self._watch(rows)
        self.views_changed.emit()

    # Showing

    def show(
        self, listed: "Sequence[Listed]", criterion: str, company: "MarkCompany", *, may_link: bool, may_note: bool
    ) -> None:
        """Show the marks of the paper in sight."""
        for rows in (self._form, *self._sheets):
            rows.show_criterion(criterion, may_link=may_link, may_note=may_note)
            fields = rows.field if isinstance(rows, TableRows) else None
            marks = [mark for one in listed for mark in self._marks(one.annotation, criterion, fields, company)]
            rows.show_marks(tuple(marks))

    @staticmethod
    def _marks(one: "Annotation", criterion: str, field: str | None, company: "MarkCompany") -> list[RowMark]:
        place = one.target
        if not isinstance(place, FieldPlace) or one.state is AnchorState.ORPHANED:
            return []
        here = place.field == field if field is not None else not paper_of(place)
        if not here:
            return []
        return [
            RowMark(one.id, place, Tag(key, one.kind, bool(key) and key == criterion), company.spoken(one, key))
            for key in one.criteria or ("",)
        ]

    @property
    def rows(self) -> RowMarks | None:
        """The rows in sight: those of the form, or of the table that is open; None where pages are."""
        if self._area.view is self._area.form:
            return self._form
        at = self._area.sheets.current
        return self._sheets[at] if self._area.view is self._area.sheets and 0 <= at < len(self._sheets) else None

    def spots(self) -> list[NewMark]:
        """Return the row in sight that would be marked; none where there is none."""
        rows = self.rows
        found = rows.spot if rows is not None else None
        return [NewMark(found.place, Style.NOTE, Quote(found.quote))] if found is not None else []

    def settle(self) -> None:
        """Put the bubble away once a row was linked."""
        if self.rows is not None:
            self.rows.hide_bubble()

    # The way to a row

    def paper(self, place: FieldPlace) -> str:
        """Return the key of the paper a place stands in."""
        return paper_of(place) or FORM

    def go_to(self, annotation: str, place: FieldPlace) -> bool:
        """Bring a marked row into sight; say whether its table is there yet."""
        if self.paper(place) == FORM:
            self._form.go_to(annotation)
            return True
        for number, rows in enumerate(self._sheets):
            if rows.field == place.field:
                self._area.sheets.show_sheet(number)
                rows.go_to(annotation)
                return True
        return False

    def anchor(self, annotation: str) -> "tuple[QWidget, QRect] | None":
        """Return where a marked row is in sight."""
        rows = self.rows
        if rows is None or annotation not in rows.mark_ids():
            return None
        seen = rows.mark_box(annotation).intersected(rows.view.viewport().rect())
        return (rows.view.viewport(), seen) if not seen.isEmpty() else None

    def _on_link_wanted(self) -> None:
        if spots := self.spots():
            self.link_wanted.emit(spots)

    def _on_other_wanted(self) -> None:
        if spots := self.spots():
            self.other_wanted.emit(spots)
