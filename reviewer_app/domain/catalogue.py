"""The criteria catalogue as loaded data: areas, criteria, flags, result rules, form specification.

Thresholds and titles differ between editions, so nothing of this is ever a literal; docs/formats.md has the file.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from fnmatch import fnmatchcase
from fractions import Fraction

from reviewer_app.domain.form.spec import (
    AnnexKind,
    Field,
    FormalCheck,
    FormRule,
    FormSection,
    Hint,
    KeyFigure,
    ValueEntry,
    ValueList,
)
from reviewer_app.domain.issuer import NOBODY, Issuer
from reviewer_app.domain.localised import Localised
from reviewer_app.domain.scale import NotAssessable, Scale, Value


class RationaleDuty(StrEnum):
    """When a reviewer must give a reason, as `[rationale] required` names it."""

    BELOW_MINIMUM = "below_minimum"
    NOT_ASSESSABLE = "not_assessable"
    SCALE_ENDS = "scale_ends"


@dataclass(frozen=True, slots=True)
class Flags:
    """Where spread and level are flagged; the defaults are those of the Musterkatalog."""

    range: Fraction = Fraction(2)
    notice: Fraction = Fraction(1)
    deviation: Fraction = Fraction(1, 2)
    floor: Fraction = Fraction(3)


@dataclass(frozen=True, slots=True)
class Criterion:
    """One criterion: weight in points, `minimum` the knock-out on the agreed score."""

    key: str
    title: Localised
    question: Localised = Localised("")
    weight: Fraction = Fraction(1)
    minimum: Fraction | None = None
    evidence: tuple[str, ...] = ()
    reference: tuple[str, ...] = ()

    def is_missed_by(self, value: Value | None) -> bool:
        """Say whether `value` is a number below the minimum."""
        return isinstance(value, Fraction) and self.minimum is not None and value < self.minimum


@dataclass(frozen=True, slots=True)
class Area:
    """An area of the catalogue; `threshold` is a share of its points (0 to 1), `maximum` the sum of its weights."""

    key: str
    title: Localised
    threshold: Fraction | None
    criteria: tuple[Criterion, ...]
    maximum: Fraction = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        """Sum up once what is asked for with every figure."""
        object.__setattr__(self, "maximum", sum((one.weight for one in self.criteria), Fraction(0)))


class ConditionKind(StrEnum):
    """The conditions a result rule can be made of (`[[rule]]` of the file)."""

    FORMAL_OPEN = "formal_open"
    MINIMUM_MISSED = "minimum_missed"
    TOTAL_BELOW = "total_below"
    AREA_BELOW = "area_below"
    AREAS_BELOW = "areas_below"
    ANY = "any"
    ALL = "all"


@dataclass(frozen=True, slots=True)
class Condition:
    """One condition: `bound` in points (total_below) or a share; `expected` for yes/no kinds; `parts` for any/all."""

    kind: ConditionKind
    bound: Fraction = Fraction(0)
    count: int = 1
    expected: bool = True
    parts: tuple["Condition", ...] = ()

    def walk(self) -> Iterator["Condition"]:
        """Yield this condition and all inside it."""
        yield self
        for part in self.parts:
            yield from part.walk()


@dataclass(frozen=True, slots=True)
class ResultRule:
    """An ordered rule; `result` is its key (refuse, defer, conditions, admit, not_ready, …) with `name` for people.

    `procedures` empty means every procedure. `when` None always holds. `text` words the condition for people.
    """

    id: str
    result: str
    name: Localised
    when: Condition | None = None
    procedures: tuple[str, ...] = ()
    text: Localised = Localised("")

    def holds_for(self, procedure: str) -> bool:
        """Say whether the rule speaks for `procedure` (key of the value list, e.g. `aufnahme`)."""
        return not self.procedures or procedure in self.procedures


@dataclass(frozen=True, slots=True)
class _Index:
    """The parts of a catalogue by the keys they are asked for."""

    criteria: Mapping[str, tuple[Area, Criterion]]
    fields: Mapping[str, Field]
    roles: Mapping[str, Field]
    figures: Mapping[str, KeyFigure]
    annexes: Mapping[str, AnnexKind]


@dataclass(frozen=True, slots=True)
class Catalogue:
    """A whole catalogue version, with the SHA-256 of the file it was read from and that file's text."""

    id: str
    version: str
    title: Localised
    valid_from: date | None
    scale: Scale
    flags: Flags
    areas: tuple[Area, ...]
    rules: tuple[ResultRule, ...] = ()
    duties: frozenset[RationaleDuty] = frozenset()
    fields: tuple[Field, ...] = ()
    value_lists: Mapping[str, ValueList] = field(default_factory=dict)
    form_rules: tuple[FormRule, ...] = ()
    formal_checks: tuple[FormalCheck, ...] = ()
    hints: tuple[Hint, ...] = ()
    figures: tuple[KeyFigure, ...] = ()
    sections: tuple[FormSection, ...] = ()
    annexes: tuple[AnnexKind, ...] = ()
    form_version: str = ""
    sha256: str = ""
    source: str = ""
    issuer: Issuer = NOBODY
    criteria: tuple[Criterion, ...] = field(init=False, repr=False, compare=False)
    """All criteria in catalogue order."""
    _index: "_Index" = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        """Find once by their keys what is asked for with every answer; of two that are called the same, the first."""
        object.__setattr__(self, "criteria", tuple(one for area in self.areas for one in area.criteria))
        object.__setattr__(
            self,
            "_index",
            _Index(
                {one.key: (area, one) for area in reversed(self.areas) for one in reversed(area.criteria)},
                {one.id: one for one in reversed(self.fields)},
                {one.role: one for one in reversed(self.fields)},
                {one.id: one for one in reversed(self.figures)},
                {one.key: one for one in reversed(self.annexes)},
            ),
        )

    @property
    def maximum(self) -> Fraction:
        """The highest total, in points."""
        return sum((area.maximum for area in self.areas), Fraction(0))

    def criterion(self, key: str) -> Criterion:
        """Return the criterion `key`; raise KeyError where there is none."""
        return self._index.criteria[key][1]

    def area_of(self, key: str) -> Area:
        """Return the area that holds criterion `key`; raise KeyError where there is none."""
        return self._index.criteria[key][0]

    def rules_for(self, procedure: str) -> tuple[ResultRule, ...]:
        """Return the rules that speak for `procedure`, in order."""
        return tuple(rule for rule in self.rules if rule.holds_for(procedure))

    def thresholds(self) -> tuple[tuple[Fraction, ...], tuple[Fraction, ...]]:
        """Return (shares, totals) named by areas and rules, ascending: where displays must not round across."""
        shares = {area.threshold for area in self.areas if area.threshold is not None}
        totals: set[Fraction] = set()
        for rule in self.rules:
            for condition in rule.when.walk() if rule.when else ():
                if condition.kind is ConditionKind.TOTAL_BELOW:
                    totals.add(condition.bound)
                elif condition.kind in (ConditionKind.AREA_BELOW, ConditionKind.AREAS_BELOW):
                    shares.add(condition.bound)
        return tuple(sorted(shares)), tuple(sorted(totals))

    def field(self, field_id: str) -> Field | None:
        """Return the form field `field_id`, or None."""
        return self._index.fields.get(field_id)

    def by_role(self, role: str) -> Field | None:
        """Return the form field that plays `role` (`number`, `name`, `procedure`, `state`, `members`, …), or None."""
        return self._index.roles.get(role)

    def places_to_read(self, criterion: str) -> tuple[AnnexKind | Field, ...]:
        """Return what the evidence of a criterion names: the first field of each section of the form, then annexes."""
        patterns = self.criterion(criterion).evidence
        fields: dict[str, Field] = {}
        for one in self.fields:
            if any(fnmatchcase(one.id, pattern) for pattern in patterns):
                fields.setdefault(one.section, one)
        return (*fields.values(), *(one for one in self.annexes if one.key in patterns))

    def annex(self, key: str) -> AnnexKind | None:
        """Return the kind of annex `key`, or None."""
        return self._index.annexes.get(key)

    def figure(self, name: str) -> KeyFigure | None:
        """Return the computed figure `name`, or None."""
        return self._index.figures.get(name)

    def entry(self, field: Field, key: str) -> ValueEntry | None:
        """Return the entry `key` of the value list a field chooses from, or None."""
        values = self.value_lists.get(field.list)
        return values.entry(key) if values else None

    def needs_rationale(self, criterion: Criterion, value: Value | None) -> bool:
        """Say whether a reviewer must give a reason for `value`."""
        if value is None:
            return False
        if isinstance(value, NotAssessable):
            return RationaleDuty.NOT_ASSESSABLE in self.duties
        if criterion.is_missed_by(value) and RationaleDuty.BELOW_MINIMUM in self.duties:
            return True
        return value in (self.scale.minimum, self.scale.maximum) and RationaleDuty.SCALE_ENDS in self.duties
