"""The command line: the same use cases as the desk, without a window."""

import argparse
import errno
import json
import sys
from collections.abc import Callable, Sequence
from datetime import date, datetime
from pathlib import Path
from typing import Protocol

from resources import messages
from resources.languages import SOURCE
from reviewer_app.cli import reports, streams
from reviewer_app.cli.annotation_commands import annotate, show_annotations
from reviewer_app.cli.arguments import WrongUse, parser_of, without_rest
from reviewer_app.cli.damage import is_damaged, opened
from reviewer_app.cli.names import NOT_YET, language_of
from reviewer_app.cli.passphrases import offer_passphrases
from reviewer_app.domain.errors import BrokenError, MendableError, VotumError, WorkspaceError
from reviewer_app.services.ports import Problem, Workspace

DONE, MENDABLE, WRONG_USE, OUR_FAULT = 0, 1, 2, 3
_FULL, _FORBIDDEN = "target_full", "target_not_writable"
_MENDABLE = dict.fromkeys((errno.ENOSPC, errno.EDQUOT, errno.EFBIG), _FULL) | dict.fromkeys(
    (errno.EACCES, errno.EPERM, errno.EROFS, errno.ENOTDIR, errno.EISDIR, errno.EEXIST, errno.ENAMETOOLONG), _FORBIDDEN
)


class WorkspaceStore(Protocol):
    """What commands need of the store; main.py hands it over."""

    def create(self, path: Path, catalogue: Path | None, title: str, reference_date: date | None) -> Workspace:
        """Make an empty round; raise MendableError where the file exists or the catalogue is wrong."""
        ...

    def open(self, path: Path, *, read_only: bool = False) -> Workspace:
        """Open a workspace; raise MendableError where that cannot be."""
        ...

    def check(self, path: Path) -> tuple[Problem, ...]:
        """Check a workspace's integrity."""
        ...

    def demo(self, folder: Path, *, applications: int, reviewers: int, seed: int, files: bool) -> Path:
        """Write the demo round; return its workspace."""
        ...

    def report_incident(self, error: BaseException) -> Path:
        """Write an incident report without contents of applications; return its path."""
        ...


def complain(error: VotumError, language: str, *, json: bool = False) -> None:
    """Say on standard error what a person can mend; with `json` the same is the document on standard output."""
    print(reports.sentence(error, language), file=sys.stderr)
    if json:
        _emit(reports.error_document(error, language))


def run(arguments: Sequence[str], store: WorkspaceStore, now: Callable[[], datetime]) -> int:
    """Run one command and return its exit code; no traceback ever reaches the terminal."""
    language = language_of(arguments)
    streams.settle(json="--json" in arguments)
    as_json = "--json" in arguments
    try:
        chosen = parser_of(language).parse_args(without_rest(arguments))
        offer_passphrases(chosen)
        code = _HANDLERS[chosen.command](chosen, store, now, language)
        return MENDABLE if code == DONE and is_damaged(chosen) else code
    except WrongUse as wrong:
        said = messages.text("cli.wrong_use", language, detail=str(wrong))
        if wrong.name:
            said = f"{messages.text('cli.wrong_value', language, name=wrong.name, value=wrong.value)} {said}"
        print(said, file=sys.stderr)
        return WRONG_USE
    except SystemExit as left:
        return DONE if not left.code else WRONG_USE
    except MendableError as error:
        code = WRONG_USE if error.code == "not_built_yet" else MENDABLE
        complain(error, language, json=as_json and code == MENDABLE)
        return code
    except BrokenPipeError:
        return DONE
    except Exception as error:  # noqa: BLE001 # the one place that turns our faults into a report
        return _failed(error, store, language, json=as_json)


def _failed(error: Exception, store: WorkspaceStore, language: str, *, json: bool) -> int:
    """Say whether the surroundings refused (a full disk, a folder that may not be written) or it was our fault."""
    if isinstance(error, OSError) and error.errno in _MENDABLE:
        complain(MendableError(_MENDABLE[error.errno], str(error.filename or "")), language, json=json)
        return MENDABLE
    if isinstance(error, BrokenError):
        complain(error, language)
    print(messages.text("cli.our_fault", language, path=str(store.report_incident(error))), file=sys.stderr)
    return OUR_FAULT


