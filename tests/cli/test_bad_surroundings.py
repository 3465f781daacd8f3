"""Commands in odd surroundings: wrong targets, full disks, pipes that hold no umlaut, names that are no text."""

import errno
import io
import json
import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from db.store import Store
from reviewer_app.cli.commands import run
from reviewer_app.domain.reviews.permissions import Role
from reviewer_app.services.round import introduce
from tests.factories import pages
from tests.services.conftest import NOW
from tests.tree import ROOT

type Votum = Callable[..., tuple[int, str, str]]


@pytest.fixture
def votum(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Votum:
    def call(*words: object) -> tuple[int, str, str]:
        code = run([str(word) for word in words], Store(lambda: NOW, lambda: tmp_path / "data"), lambda: NOW)
        out = capsys.readouterr()
        return code, out.out, out.err

    (tmp_path / "data").mkdir()
    return call


def a_file(folder: Path) -> Path:
    path = folder / "datei.txt"
    path.write_bytes(b"\xff\x00")
    return path


CASES: dict[str, Callable[[Path], tuple[object, ...]]] = {
    "demo where a file lies": lambda here: ("demo", a_file(here), "--no-files"),
    "demo below a file": lambda here: ("demo", a_file(here) / "x", "--no-files"),
    "new below a file": lambda here: ("new", a_file(here) / "x.votum"),
    "new with a catalogue that is no text": lambda here: ("new", here / "x.votum", "--catalogue", a_file(here)),
    "new with a catalogue that is not there": lambda here: ("new", here / "x.votum", "--catalogue", here / "nix"),
    "new over a folder": lambda here: ("new", here),
    "template over a folder": lambda here: ("template", "application", here),
    "template below a file": lambda here: ("template", "application", a_file(here) / "x.xlsx"),
    "template without a form": lambda here: ("template", "application", here / "x.xlsx", "--catalogue", a_file(here)),
    "export over a file": lambda here: ("export", workspace(here), a_file(here)),
    "export of nobody": lambda here: ("export", workspace(here), here / "o", "--application", "nix"),
    "check of a folder": lambda here: ("check", here),
    "check of a text": lambda here: ("check", a_file(here)),
    "import of the workspace": lambda here: ("import", workspace(here), here / "r.votum"),
    "import of a device": lambda here: ("import", workspace(here), os.devnull),
    "catalogue that is a folder": lambda here: ("catalogue", "check", here),
    "a name that is too long": lambda here: ("new", here / ("x" * 300 + ".votum")),
}


def workspace(folder: Path) -> Path:
    path = folder / "r.votum"
    assert run(["new", str(path)], Store(lambda: NOW, lambda: folder / "data"), lambda: NOW) == 0
    return path


@pytest.mark.parametrize("case", CASES)
def test_each_is_one_sentence_and_code_1(votum: Votum, tmp_path: Path, case: str) -> None:
    words = CASES[case](tmp_path)
    code, _, err = votum(*words)
    assert code == 1
    assert err.strip().endswith(".")
    assert ": ." not in err
    assert "Zeile 0" not in err
    assert len(err.strip().splitlines()) <= 3


@pytest.mark.parametrize(("number", "said"), [(errno.ENOSPC, "kein Platz"), (errno.EROFS, "nicht geschrieben")])
def test_a_full_or_locked_disk_is_no_fault_of_ours(
    votum: Votum, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, number: int, said: str
) -> None:
    def refuse(*_: object, **__: object) -> None:
        raise OSError(number, "x", str(tmp_path / "ziel"))

    monkeypatch.setattr(Store, "demo", refuse)
    code, _, err = votum("demo", tmp_path / "d")
    assert code == 1
    assert said in err
    assert "ziel" in err


def test_a_pipe_without_umlauts_takes_text_and_utf_8_json(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = workspace(tmp_path)
    table = tmp_path / "tabelle.csv"
    table.write_text("application;reviewer;criterion;score\nÄ🙂-1;K. Tamm;A1;3\n", encoding="utf-8")
    monkeypatch.setattr(sys, "stdout", io.TextIOWrapper(io.BytesIO(), "ascii"))
    store = Store(lambda: NOW, lambda: tmp_path / "data")
    assert run(["import", str(path), str(table), "--create-missing"], store, lambda: NOW) == 0
    assert run(["list", str(path)], store, lambda: NOW) == 0
    out = io.TextIOWrapper(io.BytesIO(), "ascii")
    monkeypatch.setattr(sys, "stdout", out)
    assert run(["list", str(path), "--json"], store, lambda: NOW) == 0
    out.flush()
    assert isinstance(out.buffer, io.BytesIO)
    assert json.loads(out.buffer.getvalue().decode("utf-8"))["applications"][0]["number"] == "Ä🙂-1"


@pytest.mark.skipif(sys.platform != "linux", reason="only there a name may be any bytes")
def test_a_name_that_is_no_text_is_named_all_the_same(votum: Votum, tmp_path: Path) -> None:
    path = workspace(tmp_path)
    odd = Path(os.fsdecode(bytes(tmp_path) + b"/\xff\xfe.csv"))
    odd.write_bytes(b"\0")
    code, _, err = votum("import", path, odd)
    assert code == 1
    assert "abgelehnt" in err
    code, out, _ = votum("import", path, odd, "--json")
    assert code == 1
    assert json.loads(out)["files"][0]["outcome"] == "refused"


def test_what_libraries_say_to_each_other_about_a_file_reaches_no_terminal(votum: Votum, tmp_path: Path) -> None:
    path, folder, number = workspace(tmp_path), tmp_path / "GC-2026-900 Lichtnetz", "GC-2026-900"
    folder.mkdir()
    data = pages.page((20, 280, "Satzung")).replace(b"/PageMode /UseNone", b"/Metadata 99 0 R")
    broken = b"99 0 obj <</Type/Metadata/Subtype/XML/Length 4>> stream\n<x/>\nendstream endobj\n"
    (folder / "A03_Satzung.pdf").write_bytes(
        data.replace(b"2 0 obj", broken + b"2 0 obj", 1).rpartition(b"startxref")[0]
    )
    assert votum("import", path, folder)[0] == 0
    made = Store(lambda: NOW, lambda: tmp_path / "data").open(path)
    with made.unit_of_work() as uow:
        introduce(uow, "M. Adler", Role.CHAIR)
    made.close()
    assert votum("annotate", path, number, "A03", "--page", "1", "--quote", "Satzung")[0] == 0
    call = [sys.executable, str(ROOT / "main.py"), "export", str(path), str(tmp_path / "ziel"), "--annotated"]
    here = os.environ | {"XDG_DATA_HOME": str(tmp_path), "LOCALAPPDATA": str(tmp_path)}
    done = subprocess.run(call, capture_output=True, text=True, env=here, timeout=60, check=False)  # noqa: S603  # ourselves
    assert (done.returncode, done.stderr) == (0, "")
