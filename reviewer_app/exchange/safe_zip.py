"""Zip archives from strangers: sizes, paths, links and encryption are checked before anything is unpacked.

Workbooks and packages are both zip archives, and both arrive from outside.
"""

import io
import stat
import struct
import unicodedata
import zipfile
import zlib
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import PurePosixPath
from types import TracebackType
from typing import IO, Self

from reviewer_app.exchange.file_fault import FileFault

MEGABYTE = 1_000_000
_PIECE = 1 << 16
_BROKEN = (zipfile.BadZipFile, zlib.error, EOFError, OSError, NotImplementedError, struct.error, ValueError)
_ENCRYPTED = 0x1
_UTF8 = 0x800


@dataclass(frozen=True, slots=True)
class Limits:
    """How much an archive may hold, sizes in bytes, `ratio` of unpacked to packed."""

    entries: int = 2_000
    free: int = 50 * MEGABYTE
    ratio: int = 100
    unpacked: int = 500 * MEGABYTE


@dataclass(slots=True)
class SafeZip:
    """An opened archive whose directory has been checked; `files` are its entries by clean relative path."""

    archive: zipfile.ZipFile
    files: dict[str, zipfile.ZipInfo] = field(default_factory=dict)

    def __enter__(self) -> Self:
        """Hold the archive open."""
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        """Close it."""
        self.archive.close()

    def read(self, name: str, at_most: int) -> bytes:
        """Return the bytes of an entry; raise FileFault where it is larger than `at_most` bytes or damaged."""
        info = self.files[name]
        if info.file_size > at_most:
            raise FileFault("package_entry_size", found=name, limit=at_most // MEGABYTE)
        return b"".join(self.pieces(name))

    def pieces(self, name: str) -> Iterator[bytes]:
        """Yield the bytes of an entry piece by piece; raise FileFault where it is damaged."""
        try:
            with self.archive.open(self.files[name]) as stream:
                yield from _pieces(stream)
        except _BROKEN as error:
            raise FileFault("package_damaged", found=name) from error


def open_zip(data: bytes, limits: Limits | None = None) -> SafeZip:
    """Open an archive and check its directory; raise FileFault where it is none, damaged, or too much of it."""
    bounds = limits or Limits()
    try:
        archive = zipfile.ZipFile(io.BytesIO(data))
    except _BROKEN as error:
        raise FileFault("package_damaged") from error
    try:
        return SafeZip(archive, _checked(archive, len(data), bounds))
    except BaseException:
        archive.close()
        raise


def clean_path(name: str) -> str:
    """Return an entry's path with `/`, in NFC; raise FileFault where it leaves its folder."""
    plain = unicodedata.normalize("NFC", name).replace("\\", "/")
    parts = plain.split("/")
    outside = plain.startswith("/") or ".." in parts or (parts[0].endswith(":")) or ":" in parts[0][:2]
    if outside or any(unicodedata.category(char) in ("Cc", "Cs") for char in plain):
        raise FileFault("package_path", found=name[:120])
    return PurePosixPath(plain).as_posix()


def _checked(archive: zipfile.ZipFile, packed: int, limits: Limits) -> dict[str, zipfile.ZipInfo]:
    entries = archive.infolist()
    if len(entries) > limits.entries:
        raise FileFault("package_entries", count=len(entries), limit=limits.entries)
    total = sum(info.file_size for info in entries)
    if total > limits.free and (total > limits.unpacked or total > limits.ratio * max(packed, 1)):
        raise FileFault("package_bomb", size=total // MEGABYTE, packed=max(1, packed // MEGABYTE))
    files: dict[str, zipfile.ZipInfo] = {}
    for info in entries:
        name = clean_path(_name(info))
        if stat.S_ISLNK(info.external_attr >> 16):
            raise FileFault("package_link", found=name[:120])
        if info.flag_bits & _ENCRYPTED:
            raise FileFault("package_encrypted", found=name[:120])
        if info.is_dir():
            continue
        if name == ".":
            raise FileFault("package_path", found=info.filename[:120])
        if name in files:
            raise FileFault("package_twice", found=name[:120])
        files[name] = info
    return files


def _name(info: zipfile.ZipInfo) -> str:
    """Give the name as the packer meant it: without the UTF-8 mark it is UTF-8 all the same (macOS) or CP850."""
    if info.flag_bits & _UTF8:
        return info.filename
    try:
        raw = info.filename.encode("cp437")
    except UnicodeEncodeError:
        return info.filename
    try:
        return raw.decode("utf-8")
    except UnicodeDecodeError:
        return raw.decode("cp850")


def _pieces(stream: IO[bytes]) -> Iterator[bytes]:
    while piece := stream.read(_PIECE):
        yield piece
