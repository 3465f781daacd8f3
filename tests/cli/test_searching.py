"""`votum search` as a script calls it: one document, the same answer whether the index can be kept or not."""

import json
import re
from collections.abc import Callable
from pathlib import Path

import pytest

from db.store import Store
from reviewer_app.cli.commands import run
from reviewer_app.domain.text.folding import folded_words
from tests.services.conftest import NOW
from tests.tree import ROOT

type Votum = Callable[..., tuple[int, str, str]]

KEYS = frozenset(
    ["application", "where", "annex", "page", "field", "snippet", "together", "row", "reviewer", "annotation", "file"]
)


@pytest.fixture
def votum(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Votum:
    def call(*words: object) -> tuple[int, str, str]:
        code = run([str(word) for word in words], Store(lambda: NOW, lambda: tmp_path), lambda: NOW)
        out = capsys.readouterr()
        return code, out.out, out.err

    return call


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> bytes:
    """Give a round of two applications without files, with the chair at the desk, as the bytes of its file."""
    folder = tmp_path_factory.mktemp("search")
    store = Store(lambda: NOW, lambda: folder)
    return store.demo(folder / "demo", applications=2, reviewers=2, seed=1, files=False).read_bytes()


@pytest.fixture
def demo(made: bytes, tmp_path: Path) -> Path:
    path = tmp_path / "demo.votum"
    path.write_bytes(made)
    return path


def test_all_hits_in_one_document(votum: Votum, demo: Path) -> None:
    code, out, err = votum("search", demo, "FOERDER", "--json")
    found = json.loads(out)
    assert (code, err, found["format"]) == (0, "", 1)
    assert found["hits"]
    assert all(set(hit) == KEYS for hit in found["hits"])
    assert all("förder" in hit["snippet"].lower() for hit in found["hits"])
    assert {hit["where"] for hit in found["hits"]} <= {"form", "rationale"}
    narrowed = json.loads(votum("search", demo, "foerder", "--json", "--application", "GC-2026-002")[1])["hits"]
    assert narrowed == [hit for hit in found["hits"] if hit["application"] == "GC-2026-002"]
    assert votum("check", demo)[0] == 0


def test_what_is_open_elsewhere_is_read_instead(votum: Votum, demo: Path, tmp_path: Path) -> None:
    held = Store(lambda: NOW, lambda: tmp_path).open(demo)
    try:
        read = votum("search", demo, '"in der Region"', "--json")
    finally:
        held.close()
    assert read == votum("search", demo, '"in der Region"', "--json")
    assert read[0] == 0


def test_the_example_of_the_readme_finds_what_it_says(votum: Votum, demo_file: Path) -> None:
    """Both words in every excerpt, first where they stand together, in each kind of text."""
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    asked, comment = re.findall(r"votum search \S+ \"([^\"]+)\" +# (.+)", readme)[0]
    found = json.loads(votum("search", demo_file, asked, "--json")[1])["hits"]
    kinds = {"form": "forms", "annex": "annexes", "rationale": "reasons", "annotation": "annotations"}
    assert all(word in comment for word in kinds.values())
    assert {hit["where"] for hit in found if hit["together"]} == set(kinds)
    for hit in found:
        assert all(f" {word}" in folded_words(hit["snippet"]) for word in folded_words(asked).split()), hit
    assert [hit["together"] for hit in found] == sorted((hit["together"] for hit in found), reverse=True)


@pytest.mark.parametrize(
    ("words", "code", "said"),
    [
        (("–",), 1, "Zum Suchen fehlt ein Wort"),
        (("wort", "--application", "GC-2026-999"), 1, "GC-2026-999"),
        (("wort", "--criterion", "Z9"), 1, "Z9"),
        ((), 2, "votum search"),
    ],
)
def test_what_cannot_be_searched_is_said(
    votum: Votum, demo: Path, words: tuple[str, ...], code: int, said: str
) -> None:
    found, out, err = votum("search", demo, *words)
    assert (found, out) == (code, "")
    assert said in err


def test_nothing_found_is_no_fault(votum: Votum, demo: Path) -> None:
    assert votum("search", demo, "Xylophonquartett") == (0, "Nichts gefunden.\n", "")
    assert json.loads(votum("search", demo, "Xylophonquartett", "--json")[1])["hits"] == []


def test_lines_name_the_place_in_words(votum: Votum, demo: Path) -> None:
    lines = votum("search", demo, "foerder")[1].splitlines()
    assert all(line.startswith("GC-2026-00") and ": " in line for line in lines)
    assert any("Begründung " in line for line in lines)
