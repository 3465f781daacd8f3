"""Opens the desk on two screens of different scaling and moves it from one to the other; run by tests.ui.test_screens.

Prints one JSON object: what stood on the first screen, on the second (twice as fine), and back on the first.
"""

import json
import os
import sys
import time
from typing import TYPE_CHECKING

from tests import surroundings

if TYPE_CHECKING:
    from PySide6.QtGui import QImage

    from reviewer_app.ui.desk.desk import Desk

_FIRST = {
    "name": "a",
    "x": 0,
    "y": 0,
    "width": 1366,
    "height": 768,
    "logicalDpi": 96,
    "logicalBaseDpi": 96,
    "dpr": 1,
}
_SECOND = _FIRST | {"name": "b", "x": 1366, "width": 2732, "height": 1536}


def main() -> int:
    """Move the window there and back and say what it showed."""
    folder = surroundings.prepare()
    screens = folder / "two_screens.json"
    screens.write_text(json.dumps({"screens": [_FIRST, _SECOND]}), encoding="utf-8")
    os.environ["QT_QPA_PLATFORM"] = f"offscreen:configfile={screens}"
    os.environ["QT_SCREEN_SCALE_FACTORS"] = "1;2"
    from PySide6.QtWidgets import QApplication

    from reviewer_app.ui.desk.desk import Desk
    from reviewer_app.ui.kit.tokens import Scheme
    from reviewer_app.ui.shell.navigation import Place
    from reviewer_app.ui.shell.settings import SettingsStore
    from reviewer_app.ui.shell.stores import Stores
    from tests.factories import rounds
    from tests.shots import settle

    app = QApplication([])
    app.setCursorFlashTime(0)
    settings = SettingsStore(folder / "settings.json")
    settings.change(scheme=Scheme.LIGHT)
    desk = Desk(app, Stores(open=rounds.open_round), settings, clock=rounds.clock)
    desk.show(rounds.make_round(folder / "r.votum"))
    desk.begin()
    desk.window.resize(1200, 700)
    settle(desk)
    desk.window.router.go(Place("reading", "GC-2026-014", "B3"))
    settle(desk)
    seen = [_on_screen(desk, left, ratio) for left, ratio in ((0, 1), (1366, 2), (0, 1))]
    same = seen[0][1] == seen[2][1]
    sys.stdout.write(json.dumps({"places": [facts for facts, _ in seen], "same": same}))
    desk.window.close()
    desk.close()
    return 0


def _on_screen(desk: "Desk", left: int, ratio: int) -> "tuple[dict[str, object], QImage]":
    """Move the window to `left` and return what it is there, and its picture."""
    from PySide6.QtWidgets import QApplication, QLabel

    from reviewer_app.ui.reading.page import ReadingPage
    from tests.shots import settle

    window = desk.window
    window.move(left, 0)
    until = time.monotonic() + 20
    while window.devicePixelRatio() != ratio and time.monotonic() < until:
        QApplication.processEvents()
    settle(desk)
    page = window.router.page
    if isinstance(page, ReadingPage):
        page.annex.form.finish()  # it is written in slices otherwise
    settle(desk)
    picture = window.grab()
    desk.commands.open_palette()
    settle(desk)
    labels = [one for one in window.findChildren(QLabel) if one.isVisible() and not one.pixmap().isNull()]
    signs = sorted({one.pixmap().devicePixelRatio() for one in labels})
    window.command_palette.close_palette()
    facts: dict[str, object] = {
        "screen": window.screen().name(),
        "ratio": window.devicePixelRatio(),
        "size": [window.width(), window.height()],
        "pixels": [picture.width(), picture.height()],
        "class": window.size_class.name,
        "signs": signs,
    }
    return facts, picture.toImage()


if __name__ == "__main__":
    sys.exit(main())
