"""What stands in an annotation is found while one types, however it is spelt."""

import pytest
from PySide6.QtCore import Qt
from pytestqt.modeltest import ModelTester

from reviewer_app.domain.annotations.annotation import Quote
from reviewer_app.domain.annotations.listing import Order
from reviewer_app.services.annotations.editing import Listed
from reviewer_app.ui.annotations.model import (
    AnnotationColumn,
    AnnotationFilter,
    AnnotationLine,
    AnnotationModel,
    with_letters,
)
from reviewer_app.ui.kit.list_model import ListCell
from tests.domain.annotations.test_annotation import annotation

PLAN = Listed(annotation("plan", quote=Quote("Maßnahmen- und Zeitplan"), note="Prüfen"), "GC-2026-001", "Ada", None)
OTHER = Listed(annotation("other"), "GC-2026-001", "Ada", None)


@pytest.fixture
def model(qapp: object) -> AnnotationModel:
    del qapp
    made = AnnotationModel()
    made.word = lambda one, number: AnnotationLine(
        one.annotation.id, one.annotation.kind, {AnnotationColumn.AUTHOR: ListCell(one.author, number)}
    )
    made.show_heads({AnnotationColumn.AUTHOR: "Von", AnnotationColumn.TAGS: "Schlagwörter"})
    made.set_rows([with_letters(one) for one in (PLAN, OTHER)])
    return made


def found(model: AnnotationModel, typed: str) -> list[Listed]:
    model.show_filter(AnnotationFilter(typed))
    return [row.listed for row in model.rows]


def test_the_model_keeps_qts_rules(model: AnnotationModel, qtmodeltester: ModelTester) -> None:
    qtmodeltester.check(model)  # type: ignore[no-untyped-call] # reason: pytest-qt has no types there


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        ("massnahm", [PLAN]),
        ("zeitplan pruef", [PLAN]),
        ("zeitplan fehlt", []),
        (" ", [OTHER, PLAN]),
        ("", [OTHER, PLAN]),
    ],
)
def test_every_word_typed_is_found_whatever_its_spelling(
    model: AnnotationModel, typed: str, expected: list[Listed]
) -> None:
    assert sorted(one.annotation.id for one in found(model, typed)) == [one.annotation.id for one in expected]


def test_a_row_names_its_application_only_among_those_of_others(model: AnnotationModel) -> None:
    index = model.index(0, AnnotationColumn.AUTHOR)
    assert index.data() == "Ada, GC-2026-001"
    model.show_filter(AnnotationFilter(application="GC-2026-001"))
    assert model.index(0, AnnotationColumn.AUTHOR).data(Qt.ItemDataRole.AccessibleTextRole) == "Von: Ada"
    assert model.index(0, AnnotationColumn.TAGS).data(Qt.ItemDataRole.AccessibleTextRole) == "Schlagwörter: –"


def test_an_order_without_a_column_marks_no_head(model: AnnotationModel) -> None:
    heads = [model.headerData(column, Qt.Orientation.Horizontal) for column in AnnotationColumn]
    assert heads == ["", "  ▲", "", "", "Von", "Schlagwörter", ""]
    model.show_sort(Order.CHANGED, descending=False)
    assert "▲" not in str([model.headerData(column, Qt.Orientation.Horizontal) for column in AnnotationColumn])
