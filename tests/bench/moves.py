"""Single moves at the desk, each until it is painted, beside bare Qt or PDFium doing the same."""

import itertools
import statistics
import sys
import time
from collections.abc import Callable
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QApplication, QWidget

from reviewer_app.ui.applications.page import ApplicationsPage
from reviewer_app.ui.kit.stylesheet import stylesheet
from reviewer_app.ui.kit.tokens import Scheme
from reviewer_app.ui.reading.page import ReadingPage
from reviewer_app.ui.reading.presenter import ReadingPresenter
from reviewer_app.ui.shell.navigation import APPLICATIONS, Place
from tests.bench import bare_window, children
from tests.bench.material import CASE, DRAFT, PAPER

if TYPE_CHECKING:
    from reviewer_app.ui.desk.desk import Desk

ROUNDS, SIZES = 7, (1366, 1300, 1240, 1180, 1110, 1060, 1240, 1330)


class Moves:
    """The desk with its two pages at hand."""

    def __init__(self, desk: "Desk") -> None:
        """Hold `desk`, which shows the list."""
        self.desk = desk
        self.router = desk.window.router
        page = self.router.page_of("reading")
        assert isinstance(page, ReadingPage)
        self.page = page
        self.presenter = next(one for one in self.router.presenters() if isinstance(one, ReadingPresenter))

    def trigger(self, action: str) -> None:
        """Carry an action out and paint."""
        self.desk.window.actions_table.trigger(action)
        children.drain()

    def settled(self) -> None:
        """Wait until nothing runs and everything is painted."""
        children.wait(lambda: self.desk.operations.idle and self.page.annex.form.is_whole)
        children.drain()

    def open(self, number: str) -> None:
        """Open an application until its form is painted."""
        self.router.go(Place("reading", number))
        children.wait(lambda: self.presenter.reading is not None and self.desk.operations.idle)
        children.wait(lambda: not self.page.is_covered)
        children.drain()

    def open_paper(self, key: str) -> None:
        """Open a paper until the picture of its first page is painted."""
        pages = self.page.annex.pages
        self.presenter.annexes.first.open(key)
        children.wait(lambda: self.page.annex.bar.isVisible() and pages.isVisible() and pages.is_sharp)
        children.drain()

    def close(self) -> None:
        """Go back to the list."""
        self.router.go(Place(APPLICATIONS))
        self.settled()


def both(work: Callable[[], object]) -> tuple[float, float]:
    """Return CPU and wall seconds of a work."""
    start = time.perf_counter()
    cpu = children.spent(work)
    return cpu, time.perf_counter() - start


def opening(moves: Moves, file: Path) -> children.Figures:
    """Open the heavy application until the first page of a paper is painted; the floor is PDFium alone."""
    cpu, wall, form = [], [], []
    for turn in range(ROUNDS + 1):
        first = both(lambda: moves.open(CASE))
        second = both(lambda: moves.open_paper(PAPER))
        if turn:
            cpu.append(first[0] + second[0])
            wall.append(first[1] + second[1])
            form.append(first[1])
        moves.close()
        moves.open(DRAFT)
        moves.settled()
        moves.close()
    scale = moves.page.annex.pages.scale
    bare_window.page_of(file, 0, scale)
    floor = statistics.median(children.spent(lambda: bare_window.page_of(file, 0, scale)) for _ in range(ROUNDS))
    return {
        "open": statistics.median(cpu),
        "open_floor": floor,
        "open_wall": statistics.median(wall),
        "open_form_wall": statistics.median(form),
    }


