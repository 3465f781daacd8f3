"""Annexes through PDFium: opened, probed, read with the place of every letter."""
