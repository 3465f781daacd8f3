"""Opens annexes in one view: the form, pages, tables, pictures; passwords; where each was left."""

from collections import deque
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from reviewer_app.domain.errors import VotumError
from reviewer_app.domain.page_labels import named
from reviewer_app.services import annexes
from reviewer_app.services.annex_passwords import annex_to_open, unlock
from reviewer_app.services.annexes import AnnexTable
from reviewer_app.ui.pdf.document import OpenedDocument, OpenFailure
from reviewer_app.ui.pdf.renderer import renderer
from reviewer_app.ui.reading.annexes.annex_list import FORM, AnnexLine, AnnexLines
from reviewer_app.ui.reading.annexes.annex_view import AnnexView, read_image
from reviewer_app.ui.reading.annexes.form_words import WordedForm
from reviewer_app.ui.reading.annexes.links import LinkPresenter
from reviewer_app.ui.reading.annexes.table_view import Sheet
from reviewer_app.ui.shell.context import Context
from reviewer_app.ui.shell.reading_positions import AnnexPosition, ReadingPositions

if TYPE_CHECKING:
    from PySide6.QtGui import QImage

    from reviewer_app.services.annex_passwords import Unlocked
    from reviewer_app.services.changes import Outcome
    from reviewer_app.services.recognising_text import RecognisedAnnex
    from reviewer_app.services.reviewing import Reading
    from reviewer_app.ui.reading.annexes.dialogs import Password


class RecognisedPaper(QObject):
    """Belongs to one half of the papers."""

    def __init__(self, context: "Context", area: "AnnexView", parent: QObject) -> None:
        """Follow what `area` shows."""
        super().__init__(parent)
        self._context = context
        self._area = area
        self._opened: OpenedDocument | None = None
        self._sha256 = ""
        area.pages.document_shown.connect(self._on_pages_document_shown)

    def show(self, annex: "RecognisedAnnex") -> None:
        """Take the recognised text of an annex where that is the one in sight; pages with letters keep theirs."""
        opened = self._opened
        if opened is None or annex.sha256 != self._sha256 or not annex.pages:
            return
        fresh = annex.pages.keys() - opened.document.recognised.keys()
        opened.document.recognised = {**opened.document.recognised, **annex.pages}
        self._area.reader.texts.read_again(fresh)
        if fresh:
            finding = self._area.finding.pages
            finding.read_again(finding.sought)

    def _on_pages_document_shown(self, opened: "OpenedDocument | None") -> None:
        from reviewer_app.services.recognising_text import recognised_pages

        line = self._area.line
        self._opened, self._sha256 = opened, line.sha256 if line is not None else ""
        if opened is not None and self._sha256 and self._context.workspace is not None:
            self._context.operations.run(recognised_pages, self._sha256).done(self.show).read()


SETTLED = 400
"""Milliseconds after the last scrolling before a place is kept."""


class AnnexPositions(QObject):
    """The places of what one half shows; `half` is 0 for the first, 1 for the one beside it."""

    def __init__(self, context: "Context", area: "AnnexView", half: int, parent: QObject) -> None:
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
    def all(self) -> ReadingPositions:
        """The places of the workspace."""
        return self._context.settings.values.reading.get(str(self._context.path), ReadingPositions())

    def put(self, places: ReadingPositions) -> None:
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

    def here(self) -> AnnexPosition:
        """Return where the paper in sight stands."""
        pages = self._area.pages
        page, offset = pages.place
        left = pages.horizontalScrollBar().value()
        return AnnexPosition(max(page, 1), round(offset, 4), pages.zoom_factor or 0.0, left, self._area.form.place)

    def go(self, place: AnnexPosition) -> None:
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


class PaperSentences(QObject):
    """Says in an area why no paper is there."""

    def __init__(self, area: AnnexView) -> None:
        """Belong to `area`."""
        super().__init__(area)
        self._area = area

    def nothing(self) -> None:
        """Say that nothing has come in but scores; what is asked for stands in the list as missing."""
        self._area.show_message(
            self.tr("Noch keine Unterlagen"),
            self.tr("Zu diesem Antrag kamen bisher nur Bewertungen. Lesen Sie das Formular und die Anlagen ein."),
            "document",
        )

    def missing(self, line: AnnexLine) -> None:
        """Say that a paper that is asked for is not there."""
        title = line.spoken.partition(",")[0]
        self._area.show_message(self.tr("{title} fehlt").format(title=title), icon="document")

    def unknown(self, key: str) -> None:
        """Say that a file is of a kind that cannot be shown."""
        self._area.show_message(
            self.tr("{key} lässt sich hier nicht anzeigen").format(key=key),
            self.tr("Die Datei ist unverändert in der Arbeitsdatei aufbewahrt."),
            "document",
        )

    def broken(self, key: str) -> None:
        """Say that a paper is damaged; one that the check at its import found broken is never given to the renderer."""
        self._area.show_message(
            self.tr("{key} ist beschädigt").format(key=key),
            self.tr(
                "Votum öffnet die Datei nicht; sie bleibt aufbewahrt. Bitte bei der Geschäftsstelle neu anfordern."
            ),
            "warning",
        )


