"""The threads that touch the store, the jobs they do and how they report; `operations.py` says which and when.

One thread writes. Beside it one reads for pages and one does what takes long, each over a connection of its own that
cannot change the file, so that neither waits for the other.
"""

import queue
import threading
from collections.abc import Callable
from contextlib import AbstractContextManager
from dataclasses import dataclass, field
from enum import StrEnum
from functools import partial
from time import monotonic
from typing import TYPE_CHECKING, Any, Protocol, override
from weakref import ref

import shiboken6
from PySide6.QtCore import QObject, Signal

from reviewer_app.domain.errors import BrokenError, VotumError, WorkspaceError

if TYPE_CHECKING:
    from reviewer_app.services.second_process import SecondProcess


PAUSE = 60.0
"""Seconds without long work after which the memory of the second process is given back."""


class Worker(StrEnum):
    """Where a job runs: the thread that writes, the one for pages, the one for long work, or a thread of its own."""

    WRITING = "database"
    READING = "reading"
    LONG = "long-work"
    OWN = "aside"


class UnitKind(StrEnum):
    """What a use case gets of the workspace: one that can commit, one that only reads, one whose writes are gone."""

    WRITING = "unit_of_work"
    READING = "reading"
    REHEARSING = "rehearsal"


class JobProgress:
    """Handed to a use case that takes long: it reports steps and asks whether the person has cancelled."""

    def __init__(self, reporter: "Reporter", template: str = "") -> None:
        """Made by Operations only; `template` puts the name of each step into words."""
        self._reporter = reporter
        self._template = template
        self._cancelled = threading.Event()
        self._tell: Callable[[], object] | None = None

    def __call__(self, done: int, total: int, words: str = "", /) -> bool:
        """Report a step, from any thread; False asks the use case to stop."""
        said = self._template.format(name=words) if self._template else words
        self._reporter.progress_made.emit(self, done, total, said)
        return not self.cancelled

    @override
    def __reduce__(self) -> tuple[Callable[[], Callable[..., bool]], tuple[()]]:
        """Become, in the other process, what reports to this one."""
        from reviewer_app.services.second_process import remote_progress

        return remote_progress, ()

    @property
    def cancelled(self) -> bool:
        """Whether the person wants it to stop."""
        return self._cancelled.is_set()

    def cancel(self) -> None:
        """Ask the use case to stop."""
        self._cancelled.set()
        if self._tell is not None:
            self._tell()

    def when_cancelled(self, tell: Callable[[], object] | None) -> None:
        """Call `tell` when the person wants it to stop, at once where that was before; None calls nobody any more."""
        self._tell = tell
        if tell is not None and self.cancelled:
            tell()


class OpenWorkspace(Protocol):
    """What the threads need of an open workspace; units of work as services.ports has them, not imported at start."""

    def unit_of_work(self) -> Any:  # noqa: ANN401 # reason: see above
        """Return a fresh unit of work."""
        ...

    def reading(self) -> Any:  # noqa: ANN401 # reason: see above
        """Return a unit of work that sees the last commit and can change nothing; waits for nobody."""
        ...

    def rehearsal(self) -> Any:  # noqa: ANN401 # reason: see above
        """Return a unit of work on the tables as they are, whose writes are gone with it; waits for nobody."""
        ...

    def close(self) -> None:
        """Put everything into the one file."""
        ...


@dataclass(slots=True)
class CurrentWorkspace:
    """The workspace that is open, if any; changed by the writing thread alone, and only while no other job runs.

    `opened` are those that are opened already and wait for that moment.
    """

    workspace: OpenWorkspace | None = None
    opened: list[OpenWorkspace] = field(default_factory=list)
    second_process: "SecondProcess | None" = None
    ending: bool = False

    def work(self, job: "Job", use_case: Callable[..., Any], args: tuple[Any, ...], named: Any) -> Any:  # noqa: ANN401 # reason: any use case
        """Call a use case in a unit of work, a long one in the second process where it can be done there."""

        def here() -> Any:  # noqa: ANN401 # reason: see above
            with self.unit(job.unit) as uow:
                return use_case(uow, *args, **named)

        beside = getattr(self.workspace, "readers", None)
        if job.worker is not Worker.LONG or beside is None:
            return here()
        from reviewer_app.services.second_process import Task

        return self.in_second_process(job, Task(beside, job.unit.value, use_case, args, named), here)

    def in_second_process(self, job: "Job", there: Callable[[], Any], here: Callable[[], Any]) -> Any:  # noqa: ANN401 # reason: whatever the job returns
        """Do a long job in the second process, or here where it cannot be sent there."""
        if job.worker is not Worker.LONG:
            return here()
        from reviewer_app.services.second_process import ProcessUnavailableError, second_process

        self.second_process = second_process()
        try:
            return self.second_process.ask(there, job.progress, may_end=job.may_end, too_late=lambda: self.ending)
        except ProcessUnavailableError:
            return here()

    def unit(self, kind: UnitKind) -> AbstractContextManager[Any]:
        """Return a fresh unit of work; raise WorkspaceError where nothing is open."""
        if self.workspace is None:
            raise WorkspaceError("no_workspace")
        made: AbstractContextManager[Any] = getattr(self.workspace, kind)()
        return made

    def keep_opened[W: OpenWorkspace](self, opened: W) -> W:
        """Keep a workspace that was opened until nothing runs in the one before."""
        self.opened.append(opened)
        return opened

    def switch_to[W: OpenWorkspace](self, opened: W) -> W:
        """Go on with a workspace that was opened; the one before is closed."""
        self.close()
        self.opened.remove(opened)
        self.workspace = opened
        return opened

    def close(self) -> None:
        """Put everything into the one file."""
        workspace, self.workspace = self.workspace, None
        if workspace is not None:
            workspace.close()

    def close_all(self) -> None:
        """Close it, and what was opened for nothing."""
        self.close()
        while self.opened:
            self.opened.pop().close()


