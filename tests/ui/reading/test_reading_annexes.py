"""Papers beside the scale: what is listed, what opens where, what fits on which screen."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from reviewer_app.ui.kit.theme import SizeClass
from reviewer_app.ui.reading.annexes.annex_list import FORM
from reviewer_app.ui.reading.page import ANNEXES, SCORING
from reviewer_app.ui.shell import navigation
from reviewer_app.ui.shell.navigation import Place
from tests.factories import worked_case
from tests.ui.conftest import SitDown
from tests.ui.sitting import opened, page_of, presenter_of


def test_papers_are_listed_with_what_is_odd_and_what_is_missing(sit_down: SitDown) -> None:
    sitting = sit_down()
    lines = {line.key: line for line in page_of(sitting).annex.model.lines}
    assert lines[FORM].title == "Antragsformular"
    assert lines["A07"].count == "6"
    assert lines["A01"].count == "169 Z."
    assert lines["A06"].notes == (
        "A06 hat keine Textebene. Markieren geht nur als Rechteck, Suchen gar nicht. Fundstellen bleiben möglich.",
    )
    assert lines["A04"].missing
    assert lines["A04"].count == "fehlt"


def test_a_pdf_opens_at_its_page_and_back_returns_to_it(sit_down: SitDown, qtbot: QtBot) -> None:
    sitting = sit_down()
    page, presenter = page_of(sitting), presenter_of(sitting)
    presenter.annexes.first.open("A07")
    qtbot.waitUntil(lambda: page.annex.pages.count == 6)
    page.annex.pages.go_to(4)
    assert page.annex.pages.page == 4
    sitting.go(Place(navigation.APPLICATIONS))
    sitting.window.router.back()
    sitting.settle()
    qtbot.waitUntil(lambda: page.annex.pages.page == 4)
    assert opened(sitting) == "B3"


def test_a_table_opens_as_a_table(sit_down: SitDown, qtbot: QtBot) -> None:
    sitting = sit_down()
    presenter_of(sitting).annexes.first.open("A01")
    tables = page_of(sitting).annex.tables
    qtbot.waitUntil(tables.isVisible)
    assert tables.tables[0].rows[1] == ("Werratal Optik 1 GmbH", "KMU", "Hirschfurt")


def test_the_form_shows_values_computed_shares_and_findings(sit_down: SitDown) -> None:
    text = page_of(sit_down()).annex.form.toPlainText()
    for words in (
        "Photonikverbund Werratal e. V.",
        "Akteure gesamt (Anzahl)\n172",
        "▲ gerechnet 100 %, im Formular steht 83 %",
        "▲ Hinweis:",
        "antrag.xlsx, Antrag!C41",
        "Hessen, Thüringen",
        "07/2019",
    ):
        assert words in text.replace("\u00a0", " ")


def test_previous_and_next_walk_the_list(sit_down: SitDown) -> None:
    sitting = sit_down()
    sitting.go(Place(navigation.APPLICATIONS))
    sitting.go(Place(navigation.READING, worked_case.NUMBER, "B3"))
    order = sitting.desk.context.order
    step = -1 if order.index(worked_case.NUMBER) else 1
    sitting.window.router.step_application(step)
    sitting.settle()
    here = sitting.window.router.here
    assert here is not None
    assert here.application == worked_case.OTHER_NUMBER
    assert page_of(sitting).scoring.standing.done.startswith("0 von 20")


@pytest.mark.parametrize("size", [(1366, 768), (1366, 700), (1920, 1080)])
def test_a_laptop_shows_map_scale_words_reason_and_footer_at_once(sit_down: SitDown, size: tuple[int, int]) -> None:
    sitting = sit_down(size=size)
    QApplication.processEvents()
    panel = page_of(sitting).scoring
    assert panel.scroll_area.verticalScrollBar().maximum() == 0
    assert panel.criterion.rationale.height() >= 84
    assert all(tile.isVisible() for tile in panel.map.tiles.values())
    assert panel.next_button.isVisible()


def test_the_reason_comes_into_sight_where_the_panel_is_low(sit_down: SitDown) -> None:
    sitting = sit_down(size=(1100, 430))
    panel = page_of(sitting).scoring
    panel.focus_answer()
    sitting.press(Qt.Key.Key_Return)
    field = panel.criterion.rationale
    assert field.hasFocus() or field.isAncestorOf(sitting.focus)
    assert not field.visibleRegion().isEmpty()


def test_f6_from_the_papers_leads_to_the_scale(sit_down: SitDown) -> None:
    sitting = sit_down(size=(1366, 700))
    page = page_of(sitting)
    page.annex.setFocus()
    sitting.press(Qt.Key.Key_F6)
    assert page.scoring.criterion.entry.has_focus


def test_narrow_shows_one_pane_and_f6_changes_it(sit_down: SitDown) -> None:
    sitting = sit_down(size=(900, 700))
    page = page_of(sitting)
    assert page.size_class is SizeClass.NARROW
    assert page.scoring.isVisible()
    assert not page.annex.isVisible()
    sitting.press(Qt.Key.Key_F6)
    assert page.annex.isVisible()
    assert not page.scoring.isVisible()
    page.show_pane(SCORING)
    assert page.scoring.criterion.entry.has_focus
    page.show_pane(ANNEXES)
    assert page.annex.isVisible()
