"""What comes in as one application: a workbook, a folder, an archive or a PDF, sorted out into form and annexes.

Sizes, paths and links are checked while reading; which file is which annex is guessed from names and can be corrected.
"""

import hashlib
import re
import unicodedata
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path, PurePosixPath

from reviewer_app.domain.application import Annex, AnnexState, Form, MemberList
from reviewer_app.domain.cancellation import CancelCheck, never_cancelled
from reviewer_app.domain.catalogue import Catalogue
from reviewer_app.domain.finding import Finding, FindingPlace, Severity
from reviewer_app.exchange.annex.probe import AnnexProbe, probe_many
from reviewer_app.exchange.application_form.reading import FormReading, is_form, read_form_book
from reviewer_app.exchange.file_fault import FileFault
from reviewer_app.exchange.file_kind import CSV, PDF, XLSX, ending
from reviewer_app.exchange.member_list import read_members
from reviewer_app.exchange.safe_zip import MEGABYTE, Limits, open_zip
from reviewer_app.exchange.spreadsheet import Workbook, read_workbook

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


SCORING_SHEET = "Stufen"


@dataclass(frozen=True, slots=True)
class TakenAnnex:
    """An annex on its way in."""

    annex: Annex
    data: bytes = field(repr=False)


@dataclass(frozen=True, slots=True)
class Parts:
    """What a package consists of: `members` is the sheet of the form, `listed` the member list of an annex.

    `several` are kinds that may come more than once, so that a new file does not take another's place.
    """

    form: Form | None
    form_file: str
    members: MemberList | None
    listed: MemberList | None
    annexes: tuple[TakenAnnex, ...]
    findings: tuple[Finding, ...]
    several: frozenset[str] = frozenset()


def sort_out(
    package: Package, catalogue: Catalogue, chosen: Mapping[str, str], go_on: CancelCheck = never_cancelled
) -> Parts:
    """Sort a package out; `chosen` gives kinds of annexes by file name, `go_on` is asked between its files.

    Raise FileFault where it has no clear form.
    """
    form_file, reading = _form(package, catalogue)
    named = {name.rpartition("/")[2].casefold(): kind for kind, name in reading.annexes_named} if reading else {}
    files = [one for one in package.files if one is not form_file]
    kinds = [kind_of(one, catalogue, named, chosen) for one in files]
    probes = probe_many([one.data for one in files], go_on=go_on) if files else []
    names = _unique_names(files)
    findings: list[Finding] = list(reading.findings) if reading else []
    annexes = []
    for one, kind, probe, name in zip(files, kinds, probes, names, strict=True):
        annex = _annex(one, kind, probe, name, catalogue)
        annexes.append(TakenAnnex(annex, one.data))
        findings += _about(annex, probe, one)
        if kind == other_kind(catalogue) and not _is_known(one, kind, named, chosen):
            findings.append(Finding("package_annex_unnamed", Severity.NOTE, FindingPlace(file=name), kind))
    listed, remarks = _listed(annexes, catalogue)
    findings += remarks
    if reading is not None:
        findings += _not_enclosed(reading, files, package)
    ordered = tuple(sorted(annexes, key=lambda one: (one.annex.kind, one.annex.name)))
    return Parts(
        form=reading.form if reading else None,
        form_file=form_file.name if form_file else "",
        members=reading.members if reading else None,
        listed=listed,
        annexes=ordered,
        findings=tuple(findings),
        several=frozenset(_several(catalogue)),
    )


def _form(package: Package, catalogue: Catalogue) -> tuple[PackedFile | None, FormReading | None]:
    """Find the form among the workbooks: by its marker or its fields, not by its name."""
    found: list[tuple[PackedFile, Workbook]] = []
    faults: list[tuple[PackedFile, FileFault]] = []
    scoring = False
    for one in package.files:
        if one.suffix not in WORKBOOKS:
            continue
        try:
            book = read_workbook(one.data)
        except FileFault as fault:
            faults.append((one, fault))
            continue
        if is_form(book, catalogue):
            found.append((one, book))
        scoring = scoring or book.sheet(SCORING_SHEET) is not None
    if len(found) > 1:
        raise FileFault("package_two_forms", found=", ".join(one.path for one, _ in found)[:160])
    if found:
        one, book = found[0]
        return one, read_form_book(book, one.name, catalogue)
    _raise_for(package, catalogue, faults, scoring=scoring)
    return None, None


