"""What is loaded at the start: a desk that loads spreadsheet and PDF libraries first keeps a person waiting."""

import json
import subprocess
import sys
from pathlib import Path

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


NOT_FOR_A_LIST = {
    "reviewer_app.exchange.application_package",
    "reviewer_app.exports.workbook",
    "reviewer_app.services.export.exporting",
    "reviewer_app.services.intake.files",
    "reviewer_app.ui",
}


def modules_after(code: str) -> set[str]:
    """Run the code in an interpreter of its own and give the names of the modules that are loaded then."""
    script = f"{code}\nimport json, sys\nprint(json.dumps(sorted(sys.modules)))"
    command = [sys.executable, "-c", script]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True)  # noqa: S603  # our own code
    return set(json.loads(done.stdout.splitlines()[-1]))


def test_main_alone_loads_neither_qt_nor_a_large_library() -> None:
    assert modules_after("import main") & {*LATE, "PySide6"} == set()


def test_a_list_on_the_terminal_loads_what_it_needs(demo_file: Path) -> None:
    loaded = modules_after(f"import main, sys\nsys.argv = ['votum', 'list', {str(demo_file)!r}]\nmain.main()")
    assert "sqlalchemy" in loaded
    assert loaded & (LATE - {"sqlalchemy"} | {"PySide6"} | NOT_FOR_A_LIST) == set()
