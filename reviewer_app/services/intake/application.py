"""Taking an application in: form, annexes and member list, checked and stored as its first or as a newer version.

Scores, annotations and formal decisions hang on the application and stay whatever a newer version changes.
"""

import re
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import date, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from resources.languages import SOURCE
from reviewer_app.domain import localised
from reviewer_app.domain.application import Annex, Application, FieldChange, Form, MemberList, Scalar
from reviewer_app.domain.cancellation import CancelCheck, never_cancelled
from reviewer_app.domain.catalogue import Catalogue
from reviewer_app.domain.finding import Finding, FindingPlace, Severity
from reviewer_app.domain.form.answers import is_empty
from reviewer_app.domain.form.checks import check_form
from reviewer_app.domain.form.requirements import is_usable
from reviewer_app.domain.ids import ApplicationId, new_id
from reviewer_app.domain.reviews.permissions import Act, denied
from reviewer_app.domain.version_changes import changes_between
from reviewer_app.exchange.application_package import (
    BundleLimits,
    Package,
    Parts,
    TakenAnnex,
    clean_name,
    number_and_name,
    read_package,
    sort_out,
)
from reviewer_app.exchange.file_fault import FileFault
from reviewer_app.exchange.safe_zip import MEGABYTE
from reviewer_app.exchange.score_table import is_number
from reviewer_app.services.annotations.foreign import read_marks, take_annotations
from reviewer_app.services.intake.read_ahead import ReadBefore
from reviewer_app.services.permissions import situation
from reviewer_app.services.ports import PackedBytes, UnitOfWork
from reviewer_app.services.round import person_here

if TYPE_CHECKING:
    from reviewer_app.services.intake.files import Intake

_OF_READING = ("form_", "package_", "members_")
_DASHES = re.compile("[\u2010-\u2015\u2212]")
_LIMITS = {"annex": "limit_annex_mb", "package": "limit_package_mb"}


@dataclass(frozen=True, slots=True)
class TakenApplication:
    """What became of it: `version` is the stored one, 0 where nothing changed; `made` the application as it then is."""

    kind: str
    number: str
    version: int
    findings: tuple[Finding, ...]
    made: Application | None = field(default=None, repr=False)
    changes: tuple[FieldChange, ...] = ()
    has_form: bool = True
    annexes: tuple[Annex, ...] = ()


