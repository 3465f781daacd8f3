"""What stands where after a newer version: files, whole pages, fields and cells."""

import pytest

from reviewer_app.domain.annotations.annotation import FieldPlace, PagePlace
from reviewer_app.domain.annotations.newer_version import moved_field, same_page, successor
from reviewer_app.domain.application import Annex, Application, Form, Row
from reviewer_app.domain.ids import ApplicationId

PLACE = PagePlace("A03", "Satzung.pdf", "old", 0)


def annex(kind: str, name: str, sha256: str) -> Annex:
    return Annex(kind, name, sha256, 1)


@pytest.mark.parametrize(
    ("after", "expected"),
    [
        ([annex("A03", "Satzung.pdf", "old")], "old"),
        ([annex("A09", "Anders.pdf", "old"), annex("A03", "Satzung.pdf", "new")], "old"),
        ([annex("A03", "Satzung 2026.pdf", "new"), annex("A04", "Satzung.pdf", "x")], "new"),
        ([annex("A03", "Satzung.pdf", "new"), annex("A03", "Mehr.pdf", "x")], "new"),
        ([annex("A03", "Eins.pdf", "x"), annex("A03", "Zwei.pdf", "y")], None),
        ([annex("A04", "Satzung.pdf", "x")], None),
    ],
)
def test_the_file_that_took_the_place(after: list[Annex], expected: str | None) -> None:
    found = successor(PLACE, after)
    assert (found.sha256 if found else None) == expected


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        (["a", "b"], ["x", "a", "b"], 1),
        (["a", "b"], ["A"], 0),
        (["a", "b"], ["b"], None),
        (["a", "a"], ["a"], None),
        (["a"], ["a", "a"], None),
        (["", "b"], ["", "b"], None),
        ([], ["a"], None),
    ],
)
def test_a_page_is_the_one_that_says_the_same(old: list[str], new: list[str], expected: int | None) -> None:
    assert same_page(0, old, new) == expected


def version(*rows: Row, **values: str) -> Application:
    return Application(ApplicationId("a"), "1", "n", "p", "c", form=Form(values=values, tables={"t": rows}))


def test_a_field_stays_and_says_whether_its_answer_does() -> None:
    old = version(name="Werratal", ort="Jena")
    assert moved_field(FieldPlace("ort"), old, version(ort="Jena")) == (FieldPlace("ort"), True)
    assert moved_field(FieldPlace("ort"), old, version(ort="Suhl")) == (FieldPlace("ort"), False)
    assert moved_field(FieldPlace("ort"), old, Application(ApplicationId("a"), "1", "n", "p", "c")) == (
        FieldPlace("ort"),
        False,
    )


A, B, C = {"k": "a", "v": 1}, {"k": "b", "v": 2}, {"k": "b", "v": 1}


@pytest.mark.parametrize(
    ("row", "old", "new", "expected"),
    [
        (0, [A, B], [A, B], 0),
        (0, [A, B], [B, A], 1),
        (0, [A], [{"k": "x"}, {"k": "a", "v": 9}], 1),
        (0, [A], [{"k": "a"}, {"k": "a", "v": 9}], None),
        (0, [A, A], [A, A], 0),
        (1, [B, A], [A, A], 1),
        (2, [A, B, A], [A, A], None),
        (0, [B, C], [{"k": "b", "v": 3}], None),
        (0, [A], [B], None),
        (5, [A], [A], None),
    ],
)
def test_a_cell_goes_with_its_row(row: int, old: list[Row], new: list[Row], expected: int | None) -> None:
    found = moved_field(FieldPlace("t", row, "k"), version(*old), version(*new))
    assert found == (None if expected is None else (FieldPlace("t", expected, "k"), True))


NAMES: list[Row] = [{"name": "Werra AG", "sum": 1}, {"name": "Saale GmbH", "sum": 2}, {"name": "Ilm e. V.", "sum": 2}]


@pytest.mark.parametrize(
    ("column", "new", "expected"),
    [
        ("sum", [NAMES[0], NAMES[2], {"name": "Saale GmbH", "sum": 9}], (2, False)),
        ("", [NAMES[0], NAMES[2], {"name": "Saale GmbH", "sum": 9}], (2, False)),
        ("", [NAMES[2], NAMES[1]], (1, True)),
        ("", [NAMES[0], NAMES[2], {"name": "Saale AG", "sum": 2}], None),
        ("", [{"name": "Saale GmbH", "sum": 3}, {"name": "Saale GmbH", "sum": 4}], None),
    ],
)
def test_a_row_is_known_by_its_name_and_says_when_other_cells_differ(
    column: str, new: list[Row], expected: tuple[int, bool] | None
) -> None:
    found = moved_field(FieldPlace("t", 1, column), version(*NAMES), version(*new))
    assert found == (None if expected is None else (FieldPlace("t", expected[0], column), expected[1]))
