"""A damaged file is opened for reading what can be read, and says what cannot."""

import os
import random
from fractions import Fraction
from pathlib import Path

import pytest

from db import integrity
from db.copying import copy_workspace
from db.workspace import SqlWorkspace
from reviewer_app.domain.annotations.annotation import PagePlace
from reviewer_app.domain.errors import WorkspaceError
from reviewer_app.domain.reviews.conflict import ConflictOfInterest
from reviewer_app.domain.reviews.consolidation import Consensus
from reviewer_app.domain.reviews.review import ReviewOrigin
from reviewer_app.domain.scale import NB
from tests.db.conftest import START, Opener, read_catalogue
from tests.db.test_annotations import QUADS, whole
from tests.db.test_bad_files import beside, execute
from tests.db.test_repositories import a_person, an_application

PAGE = 4096
ANNOTATIONS = 3
APPLICATIONS, PEOPLE, KEYS = 4, 2, ("A1", "A2", "A3", "B1", "B2")


@pytest.fixture
def filled(workspace: SqlWorkspace, path: Path) -> Path:
    """Give the path of a closed round with applications, reviews, agreed values and one file."""
    with workspace.unit_of_work() as uow:
        people = [a_person(f"Person {number}", number) for number in range(PEOPLE)]
        for person in people:
            uow.people.put(person)
        for number in range(APPLICATIONS):
            application = an_application(f"GC-2026-{number:03}", annexes=())
            uow.applications.add(application, "f" * 64)
            uow.consensus.put(application.id, Consensus("A1", Fraction(3)), START, "Vorsitz")
            for person in people:
                review = uow.reviews.create(application.id, person.id, ReviewOrigin.DESK, START).id
                for key in KEYS:
                    uow.reviews.set_value(review, key, NB if key == "A2" else Fraction(7, 2), START, person.name)
                    uow.reviews.set_rationale(review, key, "Weil es so ist. " * 12, START, person.name)
            for page in range(ANNOTATIONS):
                place = PagePlace("A03", "Satzung.pdf", "b" * 64, page, QUADS)
                uow.annotations.put(whole(application, people[0], place), people[0].name)
        uow.files.add(iter([os.urandom(30_000)]))
        uow.commit()
    workspace.close()
    assert integrity.check(path, read_catalogue) == ()
    return path


def read_all(workspace: SqlWorkspace) -> tuple[int, int, int]:
    """Read everything and count applications, reviews and scores."""
    with workspace.unit_of_work() as uow:
        uow.rounds.get()
        uow.people.all()
        uow.consensus.all()
        applications = uow.applications.all()
        reviews = [review for ones in uow.reviews.all().values() for review in ones]
        uow.annotations.all()
        for application in applications:
            uow.annotations.history(application.id)
            uow.reviews.history(application.id)
            uow.applications.versions(application.id)
    return len(applications), len(reviews), sum(len(review.scores) for review in reviews)


ALL = (APPLICATIONS, APPLICATIONS * PEOPLE, APPLICATIONS * PEOPLE * len(KEYS))


def hurt(path: Path, page: int, how: str) -> bytes:
    """Spoil one page (from 1) and return the whole file as it is now."""
    data = bytearray(path.read_bytes())
    luck = random.Random(f"{page} {how}")  # noqa: S311  # no secret
    start = (page - 1) * PAGE
    if how == "zeros":
        data[start : start + PAGE] = bytes(PAGE)
    else:
        for _ in range(12):
            data[start + luck.randrange(PAGE)] ^= 1 << luck.randrange(8)
    path.write_bytes(data)
    return bytes(data)


