"""Dialogs: each opens through a class method that returns a value.

Tests replace that method and need no modal loop.
"""
