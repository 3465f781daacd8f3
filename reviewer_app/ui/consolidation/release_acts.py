"""Releases a consolidation and takes that back: asks, carries out, and says what happened."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from reviewer_app.domain import display
from reviewer_app.domain.review import ReviewState
from reviewer_app.services import consolidating
from reviewer_app.ui.consolidation.release_dialog import ReleaseDialog, ReleaseView

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from reviewer_app.services.changes import Outcome
    from reviewer_app.services.consolidating import Case
    from reviewer_app.ui.consolidation.result_band import ResultView
    from reviewer_app.ui.shell.context import Context


class ReleaseActs(QObject):
    """`case_changed` says that the store holds another state."""

    case_changed = Signal()

    def __init__(self, context: "Context", page: "QWidget", parent: QObject) -> None:
        """Ask over `page`."""
        super().__init__(parent)
        self._context = context
        self._page = page
        self._case: Case | None = None
        self._result: ResultView | None = None

    def show_case(self, case: "Case", result: "ResultView") -> None:
        """Act on another case."""
        self._case, self._result = case, result

    def release(self) -> None:
        """Show what is released and do so once the tick is set."""
        context, case, view = self._context, self._case, self.view()
        if case is None or view is None:
            return
        confirmed = ReleaseDialog.ask(context.theme, self._page.window(), view)
        if confirmed:
            run = context.operations.run(consolidating.release, case.application.id, context.now(), confirmed)
            run.done(self._on_release_done).write(keep=False)

    def view(self) -> ReleaseView | None:
        """Return what the dialog says of the case; None without one."""
        case, result = self._case, self._result
        if case is None or result is None:
            return None
        found, application = case.consolidation, case.application
        suggestion = f"{result.result}, {result.total} {result.facts}" if result.total else result.result
        facts = [self._values(len(found.consensus), len(found.undisputed)), self._reviews(case)]
        return ReleaseView(
            f"{application.name or application.number} · {application.number}",
            self.tr("Vorschlag: {result}").format(result=suggestion),
            tuple(fact for fact in (*facts, result.robust) if fact),
        )

    def _values(self, set_ones: int, taken: int) -> str:
        said = self.tr("{n} Konsenswerte sind festgehalten.").format(n=set_ones)
        said = self.tr("1 Konsenswert ist festgehalten.") if set_ones == 1 else said
        if not taken:
            return said
        more = self.tr("{n} unstrittige Werte werden vom Median übernommen.").format(n=taken)
        more = self.tr("1 unstrittiger Wert wird vom Median übernommen.") if taken == 1 else more
        return f"{said} {more}"

    def _reviews(self, case: "Case") -> str:
        drafts = sum(one.review.state is ReviewState.DRAFT for one in case.consolidation.reviews)
        n, expected = len(case.consolidation.counted), max(len(case.expected), len(case.consolidation.counted))
        words = self.tr("{n} von {expected} Gutachten liegen vor.") if expected > n or drafts else ""
        return words.format(n=n, expected=expected)

    def withdraw(self) -> None:
        """Ask for the reason and let the values be changed again."""
        from reviewer_app.ui.shell.dialog import QuestionDialog

        context, case = self._context, self._case
        if case is None or case.release is None:
            return
        day = display.day(case.release.at.date(), context.language)
        text = self.tr("Freigegeben am {day}. Der Vorgang bleibt im Verlauf. Warum nehmen Sie die Freigabe zurück?")
        words = (self.tr("Freigabe zurücknehmen?"), text.format(day=day), self.tr("Freigabe zurücknehmen"))
        reason = QuestionDialog.ask_reason(context.theme, self._page.window(), words, self.tr("Begründung"))
        if reason:
            run = context.operations.run(consolidating.withdraw_release, case.application.id, reason, context.now())
            run.done(self._on_withdraw_done).write(keep=False)

    def _on_release_done(self, _outcome: "Outcome[Case]") -> None:
        self._context.undo.clear()
        self._context.messages.note(self.tr("Konsolidierung freigegeben"))
        self.case_changed.emit()

    def _on_withdraw_done(self, _outcome: "Outcome[Case]") -> None:
        self._context.messages.note(self.tr("Freigabe zurückgenommen"))
        self.case_changed.emit()
