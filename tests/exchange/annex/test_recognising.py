"""Text recognised in scans stands where the letters of the page it was made from stand, however the page is turned."""

import threading
import time
from pathlib import Path

import pytest

from reviewer_app.domain.annotations.quotes import occurrences
from reviewer_app.domain.cancellation import CancelCheck, cancel_check
from reviewer_app.domain.errors import MendableError
from reviewer_app.domain.text.recognised import RecognisedPage, RecognisedWord
from reviewer_app.exchange.annex import recognising
from reviewer_app.exchange.annex.frame import box_of
from reviewer_app.exchange.annex.pdf import open_document
from reviewer_app.exchange.annex.recognising import Readiness, readiness, recognise, words_of
from reviewer_app.exchange.annex.text import TextLayer, read_layer
from tests.factories import pages
from tests.factories.scans import needs_tesseract, scanned, turned

LINES = [
    (40.0, 250.0, "Der Verbund hat 54 Mitglieder und wächst"),
    (40.0, 230.0, "Seine Satzung gilt für drei Jahre"),
]
CUT = (20.0, 100.0, 380.0, 290.0)
NEAR = 3.5
"""Points by which a recognised box may stand beside the letters: ink is smaller than the loose box of a letter."""


@pytest.fixture(scope="module")
def source() -> bytes:
    return pages.pages([LINES], size=12)


def layer_of(data: bytes) -> TextLayer:
    with open_document(data) as document:
        document.recognised = {0: recognise(document, 0)}
        return read_layer(document, 0)


def place(layer: TextLayer, words: str) -> tuple[float, float, float, float]:
    """Return where words are shown on the page, from its upper left corner."""
    ((start, end),) = occurrences(layer.text, words)
    (quad,) = layer.quads(start, end)
    return layer.frame.box_to_view(box_of(quad))


@needs_tesseract
@pytest.mark.parametrize("turns", range(4))
def test_words_of_a_scan_stand_where_the_letters_stood(source: bytes, turns: int) -> None:
    with open_document(source) as document:
        native = read_layer(document, 0)
    layer = layer_of(turned(scanned(source), turns, CUT))
    assert layer.frame.turns == turns
    assert layer.text == "Der Verbund hat 54 Mitglieder und wächst\nSeine Satzung gilt für drei Jahre"
    for words in ("54 Mitglieder", "Satzung gilt", "wächst"):
        left, upper, right, lower = place(layer, words)
        expected = place(native, words)
        shifted = (
            expected[0] - CUT[0],
            expected[1] - (300 - CUT[3]),
            expected[2] - CUT[0],
            expected[3] - (300 - CUT[3]),
        )
        assert (left, upper, right, lower) == pytest.approx(shifted, abs=NEAR)


@needs_tesseract
def test_a_scan_without_words_has_none_and_letters_are_never_replaced(source: bytes) -> None:
    with open_document(scanned(pages.pages([[]]))) as document:
        assert recognise(document, 0) == RecognisedPage()
    with open_document(source) as document:
        text = document.text(0)
        document.recognised = {0: RecognisedPage(((RecognisedWord("anders", (0, 0, 9, 9)),),))}
        assert document.text(0) == text
        assert "anders" not in read_layer(document, 0).text


@needs_tesseract
def test_cancelling_ends_the_program_within_a_second() -> None:
    crowded = [(20.0, 290.0 - 6 * row, "Satzung Mitglieder Verbund Beitrag " * 4) for row in range(48)]
    began, said = threading.Event(), time.monotonic()

    def stop(_done: int, _total: int, _words: str) -> bool:
        began.set()
        return False

    with open_document(scanned(pages.pages([crowded], size=5))) as document:
        go_on: CancelCheck = cancel_check(stop, 0, 1, "")
        said = time.monotonic()
        with pytest.raises(MendableError, match="cancelled"):
            recognise(document, 0, go_on)
    assert began.is_set()
    assert time.monotonic() - said < 1


def test_without_the_program_it_is_said_and_nothing_recognised(
    source: bytes, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    assert readiness() is Readiness.NO_PROGRAM
    with open_document(source) as document, pytest.raises(MendableError, match="recognising_failed"):
        recognise(document, 0)


@pytest.mark.parametrize(
    ("does", "expected"),
    [
        ("echo List of languages; echo eng; echo osd", Readiness.NO_GERMAN),
        ("echo List of languages >&2; echo deu >&2", Readiness.READY),
    ],
    ids=["without German", "older version"],
)
def test_what_the_program_knows_is_asked(
    does: str, expected: Readiness, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    program(tmp_path, does)
    monkeypatch.setenv("PATH", f"{tmp_path}:/usr/bin:/bin")
    assert readiness() is expected


@pytest.mark.parametrize("does", ["exit 3", "exec sleep 60"], ids=["fails", "never answers"])
def test_a_program_that_fails_or_hangs_is_an_error_of_the_page(
    does: str, source: bytes, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    program(tmp_path, does)
    monkeypatch.setenv("PATH", f"{tmp_path}:/usr/bin:/bin")
    monkeypatch.setattr(recognising, "LONGEST", 0.5)
    with open_document(source) as document, pytest.raises(MendableError) as raised:
        recognise(document, 0)
    assert (raised.value.code, raised.value.params) == ("recognising_failed", {"number": 1})


def program(folder: Path, does: str) -> None:
    file = folder / "tesseract"
    file.write_text(f"#!/bin/sh\n{does}\n", encoding="utf-8")
    file.chmod(0o755)


def test_lines_are_as_high_as_their_tallest_word_and_guesses_left_out() -> None:
    head = "level\tpage_num\tblock_num\tpar_num\tline_num\tword_num\tleft\ttop\twidth\theight\tconf\ttext"
    rows = [
        "4\t1\t1\t1\t1\t0\t100\t50\t300\t40\t-1\t",
        "5\t1\t1\t1\t1\t1\t100\t60\t100\t20\t96.1\tnur",
        "5\t1\t1\t1\t1\t2\t220\t50\t180\t40\t90\tSatzung",
        "5\t1\t1\t1\t1\t3\t420\t50\t10\t40\t3\t|",
        "5\t1\t1\t1\t2\t1\t100\t100\tviel\t40\t90\tkaputt",
        "5\t1",
    ]
    found = words_of("\n".join([head, *rows]), 2.0)
    assert found == RecognisedPage(
        ((RecognisedWord("nur", (50, 25, 100, 45)), RecognisedWord("Satzung", (110, 25, 200, 45))),)
    )
    assert found.text == "nur Satzung"
