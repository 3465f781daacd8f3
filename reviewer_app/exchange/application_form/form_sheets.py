"""The sheets of the form: Antrag with its numbered sections, a sheet for each table, Anlagen and Hinweise."""

from datetime import date
from math import ceil
from typing import TYPE_CHECKING

from openpyxl.formatting.rule import Rule
from openpyxl.worksheet.worksheet import Worksheet

from resources.languages import SOURCE
from resources.messages import entries
from reviewer_app.domain.form.spec import AnnexKind, Field, FieldKind
from reviewer_app.domain.locale import day
from reviewer_app.exchange.application_form.formulas import Checks
from reviewer_app.exchange.application_form.inputs import InputValidations, number_format
from reviewer_app.exchange.application_form.layout import (
    ANNEXES,
    CHECK,
    HEAD_ROW,
    HELP,
    HINT,
    ID,
    INPUT,
    LABEL,
    MAIN,
    STATE_ROW,
    TABLE_HEAD_ROW,
    TABLE_ID_ROW,
    UNIT,
    FormLayout,
    FormRow,
    RowKind,
    TablePlace,
    lay_out,
)
from reviewer_app.exchange.application_form.page import (
    BODY_HEIGHT,
    LANDSCAPE_WIDTH,
    LINE_HEIGHT,
    CellValue,
    FormContent,
    Painter,
    cell_at,
    prepare_page,
    put_text,
    warning_style,
)
from reviewer_app.exchange.spreadsheet import column_letters

if TYPE_CHECKING:
    from openpyxl.workbook import Workbook


WIDTHS = {ID: 12, LABEL: 35, INPUT: 42, UNIT: 9, CHECK: 24, HINT: 40}
_SECTION_HEIGHT = 24
_MOST_HEIGHT = 400
_LONG_ANSWER = 400
_ROOM_FOR_LONG = 6


def write_main(book: "Workbook", painter: Painter, content: FormContent, layout: FormLayout) -> None:
    """Write the sheet Antrag as the first sheet."""
    sheet = book.worksheets[0]
    sheet.title = MAIN
    writer = _MainSheet(sheet, painter, content, layout)
    writer.write()


