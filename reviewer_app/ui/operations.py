"""Runs use cases on the one database thread, reports in the window thread, keeps every write until it is stored.

The window never waits: values and texts are handed over here, in order, and a write that fails is kept and tried again
while the window says so.
"""

from collections import deque
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from pathlib import Path
from typing import Any, Concatenate

from PySide6.QtCore import QObject, QTimer, Signal

from reviewer_app.domain.errors import VotumError, WorkspaceError
from reviewer_app.ui.database_thread import DatabaseThread, Failure, Job, OpenWorkspace, Progress, Reporter, held

RETRY_EVERY = 10_000
SLOW_AFTER = 500
"""Milliseconds between two tries of a write that failed, and before anything is called slow."""


class SaveStatus(StrEnum):
    """Whether everything entered is on disk."""

    NOTHING = "nothing"
    SAVED = "saved"
    SAVING = "saving"
    FAILED = "failed"


@dataclass(frozen=True, slots=True)
class SaveState:
    """What the window says about saving: `since` is when it last worked, or began to fail; `error` is why it does."""

    status: SaveStatus = SaveStatus.NOTHING
    since: datetime | None = None
    error: VotumError | None = None


@dataclass(frozen=True, slots=True)
class LongWork:
    """Work that takes more than half a second: its words, steps done and in all (0 where unknown)."""

    words: str
    done: int = 0
    total: int = 0
    can_cancel: bool = False


