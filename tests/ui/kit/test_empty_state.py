"""What stands in the place of a list that is empty."""

import pytest
from PySide6.QtWidgets import QApplication, QPushButton, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from reviewer_app.ui.kit.button import ButtonKind
from reviewer_app.ui.kit.empty_state import EmptyState
from reviewer_app.ui.kit.theme import Theme

IMPORT, DEMO, RESET = (
    ("Importieren", ButtonKind.PRIMARY),
    ("Demo öffnen", ButtonKind.OUTLINED),
    ("Zurücksetzen", ButtonKind.LINK),
)


@pytest.mark.parametrize(
    ("before", "focused", "after", "found"),
    [
        ({"import": IMPORT, "demo": DEMO}, "demo", {"import": IMPORT, "demo": DEMO}, "demo"),
        ({"import": IMPORT, "demo": DEMO}, "demo", {"reset": RESET}, "reset"),
    ],
)
def test_the_focus_on_a_button_stays_when_they_are_offered_anew(
    theme: Theme,
    qtbot: QtBot,
    before: dict[str, tuple[str, ButtonKind]],
    focused: str,
    after: dict[str, tuple[str, ButtonKind]],
    found: str,
) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    column, state = QVBoxLayout(window), EmptyState(theme)
    column.addWidget(QPushButton("davor"))
    column.addWidget(state)
    column.addWidget(QPushButton("danach"))
    state.show_buttons(before)
    with qtbot.waitActive(window):
        window.show()
        window.activateWindow()
    (button,) = window.findChildren(QPushButton, focused)
    button.setFocus()
    state.show_buttons(after)
    QApplication.processEvents()
    focus = window.focusWidget()
    assert focus is not None
    assert (focus.objectName(), focus.isVisible()) == (found, True)


def test_it_says_what_is_missing_where_it_has_the_focus_itself(theme: Theme, qtbot: QtBot) -> None:
    state = EmptyState(theme)
    qtbot.addWidget(state)
    state.show_words("Noch keine Gutachten", "Importieren Sie die Pakete der Gutachter:innen.")
    assert state.accessibleName() == "Noch keine Gutachten"
    assert state.accessibleDescription() == "Importieren Sie die Pakete der Gutachter:innen."
