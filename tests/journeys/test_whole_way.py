"""The whole way with the mouse unplugged: first start, demo round, a review, its consolidation, sheets and workbook."""

import json
from pathlib import Path
from typing import Any

import pytest

from tests.journeys.conftest import Start
from tests.journeys.program import Program, votum

pytestmark = pytest.mark.journey

ME, REVIEWER = "K. Löwe", "M. Adler"
APPLICATION, NAME = "GC-2026-007", "Biointelligente Textilien Vogtland"
OPEN = 14
REASON = "Belegt in Anlage 3."
AGREED = "Die Anlage wird nachgereicht."


def begin(program: Program) -> None:
    """Confirm the duty, say who one is, and open the demo round, which shows that role, each where the focus is put."""
    program.until_focus("Ich habe das gelesen")
    program.keys("Return")
    program.until_focus("Ihr Name")
    program.type(ME)
    program.keys("Tab", "space", "Return")
    program.until_focus("Paket importieren")
    program.tab_to("Demo-Runde öffnen")
    program.keys("Return")
    program.until_page("applications")
    program.until_shown(f"Gutachter:in · {REVIEWER}")
    program.until_idle()


def say(program: Program, command: str) -> None:
    """Carry a command out by its words in the palette."""
    program.keys("ctrl+k")
    program.until_focus("Suchen oder Befehl")
    program.type(command)
    program.until_shown(command)
    program.keys("Return")


def review(program: Program) -> None:
    """Score what is open in the second application of the list, the first one with a reason, and hand in."""
    program.keys("Home", "Down")
    program.until_focus(NAME)
    program.keys("Return")
    program.until_page("reading", APPLICATION)
    program.until_focus("0,0")
    program.keys("3", "Return")
    program.type(REASON)
    program.keys("ctrl+Return")
    program.keys(*("3", "ctrl+Return") * (OPEN - 1))
    program.until_focus("Gesamteindruck")
    program.keys("ctrl+shift+Return")
    program.until(lambda state: state["window"] == "SubmitDialog", "the question before submitting")
    program.until_focus("Gutachten einreichen")
    program.tab_to("Zurück")
    program.keys("Return")
    program.until(lambda state: state["window"] == "MainWindow", "gone back")
    assert not program.shows("Gutachten eingereicht")
    program.keys("ctrl+shift+Return")
    program.until_focus("Gutachten einreichen")
    program.keys("Return")
    program.until_shown(f"Gutachten zu {APPLICATION} eingereicht")
    program.until_idle()


def consolidate(program: Program) -> None:
    """Agree on the one disputed value with a reason and release."""
    say(program, "Als Vorsitz weiterarbeiten")
    program.until_shown("Vorsitz · R. Vogelsang")
    program.until_idle()
    program.keys("ctrl+2")
    program.until_page("consolidations")
    program.type("Bio")
    program.until_focus(NAME)
    program.keys("Return")
    program.until_page("consolidation", APPLICATION)
    program.until_focus("Konsens offen")
    program.keys("Return")
    program.until_focus("3,0")
    program.keys("ctrl+Return")
    program.until_focus("Begründung des Konsenses zu B1")
    program.type(AGREED)
    program.keys("ctrl+Return")
    program.until_shown("nichts offen")
    program.until_idle()
    say(program, "Freigeben")
    program.until_focus("Keine sachfremden Erwägungen")
    program.keys("space")
    program.tab_to("Freigeben")
    program.keys("Return")
    program.until_shown("Konsolidierung freigegeben")


def hand_out(program: Program, folder: Path) -> None:
    """Write sheets and workbook."""
    folder.mkdir()
    program.keys("ctrl+e")
    program.until_page("export")
    program.keys("ctrl+e")
    program.until_focus("Verzeichnis")
    program.type(str(folder))
    program.keys("Return")
    program.until_shown("13 Dateien geschrieben")


def record_of(home: Path, workspace: Path) -> dict[str, Any]:
    """Return the application of `consolidate --json`."""
    (one,) = json.loads(votum(home, "consolidate", workspace, "--application", APPLICATION, "--json"))["applications"]
    found: dict[str, Any] = one
    return found


def test_from_the_first_start_to_the_sheet_without_a_mouse(start: Start, home: Path, made_demo: Path) -> None:
    workspace = home / ".local" / "share" / "votum" / "demo" / "demo.votum"
    workspace.parent.mkdir(parents=True)
    workspace.write_bytes(made_demo.read_bytes())
    program = start()
    begin(program)
    review(program)
    consolidate(program)
    hand_out(program, home / "Akte")
    program.quit()

    assert (home / "Akte" / f"Empfehlungsblatt_{APPLICATION}.pdf").is_file()
    assert (home / "Akte" / "Mappe.xlsx").is_file()
    record = record_of(home, workspace)
    (mine,) = (one for one in record["reviews"] if one["reviewer"] == REVIEWER)
    (agreed,) = (one["consensus"] for one in record["criteria"] if one["key"] == "B1")
    assert (mine["state"], mine["scores"]["D5"], agreed) == ("submitted", 3.0, 3.0)
