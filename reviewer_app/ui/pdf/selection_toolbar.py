"""The toolbar under what is selected: buttons that mark it, and what is said about it."""

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtWidgets import QWidget

from reviewer_app.ui.kit.button import Button, ButtonKind
from reviewer_app.ui.kit.layout import RowLayout
from reviewer_app.ui.kit.text import Panel, Text
from reviewer_app.ui.kit.theme import Theme

_GAP = 8


class SelectionToolbar(Panel):
    """Buttons that never take the focus from the document."""

    link_wanted = Signal()
    other_wanted = Signal()
    note_wanted = Signal()

    def __init__(self, theme: Theme, room: QWidget) -> None:
        """Start hidden in `room`, a viewport."""
        super().__init__("raised", "popover")
        self.setParent(room)
        self._theme = theme
        self._room = room
        self._may_link = True
        self.setAccessibleName(self.tr("Auswahl"))
        self.link = Button(theme, "", ButtonKind.PRIMARY, key="F")
        self.other = Button(theme, self.tr("Anderes …"), ButtonKind.FLAT, key=self.tr("⇧F"))
        self.note = Button(theme, self.tr("Nur für mich markieren"), ButtonKind.PRIMARY, key="M")
        row = RowLayout(theme, gap=4, margins=4, parent=self)
        for button in (self.link, self.other, self.note):
            button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
            row.addWidget(button)
        self._hint = Text("", "cap", "text2")
        self._hint.hide()
        row.addWidget(self._hint)
        self.link.clicked.connect(self.link_wanted)
        self.other.clicked.connect(self.other_wanted)
        self.note.clicked.connect(self.note_wanted)
        theme.changed.connect(self._on_theme_changed)
        self._on_theme_changed()
        self.hide()

    def show_link(self, words: str, *, may_link: bool) -> None:
        """Say what linking means now; without words only something else can be chosen, not `may_link` only a note."""
        asks = self.other.isHidden() and self.note.isHidden()
        self._may_link = may_link
        self.link.setText(words)
        if not asks:
            self._show_buttons()

    def show_hint(self, words: str) -> None:
        """Say something about what is selected beside the buttons; empty says nothing."""
        self._hint.setText(words)
        self._hint.setVisible(bool(words))

    def ask(self, words: str) -> None:
        """Say at the upper edge what the hand is to do now, without buttons."""
        for button in (self.link, self.other, self.note):
            button.hide()
        self.show_hint(words)
        self._show_at(QRectF(self._room.width() / 2, 0, 0, 0))

    def show_under(self, box: QRectF) -> None:
        """Show under a box of the viewport, above it where there is no room."""
        self._show_buttons()
        self._show_at(box)

    def _show_buttons(self) -> None:
        self.link.setVisible(self._may_link and bool(self.link.text()))
        self.other.setVisible(self._may_link)
        self.note.setVisible(not self._may_link)

    def _show_at(self, box: QRectF) -> None:
        parent = self._room
        self.adjustSize()
        gap = self._theme.em(_GAP)
        top = box.bottom() + gap
        if top + self.height() > parent.height():
            top = box.top() - gap - self.height()
        left = min(max(box.center().x() - self.width() / 2, gap), parent.width() - self.width() - gap)
        self.move(round(max(left, gap)), round(min(max(top, gap), parent.height() - self.height() - gap)))
        self.show()
        self.raise_()

    def _on_theme_changed(self) -> None:
        space = self._theme.em(4)
        self._hint.setContentsMargins(2 * space, space, 2 * space, space)
