"""Commands as a script calls them: exit codes, one sentence on standard error, one JSON document on standard output."""

import json
from pathlib import Path

import pytest

from db.store import Store
from reviewer_app.cli.names import is_command, refuse_desk
from tests.cli.conftest import Votum
from tests.factories import rounds


@pytest.fixture
def workspace(votum: Votum, tmp_path: Path) -> Path:
    path = tmp_path / "runde.votum"
    assert votum("new", path, "--title", "Herbstrunde 2026", "--reference-date", "2026-10-01")[0] == 0
    return path


def a_table(folder: Path, score: str = "3,5") -> Path:
    keys = [f"{area}{number}" for area in "ABCD" for number in range(1, 6)]
    rows = [f"GC-2026-777;{name};{key};{score};Grund" for name in ("K. Tamm", "J. Brandes") for key in keys]
    path = folder / "tabelle.csv"
    path.write_text("\n".join(["application;reviewer;criterion;score;rationale", *rows]), encoding="utf-8")
    return path


def test_from_an_empty_round_to_figures(votum: Votum, workspace: Path, tmp_path: Path) -> None:
    code, out, _ = votum("import", workspace, a_table(tmp_path), "--create-missing", "--json")
    assert (code, json.loads(out)["files"][0]["outcome"]) == (0, "taken")
    listed = json.loads(votum("list", workspace, "--json")[1])["applications"]
    assert [(one["number"], one["reviews_submitted"], one["my_progress"], one["conflict"]) for one in listed] == [
        ("GC-2026-777", 2, [0, 20], "open")
    ]
    figures = json.loads(votum("consolidate", workspace, "--json")[1])["applications"][0]
    assert (figures["total"], figures["result"]) == (70.0, {"rule": "R5", "key": "admit"})
    assert figures["criteria"][0]["agreed"] == 3.5
    assert (figures["robustness"]["stable"], figures["robustness"]["flips"]) == (True, [])
    assert figures["robustness"]["margins"][0] == {"criterion": "A1", "to": 3.0, "rule": "R4"}
    said = votum("consolidate", workspace)[1]
    assert "  ◆ Knapp: Sinkt A1, A2, A3 oder eines von 17 weiteren um einen halben Schritt, wäre das Ergebnis " in said
    assert votum("check", workspace) == (0, f"{workspace}: alles in Ordnung.\n", "")


def test_what_one_is_excluded_from_stays_closed_here_too(votum: Votum, tmp_path: Path) -> None:
    path = rounds.make_round(tmp_path / "r.votum", rounds.ADLER)
    code, out, err = votum("consolidate", path, "--json")
    numbers = {one["number"] for one in json.loads(out)["applications"]}
    assert (code, len(numbers), "GC-2026-006" in numbers) == (0, 9, False)
    assert "GC-2026-006 ist nicht enthalten" in err
    code, out, err = votum("consolidate", path, "--application", "GC-2026-006")
    assert (code, out) == (1, "")
    assert "ausgeschlossen" in err


def test_a_table_without_compulsory_reasons_gives_drafts_and_names_review_and_criteria(
    votum: Votum, workspace: Path, tmp_path: Path
) -> None:
    path = a_table(tmp_path, "0")
    path.write_text(path.read_text("utf-8").replace("J. Brandes;B2;0;Grund", "J. Brandes;B2;0;"), "utf-8")
    code, out, _ = votum("import", workspace, path, "--create-missing")
    said = "Das Gutachten von J. Brandes zu GC-2026-777 bleibt ein Entwurf und zählt nicht mit: Begründung fehlt zu B2."
    assert (code, f"▲ tabelle.csv, Zeile 28: {said}" in out) == (0, True)
    (told,) = json.loads(votum("import", workspace, path, "--json")[1])["files"][0]["messages"]
    assert (told["severity"], told["code"], said in told["message"]) == ("warning", "table_rationale_required", True)
    reviews = json.loads(votum("consolidate", workspace, "--json")[1])["applications"][0]["reviews"]
    assert {one["reviewer"]: one["state"] for one in reviews} == {"K. Tamm": "submitted", "J. Brandes": "draft"}


def test_good_files_are_taken_bad_ones_named(votum: Votum, workspace: Path, tmp_path: Path) -> None:
    bad = tmp_path / "kaputt.csv"
    bad.write_text("application;reviewer;criterion;score\nGC-2026-777;K. Tamm;A1;9\n", encoding="utf-8")
    code, out, err = votum("import", workspace, bad, a_table(tmp_path), "--create-missing")
    assert code == 1
    assert "kaputt.csv, Zeile 2" in err
    assert "tabelle.csv: importiert" in out


@pytest.mark.parametrize(
    ("words", "code"),
    [
        (("list", "fehlt.votum"), 1),
        (("search", "x.votum"), 2),
        (("search", "fehlt.votum", "wort"), 1),
        (("verify", "x.pdf", "--json"), 2),
        (("template", "scoring", "x.xlsx"), 2),
        (("consolidate",), 2),
        (("new", "x.votum", "--reference-date", "2026-13-01"), 2),
        (("demo", "ordner", "--applications", "0"), 1),
    ],
)
def test_exit_codes_come_with_a_sentence(votum: Votum, words: tuple[str, ...], code: int) -> None:
    found, out, err = votum(*words)
    assert (found, out) == (code, "")
    assert err.strip().endswith((".", "."))
    assert "Traceback" not in err


