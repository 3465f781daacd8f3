"""The rows of `tests.screenshots`: each picture's name, who sees it, and how to get there; a new page gets a row."""

import os
import time
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from tests import shots_evidence, shots_finding, shots_marking, shots_papers, shots_states

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from reviewer_app.ui.desk.desk import Desk

PATIENCE = 20.0
"""Seconds a page may take to be ready."""

TURNS = 5
"""Turns in which nothing may be left to do."""

type Go = Callable[["Desk"], "QWidget | None"]


@dataclass(frozen=True, slots=True)
class Shot:
    """One picture: its name, who sees it (chair, reviewer, nobody, empty), how to get there.

    `go` may return a dialog; `again` repeats it for each size and theme, because a popover closes with either.
    """

    name: str
    who: str
    go: Go
    again: bool = False


def clock() -> datetime:
    return datetime(2026, 11, 24, 14, 32)  # noqa: DTZ001 # reason: the demo's today, as the store keeps moments


def settle(desk: "Desk") -> None:
    """Let everything load, render and paint; answers and what they ask for take some turns to come round."""
    from reviewer_app.ui.pdf.renderer import renderer

    quiet = 0

    def is_quiet() -> bool:
        nonlocal quiet
        page = desk.window.router.page
        covered = page is not None and page.is_covered
        quiet = quiet + 1 if desk.operations.idle and renderer().idle and not covered else 0
        return quiet == TURNS

    wait(is_quiet)


def wait(until: Callable[[], bool]) -> None:
    """Let the window work until something is so, at most as long as one has patience."""
    from PySide6.QtWidgets import QApplication

    end = time.monotonic() + PATIENCE
    while not until() and time.monotonic() < end:
        QApplication.processEvents()
        time.sleep(0.01)


def _place(page: str, application: str = "", detail: str = "") -> Go:
    def go(desk: "Desk") -> None:
        from reviewer_app.ui.shell.navigation import Place

        desk.window.router.go(Place(page, application, detail))

    return go


def _start(desk: "Desk") -> None:
    from reviewer_app.ui.shell.navigation import Place

    path = desk.context.path
    desk.window.actions_table.trigger("close_workspace")
    settle(desk)
    if path is not None and desk.window.router.presenter is not None:
        moment = clock().timestamp()
        os.utime(path, (moment, moment))
        desk.window.router.presenter.show_place(Place("start"))


def _first_start(desk: "Desk", steps: int = 0) -> None:
    """Show the first start after so many of its steps."""
    from reviewer_app.ui.rounds.start_page import StartPage
    from reviewer_app.ui.shell.navigation import Place

    _start(desk)
    desk.settings.change(recent=(), introduction=None)
    page, presenter = desk.window.router.page, desk.window.router.presenter
    if isinstance(page, StartPage) and presenter is not None:
        presenter.show_place(Place("start"))
        if page.first_run is not None and steps:
            page.first_run.read_button.click()


def _glance(desk: "Desk") -> None:
    _list(desk)
    desk.window.actions_table.trigger("preview_application")


def _list(desk: "Desk") -> None:
    from reviewer_app.ui.applications.page import ApplicationsPage

    page = desk.window.router.page
    if isinstance(page, ApplicationsPage):
        page.choose(CASE)
        page.table.setFocus()


def _empty_filter(desk: "Desk") -> None:
    from reviewer_app.ui.applications.model import ApplicationFilter
    from reviewer_app.ui.applications.page import ApplicationsPage

    page = desk.window.router.page
    if isinstance(page, ApplicationsPage):
        page.show_filter(ApplicationFilter("Raumfahrt", "todo"))
        page.filter_changed.emit()


def _palette(desk: "Desk") -> None:
    desk.commands.open_palette()
    desk.window.command_palette.type("werra")


def _help(desk: "Desk") -> None:
    _place("reading", CASE, "B3")(desk)
    settle(desk)
    desk.window.actions_table.trigger("help_keys")


def _shown(widget: "QWidget") -> "QWidget":
    widget.show()
    return widget


def _settings(desk: "Desk") -> "QWidget":
    from reviewer_app.ui.desk.settings_dialog import SettingsDialog

    return _shown(SettingsDialog(desk.context, desk.window))


