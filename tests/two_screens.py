"""Opens the desk on two screens of different scaling and moves it from one to the other; run by tests.ui.test_screens.

Prints one JSON object: what stood on the first screen, on the second (twice as fine), and back on the first.
"""

import json
import os
import sys
import tempfile
import time
from pathlib import Path

from tests import surroundings

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
    folder = Path(tempfile.mkdtemp())
    screens = folder / "screens.json"
    screens.write_text(json.dumps({"screens": [_FIRST, _SECOND]}), encoding="utf-8")
    os.environ["QT_QPA_PLATFORM"] = f"offscreen:configfile={screens}"
    os.environ["QT_SCREEN_SCALE_FACTORS"] = "1;2"
    surroundings.prepare()
    from PySide6.QtWidgets import QApplication, QLabel

    from reviewer_app.ui.desk import Desk
    from reviewer_app.ui.navigation import Place
    from reviewer_app.ui.pages.reading_page import ReadingPage
    from reviewer_app.ui.settings import Scheme, SettingsStore
    from reviewer_app.ui.stores import Stores
    from tests.factories import rounds
    from tests.shots import settle

    app = QApplication([])
    app.setCursorFlashTime(0)
    settings = SettingsStore(folder / "settings.json")
    settings.change(scheme=Scheme.LIGHT)
    desk = Desk(app, Stores(open=rounds.open_round), settings, clock=rounds.clock)
    desk.show(rounds.make_round(folder / "r.votum"))
    desk.begin()
    window = desk.window
    window.resize(1200, 700)
    settle(desk)
    window.router.go(Place("reading", "GC-2026-014", "B3"))
    settle(desk)
    found = []
    pictures = []
    for left, ratio in ((0, 1), (1366, 2), (0, 1)):
        window.move(left, 0)
        until = time.monotonic() + 20
        while window.devicePixelRatio() != ratio and time.monotonic() < until:
            app.processEvents()
        settle(desk)
        page = window.router.page
        if isinstance(page, ReadingPage):
            page.documents.form.finish()  # it is written in slices otherwise
        settle(desk)
        picture = window.grab()
        pictures.append(picture.toImage())
        window.commands.open_palette()
        settle(desk)
        signs = {
            one.pixmap().devicePixelRatio()
            for one in window.findChildren(QLabel)
            if one.isVisible() and not one.pixmap().isNull()
        }
        window.command_palette.close_palette()
        found.append(
            {
                "screen": window.screen().name(),
                "ratio": window.devicePixelRatio(),
                "size": [window.width(), window.height()],
                "pixels": [picture.width(), picture.height()],
                "class": window.size_class.name,
                "signs": sorted(signs),
            }
        )
    sys.stdout.write(json.dumps({"places": found, "same": pictures[0] == pictures[2]}))
    window.close()
    desk.close()
    return 0


if __name__ == "__main__":
    sys.exit(main())
