"""The window of the desk. It is painted before anything else of the program is loaded, and then filled.

So this module imports Qt alone, and touches none of its large enumerations at import: naming `Qt` costs 24 ms once.
"""

from typing import TYPE_CHECKING, override

from PySide6.QtCore import QByteArray, QEvent, QSize, QTimer, Signal
from PySide6.QtGui import (
    QCloseEvent,
    QColor,
    QDragEnterEvent,
    QDropEvent,
    QKeyEvent,
    QKeySequence,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QResizeEvent,
)
from PySide6.QtWidgets import QMainWindow, QStyle

if TYPE_CHECKING:
    from reviewer_app.ui.kit.theme import SizeClass
    from reviewer_app.ui.shell.actions import Actions
    from reviewer_app.ui.shell.command_palette import CommandPalette
    from reviewer_app.ui.shell.context import Context
    from reviewer_app.ui.shell.frame import WindowFrame
    from reviewer_app.ui.shell.menu_row import MenuRow
    from reviewer_app.ui.shell.page import Page
    from reviewer_app.ui.shell.presenter import Presenter
    from reviewer_app.ui.shell.router import Router
    from reviewer_app.ui.shell.side_pane import SidePane
    from reviewer_app.ui.shell.window_parts import WindowParts

_ALT = 0x01000023
"""Qt.Key_Alt by its number."""

_FIRST = (1366, 768)
"""In px, where no size was kept."""

_SMALLEST = (50, 26)
"""In em, at every text size; a screen that is smaller than that still shows the whole window."""


class MainWindow(QMainWindow):
    """One window, one stack of pages. `files_dropped` carries paths; `closing` comes before the window closes.

    `dialog_help_wanted` carries a dialog over the window in which somebody asks for help.
    `first_painted` comes once; until `assemble` nothing but the ground is there.
    """

    files_dropped = Signal(list)
    closing = Signal()
    dialog_help_wanted = Signal(object)
    first_painted = Signal()

    context: "Context"
    actions_table: "Actions"
    router: "Router"
    menu_row: "MenuRow"
    frame: "WindowFrame"
    command_palette: "CommandPalette"

    def __init__(self, ground: str = "") -> None:
        """Show the ground alone; `ground` is its colour as #RRGGBB, empty is the style's own."""
        super().__init__()
        self._ground = ground
        self._painted = False
        self._alt_alone = False
        self._parts: WindowParts | None = None
        self.may_close = True
        self.setWindowTitle("Votum")
        self.setAcceptDrops(True)

    def assemble(self, context: "Context", help_pane: "SidePane", search_pane: "SidePane") -> None:
        """Fill the window with its parts, without pages."""
        from reviewer_app.ui.shell.window_parts import WindowParts

        parts = WindowParts(self, context, help_pane, search_pane)
        self._parts = parts
        self.context = context
        self.actions_table = parts.actions_table
        self.router = parts.router
        self.menu_row = parts.menu_row
        self.frame = parts.frame
        self.command_palette = parts.command_palette
        self.show_size()

    def show_size(self) -> None:
        """Arrange for the room there is now, after a part of the frame came or went."""
        if self._parts is not None:
            em, room = self.context.theme.em(13), self.screen().availableSize()
            width, height = (length * em for length in _SMALLEST)
            self.setMinimumSize(QSize(min(width, room.width()), min(height, room.height())))
            self._parts.show_size()

    def place(self, kept: str) -> None:
        """Take the size and place that were kept (base 64), or a first one that fits the screen."""
        if not kept or not self.restoreGeometry(QByteArray.fromBase64(kept.encode())):
            room = self.screen().availableSize()
            bar = self.style().pixelMetric(QStyle.PixelMetric.PM_TitleBarHeight)
            self.resize(min(_FIRST[0], room.width()), min(_FIRST[1], room.height() - bar))

    def show_menu(self) -> None:
        """Put the focus into the menu bar, or open the folded menu where there is none."""
        if self._parts is not None:
            self._parts.show_menu()

    def add_page(self, page_id: str, page: "Page", presenter: "Presenter") -> None:
        """Add a page with its presenter; its navigation entry and its actions appear with it."""
        self.frame.stack.addWidget(page)
        self.router.add_page(page_id, page, presenter)

    @property
    def size_class(self) -> "SizeClass":
        """The size class that width and text size give now."""
        if self._parts is None:
            raise RuntimeError("not assembled yet")
        return self._parts.size_class

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if self._parts is not None:
            self._parts.show_size()
            self.command_palette.setGeometry(self.rect())

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        if self._parts is None and self._ground:
            QPainter(self).fillRect(self.rect(), QColor(self._ground))
        else:
            super().paintEvent(event)
        if not self._painted:
            self._painted = True
            QTimer.singleShot(0, self, self.first_painted.emit)

    @override
    def event(self, event: QEvent) -> bool:
        """Draw afresh on a screen of another scaling: signs are kept as pixels; see which keys shortcuts take away."""
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent):
            self._alt_alone = event.key() == _ALT
            self._show_letters(shown=event.key() == _ALT)
        if event.type() == QEvent.Type.WindowDeactivate:
            self._show_letters(shown=False)
        if event.type() == QEvent.Type.DevicePixelRatioChange and self._parts is not None:
            self.context.theme.changed.emit()
        return super().event(event)

    def _show_letters(self, *, shown: bool) -> None:
        if self._parts is not None:
            self.menu_row.menu_bar.show_letters(shown=shown)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Say why nothing comes of a key whose command cannot be carried out now."""
        self._alt_alone = event.key() == _ALT
        self._show_letters(shown=self._alt_alone)
        keys = QKeySequence(event.keyCombination()).toString()
        why = self.actions_table.refusal(keys, self.focusWidget()) if self._parts is not None else ""
        if why:
            self.context.messages.hint(why)
        else:
            super().keyPressEvent(event)

    @override
    def keyReleaseEvent(self, event: QKeyEvent) -> None:
        alone, self._alt_alone = self._alt_alone, False
        self._show_letters(shown=False)
        if event.key() == _ALT and alone and self._parts is not None and self.menu_row.isHidden():
            self.show_menu()
        else:
            super().keyReleaseEvent(event)

    @override
    def mousePressEvent(self, event: QMouseEvent) -> None:
        from PySide6.QtCore import Qt

        if self._parts is not None and event.button() == Qt.MouseButton.BackButton:
            self.router.back()
        elif self._parts is not None and event.button() == Qt.MouseButton.ForwardButton:
            self.router.forward()
        else:
            super().mousePressEvent(event)

    @override
    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if event.mimeData().hasUrls():
            event.acceptProposedAction()

    @override
    def dropEvent(self, event: QDropEvent) -> None:
        paths = [url.toLocalFile() for url in event.mimeData().urls() if url.isLocalFile()]
        if paths:
            self.files_dropped.emit(paths)

    @override
    def closeEvent(self, event: QCloseEvent) -> None:
        if self._parts is not None:
            self.router.leave()
        self.may_close = True
        self.closing.emit()
        event.setAccepted(self.may_close)
