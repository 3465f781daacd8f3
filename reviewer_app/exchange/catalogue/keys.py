"""The keys a catalogue file may have, table by table, and what is made of each: the only declaration of a key.

Only kinds of things stand here; which criteria, fields and bounds there are is said by the file alone
(docs/formats/catalogue.md is the same for its authors).
"""

from collections.abc import Callable, Mapping
from dataclasses import fields, replace
from fractions import Fraction

from resources.languages import LANGUAGES
from reviewer_app.domain.catalogue import Area, Catalogue, Criterion, Flags, RationaleDuty, ResultRule
from reviewer_app.domain.finding import Severity
from reviewer_app.domain.form.spec import (
    AnnexKind,
    Field,
    FieldKind,
    FormalCheck,
    FormalKind,
    FormRule,
    FormRuleKind,
    FormSection,
    Hint,
    HintBand,
    KeyFigure,
    ValueEntry,
    ValueList,
)
from reviewer_app.domain.issuer import Issuer
from reviewer_app.domain.localised import Localised
from reviewer_app.domain.scale import Level, Scale
from reviewer_app.exchange.catalogue.schema import (
    CONDITION,
    COUNT,
    DAY,
    FLAG,
    IN_LANGUAGES,
    LOCAL,
    NUMBER,
    POSITIVE,
    SHARE,
    TEXT,
    TEXTS,
    Code,
    FreeTable,
    Number,
    Sequence,
    TableSchema,
    TextSchema,
    ValueSchema,
    Whole,
    becomes,
    needed,
    one_of,
)

FORMAT = 1
KEY = TextSchema(required=True, pattern=r"[\w.+-]{1,40}")
"""A key: letters, digits, dot, hyphen, plus and underline."""

_NAME = needed(LOCAL)
_REQUIRED = TextSchema(choices=("yes", "no", "when"))
_WHEN = FreeTable(values=Sequence(item=TEXT, least=1))
_BOUND = Number(low=Fraction(0), whole=True)
"""A whole number that is compared with exact ones."""


def _made[Made](make: Callable[..., Made], given: Mapping[str, object]) -> Made:
    return make(**given)


def _named(given: dict[str, object]) -> Localised:
    """Take the name out of a table that holds the languages itself."""
    return Localised(**{language: str(given.pop(language, "")) for language in LANGUAGES})


# Scale, criteria, rules


def _level(**given: object) -> Level:
    name = _named(given)
    return _made(Level, {"text": Localised(""), **given, "name": name})


def _scale(*, levels: tuple[Level, ...] = (), **given: object) -> Scale:
    return _made(Scale, {**given, "levels": tuple(sorted(levels, key=lambda level: level.value))})


def _area(*, threshold: Fraction | None = None, **given: object) -> Area:
    return _made(Area, {**given, "threshold": threshold})


def _result(*, key: str, **given: object) -> tuple[str, Localised]:
    return key, _named(given)


def _rule(*, result: tuple[str, Localised], **given: object) -> ResultRule:
    return _made(ResultRule, {**given, "result": result[0], "name": result[1]})


SCALE = TableSchema(
    make=_scale,
    keys={
        "min": needed(NUMBER, "minimum"),
        "max": needed(NUMBER, "maximum"),
        "step": needed(POSITIVE),
        "not_assessable": FLAG,
        "levels": Sequence(
            item=TableSchema(make=_level, keys={"value": needed(NUMBER), **IN_LANGUAGES, "text": LOCAL})
        ),
    },
)
_CRITERION = TableSchema(
    make=Criterion,
    keys={
        "key": KEY,
        "title": _NAME,
        "question": LOCAL,
        "weight": POSITIVE,
        "minimum": NUMBER,
        "evidence": TEXTS,
        "reference": TEXTS,
    },
)
_AREA = TableSchema(
    make=_area,
    keys={
        "key": KEY,
        "title": _NAME,
        "threshold": SHARE,
        "criterion": needed(Sequence(item=_CRITERION, least=1), "criteria"),
    },
)
_RULE = TableSchema(
    make=_rule,
    keys={
        "id": KEY,
        "procedures": TEXTS,
        "when": CONDITION,
        "text": LOCAL,
        "result": needed(TableSchema(make=_result, keys={"key": KEY, **IN_LANGUAGES})),
    },
)
_FLAGS = TableSchema(
    make=Flags,
    keys={
        "range": Number(low=Fraction(0)),
        "notice": Number(low=Fraction(0)),
        "deviation": Number(low=Fraction(0)),
        "floor": NUMBER,
    },
)


# The form: value lists, annexes, fields, figures


type _Placed = Callable[[int], ValueEntry]
"""An entry that still has to be told its place in the file."""


def _entry(**given: object) -> _Placed:
    name = _named(given)
    return lambda place: _made(ValueEntry, {"sort": place, **given, "name": name})


