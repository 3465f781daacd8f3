"""Checks whether a catalogue of the right shape makes sense: scale, criteria, rules and what they name.

These faults need the whole catalogue; those of single values are found by the shape.
"""

from collections.abc import Iterable, Iterator
from fnmatch import fnmatchcase

from reviewer_app.domain.catalogue import Catalogue, Condition, ConditionKind, ResultRule, Scale
from reviewer_app.exchange.catalogue.faults import Faults
from reviewer_app.exchange.catalogue.form_sense import check_form_part
from reviewer_app.exchange.catalogue.lines import KeyPath
from reviewer_app.exchange.catalogue.read import Raw, mapping, tables
from reviewer_app.exchange.catalogue.shape import exact

MOST_GRADES = 1_001


def check_sense(catalogue: Catalogue, faults: Faults) -> None:
    """Note everything in the catalogue that contradicts itself or names what is not there."""
    _check_criteria(catalogue, faults)
    _check_rules(catalogue, faults)
    if catalogue.fields or catalogue.annexes:
        _check_evidence(catalogue, faults)
    check_form_part(catalogue, faults)


def repeated(keys: Iterable[str]) -> Iterator[tuple[int, str]]:
    """Give index and key of each key that stood there before."""
    seen: set[str] = set()
    for index, key in enumerate(keys):
        if key in seen:
            yield index, key
        seen.add(key)


def check_scale(scale: Scale, raw: Raw, faults: Faults) -> None:
    """Note what does not fit together in the scale; `raw` is the whole text as read."""
    if scale.maximum <= scale.minimum or scale.maximum <= 0:
        faults.add(("scale", "max"), "empty_scale")
        return
    steps = (scale.maximum - scale.minimum) / scale.step
    if steps.denominator != 1:
        faults.add(("scale", "step"), "step_does_not_divide")
    elif steps >= MOST_GRADES:
        faults.add(("scale", "step"), "too_many_grades", most=MOST_GRADES)
    seen = set()
    for index, level in enumerate(tables(mapping(raw["scale"]).get("levels"))):
        value = exact(level["value"])
        path: KeyPath = ("scale", "levels", index, "value")
        if value is None or not scale.contains(value):
            faults.add(path, "level_off_scale", value=level["value"])
        elif value in seen:
            faults.add(path, "twice", key=level["value"])
        seen.add(value)


def _check_criteria(catalogue: Catalogue, faults: Faults) -> None:
    for index, key in repeated(area.key for area in catalogue.areas):
        faults.add(("area", index, "key"), "twice", key=key)
    seen: set[str] = set()
    for area_index, area in enumerate(catalogue.areas):
        for index, criterion in enumerate(area.criteria):
            path: KeyPath = ("area", area_index, "criterion", index)
            if criterion.key in seen:
                faults.add((*path, "key"), "twice", key=criterion.key)
            seen.add(criterion.key)
            low, high = catalogue.scale.minimum, catalogue.scale.maximum
            if criterion.minimum is not None and not low <= criterion.minimum <= high:
                faults.add((*path, "minimum"), "off_scale", low=low, high=high)


def _check_evidence(catalogue: Catalogue, faults: Faults) -> None:
    """Each pointer has to name an annex, a figure, a field or a column; an asterisk stands for any end."""
    names = {field.id for field in catalogue.fields}
    names |= {column.id for field in catalogue.fields for column in field.columns}
    names |= {annex.key for annex in catalogue.annexes} | {figure.id for figure in catalogue.figures}
    for area_index, area in enumerate(catalogue.areas):
        for index, criterion in enumerate(area.criteria):
            for number, pointer in enumerate(criterion.evidence):
                if not any(fnmatchcase(name, pointer) for name in names):
                    faults.add(
                        ("area", area_index, "criterion", index, "evidence", number), "names_nothing", name=pointer
                    )
    for index, check in enumerate(catalogue.formal_checks):
        for number, pointer in enumerate(check.evidence):
            if not any(fnmatchcase(name, pointer) for name in names):
                faults.add(("formal_check", index, "evidence", number), "names_nothing", name=pointer)


def _check_rules(catalogue: Catalogue, faults: Faults) -> None:
    for index, key in repeated(rule.id for rule in catalogue.rules):
        faults.add(("rule", index, "id"), "twice", key=key)
    field = catalogue.by_role("procedure")
    known = catalogue.value_lists.get(field.list) if field else None
    for index, rule in enumerate(catalogue.rules):
        for number, procedure in enumerate(rule.procedures):
            if known and known.entry(procedure) is None:
                faults.add(("rule", index, "procedures", number), "unknown_entry", name=procedure, list=known.key)
        for condition in rule.when.walk() if rule.when else ():
            _check_condition(catalogue, condition, ("rule", index, "when"), faults)
        later = catalogue.rules[index + 1 :]
        if rule.when is None and any(not rule.procedures or _within(one, rule) for one in later):
            faults.add(("rule", index), "hides_later_rules", name=rule.id)


def _within(rule: ResultRule, other: ResultRule) -> bool:
    """Say whether `other` speaks for every procedure that `rule` speaks for."""
    return bool(rule.procedures) and set(rule.procedures) <= set(other.procedures)


def _check_condition(catalogue: Catalogue, condition: Condition, path: KeyPath, faults: Faults) -> None:
    if condition.kind is ConditionKind.TOTAL_BELOW and condition.bound > catalogue.maximum:
        faults.add(path, "above_maximum", bound=condition.bound, most=catalogue.maximum)
    if condition.kind is ConditionKind.AREAS_BELOW and condition.count > len(catalogue.areas):
        faults.add(path, "more_than_areas", count=condition.count, most=len(catalogue.areas))
