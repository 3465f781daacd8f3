"""Who is named how: people by name in the internal sheet, by member number in the pseudonymous one.

Names also hide in free texts, so those are searched as they sound: `löwe`, `LOEWE`, `Lö\u00adwe` and `k.löwe@…` are one
name. What was replaced is listed, and what may be a name and was left, because a person has to look at both.
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from unicodedata import combining, normalize

from reviewer_app.domain.application import Form
from reviewer_app.domain.catalogue import Catalogue
from reviewer_app.domain.reviews.review import Person
from reviewer_app.domain.text.folding import Folded, fold, folded_words
from reviewer_app.exports.material import RoundMaterial
from reviewer_app.exports.words import LanguageWords

_TITLES = frozenset({"dr", "prof", "dr-ing", "dipl-ing", "herr", "herrn", "frau", "mr", "mrs", "ms", "med", "phil"})
_PARTICLES = frozenset(
    ("von", "vom", "van", "der", "den", "de", "du", "da", "di", "del", "la", "le", "zu", "zum", "zur", "und")
)
_EVERYDAY = frozenset(
    (
        *("acht", "all", "alle", "als", "alt", "am", "april", "arm", "art", "august", "bald", "bar", "beide", "blau"),
        *("braun", "breit", "bunt", "dank", "drei", "edel", "eigen", "ein", "ende", "ernst", "fein", "fest", "frank"),
        *("frei", "fremd", "froh", "fuchs", "gar", "gold", "grau", "gross", "gruen", "grund", "gut", "hart", "hell"),
        *("hin", "hoch", "ihr", "im", "in", "juli", "jung", "juni", "kann", "kein", "klar", "klein", "klug", "knapp"),
        *("krumm", "kuehn", "kurz", "lang", "lange", "laut", "lieb", "mai", "mark", "max", "mehr", "mild", "min"),
        *("mit", "neu", "neun", "nur", "rat", "recht", "reich", "rein", "rosa", "rot", "roth", "rund", "sauer"),
        *("scharf", "schnell", "schoen", "schon", "schwarz", "sechs", "sehr", "sieben", "so", "spaet", "stark"),
        *("steil", "still", "stolz", "tag", "tief", "treu", "uhr", "voll", "vor", "wahr", "warm", "weiss", "weit"),
        *("wenig", "wild", "will", "wohl", "zart", "zehn", "zwei"),
    )
)
"""Words that are names too: small, or for a first name, they are taken for the word and listed."""

_NAME_PART = re.compile(r"[^\W\d_][^\d_@]*")
_MAIL = re.compile(r"[\w.+-]+@[\w-]+(?:\.[\w-]+)*")
_ADDRESSED = re.compile(r"\b(?:Herrn?|Frau|Dr\.|Prof\.)\s+(?:(?:Dr|Prof)\.\s*)*([^\W\d_a-zäöüß][\w’'-]+)")
_INITIAL = re.compile(r"(?<!\b\w\.\s)(?<!\b\w\.)\b([A-ZÄÖÜ]\.\s?[A-ZÄÖÜ][a-zäöüß]{2,})")
_GENITIVE = re.compile(r"[’']s?(?!\w)")
_LEAST, _LEAST_NEAR = 2, 5


@dataclass(frozen=True, slots=True)
class Replacement:
    """A name found in a free text: where, what stood there, and what stands there now."""

    place: str
    found: str
    given: str


@dataclass(frozen=True, slots=True)
class PossibleName:
    """What may be a name and was left in a free text: where, and what stands there."""

    place: str
    found: str


class _Kind(StrEnum):
    """How sure a form is a name: a whole one, a surname alone, a first name alone, or nearly a surname."""

    WHOLE = "whole"
    SURNAME = "surname"
    FIRST = "first"
    NEAR = "near"


@dataclass(slots=True)
class Identities:
    """Names or numbers; `replaced` and `left` grow with every name, and possible name, found in a free text."""

    words: LanguageWords
    hidden: bool
    people: tuple[Person, ...] = ()
    others: tuple[str, ...] = ()
    replaced: list[Replacement] = field(default_factory=list)
    left: list[PossibleName] = field(default_factory=list)
    _forms: dict[tuple[str, ...], _Kind] = field(default_factory=dict)
    _signs: dict[tuple[str, ...], str] = field(default_factory=dict)
    _longest: int = 0
    _beginnings: set[str] = field(default_factory=set)
    _surnames: tuple[str, ...] = ()
    _near: dict[str, bool] = field(default_factory=dict)

    def __post_init__(self) -> None:
        """Prepare the search for names."""
        if not self.hidden:
            return
        for name in (*(person.name for person in self.people), *self.others):
            for form, kind in _forms(name):
                known = self._forms.get(form)
                self._forms[form] = kind if known is None else min(known, kind, key=list(_Kind).index)
            self._signs |= _signs(name)
        self._longest = max((len(form) for form in self._forms), default=0)
        self._beginnings = {form[0] for form in self._forms}
        board = (form for person in self.people for form, kind in _forms(person.name) if kind is _Kind.SURNAME)
        self._surnames = tuple(sorted({form[0] for form in board if len(form) == 1 and len(form[0]) >= _LEAST_NEAR}))

    def person(self, person: Person) -> str:
        """Give a person's name, or `Mitglied n`."""
        return self.words.say("member", number=person.number) if self.hidden else person.name

    def text(self, text: str, place: str) -> str:
        """Give a free text without names; `place` says where it stands, for the lists of what was found."""
        if not self.hidden or not text:
            return text
        text = normalize("NFC", text)
        given, parts, end = self.words.say("person"), [], 0
        for start, stop, is_name in self._found(text):
            if start < end:
                continue
            if is_name:
                self.replaced.append(Replacement(place, text[start:stop], given))
                parts += [text[end:start], given]
                end = stop
            else:
                self.left.append(PossibleName(place, text[start:stop]))
        return "".join((*parts, text[end:]))

    def record(self, value: object, place: str = "") -> object:
        """Give a record with names replaced: a whole name by its number, names inside a text by `[Person]`.

        A key in small letters is the program's own.
        """
        if not self.hidden:
            return value
        if isinstance(value, str):
            known = {person.name: person for person in self.people}
            return self.person(known[value]) if value in known else self.text(value, place)
        if isinstance(value, Mapping):
            return {
                key if str(key).islower() else self.text(str(key), place): self.record(
                    item, f"{place}.{key}".strip(".")
                )
                for key, item in value.items()
            }
        if isinstance(value, list | tuple):
            return [self.record(item, place) for item in value]
        return value

    # The search

    def _found(self, text: str) -> list[tuple[int, int, bool]]:
        """Return where names stand (True) and where something may be one (False), in order; names first."""
        mails = [one.span() for one in _MAIL.finditer(text)]
        told = [one.span(1) for pattern in (_ADDRESSED, _INITIAL) for one in pattern.finditer(text)]
        words = set(folded_words(text).split())
        near = any(self._is_near(word) for word in words)
        names: list[tuple[int, int]] = []
        doubts: list[tuple[int, int]] = []
        if near or not words.isdisjoint(self._beginnings) or any(word[:-1] in self._beginnings for word in words):
            for start, stop, is_name in self._forms_in(text):
                (names if is_name else doubts).append((start, stop))
        for start, stop in mails:
            if self._is_of_somebody(text[start:stop]) or any(one < stop and start < end for one, end in names):
                names.append((start, stop))
            else:
                doubts.append((start, stop))
        names = _merged(names)
        doubts = [
            one
            for one in dict.fromkeys((*doubts, *told))
            if not any(start < one[1] and one[0] < stop for start, stop in names)
        ]
        return sorted([(*one, True) for one in names] + [(*one, False) for one in doubts])

    def _forms_in(self, text: str) -> Iterator[tuple[int, int, bool]]:
        folded = fold(text)
        tokens = _tokens(folded)
        place = 0
        while place < len(tokens):
            count, kind = self._longest_at(tokens, place)
            start, stop = tokens[place][1], tokens[place + max(count, 1) - 1][2]
            if kind is None:
                if text[start].isupper() and self._is_near(tokens[place][0]):
                    yield start, stop, False
                place += 1
                continue
            yield self._widened(text, start, stop, tuple(word for word, _, _ in tokens[place : place + count]), kind)
            place += count

    def _longest_at(self, tokens: "list[tuple[str, int, int]]", place: int) -> tuple[int, _Kind | None]:
        """Return how many words from `place` on are the longest name, also with the s of a genitive."""
        if tokens[place][0] not in self._beginnings and tokens[place][0].removesuffix("s") not in self._beginnings:
            return 0, None
        for count in range(min(self._longest, len(tokens) - place), 0, -1):
            form = tuple(word for word, _, _ in tokens[place : place + count])
            for tried in (form, (*form[:-1], form[-1].removesuffix("s"))):
                if (kind := self._forms.get(tried)) is not None:
                    return count, kind
        return 0, None

    def _widened(self, text: str, start: int, stop: int, form: tuple[str, ...], kind: _Kind) -> tuple[int, int, bool]:
        """Return a find with the signs that belong to it, and whether it is replaced."""
        found = text[start:stop]
        if genitive := _GENITIVE.match(text, stop):
            stop = genitive.end()
        sign = self._signs.get(form, "")
        if sign and text[:start].endswith(sign):
            start -= len(sign)
        word = form[0].removesuffix("s") if form[0] not in _EVERYDAY else form[0]
        everyday = len(form) == 1 and word in _EVERYDAY
        if kind is _Kind.NEAR:
            return start, stop, found[:1].isupper() and not everyday
        doubtful = everyday and (kind is _Kind.FIRST or not found[:1].isupper())
        return start, stop, kind is _Kind.WHOLE or not doubtful

    def _is_near(self, word: str) -> bool:
        """Say whether a word begins with a surname of the board, or is one but for a letter."""
        known = self._near.get(word)
        if known is None:
            known = self._near[word] = len(word) >= _LEAST_NEAR and any(
                word.startswith(name) or (word[0] == name[0] and _one_letter_off(word, name)) for name in self._surnames
            )
        return known

    def _is_of_somebody(self, mail: str) -> bool:
        """Say whether an address of mail holds a surname, however it is joined to the rest."""
        local = "".join(folded_words(mail.partition("@")[0]).split())
        return any(
            kind is not _Kind.FIRST and len(form) == 1 and len(form[0]) > _LEAST and form[0] in local
            for form, kind in self._forms.items()
        )


