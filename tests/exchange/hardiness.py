"""What becomes of a PDF when all that reads annexes is asked of it: opened, or the code of why not.

Run as a module it answers files one after the other in a process of its own, so that a test sees one that dies.
`python -m tests.exchange.hardiness FOLDER` cuts every file of a folder at 50 places and prints what became of them.
"""

import os
import subprocess
import sys
import time
from collections import Counter
from collections.abc import Iterable, Iterator
from pathlib import Path
from threading import Timer
from typing import BinaryIO

from reviewer_app.domain.errors import MendableError
from reviewer_app.exchange.annex import destinations
from reviewer_app.exchange.annex import probe as annex_probe
from reviewer_app.exchange.annex.foreign_annotations import read_annotations
from reviewer_app.exchange.annex.pdf import open_document
from reviewer_app.exchange.annex.text import read_layer
from reviewer_app.services.annexes.contents import may_open

OPENED = "opened"
CUTS = 50
SECONDS = 30.0
_LENGTH = 8
_MOST_PAGES = 3
_SCALE = 0.5


def outcome(data: bytes, password: str | None = None) -> str:
    """Read a file as the window, the index and the import do."""
    try:
        with open_document(data, password) as document:
            document.sizes()
            destinations.outline(document)
            destinations.page_labels(document)
            for page in range(min(document.pages, _MOST_PAGES)):
                _read_page(document, page)
        read_annotations(data, password or "")
    except MendableError as error:
        return error.code
    return OPENED


def _read_page(document: object, page: int) -> None:
    from reviewer_app.exchange.annex.pdf import PdfDocument

    assert isinstance(document, PdfDocument)
    try:
        document.render(page, _SCALE)
        layer = read_layer(document, page)
        layer.quote(0, len(layer.text))
        layer.quads(0, len(layer.text))
        destinations.links(document, page)
    except MendableError as error:
        if error.code != "pdf_page_broken":
            raise


def outcomes(files: Iterable[bytes], seconds: float = SECONDS) -> Iterator[str]:
    """Give what becomes of each, `crash` or `timeout` where the child that read it died."""
    child: _Reader | None = None
    try:
        for data in files:
            child = child or _Reader()
            answer = child.ask(data, seconds)
            if answer is None:
                answer, child = child.end(), None
            yield answer
    finally:
        if child is not None:
            child.end()


def probed_outcomes(files: list[bytes], seconds: float = SECONDS) -> list[str]:
    """Give what becomes of each as it goes in the program: what the probe closes is never opened."""
    probes = annex_probe.probe_many(files, seconds)
    let = [data for data, probe in zip(files, probes, strict=True) if may_open(probe.states)]
    read = outcomes(let, seconds)
    return [next(read) if may_open(one.states) else "annex_closed" for one in probes]


def cuts(data: bytes, count: int = CUTS) -> list[bytes]:
    """Give the file cut off at places spread over it."""
    return [data[: len(data) * number // count] for number in range(count)]


class _Reader:
    def __init__(self) -> None:
        self._process = subprocess.Popen(
            [sys.executable, "-m", "tests.exchange.hardiness"],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            cwd=Path(__file__).parents[2],
        )
        self._late = False

    def ask(self, data: bytes, seconds: float) -> str | None:
        assert self._process.stdin is not None
        assert self._process.stdout is not None
        clock = Timer(seconds, self._too_late)
        clock.start()
        try:
            self._process.stdin.write(len(data).to_bytes(_LENGTH, "big") + data)
            self._process.stdin.flush()
            return self._process.stdout.readline().decode().strip() or None
        except OSError:
            return None
        finally:
            clock.cancel()
            clock.join()

    def end(self) -> str:
        for stream in (self._process.stdin, self._process.stdout):
            try:
                if stream is not None:
                    stream.close()
            except OSError:
                continue
        self._process.wait()
        return "timeout" if self._late else "crash"

    def _too_late(self) -> None:
        self._late = True
        self._process.kill()


def _answer(source: BinaryIO) -> None:
    answers = os.fdopen(os.dup(1), "w", encoding="utf-8")
    os.dup2(os.open(os.devnull, os.O_WRONLY), 1)
    while len(head := source.read(_LENGTH)) == _LENGTH:
        try:
            answer = outcome(source.read(int.from_bytes(head, "big")))
        except Exception as error:  # noqa: BLE001  # the name of what was not caught is the answer
            answer = f"uncaught {type(error).__name__}: {error}".replace("\n", " ")
        answers.write(f"{answer}\n")
        answers.flush()


def _try_all(folder: Path) -> None:
    seen: Counter[str] = Counter()
    start = time.monotonic()
    for file in sorted(folder.glob("*.pdf")):
        data = file.read_bytes()
        for place, answer in enumerate(outcomes([data, *cuts(data)])):
            seen[answer] += 1
            if answer in {"crash", "timeout"} or answer.startswith("uncaught"):
                sys.stdout.write(f"{file.name} {place}: {answer}\n")
    sys.stdout.write(f"{dict(seen)} in {time.monotonic() - start:.1f} s\n")


if __name__ == "__main__":
    _try_all(Path(sys.argv[1])) if len(sys.argv) > 1 else _answer(sys.stdin.buffer)
