"""Long work asks often whether it shall go on; stopped anywhere it leaves everything as it was."""

from collections.abc import Callable
from functools import partial
from pathlib import Path
from threading import Lock

import pytest

from db.workspace import create_workspace
from reviewer_app.demo.building import FILE, write_demo
from reviewer_app.domain.cancellation import cancel_check
from reviewer_app.domain.errors import MendableError
from reviewer_app.services import second_process
from reviewer_app.services.intake.files import take, take_uncommitted
from reviewer_app.services.intake.preview import PreviewRequest, preview
from reviewer_app.services.ports import Workspace
from reviewer_app.services.second_process import SecondProcess
from tests.factories.papers import paper
from tests.services.conftest import NOW
from tests.services.intake.test_files import NUMBER, folder


class Asked:
    """Counts how often it was asked, and says no at the `last` time."""

    def __init__(self, last: int = 0) -> None:
        self.times = 0
        self._last = last
        self._lock = Lock()  # papers are looked into by two threads

    def __call__(self, _done: int, _of: int, _name: str) -> bool:
        with self._lock:
            self.times += 1
            return self.times != self._last


@pytest.fixture
def package(tmp_path: Path) -> Path:
    """Give an application whose papers no other test has had looked into: what is known is not asked about again."""
    papers = {key: paper(f"Halt vor {key} in {tmp_path.name}") for key in ("A03", "A04", "A05")}
    return folder(tmp_path, f"{NUMBER} Lichtnetz", **papers)


def nothing_is_there(workspace: Workspace) -> bool:
    with workspace.unit_of_work() as uow:
        return uow.applications.find(NUMBER) is None


def test_taking_asks_before_each_paper_and_stops_wherever_it_is_told_to(workspace: Workspace, package: Path) -> None:
    every = Asked()
    with workspace.unit_of_work() as uow:
        take_uncommitted(uow, package, NOW, None, cancel_check(every, 0, 1, ""))
    assert every.times == 2 + 3 + 3  # before and after reading, each paper when it is looked into and when it is stored
    for last in range(1, 2 + 3 + 1):  # what was looked into once is known
        with workspace.unit_of_work() as uow, pytest.raises(MendableError, match="cancelled"):
            take(uow, package, NOW, None, cancel_check(Asked(last), 0, 1, ""))
        assert nothing_is_there(workspace)
    with workspace.unit_of_work() as uow:
        take(uow, package, NOW, None, cancel_check(Asked(2 + 3 + 2), 0, 1, ""))
    assert not nothing_is_there(workspace)


def test_a_preview_stops_between_the_papers_of_one_package(workspace: Workspace, package: Path) -> None:
    asked = Asked(4)
    with workspace.unit_of_work() as uow:
        assert preview(uow, [PreviewRequest(package)], NOW, asked) is None
    assert asked.times >= 4


@pytest.mark.parametrize(
    "ask", [lambda last: cancel_check(None, 0, last, ""), lambda last: cancel_check(Asked(last + 1), 0, 1, "")]
)
def test_without_a_no_work_goes_on(ask: Callable[[int], Callable[[], object]]) -> None:
    go_on = ask(2)
    assert [go_on(), go_on()] == [None, None]


def test_the_demo_stops_between_two_papers(tmp_path: Path) -> None:
    asked = Asked(4)
    with pytest.raises(MendableError, match="cancelled"):
        write_demo(tmp_path, create_workspace, applications=1, reviewers=1, seed=1, files=True, progress=asked)
    assert asked.times == 4
    assert not (tmp_path / FILE).exists()


def test_two_words_to_stop_are_one(monkeypatch: pytest.MonkeyPatch) -> None:
    """The work is done however long the process takes to start: its patience is not what is asked about."""
    monkeypatch.setattr(second_process, "PATIENCE", 60)

    class Impatient:
        cancelled = False

        def __call__(self, _done: int, _total: int, _words: str = "", /) -> bool:
            return True

        def when_cancelled(self, tell: Callable[[], object] | None) -> None:
            if tell is not None:
                tell()
                tell()

    beside = SecondProcess()
    try:
        assert beside.ask(partial(len, "drei"), Impatient(), may_end=True, too_late=lambda: False) == 4
    finally:
        beside.close()
