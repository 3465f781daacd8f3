"""Opens annexes in one view: the form, pages, tables and pictures; passwords; and where each annex was left."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from reviewer_app.domain.text.page_labels import named
from reviewer_app.services.annexes import contents
from reviewer_app.services.annexes.passwords import annex_to_open
from reviewer_app.services.annexes.recognising import RecognisedAnnex, recognised_pages
from reviewer_app.services.annotations.unlocking import unlock
from reviewer_app.ui.pdf.renderer import renderer
from reviewer_app.ui.reading.annexes.annex_list import FORM, AnnexLine, AnnexLines
from reviewer_app.ui.reading.annexes.annex_view import AnnexView, read_image
from reviewer_app.ui.reading.annexes.dialogs import Password, PasswordDialog
from reviewer_app.ui.reading.annexes.find_presenter import FindPresenter
from reviewer_app.ui.reading.annexes.form_words import FormWords
from reviewer_app.ui.reading.annexes.links import LinkPresenter
from reviewer_app.ui.shell.reading_positions import AnnexPosition, ReadingPositions

if TYPE_CHECKING:
    from PySide6.QtGui import QImage

    from reviewer_app.domain.errors import VotumError
    from reviewer_app.services.annexes.contents import AnnexTable
    from reviewer_app.services.annotations.unlocking import Unlocked
    from reviewer_app.services.changes import Outcome
    from reviewer_app.services.reviews.reviewing import Reading
    from reviewer_app.ui.pdf.document import OpenedDocument, OpenFailure
    from reviewer_app.ui.reading.annexes.form_view import FormPart
    from reviewer_app.ui.reading.page import ReadingPage
    from reviewer_app.ui.shell.context import Context

PASSWORD, LOCKED = "password", "locked"
"""The buttons beside a locked annex that ask for its password, and that leave it locked."""

NOT_ASSESSABLE = "not_assessable"
"""The button beside a locked annex that answers the open criterion with n. b.; the reading presenter acts on it."""

SETTLED = 400
"""Milliseconds after the last scrolling before a position is kept."""

_PDF = "application/pdf"
_TABLES = ("text/csv", "text/plain", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet")


@dataclass(frozen=True, slots=True)
class OpenAnnex:
    """Which annex is open and where it stands, and what is open in the second view."""

    key: str
    position: AnnexPosition
    second: "OpenAnnex | None" = None


class AnnexPositions(QObject):
    """Keeps where each annex is read in one view, after a moment and whenever it is left.

    `number` is 0 for the first view, 1 for the second.
    """

    def __init__(self, context: "Context", view: AnnexView, number: int, parent: QObject) -> None:
        """Follow `view`."""
        super().__init__(parent)
        self._context = context
        self._view = view
        self._number = number
        self._followed = ("", "")
        self._settled = QTimer(self, singleShot=True, interval=SETTLED)
        self._settled.timeout.connect(self.keep)
        for scrolled in (view.pages, view.form):
            scrolled.verticalScrollBar().valueChanged.connect(self._on_moved)
        view.pages.horizontalScrollBar().valueChanged.connect(self._on_moved)
        view.pages.zoom_changed.connect(self._on_moved)

    @property
    def all(self) -> ReadingPositions:
        """The positions of the workspace."""
        return self._context.settings.values.reading.get(str(self._context.path), ReadingPositions())

    def put(self, positions: ReadingPositions) -> None:
        """Keep other positions of the workspace."""
        if self._context.path is not None:
            self._context.settings.keep_reading(self._context.path, positions)

    # Which annexes are open

    def _last(self, application: str) -> list[str]:
        return [*self.all.last.get(application, ()), "", ""][:2]

    def last(self, application: str) -> str:
        """Return the annex that was open in this view; empty where none was."""
        return self._last(application)[self._number]

    def second(self, application: str) -> str:
        """Return the annex that was open in the second view; empty where none was."""
        return self._last(application)[1]

    def keep_last(self, application: str, annex: str) -> None:
        """Keep which annex is open in this view."""
        last = self._last(application)
        last[self._number] = annex
        self.put(self.all.with_last(application, tuple(last)))

    def forget_second(self, application: str) -> None:
        """Keep that nothing is open in the second view any more."""
        if self.second(application):
            self.put(self.all.with_last(application, (self._last(application)[0], "")))

    # Where the annex in sight stands

    def follow(self, application: str = "", annex: str = "") -> None:
        """Say which annex is in sight from now on; empty where none is."""
        self._followed = (application, annex)

    def here(self) -> AnnexPosition:
        """Return where the annex in sight stands."""
        pages = self._view.pages
        page, offset = pages.place
        left = pages.horizontalScrollBar().value()
        return AnnexPosition(max(page, 1), round(offset, 4), pages.zoom_factor or 0.0, left, self._view.form.place)

    def go(self, position: AnnexPosition) -> None:
        """Bring the pages in sight to a position, in its size."""
        pages = self._view.pages
        if (pages.zoom_factor or 0.0) != position.zoom:
            pages.show_zoom(position.zoom or None)
        pages.go_to(max(position.page, 1), position.offset)
        pages.horizontalScrollBar().setValue(position.left)

    def keep(self) -> None:
        """Keep where the annex in sight stands."""
        self._settled.stop()
        if all(self._followed):
            self.put(self.all.with_position(*self._followed, self.here()))

    def _on_moved(self, _value: object) -> None:
        self._settled.start()


class AnnexPresenter(QObject):
    """Opens annexes of the application in sight; `annex_opened` carries the key of the one asked for.

    `pages_shown` follows when the pages of a PDF are in sight; `place_left` says that one is about to go elsewhere.
    """

    annex_opened = Signal(str)
    pages_shown = Signal()
    place_left = Signal()

    def __init__(self, context: "Context", page: "ReadingPage", view: AnnexView, number: int, parent: QObject) -> None:
        """Fill `view`, the first (0) or second (1) of `page`."""
        super().__init__(parent)
        self._context = context
        self._page = page
        self.view = view
        self._reading: Reading | None = None
        self._form: tuple[Reading, str, tuple[FormPart, ...]] | None = None
        """The form as it was worded last: for which reading, and in which language."""
        self._visit = 0
        """Counts what is asked for, so that answers about what was left are known."""
        self._ticket = 0
        self._outstanding: set[int] = set()
        self._data, self._position = b"", AnnexPosition()
        self._typed: Password | None = None
        """The password that was typed for the annex that is open, until it is known to fit."""
        self._document: tuple[OpenedDocument, str] | None = None
        """The pages that were opened last, and the file they are from."""
        self.positions = AnnexPositions(context, view, number, self)
        self.links = LinkPresenter(context, view, self)
        self.finding = FindPresenter(context, page, self)
        view.annex_chosen.connect(self._on_view_annex_chosen)
        view.body.jumping.connect(self.place_left)
        view.body.side_changed.connect(self._on_body_side_changed)
        view.message.button_chosen.connect(self._on_message_button_chosen)
        renderer().document_opened.connect(self._on_renderer_document_opened)
        renderer().open_failed.connect(self._on_renderer_open_failed)

    # What is open

    @property
    def current(self) -> str:
        """The key of the annex that is open."""
        return self.view.current

    @property
    def lines(self) -> tuple[AnnexLine, ...]:
        """All annexes."""
        return self.view.lines

    def state(self) -> OpenAnnex:
        """Return what back restores."""
        return OpenAnnex(self.current, replace(self.positions.here(), page=self.view.pages.place[0]))

    def restore(self, state: OpenAnnex) -> None:
        """Show an annex as it stood; pages that had not come then stay where they are now."""
        if state.key and state.key != self.current:
            self.open(state.key, state.position)
        elif state.position.page and self.view.shows_pages:
            self.positions.go(state.position)
        self.view.form.go_to(state.position.scroll)

    def place_name(self) -> str:
        """Return what the place in sight is called ("A07, S. 3"); empty where nothing is open."""
        line = self.view.line
        if line is None or not self.view.shows_pages:
            return (line.key if line.sha256 else line.title) if line is not None else ""
        page = named(self.view.pages.page, self.view.pages.labels)
        return self.tr("{key}, S.\u00a0{n}").format(key=line.key, n=page)

    # Showing

    def show_reading(self, reading: "Reading") -> None:
        """Show the annexes of an application; the one that is open stays open where it is still there."""
        if reading is self._reading:
            return
        same = self._reading is not None and self._reading.application == reading.application
        fresh = self._reading is None or self._reading.application.id != reading.application.id
        self._reading = reading
        if fresh:
            self.view.body.show_side(self.positions.all.side)
        lines = AnnexLines(self._context.language).lines(reading)
        self.view.model.set_lines(lines)
        keys, there = {line.key for line in lines}, [line.key for line in lines if line.is_there]
        if not there:
            self._leave()
            self.view.show_annexes(lines, "")
            self.view.show_nothing()
        elif fresh or self.current not in keys:
            last = self.positions.last(reading.application.number)
            self.open(last if last in keys else there[0])
        elif not same:
            self.open(self.current)
        else:
            self.view.show_annexes(lines, self.current)
        self.finding.show_reading(reading)

    def parts(self, reading: "Reading") -> Iterator[None]:
        """Word and write the form of an application that is about to be shown, if that is what it begins with."""
        if self._reading is None and self.positions.last(reading.application.number) in {"", FORM}:
            words = self._form_of(reading)
            yield
            self.view.form.show_parts(words)
        yield

    def _form_of(self, reading: "Reading") -> "tuple[FormPart, ...]":
        """Return all parts of the form, worded once: before it is shown, or when it is."""
        language = self._context.language
        if self._form is None or self._form[0] is not reading or self._form[1] != language:
            parts = FormWords(reading, language, self._context.messages.word).parts()
            self._form = (reading, language, parts)
        return self._form[2]

    def clear(self) -> None:
        """Show nothing: another application is being loaded."""
        self.positions.keep()
        self.positions.follow()
        self._reading, self._document, self.view.current = None, None, ""
        self._leave()
        self.view.pages.clear()
        self.view.form.show_parts(())

    def open(self, key: str, position: AnnexPosition | None = None) -> None:
        """Open an annex at a position, or where it was left."""
        line = next((one for one in self.lines if one.key == key), None)
        if line is None or self._reading is None:
            return
        number = self._reading.application.number
        self._page.annexes.use(self.view)
        self.positions.keep()
        self.positions.follow()
        self.positions.keep_last(number, key)
        self._position = position or self.positions.all.position(number, key) or AnnexPosition()
        self._leave()
        self.view.show_annexes(self.lines, key)
        if key == FORM:
            self.view.show_form(self._form_of(self._reading))
            self.view.form.go_to(self._position.scroll)
            self.positions.follow(number, key)
        elif not line.sha256:
            self.view.show_missing(line)
        elif line.broken:
            self.view.show_broken(line.key)
        else:
            self._load(line)
        self.annex_opened.emit(key)

    def open_at(self, key: str, page: int, offset: float = 0.0) -> None:
        """Open an annex at a page (from 1) and a share of its height, in the size it had."""
        number = self._reading.application.number if self._reading is not None else ""
        left = self.positions.all.position(number, key) or AnnexPosition()
        self.open(key, AnnexPosition(page, offset, zoom=left.zoom))

    def _on_view_annex_chosen(self, key: str) -> None:
        if key != self.current:
            self.place_left.emit()
        self.open(key)

    def _on_body_side_changed(self, side: str) -> None:
        self.positions.put(replace(self.positions.all, side=side))

    # Loading

    def _leave(self) -> None:
        """Show no annex that is on its way, and let no password open one that is left."""
        self._visit += 1
        self._data, self._ticket = b"", 0

    def _load(self, line: AnnexLine) -> None:
        run, visit = self._context.operations.run, self._visit
        if line.media_type in _TABLES:
            tables = run(contents.annex_tables, line.sha256, line.media_type, self._context.language)
            tables.done(partial(self._on_tables_done, visit, line)).failed(partial(self._on_load_failed, visit)).read()
        else:
            data = run(annex_to_open, line.sha256)
            data.done(partial(self._on_bytes_done, visit, line)).failed(partial(self._on_load_failed, visit)).read()

    def _on_tables_done(self, visit: int, line: AnnexLine, tables: "tuple[AnnexTable, ...]") -> None:
        if visit == self._visit:
            self.view.show_tables(line.key, tables)

    def _on_bytes_done(self, visit: int, line: AnnexLine, found: tuple[bytes, str]) -> None:
        data, password = found
        if visit != self._visit:
            return
        if line.media_type == _PDF:
            self._data, self._typed = data, None
            self._open_pages(password)
        elif line.media_type.startswith("image/"):
            picture = self._context.operations.call(partial(read_image, data))
            picture.done(partial(self._on_picture_done, visit, line)).read_aside()
        else:
            self.view.show_unknown(line.key)

    def _on_picture_done(self, visit: int, line: AnnexLine, image: "QImage") -> None:
        if visit != self._visit:
            return
        if image.isNull():
            self.view.show_unknown(line.key)
        else:
            self.view.show_image(image)

    def _on_load_failed(self, visit: int, error: "VotumError") -> None:
        if visit == self._visit:
            self.view.show_message(self._context.messages.explain(error), icon="warning")

    # Pages

    def _open_pages(self, password: str) -> None:
        self._ticket = renderer().open(self._data, password or None)
        self._outstanding.add(self._ticket)

    def _on_renderer_document_opened(self, ticket: int, opened: "OpenedDocument") -> None:
        if ticket not in self._outstanding:
            return
        self._outstanding.discard(ticket)
        if ticket != self._ticket:
            renderer().release(opened)
            return
        self._data = b""
        sha256 = self.view.line.sha256 if self.view.line is not None else ""
        self._remember_password(sha256)
        self._document = (opened, sha256)
        self.view.pages.show_document(opened, self.current)
        self._look_for_recognised(sha256)
        self.view.show_pages()
        self.positions.go(self._position)
        if self._reading is not None:
            self.positions.follow(self._reading.application.number, self.current)
        self.pages_shown.emit()

    def _on_renderer_open_failed(self, failure: "OpenFailure") -> None:
        self._outstanding.discard(failure.ticket)
        if failure.ticket != self._ticket:
            return
        if failure.error.code == "pdf_password":
            self._show_locked()
        else:
            self.view.show_broken(self.current)

    # The recognised text of a scan

    def _look_for_recognised(self, sha256: str) -> None:
        if sha256 and self._context.workspace is not None:
            self._context.operations.run(recognised_pages, sha256).done(self.show_recognised).read()

    def show_recognised(self, annex: "RecognisedAnnex") -> None:
        """Put recognised text under the pages in sight where it is theirs; pages with letters keep their own."""
        if self._document is None or self._document[1] != annex.sha256 or not annex.pages:
            return
        document = self._document[0].document
        fresh = annex.pages.keys() - document.recognised.keys()
        document.recognised = {**document.recognised, **annex.pages}
        self.view.reader.texts.read_again(fresh)
        if fresh:
            finding = self.view.finding.pages
            finding.read_again(finding.sought)

    # Passwords

    def _show_locked(self) -> None:
        """Say that an annex is locked, or that what was typed does not fit; where one may answer so, offer n. b."""
        if self._typed is not None:
            self.view.show_message(
                self.tr("Das Kennwort passt nicht"),
                self.tr("Groß- und Kleinschreibung zählt."),
                "lock",
                {PASSWORD: self.tr("Nochmals"), LOCKED: self.tr("Abbrechen")},
            )
            return
        reading = self._reading
        may_answer = reading is not None and reading.catalogue.scale.not_assessable and not reading.locked
        not_assessable = {NOT_ASSESSABLE: self.tr("Als „n.\u00a0b.“ vermerken")} if may_answer else {}
        self.view.show_message(
            self.tr("{key} ist mit Kennwort geschützt").format(key=self.current),
            self.tr("Das Kennwort steht nicht im Paket. Bitte bei der Geschäftsstelle nachfragen."),
            "lock",
            {PASSWORD: self.tr("Kennwort eingeben …")} | not_assessable,
        )

    def _remember_password(self, sha256: str) -> None:
        """Remember what was typed, because it fits, and take over what others marked in the annex."""
        typed, self._typed = self._typed, None
        if typed is not None:
            run, now = self._context.operations.run, self._context.now()
            remembering = run(unlock, sha256, typed.word, now, keep=typed.keep)
            remembering = remembering.done(partial(self._on_unlocked, self.current))
            if self._context.can_write:
                remembering.write(keep=False)
            else:
                remembering.read()

    def _on_unlocked(self, key: str, outcome: "Outcome[Unlocked]") -> None:
        said = [self._context.messages.finding(one)[0] for one in outcome.value.findings]
        if said:
            self._context.messages.note(f"{key}: {' '.join(said)}")

    def _on_message_button_chosen(self, button: str) -> None:
        if button == LOCKED:
            self._typed = None
            self._show_locked()
        elif button == PASSWORD:
            theme, window, may = self._context.theme, self.view.window(), self._context.can_write
            typed = PasswordDialog.ask(theme, window, self.current, may_keep=may)
            if typed is not None:
                self._typed = typed
                if self._data:
                    self._open_pages(typed.word)
