"""`votum annotate` and `votum annotations` as a script calls them."""

import json
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from db.store import Store
from reviewer_app.domain.application import Annex, AnnexState, Application
from reviewer_app.domain.ids import ApplicationId, PersonId
from reviewer_app.domain.reviews.permissions import Role
from reviewer_app.domain.reviews.review import Person
from reviewer_app.exchange.catalogue.file import default_catalogue
from reviewer_app.services.annexes.passwords import forget_typed
from reviewer_app.services.applications.work_rows import read
from reviewer_app.services.applications.worklist import worklist
from tests.cli.conftest import Votum
from tests.factories.pages import annotated, pages
from tests.factories.papers import locked
from tests.services.conftest import NOW

NUMBER = "GC-2026-014"
TEXTS = [
    [(40, 200, "Erste Seite"), (40, 188, "von zweien")],
    [(40, 200, "54 Mitglieder, davon"), (40, 188, "30 aus der Wert-"), (40, 176, "schöpfung; 54 Mitglieder")],
]


@pytest.fixture
def workspace(tmp_path: Path) -> Path:
    """Give a round with one application, whose A03 has two pages of text and whose A04 is a scan."""
    path = tmp_path / "runde.votum"
    made = Store(lambda: NOW, lambda: tmp_path).begin(path, default_catalogue(), "Runde", date(2026, 10, 1))
    with made.unit_of_work() as uow:
        facts = uow.rounds.get()
        annexes = []
        for kind, data in (("A03", pages(TEXTS)), ("A04", pages([[]])), ("A07", b"a;b")):
            sha256, size = uow.files.add(iter([data]))
            media = "text/csv" if kind == "A07" else "application/pdf"
            annexes.append(Annex(kind, f"{kind}.pdf", sha256, size, media, pages=2))
        uow.applications.add(
            Application(
                ApplicationId("a" * 32), NUMBER, "Werratal", "aufnahme", facts.catalogue, annexes=tuple(annexes)
            ),
            "f" * 64,
        )
        for number, (name, role) in enumerate((("M. Adler", Role.REVIEWER), ("K. Tamm", Role.REVIEWER)), 1):
            uow.people.put(Person(PersonId(name), name, number, role))
        uow.rounds.put(replace(facts, me=PersonId("M. Adler")))
        uow.commit()
    made.close()
    return path


def listed(votum: Votum, workspace: Path, *words: str) -> list[dict[str, object]]:
    code, out, _ = votum("annotations", workspace, "--json", *words)
    document = json.loads(out)
    assert (code, document["format"]) == (0, 1)
    found: list[dict[str, object]] = document["annotations"]
    return found


def test_a_quote_over_two_lines_is_marked_and_listed(votum: Votum, workspace: Path) -> None:
    said = ("--criterion", "B1", "--direction", "for", "--note", "Trägt.")
    code, out, err = votum(
        "annotate", workspace, NUMBER, "A03", "--page", 2, "--quote", "30 aus der Wertschöpfung", *said
    )
    assert (code, out, err) == (0, "Angemerkt: A03, S. 2: „30 aus der Wertschöpfung“\n", "")
    (one,) = listed(votum, workspace, "--application", NUMBER)
    quads = one.pop("quads")
    assert isinstance(quads, list)
    assert [len(quad) for quad in quads] == [8, 8]
    assert quads[0][1] > quads[0][5] > quads[1][5]
    assert one.pop("id")
    assert one == {
        "application": NUMBER,
        "annex": "A03",
        "page": 2,
        "kind": "beleg",
        "criteria": ["B1"],
        "direction": "for",
        "author": "M. Adler",
        "created": NOW.isoformat(),
        "quote": "30 aus der Wertschöpfung",
        "note": "Trägt.",
        "origin": "votum",
        "state": "anchored",
        "style": "highlight",
        "rect": None,
        "field": None,
        "row": None,
        "column": None,
        "links": [{"criterion": "B1", "direction": "for"}],
        "tags": [],
        "private": False,
        "reworded": False,
        "changed": NOW.isoformat(),
        "file": "A03.pdf",
    }
    lines = votum("annotations", workspace)[1]
    assert lines == (
        f"{NUMBER}  A03, S. 2  ·  Beleg  ·  B1 (spricht dafür)  ·  M. Adler\n  30 aus der Wertschöpfung\n  Trägt.\n"
    )
    assert votum("check", workspace)[0] == 0


