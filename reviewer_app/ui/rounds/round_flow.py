"""Opening, beginning and leaving a round: from a file to a person with a list of applications in front of them."""

from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

from PySide6.QtCore import QObject, Signal

from reviewer_app.ui.kit.text import counted
from reviewer_app.ui.shell import navigation
from reviewer_app.ui.shell.messages import Band, Tone
from reviewer_app.ui.shell.navigation import Place
from reviewer_app.ui.shell.operations import SaveStatus
from reviewer_app.ui.shell.stores import Stores
from reviewer_app.ui.shell.translation import role_name

if TYPE_CHECKING:
    from collections.abc import Callable

    from reviewer_app.domain.errors import VotumError
    from reviewer_app.domain.ids import PersonId
    from reviewer_app.services.changes import Outcome
    from reviewer_app.services.ports import Workspace
    from reviewer_app.services.round import Identity
    from reviewer_app.ui.shell.main_window import MainWindow


_IN_USE = "workspace_locked"
"""The code of the store's error for a file that is open elsewhere."""


class CachedList(Protocol):
    """The list that a workspace keeps of itself, shown while it is being opened."""

    @property
    def unconfirmed(self) -> bool:
        """Whether something is in sight that the store has not confirmed."""

    def show(self, kept: str) -> bool:
        """Show what a workspace keeps of itself; False where it does not fit any more."""

    def confirm(self) -> None:
        """Go on: the workspace is open."""

    def withdraw(self) -> None:
        """Show nothing of a workspace that could not be opened."""

    def cache(self) -> None:
        """Cache the list in the workspace that is about to be closed."""


