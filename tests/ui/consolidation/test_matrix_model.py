"""Matrix and sheets as item models, walked by Qt's own tester."""

from fractions import Fraction

from PySide6.QtCore import QAbstractItemModel, Qt
from pytestqt.modeltest import ModelTester

from reviewer_app.domain.annotations.cell_place import letters
from reviewer_app.domain.reviews.scoring import AreaFigures
from reviewer_app.services.annexes.contents import AnnexTable
from reviewer_app.ui.consolidation.matrix_model import MatrixColumn, MatrixModel, MatrixRow, ReviewerHead
from reviewer_app.ui.reading.annexes.table_view import TableModel

HEADS = (ReviewerHead("G1", "M. Adler", 0), ReviewerHead("G2", "", 1))
ROWS = (
    MatrixRow("A", "Bereich A", area=AreaFigures("A", None, Fraction(25), None)),
    MatrixRow("A1", "Eins", None, (Fraction(3), None), spoken=("A1", "Eins", "A1, G1: 3,0")),
    MatrixRow("A2", "Zwei", None, (None, None)),
)


def checked(model: QAbstractItemModel, qtmodeltester: ModelTester) -> None:
    qtmodeltester.check(model, force_py=True)  # type: ignore[no-untyped-call] # reason: pytest-qt has no types here


def test_the_matrix_is_a_sound_model(qtmodeltester: ModelTester) -> None:
    model = MatrixModel()
    model.set_rows(HEADS, ROWS, {MatrixColumn.TITLE: "Kriterium"})
    checked(model, qtmodeltester)


def test_columns_know_what_they_show() -> None:
    model = MatrixModel()
    model.set_rows(HEADS, ROWS, {MatrixColumn.TITLE: "Kriterium", MatrixColumn.CONSENSUS: "Konsens"})
    kinds = [model.kind(column) for column in range(model.columnCount())]
    named = MatrixColumn
    assert kinds == [named.KEY, named.TITLE, named.REVIEW, named.REVIEW, named.STRIP, named.SPREAD, named.CONSENSUS]
    assert [model.column(kind) for kind in (named.TITLE, named.STRIP, named.SPREAD, named.CONSENSUS)] == [1, 4, 5, 6]
    assert [model.review(column) for column in (1, 2, 3, 4)] == [-1, 0, 1, -1]
    heads = [model.headerData(column, Qt.Orientation.Horizontal) for column in (1, 2, 3, 6)]
    assert heads == ["Kriterium", "G1", "G2", "Konsens"]


def test_area_rows_cannot_be_chosen() -> None:
    model = MatrixModel()
    model.set_rows(HEADS, ROWS, {})
    selectable = Qt.ItemFlag.ItemIsSelectable
    assert not model.flags(model.index(0, 1)) & selectable
    assert model.flags(model.index(1, 1)) & selectable
    assert model.row_of("A") == -1
    assert model.row_of("A2") == 2


def test_new_values_in_the_same_rows_keep_the_place() -> None:
    model = MatrixModel()
    model.set_rows(HEADS, ROWS, {})
    resets: list[None] = []
    model.modelReset.connect(lambda: resets.append(None))
    model.set_rows(HEADS, (*ROWS[:2], MatrixRow("A2", "Zwei", None, (Fraction(1), None))), {})
    assert resets == []
    model.set_rows(HEADS, ROWS[:2], {})
    assert len(resets) == 1


def test_sheets_may_have_rows_of_any_length(qtmodeltester: ModelTester) -> None:
    model = TableModel(AnnexTable("Tabelle", (("a", "b", "c"), ("1",), ())))
    checked(model, qtmodeltester)
    assert model.columnCount() == 3
    assert model.data(model.index(1, 2)) == ""
    assert [letters(number) for number in (0, 25, 26, 701, 702)] == ["A", "Z", "AA", "ZZ", "AAA"]
