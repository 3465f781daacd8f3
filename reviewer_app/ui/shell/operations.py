"""Runs use cases beside the window, reports in the window thread, keeps every write until it is stored.

The window never waits: values and texts are handed over here, in order, and a write that fails is kept and tried again
while the window says so. Reading sees every write that was asked for before it and keeps none waiting.
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
from reviewer_app.ui.shell.job_queue import JobQueue
from reviewer_app.ui.shell.threads import (
    CurrentWorkspace,
    Failure,
    Job,
    JobProgress,
    OpenWorkspace,
    Reporter,
    UnitKind,
    Worker,
    Workers,
    weakly,
)

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
    LongWork or None, `operation_failed` an error that nobody else took; `workspace_left` comes before another is taken.
    """

    changes_made = Signal(object)
    save_state_changed = Signal(object)
    long_work_changed = Signal(object)
    operation_failed = Signal(object)
    idle_reached = Signal()
    workspace_left = Signal()

    def __init__(self, clock: Callable[[], datetime] = datetime.now, parent: QObject | None = None) -> None:
        """Begin with nothing open; `close()` ends the threads; `clock` gives the local time shown for saving."""
        super().__init__(parent)
        self._now = clock
        self._reporter = Reporter(self)
        self._reporter.job_finished.connect(self._on_reporter_job_finished)
        self._reporter.progress_made.connect(self._on_reporter_progress_made)
        self._workers = Workers(self._reporter)
        self._queue = JobQueue()
        self._long: deque[Job] = deque()
        self._work = LongWork("")
        self._shown: JobProgress | None = None
        self._shows_work = False
        self._state = SaveState()
        self._retry = _timer(self, RETRY_EVERY, self.retry)
        self._slow = _timer(self, SLOW_AFTER, self._on_slow_timeout)
        self._long_end = _timer(self, 0, self._on_long_end_timeout)
        self._slow_write = _timer(self, SLOW_AFTER, self._on_slow_write_timeout)

    # Asking

    def run[**P, T](
        self,
        use_case: Callable[Concatenate[Any, P], T],
        *args: P.args,
        **kwargs: P.kwargs,
    ) -> "PendingOperation[T]":
        """Prepare `use_case(uow, …)` inside one unit of work; the PendingOperation says whom to tell and starts it.

        A writing use case returns an Outcome; its changes are announced after the caller was told.
        """
        job = Job(lambda current: current.work(job, use_case, args, kwargs))
        return PendingOperation(self, job)

    def call[T](self, work: Callable[[], T]) -> "PendingOperation[T]":
        """Prepare plain work without the store (reading a file, making the demo)."""
        job = Job(lambda current: current.in_second_process(job, work, work), may_end=True)
        return PendingOperation(self, job)

    def open[W: OpenWorkspace](self, opener: Callable[[Path], W], path: Path) -> "PendingOperation[W]":
        """Prepare opening a workspace; the one that was open stays until then, and if the new one fails."""

        def opened(current: CurrentWorkspace) -> W:
            return current.keep_opened(opener(path))

        def change(current: CurrentWorkspace) -> W:
            return current.switch_to(opened(current) if first.then is None else first.value)

        if self._workers.current.workspace is None:
            first = Job(change, Worker.WRITING, alone=True)
        else:
            first = Job(opened, Worker.OWN, then=Job(change, Worker.WRITING, alone=True))
        return PendingOperation(self, first)

    def progress(self, words: str = "") -> JobProgress:
        """Make what a use case that takes long gets as an argument; hand the same to `PendingOperation.slowly`.

        `words` with `{name}` are said of each step.
        """
        return JobProgress(self._reporter, words)

    def copy[W: OpenWorkspace](
        self, write_copy: Callable[[], object], opener: Callable[[Path], W], target: Path
    ) -> "PendingOperation[int]":
        """Prepare a copy at `target` that also holds what could not be stored so far; gives how many entries that was.

        What waits goes on waiting for the workspace itself.
        """

        def work(_current: CurrentWorkspace) -> int:
            write_copy()
            if job.kept:
                job.store_kept(opener(target))
            return len(job.kept)

        job = Job(work, Worker.LONG)
        return PendingOperation(self, job)

    def close_workspace(self) -> "PendingOperation[None]":
        """Prepare closing the workspace, which waits until nothing reads in it."""
        return PendingOperation(self, Job(CurrentWorkspace.close, Worker.WRITING, alone=True))

    # State

    @property
    def save_state(self) -> SaveState:
        """What the window says about saving."""
        return self._state

    @property
    def idle(self) -> bool:
        """Nothing runs and nothing is waiting."""
        return self._queue.idle

    @property
    def can_stop(self) -> str:
        """What runs that takes long and can be stopped, in the words at the window's bottom; empty where nothing."""
        return next((job.words for job in self._long if job.progress is not None), "")

    @property
    def unsaved(self) -> int:
        """How many writes wait."""
        return len(self._queue.writes)

    @property
    def result_is_current(self) -> bool:
        """Whether what somebody is being told holds every write; what was read before a write may come after it."""
        return self._queue.result_is_current

    def forget_state(self) -> None:
        """Start afresh after another workspace was opened."""
        self._tell(SaveState())

    def retry(self) -> None:
        """Try a failed write again at once."""
        self._retry.stop()
        self._queue.failing = False
        self._go_on()

    def cancel(self) -> None:
        """Ask the long work to stop; it answers when it has left everything as it was."""
        if self._long and self._long[0].progress is not None:
            self._long[0].progress.cancel()

    def close(self, seconds: float = 10) -> None:
        """End all threads after what waits to be stored; the workspace is closed and everything lies in its file.

        Long work is asked to stop; reading that has not begun is left out.
        """
        for timer in (self._retry, self._slow, self._slow_write, self._long_end):
            timer.stop()
        for job in self._long:
            if job.progress is not None:
                job.progress.cancel()
        for job in self._queue.rest():
            self._workers.put(job)
        self._workers.close(seconds)

    # Machinery

    def start(self, job: Job) -> None:
        """Queue a prepared job; writes keep their order, a later write with the same key replaces a waiting one."""
        self._queue.add(job)
        self._go_on()

    def _go_on(self, *, may_leave: bool = True) -> None:
        while (job := self._queue.take(may_leave=may_leave)) is not None:
            if job.words:
                self._long.append(job)
                self._show_long()
            if job.writes:
                self._slow_write.start()
            self._workers.put(job)

    def _show_long(self) -> None:
        """Tell of the long work that began first, from half a second on; what follows at once goes on with it."""
        job = self._long[0]
        steps = (self._work.done, self._work.total) if job.progress is self._shown else (0, 0)
        self._work, self._shown = LongWork(job.words, *steps, can_cancel=job.progress is not None), job.progress
        if self._shows_work:
            self.long_work_changed.emit(self._work)
        elif not self._slow.isActive():
            self._slow.start()

    def _on_reporter_progress_made(self, progress: JobProgress, done: int, total: int, words: str) -> None:
        if self._long and self._long[0].progress is progress:
            self._work = LongWork(words or self._long[0].words, done, total, can_cancel=True)
            if self._shows_work:
                self.long_work_changed.emit(self._work)

    def _on_reporter_job_finished(self, job: Job) -> None:
        if job in self._long:
            self._long.remove(job)
            self._long_end.start()
        if job.writes:
            self._slow_write.stop()
        kept = job.writes and job.keep and isinstance(job.error, WorkspaceError)
        self._queue.finish(job, again=kept)
        if kept:
            self._keep(job.error)
        elif job.writes and not self._queue.writes:
            self._tell_stored(job)
        if job.alone and not self._queue.failing:
            self._retry.stop()
        self._go_on(may_leave=False)  # what follows from an answer belongs to the workspace that gave it
        if job.then is not None and job.error is None:
            job.then.on_done, job.then.on_failed = job.on_done, job.on_failed
            self.workspace_left.emit()
            self.start(job.then)
        elif not kept:
            self._report(job)
            if self.idle:
                self.idle_reached.emit()
        self._go_on()

    def _on_long_end_timeout(self) -> None:
        if self._long:
            self._show_long()
            return
        self._slow.stop()
        self._shows_work, self._shown = False, None
        self.long_work_changed.emit(None)

    def _report(self, job: Job) -> None:
        if job.error is not None:
            (job.on_failed or self.operation_failed.emit)(job.error)
            return
        if job.on_done is not None:
            job.on_done(job.value)
        changes = getattr(job.value, "changes", None)
        if job.writes and changes is not None:
            self.changes_made.emit(changes)

    def _tell_stored(self, job: Job) -> None:
        since = self._now() if job.error is None else self._state.since
        self._tell(SaveState(SaveStatus.SAVED if since else SaveStatus.NOTHING, since))

    def _keep(self, error: VotumError | None) -> None:
        """Keep the write at the head of the queue and try again later; nothing behind it overtakes it."""
        failing = self._state.status is SaveStatus.FAILED
        since = self._state.since if failing else self._now()
        self._queue.failing = True
        self._retry.start()
        self._tell(SaveState(SaveStatus.FAILED, since, error))

    def _on_slow_write_timeout(self) -> None:
        if self._state.status is not SaveStatus.FAILED:
            self._tell(SaveState(SaveStatus.SAVING, self._state.since))

    def _on_slow_timeout(self) -> None:
        self._shows_work = True
        self.long_work_changed.emit(self._work)

    def _tell(self, state: SaveState) -> None:
        if state != self._state:
            self._state = state
            self.save_state_changed.emit(state)