type Failure = Callable[[VotumError], object]


@dataclass(eq=False, slots=True)
class Job:
    """One piece of work: `words` are shown when it takes long, `keep` keeps a write until it is stored.

    `alone`: it runs when nothing else does, and what comes after it waits, because it changes which workspace is open.
    `may_end` lets it be ended when it was cancelled and does not answer. `then` follows where it went well, and is
    reported instead. `number` is its place among all jobs; as it began, `stored` writes had been stored and those in
    `kept` could not be.
    """

    work: Callable[[CurrentWorkspace], Any]
    worker: Worker | None = None
    unit: UnitKind = UnitKind.READING
    on_done: Callable[[Any], object] | None = None
    on_failed: Failure | None = None
    writes: bool = False
    alone: bool = False
    key: object = None
    keep: bool = True
    words: str = ""
    progress: JobProgress | None = None
    may_end: bool = False
    then: "Job | None" = None
    number: int = 0
    stored: int = 0
    kept: "tuple[Job, ...]" = ()
    value: Any = None
    error: VotumError | None = None

    def store_kept(self, copy: OpenWorkspace) -> None:
        """Write what could not be stored into a copy, and close it."""
        current = CurrentWorkspace(copy)
        try:
            for one in self.kept:
                one.work(current)
        finally:
            current.close()


class Reporter(QObject):
    """Carries what the threads have to say into the window thread, where it lives; it outlives every page."""

    job_finished = Signal(object)
    progress_made = Signal(object, int, int, str)


class _WorkerThread(threading.Thread):
    """Does jobs one after the other until it gets None; `at_end` follows. A pause ends the second process."""

    def __init__(
        self, worker: Worker, current: CurrentWorkspace, reporter: Reporter, at_end: Callable[[], object] | None = None
    ) -> None:
        super().__init__(name=f"votum-{worker}", daemon=True)
        self.jobs: queue.SimpleQueue[Job | None] = queue.SimpleQueue()
        self._current = current
        self._reporter = reporter
        self._at_end = at_end
        self._pause = PAUSE if worker is Worker.LONG else None

    @override
    def run(self) -> None:
        while (job := self._next()) is not None:
            job.error = None
            try:
                job.value = job.work(self._current)
            except VotumError as error:
                job.error = error
            except OSError as error:
                job.error = WorkspaceError("store_unwritable", reason=error.strerror or str(error))
            except Exception as error:  # noqa: BLE001 # reason: the border of the thread; told to people in one place
                job.error = BrokenError("unexpected", kind=type(error).__name__)
                job.error.__cause__ = error
            self._reporter.job_finished.emit(job)
        if self._at_end is not None:
            self._at_end()

    def _next(self) -> Job | None:
        while True:
            try:
                return self.jobs.get(timeout=self._pause)
            except queue.Empty:
                if self._current.second_process is not None:
                    self._current.second_process.close()


@dataclass(slots=True)
class Workers:
    """The threads by worker."""

    reporter: Reporter
    current: CurrentWorkspace = field(default_factory=CurrentWorkspace)
    _threads: dict[Worker, _WorkerThread] = field(default_factory=dict)
    _own: list[_WorkerThread] = field(default_factory=list)
    _patience: float = 0.0

    def __post_init__(self) -> None:
        """Begin the threads."""
        for worker in (Worker.WRITING, Worker.READING, Worker.LONG):
            at_end = self._leave if worker is Worker.WRITING else None
            self._threads[worker] = _WorkerThread(worker, self.current, self.reporter, at_end)
            self._threads[worker].start()

    def put(self, job: Job) -> None:
        """Let the thread of its worker do `job` after what it was given before."""
        worker = job.worker or Worker.READING
        if worker is Worker.OWN:
            thread = _WorkerThread(worker, self.current, self.reporter)
            self._own = [one for one in self._own if one.is_alive()]
            self._own.append(thread)
            thread.jobs.put(job)
            thread.jobs.put(None)
            thread.start()
        else:
            self._threads[worker].jobs.put(job)

    def close(self, seconds: float) -> None:
        """End all threads after what they were given; the workspace is closed last and everything lies in its file.

        Work beside that does not end in `seconds` is left behind: it cannot change the file.
        """
        self._patience = seconds * 0.8
        self.current.ending = True
        if self.current.second_process is not None:
            self.current.second_process.end()
        writing = self._threads[Worker.WRITING]
        for worker, thread in self._threads.items():
            if worker is not Worker.WRITING:
                thread.jobs.put(None)
        writing.jobs.put(None)
        writing.join(seconds)

    def _leave(self) -> None:
        """Close the workspace when nobody reads in it any more."""
        until = monotonic() + self._patience
        for worker, thread in (*self._threads.items(), *((Worker.OWN, one) for one in self._own)):
            if worker is not Worker.WRITING:
                thread.join(max(0.0, until - monotonic()))
        self.current.close_all()


def weakly(method: Callable[[Any], object] | None) -> Callable[[Any], object] | None:
    """Hold a bound method of a QObject, or a partial of one, weakly, so that a page that is gone is not called."""
    bound, args, named = method, (), dict[str, Any]()
    if isinstance(method, partial):
        bound, args, named = method.func, method.args, method.keywords
    owner, name = getattr(bound, "__self__", None), getattr(bound, "__name__", "")
    if method is None or not isinstance(owner, QObject):
        return method
    weak = ref(owner)

    def call(value: Any) -> object:  # noqa: ANN401 # reason: whatever the use case returned
        alive = weak()
        return getattr(alive, name)(*args, value, **named) if alive is not None and shiboken6.isValid(alive) else None

    return call
