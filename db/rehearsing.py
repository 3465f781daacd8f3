"""Trying out what writing would do: the tables of a workspace shadowed by temporary ones, so that the file stays free.

SQLite looks for a table among the temporary ones first. So the same repositories write into copies in memory, while the
connection could not change the file if it wanted to. The bytes of annexes are not copied but read where they are.
"""

import hashlib
import sqlite3
from pathlib import Path
from typing import override

from sqlalchemy import Connection, Engine, event, insert

from db.connection import connect, guest_uri
from db.engine import make_engine
from db.repositories.files import FilesRepository
from db.repositories.transaction import Transaction
from db.sqlite_files import schema
from db.tables import file_chunks, files
from db.unit_of_work import SqlUnitOfWork
from reviewer_app.services.ports import PackedBytes


def rehearsing_engine(file: Path, name: str) -> Engine:
    """Return an engine whose every transaction begins with copies of the tables of `file` as they are committed."""

    def open_connection() -> sqlite3.Connection:
        connection = connect(guest_uri(file))
        connection.execute("PRAGMA foreign_keys=ON")
        return connection

    engine = make_engine(open_connection, name=name, writable=False, fresh=True)
    event.listen(engine, "begin", _shadow)
    return engine


def _shadow(connection: Connection) -> None:
    for kind, name, sql in schema.statements():
        if kind == "table" and name != file_chunks.name:
            connection.exec_driver_sql(sql.replace("CREATE TABLE", "CREATE TEMP TABLE", 1))
            connection.exec_driver_sql(f"INSERT INTO temp.{name} SELECT * FROM main.{name}")  # noqa: S608 # our own name
        elif kind == "index":
            connection.exec_driver_sql(sql)


class RehearsingUnitOfWork(SqlUnitOfWork):
    """A unit of work on shadowed tables."""

    @override
    def _files(self, transaction: Transaction) -> FilesRepository:
        return _KeptFiles(transaction)


class _KeptFiles(FilesRepository):
    """Files of which new ones are kept beside the store, as they are."""

    def __init__(self, transaction: Transaction) -> None:
        super().__init__(transaction)
        self._new: dict[str, bytes] = {}

    @override
    def pack(self, data: bytes) -> PackedBytes:
        return PackedBytes(hashlib.sha256(data).hexdigest(), len(data), ((False, data),))

    @override
    def put(self, packed: PackedBytes) -> None:
        if not self.has(packed.sha256):
            row = insert(files).values(sha256=packed.sha256, size=packed.size, chunks=len(packed.pieces))
            self._transaction.connection.execute(row)
            self._new[packed.sha256] = b"".join(piece for _, piece in packed.pieces)

    @override
    def read(self, sha256: str) -> bytes:
        return self._new[sha256] if sha256 in self._new else super().read(sha256)
