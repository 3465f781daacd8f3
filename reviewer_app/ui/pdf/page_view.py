"""The pages of a PDF one under the other: scrolling and zoom; a page's frame shows at once, its picture when ready."""

from typing import override

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QPainter, QPaintEvent, QResizeEvent, QWheelEvent

from reviewer_app.domain.page_labels import named
from reviewer_app.ui.kit import painting
from reviewer_app.ui.kit.theme import Theme
from reviewer_app.ui.pdf.opened import OpenedDocument
from reviewer_app.ui.pdf.page_column import PageColumn
from reviewer_app.ui.pdf.page_painting import Overlay, ShownPage, TintedPages, align, paint_page
from reviewer_app.ui.pdf.page_pictures import PagePictures


class PageView(PageColumn):
    """Shows an OpenedDocument; `page_reached` carries (page from 1, count).

    `document_shown` carries the document that has come into sight, or None; `left` when Esc is pressed.
    """

    document_shown = Signal(object)
    left = Signal()
    page_reached = Signal(int, int)

    def __init__(self, theme: Theme) -> None:
        """Start without a document."""
        super().__init__(theme)
        self._opened: OpenedDocument | None = None
        self._name = ""
        self._labels: tuple[str, ...] = ()
        self.pictures = PagePictures(self)
        self.overlay: Overlay | None = None
        self._tinted = TintedPages()
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.viewport().setAutoFillBackground(False)
        self.viewport().setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.verticalScrollBar().valueChanged.connect(self._on_scrolled)
        self.horizontalScrollBar().valueChanged.connect(self._on_scrolled)
        self.pictures.picture_came.connect(self._on_picture_came)

    # Showing

    def show_document(self, opened: OpenedDocument, name: str) -> None:
        """Show a document from its first page; `name` is what a screen reader calls it ("A07")."""
        self.pictures.show_document(opened)
        self._opened, self._page, self._name, self._labels = opened, 0, name, ()
        self._sizes = opened.sizes
        self.document_shown.emit(opened)
        self._arrange()
        self.verticalScrollBar().setValue(0)
        self._tell_page()

    def clear(self) -> None:
        """Show nothing, and close the document."""
        self.pictures.show_document(None)
        self._opened, self._sizes = None, ()
        self.document_shown.emit(None)
        self._arrange()

    @property
    def name(self) -> str:
        """What the document in sight is called, also while another is being opened."""
        return self._name

    def show_labels(self, labels: tuple[str, ...]) -> None:
        """Call the pages as the document counts them."""
        self._labels = labels
        self._tell_page()

    @property
    def labels(self) -> tuple[str, ...]:
        """What the document calls its pages; empty where it does not say."""
        return self._labels

    @property
    def is_sharp(self) -> bool:
        """Whether the pictures of all pages in sight are there at the present scale."""
        return self.pictures.is_sharp(self.visible_pages, self.scale)

    # Layout

    @override
    def _arranged(self) -> None:
        self._want()
        self.viewport().update()

    def _want(self) -> None:
        """Ask for the pages in sight, then the next and the last one."""
        if self._opened is None or not self._layout.tops:
            return
        visible = self.visible_pages
        ahead = [page for page in (visible.stop, visible.start - 1) if 0 <= page < self.count]
        top = self.verticalScrollBar().value()
        self.pictures.want(self._layout.most_in_sight(top, top + self.viewport().height()), ahead, self.scale)

    # Painting

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        theme, painter = self._theme, QPainter(self.viewport())
        painter.fillRect(event.rect(), theme.color("sunken"))
        if self._opened is None:
            return
        align(painter)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        self._tinted.show_pages(self.visible_pages)
        for page in self.visible_pages:
            image, box = self.pictures.picture(page, self.scale), self.box_of(page)
            paint_page(painter, theme, ShownPage(page, box, self.shown_scale, image), self.overlay, self._tinted)
            if self.pictures.is_broken(page):
                painter.setPen(theme.color("paper_ink"))
                words = self.tr("Diese Seite lässt sich nicht zeigen.")
                painter.drawText(box, Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignTop, f"\n\n{words}")
        if self.hasFocus():
            painting.draw_focus(painter, theme, self.viewport().rect(), 0)

    # What a person does

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        bar, back = self.verticalScrollBar(), event.modifiers() == Qt.KeyboardModifier.ShiftModifier
        if event.key() == Qt.Key.Key_Space:
            bar.setValue(bar.value() + (-1 if back else 1) * round(bar.pageStep() * 0.9))
        elif event.key() == Qt.Key.Key_Home:
            bar.setValue(0)
        elif event.key() == Qt.Key.Key_End:
            bar.setValue(bar.maximum())
        elif event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)

    @override
    def wheelEvent(self, event: QWheelEvent) -> None:
        if event.modifiers() == Qt.KeyboardModifier.ControlModifier:
            self.zoom(1 if event.angleDelta().y() > 0 else -1)
            event.accept()
        else:
            super().wheelEvent(event)

    @override
    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.viewport().update()  # Qt paints the frame anew and leaves the viewport, where the focus is drawn

    @override
    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.viewport().update()

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._keep_place()

    @override
    def scrollContentsBy(self, dx: int, dy: int) -> None:
        self.viewport().update()

    @override
    def viewportEvent(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.DevicePixelRatioChange:
            self._want()
        return super().viewportEvent(event)

    def _on_scrolled(self, _value: int) -> None:
        self._want()
        self._tell_page()

    def _tell_page(self) -> None:
        middle = self.verticalScrollBar().value() + self.viewport().height() / 2
        page = self._layout.page_at(middle)
        self._page = page
        count = self.count
        words = self.tr("{name}, Seite {n} von {count}")
        self.setAccessibleName(words.format(name=self._name, n=named(page + 1, self._labels), count=count))
        self.page_reached.emit(self.page, count)

    def _on_picture_came(self, page: int) -> None:
        if page in self.visible_pages:
            self.viewport().update()
