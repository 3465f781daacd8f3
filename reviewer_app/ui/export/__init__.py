"""Handing out workbook, sheets and annotated annexes."""
