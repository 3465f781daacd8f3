"""Annotations come back as they were, and nothing of any version of them is lost."""

import sqlite3
from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta

import pytest

from db.unit_of_work import SqlUnitOfWork
from db.workspace import SqlWorkspace
from reviewer_app.domain.annotations.annotation import (
    AnchorState,
    Annotation,
    Direction,
    FieldPlace,
    Kind,
    Link,
    MarkStyle,
    Origin,
    PagePlace,
    Quote,
    Target,
    WholePlace,
)
from reviewer_app.domain.application import Application
from reviewer_app.domain.ids import AnnotationId, new_id
from reviewer_app.domain.reviews.review import Person
from tests.db.conftest import START
from tests.db.test_repositories import an_application, with_review

QUADS = ((72.0, 712.5, 140.25, 712.5, 72.0, 700.0, 140.25, 700.0), (72.0, 690.0, 99.0, 690.0, 72.0, 678.0, 99.0, 678.0))


@pytest.fixture
def uow(workspace: SqlWorkspace) -> Iterator[SqlUnitOfWork]:
    with workspace.unit_of_work() as unit:
        yield unit


@pytest.fixture
def case(uow: SqlUnitOfWork) -> tuple[Application, Person]:
    return with_review(uow)


def whole(
    application: Application, person: Person, target: Target, style: MarkStyle = MarkStyle.HIGHLIGHT
) -> Annotation:
    return Annotation(
        AnnotationId(new_id()),
        application.id,
        target,
        Kind.DOUBT,
        style,
        person.id,
        START,
        START + timedelta(minutes=1),
        Quote("54 Mitglieder", "hat „", "“, davon"),
        note="Wirklich?\nAuch 2025?",
        tags=("Zahlen", "ä"),
        private=True,
        links=(Link("A1", Direction.AGAINST), Link("B1")),
        origin=Origin.FOREIGN,
        foreign_id="okular-1",
        foreign_author="R. Vogelsang",
        state=AnchorState.ORPHANED,
        reworded=True,
    )


@pytest.mark.parametrize(
    ("target", "style"),
    [
        (PagePlace("A03", "Satzung.pdf", "b" * 64, 2, QUADS), MarkStyle.UNDERLINE),
        (PagePlace("A03", "Satzung.pdf", "b" * 64, 0, area=(10.0, 20.5, 300.0, 400.0)), MarkStyle.AREA),
        (PagePlace("A03", "Satzung.pdf", "b" * 64, 0), MarkStyle.PAGE_NOTE),
        (FieldPlace("akt_zahl"), MarkStyle.NOTE),
        (FieldPlace("einnahmen", 0, "betrag"), MarkStyle.NOTE),
        (WholePlace(), MarkStyle.NOTE),
    ],
)
def test_an_annotation_comes_back_whole(
    uow: SqlUnitOfWork, case: tuple[Application, Person], target: Target, style: MarkStyle
) -> None:
    made = whole(*case, target, style)
    uow.annotations.put(made, "Ada")
    assert uow.annotations.find(made.id) == made
    assert uow.annotations.of(made.application) == (made,)
    assert uow.annotations.all() == {made.application: (made,)}
    (line,) = uow.annotations.history(made.application)
    assert (line.before, line.after, line.at, line.by) == (None, made, made.changed, "Ada")


def test_one_without_an_author_and_of_another_application_stays_apart(
    uow: SqlUnitOfWork, case: tuple[Application, Person]
) -> None:
    other = an_application("GC-2026-002")
    uow.applications.add(other, "e" * 64)
    nobodys = replace(whole(other, case[1], WholePlace(), MarkStyle.NOTE), author=None, links=())
    own = whole(*case, WholePlace(), MarkStyle.NOTE)
    uow.annotations.put(nobodys, "Ada")
    uow.annotations.put(own, "Ada")
    assert uow.annotations.of(other.id) == (nobodys,)
    assert uow.annotations.all() == {other.id: (nobodys,), own.application: (own,)}


def test_every_version_of_it_is_kept_a_deleted_one_too(uow: SqlUnitOfWork, case: tuple[Application, Person]) -> None:
    first = whole(*case, WholePlace(), MarkStyle.NOTE)
    second = replace(first, note="Nein", links=(Link("A2", Direction.FOR),), changed=START + timedelta(hours=1))
    uow.annotations.put(first, "Ada")
    uow.annotations.put(first, "Ada")
    uow.annotations.put(second, "Ada")
    uow.annotations.remove(first.id, START + timedelta(hours=2), "Bo")
    uow.annotations.remove(first.id, START + timedelta(hours=3), "Bo")
    assert uow.annotations.find(first.id) is None
    uow.annotations.put(second, "Ada")
    told = [(one.before, one.after, one.by) for one in uow.annotations.history(first.application)]
    assert told == [(None, first, "Ada"), (first, second, "Ada"), (second, None, "Bo"), (None, second, "Ada")]
    assert uow.rounds.last_change() == START + timedelta(hours=2)


def test_what_a_database_cannot_hold_is_replaced_in_the_history_too(
    uow: SqlUnitOfWork, case: tuple[Application, Person]
) -> None:
    odd = replace(whole(*case, WholePlace(), MarkStyle.NOTE), note="a\0b", quote=Quote("\ud800"), tags=("\ud800",))
    uow.annotations.put(odd, "Ada")
    stored = uow.annotations.find(odd.id)
    assert stored is not None
    assert (stored.note, stored.quote.text, stored.tags) == ("a\ufffdb", "\ufffd", ("\ufffd",))
    assert uow.annotations.history(odd.application)[0].after == stored


def test_the_file_itself_refuses_to_change_their_history(
    workspace: SqlWorkspace, uow: SqlUnitOfWork, case: tuple[Application, Person]
) -> None:
    uow.annotations.put(whole(*case, WholePlace(), MarkStyle.NOTE), "Ada")
    for statement in ("UPDATE annotation_history SET text = 'x'", "DELETE FROM annotation_history"):
        with pytest.raises(sqlite3.IntegrityError, match="append-only"):
            workspace.ground.connection.execute(statement)