def _tokens(folded: Folded) -> list[tuple[str, int, int]]:
    """Return the words of a folded text with their ranges in the original."""
    return [(one[0], *folded.span(*one.span())) for one in re.finditer(r"\S+", folded.text)]


def _merged(spans: Iterable[tuple[int, int]]) -> list[tuple[int, int]]:
    """Join ranges that overlap."""
    found: list[tuple[int, int]] = []
    for start, stop in sorted(spans):
        if found and start < found[-1][1]:
            found[-1] = (found[-1][0], max(stop, found[-1][1]))
        else:
            found.append((start, stop))
    return found


def _one_letter_off(word: str, name: str) -> bool:
    """Say whether one letter more, less or other makes `name` of `word`."""
    if word == name or abs(len(word) - len(name)) > 1:
        return False
    short, long = sorted((word, name), key=len)
    pairs = enumerate(zip(short, long, strict=False))
    same = next((place for place, (one, other) in pairs if one != other), len(short))
    return short[same + (len(short) == len(long)) :] == long[same + 1 :]


def _key(text: str) -> tuple[str, ...]:
    return tuple(folded_words(text).split())


def _signs(name: str) -> dict[tuple[str, ...], str]:
    """Return the sign that a form begins with, as the plus of a telephone number, by the form."""
    tidy = name.strip()
    first = next((place for place, char in enumerate(tidy) if char.isalnum()), 0)
    return {_key(tidy): tidy[:first]} if first else {}


