"""300 things a person does at the desk, replayed; every event the window handles is timed.

What counts is the CPU time of the window thread per event from outside: on a shared machine the wall clock also times
others. Both are printed.
"""

import os
import statistics
import sys
import time
from collections import defaultdict
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, override

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from reviewer_app.ui.shell.navigation import CONSOLIDATIONS, Place
from tests.bench import children
from tests.bench.material import CASE, DRAFT
from tests.keys import type_text

if TYPE_CHECKING:
    from reviewer_app.ui.desk.desk import Desk

ACTIONS = 300
LIMIT = 0.016
_SHARE = 0.95

type Act = tuple[str, Callable[[], object]]


@dataclass(frozen=True, slots=True)
class Handled:
    """One event: CPU and wall seconds, during which action (name and number), what it was."""

    cpu: float
    wall: float
    action: str
    event: str
    number: int


class RecordingApplication(QApplication):
    """Times every event that reaches it from outside another one."""

    handled: list[Handled]
    action = ""
    number = 0
    inside = False

    @override
    def notify(self, receiver: QObject, event: QEvent) -> bool:
        if self.inside or not self.action:
            return super().notify(receiver, event)
        self.inside = True
        kind = event.type().name
        cpu, wall = time.thread_time(), time.perf_counter()
        try:
            return super().notify(receiver, event)
        finally:
            self.inside = False
            self.keep(cpu, wall, f"{kind} {type(receiver).__name__}")

    def keep(self, cpu: float, wall: float, event: str) -> None:
        """Remember an event that began at these moments."""
        spent = (time.thread_time() - cpu, time.perf_counter() - wall)
        self.handled.append(Handled(*spent, self.action, event, self.number))


def _focused(desk: "Desk") -> QWidget:
    return desk.window.focusWidget() or desk.window