def test_an_area_is_cut_to_the_page(votum: Votum, workspace: Path) -> None:
    code, _, _ = votum("annotate", workspace, NUMBER, "a04", "--page", 1, "--rect=350,250,900,-5", "--kind", "frage")
    (one,) = listed(votum, workspace)
    assert (code, one["rect"], one["quads"], one["kind"]) == (0, [350.0, 0.0, 400.0, 250.0], [], "frage")
    assert (one["quote"], one["direction"], one["criteria"]) == ("", None, [])


def test_one_of_several_is_chosen_by_its_number(votum: Votum, workspace: Path) -> None:
    call = ("annotate", workspace, NUMBER, "A03", "--page", 2, "--quote", "54 Mitglieder")
    code, out, err = votum(*call)
    assert (code, out) == (1, "")
    assert (
        err == f"{NUMBER}, A03, 2: „54 Mitglieder“ steht 2-mal auf dieser Seite. Wählen Sie mit --nth 1 bis --nth 2.\n"
    )
    assert votum(*call, "--nth", 2)[0] == 0
    (one,) = listed(votum, workspace)
    assert isinstance(one["quads"], list)
    assert one["quads"][0][1] < 190


@pytest.mark.parametrize(
    ("words", "code"),
    [
        (("A03", "--page", "1", "--quote", "54 Mitglieder"), 1),
        (("A03", "--page", "2", "--quote", "54 Mitglieder", "--nth", "3"), 1),
        (("A03", "--page", "2", "--quote", " - "), 1),
        (("A03", "--page", "3", "--quote", "54"), 1),
        (("A04", "--page", "1", "--quote", "54"), 1),
        (("A05", "--page", "1", "--quote", "54"), 1),
        (("A07", "--page", "1", "--quote", "a"), 1),
        (("A03", "--page", "1", "--rect", "500,500,600,600"), 1),
        (("A03", "--page", "1", "--quote", "Erste", "--criterion", "Z9"), 1),
        (("A03", "--page", "1", "--quote", "Erste", "--note", "x" * 20_001), 1),
        (("A03", "--page", "1"), 2),
        (("A03", "--page", "0", "--quote", "Erste"), 2),
        (("A03", "--page", "1", "--quote", "Erste", "--rect", "0,0,1,1"), 2),
        (("A03", "--page", "1", "--rect", "0,0,0,9"), 2),
        (("A03", "--page", "1", "--rect", "0,0,nan,9"), 2),
        (("A03", "--page", "1", "--quote", "Erste", "--direction", "for"), 2),
        (("A03", "--page", "1", "--quote", "Erste", "--kind", "lob"), 2),
    ],
)
def test_what_cannot_be_marked_is_said_and_leaves_nothing(
    votum: Votum, workspace: Path, words: tuple[str, ...], code: int
) -> None:
    found, out, err = votum("annotate", workspace, NUMBER, *words)
    assert (found, out) == (code, "")
    assert 0 < len(err) < 400
    assert listed(votum, workspace) == []


def more_annexes(workspace: Path, tmp_path: Path, *added: tuple[str, str, bytes]) -> None:
    """Bring in a version that has more annexes of the kind, with name and bytes."""
    made = Store(lambda: NOW, lambda: tmp_path).open(workspace)
    with made.unit_of_work() as uow:
        before = uow.applications.find(NUMBER)
        assert before is not None
        annexes = []
        for kind, name, data in added:
            sha256, size = uow.files.add(iter([data]))
            annexes.append(Annex(kind, name, sha256, size, "application/pdf", pages=2))
        uow.applications.add(replace(before, version=2, annexes=(*before.annexes, *annexes)), "g" * 64)
        uow.commit()
    made.close()


def test_a_locked_annex_is_named_and_opens_with_its_password(votum: Votum, workspace: Path, tmp_path: Path) -> None:
    more_annexes(workspace, tmp_path, ("A06", "A06_Bericht.pdf", locked(pages(TEXTS))))
    secret = tmp_path / "kennwort.txt"
    secret.write_text("u\n", encoding="utf-8")
    call = ("annotate", workspace, NUMBER, "A06", "--page", 1, "--quote", "Erste Seite")
    code, _, err = votum(*call)
    assert (code, err.split(":")[0], "--passphrase-file" in err) == (1, f"{NUMBER}, A06_Bericht.pdf", True)
    assert votum(*call, "--passphrase-file", secret)[0] == 0
    forget_typed()


