"""Texts that are there in every language of the product: the catalogue's, and what a finding says.

A finding is written down long before anybody reads it, and the language is known only then; so it carries `Words`.
"""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from typing import override

from resources.languages import LANGUAGES, SOURCE

type Words = str | Localised
"""A text that is the same in every language, or one for each."""


@dataclass(frozen=True, slots=True, init=False)
class Localised:
    """One text by language; a language that has none of its own reads the source language."""

    texts: Mapping[str, str]

    def __init__(self, source: str = "", /, **texts: str) -> None:
        """Take the text of the source language, by its place or by the name of the language, and those of others."""
        object.__setattr__(self, "texts", {SOURCE: source} | {name: text for name, text in texts.items() if text})

    @override
    def __hash__(self) -> int:
        return hash(self.texts[SOURCE])

    def read(self, language: str) -> str:
        """Return the text in a language."""
        return self.texts.get(language) or self.texts[SOURCE]


def read(words: Words, language: str) -> str:
    """Return words in a language."""
    return words if isinstance(words, str) else words.read(language)


def as_words(value: object) -> Words:
    """Return what a sentence names: words as they are, a number as its digits."""
    return value if isinstance(value, Localised) else str(value)


def in_each(show: Callable[..., str], *given: object) -> Words:
    """Return what `show(*given, language)` says in every language, as one text where all say the same."""
    first, *others = (show(*given, language) for language in LANGUAGES)
    different = {language: text for language, text in zip(LANGUAGES[1:], others, strict=True) if text != first}
    return Localised(first, **different) if different else first


def listed(parts: Iterable[Words], mark: str = ", ") -> Words:
    """Return several words as one, with `mark` between them."""
    every = tuple(parts)

    def joined(language: str) -> str:
        return mark.join(read(one, language) for one in every)

    return in_each(joined)
