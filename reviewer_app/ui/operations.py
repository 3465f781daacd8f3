"""Runs use cases on the one database thread, reports in the window thread, keeps every write until it is stored.

The window never waits: values and texts are handed over here, in order, and a write that fails is kept and tried again
while the window says so.
"""

import queue
import threading
from collections import deque
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from pathlib import Path
from typing import Any, Concatenate, Protocol, override
from weakref import ref

import shiboken6
from PySide6.QtCore import QObject, QTimer, Signal

from reviewer_app.domain.errors import BrokenError, VotumError, WorkspaceError

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
    """What the window says about saving: `since` is when it last worked, `error` why it does not."""

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


class Progress:
    """Handed to a use case that takes long: it reports steps and asks whether the person has cancelled."""

    def __init__(self, reporter: "_Reporter") -> None:
        """Made by Operations only."""
        self._reporter = reporter
        self._cancelled = threading.Event()

    def __call__(self, done: int, total: int, words: str = "") -> bool:
        """Report a step, from any thread; False asks the use case to stop."""
        self._reporter.progress_made.emit(self, done, total, words)
        return not self.cancelled

    @property
    def cancelled(self) -> bool:
        """Whether the person wants it to stop."""
        return self._cancelled.is_set()

    def cancel(self) -> None:
        """Ask the use case to stop."""
        self._cancelled.set()


class OpenWorkspace(Protocol):
    """What the database thread needs of an open workspace."""

    def unit_of_work(self) -> Any:  # noqa: ANN401 # reason: services.ports.UnitOfWork, not imported at start
        """Return a fresh unit of work."""
        ...

    def close(self) -> None:
        """Put everything into the one file."""
        ...


type Failure = Callable[[VotumError], object]


@dataclass(eq=False, slots=True)
class _Job:
    work: Callable[["_Thread"], Any]
    on_done: Callable[[Any], object] | None = None
    on_failed: Failure | None = None
    writes: bool = False
    key: object = None
    keep: bool = True
    words: str = ""
    progress: Progress | None = None
    value: Any = None
    error: VotumError | None = None


class _Reporter(QObject):
    """Carries what the thread has to say into the window thread, where it lives; it outlives every page."""

    job_finished = Signal(object)
    progress_made = Signal(object, int, int, str)


class _Thread(threading.Thread):
    """The one thread that touches the store."""

    def __init__(self, reporter: _Reporter) -> None:
        super().__init__(name="votum-database", daemon=True)
        self.jobs: queue.SimpleQueue[_Job | None] = queue.SimpleQueue()
        self.workspace: OpenWorkspace | None = None
        self._reporter = reporter

    @override
    def run(self) -> None:
        while (job := self.jobs.get()) is not None:
            job.error = None
            try:
                job.value = job.work(self)
            except VotumError as error:
                job.error = error
            except OSError as error:
                job.error = WorkspaceError("store_unwritable", reason=error.strerror or str(error))
            except Exception as error:  # noqa: BLE001 # reason: the border of the thread; told to people in one place
                job.error = BrokenError("unexpected", kind=type(error).__name__)
                job.error.__cause__ = error
            self._reporter.job_finished.emit(job)
        self.close_workspace()

    def close_workspace(self) -> None:
        workspace, self.workspace = self.workspace, None
        if workspace is not None:
            workspace.close()


