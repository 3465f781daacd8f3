"""Loads Qt and leaves Python's own import in place; the first of our modules that imports Qt imports this one before.

PySide replaces `__import__` to look for `from __feature__ import …` and reads the source of every module that is
imported afterwards. We use no such feature, and reading SQLAlchemy's sources costs as much as an empty window.
"""

import builtins

_plain = builtins.__import__

import PySide6.QtCore  # noqa: E402, F401 # reason: between keeping and putting back

builtins.__import__ = _plain
