"""The cross that empties a field; Qt's own keeps the size it has at 100 % whatever the size of text."""

from typing import override

from PySide6.QtCore import QEvent, QObject, QRectF, Qt
from PySide6.QtGui import QEnterEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QLineEdit

from reviewer_app.ui.kit import icons
from reviewer_app.ui.kit.theme import Theme

_SIDE, _ICON, _EDGE = 22, 16, 5
"""Px at 100 %: of the button, of the cross in it, and from the edge of the field."""


class ClearButton(QAbstractButton):
    """Stands at the right end of `field` while there is a text in it; the focus stays where it is."""

    def __init__(self, field: QLineEdit, theme: Theme, name: str) -> None:
        """Belong to a field; `name` is for a screen reader."""
        super().__init__(field)
        self._field, self._theme = field, theme
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setCursor(Qt.CursorShape.ArrowCursor)
        self.setAccessibleName(name)
        field.installEventFilter(self)
        field.textChanged.connect(self._on_field_text_changed)
        theme.changed.connect(self._arrange)
        self.clicked.connect(field.clear)
        self.hide()

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Resize:
            self._arrange()
        return False

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        icon = self._theme.em(_ICON)
        box = QRectF((self.width() - icon) / 2, (self.height() - icon) / 2, icon, icon)
        painter = QPainter(self)
        icons.draw(painter, "close", self._theme.color("text" if self.underMouse() else "text2"), box)
        painter.end()

    @override
    def enterEvent(self, event: QEnterEvent) -> None:
        self.update()

    @override
    def leaveEvent(self, event: QEvent) -> None:
        self.update()

    def _on_field_text_changed(self, text: str) -> None:
        if self.isHidden() == bool(text):
            self.setVisible(bool(text))
            self._arrange()

    def _arrange(self) -> None:
        field, side = self._field, self._theme.em(_SIDE)
        if self.isHidden():
            field.setTextMargins(0, 0, 0, 0)
            return
        field.setTextMargins(0, 0, side - self._theme.em(_EDGE), 0)
        self.setGeometry(field.width() - side - self._theme.em(_EDGE), (field.height() - side) // 2, side, side)
        self.update()