def test_annexes_of_one_kind_are_told_by_their_files(votum: Votum, workspace: Path, tmp_path: Path) -> None:
    others = [[(40, 200, "Grußwort")]], [[(40, 200, "Presse")]]
    names = ("Grusswort.pdf", "Presse.pdf")
    more_annexes(workspace, tmp_path, *(("A99", name, pages(each)) for name, each in zip(names, others, strict=True)))
    for name, words in zip(names, ("Grußwort", "Presse"), strict=True):
        assert votum("annotate", workspace, NUMBER, name, "--page", 1, "--quote", words)[0] == 0
    votum("annotate", workspace, NUMBER, "A03", "--page", 1, "--quote", "Erste Seite")
    assert [one["file"] for one in listed(votum, workspace)] == ["A03.pdf", *names]
    lines = votum("annotations", workspace)[1]
    assert all(f"A99, S. 1 ({name})" in lines for name in names)
    assert "A03, S. 1  ·" in lines
    found = votum("search", workspace, "Presse")[1]
    assert f"A99 S. 1 (Presse.pdf): Presse\n{NUMBER}  Anmerkung, A99 S. 1 (Presse.pdf): Presse" in found
    hits = json.loads(votum("search", workspace, "Presse", "--json")[1])["hits"]
    assert [one["file"] for one in hits] == ["Presse.pdf"] * 2


def test_an_application_that_is_not_there_is_said(votum: Votum, workspace: Path) -> None:
    assert votum("annotations", workspace, "--application", "X")[0] == 1
    assert votum("annotations", workspace)[1] == "Keine Anmerkungen.\n"


@pytest.mark.parametrize("name", ["b.xlsx", "b.md", "b.json"])
def test_evidence_is_written_as_the_ending_says(votum: Votum, workspace: Path, tmp_path: Path, name: str) -> None:
    votum("annotate", workspace, NUMBER, "A03", "--page", 1, "--quote", "Erste Seite", "--criterion", "B1")
    target = tmp_path / name
    code, out, err = votum("annotations", workspace, "--application", NUMBER, "--output", target)
    assert (code, out, err) == (0, f"Geschrieben: {target} (1 Anmerkung)\n", "")
    data = target.read_bytes()
    assert data.startswith(b"PK") or "Erste Seite" in data.decode()


def test_evidence_has_no_other_form(votum: Votum, workspace: Path, tmp_path: Path) -> None:
    assert votum("annotations", workspace, "--application", NUMBER, "--output", tmp_path / "b.pdf")[0] == 1
    assert list(tmp_path.glob("b.*")) == []


def test_without_an_application_the_evidence_of_all_is_written(votum: Votum, workspace: Path, tmp_path: Path) -> None:
    votum("annotate", workspace, NUMBER, "A03", "--page", 1, "--quote", "Erste Seite", "--criterion", "B1")
    target = tmp_path / "b.md"
    assert votum("annotations", workspace, "--output", target) == (0, f"Geschrieben: {target} (1 Anmerkung)\n", "")
    lines = target.read_text(encoding="utf-8").splitlines()
    assert lines[0].startswith("# Belege aller Anträge: ")
    assert [line.split()[1] for line in lines if line.startswith(("## ", "### "))] == [NUMBER, "B1"]


def test_annexes_are_written_with_their_annotations(votum: Votum, workspace: Path, tmp_path: Path) -> None:
    out = tmp_path / "out"
    assert votum("export", workspace, out, "--annotated") == (
        0,
        "Keine Anlage enthält eine Anmerkung, die weitergegeben werden darf.\n",
        "",
    )
    votum("annotate", workspace, NUMBER, "A03", "--page", 1, "--quote", "Erste Seite")
    votum("annotate", workspace, NUMBER, "A03", "--page", 2, "--quote", "30 aus der Wertschöpfung")
    file = out / f"Anmerkungen_{NUMBER}" / "A03.pdf"
    said = f"{file}  (2 Anmerkungen; Datei und Bestand stimmen überein)\n"
    assert votum("export", workspace, out, "--annotated", "--application", NUMBER) == (0, said, "")
    assert file.is_file()
    code, told, _ = votum("export", workspace, tmp_path / "every")
    assert (code, sorted(one.name for one in (tmp_path / "every").iterdir())) == (
        0,
        [f"Anmerkungen_{NUMBER}", f"Empfehlungsblatt_{NUMBER}.pdf", "Mappe.xlsx"],
    )
    assert told.count("\n") == 3


def test_annexes_are_written_with_names_only(votum: Votum, workspace: Path, tmp_path: Path) -> None:
    votum("annotate", workspace, NUMBER, "A03", "--page", 1, "--quote", "Erste Seite")
    code, _, err = votum("export", workspace, tmp_path / "a", "--annotated", "--variant", "pseudonymous")
    assert (code, err.partition(",")[0]) == (1, "PDF mit Anmerkungen gibt es nur in der Fassung mit Namen")
    code, _, _ = votum("export", workspace, tmp_path / "b", "--variant", "pseudonymous")
    assert (code, list((tmp_path / "b").glob("Anmerkungen_*"))) == (0, [])


