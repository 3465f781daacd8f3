"""What every page and presenter is given: theme, settings, operations, undo, messages, and who works here.

Handed in by the desk instead of being found by global names, so that a test gives its own.
"""

from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from reviewer_app.ui.kit.theme import Theme
from reviewer_app.ui.shell.messages import Messages
from reviewer_app.ui.shell.operations import Operations
from reviewer_app.ui.shell.settings import SettingsStore
from reviewer_app.ui.shell.undo import Undo

if TYPE_CHECKING:
    from pathlib import Path

    from reviewer_app.services.applications.work_rows import WorkList
    from reviewer_app.services.ports import Clock, RoundFacts, Workspace
    from reviewer_app.services.round import Identity


class Context(QObject):
    """The surroundings of pages; `identity_changed` carries an Identity, or None when no workspace is open."""

    identity_changed = Signal(object)
    order_changed = Signal()

    def __init__(
        self, theme: Theme, settings: SettingsStore, operations: Operations, messages: Messages, clock: "Clock"
    ) -> None:
        """Bring the parts together; the undo stack is made here."""
        super().__init__()
        self.theme = theme
        self.settings = settings
        self.operations = operations
        self.messages = messages
        self.undo = Undo(operations)
        self.now = clock
        self.workspace: Workspace | None = None
        self.path: Path | None = None
        self._identity: Identity | None = None
        self.pending_list: WorkList | None = None
        self._order: tuple[str, ...] = ()

    @property
    def identity(self) -> "Identity | None":
        """Who works at this desk in which round; None while no workspace is open."""
        return self._identity

    @property
    def language(self) -> str:
        """The language of the window; catalogue texts are read in it too."""
        return self.messages.language

    @property
    def role(self) -> str:
        """One's role: reviewer, chair, office; the one expected while a workspace is being opened, else empty."""
        whose = self._identity or self.pending_list
        return whose.role.value if whose is not None else ""

    @property
    def can_write(self) -> bool:
        """Whether a workspace is open that can be written."""
        return self.workspace is not None and not self.workspace.read_only

    @property
    def today(self) -> date:
        """The day the window counts from, which is also that of what a person does."""
        return self.now().date()

    @property
    def order(self) -> tuple[str, ...]:
        """The numbers of the applications as the list last shown stands: filtered and sorted."""
        return self._order

    def show_pending_list(self, cached: "WorkList") -> None:
        """Tell everybody whose round is being opened, behind its cached list."""
        self.pending_list = cached
        self.identity_changed.emit(None)

    @property
    def has_round(self) -> bool:
        """Whether a round is in sight: one that is open, or one that is being opened behind its cached list."""
        return self._facts is not None

    def show_order(self, numbers: tuple[str, ...]) -> None:
        """Say how the list stands; previous and next walk through it on every page."""
        if numbers != self._order:
            self._order = numbers
            self.order_changed.emit()

    @property
    def is_demo(self) -> bool:
        """Whether the round in sight is the demo round."""
        return self._facts is not None and self._facts.is_demo

    @property
    def round_title(self) -> str:
        """The title of the round in sight, empty while there is none."""
        return self._facts.title if self._facts is not None else ""

    @property
    def _facts(self) -> "RoundFacts | WorkList | None":
        return self._identity.facts if self._identity is not None else self.pending_list

    def neighbour(self, number: str, step: int) -> str:
        """Return the application `step` places on in the list; empty where there is none."""
        if number not in self._order:
            return ""
        place = self._order.index(number) + step
        return self._order[place] if 0 <= place < len(self._order) else ""

    def position(self, number: str) -> tuple[int, int] | None:
        """Return where an application stands in the list (from 1) and how many there are; None where it is not."""
        return (self._order.index(number) + 1, len(self._order)) if number in self._order else None

    def show_identity(self, identity: "Identity | None") -> None:
        """Tell everybody who works here now."""
        self._identity, self.pending_list = identity, None
        self.identity_changed.emit(identity)
