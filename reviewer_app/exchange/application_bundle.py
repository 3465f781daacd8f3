"""What comes in as one application: a workbook, a folder, an archive or a PDF, laid out as form and annexes.

Sizes, paths and links are checked while reading; which file is which annex is guessed from names and can be corrected.
"""

import hashlib
import re
import unicodedata
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path, PurePosixPath

from reviewer_app.domain.catalogue import Catalogue
from reviewer_app.exchange.file_fault import FileFault
from reviewer_app.exchange.safe_zip import MEGABYTE, Limits, open_zip

WORKBOOKS = frozenset({".xlsx", ".xlsm"})
ARCHIVES = frozenset({".zip", ".antrag"})
UNSIGNED = ".antrag"
_JUNK = frozenset({"thumbs.db", "desktop.ini", ".ds_store"})
_JUNK_STARTS = ("~$", "._", ".~lock")
_WORKSPACE = (".votum", ".votum-wal", ".votum-shm", ".votum-journal", ".votum.lock")
"""Endings of workspaces: one that this process has open must not even be looked into, which drops SQLite's locks."""
_JUNK_FOLDERS = frozenset({"__macosx", ".git"})
_KIND = re.compile(r"[A-Z]\d{2}(?!\d)")
_MOST_ENTRIES = 2_000
_OTHER = "A99"


@dataclass(frozen=True, slots=True)
class BundleLimits:
    """How large things may be, in bytes."""

    annex: int = 20 * MEGABYTE
    package: int = 100 * MEGABYTE
    entries: int = _MOST_ENTRIES


@dataclass(frozen=True, slots=True)
class PackedFile:
    """A file of a package: `path` is relative to the package, with `/`."""

    path: str
    data: bytes = field(repr=False)

    @property
    def name(self) -> str:
        """The file name without folders."""
        return PurePosixPath(self.path).name

    @property
    def suffix(self) -> str:
        """The ending in lower case, with its dot."""
        return PurePosixPath(self.path).suffix.lower()

    @property
    def sha256(self) -> str:
        """The hash of the bytes."""
        return hashlib.sha256(self.data).hexdigest()


@dataclass(frozen=True, slots=True)
class Package:
    """All files of one application in the order of their paths; `kind` is workbook, package or folder.

    `name` is what the package is called, without ending: number and name may be read from it.
    """

    kind: str
    name: str
    files: tuple[PackedFile, ...]
    unsigned: bool = False

    @property
    def fingerprint(self) -> str:
        """The SHA-256 over names and contents, so that the same package again is known."""
        lines = sorted(f"{one.path}\0{one.sha256}" for one in self.files)
        return hashlib.sha256("\n".join(lines).encode()).hexdigest()


def read_package(path: Path, limits: BundleLimits | None = None) -> Package:
    """Read a file or folder as one application; raise FileFault where that is not possible."""
    bounds = limits or BundleLimits()
    if path.is_symlink():
        raise FileFault("package_link", found=path.name)
    if path.is_dir():
        return Package("folder", clean_name(path.name), _checked(_from_folder(path, bounds), bounds))
    suffix = path.suffix.lower()
    data = read_file(path, bounds.package)
    if suffix in ARCHIVES:
        files = _checked(_from_archive(data, bounds), bounds)
        return Package("package", clean_name(path.stem), files, unsigned=suffix == UNSIGNED)
    kind = "workbook" if suffix in WORKBOOKS else "package"
    return Package(kind, clean_name(path.stem), _checked(iter([PackedFile(path.name, data)]), bounds))