def reading(moves: Moves, file: Path) -> children.Figures:
    """Change criterion and page with a paper in sight."""
    moves.open(CASE)
    moves.open_paper(PAPER)
    moves.settled()
    bare = bare_window.Criterion()
    steps = itertools.cycle(["next_criterion"] * 9 + ["previous_criterion"] * 9)
    criterion = children.medians(lambda: moves.trigger(next(steps)), bare.change, 3 * ROUNDS)
    pages = moves.page.annex.pages
    numbers, others = itertools.cycle([*range(1, pages.count - 1, 2)]), itertools.cycle(range(0, pages.count - 1, 2))

    def turn() -> None:
        pages.go_to(next(numbers))
        children.wait(lambda: pages.is_sharp)
        children.drain()

    page = children.medians(turn, lambda: bare_window.page_of(file, next(others), pages.scale), ROUNDS)
    return {"criterion": criterion[0], "criterion_floor": criterion[1], "page": page[0], "page_floor": page[1]}


def palette(moves: Moves) -> children.Figures:
    """Open the palette over 200 applications and type the first letter."""
    moves.close()
    page = moves.router.page
    assert isinstance(page, ApplicationsPage)
    some = page.model.all_rows
    page.show_rows([replace(some[n % len(some)], number=f"GC-2026-{n:03}") for n in range(200)])
    children.drain()
    times = []
    letters = itertools.cycle("wkbpa")
    for _ in range(ROUNDS + 1):
        moves.trigger("palette")

        def first() -> None:
            moves.desk.window.command_palette.type(next(letters))
            children.drain()

        times.append(children.spent(first))
        moves.desk.window.command_palette.close_palette()
        children.drain()
    bare = bare_window.Finder([f"{line.name} {line.facts}" for line in page.model.all_rows])
    floor = statistics.median(children.spent(lambda: bare.show_for(next(letters))) for _ in range(ROUNDS))
    return {"palette": statistics.median(times[1:]), "palette_floor": floor}


def looks(moves: Moves, app: QApplication) -> children.Figures:
    """Switch the theme and resize over an open application; the floor has as many plain widgets and the same words."""
    moves.open(CASE)
    moves.settled()
    desk, window = moves.desk, moves.desk.window
    count = len(window.findChildren(QWidget))
    schemes = itertools.cycle([Scheme.DARK, Scheme.LIGHT])
    words = moves.page.annex.form.toPlainText()

    def switch() -> None:
        desk.settings.change(scheme=next(schemes))
        children.drain()

    switched = [children.spent(switch) for _ in range(ROUNDS + 1)][1:]
    moves.settled()
    resized = _resizes(lambda width: window.resize(width, 768))
    window.hide()
    desk.close()
    bare = bare_window.Crowd(count, words)
    palettes = itertools.cycle([QPalette("#202020"), QPalette("#f0f0f0")])
    sheets = itertools.cycle([stylesheet(desk.theme) + " ", stylesheet(desk.theme)])

    def plainly() -> None:
        app.setPalette(next(palettes))
        app.setStyleSheet(next(sheets))
        children.drain()

    plain = [children.spent(plainly) for _ in range(ROUNDS + 1)][1:]
    return {
        "theme": statistics.median(switched),
        "theme_floor": statistics.median(plain),
        "widgets": count,
        "resize": resized,
        "resize_floor": _resizes(lambda width: bare.resize(width, 768)),
    }


def _resizes(resize: Callable[[int], object]) -> float:
    """Return the slowest step of a drag over all widths; of each step the median counts."""

    def step(width: int) -> None:
        resize(width)
        children.drain()

    turns: list[list[float]] = [[children.spent(partial(step, width)) for width in SIZES] for _ in range(ROUNDS)]
    steps: list[float] = [statistics.median(times) for times in zip(*turns, strict=True)]
    return max(steps)


def main() -> None:
    """Measure over the heavy round and print; arguments: the round, the plain file of one of its papers."""
    app = children.application()
    moves = Moves(children.open_desk(app, Path(sys.argv[1])))
    file = Path(sys.argv[2])
    figures = opening(moves, file) | reading(moves, file) | palette(moves) | looks(moves, app)
    children.answer(figures)


if __name__ == "__main__":
    main()
