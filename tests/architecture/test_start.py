"""What is loaded at the start: a desk that loads spreadsheet and PDF libraries first keeps a person waiting."""

import json
import subprocess
import sys

from tests.tree import ROOT

LATE = {
    "alembic",
    "fontTools",
    "lxml",
    "openpyxl",
    "pikepdf",
    "PIL",
    "pypdfium2",
    "reportlab",
    "sqlalchemy",
}
"""Top-level packages that must not be loaded before the first paint."""


def modules_after(code: str) -> set[str]:
    """Run the code in an interpreter of its own and give the names of the top-level packages that are loaded then."""
    script = f"{code}\nimport json, sys\nprint(json.dumps(sorted({{m.partition('.')[0] for m in sys.modules}})))"
    command = [sys.executable, "-c", script]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True)  # noqa: S603  # our own code
    return set(json.loads(done.stdout.splitlines()[-1]))


def test_main_alone_loads_neither_qt_nor_a_large_library() -> None:
    assert modules_after("import main") & {*LATE, "PySide6"} == set()
