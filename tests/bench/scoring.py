"""A score keyed to durable on disk, beside a plain SQL commit of the same size."""

import sqlite3
import time
from collections.abc import Callable
from dataclasses import replace
from datetime import datetime, timedelta
from fractions import Fraction
from pathlib import Path

from db.store import Store
from reviewer_app.domain.ids import ApplicationId
from reviewer_app.services.ports import UnitOfWork
from reviewer_app.services.reviews.reviewing import set_value
from tests.bench.table import Row

SCORES = 200


def rows(folder: Path, workspace_path: Path) -> list[Row]:
    """Measure 200 scores into a copy of the demo; the 95th percentile counts."""
    store = Store(data=lambda: folder)
    workspace = store.open(workspace_path)
    now = datetime(2026, 11, 24)  # noqa: DTZ001 # the store keeps moments without a zone
    try:
        with workspace.unit_of_work() as uow:
            application, keys = begin_review(uow)

        def key(index: int) -> None:
            with workspace.unit_of_work() as uow:
                value = Fraction(index % 11, 2)
                set_value(uow, application, keys[index % 20], value, now + timedelta(seconds=index))

        ours = _percentile(key)
    finally:
        workspace.close()
    return [
        Row(
            "a score keyed to durable, 95th percentile",
            ours,
            None,
            0.020,
            note=f"plain commit {_plain(folder) * 1e3:.1f} ms",
        )
    ]


def begin_review(uow: UnitOfWork) -> tuple[ApplicationId, list[str]]:
    """Return an application that may be scored and its criteria, in the name of somebody who has not reviewed it."""
    released = uow.consensus.releases()
    target = next(one for one in uow.applications.all(light=True) if one.withdrawn is None and one.id not in released)
    busy = {one.reviewer.id for one in uow.reviews.of(target.id)}
    person = next(one for one in uow.people.all() if one.id not in busy)
    uow.rounds.put(replace(uow.rounds.get(), me=person.id))
    uow.commit()
    return target.id, [criterion.key for criterion in uow.catalogues.get(target.catalogue).criteria]


def _percentile(work: Callable[[int], None]) -> float:
    times = []
    for index in range(SCORES):
        start = time.perf_counter()
        work(index)
        times.append(time.perf_counter() - start)
    return sorted(times)[int(SCORES * 0.95)]


def _plain(folder: Path) -> float:
    connection = sqlite3.connect(folder / "plain.sqlite", isolation_level=None)
    connection.execute("PRAGMA journal_mode=WAL")
    connection.execute("PRAGMA synchronous=FULL")
    connection.execute("CREATE TABLE scores (id INTEGER PRIMARY KEY, value INTEGER, at TEXT)")

    def commit(index: int) -> None:
        connection.execute("BEGIN IMMEDIATE")
        connection.execute("INSERT INTO scores (value, at) VALUES (?, ?)", (index, "2026-11-24"))
        connection.execute("COMMIT")

    try:
        return _percentile(commit)
    finally:
        connection.close()