def _import_report(desk: "Desk") -> "QWidget":
    from reviewer_app.domain.finding import Finding, FindingPlace, Severity
    from reviewer_app.services.intake.files import FileReport, TakeOutcome
    from reviewer_app.ui.applications.import_report_dialog import ImportReportDialog

    where = FindingPlace("GC-2026-011.xlsx", "Antrag", "C14")
    findings = (Finding("not_whole", Severity.WARNING, where, "17,5", {"field": "Akteure gesamt"}),)
    nothing = (Finding("package_unknown", Severity.ERROR, FindingPlace("notizen.docx"), ".docx"),)
    reports = [
        FileReport(Path("GC-2026-011.xlsx"), "workbook", TakeOutcome.TAKEN, "GC-2026-011", findings),
        FileReport(Path("punkte.csv"), "score_table", TakeOutcome.UNCHANGED),
        FileReport(Path("notizen.docx"), "", TakeOutcome.REFUSED, messages=nothing),
    ]
    dialog = ImportReportDialog(desk.theme, desk.window, reports, desk.context.messages)
    dialog.show()
    return dialog


def _preview(desk: "Desk") -> "QWidget":
    from tests.factories import previews

    return _shown(previews.dialog(desk, previews.reviews()))


def _preview_files(desk: "Desk") -> "QWidget":
    from tests.factories import previews

    return _shown(previews.dialog(desk, previews.every()))


def _preview_folder(desk: "Desk") -> "QWidget":
    from tests.factories import previews

    return _shown(previews.dialog(desk, (previews.folder(), previews.newer_application()), 0, 1))


def _in_use(desk: "Desk") -> None:
    """Open the workspace while another program holds it."""
    path = desk.context.path
    _start(desk)
    if path is not None:
        from db.store import Store

        held = Store(clock, lambda: path.parent).open(path)
        morning = datetime.now().astimezone().replace(hour=9, minute=12).timestamp()
        for lock in path.parent.glob(f"*{path.name}*lock*"):
            os.utime(lock, (morning, morning))
        desk.show(path)
        settle(desk)
        held.close()


def _read_only(desk: "Desk") -> None:
    """Read a workspace that another program holds."""
    from reviewer_app.ui.shell.notices import BandStrip

    _in_use(desk)
    for strip in desk.window.findChildren(BandStrip):
        if strip.band.on_action is not None:
            strip.band.on_action()
    settle(desk)
    _place("reading", DRAFT, "B2")(desk)


def _probes(desk: "Desk") -> None:
    from reviewer_app.ui.consolidation.page import ConsolidationPage

    _place("consolidation", CASE, "B1")(desk)
    settle(desk)
    page = desk.window.router.page
    if isinstance(page, ConsolidationPage):
        page.band.open_probes()


def _levels(desk: "Desk") -> None:
    from reviewer_app.ui.reading.page import ReadingPage

    _draft(desk)
    settle(desk)
    page = desk.window.router.page
    if isinstance(page, ReadingPage):
        page.scoring.criterion.open_levels()


def _password(desk: "Desk") -> "QWidget":
    from reviewer_app.ui.reading.annexes.dialogs import PasswordDialog

    return _shown(PasswordDialog(desk.theme, desk.window, "A09"))


def _new_round(desk: "Desk") -> "QWidget":
    from reviewer_app.ui.rounds.new_round_dialog import NewRoundDialog

    return _shown(NewRoundDialog(desk.theme, desk.window))


def _widgets(desk: "Desk") -> "QWidget":
    from tests import widget_sheet

    return _shown(widget_sheet.make(desk.theme))


def _draft(desk: "Desk") -> None:
    """Open the application that the reviewer has not finished."""
    _place("reading", DRAFT, "")(desk)


def _submit(desk: "Desk") -> "QWidget | None":
    from reviewer_app.ui.reading.presenter import ReadingPresenter
    from reviewer_app.ui.reading.submission import SubmitDialog

    _draft(desk)
    settle(desk)
    presenter = desk.window.router.presenter
    if not isinstance(presenter, ReadingPresenter) or presenter.reading is None:
        return None
    dialog = SubmitDialog(desk.theme, desk.window, presenter.reading, "de")
    dialog.show()
    return dialog


def _criterion(desk: "Desk") -> None:
    from reviewer_app.ui.consolidation.page import CRITERION, ConsolidationPage

    _place("consolidation", CASE, "B5")(desk)
    settle(desk)
    page = desk.window.router.page
    if isinstance(page, ConsolidationPage):
        page.show_pane(CRITERION)


def _release(desk: "Desk") -> "QWidget | None":
    from reviewer_app.ui.consolidation.presenter import ConsolidationPresenter
    from reviewer_app.ui.consolidation.release_dialog import ReleaseDialog

    _place("consolidation", CASE, "B1")(desk)
    settle(desk)
    presenter = desk.window.router.presenter
    view = presenter.release_view() if isinstance(presenter, ConsolidationPresenter) else None
    if view is None:
        return None
    dialog = ReleaseDialog(desk.theme, desk.window, view)
    dialog.show()
    return dialog


