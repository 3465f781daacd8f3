"""Every shortcut of the action table reaches its action from inside a text field, on a real display server.

Text fields swallow some of them there (Ctrl+E, Ctrl+U) that they leave alone offscreen.
"""

from itertools import zip_longest
from pathlib import Path

import pytest

from reviewer_app.ui.shell.action_table import ROWS, Scope
from tests.journeys.conftest import Start
from tests.journeys.program import Program

pytestmark = pytest.mark.journey

_NAMES = {
    "Ctrl": "ctrl",
    "Shift": "shift",
    "Alt": "alt",
    "Return": "Return",
    "Enter": "KP_Enter",
    "PgUp": "Prior",
    "PgDown": "Next",
    ",": "comma",
    "+": "plus",
    "-": "minus",
    "=": "equal",
}


def chord(keys: str) -> str:
    """Give a portable key sequence in xdotool's words."""
    held, _, last = keys[:-1].rpartition("+")
    parts = [*filter(None, held.split("+")), last + keys[-1]]
    return "+".join(_NAMES.get(part, part.lower() if len(part) == 1 else part) for part in parts)


def shortcuts(*scopes: Scope) -> list[tuple[str, str]]:
    """Give key and action of every shortcut that acts in these scopes."""
    return [(keys, row.id) for row in ROWS if row.scope in scopes for keys in row.keys]


def reach_all(program: Program, *scopes: Scope) -> None:
    """Press every shortcut of the scopes where the focus is, and hold what was reached against the table."""
    expected = shortcuts(*scopes)
    with program.muted():
        program.keys(*(chord(keys) for keys, _ in expected))
        program.until(lambda state: state["triggered"][-1:] == [expected[-1][1]], "the last shortcut was reached")
        found = program.state()
    assert list(zip_longest(expected, found["triggered"])) == [(one, one[1]) for one in expected]
    assert found["focus"]["value"] == ""


def test_text_fields_leave_our_keys_alone(start: Start, demo: Path) -> None:
    program = start(demo)
    program.until_page("applications")
    program.keys("End", "Up", "Return")
    program.until_page("reading")
    program.until_focus("0,0")
    program.keys("Return")
    program.until_focus("Begründung zu")
    reach_all(program, Scope.EVERYWHERE, Scope.READING)

    program.keys("ctrl+2")
    program.until_page("consolidations")
    program.keys("Return")
    program.until_page("consolidation")
    program.keys("F6", "Return")
    program.until_focus("Begründung des Konsenses")
    reach_all(program, Scope.MATRIX)
    program.quit()
