"""Rows and columns of widgets, whose gaps and margins are px at 100 % and follow the text size."""

from typing import ClassVar

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QBoxLayout, QLayout, QWidget

from reviewer_app.ui.kit.theme import Theme

type Part = QWidget | QLayout | int | tuple[QWidget | QLayout, int] | tuple[QWidget, Qt.AlignmentFlag]
"""What stands in a row or column: a widget or layout, either with its stretch or alignment, or an empty stretch."""

type Margins = int | tuple[int, int, int, int]
"""The same at all sides, or left, top, right, bottom."""


class _Line(QBoxLayout):
    _direction: ClassVar[QBoxLayout.Direction]

    def __init__(
        self,
        theme: Theme,
        *parts: Part,
        gap: int | None = None,
        margins: Margins | None = 0,
        parent: QWidget | None = None,
    ) -> None:
        """Lay out `parts`, in `parent` where it is the layout of a widget.

        Without a `gap` it is that of the layout around this one; margins of None are those of the style.
        """
        super().__init__(self._direction, parent)
        self._theme = theme
        self._gap = gap
        self._margins = margins
        self._measure()
        self.add(*parts)
        if gap or margins:
            theme.changed.connect(self._measure)

    def add(self, *parts: Part) -> None:
        """Add parts behind those there are."""
        for part in parts:
            match part:
                case int():
                    self.addStretch(part)
                case QLayout():
                    self.addLayout(part)
                case QWidget():
                    self.addWidget(part)
                case (QWidget() as widget, Qt.AlignmentFlag() as alignment):
                    self.addWidget(widget, 0, alignment)
                case (QWidget() as widget, int(stretch)):
                    self.addWidget(widget, stretch)
                case (QLayout() as layout, int(stretch)):
                    self.addLayout(layout, stretch)

    def show_measures(self, *, gap: int | None = None, margins: Margins | None = None) -> None:
        """Take another gap, or other margins."""
        self._gap = self._gap if gap is None else gap
        self._margins = self._margins if margins is None else margins
        self._measure()

    def _measure(self) -> None:
        em = self._theme.em
        if self._gap is not None and self.spacing() != em(self._gap):
            self.setSpacing(em(self._gap))
        if self._margins is not None:
            sides = (self._margins,) * 4 if isinstance(self._margins, int) else self._margins
            self.setContentsMargins(*map(em, sides))


class RowLayout(_Line):
    """Parts from left to right."""

    _direction = QBoxLayout.Direction.LeftToRight


class ColumnLayout(_Line):
    """Parts from the top down."""

    _direction = QBoxLayout.Direction.TopToBottom
