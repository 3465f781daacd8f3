"""Random words of files nobody here wrote: dragged over with the mouse, linked by a key, exported, found by poppler.

One window for all of them, and one export at the end; where a word is, another library says.
"""

import random
import re
import shutil
from collections.abc import Iterator
from dataclasses import replace
from itertools import groupby
from operator import itemgetter
from pathlib import Path

import pikepdf
import pytest
from PySide6.QtCore import QPointF, Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from reviewer_app.domain.annotations.annotation import Annotation, PagePlace, Rect
from reviewer_app.domain.application import Annex
from reviewer_app.services.annotations import editing
from reviewer_app.services.export.exporting import ExportRequest, Product, export
from reviewer_app.services.ports import UnitOfWork
from tests.exports.annotated.test_words import LEFT_OUT, exported_quads, lies_under, poppler
from tests.factories import worked_case
from tests.ui.conftest import OpenCase
from tests.ui.desk_user import DeskUser, page_of, presenter_of

pytestmark = pytest.mark.skipif(shutil.which("pdftotext") is None, reason="pdftotext (poppler) is not installed")

WORDS = 100
PATIENCE = 60_000
"""Milliseconds that storing and exporting all words may take on a slow machine."""

_PLAIN = re.compile(r"\w{3,}")

type Target = tuple[str, int, Rect, str]
"""Annex, page from 0, box from the page's upper left corner in points, text."""


def files(folder: Path) -> dict[str, Path]:
    """Give the samples that are read as they are shown, by the kind they get as annexes."""
    found = []
    for file in sorted(folder.glob("*.pdf")):
        try:
            with pikepdf.open(file) as pdf:
                plain = all(page.cropbox == page.mediabox and not page.obj.get("/Rotate", 0) for page in pdf.pages)
        except (pikepdf.PdfError, pikepdf.PasswordError):
            continue
        if plain and file.stem not in LEFT_OUT:
            found.append(file)
    return {f"A{20 + number}": file for number, file in enumerate(found)}


def targets(papers: dict[str, Path]) -> list[Target]:
    """Give the same random words in each run, file by file and page by page."""
    every = [
        (kind, page, box, text)
        for kind, file in papers.items()
        for page, words in enumerate(poppler(file))
        for box, text in words
        if _PLAIN.fullmatch(text)
    ]
    return sorted(random.Random(7).sample(every, WORDS))  # noqa: S311  # the same words in each run


def bring_in(uow: UnitOfWork, papers: dict[str, Path]) -> None:
    """Let the samples be annexes of the application."""
    annexes = []
    for kind, file in papers.items():
        sha256, size = uow.files.add(iter([file.read_bytes()]))
        annexes.append(Annex(kind, file.name, sha256, size, "application/pdf", 1))
    before = uow.applications.get(worked_case.APPLICATION)
    uow.applications.add(replace(before, version=before.version + 1, annexes=tuple(annexes)), "samples")
    uow.commit()


class Reading:
    """A person who drags over words in the window."""

    def __init__(self, user: DeskUser, qtbot: QtBot) -> None:
        self._user, self._qtbot = user, qtbot
        self._page = page_of(user)
        self._reader = self._page.annex.reader

    def open(self, kind: str, criterion: str) -> None:
        """Open a paper, and a criterion of its own, so that no list of passages grows endlessly."""
        presenter_of(self._user).show_criterion(criterion)
        presenter_of(self._user).annexes.first.open(kind)
        self.settle()
        annex, view = self._page.annex, self._reader.view  # which shows the one before until this is opened
        self._qtbot.waitUntil(lambda: annex.shows_pages and view.name == kind, timeout=PATIENCE)
        self._page.annex.take_focus()

    def settle(self) -> None:
        """Wait until everything is stored, however much it is."""
        self._qtbot.waitUntil(lambda: self._user.desk.operations.idle, timeout=PATIENCE)
        self._user.settle()

    def link(self, page: int, box: Rect) -> None:
        """Drag from the first to the last letter and press the key."""
        view, reader = self._reader.view, self._reader
        reader.texts.want(page)
        self._qtbot.waitUntil(lambda: reader.texts.layer(page) is not None)
        view.go_to(page + 1, max(box[1] / view.box_of(page).height() * view.shown_scale - 0.2, 0.0))
        self._qtbot.waitUntil(lambda: view.is_sharp)  # one sees the word before one reaches for it
        middle = (box[1] + box[3]) / 2
        start, end = (self._place(page, across, middle) for across in (box[0] + 0.5, box[2] - 0.5))
        port = view.viewport()
        QTest.mousePress(port, Qt.MouseButton.LeftButton, pos=start.toPoint())
        QTest.mouseMove(port, ((start + end) / 2).toPoint())
        QTest.mouseMove(port, end.toPoint())
        QTest.mouseRelease(port, Qt.MouseButton.LeftButton, pos=end.toPoint())
        assert reader.selection_tool.selection is not None, (page, box)
        QTest.keyClick(view, Qt.Key.Key_F)

    def _place(self, page: int, across: float, down: float) -> QPointF:
        scale = self._reader.view.shown_scale
        return self._reader.view.box_of(page).topLeft() + QPointF(across, down) * scale

    def stored(self) -> Iterator[tuple[PagePlace, Annotation]]:
        found: list[tuple[editing.Listed, ...]] = []
        run = self._user.desk.operations.run(editing.annotations, worked_case.NUMBER)
        run.done(found.append).read()
        self._user.settle()
        for one in found[0]:
            if isinstance(one.annotation.target, PagePlace):
                yield one.annotation.target, one.annotation


def test_what_the_mouse_selects_is_what_other_programs_show(
    open_case: OpenCase, qtbot: QtBot, shared: Path, tmp_path: Path
) -> None:
    papers = files(shared / "samples/pdf")
    chosen = targets(papers)
    user = open_case()
    operations = user.desk.operations
    operations.run(bring_in, papers).write()
    user.settle()
    presenter_of(user).load()
    user.settle()
    reading = Reading(user, qtbot)
    keys = iter(f"{area}{number}" for area in "ABCD" for number in range(1, 6))
    for kind, words in groupby(chosen, key=itemgetter(0)):
        reading.open(kind, next(keys))
        for _kind, page, box, _text in words:
            reading.link(page, box)
    reading.settle()
    made = {one.id: (place, one) for place, one in reading.stored()}
    operations.run(export, tmp_path / "akte", ExportRequest((Product.ANNOTATED,))).read()
    reading.settle()
    wrong = []
    for kind, file in papers.items():
        mine = [target for target in chosen if target[0] == kind]
        if not mine:
            continue
        (copy,) = (tmp_path / "akte").rglob(f"*{file.name}")
        found, quads = poppler(copy), exported_quads(copy.read_bytes())
        marks = [boxes for name, (page, boxes) in quads.items() if name.removeprefix("votum-") in made]
        for _kind, page, _box, text in mine:
            if not any(lies_under(text, boxes, found[page]) for boxes in marks):
                wrong.append(f"{file.name}, {page + 1}: {text}")
    assert len(wrong) <= WORDS / 100, wrong
