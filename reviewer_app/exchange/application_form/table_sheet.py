"""The sheets of the tables: ids in a hidden row, head in row 4, prepared rows below, nothing under the data."""

from typing import TYPE_CHECKING

from reviewer_app.domain.form_spec import Field, FieldKind
from reviewer_app.exchange.application_form.content import Content
from reviewer_app.exchange.application_form.formulas import Checks
from reviewer_app.exchange.application_form.inputs import Inputs, number_format
from reviewer_app.exchange.application_form.layout import (
    TABLE_HEAD_ROW,
    TABLE_ID_ROW,
    TablePlace,
    lay_out,
)
from reviewer_app.exchange.application_form.look import Painter
from reviewer_app.exchange.application_form.page import PORTRAIT_WIDTH, cell_at, prepare_page, put_text
from reviewer_app.exchange.sheets import column_letters

if TYPE_CHECKING:
    from openpyxl.workbook import Workbook
    from openpyxl.worksheet.worksheet import Worksheet

_LONG = 400
_MIDDLE = 150
_WIDTHS = {
    FieldKind.CHOICE: 16,
    FieldKind.INTEGER: 11,
    FieldKind.DECIMAL: 11,
    FieldKind.MONEY: 12,
    FieldKind.PERCENT: 10,
    FieldKind.DATE: 12,
    FieldKind.MONTH: 10,
    FieldKind.YEAR: 8,
    FieldKind.BOOLEAN: 10,
    FieldKind.COMPUTED: 12,
    FieldKind.MAIL: 30,
    FieldKind.URL: 30,
    FieldKind.PHONE: 20,
}
_GAP_WIDTH = 3
_HEAD_HEIGHT = 38
_LEAST_SQUEEZE = 0.7


def width_of(column: Field) -> float:
    """Return the width of a column in characters."""
    word = max(len(part) for part in column.label.de.replace("-", " ").split()) + 1
    if column.kind is not FieldKind.TEXT:
        return max(_WIDTHS.get(column.kind, 16), word)
    if column.max_length >= _LONG:
        return 40
    return max(word, min(20, column.max_length * 0.8)) if column.max_length < _MIDDLE else 32


def write_tables(
    book: "Workbook", painter: Painter, content: Content, name: str, places: tuple[TablePlace, ...]
) -> None:
    """Write a sheet with its table, or with several side by side."""
    sheet = book.create_sheet(name)
    gaps = _GAP_WIDTH * (len(places) - 1)
    width = sum(width_of(column) for place in places for column in place.field.columns) + gaps
    squeezed = max(_LEAST_SQUEEZE, min(1.0, PORTRAIT_WIDTH / width))
    for place in places:
        _Table(sheet, painter, content, place, squeezed).write()
    sheet.row_dimensions[1].height = 24
    sheet.row_dimensions[TABLE_ID_ROW].hidden = True
    sheet.row_dimensions[TABLE_HEAD_ROW].height = _HEAD_HEIGHT
    sheet.freeze_panes = f"{column_letters(places[0].first_column + 1)}{TABLE_HEAD_ROW + 1}"
    last = places[-1].column(len(places[-1].field.columns) - 1)
    area = f"A1:{column_letters(last)}{max(place.last_row for place in places)}"
    prepare_page(sheet, content.words, area, f"1:{TABLE_HEAD_ROW}", int(width * squeezed))


class _Table:
    """Writes one table."""

    def __init__(
        self, sheet: "Worksheet", painter: Painter, content: Content, place: TablePlace, squeezed: float
    ) -> None:
        self._sheet = sheet
        self._squeezed = squeezed
        self._painter = painter
        self._content = content
        self._words = content.words
        self._place = place
        self._checks = Checks(content.catalogue, lay_out(content.catalogue), content.words)
        self._inputs = Inputs(content.catalogue, content.words)

    def write(self) -> None:
        place, field = self._place, self._place.field
        first = place.first_column
        put_text(self._sheet, self._painter, 1, first, self._words.name(field.label), "title")
        hint = self._words.say("table_full", hint=self._words.name(field.hint))
        put_text(self._sheet, self._painter, 2, first, hint, "note")
        for index, column in enumerate(field.columns):
            self._column(index, column)
        if first > 1:
            self._sheet.column_dimensions[column_letters(first - 1)].width = _GAP_WIDTH
        for offset, row in enumerate(self._content.tables.get(field.id, ())):
            if offset >= field.prepared_rows:
                break
            for index, column in enumerate(field.columns):
                value = self._content.shown(column, row.get(column.id))
                if value is not None:
                    self._fill(place.first_row + offset, index, value)

    def _fill(self, row: int, index: int, value: object) -> None:
        cell = self._sheet.cell(row, self._place.column(index))
        cell.value = value  # type: ignore[assignment] # what Content.shown gives
        if isinstance(value, str):
            cell.data_type = "s"

    def _column(self, index: int, column: Field) -> None:
        place = self._place
        number = place.column(index)
        letters = column_letters(number)
        self._sheet.column_dimensions[letters].width = width_of(column) * self._squeezed
        put_text(self._sheet, self._painter, TABLE_ID_ROW, number, column.id, "id")
        unit = self._words.name(column.unit)
        head = self._words.name(column.label) + (f" ({unit})" if unit else "")
        put_text(self._sheet, self._painter, TABLE_HEAD_ROW, number, head + " *" * (column.required == "yes"), "head")
        computed = column.kind is FieldKind.COMPUTED
        code = number_format(column)
        for row in range(place.first_row, place.last_row + 1):
            cell = cell_at(self._sheet, row, number)
            self._painter.paint(cell, "computed" if computed else "input", code)
            if computed:
                cell.value = self._checks.computed_in_row(place, index, row)
        validation = None if computed else self._inputs.of(column)
        if validation is not None:
            validation.add(f"{letters}{place.first_row}:{letters}{place.last_row}")
            self._sheet.add_data_validation(validation)