def _value_list(*, key: str, entries: tuple[_Placed, ...], **_given: object) -> ValueList:
    """Put the entries in order; those without `sort` keep the order of the file."""
    placed = [entry(place) for place, entry in enumerate(entries, 1)]
    return ValueList(key, tuple(sorted(placed, key=lambda one: one.sort)))


def _annex(*, types: tuple[str, ...] = (), **given: object) -> AnnexKind:
    return _made(AnnexKind, {**given, "types": types or ("pdf",)})


def _field(*, completed: Mapping[str, str] | None = None, **given: object) -> Field:
    more: dict[str, object] = {name: given.pop(name) for name in ("default", "annex") if name in given}
    for column, key in (completed or {}).items():
        more |= {"completed_column": column, "completed_key": key}
    return _made(Field, {**given, "more": more})


def _figure(*, denominator: tuple[str, ...] = (), **given: object) -> KeyFigure:
    """Make a computed figure; without a unit it is a share where it divides, else a count."""
    return _made(KeyFigure, {"unit": "share" if denominator else "count", **given, "denominator": denominator})


_VALUE_LIST = TableSchema(
    make=_value_list,
    keys={
        "key": KEY,
        "title": LOCAL,
        "entries": needed(
            Sequence(
                item=TableSchema(
                    make=_entry,
                    keys={
                        "key": KEY,
                        **IN_LANGUAGES,
                        "sort": Whole(),
                        "valid_from": DAY,
                        "valid_to": DAY,
                        "more": FreeTable(values=Code()),
                    },
                ),
                least=1,
            )
        ),
    },
)
_ANNEX = TableSchema(
    make=_annex,
    keys={
        "key": KEY,
        "title": _NAME,
        "required": _REQUIRED,
        "required_when": _WHEN,
        "expected_when": _WHEN,
        "types": Sequence(item=TextSchema(made=lambda ending: ending.lower().lstrip("."))),
        "words": TEXTS,
        "hint": LOCAL,
        "personal": FLAG,
        "confidential": FLAG,
        "form_table": becomes("table", TEXT),
    },
)
_COLUMN_KEYS: Mapping[str, ValueSchema] = {
    "id": KEY,
    "label": _NAME,
    "kind": needed(
        replace(one_of(FieldKind), choices=tuple(kind for kind in FieldKind if kind is not FieldKind.TABLE))
    ),
    "required": _REQUIRED,
    "required_when": _WHEN,
    "unit": LOCAL,
    "hint": LOCAL,
    "list": TEXT,
    "pattern": TEXT,
    "min_length": COUNT,
    "max_length": COUNT,
    "minimum": NUMBER,
    "maximum": NUMBER,
    "step": POSITIVE,
    "not_future": FLAG,
    "personal": FLAG,
    "replaced": FLAG,
    "role": TEXT,
    "figure": TEXT,
    "default": TEXT,
}
_FIELD = TableSchema(
    make=_field,
    keys={
        **_COLUMN_KEYS,
        "kind": needed(one_of(FieldKind)),
        "section": TEXT,
        "members": TEXT,
        "filled_by": TextSchema(choices=("applicant", "office"), made=lambda who: who == "office", to="by_office"),
        "sheet": TEXT,
        "annex": TEXT,
        "min_rows": COUNT,
        "prepared_rows": COUNT,
        "completed": FreeTable(values=TEXT),
        "column": Sequence(item=TableSchema(make=_field, keys=_COLUMN_KEYS), least=1, to="columns"),
    },
)
_FIGURE = TableSchema(
    make=_figure,
    keys={
        "id": KEY,
        "title": _NAME,
        "numerator": needed(Sequence(item=TEXT, least=1)),
        "denominator": TEXTS,
        "unit": TextSchema(choices=("share", "ratio", "count", "money")),
        "per_year": FLAG,
    },
)


# What is checked and hinted at


def _form_rule(*, fields: tuple[str, ...], text: Localised, severity: str = "error", **given: object) -> FormRule:
    """Make a rule over several fields; what its kind adds stands in `params`."""
    names = {name: given.pop(name) for name in ("id", "kind")}
    return _made(FormRule, {**names, "fields": fields, "text": text, "severity": severity, "params": given})


def _hint(**given: object) -> Hint:
    return _made(Hint, {"bands": (), **given})


def _band(*, up_to: Fraction | None = None, below: Fraction | None = None, **given: object) -> HintBand:
    inclusive = up_to is not None
    return _made(HintBand, {**given, "below": up_to if inclusive else below, "inclusive": inclusive})


def _cap(**given: object) -> Mapping[str, object]:
    return {"text": Localised(""), **given}