def _emit(document: object) -> None:
    json.dump(document, sys.stdout, ensure_ascii=False, indent=1)
    sys.stdout.write("\n")


def _progress(done: int, of: int, name: str) -> bool:
    """Show progress on standard error, only on a terminal."""
    if sys.stderr.isatty():
        print(f"\r{done + 1}/{of} {name}\x1b[K", end="\n" if done + 1 == of else "", file=sys.stderr)
    return True


def _demo(chosen: argparse.Namespace, store: WorkspaceStore, _now: Callable[[], datetime], language: str) -> int:
    if chosen.applications < 1 or chosen.reviewers < 1:
        raise MendableError("demo_size")
    made = store.demo(
        chosen.folder,
        applications=chosen.applications,
        reviewers=chosen.reviewers,
        seed=chosen.seed,
        files=not chosen.no_files,
    )
    print(messages.text("cli.demo_done", language, path=str(made)))
    return DONE


def _new(chosen: argparse.Namespace, store: WorkspaceStore, _now: Callable[[], datetime], language: str) -> int:
    store.create(chosen.workspace, chosen.catalogue, chosen.title, chosen.reference_date).close()
    print(messages.text("cli.new_done", language, path=str(chosen.workspace)))
    return DONE


def _import(chosen: argparse.Namespace, store: WorkspaceStore, now: Callable[[], datetime], language: str) -> int:
    from reviewer_app.services.applications.worklist import closing_with_list
    from reviewer_app.services.intake.files import Intake, single_packages, take

    with closing_with_list(opened(chosen, store, language)) as workspace:
        found = []
        with workspace.unit_of_work() as uow:
            files = single_packages(uow, chosen.files)
        for index, path in enumerate(files):
            _progress(index, len(files), path.name)
            options = Intake(create_missing=chosen.create_missing)
            with workspace.unit_of_work() as uow:
                found.append(take(uow, path, now(), options))
    if chosen.json:
        _emit(reports.import_document(found, language))
    else:
        for one in found:
            for line in reports.import_lines(one, language):
                print(line, file=sys.stderr if one.refused else sys.stdout)
    return MENDABLE if any(one.refused for one in found) else DONE


def _list(chosen: argparse.Namespace, store: WorkspaceStore, _now: Callable[[], datetime], language: str) -> int:
    from reviewer_app.services.applications.worklist import worklist

    workspace = opened(chosen, store, language, read_only=True)
    try:
        with workspace.unit_of_work() as uow:
            found = worklist(uow, figures=False)
    finally:
        workspace.close()
    if chosen.json:
        _emit(reports.list_document(found))
    else:
        print("\n".join(reports.list_lines(found, language)))
    return DONE


def _search(chosen: argparse.Namespace, store: WorkspaceStore, _now: Callable[[], datetime], language: str) -> int:
    from reviewer_app.cli.searching import hits_of, search_document, search_lines
    from reviewer_app.services.applications.worklist import closing_with_list

    with closing_with_list(_open_to_index(chosen, store, language)) as workspace:
        hits, catalogue, names = hits_of(chosen, workspace)
    if chosen.json:
        _emit(search_document(hits, names))
    else:
        print("\n".join(search_lines(hits, catalogue, names, language)))
    return DONE


def _open_to_index(chosen: argparse.Namespace, store: WorkspaceStore, language: str) -> Workspace:
    """Open a workspace so that its index can be completed; where it is in use or may not be written, for reading."""
    try:
        return opened(chosen, store, language)
    except WorkspaceError:
        return opened(chosen, store, language, read_only=True)


