"""A PDF as a reader works with it: pages, what is selected, marks over them, and the toolbar that marks."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import override

from PySide6.QtCore import QPointF, QRect, QRectF, QTimer, Signal

from reviewer_app.domain.annotations.annotation import Quad, Rect
from reviewer_app.ui.kit.accessibility import announce
from reviewer_app.ui.kit.theme import Theme
from reviewer_app.ui.marks.marked_view import MarkedView, MarkFocus
from reviewer_app.ui.marks.page_marks import PageGroup, PageMark, PageMarks
from reviewer_app.ui.pdf.caret import Caret
from reviewer_app.ui.pdf.document import OpenedDocument
from reviewer_app.ui.pdf.page_view import PageView
from reviewer_app.ui.pdf.selection import ClickTarget, SelectionTool
from reviewer_app.ui.pdf.text_layers import TextLayers

_CALM = 150
"""Milliseconds after scrolling before the text of the pages in sight is read."""


@dataclass(frozen=True, slots=True)
class SelectedPassage:
    """What a person selected on one page (from 0): words with their quads, or an area without words.

    Without quads and area it is the page as a whole.
    """

    page: int
    quads: tuple[Quad, ...] = ()
    area: Rect | None = None
    quote: str = ""
    before: str = ""
    after: str = ""


class PdfViewer(MarkedView):
    """Holds a page view with all that reads and marks.

    `link_wanted` carries passages; so does `other_wanted`, where one is to be asked what for. `selection_changed`
    says that something else is selected.
    """

    view: PageView

    link_wanted = Signal(tuple)
    other_wanted = Signal(tuple)
    selection_changed = Signal()

    def __init__(self, theme: Theme, view: PageView) -> None:
        """Work on `view`."""
        super().__init__(theme, view)
        self.texts = TextLayers(self)
        self.selection_tool = SelectionTool(theme, view, self.texts)
        self.marks = PageMarks(theme, self.texts, self.selection_tool)
        self.caret = Caret(theme, view, self.texts, self.selection_tool)
        self.mark_focus = MarkFocus(view, self)
        self._calm = QTimer(self, singleShot=True, interval=_CALM)
        self._calm.timeout.connect(self._on_calm_timeout)
        view.overlays = [self.marks, self.caret]
        view.document_shown.connect(self._on_view_document_shown)
        view.verticalScrollBar().valueChanged.connect(self._on_scrolled)
        self.texts.text_came.connect(self._on_text_came)
        self.selection_tool.changed.connect(self._on_selecting_changed)
        self.selection_tool.tag_at = self._tag_at
        self.selection_tool.target_at = self._mark_at
        self.selection_tool.target_chosen.connect(self.mark_focus.open)
        self.selection_tool.area_drawn.connect(self._on_area_drawn)
        self.selection_tool.area_wanted.connect(self._on_area_wanted)
        self.toolbar.link.clicked.connect(self.link)
        self.toolbar.other.clicked.connect(self.link_other)

    # Showing

    def show_marks(self, marks: tuple[PageMark, ...]) -> None:
        """Show the marks of the document in sight."""
        if self.marks.show_marks(marks):
            self.mark_focus.keep()
            self.view.viewport().update()

    @override
    def show_link(self, words: str, *, may_link: bool, may_note: bool = False) -> None:
        if not (may_link or may_note):
            self.selection_tool.forget_area()
        super().show_link(words, may_link=may_link, may_note=may_note)
        self._place_bubble()

    def go_to(self, mark: PageMark) -> None:
        """Bring a mark into sight, a little below the upper edge."""
        layer = self.texts.layer(mark.page)
        box = self.marks.box_in_points(mark)
        height = layer.frame.size[1] if layer is not None else 0.0
        above = min(0.1, 0.3 * self.view.viewport().height() / max(height * self.view.shown_scale, 1.0))
        self.view.go_to(mark.page + 1, max(box.top() / height - above, 0.0) if box is not None and height else 0.0)
        if box is not None:
            self.view.show_across(QRectF(self.mark_box(mark.id)))
        if layer is None:
            self.texts.when_read(frozenset({mark.page}), lambda: self.go_to(mark))

    @override
    def set_outlined(self, annotation: str) -> None:
        self.marks.outlined = annotation

    # Walking from mark to mark

    @override
    def mark_ids(self) -> list[str]:
        return [mark.id for mark in self.marks.reading_order()]

    @override
    def first_in_sight(self) -> str:
        order = self.marks.reading_order()
        below = (mark.id for mark in order if self._edge(mark) >= 0)
        return next(below, "")

    def _edge(self, mark: PageMark) -> float:
        """Return where a mark begins in the viewport, in px."""
        boxes = self.marks.boxes(mark, self.view.shown_scale)
        return self.view.box_of(mark.page).top() + (boxes[0].top() if boxes else 0)

    @override
    def show_focused(self, annotation: str) -> None:
        """Draw the focus around a mark, bring it into sight and say which it is."""
        self.marks.focused = annotation
        mark = self.marks.mark(annotation)
        if mark is not None:
            if not QRectF(self.view.viewport().rect()).contains(QRectF(self.mark_box(annotation))):
                self.go_to(mark)
            announce(self.view, mark.spoken)
        self.view.viewport().update()

    @override
    def mark_box(self, annotation: str) -> QRect:
        """Return where a mark stands in the viewport, a page as a whole at its tag; empty where it is not read yet."""
        mark = self.marks.mark(annotation)
        if mark is None:
            return QRect()
        page, scale = self.view.box_of(mark.page), self.view.shown_scale
        boxes = self.marks.boxes(mark, scale)
        if not boxes:
            tags = self.marks.tags(mark.page, page.width(), scale)
            boxes = [box for group, box in tags if group.holds(annotation)]
        found = QRectF()
        for box in boxes:
            found = found.united(box)
        return found.translated(page.topLeft()).toAlignedRect()

    # What a person does

    def _tag_at(self, place: QPointF) -> ClickTarget | None:
        """Return the mark whose tag is at a place of the viewport; of several, the next each time."""
        found = self.view.place_at(place)
        if found is None:
            return None
        page, box = found
        return self._target(self.marks.tag_at(page, box.width(), self.view.shown_scale, place - box.topLeft()))

    def _mark_at(self, place: QPointF) -> ClickTarget | None:
        """Return the mark that covers a place of the viewport."""
        found = self.view.place_at(place)
        if found is None:
            return None
        return self._target(self.marks.mark_at(found[0], self.view.shown_scale, place - found[1].topLeft()))

    def _target(self, group: PageGroup | None) -> ClickTarget | None:
        return (group.after(self.marks.focused), group.tag.key) if group is not None else None

    @property
    def passages(self) -> tuple[SelectedPassage, ...]:
        """What is selected, one passage a page."""
        selection = self.selection_tool.selection
        if selection is None:
            return ()
        found = []
        for page in selection.pages:
            layer = self.texts.layer(page)
            if layer is None:
                continue
            start, end = selection.span(page, len(layer.text))
            quads = layer.quads(start, end)
            if quads:
                before, after = layer.context(start, end)
                found.append(SelectedPassage(page, quads, None, layer.quote(start, end), before, after))
        return tuple(found)

    def when_selected(self, then: Callable[[], None]) -> None:
        """Call `then` when a selection that is on its way has come and all its pages are read, mostly at once."""

        def come() -> None:
            selection = self.selection_tool.selection
            self.texts.when_read(frozenset(selection.pages if selection is not None else ()), then)

        self.texts.when_settled(come)

    def link(self) -> None:
        """Mark what is selected; without a selection, the page in sight."""
        if self._may_link and self.view.count:
            self.when_selected(lambda: self.link_wanted.emit(self.passages or (SelectedPassage(self.view.page - 1),)))

    def link_other(self) -> None:
        """Mark it for something that is asked for."""
        if self._may_link and self.view.count:
            self.when_selected(lambda: self.other_wanted.emit(self.passages or (SelectedPassage(self.view.page - 1),)))

    def draw_area(self) -> None:
        """Let the person draw a rectangle, a passage as any other; asked for again, let go of it."""
        if self._may_mark and self.view.count:
            self.selection_tool.want_area()

    def clear_selection(self) -> None:
        """Select nothing."""
        self.selection_tool.select(None)

    def _on_selecting_changed(self) -> None:
        self.mark_focus.focus("")
        unread = any(not one.quote for one in self.passages)
        self.toolbar.show_hint(self.tr("Wortlaut nicht lesbar") if unread else "")
        self._place_bubble()
        self.selection_changed.emit()

    def _place_bubble(self) -> None:
        """Show the bubble under the end of the selection while that is in sight."""
        selection = self.selection_tool.selection
        if self.selection_tool.draws_area:
            return
        if selection is None or not self._may_mark:
            self.toolbar.hide()
            return
        page = selection.last[0]
        parts = self.selection_tool.boxes(page, self.view.shown_scale)
        box = parts[-1].translated(self.view.box_of(page).topLeft()) if parts else QRectF()
        if parts and QRectF(self.view.viewport().rect()).intersects(box):
            self.toolbar.show_under(box)
        else:
            self.toolbar.hide()

    def _on_area_wanted(self, wanted: bool) -> None:  # noqa: FBT001 # reason: a slot
        if not wanted:
            self._place_bubble()
            return
        words = self.tr("Rechteck mit der Maus aufziehen, Esc bricht ab.")
        self.toolbar.ask(words)
        announce(self.view, words)

    def _on_area_drawn(self, page: int, box: Rect) -> None:
        self.link_wanted.emit((SelectedPassage(page, area=box),))

    def _on_view_document_shown(self, opened: OpenedDocument | None) -> None:
        self.texts.show_document(opened)
        self._calm.start()
        self.marks.show_marks(())
        self.selection_tool.forget_area()
        self.selection_tool.select(None)

    def _on_scrolled(self, _value: int) -> None:
        self._calm.start()
        if self.selection_tool.selection is not None:
            self._place_bubble()

    def _on_calm_timeout(self) -> None:
        """Read the text of what is in sight when scrolling has come to rest, so that the hand finds it ready."""
        for page in self.view.visible_pages:
            self.texts.want(page)

    def _on_text_came(self, _page: int) -> None:
        self.view.viewport().update()