def _raise_for(
    package: Package, catalogue: Catalogue, faults: list[tuple[PackedFile, FileFault]], *, scoring: bool
) -> None:
    """Raise where a workbook that may have been the form cannot be read; a broken annex is only marked."""
    for one, fault in faults:
        annex = kind_of(one, catalogue, {}, {})
        if package.kind == "workbook" or annex == other_kind(catalogue):
            raise FileFault(fault.code, FindingPlace(file=one.name), fault.found, **fault.params)
    if package.kind == "workbook":
        raise FileFault("package_scoring" if scoring else "form_not_recognised")


def _unique_names(files: list[PackedFile]) -> list[str]:
    """Give each file its name, with the folder where two are called the same."""
    plain = [one.name.casefold() for one in files]
    return [one.name if plain.count(one.name.casefold()) == 1 else unique_name(one) for one in files]


def _annex(one: PackedFile, kind: str, probe: AnnexProbe, name: str, catalogue: Catalogue) -> Annex:
    states = probe.states
    annex = catalogue.annex(kind)
    allowed = {*(annex.types if annex else ()), "pdf"}
    if probe.media_type and ending(probe.media_type) not in allowed:
        states = (AnnexState.WRONG_TYPE,)
    elif probe.media_type == XLSX and states == (AnnexState.READABLE,) and not _opens(one.data):
        states = (AnnexState.BROKEN,)
    return Annex(
        kind=kind,
        name=name,
        sha256=one.sha256,
        size=len(one.data),
        media_type=probe.media_type or "application/octet-stream",
        pages=probe.pages,
        states=states,
        blank_pages=probe.blank_pages,
    )


def _opens(data: bytes) -> bool:
    try:
        read_workbook(data)
    except FileFault:
        return False
    return True


def _is_known(one: PackedFile, kind: str, named: Mapping[str, str], chosen: Mapping[str, str]) -> bool:
    """Say whether somebody said that a file is of the kind for everything else."""
    given = (chosen.get(one.path), chosen.get(one.name), named.get(one.name.casefold()))
    return kind in given or one.name.upper().startswith(kind)


def _about(annex: Annex, probe: AnnexProbe, one: PackedFile) -> list[Finding]:
    """Say what the states of an annex do not: what is active in it, why it is broken, that its name misleads."""
    place = FindingPlace(file=annex.name)
    found = []
    for detail in probe.details:
        severity = Severity.WARNING if detail in ("timeout", "crash", "too_many_pages") else Severity.NOTE
        found.append(Finding(f"package_annex_{detail}", severity, place, annex.kind))
    real = ending(probe.media_type)
    if real and one.suffix != f".{real}" and AnnexState.WRONG_TYPE not in annex.states:
        params = {"ending": one.suffix or "–", "real": real.upper()}
        found.append(Finding("package_annex_ending", Severity.NOTE, place, one.suffix, params))
    return found


def _listed(annexes: list[TakenAnnex], catalogue: Catalogue) -> tuple[MemberList | None, list[Finding]]:
    """Read the member list from the annex that stands for the table of members."""
    table = catalogue.by_role("members")
    kinds = {annex.key for annex in catalogue.annexes if table is not None and annex.table == table.id}
    findings: list[Finding] = []
    for one in annexes:
        if one.annex.kind not in kinds or one.annex.media_type not in (PDF, XLSX, CSV):
            continue
        name = one.annex.name
        reading = read_members(one.data, one.annex.media_type, name, catalogue, one.annex.kind)
        findings += reading.findings
        if reading.members is not None:
            return reading.members, findings
    return None, findings


def _not_enclosed(reading: FormReading, files: list[PackedFile], package: Package) -> list[Finding]:
    """Name annexes that the form says are enclosed and that did not come; a workbook alone never has any."""
    if package.kind == "workbook":
        return []
    there = {one.name.casefold() for one in files}
    return [
        Finding("package_not_enclosed", Severity.WARNING, FindingPlace(file=name), kind)
        for kind, name in reading.annexes_named
        if name.rpartition("/")[2].casefold() not in there
    ]


def _several(catalogue: Catalogue) -> list[str]:
    """Name the kinds that may come more than once: all but those that everybody has to send."""
    return [annex.key for annex in catalogue.annexes if annex.required != "yes"]
