"""Scales with more than twelve grades: a number field that is exact, empty at first, and never off the scale."""

from fractions import Fraction
from typing import override

import pytest
from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from reviewer_app.domain.scale import NB, Scale
from reviewer_app.ui.kit.theme import Theme
from reviewer_app.ui.scoring.number_scale import NumberField, NumberScale
from reviewer_app.ui.scoring.score_entry import ScoreEntry
from reviewer_app.ui.scoring.score_scale import ScaleMarks, ScoreScale
from tests.factories.catalogues import muster
from tests.keys import type_text

HUNDRED = Scale(Fraction(0), Fraction(100), Fraction(1, 2))


@pytest.fixture
def scale(theme: Theme, qtbot: QtBot) -> NumberScale:
    made = NumberScale(theme, HUNDRED, "de")
    qtbot.addWidget(made)
    made.show()
    return made


def field(scale: NumberScale) -> NumberField:
    found = scale.findChild(NumberField)
    assert isinstance(found, NumberField)
    return found


def test_it_starts_empty_and_takes_what_is_on_the_scale(scale: NumberScale) -> None:
    chosen: list[object] = []
    scale.value_chosen.connect(chosen.append)
    edit = field(scale)
    assert edit.text() == ""
    type_text(edit, "72,5")
    QTest.keyClick(edit, Qt.Key.Key_Return)
    assert chosen == [Fraction(145, 2)]
    edit.selectAll()
    type_text(edit, "72,3")
    edit.clearFocus()
    assert chosen == [Fraction(145, 2)]


def test_what_is_not_on_the_scale_is_said_and_leads_nowhere(scale: NumberScale) -> None:
    reasons: list[None] = []
    scale.rationale_wanted.connect(lambda: reasons.append(None))
    edit = field(scale)
    type_text(edit, "72,3")
    QTest.keyClick(edit, Qt.Key.Key_Return)
    assert reasons == []
    assert scale._bounds.text() == "▲ 72,3 liegt nicht auf der Skala: 0,0 – 100,0, Schritt 0,5"
    type_text(edit, "72,5")
    QTest.keyClick(edit, Qt.Key.Key_Return)
    assert len(reasons) == 1
    assert scale._bounds.text() == "0,0 – 100,0"


def test_the_letter_n_means_not_assessable(scale: NumberScale) -> None:
    chosen: list[object] = []
    scale.value_chosen.connect(chosen.append)
    QTest.keyClick(field(scale), Qt.Key.Key_N)
    assert chosen == [NB]
    assert field(scale).text() == ""


def test_arrows_go_by_the_step_from_either_end(scale: NumberScale) -> None:
    edit = field(scale)
    QTest.keyClick(edit, Qt.Key.Key_Up)
    assert scale.value == Fraction(0)
    QTest.keyClick(edit, Qt.Key.Key_Up)
    assert scale.value == Fraction(1, 2)
    QTest.keyClick(edit, Qt.Key.Key_Down)
    QTest.keyClick(edit, Qt.Key.Key_Down)
    assert scale.value == Fraction(0)


def test_nb_and_a_number_exclude_each_other(scale: NumberScale) -> None:
    scale.show_value(NB)
    assert field(scale).text() == ""
    QTest.keyClick(field(scale), Qt.Key.Key_Up)
    assert scale.value == Fraction(0)


def test_showing_emits_nothing(scale: NumberScale) -> None:
    chosen: list[object] = []
    scale.value_chosen.connect(chosen.append)
    scale.show_value(Fraction(50))
    scale.show_value(None)
    scale.show_marks(ScaleMarks(Fraction(25), Fraction(40), Fraction(60)))
    assert chosen == []


@pytest.mark.parametrize(("grades", "kind"), [(Fraction(1, 2), ScoreScale), (Fraction(1, 4), NumberScale)])
def test_the_entry_takes_the_control_that_fits(theme: Theme, qtbot: QtBot, grades: Fraction, kind: type) -> None:
    entry = ScoreEntry(theme)
    qtbot.addWidget(entry)
    entry.show_scale(Scale(Fraction(0), Fraction(5), grades), "de")
    assert isinstance(entry.control, kind)
    entry.show_scale(muster().scale, "de")
    assert isinstance(entry.control, ScoreScale)


def test_the_field_keeps_between_minus_and_plus_at_every_size(scale: NumberScale, theme: Theme) -> None:
    edit = field(scale)
    for size in (100, 200, 130):
        theme.choose(text_size=size)
        QApplication.processEvents()
        side = theme.em(34)
        assert (edit.lineEdit().x(), edit.lineEdit().width()) == (side, edit.width() - 2 * side)
    assert edit.height() == theme.em(36)


def test_no_part_of_it_is_ever_a_window_of_its_own(theme: Theme, qtbot: QtBot) -> None:
    before = set(QApplication.topLevelWidgets())
    shown: list[str] = []

    class Watch(QObject):
        @override
        def eventFilter(self, watched: QObject, event: QEvent) -> bool:
            if event.type() == QEvent.Type.Show and isinstance(watched, QWidget) and watched.isWindow():
                shown.append(type(watched).__name__)
            return False

    watch = Watch()
    app = QApplication.instance()
    assert app is not None
    app.installEventFilter(watch)
    made = NumberScale(theme, HUNDRED, "de")
    qtbot.addWidget(made)
    app.removeEventFilter(watch)
    assert shown == []
    assert set(QApplication.topLevelWidgets()) - before == {made}
