"""Saying who one is: what was not said stays as it is known, what was said empty is gone."""

from pathlib import Path

import pytest

from reviewer_app.domain.reviews.permissions import Role
from reviewer_app.services.round import identity, introduce
from tests.factories import rounds

type Names = tuple[str, ...] | None


@pytest.mark.parametrize(
    ("employers", "mandates", "kept"),
    [
        (None, None, (("Institut",), ("Beirat",))),
        ((), None, ((), ("Beirat",))),
        ((), (), ((), ())),
        (None, ("Vorstand",), (("Institut",), ("Vorstand",))),
    ],
)
def test_employers_and_mandates(
    tmp_path: Path, employers: Names, mandates: Names, kept: tuple[tuple[str, ...], tuple[str, ...]]
) -> None:
    workspace = rounds.open_round(rounds.make_round(tmp_path / "r.votum"))
    try:
        with workspace.unit_of_work() as uow:
            introduce(uow, "M. Adler", Role.REVIEWER, employers=("Institut",), mandates=("Beirat",))
        with workspace.unit_of_work() as uow:
            introduce(uow, "M. Adler", Role.REVIEWER, employers=employers, mandates=mandates)
        with workspace.unit_of_work() as uow:
            me = identity(uow).me
            assert me is not None
            assert (me.employers, me.mandates) == kept
    finally:
        workspace.close()
