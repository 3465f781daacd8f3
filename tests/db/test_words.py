"""Everything the store can say has words, whatever is wrong."""

import re
from pathlib import Path

import pytest

import db
from db import integrity
from db.sqlite_files.salvage import AREAS, notices
from resources import messages
from resources.languages import LANGUAGES

SOURCES = [file.read_text(encoding="utf-8") for file in sorted(Path(db.__path__[0]).rglob("*.py"))]
RAISED = {code for source in SOURCES for code in re.findall(r'(?:Workspace|Broken)Error\(\s*"(\w+)"', source)} | {
    code for source in SOURCES for code in re.findall(r'(?:errno|sqlite3)\.\w+: "(\w+)"', source)
}
SCHEMA = {f"workspace_schema_{how}" for how in ("foreign", "changed", "missing")}
SAID = {
    "workspace_read_only",
    "workspace_upgraded",
    "workspace_foreign_log",
    "workspace_cut",
    *notices(AREAS),
    *notices(()),
}
FOUND = {*re.findall(r'Problem\("(\w+)"', Path(integrity.__file__).read_text(encoding="utf-8")), *integrity._TROUBLE}


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize(
    "key",
    sorted(
        [f"error.{code}" for code in RAISED | SCHEMA]
        + [f"notice.{code}" for code in SAID]
        + [f"problem.{code}" for code in FOUND]
    ),
)
def test_it_has_words(key: str, language: str) -> None:
    params = {"place": "Runde.votum", "since": "09:12", "name": "x", "found": 2, "known": 1, "key": "k", "detail": "d"}
    assert messages.text(key, language, **params)


def test_the_sources_are_looked_at() -> None:
    assert {"workspace_locked", "disk_full", "not_in_store"} <= RAISED
    assert len(FOUND) == 15
