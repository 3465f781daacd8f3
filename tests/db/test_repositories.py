"""What goes into the store comes out as it was, and every change of a review leaves its line."""

from collections.abc import Sequence
from contextlib import suppress
from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal
from fractions import Fraction
from typing import Any

import pytest

from db.workspace import SqlWorkspace
from reviewer_app.domain.application import Annex, AnnexState, Application, FieldChange, Form, Member, MemberList
from reviewer_app.domain.errors import BrokenError, WorkspaceError
from reviewer_app.domain.finding import Finding, FindingPlace, Severity
from reviewer_app.domain.form.formal_checks import FormalOutcome
from reviewer_app.domain.ids import ApplicationId, PersonId, ReviewId, new_id
from reviewer_app.domain.reviews.conflict import ConflictOfInterest
from reviewer_app.domain.reviews.consolidation import Consensus, ConsensusOrigin
from reviewer_app.domain.reviews.permissions import Role
from reviewer_app.domain.reviews.review import Person, Review, ReviewOrigin, ReviewState
from reviewer_app.domain.scale import NB
from reviewer_app.exports.material import Counts
from reviewer_app.services.ports import BegunReview, HistoryEntry, ReviewChange, UnitOfWork
from tests.db.conftest import CATALOGUE, START, TestClock, stored
from tests.factories.catalogues import muster

FORM = Form(
    values={"akt_zahl": Decimal("54.50"), "name": "Werratal", "seit": date(2019, 5, 1), "kmu": True, "leer": None},
    tables={"einnahmen": ({"jahr": 2025, "betrag": Decimal(120000)}, {"jahr": 2026, "betrag": None})},
    places={"akt_zahl": "Antrag!C12"},
    given={"anteil": Decimal("0.30")},
    version="1.0",
)


def an_application(number: str = "GC-2026-001", **facts: Any) -> Application:  # noqa: ANN401  # fields of any type
    whole = Application(
        ApplicationId(new_id()),
        number,
        "Photonikverbund Werratal",
        "aufnahme",
        CATALOGUE.sha256,
        reference_date=date(2026, 3, 1),
        received=date(2026, 2, 10),
        deadline=date(2026, 2, 28),
        file_reference="AZ 1",
        imported_at=START,
        form=FORM,
        members=MemberList("A01", (Member(1, "Optik GmbH", "kmu", {"ort": "Jena"}),)),
        annexes=(
            Annex("A01", "Mitglieder.xlsx", "a" * 64, 100, "application/x", 0),
            Annex("A03", "Satzung.pdf", "b" * 64, 5, pages=3, states=(AnnexState.NO_TEXT,), blank_pages=(2, 3)),
        ),
        findings=(
            Finding("too_long", Severity.WARNING, FindingPlace(sheet="Antrag", cell="C3"), "…", {"limit": "80"}),
        ),
    )
    return replace(whole, **facts)


def a_person(name: str = "Dr. Ada Wesel", number: int = 1, role: Role = Role.REVIEWER) -> Person:
    return Person(PersonId(new_id()), name, number, role, ("Optik GmbH",), ("Beirat",))


def with_review(uow: UnitOfWork, person: Person | None = None) -> tuple[Application, Person]:
    application, someone = an_application(), person or a_person()
    uow.applications.add(application, "f" * 64)
    uow.people.put(someone)
    uow.reviews.create(application.id, someone.id, ReviewOrigin.DESK, START)
    return application, someone


def test_a_new_round_holds_its_facts(workspace: SqlWorkspace) -> None:
    with workspace.unit_of_work() as uow:
        facts = uow.rounds.get()
        assert (facts.title, facts.reference_date, facts.catalogue) == (
            "Aufnahmerunde 2026",
            date(2026, 3, 1),
            CATALOGUE.sha256,
        )
        assert uow.catalogues.all() == (CATALOGUE,)
        assert uow.rounds.last_change() == START


def test_own_name_and_settings_are_no_change_of_the_round(workspace: SqlWorkspace, clock: TestClock) -> None:
    with workspace.unit_of_work() as uow:
        someone = a_person()
        uow.people.put(someone)
        uow.commit()
        clock.advance(hours=1)
        uow.rounds.put(replace(uow.rounds.get(), me=someone.id, settings={"page": "2", "text": "ä"}))
        uow.commit()
        assert uow.rounds.last_change() == START
        uow.rounds.put(replace(uow.rounds.get(), title="Runde 2"))
        uow.commit()
    with workspace.unit_of_work() as uow:
        assert uow.rounds.last_change() == START + timedelta(hours=1)
        facts = uow.rounds.get()
        assert (facts.title, facts.me, facts.settings) == ("Runde 2", someone.id, {"page": "2", "text": "ä"})


