"""Words found inside one paper as one types: every place where they stand, also in the middle of a word.

What is typed is one run of words, as in every reader; words from a search of the whole round stand apart and are found
where a word begins, as that search finds them. The folding is the same, so `ä` is `ae` here too; but half a letter is
never found: `e` does not stand in `ä`.
"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property

from reviewer_app.domain.text.folding import fold, folded_words
from reviewer_app.domain.text.search_words import search_of

_SPELT = frozenset({"ae", "oe", "ue", "ss", "th"})
"""What one letter is folded to; a place may not begin or end between the two."""


@dataclass(frozen=True, slots=True)
class SearchPattern:
    """Runs of folded letters to be found; a blank at an end stands for the end of a word. None find nothing."""

    runs: tuple[str, ...] = ()

    def __bool__(self) -> bool:
        """Say whether anything is to be found."""
        return bool(self.runs)


def wanted(typed: str, *, apart: bool = False) -> SearchPattern:
    """Read what was typed: as one run, or with `apart` as the words and phrases of a search of the whole round."""
    if apart:
        terms = search_of(typed).terms
        return SearchPattern(tuple(f" {one.words}" if one.open_ended else f" {one.words} " for one in terms))
    words = fold(typed).text.strip()
    return SearchPattern((words,) if words else ())


def ranges(text: str, sought: SearchPattern) -> tuple[tuple[int, int], ...]:
    """Return the half-open ranges of `text` where `sought` stands, in order; none covers a part of another."""
    if not sought or all(run.strip() not in folded_words(text) for run in sought.runs):
        return ()
    folded = fold(text)
    spots = sorted(spot for run in sought.runs for spot in spots_of(folded.text, run, lambda: folded.source))
    return tuple(folded.span(start, end) for start, end in _apart(spots))


class FoundIn:
    """One text made ready for being searched again and again."""

    def __init__(self, text: str) -> None:
        """Fold `text`; `words` is what that gives."""
        self.text = text
        self.words = folded_words(text)

    @property
    def has_words(self) -> bool:
        """Whether there is anything to be found in it."""
        return self.words != " "

    def shares(self, sought: SearchPattern) -> tuple[float, ...]:
        """Return for each place of `sought` how far into the text it stands (0 to 1); as many as `ranges` gives."""
        words = self.words
        spots = [spot for run in sought.runs if run in words for spot in spots_of(words, run, self._read_source)]
        return tuple(start / len(words) for start, _ in _apart(sorted(spots)))

    def holds(self, sought: SearchPattern) -> bool:
        """Say whether all single words of what is sought stand somewhere here, together or not."""
        return all(word in self.words for run in sought.runs for word in run.split())

    def _read_source(self) -> Sequence[int]:
        return self._source

    @cached_property
    def _source(self) -> Sequence[int]:
        return fold(self.text).source


def spots_of(words: str, run: str, source: Callable[[], Sequence[int]]) -> Iterator[tuple[int, int]]:
    """Yield the ranges of folded text where a run stands, without the blanks at its ends; `source` as of `Folded`."""
    lead, tail = len(run) - len(run.lstrip()), len(run) - len(run.rstrip())
    at = words.find(run)
    while at >= 0:
        start, end = at + lead, at + len(run) - tail
        if _cuts(words, start, source) or _cuts(words, end, source):
            at = words.find(run, at + 1)
            continue
        yield start, end
        at = words.find(run, end)


def _cuts(words: str, place: int, source: Callable[[], Sequence[int]]) -> bool:
    """Say whether a place lies inside what one letter was folded to."""
    return words[place - 1 : place + 1] in _SPELT and source()[place - 1] == source()[place]


def _apart(spots: list[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    """Yield ranges that do not overlap: of those that do, the first."""
    last = -1
    for start, end in spots:
        if start >= last:
            yield start, end
            last = end
