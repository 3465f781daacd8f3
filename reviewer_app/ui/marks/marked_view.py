"""What every view with marks has: the toolbar that marks, and the keys that walk from mark to mark.

Tab and Shift+Tab walk, Enter opens a mark, Esc lets go of it.
"""

from abc import abstractmethod
from typing import override

from PySide6.QtCore import QEvent, QObject, QRect, QRectF, Qt, QTimer, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QAbstractScrollArea, QWidget

from reviewer_app.ui.kit.button import Button, ButtonKind
from reviewer_app.ui.kit.layout import RowLayout
from reviewer_app.ui.kit.text import Panel, Text
from reviewer_app.ui.kit.theme import Theme

_GAP = 8
_OUTLINED = 1500
"""Milliseconds for which a mark that was gone to is outlined."""

_TABBED = (Qt.FocusReason.TabFocusReason, Qt.FocusReason.BacktabFocusReason)


class SelectionToolbar(Panel):
    """Buttons under what is selected that mark it, and what is said about it; they never take the focus."""

    def __init__(self, theme: Theme, room: QWidget) -> None:
        """Start hidden in `room`, a viewport."""
        super().__init__("raised", "popover")
        self.setParent(room)
        self._theme = theme
        self._room = room
        self._may_link = True
        self.setAccessibleName(self.tr("Auswahl"))
        self.link = Button(theme, "", ButtonKind.PRIMARY, key="F")
        self.other = Button(theme, self.tr("Anderes …"), ButtonKind.FLAT, key=self.tr("Umschalt F"))
        self.note = Button(theme, self.tr("Nur für mich markieren"), ButtonKind.PRIMARY, key="M")
        row = RowLayout(theme, gap=4, margins=4, parent=self)
        for button in (self.link, self.other, self.note):
            button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
            row.addWidget(button)
        self._hint = Text("", "cap", "text2")
        self._hint.hide()
        row.addWidget(self._hint)
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


class MarkedView(QObject):
    """A view with marks: the toolbar that marks, the keys that walk from mark to mark, an outline for a moment."""

    mark_focus: "MarkFocus"

    def __init__(self, theme: Theme, view: QAbstractScrollArea) -> None:
        """Work on `view`; a subclass makes its `mark_focus` last, which then hears of keys first."""
        super().__init__(view)
        self._theme = theme
        self.view = view
        self.toolbar = SelectionToolbar(theme, view.viewport())
        self._may_link = self._may_mark = False
        self._outline = QTimer(self, singleShot=True, interval=_OUTLINED)
        self._outline.timeout.connect(self._on_outline_timeout)

    def show_link(self, words: str, *, may_link: bool, may_note: bool = False) -> None:
        """Say what linking means now, and whether one may link, or at least note something for oneself."""
        self._may_link, self._may_mark = may_link, may_link or may_note
        self.toolbar.show_link(words, may_link=may_link)

    @abstractmethod
    def mark_ids(self) -> list[str]:
        """Return the marks' annotations as one reads, each once."""

    @abstractmethod
    def first_in_sight(self) -> str:
        """Return the first mark that is in sight, or the first after it; empty where there is none."""

    @abstractmethod
    def mark_box(self, annotation: str) -> QRect:
        """Return where a mark is in the viewport; empty where it is not in sight."""

    @abstractmethod
    def show_focused(self, annotation: str) -> None:
        """Draw the focus around a mark and bring it into sight; empty: around none."""

    @abstractmethod
    def set_outlined(self, annotation: str) -> None:
        """Paint an outline around a mark from now on; empty: around none."""

    def show_outline(self, annotation: str) -> None:
        """Draw an outline around a mark for a moment, so that the eye finds it."""
        self.set_outlined(annotation)
        self._outline.start()
        self.view.viewport().update()

    def _on_outline_timeout(self) -> None:
        self.set_outlined("")
        self.view.viewport().update()


class MarkFocus(QObject):
    """Watches the keys of `view`; `mark_opened` carries the annotation of the mark that Enter was pressed on.

    So it does of one that was clicked, after `tag_meant` with the key of its tag, where it has one.
    """

    mark_opened = Signal(str)
    tag_meant = Signal(str)

    def __init__(self, view: QWidget, walked: MarkedView) -> None:
        """Walk through the marks of `walked` while `view` has the focus."""
        super().__init__(view)
        self._walked = walked
        self.focused = ""
        view.installEventFilter(self)

    def focus(self, annotation: str) -> None:
        """Put the focus on a mark; empty: on none."""
        if annotation != self.focused:
            self.focused = annotation
            self._walked.show_focused(annotation)

    def open(self, annotation: str, tag: str) -> None:
        """Open a mark that was clicked, or its tag."""
        if tag:
            self.tag_meant.emit(tag)
        self.focus(annotation)
        self.mark_opened.emit(annotation)

    def keep(self) -> None:
        """Let go of a mark that is there no more."""
        if self.focused and self.focused not in self._walked.mark_ids():
            self.focus("")

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.FocusIn and isinstance(event, QFocusEvent) and event.reason() in _TABBED:
            self.focus("")
        if event.type() != QEvent.Type.KeyPress or not isinstance(event, QKeyEvent):
            return False
        key = event.key()
        if key in (Qt.Key.Key_Tab, Qt.Key.Key_Backtab) and not event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            return self._step(1 if key == Qt.Key.Key_Tab else -1)
        if not self.focused:
            return False
        if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not event.modifiers():
            self.mark_opened.emit(self.focused)
            return True
        if key == Qt.Key.Key_Escape:
            self.focus("")
            return True
        return False

    def _step(self, step: int) -> bool:
        """Go on by one mark; past the last one the key goes on to what comes after the view."""
        ids = self._walked.mark_ids()
        if self.focused in ids:
            place = ids.index(self.focused) + step
            following = ids[place] if 0 <= place < len(ids) else ""
        else:
            following = self._walked.first_in_sight() if step > 0 else ""
        self.focus(following)
        return bool(following)
