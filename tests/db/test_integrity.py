"""`votum check` finds what no page checksum would: a changed value, a changed past, changed bytes."""

import sqlite3
from contextlib import closing
from fractions import Fraction
from pathlib import Path

import pytest

from db import integrity
from db.workspace import SqlWorkspace
from reviewer_app.domain.annotations.annotation import PagePlace
from reviewer_app.domain.errors import WorkspaceError
from reviewer_app.domain.form.formal_checks import FormalOutcome
from reviewer_app.domain.reviews.consolidation import Consensus
from reviewer_app.domain.reviews.review import ReviewOrigin, ReviewState
from tests.db.conftest import START, read_catalogue
from tests.db.test_annotations import QUADS, whole
from tests.db.test_bad_files import beside, execute
from tests.db.test_repositories import a_person, an_application

NO_TRIGGERS = ("DROP TRIGGER history_is_not_rewritten", "DROP TRIGGER history_is_not_deleted")


@pytest.fixture
def round_path(workspace: SqlWorkspace, path: Path) -> Path:
    """Give the path of a closed round with one of everything."""
    with workspace.unit_of_work() as uow:
        sha256, size = uow.files.add(iter([b"%PDF " * 500]))
        annex = an_application().annexes[1]
        kept = type(annex)("A03", "Satzung.pdf", sha256, size)
        application = an_application(annexes=(kept,))
        person = a_person()
        uow.applications.add(application, "f" * 64)
        uow.people.put(person)
        review = uow.reviews.create(application.id, person.id, ReviewOrigin.DESK, START).id
        uow.reviews.set_value(review, "A1", Fraction(7, 2), START, "Ada")
        uow.reviews.set_rationale(review, "A1", "Weil", START, "Ada")
        uow.reviews.set_rationale(review, "A1", "Weil es so ist", START, "Ada")
        uow.reviews.set_overall(review, "gut", START, "Ada")
        uow.reviews.set_state(review, ReviewState.SUBMITTED, START, "Ada")
        uow.consensus.put(application.id, Consensus("A1", Fraction(3)), START, "Vorsitz")
        uow.applications.decide_formal(application.id, "F01", FormalOutcome.MET)
        place = PagePlace("A03", "Satzung.pdf", sha256, 0, QUADS)
        uow.annotations.put(whole(application, person, place), "Ada")
        gone = whole(application, person, place)
        uow.annotations.put(gone, "Ada")
        uow.annotations.remove(gone.id, START, "Ada")
        uow.commit()
    workspace.close()
    return path


def found(path: Path) -> set[tuple[str, str]]:
    return {(one.code, one.message) for one in integrity.check(path, read_catalogue)}


def test_a_sound_round_has_no_problem_and_is_not_touched(round_path: Path) -> None:
    before = round_path.read_bytes()
    assert found(round_path) == set()
    assert round_path.read_bytes() == before
    assert beside(round_path) == []


def test_it_looks_beside_the_program_that_has_it_open(workspace: SqlWorkspace, path: Path) -> None:
    with workspace.unit_of_work() as uow:
        uow.people.put(a_person())
        uow.commit()
    assert found(path) == set()


@pytest.mark.parametrize(
    ("statement", "problem"),
    [
        ("UPDATE scores SET step = 8", ("history_differs", "GC-2026-001: A1 value")),
        ("UPDATE scores SET kind = 'nb', step = NULL", ("history_differs", "GC-2026-001: A1 value")),
        ("UPDATE scores SET rationale = 'Nein'", ("history_differs", "GC-2026-001: A1 rationale")),
        ("DELETE FROM scores", ("history_differs", "GC-2026-001: A1 rationale")),
        ("UPDATE reviews SET state = 'draft'", ("history_differs", "GC-2026-001:  state")),
        ("UPDATE reviews SET overall = 'schlecht'", ("history_differs", "GC-2026-001:  overall")),
        ("UPDATE consensus SET step = 10", ("history_differs", "GC-2026-001: A1 consensus")),
        ("DELETE FROM formal_decisions", ("history_differs", "GC-2026-001: F01 formal")),
        ("UPDATE annotations SET note = 'Ja'", ("annotation_history_differs", "GC-2026-001")),
        ("UPDATE annotations SET quads = '[]'", ("annotation_history_differs", "GC-2026-001")),
        ("DELETE FROM annotation_links", ("annotation_history_differs", "GC-2026-001")),
        ("UPDATE annotations SET kind = 'lob'", ("table_damaged", "annotations")),
        ("UPDATE application_versions SET form = '{}'", ("form_damaged", "GC-2026-001")),
        ("UPDATE application_versions SET form = 'x'", ("table_damaged", "application_versions")),
        ("UPDATE file_chunks SET data = x'00'", ("file_damaged", "Satzung.pdf")),
        ("DELETE FROM file_chunks", ("file_damaged", "Satzung.pdf")),
        ("UPDATE attachments SET sha256 = 'x'", ("annex_missing", "GC-2026-001: Satzung.pdf")),
        ("DELETE FROM people", ("reference", "reviews → people")),
        ("UPDATE catalogues SET source = source || ' '", ("catalogue_damaged", "muster 1.0")),
    ],
)
def test_a_change_behind_our_back_is_found(round_path: Path, statement: str, problem: tuple[str, str]) -> None:
    execute(round_path, statement)
    assert problem in found(round_path)


def test_a_changed_past_is_found(round_path: Path) -> None:
    execute(
        round_path,
        "CREATE TABLE kept AS SELECT sql FROM sqlite_master WHERE type = 'trigger' AND tbl_name = 'history'",
        *NO_TRIGGERS,
        "UPDATE history SET text = 'Nie' WHERE what = 'rationale' AND front = 0",
    )
    restore(round_path)
    assert ("history_damaged", "GC-2026-001: A1 rationale") in found(round_path)


def test_a_changed_past_of_annotations_is_found(round_path: Path) -> None:
    execute(
        round_path,
        "CREATE TABLE kept AS SELECT sql FROM sqlite_master WHERE name = 'annotation_history_is_not_rewritten'",
        "DROP TRIGGER annotation_history_is_not_rewritten",
        "UPDATE annotation_history SET text = replace(text, 'Wirklich', 'Niemals')",
    )
    restore(round_path)
    assert ("annotation_history_damaged", "GC-2026-001") in found(round_path)


def restore(path: Path) -> None:
    """Put the triggers back, as somebody would who wants to hide what they did."""
    with closing(sqlite3.connect(path, isolation_level=None)) as connection:
        for (sql,) in connection.execute("SELECT sql FROM kept").fetchall():
            connection.execute(sql)
        connection.execute("DROP TABLE kept")


def test_what_cannot_be_opened_is_an_error(round_path: Path) -> None:
    execute(round_path, "CREATE TABLE spy (x)")
    with pytest.raises(WorkspaceError) as caught:
        integrity.check(round_path, read_catalogue)
    assert caught.value.code == "workspace_schema_foreign"
