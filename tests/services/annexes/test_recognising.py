"""A scan whose text was recognised is searched, quoted and marked like any other paper; its bytes stay as they are."""

from collections.abc import Iterator
from dataclasses import replace

import pytest

from reviewer_app.domain.application import Annex, AnnexState
from reviewer_app.domain.errors import MendableError
from reviewer_app.domain.text.recognised import RecognisedPage, RecognisedWord
from reviewer_app.services.annexes import passwords
from reviewer_app.services.annexes.recognising import (
    keep_page,
    pages_to_recognise,
    recognise_page,
    recognised_pages,
)
from reviewer_app.services.annotations import unlocking
from reviewer_app.services.annotations.locating import quote_spot
from reviewer_app.services.ports import UnitOfWork, Workspace
from reviewer_app.services.reviews.reviewing import read
from reviewer_app.services.search.indexing import Indexer, index_all
from reviewer_app.services.search.port import ANNEX, Unit
from reviewer_app.services.search.searching import search
from tests.factories import pages, papers
from tests.factories.scans import needs_tesseract, scanned
from tests.services.conftest import NOW

NUMBER = "GC-2026-014"
FIRST, SECOND = "Der Verbund hat 54 Mitglieder", "Der Beitrag ist gestaffelt"
KNOWN = RecognisedPage(
    ((RecognisedWord("Gestaffelter", (40, 50, 100, 62)), RecognisedWord("Beitrag", (104, 50, 140, 62))),)
)


def add(workspace: Workspace, data: bytes, *states: AnnexState) -> str:
    with workspace.unit_of_work() as uow:
        sha256, size = uow.files.add(iter([data]))
        application = next(one for one in uow.applications.all() if one.number == NUMBER)
        annex = Annex("A06", "A06.pdf", sha256, size, "application/pdf", 2, states)
        uow.applications.add(replace(application, version=application.version + 1, annexes=(annex,)), "scan")
        uow.commit()
    return sha256


@pytest.fixture(scope="module")
def scan() -> bytes:
    return scanned(pages.pages([[(40, 250, FIRST)], [(40, 250, SECOND)]], size=12))


@pytest.fixture
def annex(workspace: Workspace, scan: bytes) -> str:
    return add(workspace, scan, AnnexState.NO_TEXT)


def found(workspace: Workspace, words: str) -> list[tuple[str, int | None]]:
    with workspace.reading() as uow:
        return [(hit.annex, hit.page) for hit in search(uow, words).hits]


@needs_tesseract
@pytest.mark.parametrize("indexed", [True, False], ids=["indexed before", "indexed after"])
def test_recognised_words_are_found_and_quoted(workspace: Workspace, annex: str, scan: bytes, *, indexed: bool) -> None:
    if indexed:
        index_all(workspace)
    assert found(workspace, "Mitglieder") == []
    with workspace.reading() as uow:
        assert pages_to_recognise(uow, annex) == (0, 1)
        pair = [recognise_page(uow, annex, page) for page in (0, 1)]
    for page, one in enumerate(pair):
        with workspace.unit_of_work() as uow:
            kept = keep_page(uow, annex, page, one)
    assert kept.value.pages == {1: pair[1]}
    with workspace.reading() as uow:
        assert recognised_pages(uow, annex).pages == {0: rounded(pair[0]), 1: rounded(pair[1])}
    assert (found(workspace, "54 Mitglieder"), found(workspace, "gestaffelt")) == ([("A06", 1)], [("A06", 2)])
    with workspace.unit_of_work() as uow:
        uow.search.prepare()
        uow.commit()
    index_all(workspace)
    assert found(workspace, "54 Mitglieder") == [("A06", 1)]
    with workspace.reading() as uow:
        spot = quote_spot(uow, NUMBER, "A06", 0, "54 Mitglieder")
        assert (spot.quote.text, len(spot.place.quads)) == ("54 Mitglieder", 1)
        assert pages_to_recognise(uow, annex) == ()
        assert read(uow, NUMBER).recognised == {annex: 2}
        assert uow.files.read(annex) == scan


def rounded(page: RecognisedPage) -> RecognisedPage:
    def near(word: RecognisedWord) -> RecognisedWord:
        left, upper, right, lower = (round(edge, 2) for edge in word.place)
        return RecognisedWord(word.text, (left, upper, right, lower))

    return RecognisedPage(tuple(tuple(near(word) for word in line) for line in page.lines))


def test_pages_with_letters_need_nothing_and_a_page_once_recognised_is_not_done_again(workspace: Workspace) -> None:
    mixed = add(workspace, papers.paper("Hat Text", ""))
    with workspace.unit_of_work() as uow:
        assert pages_to_recognise(uow, mixed) == (1,)
        keep_page(uow, mixed, 1, RecognisedPage())
    with workspace.reading() as uow:
        assert pages_to_recognise(uow, mixed) == ()
        assert recognised_pages(uow, mixed).pages == {1: RecognisedPage()}


def test_an_annex_of_another_workspace_is_left_alone(workspace: Workspace) -> None:
    with workspace.unit_of_work() as uow:
        assert keep_page(uow, "f" * 64, 0, KNOWN).value.pages == {}
        assert uow.recognised.of("f" * 64) == {}


@pytest.fixture
def locked(workspace: Workspace) -> Iterator[str]:
    yield add(workspace, papers.locked(papers.scan()), AnnexState.ENCRYPTED, AnnexState.NO_TEXT)
    passwords.forget_typed()


def test_of_a_locked_annex_text_stays_only_as_long_as_its_password(workspace: Workspace, locked: str) -> None:
    def unlock(uow: UnitOfWork, *, keep: bool) -> None:
        unlocking.unlock(uow, locked, "u", NOW, keep=keep)

    with workspace.unit_of_work() as uow:
        unlock(uow, keep=False)
    with workspace.unit_of_work() as uow:
        for refused in (lambda: pages_to_recognise(uow, locked), lambda: keep_page(uow, locked, 0, KNOWN)):
            with pytest.raises(MendableError, match="recognising_locked"):
                refused()
    with workspace.unit_of_work() as uow:
        unlock(uow, keep=True)
    index_all(workspace)
    with workspace.unit_of_work() as uow:
        keep_page(uow, locked, 0, KNOWN)
    assert found(workspace, "gestaffelter") == [("A06", 1)]
    with workspace.unit_of_work() as uow:
        passwords.forget(uow, locked)
    assert found(workspace, "gestaffelter") == []
    with workspace.reading() as uow:
        assert uow.recognised.of(locked) == {}


def test_a_page_recognised_while_its_annex_is_being_indexed_is_found(workspace: Workspace, annex: str) -> None:
    indexer, kept = Indexer(), 0
    progress = None
    while progress is None or not progress.finished:
        with workspace.unit_of_work() as uow:
            waiting = uow.search.pending().units
            progress = indexer.step(uow, 0)
        if waiting == (Unit(ANNEX, annex),) and not kept:
            with workspace.unit_of_work() as uow:
                kept = len(keep_page(uow, annex, 1, KNOWN).value.pages)
    assert kept
    assert found(workspace, "gestaffelter") == [("A06", 2)]


def test_a_page_recognised_twice_is_found_once(workspace: Workspace, annex: str) -> None:
    index_all(workspace)
    for _ in range(2):
        with workspace.unit_of_work() as uow:
            keep_page(uow, annex, 1, KNOWN)
    assert found(workspace, "gestaffelter") == [("A06", 2)]
