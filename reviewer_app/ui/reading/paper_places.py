"""Keeps where each paper is read, after a moment and whenever it is left, and brings a paper to where it was left."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer

from reviewer_app.ui.reading.reading_places import PaperPlace, ReadingPlaces

if TYPE_CHECKING:
    from reviewer_app.ui.reading.document_area import DocumentArea
    from reviewer_app.ui.shell.context import Context

SETTLED = 400
"""Milliseconds after the last scrolling before a place is kept."""


class PaperPlaces(QObject):
    """The places of what one half shows; `half` is 0 for the first, 1 for the one beside it."""

    def __init__(self, context: "Context", area: "DocumentArea", half: int, parent: QObject) -> None:
        """Follow `area`."""
        super().__init__(parent)
        self._context = context
        self._area = area
        self._half = half
        self._application = ""
        self._paper = ""
        self._settled = QTimer(self, singleShot=True, interval=SETTLED)
        self._settled.timeout.connect(self.keep)
        for view in (area.pages, area.form):
            view.verticalScrollBar().valueChanged.connect(self._on_scrolled)
        area.pages.horizontalScrollBar().valueChanged.connect(self._on_scrolled)
        area.pages.zoom_changed.connect(self._on_pages_zoom_changed)

    @property
    def all(self) -> ReadingPlaces:
        """The places of the workspace."""
        return self._context.settings.values.reading.get(str(self._context.path), ReadingPlaces())

    def put(self, places: ReadingPlaces) -> None:
        """Keep other places of the workspace."""
        if self._context.path is not None:
            self._context.settings.keep_reading(self._context.path, places)

    # What is in sight

    def show_paper(self, application: str, paper: str) -> None:
        """Say which paper is in sight from now on; empty where none is."""
        self._application, self._paper = application, paper

    def keep_last(self, application: str, paper: str) -> None:
        """Keep which paper is open in this half; empty takes it back."""
        papers = [*self.all.last.get(application, ()), "", ""][:2]
        papers[self._half] = paper
        self.put(self.all.with_last(application, tuple(papers)))

    def last(self, application: str) -> str:
        """Return the paper that was open here; empty where none was."""
        papers = self.all.last.get(application, ())
        return papers[self._half] if len(papers) > self._half else ""

    def second(self, application: str) -> str:
        """Return the paper that stood beside the first; empty where none did."""
        return [*self.all.last.get(application, ()), "", ""][1]

    def forget_second(self, application: str) -> None:
        """Keep that no paper stands beside the first any more."""
        if self.second(application):
            self.put(self.all.with_last(application, (self.all.last[application][0], "")))

    def here(self) -> PaperPlace:
        """Return where the paper in sight stands."""
        pages = self._area.pages
        page, offset = pages.place
        left = pages.horizontalScrollBar().value()
        return PaperPlace(max(page, 1), round(offset, 4), pages.zoom_factor or 0.0, left, self._area.form.place)

    def go(self, place: PaperPlace) -> None:
        """Bring the pages in sight to a place, in its size."""
        pages = self._area.pages
        if (pages.zoom_factor or 0.0) != place.zoom:
            pages.show_zoom(place.zoom or None)
        pages.go_to(place.page, place.offset)
        pages.horizontalScrollBar().setValue(place.left)

    def keep(self) -> None:
        """Keep where the paper in sight stands."""
        self._settled.stop()
        if self._application and self._paper:
            self.put(self.all.with_place(self._application, self._paper, self.here()))

    def _on_scrolled(self, _value: int) -> None:
        self._settled.start()

    def _on_pages_zoom_changed(self, _words: str) -> None:
        self._settled.start()