_FORM_RULE = TableSchema(
    make=_form_rule,
    keys={
        "id": KEY,
        "kind": needed(TextSchema(choices=tuple(FormRuleKind))),
        "fields": needed(Sequence(item=TEXT, least=1)),
        "severity": TextSchema(choices=tuple(Severity)),
        "text": _NAME,
    },
    variants={
        FormRuleKind.RANGE_OF_ENTRY: {"ranges": needed(TEXT)},
        FormRuleKind.ROW_COUNTS: {"counts": needed(FreeTable(values=_BOUND))},
        FormRuleKind.ROW_AT_MOST: {"within": needed(Sequence(item=TEXT, least=1))},
    },
)
_FORMAL_RULE = TableSchema[dict[str, object]](
    make=dict,
    keys={"kind": needed(TextSchema(choices=tuple(FormalKind))), "finding": needed(TEXT), "place": TEXT},
    variants={
        FormalKind.ANSWERED: {"fields": needed(Sequence(item=TEXT, least=1)), "show": TEXTS},
        FormalKind.AT_LEAST: {
            "value": needed(TEXT),
            "bound": needed(NUMBER),
            "recommended": NUMBER,
            "unit": TextSchema(choices=("count", "share", "fte", "number")),
        },
        FormalKind.EACH_ABOVE: {"values": needed(Sequence(item=TEXT, least=1)), "bound": needed(NUMBER)},
        FormalKind.AGE_AT_LEAST: {"value": needed(TEXT), "months": needed(_BOUND)},
        FormalKind.DATED_PAPER: {"value": needed(TEXT), "annex": needed(TEXT), "months": needed(_BOUND)},
        FormalKind.DECLARED_OR_LABEL: {"declaration": needed(TEXT), "signed": TEXT, "accept": TEXTS, "show": TEXTS},
        FormalKind.COMPLETE: {"annex": TEXT, "signature": TEXTS, "declarations": TEXTS},
    },
)
_FORMAL_CHECK = TableSchema(
    make=FormalCheck,
    keys={
        "id": KEY,
        "title": _NAME,
        "rule": needed(_FORMAL_RULE),
        "evidence": TEXTS,
        "basis": TEXT,
        "notice": FLAG,
        "text": LOCAL,
    },
)
_BOUNDS = FreeTable(
    values=TableSchema(
        make=dict,
        keys={
            "above": NUMBER,
            "from": NUMBER,
            "below": NUMBER,
            "up_to": NUMBER,
            "months_ahead_below": _BOUND,
            "months_ago_above": _BOUND,
        },
    )
)
_HINT = TableSchema(
    make=_hint,
    keys={
        "criterion": needed(TEXT),
        "source": needed(TEXT),
        "text": _NAME,
        "bands": Sequence(
            item=TableSchema(
                make=_band,
                keys={
                    "from": becomes("start", NUMBER),
                    "below": NUMBER,
                    "up_to": NUMBER,
                    "low": needed(NUMBER),
                    "high": needed(NUMBER),
                    "when": _BOUNDS,
                },
            )
        ),
        "caps": Sequence(
            item=TableSchema(make=_cap, keys={"at_most": needed(NUMBER), "when": needed(_BOUNDS), "text": LOCAL})
        ),
    },
)


# The whole


def _catalogue(
    *,
    rationale: Mapping[str, tuple[RationaleDuty, ...]] | None = None,
    value_lists: tuple[ValueList, ...] = (),
    **given: object,
) -> Catalogue:
    del given["format"]
    duties = frozenset((rationale or {}).get("required", ()))
    lists = {one.key: one for one in value_lists}
    return _made(Catalogue, {"valid_from": None, "flags": Flags(), **given, "duties": duties, "value_lists": lists})


ISSUER = TableSchema(make=Issuer, keys={one.name: _NAME for one in fields(Issuer)})
CATALOGUE = TableSchema(
    make=_catalogue,
    keys={
        "format": needed(Whole()),
        "id": KEY,
        "version": KEY,
        "title": _NAME,
        "valid_from": DAY,
        "form_version": replace(KEY, required=False),
        "scale": needed(SCALE),
        "flags": _FLAGS,
        "rationale": TableSchema(make=dict, keys={"required": Sequence(item=one_of(RationaleDuty))}),
        "area": needed(Sequence(item=_AREA, least=1), "areas"),
        "rule": Sequence(item=_RULE, to="rules"),
        "value_list": Sequence(item=_VALUE_LIST, to="value_lists"),
        "section": Sequence(item=TableSchema(make=FormSection, keys={"key": KEY, "title": _NAME}), to="sections"),
        "annex": Sequence(item=_ANNEX, to="annexes"),
        "field": Sequence(item=_FIELD, to="fields"),
        "figure": Sequence(item=_FIGURE, to="figures"),
        "form_rule": Sequence(item=_FORM_RULE, to="form_rules"),
        "formal_check": Sequence(item=_FORMAL_CHECK, to="formal_checks"),
        "hint": Sequence(item=_HINT, to="hints"),
        "issuer": ISSUER,
    },
)
