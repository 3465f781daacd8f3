"""Odd input in the window: catalogues of every size, other scales, long names, other scripts, long texts, many rows."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from reviewer_app.ui.applications.page import ApplicationsPage
from reviewer_app.ui.desk.desk import Desk
from reviewer_app.ui.kit.theme import SizeClass
from reviewer_app.ui.scoring.number_scale import NumberScale
from reviewer_app.ui.scoring.score_scale import ScoreScale
from reviewer_app.ui.shell import navigation
from reviewer_app.ui.shell.navigation import Place
from reviewer_app.ui.shell.settings import SettingsStore
from reviewer_app.ui.shell.stores import Stores
from tests.factories import odd_rounds, rounds
from tests.ui.desk_user import DeskUser, page_of

type Open = Callable[..., DeskUser]

FIRST = "GC-2026-001"


@pytest.fixture
def open_odd(qapp: QApplication, qtbot: QtBot, settings: SettingsStore, tmp_path: Path) -> Iterator[Open]:
    """Give a function that opens the desk over an odd round at its list."""
    desks: list[Desk] = []

    def start(catalogue: str = "", names: tuple[str, ...] = odd_rounds.NAMES, text: str = "") -> DeskUser:
        path = odd_rounds.make_odd(tmp_path / "r.votum", catalogue, names, text)
        desk = Desk(qapp, Stores(open=rounds.open_round), settings, clock=rounds.clock, font_files=())
        desks.append(desk)
        desk.show(path)
        desk.begin()
        desk.window.resize(1366, 768)
        qtbot.waitUntil(lambda: desk.operations.idle and desk.window.router.here is not None)
        desk.window.activateWindow()
        qtbot.waitUntil(desk.window.isActiveWindow)
        user = DeskUser(desk, qtbot)
        user.settle()
        return user

    yield start
    for desk in desks:
        desk.window.close()
        desk.close()
        desk.window.deleteLater()
        desk.deleteLater()


def outside(user: DeskUser) -> list[str]:
    """Name the widgets in sight that stick out of the window at its sides."""
    window = user.window
    found = []
    for one in window.findChildren(QWidget):
        if one.isVisible() and not one.isWindow() and not one.visibleRegion().isEmpty():
            left = one.mapTo(window, one.rect().topLeft()).x()
            if left < -1 or left + one.width() > window.width() + 1:
                found.append(f"{type(one).__name__} {one.objectName()}")
    return found


@pytest.mark.parametrize(
    ("size", "scale", "kind", "keys"),
    [
        ((1, 1), (1, 10, "1"), ScoreScale, "7"),
        ((12, 5), (0, 5, "0.25"), NumberScale, "3"),
    ],
    ids=["1x1 of 1-10", "12x5 of quarters"],
)
def test_a_catalogue_of_any_size_is_scored_from_the_first_to_the_next_open_one(
    open_odd: Open, size: tuple[int, int], scale: tuple[int, int, str], kind: type[QWidget], keys: str
) -> None:
    user = open_odd(odd_rounds.catalogue_text(*size, scale), ("Netz",))
    user.go(Place(navigation.READING, FIRST, "A1"))
    page = page_of(user)
    panel = page.scoring
    control = panel.criterion.entry.control
    assert isinstance(control, kind)
    assert len(panel.map.tiles) == size[0] * size[1]
    hint = "Ziffern setzen ihn" if kind is ScoreScale else "Ziffern setzen ihn, auch mit Komma"
    assert panel.criterion.level_words.text() == f"Noch kein Wert. {hint}."
    panel.focus_answer()
    user.type(keys)
    user.press(Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    user.settle()
    here = user.window.router.here
    assert here is not None
    assert here.detail == ("overall" if size == (1, 1) else "A2")
    assert panel.standing.done == f"1 von {size[0] * size[1]} bewertet"
    for width, text in ((1366, 100), (1024, 100), (1366, 200)):
        user.desk.context.settings.change(text_size=text)
        user.resize(width, 600 if width == 1024 else 768)
        assert outside(user) == []


def test_long_names_and_other_scripts_stay_inside_list_and_header(open_odd: Open) -> None:
    user = open_odd()
    page = user.window.router.page
    assert isinstance(page, ApplicationsPage)
    assert page.model.rowCount() == len(odd_rounds.NAMES)
    for number in range(1, len(odd_rounds.NAMES) + 1):
        user.go(Place(navigation.READING, f"GC-2026-{number:0>3}", "A1"))
        for width in (1366, 1024):
            user.resize(width, 600)
            assert outside(user) == []
    assert user.window.minimumWidth() <= 650


def test_a_reason_of_the_greatest_length_is_shown_counted_and_left_as_it_was(open_odd: Open) -> None:
    user = open_odd(names=("Netz",), text=odd_rounds.TEXT)
    user.go(Place(navigation.READING, FIRST, "A1"))
    criterion = page_of(user).scoring.criterion
    assert criterion.rationale.toPlainText() == odd_rounds.TEXT
    assert criterion._count.text() == "20.000 Zeichen"
    user.resize(1366, 700)
    assert criterion.rationale.verticalScrollBar().maximum() > 0
    assert page_of(user).scoring.scroll_area.verticalScrollBar().maximum() == 0


def test_sixty_applications_of_one_state_are_reached_by_keys_and_counted(open_odd: Open) -> None:
    user = open_odd(names=odd_rounds.sixty())
    page = user.window.router.page
    assert isinstance(page, ApplicationsPage)
    assert page.model.rowCount() == 60
    page.table.setFocus()
    QTest.keyClick(page.table, Qt.Key.Key_End)
    assert page.current == "GC-2026-060"
    assert page.table.visualRect(page.table.currentIndex()).bottom() <= page.table.viewport().height()
    user.resize(1024, 600)
    assert page.size_class is SizeClass.NARROW
    assert outside(user) == []
