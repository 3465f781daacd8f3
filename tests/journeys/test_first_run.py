"""The first minutes: a new round, who one is, nothing to do yet, the demo round; and a second program on one file."""

from pathlib import Path

import pytest

from tests.journeys.conftest import Start
from tests.journeys.program import Program, votum

pytestmark = pytest.mark.journey


def begin_a_round(program: Program, folder: Path) -> Path:
    """Make a round through the dialogs, by keys."""
    program.keys("ctrl+n")
    program.until_focus("Titel der Runde")
    program.type("Herbstrunde 2026")
    program.keys("Return")
    program.until_focus("Dateiname")
    program.type(str(folder / "Herbst"))
    program.keys("Return")
    program.until_page("identity")
    return folder / "Herbst.votum"


def test_from_nothing_to_a_list(start: Start, home: Path, made_demo: Path) -> None:
    kept = home / ".local" / "share" / "votum" / "demo" / "demo.votum"
    kept.parent.mkdir(parents=True)
    kept.write_bytes(made_demo.read_bytes())
    program = start()
    program.until_page("start")
    workspace = begin_a_round(program, home)

    program.until_focus("Ihr Name")
    program.keys("Return")
    program.until_shown("▲ ")
    program.type("K. Löwe")
    program.tab_to("Gutachter:in")
    program.keys("Right", "space")
    program.until(lambda state: state["focus"]["name"] == "Vorsitz" and state["focus"]["checked"], "the chair")
    program.tab_to("Ich habe das gelesen")
    program.keys("space")
    program.until_page("applications")
    program.until_shown("Noch keine Anträge", "Vorsitz · K. Löwe", "Konsolidierung")

    program.tab_to("Demo-Runde")
    program.keys("space")
    program.until_shown("Photonikverbund Werratal", "Vorsitz · R. Vogelsang", "Demo")
    program.quit()
    assert "alles in Ordnung" in votum(home, "check", workspace)


def test_a_second_program_says_that_the_file_is_open(start: Start, demo: Path, home: Path) -> None:
    first = start(demo)
    first.until_page("applications")
    second = start(demo)
    second.until_page("start")
    second.until_shown("ist schon geöffnet")
    assert votum(home, "import", demo, demo, succeeds=False) == ""
    second.tab_to("Nur lesen")
    second.keys("space")
    second.until_page("applications")
    second.until_shown("Photonikverbund Werratal")
    second.quit()
    first.activate()
    first.keys("Return")
    first.until_page("reading")
    first.quit()
