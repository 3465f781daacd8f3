"""What a screen reader, the Tab key and F1 find on reading and consolidation page; and what stays closed."""

from collections.abc import Iterator
from fractions import Fraction

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QAccessible, QMouseEvent
from PySide6.QtWidgets import QAbstractButton, QApplication, QWidget

from reviewer_app.domain.reviews.conflict import ConflictOfInterest
from reviewer_app.ui.consolidation.page import ConsolidationPage
from reviewer_app.ui.kit.popover import Popover
from reviewer_app.ui.kit.theme import SizeClass
from reviewer_app.ui.scoring.level_words import LevelList
from reviewer_app.ui.shell import navigation
from reviewer_app.ui.shell.navigation import Place
from reviewer_app.ui.shell.navigation_column import NavigationButton
from tests.factories import worked_case
from tests.ui.conftest import OpenCase
from tests.ui.desk_user import DeskUser, page_of, presenter_of, stored

_SPEAKING = {
    QAccessible.Role.Button,
    QAccessible.Role.RadioButton,
    QAccessible.Role.CheckBox,
    QAccessible.Role.EditableText,
    QAccessible.Role.ProgressBar,
    QAccessible.Role.SpinBox,
    QAccessible.Role.Table,
    QAccessible.Role.List,
}


def _silent(root: QWidget) -> Iterator[str]:
    """Give every control in sight that has no name."""
    for widget in root.findChildren(QWidget):
        if not widget.isVisible() or widget.objectName().startswith("qt_"):
            continue
        found = QAccessible.queryAccessibleInterface(widget)
        if found is not None and found.role() in _SPEAKING and not found.text(QAccessible.Text.Name).strip():
            yield f"{type(widget).__name__} in {type(widget.parentWidget()).__name__}"


@pytest.mark.parametrize("size", [(1366, 768), (1920, 1080), (900, 700)])
def test_every_control_of_the_reading_page_has_a_name(open_case: OpenCase, size: tuple[int, int]) -> None:
    assert list(_silent(page_of(open_case(size=size)))) == []


@pytest.mark.parametrize("size", [(1366, 768), (1920, 1080)])
def test_every_control_of_the_consolidation_page_has_a_name(open_case: OpenCase, size: tuple[int, int]) -> None:
    place = Place(navigation.CONSOLIDATION, worked_case.NUMBER)
    user = open_case(worked_case.CHAIR, handed_in=True, place=place, size=size)
    page = user.window.router.page
    assert isinstance(page, ConsolidationPage)
    assert list(_silent(page)) == []


def test_tab_goes_scale_levels_reason_next_map(open_case: OpenCase) -> None:
    user = open_case()
    panel = page_of(user).scoring
    assert panel.criterion.entry.has_focus
    order: list[QWidget] = [
        panel.criterion.to_read_button,
        panel.criterion.levels_button,
        panel.criterion.rationale,
        panel.next_button,
    ]
    for widget in order:
        user.press(Qt.Key.Key_Tab)
        assert user.focus is widget
    user.press(Qt.Key.Key_Tab)
    assert panel.map.tiles["B3"].hasFocus()


def test_tab_finds_the_same_places_in_every_round(open_case: OpenCase) -> None:
    user = open_case()
    panel = page_of(user).scoring
    rounds: list[list[QWidget]] = []
    for _ in range(3):
        start = user.focus
        met: list[QWidget] = []
        while not met or user.focus is not start:
            met.append(user.focus)
            assert len(met) < 40
            user.press(Qt.Key.Key_Tab)
        rounds.append(met)
    assert rounds[0] == rounds[1] == rounds[2]
    assert panel.criterion.rationale in rounds[0]
    assert page_of(user).annex.form in rounds[0]


def test_tab_leads_from_the_matrix_through_all_of_the_navigation(open_case: OpenCase) -> None:
    place = Place(navigation.CONSOLIDATION, worked_case.NUMBER)
    user = open_case(worked_case.CHAIR, handed_in=True, place=place)
    page = user.window.router.page
    assert isinstance(page, ConsolidationPage)
    page.matrix.setFocus()
    met: list[QWidget] = []
    while not met or user.focus is not page.matrix:
        met.append(user.focus)
        assert len(met) < 40
        user.press(Qt.Key.Key_Tab)
    entries = [one for one in met if isinstance(one, NavigationButton)]
    assert [one.action for one in entries][-2:] == ["settings", "help"]
    first = met.index(entries[0])
    assert met[first : first + len(entries)] == entries


