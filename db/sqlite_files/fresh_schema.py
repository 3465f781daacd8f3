"""Puts a fresh list of tables where a damaged file has lost its own.

Every workspace is made by the same statements in the same order, so its tables begin where those of an empty one do.
"""

from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

from db.connection import SCHEMA_VERSION, connect, file_uri
from db.sqlite_files import schema

_PAGE = 4096
_HEADER = 100
_INTERIOR = 5


def put_fresh_schema(file: Path) -> bool:
    """Write the pages that list the tables anew into a copy of a damaged workspace; return whether that fits it."""
    fresh = _empty_file()
    with file.open("r+b") as damaged:
        for number in _schema_pages(fresh):
            skipped = _HEADER if number == 1 else 0
            start, end = (number - 1) * _PAGE + skipped, number * _PAGE
            damaged.seek(start)
            damaged.write(fresh[start:end])
    with closing(connect(file_uri(file, mode="rw"))) as mended:
        versions = mended.execute("SELECT version_num FROM alembic_version").fetchall()
    return versions == [(f"{SCHEMA_VERSION:04}",)]


def _empty_file() -> bytes:
    with closing(connect("file::memory:")) as connection:
        for _, _, sql in schema.statements():
            connection.execute(sql)
        return connection.serialize()


def _schema_pages(fresh: bytes) -> Iterator[int]:
    """Yield the numbers of page 1 and of the pages below it."""
    yield 1
    head = fresh[_HEADER : _HEADER + 12]
    if head[0] == _INTERIOR:
        yield int.from_bytes(head[8:12], "big")
        for cell in range(int.from_bytes(head[3:5], "big")):
            pointer = _HEADER + 12 + 2 * cell
            start = int.from_bytes(fresh[pointer : pointer + 2], "big")
            yield int.from_bytes(fresh[start : start + 4], "big")
