"""The command line as a script calls it: words in, exit code, standard output and standard error out."""

from collections.abc import Callable
from pathlib import Path

import pytest

from db.store import Store
from reviewer_app.cli.commands import run
from tests.services.conftest import NOW

type Votum = Callable[..., tuple[int, str, str]]


@pytest.fixture
def votum(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Votum:
    def call(*words: object) -> tuple[int, str, str]:
        store = Store(lambda: NOW, lambda: tmp_path)
        code = run([str(word) for word in words], store, lambda: NOW)
        out = capsys.readouterr()
        return code, out.out, out.err

    return call
