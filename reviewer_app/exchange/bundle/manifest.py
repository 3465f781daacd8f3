"""The first member of a bundle: what it is, of which round, by whom, and the hash of every other member."""

import json
import re
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import TYPE_CHECKING

import rfc8785

from reviewer_app.exchange.bundle.signing import is_public_key
from reviewer_app.exchange.file_fault import FileFault

if TYPE_CHECKING:
    from reviewer_app.domain.encoding import Json

MANIFEST = "manifest.json"
SIGNATURE = "signature"
FORMAT = 1
MOST_MEMBERS = 60_000
MOST_BYTES = 16_000_000
"""The size of a manifest at most, far above what MOST_MEMBERS of them need."""

_LONGEST_NAME = 240
_DEVICE = re.compile(r"(con|prn|aux|nul|com\d|lpt\d)", re.IGNORECASE)
_UNSAFE = frozenset('\\:*?"<>|')
_SHA256 = re.compile(r"[0-9a-f]{64}")


class BundleKind(StrEnum):
    """What a bundle carries; `suffix` is the ending of its file."""

    ROUND = "round"
    UPDATE = "update"
    REVIEW = "review"
    APPLICATION = "application"

    @property
    def suffix(self) -> str:
        """The ending with its dot."""
        return {"review": ".gutachten", "application": ".antrag"}.get(self.value, ".runde")


@dataclass(frozen=True, slots=True)
class BundleMember:
    """A file of a bundle: its path with `/`, its size in bytes, the SHA-256 of its bytes in hexadecimal."""

    name: str
    size: int
    sha256: str


@dataclass(frozen=True, slots=True)
class Manifest:
    """What a bundle says of itself; `key` is its signer's public key, `needs` the format a reader must know.

    `made` bears its offset; members are sorted by name.
    """

    kind: BundleKind
    round_id: str
    round_title: str
    made: datetime
    by: str
    key: str
    members: tuple[BundleMember, ...]
    needs: int = FORMAT


def encode_manifest(manifest: Manifest) -> bytes:
    """Spell a manifest in its one way, JSON by RFC 8785."""
    members: list[Json] = [{"name": one.name, "sha256": one.sha256, "size": one.size} for one in manifest.members]
    return rfc8785.dumps(
        {
            "format": FORMAT,
            "kind": manifest.kind.value,
            "round": {"id": manifest.round_id, "title": manifest.round_title},
            "made": manifest.made.isoformat(timespec="seconds"),
            "by": {"name": manifest.by, "key": manifest.key},
            "needs": manifest.needs,
            "members": members,
        }
    )


def decode_manifest(data: bytes) -> Manifest:
    """Return what `encode_manifest` spelt.

    Raise FileFault where it is spelt otherwise, needs a newer program, or names a member that no folder could hold.
    """
    try:
        read = json.loads(data)
        if isinstance(read, dict) and isinstance(read.get("needs"), int) and read["needs"] > FORMAT:
            raise FileFault("bundle_newer", needs=read["needs"], knows=FORMAT)
        manifest = _manifest(read)
        whole = encode_manifest(manifest) == data
    except (KeyError, TypeError, ValueError, RecursionError) as error:
        raise FileFault("bundle_manifest") from error
    if not whole or not manifest.made.tzinfo or not is_public_key(manifest.key):
        raise FileFault("bundle_manifest")
    check_names(tuple(one.name for one in manifest.members))
    return manifest


def check_names(names: tuple[str, ...]) -> None:
    """Raise FileFault where members are unsorted, doubled, alike but for case, or no path of every file system."""
    if len(names) > MOST_MEMBERS:
        raise FileFault("package_entries", count=len(names), limit=MOST_MEMBERS)
    for name in names:
        if not _is_proper(name):
            raise FileFault("package_path", found=name[:120])
    if list(names) != sorted(names):
        raise FileFault("bundle_manifest")
    known: set[str] = set()
    for name in names:
        folded = name.casefold()
        if folded in known or folded in (MANIFEST, SIGNATURE):
            raise FileFault("package_twice", found=name[:120])
        known.add(folded)


def _is_proper(name: str) -> bool:
    parts = name.split("/")
    return (
        unicodedata.is_normalized("NFC", name)
        and len(name.encode(errors="replace")) <= _LONGEST_NAME
        and not any(char in _UNSAFE or unicodedata.category(char) in ("Cc", "Cf", "Cs", "Zl", "Zp") for char in name)
        and all(part.strip(" .") and part == part.strip(" ").rstrip(".") for part in parts)
        and not any(_DEVICE.fullmatch(part.split(".")[0].rstrip()) for part in parts)
    )


def _manifest(read: object) -> Manifest:
    parts = _of(read, {"format", "kind", "round", "made", "by", "needs", "members"})
    if parts["format"] is not FORMAT or type(parts["needs"]) is not int or not isinstance(parts["members"], list):
        raise FileFault("bundle_manifest")
    belongs, by = _of(parts["round"], {"id", "title"}), _of(parts["by"], {"name", "key"})
    return Manifest(
        BundleKind(_text(parts["kind"])),
        _text(belongs["id"]),
        _text(belongs["title"]),
        datetime.fromisoformat(_text(parts["made"])),
        _text(by["name"]),
        _text(by["key"]),
        tuple(map(_member, parts["members"])),
        parts["needs"],
    )


def _member(read: object) -> BundleMember:
    parts = _of(read, {"name", "size", "sha256"})
    size, sha256 = parts["size"], _text(parts["sha256"])
    if type(size) is not int or size < 0 or not _SHA256.fullmatch(sha256):
        raise FileFault("bundle_manifest")
    return BundleMember(_text(parts["name"]), size, sha256)


def _of(read: object, keys: set[str]) -> Mapping[str, object]:
    if isinstance(read, dict) and read.keys() == keys:
        return read
    raise FileFault("bundle_manifest")


def _text(read: object) -> str:
    if isinstance(read, str):
        return read
    raise FileFault("bundle_manifest")
