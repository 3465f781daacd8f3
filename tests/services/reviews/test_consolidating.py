"""Agreed values: who may set them, when they need a reason, and that individual scores never change."""

from collections.abc import Iterator
from dataclasses import replace
from fractions import Fraction
from functools import cache, partial
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest

from db.store import Store
from reviewer_app.domain.errors import MendableError
from reviewer_app.domain.ids import ApplicationId, PersonId
from reviewer_app.domain.localised import Localised
from reviewer_app.domain.reviews.conflict import ConflictOfInterest
from reviewer_app.domain.reviews.consolidation import ConsensusOrigin, Lapse, Release
from reviewer_app.domain.reviews.review import LONG_TEXT, Person
from reviewer_app.services.ports import UnitOfWork
from reviewer_app.services.reviews.consolidating import (
    agree,
    case,
    decisions,
    open_case,
    release,
    restore_consensus,
    take_back,
    take_undisputed,
    withdraw_release,
)
from reviewer_app.services.reviews.reviewing import reopen, set_rationale, set_value, submit, withdraw
from tests.services.conftest import NOW, made_round

REVIEWED = "begutachtet.votum"


@pytest.fixture
def chair(store: Store, tmp_path: Path) -> Iterator[UnitOfWork]:
    """Two reviews: equal everywhere but on B1 (1,5 against 4,5)."""
    path = tmp_path / REVIEWED
    path.write_bytes(_reviewed())
    made = store.open(path)
    with made.unit_of_work() as uow:
        yield uow
    made.close()


@cache
def _reviewed() -> bytes:
    """Return the bytes of the round with both reviews, made once in a run of tests."""
    with TemporaryDirectory() as folder:
        path = Path(folder) / REVIEWED
        path.write_bytes(made_round())
        made = Store(lambda: NOW, lambda: Path(folder)).open(path)
        with made.unit_of_work() as uow:
            application = uow.applications.find("GC-2026-014")
            assert application is not None
            for name, b1 in (("M. Adler", "1.5"), ("K. Tamm", "4.5")):
                uow.rounds.put(replace(uow.rounds.get(), me=PersonId(name)))
                for criterion in case(uow, "GC-2026-014").catalogue.criteria:
                    value = Fraction(b1) if criterion.key == "B1" else Fraction(4)
                    set_value(uow, application.id, criterion.key, value, NOW)
                set_rationale(uow, application.id, "B1", "Grund", NOW)
                submit(uow, application.id, NOW)
            uow.rounds.put(replace(uow.rounds.get(), me=PersonId("R. Vogelsang")))
            uow.commit()
        made.close()
        return path.read_bytes()


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


CONFIRMED = "Keine sachfremden Erwägungen"


@pytest.fixture
def released(chair: UnitOfWork, app014: ApplicationId) -> UnitOfWork:
    agree(chair, app014, "B1", Fraction(3), "Nach Aussprache", NOW)
    release(chair, app014, NOW, CONFIRMED)
    return chair


def test_a_release_takes_what_is_undisputed_and_says_who_and_when(released: UnitOfWork) -> None:
    found = case(released, "GC-2026-014")
    assert found.release == Release(NOW, "R. Vogelsang", CONFIRMED)
    origins = {key: one.origin for key, one in found.consolidation.consensus.items()}
    assert len(origins) == 20
    assert [key for key, origin in origins.items() if origin is ConsensusOrigin.ENTERED] == ["B1"]


@pytest.mark.parametrize(("confirmed", "code"), [(" ", "not_confirmed"), (CONFIRMED, "release_open")])
def test_nothing_is_released_unconfirmed_or_open(
    chair: UnitOfWork, app014: ApplicationId, confirmed: str, code: str
) -> None:
    with pytest.raises(MendableError, match=code):
        release(chair, app014, NOW, confirmed)
    assert case(chair, "GC-2026-014").release is None


def test_without_reviews_there_is_nothing_to_release(chair: UnitOfWork) -> None:
    other = chair.applications.find("GC-2026-002")
    assert other is not None
    with pytest.raises(MendableError, match="release_without_reviews"):
        release(chair, other.id, NOW, CONFIRMED)


