"""Indexing beside bare extraction, and searching as one types beside plain SQL LIKE over the same texts."""

import itertools
import shutil
from pathlib import Path

from db.store import Store
from reviewer_app.domain.application import AnnexState
from reviewer_app.exchange.annex.pdf import open_document
from reviewer_app.exchange.file_kind import PDF
from reviewer_app.services.ports import UnitOfWork, Workspace
from reviewer_app.services.search.indexing import index_all
from reviewer_app.services.search.port import ANNEX, PlacedText, Unit
from reviewer_app.services.search.searching import search
from tests.bench.table import Row, paired

PAGES = 10_000
APPLICATIONS = 200
ASKED = ("wertsch", "Förderung", '"in der Region"', "kosten plan", "e")
"""What is typed: a beginning, a word, a phrase, two words, and what nearly every page holds."""

_MOST = 9


def rows(folder: Path, demo: Path) -> list[Row]:
    """Measure over the demo round, then over two hundred applications that hold its pages again and again."""
    store = Store(data=lambda: folder)
    small = folder / "search.votum"
    shutil.copyfile(demo, small)
    workspace = store.open(small)
    try:
        with workspace.unit_of_work() as uow:
            annexes = _annexes(uow)
            files = [uow.files.read(one.key) for one in annexes]
        found = [_indexing(workspace, annexes, files), _searching(workspace, "demo round")]
    finally:
        workspace.close()
    pages = [text for data in files for text in _texts(data)]
    large = store.open(store.demo(folder / "many", applications=APPLICATIONS, reviewers=3, seed=1, files=False))
    try:
        index_all(large)
        with large.unit_of_work() as uow:
            _fill(uow, pages)
            uow.commit()
        found.append(_searching(large, f"{APPLICATIONS} applications, {PAGES:,} pages"))
    finally:
        large.close()
    return found


def _annexes(uow: UnitOfWork) -> list[Unit]:
    hashes = [one.key for one in uow.search.pending().units if one.source == ANNEX]
    held = {one.annex.sha256: one.annex for one in uow.search.annexes(hashes)}
    closed = {AnnexState.BROKEN, AnnexState.ENCRYPTED, AnnexState.EMPTY}
    readable = (key for key, one in held.items() if one.media_type == PDF and closed.isdisjoint(one.states))
    return [Unit(ANNEX, key) for key in readable]


def _texts(data: bytes) -> list[str]:
    document = open_document(data)
    try:
        return [document.text(page) for page in range(document.pages)]
    finally:
        document.close()


def _indexing(workspace: Workspace, annexes: list[Unit], files: list[bytes]) -> Row:
    """Index every page of the demo; the floor takes the same pages out of the same bytes and keeps nothing."""

    def ours() -> None:
        with workspace.unit_of_work() as uow:
            uow.search.prepare()
            for unit, data in zip(annexes, files, strict=True):
                uow.search.begin(unit)
                texts = (PlacedText(page, "", text) for page, text in enumerate(_texts(data), 1))
                uow.search.add(unit, texts)
                uow.search.finish(unit)
            uow.commit()

    def floor() -> None:
        for data in files:
            _texts(data)

    mine, bare = paired(ours, floor, rounds=3)
    index_all(workspace)
    count = sum(len(_texts(data)) for data in files)
    return Row(f"index {count:,} pages", mine, bare, 1.5, "their text alone")


def _fill(uow: UnitOfWork, pages: list[str]) -> None:
    """Give the annexes of all applications pages of the demo, so many that they are PAGES together."""
    with_pages = [unit for one in uow.search.newest() for unit in uow.search.units_of(one) if unit.source == ANNEX]
    unique = list(dict.fromkeys(with_pages))
    each = -(-PAGES // len(unique))
    endless = itertools.cycle(pages)
    for unit in unique:
        uow.search.begin(unit)
        uow.search.add(unit, [PlacedText(page, "", next(endless)) for page in range(1, each + 1)])
        uow.search.finish(unit)


def _searching(workspace: Workspace, where: str) -> Row:
    """Search for each of ASKED as the palette does; the floor looks for their longest word by LIKE."""

    def ours() -> None:
        with workspace.unit_of_work() as uow:
            for typed in ASKED:
                search(uow, typed, most=_MOST, whole=False)

    def floor() -> None:
        with workspace.unit_of_work() as uow:
            _like(uow)

    mine, like = paired(ours, floor, rounds=5)
    name = f"search as one types, {where}, CPU"
    return Row(name, mine / len(ASKED), like / len(ASKED), 0.05, "SQL LIKE", absolute=True)


def _like(uow: UnitOfWork) -> None:
    connection = uow.search._transaction.connection  # type: ignore[attr-defined]  # the floor is plain SQL
    for typed in ASKED:
        word = max(typed.strip('"').split(), key=len)
        connection.exec_driver_sql("SELECT id FROM search_texts WHERE body LIKE ? LIMIT 5000", (f"%{word}%",)).all()
