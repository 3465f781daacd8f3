"""Papers beside the scale: what is listed, what opens where, what fits on which screen."""

from dataclasses import replace
from decimal import Decimal
from fractions import Fraction

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from reviewer_app.ui.kit.theme import SizeClass
from reviewer_app.ui.reading.annexes.annex_list import FORM
from reviewer_app.ui.reading.annexes.form_view import FormLine
from reviewer_app.ui.reading.annexes.form_words import FormWords
from reviewer_app.ui.reading.page import ANNEXES, SCORING
from reviewer_app.ui.shell import navigation
from reviewer_app.ui.shell.navigation import Place
from tests.factories import worked_case
from tests.ui.conftest import OpenCase
from tests.ui.desk_user import opened, page_of, presenter_of


def test_papers_are_listed_with_what_is_odd_and_what_is_missing(open_case: OpenCase) -> None:
    user = open_case()
    lines = {line.key: line for line in page_of(user).annex.model.lines}
    assert lines[FORM].title == "Antragsformular"
    assert lines["A07"].count == "6"
    assert lines["A01"].count == "169 Z."
    assert lines["A06"].notes == (
        "A06 hat keine Textebene. Markieren geht nur als Rechteck, Suchen gar nicht. Fundstellen bleiben möglich.",
    )
    assert lines["A04"].missing
    assert lines["A04"].count == "fehlt"


def test_a_pdf_opens_at_its_page_and_back_returns_to_it(open_case: OpenCase, qtbot: QtBot) -> None:
    user = open_case()
    page, presenter = page_of(user), presenter_of(user)
    presenter.annexes.first.open("A07")
    qtbot.waitUntil(lambda: page.annex.pages.count == 6)
    page.annex.pages.go_to(4)
    assert page.annex.pages.page == 4
    user.go(Place(navigation.APPLICATIONS))
    user.window.router.back()
    user.settle()
    qtbot.waitUntil(lambda: page.annex.pages.page == 4)
    assert opened(user) == "B3"


def test_a_table_opens_as_a_table(open_case: OpenCase, qtbot: QtBot) -> None:
    user = open_case()
    presenter_of(user).annexes.first.open("A01")
    tables = page_of(user).annex.tables
    qtbot.waitUntil(tables.isVisible)
    assert tables.tables[0].rows[1] == ("Werratal Optik 1 GmbH", "KMU", "Hirschfurt")


def test_the_form_shows_values_computed_shares_and_findings(open_case: OpenCase) -> None:
    text = page_of(open_case()).annex.form.toPlainText()
    for words in (
        "Photonikverbund Werratal e. V.",
        "Akteure gesamt (Anzahl)\n172",
        "▲ berechnet 100 %, im Formular angegeben 83 %",
        "▲ Hinweis:",
        "antrag.xlsx, Antrag!C41",
        "Hessen, Thüringen",
        "07/2019",
    ):
        assert words in text.replace("\u00a0", " ")


def test_a_share_that_was_rounded_in_the_form_contradicts_nothing(open_case: OpenCase) -> None:
    reading = presenter_of(open_case()).reading
    assert reading is not None
    assert reading.application.form is not None
    form = replace(reading.application.form, given={"anteil_kmu": Decimal("72.92")})
    figures = {**reading.figures, "anteil_kmu": Fraction(35, 48)}
    shown = replace(reading, application=replace(reading.application, form=form), figures=figures)
    parts = FormWords(shown, "de", lambda *_key, **_words: "").parts()
    lines = [one for part in parts for one in part.items if isinstance(one, FormLine)]
    (line,) = [one for one in lines if one.key == "anteil_kmu"]
    assert line.value.replace("\u00a0", " ") == "73 %"
    assert not any("berechnet" in note.text for note in line.notes)


def test_previous_and_next_walk_the_list(open_case: OpenCase) -> None:
    user = open_case()
    user.go(Place(navigation.APPLICATIONS))
    user.go(Place(navigation.READING, worked_case.NUMBER, "B3"))
    order = user.desk.context.order
    step = -1 if order.index(worked_case.NUMBER) else 1
    user.window.router.step_application(step)
    user.settle()
    here = user.window.router.here
    assert here is not None
    assert here.application == worked_case.OTHER_NUMBER
    assert page_of(user).scoring.standing.done.startswith("0 von 20")


@pytest.mark.parametrize("size", [(1366, 768), (1366, 700), (1920, 1080)])
def test_a_laptop_shows_map_scale_words_reason_and_footer_at_once(open_case: OpenCase, size: tuple[int, int]) -> None:
    user = open_case(size=size)
    QApplication.processEvents()
    panel = page_of(user).scoring
    assert panel.scroll_area.verticalScrollBar().maximum() == 0
    assert panel.criterion.rationale.height() >= 84
    assert all(tile.isVisible() for tile in panel.map.tiles.values())
    assert panel.next_button.isVisible()


def test_the_reason_comes_into_sight_where_the_panel_is_low(open_case: OpenCase) -> None:
    user = open_case(size=(1100, 430))
    panel = page_of(user).scoring
    panel.focus_answer()
    user.press(Qt.Key.Key_Return)
    field = panel.criterion.rationale
    assert field.hasFocus() or field.isAncestorOf(user.focus)
    assert not field.visibleRegion().isEmpty()


def test_f6_from_the_papers_leads_to_the_scale(open_case: OpenCase) -> None:
    user = open_case(size=(1366, 700))
    page = page_of(user)
    page.annex.setFocus()
    user.press(Qt.Key.Key_F6)
    assert page.scoring.criterion.entry.has_focus


def test_narrow_shows_one_pane_and_f6_changes_it(open_case: OpenCase) -> None:
    user = open_case(size=(900, 700))
    page = page_of(user)
    assert page.size_class is SizeClass.NARROW
    assert page.scoring.isVisible()
    assert not page.annex.isVisible()
    user.press(Qt.Key.Key_F6)
    assert page.annex.isVisible()
    assert not page.scoring.isVisible()
    page.show_pane(SCORING)
    assert page.scoring.criterion.entry.has_focus
    page.show_pane(ANNEXES)
    assert page.annex.isVisible()