@pytest.mark.parametrize(
    ("language", "words"), [("de", "TEXT Wörter nach ihrem Anfang;"), ("en", "TEXT words by their beginnings;")]
)
def test_every_argument_says_what_it_is_for(votum: Votum, language: str, words: str) -> None:
    """An argument without words would raise KeyError here, whatever command it belongs to."""
    code, out, _ = votum("--language", language, "search", "--help")
    assert code == 0
    assert words in " ".join(out.split())


def test_help_names_what_is_built(votum: Votum) -> None:
    code, out, _ = votum("--help")
    assert code == 0
    assert all(f"    {word} " in out for word in ("demo", "annotate", "consolidate", "catalogue"))
    assert not any(f"    {word} " in out for word in ("verify",))


def test_it_speaks_english_when_asked(votum: Votum) -> None:
    assert "was not found" in votum("list", "fehlt.votum", "--language", "en")[2]


def test_our_fault_leaves_a_report_without_contents(
    votum: Votum, workspace: Path, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    def fail(*_: object) -> None:
        raise ZeroDivisionError("Geheimnis")

    monkeypatch.setattr(Store, "check", fail)
    code, out, err = votum("check", workspace)
    assert (code, out) == (3, "")
    (report,) = (tmp_path / "incidents").iterdir()
    assert str(report) in err
    assert "Geheimnis" not in report.read_text(encoding="utf-8")


def test_nothing_is_left_beside_the_workspace(workspace: Path, votum: Votum, tmp_path: Path) -> None:
    votum("import", workspace, a_table(tmp_path), "--create-missing")
    beside = {file.name for file in tmp_path.iterdir() if file.name.startswith("runde")}
    assert {name for name in beside if "lock" not in name} == {"runde.votum"}


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        (["list", "x"], True),
        (["--language", "en", "list"], True),
        (["--passphrase-file", "kennwort.txt", "annotate"], True),
        (["--passphrase-file", "list", "runde.votum"], False),
        (["-h"], True),
        (["runde.votum"], False),
        ([], False),
    ],
)
def test_commands_are_told_from_workspaces(words: list[str], *, expected: bool) -> None:
    assert is_command(words) is expected


def test_the_desk_refuses_words_it_does_not_know(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    assert refuse_desk([Path("frobnicate")]) == 2
    for name in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"):
        monkeypatch.delenv(name, raising=False)
    assert refuse_desk([]) == 1
    assert "Bildschirm" in capsys.readouterr().err


def test_a_wrong_value_is_named(votum: Votum, tmp_path: Path) -> None:
    for words, value, name in (
        (("export", "r.votum", tmp_path, "--variant", "foo"), "foo", "--variant"),
        (("new", "r.votum", "--reference-date", "2026-13-01"), "2026-13-01", "--reference-date"),
        (("template", "form", "a.xlsx"), "form", "kind"),
    ):
        code, out, err = votum(*words)
        assert (code, out) == (2, "")
        assert err.startswith(f"„{value}“ ist kein Wert für {name}. So lässt sich votum nicht aufrufen.")


def test_a_template_overwrites_nothing(votum: Votum, tmp_path: Path) -> None:
    path = tmp_path / "Antrag.xlsx"
    path.write_text("wichtig", encoding="utf-8")
    code, out, err = votum("template", "application", path)
    assert (code, out, err) == (1, "", f"{path} gibt es schon. Bitte wählen Sie einen anderen Namen.\n")
    assert path.read_text(encoding="utf-8") == "wichtig"


@pytest.mark.parametrize(
    "command", [("list",), ("check",), ("consolidate",), ("search", "Wort"), ("annotations",), ("import", "t.csv")]
)
def test_what_cannot_be_read_is_a_document_too(votum: Votum, tmp_path: Path, command: tuple[str, ...]) -> None:
    code, out, err = votum(command[0], tmp_path / "fehlt.votum", *command[1:], "--json")
    error = json.loads(out)["error"]
    assert (code, json.loads(out)["format"], error["code"], error["message"] + "\n") == (1, 1, "workspace_missing", err)


def test_a_workspace_that_is_cut_is_shown_but_never_as_if_it_were_whole(
    votum: Votum, workspace: Path, tmp_path: Path
) -> None:
    votum("import", workspace, a_table(tmp_path), "--create-missing")
    data = workspace.read_bytes()
    workspace.write_bytes(data[: len(data) // 2])
    for command in ("list", "consolidate"):
        code, out, err = votum(command, workspace, "--json")
        assert (code, len(json.loads(out)["applications"])) == (1, 1)
        assert err.startswith("Das Ende der Arbeitsdatei fehlt.")
    code, _, err = votum("check", workspace)
    lines = err.splitlines()
    assert (code, lines[0]) == (1, "Das Ende der Datei fehlt.")
    assert len(lines) == len(set(lines)) < 8
    assert "page" not in err
