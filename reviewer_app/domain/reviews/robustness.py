"""Probes of a result: one review left out, mean for median, one area weighted more; and how near the next rule is."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from fractions import Fraction

from reviewer_app.domain.catalogue import Area, Catalogue, Criterion
from reviewer_app.domain.reviews.consolidation import Consensus, ConsensusOrigin, Consolidation, consolidate_criterion
from reviewer_app.domain.reviews.scoring import Figures, evaluate

AREA_FACTOR = Fraction(5, 4)


class Probe(StrEnum):
    """What a probe changes."""

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


def _kept(consensus: Mapping[str, Consensus], key: str) -> Consensus | None:
    """Return an entered consensus, which is people's decision and stays; one taken from the median moves with it."""
    one = consensus.get(key)
    return one if one and one.origin is ConsensusOrigin.ENTERED else None


def probes(case: Consolidation) -> tuple[ProbeResult, ...]:
    """Return the probes: each counted review left out, mean instead of median, each area weighted 25 % more."""
    if not case.counted:
        return ()
    before = case.figures.rule_id
    results = [_without(case, index, before) for index in range(len(case.counted))] if len(case.counted) > 1 else []
    results.append(_mean(case, before))
    if len(case.catalogue.areas) > 1:
        results += [_weighted(case, area, before) for area in case.catalogue.areas]
    return tuple(results)


def strongest(case: Consolidation, found: tuple[ProbeResult, ...]) -> tuple[ProbeResult, ...]:
    """Return the probes that flip, the strongest first: most rules away, then most points away, then as they came."""
    places = {rule.id: place for place, rule in enumerate(case.catalogue.rules)}
    here, total = places.get(case.figures.rule_id or "", 0), case.figures.total or Fraction(0)

    def strength(one: ProbeResult) -> tuple[int, Fraction]:
        rule = one.figures.rule_id
        rules = abs(places[rule] - here) if rule in places else len(places)
        return -rules, -abs((one.figures.total or Fraction(0)) - total)

    return tuple(sorted((one for one in found if one.flips), key=strength))


def _judge(case: Consolidation, catalogue: Catalogue, agreed: Mapping[str, Fraction | None]) -> Figures:
    return evaluate(catalogue, case.application.procedure, agreed, case.formal_open)


def _without(case: Consolidation, index: int, before: str | None) -> ProbeResult:
    kept = [one.review for position, one in enumerate(case.counted) if position != index]
    agreed: dict[str, Fraction | None] = {}
    for criterion in case.catalogue.criteria:
        consensus = _kept(case.consensus, criterion.key)
        values = (review.value(criterion.key) for review in kept)
        agreed[criterion.key] = consolidate_criterion(case.catalogue, criterion, values, consensus).agreed
    figures = _judge(case, case.catalogue, agreed)
    return ProbeResult(Probe.WITHOUT_REVIEW, case.counted[index].label, figures, figures.rule_id != before)


def _mean(case: Consolidation, before: str | None) -> ProbeResult:
    agreed: dict[str, Fraction | None] = {}
    for one in case.criteria:
        consensus = _kept(case.consensus, one.key)
        agreed[one.key] = consensus.value if consensus else one.mean
    figures = _judge(case, case.catalogue, agreed)
    return ProbeResult(Probe.MEAN, "", figures, figures.rule_id != before)


def _weighted(case: Consolidation, heavier: Area, before: str | None) -> ProbeResult:
    catalogue = case.catalogue
    rest = catalogue.maximum - heavier.maximum
    factor = (catalogue.maximum - heavier.maximum * AREA_FACTOR) / rest if rest else Fraction(1)
    areas = tuple(_reweighted(area, AREA_FACTOR if area is heavier else factor) for area in catalogue.areas)
    changed = _with_areas(catalogue, areas)
    figures = _judge(case, changed, {one.key: one.agreed for one in case.criteria})
    return ProbeResult(Probe.AREA_WEIGHT, heavier.key, figures, figures.rule_id != before)


def _reweighted(area: Area, factor: Fraction) -> Area:
    criteria = tuple(
        Criterion(one.key, one.title, one.question, one.weight * factor, one.minimum, one.evidence, one.reference)
        for one in area.criteria
    )
    return Area(area.key, area.title, area.threshold, criteria)


def _with_areas(catalogue: Catalogue, areas: tuple[Area, ...]) -> Catalogue:
    return Catalogue(
        id=catalogue.id,
        version=catalogue.version,
        title=catalogue.title,
        valid_from=catalogue.valid_from,
        scale=catalogue.scale,
        flags=catalogue.flags,
        areas=areas,
        rules=catalogue.rules,
    )


def margins(case: Consolidation) -> tuple[Margin, ...]:
    """Return each criterion whose agreed score one step lower or higher would let another rule speak."""
    before = case.figures.rule_id
    agreed = {one.key: one.agreed for one in case.criteria}
    if before is None or None in agreed.values():
        return ()
    found = []
    for key, value in agreed.items():
        for other in case.catalogue.scale.neighbours(value) if value is not None else ():
            figures = _judge(case, case.catalogue, agreed | {key: other})
            if figures.rule_id != before:
                found.append(Margin(key, other, figures))
    return tuple(found)
