"""Bringing reviews together: figures of one or all applications, agreed values with their reasons."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import datetime
from fractions import Fraction

from reviewer_app.domain import locale, localised
from reviewer_app.domain.application import Application, state_of
from reviewer_app.domain.catalogue import Catalogue
from reviewer_app.domain.errors import MendableError
from reviewer_app.domain.form.formal_checks import FormalResult, formal_open, formal_results
from reviewer_app.domain.ids import ApplicationId, PersonId
from reviewer_app.domain.reviews.conflict import excluded_of
from reviewer_app.domain.reviews.consolidation import (
    Consensus,
    ConsensusOrigin,
    Consolidation,
    Release,
    consolidate,
    needs_reason,
)
from reviewer_app.domain.reviews.permissions import Act, may
from reviewer_app.domain.reviews.review import LONG_TEXT, Review
from reviewer_app.domain.reviews.standing import Standing, standing_of
from reviewer_app.services.changes import Changed, Changes, Outcome
from reviewer_app.services.permissions import application_of, require, situation, situations
from reviewer_app.services.ports import HistoryEntry, UnitOfWork
from reviewer_app.services.round import own_name, person_here


@dataclass(frozen=True, slots=True)
class Case:
    """One application with everything its consolidation rests on."""

    consolidation: Consolidation
    formal: tuple[FormalResult, ...]
    expected: tuple[PersonId, ...]
    release: Release | None = None

    @property
    def application(self) -> Application:
        """The application."""
        return self.consolidation.application

    @property
    def catalogue(self) -> Catalogue:
        """The catalogue it is scored by."""
        return self.consolidation.catalogue

    def standing(self, *, releases: bool) -> Standing:
        """Return where it stands, as seen by somebody who does or does not see `releases`."""
        case = self.consolidation
        return standing_of(case.state, formal_open=case.formal_open, released=releases and self.release is not None)

    @property
    def missing(self) -> tuple[PersonId, ...]:
        """Whose review is expected and not handed in."""
        counted = {one.review.reviewer.id for one in self.consolidation.counted}
        return tuple(person for person in self.expected if person not in counted)

    @property
    def submitted(self) -> int:
        """How many reviews of people who are not excluded are handed in."""
        return sum(one.review.is_submitted for one in self.consolidation.reviews if one.counted)


@dataclass(frozen=True, slots=True)
class _Material:
    """What a case is made of besides the agreed values: nothing of it changes while the chair decides."""

    application: Application
    catalogue: Catalogue
    reviews: tuple[Review, ...]
    formal: tuple[FormalResult, ...]
    expected: tuple[PersonId, ...]
    excluded: frozenset[str]

    def case(self, agreed: Mapping[str, Consensus], release: Release | None) -> Case:
        """Bring it together with the agreed values."""
        present = [review for review in self.reviews if review.reviewer.id not in self.excluded]
        expected = tuple(person for person in self.expected if person not in self.excluded)
        state = state_of(
            self.application.withdrawn,
            scored=any(review.answered for review in present),
            expected=len(expected),
            submitted=sum(review.is_submitted for review in present),
        )
        consolidation = consolidate(
            self.application,
            self.catalogue,
            self.reviews,
            state=state,
            formal_open=formal_open(self.formal),
            consensus=agreed,
            excluded=self.excluded,
            released=release is not None,
        )
        return Case(consolidation, self.formal, expected, release)


def cases(uow: UnitOfWork, numbers: Collection[str] | None = None) -> tuple[Case, ...]:
    """Return the cases of all applications (or of `numbers`) by number, those of all loaded in few queries.

    Raises MendableError("unknown_application") for a number that is not there.
    """
    if numbers is not None:
        return tuple(case(uow, number) for number in sorted(numbers))
    reviews = uow.reviews.all()
    consensus = uow.consensus.all()
    releases = uow.consensus.releases()
    expected = uow.people.all_expected()
    conflicts = uow.people.all_conflicts()
    decisions = uow.applications.all_formal_decisions()
    found = []
    for application in uow.applications.all():
        key = application.id
        catalogue = uow.catalogues.get(application.catalogue)
        material = _Material(
            application,
            catalogue,
            reviews.get(key, ()),
            formal_results(catalogue, application, decisions=decisions.get(key, {})),
            expected.get(key, ()),
            excluded_of(conflicts.get(key, {})),
        )
        found.append(material.case(consensus.get(key, {}), releases.get(key)))
    return tuple(found)


def case(uow: UnitOfWork, number: str) -> Case:
    """Return the case of one application, of which alone anything is read; raise MendableError where there is none."""
    return _as_stored(uow, _material(uow, application_of(uow, number)))


def _material(uow: UnitOfWork, application: Application) -> _Material:
    catalogue = uow.catalogues.get(application.catalogue)
    key = application.id
    return _Material(
        application,
        catalogue,
        uow.reviews.of(key),
        formal_results(catalogue, application, decisions=uow.applications.formal_decisions(key)),
        uow.people.expected(key),
        uow.people.excluded(key),
    )


def _as_stored(uow: UnitOfWork, material: _Material) -> Case:
    """Return the case with the agreed values and the release as they stand in the store."""
    key = material.application.id
    return material.case(uow.consensus.of(key), uow.consensus.release_of(key))


def open_cases(
    uow: UnitOfWork, numbers: Collection[str] | None = None, act: Act = Act.READ_FIGURES
) -> tuple[tuple[Case, ...], tuple[str, ...]]:
    """Return the cases that whoever is at this desk may see or export, and the numbers of those left out.

    Raises MendableError: `unknown_application`, and `conflict_excluded` where one was asked for by its number.
    """
    found, here = cases(uow, numbers), situations(uow)
    if numbers is not None:
        for one in found:
            require(act, here(one.application.id), one.application.number)
    shut = tuple(one.application.number for one in found if not may(act, here(one.application.id)))
    return tuple(one for one in found if one.application.number not in shut), shut


def open_case(uow: UnitOfWork, number: str) -> Case:
    """Return the case of one application to whoever is at this desk.

    Raises MendableError: `unknown_application`, `conflict_excluded` for a person who is excluded from it.
    """
    application = application_of(uow, number)
    require(Act.READ_FIGURES, situation(uow, person_here(uow), application), number)
    return _as_stored(uow, _material(uow, application))


def _decider(uow: UnitOfWork, application: ApplicationId, act: Act) -> str:
    """Return the name of the person at this desk, who decides on `application`.

    Raises MendableError: `only_chair`, `conflict_excluded`, `released` where its values stand still.
    """
    present = uow.applications.get(application, light=True)
    require(act, situation(uow, person_here(uow), present), present.number)
    return own_name(uow)


def too_long(place: str, count: int, limit: int) -> MendableError:
    """Make the refusal of a text of `count` characters where at most `limit` are possible."""
    shown = (localised.in_each(locale.number, Fraction(one), 0) for one in (count, limit))
    return MendableError("rationale_too_long", place, **dict(zip(("count", "limit"), shown, strict=True)))


def agree(
    uow: UnitOfWork, application: ApplicationId, criterion: str, value: Fraction, reason: str, at: datetime
) -> Outcome[Case]:
    """Store the chair's agreed value with its reason.

    Raises MendableError: `off_scale`; `rationale_too_long` with the count where the reason has more than LONG_TEXT
    characters; `consensus_reason_missing` where a flag is there or the value leaves the median by more than the
    catalogue allows.
    """
    by = _decider(uow, application, Act.AGREE)
    material = _material(uow, uow.applications.get(application))
    before = _as_stored(uow, material)
    figures = before.consolidation.criterion(criterion)
    if not before.catalogue.scale.contains(value):
        raise MendableError("off_scale", criterion, value=str(value))
    if needs_reason(before.catalogue, figures, value) and not reason.strip():
        raise MendableError("consensus_reason_missing", criterion)
    if len(reason.strip()) > LONG_TEXT:
        raise too_long(criterion, len(reason.strip()), LONG_TEXT)
    agreed = Consensus(criterion, value, reason.strip(), ConsensusOrigin.ENTERED, at)
    uow.consensus.put(application, agreed, at, by)
    uow.commit()
    return _changed(uow, material)


def take_back(uow: UnitOfWork, application: ApplicationId, criterion: str, at: datetime) -> Outcome[Case]:
    """Remove an agreed value; the history keeps it."""
    uow.consensus.remove(application, criterion, at, _decider(uow, application, Act.AGREE))
    uow.commit()
    return _changed(uow, _material(uow, uow.applications.get(application)))


def take_undisputed(uow: UnitOfWork, application: ApplicationId, at: datetime) -> Outcome[Case]:
    """Store the median on the step as consensus for every criterion that needs no discussion and has none yet."""
    by = _decider(uow, application, Act.AGREE)
    material = _material(uow, uow.applications.get(application))
    _take(uow, _as_stored(uow, material), at, by)
    uow.commit()
    return _changed(uow, material)


def _take(uow: UnitOfWork, before: Case, at: datetime, by: str) -> None:
    for one in before.consolidation.undisputed:
        if one.suggested is not None:
            taken = Consensus(one.key, one.suggested, "", ConsensusOrigin.TAKEN, at, one.median)
            uow.consensus.put(before.application.id, taken, at, by)


def restore_consensus(
    uow: UnitOfWork, application: ApplicationId, consensus: tuple[Consensus, ...], at: datetime
) -> Outcome[Case]:
    """Put the agreed values of an application back as they were (undo); the history keeps every step."""
    by = _decider(uow, application, Act.AGREE)
    wanted = {one.criterion: one for one in consensus}
    for criterion, present in uow.consensus.of(application).items():
        if criterion not in wanted:
            uow.consensus.remove(application, criterion, at, by)
        elif wanted[criterion] == present:
            wanted.pop(criterion)
    for one in wanted.values():
        uow.consensus.put(application, one, at, by)
    uow.commit()
    return _changed(uow, _material(uow, uow.applications.get(application)))


def release(
    uow: UnitOfWork, application: ApplicationId, at: datetime, confirmed: str, reason: str = ""
) -> Outcome[Case]:
    """Release a consolidation: undisputed medians become consensus, and from now on nothing of it changes.

    `confirmed` is the sentence the chair has ticked (no considerations outside the matter), `reason` why an expected
    review is not waited for; the history keeps both. Raises MendableError: `not_confirmed` without the sentence,
    `release_without_reviews` where no review counts, `release_open` while a criterion is open or nobody gave it a
    value, `release_review_missing` without a reason where a review is missing, `released` where it is released.
    """
    by = _decider(uow, application, Act.RELEASE)
    material = _material(uow, uow.applications.get(application))
    before = _as_stored(uow, material)
    if not confirmed.strip():
        raise MendableError("not_confirmed", before.application.number)
    if not before.consolidation.counted:
        raise MendableError("release_without_reviews", before.application.number)
    unsettled = before.consolidation.unsettled
    if unsettled:
        keys = ", ".join(one.key for one in unsettled)
        raise MendableError("release_open", before.application.number, keys=keys)
    if before.missing and not reason.strip():
        names = ", ".join(uow.people.get(one).name for one in before.missing)
        raise MendableError("release_review_missing", before.application.number, names=names)
    _take(uow, before, at, by)
    uow.consensus.release(application, at, by, confirmed.strip(), reason.strip() if before.missing else "")
    uow.commit()
    return _changed(uow, material)


def withdraw_release(uow: UnitOfWork, application: ApplicationId, reason: str, at: datetime) -> Outcome[Case]:
    """Let a released consolidation be changed again; raise MendableError where the reason is missing."""
    by = _decider(uow, application, Act.WITHDRAW_RELEASE)
    if not reason.strip():
        raise MendableError("release_reason_missing", uow.applications.get(application).number)
    uow.consensus.withdraw_release(application, at, by, reason.strip())
    uow.commit()
    return _changed(uow, _material(uow, uow.applications.get(application)))


def decisions(uow: UnitOfWork, application: ApplicationId) -> tuple[HistoryEntry, ...]:
    """Return what was agreed, released and taken back, oldest first: who, when, from, to and why."""
    return tuple(one for one in uow.reviews.history(application) if one.what in {"consensus", "release"})


def _changed(uow: UnitOfWork, material: _Material) -> Outcome[Case]:
    changes = Changes.of(Changed.CONSENSUS, application=material.application.id)
    return Outcome(_as_stored(uow, material), changes)
