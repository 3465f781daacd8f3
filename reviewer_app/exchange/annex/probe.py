"""Looks at annex files before anyone opens them: what they are, whether they can be read, what they could do.

PDFs are looked into by two child processes with limits of time and memory, many files one after the other; what makes
one die or hang is marked as broken and the others go on in a fresh child. What was seen of a file is kept, because a
file that is shown before it is taken would be looked into twice.
"""

import hashlib
import json
import subprocess
import sys
from collections import deque
from collections.abc import Iterator, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass
from pathlib import Path
from threading import Timer
from typing import IO

from reviewer_app.domain.application import AnnexState
from reviewer_app.domain.cancellation import CancelCheck, never_cancelled
from reviewer_app.exchange.annex.probe_child import LENGTH_BYTES, MOST_PAGES
from reviewer_app.exchange.file_kind import PDF, media_type

SECONDS = 20.0
_MOST_KEPT = 500
_AT_ONCE = 2
_CHILD = Path(__file__).with_name("probe_child.py")


@dataclass(frozen=True, slots=True)
class AnnexProbe:
    """What probing found: `states` as an Attachment has them, page numbers from 1.

    `details` name what lies behind a state: javascript, launch, embedded_file, …, timeout, crash, too_many_pages.
    """

    media_type: str
    states: tuple[AnnexState, ...]
    pages: int = 0
    blank_pages: tuple[int, ...] = ()
    details: tuple[str, ...] = ()


_seen: dict[str, AnnexProbe] = {}


def probe(data: bytes, seconds: float = SECONDS) -> AnnexProbe:
    """Look at one file."""
    return probe_many([data], seconds)[0]


def probe_many(
    files: Sequence[bytes], seconds: float = SECONDS, go_on: CancelCheck = never_cancelled
) -> list[AnnexProbe]:
    """Look at files in order; each may take `seconds`, then it counts as broken. PDFs share their child processes.

    `go_on` is asked before each, on any thread.
    """
    kinds = [media_type(data) for data in files]
    keys = {index: hashlib.sha256(files[index]).hexdigest() for index, kind in enumerate(kinds) if kind == PDF}
    found = {key: _seen[key] for key in keys.values() if key in _seen}
    waiting = {key: files[index] for index, key in keys.items() if key not in found}
    if waiting:
        with together():
            found |= _shared.get().probe(waiting, seconds, go_on)
    return [found[keys[index]] if index in keys else _not_paged(files[index], kind) for index, kind in enumerate(kinds)]


def probe_locked(data: bytes, password: str, seconds: float = SECONDS) -> AnnexProbe:
    """Look at a PDF that is locked, once with each password: what a stranger locked is no less a stranger's."""
    key = "+".join(hashlib.sha256(one).hexdigest() for one in (data, password.encode()))
    if key in _seen:
        return _seen[key]
    with together():
        return _shared.get().probe_one(0, key, data, seconds, password)


@contextmanager
def together() -> Iterator[None]:
    """Let all that is probed inside share its child processes: to start one takes as long as to look into ten files."""
    if _shared.get() is not _NOBODY:
        yield
        return
    children = _Children()
    before = _shared.set(children)
    try:
        yield
    finally:
        _shared.reset(before)
        children.close()


def _keep(key: str, seen: AnnexProbe) -> None:
    if len(_seen) >= _MOST_KEPT:
        _seen.clear()
    _seen[key] = seen


def _not_paged(data: bytes, kind: str) -> AnnexProbe:
    return AnnexProbe(kind, (AnnexState.READABLE if data and kind else AnnexState.EMPTY,))


def _failed(reason: str) -> AnnexProbe:
    return AnnexProbe(PDF, (AnnexState.BROKEN,), details=(reason,))


def _read(answer: Mapping[str, object]) -> AnnexProbe:
    pages, text = _whole(answer.get("pages")), _whole(answer.get("text"))
    blank = answer.get("blank")
    active = answer.get("active")
    details = [str(one) for one in active] if isinstance(active, list) else []
    states = []
    if answer.get("password"):
        states.append(AnnexState.ENCRYPTED)
    elif answer.get("broken"):
        states.append(AnnexState.BROKEN)
    elif pages == 0:
        states.append(AnnexState.EMPTY)
    elif text == 0:
        states.append(AnnexState.NO_TEXT)
    if details:
        states.append(AnnexState.ACTIVE)
    if pages > MOST_PAGES:
        details.append("too_many_pages")
    numbers = tuple(_whole(one) for one in blank) if isinstance(blank, list) else ()
    return AnnexProbe(PDF, tuple(states) or (AnnexState.READABLE,), pages, numbers, tuple(details))


