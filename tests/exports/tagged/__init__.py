"""Tests of tagged pages and archive files."""
