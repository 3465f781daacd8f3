"""Has the text of a scan recognised page by page, while one reads on; pages that are done stay on cancelling."""

from collections import deque
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from reviewer_app.domain.cancellation import cancel_check
from reviewer_app.services.annexes.recognising import can_recognise, keep_page, pages_to_recognise, recognise_page
from reviewer_app.services.changes import Changed, Changes
from reviewer_app.ui.shell.action_table import Need
from reviewer_app.ui.shell.messages import CANCELLED

if TYPE_CHECKING:
    from reviewer_app.domain.cancellation import CancelCheck
    from reviewer_app.domain.errors import VotumError
    from reviewer_app.domain.text.recognised import RecognisedPage
    from reviewer_app.services.annexes.recognising import RecognisedAnnex
    from reviewer_app.services.changes import Outcome
    from reviewer_app.services.ports import Workspace
    from reviewer_app.ui.reading.annexes.annex_list import AnnexLine
    from reviewer_app.ui.reading.annexes.annex_presenter import AnnexPresenter
    from reviewer_app.ui.shell.actions import Actions
    from reviewer_app.ui.shell.context import Context
    from reviewer_app.ui.shell.threads import JobProgress


class TextRecognition(QObject):
    """One annex at a time, in either view. Without Tesseract the action says so and the scans have no button."""

    def __init__(self, context: "Context", actions: "Actions", parent: QObject) -> None:
        super().__init__(parent)
        self._context = context
        self._actions = actions
        self._annexes: list[AnnexPresenter] = []
        self._can = False
        self._progress: JobProgress | None = None
        self._workspace: Workspace | None = None
        self._sha256 = self._words = ""
        self._left: deque[int] = deque()
        self._pages = 0
        context.operations.call(can_recognise).done(self._on_looked).read_aside()
        context.identity_changed.connect(self._on_context_identity_changed)

    def watch(self, annexes: "AnnexPresenter") -> None:
        """Serve what is opened in one more view, and its button beside a scan."""
        self._annexes.append(annexes)
        annexes.view.notice.recognise_button.clicked.connect(self._on_recognise_button_clicked)
        self._show_possible()

    def recognise(self, line: "AnnexLine") -> None:
        """Recognise the text of all pages of an annex that have none."""
        if not line.sha256:
            return
        if self._progress is not None:
            self._context.messages.note(
                self.tr("Die Texterkennung läuft bereits. Sie bearbeitet eine Anlage nach der anderen.")
            )
            return
        self._progress, self._workspace = self._context.operations.progress(), self._context.workspace
        self._sha256, self._pages = line.sha256, 0
        self._words = self.tr("Text wird erkannt: {key}").format(key=line.key)
        self._left.clear()
        pending = self._context.operations.run(pages_to_recognise, self._sha256, self._go_on())
        pending.done(self._on_pages_done).failed(self._on_failed).slowly(self._words, self._progress).read()

    # One page after another

    def _go_on(self) -> "CancelCheck":
        return cancel_check(self._progress, self._pages - len(self._left), self._pages, self._words)

    def _on_pages_done(self, pages: tuple[int, ...]) -> None:
        if not pages:
            self._progress = None
            self._context.messages.note(self.tr("Alle Seiten dieser Anlage haben bereits Text."))
            return
        self._left.extend(pages)
        self._pages = len(pages)
        self._next()

    def _next(self) -> None:
        if not self._left or self._is_elsewhere:
            self._end()
            return
        pending = self._context.operations.run(recognise_page, self._sha256, self._left[0], self._go_on())
        pending.done(self._on_page_done).failed(self._on_failed).slowly(self._words, self._progress).read()

    def _on_page_done(self, found: "RecognisedPage") -> None:
        pending = self._context.operations.run(keep_page, self._sha256, self._left[0], found)
        pending.done(self._on_kept).failed(self._on_failed).slowly(self._words, self._progress).write(keep=False)

    def _on_kept(self, outcome: "Outcome[RecognisedAnnex]") -> None:
        self._left.popleft()
        for annexes in self._annexes:
            annexes.show_recognised(outcome.value)
        if self._left and self._progress is not None and self._progress.cancelled:
            self._stop()
        else:
            self._next()

    def _on_failed(self, error: "VotumError") -> None:
        if error.code == CANCELLED:
            self._stop()
            return
        if not self._is_elsewhere:
            self._context.messages.tell(error)
        self._end()

    def _stop(self) -> None:
        note = self.tr("Abgebrochen. Nichts wurde geändert.")
        if self._done:
            note = self.tr("Abgebrochen. Bereits erkannter Text bleibt durchsuchbar.")
        self._end()
        self._context.messages.note(note)

    def _end(self) -> None:
        done, self._progress = self._done, None
        self._left.clear()
        if done and not self._is_elsewhere:
            self._context.operations.changes_made.emit(Changes.of(Changed.RECOGNISED))

    @property
    def _done(self) -> int:
        return self._pages - len(self._left)

    @property
    def _is_elsewhere(self) -> bool:
        """Whether another workspace was opened since; nothing of this annex is any business of it."""
        return self._context.workspace is not self._workspace

    # Whether it can be done

    def _on_looked(self, can: bool) -> None:  # noqa: FBT001 # reason: what the use case gives
        self._can = can
        if can:
            self._actions.hold(Need.RECOGNISER)
        self._show_possible()

    def _on_context_identity_changed(self, _identity: object) -> None:
        self._show_possible()

    def _show_possible(self) -> None:
        for annexes in self._annexes:
            annexes.view.notice.show_recognising(possible=self._can and self._context.can_write)

    def _on_recognise_button_clicked(self) -> None:
        self._actions.trigger("recognise_text")