class _MainSheet:
    """Writes the rows of the sheet Antrag."""

    def __init__(self, sheet: Worksheet, painter: Painter, content: FormContent, layout: FormLayout) -> None:
        self._sheet = sheet
        self._painter = painter
        self._content = content
        self._words = content.words
        self._layout = layout
        self._checks = Checks(content.catalogue, layout, content.words)
        self._inputs = InputValidations(content.catalogue, content.words)
        self._yes_no = self._inputs.yes_no()

    def write(self) -> None:
        for column, width in WIDTHS.items():
            self._sheet.column_dimensions[column_letters(column)].width = width
        self._sheet.column_dimensions[column_letters(ID)].hidden = True
        self._head()
        for row in self._layout.rows:
            self._row(row)
        if any(row.kind is RowKind.CHOICE for row in self._layout.rows):
            self._sheet.add_data_validation(self._yes_no)
        self._warn()
        self._sheet.freeze_panes = f"{column_letters(INPUT)}{HEAD_ROW + 1}"
        last = f"{column_letters(HINT)}{self._layout.last_row}"
        prepare_page(
            self._sheet, self._words, f"{column_letters(LABEL)}1:{last}", f"1:{HEAD_ROW}", sum(WIDTHS.values()) - 12
        )

    def _put(self, row: int, column: int, value: CellValue, look: str, code: str = "") -> None:
        put_text(self._sheet, self._painter, row, column, value, look, code)

    def _formula(self, row: int, column: int, formula: str, look: str, code: str = "") -> None:
        cell = cell_at(self._sheet, row, column)
        cell.value = formula
        self._painter.paint(cell, look, code)

    def _head(self) -> None:
        catalogue, words = self._content.catalogue, self._words
        self._put(1, LABEL, words.say("title", programme=words.name(catalogue.issuer.programme)), "title")
        self._sheet.row_dimensions[1].height = 24
        dates = self._date("reference_date", "subtitle_reference") + self._date("deadline", "subtitle_deadline")
        facts = {"form": catalogue.form_version or "–", "catalogue": words.name(catalogue.title)}
        self._put(2, LABEL, words.say("subtitle", version=catalogue.version, dates=dates, **facts), "note")
        self._put(3, LABEL, words.say("intro"), "plain")
        self._formula(STATE_ROW, INPUT, self._checks.state(), "state")
        heads = {ID: "field", LABEL: "label", INPUT: "input", UNIT: "unit", CHECK: "check", HINT: "hint"}
        for column, name in heads.items():
            self._put(HEAD_ROW, column, words.say(f"head_{name}"), "head")
        self._sheet.row_dimensions[HEAD_ROW].height = 16

    def _date(self, role: str, key: str) -> str:
        field = self._content.catalogue.by_role(role)
        value = self._content.values.get(field.id) if field else None
        return self._words.say(key, day=day(value, self._words.language)) if isinstance(value, date) else ""

    def _row(self, row: FormRow) -> None:
        if row.kind is RowKind.SECTION or row.field is None:
            self._section(row)
            return
        field = row.field
        star = " *" if field.required == "yes" and not row.by_office and row.kind is not RowKind.CHOICE else ""
        label = self._words.name(row.entry.name if row.entry else field.label) + star
        hint = self._hint(row, field)
        self._put(row.number, ID, row.id, "id")
        self._put(row.number, LABEL, label, "choice" if row.entry else "label")
        self._put(row.number, UNIT, self._words.name(field.unit) if row.entry is None else None, "unit")
        check = self._checks.check(row)
        if check:
            self._formula(row.number, CHECK, check, "check")
        else:
            self._put(row.number, CHECK, None, "check")
        self._put(row.number, HINT, hint, "hint")
        self._answer(row, field)
        self._sheet.row_dimensions[row.number].height = self._height(row, field, label, hint)

    def _section(self, row: FormRow) -> None:
        title = self._words.say("office")
        if row.section is not None:
            title = f"{row.section.key}  {self._words.name(row.section.title)}".strip()
        self._put(row.number, LABEL, title, "section")
        for column in (INPUT, UNIT, CHECK, HINT):
            self._put(row.number, column, None, "section")
        self._sheet.row_dimensions[row.number].height = _SECTION_HEIGHT

    def _hint(self, row: FormRow, field: Field) -> str:
        if row.kind is RowKind.CHOICE:
            return ""
        if row.kind is RowKind.TABLE and row.number:
            place = self._layout.table(field.id)
            link = self._words.say("table_link", sheet=place.sheet if place else "")
            hint = self._words.name(field.hint)
            return f"{link}; {hint}" if hint else link
        return self._words.name(field.hint)

    def _answer(self, row: FormRow, field: Field) -> None:
        if row.kind is RowKind.CHOICES:
            self._put(row.number, INPUT, None, "computed")
        elif row.kind is RowKind.CHOICE and row.entry is not None:
            self._put(row.number, INPUT, self._content.choice(field, row.entry.key), "input", "@")
            self._yes_no.add(row.cell.replace("$", ""))
        elif row.kind is RowKind.TABLE:
            place = self._layout.table(field.id)
            if place is not None:
                count = f"={self._checks.rows(place)}"
                code = '0"' + self._words.say("table_rows") + '"'
                self._formula(row.number, INPUT, count, "computed", code)
        elif row.kind is RowKind.COMPUTED:
            self._computed(row, field)
        else:
            self._put(row.number, INPUT, self._content.answer(field), "input", number_format(field))
            validation = self._inputs.of(field)
            if validation is not None:
                validation.add(row.cell.replace("$", ""))
                self._sheet.add_data_validation(validation)

    def _computed(self, row: FormRow, field: Field) -> None:
        code = number_format(field)
        if field.id in self._content.given:
            self._put(row.number, INPUT, self._content.shown(field, self._content.given[field.id]), "computed", code)
            return
        formula = self._checks.computed(field)
        if formula:
            self._formula(row.number, INPUT, formula, "computed", code)
        else:
            self._put(row.number, INPUT, None, "computed")

    def _height(self, row: FormRow, field: Field, label: str, hint: str) -> float:
        lines = max(_lines(label, WIDTHS[LABEL] * 1.02), _lines(hint, WIDTHS[HINT] * 1.25))
        if row.kind is RowKind.ANSWER and field.kind is FieldKind.TEXT:
            answer = self._content.values.get(field.id)
            least = _ROOM_FOR_LONG if field.max_length >= _LONG_ANSWER else 1
            lines = max(lines, least, _lines(answer, WIDTHS[INPUT] * 1.1) if isinstance(answer, str) else 1)
        return min(_MOST_HEIGHT, BODY_HEIGHT + (lines - 1) * LINE_HEIGHT)

    def _warn(self) -> None:
        letters = column_letters(CHECK)
        area = f"{letters}{HEAD_ROW + 1}:{letters}{self._layout.last_row}"
        mark = self._words.say("missing")[:1]
        rule = Rule(type="beginsWith", operator="beginsWith", text=mark, dxf=warning_style())
        rule.formula = [f'LEFT({letters}{HEAD_ROW + 1},1)="{mark}"']
        self._sheet.conditional_formatting.add(area, rule)


