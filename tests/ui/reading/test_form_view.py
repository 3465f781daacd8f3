"""The form view: it fills in slices, and neither cursor nor scrolled place is lost meanwhile."""

import pytest
from pytestqt.qtbot import QtBot

from reviewer_app.ui.kit.theme import Theme
from reviewer_app.ui.kit.tokens import Scheme
from reviewer_app.ui.reading.annexes.form_view import FormGrid, FormLine, FormPart, FormView

PARTS = tuple(
    FormPart(
        f"Abschnitt {place}",
        (
            FormLine("Name", f"Wert {place}"),
            FormLine("Ort", "–"),
            FormGrid("Mittel · 2 Zeilen", ("Jahr", "Betrag"), (("2026", "1"), ("2027", "2"))),
            FormLine("Schluss", f"Ende {place}"),
        ),
    )
    for place in range(40)
)


@pytest.fixture
def view(theme: Theme, qtbot: QtBot) -> FormView:
    made = FormView(theme)
    qtbot.addWidget(made)
    made.resize(600, 300)
    made.show()
    return made


def test_what_fills_the_view_is_there_at_once_and_the_rest_follows(view: FormView, qtbot: QtBot) -> None:
    view.show_parts(PARTS)
    assert "Wert 0" in view.toPlainText()
    assert "Wert 39" not in view.toPlainText()
    qtbot.waitUntil(lambda: view.is_whole)
    text = view.toPlainText()
    places = [text.index(f"Ende {place}\n" if place < 39 else "Ende 39") for place in range(40)]
    assert places == sorted(places)
    assert text.count("Abschnitt") == 40


def test_focus_cursor_and_place_stay_while_it_fills(view: FormView, qtbot: QtBot) -> None:
    view.show_parts(PARTS)
    view.setFocus()
    view.go_to(20)
    qtbot.waitUntil(lambda: view.is_whole)
    assert view.hasFocus()
    assert view.place == 20
    assert view.textCursor().position() == 0


def test_a_place_far_below_is_reached_at_once(view: FormView, qtbot: QtBot) -> None:
    view.show_parts(PARTS)
    view.go_to(1500)
    assert view.place == 1500
    qtbot.waitUntil(lambda: view.is_whole)
    assert view.place == 1500


def test_a_switch_of_the_theme_leaves_the_place(view: FormView, theme: Theme, qtbot: QtBot) -> None:
    view.show_parts(PARTS)
    qtbot.waitUntil(lambda: view.is_whole)
    view.go_to(900)
    theme.choose(scheme=Scheme.DARK)
    assert view.place == 900
    qtbot.waitUntil(lambda: view.is_whole)
    assert view.toPlainText().count("Abschnitt") == 40


def test_nothing_to_show_leaves_nothing(view: FormView) -> None:
    view.show_parts(PARTS)
    view.show_parts(())
    assert view.toPlainText() == ""
