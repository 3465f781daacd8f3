"""Tests of the shape of the code base: imports, sizes, literals."""
