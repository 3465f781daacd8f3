"""The lock names versions and hashes and nothing of the machine that made it."""

import re
import tomllib

from tests.tree import ROOT

_LOCK = (ROOT / "requirements.lock").read_text(encoding="utf-8")


def _normal(name: str) -> str:
    return re.sub(r"[-_.]+", "-", name).lower()


def test_lock_holds_no_address_and_no_path() -> None:
    wrong = re.compile(r"://|file:|^-|\s/|@ ")
    assert _LOCK.strip()
    assert [line for line in _LOCK.splitlines() if wrong.search(line.replace(" --hash=", " ")) is not None] == []


def test_every_locked_package_has_a_hash() -> None:
    entries = re.split(r"\n(?=\S)", _LOCK.strip())
    assert len(entries) > 1
    assert [entry for entry in entries if "--hash=sha256:" not in entry or "==" not in entry] == []


def test_everything_the_project_asks_for_is_locked() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    asked = [*project["dependencies"], *project["optional-dependencies"]["dev"]]
    names = {_normal(re.split(r"[\s=<>~!;\[]", text)[0]) for text in asked}
    assert names - set(re.findall(r"^([\w.-]+)==", _LOCK, re.MULTILINE)) == set()