@pytest.mark.parametrize("how", ["zeros", "flips"])
def test_whatever_page_is_spoilt_the_rest_can_be_read(filled: Path, opened: Opener, how: str) -> None:
    whole = filled.read_bytes()
    refused, complete = [], 0
    pages = len(whole) // PAGE
    for page in range(2, pages + 1):
        filled.write_bytes(whole)
        spoilt = hurt(filled, page, how)
        try:
            workspace = opened()
        except WorkspaceError as error:
            refused.append((page, error.code))
            continue
        found = read_all(workspace)
        complete += found >= ALL
        if found < ALL:
            assert any(notice.startswith("salvaged_without") for notice in workspace.notices)
        if workspace.notices:
            assert workspace.read_only
        workspace.close()
        if workspace.notices:
            assert filled.read_bytes() == spoilt
        assert beside(filled) == []
    codes = {"workspace_damaged", "workspace_beyond_repair", "workspace_schema_changed", "workspace_schema_missing"}
    assert {code for _, code in refused} <= codes
    assert len(refused) < pages // 12
    assert complete > pages * 2 // 3


def test_a_workspace_cut_short_is_read_as_far_as_it_goes(filled: Path, opened: Opener) -> None:
    whole = filled.read_bytes()
    outcomes = set()
    for share in (0.95, 0.6, 0.3):
        filled.write_bytes(whole[: int(len(whole) * share)])
        try:
            workspace = opened()
        except WorkspaceError as error:
            outcomes.add(error.code)
            continue
        outcomes.add(workspace.notices[0])
        assert read_all(workspace) <= ALL
        workspace.close()
    assert outcomes <= {"workspace_cut", "workspace_damaged", "workspace_beyond_repair"}
    assert "workspace_cut" in outcomes


def test_annotations_that_are_lost_come_back_from_their_history(filled: Path, opened: Opener) -> None:
    workspace = opened()
    with workspace.unit_of_work() as uow:
        before = uow.annotations.all()
        (gone,) = (one for one in next(iter(before.values())) if one.page == 0)
        uow.annotations.remove(gone.id, START, "Ada")
        uow.commit()
        before = uow.annotations.all()
    workspace.close()
    execute(
        filled,
        "UPDATE annotations SET area = '[1]' WHERE page = 1",
        "DELETE FROM annotation_links WHERE criterion = 'A1'",
        "UPDATE people SET role = 'emperor'",
    )
    workspace = opened()
    assert "workspace_salvaged" in workspace.notices
    with workspace.unit_of_work() as uow:
        assert uow.annotations.all() == before


def test_scores_that_are_lost_come_back_from_the_history(filled: Path, opened: Opener) -> None:
    execute(filled, "DELETE FROM scores WHERE criterion <> 'A2'", "UPDATE people SET role = 'emperor'")
    workspace = opened()
    assert workspace.notices == ("workspace_salvaged", "salvaged_without_people")
    assert read_all(workspace) == ALL
    with workspace.unit_of_work() as uow:
        review = next(iter(uow.reviews.all().values()))[0]
    assert (review.value("A1"), review.value("A2")) == (Fraction(7, 2), NB)
    assert review.rationale("B2") == "Weil es so ist. " * 12


@pytest.mark.parametrize(
    ("statement", "notice"),
    [
        ("UPDATE scores SET rationale = CAST(x'ff41' AS TEXT) WHERE criterion = 'A1'", "reviews"),
        ("UPDATE application_versions SET form = '{'", "applications"),
        ("UPDATE application_versions SET findings = '[{\"severity\": 1}]'", "applications"),
        ('UPDATE application_versions SET findings = \'[{"found": {"": 1}}]\'', "applications"),
        ('UPDATE application_versions SET changes = \'[["name", {"de": 1}, ""]]\'', "applications"),
        ('UPDATE application_versions SET changes = \'[[1, "a", "b"]]\'', "applications"),
        ("UPDATE reviews SET submitted_at = 'yesterday'", "reviews"),
        ("UPDATE reviews SET origin = 'telepathy'", "reviews"),
        ("UPDATE rounds SET me = 'nobody'", "round"),
        ("UPDATE rounds SET catalogue = 'none'", "round"),
        ("DELETE FROM rounds", "round"),
        ("DELETE FROM people", "reviews"),
        ("UPDATE consensus SET step = 'three'", "consensus"),
        ("UPDATE applications SET newest = 'x'", "applications"),
        ("UPDATE annotations SET kind = 'praise'", "annotations"),
        ("UPDATE annotations SET quads = '[[1]]'", "annotations"),
        ("UPDATE annotations SET quads = '[[1, 2, 3, 4, 5, 6, 7, NaN]]'", "annotations"),
    ],
)
def test_a_wrong_value_spoils_no_other(filled: Path, opened: Opener, statement: str, notice: str) -> None:
    execute(filled, statement)
    workspace = opened()
    assert f"salvaged_without_{notice}" in workspace.notices
    assert workspace.read_only
    read_all(workspace)
    with workspace.unit_of_work() as uow, pytest.raises(WorkspaceError):
        uow.commit()