class TakingApplication:
    """Takes one file or folder in; the caller commits. Raises FileFault where nothing of it can be taken."""

    def __init__(
        self,
        uow: UnitOfWork,
        path: Path,
        at: datetime,
        options: "Intake",
        *,
        go_on: CancelCheck = never_cancelled,
        read: ReadBefore | None = None,
    ) -> None:
        """Take `path` at the moment `at`; number, name and kinds of annexes may be given by the person who imports.

        `go_on` is asked between its files; `read` is what was read of it before, or keeps it for later.
        """
        self._uow = uow
        self._path = path
        self._at = at
        self._number = options.number
        self._name = options.name
        self._kinds = dict(options.kinds)
        self._facts = uow.rounds.get()
        self._go_on = go_on
        self._read = read or ReadBefore()
        self._findings: list[Finding] = []

    def take(self) -> TakenApplication:
        """Read, check, compare with what is there, and store."""
        package, catalogue, parts, number, before = self._opened()
        if before is not None and self._is_known(before, package):
            return TakenApplication(package.kind, number, 0, (), before, has_form=parts.form is not None)
        self._findings += parts.findings
        if package.unsigned:
            self._findings.append(Finding("package_unsigned", Severity.NOTE, FindingPlace(file=self._path.name)))
        made = self._application(parts, package, catalogue, number, before)
        return self._store(made, parts, package, catalogue, before)

    def prepare(self) -> None:
        """Read everything that `take` would read, and work out what takes long; write nothing."""
        package, catalogue, parts, number, before = self._opened()
        if before is not None and self._is_known(before, package):
            return
        if before is not None and self._uow.annotations.of(before.id):
            from reviewer_app.services.annotations.newer_version import look_ahead

            made = self._application(parts, package, catalogue, number, before)
            look_ahead(self._uow, before, made, _bytes_of(parts), self._read)
        there = {one.sha256 for one in before.annexes} if before is not None else set()
        for annex in parts.annexes:
            self._go_on()
            sha256 = annex.annex.sha256
            if not self._uow.files.has(sha256):
                self._packed(annex)
            if sha256 not in there:
                read_marks(self._uow, annex.annex, annex.data, self._read)

    def _opened(self) -> tuple[Package, Catalogue, Parts, str, Application | None]:
        """Return the file, sorted out by the catalogue of its application, with its number and what is there of it."""
        self._go_on()
        limits = self._limits()
        package = self._read.once(("package", limits), lambda: read_package(self._path, limits))
        self._go_on()
        catalogue = self._uow.catalogues.get(self._facts.catalogue)
        parts = self._sorted_out(package, catalogue)
        _refuse_unanswered(parts)
        number = self._number_of(parts, package, catalogue)
        before = self._uow.applications.find(number)
        if before is not None and before.catalogue != catalogue.sha256:
            catalogue = self._uow.catalogues.get(before.catalogue)
            parts = self._sorted_out(package, catalogue)
        return package, catalogue, parts, number, before

    def _sorted_out(self, package: Package, catalogue: Catalogue) -> Parts:
        key = ("parts", package.fingerprint, catalogue.sha256)
        return self._read.once(key, lambda: sort_out(package, catalogue, self._kinds, self._go_on))

    def _packed(self, annex: TakenAnnex) -> PackedBytes:
        return self._read.once(("packed", annex.annex.sha256), lambda: self._uow.files.pack(annex.data))

    def _is_known(self, before: Application, package: Package) -> bool:
        """Say whether the same files are there already; corrected kinds are worth another look."""
        return not self._kinds and self._uow.applications.fingerprint(before.id) == package.fingerprint

    def _limits(self) -> BundleLimits:
        limits = BundleLimits()
        for name, key in _LIMITS.items():
            text = self._facts.settings.get(key, "")
            if text.isascii() and text.isdigit() and int(text) > 0:
                size = int(text) * MEGABYTE
                limits = replace(limits, annex=size) if name == "annex" else replace(limits, package=size)
        return limits

    def _number_of(self, parts: Parts, package: Package, catalogue: Catalogue) -> str:
        """Find the number: in the form, as given, or in the package's name; raise FileFault where there is none."""
        field = catalogue.by_role("number")
        pattern = field.pattern if field else ""
        if parts.form is not None and field is not None:
            stated = _DASHES.sub("-", parts.form.text(field.id)).replace(" ", "").upper()
            place = _place(parts.form, field.id, parts.form_file)
            if stated:
                if not is_number(stated) or (pattern and not re.fullmatch(pattern, stated)):
                    raise FileFault("form_number_form", place, parts.form.text(field.id)[:60])
                return stated
        number = self._number or number_and_name(package.name, pattern)[0]
        if not number:
            if parts.form is not None and field is not None:
                raise FileFault("form_number_missing", _place(parts.form, field.id, parts.form_file))
            raise FileFault("package_no_number", found=package.name[:80])
        if not is_number(number):
            raise FileFault("package_no_number", found=number[:80])
        return number

    def _application(
        self, parts: Parts, package: Package, catalogue: Catalogue, number: str, before: Application | None
    ) -> Application:
        form = parts.form if parts.form is not None else before.form if before else None
        annexes = self._annexes(parts, package, before)
        members = self._members(parts, before)
        made = Application(
            id=before.id if before else ApplicationId(new_id()),
            number=number,
            name=self._name_of(form, package, catalogue, number, before),
            procedure=_text(form, catalogue, "procedure") or (before.procedure if before else _procedure(catalogue)),
            catalogue=catalogue.sha256,
            reference_date=_day(form, catalogue, "reference_date") or self._facts.reference_date,
            received=_day(form, catalogue, "received") or (before.received if before else None),
            deadline=_day(form, catalogue, "deadline") or (before.deadline if before else None),
            reviews_due=before.reviews_due if before else self._facts.reviews_due,
            withdrawn=before.withdrawn if before else None,
            file_reference=_text(form, catalogue, "file_reference") or (before.file_reference if before else ""),
            proceeding=_text(form, catalogue, "proceeding") or (before.proceeding if before else ""),
            version=before.version + 1 if before else 1,
            imported_at=self._at,
            form=form,
            members=members,
            annexes=annexes,
        )
        self._compare_names(made, before, catalogue, parts)
        return replace(made, findings=self._checked(made, catalogue, parts, before))

    def _name_of(
        self, form: Form | None, package: Package, catalogue: Catalogue, number: str, before: Application | None
    ) -> str:
        field = catalogue.by_role("number")
        inside = number_and_name(package.name, field.pattern if field else "")[1]
        known = before.name if before and before.name != number else ""
        chosen = _text(form, catalogue, "name") or self._name or known or inside
        return clean_name(chosen or _text(form, catalogue, "applicant") or number)

    def _annexes(self, parts: Parts, package: Package, before: Application | None) -> tuple[Annex, ...]:
        """Return the annexes of the new version: a package brings all of them, a workbook none, annexes alone add."""
        new = tuple(one.annex for one in parts.annexes)
        if before is None or (parts.form is not None and package.kind != "workbook"):
            return new
        if parts.form is not None:
            return before.annexes
        replaced = [
            one
            for one in before.annexes
            if any(one.sha256 == other.sha256 or _takes_the_place(other, one, parts.several) for other in new)
        ]
        kept = tuple(one for one in before.annexes if one not in replaced)
        return tuple(sorted((*kept, *new), key=lambda one: (one.kind, one.name)))

    def _members(self, parts: Parts, before: Application | None) -> MemberList | None:
        """Return the member list that counts: that of an annex before the sheet of the form."""
        if parts.listed is not None:
            return parts.listed
        earlier = before.members if before else None
        if parts.form is None or (not parts.annexes and earlier is not None and earlier.source != "form"):
            return earlier
        return parts.members

    def _compare_names(self, made: Application, before: Application | None, catalogue: Catalogue, parts: Parts) -> None:
        """Refuse a number that belongs to somebody else; remark a name that another application bears."""
        if before is not None and before.form is not None and parts.form is not None:
            forms = (before.form, parts.form)
            names = [_text(form, catalogue, role) for role in ("name", "applicant") for form in forms]
            if all(names) and not _same(names[0], names[1]) and not _same(names[2], names[3]):
                field = catalogue.by_role("number")
                place = _place(parts.form, field.id if field else "", parts.form_file)
                raise FileFault("form_number_taken", place, made.number, owner=before.name)
        others = self._uow.applications.names()
        twin = next((number for number, name in others if number != made.number and _same(name, made.name)), "")
        if twin:
            field = catalogue.by_role("name")
            place = (
                _place(made.form, field.id, parts.form_file)
                if field and made.form
                else FindingPlace(file=self._path.name)
            )
            self._findings.append(Finding("form_name_twice", Severity.WARNING, place, made.name, {"number": twin}))

    def _checked(
        self, made: Application, catalogue: Catalogue, parts: Parts, before: Application | None
    ) -> tuple[Finding, ...]:
        """Return what the application is stored with: what reading had to say, and the checks of the form."""
        earlier: tuple[Finding, ...] = ()
        if parts.form is None and before is not None:
            earlier = tuple(one for one in before.findings if one.code.startswith(_OF_READING))
        checks: tuple[Finding, ...] = ()
        if made.form is not None:
            today = self._at.date()
            found = check_form(
                catalogue, made.form, made.members, made.annexes, reference_date=made.reference_date, today=today
            )
            checks = tuple(_in_file(one, parts.form_file) for one in found)
        return (*earlier, *self._findings, *checks)

    def _store(
        self, made: Application, parts: Parts, package: Package, catalogue: Catalogue, before: Application | None
    ) -> TakenApplication:
        changes = changes_between(catalogue, before, made) if before is not None else ()
        annexes = tuple(one.annex for one in parts.annexes)
        taken = TakenApplication(
            package.kind, made.number, made.version, made.findings, made, changes, parts.form is not None, annexes
        )
        if before is not None and not changes and _is_same(before, made):
            return replace(taken, version=0)
        if before is not None:
            self._require_open(before)
        wanted = {one.sha256 for one in made.annexes}
        for annex in parts.annexes:
            if annex.annex.sha256 in wanted and not self._uow.files.has(annex.annex.sha256):
                self._go_on()
                self._uow.files.put(self._packed(annex))
        self._uow.applications.add(made, package.fingerprint)
        new = _bytes_of(parts)
        moved: tuple[Finding, ...] = ()
        if before is not None:
            self._uow.applications.put_changes(made.id, changes)
            for one in before.annexes:
                new.pop(one.sha256, None)
            moved = self._move(before, made, _bytes_of(parts))
        marks = take_annotations(self._uow, made, new, self._at, self._read)
        return replace(taken, findings=(*taken.findings, *moved, *marks))

    def _require_open(self, before: Application) -> None:
        """Raise FileFault where nothing of an application may change, as its consolidation is released."""
        denial = denied(Act.IMPORT_VERSION, situation(self._uow, person_here(self._uow), before))
        if denial is not None:
            raise FileFault(denial.code, FindingPlace(file=self._path.name), application=before.number)

    def _move(self, before: Application, made: Application, files: Mapping[str, bytes]) -> tuple[Finding, ...]:
        """Move what was marked in the older version and return what became of it."""
        if not self._uow.annotations.of(made.id):
            return ()
        from reviewer_app.services.annotations.newer_version import move_annotations

        moved = move_annotations(self._uow, before, made, self._at, files, self._read)
        told = (
            ("annotations_moved", Severity.NOTE, moved.found),
            ("annotations_reworded", Severity.WARNING, moved.reworded),
            ("annotations_orphaned", Severity.WARNING, moved.orphaned),
        )
        return tuple(Finding(code, how, FindingPlace(), params={"n": str(n)}) for code, how, n in told if n)


