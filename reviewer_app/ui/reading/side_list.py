"""The pane beside a paper's pages: the pages as small pictures, or the outline; one is in sight."""

from typing import override

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout

from reviewer_app.exchange.annex.places import OutlineEntry
from reviewer_app.ui.kit.segment_switch import SegmentSwitch
from reviewer_app.ui.kit.text import Panel, Text
from reviewer_app.ui.kit.theme import Theme
from reviewer_app.ui.pdf.page_pictures import PagePictures
from reviewer_app.ui.reading.outline_tree import OutlineTree
from reviewer_app.ui.reading.thumbnails import Thumbnails

PAGES, OUTLINE = "pages", "outline"


class SideList(Panel):
    """`page_chosen` carries a page from 1, `entry_chosen` an OutlineEntry, `tab_chosen` PAGES or OUTLINE.

    `left` says that Esc was pressed.
    """

    page_chosen = Signal(int)
    entry_chosen = Signal(object)
    tab_chosen = Signal(str)
    left = Signal()

    def __init__(self, theme: Theme, pictures: PagePictures) -> None:
        """Start empty with the pages in sight."""
        super().__init__("window", "right")
        self._theme = theme
        self.tab = PAGES
        self.switch = SegmentSwitch(theme, (PAGES, OUTLINE), self.tr("Seitenleiste"))
        self.switch.show_words({PAGES: self.tr("Seiten"), OUTLINE: self.tr("Gliederung")})
        self.switch.show_chosen(PAGES)
        self.pages = Thumbnails(theme, pictures)
        self.outline = OutlineTree(theme)
        self._nothing = Text("", "small", "text2", wrap=True)
        self._nothing.setAlignment(Qt.AlignmentFlag.AlignTop)
        self._stack = QStackedWidget()
        for widget in (self.pages, self.outline, self._nothing):
            self._stack.addWidget(widget)
        self._head = QHBoxLayout()
        self._head.addWidget(self.switch)
        self._head.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 1, 0)
        column.setSpacing(0)
        column.addLayout(self._head)
        column.addWidget(self._stack, 1)
        self.switch.segment_chosen.connect(self._on_switch_segment_chosen)
        self.pages.page_chosen.connect(self.page_chosen)
        self.outline.entry_chosen.connect(self.entry_chosen)
        theme.changed.connect(self._on_theme_changed)
        self._on_theme_changed()

    def show_document(self, sizes: tuple[tuple[float, float], ...]) -> None:
        """Show the pages of a paper, sizes in points; its outline follows."""
        self.pages.show_pages(sizes)
        self.outline.show_outline((), ())
        self._nothing.clear()
        self.show_tab(self.tab)

    def show_guide(self, outline: tuple[OutlineEntry, ...], labels: tuple[str, ...]) -> None:
        """Show the outline, and call the pages as the paper does."""
        self.pages.pages.show_labels(labels)
        self.outline.show_outline(outline, labels)
        self._nothing.setText(self.tr("Diese Unterlage hat keine Gliederung."))
        self.show_tab(self.tab)

    def show_tab(self, tab: str) -> None:
        """Bring pages or outline into sight."""
        self.tab = tab
        self.switch.show_chosen(tab)
        outline = self._nothing if self.outline.is_empty else self.outline
        held = self._stack.isAncestorOf(self.window().focusWidget() or self)
        self._stack.setCurrentWidget(self.pages if tab == PAGES else outline)
        if held:
            self.take_focus()

    def show_page(self, page: int) -> None:
        """Say which page (from 1) is being read."""
        self.pages.show_page(page)
        self.outline.show_page(page)

    def take_focus(self) -> None:
        """Put the focus on what is in sight, on the switch where there is nothing."""
        view = self._stack.currentWidget()
        (self.switch if view is self._nothing or view is None else view).setFocus()

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)

    def _on_switch_segment_chosen(self, tab: str) -> None:
        self.show_tab(tab)
        self.tab_chosen.emit(tab)

    def _on_theme_changed(self) -> None:
        em = self._theme.em
        self._head.setContentsMargins(em(8), em(8), em(8), em(8))
        self._nothing.setContentsMargins(em(12), em(4), em(12), em(4))
