"""Searching everything in the round that the person at this desk may read.

What is indexed is found through the index; what is not indexed yet, or cannot be, is read. So the answer is whole
whatever state the index is in; only annexes that are still to be indexed may be left out, and then that is said.
"""

from collections.abc import Collection, Iterable, Iterator
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, replace
from itertools import batched

from reviewer_app.domain.text.page_ends import JOINT
from reviewer_app.domain.text.search_words import AROUND, Search, search_of, snippet
from reviewer_app.services.ports import UnitOfWork
from reviewer_app.services.search.access import Hit, Readable, SearchFilter, Where
from reviewer_app.services.search.port import ANNEX, IndexLostError, Unit
from reviewer_app.services.search.sources import texts_of

_BODIES_AT_ONCE = 20
_FEW, _MANY = 100, 500
"""Texts that are asked for at once where few hits are wanted, and where all are."""


@dataclass(frozen=True, slots=True)
class Hits:
    """Hits by application, first those that hold all words in one passage.

    `more` where the limit left some out, `unread` how many annexes are not indexed yet. `lost` says that the index
    turned out to be damaged and should be made anew; what is here was read instead.
    """

    hits: tuple[Hit, ...]
    more: bool = False
    unread: int = 0
    lost: bool = False


def search(  # reason: how to search, each with a default
    uow: UnitOfWork,
    typed: str,
    wanted: SearchFilter | None = None,
    *,
    most: int = 0,
    whole: bool = True,
    around: int = AROUND,
) -> Hits:
    """Return what holds all words of `typed`; at most `most` hits (0: all), `around` characters beside what was found.

    `whole` reads annexes that are not indexed, which takes long. Raise MendableError where the filter names nothing:
    `unknown_application`, `unknown_criterion`.
    """
    asked = search_of(typed)
    if not asked:
        return Hits(())
    return _Looking(uow, asked, Readable(uow, wanted or SearchFilter()), most, whole=whole, around=around).run()


def _order(hit: Hit) -> tuple[object, ...]:
    kind = list(Where).index(hit.where)
    return not hit.together, hit.application, kind, hit.annex, hit.page or 0, hit.field, hit.row or 0


@dataclass
class _Looking:
    """One search on its way."""

    uow: UnitOfWork
    asked: Search
    readable: Readable
    most: int
    whole: bool
    around: int
    unread: int = 0
    lost: bool = False

    def run(self) -> Hits:
        found: list[Hit] = []
        more = False
        for hit in self._hits():
            if self.most and len(found) == self.most:
                more = True
                break
            found.append(hit)
        return Hits(tuple(sorted(found, key=_order)), more=more, unread=self.unread, lost=self.lost)

    def _hits(self) -> Iterator[Hit]:
        """Yield what the index finds, then what it does not hold."""
        given: set[Hit] = set()
        index = self.uow.search
        waiting: Iterable[Unit]
        try:
            waiting = index.pending().units
            for hit in self._indexed(frozenset(unit for unit in waiting if unit.source != ANNEX)):
                given.add(hit)
                yield hit
        except IndexLostError:
            self.lost = True
            waiting = dict.fromkeys(unit for one in self.readable.open for unit in index.units_of(one))
        for hit in self._read(waiting):
            if hit not in given:
                yield hit

    def _indexed(self, stale: AbstractSet[Unit]) -> Iterator[Hit]:
        """Yield what the index finds; what it holds of `stale` units is not what they say now."""
        if not self.uow.search.ready():
            return
        units = self.readable.units() if self.readable.is_narrow else None
        yield from self._matching(units, stale, together=True)
        if len(self.asked.terms) > 1:
            yield from self._matching(units, stale, together=False)

    def _matching(self, units: Collection[Unit] | None, stale: AbstractSet[Unit], *, together: bool) -> Iterator[Hit]:
        index, most, after = self.uow.search, _FEW if self.most else _MANY, 0
        while found := index.find(self.asked, together=together, units=units, after=after, most=most):
            after = found[-1].id
            fresh = [one for one in found if one.unit not in stale]
            self.readable.learn(one.unit for one in fresh)
            placed = ((hit, one) for one in fresh for hit in self.readable.places(one.unit, one.part, one.field))
            for some in batched(placed, _BODIES_AT_ONCE):
                bodies = index.bodies({one.id for _, one in some})
                for hit, one in some:
                    yield from self._said(hit, bodies.get(one.id, ""), one.part)

    def _read(self, units: Iterable[Unit]) -> Iterator[Hit]:
        """Read what is not indexed: the same words by the same folding, only slower."""
        for unit in units:
            self.readable.learn([unit])
            if not self.readable.has(unit):
                continue
            if unit.source == ANNEX and not self.whole:
                self.unread += 1
                continue
            for text in texts_of(self.uow, unit):
                for hit in self.readable.places(unit, text.part, text.field):
                    yield from self._said(hit, text.body, text.part)

    def _said(self, hit: Hit, body: str, part: int) -> Iterator[Hit]:
        over = body.find(JOINT) if part < 0 else None
        piece = snippet(body, self.asked, self.around, over)
        if piece is not None:
            yield replace(hit, snippet=piece.text, found=piece.found, together=piece.together)
