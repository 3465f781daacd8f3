"""The words of an annex from the index: pages and cells, nothing where it is not indexed yet."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from db.store import Store
from reviewer_app.domain.application import Annex, Application
from reviewer_app.domain.ids import ApplicationId
from reviewer_app.domain.text.search import wanted
from reviewer_app.exchange.catalogue.file import default_catalogue
from reviewer_app.exchange.file_kind import CSV, PDF
from reviewer_app.services.ports import Workspace
from reviewer_app.services.search.annex_words import AnnexWords, annex_words
from reviewer_app.services.search.indexing import index_all
from tests.factories.papers import paper, scan
from tests.services.conftest import NOW

PAGES = paper("Die Wertschöpfung", "", "wertschöpfend im Wert-", "bereich")
FILES = ((PDF, PAGES), (CSV, b"Optik;Optik Jena\nGlas;Ort\n"), (PDF, scan()))


@pytest.fixture
def round_of_papers(tmp_path: Path) -> Iterator[tuple[Workspace, list[str]]]:
    store = Store(lambda: NOW, lambda: tmp_path)
    made = store.begin(tmp_path / "runde.votum", default_catalogue(), "Runde", date(2026, 10, 1))
    hashes = []
    with made.unit_of_work() as uow:
        papers = []
        for number, (media_type, data) in enumerate(FILES, 2):
            sha256, size = uow.files.add(iter([data]))
            hashes.append(sha256)
            papers.append(Annex(f"A0{number}", f"A0{number}", sha256, size, media_type))
        catalogue = uow.rounds.get().catalogue
        made_of = Application(
            ApplicationId("1" * 32), "GC-2026-001", "Optik", "aufnahme", catalogue, annexes=tuple(papers)
        )
        uow.applications.add(made_of, "one")
        uow.commit()
    yield made, hashes
    made.close()


def words(workspace: Workspace, sha256: str) -> AnnexWords:
    with workspace.unit_of_work() as uow:
        return annex_words(uow, sha256)


def test_words_come_from_the_index_alone(round_of_papers: tuple[Workspace, list[str]]) -> None:
    workspace, hashes = round_of_papers
    assert [words(workspace, one) for one in hashes] == [AnnexWords(one, is_read=False) for one in hashes]
    index_all(workspace)
    pages, table, silent = (words(workspace, one) for one in hashes)
    assert [len(page.shares(wanted("wertschöpf"))) for page in pages.texts] == [1, 1, 0]
    assert [len(end.shares(wanted("im Wertbereich"))) for end in pages.ends] == [1]
    assert table.ends == ()
    assert [len(cell.shares(wanted("optik"))) for cell in table.texts] == [1, 1, 0, 0]
    assert [len(cell.shares(wanted("glas ort"))) for cell in table.texts] == [0] * 4  # in two cells
    assert silent == AnnexWords(hashes[2])