def _whole(value: object) -> int:
    return value if isinstance(value, int) else 0


class _Children:
    """Two child processes at most; each is started when there is something for it."""

    def __init__(self) -> None:
        self._alive: dict[int, _Child] = {}

    def probe(self, files: Mapping[str, bytes], seconds: float, go_on: CancelCheck) -> dict[str, AnnexProbe]:
        """Look into PDFs by their SHA-256."""
        waiting, found = deque(files), dict[str, AnnexProbe]()

        def work(place: int) -> None:
            while waiting:
                try:
                    key = waiting.popleft()
                except IndexError:
                    return  # the other one took it
                try:
                    go_on()
                except BaseException:
                    waiting.clear()  # nor shall the other one go on
                    raise
                found[key] = self.probe_one(place, key, files[key], seconds)

        if len(files) == 1:
            work(0)
        else:
            with ThreadPoolExecutor(_AT_ONCE) as pool:
                list(pool.map(work, range(_AT_ONCE)))
        return found

    def close(self) -> None:
        """End them."""
        for child in self._alive.values():
            child.close()
        self._alive.clear()

    def probe_one(self, place: int, key: str, data: bytes, seconds: float, password: str = "") -> AnnexProbe:
        """Look into a PDF in the child at `place`; what is seen is kept under `key`."""
        child = self._alive.get(place)
        if child is None:
            child = self._alive[place] = _Child()
        answer = child.ask(data, seconds, password)
        if answer is None:
            del self._alive[place]
            child.close()
            return _failed(child.failure)
        seen = _read(answer)
        _keep(key, seen)
        return seen


_NOBODY = _Children()
_shared: ContextVar[_Children] = ContextVar("probe children", default=_NOBODY)


class _Child:
    """A child process that looks into one file after the other until one of them ends it."""

    def __init__(self) -> None:
        self._late = False
        self._process = subprocess.Popen(  # noqa: S603  # our own script, no shell, no argument from outside
            [sys.executable, "-I", str(_CHILD)],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            env=_surroundings(),
        )

    @property
    def failure(self) -> str:
        """Why the last file got no answer."""
        return "timeout" if self._late else "crash"

    def close(self) -> None:
        """End the process."""
        for stream in (self._process.stdin, self._process.stdout):
            if stream is not None:
                _close(stream)
        self._end()

    def ask(self, data: bytes, seconds: float, password: str = "") -> Mapping[str, object] | None:
        """Send a file and return the answer, None where the child did not give one in `seconds`."""
        parts = data, password.encode()
        sink, source = self._process.stdin, self._process.stdout
        if sink is None or source is None:
            return None
        clock = Timer(seconds, self._too_late)
        clock.daemon = True
        clock.start()
        try:
            sink.write(b"".join(len(part).to_bytes(LENGTH_BYTES, "big") for part in parts))
            for part in parts:
                sink.write(part)
            sink.flush()
            line = source.readline()
        except OSError:
            return None
        finally:
            clock.cancel()
            clock.join()
        return _answer(line)

    def _too_late(self) -> None:
        self._late = True
        self._process.kill()

    def _end(self) -> None:
        try:
            self._process.wait(timeout=1)
        except subprocess.TimeoutExpired:
            self._process.kill()
            self._process.wait()


def _answer(line: bytes) -> Mapping[str, object] | None:
    try:
        answer = json.loads(line) if line else None
    except ValueError:
        return None
    return answer if isinstance(answer, dict) else None


def _close(stream: IO[bytes]) -> None:
    try:
        stream.close()
    except OSError:
        return


def _surroundings() -> dict[str, str]:
    """Give the child only what a program needs to start."""
    import os

    kept = ("PATH", "SYSTEMROOT", "LD_LIBRARY_PATH", "TMPDIR", "TEMP", "TMP", "LANG")
    return {name: os.environ[name] for name in kept if name in os.environ}
