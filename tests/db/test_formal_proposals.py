"""What the formal checks propose is kept beside each application, and is never another than what they propose now."""

import random
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest

from db.sqlite_files.derived import PROPOSALS
from db.workspace import SqlWorkspace
from reviewer_app.domain.application import AnnexState, Application, Form
from reviewer_app.domain.catalogue import Catalogue
from reviewer_app.domain.form.formal_checks import (
    EDITION,
    FormalOutcome,
    formal_open,
    formal_open_of,
    formal_results,
    open_proposals,
)
from reviewer_app.services.ports import UnitOfWork
from tests.factories import rounds

CHANGES = 6
"""How often each application of the demo is changed at random."""

type Change = Callable[[Application, random.Random], Application]


@pytest.fixture
def demo(demo_file: Path) -> Iterator[SqlWorkspace]:
    made = rounds.open_round(demo_file)
    yield made
    made.close()


def harm(path: Path, *statements: str) -> None:
    """Do what a program does that knows nothing of proposals."""
    with closing(sqlite3.connect(path)) as raw:
        for statement in statements:
            raw.execute(statement)
        raw.commit()


def kept(path: Path) -> dict[str, str]:
    with closing(sqlite3.connect(path)) as raw:
        return dict(raw.execute("SELECT application, checks FROM formal_proposals"))


