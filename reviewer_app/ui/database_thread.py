"""The one thread that touches the store, the jobs it does and how they report; `operations.py` says which and when."""

import queue
import threading
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, Protocol, override
from weakref import ref

import shiboken6
from PySide6.QtCore import QObject, Signal

from reviewer_app.domain.errors import BrokenError, VotumError, WorkspaceError


class Progress:
    """Handed to a use case that takes long: it reports steps and asks whether the person has cancelled."""

    def __init__(self, reporter: "Reporter") -> None:
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
class Job:
    """One piece of work: `words` are shown when it takes long, `keep` keeps a write until it is stored."""

    work: Callable[["DatabaseThread"], Any]
    on_done: Callable[[Any], object] | None = None
    on_failed: Failure | None = None
    writes: bool = False
    key: object = None
    keep: bool = True
    words: str = ""
    progress: Progress | None = None
    value: Any = None
    error: VotumError | None = None


class Reporter(QObject):
    """Carries what the thread has to say into the window thread, where it lives; it outlives every page."""

    job_finished = Signal(object)
    progress_made = Signal(object, int, int, str)


class DatabaseThread(threading.Thread):
    """The one thread that touches the store."""

    def __init__(self, reporter: Reporter) -> None:
        """Report through `reporter`."""
        super().__init__(name="votum-database", daemon=True)
        self.jobs: queue.SimpleQueue[Job | None] = queue.SimpleQueue()
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
        """Put everything into the one file."""
        workspace, self.workspace = self.workspace, None
        if workspace is not None:
            workspace.close()


def held(method: Callable[[Any], object] | None) -> Callable[[Any], object] | None:
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