class RoundFlow(QObject):
    """Carries out what has to do with the workspace as a whole.

    `page_wanted` asks for a page at once that is not there yet.
    """

    page_wanted = Signal(str)

    def __init__(self, window: "MainWindow", stores: Stores, cached: CachedList) -> None:
        """Bind the commands of the File menu to the window; `cached` shows its list before its workspace is open."""
        super().__init__(window)
        self._window = window
        self._context = window.context
        self._stores = stores
        self._path: Path | None = None
        self._role_said = ""
        self._cached = cached
        handlers: dict[str, Callable[[], object]] = {
            "open": self._on_open,
            "identity": self._on_identity,
            "act_as_reviewer": self._on_act_as_reviewer,
            "act_as_chair": self._on_act_as_chair,
            "close_workspace": self._on_close_workspace,
        }
        if stores.create is not None:
            handlers["new_round"] = self._on_new_round
        if stores.demo is not None:
            handlers["open_demo"] = self.open_demo
        if stores.copy is not None:
            handlers["save_copy"] = self._on_save_copy
        window.actions_table.bind("round", handlers)

    # Opening

    def open(self, path: Path) -> None:
        """Open a workspace; the one that is open stays when this fails."""
        if self._context.workspace is not None and self._context.path == path.absolute():
            return
        self._open(path, self._stores.open)

    def show_cached(self, path: Path, kept: str) -> None:
        """Show the list that a workspace keeps; one that cannot be shown any more does not wait with opening."""
        self._path = path
        if not self._cached.show(kept):
            self.open(path)

    def open_behind(self) -> None:
        """Open the workspace whose list is shown first."""
        if self._path is not None:
            self.open(self._path)

    def _open(self, path: Path, opener: "Callable[[Path], Workspace]") -> None:
        self._window.router.leave()
        if not self.may_leave():
            return
        self._cached.cache()
        self._window.frame.bands.show_band(Band("error"))
        self._path = path.absolute()  # what is remembered must be found from another folder too
        words = self.tr("{name} wird geöffnet").format(name=path.name)
        pending = self._context.operations.open(opener, path)
        pending.done(self._on_open_done).failed(self._on_open_failed).slowly(words).read()

    def open_demo(self) -> None:
        """Make the demo round if it is not there yet, and open it."""
        if self._stores.demo is not None:
            words = self.tr("Demo-Runde wird vorbereitet")
            progress = self._context.operations.progress()
            made = self._context.operations.call(partial(self._stores.demo, progress))
            made.done(self._on_demo_made).slowly(words, progress).read()

    def _on_demo_made(self, path: Path) -> None:
        """Open the demo round; the first time in the role that the person said to have."""
        values = self._context.settings.values
        said = values.introduction
        self._role_said = said.role if said is not None and str(path) not in values.recent else ""
        self.open(path)

    def _on_open_done(self, workspace: "Workspace") -> None:
        from reviewer_app.services.round import identity

        context = self._context
        context.workspace, context.path = workspace, self._path
        context.undo.clear()
        context.operations.forget_state()
        if self._path is not None:
            context.settings.remember(self._path)
        for key in workspace.notices:
            context.messages.band(Band(f"notice-{key}", context.messages.word(f"notice.{key}"), tone=Tone.HINT))
        context.operations.run(identity).done(self._on_identity_done).failed(self._on_identity_failed).read()

    def _on_open_failed(self, error: "VotumError") -> None:
        self._cached.withdraw()
        context = self._context
        path, read = self._path, self._stores.read
        if error.code == _IN_USE and path is not None and read is not None:
            band = context.messages.band_of(error)
            again = partial(self._open, path, read)
            context.messages.band(replace(band, action=self.tr("Nur lesen"), on_action=again))
        else:
            context.messages.tell(error)
        if context.workspace is None:
            self._begin(navigation.START)

    def _on_identity_done(self, identity: "Identity") -> None:
        role, self._role_said = self._role_said, ""
        person = _first_with(identity, role) if identity.facts.is_demo and role != identity.role.value else None
        if person is not None:
            self._switch(person)  # before anything is shown of what the other role sees
            return
        focus = self._window.focusWidget() if self._cached.unconfirmed else None
        self.show_identity(identity)
        if focus is not None and focus.isVisible():
            focus.setFocus()
        self._cached.confirm()

    def _on_identity_failed(self, error: "VotumError") -> None:
        self._cached.withdraw()
        self._context.messages.tell(error)

    def show_identity(self, identity: "Identity") -> None:
        """Begin with a person: their list, or the question who they are."""
        self._context.show_identity(identity)
        self._context.undo.clear()
        self._begin(navigation.APPLICATIONS if identity.me is not None else navigation.IDENTITY)

    def _begin(self, page: str) -> None:
        """Go to a page as the first one."""
        if page not in self._window.router.pages:
            self.page_wanted.emit(page)
        self._window.router.begin(Place(page))

    # Beginning a round

    def _on_open(self) -> None:
        from reviewer_app.ui.shell.file_questions import FileQuestions

        path = FileQuestions.workspace(self._window)
        if path is not None:
            self.open(path)

    def _on_new_round(self) -> None:
        from reviewer_app.ui.rounds.new_round_dialog import NewRoundDialog
        from reviewer_app.ui.shell.file_questions import FileQuestions

        wanted = NewRoundDialog.ask(self._context.theme, self._window)
        create = self._stores.create
        if wanted is None or create is None:
            return
        path = FileQuestions.new_workspace(self._window, wanted.title.replace("/", "-"))
        if path is not None:
            self._open(path, lambda target: create(target, wanted.title, wanted.reference_date))

    # People

    def _on_identity(self) -> None:
        self._window.router.go(Place(navigation.IDENTITY))

    def _on_act_as_reviewer(self) -> None:
        self._act_as("reviewer")

    def _on_act_as_chair(self) -> None:
        self._act_as("chair")

    def _act_as(self, role: str) -> None:
        identity = self._context.identity
        person = _first_with(identity, role) if identity is not None else None
        if person is not None:
            self._switch(person)

    def _switch(self, person: "PersonId") -> None:
        from reviewer_app.services.round import switch_person

        self._window.router.leave()
        self._context.operations.run(switch_person, person).done(self._on_switch_done).write()

    def _on_switch_done(self, outcome: "Outcome[Identity]") -> None:
        identity = outcome.value
        self.show_identity(identity)
        if identity.me is not None:
            words = self.tr("Sie arbeiten jetzt als {name}, {role}.")
            role = role_name(identity.role.value)
            self._context.messages.note(words.format(name=identity.me.name, role=role))

    # Leaving

    def _on_close_workspace(self) -> None:
        self._window.router.leave()
        if self.may_leave():
            self._cached.cache()
            self._context.operations.close_workspace().done(self._on_close_done).read()

    def _on_close_done(self, _nothing: None) -> None:
        context = self._context
        context.workspace, context.path = None, None
        context.undo.clear()
        context.operations.forget_state()
        context.show_identity(None)
        self._begin(navigation.START)

    def may_leave(self) -> bool:
        """Ask where something runs that would be stopped, or could not be stored; everything else is safe."""
        from reviewer_app.ui.shell.dialog import QuestionDialog

        operations = self._context.operations
        if operations.can_stop and not QuestionDialog.confirm(
            self._context.theme,
            self._window,
            self.tr("Laufende Arbeit abbrechen?"),
            self.tr("{work}. Nach einem Abbruch bleibt nichts Unvollständiges zurück.").format(
                work=operations.can_stop
            ),
            self.tr("Arbeit abbrechen"),
        ):
            return False
        if operations.save_state.status is not SaveStatus.FAILED or not operations.unsaved:
            return True
        return QuestionDialog.confirm(
            self._context.theme,
            self._window,
            self.tr("Ohne Speichern schließen?"),
            counted(
                operations.unsaved,
                self.tr("1 Eingabe ließ sich nicht speichern und geht verloren."),
                self.tr("{n} Eingaben ließen sich nicht speichern und gehen verloren."),
            ),
            self.tr("Eingaben verwerfen"),
        )

    def _on_save_copy(self) -> None:
        context, copy = self._context, self._stores.copy
        workspace, path = context.workspace, context.path
        if copy is None or workspace is None or path is None:
            return
        from reviewer_app.ui.shell.file_questions import FileQuestions

        target = FileQuestions.copy(self._window, f"{path.stem}-{self.tr('Kopie')}.votum")
        if target is not None:
            self._window.router.leave()
            written = context.operations.copy(partial(copy, workspace, target), self._stores.open, target)
            written.done(self._on_copy_done).read()

    def _on_copy_done(self, _nothing: object) -> None:
        self._context.messages.note(self.tr("Kopie gesichert"))


def _first_with(identity: "Identity", role: str) -> "PersonId | None":
    """Return the first person of the round who has a role."""
    return next((one.id for one in identity.people if one.role.value == role), None)