def _answer_taken_away(application: Application, dice: random.Random) -> Application:
    assert application.form is not None
    left_out = dice.sample(list(application.form.values), k=len(application.form.values) // 2)
    values = {key: value for key, value in application.form.values.items() if key not in left_out}
    return replace(application, form=replace(application.form, values=values))


def _table_taken_away(application: Application, dice: random.Random) -> Application:
    assert application.form is not None
    left_out = dice.choice([*application.form.tables, ""])
    tables = {key: rows for key, rows in application.form.tables.items() if key != left_out}
    return replace(application, form=replace(application.form, tables=tables))


def _members_cut(application: Application, dice: random.Random) -> Application:
    if application.members is None:
        return application
    some = application.members.members[: dice.randrange(60)]
    return replace(application, members=dice.choice([None, replace(application.members, members=some)]))


def _annex_changed(application: Application, dice: random.Random) -> Application:
    annexes = list(application.annexes)
    place = dice.randrange(len(annexes))
    one = annexes.pop(place)
    if dice.random() < 0.7:
        annexes.insert(
            place, replace(one, states=(dice.choice(list(AnnexState)),), blank_pages=(dice.randrange(1, 9),))
        )
    return replace(application, annexes=tuple(annexes))


def _dates_changed(application: Application, dice: random.Random) -> Application:
    day, off = application.reference_date or rounds.TODAY, timedelta(days=dice.randrange(-1500, 1500))
    return replace(
        application,
        reference_date=dice.choice([None, day + off]),
        received=dice.choice([None, day - off]),
        deadline=dice.choice([None, day]),
    )


_CHANGES: tuple[Change, ...] = (
    _answer_taken_away,
    _answer_taken_away,
    _table_taken_away,
    _members_cut,
    _annex_changed,
    _annex_changed,
    _dates_changed,
    lambda application, _dice: replace(application, form=None),
)


def _open_checks(catalogue: Catalogue, application: Application, decisions: dict[str, FormalOutcome]) -> int:
    return formal_open(formal_results(catalogue, application, decisions=decisions))


def require_same(uow: UnitOfWork) -> None:
    """Require that what is listed is what the checks say of the whole application, decisions included."""
    listed = {one.id: one.proposed for one in uow.applications.listed()}
    every = uow.applications.all()
    assert listed.keys() == {one.id for one in every} != set()
    for one in every:
        catalogue = uow.catalogues.get(one.catalogue)
        results = formal_results(catalogue, one, decisions={})
        assert listed[one.id] == open_proposals(catalogue, one) == {each.check for each in results if each.is_open}
        decisions = dict(uow.applications.formal_decisions(one.id))
        assert formal_open_of(catalogue, listed[one.id], decisions) == _open_checks(catalogue, one, decisions)


def test_whatever_changes_what_is_kept_is_what_the_checks_propose(demo: SqlWorkspace) -> None:
    dice = random.Random(7)  # noqa: S311 # the same changes each time
    outcomes = set()
    for _ in range(CHANGES):
        with demo.unit_of_work() as uow:
            for one in uow.applications.all():
                changed = dice.choice(_CHANGES)(one, dice) if one.form else replace(one, form=Form({"x": 1}))
                if changed.form == one.form and changed.members == one.members and dice.random() < 0.5:
                    uow.applications.update(changed)
                else:
                    uow.applications.add(replace(changed, version=one.version + 1), "f" * 64)
                check = dice.choice(uow.catalogues.get(one.catalogue).formal_checks)
                uow.applications.decide_formal(one.id, check.id, dice.choice([None, *FormalOutcome]))
            require_same(uow)
            uow.commit()
        with demo.unit_of_work() as uow:
            require_same(uow)
            outcomes |= {one.proposed for one in uow.applications.listed()}
            assert not uow.applications.keep_proposals(), "all of them were kept with the commit"
    assert len(outcomes) > 12


def test_a_demo_comes_with_what_is_proposed(demo: SqlWorkspace, demo_file: Path) -> None:
    with demo.reading() as uow:
        found = {one.id: one.proposed for one in uow.applications.listed()}
    assert len(found) == len(kept(demo_file)) == 12
    assert {key: "\n".join(sorted(checks)) for key, checks in found.items()} == kept(demo_file)
    assert any(found.values())


@pytest.mark.parametrize(
    "done",
    [
        "DROP TABLE formal_proposals",
        "DELETE FROM formal_proposals",
        "UPDATE formal_proposals SET checks = 'F01'",
        "UPDATE formal_proposals SET digest = ''",
        "DELETE FROM attachments WHERE kind = 'A01'",
        "UPDATE attachments SET states = 'broken'",
        "UPDATE attachments SET blank_pages = '1'",
        "UPDATE application_versions SET received = '2030-01-01'",
        "UPDATE application_versions SET reference_date = '2035-01-01'",
        "UPDATE application_versions SET deadline = '2020-01-01'",
    ],
)
def test_what_somebody_else_did_to_the_file_is_seen(demo: SqlWorkspace, demo_file: Path, done: str) -> None:
    demo.close()
    harm(demo_file, done)
    again = rounds.open_round(demo_file)
    try:
        with again.reading() as uow:
            require_same(uow)
        with again.unit_of_work() as uow:
            assert uow.applications.keep_proposals()
            uow.commit()
        with again.unit_of_work() as uow:
            require_same(uow)
            assert not uow.applications.keep_proposals()
    finally:
        again.close()


def test_what_is_no_text_is_not_believed_whatever_its_digest(
    demo: SqlWorkspace, demo_file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("db.repositories.formal_proposals._digest", lambda _made_of, _checks: "")
    demo.close()
    harm(demo_file, "UPDATE formal_proposals SET checks = x'463031', digest = ''")
    again = rounds.open_round(demo_file)
    try:
        with again.reading() as uow:
            require_same(uow)
    finally:
        again.close()


def test_rules_of_another_edition_hold_no_more(demo: SqlWorkspace, monkeypatch: pytest.MonkeyPatch) -> None:
    with demo.unit_of_work() as uow:
        assert not uow.applications.keep_proposals()
        monkeypatch.setattr("db.repositories.formal_proposals.EDITION", EDITION + 1)
        assert uow.applications.keep_proposals()


def test_a_damaged_table_of_them_costs_time_and_nothing_else(demo: SqlWorkspace, demo_file: Path) -> None:
    demo.close()
    with closing(sqlite3.connect(demo_file)) as raw:
        (page,) = raw.execute("SELECT rootpage FROM sqlite_master WHERE name = ?", (PROPOSALS,)).fetchone()
        (size,) = raw.execute("PRAGMA page_size").fetchone()
    with demo_file.open("rb+") as file:
        file.seek((page - 1) * size)
        file.write(b"\xff" * size)
    again = rounds.open_round(demo_file)
    try:
        assert again.notices == ()
        with again.reading() as uow:
            require_same(uow)
        with again.unit_of_work() as uow:
            first = next(iter(uow.applications.all()))
            uow.applications.add(replace(first, version=first.version + 1, name="Neu"), "f" * 64)
            uow.commit()
        with again.reading() as uow:
            assert uow.applications.get(first.id).name == "Neu"
            require_same(uow)
    finally:
        again.close()


def test_trying_out_keeps_nothing(demo: SqlWorkspace, demo_file: Path) -> None:
    before = kept(demo_file)
    with demo.rehearsal() as uow:
        first = next(iter(uow.applications.all()))
        uow.applications.add(replace(first, version=first.version + 1, form=None), "f" * 64)
        require_same(uow)
    assert kept(demo_file) == before
