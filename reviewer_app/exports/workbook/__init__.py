"""The consolidated workbook: every figure as a live formula with its computed value beside it.

A spreadsheet has to agree with the desk cell by cell, so formulas and results are made from the same figures.
"""

from pathlib import Path

from reviewer_app.exports.material import Counts, RoundMaterial
from reviewer_app.exports.workbook.names import workbook_name

__all__ = ["workbook_bytes", "workbook_name", "write_workbook"]


def workbook_bytes(material: RoundMaterial) -> bytes:
    """Give the bytes of the workbook, see `writing.workbook_bytes`; openpyxl is loaded only here."""
    from reviewer_app.exports.workbook import writing

    return writing.workbook_bytes(material)


def write_workbook(material: RoundMaterial, target: Path) -> Counts:
    """Write the workbook to `target` and give what it counts, see `writing.write_workbook`."""
    from reviewer_app.exports.workbook import writing

    return writing.write_workbook(material, target)
