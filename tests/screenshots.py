"""Draws every page of the window in both themes and every size class, and the documents.

Run as `python -m tests.screenshots [--laptop] [NAME …]`, pictures lie in build/screenshots/, beside the design's in
`compare.html`; `--laptop` draws one size only. Fixed data and our own font make two runs give equal pictures. A new
page gets a row in SHOTS.
"""

import os
import shutil
import sys
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from tests import compare_page, surroundings

if TYPE_CHECKING:
    from PySide6.QtWidgets import QApplication, QWidget

    from reviewer_app.ui.desk import Desk

TARGET = Path(__file__).resolve().parent.parent / "build" / "screenshots"
LAPTOP = "1366x768"
SIZES = (
    (LAPTOP, 1366, 768, 100),
    ("1366x700", 1366, 700, 100),
    ("1920x1080", 1920, 1080, 100),
    ("125", 1366, 768, 125),
    ("200", 1366, 768, 200),
)
"""Name, width, height and size of text in percent: normal, its lowest, wide, compact, narrow."""
SCHEMES = ("light", "dark")
PATIENCE = 20.0
"""Seconds a page may take to be ready."""

type Go = Callable[["Desk"], "QWidget | None"]


@dataclass(frozen=True, slots=True)
class Shot:
    """One picture: its name, who sees it (chair, reviewer, nobody), how to get there; `go` may return a dialog."""

    name: str
    who: str
    go: Go


def _place(page: str, application: str = "", detail: str = "") -> Go:
    def go(desk: "Desk") -> None:
        from reviewer_app.ui.navigation import Place

        desk.window.router.go(Place(page, application, detail))

    return go


def _start(desk: "Desk") -> None:
    from reviewer_app.ui.navigation import Place

    path = desk.context.path
    desk.window.actions_table.trigger("close_workspace")
    _settle(desk)
    if path is not None and desk.window.router.presenter is not None:
        moment = _clock().timestamp()
        os.utime(path, (moment, moment))
        desk.window.router.presenter.show_place(Place("start"))


def _first_start(desk: "Desk") -> None:
    """Show the second step of the first start."""
    from reviewer_app.ui.navigation import Place
    from reviewer_app.ui.pages.start_page import StartPage

    _start(desk)
    desk.settings.change(recent=(), introduction=None)
    page, presenter = desk.window.router.page, desk.window.router.presenter
    if isinstance(page, StartPage) and presenter is not None:
        presenter.show_place(Place("start"))
        if page.first_run is not None:
            page.first_run.read_button.click()


def _glance(desk: "Desk") -> None:
    _list(desk)
    desk.window.actions_table.trigger("preview_application")


def _list(desk: "Desk") -> None:
    from reviewer_app.ui.pages.applications_page import ApplicationsPage

    page = desk.window.router.page
    if isinstance(page, ApplicationsPage):
        page.choose(CASE)
        page.table.setFocus()


def _empty_filter(desk: "Desk") -> None:
    from reviewer_app.ui.models.application_model import Filter
    from reviewer_app.ui.pages.applications_page import ApplicationsPage

    page = desk.window.router.page
    if isinstance(page, ApplicationsPage):
        page.show_filter(Filter("Raumfahrt", "todo"))
        page.filter_changed.emit(page.filter)


def _palette(desk: "Desk") -> None:
    desk.window.commands.open_palette()
    desk.window.command_palette.type("werra")


def _help(desk: "Desk") -> None:
    _place("reading", CASE, "B3")(desk)
    _settle(desk)
    desk.window.actions_table.trigger("help_keys")


def _trouble(desk: "Desk") -> None:
    """Everything the frame says at once: a save that fails, an incident, long work."""
    from reviewer_app.domain.errors import BrokenError, WorkspaceError
    from reviewer_app.ui.operations import LongWork, SaveState, SaveStatus

    full = SaveState(SaveStatus.FAILED, _clock(), WorkspaceError("disk_full"))
    desk.operations.save_state_changed.emit(full)
    desk.context.messages.tell(BrokenError("unexpected", report="bericht.txt"))
    desk.operations.long_work_changed.emit(LongWork("Paket wird gelesen: A03 Clusterstrategie", 3, 5, can_cancel=True))


def _settings(desk: "Desk") -> "QWidget":
    from reviewer_app.ui.dialogs.settings_dialog import SettingsDialog

    dialog = SettingsDialog(desk.context, desk.window)
    dialog.show()
    return dialog


