"""The matrix with many reviewers scrolls sideways, and what a row stands for stays in sight."""

from fractions import Fraction

import pytest
from PySide6.QtGui import QFontMetrics
from pytestqt.qtbot import QtBot

from reviewer_app.ui.consolidation.matrix import MatrixView
from reviewer_app.ui.consolidation.matrix_model import MatrixColumn, MatrixModel, MatrixRow, ReviewerHead
from reviewer_app.ui.kit.theme import Theme
from tests.factories.catalogues import muster
from tools import translations


def shown(theme: Theme, qtbot: QtBot, reviewers: int, width: int = 624) -> MatrixView:
    heads = [ReviewerHead(f"G{place + 1}", "", place) for place in range(reviewers)]
    rows = [
        MatrixRow(f"A{row}", "Kritische Masse " * 12, None, (Fraction(3),) * reviewers, spoken=(f"A{row}",))
        for row in range(1, 61)
    ]
    model = MatrixModel()
    model.set_rows(heads, rows, {MatrixColumn.TITLE: "Kriterium"})
    view = MatrixView(theme, model, "de")
    view.delegate.catalogue = muster()
    qtbot.addWidget(view)
    view.resize(width, 500)
    view.show()
    qtbot.waitExposed(view)
    return view


@pytest.mark.parametrize(("reviewers", "stays"), [(3, False), (4, False), (8, True), (20, True)])
def test_key_and_title_stay_while_the_rest_scrolls(theme: Theme, qtbot: QtBot, reviewers: int, *, stays: bool) -> None:
    view = shown(theme, qtbot, reviewers)
    assert (view.horizontalScrollBar().maximum() > 0) is stays
    assert view.frozen.isVisible() is stays
    assert view.columnWidth(int(MatrixColumn.TITLE)) >= theme.em(150)


def test_a_cell_never_hides_under_what_stays(theme: Theme, qtbot: QtBot) -> None:
    view = shown(theme, qtbot, 20)
    model = view.model()
    view.setCurrentIndex(model.index(5, model.columnCount() - 1))
    view.setCurrentIndex(model.index(5, int(MatrixColumn.REVIEW) + 2))
    assert view.columnViewportPosition(int(MatrixColumn.REVIEW) + 2) >= view.frozen_width()


def test_what_stays_scrolls_along(theme: Theme, qtbot: QtBot) -> None:
    view = shown(theme, qtbot, 20)
    view.verticalScrollBar().setValue(130)
    assert view.frozen.verticalScrollBar().value() == 130
    view.frozen.verticalScrollBar().setValue(52)
    assert view.verticalScrollBar().value() == 52


def test_english_heads_take_no_more_room_than_their_column_or_the_german_ones(theme: Theme, qtbot: QtBot) -> None:
    view, english = shown(theme, qtbot, 3), translations.translations()
    model, letters = view.model(), QFontMetrics(theme.font("label", weight=600))
    assert isinstance(model, MatrixModel)
    for kind, german in ((MatrixColumn.SPREAD, "Spanne"), (MatrixColumn.CONSENSUS, "Konsens")):
        room = max(view.columnWidth(model.column(kind)), letters.horizontalAdvance(german))
        assert letters.horizontalAdvance(english["ConsolidationWords", german]) <= room
