"""A second process of our own for work that takes long, so that the window and whoever writes keep a processor's time.

A thread beside them would not do: Python runs one at a time, and a write of some milliseconds waited for its turn again
and again. What goes there and comes back is pickled; the process only reads the workspace and can be ended at any time.
"""

import atexit
import os
import pickle
import subprocess
import sys
import threading
from collections.abc import Callable, Mapping
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path
from typing import IO, Any, Protocol

from reviewer_app.domain.errors import BrokenError, MendableError, VotumError
from reviewer_app.services.annexes import passwords as annex_passwords

PATIENCE = 0.7
"""Seconds that work which was cancelled may take to answer, where ending the process instead does no harm."""

_ROOT = Path(__file__).resolve().parents[2]
_SERVE = "from reviewer_app.services.second_process import serve; serve()"
_LENGTH = 8


class Steps(Protocol):
    """What reports steps and is told to stop, as the window has it."""

    @property
    def cancelled(self) -> bool:
        """Whether a person wants it to stop."""
        ...

    def __call__(self, done: int, total: int, words: str = "", /) -> bool:
        """Report a step; False asks to stop."""
        ...

    def when_cancelled(self, tell: Callable[[], object] | None) -> None:
        """Call `tell` when a person wants it to stop, at once where that was before."""
        ...


class ProcessUnavailableError(Exception):
    """The work cannot be done in another process; do it here."""


class SecondProcess:
    """The process, started when it is first asked; one thread asks, any may end it."""

    def __init__(self) -> None:
        self._process: subprocess.Popen[bytes] | None = None
        self._asked = False
        self.ended = False

    def ask(
        self, work: Callable[[], object], steps: Steps | None, *, may_end: bool, too_late: Callable[[], bool]
    ) -> object:
        """Return what `work` returns, or raise what it raises; `steps` inside it are told here.

        `may_end`: cancelled work that does not answer soon is ended; MendableError(`cancelled`) says so, also where it
        is `too_late` to begin. Raise ProcessUnavailableError where it cannot be sent there.
        """
        try:
            packed = pickle.dumps(work)
        except (pickle.PicklingError, AttributeError, TypeError) as error:
            raise ProcessUnavailableError from error
        self._asked = True
        try:
            if too_late():
                raise MendableError("cancelled")
            return self._ask(packed, steps, may_end=may_end)
        finally:
            self._asked = False

    def _ask(self, packed: bytes, steps: Steps | None, *, may_end: bool) -> object:
        process = self._started()
        clock = threading.Timer(PATIENCE, self._kill)
        clock.daemon = True

        def stop() -> None:
            with suppress(OSError, ValueError):
                _send(process.stdin, b"stop")
            if may_end:
                with suppress(RuntimeError):  # told before
                    clock.start()

        try:
            _send(process.stdin, packed)
            if steps is not None:
                steps.when_cancelled(stop)
            return self._answer(process, steps)
        except (OSError, EOFError, pickle.UnpicklingError) as error:
            self.close()
            if self.ended or (steps is not None and steps.cancelled):
                raise MendableError("cancelled") from error
            raise BrokenError("second_process_died") from error
        finally:
            if steps is not None:
                steps.when_cancelled(None)
            clock.cancel()

    def close(self) -> None:
        """End the process, whatever it does; the next question starts another."""
        process, self._process = self._process, None
        if process is not None:
            process.kill()
            process.wait()
            for stream in (process.stdin, process.stdout):
                if stream is not None:
                    with suppress(OSError):
                        stream.close()

    def end(self) -> None:
        """Let nothing go on, from any thread; a process that is asked nothing ends by itself with this program."""
        if self._asked:
            self.ended = True
            self._kill()

    def _kill(self) -> None:
        process = self._process
        if process is not None:
            process.kill()

    def _started(self) -> "subprocess.Popen[bytes]":
        if self._process is not None and self._process.poll() is not None:
            self.close()
        if self._process is None:
            roots = os.pathsep.join(dict.fromkeys([str(_ROOT), *filter(None, sys.path)]))
            try:
                self._process = subprocess.Popen(  # noqa: S603  # our own module, no argument from outside
                    [sys.executable, "-c", _SERVE],
                    stdin=subprocess.PIPE,
                    stdout=subprocess.PIPE,
                    env={**os.environ, "PYTHONPATH": roots},
                )
            except OSError as error:
                raise ProcessUnavailableError from error
        if self.ended:
            self.close()
            raise MendableError("cancelled")
        return self._process

    def _answer(self, process: "subprocess.Popen[bytes]", steps: Steps | None) -> object:
        while True:
            kind, value = pickle.loads(_receive(process.stdout))  # noqa: S301  # our own process
            if kind == "step":
                if steps is not None:
                    steps(*value)
            elif kind == "done":
                return value
            elif kind == "failed":
                raise value
            else:
                raise ProcessUnavailableError(value)


