"""The program in a journey: started on a screen, asked for what it shows, killed or closed."""

import json
import os
import select
import subprocess
import sys
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from tests.journeys.screen import Screen
from tests.tree import ROOT

PATIENCE = 30.0
"""Seconds until a condition that does not come true is a failure; only a failure ever takes that long."""

_MOST_TABS = 60


class GoneError(AssertionError):
    """The program ended while a journey waited for it."""


class Program:
    """One run of the desk with folders of its own; `state` and `words` say what a screen reader would be told."""

    def __init__(self, screen: Screen, home: Path, *arguments: object) -> None:
        """Start the desk on `screen`; `activate` waits for its window."""
        self.screen = screen
        self._said = (home / "program.log").open("ab")
        child_asked, self._ask = os.pipe()
        self._answers, child_answers = os.pipe()
        self._rest = b""
        words = [sys.executable, "-m", "tests.journeys.watched", str(child_asked), str(child_answers)]
        self.process = subprocess.Popen(  # noqa: S603 # reason: our own words
            [*words, *map(str, arguments)],
            cwd=home,
            env=screen.environment(surroundings(home)),
            pass_fds=(child_asked, child_answers),
            stdout=self._said,
            stderr=self._said,
        )
        os.close(child_asked)
        os.close(child_answers)
        self.log = home / "program.log"

    def activate(self) -> None:
        """Wait until the window is there and give it the keyboard."""
        state = self.until(lambda state: bool(state["id"]), "there is a window")
        self.screen.activate(state["id"])
        self.until(lambda state: bool(state["active"]), "the window has the keyboard")

    # What it shows

    def state(self) -> dict[str, Any]:
        """Return page, application, open criterion, active window, focus and what was carried out so far."""
        found: dict[str, Any] = self._asked("state")
        return found

    def words(self) -> list[dict[str, Any]]:
        """Return role, name and value of everything in the active window."""
        found: list[dict[str, Any]] = self._asked("words")
        return found

    @contextmanager
    def muted(self) -> Iterator[None]:
        """Let every action meanwhile only say that it was reached: see `triggered` in the state."""
        self._asked("mute")
        yield
        self._asked("unmute")

    def shows(self, text: str) -> bool:
        """Say whether a text stands anywhere in the active window."""
        return any(text in one[part] for one in self.words() for part in ("name", "value"))

    def until(self, holds: Callable[[dict[str, Any]], bool], what: str) -> dict[str, Any]:
        """Wait until the state fulfils a condition, and return it; `what` names it where it never does."""
        patient_until = time.monotonic() + PATIENCE
        state = self.state()
        while not holds(state):
            if time.monotonic() > patient_until:
                raise AssertionError(f"never: {what}; the window says {state}")
            state = self.state()
        return state

    def until_shown(self, *texts: str) -> None:
        """Wait until the active window shows all texts."""
        self.until(lambda _state: all(map(self.shows, texts)), f"shows {texts}")

    def until_page(self, page: str, application: str = "") -> dict[str, Any]:
        """Wait until a page has come and nothing is being read or written any more."""
        return self.until(
            lambda state: state["idle"] and state["page"] == page and application in ("", state["application"]),
            f"page {page} {application}",
        )

    def until_focus(self, name: str) -> dict[str, Any]:
        """Wait until the focus is on something whose spoken name contains a text."""
        return self.until(lambda state: name in state["focus"].get("name", ""), f"focus on {name}")

    def until_idle(self) -> dict[str, Any]:
        """Wait until the store has answered everything."""
        return self.until(lambda state: state["idle"], "idle")

    # What a person does

    def keys(self, *chords: str) -> None:
        """Press chords, see `Screen.keys`."""
        self.screen.keys(*chords)

    def tab_to(self, name: str) -> None:
        """Press Tab until the focus is on something whose spoken name begins with a text."""
        passed: list[str] = []
        while not (now := self.state()["focus"].get("name", "")).startswith(name):
            passed.append(now)
            if len(passed) > _MOST_TABS:
                raise AssertionError(f"Tab never comes to {name}, only to {sorted(set(passed))}")
            self.keys("Tab")

    def type(self, text: str) -> None:
        """Type a text."""
        self.screen.type(text)

    def kill(self) -> None:
        """Kill it as a power cut would."""
        self.process.kill()
        self._end()

    def quit(self) -> None:
        """Leave by Ctrl+Q and wait until it has ended well."""
        self.keys("ctrl+q")
        code = self.process.wait(PATIENCE)
        self._end()
        assert code == 0, f"exit code {code}: {self.log.read_text(errors='replace')}"

    def end(self) -> None:
        """End it however it stands; nothing where it has ended."""
        if self.process.returncode is None:
            self.kill()

    def _end(self) -> None:
        self.process.wait(PATIENCE)
        for handle in (self._ask, self._answers):
            os.close(handle)
        self._said.close()

    # The pipes

    def _asked(self, question: str) -> Any:  # noqa: ANN401 # reason: JSON
        try:
            os.write(self._ask, f"{question}\n".encode())
        except BrokenPipeError:
            raise self._gone() from None
        while b"\n" not in self._rest:
            ready, _, _ = select.select([self._answers], [], [], PATIENCE)
            if not ready:
                raise AssertionError(f"the window has not answered for {PATIENCE:.0f} s")
            part = os.read(self._answers, 65536)
            if not part:
                raise self._gone()
            self._rest += part
        line, self._rest = self._rest.split(b"\n", 1)
        answer = json.loads(line)
        if isinstance(answer, dict) and "fault" in answer:
            raise AssertionError(f"the window could not answer: {answer['fault']}")
        return answer

    def _gone(self) -> GoneError:
        code = self.process.wait(PATIENCE)
        return GoneError(f"the program ended with {code}: {self.log.read_text(errors='replace')}")


def surroundings(home: Path) -> dict[str, str]:
    """Return the environment of a person of their own: folders below `home`, no screen chosen."""
    run = home / "run"
    run.mkdir(mode=0o700, parents=True, exist_ok=True)
    plain = {name: value for name, value in os.environ.items() if not name.startswith(("QT_", "XDG_"))}
    folders = {
        "HOME": home,
        "XDG_RUNTIME_DIR": run,
        "XDG_CACHE_HOME": home / ".cache",
        "XDG_CONFIG_HOME": home / ".config",
        "XDG_DATA_HOME": home / ".local/share",
        "XDG_STATE_HOME": home / ".local/state",
    }
    return {
        **plain,
        **{name: str(folder) for name, folder in folders.items()},
        "LANG": "C.UTF-8",
        "PYTHONPATH": str(ROOT),
    }


def votum(home: Path, *words: object, succeeds: bool = True) -> str:
    """Run a command of the program as a process of its own and return its standard output."""
    command: Sequence[str] = [sys.executable, str(ROOT / "main.py"), *map(str, words)]
    done = subprocess.run(  # noqa: S603 # reason: our own words
        command, env=surroundings(home), cwd=home, capture_output=True, text=True, timeout=PATIENCE * 4, check=False
    )
    assert (done.returncode == 0) is succeeds, f"votum {words}: {done.returncode}, {done.stderr}"
    return done.stdout
