"""The consolidation as JSON: what `consolidate --json` prints, and one application's record with its checksum."""

import hashlib
import json
from collections.abc import Iterable, Mapping
from fractions import Fraction

from reviewer_app.domain.catalogue import Catalogue
from reviewer_app.domain.reviews.consolidation import Consolidation, CriterionFigures, ReviewFigures
from reviewer_app.domain.reviews.robustness import Margin, Probe, ProbeResult, left_medians, robustness
from reviewer_app.domain.reviews.scoring import AreaFigures
from reviewer_app.domain.scale import NotAssessable, Value

FORMAT = 1

type JsonObject = dict[str, object]


def number(value: Fraction | None) -> float | None:
    """Return an exact number as the nearest double."""
    return None if value is None else float(value)


def score(value: Value | None) -> float | None:
    """Return a score as a number, n. b. as null (what was not scored is left out by the caller)."""
    return None if value is None or isinstance(value, NotAssessable) else float(value)


def review_record(one: ReviewFigures) -> JsonObject:
    """Return one review: `scores` gives null for n. b. and leaves out what was not scored; a draft shows none."""
    found: JsonObject = {
        "reviewer": one.review.reviewer.name,
        "state": one.review.state.value,
        "counted": one.counted,
    }
    found["total"] = number(one.total)
    if one.total is None:
        found["reason"] = one.reason.value if one.reason else "not_counted"
    submitted = one.review.is_submitted
    found["scores"] = {
        key: score(entry.value)
        for key, entry in sorted(one.review.scores.items())
        if submitted and entry.value is not None
    }
    return found


def criterion_record(one: CriterionFigures) -> JsonObject:
    """Return the figures of one criterion."""
    found: JsonObject = {
        "key": one.key,
        "n": one.n,
        "mean": number(one.mean),
        "median": number(one.median),
        "min": number(one.minimum),
        "max": number(one.maximum),
        "range": number(one.range),
        "needs_discussion": one.needs_discussion,
        "consensus": number(one.consensus.value) if one.consensus else None,
        "agreed": number(one.agreed),
    }
    if one.reason:
        found["reason"] = one.reason.value
    if one.lapsed:
        before, because = one.lapsed.consensus, one.lapsed.because.value
        found["lapsed"] = {"value": number(before.value), "median": number(before.median), "because": because}
    return found


def _result(case: Consolidation) -> tuple[JsonObject | None, str | None]:
    suggestion = case.suggestion
    if suggestion.rule is None:
        return None, suggestion.reason.value if suggestion.reason else None
    return {"rule": suggestion.rule.id, "key": suggestion.rule.result}, None


def _flip(one: ProbeResult, case: Consolidation) -> JsonObject:
    rule = one.figures.suggestion.rule
    found: JsonObject = {"cause": one.probe.value}
    if one.probe is Probe.WITHOUT_REVIEW:
        found["reviewer"] = next(item.review.reviewer.name for item in case.counted if item.label == one.subject)
    elif one.probe is Probe.AREA_WEIGHT:
        found["area"] = one.subject
    elif one.probe is Probe.MEDIAN:
        found["criteria"] = list(left_medians(case))
    return found | {"rule": rule.id if rule else None}


def _margin(one: Margin) -> JsonObject:
    return {"criterion": one.criterion, "to": number(one.to), "rule": one.figures.rule_id}


def _robustness(case: Consolidation) -> JsonObject:
    """Return what the result hangs on; `stable` null with a reason where scores decide nothing."""
    tried = robustness(case)
    found: JsonObject = {
        "stable": tried.stable,
        "flips": [_flip(one, case) for one in tried.flips],
        "margins": [_margin(one) for one in tried.margins],
    }
    if tried.stable is None:
        reason = case.suggestion.reason or case.figures.reason
        found["reason"] = "formal_open" if case.suggestion.rule else reason.value if reason else None
    return found


def _area(area: AreaFigures) -> JsonObject:
    found: JsonObject = {name: number(getattr(area, name)) for name in ("points", "maximum", "share")}
    return {"key": area.key} | found | ({"reason": area.reason.value} if area.reason else {})


def application_record(case: Consolidation) -> JsonObject:
    """Return everything computed for one application, in the shape that docs/formats.md describes."""
    result, reason = _result(case)
    found: JsonObject = {
        "number": case.application.number,
        "name": case.application.name,
        "state": case.state.value,
        "reviews": [review_record(one) for one in case.reviews],
        "criteria": [criterion_record(one) for one in case.criteria],
        "areas": [_area(one) for one in case.figures.areas],
        "total": number(case.figures.total),
        "result": result,
        "robustness": _robustness(case),
    }
    reason = reason or (case.figures.reason.value if case.figures.reason else None)
    if reason:
        found["reason"] = reason
    return found


def consolidation_record(catalogue: Catalogue, cases: Iterable[Consolidation]) -> JsonObject:
    """Return the whole document of `consolidate --json`."""
    return {
        "format": FORMAT,
        "catalogue": {"id": catalogue.id, "version": catalogue.version, "sha256": catalogue.sha256},
        "applications": [application_record(case) for case in cases],
    }


def canonical(record: Mapping[str, object]) -> bytes:
    """Return a record as UTF-8 JSON with sorted keys and no spaces: what checksums are made of."""
    return json.dumps(record, ensure_ascii=False, sort_keys=True, separators=(",", ":")).encode()


def checksum(record: Mapping[str, object]) -> str:
    """Return the SHA-256 of the canonical record, 64 hexadecimal digits."""
    return hashlib.sha256(canonical(record)).hexdigest()
