"""Agreed values: who may set them, when they need a reason, and that individual scores never change."""

from dataclasses import replace
from fractions import Fraction

import pytest

from reviewer_app.domain.consolidation import ConsensusOrigin
from reviewer_app.domain.errors import MendableError
from reviewer_app.domain.ids import ApplicationId, PersonId
from reviewer_app.services.consolidating import agree, case, restore_consensus, take_back, take_undisputed
from reviewer_app.services.ports import UnitOfWork
from reviewer_app.services.reviewing import set_rationale, set_value, submit
from tests.services.conftest import NOW


@pytest.fixture
def chair(uow: UnitOfWork, app014: ApplicationId) -> UnitOfWork:
    """Two reviews: equal everywhere but on B1 (1,5 against 4,5)."""
    for name, b1 in (("M. Adler", "1.5"), ("K. Tamm", "4.5")):
        who = PersonId(name)
        for criterion in case(uow, "GC-2026-014").catalogue.criteria:
            value = Fraction(b1) if criterion.key == "B1" else Fraction(4)
            set_value(uow, app014, criterion.key, value, NOW, reviewer=who)
        set_rationale(uow, app014, "B1", "Grund", NOW, reviewer=who)
        submit(uow, app014, NOW, reviewer=who)
    uow.rounds.put(replace(uow.rounds.get(), me=PersonId("R. Vogelsang")))
    uow.commit()
    return uow


def test_the_suggestion_uses_medians_until_people_decide(chair: UnitOfWork) -> None:
    found = case(chair, "GC-2026-014").consolidation
    assert [one.key for one in found.open_criteria] == ["B1"]
    assert found.criterion("B1").agreed == 3
    assert found.suggestion.rule is not None
    assert found.suggestion.rule.id == "R5"


def test_an_agreed_value_needs_a_reason_where_flagged_or_deviating(chair: UnitOfWork, app014: ApplicationId) -> None:
    with pytest.raises(MendableError, match="consensus_reason_missing"):
        agree(chair, app014, "B1", Fraction(3), "", NOW)
    with pytest.raises(MendableError, match="consensus_reason_missing"):
        agree(chair, app014, "A1", Fraction(3), " ", NOW)
    after = agree(chair, app014, "B1", Fraction(2), "Nach Aussprache", NOW).value.consolidation
    assert after.criterion("B1").agreed == 2
    assert after.suggestion.rule is not None
    assert after.suggestion.rule.id == "R3"
    assert [one.review.value("B1") for one in after.counted] == [Fraction(3, 2), Fraction(9, 2)]


def test_reviewers_set_no_consensus(chair: UnitOfWork, app014: ApplicationId) -> None:
    chair.rounds.put(replace(chair.rounds.get(), me=PersonId("M. Adler")))
    with pytest.raises(MendableError, match="only_chair"):
        agree(chair, app014, "A1", Fraction(4), "", NOW)


def test_undisputed_values_are_taken_in_one_go_and_given_back(chair: UnitOfWork, app014: ApplicationId) -> None:
    before = tuple(chair.consensus.of(app014).values())
    taken = take_undisputed(chair, app014, NOW).value.consolidation.consensus
    assert len(taken) == 19
    assert {one.origin for one in taken.values()} == {ConsensusOrigin.TAKEN}
    assert restore_consensus(chair, app014, before, NOW).value.consolidation.consensus == {}
    agree(chair, app014, "A1", Fraction(4), "", NOW)
    assert take_back(chair, app014, "A1", NOW).value.consolidation.criterion("A1").consensus is None
    assert {entry.what for entry in chair.reviews.history(app014)} >= {"consensus"}
