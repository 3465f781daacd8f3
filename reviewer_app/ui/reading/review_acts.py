"""Acts on a whole review: hand it in, open it again, enter one for somebody else."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QApplication

from reviewer_app.domain.review import Review, ReviewOrigin
from reviewer_app.services import reviewing
from reviewer_app.services.changes import Outcome
from reviewer_app.services.reviewing import Reading, Stored
from reviewer_app.ui.reading.page import ReadingPage
from reviewer_app.ui.shell.context import Context
from reviewer_app.ui.shell.operations import SaveState, SaveStatus

if TYPE_CHECKING:
    from reviewer_app.domain.ids import PersonId


class ReviewActs(QObject):
    """Asks and carries out.

    `review_changed` says that the store has another state, `criterion_wanted` carries a key that a dialog linked to,
    `person_chosen` carries (PersonId or None for oneself, origin).
    """

    review_changed = Signal()
    criterion_wanted = Signal(str)
    person_chosen = Signal(object, object)

    def __init__(self, context: Context, page: ReadingPage, parent: QObject) -> None:
        """Ask over `page`."""
        super().__init__(parent)
        self._context = context
        self._page = page
        self._wanted: tuple[str, PersonId | None] | None = None
        self._open = ""
        self._origin = ReviewOrigin.PAPER
        context.operations.save_state_changed.connect(self._on_operations_save_state_changed)

    # Hand in

    def submit(self, number: str, reviewer: "PersonId | None", criterion: str) -> None:
        """Show what is missing or hand in, once everything entered is stored; `criterion` is the one that is open."""
        self._wanted, self._open = (number, reviewer), criterion
        if not self._context.operations.unsaved:
            self._read()

    def forget(self) -> None:
        """Ask nothing any more that had to wait: another application is in sight."""
        self._wanted = None

    def _on_operations_save_state_changed(self, state: SaveState) -> None:
        if self._is_elsewhere:
            self.forget()
        if self._wanted is not None and state.status is SaveStatus.SAVED:
            self._read()

    def _read(self) -> None:
        if self._wanted is not None:
            number, reviewer = self._wanted
            self._wanted = None
            self._context.operations.run(reviewing.read, number, reviewer).done(self._on_read_done).read()

    def _on_read_done(self, reading: Reading) -> None:
        if self._is_elsewhere or QApplication.activeModalWidget() is not None:
            return  # one question at a time: whoever pressed the key twice would answer the second in vain
        from reviewer_app.ui.reading.submit_dialog import SubmitDialog

        context = self._context
        answer = SubmitDialog.ask(context.theme, self._page.window(), reading, context.language)
        if answer == SubmitDialog.SUBMIT:
            reviewer = _other(reading)
            run = context.operations.run(
                reviewing.submit, reading.application.id, context.now(), reviewer=reviewer
            ).done(self._on_submit_done)
            run.write(keep=False)
        elif answer == SubmitDialog.GO_ON:
            missing = [one.criterion for one in reading.missing]
            self.criterion_wanted.emit(self._open if self._open in missing else missing[0])
        elif answer:
            self.criterion_wanted.emit(answer)

    def _on_submit_done(self, _outcome: Outcome[Stored]) -> None:
        self._context.undo.clear()
        self._context.messages.note(self.tr("Gutachten eingereicht"))
        self.review_changed.emit()

    # Open again

    def reopen(self, reading: Reading, reviewer: "PersonId | None") -> None:
        """Ask for the reason and open a review again."""
        from reviewer_app.ui.shell.question_dialog import QuestionDialog

        context = self._context
        edition = reading.review.edition if reading.review else 1
        text = self.tr("Das bisherige bleibt als Fassung {n} erhalten. Warum öffnen Sie es?").format(n=edition)
        words = (self.tr("Gutachten wieder öffnen?"), text, self.tr("Wieder öffnen"))
        reason = QuestionDialog.ask_reason(context.theme, self._page.window(), words, self.tr("Grund"))
        if reason:
            run = context.operations.run(
                reviewing.reopen, reading.application.id, reason, context.now(), reviewer=reviewer
            ).done(self._on_reopen_done)
            run.write(keep=False)

    def _on_reopen_done(self, _outcome: Outcome[Stored]) -> None:
        self._context.messages.note(self.tr("Gutachten wieder geöffnet"))
        self.review_changed.emit()

    # For somebody else

    def enter_for(self, reading: Reading) -> None:
        """Ask whose review it is and how it came, then begin it."""
        from reviewer_app.ui.reading.enter_for_dialog import EnterForDialog

        context = self._context
        identity = context.identity
        names = (
            [one.name for one in identity.people if reading.me is None or one.id != reading.me.id] if identity else []
        )
        answer = EnterForDialog.ask(context.theme, self._page.window(), names)
        if answer is None:
            return
        name, self._origin = answer
        run = context.operations.run(
            reviewing.begin_for, reading.application.id, name, self._origin, context.now()
        ).done(self._on_begin_for_done)
        run.write(keep=False)

    def _on_begin_for_done(self, outcome: Outcome[Review]) -> None:
        if not self._is_elsewhere:
            self.person_chosen.emit(outcome.value.reviewer.id, self._origin)

    @property
    def _is_elsewhere(self) -> bool:
        """Whether the person has gone to another page or application since."""
        return not self._page.isVisible() or self._page.is_covered


def _other(reading: Reading) -> "PersonId | None":
    """Return the reviewer where it is not oneself."""
    same = reading.reviewer is None or reading.me is None or reading.reviewer.id == reading.me.id
    return None if same or reading.reviewer is None else reading.reviewer.id
