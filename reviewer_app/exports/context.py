"""What every section of a sheet looks at: the case, the words, the names, and the lettering of its figures."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from fractions import Fraction
from functools import lru_cache

from resources import messages
from reviewer_app.domain import locale
from reviewer_app.domain.application import Application
from reviewer_app.domain.catalogue import Catalogue
from reviewer_app.domain.form.formal_checks import FormalResult, formal_text
from reviewer_app.domain.localised import Localised
from reviewer_app.domain.reviews.consolidation import Consolidation, CriterionFigures, ReviewFigures
from reviewer_app.domain.reviews.robustness import Dependence, dependences
from reviewer_app.domain.scale import Value
from reviewer_app.exports.identities import Identities
from reviewer_app.exports.material import Dossier, RoundMaterial
from reviewer_app.exports.tagged.structure import StructureElement
from reviewer_app.exports.words import LanguageWords, bound, shorten

_score = lru_cache(maxsize=256)(locale.score)


@dataclass(frozen=True, slots=True)
class SheetContext:
    """One sheet in the making. `jumps` holds the headings in annex A that criteria link to, by key.

    `record` is what is attached, `checksum` its SHA-256.
    """

    material: RoundMaterial
    dossier: Dossier
    words: LanguageWords
    names: Identities
    jumps: dict[str, StructureElement] = field(default_factory=dict)
    checksum: str = ""
    record: Mapping[str, object] = field(default_factory=dict)

    @property
    def case(self) -> Consolidation:
        """The consolidation of the application."""
        return self.dossier.consolidation

    @property
    def catalogue(self) -> Catalogue:
        """The catalogue it is scored by."""
        return self.case.catalogue

    @property
    def application(self) -> Application:
        """The application."""
        return self.case.application

    @property
    def name(self) -> str:
        """The name of the cluster."""
        return self.names.text(self.application.name, "name") or self.application.number

    @property
    def counted(self) -> tuple[ReviewFigures, ...]:
        """The reviews that count, in the order of G1 … Gn."""
        return self.case.counted

    @property
    def is_withdrawn(self) -> bool:
        """The application was withdrawn."""
        return self.application.withdrawn is not None

    def say(self, key: str, /, **params: object) -> str:
        """Give the words for `sheet.<key>`, numbers kept to their units."""
        return bound(self.words.say(key, **params))

    def share(self, value: Fraction | None) -> str:
        """Show a share, careful about the shares that areas and rules name."""
        return locale.share(value, self.catalogue.thresholds()[0], self.words.language)

    def points(self, value: Fraction | None) -> str:
        """Show points."""
        return locale.points(value, self.catalogue.thresholds()[1], self.words.language)

    def score(self, value: Value | None) -> str:
        """Show a score, a median or a span."""
        return _score(value, self.words.language, self.catalogue.scale.decimals)

    def dependences(self) -> tuple[Dependence, ...]:
        """Say what the result hangs on, heaviest first."""
        return dependences(self.case, self.dossier.robustness, self.words.language, messages.text)

    def day(self, value: date | None) -> str:
        """Show a date as in tables."""
        return locale.day(value, self.words.language)

    def local(self, text: Localised) -> str:
        """Give a text of the catalogue as it is set."""
        return bound(text.read(self.words.language))

    def people_text(self, text: str, place: str) -> str:
        """Give a text that people wrote as it is set: without names where they are hidden, numbers kept to units."""
        return bound(self.names.text(text, place))

    def answer(self, role: str) -> str:
        """Give the answer to the form field that plays `role` as people read it, empty where there is none."""
        one, form = self.catalogue.by_role(role), self.application.form
        value = form.values.get(one.id) if one and form else None
        if one is None or value is None or isinstance(value, bool | tuple):
            return ""
        if isinstance(value, date):
            return f"{value:%m/%Y}"
        entry = self.catalogue.entry(one, str(value)) if one.list else None
        return self.people_text(self.local(entry.name) if entry else str(value), one.id)

    def procedure(self) -> str:
        """Give the name of the procedure as the catalogue words it."""
        key = self.application.procedure
        one = self.catalogue.by_role("procedure")
        entry = self.catalogue.entry(one, key) if one else None
        return self.local(entry.name) if entry else key[:1].upper() + key[1:]


def formal_finding(context: SheetContext, result: FormalResult) -> str:
    """Word what a formal check found, with the place in brackets where it was read."""
    try:
        text = formal_text(result, context.words.language, messages.text)
    except KeyError:  # a finding that is no key is shown as it is
        text = f"{result.finding} ({result.place})" if result.place else result.finding
    return context.people_text(text, result.check) or locale.NOTHING


def short_reason(context: SheetContext, shown: CriterionFigures) -> str:
    """Give the chair's reason in at most 160 letters; empty where the chair wrote none."""
    reason = shown.consensus.reason if shown.consensus else ""
    return shorten(context.people_text(reason, f"{shown.key}, consensus"))