def _consolidate(chosen: argparse.Namespace, store: WorkspaceStore, _now: Callable[[], datetime], language: str) -> int:
    from reviewer_app.exports.record import consolidation_record
    from reviewer_app.services.reviews.consolidating import open_cases

    workspace = opened(chosen, store, language, read_only=True)
    try:
        with workspace.unit_of_work() as uow:
            found, shut = open_cases(uow, {chosen.application} if chosen.application else None)
            catalogue = uow.catalogues.get(uow.rounds.get().catalogue)
    finally:
        workspace.close()
    every = [one.consolidation for one in found]
    for number in shut:
        complain(MendableError("export_left_out", number), language)
    if chosen.json:
        _emit(consolidation_record(catalogue, every))
    else:
        print("\n".join(reports.consolidation_lines(every, language)))
    return DONE


def _export(chosen: argparse.Namespace, store: WorkspaceStore, _now: Callable[[], datetime], language: str) -> int:
    from reviewer_app.services.export.exporting import BUILT, IN_EVERY_VARIANT, ExportRequest, Product, Variant, export

    named = tuple(product for product in Product if getattr(chosen, product.value))
    numbers = frozenset({chosen.application}) if chosen.application else None
    variant = Variant(chosen.variant)
    built = BUILT if variant is Variant.INTERNAL else IN_EVERY_VARIANT
    request = ExportRequest(named or built, numbers, variant, getattr(chosen, "language", SOURCE))
    workspace = opened(chosen, store, language, read_only=True)
    try:
        with workspace.unit_of_work() as uow:
            report = export(uow, chosen.folder, request, _progress)
    finally:
        workspace.close()
    for written in report.files:
        print("\n".join((reports.export_line(written, language), *reports.names_lines(written, language))))
    if named == (Product.ANNOTATED,) and not report.files and not report.failures:
        print(messages.text("cli.annotated_none", language))
    for failure in (*report.left_out, *report.remarks, *report.failures):
        complain(failure, language)
    return MENDABLE if report.failures else DONE


def _check(chosen: argparse.Namespace, store: WorkspaceStore, _now: Callable[[], datetime], language: str) -> int:
    problems = store.check(chosen.workspace)
    if chosen.json:
        _emit(reports.check_document(problems, language))
    elif not problems:
        print(messages.text("cli.check_clean", language, path=str(chosen.workspace)))
    else:
        for problem in problems:
            print(reports.problem_line(problem, language), file=sys.stderr)
    return MENDABLE if problems else DONE


def _template(chosen: argparse.Namespace, _store: WorkspaceStore, _now: Callable[[], datetime], language: str) -> int:
    from reviewer_app.exchange.application_form.template import write_template
    from reviewer_app.exchange.catalogue.file import default_catalogue, read_catalogue_file

    if chosen.kind == "scoring":
        raise MendableError("not_built_yet", what="template scoring")
    catalogue = read_catalogue_file(chosen.catalogue) if chosen.catalogue else default_catalogue()
    if chosen.target.exists():
        raise MendableError("target_exists", str(chosen.target))
    write_template(catalogue, chosen.target, getattr(chosen, "language", SOURCE))
    print(messages.text("cli.written", language, path=str(chosen.target)))
    return DONE


def _catalogue(chosen: argparse.Namespace, _store: WorkspaceStore, _now: Callable[[], datetime], language: str) -> int:
    from reviewer_app.exchange.catalogue.file import check_catalogue

    faults = check_catalogue(chosen.file)
    for fault in faults:
        print(fault.line_of_text(language), file=sys.stderr)
    if not faults:
        print(messages.text("cli.catalogue_clean", language, path=str(chosen.file)))
    return MENDABLE if faults else DONE


def _not_yet(chosen: argparse.Namespace, _store: WorkspaceStore, _now: Callable[[], datetime], _language: str) -> int:
    raise MendableError("not_built_yet", what=chosen.command)


_HANDLERS = {
    "demo": _demo,
    "new": _new,
    "import": _import,
    "list": _list,
    "search": _search,
    "annotate": annotate,
    "annotations": show_annotations,
    "consolidate": _consolidate,
    "export": _export,
    "check": _check,
    "template": _template,
    "catalogue": _catalogue,
} | dict.fromkeys(NOT_YET, _not_yet)
