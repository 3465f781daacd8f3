"""Taking over what other programs marked in annexes that come in, each annotation once.

An annotation is known by its name, in newer versions of its annex too; what was deleted here does not come back, and
what was made here and exported is recognised. The caller's transaction holds the annexes and what was taken from them.
"""

from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from reviewer_app.domain.annotations.annotation import (
    AnchorState,
    Annotation,
    Kind,
    Origin,
    PagePlace,
    fault_of,
)
from reviewer_app.domain.annotations.foreign_identity import is_digest
from reviewer_app.domain.application import Annex, AnnexState, Application
from reviewer_app.domain.errors import MendableError
from reviewer_app.domain.finding import Finding, FindingPlace, Severity
from reviewer_app.domain.ids import AnnotationId, new_id
from reviewer_app.services.annexes.passwords import opened_annex, password_of
from reviewer_app.services.annotations.locating import PDF
from reviewer_app.services.annotations.newer_version import brought_along
from reviewer_app.services.changes import Changed, Changes, Outcome
from reviewer_app.services.intake.read_ahead import ReadBefore
from reviewer_app.services.permissions import application_of
from reviewer_app.services.ports import UnitOfWork
from reviewer_app.services.round import own_name

if TYPE_CHECKING:
    from reviewer_app.exchange.annex.foreign_annotations import ForeignAnnotation

_UNREAD = frozenset({AnnexState.BROKEN, AnnexState.EMPTY})
_SIGNS = (b"/Annots", b"/ObjStm")
"""What a file with annotations holds: the word itself, or objects that are packed and may hold it."""


@dataclass(frozen=True, slots=True)
class Marks:
    """What other programs marked in an annex; `more` stands there than can be read."""

    found: "tuple[ForeignAnnotation, ...]" = ()
    more: bool = False


@dataclass(frozen=True, slots=True)
class Retaken:
    """What taking from annexes that were there already brought: what was said of which application, by its number."""

    findings: tuple[tuple[str, Finding], ...] = ()

    @property
    def count(self) -> int:
        """How many annotations came."""
        return sum(int(str(one.params["n"])) for _, one in self.findings if one.code == "annotations_taken")


def take_again(uow: UnitOfWork, at: datetime, number: str = "") -> Outcome[Retaken]:
    """Take over what stands in annexes that are in the store, of one application or of all, and commit.

    What is known or was deleted here is left as it is, so that doing it again changes nothing. Raises MendableError
    (`unknown_application`).
    """
    applications = [application_of(uow, number)] if number else list(uow.applications.all())
    found: list[tuple[str, Finding]] = []
    touched = set()
    for application in applications:
        files = {one.sha256: uow.files.read(one.sha256) for one in application.annexes if _may_hold(uow, one)}
        said = take_annotations(uow, application, files, at)
        if said:
            touched.add(application.id)
        found += ((application.number, one) for one in said)
    uow.commit()
    changes = Changes(frozenset({Changed.ANNOTATIONS}), frozenset(touched)) if touched else Changes()
    return Outcome(Retaken(tuple(found)), changes)


def missing_marks(uow: UnitOfWork, number: str, at: datetime) -> tuple[Annotation, ...]:
    """Return the annotations that `take_again` would bring into one application; nothing is stored."""
    application = application_of(uow, number)
    before = {one.id for one in uow.annotations.of(application.id)}
    files = {one.sha256: uow.files.read(one.sha256) for one in application.annexes if _may_hold(uow, one)}
    take_annotations(uow, application, files, at)
    return tuple(one for one in uow.annotations.of(application.id) if one.id not in before)


def store_marks(uow: UnitOfWork, marks: Sequence[Annotation]) -> Outcome[tuple[Annotation, ...]]:
    """Store what `missing_marks` returned, but for what came in since then, and commit."""
    by = own_name(uow)
    touched = frozenset(one.application for one in marks)
    present = {_of_file(one) for application in touched for one in uow.annotations.of(application)}
    for one in (brought_along(uow, mark) for mark in marks):
        if _of_file(one) not in present:
            uow.annotations.put(one, by)
    uow.commit()
    return Outcome(tuple(marks), Changes(frozenset({Changed.ANNOTATIONS}), touched))


