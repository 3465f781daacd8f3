"""The demo round, built once and kept between runs until anything that makes it changes."""

import hashlib
import shutil
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.tree import ROOT

_MAKERS = ("resources/demo", "resources/catalogues", "resources/i18n/messages", "reviewer_app", "db")
_ENDINGS = {".py", ".toml"}


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
    from db.workspace import create_workspace
    from reviewer_app.services.demonstrating import write_demo

    kept = Path(request.config.cache.mkdir("demo")) if request.config.cache else Path(tempfile.mkdtemp())
    whole = kept / _identity()
    if not whole.is_dir():
        for old in kept.iterdir():
            shutil.rmtree(old, ignore_errors=True)
        with tempfile.TemporaryDirectory(dir=kept) as beside:
            made = Path(beside, "demo")
            write_demo(made, create_workspace, applications=12, reviewers=5, seed=1, files=True)
            if not whole.is_dir():
                made.rename(whole)
    return whole


@pytest.fixture
def demo_file(demo_folder: Path, tmp_path: Path) -> Iterator[Path]:
    """Give a copy of the demo's workspace that a test may change."""
    copied = tmp_path / "demo.votum"
    shutil.copyfile(demo_folder / "demo.votum", copied)
    yield copied
    copied.unlink(missing_ok=True)
