"""Goes from place to place: knows the pages with their presenters, and what each was like when it was left.

Apart from the frame, so that history is tested with pages that are nothing but a name.
"""

from collections.abc import Iterator
from dataclasses import replace

import shiboken6
from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QWidget

from reviewer_app.ui.shell.context import Context
from reviewer_app.ui.shell.navigation import HELP, History, Place
from reviewer_app.ui.shell.page import Page
from reviewer_app.ui.shell.presenter import Presenter


class Router(QObject):
    """The pages and the way through them.

    `place_entered` carries a page's presenter before it loads, `place_shown` follows when it was asked to; `page_added`
    carries an id; `page_wanted` that of a page somebody goes to that is not there yet; `header_changed` says that the
    presenter in sight has something new to say; `help_wanted` carries the topic somebody asks about (empty: the focus).
    """

    page_added = Signal(str)
    page_wanted = Signal(str)
    help_wanted = Signal(str)
    place_entered = Signal(object)
    place_shown = Signal()
    header_changed = Signal()
    needs_changed = Signal()

    def __init__(self, context: Context, window: QObject) -> None:
        """Begin nowhere; the pages live as long as `window`."""
        super().__init__(window)
        self._context = context
        self._history = History()
        self._pages: dict[str, tuple[Page, Presenter]] = {}
        self._waits = False
        self._waiting: Place | None = None

    def add_page(self, page_id: str, page: Page, presenter: Presenter) -> None:
        """Take a page with its presenter in."""
        self._pages[page_id] = (page, presenter)
        presenter.setParent(page)
        presenter.place_wanted.connect(self.go)
        presenter.place_moved.connect(self._on_presenter_place_moved)
        presenter.place_left.connect(self._on_presenter_place_left)
        presenter.header_changed.connect(self.header_changed)
        presenter.needs_changed.connect(self.needs_changed)
        self.page_added.emit(page_id)

    @property
    def pages(self) -> frozenset[str]:
        """The ids of the pages that are there."""
        return frozenset(self._pages)

    @property
    def here(self) -> Place | None:
        """Where one is."""
        return self._history.here

    @property
    def presenter(self) -> Presenter | None:
        """The presenter of the page in sight."""
        here = self.here
        return self._pages[here.page][1] if here is not None else None

    @property
    def page(self) -> Page | None:
        """The page in sight."""
        here = self.here
        return self._pages[here.page][0] if here is not None else None

    @property
    def history(self) -> History:
        """The history, to be read."""
        return self._history

    def presenters(self) -> Iterator[Presenter]:
        """Give all presenters."""
        for _, presenter in self._pages.values():
            yield presenter

    def presenter_of(self, page_id: str) -> Presenter:
        """Return the presenter of a page; raise KeyError where it was not added."""
        return self._pages[page_id][1]

    def page_of(self, page_id: str) -> Page:
        """Return a page; raise KeyError where it was not added."""
        return self._pages[page_id][0]

    def go(self, place: Place) -> None:
        """Go to a place; a list that was seen before stands as it was left."""
        if place.page == HELP:
            self.help_wanted.emit(place.detail)
            return
        if self._waits:
            self._waiting = place
            return
        if place.page not in self._pages:
            self.page_wanted.emit(place.page)
        if place.page not in self._pages or place == self.here:
            return
        self.leave()
        state = None if place.application else self._history.state_of(place.page)
        self._history.go(place)
        self._show(place, state)

    def hold(self) -> None:
        """Let whoever wants to go anywhere wait until `release`: the workspace is not open yet."""
        self._waits, self._waiting = True, None

    def release(self, *, go: bool) -> None:
        """Wait no longer, and go where somebody wanted to go last."""
        wanted, self._waiting, self._waits = self._waiting, None, False
        if go and wanted is not None:
            self.go(wanted)

    def show(self, place: Place) -> None:
        """Show a place that something just happened at (undo); another criterion of the same paper is no step.

        Whoever came to a passage is at its criterion: there nothing moves. The focus stays with what has it.
        """
        here = self.here
        if here is None or (here.page, here.application) != (place.page, place.application):
            self.go(place)
        elif place not in (here, replace(here, passage="")):
            focus = self._focus()
            self.leave()
            self._history.replace(place)
            self._show(place, None)
            self._give_back(focus)

    def begin(self, place: Place) -> None:
        """Go to a place as the first one: nothing lies before it."""
        self.leave()
        self._history.clear()
        self._history.go(place)
        self._show(place, None)

    def back(self) -> None:
        """Go back and restore what was left."""
        self._step(-1)

    def forward(self) -> None:
        """Go forward again."""
        self._step(1)

    def step_application(self, step: int) -> None:
        """Show the application `step` places on in the list, on the same page; back still goes to the list."""
        here = self.here
        number = self._context.neighbour(here.application, step) if here else ""
        if here is not None and number:
            self.leave()
            place = Place(here.page, number, here.detail)
            self._history.replace(place)
            self._show(place, None)

    def mark_step(self) -> None:
        """Let back lead to how the page in sight stands now: one is about to go elsewhere on it."""
        presenter = self.presenter
        if presenter is not None:
            self._history.keep(presenter.state(), presenter.place_name(), self._focus())
            self._history.stay()
            self.header_changed.emit()

    def leave(self) -> None:
        """Let the page in sight hand over what was typed, and keep how it stands."""
        presenter = self.presenter
        if presenter is not None:
            presenter.leave()
            self._history.keep(presenter.state(), presenter.header().title, self._focus())

    def _on_presenter_place_left(self) -> None:
        if self.sender() is self.presenter:
            self.mark_step()

    def flush(self) -> None:
        """Let the page in sight hand over what was typed, and stay."""
        presenter = self.presenter
        if presenter is not None:
            presenter.leave()

    def _focus(self) -> QWidget | None:
        """Return the part of the page in sight that has the focus, or had it before something beside it took it."""
        page = self.page
        return page.focusWidget() if page is not None else None

    def _step(self, steps: int) -> None:
        self.leave()
        found = self._history.step(steps)
        if found is not None:
            focus = self._history.focus
            self._show(*found)
            self._give_back(focus)

    def _give_back(self, focus: object) -> None:
        """Put the focus on a part of the page in sight where it is still there."""
        page = self.page
        if isinstance(focus, QWidget) and shiboken6.isValid(focus) and page is not None and focus.isVisibleTo(page):
            focus.setFocus(Qt.FocusReason.OtherFocusReason)

    def _show(self, place: Place, state: object) -> None:
        page, presenter = self._pages[place.page]
        self.place_entered.emit(presenter)
        presenter.show_place(place)
        page.take_focus()
        if state is not None:
            presenter.restore(state)
        self.place_shown.emit()

    def _on_presenter_place_moved(self, place: Place) -> None:
        if self.here is not None and place.page == self.here.page:
            self._history.replace(place)
