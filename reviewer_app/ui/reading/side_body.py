"""A paper with its side list: beside the pages where there is room, over them where there is not.

So the page is never squeezed: in a narrow window the list shows on top when it is asked for, and goes when something
is chosen.
"""

from typing import override

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QWidget

from reviewer_app.exchange.annex.places import OutlineEntry, Target
from reviewer_app.ui.kit.theme import Theme
from reviewer_app.ui.pdf.opened import Guide, OpenedDocument
from reviewer_app.ui.pdf.reader import Reader
from reviewer_app.ui.pdf.rendering import rendering
from reviewer_app.ui.reading.side_list import SideList

_WIDTH = 200
_LEAST_PAGE = 40 * 13
"""The page keeps at least so much width beside the list, in px at 100 %."""


class SideBody(QWidget):
    """Holds `view` with the side list of the reader's document.

    `jumping` says that the page is about to be left for another place in the paper; `side_changed` carries PAGES or
    OUTLINE where the list is open now, else an empty text; `guide_came` that labels and outline are known.
    """

    jumping = Signal()
    side_changed = Signal(str)
    guide_came = Signal()

    def __init__(self, theme: Theme, view: QWidget, reader: Reader) -> None:
        """Start with the list closed; `view` is what may show the reader's pages."""
        super().__init__()
        self._theme = theme
        self._view = view
        self._reader = reader
        self._opened: OpenedDocument | None = None
        self._wanted = False
        self._asked_over = False
        self._has_pages = False
        self.side = SideList(theme, reader.view.pictures)
        view.setParent(self)
        self.side.setParent(self)
        self.side.hide()
        pages = reader.view
        pages.document_shown.connect(self._on_pages_document_shown)
        pages.page_reached.connect(self._on_pages_page_reached)
        reader.marks.marks_changed.connect(self._show_tags)
        rendering().guide_read.connect(self._on_rendering_guide_read)
        self.side.page_chosen.connect(self._on_side_page_chosen)
        self.side.entry_chosen.connect(self._on_side_entry_chosen)
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

    # The way through the paper

    def go_to_target(self, target: Target) -> None:
        """Go to a place that the paper itself names."""
        self.jumping.emit()
        self._reader.view.go_to(target.page + 1)
        if target.top is not None:
            self._reader.texts.when_read(frozenset({target.page}), lambda: self._go_to_height(target))

    def _go_to_height(self, target: Target) -> None:
        layer = self._reader.texts.layer(target.page)
        if layer is not None and target.top is not None:
            _, down = layer.frame.to_view(layer.frame.box[0], target.top)
            height = layer.frame.size[1]
            self._reader.view.go_to(target.page + 1, min(max(down / height, 0.0), 1.0) if height else 0.0)

    def _on_side_page_chosen(self, page: int) -> None:
        self.jumping.emit()
        self._reader.view.go_to(page)
        self._leave_list()

    def _on_side_entry_chosen(self, entry: OutlineEntry) -> None:
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
            rendering().want_guide(opened)

    def _on_pages_page_reached(self, page: int, _count: int) -> None:
        self.side.show_page(page)

    def _on_rendering_guide_read(self, guide: Guide) -> None:
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
