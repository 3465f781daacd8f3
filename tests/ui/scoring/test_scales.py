"""Other scales than 0 to 5: grades 1 to 10, quarter steps, more grades than buttons; each whole and readable."""

from fractions import Fraction
from itertools import pairwise

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QFontMetrics
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from reviewer_app.domain.scale import NB, Scale, Value
from reviewer_app.ui.kit.theme import Theme
from reviewer_app.ui.scoring.number_scale import NumberScale
from reviewer_app.ui.scoring.score_entry import ScoreEntry
from reviewer_app.ui.scoring.score_scale import ScaleMarks, ScoreScale
from reviewer_app.ui.scoring.words import CriterionView
from tests.keys import type_text

ONE, QUARTER = Fraction(1), Fraction(1, 4)
TEN = Scale(ONE, Fraction(10), ONE)
QUARTERS = Scale(Fraction(0), Fraction(11, 4), QUARTER)
FIFTHS = Scale(ONE, Fraction(3), Fraction(1, 5))
FEW = Scale(Fraction(0), ONE, ONE)
MANY = Scale(Fraction(0), Fraction(5), QUARTER)


def view(scale: Scale, marks: ScaleMarks) -> CriterionView:
    return CriterionView("A1", "", "", "", "", scale, "", "", marks=marks)


def entry(theme: Theme, qtbot: QtBot, scale: Scale) -> ScoreEntry:
    made = ScoreEntry(theme)
    qtbot.addWidget(made)
    made.show_criterion(view(scale, ScaleMarks(scale.minimum + scale.step, scale.maximum, scale.maximum)), "de")
    made.resize(388, 60)
    made.show()
    made.activateWindow()
    qtbot.waitUntil(made.isActiveWindow)
    made.setFocus()
    return made


@pytest.mark.parametrize("scale", [TEN, QUARTERS, FEW], ids=["1-10", "quarters", "0-1"])
def test_up_to_twelve_grades_are_buttons_that_keep_apart_and_fit_their_words(
    theme: Theme, qtbot: QtBot, scale: Scale
) -> None:
    made = entry(theme, qtbot, scale)
    control = made.control
    assert isinstance(control, ScoreScale)
    values: list[Value] = [*scale.values(), NB]
    for value in values:
        control.show_value(value)
        QApplication.processEvents()
        boxes = [step.geometry() for step in control.steps.values()]
        assert all(control.rect().contains(box) for box in boxes)
        bare = [
            step.geometry().adjusted(left, 0, -right, 0)
            for step in control.steps.values()
            for left, right in [step.overlaid]
        ]
        assert not [pair for pair in pairwise(bare) if pair[0].intersects(pair[1])]
        for step in control.steps.values():
            words, font = step.shown
            assert QFontMetrics(font).horizontalAdvance(words) <= step.width(), words


@pytest.mark.parametrize(
    ("scale", "typed", "value"),
    [
        (TEN, "10", Fraction(10)),
        (TEN, "1", Fraction(1)),
        (TEN, "7", Fraction(7)),
        (TEN, "0", None),
        (QUARTERS, "2", Fraction(2)),
        (QUARTERS, "2,", Fraction(5, 2)),
        (QUARTERS, "2+", Fraction(9, 4)),
        (QUARTERS, "2,+", Fraction(11, 4)),
        (QUARTERS, "2,25", Fraction(9, 4)),
        (QUARTERS, "1.75", Fraction(7, 4)),
        (QUARTERS, "2,5", Fraction(5, 2)),
        (QUARTERS, "0,25", QUARTER),
        (FIFTHS, "1,4", Fraction(7, 5)),
        (FIFTHS, "1,", ONE),
    ],
)
def test_keys_reach_every_grade(theme: Theme, qtbot: QtBot, scale: Scale, typed: str, value: Value | None) -> None:
    made = entry(theme, qtbot, scale)
    control = made.control
    assert isinstance(control, ScoreScale)
    for char in typed:
        assert control.tab_stop is not None
        type_text(control.tab_stop, char)
    assert control.value == value


def test_a_comma_waits_for_no_digit_of_another_criterion(theme: Theme, qtbot: QtBot) -> None:
    halves = Scale(Fraction(0), Fraction(5), Fraction(1, 2))
    made = entry(theme, qtbot, halves)
    control = made.control
    assert isinstance(control, ScoreScale)
    for name, typed, value in (("A2", "3,", Fraction(7, 2)), ("A3", "5", Fraction(5)), ("A4", "1,5", Fraction(3, 2))):
        made.show_criterion(CriterionView(name, "", "", "", "", halves, name, ""), "de")
        for char in typed:
            assert control.tab_stop is not None
            type_text(control.tab_stop, char)
        assert control.value == value


def test_what_is_being_typed_survives_a_refresh_and_counts_when_something_else_is_opened(
    theme: Theme, qtbot: QtBot
) -> None:
    made = entry(theme, qtbot, MANY)
    chosen: list[Value | None] = []
    made.value_chosen.connect(chosen.append)
    type_text(made.stops[0], "3,2")
    made.show_criterion(view(MANY, ScaleMarks()), "de")
    type_text(made.stops[0], "5")
    assert chosen == []
    made.finish()
    assert chosen == [Fraction(13, 4)]
    type_text(made.stops[0], "9")
    made.finish()
    assert chosen == [Fraction(13, 4)]
    assert made.control is not None
    assert made.control.value == Fraction(13, 4)


def test_more_grades_are_a_field_with_arrows_by_the_step(theme: Theme, qtbot: QtBot) -> None:
    made = entry(theme, qtbot, MANY)
    assert isinstance(made.control, NumberScale)
    chosen: list[Value | None] = []
    made.value_chosen.connect(chosen.append)
    field = made.stops[0]
    assert made.has_focus
    QTest.keyClick(field, Qt.Key.Key_Up)
    QTest.keyClick(field, Qt.Key.Key_Up)
    assert chosen == [Fraction(0), QUARTER]
    boxes = [one.geometry() for one in made.control.stops if one.isVisible()]
    assert all(made.control.rect().contains(box) for box in boxes)
    assert not boxes[0].intersects(boxes[1])
