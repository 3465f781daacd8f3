"""The keys a catalogue file may have, table by table: the written form of docs/formats/catalogue.md for the program.

Only kinds of things stand here; which criteria, fields and bounds there are is said by the file alone.
"""

from collections.abc import Mapping
from dataclasses import replace
from fractions import Fraction

from reviewer_app.domain.catalogue import RationaleDuty
from reviewer_app.domain.finding import Severity
from reviewer_app.domain.form_spec import FieldKind, FormalKind, FormRuleKind
from reviewer_app.exchange.catalogue.shape import (
    CONDITION,
    COUNT,
    DAY,
    FLAG,
    LOCAL,
    NUMBER,
    POSITIVE,
    SHARE,
    TEXT,
    TEXTS,
    WHOLE,
    Shape,
    listing,
    mapping,
    needed,
    table,
)

KEY = needed(Shape("text", pattern=r"[\w.+-]{1,40}"))
"""A key: letters, digits, dot, hyphen, plus and underline."""

_NAME = needed(LOCAL)
_REQUIRED = Shape("text", choices=("yes", "no", "when"))
_WHEN = mapping(listing(TEXT, 1))
_CODES = mapping(Shape("code"))
_BOUNDS = mapping(
    table(
        {
            "above": NUMBER,
            "from": NUMBER,
            "below": NUMBER,
            "up_to": NUMBER,
            "months_ahead_below": COUNT,
            "months_ago_above": COUNT,
        }
    )
)

_SCALE = table(
    {
        "min": needed(NUMBER),
        "max": needed(NUMBER),
        "step": needed(POSITIVE),
        "not_assessable": FLAG,
        "levels": listing(table({"value": needed(NUMBER), "de": needed(TEXT), "en": TEXT, "text": LOCAL})),
    }
)
_CRITERION = table(
    {
        "key": KEY,
        "title": _NAME,
        "question": LOCAL,
        "weight": POSITIVE,
        "minimum": NUMBER,
        "evidence": TEXTS,
        "reference": TEXTS,
    }
)
_AREA = table(
    {"key": KEY, "title": _NAME, "threshold": SHARE, "criterion": needed(listing(_CRITERION, 1))},
)
_RULE = table(
    {
        "id": KEY,
        "procedures": TEXTS,
        "when": CONDITION,
        "text": LOCAL,
        "result": needed(table({"key": KEY, "de": needed(TEXT), "en": TEXT})),
    }
)

_LIST_ENTRY = table(
    {"key": KEY, "de": needed(TEXT), "en": TEXT, "sort": WHOLE, "valid_from": DAY, "valid_to": DAY, "more": _CODES}
)
_VALUE_LIST = table({"key": KEY, "title": LOCAL, "entries": needed(listing(_LIST_ENTRY, 1))})
_ANNEX = table(
    {
        "key": KEY,
        "title": _NAME,
        "required": _REQUIRED,
        "required_when": _WHEN,
        "expected_when": _WHEN,
        "types": TEXTS,
        "words": TEXTS,
        "hint": LOCAL,
        "personal": FLAG,
        "confidential": FLAG,
        "form_table": TEXT,
    }
)

