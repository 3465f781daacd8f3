"""Parts of pages: several widgets that show one thing together.

Passive like pages: they emit intent and show values.
"""