def read_file(path: Path, at_most: int) -> bytes:
    """Return the bytes of a plain file; raise FileFault where it is none, too large or out of reach."""
    try:
        if not path.is_file():
            raise FileFault("package_not_a_file" if path.exists() else "package_gone")
        if path.stat().st_size > at_most:
            raise FileFault("package_size", limit=at_most // MEGABYTE)
        return path.read_bytes()
    except OSError as error:
        raise FileFault("package_unreadable") from error


def clean_name(name: str) -> str:
    """Return a file or folder name in NFC, printable; a space of another kind is one that keeps words apart."""
    spaced = "".join(" " if char.isspace() else char for char in unicodedata.normalize("NFC", name))
    return "".join(char for char in spaced if char.isprintable())


def kind_of(one: PackedFile, catalogue: Catalogue, named: Mapping[str, str], chosen: Mapping[str, str]) -> str:
    """Return the kind of an annex: as chosen, as the form names it, as its name begins, by a word in it, else the last.

    `chosen` and `named` give kinds by file name; the last kind of a catalogue is for everything else.
    """
    kinds = {annex.key for annex in catalogue.annexes}
    for given in (chosen, named):
        kind = next((given[name] for name in _names_of(one) if name in given), "")
        if kind:
            return kind
    for part in reversed(PurePosixPath(one.path).parts):
        match = _KIND.match(part.upper())
        if match and match[0] in kinds:
            return match[0]
    return _by_word(one.name, catalogue) or other_kind(catalogue)


def unique_name(one: PackedFile) -> str:
    """Return what a file is called where several files of a package have its name: with its folders."""
    return one.path.replace("/", " – ")


def _names_of(one: PackedFile) -> tuple[str, ...]:
    return (one.path, unique_name(one), one.name.casefold(), one.name)


def other_kind(catalogue: Catalogue) -> str:
    """Return the kind for everything else: the last of the catalogue."""
    return catalogue.annexes[-1].key if catalogue.annexes else _OTHER


def number_and_name(text: str, pattern: str) -> tuple[str, str]:
    """Read number and name from what a package is called: `GC-2026-014 Photonikverbund` or `GC-2026-014_Photonik`.

    Without a pattern the first word that holds a digit is the number.
    """
    match = re.search(pattern or r"[^\s_]*\d[^\s_]*", text)
    if match is None:
        return "", ""
    rest = (text[: match.start()] + " " + text[match.end() :]).replace("_", " ")
    return match[0], " ".join(rest.strip(" -–.,;:").split())


def _by_word(name: str, catalogue: Catalogue) -> str:
    plain = _folded(name)
    found = [
        (len(_folded(word)), annex.key) for annex in catalogue.annexes for word in annex.words if _folded(word) in plain
    ]
    return max(found, key=lambda one: one[0])[1] if found else ""


def _folded(text: str) -> str:
    """Give a name without case, umlauts and separators, as files are named."""
    lower = unicodedata.normalize("NFC", text).casefold()
    for umlaut, letters in (("ä", "ae"), ("ö", "oe"), ("ü", "ue")):
        lower = lower.replace(umlaut, letters)
    return "".join(char for char in lower if char.isalnum())


def _is_junk(path: str) -> bool:
    parts = [part.casefold() for part in PurePosixPath(path).parts]
    name = parts[-1]
    return bool(
        _JUNK_FOLDERS.intersection(parts[:-1])
        or name in _JUNK
        or name.startswith(_JUNK_STARTS)
        or name.endswith(_WORKSPACE)
    )


def _from_folder(folder: Path, limits: BundleLimits) -> Iterator[PackedFile]:
    """Yield the files below a folder; links are refused, so that nothing outside is ever read."""
    seen = 0
    total = 0
    for path in sorted(folder.rglob("*")):
        relative = path.relative_to(folder).as_posix()
        seen += 1
        if seen > limits.entries:
            raise FileFault("package_entries", count=seen, limit=limits.entries)
        if path.is_symlink():
            raise FileFault("package_link", found=relative[:120])
        if path.is_dir() or _is_junk(relative):
            continue
        if not path.is_file():
            raise FileFault("package_not_a_file", found=relative[:120])
        total += path.stat().st_size
        if total > limits.package:
            raise FileFault("package_size", limit=limits.package // MEGABYTE)
        yield PackedFile(clean_name(relative), read_file(path, limits.package))


def _from_archive(data: bytes, limits: BundleLimits) -> Iterator[PackedFile]:
    if not data:
        raise FileFault("package_empty")
    with open_zip(data, Limits(entries=limits.entries, unpacked=5 * limits.package)) as archive:
        wanted = [name for name in archive.files if not _is_junk(name)]
        total = sum(archive.files[name].file_size for name in wanted)
        if total > limits.package:
            raise FileFault("package_size", limit=limits.package // MEGABYTE)
        for name in sorted(wanted):
            yield PackedFile(clean_name(name), archive.read(name, limits.package))


def _checked(files: Iterator[PackedFile], limits: BundleLimits) -> tuple[PackedFile, ...]:
    """Return the files without a folder that holds all of them; raise FileFault where one is too large."""
    taken = list(files)
    if not taken:
        raise FileFault("package_no_files")
    for one in taken:
        if len(one.data) > limits.annex:
            raise FileFault("package_entry_size", found=one.path[:120], limit=limits.annex // MEGABYTE)
    while all("/" in one.path for one in taken) and len({one.path.partition("/")[0] for one in taken}) == 1:
        taken = [PackedFile(one.path.partition("/")[2], one.data) for one in taken]
    return tuple(taken)
