"""A screen, the program on it, and a picture of where it stood when a journey fails."""

from collections.abc import Callable, Generator, Iterator
from pathlib import Path

import pytest

from tests.journeys.program import Program, votum
from tests.journeys.screen import Screen, missing_tools
from tests.tree import ROOT

PICTURES = ROOT / "build" / "journeys"

type Start = Callable[..., Program]


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport(
    item: pytest.Item, call: pytest.CallInfo[None]
) -> Generator[None, pytest.TestReport, pytest.TestReport]:
    """Keep a picture of the screen while it still stands as it did when the journey failed."""
    report = yield
    screen = getattr(item, "funcargs", {}).get("screen")
    if call.when == "call" and report.failed and isinstance(screen, Screen):
        picture = PICTURES / f"{item.name}.png"
        screen.picture(picture)
        report.sections.append(("the screen", str(picture.relative_to(ROOT))))
    return report


@pytest.fixture
def home(tmp_path: Path) -> Path:
    """Give a home of its own, as a person has who starts the program for the first time."""
    folder = tmp_path / "home"
    folder.mkdir()
    return folder


@pytest.fixture
def screen(tmp_path: Path) -> Iterator[Screen]:
    """Give a screen of a small laptop with a window manager."""
    missing = missing_tools()
    if missing:
        pytest.skip(f"not on this machine: {', '.join(missing)}")
    made = Screen(tmp_path)
    yield made
    made.close()


@pytest.fixture
def start(screen: Screen, home: Path) -> Iterator[Start]:
    """Give the function that starts the program; what a journey leaves running is ended."""
    running: list[Program] = []

    def run(*arguments: object) -> Program:
        program = Program(screen, home, *arguments)
        running.append(program)
        program.activate()
        return program

    yield run
    for program in running:
        program.end()


@pytest.fixture(scope="session")
def made_demo(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Give the demo round's workspace, made once by the command."""
    folder = tmp_path_factory.mktemp("demo")
    votum(folder, "demo", folder, "--no-files")
    return folder / "demo.votum"


@pytest.fixture
def demo(made_demo: Path, tmp_path: Path) -> Path:
    """Give a demo round of one's own."""
    target = tmp_path / "demo.votum"
    target.write_bytes(made_demo.read_bytes())
    return target
