"""Three readers, one result: the values stored beside formulas, LibreOffice's own calculation, and the record."""

from collections.abc import Mapping
from fractions import Fraction
from pathlib import Path

import pytest

from tests.exports.workbook.made import NAMES, book_of, data_of, dossiers
from tests.exports.workbook.office import recalculated

CLOSE = 1e-9


_calculated: dict[str, dict[str, dict[str, object]]] = {}


@pytest.fixture
def calculated(tmp_path: Path) -> dict[str, dict[str, object]]:
    if "de" not in _calculated:
        _calculated["de"] = recalculated(data_of("de"), tmp_path)
    return _calculated["de"]


def same(one: object, other: object) -> bool:
    if isinstance(one, int | float | Fraction) and isinstance(other, int | float | Fraction):
        return abs(float(one) - float(other)) < CLOSE
    return (one or "") == (other or "")


def test_libreoffice_comes_to_the_stored_result_of_every_formula(calculated: dict[str, dict[str, object]]) -> None:
    book = book_of("de")
    formulas = [
        (sheet.title, place, cell)
        for sheet in book.sheets
        for place, cell in sheet.cells.items()
        if cell.formula is not None
    ]
    assert len(formulas) > 5000
    differ = [
        (title, place, cell.formula, cell.value, calculated[title].get(place))
        for title, place, cell in formulas
        if not same(cell.value, calculated[title].get(place))
    ]
    assert differ == []


def test_english_words_calculate_as_well(tmp_path: Path) -> None:
    result = recalculated(data_of("en"), tmp_path)
    differ = [
        (sheet.title, place, cell.formula, cell.value)
        for sheet in book_of("en").sheets
        for place, cell in sheet.cells.items()
        if cell.formula is not None and not same(cell.value, result[sheet.title].get(place))
    ]
    assert differ == []


@pytest.mark.parametrize("name", NAMES)
def test_the_sheet_of_an_application_equals_its_record(name: str) -> None:
    dossier = dossiers()[name]
    sheet = book_of("de").sheet(dossier.consolidation.application.number)
    record = dossier.record
    rows = {text: row for row, text in sheet.column("A").items() if 5 <= row < 5 + len(list_of(record, "criteria"))}
    heads = {text: column for column, text in sheet.row(4).items()}
    for one in list_of(record, "criteria"):
        row = rows[str(one["key"])]
        for head, key in (("Mittel", "mean"), ("Median", "median"), ("Spanne", "range"), ("Vereinbart", "agreed")):
            found = sheet.value(f"{heads[head]}{row}")
            assert same(found, one[key]) if one[key] is not None else found in ("", "–", "n. b."), (name, key, row)
        assert bool(sheet.value(f"{heads['Klärung']}{row}")) is one["needs_discussion"]
    result = record["result"]
    shown = sheet.value("B3")
    if result is None:
        assert shown in ("–", "kein Vorschlag", "zurückgezogen")
    else:
        assert isinstance(result, dict)
        rule = next(rule for rule in dossier.catalogue.rules if rule.id == result["rule"])
        assert shown == rule.name.read("de")


@pytest.mark.parametrize("name", NAMES)
def test_areas_and_total_equal_the_record(name: str) -> None:
    dossier = dossiers()[name]
    sheet = book_of("de").sheet(dossier.consolidation.application.number)
    start = next(row for row, text in sheet.column("A").items() if text == "Bereich")
    heads = {text: column for column, text in sheet.row(start).items()}
    areas = list_of(dossier.record, "areas")
    for offset, area in enumerate(areas, 1):
        row = start + offset
        assert sheet.value(f"A{row}") == area["key"]
        assert same(sheet.value(f"{heads['von']}{row}"), area["maximum"])
        for head, key in (("Punkte", "points"), ("Anteil", "share")):
            found = sheet.value(f"{heads[head]}{row}")
            assert same(found, area[key] if area[key] is not None else "–"), (name, key, row)
    total = sheet.value(f"{heads['Punkte']}{start + len(areas) + 1}")
    assert same(total, dossier.record["total"] if dossier.record["total"] is not None else "–")


@pytest.mark.parametrize("name", NAMES)
def test_overview_shows_what_the_record_says(name: str) -> None:
    dossier = dossiers()[name]
    sheet = book_of("de").sheet("Übersicht")
    number = dossier.consolidation.application.number
    row = next(row for row, text in sheet.column("A").items() if text == number)
    heads = {text: column for column, text in sheet.row(4).items()}
    record = dossier.record
    assert same(sheet.value(f"{heads['Gesamt']}{row}"), record["total"] if record["total"] is not None else "–")
    for area in list_of(record, "areas"):
        found = sheet.value(f"{heads[f'Bereich {area["key"]}']}{row}")
        assert same(found, area["share"] if area["share"] is not None else "–")


def list_of(record: Mapping[str, object], key: str) -> list[dict[str, object]]:
    found = record[key]
    assert isinstance(found, list)
    return found
