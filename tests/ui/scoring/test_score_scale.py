"""The score scale: every key of it, nothing preset, what a screen reader gets."""

from fractions import Fraction

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAccessible, QPixmap
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from reviewer_app.domain.scale import NB, Scale, Value
from reviewer_app.ui.kit.theme import Theme
from reviewer_app.ui.kit.tokens import COLOURED, Scheme
from reviewer_app.ui.scoring.score_scale import ScaleMarks, ScoreScale
from tests.factories.catalogues import muster
from tests.keys import type_text

HALF = Fraction(1, 2)


@pytest.fixture
def scale(theme: Theme, qtbot: QtBot) -> ScoreScale:
    made = ScoreScale(theme, muster().scale, "de")
    qtbot.addWidget(made)
    made.resize(416, 56)
    made.show()
    made.activateWindow()
    qtbot.waitUntil(made.isActiveWindow)
    made.setFocus()
    return made


def keys(scale: ScoreScale, text: str) -> None:
    """Press the keys of a text; ← → are arrows, ⌫ is Delete, ␣ the space bar."""
    names = {"←": Qt.Key.Key_Left, "→": Qt.Key.Key_Right, "⌫": Qt.Key.Key_Delete, "␣": Qt.Key.Key_Space}
    for char in text:
        target = scale.tab_stop
        assert target is not None
        if char in names:
            QTest.keyClick(target, names[char])
        else:
            type_text(target, char)


@pytest.mark.parametrize(
    ("typed", "value"),
    [
        ("0", Fraction(0)),
        ("5", Fraction(5)),
        ("3,", Fraction(7, 2)),
        ("3.", Fraction(7, 2)),
        ("3,,", Fraction(3)),
        ("5,", Fraction(5)),
        ("34", Fraction(4)),
        ("→", Fraction(0)),
        ("←", Fraction(5)),
        ("3→", Fraction(7, 2)),
        ("3←←", Fraction(2)),
        ("0←", Fraction(0)),
        ("2+", Fraction(5, 2)),
        ("2-", Fraction(3, 2)),
        ("n", NB),
        ("N", NB),
        ("n3", Fraction(3)),
        ("n,", NB),
        ("4⌫", None),
        (",", None),
        ("␣", None),
        ("9", None),
    ],
)
def test_every_key_means_what_it_says(scale: ScoreScale, typed: str, value: Value | None) -> None:
    keys(scale, typed)
    assert scale.value == value
    assert [step.value for step in scale.steps.values() if step.isChecked()] == ([] if value is None else [value])


def test_nothing_is_chosen_at_first_and_showing_emits_nothing(scale: ScoreScale) -> None:
    chosen: list[object] = []
    scale.value_chosen.connect(chosen.append)
    assert scale.value is None
    for value in (*muster().scale.values(), NB, None):
        scale.show_value(value)
    scale.show_marks(ScaleMarks(Fraction(5, 2), Fraction(4), Fraction(5)))
    assert chosen == []
    assert scale.value is None


def test_a_click_chooses(scale: ScoreScale) -> None:
    chosen: list[object] = []
    scale.value_chosen.connect(chosen.append)
    step = scale.steps[Fraction(7, 2)]
    QTest.mouseClick(step, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, step.rect().center())
    assert chosen == [Fraction(7, 2)]
    assert scale.has_focus


def test_the_pointer_shows_what_a_value_would_mean(scale: ScoreScale) -> None:
    hovered: list[object] = []
    scale.value_hovered.connect(hovered.append)
    QTest.mouseMove(scale.steps[Fraction(2)], QPoint(3, 3))
    QApplication.processEvents()
    assert Fraction(2) in hovered
    assert scale.value is None


def test_enter_asks_for_the_reason_and_control_is_left_to_others(scale: ScoreScale, qtbot: QtBot) -> None:
    target = scale.tab_stop
    assert target is not None
    with qtbot.waitSignal(scale.rationale_wanted):
        QTest.keyClick(target, Qt.Key.Key_Return)
    QTest.keyClick(target, Qt.Key.Key_4, Qt.KeyboardModifier.ControlModifier)
    assert scale.value is None


