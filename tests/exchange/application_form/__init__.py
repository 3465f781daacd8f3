"""Tests of the application form."""
