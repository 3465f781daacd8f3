"""Drafts of a consensus: kept by application and criterion until they are set or emptied."""

import json
from dataclasses import replace
from fractions import Fraction
from pathlib import Path

from reviewer_app.services.reviews.consensus_drafts import ConsensusDraft, keep_draft, kept_drafts
from tests.factories import rounds, worked_case

SCALE = rounds.catalogue().scale


def test_drafts_are_kept_until_they_are_emptied(tmp_path: Path) -> None:
    workspace = rounds.open_round(worked_case.make_case(tmp_path / "r.votum", worked_case.CHAIR))
    first, second = ConsensusDraft(Fraction(7, 2), "Nach der Sitzung"), ConsensusDraft(reason="offen")
    with workspace.unit_of_work() as uow:
        keep_draft(uow, worked_case.APPLICATION, "B1", first)
        keep_draft(uow, worked_case.APPLICATION, "B2", second)
        assert kept_drafts(uow, worked_case.APPLICATION, SCALE) == {"B1": first, "B2": second}
        assert kept_drafts(uow, worked_case.OTHER, SCALE) == {}
        keep_draft(uow, worked_case.APPLICATION, "B1", ConsensusDraft())
    with workspace.unit_of_work() as uow:
        assert kept_drafts(uow, worked_case.APPLICATION, SCALE) == {"B2": second}
    workspace.close()


def test_of_drafts_that_something_else_wrote_only_what_is_none_is_left_out(tmp_path: Path) -> None:
    """They are an aid: what can be read of them is offered, and none keeps the consolidation from opening."""
    worded = {
        **{f"A{n}": json.dumps({"value": value, "reason": "bleibt"}) for n, value in enumerate(_NO_VALUES, 1)},
        "B1": json.dumps({"value": "7/2", "reason": ["kein Text"]}),
        "B2": json.dumps({"value": "7/2"}),
        "B3": json.dumps({"reason": "ganz"}),
    }
    hopeless = dict(zip(("C1", "C2", "C3", "C4"), ("", "{", "[1]", "[" * 100_000), strict=True))
    workspace = rounds.open_round(worked_case.make_case(tmp_path / "r.votum", worked_case.CHAIR))
    with workspace.unit_of_work() as uow:
        stored = {f"draft:{worked_case.APPLICATION}:{key}": text for key, text in (worded | hopeless).items()}
        uow.rounds.put(replace(uow.rounds.get(), settings=stored))
        found = kept_drafts(uow, worked_case.APPLICATION, SCALE)
    workspace.close()
    assert {key: one for key, one in found.items() if key.startswith("A")} == dict.fromkeys(
        (key for key in worded if key.startswith("A")), ConsensusDraft(reason="bleibt")
    )
    assert {key: one for key, one in found.items() if not key.startswith("A")} == {
        "B1": ConsensusDraft(Fraction(7, 2)),
        "B2": ConsensusDraft(Fraction(7, 2)),
        "B3": ConsensusDraft(reason="ganz"),
    }


_NO_VALUES = ("viel", "1/0", "99", "9" * 5000, True, 3.5, ["3"], float("inf"))
