"""Child: how long a score takes from the window to the disk while nothing else is done, and while forms are imported.

Everything goes the window's way, through its operations and its event loop; `python -m tests.bench.keying` shows it.
"""

import sys
import time
from collections.abc import Callable
from datetime import datetime, timedelta
from fractions import Fraction
from pathlib import Path

from PySide6.QtCore import QObject, QTimer

from db.store import Store
from reviewer_app.domain.ids import ApplicationId, PersonId
from reviewer_app.services.intake.files import Prepared, prepare, take_prepared
from reviewer_app.services.intake.preview import PreviewRequest, preview
from reviewer_app.services.ports import UnitOfWork
from reviewer_app.services.reviews.reviewing import set_value
from reviewer_app.ui.shell.operations import Operations
from tests.bench import children

EVERY = 200
"""Milliseconds between two scores: as fast as anybody types."""
QUIET = 60
"""Scores keyed while nothing else is done."""

_NOW = datetime(2026, 11, 24)  # noqa: DTZ001 # the store keeps moments without a zone
type _Target = tuple[ApplicationId, PersonId, list[str]]


def target_of(uow: UnitOfWork) -> _Target:
    """Return an application, somebody who has not reviewed it, and its criteria."""
    found = next(one for one in uow.applications.all(light=True) if one.withdrawn is None)
    busy = {one.reviewer.id for one in uow.reviews.of(found.id)}
    person = next(one for one in uow.people.all() if one.id not in busy)
    return found.id, person.id, [one.key for one in uow.catalogues.get(found.catalogue).criteria]


class Keying(QObject):
    """Keys a score every now and then and notes how long each took until it was on the disk."""

    def __init__(self, operations: Operations, target: _Target) -> None:
        super().__init__()
        self._operations = operations
        self._target = target
        self._count = 0
        self.times: list[float] = []
        self._timer = QTimer(self, interval=EVERY)
        self._timer.timeout.connect(self._on_timer_timeout)

    def during(self, until: Callable[[], bool]) -> list[float]:
        self.times = []
        self._timer.start()
        children.wait(until)
        self._timer.stop()
        children.wait(lambda: self._operations.idle)
        return self.times

    def _on_timer_timeout(self) -> None:
        self._count += 1
        self._operations.run(self._store, self._count, time.perf_counter()).write()

    def _store(self, uow: UnitOfWork, count: int, begun: float) -> None:
        application, person, keys = self._target
        value, at = Fraction(count % 11, 2), _NOW + timedelta(seconds=count)
        set_value(uow, application, keys[count % len(keys)], value, at, reviewer=person)
        self.times.append(time.perf_counter() - begun)


class Importing(QObject):
    """Takes files as the window does: looked at together, then each read beside and stored at one go."""

    def __init__(self, operations: Operations, files: list[Path]) -> None:
        super().__init__()
        self._operations = operations
        self._all = tuple(PreviewRequest(one) for one in files)
        self._files = list(files)
        self.looked = False
        self.taken = 0

    def look(self) -> None:
        self._operations.run(preview, self._all, _NOW).done(self._on_look_done).slowly("look").rehearse()

    def _on_look_done(self, _lines: object) -> None:
        self.looked = True

    def take(self) -> None:
        self._operations.run(prepare, self._files.pop(0), _NOW).done(self._on_prepare_done).slowly("read").read()

    def _on_prepare_done(self, prepared: Prepared) -> None:
        self._operations.run(take_prepared, prepared, _NOW).done(self._on_take_done).write(keep=False)

    def _on_take_done(self, _report: object) -> None:
        self.taken += 1
        if self._files:
            self.take()


def high(times: list[float]) -> float:
    """Return the 95th percentile."""
    return sorted(times)[int(len(times) * 0.95)]


def main(workspace: Path, folder: Path) -> None:
    """Print the figures."""
    app = children.application()
    operations = Operations()
    opened = Store(data=lambda: folder).open
    operations.open(opened, workspace).read()
    children.wait(lambda: operations.idle)
    with opened_unit(operations) as uow:
        target = target_of(uow)
    keying, importing = Keying(operations, target), Importing(operations, sorted(folder.glob("*.xlsx")))
    quiet = keying.during(lambda: len(keying.times) >= QUIET)
    importing.look()
    looked = keying.during(lambda: importing.looked)
    begun = time.perf_counter()
    importing.take()
    taken = keying.during(lambda: importing.taken == len(importing._all))
    seconds = time.perf_counter() - begun
    operations.close()
    app.quit()
    figures = {"quiet": high(quiet), "looked": high(looked), "taken": high(taken), "import": seconds}
    worst = {"worst_looked": max(looked), "worst_taken": max(taken), "worst_quiet": max(quiet)}
    children.answer({**figures, **worst, "keyed": float(len(looked) + len(taken))})


def opened_unit(operations: Operations) -> UnitOfWork:
    """Return a unit of work that reads in what is open."""
    workspace = operations._workers.current.workspace
    if workspace is None:
        raise RuntimeError
    unit: UnitOfWork = workspace.reading()
    return unit


if __name__ == "__main__":
    main(*map(Path, sys.argv[1:]))
