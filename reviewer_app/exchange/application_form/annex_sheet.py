"""The sheets Anlagen and Hinweise: what is enclosed, and how to fill the form in."""

from math import ceil
from typing import TYPE_CHECKING

from resources.messages import entries
from reviewer_app.domain.form_spec import AnnexKind
from reviewer_app.exchange.application_form.content import Content
from reviewer_app.exchange.application_form.inputs import Inputs
from reviewer_app.exchange.application_form.layout import ANNEXES, HELP, TABLE_HEAD_ROW
from reviewer_app.exchange.application_form.look import BODY_HEIGHT, LINE_HEIGHT, Painter
from reviewer_app.exchange.application_form.page import prepare_page, put_text
from reviewer_app.exchange.sheets import column_letters

if TYPE_CHECKING:
    from openpyxl.workbook import Workbook
    from openpyxl.worksheet.worksheet import Worksheet

KEY, NAME, REQUIRED, FILE, ENCLOSED, HINT = 1, 2, 3, 4, 5, 6
WIDTHS = {KEY: 10, NAME: 44, REQUIRED: 12, FILE: 44, ENCLOSED: 10, HINT: 50}
HELP_WIDTH = 100


def write_annexes(book: "Workbook", painter: Painter, content: Content) -> None:
    """Write the sheet Anlagen: one row for each kind of annex."""
    words = content.words
    sheet = book.create_sheet(ANNEXES)
    for column, width in WIDTHS.items():
        sheet.column_dimensions[column_letters(column)].width = width
    put_text(sheet, painter, 1, KEY, words.say("annex_title"), "title")
    sheet.row_dimensions[1].height = 24
    put_text(sheet, painter, 2, KEY, words.say("annex_intro"), "note")
    heads = {KEY: "key", NAME: "name", REQUIRED: "required", FILE: "file", ENCLOSED: "enclosed", HINT: "hint"}
    for column, name in heads.items():
        put_text(sheet, painter, TABLE_HEAD_ROW, column, words.say(f"annex_{name}"), "head")
    row = TABLE_HEAD_ROW
    for row, annex in enumerate(content.catalogue.annexes, TABLE_HEAD_ROW + 1):
        _annex(sheet, painter, content, row, annex)
    if content.catalogue.annexes:
        yes_no = Inputs(content.catalogue, words).yes_no()
        yes_no.add(f"{column_letters(ENCLOSED)}{TABLE_HEAD_ROW + 1}:{column_letters(ENCLOSED)}{row}")
        sheet.add_data_validation(yes_no)
    sheet.freeze_panes = f"{column_letters(REQUIRED)}{TABLE_HEAD_ROW + 1}"
    area = f"A1:{column_letters(HINT)}{row}"
    prepare_page(sheet, words, area, f"1:{TABLE_HEAD_ROW}", sum(WIDTHS.values()))


def write_help(book: "Workbook", painter: Painter, content: Content) -> None:
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


def _explained(content: Content) -> list[str]:
    """Give the entries of value lists that carry a note, as `name: note`."""
    return [
        f"{content.words.name(entry.name)}: {entry.more['note']}"
        for values in content.catalogue.value_lists.values()
        for entry in values.entries
        if entry.more.get("note")
    ]


def _annex(sheet: "Worksheet", painter: Painter, content: Content, row: int, annex: AnnexKind) -> None:
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
    put_text(sheet, painter, row, HINT, hint, "hint")
    lines = max(ceil(len(hint) / (WIDTHS[HINT] * 1.1)), ceil(len(words.name(annex.title)) / (WIDTHS[NAME] - 3)))
    sheet.row_dimensions[row].height = BODY_HEIGHT + (lines - 1) * LINE_HEIGHT