_second = SecondProcess()


def second_process() -> SecondProcess:
    """Return the one of this program."""
    global _second  # noqa: PLW0603  # one that was ended is of no use any more
    if _second.ended:
        _second = SecondProcess()
    return _second


@atexit.register
def _close_second() -> None:
    _second.close()


def _send(stream: IO[bytes] | None, data: bytes) -> None:
    if stream is None:
        raise EOFError
    stream.write(len(data).to_bytes(_LENGTH, "big") + data)
    stream.flush()


def _receive(stream: IO[bytes] | None) -> bytes:
    head = stream.read(_LENGTH) if stream is not None else b""
    data = stream.read(int.from_bytes(head, "big")) if stream is not None and head else b""
    if len(head) < _LENGTH:
        raise EOFError
    return data


# In the other process


class _Serving:
    """What runs there: one piece of work at a time, while a thread listens for the word to stop."""

    def __init__(self, source: IO[bytes], sink: IO[bytes]) -> None:
        self._source = source
        self._sink = sink
        self.stop = threading.Event()
        self._work: list[bytes] = []
        self._there = threading.Semaphore(0)

    def listen(self) -> None:
        while True:
            try:
                data = _receive(self._source)
            except (EOFError, OSError):
                os._exit(0)
            if data == b"stop":
                self.stop.set()
            else:
                self.stop.clear()
                self._work.append(data)
                self._there.release()

    def step(self, done: int, total: int, words: str = "") -> bool:
        self._tell("step", (done, total, words))
        return not self.stop.is_set()

    def run(self) -> None:
        while True:
            self._there.acquire()
            try:
                work = pickle.loads(self._work.pop())  # noqa: S301  # from our own window
            except Exception as error:  # noqa: BLE001  # whatever is missing here, the asker can do it
                self._tell("unavailable", repr(error))
                continue
            try:
                value = ("done", work())
            except VotumError as error:
                value = ("failed", error)
            except OSError as error:
                value = ("failed", OSError(error.errno, error.strerror))
            except Exception as error:  # noqa: BLE001  # told to people in one place
                value = ("failed", BrokenError("unexpected", kind=type(error).__name__))
            self._tell(*value)

    def _tell(self, kind: str, value: object) -> None:
        try:
            data = pickle.dumps((kind, value))
        except Exception as error:  # noqa: BLE001  # a value that cannot travel
            data = pickle.dumps(("unavailable", repr(error)))
        _send(self._sink, data)


_serving: _Serving | None = None


def remote_progress() -> Callable[..., bool]:
    """Return what reports steps from the other process to the one that asked; what `Steps` become on their way."""
    if _serving is None:
        raise BrokenError("unexpected")
    return _serving.step


def serve() -> None:
    """Do what comes in until nobody asks any more."""
    global _serving  # noqa: PLW0603  # the one of this process
    sink = os.fdopen(os.dup(1), "wb")
    os.dup2(2, 1)
    _serving = _Serving(sys.stdin.buffer, sink)
    threading.Thread(target=_serving.listen, daemon=True).start()
    _serving.run()


@dataclass(frozen=True, slots=True)
class Task:
    """A use case to be called in a unit of work of `beside`, which is what a workspace sends of itself.

    `known` are the passwords of annexes that were typed and stand in no workspace.
    """

    beside: Any
    unit: str
    use_case: Callable[..., Any]
    args: tuple[Any, ...]
    named: Mapping[str, Any]
    known: tuple[dict[str, str], list[str]] = field(default_factory=annex_passwords.carried, repr=False)

    def __call__(self) -> object:
        """Do it."""
        annex_passwords.carry(self.known)
        with getattr(self.beside, self.unit)() as uow:
            return self.use_case(uow, *self.args, **self.named)
