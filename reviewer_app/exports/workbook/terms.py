"""The named cells of the workbook: scale, thresholds and bounds of each catalogue version, results and votes.

Formulas name what they compare with, so a reader sees `Schwelle_Bereich` and not a number from nowhere; all of it comes
from the catalogue. A second version in the same round gets the same names with `_K2`.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from fractions import Fraction

from reviewer_app.domain.catalogue import Catalogue, Condition, ConditionKind
from reviewer_app.exports.workbook.cells import PLACES
from reviewer_app.exports.workbook.wording import Wording

NOT_READY = "not_ready"
VOTES = "votum"
"""The value list that holds the votes; without it the results of the rules can be chosen."""

_UNFIT = re.compile(r"[^0-9A-Za-z_.]")


@dataclass(frozen=True, slots=True)
class NamedCell:
    """A named cell: its name, its value, and what it means."""

    name: str
    value: Fraction
    meaning: str


@dataclass(slots=True)
class Terms:
    """The named cells of one catalogue version; `mark` is K1, K2, … in the order of first use."""

    catalogue: Catalogue
    mark: str
    suffix: str
    entries: list[NamedCell] = field(default_factory=list)
    areas: dict[str, str] = field(default_factory=dict)
    shares: dict[Fraction, str] = field(default_factory=dict)
    totals: dict[tuple[str, Fraction], str] = field(default_factory=dict)

    @property
    def points_are_decimal(self) -> bool:
        """Whether the points of every criterion are decimals that rounding to nine places leaves as they are.

        Where they are not (a scale up to 3, say), sums are made before the division, or rounding would add up.
        """
        scale = self.catalogue.scale
        return all(
            (one.weight * part / scale.maximum * 10**PLACES).denominator == 1
            for one in self.catalogue.criteria
            for part in (scale.minimum, scale.step)
        )

    def name(self, stem: str) -> str:
        """Give the name of a cell of the scale, say `Skala_Max`."""
        return stem + self.suffix

    def total(self, rule: str, bound: Fraction) -> str:
        """Give the name of the total a rule compares with."""
        return self.totals[rule, bound]

    def share(self, bound: Fraction) -> str:
        """Give the name of the share a rule compares with."""
        return self.shares[bound]

    def add(self, stem: str, value: Fraction, meaning: str) -> str:
        """Add a named cell and give its name, unlike all others of this version."""
        name = _UNFIT.sub("_", stem) + self.suffix
        taken = {entry.name.lower() for entry in self.entries}
        count = 1
        while name.lower() in taken:
            count += 1
            name = f"{_UNFIT.sub('_', stem)}_{count}{self.suffix}"
        self.entries.append(NamedCell(name, value, meaning))
        return name


def terms_of(catalogue: Catalogue, index: int, wording: Wording) -> Terms:
    """Name everything the formulas of a catalogue version compare with; `index` counts versions from 1."""
    terms = Terms(catalogue, f"K{index}", "" if index == 1 else f"_K{index}")
    scale = catalogue.scale
    terms.add("Skala_Min", scale.minimum, wording.say("term.scale_min"))
    terms.add("Skala_Max", scale.maximum, wording.say("term.scale_max"))
    terms.add("Skala_Schritt", scale.step, wording.say("term.scale_step"))
    terms.add("Spanne_Klaerung", catalogue.flags.range, wording.say("term.range"))
    _name_areas(terms, wording)
    for rule in catalogue.rules:
        for condition in rule.when.walk() if rule.when else ():
            _name_bound(terms, rule.id, condition, wording)
    return terms


def _name_areas(terms: Terms, wording: Wording) -> None:
    having = [(area, area.threshold) for area in terms.catalogue.areas if area.threshold is not None]
    common = {threshold for _, threshold in having}
    for area, threshold in having:
        if len(common) == 1:
            name = terms.shares.get(threshold) or terms.add(
                "Schwelle_Bereich", threshold, wording.say("term.threshold_all")
            )
        else:
            name = terms.add(
                f"Schwelle_Bereich_{area.key}", threshold, wording.say("term.threshold_area", key=area.key)
            )
        terms.areas[area.key] = name
        terms.shares.setdefault(threshold, name)


def _name_bound(terms: Terms, rule: str, condition: Condition, wording: Wording) -> None:
    bound = condition.bound
    if condition.kind is ConditionKind.TOTAL_BELOW and (rule, bound) not in terms.totals:
        meaning = wording.say("term.bound_total", rule=rule)
        terms.totals[rule, bound] = terms.add(f"Schwelle_Gesamt_{rule}", bound, meaning)
    elif condition.kind in (ConditionKind.AREA_BELOW, ConditionKind.AREAS_BELOW) and bound not in terms.shares:
        meaning = wording.say("term.bound_share", rule=rule)
        terms.shares[bound] = terms.add(f"Schwelle_Bereich_{rule}", bound, meaning)


@dataclass(frozen=True, slots=True)
class ResultTerm:
    """A result as people read it: the named cell that holds its words, and its key in the catalogue."""

    cell: str
    words: str
    key: str


def outcomes(catalogues: Iterable[Catalogue], language: str) -> tuple[ResultTerm, ...]:
    """Give the distinct results of all rules, from the best to the worst (rules run from worst to best)."""
    found: dict[str, str] = {}
    for catalogue in catalogues:
        for rule in reversed(catalogue.rules):
            found.setdefault(rule.name.read(language), rule.result)
    return tuple(ResultTerm(f"Ergebnis_{index}", words, key) for index, (words, key) in enumerate(found.items(), 1))


def votes(catalogues: Iterable[Catalogue], known: Iterable[ResultTerm], language: str) -> tuple[ResultTerm, ...]:
    """Give what can be voted: the catalogue's list of votes, else the results that are ready for a decision."""
    results = {one.words: one.key for one in known}
    found: dict[str, str] = {}
    for catalogue in catalogues:
        listed = catalogue.value_lists.get(VOTES)
        for entry in listed.entries if listed else ():
            words = entry.name.read(language)
            found.setdefault(words, results.get(words, entry.key))
    if not found:
        found = {words: key for words, key in results.items() if key != NOT_READY}
    return tuple(ResultTerm(f"Votum_{index}", words, key) for index, (words, key) in enumerate(found.items(), 1))
