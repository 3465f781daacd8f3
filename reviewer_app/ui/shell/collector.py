"""Keeps Python's cyclic collector in the window thread, and its pauses too short to be felt.

It runs in whichever thread allocates; with widgets in reference cycles and a busy thread that ended in a crash
(measured, PySide6 6.12). So the automatic collector is off and a timer of the window thread collects.

Looking at everything took 50 to 150 ms for a desk with all its pages, which live as long as the desk. So they are held
(`gc.freeze`): a collection looks at what came later, and at everything only while the person is in another program.
"""

import gc
import time
from collections.abc import Callable

from PySide6.QtCore import QObject, Qt, QTimer
from PySide6.QtGui import QGuiApplication

YOUNG_EVERY = 1_000
ALL_EVERY = 30_000
WHOLE_AFTER = 2_000
"""Milliseconds between collections of young objects, and of all that is not held when nothing runs; and after which
everything is looked at once the person has turned to another program."""

_LONG = 0.008
"""Seconds of a collection from which on its survivors are held too: a large round that was opened is looked at once."""


class Collector(QObject):
    """Collects in the window thread; `stop` gives the automatic collector back."""

    def __init__(self, parent: QObject, is_idle: Callable[[], bool]) -> None:
        """Turn the automatic collector off; all but young objects wait until `is_idle()`."""
        super().__init__(parent)
        self._is_idle = is_idle
        self._was_on = gc.isenabled()
        self._holds = False
        gc.disable()
        self._young = QTimer(self, interval=YOUNG_EVERY)
        self._young.timeout.connect(self._on_young_timeout)
        self._young.start()
        self._all = QTimer(self, interval=ALL_EVERY)
        self._all.timeout.connect(self._on_all_timeout)
        self._all.start()
        self._whole = QTimer(self, interval=WHOLE_AFTER)
        self._whole.timeout.connect(self._on_whole_timeout)
        app = QGuiApplication.instance()
        if isinstance(app, QGuiApplication):
            app.applicationStateChanged.connect(self._on_application_state_changed)

    def hold(self) -> None:
        """Take all there is out of later collections, which takes no time; what somebody else holds stays theirs."""
        if self._holds or not gc.get_freeze_count():
            gc.freeze()
            self._holds = True

    def renew(self) -> None:
        """Let go of what is held and look at everything soon: most of it is gone (a window in another language)."""
        self._let_go()
        self._whole.start()

    def stop(self) -> None:
        """Stop collecting and leave the collector as it was."""
        for timer in (self._young, self._all, self._whole):
            timer.stop()
        self._let_go()
        if self._was_on:
            gc.enable()

    def _let_go(self) -> None:
        if self._holds:
            gc.unfreeze()
            self._holds = False

    def _on_young_timeout(self) -> None:
        gc.collect(1)

    def _on_all_timeout(self) -> None:
        if self._is_idle():
            start = time.thread_time()
            gc.collect()
            if time.thread_time() - start > _LONG:
                self.hold()

    def _on_whole_timeout(self) -> None:
        if self._is_idle():
            self._whole.stop()
            self._let_go()
            gc.collect()
            self.hold()

    def _on_application_state_changed(self, state: Qt.ApplicationState) -> None:
        if state is Qt.ApplicationState.ApplicationActive:
            self._whole.stop()
        elif self._young.isActive():
            self._whole.start()
