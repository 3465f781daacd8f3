"""The list of applications by keys: the filter, finding by typing, a look without opening, orders; and what is cut."""

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu, QStyleOptionViewItem, QWidget
from pytestqt.qtbot import QtBot

from reviewer_app.domain.ids import PersonId
from reviewer_app.services.changes import Changed, Changes
from reviewer_app.ui.applications.model import ApplicationColumn
from reviewer_app.ui.applications.page import ApplicationsPage, PreviewCard
from reviewer_app.ui.desk.desk import Desk
from reviewer_app.ui.kit.popover import Popover
from reviewer_app.ui.kit.segment_switch import Segment
from reviewer_app.ui.kit.text import Text
from reviewer_app.ui.shell import navigation
from reviewer_app.ui.shell.navigation import Place
from tests.factories import rounds
from tests.keys import type_text
from tests.ui.conftest import OpenDesk

RTL = "\u0634\u0628\u0643\u0629 \u0627\u0644\u0636\u0648\u0621"


class _List:
    """The desk at its list, with the focus in it."""

    def __init__(self, desk: Desk, qtbot: QtBot) -> None:
        self.desk, self._qtbot = desk, qtbot
        page = desk.window.router.page
        assert isinstance(page, ApplicationsPage)
        self.page = page
        qtbot.waitUntil(lambda: page.model.total > 0)
        desk.window.resize(1366, 768)
        desk.window.activateWindow()
        qtbot.waitUntil(desk.window.isActiveWindow)
        page.table.setFocus()

    def press(self, key: Qt.Key, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
        focus = QApplication.focusWidget()
        assert focus is not None
        QTest.keyClick(focus, key, modifier)

    def preview(self) -> tuple[str, ...]:
        """Press the space bar and return the texts that appear."""
        self.press(Qt.Key.Key_Space)
        self._qtbot.waitUntil(lambda: isinstance(QApplication.focusWidget(), PreviewCard))
        card = QApplication.focusWidget()
        assert card is not None
        return tuple(text.text() for text in card.findChildren(Text))


def test_a_list_that_fills_while_another_window_is_active_has_the_focus_afterwards(
    open_desk: OpenDesk, qtbot: QtBot
) -> None:
    """The window manager activates the window again some time after a dialog has closed."""
    desk = open_desk(rows=0)
    page = desk.window.router.page
    assert isinstance(page, ApplicationsPage)
    qtbot.waitUntil(page.empty.isVisible)
    page.take_focus()
    other = QWidget()
    qtbot.addWidget(other)
    other.show()
    other.activateWindow()
    qtbot.waitUntil(other.isActiveWindow)
    page.show_empty(empty=False)
    other.close()
    desk.window.activateWindow()
    qtbot.waitUntil(desk.window.isActiveWindow)
    assert page.table.hasFocus()


@pytest.fixture
def shown(open_desk: OpenDesk, qtbot: QtBot) -> _List:
    return _List(open_desk(), qtbot)


def test_the_filter_leads_to_the_list_and_escape_empties_it_first(shown: _List) -> None:
    page = shown.page
    for key in (Qt.Key.Key_Return, Qt.Key.Key_Down):
        page.field.setFocus()
        shown.press(key)
        assert page.table.hasFocus()
    page.field.setFocus()
    type_text(page.field, "textil")
    assert [line.number for line in page.model.lines] == ["GC-2026-007"]
    shown.press(Qt.Key.Key_Escape)
    assert (page.field.text(), page.model.filter.text, page.model.rowCount()) == ("", "", 10)
    assert page.field.hasFocus()
    type_text(page.field, "gibt es nicht")
    shown.press(Qt.Key.Key_Return)
    assert page.field.hasFocus()
    shown.press(Qt.Key.Key_Escape)
    shown.press(Qt.Key.Key_Escape)
    assert page.table.hasFocus()


def test_no_count_stands_beside_a_list_that_may_have_changed_out_of_sight(shown: _List, qtbot: QtBot) -> None:
    desk = shown.desk
    (presenter,) = (one for one in desk.window.router.presenters() if one.page_id == navigation.APPLICATIONS)
    assert presenter.counts()[navigation.APPLICATIONS] > 0
    desk.window.router.go(Place(navigation.STATISTICS))
    presenter.refresh(Changes.of(Changed.SCORES))
    assert presenter.counts() == {}
    desk.window.router.go(Place(navigation.APPLICATIONS))
    qtbot.waitUntil(lambda: navigation.APPLICATIONS in presenter.counts())


def test_typing_in_the_list_finds_by_name_whichever_cell_was_clicked(shown: _List) -> None:
    page = shown.page
    page.table.setCurrentIndex(page.model.index(0, ApplicationColumn.STATE))
    for key in (Qt.Key.Key_L, Qt.Key.Key_U):
        shown.press(key)
    assert page.current == "GC-2026-012"
    assert page.table.hasFocus()


def test_the_space_bar_is_a_letter_while_one_types_to_find(shown: _List) -> None:
    for key in (Qt.Key.Key_V, Qt.Key.Key_E, Qt.Key.Key_Space):
        shown.press(key)
    assert not shown.desk.window.findChildren(Popover)


def test_shift_tab_goes_from_the_list_to_its_bar_and_on_to_the_segments(shown: _List) -> None:
    shown.press(Qt.Key.Key_Backtab, Qt.KeyboardModifier.ShiftModifier)
    assert QApplication.focusWidget() is shown.page.bar.sort
    for _ in range(3):
        shown.press(Qt.Key.Key_Backtab, Qt.KeyboardModifier.ShiftModifier)
    focus = QApplication.focusWidget()
    assert isinstance(focus, Segment)
    assert focus.isChecked()


def test_a_look_shows_content_only_after_the_statement(shown: _List) -> None:
    page = shown.page
    for number, word in (("GC-2026-011", "Erklärung zur Befangenheit"), ("GC-2026-006", "ausgeschlossen")):
        page.choose(number)
        words = " ".join(shown.preview())
        assert word in words
        assert "Aufnahme" not in words
        shown.press(Qt.Key.Key_Space)
        assert page.table.hasFocus()
    page.choose("GC-2026-014")
    assert "GC-2026-014 · Hessen · Optische Technologien und Photonik · Aufnahme" in shown.preview()
    shown.press(Qt.Key.Key_Return)
    assert shown.desk.window.router.here == Place("reading", "GC-2026-014")


@pytest.fixture
def opened(monkeypatch: pytest.MonkeyPatch) -> list[QMenu]:
    """Note the menus that would open; the offscreen platform cannot grab the keyboard for them."""
    menus: list[QMenu] = []
    monkeypatch.setattr(QMenu, "popup", lambda menu, _place: menus.append(menu))
    return menus


def test_the_menu_of_orders_opens_by_keys_and_is_named(shown: _List, opened: list[QMenu]) -> None:
    shown.press(Qt.Key.Key_S, Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier)
    assert [(menu.accessibleName(), menu.windowTitle()) for menu in opened] == [("Sortiert nach",) * 2]
    assert [one.text() for one in opened[0].actions() if one.isChecked()] == ["Frist"]


def test_narrow_folds_filters_and_order_into_one_menu(shown: _List, opened: list[QMenu]) -> None:
    bar = shown.page.bar
    assert bar.demo_chip.isHidden()
    shown.desk.window.resize(1000, 600)
    land = shown.page.filters["land"]
    assert (bar.folded.isVisible(), land.isVisible(), bar.sort.isVisible()) == (True, False, False)
    bar.folded.click()
    assert [one.text() for one in opened[0].actions()] == ["Land", "Technologiefeld", "Sortiert nach"]
    assert (bar.demo_chip.isVisible(), bar.demo_chip.text()) == (True, "Demo")
    land.value_chosen.emit("HE")
    assert bar.folded.text() == "Filter 1"


def test_where_the_words_of_the_field_do_not_fit_it_shows_shorter_ones(shown: _List) -> None:
    shown.page.field.setFixedWidth(400)
    assert shown.page.field.placeholderText() == "Filtern: Name, Land, Technologiefeld …"
    shown.page.field.setFixedWidth(130)
    assert shown.page.field.placeholderText() == "Filtern …"


def test_long_names_are_shortened_and_told_and_names_from_the_right_stand(shown: _List) -> None:
    page = shown.page
    first, second = page.model.all_rows[:2]
    page.show_rows([replace(first, name="Netzwerk " * 22), replace(second, name=RTL)])
    assert page.model.rowCount() == 2
    for width in (1366, 1000):
        shown.desk.window.resize(width, 700)
        cut = []
        for row in range(2):
            index = page.model.index(row, ApplicationColumn.APPLICATION)
            option = QStyleOptionViewItem()
            option.rect = page.table.visualRect(index)
            cut.append(page.delegate.cut_words(option, index))
        assert [len(one) for one in sorted(cut, key=len)] == [0, 1]
        assert max(cut, key=len)[0].startswith("Netzwerk Netzwerk")


@pytest.mark.parametrize("me", [rounds.ADLER, rounds.VOGELSANG])
def test_no_word_of_a_column_is_cut_on_a_laptop(open_desk: OpenDesk, qtbot: QtBot, me: PersonId) -> None:
    shown = _List(open_desk(me), qtbot)
    page = shown.page
    assert page.model.rowCount() > 0
    for width in (1366, 1250):
        shown.desk.window.resize(width, 768)
        for row in range(page.model.rowCount()):
            for column in range(1, len(ApplicationColumn)):
                index = page.model.index(row, column)
                option = QStyleOptionViewItem()
                option.rect = page.table.visualRect(index)
                if not page.table.isColumnHidden(column):
                    assert page.delegate.cut_words(option, index) == []
