"""The preview says what taking would do, by the same code, and leaves everything as it was."""

from pathlib import Path

import pytest

from reviewer_app.domain.localised import Localised, read
from reviewer_app.services.intake.files import Intake, take
from reviewer_app.services.intake.preview import (
    Choice,
    Compared,
    PreviewLine,
    PreviewRequest,
    PreviewState,
    Unknown,
    preview,
)
from reviewer_app.services.ports import Workspace
from tests.factories import filled_forms as forms
from tests.factories.papers import paper
from tests.services.conftest import NOW
from tests.services.intake.test_files import NUMBER, folder, form

HEAD = "application;reviewer;criterion;score;rationale\n"


def table(base: Path, *rows: str, name: str = "punkte.csv") -> Path:
    path = base / name
    path.write_text(HEAD + "\n".join(rows) + "\n", encoding="utf-8")
    return path


def taken(workspace: Workspace, path: Path) -> None:
    with workspace.unit_of_work() as uow:
        take(uow, path, NOW)


def seen(workspace: Workspace, *files: Path | PreviewRequest) -> tuple[PreviewLine, ...]:
    with workspace.unit_of_work() as uow:
        found = preview(uow, [one if isinstance(one, PreviewRequest) else PreviewRequest(one) for one in files], NOW)
    assert found is not None
    return found


def test_nothing_changes_before_it_is_taken(workspace: Workspace, tmp_path: Path) -> None:
    with workspace.unit_of_work() as uow:
        before = uow.rounds.last_change()
    line, review = seen(workspace, form(tmp_path), table(tmp_path, "GC-2026-014;K. Tamm;A1;3,5;Grund"))
    assert [line.state, review.state] == [PreviewState.NEW, PreviewState.NEW]
    with workspace.unit_of_work() as uow:
        assert uow.applications.find(NUMBER) is None
        assert uow.reviews.counts().reviews == 0
        assert uow.rounds.last_change() == before


def test_an_application_comes_with_what_it_holds(workspace: Workspace, tmp_path: Path) -> None:
    (line,) = seen(workspace, folder(tmp_path, f"{NUMBER} Lichtnetz", A03=paper("x", "y"), Brief=paper("z")))
    assert (line.number, line.name, line.version, line.has_form) == (NUMBER, "Lichtnetz", 1, False)
    assert [(one.name, one.kind, one.pages) for one in line.annexes] == [("A03.pdf", "A03", 2), ("Brief.pdf", "A99", 1)]
    assert ("A03", "Clusterstrategie") in [(key, read(title, "de")) for key, title in line.kinds]


def test_a_newer_form_says_field_by_field_what_it_changes(workspace: Workspace, tmp_path: Path) -> None:
    taken(workspace, form(tmp_path))
    (line,) = seen(workspace, form(tmp_path, koepfe=6, cmo_plz="01069"))
    assert (line.state, line.version) == (PreviewState.REPLACED, 2)
    assert {(read(one.label, "de"), one.here, one.there) for one in line.changes} >= {
        ("Postleitzahl", "01067", "01069")
    }
    (again,) = seen(workspace, form(tmp_path))
    assert (again.state, again.is_taken) == (PreviewState.KNOWN, False)


def test_a_later_file_sees_what_an_earlier_one_brings(workspace: Workspace, tmp_path: Path) -> None:
    first, second = form(tmp_path, "1.xlsx"), form(tmp_path, "2.xlsx", koepfe=6)
    assert [one.state for one in seen(workspace, first, second)] == [PreviewState.NEW, PreviewState.REPLACED]


def test_a_table_has_a_line_for_each_review(workspace: Workspace, tmp_path: Path) -> None:
    rows = ["GC-2026-014;K. Tamm;A1;3,5;Grund", "GC-2026-014;K. Tamm;B1;2;", "GC-2026-002;K. Tamm;A1;4;"]
    taken(workspace, table(tmp_path, *rows))
    later = table(tmp_path, rows[0].replace("3,5", "4,0"), *rows[1:], "GC-2026-002;M. Adler;A1;4;")
    changed, known, new = seen(workspace, later)
    assert (changed.reviewer, changed.state, changed.criteria) == ("K. Tamm", PreviewState.REPLACED, ("A1",))
    assert changed.changes == (Compared("A1", Localised("3,5", en="3.5"), Localised("4,0", en="4.0")),)
    assert (known.number, known.state) == ("GC-2026-002", PreviewState.KNOWN)
    assert (new.reviewer, new.state, new.values, new.changes) == ("M. Adler", PreviewState.NEW, 1, ())


def test_a_review_that_lacks_a_compulsory_reason_says_so_in_its_own_line(workspace: Workspace, tmp_path: Path) -> None:
    fine, lacking = seen(workspace, table(tmp_path, "GC-2026-014;K. Tamm;A1;5;Grund", "GC-2026-014;M. Adler;A1;5;"))
    assert (fine.findings, [one.code for one in lacking.findings]) == ((), ["table_rationale_required"])