_COLUMN_KEYS: Mapping[str, Shape] = {
    "id": KEY,
    "label": _NAME,
    "kind": needed(Shape("text", choices=tuple(kind for kind in FieldKind if kind is not FieldKind.TABLE))),
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
_FIELD = table(
    {
        **_COLUMN_KEYS,
        "kind": needed(Shape("text", choices=tuple(FieldKind))),
        "section": TEXT,
        "members": TEXT,
        "filled_by": Shape("text", choices=("applicant", "office")),
        "sheet": TEXT,
        "annex": TEXT,
        "min_rows": COUNT,
        "prepared_rows": COUNT,
        "completed": mapping(TEXT),
        "column": listing(table(_COLUMN_KEYS), 1),
    }
)
_FIGURE = table(
    {
        "id": KEY,
        "title": _NAME,
        "numerator": needed(listing(TEXT, 1)),
        "denominator": TEXTS,
        "unit": Shape("text", choices=("share", "ratio", "count", "money")),
        "per_year": FLAG,
    }
)

_FORM_RULE = table(
    {
        "id": KEY,
        "kind": needed(Shape("text", choices=tuple(FormRuleKind))),
        "fields": needed(listing(TEXT, 1)),
        "severity": Shape("text", choices=tuple(Severity)),
        "text": _NAME,
    },
    {
        FormRuleKind.RANGE_OF_ENTRY: {"ranges": needed(TEXT)},
        FormRuleKind.ROW_COUNTS: {"counts": needed(mapping(COUNT))},
        FormRuleKind.ROW_AT_MOST: {"within": needed(listing(TEXT, 1))},
    },
)

_WORDING = {
    "kind": needed(Shape("text", choices=tuple(FormalKind))),
    "finding": needed(TEXT),
    "place": TEXT,
}
_FORMAL_RULE = table(
    _WORDING,
    {
        FormalKind.ANSWERED: {"fields": needed(listing(TEXT, 1)), "show": TEXTS},
        FormalKind.AT_LEAST: {
            "value": needed(TEXT),
            "bound": needed(NUMBER),
            "recommended": NUMBER,
            "unit": Shape("text", choices=("count", "share", "fte", "number")),
        },
        FormalKind.EACH_ABOVE: {"values": needed(listing(TEXT, 1)), "bound": needed(NUMBER)},
        FormalKind.AGE_AT_LEAST: {"value": needed(TEXT), "months": needed(COUNT)},
        FormalKind.DATED_PAPER: {"value": needed(TEXT), "annex": needed(TEXT), "months": needed(COUNT)},
        FormalKind.DECLARED_OR_LABEL: {
            "declaration": needed(TEXT),
            "signed": TEXT,
            "accept": TEXTS,
            "show": TEXTS,
        },
        FormalKind.COMPLETE: {"annex": TEXT, "signature": TEXTS, "declarations": TEXTS},
    },
)
_FORMAL_CHECK = table(
    {
        "id": KEY,
        "title": _NAME,
        "rule": needed(_FORMAL_RULE),
        "evidence": TEXTS,
        "basis": TEXT,
        "notice": FLAG,
        "text": LOCAL,
    }
)
_HINT = table(
    {
        "criterion": needed(TEXT),
        "source": needed(TEXT),
        "text": _NAME,
        "bands": listing(
            table(
                {
                    "from": NUMBER,
                    "below": NUMBER,
                    "up_to": NUMBER,
                    "low": needed(NUMBER),
                    "high": needed(NUMBER),
                    "when": _BOUNDS,
                }
            )
        ),
        "caps": listing(table({"at_most": needed(NUMBER), "when": needed(_BOUNDS), "text": LOCAL})),
    }
)

_NOT_NEGATIVE = Shape("number", low=Fraction(0))

FORMAT = 1
CATALOGUE: Mapping[str, Shape] = {
    "format": needed(WHOLE),
    "id": KEY,
    "version": KEY,
    "title": _NAME,
    "valid_from": DAY,
    "form_version": replace(KEY, required=False),
    "scale": needed(_SCALE),
    "flags": table(dict.fromkeys(("range", "notice", "deviation"), _NOT_NEGATIVE) | {"floor": NUMBER}),
    "rationale": table({"required": listing(Shape("text", choices=tuple(RationaleDuty)))}),
    "area": needed(listing(_AREA, 1)),
    "rule": listing(_RULE),
    "value_list": listing(_VALUE_LIST),
    "section": listing(table({"key": KEY, "title": _NAME})),
    "annex": listing(_ANNEX),
    "field": listing(_FIELD),
    "figure": listing(_FIGURE),
    "form_rule": listing(_FORM_RULE),
    "formal_check": listing(_FORMAL_CHECK),
    "hint": listing(_HINT),
}
