"""Several reviews of one application brought together: mean, median, spread, flags, agreed score.

Rules: n. b. is left out of every figure, the median is put on the step with ties upward, only counted reviews enter.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum
from fractions import Fraction
from functools import lru_cache
from typing import NamedTuple

from reviewer_app.domain.application import Application, ApplicationState
from reviewer_app.domain.catalogue import Catalogue, Criterion
from reviewer_app.domain.reviews.review import Review
from reviewer_app.domain.reviews.scoring import Figures, Reason, Suggestion, evaluate, points
from reviewer_app.domain.scale import NotAssessable, Value


class ConsensusOrigin(StrEnum):
    """A consensus was entered by the chair, or taken over from the median on release."""

    ENTERED = "entered"
    TAKEN = "taken"


@dataclass(frozen=True, slots=True)
class Consensus:
    """The chair's agreed value for one criterion, with its reason.

    `median` is the exact one that a value was taken over from, None for one that was entered.
    """

    criterion: str
    value: Fraction
    reason: str = ""
    origin: ConsensusOrigin = ConsensusOrigin.ENTERED
    at: datetime | None = None
    median: Fraction | None = None


@dataclass(frozen=True, slots=True)
class Release:
    """The chair has released the consolidation of an application: when, who, and the sentence that was confirmed.

    Its agreed values stand still. `reason` says why so where an expected review was missing.
    """

    at: datetime
    by: str
    confirmed: str = ""
    reason: str = ""


class Cause(StrEnum):
    """Why a criterion needs discussion."""

    RANGE = "range"
    MINIMUM = "min"
    NOT_ASSESSABLE = "nb"


class Lapse(StrEnum):
    """Why a value that was taken over from the median is open again."""

    MEDIAN = "median"
    """The median, put on the step, is another one by now."""
    DISCUSSION = "discussion"
    """The criterion needs discussion by now."""


@dataclass(frozen=True, slots=True)
class Lapsed:
    """A value that was agreed and holds no longer, with the reason why."""

    consensus: Consensus
    because: Lapse


@dataclass(frozen=True, slots=True)
class CriterionFigures:
    """One criterion over the counted reviews; all scores exact, None where nobody scored it.

    `suggested` is the median put on the step, ties upward; `agreed` the consensus where there is one, else `suggested`.
    `notice` is the hollow mark: spread worth a look but no discussion needed. `lapsed` is what was agreed before
    further reviews came, and is open again.
    """

    key: str
    n: int
    not_assessable: int
    mean: Fraction | None
    median: Fraction | None
    minimum: Fraction | None
    maximum: Fraction | None
    range: Fraction | None
    causes: tuple[Cause, ...]
    notice: bool
    consensus: Consensus | None
    suggested: Fraction | None
    agreed: Fraction | None
    points: Fraction | None
    below_minimum: bool
    reason: Reason | None = None
    lapsed: Lapsed | None = None

    @property
    def needs_discussion(self) -> bool:
        """The criterion is flagged, with or without a consensus."""
        return bool(self.causes)

    @property
    def is_open(self) -> bool:
        """The criterion is flagged and has no consensus yet."""
        return self.needs_discussion and self.consensus is None


@dataclass(frozen=True, slots=True)
class ReviewFigures:
    """One review as it enters; `label` is G1 …; `total` None with a reason when a criterion lacks a score."""

    review: Review
    label: str
    counted: bool
    total: Fraction | None
    reason: Reason | None = None


@dataclass(frozen=True, slots=True)
class Consolidation:
    """Every figure of one application's consolidation; `consensus` holds the agreed values that hold."""

    application: Application
    catalogue: Catalogue
    state: ApplicationState
    reviews: tuple[ReviewFigures, ...]
    criteria: tuple[CriterionFigures, ...]
    figures: Figures
    formal_open: int = 0
    consensus: Mapping[str, Consensus] = field(default_factory=dict)

    @property
    def counted(self) -> tuple[ReviewFigures, ...]:
        """The reviews that count, in the order of G1 … Gn."""
        return tuple(one for one in self.reviews if one.counted)

    @property
    def open_criteria(self) -> tuple[CriterionFigures, ...]:
        """Flagged criteria without consensus, in catalogue order."""
        return tuple(one for one in self.criteria if one.is_open)

    @property
    def unsettled(self) -> tuple[CriterionFigures, ...]:
        """What keeps the consolidation from being released: what is open, open again, or was given no value."""
        return tuple(one for one in self.criteria if one.is_open or one.lapsed or one.agreed is None)

    @property
    def lapsed(self) -> tuple[CriterionFigures, ...]:
        """Criteria whose agreed value is open again, in catalogue order."""
        return tuple(one for one in self.criteria if one.lapsed)

    @property
    def undisputed(self) -> tuple[CriterionFigures, ...]:
        """Criteria that need no discussion and whose median is not yet taken as consensus."""
        return tuple(
            one
            for one in self.criteria
            if one.suggested is not None and not one.needs_discussion and one.consensus is None
        )

    def criterion(self, key: str) -> CriterionFigures:
        """Return the figures of criterion `key`; raise KeyError where there is none."""
        for one in self.criteria:
            if one.key == key:
                return one
        raise KeyError(key)

    @property
    def suggestion(self) -> Suggestion:
        """The suggested result, or none with its reason."""
        return self.figures.suggestion


