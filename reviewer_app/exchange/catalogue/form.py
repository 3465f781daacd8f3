"""Makes the form part of a catalogue: fields, value lists, annexes, rules, formal checks, figures, hints.

Its own module, because a catalogue without a form is whole too.
"""

from collections.abc import Mapping

from reviewer_app.domain.form_spec import (
    AnnexKind,
    Field,
    FieldKind,
    Figure,
    FormalCheck,
    FormRule,
    Hint,
    HintBand,
    Section,
    ValueEntry,
    ValueList,
)
from reviewer_app.domain.localised import Localised
from reviewer_app.exchange.catalogue.read import (
    Raw,
    day,
    local,
    mapping,
    number,
    optional,
    settled,
    tables,
    texts,
    whole,
)

_RULE_KEYS = frozenset({"id", "kind", "fields", "severity", "text"})


def section(raw: Raw) -> Section:
    """Make a section of the form."""
    return Section(str(raw["key"]), local(raw["title"]))


def value_list(raw: Raw) -> ValueList:
    """Make a value list; entries without `sort` keep the order of the file."""
    entries = [
        ValueEntry(
            key=str(one["key"]),
            name=Localised(str(one["de"]), str(one.get("en", ""))),
            sort=whole(one.get("sort"), index),
            valid_from=day(one.get("valid_from")),
            valid_to=day(one.get("valid_to")),
            more={name: str(value) for name, value in mapping(one.get("more")).items()},
        )
        for index, one in enumerate(tables(raw["entries"]), 1)
    ]
    return ValueList(str(raw["key"]), tuple(sorted(entries, key=lambda entry: entry.sort)))


def annex(raw: Raw) -> AnnexKind:
    """Make a kind of annex."""
    return AnnexKind(
        key=str(raw["key"]),
        title=local(raw["title"]),
        required=str(raw.get("required", "no")),
        required_when=_when(raw),
        expected_when=_when(raw, "expected_when"),
        types=tuple(one.lower().lstrip(".") for one in texts(raw.get("types"))) or ("pdf",),
        words=texts(raw.get("words")),
        hint=local(raw.get("hint")),
        personal=raw.get("personal") is True,
        confidential=raw.get("confidential") is True,
        table=str(raw.get("form_table", "")),
    )


def field_of(raw: Raw) -> Field:
    """Make a field, or a table with its columns."""
    more = {name: str(raw[name]) for name in ("default", "annex") if name in raw}
    for column, key in mapping(raw.get("completed")).items():
        more |= {"completed_column": column, "completed_key": str(key)}
    return Field(
        id=str(raw["id"]),
        label=local(raw["label"]),
        kind=FieldKind(str(raw["kind"])),
        section=str(raw.get("section", "")),
        required=str(raw.get("required", "no")),
        required_when=_when(raw),
        unit=local(raw.get("unit")),
        hint=local(raw.get("hint")),
        list=str(raw.get("list", "")),
        pattern=str(raw.get("pattern", "")),
        min_length=whole(raw.get("min_length")),
        max_length=whole(raw.get("max_length")),
        minimum=optional(raw.get("minimum")),
        maximum=optional(raw.get("maximum")),
        step=optional(raw.get("step")),
        not_future=raw.get("not_future") is True,
        personal=raw.get("personal") is True,
        replaced=raw.get("replaced") is not False,
        sheet=str(raw.get("sheet", "")),
        min_rows=whole(raw.get("min_rows")),
        prepared_rows=whole(raw.get("prepared_rows"), 200),
        columns=tuple(map(field_of, tables(raw.get("column")))),
        role=str(raw.get("role", "")),
        figure=str(raw.get("figure", "")),
        members=str(raw.get("members", "")),
        by_office=raw.get("filled_by") == "office",
        more=more,
    )


def form_rule(raw: Raw) -> FormRule:
    """Make a rule over several fields; what its kind adds stands in `params`."""
    return FormRule(
        id=str(raw["id"]),
        kind=str(raw["kind"]),
        fields=texts(raw["fields"]),
        severity=str(raw.get("severity", "error")),
        text=local(raw["text"]),
        params={name: settled(value) for name, value in raw.items() if name not in _RULE_KEYS},
    )


def formal_check(raw: Raw) -> FormalCheck:
    """Make a formal check."""
    return FormalCheck(
        id=str(raw["id"]),
        title=local(raw["title"]),
        rule={name: settled(value) for name, value in mapping(raw["rule"]).items()},
        evidence=texts(raw.get("evidence")),
        basis=str(raw.get("basis", "")),
        notice=raw.get("notice") is True,
        text=local(raw.get("text")),
    )


def figure(raw: Raw) -> Figure:
    """Make a computed figure; without a unit it is a share where it divides, else a count."""
    denominator = texts(raw.get("denominator"))
    return Figure(
        id=str(raw["id"]),
        title=local(raw["title"]),
        numerator=texts(raw["numerator"]),
        denominator=denominator,
        unit=str(raw.get("unit", "share" if denominator else "count")),
        per_year=raw.get("per_year") is True,
    )


def hint(raw: Raw) -> Hint:
    """Make the anchors of one criterion."""
    return Hint(
        criterion=str(raw["criterion"]),
        source=str(raw["source"]),
        bands=tuple(map(_band, tables(raw.get("bands")))),
        text=local(raw["text"]),
        caps=tuple(map(_cap, tables(raw.get("caps")))),
    )


def _band(raw: Raw) -> HintBand:
    inclusive = "up_to" in raw
    return HintBand(
        low=number(raw["low"]),
        high=number(raw["high"]),
        start=optional(raw.get("from")),
        below=optional(raw.get("up_to" if inclusive else "below")),
        inclusive=inclusive,
        when=_bounds(raw),
    )


def _cap(raw: Raw) -> Mapping[str, object]:
    return {"at_most": number(raw["at_most"]), "when": _bounds(raw), "text": local(raw.get("text"))}


def _bounds(raw: Raw) -> Mapping[str, object]:
    return {name: settled(bounds) for name, bounds in mapping(raw.get("when")).items()}


def _when(raw: Raw, key: str = "required_when") -> Mapping[str, tuple[str, ...]]:
    return {name: texts(keys) for name, keys in mapping(raw.get(key)).items()}