def test_released_values_stand_still_until_the_release_is_withdrawn_with_a_reason(
    released: UnitOfWork, app014: ApplicationId
) -> None:
    changes = (
        partial(agree, released, app014, "A1", Fraction(4), "", NOW),
        partial(take_back, released, app014, "B1", NOW),
        partial(take_undisputed, released, app014, NOW),
        partial(restore_consensus, released, app014, (), NOW),
        partial(release, released, app014, NOW, CONFIRMED),
    )
    for change in changes:
        with pytest.raises(MendableError, match="released"):
            change()
    with pytest.raises(MendableError, match="release_reason_missing"):
        withdraw_release(released, app014, "  ", NOW)
    assert withdraw_release(released, app014, "Nachtrag zu B1", NOW).value.release is None
    after = agree(released, app014, "B1", Fraction(7, 2), "Neue Belege", NOW).value.consolidation
    assert after.criterion("B1").agreed == Fraction(7, 2)


def test_the_history_keeps_who_when_from_to_and_why(released: UnitOfWork, app014: ApplicationId) -> None:
    withdraw_release(released, app014, "Nachtrag zu B1", NOW)
    agree(released, app014, "B1", Fraction(7, 2), "Neue Belege", NOW)
    told = decisions(released, app014)
    of_b1 = [(one.before, one.after, one.note, one.by, one.at) for one in told if one.criterion == "B1"]
    assert of_b1 == [
        ("", "3", "Nach Aussprache", "R. Vogelsang", NOW),
        ("3", "3.5", "Neue Belege", "R. Vogelsang", NOW),
    ]
    releases = [(one.before, one.after, one.note) for one in told if one.what == "release"]
    assert releases == [("", "released", CONFIRMED), ("released", "", "Nachtrag zu B1")]


@pytest.mark.parametrize("told", ["", "gestern\tjemand", "2026-13-45\tjemand"])
def test_a_release_that_cannot_be_read_stands_as_the_history_tells_it(
    released: UnitOfWork, app014: ApplicationId, told: str
) -> None:
    """Its values stand still all the same, and it can be taken back."""
    facts = released.rounds.get()
    before = released.consensus.releases()
    released.rounds.put(replace(facts, settings={**facts.settings, f"release.{app014}": told, "release.00": told}))
    assert released.consensus.releases() == before
    with pytest.raises(MendableError, match="released"):
        take_back(released, app014, "B1", NOW)
    assert withdraw_release(released, app014, "Nachtrag zu B1", NOW).value.release is None


def test_a_reason_beyond_the_limit_is_refused_with_its_count(chair: UnitOfWork, app014: ApplicationId) -> None:
    assert agree(chair, app014, "B1", Fraction(3), "x" * LONG_TEXT, NOW).value
    with pytest.raises(MendableError, match="rationale_too_long") as refused:
        agree(chair, app014, "B1", Fraction(3), "x" * (LONG_TEXT + 1), NOW)
    assert (refused.value.place, refused.value.params["count"]) == ("B1", Localised("20.001", en="20,001"))


def test_who_is_excluded_decides_nothing(chair: UnitOfWork, app014: ApplicationId) -> None:
    chair.people.set_conflict(app014, PersonId("R. Vogelsang"), ConflictOfInterest.EXCLUDED)
    with pytest.raises(MendableError, match="conflict_excluded"):
        agree(chair, app014, "A1", Fraction(4), "", NOW)
    with pytest.raises(MendableError, match="conflict_excluded"):
        open_case(chair, "GC-2026-014")


@pytest.mark.usefixtures("released")
def test_a_release_agrees_with_its_history(store: Store, tmp_path: Path) -> None:
    assert store.check(tmp_path / REVIEWED) == ()


def third_review(uow: UnitOfWork, application: ApplicationId, score: str) -> None:
    """Let one more reviewer give every criterion the same score, and the chair sit down again."""
    uow.people.put(Person(PersonId("H. Nowak"), "H. Nowak", 7))
    uow.rounds.put(replace(uow.rounds.get(), me=PersonId("H. Nowak")))
    for criterion in case(uow, "GC-2026-014").catalogue.criteria:
        set_value(uow, application, criterion.key, Fraction(score), NOW)
        set_rationale(uow, application, criterion.key, "Grund", NOW)
    submit(uow, application, NOW)
    uow.rounds.put(replace(uow.rounds.get(), me=PersonId("R. Vogelsang")))


