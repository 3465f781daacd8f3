"""LibreOffice for tests: one profile for a whole process, because making one takes longer than to convert a file."""

import atexit
import shutil
import subprocess
import tempfile
from functools import cache
from pathlib import Path

import pytest

_SECONDS = 120


def soffice() -> str:
    """Give the program, or skip where there is none."""
    found = shutil.which("soffice")
    if found is None:
        pytest.skip("no soffice here: install libreoffice-calc-nogui to let it calculate the workbook")
    return found


@cache
def _profile() -> Path:
    """Give a profile that no other process uses: two at once on one, and the second writes nothing."""
    folder = Path(tempfile.mkdtemp(prefix="votum-office-"))
    atexit.register(shutil.rmtree, folder, ignore_errors=True)
    return folder


def converted(source: Path, ending: str, folder: Path) -> Path:
    """Convert a file into `folder` and give the result; its existence is the only sign of success."""
    command = [
        soffice(),
        f"-env:UserInstallation={_profile().as_uri()}",
        *("--headless", "--norestore", "--convert-to", ending, "--outdir", str(folder), str(source)),
    ]
    subprocess.run(command, check=True, capture_output=True, timeout=_SECONDS)  # noqa: S603  # our own arguments
    found = folder / f"{source.stem}.{ending.partition(':')[0]}"
    assert found.exists()
    return found
