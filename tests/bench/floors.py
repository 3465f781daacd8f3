"""What the libraries alone need for the same cells and words: the floors of the table of speeds."""

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
