"""The sheet Antrag: numbered sections, one row for each answer, its check beside it."""

from datetime import date
from math import ceil
from typing import TYPE_CHECKING

from openpyxl.formatting.rule import Rule
from openpyxl.worksheet.worksheet import Worksheet

from reviewer_app.domain.display import day
from reviewer_app.domain.form_spec import Field, FieldKind
from reviewer_app.exchange.application_form.content import CellValue, Content
from reviewer_app.exchange.application_form.formulas import Checks
from reviewer_app.exchange.application_form.inputs import Inputs, number_format
from reviewer_app.exchange.application_form.layout import (
    CHECK,
    HEAD_ROW,
    HINT,
    ID,
    INPUT,
    LABEL,
    MAIN,
    STATE_ROW,
    UNIT,
    FormRow,
    Layout,
    RowKind,
)
from reviewer_app.exchange.application_form.look import BODY_HEIGHT, LINE_HEIGHT, Painter, warning_look
from reviewer_app.exchange.application_form.page import cell_at, prepare_page, put_text
from reviewer_app.exchange.sheets import column_letters

if TYPE_CHECKING:
    from openpyxl.workbook import Workbook

WIDTHS = {ID: 12, LABEL: 35, INPUT: 42, UNIT: 9, CHECK: 24, HINT: 40}
_SECTION_HEIGHT = 24
_MOST_HEIGHT = 400
_LONG_ANSWER = 400
_ROOM_FOR_LONG = 6


def write_main(book: "Workbook", painter: Painter, content: Content, layout: Layout) -> None:
    """Write the sheet Antrag as the first sheet."""
    sheet = book.worksheets[0]
    sheet.title = MAIN
    writer = _MainSheet(sheet, painter, content, layout)
    writer.write()


class _MainSheet:
    """Writes the rows of the sheet Antrag."""

    def __init__(self, sheet: Worksheet, painter: Painter, content: Content, layout: Layout) -> None:
        self._sheet = sheet
        self._painter = painter
        self._content = content
        self._words = content.words
        self._layout = layout
        self._checks = Checks(content.catalogue, layout, content.words)
        self._inputs = Inputs(content.catalogue, content.words)
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
        self._put(1, LABEL, words.say("title"), "title")
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
        rule = Rule(type="beginsWith", operator="beginsWith", text=mark, dxf=warning_look())
        rule.formula = [f'LEFT({letters}{HEAD_ROW + 1},1)="{mark}"']
        self._sheet.conditional_formatting.add(area, rule)


def _lines(text: str, width: float) -> int:
    return sum(max(1, ceil(len(line) / width)) for line in text.split("\n"))
