"""Values behind the formulas: what a viewer that does not calculate shows is what LibreOffice calculates."""

import io
from datetime import date
from pathlib import Path

import pytest
from openpyxl import Workbook, load_workbook

from reviewer_app.exchange.application_form.calculation import results
from tests.exports.workbook.office import recalculated, without_results
from tests.factories import filled_forms as forms

WRONG = {
    "cmo_mail": None,
    "cmo_plz": "1067",
    "antrag_nr": "GC-26-14",
    "akt_sonst": 30,
    "web_de": "http://verbund.example",
    "vzae_eigen": 9,
    "erkl_daten": False,
    "laender": (),
    "wirk_produkte": 3,
    "wirk_quelle": None,
    "tech_weitere": ("photonik", "logistik"),
}


def shown(data: bytes) -> dict[tuple[str, str], object]:
    """Give what a viewer shows that does not calculate, by sheet and cell; only formulas."""
    formulas = load_workbook(io.BytesIO(data))
    values = load_workbook(io.BytesIO(data), data_only=True)
    return {
        (sheet.title, cell.coordinate): values[sheet.title][cell.coordinate].value
        for sheet in formulas.worksheets
        for row in sheet.iter_rows()
        for cell in row
        if cell.data_type == "f"
    }


def test_the_empty_form_shows_what_is_missing_without_calculating() -> None:
    found = shown(forms.empty())
    assert found["Antrag", "C4"] == load_workbook(io.BytesIO(forms.empty()), data_only=True)["Antrag"]["C4"].value
    assert str(found["Antrag", "C4"]).startswith("◆ Noch ")
    assert "◆ fehlt" in found.values()


def test_a_filled_form_shows_that_all_is_there() -> None:
    found = shown(forms.filled())
    assert found["Antrag", "C4"] == "✓ Alle Pflichtangaben da"
    assert not [place for place, value in found.items() if str(value).startswith("◆")]


@pytest.mark.parametrize("changes", [None, {}, WRONG], ids=["empty", "filled", "wrong"])
def test_values_are_those_a_spreadsheet_calculates(changes: dict[str, object] | None, tmp_path: Path) -> None:
    data = forms.empty() if changes is None else forms.workbook(**changes)  # type: ignore[arg-type] # answers by field
    ours = shown(data)
    theirs = recalculated(data, tmp_path)
    assert len(ours) == without_results(data, tmp_path / "again.xlsx")
    assert {place: plain(value) for place, value in ours.items()} == {
        (sheet, cell): plain(theirs[sheet].get(cell)) for sheet, cell in ours
    }


def plain(value: object) -> object:
    """Give an empty text and an empty cell as one, and numbers without the last digit of a double."""
    return round(value, 9) if isinstance(value, int | float) else value or None


@pytest.mark.parametrize(
    ("formula", "value"),
    [
        ('=IF(A1>2,"mehr","weniger")', "mehr"),
        ("=IFERROR(A1/0,-1)", -1.0),
        ('=COUNTIF(A1:A3,"b*")', 1.0),
        ('=TRIM("  a   b ")&LEN(A1)', "a b3"),
        ("=ROUND(2.5,0)", 3.0),
        ("=A1<=TODAY()", True),
        ("=YEAR(TODAY())", 2026.0),
        ('=A3=""', True),
        ("=N(A2)+1", 1.0),
        ('=ISERROR(FIND("@",A2))', True),
        ("=SUM(A1:A3)-2*A1", -3.5),
    ],
)
def test_functions_of_the_form(formula: str, value: object) -> None:
    book = Workbook()
    sheet = book.worksheets[0]
    sheet["A1"], sheet["A2"], sheet["B1"] = 3.5, "Bär", formula
    assert results(book, date(2026, 10, 1))[sheet.title] == {"B1": value}
