"""Bundles as files: a zip of stored members in one spelling, so that same members are the same bytes, anywhere, ever.

`manifest.json` first, then the members by name, `signature` last, all dated 1980-01-01 (APPNOTE.TXT 6.3.10, 4.3). The
library for zip archives leaves open how it spells a header, from one version of Python to the next; here no bit is.
Members are written and read as they stream by, and what is read is compared with what the writer would have written.
"""

import hashlib
import struct
import zlib
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import IO

from reviewer_app.exchange.bundle.manifest import (
    MANIFEST,
    MOST_BYTES,
    SIGNATURE,
    BundleKind,
    BundleMember,
    Manifest,
    check_names,
    decode_manifest,
    encode_manifest,
)
from reviewer_app.exchange.bundle.signing import SIGNATURE_SIZE, is_signed, public_key, signature
from reviewer_app.exchange.file_fault import FileFault

LARGEST = 0xFFFF_FFFE
"""Bytes a bundle has at most, so that no header needs the second spelling for large archives."""

_PIECE = 1 << 20
_LOCAL = struct.Struct("<4s5H3I2H")
_CENTRAL = struct.Struct("<4s6H3I5H2I")
_END = struct.Struct("<4s4H2IH")
_VERSION, _UTF8_NAME, _STORED, _MIDNIGHT, _1980 = 20, 0x0800, 0, 0, 0x0021


@dataclass(frozen=True, slots=True)
class BundleSource:
    """A file to put into a bundle; `pieces` gives its bytes anew each time, `size` and `sha256` are known before."""

    name: str
    size: int
    sha256: str
    pieces: Callable[[], Iterable[bytes]] = field(repr=False)

    @classmethod
    def of(cls, name: str, data: bytes) -> "BundleSource":
        """Make the source of bytes at hand."""
        return cls(name, len(data), hashlib.sha256(data).hexdigest(), lambda: (data,))


@dataclass(frozen=True, slots=True)
class Sender:
    """Who signs a bundle, with the private key of the desk, and when it was made, with its offset."""

    name: str
    private_key: bytes = field(repr=False)
    made: datetime


