"""Widgets that several pages share.

Keyboard, names for screen readers and focus marks are solved once for all pages.
"""
