"""What the libraries alone need for the same cells and words: the floors of the table of speeds."""

from pathlib import Path

type Plan = list[tuple[str, list[list[object]]]]


def find_plainly(data: bytes, words: str) -> int:
    """Count words in a PDF by PDFium's own text in lower case, under the lock: no folding, no places, nothing kept."""
    import pypdfium2

    from reviewer_app.exchange.annex import pdf as annex_pdf

    with annex_pdf._lock:
        document = pypdfium2.PdfDocument(data)
        try:
            return sum(
                document[page].get_textpage().get_text_range().lower().count(words) for page in range(len(document))
            )
        finally:
            document.close()


def plan_of(workbook: Path) -> Plan:
    """Return the cells of a workbook by sheet: values and formulas, as plain as they come."""
    import openpyxl

    book = openpyxl.load_workbook(workbook, read_only=True)
    try:
        return [(sheet.title, [list(row) for row in sheet.iter_rows(values_only=True)]) for sheet in book.worksheets]
    finally:
        book.close()


def write_plainly(plan: Plan, target: Path) -> None:
    """Write the same values and formulas with openpyxl's fastest way: no styles, no widths, nothing else."""
    import openpyxl

    book = openpyxl.Workbook(write_only=True)
    for title, cells in plan:
        sheet = book.create_sheet(title)
        for row in cells:
            sheet.append(row)
    book.save(target)
