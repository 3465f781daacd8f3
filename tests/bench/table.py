"""One row of the table, and how it is printed."""

import gc
import math
import statistics
import time
from collections.abc import Callable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Row:
    """A figure: what, ours and floor in seconds, and the limit.

    The limit is a multiple of the floor; without a floor, or where it is `absolute`, it is in seconds like the figure.
    An infinite one is none.
    `unit` is MB where the figure is memory.
    """

    name: str
    ours: float
    floor: float | None
    limit: float
    floor_name: str = ""
    note: str = ""
    absolute: bool = False
    unit: str = ""

    @property
    def by_ratio(self) -> bool:
        return self.floor is not None and not self.absolute

    @property
    def measured(self) -> float:
        return self.ours / self.floor if self.floor and self.by_ratio else self.ours

    @property
    def holds(self) -> bool:
        return self.measured <= self.limit


def seconds(value: float) -> str:
    return f"{value * 1000:,.1f} ms" if value < 1 else f"{value:,.2f} s"


def _shown(row: Row, value: float) -> str:
    return f"{value:,.0f} {row.unit}" if row.unit else seconds(value)


def timed(work: Callable[[], object], rounds: int = 3) -> float:
    """Return the median time of `work` in seconds, after one warm-up, collector off."""
    work()
    times = []
    for _ in range(rounds):
        gc.collect()
        gc.disable()
        start = time.perf_counter()
        work()
        times.append(time.perf_counter() - start)
        gc.enable()
    return statistics.median(times)


def paired(ours: Callable[[], object], floor: Callable[[], object], rounds: int = 5) -> tuple[float, float]:
    """Return the medians of two works measured in turn, so that a busy moment hits both."""
    ours()
    floor()
    pairs = [(_once(ours), _once(floor)) for _ in range(rounds)]
    return statistics.median(a for a, _ in pairs), statistics.median(b for _, b in pairs)


def _once(work: Callable[[], object]) -> float:
    gc.collect()
    start = time.process_time()
    work()
    return time.process_time() - start


def show(rows: list[Row]) -> str:
    """Return the rows as a table in Markdown."""
    lines = ["| figure | ours | floor | ratio | limit | |", "|---|---|---|---|---|---|"]
    for row in rows:
        floor = f"{_shown(row, row.floor)} {row.floor_name}" if row.floor else "–"
        ratio = f"{row.ours / row.floor:.2f}" if row.floor else "–"
        limit = f"≤ {row.limit:g} ×" if row.by_ratio else f"≤ {_shown(row, row.limit)}"
        verdict = "holds" if row.holds else "MISSED"
        if math.isinf(row.limit):
            limit = verdict = "–"
        note = f" ({row.note})" if row.note else ""
        lines.append(f"| {row.name}{note} | {_shown(row, row.ours)} | {floor} | {ratio} | {limit} | {verdict} |")
    return "\n".join(lines)


def pace() -> str:
    """Say how fast this machine is just now: absolute figures grow with it, ratios do not."""
    times = []
    for _ in range(15):
        start = time.process_time()
        sum(number for number in range(300_000))
        times.append(time.process_time() - start)
    quick, usual = seconds(min(times)), seconds(statistics.median(times))
    return f"adding 300,000 numbers took {usual} of CPU, {quick} at best"
