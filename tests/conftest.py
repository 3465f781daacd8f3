"""What holds for every test: own surroundings, no network, and a leak fails the test that made it."""

import gc
import itertools
import logging
import socket
import sys
import threading
from collections.abc import Callable, Iterator
from pathlib import Path

import hypothesis
import pytest

from tests import surroundings
from tests.demo_fixture import demo_file, demo_folder
from tests.keys import type_text as send_text

__all__ = ["demo_file", "demo_folder"]

HOME = surroundings.prepare()
SHARED = Path(__file__).resolve().parents[2] / "shared"

_SECONDS_TO_END = 5.0
_TESTS_TO_A_FULL_COLLECTION = 50
_ENDED = itertools.count(1)

# A busy machine is no fault of the code under test, so an example may take as long as it takes.
hypothesis.settings.register_profile("votum", deadline=None)
hypothesis.settings.load_profile("votum")

# The collector may run in any thread that allocates, and a widget that dies there takes the program along;
# so tests collect only in the main thread, as the desk does.
gc.disable()


def pytest_collection_finish() -> None:
    """Take what the imports made out of every later collection, which then costs a millisecond or two."""
    gc.collect()
    gc.freeze()


@pytest.fixture
def shared() -> Path:
    """Give the folder of inputs that lies beside the repository on some machines."""
    if not SHARED.is_dir():
        pytest.skip("no folder shared/ beside the repository")
    return SHARED


@pytest.fixture
def type_text() -> Callable[..., None]:
    """Give the function that types a text into a widget."""
    return send_text


@pytest.fixture(autouse=True)
def _no_network(monkeypatch: pytest.MonkeyPatch) -> None:
    """The program works offline, so a connection anywhere is a fault."""
    connect = socket.socket.connect

    def guarded(self: socket.socket, address: tuple[str, int] | str | bytes) -> None:
        if self.family in {socket.AF_INET, socket.AF_INET6}:
            raise AssertionError(f"a test connects to {address!r}")
        connect(self, address)

    monkeypatch.setattr(socket.socket, "connect", guarded)


@pytest.fixture(autouse=True)
def _nothing_leaks(request: pytest.FixtureRequest, caplog: pytest.LogCaptureFixture) -> Iterator[None]:
    """Fail the test that left a thread, an open window or a warning in the log behind."""
    before = set(threading.enumerate())
    yield
    _collect(next(_ENDED))
    left = []
    for thread in set(threading.enumerate()) - before:
        thread.join(_SECONDS_TO_END)
        if thread.is_alive():
            left.append(f"thread {thread.name}")
    left += _open_windows()
    if request.node.get_closest_marker("expects_log") is None:
        left += [
            f"log {record.levelname} of {record.name}: {record.getMessage()}"
            for record in caplog.get_records("call")
            if record.levelno >= logging.WARNING
        ]
    if left:
        pytest.fail("left behind: " + "; ".join(left), pytrace=False)


def _collect(ended: int) -> None:
    """Collect what the test made, which is the young generation; now and then all, of which what stays is set aside."""
    if ended % _TESTS_TO_A_FULL_COLLECTION:
        gc.collect(0)
    else:
        gc.collect()
        gc.freeze()


def _open_windows() -> list[str]:
    """Close the windows that are still shown, so that the next test starts clean, and name them."""
    if "PySide6.QtWidgets" not in sys.modules:
        return []
    from PySide6.QtWidgets import QApplication

    if QApplication.instance() is None:
        return []
    shown = [widget for widget in QApplication.topLevelWidgets() if widget.isVisible()]
    names = [f"window {type(widget).__name__} „{widget.windowTitle()}“" for widget in shown]
    for widget in shown:
        widget.close()
        widget.deleteLater()
    return names
