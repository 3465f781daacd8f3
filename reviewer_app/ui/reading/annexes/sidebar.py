"""The sidebar of an annex with pages: thumbnails or outline."""

from collections.abc import Sequence
from typing import override

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRectF, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QPainter, QResizeEvent, QStandardItem, QStandardItemModel
from PySide6.QtWidgets import QStackedWidget, QStyleOptionViewItem, QTreeView, QWidget

from reviewer_app.domain.text.page_labels import named
from reviewer_app.exchange.annex.destinations import Destination, OutlineEntry
from reviewer_app.ui.kit import painting
from reviewer_app.ui.kit.layout import ColumnLayout, RowLayout
from reviewer_app.ui.kit.segment_switch import SegmentSwitch
from reviewer_app.ui.kit.text import Panel, Text, plain_tooltip
from reviewer_app.ui.kit.theme import Theme
from reviewer_app.ui.marks.viewer import PdfViewer
from reviewer_app.ui.pdf.document import DocumentOutline, OpenedDocument
from reviewer_app.ui.pdf.page_pictures import PagePictures
from reviewer_app.ui.pdf.renderer import renderer
from reviewer_app.ui.reading.annexes.thumbnails import Thumbnails

_ENTRY = Qt.ItemDataRole.UserRole
_OPEN_AT_ONCE = 60
"""A longer outline begins with its first level only."""


