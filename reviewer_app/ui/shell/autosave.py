"""Stores typed text at the latest one second after a key, also while typing goes on, and at once when asked.

Not a timer that starts again with every key: then a fast typist would be stored last.
"""

from collections.abc import Callable

from PySide6.QtCore import QObject, QTimer

AT_LATEST = 1_000
"""Milliseconds between a key and the store."""


class Autosave(QObject):
    """Texts that wait to be stored, by key; the newest of each key is stored."""

    def __init__(self, parent: QObject) -> None:
        """Belong to a presenter; flush when its page is left."""
        super().__init__(parent)
        self._waiting: dict[object, Callable[[], object]] = {}
        self._timer = QTimer(self, singleShot=True, interval=AT_LATEST)
        self._timer.timeout.connect(self.flush)

    def note(self, key: object, store: Callable[[], object]) -> None:
        """Store by calling `store` within a second; a later note with the same key replaces this one."""
        self._waiting[key] = store
        if not self._timer.isActive():
            self._timer.start()

    @property
    def waits(self) -> bool:
        """Whether something is not handed over yet."""
        return bool(self._waiting)

    @property
    def waiting(self) -> frozenset[object]:
        """The keys of what is not handed over yet."""
        return frozenset(self._waiting)

    def flush(self) -> None:
        """Store everything that waits, now."""
        self._timer.stop()
        waiting, self._waiting = self._waiting, {}
        for store in waiting.values():
            store()