class Operations(QObject):
    """The window's way to the store.

    `changes_made` carries what a use case returned as changed, `save_state_changed` a SaveState, `long_work_changed` a
    LongWork or None, `operation_failed` an error that nobody else took.
    """

    changes_made = Signal(object)
    save_state_changed = Signal(object)
    long_work_changed = Signal(object)
    operation_failed = Signal(object)
    idle_reached = Signal()

    def __init__(self, clock: Callable[[], datetime] = datetime.now, parent: QObject | None = None) -> None:
        """Start the thread; `close()` ends it; `clock` gives the local time that is shown as the time of saving."""
        super().__init__(parent)
        self._now = clock
        self._reporter = Reporter(self)
        self._reporter.job_finished.connect(self._on_reporter_job_finished)
        self._reporter.progress_made.connect(self._on_reporter_progress_made)
        self._thread = DatabaseThread(self._reporter)
        self._thread.start()
        self._writes: deque[Job] = deque()
        self._running = 0
        self._long: Job | None = None
        self._work = LongWork("")
        self._shows_work = False
        self._state = SaveState()
        self._retry = QTimer(self, singleShot=True, interval=RETRY_EVERY)
        self._retry.timeout.connect(self._on_retry_timeout)
        self._slow = QTimer(self, singleShot=True, interval=SLOW_AFTER)
        self._slow.timeout.connect(self._on_slow_timeout)

    # Asking

    def run[**P, T](
        self,
        use_case: Callable[Concatenate[Any, P], T],
        *args: P.args,
        **kwargs: P.kwargs,
    ) -> "Pending[T]":
        """Prepare `use_case(uow, …)` inside one unit of work; the Pending says whom to tell and starts it.

        A writing use case returns an Outcome; its changes are announced after the caller was told.
        """

        def work(thread: DatabaseThread) -> T:
            if thread.workspace is None:
                raise WorkspaceError("no_workspace")
            with thread.workspace.unit_of_work() as uow:
                return use_case(uow, *args, **kwargs)

        return Pending(self, Job(work))

    def call[T](self, work: Callable[[], T]) -> "Pending[T]":
        """Prepare plain work without the store (reading a file, writing an export) on the same thread."""
        return Pending(self, Job(lambda _thread: work()))

    def open[W: OpenWorkspace](self, opener: Callable[[Path], W], path: Path) -> "Pending[W]":
        """Prepare opening a workspace; the one that was open is closed first, and stays open when the new one fails."""

        def work(thread: DatabaseThread) -> W:
            opened = opener(path)
            thread.close_workspace()
            thread.workspace = opened
            return opened

        return Pending(self, Job(work))

    def progress(self) -> Progress:
        """Make what a use case that takes long gets as an argument; hand the same to `Pending.slowly`."""
        return Progress(self._reporter)

    def copy[W: OpenWorkspace](
        self, write_copy: Callable[[], object], opener: Callable[[Path], W], target: Path
    ) -> "Pending[int]":
        """Prepare a copy at `target` that also holds what could not be stored so far; gives how many entries that was.

        What waits goes on waiting for the workspace itself.
        """
        waiting = tuple(self._writes)

        def work(thread: DatabaseThread) -> int:
            write_copy()
            if waiting:
                before, thread.workspace = thread.workspace, opener(target)
                try:
                    for job in waiting:
                        job.work(thread)
                finally:
                    thread.close_workspace()
                    thread.workspace = before
            return len(waiting)

        return Pending(self, Job(work))

    def close_workspace(self) -> "Pending[None]":
        """Prepare closing the workspace."""
        return Pending(self, Job(DatabaseThread.close_workspace))

    # State

    @property
    def save_state(self) -> SaveState:
        """What the window says about saving."""
        return self._state

    @property
    def idle(self) -> bool:
        """Nothing runs and no write is waiting."""
        return not self._running and not self._writes

    @property
    def unsaved(self) -> int:
        """How many writes wait."""
        return len(self._writes)

    def forget_state(self) -> None:
        """Start afresh after another workspace was opened."""
        self._tell(SaveState())

    def retry(self) -> None:
        """Try a failed write again at once."""
        self._retry.stop()
        self._on_retry_timeout()

    def cancel(self) -> None:
        """Ask the long work to stop; it answers when it has left everything as it was."""
        if self._long is not None and self._long.progress is not None:
            self._long.progress.cancel()

    def close(self, seconds: float = 10) -> None:
        """End the thread after all that waits to be stored; the workspace is closed and everything lies in its file."""
        head_runs = bool(self._writes) and not self._retry.isActive()
        self._retry.stop()
        self._slow.stop()
        for job in list(self._writes)[1 if head_runs else 0 :]:
            self._thread.jobs.put(job)
        self._thread.jobs.put(None)
        self._thread.join(seconds)

    # Machinery

    def start(self, job: Job) -> None:
        """Queue a prepared job; writes keep their order, a later write with the same key replaces a waiting one."""
        if not job.writes:
            self._send(job)
            return
        head_runs = bool(self._writes) and not self._retry.isActive()
        for old in list(self._writes)[1 if head_runs else 0 :]:
            if job.key is not None and old.key == job.key:
                self._writes.remove(old)
        self._writes.append(job)
        if len(self._writes) == 1 and not self._retry.isActive():
            self._send(job)

    def _send(self, job: Job) -> None:
        self._running += 1
        if job.words:
            self._long = job
            self._work = LongWork(job.words, can_cancel=job.progress is not None)
        if not self._slow.isActive():
            self._slow.start()
        self._thread.jobs.put(job)

    def _on_reporter_progress_made(self, progress: Progress, done: int, total: int, words: str) -> None:
        if self._long is not None and self._long.progress is progress:
            self._work = LongWork(words or self._long.words, done, total, can_cancel=True)
            if self._shows_work:
                self.long_work_changed.emit(self._work)

    def _on_reporter_job_finished(self, job: Job) -> None:
        self._running -= 1
        if job is self._long:
            self._long = None
            self._shows_work = False
            self.long_work_changed.emit(None)
        if not self._running:
            self._slow.stop()
        if job.writes and job.keep and isinstance(job.error, WorkspaceError):
            self._keep(job.error)
            return
        if job.writes:
            self._writes.popleft()
            self._go_on(job)
        self._report(job)
        if self.idle:
            self.idle_reached.emit()

    def _report(self, job: Job) -> None:
        if job.error is not None:
            if job.on_failed is not None:
                job.on_failed(job.error)
            else:
                self.operation_failed.emit(job.error)
            return
        if job.on_done is not None:
            job.on_done(job.value)
        changes = getattr(job.value, "changes", None)
        if job.writes and changes is not None:
            self.changes_made.emit(changes)

    def _go_on(self, job: Job) -> None:
        if self._writes:
            self._send(self._writes[0])
        elif job.error is None:
            self._tell(SaveState(SaveStatus.SAVED, self._now()))
        else:
            since = self._state.since
            self._tell(SaveState(SaveStatus.SAVED if since else SaveStatus.NOTHING, since))

    def _keep(self, error: WorkspaceError) -> None:
        """Keep the write at the head of the queue and try again later; nothing behind it overtakes it."""
        failing = self._state.status is SaveStatus.FAILED
        since = self._state.since if failing else self._now()
        self._retry.start()
        self._tell(SaveState(SaveStatus.FAILED, since, error))

    def _on_retry_timeout(self) -> None:
        if self._writes:
            self._send(self._writes[0])

    def _on_slow_timeout(self) -> None:
        if self._writes and self._state.status is not SaveStatus.FAILED:
            self._tell(SaveState(SaveStatus.SAVING, self._state.since))
        if self._long is not None:
            self._shows_work = True
            self.long_work_changed.emit(self._work)

    def _tell(self, state: SaveState) -> None:
        if state != self._state:
            self._state = state
            self.save_state_changed.emit(state)


class Pending[T]:
    """A use case that is ready to run; say whom to tell, then `read()` or `write()`."""

    def __init__(self, operations: Operations, job: Job) -> None:
        """Made by Operations only."""
        self._operations = operations
        self._job = job

    def done(self, method: Callable[[T], object]) -> "Pending[T]":
        """Tell this bound method the value, in the window thread; a page that is gone by then is not called."""
        self._job.on_done = held(method)
        return self

    def failed(self, method: Failure) -> "Pending[T]":
        """Tell this bound method the error; without one the window tells the person."""
        self._job.on_failed = held(method)
        return self

    def slowly(self, words: str, progress: Progress | None = None) -> "Pending[T]":
        """Show these words at the bottom of the window once it takes more than half a second."""
        self._job.words = words
        self._job.progress = progress
        return self

    def read(self) -> None:
        """Run it; it changes nothing."""
        self._operations.start(self._job)

    def write(self, key: object = None, *, keep: bool = True) -> None:
        """Run it in order with all other writes and keep it until it is stored; `key` lets a later one replace it.

        Without `keep` a store that cannot be written is told like any other error (import, new round).
        """
        self._job.writes = True
        self._job.keep = keep
        self._job.key = key
        self._operations.start(self._job)
