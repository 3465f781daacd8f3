"""What the libraries alone need for the same cells and words: the floors of the table of speeds."""

from collections.abc import Iterable
from pathlib import Path
from typing import Any

type Plan = list[tuple[str, list[list[object]]]]


def plan_of(workbook: Path) -> Plan:
    """Return the cells of a workbook by sheet: values and formulas, as plain as they come."""
    import openpyxl

    book = openpyxl.load_workbook(workbook, read_only=True)
    try:
        return [(sheet.title, [list(row) for row in sheet.iter_rows(values_only=True)]) for sheet in book.worksheets]
    finally:
        book.close()


def write_plainly(plan: Plan, target: Path) -> None:
    """Write the cells with openpyxl's fastest way, one shared style on each cell as ours has one."""
    import openpyxl
    from openpyxl.cell import WriteOnlyCell
    from openpyxl.styles import Font

    book = openpyxl.Workbook(write_only=True)
    font = Font(name="Arial", size=10)
    for title, cells in plan:
        sheet = book.create_sheet(title)
        for row in cells:
            sheet.append([_styled(WriteOnlyCell, sheet, value, font) for value in row])
    book.save(target)


def _styled(kind: Any, sheet: Any, value: object, font: Any) -> Any:  # noqa: ANN401 # openpyxl's own types
    if value is None:
        return None
    cell = kind(sheet, value=value)
    cell.font = font
    return cell


def words_of(pdf: bytes) -> list[str]:
    """Return the text of a PDF by lines."""
    import pypdfium2

    document = pypdfium2.PdfDocument(pdf)
    try:
        return [
            line for page in document for line in page.get_textpage().get_text_bounded().splitlines() if line.strip()
        ]
    finally:
        document.close()


def set_plainly(documents: Iterable[list[str]], folder: Path) -> None:
    """Set the same words with reportlab's own paragraphs and tables, in our font, untagged."""
    from xml.sax.saxutils import escape

    from reportlab.lib.styles import ParagraphStyle
    from reportlab.pdfbase import pdfmetrics
    from reportlab.pdfbase.ttfonts import TTFont
    from reportlab.platypus import Paragraph, SimpleDocTemplate, Table

    from resources import fonts

    if "Bench" not in pdfmetrics.getRegisteredFontNames():
        pdfmetrics.registerFont(TTFont("Bench", fonts.cuts()["Regular"]))
    style = ParagraphStyle("bench", fontName="Bench", fontSize=8, leading=10.5)
    for index, lines in enumerate(documents):
        story = [
            Table([[Paragraph(escape(line), style)] for line in lines[start : start + 40]])
            for start in range(0, len(lines), 40)
        ]
        SimpleDocTemplate(str(folder / f"{index}.pdf"), invariant=1).build(story)
