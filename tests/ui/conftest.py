"""What window tests start from: theme, settings in a folder of their own, operations that end with the test."""

import shutil
from collections.abc import Callable, Generator, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from reviewer_app.domain.ids import PersonId
from reviewer_app.ui.desk.desk import Desk
from reviewer_app.ui.kit.theme import Theme
from reviewer_app.ui.kit.tokens import Scheme
from reviewer_app.ui.shell import navigation
from reviewer_app.ui.shell.context import Context
from reviewer_app.ui.shell.messages import Messages
from reviewer_app.ui.shell.navigation import Place
from reviewer_app.ui.shell.operations import Operations
from reviewer_app.ui.shell.settings import SettingsStore
from reviewer_app.ui.shell.stores import Stores
from tests.factories import rounds, worked_case
from tests.ui.desk_user import DeskUser
from tests.ui.fake_store import FakeWorkspace
from tests.ui.patience import PatientQtBot

type OpenDesk = Callable[..., Desk]
type OpenCase = Callable[..., DeskUser]
type MadeCase = Callable[[PersonId, bool], Path]


@pytest.hookimpl(wrapper=True, tryfirst=True)
def pytest_runtest_teardown() -> Generator[None]:
    """Let widgets of a test be gone when it is over: the next theme would dress them again, half collected."""
    yield
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)


@pytest.fixture
def qtbot(qapp: QApplication, request: pytest.FixtureRequest) -> QtBot:
    """Give pytest-qt's own with patience."""
    del qapp
    return PatientQtBot(request)


@pytest.fixture
def theme(qapp: QApplication) -> Theme:
    return Theme(qapp, scheme=Scheme.LIGHT)


@pytest.fixture
def settings(tmp_path: Path) -> SettingsStore:
    store = SettingsStore(tmp_path / "settings.json")
    store.change(scheme=Scheme.LIGHT)
    return store


@pytest.fixture
def operations(qapp: QApplication) -> Iterator[Operations]:
    del qapp
    made = Operations()
    yield made
    made.close()


@pytest.fixture
def context(theme: Theme, settings: SettingsStore, operations: Operations) -> Context:
    return Context(theme, settings, operations, Messages("de"), rounds.clock)


@pytest.fixture
def workspace(operations: Operations, qtbot: QtBot) -> FakeWorkspace:
    made = FakeWorkspace()
    operations.open(lambda _path: made, Path("x.votum")).read()
    qtbot.waitUntil(lambda: operations.idle)
    return made


@pytest.fixture
def pages_when_wanted(monkeypatch: pytest.MonkeyPatch) -> None:
    """Build a page only when somebody goes there: to build all takes longer than most tests."""
    monkeypatch.setattr("reviewer_app.ui.desk.desk.SETTLING", 10**8)


@pytest.fixture
def open_desk(
    qapp: QApplication, qtbot: QtBot, settings: SettingsStore, tmp_path: Path, pages_when_wanted: None
) -> Iterator[OpenDesk]:
    """Give a function that opens the desk with the test round and waits until its list is there.

    Other pages come when somebody goes there, all of them at once where the desk is to be `whole`.
    """
    del pages_when_wanted
    desks: list[Desk] = []

    def start(
        me: PersonId | None = rounds.ADLER, *, rows: int = len(rounds.ROWS), shown: bool = True, whole: bool = False
    ) -> Desk:
        path = rounds.make_round(tmp_path / "herbst-2026.votum", me, rows=rows) if shown else None
        stores = Stores(open=rounds.open_round, demo=lambda _progress: path or tmp_path)
        desk = Desk(qapp, stores, settings, clock=rounds.clock, font_files=())
        desks.append(desk)
        desk.show(path)
        if whole:
            desk.begin()
        qtbot.waitUntil(lambda: desk.operations.idle and desk.window.router.here is not None)
        return desk

    yield start
    for desk in desks:
        desk.operations._queue.writes.clear()  # what could not be stored in a test is nobody's loss
        desk.window.close()
        desk.close()
        desk.window.deleteLater()
        desk.deleteLater()


@pytest.fixture(scope="session")
def made_case(tmp_path_factory: pytest.TempPathFactory) -> MadeCase:
    """Give the worked case as a file to be copied, each kind made once."""
    folder = tmp_path_factory.mktemp("case")
    made: dict[tuple[PersonId, bool], Path] = {}

    def give(me: PersonId, handed_in: bool) -> Path:
        key = (me, handed_in)
        if key not in made:
            made[key] = worked_case.make_case(folder / f"{me[:1]}-{handed_in}.votum", me, handed_in=handed_in)
        return made[key]

    return give


@pytest.fixture
def open_case(
    qapp: QApplication,
    qtbot: QtBot,
    settings: SettingsStore,
    tmp_path: Path,
    made_case: MadeCase,
    pages_when_wanted: None,
) -> Iterator[OpenCase]:
    """Give a function that opens the worked case for a person, on a page."""
    del pages_when_wanted
    desks: list[Desk] = []

    def start(
        me: PersonId = worked_case.ADLER,
        *,
        handed_in: bool = False,
        place: Place | None = None,
        size: tuple[int, int] = (1366, 768),
    ) -> DeskUser:
        path = Path(shutil.copyfile(made_case(me, handed_in), tmp_path / "herbst-2026.votum"))
        stores = Stores(open=rounds.open_round, demo=lambda _progress: path)
        desk = Desk(qapp, stores, settings, clock=rounds.clock, font_files=())
        desks.append(desk)
        desk.show(path)
        desk.window.resize(*size)
        qtbot.waitUntil(lambda: desk.operations.idle and desk.window.router.here is not None)
        desk.window.activateWindow()
        qtbot.waitUntil(desk.window.isActiveWindow)
        user = DeskUser(desk, qtbot)
        user.go(place or Place(navigation.READING, worked_case.NUMBER, "B3"))
        return user

    yield start
    for desk in desks:
        desk.window.close()
        desk.close()
        desk.window.deleteLater()
        desk.deleteLater()
    qapp.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)  # the next desk would polish these widgets again
