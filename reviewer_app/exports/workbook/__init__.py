"""The consolidated workbook: every figure as a live formula with its computed value beside it.

A spreadsheet has to agree with the desk cell by cell, so formulas and results are made from the same figures.
"""
