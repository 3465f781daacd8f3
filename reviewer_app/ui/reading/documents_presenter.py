"""Brings papers to the document area: the form, annexes as pages, tables or pictures, and sentences about the rest."""

from collections import deque
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from reviewer_app.domain.errors import VotumError
from reviewer_app.domain.page_labels import named
from reviewer_app.services import annexes
from reviewer_app.services.annex_passwords import annex_to_open
from reviewer_app.services.annexes import AnnexTable
from reviewer_app.ui.kit.image_view import read_image
from reviewer_app.ui.pdf.opened import OpenedDocument, OpenFailure
from reviewer_app.ui.pdf.rendering import rendering
from reviewer_app.ui.reading.document_area import DocumentArea
from reviewer_app.ui.reading.document_lines import DocumentLines
from reviewer_app.ui.reading.document_model import FORM, DocumentLine
from reviewer_app.ui.reading.form_words import WordedForm
from reviewer_app.ui.reading.link_presenter import LinkPresenter
from reviewer_app.ui.reading.locked_paper import LockedPaper
from reviewer_app.ui.reading.paper_places import PaperPlaces
from reviewer_app.ui.reading.paper_sentences import PaperSentences
from reviewer_app.ui.reading.reading_places import PaperPlace
from reviewer_app.ui.reading.sheet_view import Sheet
from reviewer_app.ui.shell.context import Context

if TYPE_CHECKING:
    from PySide6.QtGui import QImage

    from reviewer_app.services.reviewing import Reading

