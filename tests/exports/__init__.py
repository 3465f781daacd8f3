"""Tests of the files that leave for good."""
