"""Walking from mark to mark by keyboard: Tab and Shift+Tab, Enter opens one, Esc lets go of it."""

from typing import Protocol, override

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QWidget

_TABBED = (Qt.FocusReason.TabFocusReason, Qt.FocusReason.BacktabFocusReason)


class MarkedView(Protocol):
    """A view with marks."""

    def mark_ids(self) -> list[str]:
        """Return the marks' annotations as one reads, each once."""
        ...

    def first_in_sight(self) -> str:
        """Return the first mark that is in sight, or the first after it; empty where there is none."""
        ...

    def show_focused(self, annotation: str) -> None:
        """Draw the focus around a mark and bring it into sight; empty: around none."""
        ...


class MarkFocus(QObject):
    """Watches the keys of `view`; `mark_opened` carries the annotation of the mark that Enter was pressed on.

    So it does of one that was clicked, after `criterion_meant` with the key of its tag, where it has one.
    """

    mark_opened = Signal(str)
    criterion_meant = Signal(str)

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

    def open(self, annotation: str, criterion: str) -> None:
        """Open a mark that was clicked, or its tag, which is that of a criterion or of none."""
        if criterion:
            self.criterion_meant.emit(criterion)
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
