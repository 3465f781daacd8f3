"""Finds a marked passage again in a newer version of an annex: by its letters, else approximately, else not at all.

Never moved silently to a wrong place: a place must be the best one for the passage, and the passage the best one for
that place (seen from the new text back to the old). What is not clearly one place is lost, and a person decides.

To look at every letter of a long annex for every passage takes minutes; where whole pieces of a passage stand in the
right distance from each other takes none. `Seeds` finds those pieces in a table made once for a text.
"""

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from itertools import accumulate, chain
from typing import Self

from reviewer_app.domain.text import approximate
from reviewer_app.domain.text.letters import Letters, letters

LENGTH = 4
SHORT = 20_000
"""Letters of a text up to which looking at all of them is as quick."""

_MOST_PLACES = 1_000_000
_MOST_HITS = 40_000
_STRETCHES = 32
_LEAST_SHARE = 0.3
"""How much of what the best stretch shares with the pattern another one must share to be looked at."""


@dataclass(frozen=True, slots=True)
class Seeds:
    """Where each piece of a text begins; of a very long text only every so many places are kept."""

    places: Mapping[str, Sequence[int]]
    size: int

    @classmethod
    def of(cls, text: str) -> Self:
        """Look a text through; a short one needs no table."""
        places: defaultdict[str, list[int]] = defaultdict(list)
        if len(text) > SHORT:
            for place in range(0, len(text) - LENGTH + 1, 1 + len(text) // _MOST_PLACES):
                places[text[place : place + LENGTH]].append(place)
        return cls(places, len(text))

    def stretches(self, pattern: str, most: int) -> list[tuple[int, int]]:
        """Return the half-open ranges of the text to search for a pattern with at most `most` edits, in order."""
        if self.size <= SHORT:
            return [(0, self.size)]
        width = max(len(pattern) // 4, LENGTH)
        shared = Counter(chain.from_iterable(self._diagonals(pattern, width)))
        both = {one: count + shared.get(one + 1, 0) for one, count in shared.items()}
        enough = max(both.values(), default=0) * _LEAST_SHARE
        best = sorted((one for one, count in both.items() if count >= enough), key=both.__getitem__, reverse=True)
        found: list[tuple[int, int]] = []
        for one in sorted(best[:_STRETCHES]):
            start = max(one * width - most, 0)
            end = min((one + 2) * width + len(pattern) + most, self.size)
            if found and start <= found[-1][1]:
                found[-1] = (found[-1][0], max(end, found[-1][1]))
            else:
                found.append((start, end))
        return found

    def _diagonals(self, pattern: str, width: int) -> Iterator[list[int]]:
        """Give for pieces spread over the pattern where it would begin, in steps of `width`."""
        pieces = [
            (at, held)
            for at in range(len(pattern) - LENGTH + 1)
            if (held := self.places.get(pattern[at : at + LENGTH])) is not None
        ]
        step = 1 + sum(len(held) for _, held in pieces) // _MOST_HITS
        for at, held in pieces[::step]:
            yield [(place - at) // width for place in held]


AROUND = 64
"""Letters of context on both sides that count; at an edge of the document there are fewer."""

FEWEST_LETTERS = 12
"""Letters below which a quote says too little to be found approximately: only the same letters count."""

MOST_EDITS = 0.3
"""Edits per letter of the quote up to which a place is looked at (figures: tests/domain/text/test_anchoring.py)."""

ENOUGH = 0.7
"""Agreement of quote and context together, from 0 to 1, from which a place is the passage."""

LEAD = 0.05
"""Agreement by which the best place must lead the next."""

_CONTEXT_WEIGHT = 0.4


class Lost(StrEnum):
    """Why a passage has no place: nothing is like it, or several places are."""

    GONE = "gone"
    AMBIGUOUS = "ambiguous"


@dataclass(frozen=True, slots=True)
class Anchor:
    """Where a passage stands: page (from 0), half-open range in that page's text; `exact`: letter for letter."""

    page: int
    start: int
    end: int
    exact: bool = True


@dataclass(frozen=True, slots=True)
class Document:
    """Pages reduced to letters and joined; `starts[i]` is where page `i` begins in `joined`, the last is its end."""

    pages: tuple[Letters, ...]
    joined: str
    starts: tuple[int, ...]
    seeds: Seeds = field(compare=False, repr=False)


def document(pages: Sequence[str]) -> Document:
    """Prepare the pages' texts once for many passages."""
    reduced = tuple(letters(page) for page in pages)
    starts = accumulate((len(page.text) for page in reduced), initial=0)
    joined = "".join(page.text for page in reduced)
    return Document(reduced, joined, tuple(starts), Seeds.of(joined))


def move(passage: Anchor, old: Document, new: Document) -> Anchor | Lost:
    """Return where the passage of `old` stands in `new`, or why it has no place; ValueError: it holds no letter."""
    page = old.pages[passage.page]
    inside = [index for index, place in enumerate(page.source) if passage.start <= place < passage.end]
    if not inside:
        message = "a passage without a letter"
        raise ValueError(message)
    here = old.starts[passage.page]
    first, last = here + inside[0], here + inside[-1] + 1
    best = _best(first, last, old, new)
    if isinstance(best, Lost):
        return best
    back = _best(best.start, best.end, new, old)
    if isinstance(back, Lost):
        return back
    overlap = min(back.end, last) - max(back.start, first)
    return _anchored(best, new) if overlap * 2 > last - first else Lost.GONE


LOOSE_EDITS = 0.5
"""Edits per letter of the quote up to which a place is shown to a person, who decides."""


@dataclass(frozen=True, slots=True)
class Fit:
    """A place that a person may choose for a lost passage; `agreement` of words and surroundings, 0 to 1."""

    anchor: Anchor
    agreement: float


def fits(quote: str, around: tuple[str, str], new: Document, most: int = 3) -> tuple[Fit, ...]:
    """Return the places in `new` that are most like a quote between the words `around` it, the best first.

    Looser than `move`, which decides by itself: also what is ambiguous or says the half of it. `quote` and `around` are
    texts as they can be read; nothing fits a quote without a letter.
    """
    wanted, before, after = letters(quote).text, letters(around[0]).text, letters(around[1]).text
    if not wanted:
        return ()
    found = [approximate.Match(start, start + len(wanted), 0) for start in _everywhere(wanted, new.joined)]
    if len(wanted) >= FEWEST_LETTERS and len(found) < most:
        close = approximate.find(wanted, new.joined, int(len(wanted) * LOOSE_EDITS))
        found += [one for one in close if one.distance]
    ranked = _Candidate.ranked(found, wanted, (before, after), new.joined)
    return tuple(Fit(_anchored(one.match, new), one.agreement) for one in ranked[:most])


@dataclass(frozen=True, slots=True, order=True)
class _Candidate:
    """A place with its agreement, 0 to 1."""

    agreement: float
    match: approximate.Match = field(compare=False)

    @classmethod
    def ranked(cls, matches: Sequence[approximate.Match], quote: str, around: tuple[str, str], text: str) -> list[Self]:
        """Return places with their agreement, the best first."""
        before, after = around
        size = len(before) + len(after)
        left = approximate.distances(before, [text[max(0, one.start - len(before)) : one.start] for one in matches])
        right = approximate.distances(after, [text[one.end : one.end + len(after)] for one in matches])
        found = []
        for match, *edits in zip(matches, left, right, strict=True):
            context = max(0.0, 1 - sum(edits) / size) if size else 1.0
            words = 1 - match.distance / len(quote)
            found.append(cls((1 - _CONTEXT_WEIGHT) * words + _CONTEXT_WEIGHT * context, match))
        return sorted(found, reverse=True)


def _best(first: int, last: int, one: Document, other: Document) -> approximate.Match | Lost:
    """Return the place in `other` of the letters `first` to `last` of `one`."""
    quote = one.joined[first:last]
    around = one.joined[max(0, first - AROUND) : first], one.joined[last : last + AROUND]
    found = [approximate.Match(start, start + len(quote), 0) for start in _everywhere(quote, other.joined)]
    if not found and len(quote) >= FEWEST_LETTERS:
        found = _approximately(quote, other, int(len(quote) * MOST_EDITS))
    ranked = _Candidate.ranked(found, quote, around, other.joined)
    if not ranked or ranked[0].agreement < ENOUGH:
        return Lost.GONE
    if len(ranked) > 1 and ranked[0].agreement - ranked[1].agreement < LEAD:
        return Lost.AMBIGUOUS
    return ranked[0].match


def _approximately(quote: str, other: Document, most: int) -> list[approximate.Match]:
    """Return the places of a quote with at most `most` edits, where a place shares enough with it to be looked at."""
    return [
        approximate.Match(start + one.start, start + one.end, one.distance)
        for start, end in other.seeds.stretches(quote, most)
        for one in approximate.find(quote, other.joined[start:end], most)
    ]


def _everywhere(quote: str, text: str) -> Iterator[int]:
    start = text.find(quote) if quote else -1
    while start >= 0:
        yield start
        start = text.find(quote, start + 1)


def _anchored(match: approximate.Match, new: Document) -> Anchor:
    """Give the place on the page that holds most of the match; a passage over a page break is marked on that one."""

    def share(page: int) -> int:
        return min(match.end, new.starts[page + 1]) - max(match.start, new.starts[page])

    page = max(range(len(new.pages)), key=share)
    first = max(match.start, new.starts[page]) - new.starts[page]
    last = min(match.end, new.starts[page + 1]) - new.starts[page]
    start, end = new.pages[page].span(first, last)
    return Anchor(page, start, end, exact=match.distance == 0)
