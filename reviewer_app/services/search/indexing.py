"""Bringing the index of the round up to what it holds: in slices, so that nobody waits behind it.

A slice is one small transaction of some hundredths of a second. An annex that is interrupted is begun anew another
time; everything else is indexed whole or not at all.
"""

import time
from dataclasses import dataclass
from typing import TYPE_CHECKING

from reviewer_app.services.ports import UnitOfWork, Workspace
from reviewer_app.services.search.port import ANNEX, IndexLostError, PlacedText, Unit
from reviewer_app.services.search.sources import texts_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

SLICE = 0.03
"""Seconds of one transaction between the jobs of a window."""

_LONG = 5.0


@dataclass(frozen=True, slots=True)
class IndexProgress:
    """How many units of the round are indexed; `finished` when all are, or when this store cannot have an index."""

    done: int
    total: int
    finished: bool


class Indexer:
    """Goes through what is not indexed yet; one for an open workspace, used by one thread at a time."""

    def __init__(self) -> None:
        self._left: list[Unit] = []
        self._unit: Unit | None = None
        self._texts: Iterator[PlacedText] = iter(())
        self._recognised: Mapping[str, int] = {}
        self._total = 0
        self._impossible = False

    def step(self, uow: UnitOfWork, seconds: float = SLICE) -> IndexProgress:
        """Index for about `seconds` and commit; the first step of a large annex takes as long as opening it.

        An index that is missing or damaged is made anew; where even that fails, the answer is that all is finished.
        """
        if uow.read_only or self._impossible:
            return IndexProgress(0, 0, finished=True)
        try:
            return self._step(uow, seconds)
        except IndexLostError:
            return self.remake(uow)
        except BaseException:
            self.stop()
            raise

    def stop(self) -> None:
        """Let go of the annex that is being read; the next step looks afresh for what is missing."""
        close = getattr(self._texts, "close", None)
        if close is not None:
            close()
        self._left, self._unit, self._texts = [], None, iter(())

    def remake(self, uow: UnitOfWork) -> IndexProgress:
        """Throw away an index that turned out to be damaged, commit, and begin anew with the next step."""
        self.stop()
        if uow.read_only:
            return IndexProgress(0, 0, finished=True)
        try:
            uow.search.prepare()
            waiting = uow.search.pending()
        except IndexLostError:
            self._impossible = True
            return IndexProgress(0, 0, finished=True)
        uow.commit()
        return IndexProgress(0, len(waiting.units), finished=False)

    def _step(self, uow: UnitOfWork, seconds: float) -> IndexProgress:
        until = time.monotonic() + seconds
        if not self._left and self._unit is None:
            self._look(uow)
            if not self._left:
                return IndexProgress(self._total, self._total, finished=True)
        while self._unit is not None or self._left:
            if self._unit is None:
                self._unit = self._left.pop(0)
                uow.search.begin(self._unit)
                self._texts = iter(texts_of(uow, self._unit))
                self._recognised = _recognised(uow, self._unit)
            self._take(uow, self._unit, until)
            if time.monotonic() >= until:
                break
        missing = len(self._left) + (self._unit is not None)
        if not missing:
            uow.search.settle()
        uow.commit()
        return IndexProgress(self._total - missing, self._total, finished=False)

    def _look(self, uow: UnitOfWork) -> None:
        if not uow.search.ready():
            uow.search.prepare()
        waiting = uow.search.pending()
        self._left = list(waiting.units)
        self._total = waiting.indexed + len(waiting.units)

    def _take(self, uow: UnitOfWork, unit: Unit, until: float) -> None:
        """Index texts of the unit at hand; only an annex may be left for another transaction.

        One of which pages were recognised meanwhile is begun anew.
        """
        some: list[PlacedText] = []
        for text in self._texts:
            some.append(text)
            if unit.source == ANNEX and time.monotonic() >= until:
                uow.search.add(unit, some)
                return
        if _recognised(uow, unit) == self._recognised:
            uow.search.add(unit, some)
            uow.search.finish(unit)
        else:
            self._left.insert(0, unit)
        self._unit = None


def _recognised(uow: UnitOfWork, unit: Unit) -> "Mapping[str, int]":
    """Return how many pages of an annex were recognised by now."""
    return uow.recognised.counts([unit.key]) if unit.source == ANNEX else {}


def index_all(workspace: Workspace) -> None:
    """Index everything that is missing, some seconds to a transaction."""
    indexer = Indexer()
    progress = None
    while progress is None or not progress.finished:
        with workspace.unit_of_work() as uow:
            progress = indexer.step(uow, _LONG)