def test_annotations_of_other_programs_come_in_with_their_annex(votum: Votum, workspace: Path, tmp_path: Path) -> None:
    folder = tmp_path / "GC-2026-777 Lichtnetz"
    folder.mkdir()
    (folder / "A03_Satzung.pdf").write_bytes(annotated(pages(TEXTS), (1, "30 aus der Wert-", {"T": "Ada", "NM": "n1"})))
    code, out, _ = votum("import", workspace, folder, "--json")
    assert code == 0
    said = [one for one in json.loads(out)["files"][0]["messages"] if one["code"] == "annotations_taken"]
    assert [(one["severity"], one["place"], one["message"][-2:]) for one in said] == [("note", "A03_Satzung.pdf", "1.")]
    assert json.loads(votum("import", workspace, folder, "--json")[1])["files"][0]["outcome"] == "unchanged"
    (one,) = listed(votum, workspace, "--application", "GC-2026-777")
    facts = {key: one[key] for key in ("annex", "page", "kind", "author", "quote", "origin", "state", "criteria")}
    assert facts == {
        "annex": "A03",
        "page": 2,
        "kind": "notiz",
        "author": "Ada",
        "quote": "30 aus der Wert-",
        "origin": "foreign",
        "state": "anchored",
        "criteria": [],
    }


def test_what_stands_in_annexes_of_the_store_is_taken_on_demand(votum: Votum, workspace: Path, tmp_path: Path) -> None:
    data = annotated(pages(TEXTS), (1, "30 aus der Wert-", {"T": "Ada", "NM": "n1"}))
    secret = tmp_path / "kennwort.txt"
    secret.write_text("falsch\nu\n", encoding="utf-8")
    made = Store(lambda: NOW, lambda: tmp_path).open(workspace)
    with made.unit_of_work() as uow:
        before = uow.applications.find(NUMBER)
        assert before is not None
        names = (("A05", data, AnnexState.READABLE), ("A06", locked(data), AnnexState.ENCRYPTED))
        annexes = []
        for kind, each, state in names:
            sha256, size = uow.files.add(iter([each]))
            annexes.append(Annex(kind, f"{kind}.pdf", sha256, size, "application/pdf", states=(state,)))
        uow.applications.add(replace(before, version=2, annexes=(*before.annexes, *annexes)), "g" * 64)
        uow.commit()
    made.close()
    assert listed(votum, workspace) == []
    code, out, err = votum("annotations", workspace, "--take", "--json")
    assert (code, err) == (0, "1 Anmerkung aus Anlagen importiert.\n")
    assert [one["annex"] for one in json.loads(out)["annotations"]] == ["A05"]
    code, _, err = votum("annotations", workspace, "--take", "--passphrase-file", secret)
    assert (code, err) == (0, "1 Anmerkung aus Anlagen importiert.\n")
    assert votum("annotations", workspace, "--take", "--passphrase-file", secret)[2].startswith("0 Anm")
    code, _, err = votum("annotations", workspace, "--passphrase-file", tmp_path / "fehlt.txt")
    assert (code, "Kennwörtern" in err) == (1, True)
    forget_typed()


TABLE = "application;reviewer;criterion;score;rationale\nGC-2026-014;K. Tamm;A1;3,5;Grund\n"


@pytest.mark.parametrize(
    "words",
    [
        ("import", "tabelle.csv"),
        ("annotate", NUMBER, "A03", "--page", "1", "--quote", "Erste Seite"),
        ("annotations", "--take"),
        ("search", "Werratal"),
    ],
)
def test_a_command_that_writes_leaves_the_list_for_the_next_opening(
    votum: Votum, workspace: Path, tmp_path: Path, words: tuple[str, ...]
) -> None:
    (tmp_path / "tabelle.csv").write_text(TABLE, encoding="utf-8")
    store = Store(lambda: NOW, lambda: tmp_path)
    assert not store.cached_list(workspace)
    command, *rest = (str(tmp_path / word) if word.endswith(".csv") else word for word in words)
    assert votum(command, workspace, *rest)[0] == 0
    kept = read(store.cached_list(workspace))
    opened = store.open(workspace, read_only=True)
    with opened.unit_of_work() as uow:
        assert kept == worklist(uow)
    opened.close()
