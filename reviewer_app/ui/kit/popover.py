"""A small frame over the window that closes on Esc, when focus or pointer go elsewhere, or when sizes change.

A child of the window and no window of its own: it needs no grabbing of keys, and focus, theme and size stay one.
"""

from collections.abc import Callable
from typing import override

from PySide6.QtCore import QEvent, QObject, QPoint, QRect, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QApplication, QWidget

from reviewer_app.ui.kit.layout import ColumnLayout
from reviewer_app.ui.kit.scroll_column import VerticalScrollArea
from reviewer_app.ui.kit.text import Panel
from reviewer_app.ui.kit.theme import Theme


class Popover(Panel):
    """Holds one widget; `closed` follows however it was closed, and then it is deleted.

    `home`, where it is set, gets the focus back where what had it before is out of sight.
    """

    closed = Signal()

    def __init__(
        self,
        theme: Theme,
        content: QWidget,
        name: str,
        anchor: QWidget,
        stops: Callable[[], list[QWidget]] | None = None,
    ) -> None:
        """Hold `content` under `anchor`; `name` is what a screen reader calls it. Tab goes round through `stops`."""
        super().__init__("raised", "popover", anchor.window())
        self._theme = theme
        self._content = content
        self._anchor = anchor
        self._stops = stops
        self.home: QWidget | None = None
        self._before: QWidget | None = None
        self._at: QRect | None = None
        self._height = 0
        self._is_open = False
        self.setAccessibleName(name)
        ColumnLayout(theme, content, margins=10, parent=self)
        theme.changed.connect(self.close_over)
        self.hide()

    def open(self, *, width: int, height: int = 0, at: QRect | None = None) -> None:
        """Open `width` px wide and, where given, `height` px high at 100 %, inside the window.

        It stands under the anchor, or under the part `at` of it.
        """
        self._before, self._at, self._height = self.window().focusWidget(), at, height
        self.setFixedWidth(min(self._theme.em(width), self.window().width() - self._theme.em(16)))
        self.fit()
        self._is_open = True
        self.show()
        self.raise_()
        self._content.setFocus()
        app = QApplication.instance()
        if isinstance(app, QApplication):
            app.focusChanged.connect(self._on_focus_changed)
            app.installEventFilter(self)

    def fit(self) -> None:
        """Take the height that is asked for, or that the content needs now, and the place for it."""
        layout, most = self.layout(), self.window().height() - self._theme.em(16)
        if self._height:
            self.setFixedHeight(min(self._theme.em(self._height), most))
        elif layout is not None and layout.hasHeightForWidth():
            layout.activate()
            self.setFixedHeight(min(layout.totalHeightForWidth(self.width()), most))
        self.adjustSize()
        self.move(self._place())

    @property
    def is_open(self) -> bool:
        """Whether it is open."""
        return self._is_open

    def close_over(self) -> None:
        """Close and give the focus back to where it was; where that is gone, to `home`."""
        if not self._is_open:
            return
        self._is_open = False
        app = QApplication.instance()
        if isinstance(app, QApplication):
            app.focusChanged.disconnect(self._on_focus_changed)
            app.removeEventFilter(self)
        inside = self._holds(self.window().focusWidget())
        self.hide()
        before = self._before
        if inside and before is not None and before.isVisible():
            before.setFocus()
        elif inside and self.home is not None:
            self.home.setFocus()
        self.closed.emit()
        self.deleteLater()

    def _holds(self, widget: QWidget | None) -> bool:
        return widget is not None and (widget is self or self.isAncestorOf(widget))

    def _place(self) -> QPoint:
        """Return a corner under the anchor, else above it, else beside it; always inside the window."""
        window, margin, gap = self.window(), self._theme.em(8), self._theme.em(4)
        part = QRect(QPoint(0, 0), self._anchor.size()) if self._at is None else self._at
        anchor = QRect(self._anchor.mapTo(window, part.topLeft()), part.size())
        room = window.rect().adjusted(margin, margin, -margin, -margin)
        below, above = anchor.bottom() + gap, anchor.top() - self.height() - gap
        right, left = anchor.right() + gap, anchor.left() - self.width() - gap
        corner = QPoint(anchor.left(), above)
        if below + self.height() <= window.height() - margin:
            corner.setY(below)
        elif above < margin and (right + self.width() <= room.right() or left >= margin):
            corner = QPoint(right if right + self.width() <= room.right() else left, anchor.top())
        most = QPoint(window.width() - self.width() - margin, window.height() - self.height() - margin)
        return QPoint(max(min(corner.x(), most.x()), margin), max(min(corner.y(), most.y()), margin))

    @override
    def focusNextPrevChild(self, next: bool) -> bool:
        if self._stops is None:
            return super().focusNextPrevChild(next)
        stops = [one for one in self._stops() if one.isVisible() and one.isEnabled()]
        focus = self.window().focusWidget() or self
        held = [place for place, one in enumerate(stops) if one is focus or one.isAncestorOf(focus)]
        if stops:
            place = held[0] + (1 if next else -1) if held else 0
            reason = Qt.FocusReason.TabFocusReason if next else Qt.FocusReason.BacktabFocusReason
            stops[place % len(stops)].setFocus(reason)
        return True

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.close_over()
        else:
            super().keyPressEvent(event)

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Close on a press outside, which still does what it says, and when the window takes another size."""
        if event.type() == QEvent.Type.Resize and watched is self.window():
            self.close_over()
        presses = (QEvent.Type.MouseButtonPress, QEvent.Type.MouseButtonDblClick)
        if event.type() in presses and isinstance(event, QMouseEvent):
            place = self.mapFromGlobal(event.globalPosition().toPoint())
            if isinstance(watched, QWidget) and watched.window() is self.window() and not self.rect().contains(place):
                self.close_over()
        return False

    def _on_focus_changed(self, _before: QWidget | None, now: QWidget | None) -> None:
        if now is not None and not self._holds(now):
            self.close_over()


def open_scrolled(theme: Theme, inside: QWidget, name: str, anchor: QWidget, *, width: int, height: int) -> None:
    """Open a popover of `width` × `height` px at 100 % over what may be higher and scrolls then."""
    area = VerticalScrollArea(inside)
    area.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
    area.setAccessibleName(name)
    Popover(theme, area, name, anchor).open(width=width, height=height)