def test_leaving_without_commit_rolls_back(workspace: SqlWorkspace) -> None:
    with workspace.unit_of_work() as uow:
        uow.people.put(a_person())
    with suppress(ZeroDivisionError), workspace.unit_of_work() as uow:
        uow.people.put(a_person())
        raise ZeroDivisionError
    with workspace.unit_of_work() as uow:
        assert uow.people.all() == ()


def test_a_unit_inside_a_unit_is_refused_instead_of_waiting_for_itself(workspace: SqlWorkspace) -> None:
    with workspace.unit_of_work(), pytest.raises(BrokenError), workspace.unit_of_work():
        pass
    with workspace.unit_of_work() as uow:
        assert uow.people.all() == ()


def test_an_application_comes_back_whole(workspace: SqlWorkspace) -> None:
    first, second = an_application("GC-2026-002"), an_application("GC-2026-001", form=None, members=None)
    with workspace.unit_of_work() as uow:
        uow.applications.add(first, "f" * 64)
        uow.applications.add(second, "")
        uow.commit()
    with workspace.unit_of_work() as uow:
        assert uow.applications.all() == (second, first)
        assert uow.applications.get(first.id) == uow.applications.find("GC-2026-002") == first
        assert uow.applications.find("GC-2026-003") is None
        assert uow.applications.numbers() == ("GC-2026-001", "GC-2026-002")
        assert uow.applications.fingerprint(first.id) == "f" * 64
        assert uow.applications.all(light=True)[1] == replace(first, form=replace(FORM, tables={}), members=None)
        assert uow.applications.get(first.id, light=True) == uow.applications.all(light=True)[1]
        assert uow.applications.catalogue_of(first.id) == first.catalogue
        for asked in (uow.applications.get, uow.applications.catalogue_of):
            with pytest.raises(BrokenError):
                asked(ApplicationId("nobody"))


def test_a_newer_version_keeps_the_older_one(workspace: SqlWorkspace) -> None:
    first = an_application()
    newer = replace(first, version=2, name="Photonik Werratal", annexes=first.annexes[:1])
    with workspace.unit_of_work() as uow:
        uow.applications.add(first, "1" * 64)
        uow.applications.add(newer, "2" * 64)
        uow.applications.put_changes(first.id, [FieldChange("name", first.name, newer.name)])
        uow.commit()
        assert uow.applications.versions(first.id) == (first, newer)
        assert uow.applications.get(first.id) == newer
        assert uow.applications.fingerprint(first.id) == "2" * 64
        assert uow.applications.changes(first.id) == (FieldChange("name", first.name, newer.name),)
        with pytest.raises(BrokenError):
            uow.applications.add(newer, "3" * 64)


def test_a_number_belongs_to_one_application(workspace: SqlWorkspace) -> None:
    with workspace.unit_of_work() as uow:
        uow.applications.add(an_application(), "")
        with pytest.raises(WorkspaceError) as caught:
            uow.applications.add(an_application(), "")
    assert (caught.value.code, caught.value.place) == ("number_taken", "GC-2026-001")


def test_facts_of_the_procedure_are_rewritten_and_the_form_is_not(workspace: SqlWorkspace) -> None:
    first = an_application()
    with workspace.unit_of_work() as uow:
        uow.applications.add(first, "")
        annexes = (replace(first.annexes[0], kind="A02"),)
        changed = replace(first, name="Neu", deadline=None, annexes=annexes, findings=(), form=None)
        uow.applications.update(changed)
        uow.applications.withdraw(first.id, date(2026, 4, 1))
        uow.commit()
        assert uow.applications.get(first.id) == replace(changed, form=FORM, withdrawn=date(2026, 4, 1))
        uow.applications.withdraw(first.id, None)
        assert uow.applications.get(first.id).withdrawn is None


