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


class DeskUser:
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


def page_of(user: DeskUser) -> ReadingPage:
    page = user.window.router.page
    assert isinstance(page, ReadingPage)
    return page


def presenter_of(user: DeskUser) -> ReadingPresenter:
    presenter = user.window.router.presenter
    assert isinstance(presenter, ReadingPresenter)
    return presenter


def stored(user: DeskUser, person: str = worked_case.ADLER) -> Review:
    """Return a review as the store has it."""
    workspace = user.desk.context.workspace
    assert workspace is not None
    found: list[Review | None] = []
    pending = user.desk.operations.run(lambda uow: uow.reviews.find(worked_case.APPLICATION, person))
    pending.done(found.append).read()
    user.settle()
    assert found
    assert found[0] is not None
    return found[0]


def add_annex(user: DeskUser, data: bytes, media_type: str, state: AnnexState, page_count: int = 0) -> None:
    """Add an annex A09 to the worked case, as a newer version of the application, and open it."""

    def store(uow: UnitOfWork) -> None:
        sha256, size = uow.files.add(iter([data]))
        application = uow.applications.get(worked_case.APPLICATION)
        annex = Annex("A09", "A09", sha256, size, media_type, page_count, (state,))
        more = (*application.annexes, annex)
        uow.applications.add(replace(application, version=application.version + 1, annexes=more), "more")
        uow.commit()

    user.desk.operations.run(store).write()
    user.settle()
    presenter_of(user).load()
    user.settle()
    presenter_of(user).annexes.first.open("A09")
    user.settle()


def opened(user: DeskUser) -> str:
    here = user.window.router.here
    assert here is not None
    return here.detail
