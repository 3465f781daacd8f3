"""Runs the measurements of the window in processes of their own, and what those share: the desk, waiting, the clock."""

import json
import statistics
import subprocess
import sys
import time
from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from PySide6.QtWidgets import QApplication

    from reviewer_app.ui.desk.desk import Desk

_RUN = """
import runpy, sys
import reviewer_app.ui.plain_import
runpy.run_module(sys.argv.pop(1), run_name="__main__", alter_sys=True)
"""
"""Loads Qt as the program does; else PySide keeps the source of every module that is imported after it."""

type Figures = dict[str, float]

PATIENCE = 60.0
"""Seconds anything may take before the measurement is given up."""

_TREE = Path(__file__).resolve().parents[2]


def ask(module: str, *arguments: str | Path) -> Figures:
    """Run a module of this package as a child and return the figures it prints."""
    done = subprocess.run(  # noqa: S603 # our own module
        [sys.executable, "-c", _RUN, f"tests.bench.{module}", *map(str, arguments)],
        check=False,
        capture_output=True,
        text=True,
        cwd=_TREE,
        timeout=240,
    )
    if done.returncode:
        raise RuntimeError(done.stderr[-2000:])
    figures: Figures = json.loads(done.stdout.splitlines()[-1])
    return figures


def answer(figures: Figures) -> None:
    """Print what `ask` reads."""
    sys.stdout.write("\n" + json.dumps(figures) + "\n")
    sys.stdout.flush()


def clock() -> datetime:
    """Return the demo's today."""
    return datetime(2026, 11, 24, 14, 32)  # noqa: DTZ001 # the store keeps moments without a zone


def application(kind: "type[QApplication] | None" = None) -> "QApplication":
    """Make the one application of this process."""
    from PySide6.QtWidgets import QApplication

    app = (kind or QApplication)([])
    app.setCursorFlashTime(0)
    return app


def open_desk(app: "QApplication", path: Path) -> "Desk":
    """Open the desk with a round, all pages built, as large as a laptop."""
    from db.store import Store
    from reviewer_app.ui.desk.desk import Desk
    from reviewer_app.ui.kit.tokens import Scheme
    from reviewer_app.ui.shell.settings import SettingsStore
    from reviewer_app.ui.shell.stores import Stores

    store = Store(clock, lambda: path.parent)
    settings = SettingsStore(path.with_suffix(".json"))
    settings.change(scheme=Scheme.LIGHT)
    stores = Stores(store.open, store.create_default, store.demo_round, store.copy)
    desk = Desk(app, stores, settings, clock=clock)
    desk.window.resize(1366, 768)
    desk.show(path)
    desk.window.activateWindow()
    desk.begin()
    wait(lambda: desk.operations.idle and desk.window.router.here is not None)
    drain()
    return desk


def close_desk(desk: "Desk") -> None:
    """Close it as the program does at its end."""
    desk.window.close()
    desk.close()


def drain() -> None:
    """Let everything that is posted happen, painting included."""
    from PySide6.QtCore import QCoreApplication, QEvent

    QCoreApplication.processEvents()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    QCoreApplication.processEvents()


def wait(until: Callable[[], bool]) -> None:
    """Sleep in the event loop until something holds; asleep, so that waiting is not counted as work."""
    from PySide6.QtCore import QEventLoop

    end = time.monotonic() + PATIENCE
    loop = QEventLoop()
    while not until():
        if time.monotonic() > end:
            raise TimeoutError
        loop.processEvents(QEventLoop.ProcessEventsFlag.WaitForMoreEvents)


def medians(ours: Callable[[], object], floor: Callable[[], object], rounds: int) -> tuple[float, float]:
    """Return the median CPU seconds of two works done in turn, each once for nothing before."""
    ours()
    floor()
    pairs = [(spent(ours), spent(floor)) for _ in range(rounds)]
    return statistics.median(a for a, _ in pairs), statistics.median(b for _, b in pairs)


def spent(work: Callable[[], object]) -> float:
    """Return the CPU seconds of a work, over all threads."""
    start = time.process_time()
    work()
    return time.process_time() - start


def memory() -> float:
    """Return the resident memory of this process in MB; 0 where the system does not say (only Linux does)."""
    status = Path("/proc/self/status")
    if not status.is_file():
        return 0.0
    line = next(one for one in status.read_text(encoding="utf-8").splitlines() if one.startswith("VmRSS:"))
    return int(line.split()[1]) / 1024
