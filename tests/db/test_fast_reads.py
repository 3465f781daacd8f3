"""What is read for a list alone says the same as what is read whole."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest

from db.workspace import SqlWorkspace
from reviewer_app.domain.reviews.consolidation import Release
from reviewer_app.services.ports import ReviewProgress
from tests.factories import rounds


@pytest.fixture
def demo(demo_file: Path) -> Iterator[SqlWorkspace]:
    made = rounds.open_round(demo_file)
    yield made
    made.close()


def test_how_far_reviews_are_is_what_their_answers_say(demo: SqlWorkspace) -> None:
    with demo.unit_of_work() as uow:
        review = next(one for ones in uow.reviews.all().values() for one in ones)
        for key in review.scores:
            uow.reviews.set_value(review.id, key, None, rounds.NOW, "M. Adler")
        whole = {
            application: {
                ReviewProgress(one.reviewer.id, one.state, one.answered > 0, one.submitted_at) for one in ones
            }
            for application, ones in uow.reviews.all().items()
        }
        found = uow.reviews.standings()
    assert {key: set(ones) for key, ones in found.items()} == whole
    assert {one.scored for ones in found.values() for one in ones} == {False, True}
    assert all(len(found[key]) == len(whole[key]) for key in whole)


def test_the_reviews_of_a_person_are_those_of_all(demo: SqlWorkspace) -> None:
    with demo.reading() as uow:
        every = uow.reviews.all()
        counts = set()
        for person in uow.people.all():
            own = uow.reviews.by(person.id)
            whole = {key: one for key, ones in every.items() for one in ones if one.reviewer.id == person.id}
            assert own == whole
            counts.add(len(own))
    assert len(counts) > 1


def test_the_reviews_of_some_applications_are_those_of_all(demo: SqlWorkspace, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("db.repositories.reviews._TOGETHER", 2)
    with demo.reading() as uow:
        every = uow.reviews.all()
        some = list(every)[1:6]
        assert uow.reviews.all(some) == {key: every[key] for key in some}
        assert uow.reviews.all([]) == {}


def test_a_release_is_the_one_of_all_releases(demo: SqlWorkspace) -> None:
    with demo.unit_of_work() as uow:
        before = uow.consensus.releases().keys()
        keys = [one.id for one in uow.applications.all(light=True) if one.id not in before]
        for days, key in enumerate(keys[:4]):
            uow.consensus.release(key, rounds.NOW + timedelta(days=days), f"Vorsitz {days}", "bestätigt")
        uow.consensus.withdraw_release(keys[0], rounds.NOW + timedelta(days=9), "Vorsitz", "doch nicht")
        facts = uow.rounds.get()
        first = f"{(rounds.NOW + timedelta(days=2)).isoformat()}\tVorsitz 2"  # as it was written at first
        damaged = dict(facts.settings) | {f"release.{keys[3]}": "kein Tag", f"release.{keys[2]}": first}
        uow.rounds.put(replace(facts, settings=damaged))
        every = uow.consensus.releases()
        each = [*before, *keys]
        assert {key: uow.consensus.release_of(key) for key in each} == {key: every.get(key) for key in each}
    assert every.keys() == {*before, *keys[1:4]}
    assert [every[key] for key in keys[1:4]] == [
        Release(rounds.NOW + timedelta(days=days), f"Vorsitz {days}", "bestätigt") for days in (1, 2, 3)
    ]


def test_a_list_says_what_stands_in_the_applications(demo: SqlWorkspace) -> None:
    roles = ("state", "technology", "nobody")
    with demo.unit_of_work() as uow:
        first = next(iter(uow.applications.all()))
        uow.applications.withdraw(first.id, rounds.TODAY)
        listed = list(uow.applications.listed(*roles))
        every = uow.applications.all()
        assert [one.number for one in listed] == [one.number for one in every] == list(uow.applications.numbers())
        for short, whole in zip(listed, every, strict=True):
            for name in ("id", "name", "procedure", "catalogue", "withdrawn", "reviews_due"):
                assert getattr(short, name) == getattr(whole, name)
            known, form = uow.catalogues.get(whole.catalogue), whole.form
            assert form is not None
            fields = {role: field for role in roles if (field := known.by_role(role)) is not None}
            assert short.answers == {role: form.text(field.id) for role, field in fields.items()}
            assert set(fields) == {"state", "technology"}
            assert all(short.answers.values())
    assert {one.withdrawn for one in listed} > {None, rounds.TODAY}
