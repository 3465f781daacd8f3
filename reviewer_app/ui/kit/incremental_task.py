"""Work that is too long for one event, done in parts with an event each, so that the window answers in between."""

from collections.abc import Callable, Iterator

from PySide6.QtCore import QObject, QTimer


class IncrementalTask(QObject):
    """Goes through one piece of work at a time; one begun before the last has ended takes its place."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._parts: Iterator[None] = iter(())
        self._then: Callable[[], None] = self.stop
        self._next = QTimer(self, interval=0)
        self._next.timeout.connect(self._on_next_timeout)

    def begin(self, parts: Iterator[None], then: Callable[[], None]) -> None:
        """Do one part with each event from the next one on, and `then` after the last."""
        self._parts, self._then = parts, then
        self._next.start()

    def stop(self) -> None:
        """Leave undone what is left."""
        self._parts = iter(())
        self._next.stop()

    def _on_next_timeout(self) -> None:
        parts = self._parts
        for _ in parts:
            return
        if parts is self._parts:
            self._next.stop()
            self._then()
