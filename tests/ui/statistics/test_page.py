"""The statistics page: the figure and its numbers agree, few applications have no figure, saving says where."""

from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication, QScrollArea
from pytestqt.qtbot import QtBot

from reviewer_app.ui.kit.button import Button
from reviewer_app.ui.shell import navigation
from reviewer_app.ui.shell.context import Context
from reviewer_app.ui.shell.file_questions import FileQuestions
from reviewer_app.ui.shell.navigation import Place
from reviewer_app.ui.statistics.count_chart import CountChart
from reviewer_app.ui.statistics.page import StatisticsPage
from reviewer_app.ui.statistics.presenter import StatisticsPresenter
from tests.factories import rounds


@pytest.fixture
def counted(context: Context, qtbot: QtBot, tmp_path: Path, request: pytest.FixtureRequest) -> StatisticsPresenter:
    """Give the presenter over a round; the parameters are who sits there and how many applications there are."""
    me, rows = getattr(request, "param", (rounds.VOGELSANG, len(rounds.ROWS)))
    path = rounds.make_round(tmp_path / "runde.votum", me, rows=rows)
    context.operations.open(rounds.open_round, path).read()
    page = StatisticsPage(context.theme)
    qtbot.addWidget(page)
    presenter = StatisticsPresenter(context, page)
    presenter.show_place(Place(navigation.STATISTICS))
    page.show()
    qtbot.waitUntil(lambda: context.operations.idle)
    return presenter


def page_of(presenter: StatisticsPresenter) -> StatisticsPage:
    return presenter._page  # reason: the page it was given


def test_each_figure_has_its_numbers_as_a_table(counted: StatisticsPresenter) -> None:
    blocks = page_of(counted).blocks
    assert [block.table.accessibleName() for block in blocks] == [
        "Anträge nach Verfahren und Stand",
        "Anträge nach Verfahren und Vorschlag",
        "Labels am Stichtag",
    ]
    chart = blocks[0].findChild(CountChart)
    assert chart is not None
    assert "Aufnahme: " in chart.accessibleDescription()
    assert blocks[0].table.model().index(0, 0).data() == "Aufnahme"
    signs = [part.glyph for part in chart.bars.parts]
    assert len(set(signs)) == len(signs)


@pytest.mark.parametrize("counted", [(rounds.ADLER, 4)], indirect=True)
def test_few_applications_are_numbers_only(counted: StatisticsPresenter) -> None:
    page = page_of(counted)
    assert len(page.blocks) == 2
    assert page.findChild(CountChart) is None
    assert page.blocks[0].table.model().rowCount() > 0


@pytest.mark.parametrize("counted", [(rounds.VOGELSANG, 0)], indirect=True)
def test_an_empty_round_says_so(counted: StatisticsPresenter) -> None:
    page = page_of(counted)
    assert page.blocks == []
    assert page.empty.isVisible()
    page.take_focus()
    focus = page.focusWidget()
    assert isinstance(focus, Button)
    assert focus.text() == "Paket importieren …"


def test_counting_again_leaves_focus_and_scroll_where_they_were(
    counted: StatisticsPresenter, context: Context, qtbot: QtBot
) -> None:
    page = page_of(counted)
    page.resize(1100, 500)
    page.activateWindow()
    qtbot.waitUntil(page.isActiveWindow)
    page.blocks[1].table.setFocus()
    bar = page.findChildren(QScrollArea)[0].verticalScrollBar()
    qtbot.waitUntil(lambda: bar.maximum() > 100)
    bar.setValue(100)
    counted.show_place(Place(navigation.STATISTICS))
    qtbot.waitUntil(lambda: context.operations.idle)
    assert QApplication.focusWidget() is page.blocks[1].table
    assert bar.value() == 100
    before = page.blocks[1]
    page.show_blocks([replace(block, note="Anders") for block in page._shown or ()])
    assert QApplication.focusWidget() is page.blocks[1].table
    assert page.blocks[1] is not before


def test_nothing_of_what_another_person_saw_stays(counted: StatisticsPresenter, context: Context) -> None:
    page = page_of(counted)
    context.show_identity(None)
    assert page.blocks == []
    assert not page.empty.isVisible()


def test_saving_says_where_and_a_file_in_use_is_told(
    counted: StatisticsPresenter, context: Context, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    target = tmp_path / "Statistik.xlsx"
    monkeypatch.setattr(FileQuestions, "workbook", lambda *_args: target)
    counted.handlers()["save_statistics"]()
    qtbot.waitUntil(lambda: context.operations.idle)
    assert page_of(counted).message.text() == f"✓ Gespeichert: {target}"
    (tmp_path / ".~lock.Statistik.xlsx#").write_bytes(b"")
    counted.handlers()["save_statistics"]()
    qtbot.waitUntil(lambda: context.operations.idle)
    assert page_of(counted).message.text().startswith("▼ ")


def test_everybody_has_the_entry() -> None:
    for role in ("reviewer", "chair", "office"):
        assert navigation.STATISTICS in navigation.entries(role)
