"""Whether a result holds: what it would be without one thing it rests on, and how near the next rule is.

What it hangs on is told heaviest first, in the same words everywhere: values the chair set, single reviews, median or
mean, the weights of the areas, then one step of one criterion. Who the scores decide nothing for is told nothing.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from fractions import Fraction

from reviewer_app.domain import locale
from reviewer_app.domain.catalogue import Area, Catalogue
from reviewer_app.domain.reviews.consolidation import Consensus, ConsensusOrigin, Consolidation, consolidate_criterion
from reviewer_app.domain.reviews.scoring import Figures, evaluate, reweighted

AREA_FACTOR = Fraction(5, 4)
_MOST_NAMED = 3


class Probe(StrEnum):
    """What a probe changes; the heaviest comes first."""

    MEDIAN = "median"
    WITHOUT_REVIEW = "without_review"
    MEAN = "mean"
    AREA_WEIGHT = "area_weight"


@dataclass(frozen=True, slots=True)
class ProbeResult:
    """One probe: `subject` is the label of the review (G1) or the key of the area; `flips` when another rule speaks."""

    probe: Probe
    subject: str
    figures: Figures
    flips: bool


@dataclass(frozen=True, slots=True)
class Margin:
    """A criterion whose change by one step gives another rule: `to` is the value, `figures` what follows."""

    criterion: str
    to: Fraction
    figures: Figures


@dataclass(frozen=True, slots=True)
class Robustness:
    """What was tried on a result, and what of it gives another one.

    `decided` is False where scores decide nothing: no rule speaks, or one that would speak without any score.
    `flips` holds the probes that flip, the heaviest first. Where it is not decided there are neither flips nor margins.
    """

    decided: bool = False
    probes: tuple[ProbeResult, ...] = ()
    flips: tuple[ProbeResult, ...] = ()
    margins: tuple[Margin, ...] = ()

    @property
    def stable(self) -> bool | None:
        """No probe flips; None where nothing is decided."""
        return not self.flips if self.decided else None


UNTRIED = Robustness()


@dataclass(frozen=True, slots=True)
class Dependence:
    """One thing a result hangs on, or that it hangs on none (`holds`): a short head and what it comes to."""

    head: str
    detail: str
    holds: bool = False

    @property
    def sentence(self) -> str:
        """The whole sentence."""
        return f"{self.head}: {self.detail}."


def _kept(consensus: Mapping[str, Consensus], key: str) -> Consensus | None:
    """Return an entered consensus, which is people's decision and stays; one taken from the median moves with it."""
    one = consensus.get(key)
    return one if one and one.origin is ConsensusOrigin.ENTERED else None


def left_medians(case: Consolidation) -> tuple[str, ...]:
    """Return the criteria whose agreed value is not the median put on the step."""
    return tuple(one.key for one in case.criteria if one.suggested is not None and one.agreed != one.suggested)


def probes(case: Consolidation) -> tuple[ProbeResult, ...]:
    """Return the probes of a case that has counted reviews, each over all criteria.

    Medians instead of agreed values, where the chair left one; each of several reviews left out; mean instead of
    median; each of several areas weighted 25 % more, see `area_factors`.
    """
    if not case.counted:
        return ()
    before = case.figures.rule_id
    results = []
    if left := left_medians(case):
        results.append(_median(case, left, before))
    if len(case.counted) > 1:
        results += [_without(case, index, before) for index in range(len(case.counted))]
    results.append(_mean(case, before))
    results += [
        _weighted(case, area, before) for area in case.catalogue.areas if 0 < area.maximum < case.catalogue.maximum
    ]
    return tuple(results)


def strongest(case: Consolidation, found: Iterable[ProbeResult]) -> tuple[ProbeResult, ...]:
    """Return the probes that flip, the heaviest first.

    By what they change, in the order of `Probe`; then most rules away, then most points away, then as they came.
    """
    kinds = tuple(Probe)
    places = {rule.id: place for place, rule in enumerate(case.catalogue.rules)}
    here, total = places.get(case.figures.rule_id or "", 0), case.figures.total or Fraction(0)

    def strength(one: ProbeResult) -> tuple[int, int, Fraction]:
        rule = one.figures.rule_id
        rules = abs(places[rule] - here) if rule in places else len(places)
        return kinds.index(one.probe), -rules, -abs((one.figures.total or Fraction(0)) - total)

    return tuple(sorted((one for one in found if one.flips), key=strength))


