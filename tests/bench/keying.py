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
from reviewer_app.domain.ids import ApplicationId
from reviewer_app.services.intake.files import Prepared, prepare, take_prepared
from reviewer_app.services.intake.preview import PreviewRequest, preview
from reviewer_app.services.ports import UnitOfWork
from reviewer_app.services.reviews.reviewing import set_value
from reviewer_app.ui.shell.operations import Operations
from tests.bench import children
from tests.bench.scoring import begin_review

EVERY = 200
"""Milliseconds between two scores: as fast as anybody types."""
QUIET = 60
"""Scores keyed while nothing else is done."""

_NOW = datetime(2026, 11, 24)  # noqa: DTZ001 # the store keeps moments without a zone


class Keying(QObject):
    """Keys a score every now and then and notes how long each took until it was on the disk."""

    def __init__(self, operations: Operations, application: ApplicationId, keys: list[str]) -> None:
        super().__init__()
        self._operations = operations
        self._application, self._keys = application, keys
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
        value, at = Fraction(count % 11, 2), _NOW + timedelta(seconds=count)
        set_value(uow, self._application, self._keys[count % len(self._keys)], value, at)
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
    before = opened(workspace)
    with before.unit_of_work() as uow:
        target = begin_review(uow)
    before.close()
    operations.open(opened, workspace).read()
    children.wait(lambda: operations.idle)
    keying, importing = Keying(operations, *target), Importing(operations, sorted(folder.glob("*.xlsx")))
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


if __name__ == "__main__":
    main(*map(Path, sys.argv[1:]))