def _bytes_of(parts: Parts) -> dict[str, bytes]:
    return {one.annex.sha256: one.data for one in parts.annexes}


def _refuse_unanswered(parts: Parts) -> None:
    """Refuse a form nobody has filled in, whatever number it is given: there is nothing in it to judge."""
    form = parts.form
    if form is None or parts.members is not None or any(form.tables.values()):
        return
    if all(is_empty(value) for value in form.values.values()):
        raise FileFault("form_unanswered", FindingPlace(file=parts.form_file, sheet=_first_sheet(form)))


def _first_sheet(form: Form) -> str:
    return next((place.rpartition("!")[0] for place in form.places.values()), "")


def _text(form: Form | None, catalogue: Catalogue, role: str) -> str:
    field = catalogue.by_role(role)
    return form.text(field.id) if form is not None and field is not None else ""


def _day(form: Form | None, catalogue: Catalogue, role: str) -> date | None:
    field = catalogue.by_role(role)
    value: Scalar = form.values.get(field.id) if form is not None and field is not None else None
    return value if isinstance(value, date) else None


def _procedure(catalogue: Catalogue) -> str:
    """Return the procedure that holds where nothing is said: the first that a rule names."""
    return next((name for rule in catalogue.rules for name in rule.procedures), "")


def _place(form: Form, field: str, file: str) -> FindingPlace:
    sheet, _, cell = form.places.get(field, "").rpartition("!")
    return FindingPlace(file, sheet, cell, field)


def _in_file(finding: Finding, file: str) -> Finding:
    return replace(finding, place=replace(finding.place, file=file)) if not finding.place.file and file else finding


def _same(one: str, other: str) -> bool:
    """Say whether two names are the same but for case and spaces."""
    plain = [" ".join(unicodedata.normalize("NFC", name).casefold().split()) for name in (one, other)]
    return plain[0] == plain[1]


def _takes_the_place(new: Annex, old: Annex, several: frozenset[str]) -> bool:
    return new.name == old.name or (new.kind == old.kind and (new.kind not in several or not is_usable(old)))


def _is_same(before: Application, made: Application) -> bool:
    """Say whether a new version would say nothing new.

    Cells that moved or were calculated again are no news, nor is what was found when an older program wrote it down in
    German alone.
    """
    forms = [(one.form.values, one.form.tables) if one.form else None for one in (before, made)]
    said = [
        {(two.code, two.place.field, localised.read(two.found, SOURCE)) for two in one.findings}
        for one in (before, made)
    ]
    return (
        forms[0] == forms[1]
        and said[0] == said[1]
        and before.members == made.members
        and before.annexes == made.annexes
        and before.name == made.name
    )
