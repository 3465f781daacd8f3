"""One annex in sight, whatever kind it is: form, pages, tables, picture, or a sentence in its place."""

from collections.abc import Sequence
from typing import TYPE_CHECKING, override

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QObject, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QFocusEvent, QImage, QImageReader, QKeyEvent, QPixmap, QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QScrollArea, QStackedWidget, QVBoxLayout, QWidget

from reviewer_app.domain.text_finding import Wanted
from reviewer_app.ui.kit.button import Kind
from reviewer_app.ui.kit.empty_state import EmptyState
from reviewer_app.ui.kit.popover import Popover
from reviewer_app.ui.kit.text import Panel
from reviewer_app.ui.kit.theme import SizeClass, Theme
from reviewer_app.ui.pdf.page_finder import PageFinder
from reviewer_app.ui.pdf.page_view import PageView
from reviewer_app.ui.pdf.text_finder import Ticks
from reviewer_app.ui.pdf.viewer import PdfViewer
from reviewer_app.ui.reading.annexes.annex_bar import AnnexBar, AnnexNotice
from reviewer_app.ui.reading.annexes.annex_list import AnnexLine, AnnexList, AnnexModel
from reviewer_app.ui.reading.annexes.find_bar import FindBar
from reviewer_app.ui.reading.annexes.form_view import FormFinding, FormPart, FormView
from reviewer_app.ui.reading.annexes.hit_strip import HitStrip
from reviewer_app.ui.reading.annexes.sidebar import SidebarArea
from reviewer_app.ui.reading.annexes.table_view import Sheet, TablesFinding, TablesView

if TYPE_CHECKING:
    from reviewer_app.ui.pdf.text_finder import TextFinder


_MOST_MB = 128


def read_image(data: bytes) -> QImage:
    """Return the picture in a file, upright; a null one where there is none. It may take long, in any thread."""
    buffer = QBuffer()
    buffer.setData(QByteArray(data))
    buffer.open(QIODevice.OpenModeFlag.ReadOnly)
    reader = QImageReader(buffer)
    reader.setAutoTransform(True)
    QImageReader.setAllocationLimit(_MOST_MB)
    return reader.read()


class ImageView(QScrollArea):
    """Shows one picture."""

    def __init__(self, theme: Theme) -> None:
        """Start empty."""
        super().__init__()
        self._theme = theme
        self._image = QImage()
        self._label = QLabel(alignment=Qt.AlignmentFlag.AlignCenter)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setWidget(self._label)
        self.setAccessibleName(self.tr("Bild"))

    def show_image(self, image: QImage) -> None:
        """Show a picture."""
        self._image = image
        self._label.setAccessibleName(
            self.tr("Bild, {width} × {height} Bildpunkte").format(width=image.width(), height=image.height())
        )
        self._fit()

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        if self._image.isNull():
            return
        room = max(self.viewport().width() - 2 * self._theme.em(16), 16)
        ratio = self.devicePixelRatioF()
        size = self._image.size()
        width = min(room * ratio, size.width())
        wanted = QSize(round(width), max(round(size.height() * width / max(size.width(), 1)), 1))
        mode = Qt.TransformationMode.SmoothTransformation
        picture = QPixmap.fromImage(self._image.scaled(wanted, Qt.AspectRatioMode.IgnoreAspectRatio, mode))
        picture.setDevicePixelRatio(ratio)
        self._label.setPixmap(picture)


_CALM = 60
"""Milliseconds after which the strips show what was found meanwhile."""


class AnnexFinding(QObject):
    """The findings of a document area; `found_changed` and `moving` are those of the paper in sight."""

    found_changed = Signal()
    moving = Signal()

    def __init__(self, theme: "Theme", area: "AnnexView") -> None:
        """Find in what `area` shows."""
        super().__init__(area)
        self._area = area
        self.pages = PageFinder(theme, area.pages, area.reader.texts)
        self.form = FormFinding(theme, area.form)
        self.sheets = TablesFinding(theme, area.sheets)
        area.pages.overlays.append(self.pages)
        self._strips: dict[TextFinder, HitStrip] = {
            self.pages: HitStrip(theme, area.pages),
            self.form: HitStrip(theme, area.form),
        }
        for finding in (self.pages, self.form, self.sheets):
            finding.found_changed.connect(self._on_finding_found_changed)
            finding.moving.connect(self._on_finding_moving)
        for strip in self._strips.values():
            strip.place_chosen.connect(self._on_strip_place_chosen)
        self._calm = QTimer(self, singleShot=True, interval=_CALM)
        self._calm.timeout.connect(self._show_strips)

    @property
    def here(self) -> "TextFinder | None":
        """What finds in the paper in sight; None where that has no text of its own (a picture, a sentence)."""
        area = self._area
        views: dict[QWidget | None, TextFinder]
        views = {area.pages: self.pages, area.form: self.form, area.sheets: self.sheets}
        return views.get(area.view)

    def find(self, sought: Wanted, *, move: bool = True) -> None:
        """Find in the paper in sight, and in no other."""
        for finding in (self.pages, self.form, self.sheets):
            if finding is self.here:
                finding.find(sought, move=move)
            elif finding.sought:
                finding.find(Wanted())

    def clear(self) -> None:
        """Mark nothing."""
        self.find(Wanted())

    def _on_finding_found_changed(self) -> None:
        if not self._calm.isActive():
            self._calm.start()
        if self.sender() is self.here:
            self.found_changed.emit()

    def _on_finding_moving(self) -> None:
        if self.sender() is self.here:
            self.moving.emit()

    def _show_strips(self) -> None:
        """Show where hits lie, not with every slice in which a few more are found."""
        for finding, strip in self._strips.items():
            strip.show_ticks(finding.ticks() if finding.sought else Ticks())

    def _on_strip_place_chosen(self, share: float) -> None:
        here = self.here
        hit = here.nearest(share) if here is not None else -1
        if here is not None and hit >= 0:
            here.go(hit)


