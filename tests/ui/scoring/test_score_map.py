"""The map of criteria and its meters: what they say, how one moves through them, how they fold."""

from dataclasses import replace
from fractions import Fraction

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from reviewer_app.domain.catalogue import Catalogue
from reviewer_app.domain.reviews.scoring import AreaFigures
from reviewer_app.domain.scale import NB, Value
from reviewer_app.ui.kit.button import StepButton
from reviewer_app.ui.kit.theme import Theme
from reviewer_app.ui.scoring.area_meter import AreaMeter
from reviewer_app.ui.scoring.score_map import ScoreMap
from tests.factories.catalogues import grid, muster, tiny

VALUES: dict[str, Value | None] = {"A1": Fraction(7, 2), "B3": Fraction(7, 2), "B5": Fraction(2), "C3": NB}


@pytest.fixture
def map_(theme: Theme, qtbot: QtBot) -> ScoreMap:
    made = ScoreMap(theme)
    qtbot.addWidget(made)
    made.show_catalogue(muster(), "de")
    made.show_values(VALUES, "B3")
    made.resize(448, 130)
    made.show()
    made.activateWindow()
    qtbot.waitUntil(made.isActiveWindow)
    return made


@pytest.mark.parametrize(
    ("key", "name"),
    [
        ("A1", "A1, 3,5"),
        ("B5", "B5, 2,0, unter Mindestwert 2,5"),
        ("C3", "C3, n.\u00a0b."),
        ("D1", "D1, noch kein Wert"),
    ],
)
def test_tiles_are_buttons_that_say_their_value(map_: ScoreMap, key: str, name: str) -> None:
    tile = QAccessible.queryAccessibleInterface(map_.tiles[key])
    assert tile.role() == QAccessible.Role.Button
    assert tile.text(QAccessible.Text.Name) == name


def test_arrows_walk_and_enter_opens(map_: ScoreMap) -> None:
    chosen: list[str] = []
    map_.criterion_chosen.connect(chosen.append)
    next(tile for tile in map_.tiles.values() if tile.focusPolicy() == Qt.FocusPolicy.StrongFocus).setFocus()
    for key in (Qt.Key.Key_Right, Qt.Key.Key_Down, Qt.Key.Key_Left, Qt.Key.Key_Up):
        focus = next(tile for tile in map_.tiles.values() if tile.hasFocus())
        QTest.keyClick(focus, key)
    assert map_.tiles["B3"].hasFocus()
    assert chosen == []
    QTest.keyClick(map_.tiles["B3"], Qt.Key.Key_Down)
    QTest.keyClick(map_.tiles["C3"], Qt.Key.Key_Return)
    assert chosen == ["C3"]


def test_the_map_follows_focus_and_value(map_: ScoreMap) -> None:
    first = map_.grab().toImage()
    map_.tiles["A2"].setFocus()
    focused = map_.grab().toImage()
    assert focused != first
    map_.show_values(VALUES | {"A1": Fraction(1)}, "B3")
    assert map_.grab().toImage() != focused


def test_the_map_is_one_tab_stop(map_: ScoreMap) -> None:
    stops = [key for key, tile in map_.tiles.items() if tile.focusPolicy() & Qt.FocusPolicy.TabFocus]
    assert stops == ["B3"]


def test_one_area_at_a_time_shows_that_of_the_open_criterion(map_: ScoreMap) -> None:
    map_.show_single(single=True)
    assert [key for key, tile in map_.tiles.items() if tile.isVisible()] == ["B1", "B2", "B3", "B4", "B5"]
    map_.show_values(VALUES, "C1")
    assert [key for key, tile in map_.tiles.items() if tile.isVisible()] == ["C1", "C2", "C3", "C4", "C5"]
    for name, first in (("Nächster Bereich", "D1"), ("Voriger Bereich", "C1")):
        arrow = next(one for one in map_.findChildren(StepButton) if one.accessibleName() == name)
        QTest.mouseClick(arrow, Qt.MouseButton.LeftButton)
        assert next(key for key, tile in map_.tiles.items() if tile.isVisible()) == first
    map_.show_single(single=False)
    assert all(tile.isVisible() for tile in map_.tiles.values())