def drop_marks(uow: UnitOfWork, marks: Sequence[Annotation], clock: Callable[[], datetime]) -> Outcome[None]:
    """Take away what `store_marks` stored, and commit; they do not come back by themselves."""
    by = own_name(uow)
    for one in marks:
        if uow.annotations.find(one.id) is not None:
            uow.annotations.remove(one.id, clock(), by)
    uow.commit()
    return Outcome(None, Changes(frozenset({Changed.ANNOTATIONS}), frozenset(one.application for one in marks)))


def _may_hold(uow: UnitOfWork, annex: Annex) -> bool:
    return annex.media_type == PDF and _UNREAD.isdisjoint(annex.states) and uow.files.has(annex.sha256)


def take_annotations(
    uow: UnitOfWork, application: Application, files: Mapping[str, bytes], at: datetime, read: ReadBefore | None = None
) -> tuple[Finding, ...]:
    """Store the annotations of the annexes that are new, whose bytes are in `files` by SHA-256; commits nothing.

    Returns how many came from which. A file whose annotations cannot be read is named and keeps nothing else out.
    """
    findings: list[Finding] = []
    for sha256, data in files.items():
        annex = next((one for one in application.annexes if one.sha256 == sha256), None)
        if annex is not None:
            findings += _taken(uow, application, annex, read_marks(uow, annex, data, read or ReadBefore()), at)
    return tuple(findings)


def read_marks(uow: UnitOfWork, annex: Annex, data: bytes, read: ReadBefore) -> Marks | None:
    """Read what other programs marked in an annex, once; None where its annotations cannot be read."""
    if annex.media_type != PDF or not _UNREAD.isdisjoint(annex.states):
        return Marks()
    if AnnexState.ENCRYPTED in annex.states and not _opens(uow, annex.sha256, data):
        return Marks()
    if not any(sign in data for sign in _SIGNS):
        return Marks()
    password = password_of(uow, annex.sha256)
    return read.once(("marks", annex.sha256, password), lambda: _marks(data, password))


def _marks(data: bytes, password: str) -> Marks | None:
    from reviewer_app.exchange.annex.foreign_annotations import read_annotations

    try:
        held = read_annotations(data, password)
    except Exception:  # noqa: BLE001 # whatever a file provokes, its marks never keep the application out
        return None
    return Marks(held.annotations, held.more)


def _taken(uow: UnitOfWork, application: Application, annex: Annex, marks: Marks | None, at: datetime) -> list[Finding]:
    place = FindingPlace(file=annex.name)
    if marks is None:
        return [Finding("annotations_unread", Severity.WARNING, place)]
    findings = [Finding("annotations_more", Severity.WARNING, place)] if marks.more else []
    if not marks.found:
        return findings
    by = own_name(uow)
    known = _known(uow, application, annex)
    count = 0
    for one in marks.found:
        if one.foreign_id in known.gone:
            known.was_deleted(_made(one, application, annex, at))  # and so none that is found elsewhere
    for one in marks.found:
        if one.own_id in known.ever or one.foreign_id in known.gone:
            continue
        made = _made(one, application, annex, at)
        old = known.match(made)
        if old is None:
            sound = not fault_of(made) and not known.was_deleted(made)
            count += sound
        else:
            made = _brought_up_to_date(old, made)
            sound = made != old
        if sound:
            uow.annotations.put(replace(made, changed=at), by)
    if count:
        findings.append(Finding("annotations_taken", Severity.NOTE, place, params={"n": str(count)}))
    return findings


def _opens(uow: UnitOfWork, sha256: str, data: bytes) -> bool:
    """Say whether a password is known that opens a locked annex."""
    try:
        opened_annex(uow, sha256, data).close()
    except MendableError:
        return False
    return True


def _made(one: "ForeignAnnotation", application: Application, annex: Annex, at: datetime) -> Annotation:
    place = PagePlace(annex.kind, annex.name, annex.sha256, one.page, one.quads, one.area)
    return Annotation(
        id=AnnotationId(new_id()),
        application=application.id,
        target=place,
        kind=Kind.NOTE,
        style=one.style,
        author=None,
        created=_on_the_wall(one.created, at),
        changed=at,
        quote=one.quote,
        note=one.note,
        origin=Origin.FOREIGN,
        foreign_id=one.foreign_id,
        foreign_author=one.author,
    )


