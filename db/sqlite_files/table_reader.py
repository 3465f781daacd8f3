"""Reads the rows of a damaged table from every side: from both ends, one by one in between, and from its indexes."""

import sqlite3
from collections.abc import Iterator
from typing import Any

from sqlalchemy import Table

from db.sqlite_files.damage import is_damage
from db.sqlite_files.row_checks import WHERE_ONLY_INDEXES_ARE_LEFT

type Raw = tuple[Any, ...]

PROBES = 100_000
"""How many rows are asked for one by one at most."""


class LenientDecoder:
    """Decodes text, notes where a byte was wrong and goes on."""

    def __init__(self) -> None:
        self.wrong = False

    def __call__(self, raw: bytes) -> str:
        """Return the text, U+FFFD for what is none."""
        try:
            return raw.decode()
        except UnicodeDecodeError:
            self.wrong = True
            return raw.decode("utf-8", "replace")


class TableReader:
    """One table of a damaged file; after `rows` was read to its end, `whole` says whether nothing seems lost."""

    def __init__(self, source: sqlite3.Connection, words: LenientDecoder, table: Table) -> None:
        """Read `table` through `source`, whose text factory `words` is."""
        self.whole = True
        self._stopped = False
        self._source = source
        self._words = words
        self._table = table
        columns = ", ".join(column.name for column in table.columns)
        self._select = f"SELECT rowid, {columns} FROM {table.name} NOT INDEXED"  # noqa: S608  # names of ours

    def rows(self) -> Iterator[Raw]:
        """Yield the raw rows that can be read, each once, in the order of the table's columns."""
        seen: set[int] = set()
        for rest in ("ORDER BY rowid", "ORDER BY rowid DESC"):
            for rowid, *row in self._until_damage(f"{self._select} {rest}"):
                if rowid not in seen:
                    seen.add(rowid)
                    yield tuple(row)
            if not self._stopped:
                return
        for rowid in self._gap(seen):
            for _, *row in self._until_damage(f"{self._select} WHERE rowid = {rowid}"):
                seen.add(rowid)
                yield tuple(row)
        yield from self._rows_of_indexes(seen)

    def _gap(self, seen: set[int]) -> range:
        """Return the numbers between the two ends that were read, up to the damage from either side."""
        first = 1
        while first in seen:
            first += 1
        return range(first, min(max(seen, default=0), first + PROBES))

    def _until_damage(self, query: str) -> Iterator[Raw]:
        """Yield the rows of a query; stop at damage and note it."""
        try:
            for row in self._source.execute(query):
                self.whole = self.whole and not self._words.wrong
                self._words.wrong = False
                yield row
        except (sqlite3.DatabaseError, UnicodeDecodeError) as error:
            if not (is_damage(error) or isinstance(error, sqlite3.OperationalError)):
                raise
            self.whole, self._stopped = False, True

    def _rows_of_indexes(self, seen: set[int]) -> Iterator[Raw]:
        """Yield what the indexes still know of rows whose pages are lost."""
        beside = WHERE_ONLY_INDEXES_ARE_LEFT.get(self._table.name)
        if beside is None:
            return
        known: dict[int, dict[str, Any]] = {}
        for _, index, *_ in self._until_damage(f"PRAGMA index_list({self._table.name})"):
            columns = [name for _, _, name in self._until_damage(f"PRAGMA index_info({index})")]
            listed = ", ".join(columns)
            query = f"SELECT rowid, {listed} FROM {self._table.name} INDEXED BY {index} ORDER BY {listed}"  # noqa: S608  # ours
            for rowid, *values in self._until_damage(query):
                if rowid not in seen:
                    known.setdefault(rowid, {}).update(zip(columns, values, strict=True))
        for parts in known.values():
            whole = {**beside, **parts}
            if "name_key" in parts:
                whole["name"] = parts["name_key"]
            yield tuple(whole.get(column.name) for column in self._table.columns)
