"""Parts of forms: a field with label and error, the cross that empties one, and one that completes words."""

from collections.abc import Sequence
from typing import override

from PySide6.QtCore import QEvent, QObject, QRectF, Qt
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QLabel, QLineEdit, QWidget

from reviewer_app.ui.kit import icons
from reviewer_app.ui.kit.layout import ColumnLayout
from reviewer_app.ui.kit.text import Text
from reviewer_app.ui.kit.theme import Theme, restyle


class LabelledField(QWidget):
    """A label above a field, an error below it."""

    def __init__(self, theme: Theme, label: str, field: QWidget, hint: str = "") -> None:
        """Put `label` above `field`; the label is also its accessible name."""
        super().__init__()
        self.field = field
        self._label = Text(label, "label", "text2")
        self._label.setBuddy(field)
        self._hint = Text(hint, "small", "text2", wrap=True)
        self._error = Text("", "small", "err", wrap=True)
        self._error.hide()
        field.setAccessibleName(label)
        field.setAccessibleDescription(hint)
        ColumnLayout(theme, self._label, field, self._hint, self._error, gap=3, parent=self)
        self._hint.setVisible(bool(hint))  # not before it has a parent: it would be a window for a moment
        if isinstance(field, QLineEdit):
            field.textEdited.connect(self._on_field_text_edited)

    def show_error(self, sentence: str) -> None:
        """Say under the field what is wrong; empty takes it back."""
        self._error.setText(f"▲ {sentence}" if sentence else "")
        self._error.setVisible(bool(sentence))
        self.field.setProperty("fault", "true" if sentence else "false")
        restyle(self.field)
        if sentence:
            self.field.setAccessibleDescription(sentence)
            self.field.setFocus()

    @property
    def label(self) -> QLabel:
        """The label."""
        return self._label

    def _on_field_text_edited(self, _text: str) -> None:
        self.show_error("")


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


class TagField(QLineEdit):
    """Completes words; nothing is taken that was not asked for or typed."""

    def __init__(self) -> None:
        """Start empty, without words."""
        super().__init__()
        self._words: tuple[str, ...] = ()
        self._length = 0
        self._at = -1
        self.textEdited.connect(self._on_text_edited)

    def show_words(self, words: Sequence[str]) -> None:
        """Complete with these."""
        self._words = tuple(words)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Down, Qt.Key.Key_Up) and not self.isReadOnly():
            self._step(1 if event.key() == Qt.Key.Key_Down else -1)
        else:
            super().keyPressEvent(event)

    def _typed(self) -> tuple[str, str]:
        """Return what stands before the last word, and what of that was typed."""
        text = self.text()[: self.selectionStart()] if self.hasSelectedText() else self.text()
        before, comma, last = text.rpartition(",")
        return before + comma, last.lstrip()

    def _fitting(self, typed: str) -> list[str]:
        before, _ = self._typed()
        held = {one.strip().casefold() for one in before.split(",")}
        begins = typed.casefold()
        return [one for one in self._words if one.casefold().startswith(begins) and one.casefold() not in held]

    def _step(self, step: int) -> None:
        _before, typed = self._typed()
        fitting = self._fitting(typed)
        if fitting:
            self._at = (self._at + step) % len(fitting)
            self._complete(fitting[self._at])

    def _on_text_edited(self, text: str) -> None:
        grew, self._length, self._at = len(text) > self._length, len(text), -1
        _before, typed = self._typed()
        if grew and typed and self.cursorPosition() == len(text) and (fitting := self._fitting(typed)):
            self._at = 0
            self._complete(fitting[0])

    def _complete(self, word: str) -> None:
        before, typed = self._typed()
        start = f"{before} " if before else ""
        self.setText(f"{start}{typed}{word[len(typed) :]}")
        self.setModified(True)
        self._length = len(self.text())
        behind = len(word) - len(typed)
        self.setSelection(len(self.text()) - behind, behind)
