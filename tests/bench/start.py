"""How soon the window paints and the list can be used, beside a bare Qt window: CPU seconds of children in turn."""

import os
import statistics
import subprocess
import sys
from pathlib import Path

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

# Looked at when lines are shown: asking every other millisecond would cost more than the list itself.
WORKLIST = """
import os, sys, time
import main
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QAbstractItemView
import reviewer_app.ui.start as start_module
def watch(window):
    def look():
        tables = window.findChildren(QAbstractItemView)
        if any(one.isVisible() and one.model() is not None and one.model().rowCount() > 1 for one in tables):
            print(time.process_time(), flush=True)
            os._exit(0)
    from reviewer_app.ui.models.application_model import ApplicationModel
    show = ApplicationModel.show_lines
    def show_and_look(model, lines):
        show(model, lines)
        QTimer.singleShot(0, look)
    ApplicationModel.show_lines = show_and_look
run = start_module.run_desk
start_module.run_desk = lambda *a, **k: run(*a, **k, when_shown=watch)
sys.argv = ["votum", sys.argv[1]]
main.main()
"""


def _cpu(script: str, workspace: Path, tree: Path) -> float:
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
    return float(done.stdout.split()[-1])


def rows(workspace: Path) -> list[Row]:
    """Measure first paint and usable worklist over `workspace`."""
    surroundings.prepare()
    tree = Path(__file__).resolve().parents[2]
    found: dict[str, list[float]] = {"bare": [], "paint": [], "list": []}
    scripts = {"bare": BARE, "paint": FIRST_PAINT, "list": WORKLIST}
    for turn in range(ROUNDS + 1):
        for name, script in scripts.items():
            value = _cpu(script, workspace, tree)
            if turn:
                found[name].append(value)
    bare, paint, usable = (statistics.median(found[name]) for name in ("bare", "paint", "list"))
    return [
        Row("first paint, CPU", paint, bare, 1.5, "bare window"),
        Row("usable worklist, CPU", usable, bare, 3.5, "bare window"),
    ]
