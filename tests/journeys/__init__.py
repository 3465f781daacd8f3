"""Tests of the program from end to end."""