def median(values: Sequence[Fraction]) -> Fraction:
    """Return the median of at least one value; for an even number the mean of the two in the middle."""
    ordered = sorted(values)
    middle, odd = divmod(len(ordered), 2)
    return ordered[middle] if odd else (ordered[middle - 1] + ordered[middle]) / 2


class _Answers(NamedTuple):
    """What a criterion's answers come to by themselves; the figures are None without a number."""

    n: int
    not_assessable: int
    mean: Fraction | None = None
    median: Fraction | None = None
    minimum: Fraction | None = None
    maximum: Fraction | None = None


@lru_cache(maxsize=20_000)
def _answers(values: tuple[Value | None, ...]) -> _Answers:
    """Count and order answers, once for the same ones: in a list of thousands few are new."""
    numbers = [value for value in values if isinstance(value, Fraction)]
    not_assessable = sum(isinstance(value, NotAssessable) for value in values)
    if not numbers:
        return _Answers(0, not_assessable)
    mean = sum(numbers, Fraction(0)) / len(numbers)
    return _Answers(len(numbers), not_assessable, mean, median(numbers), min(numbers), max(numbers))


def causes_of(
    catalogue: Catalogue, criterion: Criterion, numbers: Sequence[Fraction], not_assessable: int
) -> tuple[Cause, ...]:
    """Return why a criterion needs discussion: spread, scores on both sides of the minimum, an answer n. b."""
    causes = []
    if numbers and max(numbers) - min(numbers) >= catalogue.flags.range:
        causes.append(Cause.RANGE)
    if numbers and criterion.minimum is not None and min(numbers) < criterion.minimum <= max(numbers):
        causes.append(Cause.MINIMUM)
    if not_assessable:
        causes.append(Cause.NOT_ASSESSABLE)
    return tuple(causes)


def lapse_of(consensus: Consensus, suggested: Fraction | None, causes: Sequence[Cause]) -> Lapse | None:
    """Return why an agreed value holds no longer; what people entered holds until they change it."""
    if consensus.origin is not ConsensusOrigin.TAKEN:
        return None
    if causes:
        return Lapse.DISCUSSION
    return None if consensus.value == suggested else Lapse.MEDIAN


def consolidate_criterion(
    catalogue: Catalogue,
    criterion: Criterion,
    values: Iterable[Value | None],
    consensus: Consensus | None = None,
    *,
    released: bool = False,
) -> CriterionFigures:
    """Bring the counted answers to one criterion together; n. b. and not scored never enter a figure.

    A value that was taken over from another median, or before the criterion needed discussion, is open again unless it
    was `released`.
    """
    found = _answers(tuple(values))
    ends = () if found.minimum is None or found.maximum is None else (found.minimum, found.maximum)
    causes = causes_of(catalogue, criterion, ends, found.not_assessable)
    spread = ends[1] - ends[0] if ends else None
    suggested = None if found.median is None else catalogue.scale.on_step(found.median)
    lapse = lapse_of(consensus, suggested, causes) if consensus and not released else None
    lapsed = Lapsed(consensus, lapse) if consensus and lapse else None
    consensus = None if lapsed else consensus
    agreed = consensus.value if consensus else suggested
    reason = None
    if agreed is None:
        reason = Reason.NOT_ASSESSABLE if found.not_assessable else Reason.NOT_SCORED
    return CriterionFigures(
        key=criterion.key,
        n=found.n,
        not_assessable=found.not_assessable,
        mean=found.mean,
        median=found.median,
        minimum=found.minimum,
        maximum=found.maximum,
        range=spread,
        causes=causes,
        notice=not causes and spread is not None and spread >= catalogue.flags.notice,
        consensus=consensus,
        suggested=suggested,
        agreed=agreed,
        points=None if agreed is None else points(catalogue, criterion, agreed),
        below_minimum=criterion.is_missed_by(agreed),
        reason=reason,
        lapsed=lapsed,
    )


