"""Lines of the import preview in every state, and the dialog that shows them."""

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from reviewer_app.domain.finding import Finding, FindingPlace, Severity
from reviewer_app.domain.localised import Localised
from reviewer_app.services.intake.preview import (
    Choice,
    Compared,
    PreviewAnnex,
    PreviewLine,
    PreviewRequest,
    PreviewState,
    Unknown,
)
from tests.factories.rounds import catalogue

if TYPE_CHECKING:
    from reviewer_app.ui.applications.import_dialog import ImportDialog
    from reviewer_app.ui.desk.desk import Desk

CASE = "GC-2026-014"
NAME = "Photonikverbund Werratal"
TABLE = Path("punkte.csv")


def review(reviewer: str, state: PreviewState, *changes: Compared) -> PreviewLine:
    """Give a line for a review of a score table."""
    keys = tuple(dict.fromkeys(str(one.label) for one in changes))
    return PreviewLine(
        TABLE, "score_table", state, CASE, NAME, reviewer, values=20, rationales=18, changes=changes, criteria=keys
    )


def new_application() -> PreviewLine:
    """Give a form with annexes that is new and has two things to say."""
    where = FindingPlace("GC-2026-011.xlsx", "Antrag", "C14")
    found = Finding("not_whole", Severity.WARNING, where, "17,5", {"field": "Akteure gesamt"})
    annexes = tuple(PreviewAnnex(f"A0{index}.pdf", f"A0{index}", 4) for index in range(1, 8))
    return PreviewLine(
        file=Path("GC-2026-011.zip"),
        kind="package",
        state=PreviewState.NEW,
        number="GC-2026-011",
        name="Wasserstoffknoten Unterweser",
        version=1,
        members=64,
        annexes=annexes,
        findings=(found,),
    )


def newer_application() -> PreviewLine:
    """Give a newer version that changes two answers and an annex."""
    changes = (
        Compared("Postleitzahl", "27568", "27570"),
        Compared("Köpfe", "5", "6"),
        Compared("A03 Clusterstrategie", "", "A03 Strategie 2030.pdf, 31 S."),
    )
    return PreviewLine(
        file=Path("GC-2026-002.xlsx"),
        kind="workbook",
        state=PreviewState.REPLACED,
        number="GC-2026-002",
        name="AgrarRobotik Uckermark",
        version=2,
        changes=changes,
    )


def folder(state: PreviewState = PreviewState.NEW) -> PreviewLine:
    """Give a folder of papers without a form."""
    kinds = tuple((one.key, one.title) for one in catalogue().annexes)
    waits = state is PreviewState.CHECK
    missing = Finding("package_no_number", Severity.ERROR, FindingPlace("Unterlagen"), "Unterlagen")
    return PreviewLine(
        file=Path("Unterlagen"),
        kind="folder",
        state=state,
        number="" if waits else "GC-2026-020",
        name="" if waits else "Nordlicht-Netz",
        version=0 if waits else 1,
        has_form=False,
        choice=Choice.NUMBER if waits else Choice.NONE,
        annexes=() if waits else (PreviewAnnex("Strategie 2030.pdf", "A03", 31), PreviewAnnex("Brief.pdf", "A99", 1)),
        kinds=() if waits else kinds,
        findings=(missing,) if waits else (),
    )


def same_name() -> PreviewLine:
    """Give an application whose name another one bears."""
    compared = (
        Compared("Antragsnummer", "GC-2026-032", CASE),
        Compared("Name des Innovationsclusters", NAME, NAME),
        Compared("Clustermanagement-Organisation", "Werratal Optik gGmbH", "Photonikverbund Werratal e. V."),
        Compared("Eingang", "28.09.2026", "21.09.2026"),
    )
    return PreviewLine(
        file=Path("antrag.xlsx"),
        kind="workbook",
        state=PreviewState.CHECK,
        number="GC-2026-032",
        name=NAME,
        version=1,
        choice=Choice.SAME_NAME,
        compared=compared,
    )


def unknown_people() -> PreviewLine:
    """Give a score table with a name that the round does not know."""
    finding = Finding(
        "table_unknown_reviewer", Severity.ERROR, FindingPlace("punkte.csv", row=2), params={"reviewer": "K. Tam"}
    )
    return PreviewLine(
        TABLE,
        "score_table",
        PreviewState.CHECK,
        choice=Choice.CREATE_MISSING,
        unknown=Unknown((), ("K. Tam",)),
        findings=(finding,),
    )


def refused() -> PreviewLine:
    """Give a file nothing can be made of."""
    finding = Finding("package_unknown", Severity.ERROR, FindingPlace("notizen.docx"), ".docx")
    return PreviewLine(Path("notizen.docx"), "", PreviewState.REFUSED, findings=(finding,))


def reviews() -> tuple[PreviewLine, ...]:
    """Give a score table in three states."""
    changes = tuple(
        Compared(key, Localised(f"{value},0", en=f"{value}.0"), Localised("3,5", en="3.5"))
        for key, value in (("B1", 2), ("C2", 4))
    )
    return (
        review("M. Adler", PreviewState.NEW),
        review("J. Brandes", PreviewState.REPLACED, *changes),
        review("K. Tamm", PreviewState.KNOWN),
    )


def every() -> tuple[PreviewLine, ...]:
    """Give files in every state."""
    return (new_application(), newer_application(), same_name(), folder(PreviewState.CHECK), refused())


def dialog(desk: "Desk", lines: Sequence[PreviewLine], *opened: int) -> "ImportDialog":
    """Give the dialog over the desk with some lines opened; it looks at nothing again."""
    from reviewer_app.ui.applications.import_dialog import ImportDialog

    wanted = [PreviewRequest(file) for file in dict.fromkeys(line.file for line in lines)]
    made = ImportDialog(desk.theme, desk.window, wanted, lines, desk.context.messages, lambda *_said: None)
    for number in opened:
        made.lines[number].show_open(is_open=True)
    return made
