"""Print the table of speeds (`make bench`); `python -m tests.bench window` prints a part of it."""

import sys
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

from tests import surroundings

if TYPE_CHECKING:
    from collections.abc import Callable

    from tests.bench.table import Row

HOME = surroundings.prepare()


def main() -> int:
    """Measure everything and print the table; figures that miss their limit are named, never hidden."""
    from db.store import Store
    from tests.bench import annexes, figures, finding, importing, listing, scoring, searching, start, table, window

    rows: list[Row] = []
    before = table.pace()
    with tempfile.TemporaryDirectory(prefix="votum-bench-") as room:
        folder = Path(room)
        demo = Store(data=lambda: folder).demo(folder / "demo", applications=12, reviewers=5, seed=1, files=True)
        forms = sorted((folder / "demo").rglob("GC-*.xlsx"))
        parts: dict[str, Callable[[], list[Row]]] = {
            "start": lambda: start.rows(demo),
            "window": lambda: window.rows(folder / "window", demo),
            "scoring": lambda: scoring.rows(folder, demo),
            "figures": lambda: figures.rows(folder),
            "listing": lambda: listing.rows(folder, demo),
            "importing": lambda: importing.rows(folder, forms, demo),
            "annexes": annexes.rows,
            "finding": finding.rows,
            "searching": lambda: searching.rows(folder, demo),
        }
        for part in sys.argv[1:] or parts:
            rows += parts[part]()
            sys.stderr.write(f"measured: {rows[-1].name}\n")
    sys.stdout.write(f"{table.show(rows)}\n\nBefore: {before}.\nAfter: {table.pace()}.\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
