"""The start does not pay for exports: what writes files is imported when a file is written."""

import subprocess
import sys

from tests.tree import ROOT

_CODE = """
import sys
import reviewer_app.exports.annotated, reviewer_app.exports.figures, reviewer_app.exports.sheet
print(sorted({"reportlab", "pikepdf", "fontTools", "PIL", "lxml"} & set(sys.modules)))
"""


def test_exports_import_no_library_before_they_are_used() -> None:
    run = subprocess.run([sys.executable, "-c", _CODE], cwd=ROOT, capture_output=True, text=True, check=True)  # noqa: S603  # our own code
    assert run.stdout.strip() == "[]"
