"""Handing out annexes with the annotations made in them: a copy for each annex that has some one may hand out.

What is private, orphaned, or stands in no PDF is not in them. The annexes in the workspace stay as they are.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import UTC
from pathlib import Path

from reviewer_app.domain.annotations.annotation import AnchorState, Annotation, PagePlace
from reviewer_app.domain.application import Annex, AnnexState
from reviewer_app.domain.errors import BrokenError, MendableError, VotumError
from reviewer_app.exports.annotated.mark import Mark
from reviewer_app.exports.annotated.writing import annotated_pdf, count_annotations
from reviewer_app.exports.atomic_write import refuse_open, write_atomically
from reviewer_app.services.annexes.contents import annex_bytes
from reviewer_app.services.annexes.passwords import opened_annex, password_of
from reviewer_app.services.annotations.editing import annotations
from reviewer_app.services.annotations.locating import PDF
from reviewer_app.services.ports import UnitOfWork

_FORBIDDEN = frozenset('/\\:*?"<>|')
_LONGEST = 180
"""Bytes of a name at most; file systems take 255, and a number or ending may follow."""
_ENDING = ".pdf"


@dataclass(frozen=True, slots=True)
class Copy:
    """A copy to be written: `path` is below the folder of the export, a folder for each application."""

    path: str
    annex: Annex
    marks: tuple[Mark, ...]


@dataclass(frozen=True, slots=True)
class WrittenCopy:
    """How many annotations a copy holds, and what one should know of it."""

    annotations: int
    remarks: tuple[VotumError, ...] = ()


def copies(uow: UnitOfWork, numbers: Sequence[str]) -> Iterator[Copy]:
    """Give the copies of the applications with these numbers, as far as the person at this desk sees annotations."""
    by_number: dict[str, list[Mark]] = {}
    for listed in annotations(uow):
        if _may_leave(listed.annotation):
            by_number.setdefault(listed.number, []).append(Mark(_in_utc(listed.annotation), listed.author))
    for number in numbers:
        application = uow.applications.find(number) if number in by_number else None
        taken: set[str] = set()
        for annex in application.annexes if application is not None else ():
            marks = tuple(mark for mark in by_number[number] if _stands_in(mark.annotation, annex))
            if marks and annex.media_type == PDF:
                yield Copy(f"{safe_name(f'Anmerkungen_{number}')}/{_name(annex, taken)}", annex, marks)


def write_copy(uow: UnitOfWork, copy: Copy, folder: Path, language: str) -> WrittenCopy:
    """Write one copy whole or not at all, and read back that it holds what the store does.

    Raises MendableError: what `annotated_pdf` and `write_atomically` raise, `annex_closed`, `target_not_writable`;
    BrokenError("self_check_failed").
    """
    target = folder / copy.path
    refuse_open(target)
    try:
        data = annex_bytes(uow, copy.annex.sha256, copy.annex.states)
        secret = _password(uow, copy.annex, data)
        made = annotated_pdf(data, copy.marks, language, secret)
    except MendableError as error:
        code = "annotated_encryption" if _is_odd(uow, copy.annex, error) else error.code
        raise MendableError(code, error.place or copy.path, **error.params) from error
    held = count_annotations(made.data, copy.marks, secret)
    if held.written != made.written:
        raise BrokenError("self_check_failed", copy.path, detail=f"{held.written} / {made.written}")
    try:
        target.parent.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise MendableError("target_not_writable", str(target.parent)) from error
    write_atomically(made.data, target)
    count = held.written + held.brought
    remarks = []
    if made.certified:
        remarks.append(MendableError("annotated_certified", copy.path))
    if count < len(copy.marks):
        remarks.append(MendableError("annotated_left_out", copy.path, n=len(copy.marks) - count))
    return WrittenCopy(count, tuple(remarks))


def _password(uow: UnitOfWork, annex: Annex, data: bytes) -> str:
    """Return the password of a locked annex, empty where none is needed or known."""
    if AnnexState.ENCRYPTED not in annex.states:
        return ""
    try:
        opened_annex(uow, annex.sha256, data).close()
    except MendableError:
        return ""
    return password_of(uow, annex.sha256)


def _is_odd(uow: UnitOfWork, annex: Annex, error: MendableError) -> bool:
    """Say whether a copy is refused for a password although the annex is open to read: none would help then."""
    if error.code != "annotated_password":
        return False
    try:
        opened_annex(uow, annex.sha256).close()
    except MendableError:
        return False
    return True


def safe_name(name: str) -> str:
    """Return a name that every file system takes: no separators or control characters, not long, no dot at its end."""
    plain = "".join("-" if char in _FORBIDDEN or not char.isprintable() else char for char in name)
    return plain.encode()[:_LONGEST].decode(errors="ignore").rstrip(". ")


def _name(annex: Annex, taken: set[str]) -> str:
    """Return the file name of a copy, with the kind of the annex in front, that is not yet taken in its folder."""
    stem = annex.name[: -len(_ENDING)] if annex.name.lower().endswith(_ENDING) else annex.name
    stem = safe_name(stem if stem.startswith(annex.kind) else f"{annex.kind}_{stem}")
    name, count = stem, 1
    while name.casefold() in taken:
        count += 1
        name = f"{stem} ({count})"
    taken.add(name.casefold())
    return name + _ENDING


def _may_leave(annotation: Annotation) -> bool:
    return not annotation.private and annotation.state is AnchorState.ANCHORED


def _stands_in(annotation: Annotation, annex: Annex) -> bool:
    return isinstance(annotation.target, PagePlace) and annotation.target.sha256 == annex.sha256


def _in_utc(annotation: Annotation) -> Annotation:
    """Say when it was made in UTC, which a PDF needs; the store keeps what the clock on the wall showed."""
    return replace(annotation, created=annotation.created.astimezone(UTC), changed=annotation.changed.astimezone(UTC))
