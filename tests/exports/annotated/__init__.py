"""Tests of the PDF with annotations."""
