"""How soon the window paints and the list can be used, beside a bare Qt window: CPU seconds of children in turn.

The list that a round caches, from the demo or a command on, is shown first; when the store has confirmed it, and how
long a round takes that caches none, stand in rows of their own without a limit.
"""

import math
import os
import shutil
import sqlite3
import statistics
import subprocess
import sys
from contextlib import closing
from pathlib import Path

from db import cached_list
from tests import surroundings
from tests.bench.table import Row

ROUNDS = 9

BARE = """
import os, time
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QMainWindow, QLabel
app = QApplication([])
class Window(QMainWindow):
    painted = False
    def paintEvent(self, event):
        super().paintEvent(event)
        if not self.painted:
            self.painted = True
            QTimer.singleShot(0, done)
def done():
    print(time.process_time(), flush=True)
    os._exit(0)
window = Window()
window.setCentralWidget(QLabel("Votum"))
window.resize(1366, 768)
window.show()
app.exec()
"""

FIRST_PAINT = """
import os, sys, time
import main
def done(window):
    print(time.process_time(), flush=True)
    os._exit(0)
import reviewer_app.ui.start as start_module
run = start_module.run_desk
start_module.run_desk = lambda *a, **k: run(*a, **k, when_shown=done)
sys.argv = ["votum", sys.argv[1]]
main.main()
"""

# Our way in comes before Qt, as in the program: what is imported after it costs less (`plain_import`).
_LIST = """
import os, sys, time
import main
import reviewer_app.ui.start as start_module
from PySide6.QtCore import QTimer
def done():
    print(time.process_time(), flush=True)
    os._exit(0)
def watch(window):
{watch}
run = start_module.run_desk
start_module.run_desk = lambda *a, **k: run(*a, **k, when_shown=watch)
sys.argv = ["votum", sys.argv[1]]
main.main()
"""

# Done when a list with more than one row has been painted.
WORKLIST = _LIST.format(
    watch="""
    from reviewer_app.ui.kit.work_table import WorkTable
    paint = WorkTable.paintEvent
    def paint_and_look(table, event):
        paint(table, event)
        if table.isVisible() and table.model() is not None and table.model().rowCount() > 1:
            QTimer.singleShot(0, done)
    WorkTable.paintEvent = paint_and_look
"""
)

CONFIRMED = _LIST.format(
    watch="""
    from reviewer_app.ui.applications.presenter import ApplicationsPresenter
    take = ApplicationsPresenter._on_worklist_done
    def _on_worklist_done(presenter, found):
        take(presenter, found)
        QTimer.singleShot(0, done)
    ApplicationsPresenter._on_worklist_done = _on_worklist_done
"""
)


def _run(script: str, workspace: Path, tree: Path) -> str:
    environment = {key: value for key, value in os.environ.items() if key != "PYTHONDONTWRITEBYTECODE"}
    done = subprocess.run(  # noqa: S603 # our own script
        [sys.executable, "-c", script, str(workspace)],
        check=True,
        capture_output=True,
        text=True,
        cwd=tree,
        env=environment,
        timeout=60,
    )
    return done.stdout


def rows(workspace: Path) -> list[Row]:
    """Measure first paint and usable worklist over `workspace`."""
    surroundings.prepare()
    tree = Path(__file__).resolve().parents[2]
    bare_of_list = workspace.with_stem("bare-of-list")
    shutil.copyfile(workspace, bare_of_list)
    with closing(sqlite3.connect(bare_of_list)) as raw:
        raw.execute("DELETE FROM settings WHERE key = ?", (cached_list.KEY,))
        raw.commit()
    parts = {
        "bare": (BARE, workspace),
        "paint": (FIRST_PAINT, workspace),
        "list": (WORKLIST, workspace),
        "confirmed": (CONFIRMED, workspace.with_stem("confirmed")),
        "uncached": (WORKLIST, bare_of_list),
    }
    shutil.copyfile(workspace, workspace.with_stem("confirmed"))
    found: dict[str, list[float]] = {name: [] for name in parts}
    for turn in range(ROUNDS + 1):
        for name, (script, file) in parts.items():
            value = float(_run(script, file, tree).split()[-1])
            if turn:
                found[name].append(value)
    bare, paint, usable, confirmed, uncached = (statistics.median(found[name]) for name in parts)
    return [
        Row("first paint, CPU", paint, bare, 1.5, "bare window"),
        Row("usable worklist, CPU", usable, bare, 3.5, "bare window", note="first opening of the demo"),
        Row("list confirmed by the store, CPU", confirmed, bare, math.inf, "bare window"),
        Row("usable worklist, CPU", uncached, bare, math.inf, "bare window", note="round that caches no list"),
    ]
