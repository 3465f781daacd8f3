"""Text reduced to its letters, with the way back: what stays the same when lines are wrapped or hyphenated anew.

White space, hyphens and invisible characters go, case and compatibility forms (ligatures, full-width letters) are
folded, so that `Wert-` at a line's end and `schöpfung` in the next are `Wertschöpfung`.
"""

import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass

_DROPPED = frozenset({"Cc", "Cf", "Zs", "Zl", "Zp", "Pd"})


@dataclass(frozen=True, slots=True)
class Letters:
    """`text` holds the letters that remain; `source[i]` is the index in the original of the letter `text[i]`."""

    text: str
    source: Sequence[int]

    def span(self, start: int, end: int) -> tuple[int, int]:
        """Return the half-open range of the original that the letters `start` to `end` (not empty) stand in."""
        return self.source[start], self.source[end - 1] + 1


def letters(text: str) -> Letters:
    """Reduce `text` to its letters."""
    kept: list[str] = []
    source: list[int] = []
    for index, character in enumerate(text):
        for part in _folded(character):
            kept.append(part)
            source.append(index)
    return Letters("".join(kept), source)


def _folded(character: str) -> str:
    if character.isascii():
        return character.lower() if character.isprintable() and character not in " -" else ""
    if unicodedata.category(character) in _DROPPED:
        return ""
    folded = unicodedata.normalize("NFKC", character).lower()
    return "".join(part for part in folded if unicodedata.category(part) not in _DROPPED)
