"""Makes the values of the domain from a catalogue text whose shape was found right.

Numbers become exact fractions here and stay that; texts come as one string (German) or as a table of languages.
"""

from reviewer_app.domain.catalogue import (
    Area,
    Catalogue,
    Condition,
    ConditionKind,
    Criterion,
    Flags,
    Level,
    RationaleDuty,
    ResultRule,
    Scale,
)
from reviewer_app.domain.localised import Localised
from reviewer_app.exchange.catalogue import form
from reviewer_app.exchange.catalogue.read import Raw, day, local, mapping, number, optional, tables, texts, whole


def build(raw: Raw, sha256: str, source: str) -> Catalogue:
    """Make a catalogue of checked data; ValueError or KeyError mean that the check let something pass."""
    return Catalogue(
        id=str(raw["id"]),
        version=str(raw["version"]),
        title=local(raw["title"]),
        valid_from=day(raw.get("valid_from")),
        scale=scale_of(mapping(raw["scale"])),
        flags=Flags(**{name: number(value) for name, value in mapping(raw.get("flags")).items()}),
        areas=tuple(map(_area, tables(raw["area"]))),
        rules=tuple(map(_rule, tables(raw.get("rule")))),
        duties=frozenset(map(RationaleDuty, texts(mapping(raw.get("rationale")).get("required")))),
        fields=tuple(map(form.field_of, tables(raw.get("field")))),
        value_lists={one.key: one for one in map(form.value_list, tables(raw.get("value_list")))},
        form_rules=tuple(map(form.form_rule, tables(raw.get("form_rule")))),
        formal_checks=tuple(map(form.formal_check, tables(raw.get("formal_check")))),
        hints=tuple(map(form.hint, tables(raw.get("hint")))),
        figures=tuple(map(form.figure, tables(raw.get("figure")))),
        sections=tuple(map(form.section, tables(raw.get("section")))),
        annexes=tuple(map(form.annex, tables(raw.get("annex")))),
        form_version=str(raw.get("form_version", "")),
        sha256=sha256,
        source=source,
    )


def scale_of(raw: Raw) -> Scale:
    """Make the scale."""
    levels = (Level(number(one["value"]), _named(one), local(one.get("text"))) for one in tables(raw.get("levels")))
    return Scale(
        minimum=number(raw["min"]),
        maximum=number(raw["max"]),
        step=number(raw["step"]),
        not_assessable=raw.get("not_assessable") is not False,
        levels=tuple(sorted(levels, key=lambda level: level.value)),
    )


def _area(raw: Raw) -> Area:
    return Area(
        key=str(raw["key"]),
        title=local(raw["title"]),
        threshold=optional(raw.get("threshold")),
        criteria=tuple(map(_criterion, tables(raw["criterion"]))),
    )


def _criterion(raw: Raw) -> Criterion:
    return Criterion(
        key=str(raw["key"]),
        title=local(raw["title"]),
        question=local(raw.get("question")),
        weight=number(raw.get("weight", 1)),
        minimum=optional(raw.get("minimum")),
        evidence=texts(raw.get("evidence")),
        reference=texts(raw.get("reference")),
    )


def _rule(raw: Raw) -> ResultRule:
    result = mapping(raw["result"])
    when = mapping(raw.get("when"))
    return ResultRule(
        id=str(raw["id"]),
        result=str(result["key"]),
        name=_named(result),
        when=_condition(when) if when else None,
        procedures=texts(raw.get("procedures")),
        text=local(raw.get("text")),
    )


def _condition(raw: Raw) -> Condition:
    ((name, value),) = raw.items()
    kind = ConditionKind(name)
    if kind in (ConditionKind.ANY, ConditionKind.ALL):
        return Condition(kind, parts=tuple(map(_condition, tables(value))))
    if kind is ConditionKind.AREAS_BELOW:
        bounds = mapping(value)
        return Condition(kind, bound=number(bounds["share"]), count=whole(bounds["count"]))
    if kind in (ConditionKind.FORMAL_OPEN, ConditionKind.MINIMUM_MISSED):
        return Condition(kind, expected=value is True)
    return Condition(kind, bound=number(value))


def _named(raw: Raw) -> Localised:
    """Give the name of a table that holds `de` and `en` itself."""
    return Localised(str(raw["de"]), str(raw.get("en", "")))
