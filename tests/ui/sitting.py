"""A person in front of the desk: keys go to whatever has the focus; and what the store has after them."""

from dataclasses import replace

from PySide6.QtCore import QSize, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from reviewer_app.domain.application import Annex, AnnexState
from reviewer_app.domain.reviews.review import Review
from reviewer_app.services.ports import UnitOfWork
from reviewer_app.ui.desk.desk import Desk
from reviewer_app.ui.reading.page import ReadingPage
from reviewer_app.ui.reading.presenter import ReadingPresenter
from reviewer_app.ui.shell.navigation import Place
from tests.factories import worked_case
from tests.keys import type_text


class Sitting:
    """A desk with a person in front of it: keys go to whatever has the focus."""

    def __init__(self, desk: Desk, qtbot: QtBot) -> None:
        self.desk = desk
        self.window = desk.window
        self._qtbot = qtbot

    def go(self, place: Place) -> None:
        self.window.router.go(place)
        self.settle()

    def settle(self) -> None:
        """Wait until everything entered is stored and shown."""
        self._qtbot.waitUntil(lambda: self.desk.operations.idle)
        QApplication.processEvents()
        self._qtbot.waitUntil(lambda: self.desk.operations.idle and not self.is_covered)
        QApplication.processEvents()  # the second half of a page comes an event after the first

    @property
    def is_covered(self) -> bool:
        """Whether the page in sight is still being filled under its cover."""
        page = self.window.router.page
        return page is not None and page.is_covered

    @property
    def focus(self) -> QWidget:
        found = self.window.focusWidget()
        assert found is not None
        return found

    def press(self, key: Qt.Key, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
        QTest.keyClick(self.focus, key, modifier)

    def type(self, text: str) -> None:
        type_text(self.focus, text)

    def resize(self, width: int, height: int) -> None:
        self.window.resize(QSize(width, height))
        QApplication.processEvents()


def page_of(sitting: Sitting) -> ReadingPage:
    page = sitting.window.router.page
    assert isinstance(page, ReadingPage)
    return page


def presenter_of(sitting: Sitting) -> ReadingPresenter:
    presenter = sitting.window.router.presenter
    assert isinstance(presenter, ReadingPresenter)
    return presenter


def stored(sitting: Sitting, person: str = worked_case.ADLER) -> Review:
    """Return a review as the store has it."""
    workspace = sitting.desk.context.workspace
    assert workspace is not None
    found: list[Review | None] = []
    pending = sitting.desk.operations.run(lambda uow: uow.reviews.find(worked_case.APPLICATION, person))
    pending.done(found.append).read()
    sitting.settle()
    assert found
    assert found[0] is not None
    return found[0]


def add_annex(sitting: Sitting, data: bytes, media_type: str, state: AnnexState, page_count: int = 0) -> None:
    """Add an annex A09 to the worked case, as a newer version of the application, and open it."""

    def store(uow: UnitOfWork) -> None:
        sha256, size = uow.files.add(iter([data]))
        application = uow.applications.get(worked_case.APPLICATION)
        annex = Annex("A09", "A09", sha256, size, media_type, page_count, (state,))
        more = (*application.annexes, annex)
        uow.applications.add(replace(application, version=application.version + 1, annexes=more), "more")
        uow.commit()

    sitting.desk.operations.run(store).write()
    sitting.settle()
    presenter_of(sitting).load()
    sitting.settle()
    presenter_of(sitting).annexes.first.open("A09")
    sitting.settle()


def opened(sitting: Sitting) -> str:
    here = sitting.window.router.here
    assert here is not None
    return here.detail
