"""Text in the pictures of scanned pages, recognised by Tesseract where the machine has it with German.

Tesseract is a program of its own, started for one page and ended when nobody wants the page any more: it gets the page
as a grey picture and answers with words and boxes. Nothing is written to a disk on the way.
"""

import os
import shutil
import subprocess
import sys
import threading
import time
from collections.abc import Sequence
from contextlib import suppress
from enum import StrEnum
from functools import cache
from typing import IO

from reviewer_app.domain.cancellation import CancelCheck, never_cancelled
from reviewer_app.domain.errors import MendableError
from reviewer_app.domain.text.recognised import MOST_WORDS, RecognisedPage, RecognisedWord
from reviewer_app.exchange.annex.pdf import POINTS_PER_INCH, PdfDocument, Picture

LANGUAGE = "deu"
DOTS_PER_INCH = 300
LONGEST = 120.0
"""Seconds a page may take; most take two to ten."""

MOST_MEMORY = 2_000_000_000
"""Bytes the program may ask for, where the system lets us say so."""

_PROGRAM = "tesseract"
_LOOK = 10.0
_BETWEEN = 0.1  # seconds between two looks whether the page is still wanted
_LEAST_SURE = 20.0  # of 100, under which a word is a guess at dirt or a drawing
_TALL = 1.8  # times its tallest word, from which a line stands askew and its words keep their own heights
_COLUMNS, _WORD = 12, "5"


class Readiness(StrEnum):
    """Whether text can be recognised on this machine, or why not."""

    READY = "ready"
    NO_PROGRAM = "no_program"
    NO_GERMAN = "no_german"


def readiness() -> Readiness:
    """Look whether Tesseract is there and knows German."""
    program = shutil.which(_PROGRAM)
    if program is None:
        return Readiness.NO_PROGRAM
    try:
        known = _languages(program)
    except (OSError, subprocess.TimeoutExpired):
        return Readiness.NO_PROGRAM
    return Readiness.READY if LANGUAGE in known else Readiness.NO_GERMAN


@cache
def _languages(program: str) -> frozenset[str]:
    """Return the words of what a program says of its languages, asked once while ours runs."""
    told = subprocess.run(  # noqa: S603  # the program the person has on the PATH, without words of a file
        [program, "--list-langs"], capture_output=True, timeout=_LOOK, check=False, creationflags=_flags()
    )
    # older versions list beside the output
    return frozenset((told.stdout + told.stderr).decode(errors="replace").split())


def recognise(document: PdfDocument, page: int, go_on: CancelCheck = never_cancelled) -> RecognisedPage:
    """Recognise the words in the picture of a page (from 0); `go_on` is asked ten times a second and may raise.

    Raises MendableError: `recognising_failed` where Tesseract is missing, fails or takes too long, and what painting
    raises.
    """
    picture = document.grey(page, DOTS_PER_INCH / POINTS_PER_INCH)
    scale = picture.width / document.size(page)[0]
    return words_of(_asked(picture, page, go_on), scale)


def words_of(table: str, scale: float) -> RecognisedPage:
    """Read the table (TSV) that Tesseract gives; `scale` is its pixels per point."""
    lines: dict[tuple[str, ...], list[RecognisedWord]] = {}
    count = 0
    for row in table.splitlines()[1:]:
        cells = row.split("\t")
        if len(cells) != _COLUMNS or cells[0] != _WORD or not cells[-1].strip() or count >= MOST_WORDS:
            continue
        try:
            left, upper, width, height = (int(cell) / scale for cell in cells[6:10])
            sure = float(cells[10])
        except ValueError:
            continue
        if sure >= _LEAST_SURE and width > 0 and height > 0:
            count += 1
            word = RecognisedWord("".join(cells[-1].split()), (left, upper, left + width, upper + height))
            lines.setdefault(tuple(cells[1:5]), []).append(word)
    return RecognisedPage(tuple(_evened(words) for words in lines.values()))


def _evened(words: Sequence[RecognisedWord]) -> tuple[RecognisedWord, ...]:
    """Give all words of a line its height: Tesseract's boxes are as high as the ink."""
    upper, lower = min(one.place[1] for one in words), max(one.place[3] for one in words)
    if lower - upper > _TALL * max(one.place[3] - one.place[1] for one in words):
        return tuple(words)
    return tuple(RecognisedWord(one.text, (one.place[0], upper, one.place[2], lower)) for one in words)


def _asked(picture: Picture, page: int, go_on: CancelCheck) -> str:
    """Let Tesseract look at a picture; it is ended whatever happens."""
    failed = MendableError("recognising_failed", number=page + 1)
    program = shutil.which(_PROGRAM)
    if program is None:
        raise failed
    words = [program, "stdin", "stdout", "-l", LANGUAGE, "--dpi", str(DOTS_PER_INCH), "tsv"]
    given = b"P5 %d %d 255\n" % (picture.width, picture.height) + bytes(picture.data)
    try:
        child = subprocess.Popen(  # noqa: S603  # as above
            words,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            env=os.environ | {"OMP_THREAD_LIMIT": "1"},
            creationflags=_flags(),
        )
    except OSError as error:
        raise failed from error
    until = time.monotonic() + LONGEST
    try:
        _limit(child.pid)
        giving, child.stdin = child.stdin, None  # `communicate` would not write on after a timeout
        threading.Thread(target=_give, args=(giving, given), daemon=True).start()
        while True:
            with suppress(subprocess.TimeoutExpired):
                said, _ = child.communicate(timeout=_BETWEEN)
                break
            go_on()
            if time.monotonic() >= until:
                raise failed
    finally:
        if child.poll() is None:
            child.kill()
            child.wait()
        if child.stdout is not None:
            child.stdout.close()
    if child.returncode:
        raise failed
    return said.decode(errors="replace")


def _give(pipe: IO[bytes] | None, data: bytes) -> None:
    """Give a program its picture; one that has ended meanwhile wants no more of it."""
    with suppress(OSError, ValueError):
        if pipe is not None:
            with pipe:
                pipe.write(data)


def _limit(process: int) -> None:
    """Bound memory and time of a process where the system can; it waits for its picture meanwhile."""
    if sys.platform == "linux":
        import resource

        try:
            resource.prlimit(process, resource.RLIMIT_AS, (MOST_MEMORY, MOST_MEMORY))
            resource.prlimit(process, resource.RLIMIT_CPU, (int(LONGEST), int(LONGEST)))
        except (OSError, ValueError):
            return


def _flags() -> int:
    """Open no window of a console on Windows."""
    if sys.platform == "win32":
        return subprocess.CREATE_NO_WINDOW
    return 0
