"""Handing out: workbook, sheets, evidence and annotated annexes."""