PASSWORD, LOCKED = "password", "locked"
"""The buttons beside a locked annex that ask for its password, and that leave it locked."""

NOT_ASSESSABLE = "not_assessable"
"""The button beside a locked annex that answers the open criterion with n. b.; the reading presenter acts on it."""


class LockedPaper(QObject):
    """Says that a paper is locked; `password_typed` carries a password to be tried."""

    password_typed = Signal(str)

    def __init__(self, context: Context, area: AnnexView, parent: QObject) -> None:
        """Work in `area`."""
        super().__init__(parent)
        self._context = context
        self._area = area
        self._key = ""
        self._may_answer = False
        self._typed: Password | None = None
        area.button_chosen.connect(self._on_area_button_chosen)

    def begin(self) -> None:
        """Forget what was typed for another paper."""
        self._typed = None

    def show(self, key: str, *, may_answer: bool) -> None:
        """Say that a paper is locked, or that what was typed does not fit; `may_answer` offers n. b."""
        self._key, self._may_answer = key, may_answer
        if self._typed is not None:
            self._area.show_message(
                self.tr("Das Kennwort passt nicht"),
                self.tr("Groß- und Kleinschreibung zählt."),
                "lock",
                {PASSWORD: self.tr("Nochmals"), LOCKED: self.tr("Abbrechen")},
            )
            return
        not_assessable = {NOT_ASSESSABLE: self.tr("Als „n.\u00a0b.“ vermerken")} if may_answer else {}
        self._area.show_message(
            self.tr("{key} ist mit Kennwort geschützt").format(key=key),
            self.tr("Das Kennwort steht nicht im Paket. Bitte bei der Geschäftsstelle nachfragen."),
            "lock",
            {PASSWORD: self.tr("Kennwort eingeben …")} | not_assessable,
        )

    def opened(self, sha256: str) -> None:
        """Remember what was typed, because it fits, and take over what others marked in the paper."""
        typed, self._typed = self._typed, None
        if typed is not None:
            run, now = self._context.operations.run, self._context.now()
            remembering = run(unlock, sha256, typed.word, now, keep=typed.keep).done(self._on_unlocked)
            if self._context.can_write:
                remembering.write(keep=False)
            else:
                remembering.read()

    def _on_unlocked(self, outcome: "Outcome[Unlocked]") -> None:
        said = [self._context.messages.finding(one)[0] for one in outcome.value.findings]
        if said:
            self._context.messages.note(f"{self._key}: {' '.join(said)}")

    def _on_area_button_chosen(self, button: str) -> None:
        if button == LOCKED:
            self._typed = None
            self.show(self._key, may_answer=self._may_answer)
        elif button == PASSWORD:
            from reviewer_app.ui.reading.annexes.dialogs import PasswordDialog

            theme, window, may = self._context.theme, self._area.window(), self._context.can_write
            typed = PasswordDialog.ask(theme, window, self._key, may_keep=may)
            if typed is not None:
                self._typed = typed
                self.password_typed.emit(typed.word)


