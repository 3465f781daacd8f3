"""What an export shows beforehand is what it writes, byte for byte; and who is excluded sees nothing."""

from functools import partial
from pathlib import Path

import pytest
from openpyxl import load_workbook

from reviewer_app.domain.errors import MendableError
from reviewer_app.services.export.exporting import ExportRequest, Product, Variant, export_all
from reviewer_app.services.export.preview import estimate, preview
from tests.factories import rounds


@pytest.fixture(scope="module")
def round_file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return rounds.make_round(tmp_path_factory.mktemp("round") / "runde.votum", rounds.ADLER, rows=7)


@pytest.mark.parametrize("variant", [Variant.INTERNAL, Variant.PSEUDONYMOUS])
def test_the_preview_has_the_bytes_that_are_written(round_file: Path, tmp_path: Path, variant: Variant) -> None:
    workspace = rounds.open_round(round_file)
    try:
        with workspace.unit_of_work() as uow:
            shown = preview(uow, "GC-2026-002", variant, "de")
            report = export_all(uow, tmp_path, (ExportRequest((Product.SHEETS,), variant=variant),))
    finally:
        workspace.close()
    written = next(one for one in report.files if "002" in one.path.name)
    assert written.path.read_bytes() == shown.data
    assert (written.counts, written.replaced) == (shown.counts, shown.replaced)


def _goes_on(last: int, done: int, _of: int, _name: str) -> bool:
    return done < last


def test_stopped_anywhere_it_leaves_the_folder_as_it_was(round_file: Path, tmp_path: Path) -> None:
    workspace, before = rounds.open_round(round_file), tmp_path / "Mappe.xlsx"
    before.write_bytes(b"von gestern")
    requests = (ExportRequest(numbers=frozenset({"GC-2026-002", "GC-2026-009"})),)
    try:
        with workspace.unit_of_work() as uow:
            for last in range(3):
                report = export_all(uow, tmp_path, requests, partial(_goes_on, last))
                assert (report.stopped, report.files) == (True, ())
                assert {one.name for one in tmp_path.iterdir()} == {"Mappe.xlsx"}
                assert before.read_bytes() == b"von gestern"
            report = export_all(uow, tmp_path, requests)
    finally:
        workspace.close()
    assert {one.name for one in tmp_path.iterdir()} == {one.path.name for one in report.files}
    assert before.stat().st_size == report.files[0].size


def test_two_wishes_lie_beside_each_other(round_file: Path, tmp_path: Path) -> None:
    workspace = rounds.open_round(round_file)
    numbers = frozenset({"GC-2026-002"})
    try:
        with workspace.unit_of_work() as uow:
            requests = [
                ExportRequest((Product.SHEETS,), numbers, variant)
                for variant in (Variant.INTERNAL, Variant.PSEUDONYMOUS)
            ]
            report = export_all(uow, tmp_path, requests)
    finally:
        workspace.close()
    names = ["Empfehlungsblatt_GC-2026-002.pdf", "Empfehlungsblatt_GC-2026-002_pseudonymous.pdf"]
    assert [one.path.name for one in report.files] == names


def test_the_outlook_says_what_is_there_and_what_is_open(round_file: Path) -> None:
    workspace = rounds.open_round(round_file)
    try:
        with workspace.unit_of_work() as uow:
            found = {one.number: one for one in estimate(uow).files}
    finally:
        workspace.close()
    assert len(found) == 7
    assert (found["GC-2026-002"].submitted, found["GC-2026-002"].expected) == (2, 2)
    assert [number for number, one in found.items() if one.closed] == ["GC-2026-006"]


@pytest.mark.parametrize("variant", [Variant.INTERNAL, Variant.PSEUDONYMOUS])
def test_what_one_is_excluded_from_is_in_no_file_and_named(round_file: Path, tmp_path: Path, variant: Variant) -> None:
    workspace = rounds.open_round(round_file)
    try:
        with workspace.unit_of_work() as uow:
            report = export_all(uow, tmp_path, (ExportRequest(variant=variant),))
            with pytest.raises(MendableError, match="conflict_excluded"):
                export_all(uow, tmp_path, (ExportRequest(numbers=frozenset({"GC-2026-006"}), variant=variant),))
    finally:
        workspace.close()
    assert [(one.code, one.place) for one in report.left_out] == [("export_left_out", "GC-2026-006")]
    assert report.failures == ()
    assert not any("006" in one.path.name for one in report.files)
    book = next(one for one in report.files if one.product is Product.WORKBOOK)
    assert book.counts.applications == 6
    sheets = load_workbook(book.path)
    said = [str(row[0].value) + ": " + str(row[1].value) for row in sheets["Grundlagen"].iter_rows() if row[0].value]
    assert "Nicht enthalten: GC-2026-006 (für die ausgebende Person wegen Befangenheit geschlossen)" in said
    elsewhere = [sheet for sheet in sheets if sheet.title != "Grundlagen"]
    assert not any("GC-2026-006" in str(cell.value) for one in elsewhere for row in one.iter_rows() for cell in row)


def test_who_is_excluded_sees_no_sheet(round_file: Path) -> None:
    workspace = rounds.open_round(round_file)
    try:
        with workspace.unit_of_work() as uow, pytest.raises(MendableError, match="conflict_excluded"):
            preview(uow, "GC-2026-006", Variant.INTERNAL, "de")
    finally:
        workspace.close()