def _import_report(desk: "Desk") -> "QWidget":
    from reviewer_app.domain.finding import Finding, Place, Severity
    from reviewer_app.services.intake import FileReport, TakeOutcome
    from reviewer_app.ui.dialogs.import_report_dialog import ImportReportDialog

    where = Place("GC-2026-011.xlsx", "Antrag", "C14")
    findings = (Finding("not_whole", Severity.WARNING, where, "17,5", {"field": "Akteure gesamt"}),)
    nothing = (Finding("package_unknown", Severity.ERROR, Place("notizen.docx"), ".docx"),)
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

    dialog = previews.dialog(desk, previews.reviews())
    dialog.show()
    return dialog


def _preview_files(desk: "Desk") -> "QWidget":
    from tests.factories import previews

    dialog = previews.dialog(desk, previews.every())
    dialog.show()
    return dialog


def _preview_folder(desk: "Desk") -> "QWidget":
    from tests.factories import previews

    dialog = previews.dialog(desk, (previews.folder(), previews.newer_application()), 0, 1)
    dialog.show()
    return dialog


def _paper(key: str) -> Go:
    def go(desk: "Desk") -> None:
        from reviewer_app.ui.presenters.reading_presenter import ReadingPresenter

        _place("reading", CASE, "B3")(desk)
        _settle(desk)
        presenter = desk.window.router.presenter
        if isinstance(presenter, ReadingPresenter):
            presenter.documents.open(key)
            _settle(desk)
            time.sleep(0.3)  # pages are rendered apart from the database thread

    return go


def _draft(desk: "Desk") -> None:
    """Open the application that the reviewer has not finished."""
    _place("reading", DRAFT, "")(desk)


def _submit(desk: "Desk") -> "QWidget | None":
    from reviewer_app.ui.dialogs.submit_dialog import SubmitDialog
    from reviewer_app.ui.presenters.reading_presenter import ReadingPresenter

    _draft(desk)
    _settle(desk)
    presenter = desk.window.router.presenter
    if not isinstance(presenter, ReadingPresenter) or presenter.reading is None:
        return None
    dialog = SubmitDialog(desk.theme, desk.window, presenter.reading, "de")
    dialog.show()
    return dialog


def _criterion(desk: "Desk") -> None:
    from reviewer_app.ui.pages.consolidation_page import CRITERION, ConsolidationPage

    _place("consolidation", CASE, "B5")(desk)
    _settle(desk)
    page = desk.window.router.page
    if isinstance(page, ConsolidationPage):
        page.show_pane(CRITERION)


def _release(desk: "Desk") -> "QWidget | None":
    from reviewer_app.ui.dialogs.release_dialog import ReleaseDialog
    from reviewer_app.ui.presenters.consolidation_presenter import ConsolidationPresenter

    _place("consolidation", CASE, "B1")(desk)
    _settle(desk)
    presenter = desk.window.router.presenter
    view = presenter.acts.view() if isinstance(presenter, ConsolidationPresenter) else None
    if view is None:
        return None
    dialog = ReleaseDialog(desk.theme, desk.window, view)
    dialog.show()
    return dialog


CASE = "GC-2026-014"
DOCUMENTS = "dokumente"
FILES = {"chair": "vorsitz-h26", "reviewer": "herbst-2026", "nobody": "neu"}
DRAFT = "GC-2026-007"
SHOTS = (
    Shot("start", "chair", _start),
    Shot("erster-start", "reviewer", _first_start),
    Shot("name-und-rolle", "nobody", lambda _desk: None),
    Shot("antraege", "reviewer", _list),
    Shot("antraege-vorsitz", "chair", _list),
    Shot("antraege-vorschau", "reviewer", _glance),
    Shot("antraege-ohne-treffer", "reviewer", _empty_filter),
    Shot("befehle", "reviewer", _palette),
    Shot("ruecknahme", "reviewer", lambda desk: desk.context.messages.note("Fundstelle von B3 gelöst", can_undo=True)),
    Shot("lesen", "reviewer", _place("reading", CASE, "B3")),
    Shot("lesen-entwurf", "reviewer", _draft),
    Shot("lesen-pdf", "reviewer", _paper("A07")),
    Shot("lesen-tabelle", "reviewer", _paper("A01")),
    Shot("lesen-gesamteindruck", "reviewer", _place("reading", DRAFT, "overall")),
    Shot("einreichen", "reviewer", _submit),
    Shot("konsolidierung-liste", "chair", _place("consolidations")),
    Shot("konsolidierung", "chair", _place("consolidation", CASE, "B1")),
    Shot("konsolidierung-kriterium", "chair", _criterion),
    Shot("freigabe", "chair", _release),
    Shot("export", "chair", _place("export")),
    Shot("statistik", "chair", _place("statistics")),
    Shot("hilfe", "reviewer", _help),
    Shot("stoerungen", "reviewer", _trouble),
    Shot("einstellungen", "chair", _settings),
    Shot("import", "chair", _import_report),
    Shot("import-vorschau", "chair", _preview),
    Shot("import-dateien", "chair", _preview_files),
    Shot("import-ordner", "chair", _preview_folder),
)