def test_formal_decisions_are_kept_and_told(workspace: SqlWorkspace, clock: TestClock) -> None:
    first, office = an_application(), a_person("Geschäftsstelle", 9, Role.OFFICE)
    with workspace.unit_of_work() as uow:
        uow.applications.add(first, "")
        uow.people.put(office)
        uow.rounds.put(replace(uow.rounds.get(), me=office.id))
        at = clock.advance(minutes=1)
        uow.applications.decide_formal(first.id, "F01", FormalOutcome.TO_SUPPLY)
        uow.applications.decide_formal(first.id, "F01", FormalOutcome.TO_SUPPLY)
        uow.applications.decide_formal(first.id, "F01", FormalOutcome.MET)
        uow.applications.decide_formal(first.id, "F02", FormalOutcome.NOT_MET)
        uow.applications.decide_formal(first.id, "F02", None)
        assert uow.applications.formal_decisions(first.id) == {"F01": FormalOutcome.MET}
        assert uow.applications.all_formal_decisions() == {first.id: {"F01": FormalOutcome.MET}}
        told = [(one.criterion, one.before, one.after, one.by, one.at) for one in uow.reviews.history(first.id)]
    assert told == [
        ("F01", "", "to_supply", "Geschäftsstelle", at),
        ("F01", "to_supply", "met", "Geschäftsstelle", at),
        ("F02", "", "not_met", "Geschäftsstelle", at),
        ("F02", "not_met", "", "Geschäftsstelle", at),
    ]


def test_people_are_found_by_their_name_however_it_is_spelt(workspace: SqlWorkspace) -> None:
    someone, other = a_person("Jörg Nuß", 2), a_person("Ada Wesel", 1)
    with workspace.unit_of_work() as uow:
        uow.people.put(someone)
        uow.people.put(other)
        assert uow.people.all() == (other, someone)
        assert uow.people.get(someone.id) == uow.people.find("  Jo\u0308rg Nuß ") == someone
        assert uow.people.find("Jörg") is None
        uow.people.put(replace(someone, role=Role.CHAIR))
        assert uow.people.get(someone.id).role is Role.CHAIR


def test_expected_reviewers_are_those_assigned_and_those_with_a_review(workspace: SqlWorkspace) -> None:
    with workspace.unit_of_work() as uow:
        application, writer = with_review(uow, a_person("A", 3))
        assigned = a_person("B", 1)
        uow.people.put(assigned)
        for person in (assigned, writer):
            uow.people.assign({application.id: [person.id]})
            uow.people.assign({application.id: [person.id]})
        assert uow.people.expected(application.id) == (assigned.id, writer.id)
        assert uow.people.all_expected() == {application.id: (assigned.id, writer.id)}


def test_conflict_statements_are_kept(workspace: SqlWorkspace) -> None:
    with workspace.unit_of_work() as uow:
        application, someone = with_review(uow)
        assert uow.people.conflict(application.id, someone.id) == "none"
        uow.people.set_conflict(application.id, someone.id, ConflictOfInterest.OPEN)
        uow.people.set_conflict(application.id, someone.id, ConflictOfInterest.EXCLUDED)
        assert uow.people.conflict(application.id, someone.id) == "excluded"
        assert uow.people.all_conflicts() == {application.id: {someone.id: "excluded"}}
        assert uow.people.excluded(application.id) == {someone.id}


def test_nought_not_assessable_and_not_scored_stay_three_things(workspace: SqlWorkspace) -> None:
    with workspace.unit_of_work() as uow:
        application, someone = with_review(uow)
        review = uow.reviews.of(application.id)[0].id
        for key, value in (("A1", Fraction(0)), ("A2", NB), ("A3", Fraction(7, 2)), ("A4", Fraction(1))):
            uow.reviews.set_value(review, key, value, START, "Ada")
        uow.reviews.set_value(review, "A4", None, START, "Ada")
        uow.reviews.set_rationale(review, "A5", "noch offen", START, "Ada")
        uow.commit()
    with workspace.unit_of_work() as uow:
        found = uow.reviews.find(application.id, someone.id)
        assert found is not None
        assert {key: score.value for key, score in found.scores.items()} == {
            "A1": Fraction(0),
            "A2": NB,
            "A3": Fraction(7, 2),
            "A4": None,
            "A5": None,
        }
        assert found.rationale("A5") == "noch offen"
        assert found.reviewer == someone
        assert uow.reviews.all() == {application.id: (found,)}


def test_a_value_off_the_scale_is_refused(workspace: SqlWorkspace) -> None:
    with workspace.unit_of_work() as uow:
        application, _ = with_review(uow)
        review = uow.reviews.of(application.id)[0].id
        for value in (Fraction(1, 3), Fraction(11, 2), Fraction(-1)):
            with pytest.raises(ValueError, match="scale"):
                uow.reviews.set_value(review, "A1", value, START, "Ada")


