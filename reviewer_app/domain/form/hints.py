"""Anchors for countable criteria, computed from the form: a band of the scale and the figure that gives it.

An anchor stands beside the scale and is never a score; whoever leaves it may do so.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import MAXYEAR, MINYEAR, date
from fractions import Fraction
from functools import partial
from string import Formatter

from resources.languages import LANGUAGES
from reviewer_app.domain import locale, localised
from reviewer_app.domain.application import Form, MemberList
from reviewer_app.domain.catalogue import Catalogue
from reviewer_app.domain.form.answers import FORM, Answers, exact
from reviewer_app.domain.form.calendar_months import add_months
from reviewer_app.domain.form.spec import FieldKind, Hint, HintBand
from reviewer_app.domain.localised import Localised, Words
from reviewer_app.domain.scale import NB


@dataclass(frozen=True, slots=True)
class HintValue:
    """An anchor for one criterion: values of the scale from `low` to `high`, and a sentence that names its source.

    The mark is a ring where low equals high, else a line.
    """

    criterion: str
    low: Fraction
    high: Fraction
    sentence: Localised


def hint(
    catalogue: Catalogue,
    criterion_key: str,
    form: Form,
    members: MemberList | None,
    reference_date: date | None,
) -> HintValue | None:
    """Give the anchor of a criterion, None where the catalogue has none or the form does not say enough.

    Figures are the form's own; where it lacks one, the member list is asked.
    """
    found = next((one for one in catalogue.hints if one.criterion == criterion_key), None)
    if found is None:
        return None
    full = Answers(catalogue, form, members, reference_date)
    answers = full.without_list()
    if answers.number(found.source) is None:
        answers = full
    return _Case(found, answers, reference_date).anchor()


@dataclass(frozen=True, slots=True)
class _Case:
    """One hint over one form."""

    hint: Hint
    answers: Answers
    at: date | None

    def anchor(self) -> HintValue | None:
        """Give the band of the value, narrowed by every cap whose condition holds."""
        scale = self.answers.catalogue.scale
        value = self.answers.number(self.hint.source)
        band = self.band(value) if value is not None else None
        low, high = (band.low, band.high) if band else (scale.minimum, scale.maximum)
        caps = tuple(self._caps())
        for most, _ in caps:
            low, high = (low, min(high, most)) if low <= most else (scale.minimum, most)
        if band is None and not caps:
            return None
        return HintValue(self.hint.criterion, low, high, self._sentence(low, high, value, [text for _, text in caps]))

    def band(self, value: Fraction) -> HintBand | None:
        """Give the first band that fits."""
        return next((band for band in self.hint.bands if _inside(band, value) and self._all_hold(band.when)), None)

    def _caps(self) -> Iterator[tuple[Fraction, Localised]]:
        for cap in self.hint.caps:
            most, text, when = cap.get("at_most"), cap.get("text"), cap.get("when")
            if not (isinstance(most, Fraction) and isinstance(text, Localised) and isinstance(when, Mapping)):
                continue
            if self._all_hold(when):
                yield most, text

    def _all_hold(self, when: Mapping[str, object]) -> bool:
        return all(
            isinstance(bounds, Mapping) and all(self._holds(name, kind, bound) for kind, bound in bounds.items())
            for name, bounds in when.items()
        )

    def _holds(self, name: str, kind: str, bound: object) -> bool:
        if not isinstance(bound, Fraction):
            return False
        if kind.startswith("months_"):
            return self._months_hold(name, kind, int(bound))
        value = self.answers.number(name)
        if value is None:
            return False
        return {
            "above": value > bound,
            "from": value >= bound,
            "below": value < bound,
            "up_to": value <= bound,
        }[kind]

    def _months_hold(self, name: str, kind: str, months: int) -> bool:
        """Compare a day with one that lies months from the reference date; a year alone counts to its end."""
        day = _day(self.answers, name)
        if day is None or self.at is None:
            return False
        if kind == "months_ahead_below":
            return day < add_months(self.at, months)
        return day < add_months(self.at, -months)

    def _sentence(self, low: Fraction, high: Fraction, value: Fraction | None, caps: Iterable[Localised]) -> Localised:
        """Fill the text of the catalogue in every language."""
        source = self.answers.source(self.hint.source)
        known: dict[str, Words] = {
            "value": self._shown(self.hint.source, value),
            "source": localised.in_each(_form_word) if source == FORM else source,
            "year": self._year(),
            "anchor": localised.listed(
                [localised.in_each(locale.plain, one) for one in dict.fromkeys((low, high))], "–"
            ),
        }
        known["cap"] = localised.listed([self._filled(text, known) for text in caps], "")
        return self._filled(self.hint.text, known)

    def _filled(self, text: Localised, known: Mapping[str, Words]) -> Localised:
        """Put values in place of names, in every language; names the catalogue's check let pass are all known."""
        filled = {}
        for language in LANGUAGES:
            parts = []
            for before, name, _, _ in Formatter().parse(text.read(language)):
                parts.append(before)
                if name is not None:
                    value = known[name] if name in known else self._shown(name, self.answers.number(name))
                    parts.append(localised.read(value, language))
            filled[language] = "".join(parts)
        return Localised(**filled)

    def _year(self) -> str:
        figure = self.answers.catalogue.figure(self.hint.source)
        year = self.answers.last_year(figure) if figure and figure.per_year else None
        return "–" if year is None else str(year)

    def _shown(self, name: str, value: Fraction | None) -> Words:
        """Show a value so that rounding never seems to put it into another band."""
        field = self.answers.catalogue.field(name)
        if field is not None and field.kind in (FieldKind.DATE, FieldKind.MONTH):
            day = _day(self.answers, name)
            return localised.in_each(locale.day, day) if day else localised.in_each(locale.score, NB)
        if value is None:
            return localised.in_each(locale.score, NB)
        if field is not None and field.kind is FieldKind.YEAR:
            return str(value)
        figure = self.answers.catalogue.figure(name)
        is_share = figure is not None and figure.unit == "share"
        first = 3 if is_share else 0
        places = next((one for one in range(first, first + 4) if self._same_band(name, value, one)), first + 4)
        if is_share:
            return localised.in_each(partial(locale.percent, most=places - 2), value)
        return localised.in_each(partial(locale.plain, most=places), locale.rounded(value, places))

    def _same_band(self, name: str, value: Fraction, places: int) -> bool:
        rounded = locale.rounded(value, places)
        return name != self.hint.source or self.band(rounded) is self.band(value)


def _form_word(language: str) -> str:
    return locale.LOCALES[language].form


def _day(answers: Answers, name: str) -> date | None:
    """Give the day an answer names; a year counts to its end."""
    value = answers.form.values.get(name)
    if isinstance(value, date):
        return value
    year = exact(value)
    if year is None or year.denominator != 1 or not MINYEAR <= year <= MAXYEAR:
        return None
    return date(int(year), 12, 31)


def _inside(band: HintBand, value: Fraction) -> bool:
    """Say whether a value lies in a band: from its start on, below its end or up to it."""
    if band.start is not None and value < band.start:
        return False
    if band.below is None:
        return True
    return value <= band.below if band.inclusive else value < band.below
