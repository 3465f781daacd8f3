"""Looks at annex files before anyone opens them: what they are, whether they can be read, what they could do.

PDFs are looked into by a child process with limits of time and memory, many files one after the other; what makes it
die or hang is marked as broken and the others go on in a fresh child. What was seen of a file is kept, because a file
that is shown before it is taken would be looked into twice.
"""

import hashlib
import json
import subprocess
import sys
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from threading import Timer
from typing import IO, Self

from reviewer_app.domain.application import AnnexState
from reviewer_app.exchange.annex_pdf import MOST_PAGES
from reviewer_app.exchange.annex_probe_child import LENGTH_BYTES
from reviewer_app.exchange.file_kind import PDF, media_type

SECONDS = 20.0
_MOST_KEPT = 500
_CHILD = Path(__file__).with_name("annex_probe_child.py")


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


def probe_many(files: Sequence[bytes], seconds: float = SECONDS) -> list[AnnexProbe]:
    """Look at files in order; each may take `seconds`, then it counts as broken. PDFs share one child process."""
    kinds = [media_type(data) for data in files]
    hashes = {index: hashlib.sha256(files[index]).hexdigest() for index, kind in enumerate(kinds) if kind == PDF}
    found = {index: _seen[key] for index, key in hashes.items() if key in _seen}
    waiting = [index for index in hashes if index not in found]
    while waiting:
        with _Child(seconds) as child:
            while waiting:
                index = waiting.pop(0)
                answer = child.ask(files[index])
                found[index] = _read(answer) if answer else _failed(child.failure)
                if answer is None:
                    break
                _keep(hashes[index], found[index])
    return [found.get(index) or _not_paged(files[index], kind) for index, kind in enumerate(kinds)]


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


class _Child:
    """A child process that looks into one file after the other until one of them ends it."""

    def __init__(self, seconds: float) -> None:
        self._seconds = seconds
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

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        for stream in (self._process.stdin, self._process.stdout):
            if stream is not None:
                _close(stream)
        self._end()

    def ask(self, data: bytes) -> Mapping[str, object] | None:
        """Send a file and return the answer, None where the child did not give one in time."""
        sink, source = self._process.stdin, self._process.stdout
        if sink is None or source is None:
            return None
        clock = Timer(self._seconds, self._too_late)
        clock.daemon = True
        clock.start()
        try:
            sink.write(len(data).to_bytes(LENGTH_BYTES, "big") + data)
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
