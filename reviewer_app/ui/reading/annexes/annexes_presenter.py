"""The annexes of the reading page, one or two side by side, and the commands that read them."""

from collections.abc import Mapping
from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from reviewer_app.ui.reading.annexes.annex_list import FORM
from reviewer_app.ui.reading.annexes.annex_presenter import AnnexPresenter, OpenAnnex
from reviewer_app.ui.reading.annexes.find_presenter import FindPresenter
from reviewer_app.ui.reading.annexes.sidebar import OUTLINE, PAGES
from reviewer_app.ui.reading.annexes.text_recognition import TextRecognition
from reviewer_app.ui.reading.page import DOCUMENTS, ReadingPage

if TYPE_CHECKING:
    from reviewer_app.services.reviewing import Reading
    from reviewer_app.ui.shell.actions import Actions, Handler
    from reviewer_app.ui.shell.context import Context


class AnnexesPresenter(QObject):
    """`opened` carries the second half's AnnexPresenter when it is made; `split_changed`: it opened or closed."""

    opened = Signal(object)
    split_changed = Signal()

    def __init__(self, context: "Context", page: "ReadingPage", main: AnnexPresenter, finding: FindPresenter) -> None:
        """Stand beside `main`, in which `finding` finds."""
        super().__init__(main)
        self._context = context
        self._page = page
        self._halves = page.halves
        self._main = main
        self._main_finding = finding
        self._reading: Reading | None = None
        self._closed: dict[str, str] = {}
        self.documents: AnnexPresenter | None = None
        self._finding: FindPresenter | None = None

    @property
    def _is_beside(self) -> bool:
        return self._halves.active is self._halves.beside

    @property
    def active(self) -> AnnexPresenter:
        """The presenter of the half that is worked in."""
        return self.documents if self.documents is not None and self._is_beside else self._main

    @property
    def finding(self) -> FindPresenter:
        """What finds in the half that is worked in."""
        return self._finding if self._finding is not None and self._is_beside else self._main_finding

    # Showing

    def show_reading(self, reading: "Reading") -> None:
        """Show the papers of an application, a second one where there was one when it was left."""
        self._main.show_reading(reading)
        self._main_finding.show_reading(reading)
        fresh = self._reading is None or self._reading.application.id != reading.application.id
        self._reading = reading
        key = self._main.places.second(reading.application.number)
        if fresh and not key:
            self._close()
        elif fresh:
            self._open(reading)
        elif self.documents is not None and self._halves.is_wanted:
            active = self._halves.active
            self._show_beside(self.documents, reading)
            self._halves.use(active)

    def _show_beside(self, documents: AnnexPresenter, reading: "Reading") -> None:
        documents.show_reading(reading)
        if self._finding is not None:
            self._finding.show_reading(reading)

    def clear(self) -> None:
        """Show nothing: another application is being loaded."""
        self._reading = None
        self._main.clear()
        if self.documents is not None:
            self.documents.clear()

    def state(self) -> OpenAnnex:
        """Return what back restores."""
        state = self._main.state()
        beside = self.documents.state() if self.documents is not None and self._halves.is_wanted else None
        return replace(state, beside=beside)

    def restore(self, state: OpenAnnex) -> None:
        """Show the papers as they stood."""
        active = self._halves.active
        self._main.restore(state)
        if state.beside is not None and self.documents is not None and self._halves.is_wanted:
            self.documents.restore(state.beside)
            self._halves.use(active)

    # What a person does

    def toggle(self) -> None:
        """Open a second paper and let the person choose it, or close it; without room say what would help."""
        if self._halves.is_split:
            self.close()
        elif self._reading is None:
            return
        elif not self._halves.has_room:
            self._context.messages.hint(
                self.tr("Zu wenig Platz für zwei Unterlagen: Fenster breiter oder Bewertung schmaler machen.")
            )
        else:
            self.open(self._closed.get(self._reading.application.number) or self._other())
            self._page.show_documents_beside()
            self._halves.make_beside().take_focus()
            self._halves.make_beside().open_list()

    def open(self, key: str) -> None:
        """Open a paper beside the first."""
        if self._reading is not None:
            self._open(self._reading).open(key)

    def close(self) -> None:
        """Close the second paper; the focus goes to the first."""
        if self._reading is not None and self.documents is not None:
            number = self._reading.application.number
            self._closed[number] = self.documents.current
            self._main.places.forget_second(number)
        self._close()
        self._halves.main.take_focus()

    def keep(self) -> None:
        """Keep where the papers stand."""
        self._main.places.keep()
        if self.documents is not None:
            self.documents.places.keep()

    def _other(self) -> str:
        """Return the paper after the first one, for a second half that shows none yet."""
        keys = [line.key for line in self._main.lines if line.key == FORM or line.sha256]
        at = keys.index(self._main.current) if self._main.current in keys else -1
        return keys[(at + 1) % len(keys)] if keys else FORM

    def _open(self, reading: "Reading") -> AnnexPresenter:
        area = self._halves.make_beside()
        if self.documents is None:
            self.documents = AnnexPresenter(self._context, area, self, half=1)
            self._finding = FindPresenter(self._context, self._page, self.documents)
            area.bar.close_wanted.connect(self.close)
            self.documents.place_left.connect(self._main.place_left)
            self._finding.place_left.connect(self._main_finding.place_left)
            self.opened.emit(self.documents)
        self._halves.show_beside(wanted=True)
        self._show_beside(self.documents, reading)
        self._halves.use(self._halves.main)
        self.split_changed.emit()
        return self.documents

    def _close(self) -> None:
        if self.documents is not None:
            self.documents.clear()
        self._halves.show_beside(wanted=False)
        self.split_changed.emit()


