"""Checks whether a catalogue of the right shape makes sense: scale, criteria, rules, form, and what each of them names.

These faults need the whole catalogue; those of single values are found by the shape. A rule that names a field which is
not there would never speak, and nobody would notice.
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from fnmatch import fnmatchcase
from fractions import Fraction
from string import Formatter

from resources import messages
from reviewer_app.domain.catalogue import Catalogue, Condition, ConditionKind, ResultRule
from reviewer_app.domain.form.spec import Field, FieldKind, FormRule, FormRuleKind, Hint, KeyFigure, ValueEntry
from reviewer_app.domain.localised import Localised
from reviewer_app.domain.scale import Scale
from reviewer_app.exchange.catalogue.faults import Faults
from reviewer_app.exchange.catalogue.lines import KeyPath
from reviewer_app.exchange.catalogue.schema import exact

MOST_GRADES = 1_001
_CHOICES = (FieldKind.CHOICE, FieldKind.MULTI)
_MARKS = frozenset({"present", "positive"})
_COUNTS_ALL = frozenset({"@all", "@bound"})
_OPERAND = re.compile(r"-?(?P<name>[\w+-]+)(?:\.(?P<column>[\w+-]+)(?:>0)?)?")
_OWN_NAMES = frozenset({"value", "source", "year", "anchor", "cap"})
_LEAST_OPERANDS: Mapping[FormRuleKind, int] = {
    FormRuleKind.SUM_EQUALS: 2,
    FormRuleKind.AT_MOST: 2,
    FormRuleKind.NOT_BEFORE: 2,
    FormRuleKind.EXCLUDES: 2,
    FormRuleKind.MUST_BE_YES: 1,
    FormRuleKind.MATCHES_MEMBERS: 1,
    FormRuleKind.RANGE_OF_ENTRY: 2,
    FormRuleKind.ROW_COUNTS: 2,
    FormRuleKind.UNIQUE_ROWS: 2,
    FormRuleKind.ROW_AT_MOST: 2,
    FormRuleKind.ROW_AFTER: 3,
}
_ROW_RULES = frozenset(
    {FormRuleKind.ROW_COUNTS, FormRuleKind.UNIQUE_ROWS, FormRuleKind.ROW_AT_MOST, FormRuleKind.ROW_AFTER}
)


def check_sense(catalogue: Catalogue, faults: Faults) -> None:
    """Note everything in the catalogue that contradicts itself or names what is not there."""
    _check_criteria(catalogue, faults)
    _check_rules(catalogue, faults)
    if catalogue.fields or catalogue.annexes:
        _check_evidence(catalogue, faults)
    _check_form(catalogue, faults)


def _repeated(keys: Iterable[str]) -> Iterator[tuple[int, str]]:
    """Give index and key of each key that stood there before."""
    seen: set[str] = set()
    for index, key in enumerate(keys):
        if key in seen:
            yield index, key
        seen.add(key)


def check_scale(scale: Scale, levels: Iterable[Mapping[str, object]], faults: Faults) -> None:
    """Note what does not fit together in the scale; `levels` are its tables in the order of the file."""
    if scale.maximum <= scale.minimum or scale.maximum <= 0:
        faults.add(("scale", "max"), "empty_scale")
        return
    steps = (scale.maximum - scale.minimum) / scale.step
    if steps.denominator != 1:
        faults.add(("scale", "step"), "step_does_not_divide")
    elif steps >= MOST_GRADES:
        faults.add(("scale", "step"), "too_many_grades", most=MOST_GRADES)
    seen = set()
    for index, level in enumerate(levels):
        value = exact(level["value"])
        path: KeyPath = ("scale", "levels", index, "value")
        if value is None or not scale.contains(value):
            faults.add(path, "level_off_scale", value=level["value"])
        elif value in seen:
            faults.add(path, "twice", key=level["value"])
        seen.add(value)


def _check_criteria(catalogue: Catalogue, faults: Faults) -> None:
    for index, key in _repeated(area.key for area in catalogue.areas):
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
    for index, key in _repeated(rule.id for rule in catalogue.rules):
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


def _check_form(catalogue: Catalogue, faults: Faults) -> None:
    """Note everything in the form part that contradicts itself or names what is not there."""
    _check_twice(catalogue, faults)
    _check_lists(catalogue, faults)
    for index, field in enumerate(catalogue.fields):
        _check_field(catalogue, field, ("field", index), faults)
    for index, annex in enumerate(catalogue.annexes):
        path: KeyPath = ("annex", index)
        _check_when(catalogue, annex.required, annex.required_when, path, faults)
        _check_when(catalogue, "no", annex.expected_when, path, faults)
        if annex.table and _table(catalogue, annex.table) is None:
            faults.add((*path, "form_table"), "unknown_field", name=annex.table)
    for index, figure in enumerate(catalogue.figures):
        _check_figure(catalogue, figure, ("figure", index), faults)
    for index, rule in enumerate(catalogue.form_rules):
        _check_form_rule(catalogue, rule, ("form_rule", index), faults)
    _check_formal_checks(catalogue, faults)
    for index, hint in enumerate(catalogue.hints):
        _check_hint(catalogue, hint, ("hint", index), faults)


def _check_twice(catalogue: Catalogue, faults: Faults) -> None:
    """Ids of one kind stand once; fields, columns and figures share one space of names for operands."""
    kinds: Mapping[str, tuple[str, list[str]]] = {
        "section": ("key", [one.key for one in catalogue.sections]),
        "annex": ("key", [one.key for one in catalogue.annexes]),
        "figure": ("id", [one.id for one in catalogue.figures]),
        "form_rule": ("id", [one.id for one in catalogue.form_rules]),
        "formal_check": ("id", [one.id for one in catalogue.formal_checks]),
        "hint": ("criterion", [one.criterion for one in catalogue.hints]),
        "field": ("id", [one.id for one in catalogue.fields]),
    }
    for kind, (name, keys) in kinds.items():
        for index, key in _repeated(keys):
            faults.add((kind, index, name), "twice", key=key)
    columns = [
        (column.id, index, number)
        for index, field in enumerate(catalogue.fields)
        for number, column in enumerate(field.columns)
    ]
    fields = {field.id for field in catalogue.fields}
    for position, key in _repeated([key for key, _, _ in columns]):
        faults.add(("field", columns[position][1], "column", columns[position][2], "id"), "twice", key=key)
    for key, index, number in columns:
        if key in fields:
            faults.add(("field", index, "column", number, "id"), "twice", key=key)
    roles = [field.role for field in catalogue.fields if field.role]
    for index, field in enumerate(catalogue.fields):
        if field.role and roles.count(field.role) > 1:
            faults.add(("field", index, "role"), "twice", key=field.role)


def _check_lists(catalogue: Catalogue, faults: Faults) -> None:
    for index, values in enumerate(catalogue.value_lists.values()):
        for number, key in _repeated(entry.key for entry in values.entries):
            faults.add(("value_list", index, "entries", number, "key"), "twice", key=key)
        for number, entry in enumerate(values.entries):
            if entry.valid_from and entry.valid_to and entry.valid_to < entry.valid_from:
                faults.add(("value_list", index, "entries", number, "valid_to"), "ends_before_start")


def _check_field(catalogue: Catalogue, field: Field, path: KeyPath, faults: Faults) -> None:
    if field.section and field.section not in {one.key for one in catalogue.sections}:
        faults.add((*path, "section"), "unknown_section", name=field.section)
    if field.kind in _CHOICES and not field.list:
        faults.add((*path, "list"), "missing_key", name="list")
    if field.list and field.list not in catalogue.value_lists:
        faults.add((*path, "list"), "unknown_list", name=field.list)
    if field.kind is FieldKind.TABLE and not field.columns:
        faults.add((*path, "column"), "missing_key", name="column")
    if field.kind is FieldKind.COMPUTED and field.figure not in {one.id for one in catalogue.figures}:
        faults.add((*path, "figure"), "unknown_figure", name=field.figure)
    if field.max_length and field.min_length > field.max_length:
        faults.add((*path, "min_length"), "above_most")
    if field.minimum is not None and field.maximum is not None and field.minimum > field.maximum:
        faults.add((*path, "minimum"), "above_most")
    _check_pattern(field, path, faults)
    _check_when(catalogue, field.required, field.required_when, path, faults)
    types = {entry.key for column in _columns(catalogue, "member_kind") for entry in _entries(catalogue, column)}
    if field.members and field.members not in _COUNTS_ALL | types:
        faults.add((*path, "members"), "names_nothing", name=field.members)
    for index, column in enumerate(field.columns):
        _check_field(catalogue, column, (*path, "column", index), faults)


def _check_pattern(field: Field, path: KeyPath, faults: Faults) -> None:
    try:
        re.compile(field.pattern)
    except (re.error, RecursionError, OverflowError):
        faults.add((*path, "pattern"), "bad_pattern")


def _check_when(
    catalogue: Catalogue, required: str, when: Mapping[str, tuple[str, ...]], path: KeyPath, faults: Faults
) -> None:
    if required == "when" and not when:
        faults.add((*path, "required_when"), "missing_key", name="required_when")
    for name, keys in when.items():
        field = _field_or_column(catalogue, name)
        if field is None:
            faults.add((*path, "required_when", name), "unknown_field", name=name)
            continue
        known = {entry.key for entry in _entries(catalogue, field)}
        for index, key in enumerate(keys):
            if key not in _MARKS and key.removeprefix("only:") not in known:
                faults.add((*path, "required_when", name, index), "unknown_entry", name=key, list=field.list or "–")


def _check_figure(catalogue: Catalogue, figure: KeyFigure, path: KeyPath, faults: Faults) -> None:
    earlier = {one.id for one in catalogue.figures[: catalogue.figures.index(figure)]}
    for part in ("numerator", "denominator"):
        for index, operand in enumerate(getattr(figure, part)):
            match = _OPERAND.fullmatch(operand)
            name = match["name"] if match else ""
            column = match["column"] if match else None
            known = (
                _field_or_column(catalogue, f"{name}.{column}") is not None
                if column
                else catalogue.field(name) is not None or name in earlier
            )
            if not known:
                faults.add((*path, part, index), "unknown_field", name=operand)


def _check_form_rule(catalogue: Catalogue, rule: FormRule, path: KeyPath, faults: Faults) -> None:
    kind = FormRuleKind(rule.kind)
    if len(rule.fields) < _LEAST_OPERANDS[kind]:
        faults.add((*path, "fields"), "too_few_fields", least=_LEAST_OPERANDS[kind])
    in_rows = kind in _ROW_RULES
    if in_rows and _table(catalogue, rule.fields[0]) is None:
        faults.add((*path, "fields", 0), "unknown_field", name=rule.fields[0])
        return
    for index, name in enumerate(rule.fields):
        known = index == 0 if in_rows else False
        full = f"{rule.fields[0]}.{name}" if in_rows else name
        if not known and _field_or_column(catalogue, full) is None:
            faults.add((*path, "fields", index), "unknown_field", name=name)
    within = rule.params.get("within")
    for name in within if isinstance(within, tuple) else ():
        if _field_or_column(catalogue, f"{rule.fields[0]}.{name}") is None:
            faults.add((*path, "within"), "unknown_field", name=name)


def _check_formal_checks(catalogue: Catalogue, faults: Faults) -> None:
    names = {one.id for one in catalogue.fields} | {one.id for one in catalogue.figures}
    for index, check in enumerate(catalogue.formal_checks):
        path: KeyPath = ("formal_check", index, "rule")
        if not messages.has(f"formal.{check.rule['finding']}"):
            faults.add((*path, "finding"), "unknown_finding", name=check.rule["finding"])
        for part in ("value", "values", "fields", "show", "declaration", "declarations", "signed", "signature"):
            value = check.rule.get(part, ())
            if part == "show" and check.rule["kind"] == "declared_or_label":
                continue
            groups = (value,) if isinstance(value, str) else value if isinstance(value, tuple) else ()
            for name in " ".join(groups).split():
                if name not in names:
                    faults.add((*path, part), "unknown_field", name=name)
        for part in ("annex", "place"):
            annex = check.rule.get(part)
            if isinstance(annex, str) and catalogue.annex(annex) is None:
                faults.add((*path, part), "unknown_annex", name=annex)


def _check_hint(catalogue: Catalogue, hint: Hint, path: KeyPath, faults: Faults) -> None:
    names = {one.id for one in catalogue.fields} | {one.id for one in catalogue.figures}
    scale = catalogue.scale
    if hint.criterion not in {one.key for one in catalogue.criteria}:
        faults.add((*path, "criterion"), "unknown_criterion", name=hint.criterion)
    if hint.source not in names:
        faults.add((*path, "source"), "unknown_field", name=hint.source)
    if not hint.bands and not hint.caps:
        faults.add((*path, "bands"), "missing_key", name="bands")
    for index, band in enumerate(hint.bands):
        here: KeyPath = (*path, "bands", index)
        if not scale.minimum <= band.low <= band.high <= scale.maximum:
            faults.add((*here, "low"), "off_scale", low=scale.minimum, high=scale.maximum)
        if band.start is not None and band.below is not None and band.start >= band.below:
            faults.add((*here, "from"), "above_most")
        _check_named(band.when, names, (*here, "when"), faults)
    for index, cap in enumerate(hint.caps):
        here = (*path, "caps", index)
        if not scale.minimum <= _fraction(cap["at_most"]) <= scale.maximum:
            faults.add((*here, "at_most"), "off_scale", low=scale.minimum, high=scale.maximum)
        _check_named(cap["when"], names, (*here, "when"), faults)
        _check_template(cap["text"], names, (*here, "text"), faults)
    _check_template(hint.text, names | _OWN_NAMES, (*path, "text"), faults)


def _check_named(when: object, names: set[str], path: KeyPath, faults: Faults) -> None:
    for name in when if isinstance(when, dict) else ():
        if name not in names:
            faults.add((*path, name), "unknown_field", name=name)


def _check_template(text: object, names: set[str], path: KeyPath, faults: Faults) -> None:
    """Placeholders are plain names that the program fills."""
    for one in text.texts.values() if isinstance(text, Localised) else ():
        try:
            parts = list(Formatter().parse(one))
        except ValueError:
            faults.add(path, "bad_template")
            return
        for _, name, spec, conversion in parts:
            if name is not None and (name not in names or spec or conversion):
                faults.add(path, "unknown_placeholder", name=name)


def _fraction(value: object) -> Fraction:
    return value if isinstance(value, Fraction) else Fraction(0)


def _table(catalogue: Catalogue, name: str) -> Field | None:
    field = catalogue.field(name)
    return field if field is not None and field.kind is FieldKind.TABLE else None


def _field_or_column(catalogue: Catalogue, name: str) -> Field | None:
    """Find `field` or `table.column`."""
    head, _, column = name.partition(".")
    field = catalogue.field(head)
    return field.column(column) if field is not None and column else field


def _columns(catalogue: Catalogue, role: str) -> list[Field]:
    return [column for field in catalogue.fields for column in field.columns if column.role == role]


def _entries(catalogue: Catalogue, field: Field) -> tuple[ValueEntry, ...]:
    values = catalogue.value_lists.get(field.list)
    return values.entries if values else ()
