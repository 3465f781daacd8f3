"""Sorts out a package: which file is the form, which annex is which, what probing says about each, who is a member."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from reviewer_app.domain.application import AnnexState, Attachment, Form, MemberList
from reviewer_app.domain.catalogue import Catalogue
from reviewer_app.domain.finding import Finding, Place, Severity
from reviewer_app.domain.going_on import GoOn, always
from reviewer_app.exchange.annex.probe import AnnexProbe, probe_many
from reviewer_app.exchange.application_bundle import WORKBOOKS, Package, PackedFile, kind_of, other_kind, unique_name
from reviewer_app.exchange.application_form.reading import FormReading, is_form, read_form_book
from reviewer_app.exchange.file_fault import FileFault
from reviewer_app.exchange.file_kind import CSV, PDF, XLSX, ending
from reviewer_app.exchange.member_list import read_members
from reviewer_app.exchange.sheets import Workbook, read_workbook

SCORING_SHEET = "Stufen"


@dataclass(frozen=True, slots=True)
class TakenAnnex:
    """An annex on its way in."""

    attachment: Attachment
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


def sort_out(package: Package, catalogue: Catalogue, chosen: Mapping[str, str], go_on: GoOn = always) -> Parts:
    """Sort a package out; `chosen` gives kinds of annexes by file name, `go_on` is asked between its files.

    Raise FileFault where it has no clear form.
    """
    form_file, reading = _form(package, catalogue)
    named = {name.rpartition("/")[2].casefold(): kind for kind, name in reading.attachments_named} if reading else {}
    files = [one for one in package.files if one is not form_file]
    kinds = [kind_of(one, catalogue, named, chosen) for one in files]
    probes = probe_many([one.data for one in files], go_on=go_on) if files else []
    names = _unique_names(files)
    findings: list[Finding] = list(reading.findings) if reading else []
    annexes = []
    for one, kind, probe, name in zip(files, kinds, probes, names, strict=True):
        attachment = _attachment(one, kind, probe, name, catalogue)
        annexes.append(TakenAnnex(attachment, one.data))
        findings += _about(attachment, probe, one)
        if kind == other_kind(catalogue) and not _is_known(one, kind, named, chosen):
            findings.append(Finding("package_annex_unnamed", Severity.NOTE, Place(file=name), kind))
    listed, remarks = _listed(annexes, catalogue)
    findings += remarks
    if reading is not None:
        findings += _not_enclosed(reading, files, package)
    ordered = tuple(sorted(annexes, key=lambda annex: (annex.attachment.kind, annex.attachment.name)))
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
            raise FileFault(fault.code, Place(file=one.name), fault.found, **fault.params)
    if package.kind == "workbook":
        raise FileFault("package_scoring" if scoring else "form_not_recognised")


def _unique_names(files: list[PackedFile]) -> list[str]:
    """Give each file its name, with the folder where two are called the same."""
    plain = [one.name.casefold() for one in files]
    return [one.name if plain.count(one.name.casefold()) == 1 else unique_name(one) for one in files]


def _attachment(one: PackedFile, kind: str, probe: AnnexProbe, name: str, catalogue: Catalogue) -> Attachment:
    states = probe.states
    annex = catalogue.annex(kind)
    allowed = {*(annex.types if annex else ()), "pdf"}
    if probe.media_type and ending(probe.media_type) not in allowed:
        states = (AnnexState.WRONG_TYPE,)
    elif probe.media_type == XLSX and states == (AnnexState.READABLE,) and not _opens(one.data):
        states = (AnnexState.BROKEN,)
    return Attachment(
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


def _about(attachment: Attachment, probe: AnnexProbe, one: PackedFile) -> list[Finding]:
    """Say what the states of an annex do not: what is active in it, why it is broken, that its name misleads."""
    place = Place(file=attachment.name)
    found = []
    for detail in probe.details:
        severity = Severity.WARNING if detail in ("timeout", "crash", "too_many_pages") else Severity.NOTE
        found.append(Finding(f"package_annex_{detail}", severity, place, attachment.kind))
    real = ending(probe.media_type)
    if real and one.suffix != f".{real}" and AnnexState.WRONG_TYPE not in attachment.states:
        params = {"ending": one.suffix or "–", "real": real.upper()}
        found.append(Finding("package_annex_ending", Severity.NOTE, place, one.suffix, params))
    return found


def _listed(annexes: list[TakenAnnex], catalogue: Catalogue) -> tuple[MemberList | None, list[Finding]]:
    """Read the member list from the annex that stands for the table of members."""
    table = catalogue.by_role("members")
    kinds = {annex.key for annex in catalogue.annexes if table is not None and annex.table == table.id}
    findings: list[Finding] = []
    for one in annexes:
        if one.attachment.kind not in kinds or one.attachment.media_type not in (PDF, XLSX, CSV):
            continue
        name = one.attachment.name
        reading = read_members(one.data, one.attachment.media_type, name, catalogue, one.attachment.kind)
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
        Finding("package_not_enclosed", Severity.WARNING, Place(file=name), kind)
        for kind, name in reading.attachments_named
        if name.rpartition("/")[2].casefold() not in there
    ]


def _several(catalogue: Catalogue) -> list[str]:
    """Name the kinds that may come more than once: all but those that everybody has to send."""
    return [annex.key for annex in catalogue.annexes if annex.required != "yes"]