def test_every_change_of_a_review_leaves_its_line(workspace: SqlWorkspace, clock: TestClock) -> None:
    with workspace.unit_of_work() as uow:
        application, _ = with_review(uow)
        review = uow.reviews.of(application.id)[0].id
        uow.reviews.set_value(review, "A1", Fraction(7, 2), clock.advance(minutes=1), "Ada")
        uow.reviews.set_value(review, "A1", Fraction(7, 2), clock.advance(minutes=1), "Ada")
        uow.reviews.set_value(review, "A1", NB, clock.advance(minutes=1), "Ada")
        uow.reviews.set_rationale(review, "A1", "unklar", clock.advance(minutes=1), "Ada")
        uow.reviews.set_overall(review, "gut", clock.advance(minutes=1), "Ada")
        uow.reviews.set_state(review, ReviewState.SUBMITTED, clock.advance(minutes=1), "Ada")
        submitted = uow.reviews.of(application.id)[0]
        uow.reviews.set_state(review, ReviewState.DRAFT, clock.advance(minutes=1), "Ada", "Zahl geprüft")
        uow.commit()
        reopened = uow.reviews.of(application.id)[0]
        told = [
            (one.what, one.criterion, one.before, one.after, one.note) for one in uow.reviews.history(application.id)
        ]
        assert uow.rounds.last_change() == clock.now
    assert told == [
        ("state", "", "", "draft", ""),
        ("value", "A1", "", "3.5", ""),
        ("value", "A1", "3.5", "n. b.", ""),
        ("rationale", "A1", "", "unklar", ""),
        ("overall", "", "", "gut", ""),
        ("state", "", "draft", "submitted", ""),
        ("state", "", "submitted", "draft", "Zahl geprüft"),
    ]
    assert (submitted.submitted_at, submitted.overall) == (START + timedelta(minutes=6), "gut")
    assert (reopened.state, reopened.edition, reopened.reopened_reason) == (ReviewState.DRAFT, 2, "Zahl geprüft")


