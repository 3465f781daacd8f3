"""Evidence with real keys: find words, mark them with the text cursor, score on them, there and back, undo it all."""

from pathlib import Path

import pytest

from tests.factories import worked_case
from tests.journeys.conftest import Start
from tests.journeys.program import Program
from tests.journeys.stored import Answer, answers, passages
from tests.journeys.test_whole_way import say

pytestmark = pytest.mark.journey

ME, NUMBER, NAME = "M. Adler", worked_case.NUMBER, "Photonikverbund Werratal"
LINE = "Zum Stichtag sind 4,20 Vollzeitäquivalente auf fünf Personen verteilt."


def open_b1(program: Program) -> None:
    """Open the application, its criterion B1 and its annex A07."""
    program.until_page("applications")
    program.until_idle()
    program.keys("Home")
    program.type("Photon")
    program.until_focus(NAME)
    program.keys("Return")
    program.until_page("reading", NUMBER)
    say(program, "B1 Strategie")
    program.until(lambda state: state["detail"] == "B1", "B1 is open")
    program.keys("ctrl+d")
    program.until_focus("Unterlagen filtern")
    program.type("07")
    program.keys("Return")
    program.until_focus("A07, Seite 1")


def find_and_mark(program: Program) -> None:
    """Find the third page by words that stand at its foot, and select a line of it with the text cursor."""
    program.keys("ctrl+f")
    program.until_focus("In der Unterlage suchen")
    program.type("Seite 3")
    program.until(lambda state: state["focus"].get("description") == "1 von 1", "found")
    program.keys("Escape")
    program.until_focus("A07, Seite 3")
    program.keys("F7")
    program.until(lambda state: LINE in state["focus"].get("description", ""), "the text cursor is there")
    program.keys("Down", "Home", "shift+End")
    program.until_shown("Beleg für B1")


def test_from_the_words_to_the_score_and_back(start: Start, tmp_path: Path) -> None:
    workspace = worked_case.make_case(tmp_path / "runde.votum", worked_case.ADLER, handed_in=False)
    program = start(workspace)
    open_b1(program)
    before = answers(workspace, NUMBER, ME)["B1"]

    find_and_mark(program)
    program.keys("f")
    program.until_shown("Fundstelle A07 Seite 3")
    program.until_idle()
    assert passages(workspace, NUMBER) == [("A07", 2, LINE, "B1")]

    program.keys("ctrl+b", "4")
    program.until_focus("4,0")
    program.until_idle()
    assert answers(workspace, NUMBER, ME)["B1"] == Answer("number", 8, before.rationale)

    program.tab_to("Fundstelle A07 Seite 3")
    program.keys("Return")
    program.until_focus("A07, Seite 3")
    program.keys("Escape", "Escape")  # out of the text cursor, then back to the passage
    program.until_focus("Fundstelle A07 Seite 3")

    say(program, "Alle Anmerkungen")
    program.until_page("annotations", NUMBER)
    program.until_shown("1 Anmerkung")
    program.keys("Home", "Return")
    program.until_page("reading", NUMBER)
    program.until_focus("A07, Seite 3")
    program.keys("alt+Left")
    program.until_page("annotations", NUMBER)
    program.until_focus(LINE)

    program.keys("ctrl+z")
    program.until_page("reading", NUMBER)
    program.keys("ctrl+z")
    program.until(lambda state: state["idle"] and not passages(workspace, NUMBER), "both are taken back")
    assert answers(workspace, NUMBER, ME)["B1"] == before
    program.quit()
