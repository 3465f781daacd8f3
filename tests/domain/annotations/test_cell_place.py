"""Cells of annex tables as places: which paper and sheet they name, and which file that is."""

import pytest

from reviewer_app.domain.annotations.annotation import FieldPlace
from reviewer_app.domain.annotations.cell_place import annex_at, annex_of_place, field_of, lettered, letters, sheet_of
from reviewer_app.domain.application import Annex

FILES = [Annex(kind, name, name, 1) for kind, name in (("A01", "a"), ("A05", "b"), ("A05", "c"))]


def test_a_field_names_paper_and_sheet_whatever_the_sheet_is_called() -> None:
    place = FieldPlace(field_of("A05 2", "Plan! 2026"), 3, "C")
    assert (annex_of_place(place), sheet_of(place)) == ("A05 2", "Plan! 2026")
    assert (annex_of_place(FieldPlace("akt_zahl")), sheet_of(FieldPlace("akt_zahl"))) == ("", "")


@pytest.mark.parametrize(
    ("paper", "name"), [("A01", "a"), ("A05", "b"), ("A05 2", "c"), ("A05 3", None), ("A09", None)]
)
def test_the_file_is_the_one_of_its_kind_and_number(paper: str, name: str | None) -> None:
    found = annex_at(FieldPlace(field_of(paper, "x"), 0), FILES)
    assert (found.name if found is not None else None) == name


def test_columns_have_letters_and_empty_cells_are_left_out() -> None:
    assert [letters(number) for number in (0, 25, 26)] == ["A", "Z", "AA"]
    assert lettered(["x", "", "3"]) == {"A": "x", "C": "3"}
