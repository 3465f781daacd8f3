"""Whole or not at all: what stands in the file is held against the store, and a failure leaves the old file."""

import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import pytest

from reviewer_app.domain.errors import BrokenError, MendableError
from reviewer_app.exports.material import Counts, RoundMaterial
from reviewer_app.exports.workbook import writing
from reviewer_app.exports.workbook.writing import workbook_bytes, write_workbook
from tests.exports.workbook.made import NAMES, data_of, dossiers, material
from tests.exports.workbook.reading import read
from tests.exports.workbook.rounds import a_round
from tests.tree import ROOT


@pytest.fixture
def round_() -> RoundMaterial:
    return material("de", "internal", "worked", "withdrawn")


def test_what_is_written_is_what_the_file_counts(tmp_path: Path, round_: RoundMaterial) -> None:
    target = tmp_path / "Mappe.xlsx"
    assert write_workbook(round_, target) == round_.stored == Counts(2, 3, 60, 60)
    assert target.read_bytes() == workbook_bytes(round_)
    assert [one.name for one in tmp_path.iterdir()] == ["Mappe.xlsx"]


def test_the_check_is_printed(round_: RoundMaterial) -> None:
    texts = [str(cell.value) for cell in read(workbook_bytes(round_)).sheet("Grundlagen").cells.values()]
    assert "2 Anträge, 3 Gutachten, 60 Werte, 60 Begründungen; Datei und Bestand stimmen überein." in texts


def test_all_strained_cases_count_alike() -> None:
    counts, table = writing.read_back(data_of("de"), "n. b.")
    stored = a_round(list(dossiers().values())).stored
    assert counts == stored
    assert counts.applications == len(NAMES)
    assert (table.reviews, table.scores, table.rationales) == (stored.reviews, stored.scores, stored.rationales)


@pytest.mark.parametrize("field", ["applications", "reviews", "scores", "rationales"])
def test_a_difference_to_the_store_is_loud(tmp_path: Path, round_: RoundMaterial, field: str) -> None:
    target = tmp_path / "Mappe.xlsx"
    target.write_bytes(b"alt")
    wrong = replace(round_, stored=replace(round_.stored, **{field: 1}))
    with pytest.raises(BrokenError, match="self_check_failed"):
        write_workbook(wrong, target)
    assert target.read_bytes() == b"alt"
    assert [one.name for one in tmp_path.iterdir()] == ["Mappe.xlsx"]


def test_a_score_that_one_sheet_lost_is_loud(round_: RoundMaterial, monkeypatch: pytest.MonkeyPatch) -> None:
    real = writing.read_back

    def forgetful(data: bytes, answer: str) -> tuple[Counts, Counts]:
        counts, table = real(data, answer)
        return counts, replace(table, scores=table.scores - 1)

    monkeypatch.setattr(writing, "read_back", forgetful)
    with pytest.raises(BrokenError, match="self_check_failed"):
        workbook_bytes(round_)


def test_counts_come_from_the_bytes(round_: RoundMaterial) -> None:
    import io
    import zipfile

    data = workbook_bytes(round_)
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as source, zipfile.ZipFile(out, "w") as target:
        for name in source.namelist():
            part = source.read(name)
            if name.endswith("sheet8.xml"):
                part = part.replace(b'<c r="E5"', b'<c r="ZZ5"', 1)
            target.writestr(name, part)
    counts, table = writing.read_back(out.getvalue(), "n. b.")
    assert (counts.scores, table.scores) == (59, 60)


@pytest.mark.parametrize("lock", ["~$Mappe.xlsx", ".~lock.Mappe.xlsx#"])
def test_a_workbook_that_is_open_elsewhere_is_not_replaced(tmp_path: Path, round_: RoundMaterial, lock: str) -> None:
    target = tmp_path / "Mappe.xlsx"
    target.write_bytes(b"alt")
    (tmp_path / lock).write_bytes(b"")
    with pytest.raises(MendableError) as caught:
        write_workbook(round_, target)
    assert (caught.value.code, caught.value.place) == ("target_in_use", str(target))
    assert target.read_bytes() == b"alt"


def test_there_is_no_workbook_for_applicants(tmp_path: Path, round_: RoundMaterial) -> None:
    with pytest.raises(MendableError, match="not_built_yet"):
        write_workbook(replace(round_, variant="applicant"), tmp_path / "Mappe.xlsx")


def test_nothing_of_the_library_is_loaded_before_a_workbook_is_written() -> None:
    code = (
        "import sys, reviewer_app.services.export.exporting, reviewer_app.exports.workbook.names as one; "
        "one.workbook_name(); "
        "print(sorted({'openpyxl', 'lxml'} & set(sys.modules)))"
    )
    run = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=True)  # noqa: S603  # our own code
    assert run.stdout.strip() == "[]"
