"""Where one can be and how one got there: places, the history of back and forward, the entries of the navigation.

Values without widgets, so that restoring a list exactly as it was is tested without a window.
"""

from dataclasses import dataclass

from reviewer_app.ui.shell.action_table import ActionRow, row_of

START = "start"
APPLICATIONS = "applications"
READING = "reading"
CONSOLIDATIONS = "consolidations"
CONSOLIDATION = "consolidation"
EXPORT = "export"
STATISTICS = "statistics"
IDENTITY = "identity"
ANNOTATIONS = "annotations"
HELP = "help"
"""No page of its own: it shows beside the page in sight, `detail` names the topic."""


@dataclass(frozen=True, slots=True)
class Place:
    """A page and what it shows: the number of an application where it shows one, `detail` a criterion.

    `passage` is the id of an annotation whose place is wanted.
    """

    page: str
    application: str = ""
    detail: str = ""
    passage: str = ""


_ENTRIES = {
    "go_applications": APPLICATIONS,
    "go_consolidation": CONSOLIDATIONS,
    "go_export": EXPORT,
    "go_statistics": STATISTICS,
}
"""The lines of the navigation column in their order: the action of each, and the page it leads to.

The action table says its words, its icon and who sees it.
"""


def entries(role: str) -> dict[str, ActionRow]:
    """Return by page the actions of the entries a role sees; a page that is not there is built when one goes there."""
    return {page: row_of(action) for action, page in _ENTRIES.items() if row_of(action).is_for(role)}


@dataclass(slots=True)
class _Visit:
    place: Place
    state: object = None
    title: str = ""
    focus: object = None


class History:
    """Back and forward; each visit keeps the state its page had when it was left (filter, scroll, row, focus)."""

    def __init__(self) -> None:
        self._visits: list[_Visit] = []
        self._at = -1

    @property
    def here(self) -> Place | None:
        """The place one is at."""
        return self._visits[self._at].place if self._visits else None

    @property
    def can_back(self) -> bool:
        """Whether there is a place before this one."""
        return self._at > 0

    @property
    def can_forward(self) -> bool:
        """Whether there is a place after this one."""
        return self._at + 1 < len(self._visits)

    @property
    def previous_title(self) -> str:
        """The title of the page that back goes to; empty where there is none."""
        return self._visits[self._at - 1].title if self.can_back else ""

    @property
    def last(self) -> tuple[tuple[Place, str], ...]:
        """The other places one was at with their titles, each once, newest first."""
        found: dict[tuple[str, str], _Visit] = {}
        for visit in (*self._visits[: self._at], *self._visits[self._at + 1 :]):
            key = visit.place.page, visit.place.application
            found.pop(key, None)
            found[key] = visit
        here = self.here
        return tuple(
            (visit.place, visit.title)
            for key, visit in reversed(found.items())
            if here is not None and visit.title and key != (here.page, here.application)
        )

    @property
    def focus(self) -> object:
        """What had the focus when this place was left, None where nothing of its page had it."""
        return self._visits[self._at].focus if self._visits else None

    def keep(self, state: object, title: str, focus: object = None) -> None:
        """Keep state, title and focus of the page that is about to be left."""
        if self._visits:
            visit = self._visits[self._at]
            visit.state, visit.title, visit.focus = state, title, focus

    def go(self, place: Place) -> None:
        """Visit a place; what was forward is forgotten. The same place again changes nothing."""
        if self.here != place:
            self._add(place)

    def stay(self) -> None:
        """Make a step of its own of what follows at this place, so that back leads to what was kept of it."""
        if self._visits:
            self._add(self._visits[self._at].place)

    def replace(self, place: Place) -> None:
        """Say that the page moved on by itself (next application, another criterion) without a step of its own."""
        if self._visits:
            self._visits[self._at] = _Visit(place)
        else:
            self.go(place)

    def step(self, steps: int) -> tuple[Place, object] | None:
        """Move by -1 or +1; return the place with the state it was left in, None where there is none."""
        target = self._at + steps
        if not 0 <= target < len(self._visits):
            return None
        self._at = target
        visit = self._visits[target]
        return visit.place, visit.state

    def state_of(self, page: str) -> object:
        """Return the newest state a page was left in, for an entry that goes to a list as it was."""
        for visit in reversed(self._visits[: self._at + 1]):
            if visit.place.page == page and visit.state is not None:
                return visit.state
        return None

    def _add(self, place: Place) -> None:
        del self._visits[self._at + 1 :]
        self._visits.append(_Visit(place))
        self._at = len(self._visits) - 1

    def clear(self) -> None:
        """Forget everything (another workspace)."""
        self._visits.clear()
        self._at = -1
