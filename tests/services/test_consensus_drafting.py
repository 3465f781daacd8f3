"""Drafts of a consensus: kept by application and criterion until they are set or emptied."""

from fractions import Fraction
from pathlib import Path

from reviewer_app.services.consensus_drafting import Draft, keep_draft, kept_drafts
from tests.factories import rounds, worked_case


def test_drafts_are_kept_until_they_are_emptied(tmp_path: Path) -> None:
    workspace = rounds.open_round(worked_case.make_case(tmp_path / "r.votum", worked_case.CHAIR))
    first, second = Draft(Fraction(7, 2), "Nach der Sitzung"), Draft(reason="offen")
    with workspace.unit_of_work() as uow:
        keep_draft(uow, worked_case.APPLICATION, "B1", first)
        keep_draft(uow, worked_case.APPLICATION, "B2", second)
        assert kept_drafts(uow, worked_case.APPLICATION) == {"B1": first, "B2": second}
        assert kept_drafts(uow, worked_case.OTHER) == {}
        keep_draft(uow, worked_case.APPLICATION, "B1", Draft())
    with workspace.unit_of_work() as uow:
        assert kept_drafts(uow, worked_case.APPLICATION) == {"B2": second}
    workspace.close()
