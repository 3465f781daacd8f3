"""What a person searches for, and where a text holds it: beginnings of words, and phrases in quotes.

Every word must be there, and passages that hold all of them come before texts that hold them apart. A word stands for
all that begin so; a number and a phrase stand for themselves, a star at the end of a phrase for its beginnings. The
same answer comes from an index and from a text that is in none.
"""

import re
from dataclasses import dataclass

from reviewer_app.domain.text.folding import Folded, fold, wraps

_ASKED = re.compile(r'["„“”«»]([^"„“”«»]*)(["„“”«»]?)|([^\s"„“”«»]+)')
AROUND = 70
"""Characters that a snippet shows on either side of what was found."""
_MORE = "…"
_SHORTEST_TURN = 20
PASSAGE = 16
"""Words at most from the end of one word searched for to the beginning of another where both stand in one passage."""


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
    """The pieces of a text that show all words, on one line, and the half-open ranges in it that were found.

    `together` says whether one passage holds them all.
    """

    text: str
    found: tuple[tuple[int, int], ...]
    together: bool = True


@dataclass(frozen=True, slots=True, order=True)
class _Spot:
    """The half-open range of the original where a term stands, and of the words of its text by their number."""

    start: int
    end: int
    term: int
    word: int
    word_end: int


def search_of(typed: str) -> Search:
    """Read what was typed; a quote that is not closed yet is a phrase whose last word goes on."""
    terms: list[Term] = []
    for phrase, closed, word in _ASKED.findall(typed):
        words = fold(word or phrase).text.strip()
        if words:
            goes_on = not words.isdigit() if word else not closed or phrase.rstrip().endswith("*")
            term = Term(words, open_ended=goes_on)
            if term not in terms:
                terms.append(term)
    return Search(tuple(terms))


def _spots(folded: Folded, search: Search) -> list[_Spot]:
    """Return where the words stand, in order; nothing where one of them is missing."""
    found: list[_Spot] = []
    for place, term in enumerate(search.terms):
        wanted = f" {term.words}" if term.open_ended else f" {term.words} "
        start = folded.text.find(wanted)
        if start < 0:
            return []
        word = before = 0
        while start >= 0:
            end = start + 1 + len(term.words)
            if term.open_ended:
                end = folded.text.find(" ", end)
            word, before = word + folded.text.count(" ", before, start), start
            span = folded.span(start + 1, end)
            found.append(_Spot(*span, place, word, word + 1 + term.words.count(" ")))
            start = folded.text.find(wanted, start + 1)
    return sorted(found)


def snippet(text: str, search: Search, around: int = AROUND, over: int | None = None) -> Snippet | None:
    """Return where all words stand closest, with `around` characters on either side; None where one is missing.

    Where they stand further apart each has a piece of its own, and these share the characters. The words stand as they
    were written; a word broken by the end of a line is whole again. With `over` a word or phrase must run over that
    place in the text, and is what is shown.
    """
    spots = _spots(fold(text), search)
    if over is not None:
        spots = spots if (running := [spot for spot in spots if spot.start < over < spot.end]) else []
    if not spots:
        return None
    closest, gap = _closest(spots, len(search.terms))
    line, ranges = "", []
    for start, end in _pieces(text, closest if over is None else running[:1], around):
        line += f" {_MORE} " if line else _MORE if start else ""
        piece, moved = _on_one_line(text, start, end)
        inside = dict.fromkeys((one.start, one.end) for one in spots if start <= one.start and one.end <= end)
        at = len(line)
        ranges += [(at + moved[left - start], at + moved[right - 1 - start] + 1) for left, right in inside]
        line += piece.rstrip()
    return Snippet(line + (_MORE if end < len(text) else ""), tuple(ranges), together=gap <= PASSAGE)


def _closest(spots: list[_Spot], terms: int) -> tuple[list[_Spot], int]:
    """Return the spots, one a term, with the fewest words from the first to the last, and how many those are."""
    latest: dict[int, _Spot] = {}
    chosen: list[_Spot] = []
    least = 0
    for spot in spots:
        latest[spot.term] = spot
        gap = spot.word - min(one.word_end for one in latest.values())
        if len(latest) == terms and (not chosen or gap < least):
            chosen, least = sorted(latest.values()), gap
    return chosen, least


def _pieces(text: str, spots: list[_Spot], around: int) -> list[tuple[int, int]]:
    """Return the ranges of a text that show `spots`, in order."""
    first, last = spots[0].start, max(one.end for one in spots)
    shown, room = [(first, last)], around
    if last - first > 2 * around:
        shown, room = [(one.start, one.end) for one in spots], around // len(spots) - 2
    pieces: list[tuple[int, int]] = []
    for first, last in shown:
        start, end = _edge(text, first - room, first, left=True), _edge(text, last + room, last, left=False)
        if pieces and start <= pieces[-1][1] + 1:
            start, end = pieces[-1][0], max(end, pieces.pop()[1])
        pieces.append((start, end))
    return pieces


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