class OutlineTree(QTreeView):
    """Arrows walk and open, Enter or a click goes there; `entry_chosen` carries an OutlineEntry that has a target."""

    entry_chosen = Signal(object)

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._items: list[tuple[int, QStandardItem]] = []
        self._model = QStandardItemModel(self)
        self.setModel(self._model)
        self.setHeaderHidden(True)
        self.setAccessibleName(self.tr("Gliederung"))
        self.setProperty("plain", True)
        self.setUniformRowHeights(True)
        self.setTextElideMode(Qt.TextElideMode.ElideRight)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setExpandsOnDoubleClick(False)
        self.clicked.connect(self._on_chosen)
        theme.changed.connect(self._on_theme_changed)
        self._on_theme_changed()

    def show_outline(self, entries: Sequence[OutlineEntry], labels: Sequence[str]) -> None:
        """Show headings in their order; depths that jump are taken as one step."""
        self._model.clear()
        self._items = []
        parents: list[tuple[int, QStandardItem]] = []
        for entry in entries:
            while parents and parents[-1][0] >= entry.depth:
                parents.pop()
            item = self._item(entry, labels)
            (parents[-1][1] if parents else self._model.invisibleRootItem()).appendRow(item)
            parents.append((entry.depth, item))
        if len(entries) <= _OPEN_AT_ONCE:
            self.expandAll()

    def _item(self, entry: OutlineEntry, labels: Sequence[str]) -> QStandardItem:
        title = entry.title or self.tr("Ohne Titel")
        item = QStandardItem(title)
        item.setEditable(False)
        item.setData(entry, _ENTRY)
        if entry.target is None:
            spoken = self.tr("{title}, führt zu keiner Seite").format(title=title)
            item.setData(self._theme.color("text2"), Qt.ItemDataRole.ForegroundRole)
        else:
            page = named(entry.target.page + 1, labels)
            spoken = self.tr("{title}, Seite {n}").format(title=title, n=page)
            self._items.append((entry.target.page, item))
        item.setData(spoken, Qt.ItemDataRole.AccessibleTextRole)
        item.setToolTip(plain_tooltip(spoken))
        return item

    def show_page(self, page: int) -> None:
        """Say in which heading's part the page (from 1) being read lies; somebody who walks here is not disturbed."""
        before = [item for at, item in self._items if at < page]
        if before and not self.hasFocus():
            index = before[-1].index()
            while index.parent().isValid() and not self.isExpanded(index.parent()):
                index = index.parent()
            self.setCurrentIndex(index)

    @property
    def is_empty(self) -> bool:
        """Whether there is no heading."""
        return self._model.rowCount() == 0

    @override
    def drawRow(
        self, painter: QPainter, options: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        super().drawRow(painter, options, index)
        if index == self.currentIndex():
            box = QRectF(options.rect)
            token = "accent" if self.hasFocus() else "control"
            painting.draw_ground(
                painter, self._theme, QRectF(box.left(), box.top() + 4, 3, box.height() - 8), token, 1.5
            )
            if self.hasFocus():
                painting.draw_focus(painter, self._theme, box.adjusted(1, 0, -1, 0), self._theme.radius("control"))

    @override
    def focusInEvent(self, event: QFocusEvent) -> None:
        """Begin at the first heading where none is chosen, so that the focus is seen."""
        if not self.currentIndex().isValid():
            self.setCurrentIndex(self._model.index(0, 0))
        super().focusInEvent(event)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._on_chosen(self.currentIndex())
        elif event.key() == Qt.Key.Key_Escape:
            event.ignore()
        else:
            super().keyPressEvent(event)

    def _on_chosen(self, index: QModelIndex) -> None:
        entry = index.data(_ENTRY)
        if isinstance(entry, OutlineEntry) and entry.target is not None:
            self.entry_chosen.emit(entry)

    def _on_theme_changed(self) -> None:
        self.setIndentation(self._theme.em(14))


PAGES, OUTLINE = "pages", "outline"


class Sidebar(Panel):
    """Pages and outline; `tab_chosen` carries PAGES or OUTLINE, `left` says that Esc was pressed."""

    tab_chosen = Signal(str)
    left = Signal()

    def __init__(self, theme: Theme, pictures: PagePictures) -> None:
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
        head = RowLayout(theme, self.switch, 1, margins=8)
        column = ColumnLayout(theme, head, (self._stack, 1), gap=0, margins=None, parent=self)
        column.setContentsMargins(0, 0, 1, 0)
        self.switch.segment_chosen.connect(self._on_switch_segment_chosen)
        theme.changed.connect(self._on_theme_changed)
        self._on_theme_changed()

    def show_document(self, sizes: tuple[tuple[float, float], ...]) -> None:
        """Show the pages of an annex, sizes in points; its outline follows."""
        self.pages.show_pages(sizes)
        self.outline.show_outline((), ())
        self._nothing.clear()
        self.show_tab(self.tab)

    def show_guide(self, outline: tuple[OutlineEntry, ...], labels: tuple[str, ...]) -> None:
        """Show the outline, and call the pages as the annex does."""
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
        self._nothing.setContentsMargins(em(12), em(4), em(12), em(4))


_WIDTH = 200
_LEAST_PAGE = 40 * 13
"""The page keeps at least so much width beside the list, in px at 100 %."""


class SidebarArea(QWidget):
    """Holds `view` with the sidebar of the reader's document.

    `jumping` says that the page is about to be left for another place in the annex; `side_changed` carries PAGES or
    OUTLINE where the list is open now, else an empty text; `guide_came` that labels and outline are known.
    """

    jumping = Signal()
    side_changed = Signal(str)
    guide_came = Signal()

    def __init__(self, theme: Theme, view: QWidget, reader: PdfViewer) -> None:
        """Start with the list closed; `view` is what may show the reader's pages."""
        super().__init__()
        self._theme = theme
        self._view = view
        self._reader = reader
        self._opened: OpenedDocument | None = None
        self._wanted = False
        self._asked_over = False
        self._has_pages = False
        self.side = Sidebar(theme, reader.view.pictures)
        view.setParent(self)
        self.side.setParent(self)
        self.side.hide()
        pages = reader.view
        pages.document_shown.connect(self._on_pages_document_shown)
        pages.page_reached.connect(self._on_pages_page_reached)
        reader.marks.marks_changed.connect(self._show_tags)
        renderer().outline_read.connect(self._on_renderer_outline_read)
        self.side.pages.page_chosen.connect(self._on_pages_page_chosen)
        self.side.outline.entry_chosen.connect(self._on_outline_entry_chosen)
        self.side.tab_chosen.connect(self.side_changed)
        self.side.left.connect(self._on_side_left)
        theme.changed.connect(self._arrange)

    # The list

    def show_side(self, tab: str) -> None:
        """Open the list with this part (PAGES, OUTLINE), or close it (empty); without pages or room it waits."""
        self._wanted, self._asked_over = bool(tab), False
        if tab:
            self.side.show_tab(tab)
        self._arrange()

    def toggle(self, tab: str = "") -> None:
        """Open the list, at a part where one is named; close it where that is in sight already."""
        closes = self.side.isVisibleTo(self) and tab in ("", self.side.tab)
        held = self.side.isAncestorOf(self.window().focusWidget() or self)
        self.show_side("" if closes else tab or self.side.tab)
        self._asked_over = not closes and self.is_over
        self._arrange()
        if not closes:
            self.side.take_focus()
        elif held:
            self._reader.view.setFocus()
        self.side_changed.emit("" if closes else self.side.tab)

    @property
    def is_open(self) -> bool:
        """Whether the list is in sight."""
        return self.side.isVisibleTo(self)

    @property
    def is_over(self) -> bool:
        """Whether the list would lie over the page, because both have no room beside each other."""
        return self.width() < self._theme.em(_WIDTH + _LEAST_PAGE)

    def show_pages(self, *, shown: bool) -> None:
        """Say whether pages are in sight: a form or a table has no list."""
        self._has_pages = shown
        self._arrange()

    def _arrange(self) -> None:
        width = self._theme.em(_WIDTH)
        is_open = self._wanted and self._has_pages and (self._asked_over or not self.is_over)
        if not is_open and self.side.isAncestorOf(self.window().focusWidget() or self):
            self._reader.view.setFocus()
        self.side.setVisible(is_open)
        left = width if is_open and not self.is_over else 0
        self._view.setGeometry(left, 0, self.width() - left, self.height())
        self.side.setGeometry(0, 0, min(width, self.width()), self.height())
        self.side.raise_()

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()

    # The way through the annex

    def go_to_target(self, target: Destination) -> None:
        """Go to a place that the annex itself names."""
        self.jumping.emit()
        self._reader.view.go_to(target.page + 1)
        if target.top is not None:
            self._reader.texts.when_read(frozenset({target.page}), lambda: self._go_to_height(target))

    def _go_to_height(self, target: Destination) -> None:
        layer = self._reader.texts.layer(target.page)
        if layer is not None and target.top is not None:
            _, down = layer.frame.to_view(layer.frame.box[0], target.top)
            height = layer.frame.size[1]
            self._reader.view.go_to(target.page + 1, min(max(down / height, 0.0), 1.0) if height else 0.0)

    def _on_pages_page_chosen(self, page: int) -> None:
        self.jumping.emit()
        self._reader.view.go_to(page)
        self._leave_list()

    def _on_outline_entry_chosen(self, entry: OutlineEntry) -> None:
        if entry.target is not None:
            self.go_to_target(entry.target)
            self._leave_list()

    def _leave_list(self) -> None:
        """Give the page back what the list covers of it."""
        if self.is_over:
            self._on_side_left()

    def _on_side_left(self) -> None:
        self._reader.view.setFocus()
        self._asked_over = False
        self._arrange()

    def _on_pages_document_shown(self, opened: OpenedDocument | None) -> None:
        self._opened = opened
        self.side.show_document(opened.sizes if opened is not None else ())
        if opened is not None:
            renderer().want_outline(opened)

    def _on_pages_page_reached(self, page: int, _count: int) -> None:
        self.side.show_page(page)

    def _on_renderer_outline_read(self, guide: DocumentOutline) -> None:
        if self._opened is not None and guide.number == self._opened.number:
            self._reader.view.show_labels(guide.labels)
            self.side.show_guide(guide.outline, guide.labels)
            self.side.show_page(self._reader.view.page)
            self.guide_came.emit()

    def _show_tags(self) -> None:
        tags: dict[int, list[tuple[str, bool]]] = {}
        for mark in self._reader.marks.all:
            tags.setdefault(mark.page, []).append((mark.tag, mark.is_open))
        shown = {page: tuple(sorted(set(found), key=lambda one: (not one[1], one[0]))) for page, found in tags.items()}
        self.side.pages.pages.show_tags(shown)
