"""PDF pages as pictures and text, from any thread, behind one lock."""

import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor

import pytest

from reviewer_app.domain.errors import MendableError
from reviewer_app.exchange.annex import pdf as annex_pdf
from reviewer_app.exchange.annex.pdf import open_document
from tests.factories import papers


def test_size_text_and_picture_of_a_page() -> None:
    with open_document(papers.paper("Größe", "zwei")) as pdf:
        picture = pdf.render(0, 2)
        assert (pdf.pages, pdf.size(1)) == (2, (200, 280))
        assert pdf.text(0).strip() == "Größe"
        assert (picture.width, picture.height, picture.stride, len(picture.data)) == (400, 560, 1600, 1600 * 560)
        assert picture.data[:4] == b"\xff\xff\xff\xff"
        assert min(picture.data[::4]) < 100


def test_a_picture_never_grows_beyond_its_limit(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(annex_pdf, "MOST_PIXELS", 10_000)
    with open_document(papers.paper("x")) as pdf:
        picture = pdf.render(0, 100)
    assert picture.width * picture.height <= 11_000


def test_many_threads_may_ask_at_once() -> None:
    with open_document(papers.paper(*(f"Seite {number}" for number in range(8)))) as pdf:
        with ThreadPoolExecutor(4) as pool:
            texts = list(pool.map(lambda page: pdf.text(page % 8).strip(), range(80)))
        assert texts == [f"Seite {number % 8}" for number in range(80)]


@pytest.mark.parametrize(
    ("data", "code"), [(papers.locked(), "pdf_password"), (papers.broken(), "pdf_broken"), (b"", "pdf_broken")]
)
def test_what_cannot_be_opened_is_said(data: bytes, code: str) -> None:
    with pytest.raises(MendableError) as caught:
        open_document(data)
    assert caught.value.code == code


def test_the_password_opens_it() -> None:
    with open_document(papers.locked(), "u") as pdf:
        assert pdf.pages == 1


def test_a_page_that_is_not_there_and_a_closed_document_are_said() -> None:
    pdf = open_document(papers.paper("x"))
    with pytest.raises(MendableError, match="pdf_page_broken"):
        pdf.size(7)
    pdf.close()
    pdf.close()
    with pytest.raises(MendableError, match="pdf_closed"):
        pdf.text(0)


def test_the_program_may_end_while_a_page_is_painted() -> None:
    code = """
import sys, threading
from reviewer_app.domain.errors import MendableError
from reviewer_app.exchange.annex.pdf import open_document
document = open_document(sys.stdin.buffer.read())
begun = threading.Event()
def paint():
    try:
        while True:
            document.render(0, 3.0)
            begun.set()
    except MendableError:
        pass
threading.Thread(target=paint, daemon=True).start()
begun.wait()
"""
    command = [sys.executable, "-c", code]
    ended = subprocess.run(command, timeout=60, input=papers.paper("Ende"), capture_output=True, check=False)  # noqa: S603 # reason: our own interpreter
    assert (ended.returncode, ended.stderr) == (0, b"")
