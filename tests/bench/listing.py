"""`votum list` of 300 and of 10,000 applications, as commands of their own, beside plain SQL for the same lines.

The rounds are the demo's applications again and again: forms, members, annexes, reviews and scores, no history.
"""

import math
import resource
import shutil
import sqlite3
import statistics
import subprocess
import sys
import time
from contextlib import closing
from pathlib import Path

from tests.bench.table import Row
from tests.tree import ROOT

FEW, MANY = 300, 10_000
ROUNDS = 3
_MULTIPLIED = {
    "applications": ("id", "number"),
    "application_versions": ("application",),
    "attachments": ("application",),
    "formal_decisions": ("application",),
    "formal_proposals": ("application",),
    "assignments": ("application",),
    "conflicts": ("application",),
    "reviews": ("id", "application"),
    "scores": ("review",),
}
"""Tables with the columns that tell one application from another; nothing else in a row says whose it is."""

FLOOR = """
import sqlite3, sys
lines = sqlite3.connect(sys.argv[1]).execute('''
    SELECT a.number, v.name, a.withdrawn, p.checks,
        (SELECT count(*) FROM reviews r WHERE r.application = a.id AND r.state = 'submitted'),
        (SELECT count(*) FROM assignments s WHERE s.application = a.id)
    FROM applications a JOIN application_versions v ON v.application = a.id AND v.version = a.newest
    LEFT JOIN formal_proposals p ON p.application = a.id ORDER BY a.number''')
print("\\n".join("  ".join(map(str, line)) for line in lines))
"""


def rows(folder: Path, demo: Path) -> list[Row]:
    """Measure over copies of the demo in `folder`."""
    found = []
    for count, limit in ((FEW, 0.8), (MANY, 5.0)):
        file = folder / f"{count}.votum"
        multiply(demo, file, count)
        for shown in ((), ("--json",)):
            ours, wall = _run("main.py", "list", file, *shown)
            floor, _ = _run("-c", FLOOR, file)
            name = f"{' '.join(('list', *shown))} of {count:,} applications, command, CPU"
            note = f"on the clock {wall:.2f} s"
            found.append(Row(name, ours, floor, limit, "plain SQL", note, absolute=True))
        file.unlink()
    return found


def multiply(source: Path, target: Path, count: int) -> None:
    """Write a copy of a round with `count` applications or a few more."""
    shutil.copyfile(source, target)
    with closing(sqlite3.connect(target)) as raw:
        raw.execute("PRAGMA journal_mode=OFF")
        raw.execute("PRAGMA synchronous=OFF")
        (there,) = raw.execute("SELECT count(*) FROM applications").fetchone()
        for table, names in _MULTIPLIED.items():
            found = raw.execute(f"SELECT * FROM {table}")  # noqa: S608 # our own name
            renamed = [column[0] in names for column in found.description]
            every = found.fetchall()
            raw.executemany(
                f"INSERT INTO {table} VALUES ({', '.join('?' * len(renamed))})",  # noqa: S608 # our own name
                (
                    [f"{value}-{turn}" if other else value for value, other in zip(row, renamed, strict=True)]
                    for turn in range(1, math.ceil(count / there))
                    for row in every
                ),
            )
        raw.commit()
        raw.execute("PRAGMA journal_mode=WAL")


def _run(*words: str | Path) -> tuple[float, float]:
    """Return the median CPU seconds of a program of ours, and the seconds on the clock, after one run for nothing."""
    times = [_once(*words) for _ in range(ROUNDS + 1)][1:]
    return statistics.median(cpu for cpu, _ in times), statistics.median(wall for _, wall in times)


def _once(*words: str | Path) -> tuple[float, float]:
    before, began = resource.getrusage(resource.RUSAGE_CHILDREN), time.perf_counter()
    subprocess.run([sys.executable, *map(str, words)], check=True, cwd=ROOT, stdout=subprocess.DEVNULL, timeout=120)  # noqa: S603 # our own program
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime, time.perf_counter() - began
