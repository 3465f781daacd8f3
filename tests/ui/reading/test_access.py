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
from tests.ui.conftest import SitDown
from tests.ui.sitting import Sitting, page_of, presenter_of, stored

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
def test_every_control_of_the_reading_page_has_a_name(sit_down: SitDown, size: tuple[int, int]) -> None:
    assert list(_silent(page_of(sit_down(size=size)))) == []


@pytest.mark.parametrize("size", [(1366, 768), (1920, 1080)])
def test_every_control_of_the_consolidation_page_has_a_name(sit_down: SitDown, size: tuple[int, int]) -> None:
    place = Place(navigation.CONSOLIDATION, worked_case.NUMBER)
    sitting = sit_down(worked_case.CHAIR, handed_in=True, place=place, size=size)
    page = sitting.window.router.page
    assert isinstance(page, ConsolidationPage)
    assert list(_silent(page)) == []


def test_tab_goes_scale_levels_reason_next_map(sit_down: SitDown) -> None:
    sitting = sit_down()
    panel = page_of(sitting).scoring
    assert panel.criterion.entry.has_focus
    order: list[QWidget] = [
        panel.criterion.to_read_button,
        panel.criterion.levels_button,
        panel.criterion.rationale,
        panel.next_button,
    ]
    for widget in order:
        sitting.press(Qt.Key.Key_Tab)
        assert sitting.focus is widget
    sitting.press(Qt.Key.Key_Tab)
    assert panel.map.tiles["B3"].hasFocus()


def test_tab_finds_the_same_places_in_every_round(sit_down: SitDown) -> None:
    sitting = sit_down()
    panel = page_of(sitting).scoring
    rounds: list[list[QWidget]] = []
    for _ in range(3):
        start = sitting.focus
        met: list[QWidget] = []
        while not met or sitting.focus is not start:
            met.append(sitting.focus)
            assert len(met) < 40
            sitting.press(Qt.Key.Key_Tab)
        rounds.append(met)
    assert rounds[0] == rounds[1] == rounds[2]
    assert panel.criterion.rationale in rounds[0]
    assert page_of(sitting).annex.form in rounds[0]


def test_tab_leads_from_the_matrix_through_all_of_the_navigation(sit_down: SitDown) -> None:
    place = Place(navigation.CONSOLIDATION, worked_case.NUMBER)
    sitting = sit_down(worked_case.CHAIR, handed_in=True, place=place)
    page = sitting.window.router.page
    assert isinstance(page, ConsolidationPage)
    page.matrix.setFocus()
    met: list[QWidget] = []
    while not met or sitting.focus is not page.matrix:
        met.append(sitting.focus)
        assert len(met) < 40
        sitting.press(Qt.Key.Key_Tab)
    entries = [one for one in met if isinstance(one, NavigationButton)]
    assert [one.action for one in entries][-2:] == ["settings", "help"]
    first = met.index(entries[0])
    assert met[first : first + len(entries)] == entries


def test_escape_goes_from_the_reason_to_the_scale_and_control_b_from_anywhere(sit_down: SitDown) -> None:
    sitting = sit_down()
    panel = page_of(sitting).scoring
    sitting.press(Qt.Key.Key_Return)
    assert panel.criterion.rationale.hasFocus()
    sitting.press(Qt.Key.Key_Escape)
    assert panel.criterion.entry.has_focus
    page_of(sitting).annex.form.setFocus()
    sitting.press(Qt.Key.Key_B, Qt.KeyboardModifier.ControlModifier)
    assert panel.criterion.entry.has_focus


def test_digits_act_only_on_the_scale(sit_down: SitDown) -> None:
    sitting = sit_down()
    page_of(sitting).annex.form.setFocus()
    sitting.type("1n")
    page_of(sitting).scoring.next_button.setFocus()
    sitting.type("1n")
    sitting.settle()
    assert stored(sitting).value("B3") == Fraction(7, 2)


def test_f1_shows_the_levels_where_they_are_no_list(sit_down: SitDown) -> None:
    sitting = sit_down()
    sitting.press(Qt.Key.Key_F1)
    popover = sitting.window.findChild(Popover)
    assert isinstance(popover, Popover)
    assert popover.isVisible()
    levels = popover.findChild(LevelList)
    assert isinstance(levels, LevelList)
    assert levels.accessibleName() == "Stufen der Skala"
    assert levels.accessibleDescription().startswith("5: Vorbildlich")
    sitting.press(Qt.Key.Key_Escape)
    assert not popover.isVisible()
    assert page_of(sitting).scoring.criterion.entry.has_focus


def test_hints_can_be_hidden_and_come_back(sit_down: SitDown) -> None:
    sitting = sit_down()
    panel = page_of(sitting).scoring.criterion
    assert "Anhaltspunkt" in panel.hint
    sitting.window.actions_table.trigger("show_hints")
    sitting.settle()
    assert panel.hint == ""
    sitting.window.actions_table.trigger("show_hints")
    sitting.settle()
    assert "Anhaltspunkt" in panel.hint


def exclude(sitting: Sitting) -> None:
    said = worked_case.OTHER, worked_case.ADLER, ConflictOfInterest.EXCLUDED
    pending = sitting.desk.operations.run(lambda uow: (uow.people.set_conflict(*said), uow.commit()))
    pending.write()
    sitting.settle()


def test_an_excluded_reviewer_sees_no_content(sit_down: SitDown) -> None:
    sitting = sit_down()
    exclude(sitting)
    sitting.go(Place(navigation.READING, worked_case.OTHER_NUMBER))
    page = page_of(sitting)
    assert page.closed.isVisible()
    assert not page.scoring.isVisible()
    assert not page.annex.isVisible()
    assert page.annex.form.toPlainText() == ""
    assert presenter_of(sitting).reading is None


def test_a_dragged_border_is_kept_for_its_size_class_and_a_double_click_restores(sit_down: SitDown) -> None:
    sitting = sit_down()
    page, settings = page_of(sitting), sitting.desk.settings
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


def test_commands_say_why_they_cannot_be_used(sit_down: SitDown) -> None:
    sitting = sit_down()
    table = sitting.window.actions_table
    assert table.reason("submit_review") == ""
    assert table.reason("reopen_review") == "Das Gutachten ist noch nicht eingereicht."
    sitting.go(Place(navigation.APPLICATIONS))
    assert table.reason("next_open") != ""


@pytest.mark.parametrize(
    ("handed_in", "words"), [(False, "Gutachten einreichen …"), (True, "Gutachten wieder öffnen …")]
)
def test_the_header_button_says_hand_in_or_open_again(sit_down: SitDown, *, handed_in: bool, words: str) -> None:
    header = sit_down(handed_in=handed_in).window.frame.header
    assert words in {one.text() for one in header.findChildren(QAbstractButton) if one.isVisible()}
