"""Annex bytes by their SHA-256, in chunks, each stored once; what comes back is what went in, or an error.

Chunks keep single values small for SQLite and PostgreSQL alike; one is compressed only where that makes it smaller.
"""

import hashlib
import zlib
from collections.abc import Iterator

from sqlalchemy import delete, insert, select

from db.repositories.transaction import Transaction
from db.tables import file_chunks, files
from reviewer_app.domain.errors import WorkspaceError
from reviewer_app.services.ports import PackedBytes

CHUNK = 256 * 1024


class FilesRepository:
    """The content-addressed files of the round."""

    def __init__(self, transaction: Transaction) -> None:
        """Work inside `transaction`."""
        self._transaction = transaction

    def pack(self, data: bytes) -> PackedBytes:
        """Compress bytes for `put`; asks nothing of the store."""
        pieces = []
        for start in range(0, len(data), CHUNK):
            piece = data[start : start + CHUNK]
            packed = zlib.compress(piece, 6)
            smaller = len(packed) < len(piece)
            pieces.append((smaller, packed if smaller else piece))
        return PackedBytes(hashlib.sha256(data).hexdigest(), len(data), tuple(pieces))

    def put(self, packed: PackedBytes) -> None:
        """Store packed bytes; the same again are stored once, and mend a damaged copy."""
        if self.has(packed.sha256):
            if self._is_whole(packed.sha256):
                return
            self._remove(packed.sha256)
        connection = self._transaction.connection
        connection.execute(insert(files).values(sha256=packed.sha256, size=packed.size, chunks=len(packed.pieces)))
        rows = [
            {"sha256": packed.sha256, "position": position, "compressed": compressed, "data": data}
            for position, (compressed, data) in enumerate(packed.pieces)
        ]
        if rows:
            connection.execute(insert(file_chunks), rows)
        self._transaction.touch()

    def add(self, chunks: Iterator[bytes]) -> tuple[str, int]:
        """Pack and store bytes; return (sha256, size)."""
        packed = self.pack(b"".join(chunks))
        self.put(packed)
        return packed.sha256, packed.size

    def read(self, sha256: str) -> bytes:
        """Return the bytes; raise WorkspaceError where they are missing or do not match their hash."""
        if not self.has(sha256):
            raise WorkspaceError("annex_missing", sha256[:12])
        wanted = (
            select(file_chunks.c.compressed, file_chunks.c.data)
            .where(file_chunks.c.sha256 == sha256)
            .order_by(file_chunks.c.position)
        )
        whole = b"".join(
            unpacked(data, sha256, compressed=compressed)
            for compressed, data in self._transaction.connection.execute(wanted)
        )
        if hashlib.sha256(whole).hexdigest() != sha256:
            raise WorkspaceError("annex_damaged", sha256[:12])
        return whole

    def has(self, sha256: str) -> bool:
        """Say whether the bytes are there."""
        found = self._transaction.connection.scalar(select(files.c.sha256).where(files.c.sha256 == sha256))
        return found is not None

    def _is_whole(self, sha256: str) -> bool:
        try:
            self.read(sha256)
        except WorkspaceError as error:
            if error.code != "annex_damaged":
                raise
            return False
        return True

    def _remove(self, sha256: str) -> None:
        self._transaction.connection.execute(delete(file_chunks).where(file_chunks.c.sha256 == sha256))
        self._transaction.connection.execute(delete(files).where(files.c.sha256 == sha256))


def unpacked(data: bytes, sha256: str, *, compressed: bool) -> bytes:
    """Return a chunk's bytes, at most one chunk of them; raise WorkspaceError where it does not unpack."""
    if not compressed:
        return data
    try:
        return zlib.decompressobj().decompress(data, CHUNK)
    except zlib.error as error:
        raise WorkspaceError("annex_damaged", sha256[:12]) from error
