"""The statistics count every application once, and show a reviewer neither suggestions nor closed content."""

from collections.abc import Callable, Iterator
from pathlib import Path

import openpyxl
import pytest

from reviewer_app.domain.ids import PersonId
from reviewer_app.exports.count_tables import Statistics
from reviewer_app.services.ports import UnitOfWork
from reviewer_app.services.reviews.statistics import save_statistics, statistics
from tests.factories import rounds

type Seen = Callable[[PersonId], Statistics]


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("counting")


@pytest.fixture(params=[rounds.VOGELSANG], ids=["chair"])
def uow(request: pytest.FixtureRequest, folder: Path) -> Iterator[UnitOfWork]:
    workspace = rounds.open_round(rounds.make_round(folder / f"{request.param[:1]}.votum", request.param))
    with workspace.unit_of_work() as made:
        yield made
    workspace.close()


def test_every_application_is_counted_once(uow: UnitOfWork) -> None:
    found = statistics(uow, "de")
    assert [table.key for table in found.tables] == ["states", "results", "labels"]
    assert [table.count.total for table in found.tables[:2]] == [found.applications] * 2 == [10, 10]
    assert found.tables[1].columns[-2:] == ("kein Vorschlag", "zurückgezogen")


@pytest.mark.parametrize("uow", [rounds.ADLER], indirect=True)
def test_a_reviewer_sees_states_and_open_labels_only(uow: UnitOfWork) -> None:
    found = statistics(uow, "de")
    assert [table.key for table in found.tables] == ["states", "labels"]
    assert "deren Inhalt Ihnen offensteht" in found.tables[1].note
    assert "Angaben aus 6 Anträgen" in found.tables[1].note


def test_the_workbook_holds_the_same_numbers(uow: UnitOfWork, tmp_path: Path) -> None:
    found = statistics(uow, "de")
    target = save_statistics(uow, tmp_path / "Statistik.xlsx", "de")
    book = openpyxl.load_workbook(target)
    assert book.sheetnames == ["Stand", "Vorschlag", "Labels"]
    rows = list(book["Stand"].iter_rows(min_row=4, values_only=True))
    assert rows == [found.tables[0].heads("de"), *found.tables[0].lines("de")]
    assert book["Stand"]["A4"].font.name == "Arial"
    assert book["Stand"]["A1"].quotePrefix
