"""One set of figures: the workbook that LibreOffice calculates anew, the sheets' text, and `consolidate --json`."""

import json
from pathlib import Path

import pytest

from tests.exports.workbook.office import recalculated
from tests.journeys.agreement import differences, missing_from, text_of
from tests.journeys.program import votum

pytestmark = pytest.mark.journey


def test_workbook_sheets_and_record_hold_the_same_figures(made_demo: Path, tmp_path: Path) -> None:
    out = tmp_path / "Ausgabe"
    votum(tmp_path, "export", made_demo, out)
    records = json.loads(votum(tmp_path, "consolidate", made_demo, "--json"))["applications"]
    scored = [one for one in records if any(review["counted"] for review in one["reviews"])]
    assert len(scored) == 11

    book = recalculated((out / "Mappe.xlsx").read_bytes(), tmp_path)
    assert [line for one in scored for line in differences(book, one)] == []

    texts = {one["number"]: text_of(out / f"Empfehlungsblatt_{one['number']}.pdf") for one in scored}
    assert [line for one in scored for line in missing_from(texts[one["number"]], one)] == []
