"""The annexes of the reading page, one or two side by side, and the commands that read them."""

from collections.abc import Iterator, Mapping
from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from reviewer_app.services.annexes.passwords import forget
from reviewer_app.ui.reading.annexes.annex_list import FORM
from reviewer_app.ui.reading.annexes.annex_presenter import AnnexPresenter, OpenAnnex
from reviewer_app.ui.reading.annexes.dialogs import PageDialog
from reviewer_app.ui.reading.annexes.formal_checks_panel import FormalChecksPresenter
from reviewer_app.ui.reading.annexes.sidebar import OUTLINE, PAGES
from reviewer_app.ui.reading.annexes.text_recognition import TextRecognition
from reviewer_app.ui.shell.palette_model import Find, PaletteGroup

if TYPE_CHECKING:
    from reviewer_app.services.reviews.reviewing import Reading
    from reviewer_app.ui.reading.page import ReadingPage
    from reviewer_app.ui.shell.actions import Actions, Handler
    from reviewer_app.ui.shell.context import Context


class AnnexesPresenter(QObject):
    """Opens annexes in the first view, and in a second that is made when it is first wanted.

    `second_made` carries the second AnnexPresenter; `place_left` says that one is about to go elsewhere.
    """

    second_made = Signal(object)
    place_left = Signal()

    def __init__(self, context: "Context", page: "ReadingPage", actions: "Actions", parent: QObject) -> None:
        """Fill the annexes of `page`."""
        super().__init__(parent)
        self._context = context
        self._page = page
        self._actions = actions
        self._splitter = page.annexes
        self._reading: Reading | None = None
        self._closed: dict[str, str] = {}
        """What was open in the second view when it was closed, by application."""
        self._recognition = TextRecognition(context, actions, self)
        self._checks = FormalChecksPresenter(context, page, self)
        self.first = self._presenter(0)
        self.second: AnnexPresenter | None = None

    def _presenter(self, number: int) -> AnnexPresenter:
        view = self._splitter.make_second() if number else self._splitter.first
        made = AnnexPresenter(self._context, self._page, view, number, self)
        made.place_left.connect(self.place_left)
        self._recognition.watch(made)
        return made

    @property
    def active(self) -> AnnexPresenter:
        """The presenter of the view that is worked in."""
        second = self.second
        return second if second is not None and self._splitter.active is second.view else self.first

    def finds(self, application: str) -> "Iterator[Find]":
        """Give the annexes to the palette."""
        for line in self.first.lines:
            yield Find(
                PaletteGroup.GO,
                line.name,
                application,
                icon="document",
                name=f"paper:{application}:{line.key}",
                hint=line.key,
                choose=partial(self.first.open, line.key),
            )

    # Showing

    def show_reading(self, reading: "Reading") -> None:
        """Show the annexes of an application, a second one where there was one when it was left."""
        self.first.show_reading(reading)
        fresh = self._reading is None or self._reading.application.id != reading.application.id
        self._reading = reading
        if fresh and not self.first.positions.second(reading.application.number):
            self._close()
        elif fresh:
            self._open(reading)
        elif self.second is not None and self._splitter.is_wanted:
            active = self._splitter.active
            self.second.show_reading(reading)
            self._splitter.use(active)

    def clear(self) -> None:
        """Show nothing: another application is being loaded."""
        self._reading = None
        self.first.clear()
        if self.second is not None:
            self.second.clear()

    def state(self) -> OpenAnnex:
        """Return what back restores."""
        second = self.second.state() if self.second is not None and self._splitter.is_wanted else None
        return replace(self.first.state(), second=second)

    def restore(self, state: OpenAnnex) -> None:
        """Show the annexes as they stood."""
        active = self._splitter.active
        self.first.restore(state)
        if state.second is not None and self.second is not None and self._splitter.is_wanted:
            self.second.restore(state.second)
            self._splitter.use(active)

    def keep(self) -> None:
        """Keep where the annexes stand."""
        self.first.positions.keep()
        if self.second is not None:
            self.second.positions.keep()

    # The second view

    def toggle(self) -> None:
        """Open a second annex and let the person choose it, or close it; without room say what would help."""
        if self._splitter.is_split:
            self.close()
        elif self._reading is None:
            return
        elif not self._splitter.has_room:
            self._context.messages.hint(
                self.tr(
                    "Zu wenig Platz für zwei Unterlagen. Bitte verbreitern Sie das Fenster oder verkleinern"
                    " Sie die Bewertung."
                )
            )
        else:
            self.open_second(self._closed.get(self._reading.application.number) or self._next())
            self._page.show_annexes()
            self._splitter.make_second().take_focus()
            self._splitter.make_second().open_list()

    def open_second(self, key: str) -> None:
        """Open an annex in the second view."""
        if self._reading is not None:
            self._open(self._reading).open(key)

    def close(self) -> None:
        """Close the second view; the focus goes to the first."""
        if self._reading is not None and self.second is not None:
            number = self._reading.application.number
            self._closed[number] = self.second.current
            self.first.positions.forget_second(number)
        self._close()
        self._splitter.first.take_focus()

    def _next(self) -> str:
        """Return the annex after the first one, for a second view that shows none yet."""
        keys = [line.key for line in self.first.lines if line.is_there]
        at = keys.index(self.first.current) if self.first.current in keys else -1
        return keys[(at + 1) % len(keys)] if keys else FORM

    def _open(self, reading: "Reading") -> AnnexPresenter:
        if self.second is None:
            self.second = self._presenter(1)
            self.second.view.bar.close_button.clicked.connect(self.close)
            self.second_made.emit(self.second)
        self._splitter.show_second(wanted=True)
        self.second.show_reading(reading)
        self._splitter.use(self._splitter.first)
        self._show_checked()
        return self.second

    def _close(self) -> None:
        if self.second is not None:
            self.second.clear()
        self._splitter.show_second(wanted=False)
        self._show_checked()

    def _show_checked(self) -> None:
        """Show in the menu whether there are two."""
        self._actions["show_beside"].setChecked(self._splitter.is_wanted)

    # Commands

    def handlers(self) -> Mapping[str, "Handler"]:
        """Return who carries out which actions."""
        return {
            "formal_notes": self._on_formal_notes,
            "choose_document": self._on_choose_document,
            "go_to_page": self._on_go_to_page,
            "recognise_text": self._on_recognise_text,
            "forget_password": self._on_forget_password,
            "zoom_in": self._on_zoom_in,
            "zoom_out": self._on_zoom_out,
            "zoom_width": self._on_zoom_width,
            "show_pages": self._on_show_pages,
            "show_outline": self._on_show_outline,
            "show_links": self._on_show_links,
            "show_beside": self._on_show_beside,
            "draw_area": self._on_draw_area,
            "text_cursor": self._on_text_cursor,
            "select_sentence": self._on_select_sentence,
        }

    def _has_pages(self) -> bool:
        """Say whether the annex in sight has pages, and tell the person where it has none."""
        has = self._splitter.active.shows_pages
        if not has:
            self._context.messages.hint(self.tr("Diese Unterlage hat keine Seiten."))
        return has

    def _on_formal_notes(self) -> None:
        if self._reading is not None and not self._page.is_covered:
            self._checks.open(self._reading)

    def _on_choose_document(self) -> None:
        self._page.show_annexes()
        self._splitter.active.open_list()

    def _on_go_to_page(self) -> None:
        if not self._has_pages():
            return
        pages = self._splitter.active.pages
        page = PageDialog.ask(self._context.theme, self._page.window(), pages.page, pages.count, pages.labels)
        if page:
            self.place_left.emit()
            pages.go_to(page)
            pages.setFocus()

    def _on_recognise_text(self) -> None:
        line = self._splitter.active.line
        if self._has_pages() and line is not None:
            self._recognition.recognise(line)

    def _on_forget_password(self) -> None:
        line = self._splitter.active.line
        if line is None or not line.locked:
            self._context.messages.hint(self.tr("Diese Unterlage hat kein Kennwort."))
            return
        forgotten = self._context.operations.run(forget, line.sha256)
        forgotten.done(partial(self._on_password_forgotten, self.active, line.key)).write(keep=False)

    def _on_password_forgotten(self, annexes: AnnexPresenter, key: str, _outcome: object) -> None:
        """Close the annex again, unless the person reads another one by now."""
        self._context.messages.note(self.tr("{key}: Kennwort gelöscht.").format(key=key))
        if annexes.current == key:
            annexes.open(key)

    def _show_sidebar(self, tab: str) -> None:
        if self._has_pages():
            self._page.show_annexes()
            self._splitter.active.body.toggle(tab)

    def _on_show_pages(self) -> None:
        self._show_sidebar(PAGES)

    def _on_show_outline(self) -> None:
        self._show_sidebar(OUTLINE)

    def _on_show_links(self) -> None:
        if self._has_pages():
            self._page.show_annexes()
            self.active.links.open_list()

    def _on_show_beside(self) -> None:
        self._page.show_annexes()
        self.toggle()
        self._show_checked()  # the menu has changed its tick by itself

    def _on_draw_area(self) -> None:
        self._splitter.active.reader.draw_area()

    def _on_text_cursor(self) -> None:
        if self._splitter.active.shows_pages:
            self._splitter.active.reader.caret.toggle()

    def _on_select_sentence(self) -> None:
        self._splitter.active.reader.caret.select_sentence()

    def _on_zoom_in(self) -> None:
        self._splitter.active.zoom(1)

    def _on_zoom_out(self) -> None:
        self._splitter.active.zoom(-1)

    def _on_zoom_width(self) -> None:
        self._splitter.active.zoom(0)