def in_sight(map_: ScoreMap) -> list[QWidget]:
    return [child for child in map_.findChildren(QWidget) if child.isVisible()]


@pytest.mark.parametrize("single", [False, True])
@pytest.mark.parametrize(
    "catalogue",
    [muster(), tiny(), grid(12, 5), grid(1, 15), grid(1, 60), grid(4, 1), grid(5, 2), grid(3, 7)],
    ids=["muster", "tiny", "12x5", "1x15", "1x60", "4x1", "5x2", "3x7"],
)
def test_nothing_overlaps_whatever_the_catalogue(
    theme: Theme, qtbot: QtBot, catalogue: Catalogue, *, single: bool
) -> None:
    map_ = ScoreMap(theme)
    qtbot.addWidget(map_)
    map_.show_catalogue(catalogue, "de")
    map_.show_single(single=single)
    map_.show_values({}, catalogue.criteria[0].key)
    map_.show()
    met: set[str] = set()
    for _ in catalogue.criteria:
        map_.resize(376, map_.sizeHint().height())
        QApplication.processEvents()
        boxes = [child.geometry() for child in in_sight(map_)]
        assert all(map_.rect().contains(box) for box in boxes)
        assert not [(a, b) for at, a in enumerate(boxes) for b in boxes[:at] if a.intersects(b)]
        met |= {key for key, tile in map_.tiles.items() if tile.isVisible()}
        if not map_.stops[-1].isVisible() or not map_.stops[-1].isEnabled():
            break
        QTest.mouseClick(map_.stops[-1], Qt.MouseButton.LeftButton)
    assert met == set(map_.tiles)


def test_a_page_that_was_turned_to_stays_and_can_be_reached_by_tab(map_: ScoreMap) -> None:
    map_.show_single(single=True)
    after = map_.stops[-1]
    after.setFocus()
    for _ in range(2):
        QTest.keyClick(after, Qt.Key.Key_Space)
    map_.show_values(VALUES, "B3")
    assert [key for key, tile in map_.tiles.items() if tile.isVisible()] == ["D1", "D2", "D3", "D4", "D5"]
    assert [key for key, tile in map_.tiles.items() if tile.focusPolicy() & Qt.FocusPolicy.TabFocus] == ["D1"]
    assert not after.isEnabled()
    assert map_.stops[0].hasFocus()


@pytest.mark.parametrize(
    ("share", "words"),
    [
        ("14/25", "56\u00a0%, unter 60\u00a0%"),
        ("3/5", "60\u00a0%, 60\u00a0% erreicht"),
        ("149/250", "59,6\u00a0%, unter 60\u00a0%"),
        ("141/200", "71\u00a0%, 60\u00a0% erreicht"),
        (None, "noch kein Wert"),
    ],
)
def test_a_meter_is_read_aloud_as_it_is_shown(theme: Theme, qtbot: QtBot, share: str | None, words: str) -> None:
    meter = AreaMeter(theme)
    qtbot.addWidget(meter)
    exact = None if share is None else Fraction(share)
    points = None if exact is None else exact * 25
    meter.show_area(AreaFigures("B", points, Fraction(25), exact), muster(), "de")
    found = QAccessible.queryAccessibleInterface(meter)
    assert found.role() == QAccessible.Role.StaticText
    assert found.text(QAccessible.Text.Name) == f"Bereich B: {words}"
    assert found.text(QAccessible.Text.Value) == ""
    assert found.valueInterface() is None


def test_tab_stops_at_one_tile_of_another_catalogue_too(map_: ScoreMap) -> None:
    map_.show_catalogue(replace(muster()), "de")
    map_.show_values(VALUES, "B3")
    stops = [key for key, tile in map_.tiles.items() if tile.focusPolicy() == Qt.FocusPolicy.StrongFocus]
    assert stops == ["B3"]
