"""The way into the desk: a window on the screen first, everything else behind it.

This module loads Qt and the settings only, so that a person sees a window in little more time than an empty one takes.
"""

import sys
from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from resources.languages import language_of
from reviewer_app.ui import plain_import  # noqa: F401 # reason: comes before Qt

# isort: split

from PySide6.QtCore import QLocale, QObject
from PySide6.QtWidgets import QApplication

from reviewer_app.ui.kit import tokens
from reviewer_app.ui.kit.tokens import Scheme
from reviewer_app.ui.shell.main_window import MainWindow
from reviewer_app.ui.shell.settings import SettingsStore, default_file

if TYPE_CHECKING:
    from reviewer_app.services.ports import Clock
    from reviewer_app.ui.desk.desk import Desk
    from reviewer_app.ui.shell.stores import Stores

_DARK = 128


def local_now() -> datetime:
    """Return the present moment as this machine's clock shows it, without a zone, as the store keeps it."""
    return datetime.now().astimezone().replace(tzinfo=None)


def _ground(app: QApplication, scheme: Scheme) -> str:
    """Return the colour of the empty window: the token of the chosen theme, or of the one the system seems to have."""
    system_is_dark = app.palette().window().color().lightness() < _DARK
    return tokens.load().window[scheme.shown(system_is_dark=system_is_dark)]["window"]


class _Start(QObject):
    """Builds the desk when the window has been painted."""

    def __init__(self, app: QApplication, window: MainWindow, make: "Callable[[], Desk]", path: Path | None) -> None:
        super().__init__(app)
        self._window = window
        self._make = make
        self._path = path
        self.desk: Desk | None = None
        self.when_shown: Callable[[MainWindow], object] | None = None
        window.first_painted.connect(self._on_window_first_painted)

    def _on_window_first_painted(self) -> None:
        if self.when_shown is not None:
            self.when_shown(self._window)
        self.desk = self._make()
        sys.excepthook = self.desk.take_error
        self.desk.show(self._path)


def run_desk(
    stores: "Stores",
    path: Path | None = None,
    *,
    settings_file: Path | None = None,
    clock: "Clock" = local_now,
    when_shown: Callable[[MainWindow], object] | None = None,
) -> int:
    """Open the desk with `path` (None: the start page) and return the exit code when it is closed.

    `when_shown` is called with the window right after the first paint, before anything else is loaded.
    """
    app = QApplication.instance()
    if not isinstance(app, QApplication):
        app = QApplication(sys.argv[:1])
    app.setApplicationName("votum")
    app.setApplicationDisplayName("Votum")
    language = language_of(QLocale.system().name())
    settings = SettingsStore(settings_file or default_file(), language)
    window = MainWindow(_ground(app, settings.values.scheme))

    def make() -> "Desk":
        from reviewer_app.ui.desk.desk import Desk

        return Desk(app, stores, settings, window=window, clock=clock)

    start = _Start(app, window, make, path)
    start.when_shown = when_shown
    before = sys.excepthook
    window.place(settings.values.window)
    window.show()
    try:
        return app.exec()
    finally:
        sys.excepthook = before
        if start.desk is not None:
            start.desk.close()
