"""What is loaded when the window is first painted: Qt and the frame, no store, no spreadsheet, no PDF library."""

import json
import os
import subprocess
import sys
from pathlib import Path

from tests.architecture.test_start import LATE
from tests.tree import ROOT

_CHILD = """
import json, os, sys
from pathlib import Path
from reviewer_app.ui.start import run_desk
from reviewer_app.ui.shell.stores import Stores

def opener(path):
    from db.workspace import open_workspace
    raise OSError("never asked")

def painted(window):
    print(json.dumps(sorted(sys.modules)), flush=True)
    window.close()
    os._exit(0)

path = Path(sys.argv[2]) if sys.argv[2] else None
sys.exit(run_desk(Stores(open=opener), path, settings_file=Path(sys.argv[1]), when_shown=painted))
"""


def modules_at_first_paint(tmp_path: Path, path: str) -> set[str]:
    command = [sys.executable, "-c", _CHILD, str(tmp_path / "settings.json"), path]
    done = subprocess.run(  # noqa: S603 # reason: our own code
        command, cwd=ROOT, capture_output=True, text=True, check=False, timeout=60, env={**os.environ}
    )
    assert done.returncode == 0, done.stderr
    return set(json.loads(done.stdout.splitlines()[-1]))


def test_the_start_page_needs_no_large_library(tmp_path: Path) -> None:
    loaded = modules_at_first_paint(tmp_path, "")
    assert {name.partition(".")[0] for name in loaded} & LATE == set()
    foreign = ("reviewer_app.exports", "reviewer_app.exchange", "reviewer_app.services", "reviewer_app.ui.pages", "db.")
    assert [name for name in loaded if name.startswith(foreign)] == []


def test_a_workspace_is_opened_after_the_first_paint(tmp_path: Path) -> None:
    loaded = modules_at_first_paint(tmp_path, "irgendwo.votum")
    assert "sqlalchemy" not in loaded
    assert "reviewer_app.ui.desk.desk" not in loaded


def test_a_cached_list_needs_neither_store_nor_rules() -> None:
    shown = ", ".join(f"reviewer_app.ui.{name}" for name in ("start", "desk.desk", "applications.presenter"))
    code = f"import json, sys, {shown}, db.cached_list; print(json.dumps(sorted(sys.modules)))"
    done = subprocess.run(  # noqa: S603 # reason: our own code
        [sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=True, timeout=60
    )
    loaded = set(json.loads(done.stdout.splitlines()[-1]))
    assert "reviewer_app.ui.applications.page" in loaded
    assert {name.partition(".")[0] for name in loaded} & LATE == set()
    heavy = (
        "reviewer_app.services.ports",
        "reviewer_app.domain.catalogue",
        "reviewer_app.domain.reviews.consolidation",
    )
    assert loaded & set(heavy) == set()


def test_pythons_own_import_stays_in_place() -> None:
    code = "import builtins; own = builtins.__import__; import reviewer_app.ui.start; print(builtins.__import__ is own)"
    command = [sys.executable, "-c", code]
    done = subprocess.run(  # noqa: S603 # reason: our own code
        command, cwd=ROOT, capture_output=True, text=True, check=True, timeout=60
    )
    assert done.stdout.split() == ["True"]
