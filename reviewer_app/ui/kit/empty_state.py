"""What stands where there is nothing yet: a sentence that says why, and what to do about it."""

from typing import override

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QSizePolicy, QWidget

from reviewer_app.ui.kit import icons
from reviewer_app.ui.kit.button import Button, ButtonKind
from reviewer_app.ui.kit.layout import ColumnLayout, RowLayout
from reviewer_app.ui.kit.painted import Painted
from reviewer_app.ui.kit.text import Text
from reviewer_app.ui.kit.theme import Theme

_SIZE = 28


class _Icon(Painted, QWidget):
    """A picture that says nothing beyond the words below it, and so nothing to a screen reader."""

    across = QSizePolicy.Policy.Preferred
    name = ""

    @override
    def sizeHint(self) -> QSize:
        return QSize(self.theme.em(_SIZE), self.theme.em(_SIZE))

    @override
    def paint(self, painter: QPainter, box: QRectF) -> None:
        size = self.theme.em(_SIZE)
        if self.name:
            place = QRectF((box.width() - size) / 2, 0, size, size)
            icons.draw(painter, self.name, self.theme.color("text2"), place)


class EmptyState(QWidget):
    """Icon, title, text and buttons, centred; `button_chosen` carries the key of the button."""

    button_chosen = Signal(str)

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._icon = _Icon(theme)
        self._title = Text("", "title", wrap=True)
        self._text = Text("", "body", "text2", wrap=True)
        for label in (self._title, self._text):
            label.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._buttons = RowLayout(theme, gap=8)
        column = ColumnLayout(theme, gap=8, margins=None, parent=self)
        column.add(2, self._icon, self._title, self._text, self._buttons, 3)
        self._made: list[Button] = []

    def show_words(self, title: str, text: str = "", icon_name: str = "") -> None:
        """Show what is missing and why."""
        self._icon.name = icon_name
        self._title.setText(title)
        self._text.setText(text)
        self.setAccessibleName(title)  # where nothing can be pressed, it has the focus itself
        self.setAccessibleDescription(text)
        self._text.setVisible(bool(text))
        self._icon.setVisible(bool(icon_name))
        self._icon.update()

    @property
    def title(self) -> str:
        """What is missing."""
        return self._title.text()

    def show_buttons(self, buttons: dict[str, tuple[str, ButtonKind]]) -> None:
        """Offer buttons: words and kind by key; a focus on one before stays on its like, else on the first."""
        before, focused = self._made, self.window().focusWidget()
        while self._buttons.takeAt(0) is not None:
            pass
        self._made = []
        self._buttons.addStretch(1)
        for key, (words, kind) in buttons.items():
            button = Button(self._theme, words, kind)
            button.setObjectName(key)
            button.clicked.connect(self._on_button_clicked)
            self._made.append(button)
            self._buttons.addWidget(button)
        self._buttons.addStretch(1)
        if focused in before and self._made:
            heir = next((one for one in self._made if one.objectName() == focused.objectName()), self._made[0])
            heir.show()
            heir.setFocus()  # before the old ones go, which would hand it on to anybody
        for old in before:
            old.hide()
            old.deleteLater()

    def take_focus(self) -> bool:
        """Put the focus on the first button; False where there is none."""
        if self._made:
            self._made[0].setFocus()
        return bool(self._made)

    def _on_button_clicked(self) -> None:
        sender = self.sender()
        if sender is not None:
            self.button_chosen.emit(sender.objectName())
