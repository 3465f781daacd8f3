"""Back from an application: filter, order, segment, chosen row and place are as they were left."""

from pathlib import Path
from typing import Any

import pytest

from tests.journeys.conftest import Start
from tests.journeys.program import Program

pytestmark = pytest.mark.journey

_CLOCK = "Gespeichert"


def seen(program: Program) -> list[dict[str, Any]]:
    """Return everything the list page shows, but the time of saving."""
    program.until_idle()
    return [one for one in program.words() if not one["name"].startswith(_CLOCK)]


def there_and_back(program: Program) -> None:
    """Open the chosen application, move about in it, go back, and find the list as it was."""
    row, before = program.state()["focus"]["name"], seen(program)
    program.keys("Return")
    program.until_page("reading")
    program.until_focus("0,0")
    program.keys("ctrl+Next", "ctrl+Next")
    program.until(lambda state: state["detail"] == "A3", "moved about")
    program.keys("alt+Left")
    program.until_page("applications")
    assert program.until_focus(row)["widget"] == "WorkTable"
    assert seen(program) == before


def test_back_finds_the_list_as_it_was(start: Start, demo: Path) -> None:
    program = start(demo)
    program.until_page("applications")
    program.keys("ctrl+f")
    program.until_focus("Anträge filtern")
    program.type("er")
    program.keys("F6", "ctrl+shift+s")
    program.until(lambda state: state["window"] == "QMenu" or state["widget"] == "QMenu", "the menu of orders")
    program.keys("Down", "Return")
    program.until_shown("Sortiert nach Antrag")
    program.keys("End", "Up")
    there_and_back(program)

    program.tab_to("Alle ")
    program.keys("Right")
    program.until_focus("Zu tun")
    program.keys("F6", "Down", "Down")
    there_and_back(program)
    program.quit()