@pytest.mark.parametrize("column", ["application_versions.findings", "annotations.quads"])
def test_json_deeper_than_can_be_read_is_a_damage(
    filled: Path, opened: Opener, monkeypatch: pytest.MonkeyPatch, column: str
) -> None:
    """Also where opening had no time left to look at every row."""
    table, _, name = column.partition(".")
    execute(filled, f"UPDATE {table} SET {name} = replace(hex(zeroblob(50000)), '0', '[')")  # noqa: S608  # ours
    monkeypatch.setattr("db.workspace.damaged_tables", lambda _connection: ())
    with pytest.raises(WorkspaceError, match="workspace_damaged"):
        read_all(opened())


@pytest.mark.parametrize("changes", ['[[1, "a", "b"]]', '[["name", {"de": 1}, ""]]', '[["name", "a"]]', "5"])
def test_changes_that_are_none_are_a_damage(
    filled: Path, opened: Opener, monkeypatch: pytest.MonkeyPatch, changes: str
) -> None:
    """Also where opening had no time left to look at every row."""
    execute(filled, f"UPDATE application_versions SET changes = '{changes}'")  # noqa: S608  # ours
    monkeypatch.setattr("db.workspace.damaged_tables", lambda _connection: ())
    with opened().unit_of_work() as uow, pytest.raises(WorkspaceError, match="workspace_damaged"):
        uow.applications.changes(next(iter(uow.applications.all())).id)


def test_a_statement_on_a_conflict_that_cannot_be_read_is_open(filled: Path, opened: Opener) -> None:
    workspace = opened()
    with workspace.unit_of_work() as uow:
        application, person = next(iter(uow.applications.all())).id, uow.people.all()[0].id
        uow.people.set_conflict(application, person, ConflictOfInterest.NONE)
        uow.commit()
    workspace.close()
    execute(filled, "PRAGMA ignore_check_constraints=ON", "UPDATE conflicts SET state = 'nonE'")
    workspace = opened()
    assert workspace.read_only
    with workspace.unit_of_work() as uow:
        assert uow.people.conflict(application, person) is ConflictOfInterest.OPEN


def test_what_was_salvaged_can_be_saved_and_written_again(filled: Path, opened: Opener, tmp_path: Path) -> None:
    execute(filled, "UPDATE reviews SET submitted_at = 'yesterday'")
    copy = tmp_path / "copy.votum"
    damaged = opened()
    copy_workspace(damaged, copy)
    workspace = opened(copy)
    assert (workspace.notices, workspace.read_only) == ((), False)
    assert read_all(workspace) == ALL
    with workspace.unit_of_work() as uow:
        uow.people.put(a_person("New", 9))
        uow.commit()


def test_without_a_catalogue_nothing_has_a_meaning(filled: Path, opened: Opener) -> None:
    execute(filled, "DELETE FROM catalogues")
    with pytest.raises(WorkspaceError) as caught:
        opened()
    assert caught.value.code == "workspace_beyond_repair"


def test_a_damaged_catalogue_scores_nothing(filled: Path, opened: Opener) -> None:
    execute(filled, "UPDATE catalogues SET source = replace(source, '1', '2')")
    with opened().unit_of_work() as uow, pytest.raises(WorkspaceError) as caught:
        uow.catalogues.all()
    assert caught.value.code == "catalogue_damaged"