def test_many_changes_at_once_leave_what_they_leave_one_by_one(
    workspace: SqlWorkspace, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("db.repositories.reviews._AT_ONCE", 4)
    with workspace.unit_of_work() as uow:
        application, _ = with_review(uow)
        old = uow.reviews.of(application.id)[0].id
        other = a_person("Bo", 2)
        uow.people.put(other)
        fresh = Review(ReviewId("f" * 32), application.id, other, ReviewState.DRAFT, ReviewOrigin.TABLE)
        uow.reviews.set_value(old, "A1", Fraction(1), START, "Ada")
        changes = [
            ReviewChange(old, "value", Fraction(3), START, "Ada", "A1"),
            ReviewChange(old, "value", Fraction(3), START, "Ada", "A1"),
            ReviewChange(fresh.id, "value", NB, START, "Bo", "A2"),
            ReviewChange(fresh.id, "rationale", "erst", START, "Bo", "A2"),
            ReviewChange(fresh.id, "rationale", "erst so\0", START, "Bo", "A2"),
            ReviewChange(fresh.id, "overall", "gut", START, "Bo"),
            ReviewChange(old, "value", None, START, "Ada", "A1"),
            ReviewChange(fresh.id, "state", ReviewState.SUBMITTED, START, "Bo"),
            ReviewChange(fresh.id, "state", ReviewState.DRAFT, START, "Bo", note="doch nicht"),
        ]
        uow.commit()

    def left(*steps: Sequence[BegunReview | ReviewChange]) -> tuple[tuple[Review, ...], tuple[HistoryEntry, ...]]:
        with workspace.unit_of_work() as uow:
            for some in steps:
                uow.reviews.write(some)
            return uow.reviews.of(application.id), uow.reviews.history(application.id)

    begun = BegunReview(fresh, START)
    together = left([begun, *changes])
    assert together == left([begun], *([one] for one in changes))
    reviews, told = together
    assert [one.state for one in reviews] == [ReviewState.DRAFT, ReviewState.DRAFT]
    assert len(told) == 10
    with workspace.unit_of_work() as uow, pytest.raises(BrokenError, match="not_in_store"):
        uow.reviews.write(changes)


def test_a_second_review_by_the_same_person_is_refused(workspace: SqlWorkspace) -> None:
    with workspace.unit_of_work() as uow:
        application, someone = with_review(uow)
        with pytest.raises(BrokenError):
            uow.reviews.create(application.id, someone.id, ReviewOrigin.TABLE, START)


def test_agreed_values_are_kept_and_told(workspace: SqlWorkspace, clock: TestClock) -> None:
    with workspace.unit_of_work() as uow:
        application, _ = with_review(uow)
        later = clock.advance(hours=1)
        first = Consensus("A1", Fraction(3), "", ConsensusOrigin.TAKEN, START)
        second = Consensus("A1", Fraction(5, 2), "nach Aussprache", at=later)
        uow.consensus.put(application.id, first, START, "Vorsitz")
        uow.consensus.put(application.id, second, later, "Vorsitz")
        uow.consensus.put(application.id, second, later, "Vorsitz")
        assert uow.consensus.of(application.id) == {"A1": second}
        assert uow.consensus.all() == {application.id: {"A1": second}}
        uow.consensus.remove(application.id, "A1", later, "Vorsitz")
        uow.consensus.remove(application.id, "A1", later, "Vorsitz")
        assert uow.consensus.of(application.id) == {}
        told = [(one.before, one.after, one.origin, one.note) for one in uow.reviews.history(application.id)[1:]]
    assert told == [("", "3", "taken", ""), ("3", "2.5", "entered", "nach Aussprache"), ("2.5", "", "", "")]


def test_the_store_counts_what_counts(workspace: SqlWorkspace) -> None:
    with workspace.unit_of_work() as uow:
        application, someone = with_review(uow)
        review = uow.reviews.of(application.id)[0].id
        uow.applications.add(an_application("GC-2026-009"), "")
        for key, value, words in (("A1", Fraction(0), "x"), ("A2", NB, " \n\u00a0\t"), ("A3", None, "y")):
            uow.reviews.set_value(review, key, value, START, "")
            uow.reviews.set_rationale(review, key, words, START, "")
        assert uow.reviews.counts() == Counts(2, 0, 0, 0)
        uow.reviews.set_state(review, ReviewState.SUBMITTED, START, "")
        assert uow.reviews.counts() == Counts(2, 1, 2, 2)
        assert uow.reviews.counts(application.id) == Counts(1, 1, 2, 2)
        uow.people.set_conflict(application.id, someone.id, ConflictOfInterest.EXCLUDED)
        assert uow.reviews.counts() == Counts(2, 0, 0, 0)
        uow.people.set_conflict(application.id, someone.id, ConflictOfInterest.NONE)
        uow.applications.withdraw(application.id, date(2026, 4, 1))
        assert uow.reviews.counts() == Counts(2, 0, 0, 0)


def test_values_survive_a_catalogue_with_another_scale(workspace: SqlWorkspace) -> None:
    plain = muster()
    whole = stored(replace(plain, scale=replace(plain.scale, step=Fraction(1))), "whole")
    longer = stored(replace(plain, scale=replace(plain.scale, minimum=Fraction(-1))), "longer")
    with workspace.unit_of_work() as uow:
        application, _ = with_review(uow)
        review = uow.reviews.of(application.id)[0].id
        uow.reviews.set_value(review, "A1", Fraction(7, 2), START, "")
        uow.consensus.put(application.id, Consensus("A1", Fraction(4)), START, "")
        uow.catalogues.add(whole)
        uow.catalogues.add(longer)
        uow.applications.add(replace(application, version=2, catalogue=longer.sha256), "2")
        assert uow.reviews.of(application.id)[0].value("A1") == Fraction(7, 2)
        assert uow.consensus.of(application.id)["A1"].value == Fraction(4)
        with pytest.raises(WorkspaceError) as caught:
            uow.applications.add(replace(application, version=3, catalogue=whole.sha256), "3")
    assert caught.value.code == "scale_differs"


def test_what_no_database_can_hold_becomes_a_visible_mark(workspace: SqlWorkspace) -> None:
    with workspace.unit_of_work() as uow:
        application, _ = with_review(uow)
        review = uow.reviews.of(application.id)[0].id
        uow.reviews.set_rationale(review, "A1", "a\0b\ud800c\U0001f600", START, "")
        uow.reviews.set_rationale(review, "A1", "a\0b\ud800c\U0001f600", START, "")
        uow.commit()
        assert uow.reviews.of(application.id)[0].rationale("A1") == "a\ufffdb\ufffdc\U0001f600"
        assert len(uow.reviews.history(application.id)) == 2