_PDF = "application/pdf"
_TABLES = ("text/csv", "text/plain", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet")


@dataclass(frozen=True, slots=True)
class DocumentState:
    """Which paper is open and where: page from 1 with a share of its height, or scroll of the form in px.

    `exact` says more of the place (size, px from the left) where it is known, `beside` what stood beside it.
    """

    key: str
    place: tuple[int, float]
    scroll: int
    exact: PaperPlace | None = None
    beside: "DocumentState | None" = None


class DocumentsPresenter(QObject):
    """Opens papers of the application in sight; `document_opened` carries the key of the one asked for.

    `pages_shown` follows when the pages of a PDF are in sight; `place_left` says that one is about to go elsewhere.
    """

    document_opened = Signal(str)
    pages_shown = Signal()
    place_left = Signal()

    def __init__(self, context: Context, area: DocumentArea, parent: QObject, half: int = 0) -> None:
        """Fill `area`; `half` is 1 for the one beside the first."""
        super().__init__(parent)
        self._context = context
        self._area = area
        self._reading: Reading | None = None
        self._lines: tuple[DocumentLine, ...] = ()
        self._current, self._ticket = "", 0
        self._locked = LockedPaper(context, area, self)
        self._loads: deque[DocumentLine] = deque()
        self._awaited: DocumentLine | None = None
        self._outstanding: set[int] = set()
        self._data, self._place = b"", PaperPlace()
        self._say = PaperSentences(area)
        self._form = WordedForm(context)
        self.places = PaperPlaces(context, area, half, self)
        self.links = LinkPresenter(context, area, self)
        area.document_chosen.connect(self._on_area_document_chosen)
        area.body.jumping.connect(self.place_left)
        area.body.side_changed.connect(self._on_body_side_changed)
        self._locked.password_typed.connect(self._on_password_typed)
        rendering().document_opened.connect(self._on_rendering_document_opened)
        rendering().open_failed.connect(self._on_rendering_open_failed)

    # Showing

    def show_reading(self, reading: "Reading") -> None:
        """Show the papers of an application; the one that is open stays open where it is still there."""
        if reading is self._reading:
            return
        same = self._reading is not None and self._reading.application == reading.application
        fresh = self._reading is None or self._reading.application.id != reading.application.id
        self._reading = reading
        if fresh:
            self._area.body.show_side(self.places.all.side)
        self._lines = DocumentLines(self._context.language).lines(reading)
        if not any(line.sha256 or line.key == FORM for line in self._lines):
            self._show_none()
        elif fresh or all(line.key != self._current for line in self._lines):
            self.open(self._first())
        elif not same:
            self.open(self._current)
        else:
            self._area.show_documents(self._lines, self._current)

    def parts(self, reading: "Reading") -> Iterator[None]:
        """Word and write the form of an application that is about to be shown, if that is the paper it begins with."""
        if self._reading is None and self.places.last(reading.application.number) in {"", FORM}:
            words = self._form.parts(reading)
            yield
            self._area.form.show_parts(words)
        yield

    def _show_none(self) -> None:
        """Say that nothing has come in but scores; what is asked for stands in the list as missing."""
        self._current = ""
        self._await_nothing()
        self._area.show_documents(self._lines, "")
        self._say.nothing()

    def clear(self) -> None:
        """Show nothing: another application is being loaded."""
        self.places.keep()
        self.places.show_paper("", "")
        self._reading, self._current = None, ""
        self._await_nothing()
        self._area.pages.clear()
        self._area.form.show_parts(())

    def open(self, key: str, place: tuple[int, float] | None = None, exact: PaperPlace | None = None) -> None:
        """Open a paper at (page from 1, share of its height), or exactly where one says, or where it was left."""
        line = next((one for one in self._lines if one.key == key), None)
        if line is None or self._reading is None:
            return
        number = self._reading.application.number
        self._area.used.emit()
        self.places.keep()
        self.places.show_paper("", "")
        self.places.keep_last(number, key)
        kept = self.places.all.place(number, key) or PaperPlace()
        at = kept if place is None else PaperPlace(*place, zoom=kept.zoom)
        self._current, self._place = key, exact or at
        self._await_nothing()
        self._area.show_documents(self._lines, key)
        if key == FORM:
            self._area.show_form(self._form.parts(self._reading))
            self._area.form.go_to(self._place.scroll)
            self.places.show_paper(number, key)
        elif not line.sha256:
            self._say.missing(line)
        elif line.broken:
            self._say.broken(line.key)
        else:
            self._load(line)
        self.document_opened.emit(key)

    def state(self) -> DocumentState:
        """Return what back restores."""
        return DocumentState(self._current, self._area.pages.place, self._area.form.place, self.places.here())

    def restore(self, state: DocumentState) -> None:
        """Show a paper as it stood."""
        if state.key and state.key != self._current:
            self.open(state.key, state.place, state.exact)
        elif state.place[0] and self._area.shows_pages:
            self.places.go(state.exact or PaperPlace(*state.place, zoom=self._area.pages.zoom_factor or 0.0))
        self._area.form.go_to(state.scroll)

    def spot(self) -> str:
        """Return what the place in sight is called ("A07, S. 3"); empty where nothing is open."""
        line = next((one for one in self._lines if one.key == self._current), None)
        if line is None or not self._area.shows_pages:
            return (line.key if line.sha256 else line.title) if line is not None else ""
        page = named(self._area.pages.page, self._area.pages.labels)
        return self.tr("{key}, S.\u00a0{n}").format(key=line.key, n=page)

    @property
    def area(self) -> DocumentArea:
        """Where it shows papers."""
        return self._area

    @property
    def current(self) -> str:
        """The key of the paper that is open."""
        return self._current

    @property
    def lines(self) -> tuple[DocumentLine, ...]:
        """All papers."""
        return self._lines

    def _first(self) -> str:
        """Return the paper that was open when the application was left, else the form or the first annex."""
        last = self.places.last(self._reading.application.number) if self._reading is not None else ""
        if any(line.key == last for line in self._lines):
            return last
        there = [line.key for line in self._lines if line.key == FORM or line.sha256]
        return there[0] if there else FORM

    def _on_area_document_chosen(self, key: str) -> None:
        if key != self._current:
            self.place_left.emit()
        self.open(key)

    def _on_body_side_changed(self, side: str) -> None:
        self.places.put(replace(self.places.all, side=side))

    # Annexes

    def _await_nothing(self) -> None:
        """Show no paper that is on its way, and let no password open one that is left."""
        self._awaited, self._data, self._ticket = None, b"", 0

    def _load(self, line: DocumentLine) -> None:
        self._awaited = line
        self._loads.append(line)
        run = self._context.operations.run
        if line.media_type in _TABLES:
            tables = run(annexes.annex_tables, line.sha256, line.media_type, self._context.language)
            tables.done(self._on_tables_done).failed(self._on_load_failed).read()
        else:
            run(annex_to_open, line.sha256).done(self._on_bytes_done).failed(self._on_load_failed).read()

    def _loaded(self) -> DocumentLine | None:
        """Return the paper an answer belongs to, None where another one was asked for since; answers keep order."""
        line = self._loads.popleft()
        return line if not self._loads and line is self._awaited else None

    def _on_tables_done(self, tables: tuple[AnnexTable, ...]) -> None:
        line = self._loaded()
        if line is not None:
            self._area.show_sheets(tuple(Sheet(one.name, one.rows, self._rest(one), line.key) for one in tables))

    def _rest(self, table: AnnexTable) -> str:
        return self.tr("Gezeigt sind die ersten {n} Zeilen.").format(n=len(table.rows)) if table.left_out else ""

    def _on_bytes_done(self, found: tuple[bytes, str]) -> None:
        line, (data, password) = self._loaded(), found
        if line is None:
            return
        if line.media_type == _PDF:
            self._data = data
            self._locked.begin()
            self._open_pages(password)
        elif line.media_type.startswith("image/"):
            self._context.operations.call(partial(_picture, line, data)).done(self._on_picture_done).read_aside()
        else:
            self._say.unknown(line.key)

    def _open_pages(self, password: str) -> None:
        self._ticket = rendering().open(self._data, password or None)
        self._outstanding.add(self._ticket)

    def _on_picture_done(self, read: "tuple[DocumentLine, QImage]") -> None:
        line, image = read
        if line is self._awaited and image.isNull():
            self._say.unknown(line.key)
        elif line is self._awaited:
            self._area.show_image(image)

    def _on_load_failed(self, error: VotumError) -> None:
        if self._loaded() is not None:
            self._area.show_message(self._context.messages.explain(error), icon="warning")

    # Pages

    def _on_rendering_document_opened(self, ticket: int, opened: OpenedDocument) -> None:
        if ticket not in self._outstanding:
            return
        self._outstanding.discard(ticket)
        if ticket != self._ticket:
            rendering().release(opened)
            return
        self._data = b""
        self._locked.opened(next((line.sha256 for line in self._lines if line.key == self._current), ""))
        self._area.pages.show_document(opened, self._current)
        self._area.show_pages()
        self.places.go(self._place)
        if self._reading is not None:
            self.places.show_paper(self._reading.application.number, self._current)
        self.pages_shown.emit()

    def _on_rendering_open_failed(self, failure: OpenFailure) -> None:
        self._outstanding.discard(failure.ticket)
        if failure.ticket != self._ticket:
            return
        if failure.error.code == "pdf_password":
            self._show_locked(self._current)
        else:
            self._say.broken(self._current)

    def _show_locked(self, key: str) -> None:
        """Say that a paper is locked; where one may answer so, the open criterion can be noted as not assessable."""
        reading = self._reading
        may = reading is not None and reading.catalogue.scale.not_assessable and not reading.locked
        self._locked.show(key, may_answer=may)

    def _on_password_typed(self, password: str) -> None:
        if self._data:
            self._open_pages(password)


def _picture(line: DocumentLine, data: bytes) -> "tuple[DocumentLine, QImage]":
    return line, read_image(data)
