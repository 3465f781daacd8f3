"""One clock: what the demo writes lies in its own calendar, whenever it is written."""

import sqlite3
from contextlib import closing
from pathlib import Path

LAST = "2026-11-24"


def test_nothing_in_the_demo_is_dated_after_its_day(demo_file: Path) -> None:
    late = {}
    with closing(sqlite3.connect(demo_file)) as file:
        tables = [name for (name,) in file.execute("SELECT name FROM sqlite_master WHERE type = 'table'")]
        for table in tables:
            for _, column, kind, *_ in file.execute(f"PRAGMA table_info('{table}')").fetchall():
                if kind == "DATETIME":
                    (last,) = file.execute(f"SELECT max({column}) FROM '{table}'").fetchone()  # noqa: S608 # our names
                    if last is not None and last[:10] > LAST:
                        late[table, column] = last
    assert late == {}
