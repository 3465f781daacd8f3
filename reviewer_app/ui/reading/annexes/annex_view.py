"""One annex in sight, whatever kind it is: form, pages, tables, picture, or a sentence in its place."""

from collections.abc import Sequence
from typing import TYPE_CHECKING, override

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QObject, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QFocusEvent, QImage, QImageReader, QKeyEvent, QPixmap, QResizeEvent
from PySide6.QtWidgets import QFrame, QLabel, QScrollArea, QStackedWidget, QWidget

from reviewer_app.domain.text.search import SearchPattern
from reviewer_app.ui.kit.button import ButtonKind
from reviewer_app.ui.kit.empty_state import EmptyState
from reviewer_app.ui.kit.layout import ColumnLayout, RowLayout
from reviewer_app.ui.kit.popover import Popover
from reviewer_app.ui.kit.text import Panel
from reviewer_app.ui.kit.theme import SizeClass, Theme
from reviewer_app.ui.marks.viewer import PdfViewer
from reviewer_app.ui.pdf.page_finder import PageFinder
from reviewer_app.ui.pdf.page_view import PageView
from reviewer_app.ui.pdf.text_finder import Ticks
from reviewer_app.ui.reading.annexes.annex_bar import AnnexBar, AnnexNotice
from reviewer_app.ui.reading.annexes.annex_list import AnnexLine, AnnexList, AnnexModel
from reviewer_app.ui.reading.annexes.find_bar import FindBar
from reviewer_app.ui.reading.annexes.finders import FormFinder, TablesFinder
from reviewer_app.ui.reading.annexes.form_view import FormPart, FormView
from reviewer_app.ui.reading.annexes.hit_strip import HitStrip
from reviewer_app.ui.reading.annexes.sidebar import SidebarArea
from reviewer_app.ui.reading.annexes.table_view import TablesView

if TYPE_CHECKING:
    from reviewer_app.services.annexes.contents import AnnexTable
    from reviewer_app.ui.pdf.text_finder import TextFinder

_MOST_MB = 128
_LIST = 272
_CALM = 60
"""Milliseconds after which the strips show what was found meanwhile."""


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


class AnnexFinder(QObject):
    """Finds in the content of an annex view; `found_changed` and `moving` are those of what is in sight."""

    found_changed = Signal()
    moving = Signal()

    def __init__(self, theme: Theme, view: "AnnexView") -> None:
        """Find in what `view` shows."""
        super().__init__(view)
        self._view = view
        self.pages = PageFinder(theme, view.pages, view.reader.texts)
        self.form = FormFinder(theme, view.form)
        self.tables = TablesFinder(theme, view.tables)
        self._all: dict[QWidget | None, TextFinder]
        self._all = {view.pages: self.pages, view.form: self.form, view.tables: self.tables}
        view.pages.overlays.append(self.pages)
        self._strips: dict[TextFinder, HitStrip] = {
            self.pages: HitStrip(theme, view.pages),
            self.form: HitStrip(theme, view.form),
        }
        for finding in self._all.values():
            finding.found_changed.connect(self._on_finding_found_changed)
            finding.moving.connect(self._on_finding_moving)
        for strip in self._strips.values():
            strip.place_chosen.connect(self._on_strip_place_chosen)
        self._calm = QTimer(self, singleShot=True, interval=_CALM)
        self._calm.timeout.connect(self._show_strips)

    @property
    def here(self) -> "TextFinder | None":
        """What finds in the content in sight; None where that has no text of its own (a picture, a sentence)."""
        return self._all.get(self._view.shown)

    def find(self, sought: SearchPattern, *, move: bool = True) -> None:
        """Find in what is in sight, and nowhere else; nothing marks nothing."""
        for finding in self._all.values():
            if finding is self.here:
                finding.find(sought, move=move)
            elif finding.sought:
                finding.find(SearchPattern())

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


