"""Annotations without a place are offered places in the new version, put there, or kept without one; all undone."""

from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest

from reviewer_app.domain.annotations.annotation import (
    AnchorState,
    Annotation,
    Direction,
    Link,
    MarkStyle,
    PagePlace,
    WholePlace,
)
from reviewer_app.domain.errors import MendableError
from reviewer_app.domain.ids import AnnotationId
from reviewer_app.services.annotations.editing import keep_without_place, place_anew, put_back, remove_all, store_all
from reviewer_app.services.annotations.orphans import candidates, waiting
from reviewer_app.services.applications.short_profile import short_profile
from reviewer_app.services.ports import UnitOfWork
from tests.factories.pages import pages
from tests.services.annotations.test_newer_version import NUMBER, OLD, application, lines, marked, now, taken
from tests.services.conftest import NOW

LATER = NOW + timedelta(hours=1)


@pytest.fixture
def orphan(uow: UnitOfWork, tmp_path: Path) -> Annotation:
    """A passage whose words stand twice in the newer version, with other words around them."""
    taken(uow, tmp_path, "1", pages(OLD))
    one = marked(uow, 2, "Liste der Gründungsmitglieder nach ihrem Sitz")
    again = "Liste der Gründungsmitglieder nach ihrem Sitz"
    taken(uow, tmp_path, "2", pages([lines("Neu", "Ganz anders.", again), lines("Mehr davon", again, "Noch eines.")]))
    found = now(uow, one)
    assert found.state is AnchorState.ORPHANED
    return found


def test_what_is_ambiguous_is_offered_and_put_where_a_person_says(uow: UnitOfWork, orphan: Annotation) -> None:
    assert (waiting(uow, orphan.application), short_profile(uow, NUMBER).orphans) == (1, 1)
    found = candidates(uow, orphan.id)
    assert (found.annotation, [one.place.page for one in found.places]) == (orphan.id, [0, 1])
    assert all(0.6 <= one.agreement < 1.0 for one in found.places)
    one = found.places[1]
    placed = place_anew(uow, orphan.id, one.place, one.quote, LATER).value
    assert (placed.state, placed.target, placed.style) == (AnchorState.ANCHORED, one.place, MarkStyle.HIGHLIGHT)
    assert waiting(uow, orphan.application) == 0
    assert put_back(uow, orphan, LATER).value.state is AnchorState.ORPHANED


def test_an_orphan_is_kept_for_the_application_as_a_whole(uow: UnitOfWork, orphan: Annotation) -> None:
    kept = keep_without_place(uow, orphan.id, LATER).value
    assert (kept.target, kept.style, kept.state, kept.quote) == (
        WholePlace(), MarkStyle.NOTE, AnchorState.ANCHORED, orphan.quote,
    )  # fmt: skip
    assert candidates(uow, orphan.id).places == ()


def test_an_area_becomes_what_its_new_place_bears(uow: UnitOfWork, orphan: Annotation) -> None:
    place = candidates(uow, orphan.id).places[0].place
    whole = PagePlace(place.annex, place.name, place.sha256, 1)
    assert place_anew(uow, orphan.id, whole, orphan.quote, LATER).value.style is MarkStyle.PAGE_NOTE
    assert place_anew(uow, orphan.id, place, orphan.quote, LATER).value.style is MarkStyle.HIGHLIGHT


def test_nobody_is_offered_places_for_what_one_may_not_see(uow: UnitOfWork, orphan: Annotation) -> None:
    with pytest.raises(MendableError):
        candidates(uow, AnnotationId("gibt es nicht"))
    assert waiting(uow, application(uow).id) == 1
    assert orphan.author is not None


def test_several_change_together_or_not_at_all(uow: UnitOfWork, tmp_path: Path) -> None:
    taken(uow, tmp_path, "1", pages(OLD))
    two = (marked(uow, 0, "54 Mitglieder"), marked(uow, 1, "in drei Regionen"))
    right = tuple(_linked(one, "B1") for one in two)
    outcome = store_all(uow, right, lambda: LATER)
    assert outcome.changes.applications == {two[0].application}
    assert [now(uow, one).criteria for one in two] == [("B1",), ("B1",)]
    with pytest.raises(MendableError):
        store_all(uow, (_linked(two[0], "C1"), _linked(two[1], "Z9")), lambda: LATER)
    assert [now(uow, one).criteria for one in two] == [("B1",), ("B1",)]
    gone = remove_all(uow, [one.id for one in two], lambda: LATER).value
    assert [uow.annotations.find(one.id) for one in two] == [None, None]
    store_all(uow, gone, lambda: LATER)
    assert [now(uow, one).criteria for one in two] == [("B1",), ("B1",)]
    with pytest.raises(MendableError):
        remove_all(uow, [two[0].id, AnnotationId("nicht da")], lambda: LATER)


def _linked(one: Annotation, criterion: str) -> Annotation:
    return replace(one, links=(Link(criterion, Direction.FOR),))