def _held(method: Callable[[Any], object] | None) -> Callable[[Any], object] | None:
    """Hold a bound method of a QObject weakly, so that a page that is gone is not called."""
    owner = getattr(method, "__self__", None)
    name = getattr(method, "__name__", "")
    if method is None or not isinstance(owner, QObject):
        return method
    weak = ref(owner)

    def call(value: Any) -> object:  # noqa: ANN401 # reason: whatever the use case returned
        alive = weak()
        return getattr(alive, name)(value) if alive is not None and shiboken6.isValid(alive) else None

    return call


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

    def __init__(self, parent: QObject | None = None) -> None:
        """Start the thread; `close()` ends it."""
        super().__init__(parent)
        self._reporter = _Reporter(self)
        self._reporter.job_finished.connect(self._on_reporter_job_finished)
        self._reporter.progress_made.connect(self._on_reporter_progress_made)
        self._thread = _Thread(self._reporter)
        self._thread.start()
        self._writes: deque[_Job] = deque()
        self._running = 0
        self._long: _Job | None = None
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

        def work(thread: _Thread) -> T:
            if thread.workspace is None:
                raise WorkspaceError("no_workspace")
            with thread.workspace.unit_of_work() as uow:
                return use_case(uow, *args, **kwargs)

        return Pending(self, _Job(work))

    def call[T](self, work: Callable[[], T]) -> "Pending[T]":
        """Prepare plain work without the store (reading a file, writing an export) on the same thread."""
        return Pending(self, _Job(lambda _thread: work()))

    def open[W: OpenWorkspace](self, opener: Callable[[Path], W], path: Path) -> "Pending[W]":
        """Prepare opening a workspace; the one that was open is closed first, and stays open when the new one fails."""

        def work(thread: _Thread) -> W:
            opened = opener(path)
            thread.close_workspace()
            thread.workspace = opened
            return opened

        return Pending(self, _Job(work))

    def progress(self) -> Progress:
        """Make what a use case that takes long gets as an argument; hand the same to `Pending.slowly`."""
        return Progress(self._reporter)

    def close_workspace(self) -> "Pending[None]":
        """Prepare closing the workspace."""
        return Pending(self, _Job(_Thread.close_workspace))

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

    def start(self, job: _Job) -> None:
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

    def _send(self, job: _Job) -> None:
        self._running += 1
        if job.words:
            self._long = job
        if not self._slow.isActive():
            self._slow.start()
        self._thread.jobs.put(job)

    def _on_reporter_progress_made(self, progress: Progress, done: int, total: int, words: str) -> None:
        if self._long is not None and self._long.progress is progress and not self._slow.isActive():
            self.long_work_changed.emit(LongWork(words or self._long.words, done, total, can_cancel=True))

    def _on_reporter_job_finished(self, job: _Job) -> None:
        self._running -= 1
        if job is self._long:
            self._long = None
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

    def _report(self, job: _Job) -> None:
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

    def _go_on(self, job: _Job) -> None:
        if self._writes:
            self._send(self._writes[0])
        elif job.error is None:
            self._tell(SaveState(SaveStatus.SAVED, datetime.now()))  # noqa: DTZ005 # reason: shown as local time of day
        else:
            since = self._state.since
            self._tell(SaveState(SaveStatus.SAVED if since else SaveStatus.NOTHING, since))

    def _keep(self, error: WorkspaceError) -> None:
        """Keep the write at the head of the queue and try again later; nothing behind it overtakes it."""
        since = self._state.since or datetime.now()  # noqa: DTZ005 # reason: shown as local time of day
        self._retry.start()
        self._tell(SaveState(SaveStatus.FAILED, since, error))

    def _on_retry_timeout(self) -> None:
        if self._writes:
            self._send(self._writes[0])

    def _on_slow_timeout(self) -> None:
        if self._writes and self._state.status is not SaveStatus.FAILED:
            self._tell(SaveState(SaveStatus.SAVING, self._state.since))
        if self._long is not None:
            self.long_work_changed.emit(LongWork(self._long.words, can_cancel=self._long.progress is not None))

    def _tell(self, state: SaveState) -> None:
        if state != self._state:
            self._state = state
            self.save_state_changed.emit(state)


class Pending[T]:
    """A use case that is ready to run; say whom to tell, then `read()` or `write()`."""

    def __init__(self, operations: Operations, job: _Job) -> None:
        """Made by Operations only."""
        self._operations = operations
        self._job = job

    def done(self, method: Callable[[T], object]) -> "Pending[T]":
        """Tell this bound method the value, in the window thread; a page that is gone by then is not called."""
        self._job.on_done = _held(method)
        return self

    def failed(self, method: Failure) -> "Pending[T]":
        """Tell this bound method the error; without one the window tells the person."""
        self._job.on_failed = _held(method)
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