FILES = {"chair": "vorsitz-h26", "reviewer": "herbst-2026", "nobody": "neu", "empty": "leer"}
CASE = "GC-2026-014"
DRAFT = "GC-2026-007"
SHOTS = (
    Shot("start", "chair", _start),
    Shot("erster-start", "reviewer", _first_start),
    Shot("erster-start-2", "reviewer", lambda desk: _first_start(desk, 1)),
    Shot("name-und-rolle", "nobody", lambda _desk: None),
    Shot("antraege", "reviewer", _list),
    Shot("antraege-vorsitz", "chair", _list),
    Shot("antraege-leer", "empty", shots_states.empty()),
    Shot("konsolidierung-leer", "chair", shots_states.no_reviews),
    Shot("export-leer", "empty", shots_states.empty("export")),
    Shot("statistik-leer", "empty", shots_states.empty("statistics")),
    Shot("antraege-vorschau", "reviewer", _glance, again=True),
    Shot("antraege-ohne-treffer", "reviewer", _empty_filter),
    Shot("befehle", "reviewer", _palette),
    Shot("ruecknahme", "reviewer", lambda desk: desk.context.messages.note("Fundstelle von B3 gelöst", can_undo=True)),
    Shot("lesen", "reviewer", _place("reading", CASE, "B3")),
    Shot("lesen-entwurf", "reviewer", _draft),
    Shot("lesen-pdf", "reviewer", shots_papers.paper("A07", 3)),
    Shot("lesen-stufen", "reviewer", _levels, again=True),
    Shot("lesen-ohne-text", "reviewer", shots_papers.SCAN),
    Shot("lesen-gesperrt", "reviewer", shots_papers.LOCKED),
    Shot("lesen-kennwort-falsch", "reviewer", lambda desk: shots_states.wrong_password(desk, shots_papers.LOCKED)),
    Shot("lesen-aktiv", "reviewer", shots_papers.ACTIVE),
    Shot("kennwort", "reviewer", _password),
    *(Shot(name, "reviewer", go) for name, go in shots_finding.ROWS),
    *(Shot(name, "reviewer", go, again) for name, go, again in shots_papers.ROWS),
    Shot("suche-ohne-text", "reviewer", lambda desk: shots_finding.scan(desk, shots_papers.SCAN)),
    Shot("lesen-tabelle", "reviewer", shots_papers.paper("A01")),
    *(Shot(name, "reviewer", go, again) for name, go, again in shots_marking.ROWS),
    Shot("lesen-gesamteindruck", "reviewer", _place("reading", DRAFT, "overall")),
    Shot("einreichen", "reviewer", _submit),
    Shot("konsolidierung-liste", "chair", _place("consolidations")),
    Shot("konsolidierung", "chair", _place("consolidation", CASE, "B1")),
    Shot("konsolidierung-kriterium", "chair", _criterion),
    Shot("konsolidierung-proben", "chair", _probes, again=True),
    Shot("konsolidierung-einig", "chair", _place("consolidation", "GC-2026-001", "B1")),
    Shot("konsolidierung-zurueckgezogen", "chair", _place("consolidation", "GC-2026-010")),
    Shot("freigabe", "chair", _release),
    Shot("export", "chair", _place("export")),
    Shot("statistik", "chair", _place("statistics")),
    *(Shot(*row) for row in shots_evidence.ROWS),
    Shot("hilfe", "reviewer", _help),
    Shot("stoerungen", "reviewer", shots_states.trouble),
    Shot("schon-geoeffnet", "reviewer", _in_use),
    Shot("neuere-fassung", "reviewer", lambda desk: shots_states.newer_file(desk, _start)),
    Shot("datei-weg", "reviewer", lambda desk: shots_states.vanished_file(desk, _draft)),
    Shot("abgebrochen", "reviewer", shots_states.cancelled),
    Shot("lange-namen", "reviewer", shots_states.odd()),
    Shot("langer-text", "reviewer", shots_states.long_text),
    Shot("katalog-klein", "reviewer", shots_states.small_catalogue),
    Shot("katalog-gross", "reviewer", shots_states.large_catalogue),
    Shot("nur-lesen", "reviewer", _read_only),
    Shot("neue-runde", "chair", _new_round),
    Shot("neue-runde-fehler", "chair", shots_states.no_such_day),
    Shot("wieder-oeffnen", "reviewer", shots_states.reopen),
    Shot("bausteine", "reviewer", _widgets),
    Shot("einstellungen", "chair", _settings),
    Shot("import", "chair", _import_report),
    Shot("import-vorschau", "chair", _preview),
    Shot("import-dateien", "chair", _preview_files),
    Shot("import-ordner", "chair", _preview_folder),
)