def _timer(owner: QObject, milliseconds: int, then: Callable[[], object]) -> QTimer:
    timer = QTimer(owner, singleShot=True, interval=milliseconds)
    timer.timeout.connect(then)
    return timer


class PendingOperation[T]:
    """A use case that is ready to run; say whom to tell, then `read()` or `write()`."""

    def __init__(self, operations: Operations, job: Job) -> None:
        """Made by Operations only."""
        self._operations = operations
        self._job = job

    def done(self, method: Callable[[T], object]) -> "PendingOperation[T]":
        """Tell this bound method the value, in the window thread; a page that is gone by then is not called."""
        self._job.on_done = weakly(method)
        return self

    def failed(self, method: Failure) -> "PendingOperation[T]":
        """Tell this bound method the error; without one the window tells the person."""
        self._job.on_failed = weakly(method)
        return self

    def slowly(self, words: str, progress: JobProgress | None = None) -> "PendingOperation[T]":
        """Show these words at the bottom of the window once it takes more than half a second."""
        self._job.words = words
        self._job.progress = progress
        return self

    def read(self) -> None:
        """Run it beside the writing, after the writes before it; it changes nothing. What is slow holds up no page."""
        if self._job.worker is None:
            self._job.worker = Worker.LONG if self._job.words else Worker.READING
        self._operations.start(self._job)

    def read_aside(self) -> None:
        """Read in a thread of its own: it takes a while, and neither pages nor long work shall wait for it."""
        self._job.worker = Worker.OWN
        self._operations.start(self._job)

    def rehearse(self) -> None:
        """Run it as long work with a unit of work whose writes are gone afterwards."""
        self._job.worker, self._job.unit, self._job.may_end = Worker.LONG, UnitKind.REHEARSING, True
        self._operations.start(self._job)

    def upkeep(self) -> None:
        """Run it as something short that may commit but that nobody entered: it is neither kept nor told as saved."""
        self._job.worker, self._job.unit = Worker.WRITING, UnitKind.WRITING
        self._operations.start(self._job)

    def write(self, key: object = None, *, keep: bool = True) -> None:
        """Run it in order with all other writes and keep it until it is stored; `key` lets a later one replace it.

        Without `keep` a store that cannot be written is told like any other error (import, new round).
        """
        self._job.worker, self._job.unit = Worker.WRITING, UnitKind.WRITING
        self._job.writes = True
        self._job.keep = keep
        self._job.key = key
        self._operations.start(self._job)