class AnnexView(QWidget):
    """Shows one annex; `annex_chosen` carries the key of another one.

    `content_shown` says that other content, or a sentence, has come into sight.
    """

    annex_chosen = Signal(str)
    content_shown = Signal()

    def __init__(self, theme: Theme, *, docks: bool = True) -> None:
        """Start without an annex; with `docks` the list stands at the left where the window is wide."""
        super().__init__()
        self._docks = docks
        self._stand_in: tuple[QWidget, str] | None = None
        """What has the focus until the annex called so comes, which is to have it."""
        self._theme = theme
        self.current = ""
        """The key of the annex that is open."""
        self.model = AnnexModel(self)
        self.list = AnnexList(theme, self.model, filtered=False)
        self._dock = Panel("window", "right")
        self.bar = AnnexBar(theme)
        self.notice = AnnexNotice(theme)
        self.form = FormView(theme)
        self.pages = PageView(theme)
        self.reader = PdfViewer(theme, self.pages)
        self.tables = TablesView(theme)
        self.image = ImageView(theme)
        self.message = EmptyState(theme)
        self._stack = QStackedWidget()
        self.body = SidebarArea(theme, self._stack, self.reader)
        self.find_bar = FindBar(theme)
        self.finding = AnnexFinder(theme, self)
        self._lay_out()
        self.list.annex_chosen.connect(self.annex_chosen)
        self.bar.list_button.clicked.connect(self.open_list)
        self.bar.side_button.clicked.connect(self._on_side_button_clicked)
        self.bar.page_stepped.connect(self.pages.step_page)
        self.bar.zoom_stepped.connect(self.zoom)
        self.pages.page_reached.connect(self._on_pages_page_reached)
        self.pages.zoom_changed.connect(self._on_pages_zoom_changed)
        theme.changed.connect(self._on_theme_changed)
        self._on_theme_changed()

    def _lay_out(self) -> None:
        ColumnLayout(self._theme, self.list, parent=self._dock)
        ground = Panel("surface")
        ColumnLayout(self._theme, self.message, parent=ground)
        self._message_ground = ground
        for content in (self.form, self.pages, self.tables, self.image, ground):
            self._stack.addWidget(content)
        column = ColumnLayout(self._theme, self.bar, self.find_bar, self.notice, (self.body, 1), gap=0)
        RowLayout(self._theme, self._dock, (column, 1), gap=0, parent=self)

    # Which annex

    def show_annexes(self, lines: Sequence[AnnexLine], current: str) -> None:
        """Show which annexes there are and which one is open; what is odd about it stands in a band over it."""
        self.model.set_lines(lines)
        self.current = current
        self.list.show_current(current)
        line = self.line
        self.bar.list_button.setEnabled(bool(lines))
        self.bar.show_line(line or AnnexLine("", "", ""))
        odd = line is not None and not line.missing
        notes, topic, scan = (line.notes, line.help, line.scan) if line is not None else ((), "", False)
        self.notice.show_notes(notes if odd else (), topic, scan=scan and odd)

    @property
    def lines(self) -> tuple[AnnexLine, ...]:
        """All annexes of the application."""
        return self.model.lines

    @property
    def line(self) -> AnnexLine | None:
        """The annex that is open, None where there is none."""
        return next((one for one in self.lines if one.key == self.current), None)

    def open_list(self) -> None:
        """Open the list of annexes in a popover that filters while one types."""
        inside = AnnexList(self._theme, self.model, filtered=True)
        inside.show_current(self.current)
        popover = Popover(self._theme, inside, self.tr("Unterlagen"), self.bar)
        popover.home = self
        inside.annex_chosen.connect(self.annex_chosen)
        inside.annex_chosen.connect(popover.close_over)
        rows = min(max(len(self.lines), 3), 17)
        popover.open(width=340, height=84 + rows * 27)

    # Its content

    def show_form(self, parts: tuple[FormPart, ...]) -> None:
        """Show the form."""
        self.form.show_parts(parts)
        self._show(self.form)

    def show_tables(self, annex: str, tables: "tuple[AnnexTable, ...]") -> None:
        """Show the tables of an annex."""
        self.tables.show_tables(annex, tables)
        self._show(self.tables)

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
        """Show a sentence in place of the annex."""
        self.message.show_words(title, text, icon)
        self.message.show_buttons({key: (words, ButtonKind.OUTLINED) for key, words in (buttons or {}).items()})
        self._show(self._message_ground)

    def show_nothing(self) -> None:
        """Say that nothing has come in but scores; what is asked for stands in the list as missing."""
        self.show_message(
            self.tr("Noch keine Unterlagen"),
            self.tr("Zu diesem Antrag gibt es bisher nur Bewertungen; Formular und Anlagen fehlen noch."),
            "document",
        )

    def show_missing(self, line: AnnexLine) -> None:
        """Say that an annex that is asked for is not there."""
        self.show_message(self.tr("{title} fehlt").format(title=line.name), icon="document")

    def show_unknown(self, key: str) -> None:
        """Say that a file is of a kind that cannot be shown."""
        self.show_message(
            self.tr("{key} lässt sich hier nicht anzeigen").format(key=key),
            self.tr("Die Datei ist unverändert in der Arbeitsdatei aufbewahrt."),
            "document",
        )

    def show_broken(self, key: str) -> None:
        """Say that an annex is damaged; one found broken at its import is never given to the renderer."""
        self.show_message(
            self.tr("{key} ist beschädigt").format(key=key),
            self.tr(
                "Die Datei wird nicht geöffnet und bleibt unverändert aufbewahrt. Die Geschäftsstelle kann"
                " eine neue Fassung anfordern."
            ),
            "warning",
        )

    def _show(self, content: QWidget) -> None:
        focus = self.window().focusWidget()
        held = focus is not None and (self._stack.isAncestorOf(focus) or (focus, self.current) == self._stand_in)
        self._stand_in = None
        self._stack.setCurrentWidget(content)
        if held:
            self.take_focus()
        self.body.show_pages(shown=content is self.pages)
        self.notice.show_room(shown=content is not self._message_ground)
        if content is not self.pages:
            self.bar.show_pages(0, 0)
            self.bar.show_zoom("")
        self.content_shown.emit()

    @property
    def shown(self) -> QWidget | None:
        """What is in sight: form, pages, tables, picture, or the ground of a sentence."""
        return self._stack.currentWidget()

    @property
    def shows_pages(self) -> bool:
        """Whether what is in sight has pages."""
        return self.shown is self.pages and self.pages.count > 0

    def zoom(self, step: int) -> None:
        """Show pages larger (+1), smaller (-1) or in their width (0)."""
        if self.shown is self.pages:
            self.pages.zoom(step)

    def _on_side_button_clicked(self) -> None:
        self.body.toggle()

    def _on_pages_page_reached(self, page: int, count: int) -> None:
        if self.shown is self.pages:  # what is behind the form reaches pages too, when it is given another size
            self.bar.show_pages(page, count, self.pages.labels)

    def _on_pages_zoom_changed(self, words: str) -> None:
        if self.shown is self.pages:
            self.bar.show_zoom(words)

    # Size and focus

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
        """Put the focus on the content; where a sentence stands in its place, on its button or on the list."""
        content = self.shown
        if content is self._message_ground:
            if not self.message.take_focus():
                stand_in = self.list.view if self._dock.isVisibleTo(self) else self.bar.list_button
                self._stand_in = (stand_in, self.current)
                stand_in.setFocus()
        elif content is not None:
            content.setFocus()

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Close the find bar with Esc wherever in the annex the focus is."""
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

    def _on_theme_changed(self) -> None:
        self._dock.setFixedWidth(self._theme.em(_LIST))
