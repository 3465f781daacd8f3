"""The annotations of real programs: in with their files, out with ours beside them, in again, and never twice."""

import shutil
import subprocess
from collections import Counter
from pathlib import Path

import pikepdf
import pytest

from reviewer_app.domain.annotations.annotation import Annotation, MarkStyle, Origin
from reviewer_app.domain.application import AnnexState
from reviewer_app.exchange.annex.foreign_annotations import STYLES
from reviewer_app.services.annexes.contents import may_open
from reviewer_app.services.annotations.editing import AnnotationDraft, mark
from reviewer_app.services.annotations.foreign import take_again
from reviewer_app.services.annotations.locating import rect_spot
from reviewer_app.services.export.exporting import ExportRequest, Product, export
from reviewer_app.services.intake.files import TakeOutcome, take
from reviewer_app.services.ports import UnitOfWork
from tests.services.conftest import NOW

NUMBER = "GC-2026-777"
HIDDEN = 2 | 32
pytestmark = pytest.mark.skipif(
    not shutil.which("qpdf") or not shutil.which("pdftoppm"), reason="no qpdf and poppler on this machine"
)


def raw(file: Path) -> list[str]:
    """Return what the annotations of a file say, as pikepdf reads them."""
    try:
        with pikepdf.open(file, suppress_warnings=True) as pdf:
            every = [each for page in pdf.pages for each in page.obj.get("/Annots", pikepdf.Array())]
            shown = [each for each in every if each is not None and str(each.get("/Subtype"))[1:] in STYLES]
            return [str(each.get("/Contents", "")) for each in shown if not int(each.get("/F", 0)) & HIDDEN]
    except (pikepdf.PdfError, pikepdf.PasswordError):
        return []


def stored(uow: UnitOfWork) -> tuple[Annotation, ...]:
    application = uow.applications.find(NUMBER)
    assert application is not None
    return uow.annotations.of(application.id)


def in_folder(base: Path, files: dict[str, bytes]) -> Path:
    folder = base / f"{NUMBER} Lichtnetz"
    folder.mkdir(parents=True)
    for name, data in files.items():
        (folder / name).write_bytes(data)
    return folder


def checked(file: Path, original: Path) -> None:
    """Have two other programs read a copy: what qpdf finds wrong with it is wrong with the original."""
    found = [subprocess.run(["qpdf", "--check", each], check=False, capture_output=True) for each in (file, original)]  # noqa: S603, S607  # our own words
    assert found[0].returncode <= found[1].returncode, f"{file.name}: {found[0].stderr.decode()}"
    call = ["pdftoppm", "-l", "1", "-r", "10", "-png", "-singlefile", str(file), str(file.with_suffix(""))]
    assert subprocess.run(call, check=False, capture_output=True).returncode == 0, file.name  # noqa: S603  # as above
    assert file.with_suffix(".png").is_file(), file.name


def test_in_out_and_in_again(uow: UnitOfWork, tmp_path: Path, shared: Path) -> None:
    samples = {file.name: file for file in sorted((shared / "samples/pdf").glob("*.pdf"))}
    folder = in_folder(tmp_path / "1", {name: file.read_bytes() for name, file in samples.items()})
    assert take(uow, folder, NOW).outcome is TakeOutcome.TAKEN
    wanted = Counter(text for file in samples.values() for text in raw(file))
    assert wanted.total() >= 15
    assert Counter(one.note for one in stored(uow)) == wanted
    assert take_again(uow, NOW).value.count == 0

    application = uow.applications.find(NUMBER)
    assert application is not None
    ours = 0
    for annex in application.annexes:
        if may_open(annex.states) and AnnexState.ENCRYPTED not in annex.states:
            spot = rect_spot(uow, NUMBER, annex.name, 0, (1, 1, 700, 900))
            mark(uow, application.id, AnnotationDraft(spot.place, MarkStyle.AREA), NOW)
            ours += 1
    assert ours >= 35
    report = export(uow, tmp_path / "out", ExportRequest((Product.ANNOTATED,)))
    refused = [(one.code, one.place.rpartition("_")[2]) for one in report.failures]
    assert refused == [("annotated_encryption", "encrypted-attachment.pdf")]  # its pages show, what is in it is locked
    ours -= len(refused)
    assert sum(one.annotations or 0 for one in report.files) == wanted.total() + ours
    before = {one.path: one.path.read_bytes() for one in report.files}
    for path in before:
        checked(path, samples[path.name.split("_", 1)[1]])
    again = export(uow, tmp_path / "out", ExportRequest((Product.ANNOTATED,)))
    assert sum(one.annotations or 0 for one in again.files) == wanted.total() + ours

    back = in_folder(tmp_path / "2", {path.name.split("_", 1)[1]: data for path, data in before.items()})
    take(uow, back, NOW)
    assert Counter(one.origin for one in stored(uow)) == {Origin.FOREIGN: wanted.total(), Origin.VOTUM: ours + 1}
