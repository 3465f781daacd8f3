"""A short profile shows content to those only who said that they have no conflict, or who decide and have none."""

from pathlib import Path

import pytest

from reviewer_app.domain.errors import MendableError
from reviewer_app.domain.ids import PersonId
from reviewer_app.domain.reviews.conflict import ConflictOfInterest
from reviewer_app.services.applications.short_profile import ShortProfile, short_profile
from reviewer_app.services.applications.worklist import worklist
from tests.factories import rounds


def look(path: Path, number: str) -> ShortProfile:
    workspace = rounds.open_round(path)
    try:
        with workspace.unit_of_work() as uow:
            return short_profile(uow, number)
    finally:
        workspace.close()


@pytest.mark.parametrize(
    ("me", "number", "seen"),
    [
        (rounds.ADLER, "GC-2026-014", True),
        (rounds.ADLER, "GC-2026-011", False),
        (rounds.ADLER, "GC-2026-006", False),
        (rounds.BRANDES, "GC-2026-014", True),
        (rounds.VOGELSANG, "GC-2026-014", True),
        (None, "GC-2026-014", False),
    ],
)
def test_content_is_seen_after_the_statement_only(
    tmp_path: Path, me: PersonId | None, number: str, *, seen: bool
) -> None:
    found = look(rounds.make_round(tmp_path / "r.votum", me), number)
    assert found.is_open is seen
    assert bool(found.technology) is seen
    assert found.name
    assert found.land


@pytest.mark.parametrize("me", [rounds.ADLER, rounds.BRANDES, rounds.VOGELSANG])
def test_a_glance_says_of_a_statement_what_the_list_says(tmp_path: Path, me: PersonId) -> None:
    workspace = rounds.open_round(rounds.make_round(tmp_path / "r.votum", me))
    try:
        with workspace.unit_of_work() as uow:
            listed = {row.number: row.conflict or ConflictOfInterest.NONE for row in worklist(uow).rows}
            assert {number: short_profile(uow, number).conflict for number in listed} == listed
    finally:
        workspace.close()


def test_an_unknown_number_is_said(tmp_path: Path) -> None:
    with pytest.raises(MendableError, match="unknown_application"):
        look(rounds.make_round(tmp_path / "r.votum"), "GC-1")
