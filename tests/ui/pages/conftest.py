"""The desk over the worked case of the design, at a page, as a person would have opened it."""

import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from reviewer_app.domain.ids import PersonId
from reviewer_app.ui import navigation
from reviewer_app.ui.desk import Desk
from reviewer_app.ui.navigation import Place
from reviewer_app.ui.settings import SettingsStore
from reviewer_app.ui.stores import Stores
from tests.factories import rounds, worked_case
from tests.ui.pages.sitting import Sitting

type SitDown = Callable[..., Sitting]
type MadeCase = Callable[[PersonId, bool], Path]


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
def sit_down(
    qapp: QApplication,
    qtbot: QtBot,
    settings: SettingsStore,
    tmp_path: Path,
    made_case: MadeCase,
    pages_when_wanted: None,
) -> Iterator[SitDown]:
    """Give a function that opens the worked case for a person, on a page."""
    del pages_when_wanted
    desks: list[Desk] = []

    def start(
        me: PersonId = worked_case.ADLER,
        *,
        handed_in: bool = False,
        place: Place | None = None,
        size: tuple[int, int] = (1366, 768),
    ) -> Sitting:
        path = Path(shutil.copyfile(made_case(me, handed_in), tmp_path / "herbst-2026.votum"))
        stores = Stores(open=rounds.open_round, demo=lambda _progress: path)
        desk = Desk(qapp, stores, settings, clock=rounds.clock, font_files=())
        desks.append(desk)
        desk.show(path)
        desk.window.resize(*size)
        qtbot.waitUntil(lambda: desk.operations.idle and desk.window.router.here is not None)
        desk.window.activateWindow()
        qtbot.waitUntil(desk.window.isActiveWindow)
        sitting = Sitting(desk, qtbot)
        sitting.go(place or Place(navigation.READING, worked_case.NUMBER, "B3"))
        return sitting

    yield start
    for desk in desks:
        desk.window.close()
        desk.close()
        desk.window.deleteLater()
        desk.deleteLater()
    qapp.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)  # the next desk would polish these widgets again