def _forms(name: str) -> Iterator[tuple[tuple[str, ...], _Kind]]:
    """Yield the forms a name is searched in, as folded words.

    Whole, without titles, initial and surname, the surname alone and its parts, also without its dots, and each first
    name. What is no name of a person, such as a number or an address, is searched whole.
    """
    tidy = " ".join(normalize("NFC", name).split())
    parts = [part for part in tidy.split(" ") if part.lower().replace(".", "").strip("-") not in _TITLES]
    whole = {_key(tidy), _key(" ".join(parts))}
    singles: list[tuple[tuple[str, ...], _Kind]] = []
    if parts and all(_NAME_PART.fullmatch(part) for part in parts):
        *first, surname = parts
        first = [part for part in first if part.lower() not in _PARTICLES]
        last = _key(surname)
        if first:
            initial = _key(first[0])[0][:1]
            whole |= {(initial, *last), (initial, *_key(" ".join(parts[1:])))}
        singles = [(last, _Kind.SURNAME if len(last) == 1 else _Kind.WHOLE)]
        singles += [((word,), _Kind.SURNAME) for word in last if len(last) > 1]
        singles += [((word,), _Kind.FIRST) for part in first for word in _key(part)]
        bare = _key("".join(char for char in normalize("NFD", surname) if not combining(char)))
        if bare != last and not _EVERYDAY.issuperset(bare):
            singles.append((bare, _Kind.NEAR))
    wholes = [(form, _Kind.WHOLE if len(form) > 1 or not singles else _Kind.SURNAME) for form in whole]
    yield from (one for one in (*wholes, *singles) if len("".join(one[0])) >= _LEAST)


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