def _key(desk: "Desk", key: Qt.Key, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
    QTest.keyClick(_focused(desk), key, modifier)


def _act(desk: "Desk", name: str) -> Callable[[], object]:
    return lambda: desk.window.actions_table.trigger(name)


def _go(desk: "Desk", page: str, number: str, detail: str = "") -> Callable[[], object]:
    return lambda: desk.window.router.go(Place(page, number, detail))


def reading(desk: "Desk") -> Iterator[Act]:
    """A reviewer works: list, open, score by keys, reason, next criterion, papers, pages, palette, back."""
    from reviewer_app.ui.reading.presenter import ReadingPresenter

    def paper(key: str) -> None:
        presenter = desk.window.router.presenter
        assert isinstance(presenter, ReadingPresenter)
        presenter.annexes.first.open(key)

    for turn, number in enumerate((DRAFT, CASE, "GC-2026-012", DRAFT)):
        yield "list", _act(desk, "go_applications")
        for _ in range(3):
            yield "list: next row", lambda: _key(desk, Qt.Key.Key_Down)
        yield "open application", _go(desk, "reading", number)
        for step in range(9):
            digit = Qt.Key(Qt.Key.Key_0.value + (step + turn) % 6)
            yield "score by key", partial(_key, desk, digit)
            yield "type rationale", lambda: _reason(desk)
            yield "next criterion", _act(desk, "next_criterion")
        for key in ("A05", "A03", "A01", "A07"):
            yield "open paper", partial(paper, key)
            yield "page on", lambda: _key_in_papers(desk, Qt.Key.Key_PageDown)
            yield "page on", lambda: _key_in_papers(desk, Qt.Key.Key_PageDown)
        yield "open form", lambda: paper("form")
        yield "form: page on", lambda: _key_in_papers(desk, Qt.Key.Key_PageDown)
        yield "open palette", _act(desk, "palette")
        yield "type in palette", lambda: type_text(_focused(desk), "we")
        yield "close palette", lambda: _key(desk, Qt.Key.Key_Escape)
        yield "back", _act(desk, "back")


def _reason(desk: "Desk") -> None:
    page = desk.window.router.page
    field = page.scoring.criterion.rationale  # type: ignore[union-attr] # the reading page is in sight
    field.setFocus()
    type_text(field, "Größe passt")


def _key_in_papers(desk: "Desk", key: Qt.Key) -> None:
    page = desk.window.router.page
    area = page.annex  # type: ignore[union-attr] # the reading page is in sight
    area.setFocus()
    _key(desk, key)


def deciding(desk: "Desk") -> Iterator[Act]:
    """A chair consolidates: list, open, next criteria, values, back."""
    for number in (CASE, "GC-2026-012", DRAFT, CASE, "GC-2026-012", DRAFT):
        yield "consolidations", _go(desk, CONSOLIDATIONS, "")
        yield "list: next row", lambda: _key(desk, Qt.Key.Key_Down)
        yield "open consolidation", _go(desk, "consolidation", number, "B1")
        for step in range(8):
            yield "consolidation: next criterion", lambda: _key(desk, Qt.Key.Key_Down)
            digit = Qt.Key(Qt.Key.Key_1.value + step % 5)
            yield "consolidation: key", partial(_key, desk, digit)
        yield "back", _act(desk, "back")


def replay(desk: "Desk", app: RecordingApplication, acts: Iterator[Act], most: int) -> int:
    """Do at most so many things, each until everything has come to rest; return how many."""
    done = 0
    for name, act in acts:
        if done == most:
            break
        app.action, app.number = name, app.number + 1
        act_timed(app, act)
        children.wait(lambda: desk.operations.idle)
        _rest(desk)
        app.action = ""
        done += 1
    return done


def act_timed(app: RecordingApplication, act: Callable[[], object]) -> None:
    """Do it as the one handler it would be where a command stands for a key that was pressed."""
    before = len(app.handled)
    cpu, wall = time.thread_time(), time.perf_counter()
    act()
    if len(app.handled) == before:
        app.keep(cpu, wall, "command")


def _rest(desk: "Desk") -> None:
    """Let pages be rendered and painted, and idle slices run out."""
    quiet = time.monotonic() + 0.03
    while time.monotonic() < quiet:
        QApplication.processEvents()
        page = desk.window.router.page
        if not desk.operations.idle or (page is not None and page.is_covered):
            quiet = time.monotonic() + 0.03
        time.sleep(0.002)


def main() -> None:
    """Replay and print: reviewer's file, chair's file."""
    app = children.application(RecordingApplication)
    assert isinstance(app, RecordingApplication)
    app.handled = []
    desk = children.open_desk(app, Path(sys.argv[1]))
    done = replay(desk, app, reading(desk), ACTIONS)
    children.close_desk(desk)
    desk = children.open_desk(app, Path(sys.argv[2]))
    done += replay(desk, app, deciding(desk), ACTIONS - done)
    children.close_desk(desk)
    if os.environ.get("VOTUM_BENCH_TALK"):
        _talk(app.handled)
    worst = max(app.handled, key=lambda one: one.cpu)
    children.answer(
        {
            "actions": done,
            "events": len(app.handled),
            "p95": _high(_slowest(app.handled, lambda one: one.cpu)),
            "wall": _high(_slowest(app.handled, lambda one: one.wall)),
            "all": _high([one.cpu for one in app.handled]),
            "over": sum(one.cpu > LIMIT for one in app.handled),
            f"worst {worst.action}, {worst.event}": worst.cpu,
        }
    )


def _slowest(handled: list[Handled], figure: Callable[[Handled], float]) -> list[float]:
    """Return for each action the slowest of its events: that is the wait a person may feel."""
    found: defaultdict[int, float] = defaultdict(float)
    for one in handled:
        found[one.number] = max(found[one.number], figure(one))
    return list(found.values())


def _high(figures: list[float]) -> float:
    return sorted(figures)[int(len(figures) * _SHARE)]


def _talk(handled: list[Handled]) -> None:
    """Say per action and event how long the slowest took."""
    found: defaultdict[tuple[str, str], list[float]] = defaultdict(list)
    for one in handled:
        found[one.action, one.event].append(one.cpu)
    for (action, event), times in sorted(found.items(), key=lambda one: -max(one[1]))[:40]:
        median = statistics.median(times) * 1e3
        sys.stderr.write(f"{max(times) * 1e3:7.1f} {median:7.1f} {len(times):5} {action} · {event}\n")


if __name__ == "__main__":
    main()