def test_a_refused_table_leaves_nothing_for_a_later_one(workspace: Workspace, tmp_path: Path) -> None:
    bad = table(tmp_path, "GC-2026-014;K. Tamm;A1;3,5;", "NEU-1;K. Tamm;A1;3;", name="1.csv")
    good = table(tmp_path, "GC-2026-014;K. Tamm;A1;3,5;", name="2.csv")
    assert [one.state for one in seen(workspace, bad, good)] == [PreviewState.CHECK, PreviewState.NEW]


def test_unknown_applications_are_added_when_a_person_says_so(workspace: Workspace, tmp_path: Path) -> None:
    path = table(tmp_path, "NEU-1;K. Tamm;A1;3;", "NEU-2;K. Tamm;A1;3;")
    (line,) = seen(workspace, path)
    assert (line.choice, line.unknown) == (Choice.CREATE_MISSING, Unknown(("NEU-1", "NEU-2")))
    chosen = seen(workspace, PreviewRequest(path, Intake(create_missing=True)))
    assert [(one.number, one.state) for one in chosen] == [("NEU-1", PreviewState.NEW), ("NEU-2", PreviewState.NEW)]


def test_unknown_people_are_added_when_a_person_says_so(workspace: Workspace, tmp_path: Path) -> None:
    path = table(tmp_path, "GC-2026-014;K. Tam;A1;3;", "GC-2026-002;K. Tam;A1;3;", "NEU-1;K. Tamm;A1;3;")
    (line,) = seen(workspace, path)
    assert (line.state, line.choice) == (PreviewState.CHECK, Choice.CREATE_MISSING)
    assert line.unknown == Unknown(("NEU-1",), ("K. Tam",))
    chosen = seen(workspace, PreviewRequest(path, Intake(create_missing=True)))
    assert {one.state for one in chosen} == {PreviewState.NEW}


def test_a_newer_form_of_what_is_released_is_refused(workspace: Workspace, tmp_path: Path) -> None:
    taken(workspace, form(tmp_path))
    with workspace.unit_of_work() as uow:
        application = uow.applications.find(NUMBER)
        assert application is not None
        uow.consensus.release(application.id, NOW, "R. Vogelsang", "bestätigt")
        uow.commit()
    (same,) = seen(workspace, form(tmp_path))
    (line,) = seen(workspace, form(tmp_path, koepfe=6))
    (annex,) = seen(workspace, folder(tmp_path, f"{NUMBER} Lichtnetz", A03=paper("x")))
    assert same.state is PreviewState.KNOWN
    assert {one.state for one in (line, annex)} == {PreviewState.REFUSED}
    assert [[one.code for one in found.findings] for found in (line, annex)] == [["released"], ["released"]]
    taken(workspace, form(tmp_path, koepfe=6))
    with workspace.unit_of_work() as uow:
        assert uow.applications.find(NUMBER) == application


def test_a_folder_without_a_number_waits_for_one(workspace: Workspace, tmp_path: Path) -> None:
    path = folder(tmp_path, "Unterlagen", Brief=paper("x"))
    (line,) = seen(workspace, path)
    assert (line.state, line.choice) == (PreviewState.CHECK, Choice.NUMBER)
    (chosen,) = seen(workspace, PreviewRequest(path, Intake(number=NUMBER, name="Netz", kinds=(("Brief.pdf", "A10"),))))
    assert (chosen.state, chosen.name, chosen.annexes[0].kind) == (PreviewState.NEW, "Netz", "A10")


def test_a_name_that_is_there_is_compared_first(workspace: Workspace, tmp_path: Path) -> None:
    taken(workspace, form(tmp_path))
    path = form(tmp_path, "zweiter.xlsx", antrag_nr="GC-2026-032")
    (line,) = seen(workspace, path)
    assert (line.state, line.choice) == (PreviewState.CHECK, Choice.SAME_NAME)
    assert [(one.here, one.there) for one in line.compared][:2] == [("GC-2026-032", NUMBER), (forms.NAME, forms.NAME)]
    (chosen,) = seen(workspace, PreviewRequest(path, same_name=True))
    assert (chosen.state, chosen.is_taken) == (PreviewState.NEW, True)


@pytest.mark.parametrize("rows", [("GC-2026-014;K. Tamm;A1;9;",), ("GC-2026-014;K. Tamm;Z9;3;", "NEU-1;K. Tamm;A1;3;")])
def test_what_cannot_be_chosen_is_refused_with_its_sentence(
    workspace: Workspace, tmp_path: Path, rows: tuple[str]
) -> None:
    (line,) = seen(workspace, table(tmp_path, *rows))
    assert (line.state, line.choice) == (PreviewState.REFUSED, Choice.NONE)
    assert line.findings


def test_a_person_may_stop_it(workspace: Workspace, tmp_path: Path) -> None:
    told: list[tuple[int, int, str]] = []

    def stop(done: int, of: int, name: str) -> bool:
        told.append((done, of, name))
        return False

    with workspace.unit_of_work() as uow:
        found = preview(uow, [PreviewRequest(form(tmp_path))], NOW, stop)
    assert found is None
    assert told == [(0, 1, "antrag.xlsx")]
