"""The order of Tab among widgets that were made at different times; Qt puts every new one last."""

from collections.abc import Iterable
from itertools import pairwise

from PySide6.QtWidgets import QWidget


def chain(widgets: Iterable[QWidget]) -> None:
    """Let Tab go from each widget to the next; only widgets without children that take the focus themselves."""
    for before, after in pairwise(widgets):
        QWidget.setTabOrder(before, after)
