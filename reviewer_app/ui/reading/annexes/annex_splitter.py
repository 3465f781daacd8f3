"""The annexes of the reading page: one, or two side by side where there is room for both."""

from typing import override

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QApplication, QSplitter, QWidget

from reviewer_app.ui.kit.theme import SizeClass, Theme
from reviewer_app.ui.reading.annexes.annex_view import AnnexView

_LEAST = 30 * 13
"""Each of two annexes has at least so much width, in px at 100 %."""

_EVEN = 0.5


class AnnexSplitter(QSplitter):
    """`active` is the view that last had the focus; `second` is made when it is first asked for."""

    def __init__(self, theme: Theme, parent: QSplitter) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self._theme = theme
        self._size = SizeClass.NORMAL
        self._wanted = False
        self._share = _EVEN
        self.first = AnnexView(theme)
        self.second: AnnexView | None = None
        self.active = self.first
        self.setChildrenCollapsible(False)
        self.setHandleWidth(1)
        self.addWidget(self.first)
        self.splitterMoved.connect(self._on_splitter_moved)
        app = QApplication.instance()
        if isinstance(app, QApplication):
            app.focusChanged.connect(self._on_focus_changed)

    def make_second(self) -> AnnexView:
        """Return the second view; it is hidden until `show_second`."""
        if self.second is None:
            self.second = AnnexView(self._theme, docks=False)
            self.second.hide()
            self.second.show_size(self._size)
            self.addWidget(self.second)
        return self.second

    def show_second(self, *, wanted: bool) -> None:
        """Show the second view, or not any more; without room it waits until there is some."""
        self._wanted = wanted
        self._arrange()

    @property
    def views(self) -> list[AnnexView]:
        """All views there are, in sight or not."""
        return [self.first] if self.second is None else [self.first, self.second]

    @property
    def is_split(self) -> bool:
        """Whether both views are in sight."""
        return self.second is not None and self.second.isVisibleTo(self)

    @property
    def is_wanted(self) -> bool:
        """Whether a second view is open, also while there is no room for it."""
        return self._wanted

    @property
    def has_room(self) -> bool:
        """Whether two annexes have the width they need side by side."""
        room = self.width() - self.first.docked_width
        return self._size is not SizeClass.NARROW and room >= self._theme.em(2 * _LEAST)

    def show_size(self, size: SizeClass) -> None:
        """Arrange for another size class."""
        self._size = size
        for view in self.views:
            view.show_size(size)
        self._arrange()

    def use(self, view: AnnexView) -> None:
        """Let what is done next be done in this view."""
        if view is not self.active and (view is self.first or self.is_split):
            self.active = view
            self._show_active()

    def _arrange(self) -> None:
        second = self.second
        if second is None:
            return
        shown = self._wanted and self.has_room
        if not shown and second.isAncestorOf(self.window().focusWidget() or self):
            self.first.take_focus()
        second.setVisible(shown)
        if shown:
            docked = self.first.docked_width
            first = round((self.width() - docked) * self._share)
            self.setSizes([docked + first, self.width() - docked - first])
        else:
            self.use(self.first)
        self._show_active()

    def _on_splitter_moved(self, _position: int, _index: int) -> None:
        """Remember how the width is shared; the list at the left has its own."""
        docked = self.first.docked_width
        self._share = (self.first.width() - docked) / max(self.width() - docked, 1)

    def _show_active(self) -> None:
        for view in self.views:
            view.bar.show_active(active=view is self.active or not self.is_split)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()

    def _on_focus_changed(self, _before: QWidget | None, now: QWidget | None) -> None:
        for view in self.views:
            if now is not None and (view is now or view.isAncestorOf(now)):
                self.use(view)
