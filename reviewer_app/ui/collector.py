"""Keeps Python's cyclic collector in the window thread.

It runs in whichever thread allocates; with widgets in reference cycles and a busy thread that ended in a crash
(measured, PySide6 6.12). So the automatic collector is off and a timer of the window thread collects.
"""

import gc
from collections.abc import Callable

from PySide6.QtCore import QObject, QTimer

YOUNG_EVERY = 1_000
ALL_EVERY = 30_000
"""Milliseconds between collections of young objects, and of everything when nothing runs."""


class Collector(QObject):
    """Collects in the window thread; `stop` gives the automatic collector back."""

    def __init__(self, parent: QObject, is_idle: Callable[[], bool]) -> None:
        """Turn the automatic collector off; a full collection waits until `is_idle()`."""
        super().__init__(parent)
        self._is_idle = is_idle
        self._was_on = gc.isenabled()
        gc.disable()
        self._young = QTimer(self, interval=YOUNG_EVERY)
        self._young.timeout.connect(self._on_young_timeout)
        self._young.start()
        self._all = QTimer(self, interval=ALL_EVERY)
        self._all.timeout.connect(self._on_all_timeout)
        self._all.start()

    def stop(self) -> None:
        """Stop collecting and leave the collector as it was."""
        self._young.stop()
        self._all.stop()
        if self._was_on:
            gc.enable()

    def _on_young_timeout(self) -> None:
        gc.collect(1)

    def _on_all_timeout(self) -> None:
        if self._is_idle():
            gc.collect()
