"""What every view with marks has; Tab and Shift+Tab walk from mark to mark, Enter opens one, Esc lets go of it."""

from abc import abstractmethod
from typing import override

from PySide6.QtCore import QEvent, QObject, QRect, Qt, QTimer, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QAbstractScrollArea, QWidget

from reviewer_app.ui.kit.theme import Theme
from reviewer_app.ui.pdf.selection_toolbar import SelectionToolbar

_OUTLINED = 1500
"""Milliseconds for which a mark that was gone to is outlined."""

_TABBED = (Qt.FocusReason.TabFocusReason, Qt.FocusReason.BacktabFocusReason)


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
