"""The main job, end to end: an applicant's workbook in, twenty scores by keys, a workbook and a sheet out."""

import csv
import json
from pathlib import Path
from typing import Any

import pytest

from tests.factories import filled_forms
from tests.journeys.agreement import differences, missing_from, stored_values, text_of
from tests.journeys.conftest import Start
from tests.journeys.program import Program, votum

pytestmark = pytest.mark.journey

ME = "A. Weiß"
OTHERS = ("J. Brandes", "K. Tamm", "S. Novák", "T. Øst")
REASON = "Größer als gefordert – § 20 prüfen."

# what is typed on the scale, whether a reason is compulsory there, and what that means
PLAIN, HALF = ("4",), ("3", "comma")
TYPED: dict[str, tuple[tuple[str, ...], bool, float | None]] = {
    "A1": (PLAIN, False, 4.0),
    "A2": (HALF, False, 3.5),
    "A3": (("5",), True, 5.0),
    "A4": (("n",), True, None),
    "A5": (("0",), True, 0.0),
    "B1": (("2", "comma"), True, 2.5),
    "B2": (("2", "Right", "Right"), False, 3.0),
    "B3": (("4", "comma"), False, 4.5),
    "B4": (("3", "period"), False, 3.5),
    "B5": (HALF, False, 3.5),
} | {f"{area}{number}": (PLAIN, False, 4.0) for area in "CD" for number in range(1, 6)}


def give_name(program: Program) -> None:
    """Say who one is, by keys."""
    program.until_focus("Ihr Name")
    program.type(ME)
    program.keys("Tab", "space", "Tab", "Tab", "Tab", "space")
    program.until_page("applications")


def take_in(program: Program, form: Path) -> None:
    """Import a form through the window's own dialogs."""
    program.keys("ctrl+i")
    program.until_focus("Dateiname")
    program.type(str(form))
    program.keys("Return")
    program.until(lambda state: state["window"] == "ImportDialog", "the preview of the import")
    program.until_shown("Vorschau, noch ist nichts geändert", "Neu")
    program.until_focus("1 importieren")
    program.keys("Return")
    program.until(lambda state: state["window"] == "MainWindow" and state["idle"], "taken")
    program.until_shown("1 Datei importiert")


def score_everything(program: Program) -> None:
    """Score all criteria without looking: every key must find its place by itself."""
    for keys, with_reason, _ in TYPED.values():
        if with_reason:
            program.keys(*keys, "Return")
            program.type(REASON)
            program.keys("ctrl+Return")
        else:
            program.keys(*keys, "ctrl+Return")
    program.until_focus("Gesamteindruck")


def hand_in(program: Program) -> None:
    """Submit by the dialog's default button."""
    program.keys("ctrl+shift+Return")
    program.until(lambda state: state["window"] == "SubmitDialog", "the question before submitting")
    program.until_shown("Ihr Ergebnis nach Katalog")
    program.keys("Return")
    program.until(lambda state: state["window"] == "MainWindow" and state["idle"], "submitted")
    program.until_shown("Eingereicht")


def a_score_table(target: Path) -> Path:
    """Write the scores of the four others, as an office would send them."""
    with target.open("w", encoding="utf-8", newline="") as file:
        table = csv.writer(file, delimiter=";")
        table.writerow(("application", "reviewer", "criterion", "score", "rationale"))
        for place, name in enumerate(OTHERS):
            for key in TYPED:
                table.writerow((filled_forms.NUMBER, name, key, ("3", "3,5", "4", "2,5")[place], "Begründet."))
    return target


def record_of(home: Path, workspace: Path) -> dict[str, Any]:
    """Return the one application of `consolidate --json`."""
    (one,) = json.loads(votum(home, "consolidate", workspace, "--json"))["applications"]
    found: dict[str, Any] = one
    return found


def test_from_an_applicants_workbook_to_workbook_and_sheet(start: Start, home: Path) -> None:
    workspace, form = home / "runde.votum", home / "Antrag Werratal.xlsx"
    form.write_bytes(filled_forms.filled())
    votum(home, "new", workspace, "--title", "Herbstrunde 2026", "--reference-date", "2026-10-01")

    program = start(workspace)
    give_name(program)
    take_in(program, form)
    program.until_focus(filled_forms.NAME)
    program.keys("Return")
    program.until_page("reading", filled_forms.NUMBER)
    program.until_focus("0,0")
    score_everything(program)
    hand_in(program)
    program.quit()

    table = a_score_table(home / "andere.csv")
    assert "importiert" in votum(home, "import", workspace, table, "--create-missing")
    record = record_of(home, workspace)
    reviews = {one["reviewer"]: one for one in record["reviews"]}
    assert set(reviews) == {ME, *OTHERS}
    assert all(one["state"] == "submitted" and one["counted"] for one in reviews.values())
    assert reviews[ME]["scores"] == {key: value for key, (_, _, value) in TYPED.items()}

    out = home / "Ausgabe"
    votum(home, "export", workspace, out)
    sheet = out / f"Empfehlungsblatt_{filled_forms.NUMBER}.pdf"
    assert {file.name for file in out.iterdir()} == {"Mappe.xlsx", sheet.name}
    assert list(differences(stored_values(out / "Mappe.xlsx"), record)) == []
    assert list(missing_from(text_of(sheet), record)) == []
    assert "alles in Ordnung" in votum(home, "check", workspace)