def test_a_further_review_opens_what_was_taken_over_and_holds_the_release(
    chair: UnitOfWork, app014: ApplicationId
) -> None:
    agree(chair, app014, "B1", Fraction(3), "Nach Aussprache", NOW)
    take_undisputed(chair, app014, NOW)
    assert chair.consensus.of(app014)["A1"].median == 4
    third_review(chair, app014, "0")
    found = case(chair, "GC-2026-014").consolidation
    assert len(found.open_criteria) == len(found.unsettled) == len(found.lapsed) == 19
    assert {one.lapsed.because for one in found.criteria if one.lapsed} == {Lapse.DISCUSSION}
    assert list(found.consensus) == ["B1"]
    with pytest.raises(MendableError, match="release_open"):
        release(chair, app014, NOW, CONFIRMED)


def test_what_moved_without_dispute_is_taken_over_again(chair: UnitOfWork, app014: ApplicationId) -> None:
    agree(chair, app014, "B1", Fraction(3), "Nach Aussprache", NOW)
    take_undisputed(chair, app014, NOW)
    for name in ("M. Adler", "K. Tamm"):
        chair.rounds.put(replace(chair.rounds.get(), me=PersonId(name)))
        reopen(chair, app014, "Neu gelesen", NOW)
        set_value(chair, app014, "A1", Fraction(3), NOW)
        submit(chair, app014, NOW)
    chair.rounds.put(replace(chair.rounds.get(), me=PersonId("R. Vogelsang")))
    before = case(chair, "GC-2026-014").consolidation
    assert [(one.key, one.agreed, one.is_open) for one in before.lapsed] == [("A1", 3, False)]
    with pytest.raises(MendableError, match="release_open"):
        release(chair, app014, NOW, CONFIRMED)
    after = take_undisputed(chair, app014, NOW).value.consolidation
    assert (after.criterion("A1").agreed, after.lapsed, after.unsettled) == (3, (), ())
    told = [one for one in decisions(chair, app014) if one.criterion == "A1"]
    assert [(one.before, one.after, one.origin, one.note) for one in told] == [
        ("", "4", "taken", "4"),
        ("4", "3", "taken", "3"),
    ]


def test_a_release_does_not_wait_for_a_review_with_a_reason(chair: UnitOfWork, app014: ApplicationId) -> None:
    agree(chair, app014, "B1", Fraction(3), "Nach Aussprache", NOW)
    chair.people.put(Person(PersonId("H. Nowak"), "H. Nowak", 7))
    chair.people.assign({app014: [PersonId("H. Nowak")]})
    for reason in ("", "  "):
        with pytest.raises(MendableError, match="release_review_missing") as refused:
            release(chair, app014, NOW, CONFIRMED, reason)
        assert refused.value.params["names"] == "H. Nowak"
    found = release(chair, app014, NOW, CONFIRMED, "Seit Wochen erkrankt,\nTermin\tsteht.").value.release
    assert found == Release(NOW, "R. Vogelsang", CONFIRMED, "Seit Wochen erkrankt,\nTermin\tsteht.")
    assert decisions(chair, app014)[-1].note == f"{CONFIRMED}\nSeit Wochen erkrankt,\nTermin\tsteht."


def test_a_reason_is_kept_only_where_a_review_is_missing(chair: UnitOfWork, app014: ApplicationId) -> None:
    """Whoever is excluded is not waited for."""
    agree(chair, app014, "B1", Fraction(3), "Nach Aussprache", NOW)
    chair.people.put(Person(PersonId("H. Nowak"), "H. Nowak", 7))
    chair.people.assign({app014: [PersonId("H. Nowak")]})
    chair.people.set_conflict(app014, PersonId("H. Nowak"), ConflictOfInterest.EXCLUDED)
    assert release(chair, app014, NOW, CONFIRMED, "unnötig").value.release == Release(NOW, "R. Vogelsang", CONFIRMED)


def test_nothing_that_counts_changes_after_a_release(released: UnitOfWork, app014: ApplicationId) -> None:
    before = case(released, "GC-2026-014")
    for name in ("M. Adler", "H. Nowak"):
        released.people.put(Person(PersonId(name), name, 2 if name == "M. Adler" else 7))
        released.rounds.put(replace(released.rounds.get(), me=PersonId(name)))
        changes = (
            partial(reopen, released, app014, "Grund", NOW),
            partial(set_value, released, app014, "A1", Fraction(1), NOW),
            partial(set_rationale, released, app014, "A1", "Grund", NOW),
            partial(submit, released, app014, NOW),
            partial(withdraw, released, app014, NOW),
        )
        for change in changes:
            with pytest.raises(MendableError, match="released"):
                change()
    assert case(released, "GC-2026-014") == before