_LIST = 272


class AnnexView(QWidget):
    """Shows one paper; `document_chosen` carries a key, `button_chosen` the button of a message in its place.

    `paper_shown` says that another paper, or a sentence, has come into sight; `find_wanted` asks for the find bar;
    `used` that a paper is opened here.
    """

    document_chosen = Signal(str)
    button_chosen = Signal(str)
    paper_shown = Signal()
    find_wanted = Signal()
    help_wanted = Signal(str)
    recognising_wanted = Signal()
    used = Signal()

    def __init__(self, theme: Theme, language: str, *, docks: bool = True) -> None:
        """Start without a paper; with `docks` the list stands at the left where the window is wide."""
        super().__init__()
        self._docks = docks
        self._stand_in: tuple[QWidget, str] | None = None
        """What has the focus until the paper called so comes, which is to have it."""
        self._theme = theme
        self._language = language
        self._current = ""
        self.model = AnnexModel(self)
        self.list = AnnexList(theme, self.model, filtered=False)
        self._dock = Panel("window", "right")
        self.bar = AnnexBar(theme)
        self.notice = AnnexNotice(theme)
        self.form = FormView(theme)
        self.pages = PageView(theme)
        self.reader = PdfViewer(theme, self.pages)
        self.sheets = TablesView(theme)
        self.image = ImageView(theme)
        self.message = EmptyState(theme)
        self._stack = QStackedWidget()
        self.body = SidebarArea(theme, self._stack, self.reader)
        self.find_bar = FindBar(theme)
        self.finding = AnnexFinding(theme, self)
        self._lay_out()
        self.list.document_chosen.connect(self.document_chosen)
        self.bar.list_wanted.connect(self.open_list)
        self.bar.page_stepped.connect(self._on_bar_page_stepped)
        self.bar.zoom_stepped.connect(self.zoom)
        self.bar.find_wanted.connect(self.find_wanted)
        self.pages.page_reached.connect(self._on_pages_page_reached)
        self.bar.side_wanted.connect(self.body.toggle)
        self.pages.zoom_changed.connect(self._on_pages_zoom_changed)
        self.message.button_chosen.connect(self.button_chosen)
        self.notice.help_wanted.connect(self.help_wanted)
        self.notice.recognising_wanted.connect(self.recognising_wanted)
        theme.changed.connect(self._on_theme_changed)
        self._on_theme_changed()

    def _lay_out(self) -> None:
        dock = QVBoxLayout(self._dock)
        dock.setContentsMargins(0, 0, 0, 0)
        dock.addWidget(self.list)
        ground = Panel("surface")
        inside = QVBoxLayout(ground)
        inside.setContentsMargins(0, 0, 0, 0)
        inside.addWidget(self.message)
        self._message_ground = ground
        for view in (self.form, self.pages, self.sheets, self.image, ground):
            self._stack.addWidget(view)
        column = QVBoxLayout()
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        for widget in (self.bar, self.find_bar, self.notice):
            column.addWidget(widget)
        column.addWidget(self.body, 1)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self._dock)
        row.addLayout(column, 1)

    # Showing

    def show_documents(self, lines: Sequence[AnnexLine], current: str) -> None:
        """Show which papers there are and which one is open; what is odd about it stands in a band over it."""
        self.model.set_lines(lines)
        self._current = current
        self.list.show_current(current)
        line = self.line
        self.bar.list_button.setEnabled(bool(lines))
        self.bar.show_line(line or AnnexLine("", "", ""))
        odd = line is not None and not line.missing
        notes, topic, scan = (line.notes, line.help, line.scan) if line is not None else ((), "", False)
        self.notice.show_notes(notes if odd else (), topic, scan=scan and odd)

    def show_form(self, parts: tuple[FormPart, ...]) -> None:
        """Show the form."""
        self.form.show_parts(parts)
        self._show(self.form)

    def show_sheets(self, sheets: tuple[Sheet, ...]) -> None:
        """Show tables."""
        self.sheets.show_sheets(sheets)
        self._show(self.sheets)

    def show_image(self, image: QImage) -> None:
        """Show a picture."""
        self.image.show_image(image)
        self._show(self.image)

    def show_pages(self) -> None:
        """Show the pages of a PDF, which the page view gets by itself."""
        self._show(self.pages)
        self._on_pages_page_reached(self.pages.page, self.pages.count)
        self.bar.show_zoom(self.pages.zoom_words)

    def show_message(self, title: str, text: str = "", icon: str = "", buttons: dict[str, str] | None = None) -> None:
        """Show a sentence in place of the paper."""
        self.message.show_words(title, text, icon)
        self.message.show_buttons({key: (words, Kind.OUTLINED) for key, words in (buttons or {}).items()})
        self._show(self._message_ground)

    def _show(self, view: QWidget) -> None:
        focus = self.window().focusWidget()
        held = focus is not None and (self._stack.isAncestorOf(focus) or (focus, self._current) == self._stand_in)
        self._stand_in = None
        self._stack.setCurrentWidget(view)
        if held:
            self.take_focus()
        self.body.show_pages(shown=view is self.pages)
        self.notice.show_room(shown=view is not self._message_ground)
        if view is not self.pages:
            self.bar.show_pages(0, 0)
            self.bar.show_zoom("")
        self.paper_shown.emit()

    @property
    def line(self) -> AnnexLine | None:
        """The paper that is open, None where there is none."""
        return next((one for one in self.model.lines if one.key == self._current), None)

    @property
    def view(self) -> QWidget | None:
        """What is in sight: form, pages, tables, picture, or the ground of a sentence."""
        return self._stack.currentWidget()

    def show_size(self, size: SizeClass) -> None:
        """Dock the list where the window is wide."""
        wide = size is SizeClass.WIDE
        self._dock.setVisible(wide and self._docks)
        self.bar.list_button.setVisible(not (wide and self._docks))
        self.bar.close_button.setVisible(not self._docks)

    @property
    def docked_width(self) -> int:
        """How much of the width the list takes, in px."""
        return self._dock.width() if self._dock.isVisibleTo(self) else 0

    def take_focus(self) -> None:
        """Put the focus on the paper; where a sentence stands in its place, on its button or on the list."""
        view = self._stack.currentWidget()
        if view is self._message_ground:
            if not self.message.take_focus():
                stand_in = self.list.view if self._dock.isVisibleTo(self) else self.bar.list_button
                self._stand_in = (stand_in, self._current)
                stand_in.setFocus()
        elif view is not None:
            view.setFocus()

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Close the find bar with Esc wherever in the paper the focus is."""
        if event.key() == Qt.Key.Key_Escape and self.find_bar.isVisible():
            self.find_bar.closed.emit()
        else:
            super().keyPressEvent(event)

    @override
    def setFocus(self, reason: Qt.FocusReason = Qt.FocusReason.OtherFocusReason) -> None:
        """Put the focus on what is in sight here."""
        self.take_focus()

    @override
    def focusInEvent(self, event: QFocusEvent) -> None:
        self.take_focus()

    @property
    def shows_pages(self) -> bool:
        """Whether what is in sight has pages."""
        return self._stack.currentWidget() is self.pages and self.pages.count > 0

    # What a person does

    def open_list(self) -> None:
        """Open the list of papers in a popover that filters while one types."""
        inside = AnnexList(self._theme, self.model, filtered=True)
        inside.clear_filter()
        inside.show_current(self._current)
        popover = Popover(self._theme, inside, self.tr("Unterlagen"), self.bar)
        popover.home = self
        inside.document_chosen.connect(self.document_chosen)
        inside.document_chosen.connect(popover.close_over)
        popover.closed.connect(inside.clear_filter)
        rows = min(max(len(self.model.lines), 3), 17)
        popover.open(width=340, height=84 + rows * 27)

    def zoom(self, step: int) -> None:
        """Show the paper larger (+1), smaller (-1) or in its width (0)."""
        if self._stack.currentWidget() is self.pages:
            self.pages.zoom(step)

    def _on_pages_page_reached(self, page: int, count: int) -> None:
        if self.view is self.pages:  # what is behind the form reaches pages too, when it is given another size
            self.bar.show_pages(page, count, self.pages.labels)

    def _on_pages_zoom_changed(self, words: str) -> None:
        if self.view is self.pages:
            self.bar.show_zoom(words)

    def _on_bar_page_stepped(self, step: int) -> None:
        self.pages.step_page(step)

    def _on_theme_changed(self) -> None:
        em = self._theme.em
        self._dock.setFixedWidth(em(_LIST))
