"""Tests of the files from and to people."""