def robustness(case: Consolidation) -> Robustness:
    """Try the result of a case."""
    tried = probes(case)
    rule = case.figures.rule_id
    if not tried or rule is None or _judge(case, {}).rule_id == rule:
        return Robustness(decided=False, probes=tried)
    return Robustness(decided=True, probes=tried, flips=strongest(case, tried), margins=margins(case))


def _rests_on_one_review(case: Consolidation) -> bool:
    return len(case.counted) == 1 and any(_kept(case.consensus, one.key) is None for one in case.criteria)


def _judge(case: Consolidation, agreed: Mapping[str, Fraction | None]) -> Figures:
    return evaluate(case.catalogue, case.application.procedure, agreed, case.formal_open)


def _median(case: Consolidation, left: Sequence[str], before: str | None) -> ProbeResult:
    agreed = {one.key: one.suggested if one.key in left else one.agreed for one in case.criteria}
    figures = _judge(case, agreed)
    return ProbeResult(Probe.MEDIAN, "", figures, figures.rule_id != before)


def _without(case: Consolidation, index: int, before: str | None) -> ProbeResult:
    kept = [one.review for position, one in enumerate(case.counted) if position != index]
    agreed: dict[str, Fraction | None] = {}
    for criterion in case.catalogue.criteria:
        consensus = _kept(case.consensus, criterion.key)
        values = (review.value(criterion.key) for review in kept)
        agreed[criterion.key] = consolidate_criterion(case.catalogue, criterion, values, consensus).agreed
    figures = _judge(case, agreed)
    return ProbeResult(Probe.WITHOUT_REVIEW, case.counted[index].label, figures, figures.rule_id != before)


def _mean(case: Consolidation, before: str | None) -> ProbeResult:
    agreed: dict[str, Fraction | None] = {}
    for one in case.criteria:
        consensus = _kept(case.consensus, one.key)
        agreed[one.key] = consensus.value if consensus else one.mean
    figures = _judge(case, agreed)
    return ProbeResult(Probe.MEAN, "", figures, figures.rule_id != before)


def area_factors(catalogue: Catalogue, heavier: Area) -> tuple[Fraction, Fraction]:
    """Return by what the weights in `heavier` and in all other areas are multiplied so that it weighs 25 % more.

    The others give it up in proportion and the sum stays; it grows to the whole sum at most, so that none falls below
    zero. Raises ZeroDivisionError where an area has no weight or all of it.
    """
    grown = min(heavier.maximum * AREA_FACTOR, catalogue.maximum)
    return grown / heavier.maximum, (catalogue.maximum - grown) / (catalogue.maximum - heavier.maximum)


def _weighted(case: Consolidation, heavier: Area, before: str | None) -> ProbeResult:
    more, less = area_factors(case.catalogue, heavier)
    factors = {area.key: more if area is heavier else less for area in case.catalogue.areas}
    figures = reweighted(case.catalogue, case.application.procedure, case.figures, factors, case.formal_open)
    return ProbeResult(Probe.AREA_WEIGHT, heavier.key, figures, figures.rule_id != before)


def margins(case: Consolidation) -> tuple[Margin, ...]:
    """Return each criterion whose agreed score one step lower or higher would let another rule speak."""
    before = case.figures.rule_id
    agreed = {one.key: one.agreed for one in case.criteria}
    if before is None or None in agreed.values():
        return ()
    found = []
    for key, value in agreed.items():
        for other in case.catalogue.scale.neighbours(value) if value is not None else ():
            figures = _judge(case, agreed | {key: other})
            if figures.rule_id != before:
                found.append(Margin(key, other, figures))
    return tuple(found)


# In words


