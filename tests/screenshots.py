"""Draws every page of the window in every scheme of colours and every size class, and the documents.

Run as `python -m tests.screenshots [--laptop] [NAME …]`, pictures lie in build/screenshots/, beside the design's in
`compare.html`; `--laptop` draws one size only. Fixed data and our own font make two runs give equal pictures. A new
page gets a row in tests/shots.py.
"""

import gc
import shutil
import sys
from collections.abc import Callable, Iterator
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from tests import compare_page, surroundings
from tests.shots import CASE, FILES, SHOTS, Shot, clock, settle

if TYPE_CHECKING:
    from PySide6.QtWidgets import QApplication

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
SMALL = ("1024x600", 1024, 600, 100)
ON_SMALL = frozenset({"antraege", "lesen-entwurf", "einreichen", "konsolidierung", "export", "lange-namen"})
"""A screen smaller than those of the acceptance, and what is drawn on it too."""
DOCUMENTS = "dokumente"


def rounds_for(folder: Path) -> Callable[[str], Path]:
    """Write the demo round once and return how to get a copy of it as somebody sees it."""
    from db.store import Store
    from reviewer_app.services.round import switch_person

    store = Store(clock, lambda: folder)
    made = store.demo(folder / "demo", applications=12, reviewers=5, seed=1, files=True)

    def give(who: str) -> Path:
        path = folder / f"{FILES[who]}.votum"
        if path.is_file():
            return path
        if who == "empty":
            store.create_default(path, "Herbstrunde 2026", clock().date()).close()
        else:
            path.write_bytes(made.read_bytes())
        workspace = store.open(path)
        try:
            with workspace.unit_of_work() as uow:
                facts = uow.rounds.get()
                people = uow.people.all()
                if who == "nobody":
                    uow.rounds.put(replace(facts, me=None))
                    uow.commit()
                elif people:
                    person = next(one for one in people if one.role.value == who)
                    switch_person(uow, person.id)
        finally:
            workspace.close()
        return path

    return give


def _on_qt_message(_kind: object, _context: object, message: str) -> None:
    """Pass on what Qt has to say, but not that a screen of ours that nobody sees has no frame around its windows."""
    if not message.startswith("This plugin does not support"):
        sys.stderr.write(f"{message}\n")


def pictures(names: list[str], folder: Path, sizes: tuple[tuple[str, int, int, int], ...] = SIZES) -> Iterator[Path]:
    """Draw the pictures named (all when none is) in `sizes` into `folder` and give each path."""
    from PySide6.QtCore import qInstallMessageHandler
    from PySide6.QtWidgets import QApplication

    qInstallMessageHandler(_on_qt_message)
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
            small = (SMALL,) if shot.name in ON_SMALL and sizes is SIZES else ()
            yield from _variants(app, shot, give(shot.who), folder, (*sizes, *small))
    if not names or DOCUMENTS in names:
        from tests import document_pictures

        yield from document_pictures.draw(folder, scratch / "akte", give("chair"), CASE)
    shutil.rmtree(scratch)


def _variants(
    app: "QApplication", shot: Shot, path: Path, folder: Path, sizes: tuple[tuple[str, int, int, int], ...]
) -> Iterator[Path]:
    """Open the desk once and draw what is shown in every size and theme; so the switch at run time is seen too."""
    from PySide6.QtCore import QEvent

    from db.store import Store
    from reviewer_app.ui.desk.desk import Desk
    from reviewer_app.ui.kit.tokens import COLOURED, Scheme
    from reviewer_app.ui.shell.settings import SettingsStore
    from reviewer_app.ui.shell.stores import Stores

    store = Store(clock, lambda: path.parent)
    settings = SettingsStore(path.parent / f"settings-{shot.name}.json")
    settings.change(scheme=Scheme.LIGHT)
    stores = Stores(
        store.open, store.create_default, store.demo_round, store.copy, read=partial(store.open, read_only=True)
    )
    desk = Desk(app, stores, settings, clock=clock)
    desk.window.resize(SIZES[0][1], SIZES[0][2])
    desk.show(path)
    desk.window.activateWindow()
    settle(desk)
    desk.begin()
    dialog = None if shot.again else shot.go(desk)
    for label, width, height, text in sizes:
        desk.window.resize(width, height)
        for scheme in COLOURED:
            settings.change(scheme=scheme, text_size=text)
            if shot.again or dialog is not None:
                if dialog is not None:
                    dialog.close()
                settle(desk)
                dialog = shot.go(desk)
            settle(desk)
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
    app.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)  # every later theme would reach these widgets too
    gc.collect()


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