def review_total(catalogue: Catalogue, review: Review) -> tuple[Fraction | None, Reason | None]:
    """Return a review's own total in points, or None with the reason (a criterion unscored or n. b.)."""
    total = Fraction(0)
    for criterion in catalogue.criteria:
        value = review.value(criterion.key)
        if value is None:
            return None, Reason.NOT_SCORED
        if isinstance(value, NotAssessable):
            return None, Reason.NOT_ASSESSABLE
        total += points(catalogue, criterion, value)
    return total, None


def counts(application: Application, review: Review, excluded: frozenset[str] = frozenset()) -> bool:
    """Only submitted reviews of people who are not excluded count, and none of a withdrawn application."""
    return application.withdrawn is None and review.is_submitted and review.reviewer.id not in excluded


def labelled(reviews: Iterable[Review]) -> tuple[tuple[str, Review], ...]:
    """Return (G1, review) … in the order of the member numbers, so labels do not depend on the order of import."""
    ordered = sorted(reviews, key=lambda review: (review.reviewer.number, review.reviewer.name, review.id))
    return tuple((f"G{index}", review) for index, review in enumerate(ordered, 1))


def consolidate(  # noqa: PLR0913 # all that the figures of one application rest on
    application: Application,
    catalogue: Catalogue,
    reviews: Iterable[Review],
    *,
    state: ApplicationState,
    formal_open: int = 0,
    consensus: Mapping[str, Consensus] | None = None,
    excluded: frozenset[str] = frozenset(),
    released: bool = False,
) -> Consolidation:
    """Compute the consolidation of one application from all its reviews; drafts appear uncounted, without a label.

    While it is `released` its agreed values stand as they are.
    """
    stored = dict(consensus or {})
    every = tuple(reviews)
    counted = labelled(review for review in every if counts(application, review, excluded))
    figures_of_reviews = [
        ReviewFigures(review, label, counted=True, total=total, reason=reason)
        for label, review in counted
        for total, reason in (review_total(catalogue, review),)
    ]
    left = [review for review in every if not counts(application, review, excluded)]
    figures_of_reviews += [
        ReviewFigures(review, "", counted=False, total=None, reason=Reason.WITHDRAWN if application.withdrawn else None)
        for review in sorted(left, key=lambda review: review.reviewer.number)
    ]
    criteria = tuple(
        consolidate_criterion(
            catalogue,
            criterion,
            (review.value(criterion.key) for _, review in counted),
            stored.get(criterion.key),
            released=released,
        )
        for criterion in catalogue.criteria
    )
    if application.withdrawn is not None:
        figures = _without_result(evaluate(catalogue, application.procedure, {}, formal_open), Reason.WITHDRAWN)
    else:
        agreed = {one.key: one.agreed for one in criteria}
        figures = evaluate(catalogue, application.procedure, agreed, formal_open)
    held = {one.key: one.consensus for one in criteria if one.consensus}
    return Consolidation(application, catalogue, state, tuple(figures_of_reviews), criteria, figures, formal_open, held)


def _without_result(figures: Figures, reason: Reason) -> Figures:
    """Return the figures of a withdrawn application: no total, no suggestion."""
    return Figures(figures.areas, None, figures.maximum, (), Suggestion(None, reason), reason)


def needs_reason(catalogue: Catalogue, criterion: CriterionFigures, value: Fraction) -> bool:
    """Say whether a consensus needs a reason: a flag is there, or it leaves the median by more than allowed."""
    if criterion.needs_discussion:
        return True
    return criterion.median is not None and abs(value - criterion.median) > catalogue.flags.deviation
