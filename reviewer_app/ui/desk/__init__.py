"""Puts shell and subjects together; the only room that knows every page."""