_PDF = "application/pdf"
_TABLES = ("text/csv", "text/plain", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet")


@dataclass(frozen=True, slots=True)
class OpenAnnex:
    """Which paper is open and where: page from 1 with a share of its height, or scroll of the form in px.

    `exact` says more of the place (size, px from the left) where it is known, `beside` what stood beside it.
    """

    key: str
    place: tuple[int, float]
    scroll: int
    exact: AnnexPosition | None = None
    beside: "OpenAnnex | None" = None


class AnnexPresenter(QObject):
    """Opens papers of the application in sight; `document_opened` carries the key of the one asked for.

    `pages_shown` follows when the pages of a PDF are in sight; `place_left` says that one is about to go elsewhere.
    """

    document_opened = Signal(str)
    pages_shown = Signal()
    place_left = Signal()

    def __init__(self, context: Context, area: AnnexView, parent: QObject, half: int = 0) -> None:
        """Fill `area`; `half` is 1 for the one beside the first."""
        super().__init__(parent)
        self._context = context
        self._area = area
        self._reading: Reading | None = None
        self._lines: tuple[AnnexLine, ...] = ()
        self._current, self._ticket = "", 0
        self._locked = LockedPaper(context, area, self)
        self._loads: deque[AnnexLine] = deque()
        self._awaited: AnnexLine | None = None
        self._outstanding: set[int] = set()
        self._data, self._place = b"", AnnexPosition()
        self._say = PaperSentences(area)
        self._form = WordedForm(context)
        self.places = AnnexPositions(context, area, half, self)
        self.links = LinkPresenter(context, area, self)
        area.document_chosen.connect(self._on_area_document_chosen)
        area.body.jumping.connect(self.place_left)
        area.body.side_changed.connect(self._on_body_side_changed)
        self._locked.password_typed.connect(self._on_password_typed)
        renderer().document_opened.connect(self._on_renderer_document_opened)
        renderer().open_failed.connect(self._on_renderer_open_failed)

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
        self._lines = AnnexLines(self._context.language).lines(reading)
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

    def open(self, key: str, place: tuple[int, float] | None = None, exact: AnnexPosition | None = None) -> None:
        """Open a paper at (page from 1, share of its height), or exactly where one says, or where it was left."""
        line = next((one for one in self._lines if one.key == key), None)
        if line is None or self._reading is None:
            return
        number = self._reading.application.number
        self._area.used.emit()
        self.places.keep()
        self.places.show_paper("", "")
        self.places.keep_last(number, key)
        kept = self.places.all.place(number, key) or AnnexPosition()
        at = kept if place is None else AnnexPosition(*place, zoom=kept.zoom)
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

    def state(self) -> OpenAnnex:
        """Return what back restores."""
        return OpenAnnex(self._current, self._area.pages.place, self._area.form.place, self.places.here())

    def restore(self, state: OpenAnnex) -> None:
        """Show a paper as it stood."""
        if state.key and state.key != self._current:
            self.open(state.key, state.place, state.exact)
        elif state.place[0] and self._area.shows_pages:
            self.places.go(state.exact or AnnexPosition(*state.place, zoom=self._area.pages.zoom_factor or 0.0))
        self._area.form.go_to(state.scroll)

    def spot(self) -> str:
        """Return what the place in sight is called ("A07, S. 3"); empty where nothing is open."""
        line = next((one for one in self._lines if one.key == self._current), None)
        if line is None or not self._area.shows_pages:
            return (line.key if line.sha256 else line.title) if line is not None else ""
        page = named(self._area.pages.page, self._area.pages.labels)
        return self.tr("{key}, S.\u00a0{n}").format(key=line.key, n=page)

    @property
    def area(self) -> AnnexView:
        """Where it shows papers."""
        return self._area

    @property
    def current(self) -> str:
        """The key of the paper that is open."""
        return self._current

    @property
    def lines(self) -> tuple[AnnexLine, ...]:
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

    def _load(self, line: AnnexLine) -> None:
        self._awaited = line
        self._loads.append(line)
        run = self._context.operations.run
        if line.media_type in _TABLES:
            tables = run(annexes.annex_tables, line.sha256, line.media_type, self._context.language)
            tables.done(self._on_tables_done).failed(self._on_load_failed).read()
        else:
            run(annex_to_open, line.sha256).done(self._on_bytes_done).failed(self._on_load_failed).read()

    def _loaded(self) -> AnnexLine | None:
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
        self._ticket = renderer().open(self._data, password or None)
        self._outstanding.add(self._ticket)

    def _on_picture_done(self, read: "tuple[AnnexLine, QImage]") -> None:
        line, image = read
        if line is self._awaited and image.isNull():
            self._say.unknown(line.key)
        elif line is self._awaited:
            self._area.show_image(image)

    def _on_load_failed(self, error: VotumError) -> None:
        if self._loaded() is not None:
            self._area.show_message(self._context.messages.explain(error), icon="warning")

    # Pages

    def _on_renderer_document_opened(self, ticket: int, opened: OpenedDocument) -> None:
        if ticket not in self._outstanding:
            return
        self._outstanding.discard(ticket)
        if ticket != self._ticket:
            renderer().release(opened)
            return
        self._data = b""
        self._locked.opened(next((line.sha256 for line in self._lines if line.key == self._current), ""))
        self._area.pages.show_document(opened, self._current)
        self._area.show_pages()
        self.places.go(self._place)
        if self._reading is not None:
            self.places.show_paper(self._reading.application.number, self._current)
        self.pages_shown.emit()

    def _on_renderer_open_failed(self, failure: OpenFailure) -> None:
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


def _picture(line: AnnexLine, data: bytes) -> "tuple[AnnexLine, QImage]":
    return line, read_image(data)