def test_there_is_one_tab_stop_and_it_follows_the_value(scale: ScoreScale) -> None:
    def stops() -> list[Value]:
        return [value for value, step in scale.steps.items() if step.focusPolicy() & Qt.FocusPolicy.TabFocus]

    assert stops() == [Fraction(0)]
    keys(scale, "4")
    assert stops() == [Fraction(4)]
    assert scale.steps[Fraction(4)].hasFocus()


def test_a_locked_scale_takes_neither_keys_nor_clicks(scale: ScoreScale) -> None:
    chosen: list[object] = []
    scale.value_chosen.connect(chosen.append)
    scale.show_value(Fraction(3))
    scale.show_locked(locked=True)
    keys(scale, "5,n⌫→")
    scale.steps[Fraction(5)].click()
    assert chosen == []
    assert scale.value == Fraction(3)
    assert scale.steps[Fraction(3)].isChecked()


def test_a_screen_reader_gets_group_radio_buttons_and_words(scale: ScoreScale) -> None:
    scale.show_names(
        "Punktwert B3 Team", "Mindestwert 2,5. Anhaltspunkt 4.", {Fraction(7, 2): "zwischen Gut und Sehr gut"}
    )
    group = QAccessible.queryAccessibleInterface(scale)
    assert group.role() == QAccessible.Role.Grouping
    assert group.text(QAccessible.Text.Name) == "Punktwert B3 Team"
    assert group.text(QAccessible.Text.Description) == "Mindestwert 2,5. Anhaltspunkt 4."
    step = QAccessible.queryAccessibleInterface(scale.steps[Fraction(7, 2)])
    assert step.role() == QAccessible.Role.RadioButton
    assert step.text(QAccessible.Text.Name) == "3,5, zwischen Gut und Sehr gut"
    assert group.childCount() == 12


def test_consensus_offers_no_nb(theme: Theme, qtbot: QtBot) -> None:
    made = ScoreScale(theme, muster().scale, "de", not_assessable=False)
    qtbot.addWidget(made)
    assert NB not in made.steps
    keys(made, "n")
    assert made.value is None


def test_digits_join_on_a_scale_to_ten(theme: Theme, qtbot: QtBot) -> None:
    made = ScoreScale(theme, Scale(Fraction(0), Fraction(10), Fraction(1)), "de")
    qtbot.addWidget(made)
    keys(made, "10")
    assert made.value == Fraction(10)


@pytest.mark.parametrize("scheme", COLOURED)
@pytest.mark.parametrize("value", [None, Fraction(2), Fraction(5), NB])
def test_it_paints_in_both_themes_at_its_least_width(
    theme: Theme, qtbot: QtBot, scheme: Scheme, value: Value | None
) -> None:
    theme.choose(scheme=scheme)
    made = ScoreScale(theme, muster().scale, "de")
    qtbot.addWidget(made)
    made.resize(330, 56)
    made.show_marks(ScaleMarks(Fraction(5, 2), Fraction(2), Fraction(3)))
    made.show_value(value)
    picture: QPixmap = made.grab()
    image = picture.toImage()
    seen = {image.pixelColor(x, 20).name() for x in range(0, 330, 2)}
    wanted = "accent" if value is not None else "surface"
    assert theme.color(wanted).name() in seen
    edges = [step.geometry().right() for step in made.steps.values()]
    assert max(edges) < 330


def test_steps_are_read_out_in_their_order_whatever_is_chosen(scale: ScoreScale) -> None:
    before = [child for child in scale.children() if child in scale.stops]
    for value in (Fraction(4), Fraction(0), NB, Fraction(7, 2)):
        scale.show_value(value)
    assert [child for child in scale.children() if child in scale.stops] == before == scale.stops
