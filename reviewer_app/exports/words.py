"""The words of the documents in one language, and how figures and people's texts are set in it."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction
from functools import lru_cache

from resources import messages
from resources.languages import SOURCE
from reviewer_app.domain import locale

NB = locale.NO_BREAK

_UNITS = "%|EUR|Euro|VZÄ|FTE|Uhr|Mio|Mrd|km|Jahre?n?|Monate?n?|Tage?n?|Punkte?n?|points?|years?|months?"
_NUMBER_FIRST = re.compile(rf"(?<=\d) (?=(?:{_UNITS})(?!\w))|(?<=\d\.) (?=[A-ZÄÖÜ][a-zä]+ \d{{4}})")
_NUMBER_LAST = re.compile(r"((?<!\w)(?:§§?|S\.|Abs\.|Nr\.|TOP|Auflage|Abschnitt|section|Regel|[Bb]is)) (?=\d)")
_SHORT_FORMS = re.compile(r"((?<!\w)(?:e\.|n\.|z\.|d\.)) (?=(?:V|b|B|h|a)\.)")
_ABBREVIATIONS = frozenset(
    (
        *("abs", "art", "bzw", "ca", "etc", "evtl", "ggf", "inkl", "insb", "lit", "max", "mind", "min", "mio", "mrd"),
        *("prof", "sog", "std", "str", "tel", "usw", "vgl", "zzgl"),
    )
)
_SENTENCE_END = re.compile(r"([.!?])([“”\"»)]?)\s+(?=[„“\"»(]?[A-ZÄÖÜ0-9])")
_STARTERS = frozenset(
    (
        *("Der", "Die", "Das", "Den", "Dem", "Ein", "Eine", "Es", "Er", "Sie", "Im", "In", "Am", "An", "Auf", "Aus"),
        *("Bei", "Mit", "Nach", "Für", "Zu", "Zum", "Zur", "Auch", "Aber", "Damit", "Dort", "Nur", "Noch", "Ohne"),
        *("Seit", "So", "The", "A"),
    )
)
_WORD_AHEAD = 12
_LEAST_WORD = 3
SHORT_LIMIT = 160


@dataclass(frozen=True, slots=True)
class LanguageWords:
    """The words of one language."""

    language: str

    @property
    def tag(self) -> str:
        """The language as the file names it."""
        return locale.LOCALES[self.language].tag

    @property
    def foreign(self) -> str:
        """The language tag of people's German texts, empty where the whole file is German."""
        return "" if self.language == SOURCE else locale.LOCALES[SOURCE].tag

    def say(self, key: str, /, **params: object) -> str:
        """Give the words for `sheet.<key>`."""
        return messages.text(f"sheet.{key}", self.language, **params)

    def listed(self, words: Sequence[str]) -> str:
        """Join words as a sentence does: a, b and c."""
        if len(words) <= 1:
            return "".join(words)
        return self.say("and", first=", ".join(words[:-1]), last=words[-1])

    def count(self, number: int) -> str:
        """Give a small number as a word, others as digits."""
        named = self.say("numbers").split()
        return named[number] if 0 <= number < len(named) else str(number)

    def plain(self, value: Fraction) -> str:
        """Give a bound or weight without decimals where it has none."""
        return locale.plain(value, self.language)


@lru_cache(maxsize=4096)
def bound(text: str) -> str:
    """Put no-break spaces where a number must not leave its unit: 54 %, § 20, S. 31, e. V., 15. Dezember 2026."""
    text = _NUMBER_FIRST.sub(NB, text)
    return _SHORT_FORMS.sub(rf"\1{NB}", _NUMBER_LAST.sub(rf"\1{NB}", text))


def sentences(text: str) -> list[str]:
    """Split a text into sentences; numbers and usual abbreviations do not end one."""
    found: list[str] = []
    start = 0
    for match in _SENTENCE_END.finditer(text):
        if (
            match[1] == "."
            and not match[2]
            and not _ends_sentence(text[start : match.start()], text[match.end() : match.end() + _WORD_AHEAD])
        ):
            continue
        found.append(text[start : match.end()].strip())
        start = match.end()
    rest = text[start:].strip()
    return [*found, rest] if rest else found


def _ends_sentence(before: str, after: str) -> bool:
    """Say whether a full stop between the two texts ends a sentence; an ordinal, 14. Mai, does not."""
    word = re.split(r"[\s(„“/]", before)[-1] if before else ""
    if word[-1:] in ("%", ")", "“", "”"):
        return True
    if word.isdigit():
        return len(word) > _LEAST_WORD or re.split(r"\W", after.lstrip("„“"))[0] in _STARTERS
    if any(char.isdigit() for char in word):
        return True
    return len(word) >= _LEAST_WORD and word.lower() not in _ABBREVIATIONS


def shorten(text: str, limit: int = SHORT_LIMIT) -> str:
    """Cut a text to `limit` characters with " …": at a sentence, else at a word, else at a letter."""
    tidy = " ".join(text.split())
    if len(tidy) <= limit:
        return tidy
    kept = ""
    for sentence in sentences(tidy):
        longer = f"{kept} {sentence}".strip()
        if len(longer) > limit - 2:
            break
        kept = longer
    if not kept:
        kept = tidy[: limit - 2]
        if " " in kept:
            kept = kept.rpartition(" ")[0].rstrip(" ,;:–-")
    return f"{kept} …"
