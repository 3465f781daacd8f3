"""What a person searches for, and where a text holds it: beginnings of words, and phrases in quotes.

Every word must be there. A word stands for all that begin so; a phrase stands for itself, a star at its end for its
beginnings. The same answer comes from an index and from a text that is in none.
"""

import re
from dataclasses import dataclass

from reviewer_app.domain.text.folding import Folded, fold, wraps

_ASKED = re.compile(r'["„“”«»]([^"„“”«»]*)(["„“”«»]?)|([^\s"„“”«»]+)')
AROUND = 70
"""Characters that a snippet shows on either side of what was found."""
_MORE = "…"
_SHORTEST_TURN = 20
_CLOSE = 12
"""Spots that are looked at behind one another."""


@dataclass(frozen=True, slots=True)
class Term:
    """Words that stand together, folded and parted by blanks; `open_ended` where the last may go on."""

    words: str
    open_ended: bool


@dataclass(frozen=True, slots=True)
class Search:
    """Everything that must be found; no terms find nothing."""

    terms: tuple[Term, ...]

    def __bool__(self) -> bool:
        """Say whether anything is searched for."""
        return bool(self.terms)


@dataclass(frozen=True, slots=True)
class Snippet:
    """A piece of a text on one line, and the half-open ranges in it that were found."""

    text: str
    found: tuple[tuple[int, int], ...]


def search_of(typed: str) -> Search:
    """Read what was typed; a quote that is not closed yet is a phrase whose last word goes on."""
    terms: list[Term] = []
    for phrase, closed, word in _ASKED.findall(typed):
        words = fold(word or phrase).text.strip()
        if words:
            term = Term(words, open_ended=bool(word) or not closed or phrase.rstrip().endswith("*"))
            if term not in terms:
                terms.append(term)
    return Search(tuple(terms))


def _spots(folded: Folded, search: Search) -> list[tuple[int, int, int]]:
    """Return the ranges of the original where the words stand, in order, each with the place of its term.

    None where one of the words is missing.
    """
    found: list[tuple[int, int, int]] = []
    for place, term in enumerate(search.terms):
        wanted = f" {term.words}" if term.open_ended else f" {term.words} "
        start = folded.text.find(wanted)
        if start < 0:
            return []
        while start >= 0:
            end = start + 1 + len(term.words)
            if term.open_ended:
                end = folded.text.find(" ", end)
            found.append((*folded.span(start + 1, end), place))
            start = folded.text.find(wanted, start + 1)
    return sorted(found)


def snippet(text: str, search: Search, around: int = AROUND, over: int | None = None) -> Snippet | None:
    """Return the place where most of the search's words stand together, with `around` characters on either side.

    The words stand as they were written; a word broken by the end of a line is whole again. None where one is missing.
    With `over` a word or phrase must run over that place in the text, and is what is shown.
    """
    spots = _spots(fold(text), search)
    if over is not None:
        spots = spots if (running := [spot for spot in spots if spot[0] < over < spot[1]]) else []
    if not spots:
        return None
    first, last = _together(spots, 2 * around) if over is None else running[0][:2]
    start, end = _edge(text, first - around, first, left=True), _edge(text, last + around, last, left=False)
    inside = [spot for spot in dict.fromkeys(spot[:2] for spot in spots) if start <= spot[0] and spot[1] <= end]
    line, moved = _on_one_line(text, start, end)
    ranges = tuple((moved[left - start], moved[right - 1 - start] + 1) for left, right in inside)
    if start > 0:
        line, ranges = _MORE + line, tuple((left + 1, right + 1) for left, right in ranges)
    return Snippet(line + (_MORE if end < len(text) else ""), ranges)


def _together(spots: list[tuple[int, int, int]], reach: int) -> tuple[int, int]:
    """Return the first range of at most `reach` characters that holds the most terms, or one spot where none does."""
    best, chosen = 0, spots[0][:2]
    for place, (start, end, _) in enumerate(spots):
        close = [spot for spot in spots[place : place + _CLOSE] if spot[1] <= max(start + reach, end)]
        terms = {term for _, _, term in close}
        if len(terms) > best:
            best = len(terms)
            seen: set[int] = set()
            for _, right, term in close:
                if term not in seen:
                    seen.add(term)
                    chosen = (start, max(right, end))
    return chosen


def _edge(text: str, wanted: int, near: int, *, left: bool) -> int:
    """Return where to cut near `wanted`, at a blank if one is close, never inside what was found at `near`."""
    if left:
        if wanted <= 0:
            return 0
        blank = re.search(r"\s", text[wanted : min(wanted + _SHORTEST_TURN, near)])
        return wanted + blank.end() if blank else wanted
    if wanted >= len(text):
        return len(text)
    back = max(wanted - _SHORTEST_TURN, near)
    tail = text[back:wanted]
    cut = max((index for index, character in enumerate(tail) if character.isspace()), default=-1)
    return back + cut if cut >= 0 else wanted


def _on_one_line(text: str, start: int, end: int) -> tuple[str, list[int]]:
    """Return a piece with single blanks and whole words, and for each of its characters where it came to stand."""
    joints = {index for left, right in wraps(text) for index in range(left, right)}
    line: list[str] = []
    moved: list[int] = []
    for index in range(start, end):
        character = text[index]
        shown = character if character.isprintable() else " " if character.isspace() else ""
        if index in joints or (shown.isspace() and (not line or line[-1] == " ")):
            shown = ""
        elif shown.isspace():
            shown = " "
        if shown:
            line.append(shown)
        moved.append(max(len(line) - 1, 0))
    return "".join(line), moved
