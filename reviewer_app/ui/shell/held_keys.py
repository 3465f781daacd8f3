"""Keys pressed at a page that is still being filled: kept in their order, and done as soon as it can be seen."""

from typing import override

import shiboken6
from PySide6.QtCore import QEvent, QObject
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QWidget


class HeldKeys(QObject):
    """Holds what is pressed at whatever has the focus in `page`; shortcuts are done at once, so nobody is held here."""

    def __init__(self, page: QWidget) -> None:
        """Hold nothing yet."""
        super().__init__(page)
        self._page = page
        self._holds = False
        self._keys: list[QKeyEvent] = []
        self._watched: QWidget | None = None

    def hold(self) -> None:
        """Hold keys from now on; those held for what was to be shown before are for nobody any more."""
        self.drop()
        self._holds = True
        if isinstance(app := QApplication.instance(), QApplication):
            app.focusChanged.connect(self._on_focus_changed)
        self._watch(QApplication.focusWidget())

    def drop(self) -> None:
        """Hold no longer, and forget what was pressed."""
        self._keys = []
        if self._holds:
            self._holds = False
            if isinstance(app := QApplication.instance(), QApplication):
                app.focusChanged.disconnect(self._on_focus_changed)
            self._watch(None)

    def release(self) -> None:
        """Hold no longer, and press what was held where the focus is by then; outside the page it is nobody's."""
        keys = self._keys
        self.drop()
        for key in keys:
            focus = QApplication.focusWidget()
            if focus is not None and self._page.isAncestorOf(focus):
                QApplication.sendEvent(focus, key)

    def _on_focus_changed(self, _old: object, _now: object) -> None:
        self._watch(QApplication.focusWidget())

    def _watch(self, widget: QWidget | None) -> None:
        if self._watched is not None and shiboken6.isValid(self._watched):
            self._watched.removeEventFilter(self)
        self._watched = widget if widget is not None and self._page.isAncestorOf(widget) else None
        if self._watched is not None:
            self._watched.installEventFilter(self)

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Keep a copy of a key and let nobody else see it."""
        if not isinstance(event, QKeyEvent) or event.type() not in {QEvent.Type.KeyPress, QEvent.Type.KeyRelease}:
            return super().eventFilter(watched, event)
        parts = (event.type(), event.key(), event.modifiers(), event.text(), event.isAutoRepeat(), event.count())
        self._keys.append(QKeyEvent(*parts))
        return True
