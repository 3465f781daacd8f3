"""The recommendation sheet: one tagged, archivable PDF per application.

It is what the board signs and the ministry keeps, so it says where its figures come from and checks itself.
"""

from reviewer_app.exports.sheet.writing import MadeSheet, SheetResult, make_sheet, sheet_bytes, sheet_name, write_sheet

__all__ = ["MadeSheet", "SheetResult", "make_sheet", "sheet_bytes", "sheet_name", "write_sheet"]
