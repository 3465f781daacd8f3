"""The annexes of the reading page: one, or two side by side where there is room for both."""

from typing import override

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QApplication, QSplitter, QWidget

from reviewer_app.ui.kit.theme import SizeClass, Theme
from reviewer_app.ui.reading.annexes.annex_view import AnnexView

_LEAST = 30 * 13
"""Each of two papers has at least so much width, in px at 100 %."""

_EVEN = 0.5


class AnnexSplitter(QSplitter):
    """`active` is the half that last had the focus; `active_changed` when it is another one."""

    active_changed = Signal()

    def __init__(self, theme: Theme, language: str) -> None:
        """Start with one paper."""
        super().__init__(Qt.Orientation.Horizontal)
        self._theme = theme
        self._language = language
        self._size = SizeClass.NORMAL
        self._wanted = False
        self._share = _EVEN
        self.main = AnnexView(theme, language)
        self.beside: AnnexView | None = None
        self.active = self.main
        self.setChildrenCollapsible(False)
        self.setHandleWidth(1)
        self.addWidget(self.main)
        self.main.used.connect(self._on_main_used)
        self.splitterMoved.connect(self._on_splitter_moved)
        app = QApplication.instance()
        if isinstance(app, QApplication):
            app.focusChanged.connect(self._on_focus_changed)

    def make_beside(self) -> AnnexView:
        """Return the second half, made when it is first asked for; it is hidden until `show_beside`."""
        if self.beside is None:
            self.beside = AnnexView(self._theme, self._language, docks=False)
            self.beside.hide()
            self.beside.used.connect(self._on_beside_used)
            self.beside.show_size(self._size)
            self.addWidget(self.beside)
        return self.beside

    def show_beside(self, *, wanted: bool) -> None:
        """Show the second half, or not any more; without room it waits until there is some."""
        self._wanted = wanted
        self._arrange()

    @property
    def is_split(self) -> bool:
        """Whether both halves are in sight."""
        return self.beside is not None and self.beside.isVisibleTo(self)

    @property
    def is_wanted(self) -> bool:
        """Whether a second half is open, also while there is no room for it."""
        return self._wanted

    @property
    def has_room(self) -> bool:
        """Whether two papers have the width they need beside each other."""
        room = self.width() - self.main.docked_width
        return self._size is not SizeClass.NARROW and room >= self._theme.em(2 * _LEAST)

    def panes(self) -> list[QWidget]:
        """Return what F6 walks through."""
        return [self.main] if self.beside is None else [self.main, self.beside]

    def show_size(self, size: SizeClass) -> None:
        """Arrange for another size class."""
        self._size = size
        for area in (self.main, self.beside):
            if area is not None:
                area.show_size(size)
        self._arrange()

    def use(self, area: AnnexView) -> None:
        """Let what is done next be done in this half."""
        if area is not self.active and (area is self.main or self.is_split):
            self.active = area
            self._show_active()
            self.active_changed.emit()

    def _arrange(self) -> None:
        beside = self.beside
        if beside is None:
            return
        shown = self._wanted and self.has_room
        if not shown and beside.isAncestorOf(self.window().focusWidget() or self):
            self.main.take_focus()
        beside.setVisible(shown)
        if shown:
            docked = self.main.docked_width
            first = round((self.width() - docked) * self._share)
            self.setSizes([docked + first, self.width() - docked - first])
        else:
            self.use(self.main)
        self._show_active()

    def _on_splitter_moved(self, _position: int, _index: int) -> None:
        """Keep how the width is shared; the list at the left has its own."""
        docked = self.main.docked_width
        self._share = (self.main.width() - docked) / max(self.width() - docked, 1)

    def _show_active(self) -> None:
        for area in (self.main, self.beside):
            if area is not None:
                area.bar.show_active(active=area is self.active or not self.is_split)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()

    def _on_main_used(self) -> None:
        self.use(self.main)

    def _on_beside_used(self) -> None:
        if self.beside is not None:
            self.use(self.beside)

    def _on_focus_changed(self, _before: QWidget | None, now: QWidget | None) -> None:
        for area in (self.main, self.beside):
            if area is not None and now is not None and (area is now or area.isAncestorOf(now)):
                self.use(area)