def test_escape_goes_from_the_reason_to_the_scale_and_control_b_from_anywhere(open_case: OpenCase) -> None:
    user = open_case()
    panel = page_of(user).scoring
    user.press(Qt.Key.Key_Return)
    assert panel.criterion.rationale.hasFocus()
    user.press(Qt.Key.Key_Escape)
    assert panel.criterion.entry.has_focus
    page_of(user).annex.form.setFocus()
    user.press(Qt.Key.Key_B, Qt.KeyboardModifier.ControlModifier)
    assert panel.criterion.entry.has_focus


def test_digits_act_only_on_the_scale(open_case: OpenCase) -> None:
    user = open_case()
    page_of(user).annex.form.setFocus()
    user.type("1n")
    page_of(user).scoring.next_button.setFocus()
    user.type("1n")
    user.settle()
    assert stored(user).value("B3") == Fraction(7, 2)


def test_f1_shows_the_levels_where_they_are_no_list(open_case: OpenCase) -> None:
    user = open_case()
    user.press(Qt.Key.Key_F1)
    popover = user.window.findChild(Popover)
    assert isinstance(popover, Popover)
    assert popover.isVisible()
    levels = popover.findChild(LevelList)
    assert isinstance(levels, LevelList)
    assert levels.accessibleName() == "Stufen der Skala"
    assert levels.accessibleDescription().startswith("5: Vorbildlich")
    user.press(Qt.Key.Key_Escape)
    assert not popover.isVisible()
    assert page_of(user).scoring.criterion.entry.has_focus


def test_hints_can_be_hidden_and_come_back(open_case: OpenCase) -> None:
    user = open_case()
    panel = page_of(user).scoring.criterion
    assert "Anhaltspunkt" in panel.hint
    user.window.actions_table.trigger("show_hints")
    user.settle()
    assert panel.hint == ""
    user.window.actions_table.trigger("show_hints")
    user.settle()
    assert "Anhaltspunkt" in panel.hint


def exclude(user: DeskUser) -> None:
    said = worked_case.OTHER, worked_case.ADLER, ConflictOfInterest.EXCLUDED
    pending = user.desk.operations.run(lambda uow: (uow.people.set_conflict(*said), uow.commit()))
    pending.write()
    user.settle()


def test_an_excluded_reviewer_sees_no_content(open_case: OpenCase) -> None:
    user = open_case()
    exclude(user)
    user.go(Place(navigation.READING, worked_case.OTHER_NUMBER))
    page = page_of(user)
    assert page.closed.isVisible()
    assert not page.scoring.isVisible()
    assert not page.annex.isVisible()
    assert page.annex.form.toPlainText() == ""
    assert presenter_of(user).reading is None


def test_a_dragged_border_is_kept_for_its_size_class_and_a_double_click_restores(open_case: OpenCase) -> None:
    user = open_case()
    page, settings = page_of(user), user.desk.settings
    page.pane_dragged.emit(int(SizeClass.NORMAL), 500)
    assert settings.values.panes[navigation.READING][SizeClass.NORMAL] == 500
    page.show_widths(settings.values.panes[navigation.READING])
    QApplication.processEvents()
    assert page.scoring.width() == 500
    handle = page.border
    event = QMouseEvent(
        QEvent.Type.MouseButtonDblClick,
        handle.rect().center().toPointF(),
        handle.mapToGlobal(handle.rect().center()).toPointF(),
        Qt.MouseButton.LeftButton,
        Qt.MouseButton.LeftButton,
        Qt.KeyboardModifier.NoModifier,
    )
    QApplication.sendEvent(handle, event)
    assert page.scoring.width() == 448
    assert settings.values.panes[navigation.READING][SizeClass.NORMAL] == 0


def test_commands_say_why_they_cannot_be_used(open_case: OpenCase) -> None:
    user = open_case()
    table = user.window.actions_table
    assert table.reason("submit_review") == ""
    assert table.reason("reopen_review") == "Das Gutachten ist noch nicht eingereicht."
    user.go(Place(navigation.APPLICATIONS))
    assert table.reason("next_open") != ""


@pytest.mark.parametrize(
    ("handed_in", "words"), [(False, "Gutachten einreichen …"), (True, "Gutachten wieder öffnen …")]
)
def test_the_header_button_says_hand_in_or_open_again(open_case: OpenCase, *, handed_in: bool, words: str) -> None:
    header = open_case(handed_in=handed_in).window.frame.header
    assert words in {one.text() for one in header.findChildren(QAbstractButton) if one.isVisible()}
