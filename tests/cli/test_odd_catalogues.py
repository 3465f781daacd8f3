"""Catalogues of every size and scale go the whole way: one criterion, sixty, quarters, numbers below nought."""

import json
from collections.abc import Callable
from fractions import Fraction
from pathlib import Path

import pytest

from db.store import Store
from reviewer_app.cli.commands import run
from tests.factories.odd_rounds import catalogue_text
from tests.services.conftest import NOW

ODD = "مرحبا 🙂 \N{RIGHT-TO-LEFT OVERRIDE}Grund"


def a_table(areas: int, each: int, score: str) -> str:
    keys = [f"{area}{number}" for area in "ABCDEFGHIJKL"[:areas] for number in range(1, each + 1)]
    rows = [f"X-1;{who};{key};{score};{ODD}" for who in ("Ä. Öz", "مريم", "🙂 T") for key in keys]
    return "\n".join(["application;reviewer;criterion;score;rationale", *rows])


@pytest.mark.parametrize(
    ("size", "scale", "score"),
    [
        ((1, 1), (1, 10, "1"), "7"),
        ((12, 5), (0, 5, "0.5"), "3,5"),
        ((3, 4), (0, 4, "0.25"), "2,75"),
        ((2, 2), (-2, 2, "1"), "-1"),
    ],
)
def test_from_catalogue_to_figures(
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
    size: tuple[int, int],
    scale: tuple[int, int, str],
    score: str,
) -> None:
    call = caller(tmp_path)
    catalogue, table, workspace = tmp_path / "k.toml", tmp_path / "t.csv", tmp_path / "r.votum"
    catalogue.write_text(catalogue_text(*size, scale), encoding="utf-8")
    table.write_text(a_table(*size, score), encoding="utf-8")
    assert call("new", workspace, "--catalogue", catalogue) == 0
    assert call("import", workspace, table, "--create-missing") == 0
    capsys.readouterr()
    assert call("consolidate", workspace, "--json") == 0
    (found,) = json.loads(capsys.readouterr().out)["applications"]
    exact = Fraction(score.replace(",", "."))
    assert found["total"] == pytest.approx(float(size[0] * size[1] * exact / scale[1]))
    assert (found["result"], found["reason"]) == (None, "no_rules")
    assert {one["agreed"] for one in found["criteria"]} == {float(exact)}
    assert call("check", workspace) == 0


def caller(folder: Path) -> Callable[..., int]:
    (folder / "data").mkdir()
    store = Store(lambda: NOW, lambda: folder / "data")
    return lambda *words: run([str(word) for word in words], store, lambda: NOW)