def rounds_for(folder: Path) -> Callable[[str], Path]:
    """Write the demo round once and return how to get a copy of it as somebody sees it."""
    from db.store import Store
    from reviewer_app.services.opening import switch_person

    store = Store(_clock, lambda: folder)
    made = store.demo(folder / "demo", applications=12, reviewers=5, seed=1, files=True)

    def give(who: str) -> Path:
        path = folder / f"{FILES[who]}.votum"
        if path.is_file():
            return path
        path.write_bytes(made.read_bytes())
        workspace = store.open(path)
        try:
            with workspace.unit_of_work() as uow:
                facts = uow.rounds.get()
                people = uow.people.all()
                if who == "nobody":
                    uow.rounds.put(replace(facts, me=None))
                    uow.commit()
                else:
                    person = next(one for one in people if one.role.value == who)
                    switch_person(uow, person.id)
        finally:
            workspace.close()
        return path

    return give


def _clock() -> datetime:
    return datetime(2026, 11, 24, 14, 32)  # noqa: DTZ001 # reason: the demo's today, as the store keeps moments


def _settle(desk: "Desk") -> None:
    """Let everything load and paint."""
    from PySide6.QtWidgets import QApplication

    until = time.monotonic() + PATIENCE
    quiet = 0
    while quiet < 5 and time.monotonic() < until:
        QApplication.processEvents()
        time.sleep(0.01)
        quiet = quiet + 1 if desk.operations.idle else 0


def pictures(names: list[str], folder: Path, sizes: tuple[tuple[str, int, int, int], ...] = SIZES) -> Iterator[Path]:
    """Draw the pictures named (all when none is) in `sizes` into `folder` and give each path."""
    from PySide6.QtWidgets import QApplication

    app = QApplication.instance() or QApplication([])
    assert isinstance(app, QApplication)
    app.setCursorFlashTime(0)
    folder.mkdir(parents=True, exist_ok=True)
    scratch = folder.parent / "rounds"
    shutil.rmtree(scratch, ignore_errors=True)
    scratch.mkdir(parents=True)
    give = rounds_for(scratch)
    for shot in SHOTS:
        if not names or shot.name in names:
            yield from _variants(app, shot, give(shot.who), folder, sizes)
    if not names or DOCUMENTS in names:
        from tests import document_pictures

        yield from document_pictures.draw(folder, scratch / "akte", give("chair"), CASE)
    shutil.rmtree(scratch)


def _variants(
    app: "QApplication", shot: Shot, path: Path, folder: Path, sizes: tuple[tuple[str, int, int, int], ...]
) -> Iterator[Path]:
    """Open the desk once and draw what is shown in every size and theme; so the switch at run time is seen too."""
    from db.store import Store
    from reviewer_app.ui.desk import Desk
    from reviewer_app.ui.settings import Scheme, SettingsStore
    from reviewer_app.ui.stores import Stores

    store = Store(_clock, lambda: path.parent)
    settings = SettingsStore(path.parent / f"settings-{shot.name}.json")
    settings.change(scheme=Scheme.LIGHT)
    desk = Desk(app, Stores(store.open, store.create_default, store.demo_round, store.copy), settings, clock=_clock)
    desk.window.resize(SIZES[0][1], SIZES[0][2])
    desk.show(path)
    desk.window.activateWindow()
    _settle(desk)
    desk.begin()
    dialog = shot.go(desk)
    for label, width, height, text in sizes:
        desk.window.resize(width, height)
        for scheme in SCHEMES:
            settings.change(scheme=Scheme(scheme), text_size=text)
            if dialog is not None:
                dialog.close()
                dialog = shot.go(desk)
            _settle(desk)
            target = folder / f"{shot.name}-{label}-{scheme}.png"
            if dialog is None:
                desk.window.activateWindow()
                app.processEvents()
            (dialog or desk.window).grab().save(str(target))
            yield target
    desk.window.close()
    desk.close()
    desk.window.deleteLater()
    desk.deleteLater()
    app.processEvents()


def main() -> int:
    """Draw what is asked for and say where it lies."""
    surroundings.prepare()
    names = [one for one in sys.argv[1:] if one != "--laptop"]
    sizes = SIZES[:1] if "--laptop" in sys.argv else SIZES
    count = sum(1 for _ in pictures(names, TARGET, sizes))
    sys.stdout.write(f"{count} pictures in {TARGET}, side by side in {compare_page.write(TARGET)}\n")
    return 0 if count else 1


if __name__ == "__main__":
    sys.exit(main())