def _brought_up_to_date(old: Annotation, made: Annotation) -> Annotation:
    """Give one that lost its place the place its own program wrote, and the name by which that file knows it."""
    if old.state is not AnchorState.ORPHANED or old.style is not made.style:
        return replace(old, foreign_id=made.foreign_id)
    state = AnchorState.ANCHORED
    return replace(old, foreign_id=made.foreign_id, target=made.target, quote=made.quote, state=state, reworded=False)


def _on_the_wall(moment: datetime | None, at: datetime) -> datetime:
    """Return a moment as the clock on the wall shows it, which is what the store keeps; `at` where there is none.

    One at the very edge of what a date can be has no way back into UTC, in which it is handed out: that is none either.
    """
    if moment is None:
        return at
    try:
        shown = moment.astimezone().replace(tzinfo=None)
        shown.astimezone(UTC)
    except (OverflowError, ValueError, OSError):
        return at
    return shown


type _Likeness = tuple[object, ...]


@dataclass(frozen=True, slots=True)
class _Known:
    """What is known of an annex: annotations by their foreign name and by what they are, names of deleted ones.

    `ever` are the ids of all annotations the application has or had, `unnamed` how many deleted ones without a name
    said the same.
    """

    by_name: Mapping[str, Annotation]
    alike: Mapping[_Likeness, Annotation]
    gone: frozenset[str]
    ever: frozenset[str]
    unnamed: Counter[_Likeness]

    def match(self, made: Annotation) -> Annotation | None:
        """Return the annotation that this one is; one without a name has another digest when its page moved."""
        old = self.by_name.get(made.foreign_id)
        return self.alike.get(_likeness(made)) if old is None and is_digest(made.foreign_id) else old

    def was_deleted(self, made: Annotation) -> bool:
        """Say whether it is one without a name that was deleted and whose page moved; each stands for one."""
        said = _said(made)
        if not said or not self.unnamed[said]:
            return False
        self.unnamed[said] -= 1
        return True


def _known(uow: UnitOfWork, application: Application, annex: Annex) -> _Known:
    every = uow.annotations.of(application.id)
    present = {one.id for one in every}
    history = uow.annotations.history(application.id)
    others = {one.sha256 for one in application.annexes if one.sha256 != annex.sha256}
    born = {
        entry.annotation for entry in history for one in (entry.before, entry.after) if _file_of(one) == annex.sha256
    }

    def is_here(one: Annotation) -> bool:
        """Say whether it came from this annex or an older version of it, as far as one can tell, wherever it is put."""
        return one.origin is Origin.FOREIGN and (one.id in born or _file_of(one) not in others)

    deleted = (one for entry in history if entry.annotation not in present for one in (entry.before, entry.after))
    last = {entry.annotation: entry.before for entry in history if entry.annotation not in present}
    here = [one for one in every if is_here(one)]
    return _Known(
        by_name={one.foreign_id: one for one in here},
        alike={_likeness(one): one for one in here if is_digest(one.foreign_id)},
        gone=frozenset(one.foreign_id for one in deleted if one is not None and is_here(one)),
        ever=frozenset({*present, *(entry.annotation for entry in history)}),
        unnamed=Counter(_said(one) for one in last.values() if one is not None and is_here(one)),
    )


def _of_file(one: Annotation) -> tuple[str, ...]:
    """Return what tells an annotation of another program from all others: its application, its file, its name there."""
    return one.application, _file_of(one), one.foreign_id


def _file_of(one: Annotation | None) -> str:
    """Return the hash of the file it stands in, empty where it stands in none."""
    return one.target.sha256 if one is not None and isinstance(one.target, PagePlace) else ""


def _likeness(one: Annotation) -> _Likeness:
    """Return what tells an annotation without a name from others of its page: who marked which words, or wrote what."""
    area = one.target.area if isinstance(one.target, PagePlace) else None
    corners = tuple(round(value) for value in area or ())
    return one.style, one.page, one.foreign_author, corners, " ".join(one.quote.text.split()) or one.note


def _said(one: Annotation) -> _Likeness:
    """Return what an annotation without a name says, wherever it stands; nothing where it has one, or no words."""
    words = " ".join(one.quote.text.split()) or one.note
    return (one.style, one.foreign_author, words) if words and is_digest(one.foreign_id) else ()
