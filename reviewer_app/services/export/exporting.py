"""Handing out: gather a round's material once and write workbook, sheets and annexes, each whole or not at all."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import ExitStack
from dataclasses import dataclass, replace
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING

from resources.languages import SOURCE
from reviewer_app import VERSION
from reviewer_app.domain.cancellation import StepProgress
from reviewer_app.domain.errors import MendableError, VotumError
from reviewer_app.domain.ids import PersonId
from reviewer_app.domain.reviews.conflict import ConflictOfInterest
from reviewer_app.domain.reviews.permissions import Act
from reviewer_app.domain.reviews.review import Person
from reviewer_app.domain.reviews.robustness import robustness
from reviewer_app.exports.atomic_write import move_into_place
from reviewer_app.exports.identities import PossibleName, Replacement, personal_answers
from reviewer_app.exports.material import Counts, Dossier, RoundMaterial
from reviewer_app.exports.record import application_record, checksum
from reviewer_app.services.export.formal_check_pages import with_pages
from reviewer_app.services.held_folder import HeldFolder
from reviewer_app.services.ports import UnitOfWork
from reviewer_app.services.reviews.consolidating import Case, open_cases

if TYPE_CHECKING:
    from reviewer_app.services.export.annotated_annexes import Copy


class Product(StrEnum):
    """What can be exported."""

    WORKBOOK = "workbook"
    SHEETS = "sheets"
    ANNOTATED = "annotated"
    ARCHIVE = "archive"


BUILT = (Product.WORKBOOK, Product.SHEETS, Product.ANNOTATED)
BESIDE = ".votum-export-"
"""How the folder of half-made files begins, in the target."""
IN_EVERY_VARIANT = (Product.WORKBOOK, Product.SHEETS)
"""What can be written without names too; an annex is what the applicant wrote."""


class Variant(StrEnum):
    """For whom an export is made."""

    INTERNAL = "internal"
    APPLICANT = "applicant"
    PSEUDONYMOUS = "pseudonymous"


@dataclass(frozen=True, slots=True)
class ExportRequest:
    """What to export: products, application numbers (None is all), variant and language."""

    products: tuple[Product, ...] = IN_EVERY_VARIANT
    numbers: frozenset[str] | None = None
    variant: Variant = Variant.INTERNAL
    language: str = SOURCE


@dataclass(frozen=True, slots=True)
class WrittenFile:
    """A file that was written, its kind and size in bytes, and what its self-check counted.

    `replaced` lists the names that a sheet without names no longer holds, `left` what may be a name and still stands
    there; a workbook lists both in itself.
    `annotations` counts those an annex holds, None for everything else; `remarks` say what one should know of the file.
    """

    path: Path
    product: Product
    size: int
    counts: Counts
    replaced: tuple[Replacement, ...] = ()
    left: tuple[PossibleName, ...] = ()
    annotations: int | None = None
    remarks: tuple[VotumError, ...] = ()


@dataclass(frozen=True, slots=True)
class ExportReport:
    """What was written, what could not be, and which applications are in no file (`export_left_out` by number).

    `stopped`: a person stopped it before everything was written.
    """

    files: tuple[WrittenFile, ...]
    failures: tuple[VotumError, ...] = ()
    left_out: tuple[VotumError, ...] = ()
    stopped: bool = False

    @property
    def remarks(self) -> tuple[VotumError, ...]:
        """What one should know of the files that were written."""
        return tuple(remark for one in self.files for remark in one.remarks)


def material(uow: UnitOfWork, request: ExportRequest) -> RoundMaterial:
    """Gather everything the exports need; figures computed and what the store itself counts stand side by side.

    What the person at this desk is excluded from stays closed here too: it is left out and named, or refused with
    MendableError("conflict_excluded") where it was asked for by its number.
    """
    found, shut = open_cases(uow, request.numbers, Act.EXPORT)
    facts = uow.rounds.get()
    people, stated = uow.people.all(), uow.people.all_conflicts()
    every = tuple(_dossier(uow, one, people, stated.get(one.application.id, {})) for one in found)
    whole = request.numbers is None and not shut
    stored = uow.reviews.counts() if whole else _sum(one.stored for one in every)
    return RoundMaterial(
        title=facts.title,
        reference_date=facts.reference_date,
        as_of=uow.rounds.last_change(),
        dossiers=every,
        stored=replace(stored, applications=len(every)),
        issuer=uow.catalogues.get(facts.catalogue).issuer,
        expected_reviews={one.application.number: len(one.expected) for one in found},
        variant=request.variant.value,
        language=request.language,
        program=f"Votum {VERSION}",
        people=people,
        names=_names(uow) if request.variant is Variant.PSEUDONYMOUS else (),
        left_out=shut,
    )


def _names(uow: UnitOfWork) -> tuple[str, ...]:
    """Return what all forms of the round say about persons, so that one sheet alone hides as much as all together."""
    found: set[str] = set()
    for application in uow.applications.all():
        if application.form is not None:
            found |= personal_answers(uow.catalogues.get(application.catalogue), application.form)
    return tuple(sorted(found))


def _sum(counts: Iterator[Counts]) -> Counts:
    total = Counts(0, 0, 0, 0)
    for one in counts:
        total = Counts(
            total.applications + 1,
            total.reviews + one.reviews,
            total.scores + one.scores,
            total.rationales + one.rationales,
        )
    return total


def _dossier(
    uow: UnitOfWork, one: Case, people: Sequence[Person], stated: Mapping[PersonId, ConflictOfInterest]
) -> Dossier:
    case = one.consolidation
    record = application_record(case)
    stored = uow.reviews.counts(case.application.id)
    return Dossier(
        consolidation=case,
        formal=with_pages(uow, one),
        robustness=robustness(case),
        record=record,
        record_sha256=checksum(record),
        stored=replace(stored, applications=1),
        release=one.release,
        conflicts=tuple((who, stated.get(who.id)) for who in people if who.id in stated or who.id in one.expected),
    )


def export(uow: UnitOfWork, folder: Path, request: ExportRequest, progress: StepProgress | None = None) -> ExportReport:
    """Write what is wished into `folder`, see `export_all`."""
    return export_all(uow, folder, (request,), progress)


def export_all(
    uow: UnitOfWork, folder: Path, requests: Sequence[ExportRequest], progress: StepProgress | None = None
) -> ExportReport:
    """Write everything wished, one request after the other, into `folder` (made where missing).

    All is written beside first and takes its names at the end, so that half a set of files never stays; stopped, it
    leaves the folder as it was. What a killed run left half made in it goes first.
    Raises MendableError: `not_built_yet`, `annotated_with_names`, `target_not_writable`, `unknown_application`,
    `conflict_excluded`. A single file that cannot be written is reported, the others are written all the same; a failed
    self-check is a BrokenError.
    """
    for request in requests:
        _refuse(request)
    gathered = [material(uow, request) for request in requests]
    try:
        folder.mkdir(parents=True, exist_ok=True)
        beside = ExitStack()
        made = beside.enter_context(HeldFolder(folder, BESIDE))
    except OSError as error:
        raise MendableError("target_not_writable", str(folder)) from error
    files: list[WrittenFile] = []
    failures: list[VotumError] = []
    with beside:
        pairs = zip(gathered, requests, strict=True)
        jobs = [job for one, request in pairs for job in _jobs(uow, one, made, request)]
        finished: list[WrittenFile] = []
        for done, (name, write) in enumerate(jobs):
            if progress is not None and not progress(done, len(jobs), name):
                return ExportReport((), stopped=True)
            try:
                finished.append(write(made / name))
            except MendableError as error:
                place = error.place.replace(str(made), str(folder))
                failures.append(MendableError(error.code, place, **error.params))
        for one in finished:
            target = folder / one.path.relative_to(made)
            try:
                move_into_place(one.path, target)
                files.append(replace(one, path=target))
            except MendableError as error:
                failures.append(error)
    shut = dict.fromkeys(number for one in gathered for number in one.left_out)
    left_out = tuple(MendableError("export_left_out", one) for one in shut)
    return ExportReport(tuple(files), tuple(failures), left_out)


def _refuse(request: ExportRequest) -> None:
    for product in request.products:
        if product not in BUILT:
            raise MendableError("not_built_yet", what=product.value)
    if request.variant is Variant.APPLICANT:
        raise MendableError("not_built_yet", what=request.variant.value)
    if Product.ANNOTATED in request.products and request.variant is not Variant.INTERNAL:
        raise MendableError("annotated_with_names")


type ExportJob = tuple[str, Callable[[Path], WrittenFile]]
"""The name of a file, and what writes it to its place."""


def _written(target: Path, product: Product, counts: Counts) -> WrittenFile:
    return WrittenFile(target, product, target.stat().st_size, counts)


def _jobs(uow: UnitOfWork, gathered: RoundMaterial, folder: Path, request: ExportRequest) -> Iterator[ExportJob]:
    if Product.WORKBOOK in request.products:
        from reviewer_app.exports.workbook.names import workbook_name
        from reviewer_app.exports.workbook.writing import write_workbook

        def write_book(target: Path) -> WrittenFile:
            return _written(target, Product.WORKBOOK, write_workbook(gathered, target))

        yield workbook_name(request.variant.value), write_book
    if Product.SHEETS in request.products:
        from reviewer_app.exports.sheet.writing import sheet_name, write_sheet

        for one in gathered.dossiers:

            def write(target: Path, one: Dossier = one) -> WrittenFile:
                made = write_sheet(gathered, one, target)
                written = _written(target, Product.SHEETS, made.counts)
                return replace(written, replaced=made.replaced, left=made.left)

            yield sheet_name(one.consolidation.application.number, request.variant.value), write
    if Product.ANNOTATED in request.products:
        yield from _annotated(uow, gathered, folder, request.language)


def _annotated(uow: UnitOfWork, gathered: RoundMaterial, folder: Path, language: str) -> Iterator[ExportJob]:
    from reviewer_app.services.export.annotated_annexes import copies, write_copy

    numbers = [one.consolidation.application.number for one in gathered.dossiers]
    for copy in copies(uow, numbers):

        def write(target: Path, copy: "Copy" = copy) -> WrittenFile:
            made = write_copy(uow, copy, folder, language)
            written = _written(target, Product.ANNOTATED, Counts(1, 0, 0, 0))
            return replace(written, annotations=made.annotations, remarks=made.remarks)

        yield copy.path, write
