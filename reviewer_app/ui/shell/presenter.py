"""What every presenter is: it stands between a page and the services, and answers the frame.

Page signals become use cases, their values become `page.show_…()`; the frame asks it for header, actions and state.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar, override

from PySide6.QtCore import QObject, Signal

from reviewer_app.domain.errors import WorkspaceError
from reviewer_app.ui.kit.painting import Chip
from reviewer_app.ui.shell.action_table import Need
from reviewer_app.ui.shell.actions import Handler
from reviewer_app.ui.shell.context import Context
from reviewer_app.ui.shell.navigation import Place
from reviewer_app.ui.shell.page import Page
from reviewer_app.ui.shell.palette_model import Find

if TYPE_CHECKING:
    from reviewer_app.domain.errors import VotumError
    from reviewer_app.services.changes import Changes
    from reviewer_app.services.search.access import Hit


@dataclass(frozen=True, slots=True)
class Header:
    """The page header: title, one line of facts, chips, at most two buttons by action id; `primary` is one of them.

    `stepper` is (position from 1, count) of the application in the list, shown as "4 von 9" between two arrows.
    """

    title: str = ""
    facts: str = ""
    chips: tuple[Chip, ...] = ()
    note: str = ""
    buttons: tuple[str, ...] = ()
    primary: str = ""
    stepper: tuple[int, int] | None = None


class Presenter(QObject):
    """Base of all presenters.

    `place_wanted` asks the frame to go to a Place, `place_moved` says that the page shows another Place by itself,
    `place_left` that one goes elsewhere on the same page: back leads to where one is now, as it stands.
    `header_changed` and `needs_changed` that the frame should ask again. `entry` names the page whose navigation entry
    a work page belongs to.
    """

    place_wanted = Signal(object)
    place_moved = Signal(object)
    place_left = Signal()
    header_changed = Signal()
    needs_changed = Signal()

    page_id: str = ""
    is_list: ClassVar[bool] = False
    entry: ClassVar[str] = ""

    def __init__(self, context: Context) -> None:
        """Keep the context; subclasses make or take their page and connect its signals."""
        super().__init__()
        self.context = context

    def show_place(self, place: Place) -> None:
        """Show a place of this page: load what it needs (by `operations.run(…).done(self._on_…).read()`)."""

    def leave(self) -> None:
        """Hand over everything typed (`autosave.flush()`): the page is left or the window closed."""

    def state(self) -> object:
        """Return what back restores: filter, sort, scroll, row, open criterion, focus. None keeps nothing."""
        return None

    def restore(self, state: object) -> None:
        """Restore what `state()` returned, after `show_place`."""

    def refresh(self, changes: "Changes") -> None:
        """Something was stored: load again where it concerns what is shown."""

    def header(self) -> Header:
        """Return the page header as it should stand now."""
        return Header()

    def place_name(self) -> str:
        """Return what the way back calls the place one is at, where one goes elsewhere on the same page."""
        return self.header().title

    def handlers(self) -> Mapping[str, Handler]:
        """Return who carries out which actions while the page is shown; these are what the page offers."""
        return {}

    def needs(self) -> frozenset[Need]:
        """Return what holds on this page now, beyond what the frame knows."""
        return frozenset()

    def finds(self) -> Iterable[Find]:
        """Return what the command palette finds beyond commands: applications, documents, criteria."""
        return ()

    def counts(self) -> Mapping[str, int]:
        """Return what is to do by page id, shown beside navigation entries."""
        return {}

    def keeps_shown(self, shown: object, error: "VotumError") -> bool:
        """Say whether what is shown stays although it could not be read anew: the medium is gone, as a band tells.

        Somebody may be writing there, and what they write waits for the medium.
        """
        stays = shown is not None and isinstance(error, WorkspaceError)
        if stays:
            self.context.messages.tell(error)
        return stays

    def show_hit(self, hit: "Hit", typed: str) -> None:
        """Show what a search of the round for `typed` has found in this place, as soon as it is loaded."""

    def find(self) -> None:
        """Ctrl+F: put the focus where one searches or filters here."""

    @property
    def is_finding(self) -> bool:
        """Whether the focus is where one searches in what this page shows."""
        return False

    def find_step(self, step: int) -> bool:  # noqa: ARG002 # reason: for pages that find in what they show
        """F3 (+1) or Shift+F3 (-1): go to another hit of what was searched for here; False where nothing can be."""
        return False


class ReloadingPresenter(Presenter):
    """Base for pages that show the whole round: `load` is called on entering, and after each change in their sight."""

    def __init__(self, context: Context, page: Page) -> None:
        """Watch over `page`."""
        super().__init__(context)
        self._watched = page

    def load(self) -> None:
        """Read what the page shows."""
        raise NotImplementedError

    @override
    def show_place(self, place: Place) -> None:
        """Load."""
        self.load()

    @override
    def refresh(self, changes: "Changes") -> None:
        """Load again while in sight."""
        if changes.kinds and self._watched.isVisible():
            self.load()
