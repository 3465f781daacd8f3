"""A changed agreed value or vote moves everything behind it, in the spreadsheet program itself."""

import re
from pathlib import Path

import pytest

from tests.exports.workbook.made import book_of, data_of
from tests.exports.workbook.office import recalculated

FIRST_APPLICATION = "sheet8.xml"
_CHECK = re.compile(rb'<dataValidation [^>]*?type="custom"[^>]*?>\s*<formula1>([^<]*)</formula1>')


def number(value: str) -> str:
    return f"><v>{value}</v></c>"


def words(value: str) -> str:
    return f' t="inlineStr"><is><t>{value}</t></is></c>'


def vote_cell() -> str:
    sheet = book_of("de", "preliminary").sheet("GC-2026-001")
    row = next(row for row, text in sheet.column("H").items() if text == "Votum des Programmbegleitkreises")
    return f"H{row + 1}"


def test_a_lower_agreed_value_changes_points_area_total_and_suggestion(tmp_path: Path) -> None:
    changes = {FIRST_APPLICATION: {"L5": number("2"), vote_cell(): words("Aufnahme mit Auflagen")}}
    found = recalculated(data_of("de", "preliminary"), tmp_path, changes)
    sheet, overview = found["GC-2026-001"], found["Übersicht"]
    assert sheet["L5"] == 2
    assert sheet["M5"] == pytest.approx(2.4)
    assert sheet["H3"] == overview["F5"] == pytest.approx(0.648)
    assert sheet["L3"] == overview["E5"] == pytest.approx(63.8)
    assert sheet["B3"] == overview["C5"] == "Zurückstellung"
    assert sheet["C3"] == overview["D5"] == "Aufnahme mit Auflagen"
    assert sheet["N3"] == "◆ Votum weicht ab"
    assert "◆ Votum weicht ab" in overview.values()
    assert "1 Zurückstellung" in str(overview["A3"])
    assert found["Kriterien"]["N5"] == pytest.approx(2.4)
    assert "◆ geändert" in found["Grundlagen"].values()


def test_a_vote_like_the_suggestion_follows_it(tmp_path: Path) -> None:
    changes = {FIRST_APPLICATION: {vote_cell(): words("Aufnahme mit Auflagen")}}
    found = recalculated(data_of("de", "preliminary"), tmp_path, changes)
    assert found["GC-2026-001"]["N3"] == "Das Votum folgt dem Vorschlag."
    assert "◆ Votum weicht ab" not in found["Übersicht"].values()


def test_an_emptied_value_leaves_area_total_and_result_open(tmp_path: Path) -> None:
    found = recalculated(data_of("de", "preliminary"), tmp_path, {FIRST_APPLICATION: {"L5": "/>"}})
    sheet, overview = found["GC-2026-001"], found["Übersicht"]
    assert sheet.get("M5") is None
    assert [sheet["H3"], sheet["L3"], sheet["B3"]] == ["–", "–", "–"]
    assert [overview["C5"], overview["E5"], overview["F5"]] == ["–", "–", "–"]
    assert overview["G5"] == pytest.approx(0.66)


def test_the_check_of_an_agreed_value_takes_the_scale_only(tmp_path: Path) -> None:
    match = _CHECK.search(book_of("de", "preliminary").sheet("GC-2026-001").part)
    assert match
    taken = {"3.5": True, "0": True, "5": True, "5.5": False, "-0.5": False, "3.3": False, '"x"': False}
    scratch = dict(zip(taken, (f"B{row}" for row in range(5, 25)), strict=False))
    formulas = {place: f"><f>{match[1].decode().replace('L5', typed)}</f></c>" for typed, place in scratch.items()}
    found = recalculated(data_of("de", "preliminary"), tmp_path, {FIRST_APPLICATION: formulas})["GC-2026-001"]
    assert {typed: found[place] for typed, place in scratch.items()} == taken


def test_an_agreed_minimum_that_is_missed_is_counted(tmp_path: Path) -> None:
    found = recalculated(data_of("de", "preliminary"), tmp_path, {FIRST_APPLICATION: {"L6": number("2")}})
    assert found["Übersicht"]["J5"] == 1
