"""German text folded to its words for searching, with the way back, so that what is found is shown as it was written.

`Förderung`, `FOERDERUNG` and `Förde-` / `rung` on two lines are one word, `Straße` is `strasse`, `Café` is `cafe`.
White space, punctuation and signs part words; invisible characters vanish.
"""

import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass

EDITION = "1"
"""Changes with every change of what a text folds to; an index of another edition is made anew."""

_DIAERESIS = "\u0308"
_SPREAD = frozenset("aou")
_PLAIN = {
    "ß": "ss",
    "ẞ": "ss",
    "æ": "ae",
    "œ": "oe",
    "ø": "o",
    "ł": "l",
    "đ": "d",
    "ð": "d",
    "þ": "th",
    "ı": "i",
    "ä": "ae",
    "ö": "oe",
    "ü": "ue",
    "Ä": "ae",
    "Ö": "oe",
    "Ü": "ue",
}
_GONE = frozenset({"\u0002", "\ufffe"})
"""What PDFium and others write for a hyphen that only a line's end made."""

_WRAPPED = re.compile(r"[-\u2010\u0002\u00ad\ufffe][ \t]*(?:\r\n?|\n)[ \t]*(?=[^\W\d_])")
_LISTED = re.compile(r"(?:und|oder|bzw|sowie|noch|bis|and|or)\b")
_NO_SOUND = frozenset({"Cf", "Mn", "Me"})


class _Table(dict[int, str]):
    """What each character becomes by itself, worked out when it is first met."""

    def __missing__(self, code: int) -> str:
        made = self[code] = _folded(chr(code))
        return made


def _folded(character: str) -> str:
    """Return the letters of a character, a blank where it parts words, nothing where it is not heard."""
    if character in _PLAIN:
        return _PLAIN[character]
    if character in _GONE or unicodedata.category(character) in _NO_SOUND:
        return ""
    made: list[str] = []
    lowered = unicodedata.normalize("NFKD", character.casefold()).casefold()
    for part in unicodedata.normalize("NFKD", lowered):
        if part == _DIAERESIS:
            made.append("e" if made and made[-1] in _SPREAD else "")
        elif unicodedata.category(part) not in _NO_SOUND:
            made.append(_PLAIN.get(part, part if part.isalnum() else " "))
    return "".join(made) if made else " "


_TABLE = _Table()


@dataclass(frozen=True, slots=True)
class Folded:
    """`text` is every word between single blanks, one before and one behind; `source[i]` is where `text[i]` stood."""

    text: str
    source: Sequence[int]

    def span(self, start: int, end: int) -> tuple[int, int]:
        """Return the half-open range of the original that `text[start:end]` (not empty) stands for."""
        return self.source[start], self.source[end - 1] + 1


def fold(text: str) -> Folded:
    """Fold `text` to its words."""
    kept, source, before = [" "], [0], " "
    joints = {index for start, end in wraps(text) for index in range(start, end)}
    for index, character in enumerate(text):
        if index in joints:
            continue
        folded = _TABLE[ord(character)]
        if character == _DIAERESIS and before in _SPREAD:
            folded = "e"
        if folded == " ":
            if before != " ":
                kept.append(" ")
                source.append(index)
                before = " "
        elif folded:
            for part in folded:
                if part != " " or before != " ":
                    kept.append(part)
                    source.append(index)
                    before = part
    if before != " ":
        kept.append(" ")
        source.append(len(text))
    return Folded("".join(kept), source)


def folded_words(text: str) -> str:
    """Return `fold(text).text` without the way back, many times faster; a single blank where there is no word."""
    if _DIAERESIS in text:
        return fold(text).text
    broken = wraps(text)
    if broken:
        ends = (0, *(end for _, end in broken))
        starts = (*(start for start, _ in broken), len(text))
        text = "".join(text[end:start] for end, start in zip(ends, starts, strict=True))
    words = text.translate(_TABLE).split()
    return f" {' '.join(words)} " if words else " "


def wraps(text: str) -> list[tuple[int, int]]:
    """Return where a word is only broken by the end of a line: the ranges of the hyphen and the break.

    A hyphen before a capital belongs to the word, one before `und` stands for a part that follows.
    """
    return [
        one.span()
        for one in _WRAPPED.finditer(text)
        if text[max(one.start() - 1, 0)].isalpha()
        and text[one.end()].islower()
        and _LISTED.match(text, one.end()) is None
    ]