class _Wording:
    """Words one case in one language."""

    def __init__(self, case: Consolidation, language: str, words: Callable[..., str]) -> None:
        self.case, self.language, self._words = case, language, words

    def say(self, key: str, /, **params: object) -> str:
        return self._words(f"robustness.{key}", self.language, **params)

    def result(self, figures: Figures) -> str:
        rule = figures.suggestion.rule
        return rule.name.read(self.language) if rule else self.say("no_suggestion")

    def some(self, parts: Sequence[str], rest: str = "more") -> str:
        """Name at most a few, then how many more."""
        if len(parts) <= _MOST_NAMED + 1:
            return ", ".join(parts)
        return self.say(rest, first=", ".join(parts[:_MOST_NAMED]), count=len(parts) - _MOST_NAMED)

    def either(self, keys: Sequence[str]) -> str:
        if not 1 < len(keys) <= _MOST_NAMED + 1:
            return self.some(keys, "or_more")
        return self.say("or", first=", ".join(keys[:-1]), last=keys[-1])

    def dependence(self, kind: Probe, flips: Sequence[ProbeResult]) -> Dependence:
        if kind is Probe.MEDIAN:
            return self._chair(flips[0])
        head = self.say(f"head.{kind.value}", n=len(flips), of=len(self.case.counted))
        if kind is Probe.WITHOUT_REVIEW and len(flips) == len(self.case.counted):
            head = self.say("head.every_review", n=len(flips))
        parts = [self.say(f"with.{kind.value}", subject=one.subject, result=self.result(one.figures)) for one in flips]
        return Dependence(head, self.some(parts))

    def _chair(self, flip: ProbeResult) -> Dependence:
        """Name the agreed values that alone turn the result, or all that left the median where only all do."""
        case, left, scale = self.case, left_medians(self.case), self.case.catalogue.scale
        agreed = {one.key: one.agreed for one in case.criteria}
        alone = [
            key
            for key in left
            if _judge(case, agreed | {key: case.criterion(key).suggested}).rule_id != case.figures.rule_id
        ]
        keys = alone or left
        values = [
            self.say(
                "values" if len(keys) > 1 else "value",
                key=key,
                agreed=locale.score(case.criterion(key).agreed, self.language, scale.decimals),
                median=locale.score(case.criterion(key).median, self.language, scale.decimals),
            )
            for key in keys
        ]
        head = self.say(
            "head.median", keys=self.say("and", first=", ".join(keys[:-1]), last=keys[-1]) if keys[1:] else keys[0]
        )
        detail = self.say("with.median", n=len(left), values=self.some(values), result=self.result(flip.figures))
        return Dependence(head, detail)

    def close(self, near: Sequence[Margin], direction: str) -> Dependence:
        results = {self.result(one.figures) for one in near}
        keys = list(dict.fromkeys(one.criterion for one in near))
        step = locale.one_step(self.case.catalogue.scale, self.language, self._words)
        key = f"close.{direction}" if len(results) == 1 else f"close.{direction}_various"
        detail = self.say(key, keys=self.either(keys), step=step, result=next(iter(results)))
        return Dependence(self.say("head.close"), detail)


def probe_text(case: Consolidation, one: ProbeResult, language: str, words: Callable[..., str]) -> str:
    """Say what a probe changes: "Bereich D 25 % schwerer, die anderen 8 % leichter"."""
    key = f"robustness.probe.{one.probe.value}"
    if one.probe is not Probe.AREA_WEIGHT:
        return words(key, language, subject=one.subject)
    area = next(area for area in case.catalogue.areas if area.key == one.subject)
    more, less = area_factors(case.catalogue, area)
    shown = {"more": locale.percent(more - 1, language, 0), "less": locale.percent(1 - less, language, 0)}
    return words(key, language, subject=one.subject, **shown)


def tried_text(found: Robustness, language: str, words: Callable[..., str]) -> str:
    """Say which kinds of probes there were, and how areas are weighted anew."""
    kinds = [
        words(f"robustness.kind.{one.value}", language) for one in dict.fromkeys(one.probe for one in found.probes)
    ]
    return words("robustness.tried", language, kinds=", ".join(kinds))


def dependences(
    case: Consolidation, found: Robustness, language: str, words: Callable[..., str]
) -> tuple[Dependence, ...]:
    """Say what the result hangs on, heaviest first, or that it holds; nothing where scores decide nothing.

    `words` looks up message keys (resources.messages.text).
    """
    if not found.decided:
        return ()
    wording = _Wording(case, language, words)
    told = []
    for kind in Probe:
        if flips := [one for one in found.flips if one.probe is kind]:
            told.append(wording.dependence(kind, flips))
        if kind is Probe.WITHOUT_REVIEW and _rests_on_one_review(case):
            head = wording.say("head.without_review", n=1, of=1)
            told.append(Dependence(head, wording.say("only_review")))
    agreed = {one.key: one.agreed for one in case.criteria}
    for direction, down in (("down", True), ("up", False)):
        near = [one for one in found.margins if (one.to < (agreed[one.criterion] or 0)) is down]
        if near:
            told.append(wording.close(near, direction))
    if told:
        return tuple(told)
    n = len(found.probes)
    result = wording.result(case.figures)
    return (Dependence(wording.say("head.holds"), wording.say("holds", n=n, result=result), holds=True),)