def _lines(text: str, width: float) -> int:
    return sum(max(1, ceil(len(line) / width)) for line in text.split("\n"))


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
_LEAST_SQUEEZE = 0.6


def width_of(column: Field) -> float:
    """Return the width of a column in characters."""
    word = max(len(part) for part in column.label.read(SOURCE).replace("-", " ").split()) + 1
    if column.kind is not FieldKind.TEXT:
        return max(_WIDTHS.get(column.kind, 16), word)
    if column.max_length >= _LONG:
        return 40
    return max(word, min(20, column.max_length * 0.8)) if column.max_length < _MIDDLE else 32


def write_tables(
    book: "Workbook", painter: Painter, content: FormContent, name: str, places: tuple[TablePlace, ...]
) -> None:
    """Write a sheet with its table, or with several side by side."""
    sheet = book.create_sheet(name)
    gaps = _GAP_WIDTH * (len(places) - 1)
    width = sum(width_of(column) for place in places for column in place.field.columns) + gaps
    squeezed = max(_LEAST_SQUEEZE, min(1.0, LANDSCAPE_WIDTH / width))
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
        self, sheet: "Worksheet", painter: Painter, content: FormContent, place: TablePlace, squeezed: float
    ) -> None:
        self._sheet = sheet
        self._squeezed = squeezed
        self._painter = painter
        self._content = content
        self._words = content.words
        self._place = place
        self._checks = Checks(content.catalogue, lay_out(content.catalogue), content.words)
        self._inputs = InputValidations(content.catalogue, content.words)

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


KEY, NAME, REQUIRED, FILE, ENCLOSED, ANNEX_HINT = 1, 2, 3, 4, 5, 6
_ANNEX_WIDTHS = {KEY: 9, NAME: 40, REQUIRED: 11, FILE: 40, ENCLOSED: 9, ANNEX_HINT: 46}
HELP_WIDTH = 100


