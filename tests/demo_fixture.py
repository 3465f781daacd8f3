"""The demo round, built once and kept between runs until anything that makes it changes."""

import hashlib
import shutil
import subprocess
import sys
import tempfile
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest

from db.sqlite_files.lock import FileLock
from reviewer_app.domain.errors import WorkspaceError
from tests.tree import ROOT

_MAKERS = ("resources/demo", "resources/catalogues", "resources/i18n/messages", "reviewer_app", "db")
_ENDINGS = {".py", ".toml"}
_LOOK_AGAIN = 0.1
"""Seconds after which a process looks whether another has made it."""

_MAKE = """
import sys
from pathlib import Path
from db.workspace import create_workspace
from reviewer_app.demo.building import write_demo
write_demo(Path(sys.argv[1]), create_workspace, applications=12, reviewers=5, seed=1, files=True)
"""


def _identity() -> str:
    digest = hashlib.sha256()
    for folder in _MAKERS:
        for file in sorted((ROOT / folder).rglob("*")):
            if file.suffix in _ENDINGS and "ui" not in file.parts:
                digest.update(file.relative_to(ROOT).as_posix().encode())
                digest.update(file.read_bytes())
    return digest.hexdigest()[:24]


@pytest.fixture(scope="session")
def demo_folder(request: pytest.FixtureRequest) -> Path:
    """Give the folder that `votum demo` writes: read it, never write to it."""
    kept = Path(request.config.cache.mkdir("demo")) if request.config.cache else Path(tempfile.mkdtemp())
    whole = kept / _identity()
    while not whole.is_dir():
        try:
            lock = FileLock.acquire(kept / "making", "writing")
        except WorkspaceError:
            threading.Event().wait(_LOOK_AGAIN)
            continue
        try:
            if not whole.is_dir():
                _make(kept, whole)
        finally:
            lock.release()
    return whole


def _make(kept: Path, whole: Path) -> None:
    """Let a process of its own make it, which nobody measures line by line."""
    for old in kept.iterdir():
        if old.is_dir():
            shutil.rmtree(old, ignore_errors=True)
    with tempfile.TemporaryDirectory(dir=kept) as beside:
        made = Path(beside, "demo")
        subprocess.run([sys.executable, "-c", _MAKE, str(made)], check=True, cwd=ROOT)  # noqa: S603 # our own words
        made.rename(whole)


@pytest.fixture
def demo_file(demo_folder: Path, tmp_path: Path) -> Iterator[Path]:
    """Give a copy of the demo's workspace that a test may change."""
    copied = tmp_path / "demo.votum"
    shutil.copyfile(demo_folder / "demo.votum", copied)
    yield copied
    copied.unlink(missing_ok=True)
