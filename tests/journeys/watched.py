"""The program as it is, watched: answers over two pipes what a screen reader would be told.

A process of its own, so that the journey's keys reach it through the X server and `kill -9` hits nothing else.
Usage: python -m tests.journeys.watched ASKED ANSWERS [WORKSPACE]   (two open file descriptors)
"""

import json
import os
import sys
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from PySide6.QtGui import QAccessibleInterface
    from PySide6.QtWidgets import QWidget

    from reviewer_app.ui.shell.main_window import MainWindow

_BREATH = 10
"""Milliseconds between a question and its answer, so that asking again and again leaves the window its time."""


class Watch:
    """Answers one JSON line per line asked."""

    def __init__(self, asked: int, answers: int) -> None:
        """Listen while the event loop runs."""
        from PySide6.QtCore import QSocketNotifier
        from PySide6.QtGui import QAccessible

        QAccessible.setActive(True)
        self._asked = asked
        self._answers = answers
        self._triggered: list[str] = []
        self._heard: set[int] = set()
        self._notifier = QSocketNotifier(asked, QSocketNotifier.Type.Read)
        self._notifier.activated.connect(self._on_notifier_activated)

    def _on_notifier_activated(self) -> None:
        from PySide6.QtCore import QTimer

        question = os.read(self._asked, 64).decode()
        if not question:
            self._notifier.setEnabled(False)
            return
        QTimer.singleShot(_BREATH, lambda: self._answer(question.strip()))

    def _answer(self, question: str) -> None:
        try:
            found = {"state": self._state, "words": self._words, "mute": self._mute, "unmute": self._unmute}[question]()
        except Exception as error:  # noqa: BLE001 # reason: the journey shall read it, the program go on
            found = {"fault": repr(error)}
        line = json.dumps(found, ensure_ascii=False).encode() + b"\n"
        while line:
            line = line[os.write(self._answers, line) :]

    def _window(self) -> "MainWindow | None":
        from PySide6.QtWidgets import QApplication

        from reviewer_app.ui.shell.main_window import MainWindow

        shown = [one for one in QApplication.topLevelWidgets() if isinstance(one, MainWindow) and one.isVisible()]
        window = shown[0] if shown and hasattr(shown[0], "router") else None
        if window is not None and id(window) not in self._heard:
            self._heard.add(id(window))
            window.actions_table.action_triggered.connect(self._triggered.append)
        return window

    def _state(self) -> dict[str, Any]:
        from PySide6.QtWidgets import QApplication

        window = self._window()
        here = window.router.here if window is not None else None
        active, focus = QApplication.activeWindow(), QApplication.focusWidget()
        return {
            "page": here.page if here else "",
            "application": here.application if here else "",
            "detail": here.detail if here else "",
            "id": int(window.winId()) if window is not None else 0,
            "title": window.windowTitle() if window is not None else "",
            "active": active.windowTitle() if active is not None else "",
            "window": type(active).__name__ if active is not None else "",
            "idle": window is not None and window.context.operations.idle and not _is_covered(window),
            "save": window.context.operations.save_state.status.name if window is not None else "",
            "focus": _spoken(_deepest(focus)) if focus is not None else {},
            "widget": type(focus).__name__ if focus is not None else "",
            "triggered": self._triggered,
        }

    def _mute(self) -> dict[str, Any]:
        """Let every action be allowed, and do nothing but say that it was reached."""
        from reviewer_app.ui.shell.action_table import ROWS, Need

        window = self._window()
        if window is not None:
            window.actions_table.bind("journey", {row.id: lambda: None for row in ROWS})
            window.actions_table.show_needs(frozenset(Need), window.context.role)
        self._triggered.clear()
        return {}

    def _unmute(self) -> dict[str, Any]:
        """Let actions do again what they do."""
        window = self._window()
        if window is not None:
            window.actions_table.bind("journey", {})
            window.router.needs_changed.emit()
        return {}

    def _words(self) -> list[dict[str, Any]]:
        from PySide6.QtGui import QAccessible
        from PySide6.QtWidgets import QApplication

        root = QApplication.activeWindow() or self._window()
        found: list[dict[str, Any]] = []
        if root is not None:
            _walk(QAccessible.queryAccessibleInterface(root), found)
        return found


def _is_covered(window: "MainWindow") -> bool:
    page = window.router.page
    return page is not None and page.is_covered


def _deepest(widget: "QWidget") -> "QAccessibleInterface":
    """Return the interface that has the focus: in a table the cell."""
    from PySide6.QtGui import QAccessible

    interface = QAccessible.queryAccessibleInterface(widget)
    child = interface.focusChild()
    return child if child is not None and child.isValid() else interface


def _spoken(interface: "QAccessibleInterface") -> dict[str, Any]:
    """Return what a screen reader says of an interface."""
    from PySide6.QtGui import QAccessible

    kind, state = QAccessible.Text, interface.state()
    return {
        "role": interface.role().name,
        "name": interface.text(kind.Name),
        "value": interface.text(kind.Value),
        "description": interface.text(kind.Description),
        "checked": bool(state.checked),
        "selected": bool(state.selected),
        "disabled": bool(state.disabled),
    }


def _walk(interface: "QAccessibleInterface", found: list[dict[str, Any]]) -> None:
    if interface is None or not interface.isValid() or interface.state().invisible:
        return
    spoken = _spoken(interface)
    if spoken["name"] or spoken["value"]:
        found.append(spoken)
    for place in range(interface.childCount()):
        child = interface.child(place)
        if child is not None:
            _walk(child, found)


def main() -> int:
    """Run the program with its window watched."""
    asked, answers = int(sys.argv[1]), int(sys.argv[2])
    sys.argv[1:3] = []
    sys.argv[0] = "main.py"
    from reviewer_app.ui import start

    kept: list[Watch] = []
    plain = start.run_desk

    def run_desk(*given: Any, **named: Any) -> int:  # noqa: ANN401 # reason: handed on as they come
        return plain(*given, when_shown=lambda _window: kept.append(Watch(asked, answers)), **named)

    start.run_desk = run_desk
    import main as program

    return program.main()


if __name__ == "__main__":
    sys.exit(main())
