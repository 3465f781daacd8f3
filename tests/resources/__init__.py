"""Tests of the texts, fonts and other plain files."""