def write_annexes(book: "Workbook", painter: Painter, content: FormContent) -> None:
    """Write the sheet Anlagen: one row for each kind of annex."""
    words = content.words
    sheet = book.create_sheet(ANNEXES)
    for column, width in _ANNEX_WIDTHS.items():
        sheet.column_dimensions[column_letters(column)].width = width
    put_text(sheet, painter, 1, KEY, words.say("annex_title"), "title")
    sheet.row_dimensions[1].height = 24
    put_text(sheet, painter, 2, KEY, words.say("annex_intro"), "note")
    heads = {KEY: "key", NAME: "name", REQUIRED: "required", FILE: "file", ENCLOSED: "enclosed", ANNEX_HINT: "hint"}
    for column, name in heads.items():
        put_text(sheet, painter, TABLE_HEAD_ROW, column, words.say(f"annex_{name}"), "head")
    row = TABLE_HEAD_ROW
    for row, annex in enumerate(content.catalogue.annexes, TABLE_HEAD_ROW + 1):
        _annex(sheet, painter, content, row, annex)
    if content.catalogue.annexes:
        yes_no = InputValidations(content.catalogue, words).yes_no()
        yes_no.add(f"{column_letters(ENCLOSED)}{TABLE_HEAD_ROW + 1}:{column_letters(ENCLOSED)}{row}")
        sheet.add_data_validation(yes_no)
    sheet.freeze_panes = f"{column_letters(REQUIRED)}{TABLE_HEAD_ROW + 1}"
    area = f"A1:{column_letters(ANNEX_HINT)}{row}"
    prepare_page(sheet, words, area, f"1:{TABLE_HEAD_ROW}", sum(_ANNEX_WIDTHS.values()))


def write_help(book: "Workbook", painter: Painter, content: FormContent) -> None:
    """Write the sheet Hinweise: headings and paragraphs, then what the organisation types mean."""
    words = content.words
    sheet = book.create_sheet(HELP)
    sheet.column_dimensions["A"].width = HELP_WIDTH
    put_text(sheet, painter, 1, 1, words.say("help_title"), "title")
    sheet.row_dimensions[1].height = 24
    row = 2
    for key in [key.rpartition(".")[2] for key in entries() if key.startswith("form.help.")]:
        row += 1
        text = words.say(f"help.{key}")
        _paragraph(sheet, painter, row, text, heading=key.startswith("h"))
    for text in _explained(content):
        row += 1
        _paragraph(sheet, painter, row, text, heading=False)
    prepare_page(sheet, words, f"A1:A{row}", "1:1", HELP_WIDTH)


def _paragraph(sheet: "Worksheet", painter: Painter, row: int, text: str, *, heading: bool) -> None:
    put_text(sheet, painter, row, 1, text, "heading" if heading else "paragraph")
    lines = ceil(len(text) / (HELP_WIDTH * 1.05))
    sheet.row_dimensions[row].height = 26 if heading else BODY_HEIGHT + 4 + (lines - 1) * LINE_HEIGHT


def _explained(content: FormContent) -> list[str]:
    """Give the entries of value lists that carry a note, as `name: note`."""
    return [
        f"{content.words.name(entry.name)}: {entry.more['note']}"
        for values in content.catalogue.value_lists.values()
        for entry in values.entries
        if entry.more.get("note")
    ]


def _annex(sheet: "Worksheet", painter: Painter, content: FormContent, row: int, annex: AnnexKind) -> None:
    words = content.words
    required = {"yes": words.say("yes"), "no": words.say("no")}.get(annex.required, words.say("annex_when"))
    name = content.annexes.get(annex.key)
    types = ", ".join(kind.upper() for kind in annex.types)
    hint = words.say("annex_types", hint=words.name(annex.hint), types=types)
    put_text(sheet, painter, row, KEY, annex.key, "label")
    put_text(sheet, painter, row, NAME, words.name(annex.title), "label")
    put_text(sheet, painter, row, REQUIRED, required, "hint")
    put_text(sheet, painter, row, FILE, name, "input", "@")
    put_text(sheet, painter, row, ENCLOSED, words.say("yes") if name else None, "input", "@")
    put_text(sheet, painter, row, ANNEX_HINT, hint, "hint")
    lines = max(
        ceil(len(hint) / (_ANNEX_WIDTHS[ANNEX_HINT] * 1.1)),
        ceil(len(words.name(annex.title)) / (_ANNEX_WIDTHS[NAME] - 3)),
    )
    sheet.row_dimensions[row].height = BODY_HEIGHT + (lines - 1) * LINE_HEIGHT
