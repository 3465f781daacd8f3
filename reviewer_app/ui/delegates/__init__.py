"""Delegates that paint the cells of lists and tables.

Painting thousands of cells needs no widget for each of them.
"""
