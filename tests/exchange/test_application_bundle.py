"""Packages: what is in them, which annex is which, what a folder's name says."""

from pathlib import Path

import pytest

from reviewer_app.domain.application import AnnexState
from reviewer_app.exchange.application_package import (
    PackedFile,
    Parts,
    kind_of,
    number_and_name,
    read_package,
    sort_out,
)
from reviewer_app.exchange.catalogue.file import default_catalogue
from tests.factories import filled_forms as forms
from tests.factories.bad_files import archive
from tests.factories.papers import active, locked, paper

PATTERN = r"GC-\d{4}-\d{3,5}"


@pytest.mark.parametrize(
    ("path", "kind"),
    [
        ("A03_Strategie.pdf", "A03"),
        ("a07 Organigramm.pdf", "A07"),
        ("A03/v2.pdf", "A03"),
        ("Satzung.pdf", "A02"),
        ("Kooperationsvereinbarung.pdf", "A02"),
        ("Kooperationen_2026.pdf", "A16"),
        ("Tätigkeitsbericht 2025.pdf", "A06"),
        ("Taetigkeitsbericht.pdf", "A06"),
        ("Massnahmen.pdf", "A04"),
        ("Mitgliederliste.xlsx", "A01"),
        ("A0345.pdf", "A99"),
        ("Brief.pdf", "A99"),
    ],
)
def test_kinds_are_guessed_from_names(path: str, kind: str) -> None:
    assert kind_of(PackedFile(path, b""), default_catalogue(), {}, {}) == kind


def test_the_form_and_the_person_know_better() -> None:
    one = PackedFile("Brief.pdf", b"")
    assert kind_of(one, default_catalogue(), {"brief.pdf": "A10"}, {}) == "A10"
    assert kind_of(one, default_catalogue(), {"brief.pdf": "A10"}, {"Brief.pdf": "A13"}) == "A13"


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("GC-2026-014 Photonikverbund Werratal", ("GC-2026-014", "Photonikverbund Werratal")),
        ("GC-2026-014_Photonik_Werratal", ("GC-2026-014", "Photonik Werratal")),
        ("Antrag GC-2026-01400", ("GC-2026-01400", "Antrag")),
        ("Unterlagen", ("", "")),
    ],
)
def test_number_and_name_are_read_from_a_folder(text: str, found: tuple[str, str]) -> None:
    assert number_and_name(text, PATTERN) == found


def package(tmp_path: Path, *entries: tuple[str, bytes], name: str = "GC-2026-014.antrag") -> Parts:
    path = tmp_path / name
    path.write_bytes(archive(*entries))
    return sort_out(read_package(path), default_catalogue(), {})


def test_a_package_is_laid_out_as_form_and_annexes(tmp_path: Path) -> None:
    parts = package(
        tmp_path,
        ("Antrag/mein Formular.xlsx", forms.workbook(annexes={"A03": "Plan.pdf", "A06": "fehlt.pdf"})),
        ("Antrag/Plan.pdf", paper("Strategie", "Ziele")),
        ("Antrag/A09_Audit.pdf", locked()),
        ("Antrag/A12.pdf", active("javascript")),
        ("Antrag/__MACOSX/._Plan.pdf", b"junk"),
        ("Antrag/Thumbs.db", b"junk"),
    )
    assert parts.form_file == "mein Formular.xlsx"
    assert [(one.annex.kind, one.annex.name, one.annex.states) for one in parts.annexes] == [
        ("A03", "Plan.pdf", (AnnexState.READABLE,)),
        ("A09", "A09_Audit.pdf", (AnnexState.ENCRYPTED,)),
        ("A12", "A12.pdf", (AnnexState.ACTIVE,)),
    ]
    assert [one.code for one in parts.findings] == ["package_annex_javascript", "package_not_enclosed"]


def test_a_workspace_in_a_folder_is_passed_over_unread(tmp_path: Path) -> None:
    folder = tmp_path / "GC-2026-014 Werratal"
    folder.mkdir()
    (folder / "A03_Plan.pdf").write_bytes(paper("Strategie"))
    (folder / "Runde.votum").write_bytes(b"SQLite format 3\0")
    for ending in ("-wal", "-shm", ".lock"):
        (folder / f"Runde.votum{ending}").write_bytes(b"")
    assert [one.name for one in read_package(folder).files] == ["A03_Plan.pdf"]


def test_a_file_of_another_type_is_marked(tmp_path: Path) -> None:
    parts = package(
        tmp_path,
        ("A13_Befragung.pdf", archive(("word/document.xml", b"<w/>"))),
        ("A05_Finanzplan.xlsx", forms.filled()[:5000]),
        ("A02_Satzung.docx", paper("Satzung")),
    )
    assert [(one.annex.kind, one.annex.states) for one in parts.annexes] == [
        ("A02", (AnnexState.READABLE,)),
        ("A05", (AnnexState.WRONG_TYPE,)),
        ("A13", (AnnexState.WRONG_TYPE,)),
    ]
    assert [one.code for one in parts.findings] == ["package_annex_ending"]


def test_a_name_that_says_nothing_is_remarked(tmp_path: Path) -> None:
    parts = package(tmp_path, ("Brief.pdf", paper("a")), ("A99_Presse.pdf", paper("b")))
    assert [(one.code, one.place.file, one.found) for one in parts.findings] == [
        ("package_annex_unnamed", "Brief.pdf", "A99")
    ]


def test_names_that_meet_keep_their_folder(tmp_path: Path) -> None:
    parts = package(tmp_path, ("a/LoI.pdf", paper("a")), ("b/LoI.pdf", paper("b")))
    assert [one.annex.name for one in parts.annexes] == ["a – LoI.pdf", "b – LoI.pdf"]


def test_names_of_old_packers_are_read(tmp_path: Path) -> None:
    data = archive(("Taetigkeit.pdf", paper("x")))
    old = data.replace(b"Taetigkeit.pdf", "T\u00e4tigkeit_.pdf".encode("cp850"))
    (tmp_path / "GC-2026-014.zip").write_bytes(old)
    assert [one.name for one in read_package(tmp_path / "GC-2026-014.zip").files] == ["Tätigkeit_.pdf"]


def test_the_same_files_have_the_same_fingerprint(tmp_path: Path) -> None:
    folder = tmp_path / "GC-2026-014"
    folder.mkdir()
    (folder / "A03.pdf").write_bytes(paper("x"))
    (tmp_path / "a.zip").write_bytes(archive(("A03.pdf", paper("x"))))
    assert read_package(folder).fingerprint == read_package(tmp_path / "a.zip").fingerprint