class PaperCommands(QObject):
    """Carries them out on the paper in sight."""

    def __init__(self, context: "Context", page: ReadingPage, beside: "AnnexesPresenter", actions: "Actions") -> None:
        """Act on the papers of `page`."""
        super().__init__(beside)
        self._actions = actions
        self._context = context
        self._page = page
        self._beside = beside
        self._recognising = TextRecognition(context, page.halves, actions, self)
        beside.opened.connect(self._on_beside_opened)
        beside.split_changed.connect(self._on_beside_split_changed)

    def handlers(self) -> Mapping[str, "Handler"]:
        """Return who carries out which actions."""
        return {
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
            "select_sentence": self._on_select_sentence,
        }

    def _has_pages(self) -> bool:
        """Say whether the paper in sight has pages, and tell the person where it has none."""
        has = self._page.documents.shows_pages
        if not has:
            self._context.messages.hint(self.tr("Diese Unterlage hat keine Seiten."))
        return has

    def _on_go_to_page(self) -> None:
        if not self._has_pages():
            return
        from reviewer_app.ui.reading.annexes.dialogs import PageDialog

        pages = self._page.documents.pages
        page = PageDialog.ask(self._context.theme, self._page.window(), pages.page, pages.count, pages.labels)
        if page:
            self._beside.active.place_left.emit()
            pages.go_to(page)
            pages.setFocus()

    def _on_beside_opened(self, _documents: object) -> None:
        self._recognising.watch(self._page.halves.make_beside())

    def _on_recognise_text(self) -> None:
        if self._has_pages():
            self._recognising.recognise(self._page.documents)

    def _on_forget_password(self) -> None:
        line = self._page.documents.line
        if line is None or not line.locked:
            self._context.messages.hint(self.tr("Diese Unterlage hat kein Kennwort."))
            return
        from reviewer_app.services.annex_passwords import forget

        forgotten = self._context.operations.run(forget, line.sha256)
        forgotten.done(partial(self._on_password_forgotten, self._beside.active, line.key)).write(keep=False)

    def _on_password_forgotten(self, documents: "AnnexPresenter", key: str, _outcome: object) -> None:
        """Close the paper again, unless the person reads another one by now."""
        self._context.messages.note(self.tr("{key}: Kennwort vergessen.").format(key=key))
        if documents.current == key:
            documents.open(key)

    def _show_side(self, tab: str) -> None:
        if self._has_pages():
            self._page.show_pane(DOCUMENTS)
            self._page.documents.body.toggle(tab)

    def _on_show_pages(self) -> None:
        self._show_side(PAGES)

    def _on_show_outline(self) -> None:
        self._show_side(OUTLINE)

    def _on_show_links(self) -> None:
        if self._has_pages():
            self._page.show_pane(DOCUMENTS)
            self._beside.active.links.open_list()

    def _on_show_beside(self) -> None:
        self._page.show_pane(DOCUMENTS)
        self._beside.toggle()
        self._on_beside_split_changed()

    def _on_beside_split_changed(self) -> None:
        """Show in the menu whether there are two."""
        self._actions["show_beside"].setChecked(self._page.halves.is_wanted)

    def _on_draw_area(self) -> None:
        self._page.documents.reader.draw_area()

    def _on_select_sentence(self) -> None:
        self._page.documents.reader.caret.select_sentence()

    def _on_zoom_in(self) -> None:
        self._page.documents.zoom(1)

    def _on_zoom_out(self) -> None:
        self._page.documents.zoom(-1)

    def _on_zoom_width(self) -> None:
        self._page.documents.zoom(0)
