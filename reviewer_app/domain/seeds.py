"""Where in a long text a pattern may stand: the few stretches that share most of its short pieces.

To look at every letter of a long document for every passage takes minutes; where whole pieces of a passage stand in
the right distance from each other takes none. Pieces are `LENGTH` letters, found in a table made once for a text.
"""

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import chain
from typing import Self

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
