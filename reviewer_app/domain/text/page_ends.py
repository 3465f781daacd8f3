"""Words that run over the end of a page: begun at the foot of one, ended at the head of the next.

What stands alike at the edges of both pages (running heads, page numbers) is no part of the text that runs on.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from itertools import product, takewhile

from reviewer_app.domain.text.folding import fold, folded_words
from reviewer_app.domain.text.search import FoundIn, SearchPattern, ranges, spots_of

_SPARE = 120
"""Letters beside those of a run that are looked at on each side: blanks, signs, and letters folded to none."""
_ROOM = 80
"""Letters of a run up to which the ends of pages are looked at as they were folded once."""
_MOST_LINES = 3
"""Lines at the edge of a page that may be a running head or foot."""
_EDGE = 400
"""Letters at each edge of a page in which running heads and feet are looked for."""
_LOOKED_AT = 1000
"""Folded letters at each edge of a page that are looked at first."""
_RUN = 200
"""Letters on each side of the end of a page that are searched together."""
JOINT = "\r\n"
"""Parts what stands on the one page from what stands on the next; all other ends of lines are plain."""
_HYPHENATED = re.compile(r"[-\u2010\u0002\u00ad\ufffe]\s*(?:[\r\n]|$)")
_DIGITS = re.compile(r"\d+")
_NUMBERED = re.compile(r"\W*(?:seite|page|s\.)?\W*#\W*(?:(?:von|of)?\W*#\W*)?", re.IGNORECASE)
_LINE = re.compile(r"[^\r\n]*[^\s][^\r\n]*")


@dataclass(frozen=True, slots=True)
class OverEnd:
    """The half-open ranges that one hit takes in the text of a page and in that of the page behind it."""

    here: tuple[int, int]
    beyond: tuple[int, int]


class PageEnd:
    """The end of a page with the beginning of the next, ready to be searched again and again."""

    def __init__(self, before: FoundIn, after: FoundIn) -> None:
        self._before, self._after = before.text, after.text
        self._foot, self._head = before.words[-_LOOKED_AT:], after.words[:_LOOKED_AT]
        self._is_hyphenated = _HYPHENATED.search(before.text, max(len(before.text) - _EDGE, 0)) is not None

    def shares(self, sought: SearchPattern) -> tuple[float, ...]:
        """Return how far into the first page's text a hit over its end begins (0 to 1); none where there is none."""
        if not any(self._may_hold(run.strip()) for run in sought.runs):
            return ()
        found = over_end(self._before, self._after, sought)
        return (found.here[0] / len(self._before),) if found else ()

    def _may_hold(self, run: str) -> bool:
        """Look cheaply first: a run begins on the one page, or only its first word is broken over both."""
        size, (first, _, rest) = len(run), run.partition(" ")
        if size > _ROOM:
            return True
        if not (self._is_hyphenated if not rest else first in self._foot or rest in self._head):
            return False
        return any(run in words[max(end - size + 1, 0) : end + size] for words, end in self._joints)

    @cached_property
    def _joints(self) -> tuple[tuple[str, int], ...]:
        """The folded words around the end of the page, and where in them it is."""
        found: list[tuple[str, int]] = []
        for end, start in _edges(self._before, self._after):
            tail, rest = self._before[max(end - 2 * _ROOM, 0) : end].rstrip(), self._after[start : start + 2 * _ROOM]
            found.append((folded_words(f"{tail}\n{rest.lstrip()}"), len(folded_words(tail)) - 1))
        return tuple(found)


def joint(before: str, after: str) -> str:
    """Return the last words of a page and the first of the next with JOINT between; empty where either has none.

    Running heads and feet are left out.
    """
    *_, (end, start) = _edges(before, after)
    tail, rest = before[:end].rstrip(), after[start:].lstrip()
    if not tail or not rest:
        return ""
    if len(tail) > _RUN:
        tail = "…" + tail[-_RUN:].partition(" ")[2]
    if len(rest) > _RUN:
        rest = rest[:_RUN].rpartition(" ")[0] + "…"
    return JOINT.join("\n".join(part.splitlines()) for part in (tail, rest))


def over_end(before: str, after: str, sought: SearchPattern) -> OverEnd | None:
    """Return the hit that stands on both of two pages that follow one another; it covers no part of another hit."""
    if not sought:
        return None
    room = 3 * max(map(len, sought.runs)) + _SPARE
    for end, start in _edges(before, after):
        found = _joint(before[:end], after, max(end - room, 0), (start, start + room), sought)
        if found and _stands_alone(found, before, after, sought):
            return found
    return None


def _edges(before: str, after: str) -> Iterator[tuple[int, int]]:
    """Yield where one page's text ends and the next one's begins: plainly, and without running heads and feet."""
    foot, head = _last_lines(before), _first_lines(after)
    there = {words for _, words in (*head, *_last_lines(after))}
    alike = {words for _, words in (*_first_lines(before), *foot) if words in there}
    ends, starts = [len(before)], [0]
    for (first, _), _words in takewhile(lambda line: _is_running(line[1], alike), reversed(foot)):
        ends.append(first)
    for (_, last), _words in takewhile(lambda line: _is_running(line[1], alike), head):
        starts.append(last)
    yield from product(ends, starts)


def _first_lines(text: str) -> list[tuple[tuple[int, int], str]]:
    return _lines(text[:_EDGE], 0)[:_MOST_LINES]


def _last_lines(text: str) -> list[tuple[tuple[int, int], str]]:
    at = max(len(text) - _EDGE, 0)
    return _lines(text[at:], at)[-_MOST_LINES:]


def _lines(text: str, at: int) -> list[tuple[tuple[int, int], str]]:
    """Return the lines that hold anything with where they stand, numbers in them made alike."""
    found = _LINE.finditer(text)
    return [((at + one.start(), at + one.end()), _DIGITS.sub("#", " ".join(one[0].split()))) for one in found]


def _is_running(words: str, alike: set[str]) -> bool:
    return words in alike or _NUMBERED.fullmatch(words) is not None


def _joint(before: str, after: str, begin: int, head: tuple[int, int], sought: SearchPattern) -> OverEnd | None:
    """Return the first hit over the joint of `before` from `begin` on and the part `head` of `after`."""
    tail = before[begin:].rstrip()
    rest = after[slice(*head)].lstrip()
    text = f"{tail}\n{rest}"
    words = folded_words(text)
    if not tail or not rest or all(run not in words for run in sought.runs):
        return None
    folded, end = fold(text), begin + len(tail)
    start = min(head[1], len(after)) - len(rest)
    found = (spot for run in sought.runs for spot in spots_of(folded.text, run, lambda: folded.source))
    for spot in sorted(found):
        here, beyond = folded.span(*spot)
        if here < len(tail) < beyond - 1:
            return OverEnd((begin + here, end), (start, start + beyond - len(tail) - 1))
    return None


def _stands_alone(found: OverEnd, before: str, after: str, sought: SearchPattern) -> bool:
    here, beyond = ranges(before, sought), ranges(after, sought)
    return not (here and here[-1][1] > found.here[0]) and not (beyond and beyond[0][0] < found.beyond[1])
