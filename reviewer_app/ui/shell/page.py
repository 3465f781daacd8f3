"""What every page is: a widget that lays out, emits intent and shows values, and knows nothing of services.

The frame asks a page for its panes and a field for the page header; everything else goes through its presenter.
"""

from typing import override

import shiboken6
from PySide6.QtCore import QEvent, QObject, Qt, QTimer
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QApplication, QWidget

from reviewer_app.ui.kit.theme import SizeClass, Theme


class _Cover(QWidget):
    """The ground of the window over a page; what lies beneath is not painted."""

    def __init__(self, theme: Theme, page: QWidget) -> None:
        super().__init__(page)
        self._theme = theme
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.hide()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        QPainter(self).fillRect(event.rect(), self._theme.color("window"))


class _KeyBuffer(QObject):
    """Keeps the keys pressed at whatever has the focus in `page`, in their order, until the page can be seen.

    Shortcuts are done at once and do not come by here.
    """

    def __init__(self, page: QWidget) -> None:
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


class Page(QWidget):
    """A passive page; `header_field` is shown in the page header left of the buttons (a filter, for example)."""

    header_field: QWidget | None = None

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        """Keep the theme; subclasses lay out and connect `theme.changed` where they use lengths.

        Qt polishes all widgets of a tree again whenever it gets another parent. So a large page is built from its
        stack inwards: each part is where it stays before its own parts come.
        """
        super().__init__(parent)
        self.theme = theme
        self.size_class = SizeClass.NORMAL
        self.short = False
        self._cover = _Cover(theme, self)
        self._covers = False
        self._half = QTimer(self, singleShot=True, interval=0)
        self._half.timeout.connect(self._on_half_timeout)
        self._keys = _KeyBuffer(self)

    def cover(self) -> None:
        """Hide what belongs to another application until `uncover`: the store has not answered yet.

        So it is neither read for this one's nor painted for nothing. The focus stays where it is; what is pressed there
        waits for `uncover`.
        """
        self._covers = True
        self._half.stop()
        self._keys.hold()
        self._cover.setGeometry(self.rect())
        self._cover.raise_()
        self._cover.show()

    def uncover(self) -> None:
        """Show the page again, then do what was pressed meanwhile.

        One half comes an event before the other: to paint all of a page at once takes longer than an event may.
        """
        self._covers = False
        if self._cover.isVisible():
            half = self.width() // 2
            self._cover.setGeometry(half, 0, self.width() - half, self.height())
            self._half.start()
        else:
            self._on_half_timeout()

    def _on_half_timeout(self) -> None:
        self._cover.hide()
        self._keys.release()

    def give_up(self) -> None:
        """Show the page again without what was wanted; what was pressed for that is forgotten."""
        self._keys.drop()
        self.uncover()

    def hold_focus(self) -> None:
        """Take the focus onto the cover where nothing of the page can have it yet."""
        focus = self.window().focusWidget()
        if self.is_covered and (focus is None or not self.isAncestorOf(focus)):
            self._cover.setFocus()

    @property
    def is_covered(self) -> bool:
        """Whether the page is hidden because its application is being read."""
        return self._covers

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._cover.setGeometry(self.rect())

    def panes(self) -> list[QWidget]:
        """Return the parts that F6 walks through, in their order; each must be able to take the focus."""
        return [self]

    def walk(self) -> bool:
        """Answer F6 and Shift+F6 itself where only one pane is in sight; False lets the frame walk."""
        return False

    def show_size(self, size: SizeClass, *, short: bool) -> None:
        """Arrange for another size class of the window; `short` is under 51 em of height. Call up to this one."""
        self.size_class = size
        self.short = short

    @property
    def foot_height(self) -> int:
        """Height in px of a foot at the right with the button that one presses next; notes leave it free."""
        return 0

    def show_saved(self, words: str) -> bool:  # noqa: ARG002 # reason: for pages that have such a foot
        """Say in a foot of the page's own whether all is stored, and return whether there is one; narrow only."""
        return False

    def take_focus(self) -> None:
        """Put the focus where work begins; called after the page is shown, unless a state was restored."""
        self.panes()[0].setFocus()
