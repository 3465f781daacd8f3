"""What a formal check looks at, and how it puts into words what it read.

Findings are message keys joined by their marks: `staff,recommended` is said as the words of both with a comma.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from fractions import Fraction
from re import fullmatch

from reviewer_app.domain import display, spoken
from reviewer_app.domain.answers import FORM, Answers, is_empty
from reviewer_app.domain.application import Application, Form, Scalar
from reviewer_app.domain.catalogue import Catalogue
from reviewer_app.domain.completeness import FormalOutcome
from reviewer_app.domain.form_spec import AnnexKind, Field, FieldKind, FormalCheck
from reviewer_app.domain.requirements import provided

type Locate = Callable[[str, tuple[str, ...]], int]
type Spellings = Callable[[], tuple[str, ...]]

_MOST_MATCHED = 2_000
_SHORT = "short"
_PLACES = {"count": 0, "share": 1, "fte": 2, "number": 1}


def nowhere(_annex: str, _spellings: tuple[str, ...]) -> int:
    """Find no page: for callers that have no texts of annexes."""
    return 0


@dataclass(frozen=True, slots=True)
class Read:
    """What a check proposes and what it read; `finding` names words below `formal.`, `place` where it was read."""

    outcome: FormalOutcome
    finding: str
    params: Mapping[str, str] = field(default_factory=dict)
    place: str = ""


@dataclass(frozen=True, slots=True)
class Case:
    """An application seen by formal checks; the form is an empty one where there is none."""

    catalogue: Catalogue
    application: Application
    form: Form
    answers: Answers
    locate: Locate

    @classmethod
    def of(cls, catalogue: Catalogue, application: Application, locate: Locate) -> "Case":
        """Look at an application."""
        form = application.form or Form()
        answers = Answers(catalogue, form, application.members, application.reference_date)
        return cls(catalogue, application, form, answers, locate)

    @property
    def at(self) -> date | None:
        """The reference date of the procedure."""
        return self.application.reference_date

    def fields(self, check: FormalCheck, part: str) -> tuple[Field, ...]:
        """Give the fields that a parameter of the check names."""
        found = (self.catalogue.field(name) for name in names(check, part))
        return tuple(one for one in found if one is not None)

    def day(self, name: str) -> date | None:
        """Give the day a field answers with."""
        value = self.form.values.get(name)
        return value if isinstance(value, date) else None

    def listed(self, check: FormalCheck) -> bool:
        """Say whether the check can be answered from the member list."""
        values = names(check, "value") + names(check, "values")
        return all(self.answers.source(name) != FORM for name in values)

    def place(self, check: FormalCheck, values: Iterable[str] = (), spellings: Spellings | None = None) -> str:
        """Give where a value was read: the member list, or the annex the check names, with its page if it is found."""
        sources = {self.answers.source(name) for name in values} - {FORM}
        if sources:
            return min(sources)
        key = str(check.rule.get("place", check.rule.get("annex", "")))
        annex = self.catalogue.annex(key)
        if annex is None or not self.has(annex):
            return ""
        page = self.locate(key, spellings()) if spellings and self.locate is not nowhere else 0
        return f"{key} S.{display.NO_BREAK}{page}" if page else key

    def has(self, annex: AnnexKind) -> bool:
        """Say whether an annex is there and readable."""
        return provided(annex, self.application.form, self.application.attachments)

    def label(self, name: str) -> str:
        """Give what a field or figure is called."""
        one = self.catalogue.field(name)
        if one is not None:
            return spoken.words(one.label)
        figure = next((each for each in self.catalogue.figures if each.id == name), None)
        return spoken.words(figure.title) if figure else name

    def shown(self, one: Field) -> str:
        """Give an answer as a finding quotes it; empty where there is none."""
        value = self.form.values.get(one.id)
        if is_empty(value):
            return ""
        if isinstance(value, date):
            return spoken.month(value) if one.kind is FieldKind.MONTH else spoken.day(value)
        entry = self.catalogue.entry(one, str(value))
        if entry is not None:
            return spoken.words(entry.name)
        return _short(one, str(value))


def names(check: FormalCheck, part: str) -> tuple[str, ...]:
    """Give the names that a parameter of a check holds, one or several."""
    value = check.rule.get(part, ())
    return (value,) if isinstance(value, str) else tuple(map(str, value)) if isinstance(value, tuple) else ()


def number(check: FormalCheck, part: str) -> Fraction | None:
    """Give a numeric parameter of a check."""
    value = check.rule.get(part)
    return value if isinstance(value, Fraction) else None


def amount(check: FormalCheck, value: Fraction) -> str:
    """Show a value in the check's unit so that rounding never seems to reach its bound."""
    unit = str(check.rule.get("unit", "count"))
    factor = 100 if unit == "share" else 1
    bounds = [bound * factor for bound in (number(check, "bound"), number(check, "recommended")) if bound is not None]
    german, english = (display.careful(value * factor, bounds, _PLACES[unit], language) for language in ("de", "en"))
    if unit == "share":
        return spoken.both(f"{german}{display.NO_BREAK}%", f"{english}%")
    return spoken.both(german, english)


def spellings_of_number(value: Fraction, unit: str) -> tuple[str, ...]:
    """Give how a number may stand in an annex."""
    places = _PLACES.get(unit, 0)
    return (display.number(value, places, "de"), display.number(value, places, "en"))


def spellings_of_day(day: date) -> tuple[str, ...]:
    """Give how a day may stand in an annex."""
    long = display.long_day(day)
    return (display.day(day), long, long.replace(display.NO_BREAK, " "), day.isoformat())


def joined(parts: Iterable[tuple[str, str]]) -> str:
    """Join message keys: each part is a mark and a key, the first mark is left out."""
    return "".join(f"{mark if index else ''}{key}" for index, (mark, key) in enumerate(parts))


def sentences(finding: str) -> Iterator[tuple[str, str]]:
    """Give the marks and keys of a joined finding; the first mark is empty."""
    start, mark = 0, ""
    for index, char in enumerate(finding):
        if char in ",;":
            yield mark, finding[start:index]
            start, mark = index + 1, char
    yield mark, finding[start:]


def is_malformed(one: Field, value: Scalar, catalogue: Catalogue) -> bool:
    """Say whether an answer that is there does not have the form its field asks."""
    if one.list:
        return catalogue.entry(one, str(value)) is None
    text = str(value)
    return bool(one.pattern) and (len(text) > _MOST_MATCHED or fullmatch(one.pattern, text) is None)


def _short(one: Field, text: str) -> str:
    """Give the part of an answer that the field's pattern calls short, else all of it."""
    match = fullmatch(one.pattern, text[:_MOST_MATCHED]) if one.pattern else None
    return match[_SHORT] if match and _SHORT in match.groupdict() and match[_SHORT] else text