def write_bundle(
    target: IO[bytes], kind: BundleKind, round_: tuple[str, str], sender: Sender, sources: Sequence[BundleSource]
) -> Manifest:
    """Write a bundle of the round with this id and title, and return its manifest.

    A target that cannot go back, as one that encrypts, has each source read twice. Raise FileFault where the bundle
    would be too large or a name is none for every file system, ValueError where a source is not what it says.
    """
    ordered = sorted(sources, key=lambda one: one.name)
    check_names(tuple(one.name for one in ordered))
    members = tuple(BundleMember(one.name, one.size, one.sha256) for one in ordered)
    made = sender.made.replace(microsecond=0)
    manifest = Manifest(kind, *round_, made, sender.name, public_key(sender.private_key), members)
    head = encode_manifest(manifest)
    if (size := bundle_size(manifest)) > LARGEST:
        raise FileFault("bundle_too_large", size=size // 1_000_000, limit=LARGEST // 1_000_000)
    directory: list[bytes] = []
    offset = 0
    signed = signature(sender.private_key, head)
    for one in (BundleSource.of(MANIFEST, head), *ordered, BundleSource.of(SIGNATURE, signed)):
        crc = _write_member(target, one)
        directory.append(_central(one.name, one.size, crc, offset))
        offset += _LOCAL.size + len(one.name.encode()) + one.size
    target.write(_ending(directory, offset))
    return manifest


def bundle_size(manifest: Manifest) -> int:
    """Return how many bytes the bundle of a manifest has, before it is encrypted."""
    sizes = ((MANIFEST, len(encode_manifest(manifest))), *((one.name, one.size) for one in manifest.members))
    each = _LOCAL.size + _CENTRAL.size
    names = sum(each + 2 * len(name.encode()) + size for name, size in (*sizes, (SIGNATURE, SIGNATURE_SIZE)))
    return names + _END.size


class BundleReader:
    """A bundle as it streams by: its manifest at once, its members in their order, and the proof at the end.

    What `members` gives is proven member by member; that the whole is intact only when they have all been gone through.
    """

    def __init__(self, stream: IO[bytes]) -> None:
        """Read the manifest; raise FileFault where the stream begins as no bundle does."""
        self._stream = stream
        self._directory: list[bytes] = []
        self._offset = 0
        start = self._take(_LOCAL.size + len(MANIFEST), "bundle_none")
        fields = _LOCAL.unpack_from(start)
        size, crc = fields[8], fields[6]
        if size > MOST_BYTES or start != _local(MANIFEST, size, crc):
            raise FileFault("bundle_none")
        self._head = self._take(size, "bundle_cut")
        self._note(MANIFEST, size, crc)
        if zlib.crc32(self._head) != crc:
            raise FileFault("bundle_changed")
        self.manifest = decode_manifest(self._head)

    def members(self) -> Iterator[tuple[BundleMember, Iterator[bytes]]]:
        """Yield each member with its bytes, piece by piece; what is left of one is passed by.

        Raise FileFault where a member is not what the manifest says, the signature does not fit, or anything stands
        otherwise than the writer would have written it.
        """
        for member in self.manifest.members:
            pieces = self._pieces(member)
            yield member, pieces
            for _ in pieces:
                pass
        self._check_end()

    def _pieces(self, member: BundleMember) -> Iterator[bytes]:
        start = self._take(_LOCAL.size + len(member.name.encode()), "bundle_cut")
        said = _LOCAL.unpack_from(start)[6]
        if start != _local(member.name, member.size, said):
            raise FileFault("bundle_changed")
        found, crc, left = hashlib.sha256(), 0, member.size
        while left:
            piece = self._take(min(left, _PIECE), "bundle_cut")
            found.update(piece)
            crc = zlib.crc32(piece, crc)
            left -= len(piece)
            yield piece
        if found.hexdigest() != member.sha256 or crc != said:
            raise FileFault("bundle_changed")
        self._note(member.name, member.size, crc)

    def _check_end(self) -> None:
        start = self._take(_LOCAL.size + len(SIGNATURE), "bundle_cut")
        signed = self._take(SIGNATURE_SIZE, "bundle_cut")
        crc = zlib.crc32(signed)
        if start != _local(SIGNATURE, SIGNATURE_SIZE, crc) or not is_signed(self.manifest.key, self._head, signed):
            raise FileFault("bundle_signature")
        self._note(SIGNATURE, SIGNATURE_SIZE, crc)
        ending = _ending(self._directory, self._offset)
        if self._take(len(ending), "bundle_cut") != ending or self._stream.read(1):
            raise FileFault("bundle_changed")

    def _note(self, name: str, size: int, crc: int) -> None:
        self._directory.append(_central(name, size, crc, self._offset))
        self._offset += _LOCAL.size + len(name.encode()) + size

    def _take(self, count: int, fault: str) -> bytes:
        pieces: list[bytes] = []
        while count and (piece := self._stream.read(count)):
            pieces.append(piece)
            count -= len(piece)
        if count:
            raise FileFault(fault)
        return b"".join(pieces)


def verify_bundle(stream: IO[bytes]) -> Manifest:
    """Go through a whole bundle and return its manifest; raise FileFault where it is not intact."""
    reader = BundleReader(stream)
    for _ in reader.members():
        pass
    return reader.manifest


def _write_member(target: IO[bytes], one: BundleSource) -> int:
    """Write header and bytes and return their CRC, which the header bears before the bytes are known."""
    again = target.seekable()
    crc = 0
    if not again:
        for piece in one.pieces():
            crc = zlib.crc32(piece, crc)
    began = target.tell() if again else 0
    target.write(_local(one.name, one.size, crc))
    found, size, crc = hashlib.sha256(), 0, 0
    for piece in one.pieces():
        target.write(piece)
        found.update(piece)
        crc = zlib.crc32(piece, crc)
        size += len(piece)
    if size != one.size or found.hexdigest() != one.sha256:
        msg = f"{one.name} is not what its hash says"
        raise ValueError(msg)
    if again:
        ended = target.tell()
        target.seek(began)
        target.write(_local(one.name, one.size, crc))
        target.seek(ended)
    return crc


def _local(name: str, size: int, crc: int) -> bytes:
    encoded = name.encode()
    fields = (_VERSION, _UTF8_NAME, _STORED, _MIDNIGHT, _1980, crc, size, size, len(encoded), 0)
    return _LOCAL.pack(b"PK\x03\x04", *fields) + encoded


def _central(name: str, size: int, crc: int, offset: int) -> bytes:
    encoded = name.encode()
    fields = (_VERSION, _VERSION, _UTF8_NAME, _STORED, _MIDNIGHT, _1980, crc, size, size, len(encoded), 0, 0, 0, 0, 0)
    return _CENTRAL.pack(b"PK\x01\x02", *fields, offset) + encoded


def _ending(directory: Sequence[bytes], offset: int) -> bytes:
    entries = b"".join(directory)
    count = len(directory)
    return entries + _END.pack(b"PK\x05\x06", 0, 0, count, count, len(entries), offset, 0)
