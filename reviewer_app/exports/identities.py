"""Who is named how: people by name in the internal sheet, by member number in the pseudonymous one.

Names also hide in free texts, so those are searched; what was found is listed, because a person has to look at it.
"""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from unicodedata import normalize

from reviewer_app.domain.application import Form
from reviewer_app.domain.catalogue import Catalogue
from reviewer_app.domain.reviews.review import Person
from reviewer_app.exports.material import RoundMaterial
from reviewer_app.exports.words import LanguageWords

_SPACES = re.compile(r"\s+")
_TITLES = frozenset({"dr.", "prof.", "dr.-ing.", "dipl.-ing.", "herr", "frau", "mr.", "ms.", "dr", "prof"})
_NAME_PART = re.compile(r"[^\W\d_][^\d_@]*")
_LEAST = 2


@dataclass(frozen=True, slots=True)
class Replacement:
    """A name found in a free text: where, what stood there, and what stands there now."""

    place: str
    found: str
    given: str


@dataclass(slots=True)
class Identities:
    """Names or numbers; `replaced` grows with every name found in a free text."""

    words: LanguageWords
    hidden: bool
    people: tuple[Person, ...] = ()
    others: tuple[str, ...] = ()
    replaced: list[Replacement] = field(default_factory=list)
    _pattern: re.Pattern[str] | None = None

    def __post_init__(self) -> None:
        """Prepare the search for names, longest first."""
        if not self.hidden:
            return
        forms = {form for person in self.people for form in _forms(person.name)}
        forms |= {form for name in self.others for form in _forms(name)}
        if forms:
            listed = "|".join(_spaced(form) for form in sorted(forms, key=lambda form: (-len(form), form)))
            self._pattern = re.compile(rf"(?<!\w)(?:{listed})(?:s|’s|'s)?(?!\w)")

    def person(self, person: Person) -> str:
        """Give a person's name, or `Mitglied n`."""
        return self.words.say("member", number=person.number) if self.hidden else person.name

    def text(self, text: str, place: str) -> str:
        """Give a free text without names; `place` says where it stands, for the list of what was replaced."""
        if self._pattern is None or not text:
            return text
        given = self.words.say("person")

        def swapped(match: re.Match[str]) -> str:
            self.replaced.append(Replacement(place, match[0], given))
            return given

        return self._pattern.sub(swapped, normalize("NFC", text))

    def record(self, value: object, place: str = "") -> object:
        """Give a record with names replaced: a whole name by its number, names inside a text by `[Person]`."""
        if not self.hidden:
            return value
        if isinstance(value, str):
            known = {person.name: person for person in self.people}
            return self.person(known[value]) if value in known else self.text(value, place)
        if isinstance(value, Mapping):
            return {
                self.text(str(key), place): self.record(item, f"{place}.{key}".strip("."))
                for key, item in value.items()
            }
        if isinstance(value, list | tuple):
            return [self.record(item, place) for item in value]
        return value


def _forms(name: str) -> set[str]:
    """Give the forms a name is searched in: whole, without titles, the surname alone, and each in capitals.

    What is no name of a person, such as a number or an address, is searched whole.
    """
    tidy = _SPACES.sub(" ", normalize("NFC", name)).strip()
    parts = [part for part in tidy.split(" ") if part.lower() not in _TITLES]
    found = {tidy, " ".join(parts)}
    if parts and all(_NAME_PART.fullmatch(part) for part in parts):
        found.add(parts[-1])
    found |= {form.upper() for form in found}
    return {form for form in found if len(form) >= _LEAST and any(char.isalnum() for char in form)}


def _spaced(form: str) -> str:
    """Let any space, also none after an initial, stand between the parts of a name."""
    return r"\s*".join(re.escape(part) for part in form.split(" "))


def people_of(material: RoundMaterial) -> tuple[Person, ...]:
    """Give everybody of the round and everybody with a review in it, each once, by member number."""
    found = {person.id: person for person in material.people} | {
        figures.review.reviewer.id: figures.review.reviewer
        for dossier in material.dossiers
        for figures in dossier.consolidation.reviews
    }
    return tuple(sorted(found.values(), key=lambda person: (person.number, person.name)))


def names_in_forms(material: RoundMaterial) -> tuple[str, ...]:
    """Give what the applicants of the round wrote into fields for persons."""
    found = set(material.names)
    for dossier in material.dossiers:
        form = dossier.consolidation.application.form
        if form is not None:
            found |= personal_answers(dossier.catalogue, form)
    return tuple(sorted(found))


def personal_answers(catalogue: Catalogue, form: Form) -> set[str]:
    """Give the answers that name a person: names, addresses of mail, telephone numbers; no positions."""
    found: set[str] = set()
    for one in catalogue.fields:
        if one.personal and one.replaced:
            found |= _texts([form.values.get(one.id)])
        columns = [column.id for column in one.columns if column.personal and column.replaced]
        for row in form.tables.get(one.id, ()):
            found |= _texts(row.get(column) for column in columns)
    return found


def _texts(values: Iterable[object]) -> set[str]:
    return {value.strip() for value in values if isinstance(value, str) and value.strip()}
