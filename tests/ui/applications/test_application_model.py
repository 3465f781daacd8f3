"""The list model: filter, order, counts, words for readers; checked by Qt's own model tester too."""

import pytest
from PySide6.QtCore import QModelIndex, Qt
from pytestqt.modeltest import ModelTester

from reviewer_app.ui.applications.model import ApplicationColumn, ApplicationFilter, ApplicationLine, ApplicationModel
from reviewer_app.ui.kit.list_model import LINE, ListCell
from reviewer_app.ui.kit.painting import Chip, Glyph

HEADS = {
    ApplicationColumn.APPLICATION: "Antrag",
    ApplicationColumn.STATE: "Stand",
    ApplicationColumn.PROGRESS: "Bewertet",
    ApplicationColumn.DUE: "Frist",
}


def a_line(
    number: str, name: str = "Verbund", land: str = "HE", due: int = 1, done: int = 0, segments: str = "all todo"
) -> ApplicationLine:
    return ApplicationLine(
        number=number,
        name=name,
        facts=f"{number} · {land}",
        short_facts=land,
        procedure="Aufnahme",
        chip=Chip("Neu", Glyph.RING),
        land=land,
        progress=(done, 20),
        cells={ApplicationColumn.DUE: ListCell("15.12.2026", "noch 21 Tage")},
        segments=frozenset(segments.split()),
        sorts=dict.fromkeys(ApplicationColumn, number)
        | {ApplicationColumn.DUE: (due, -done), ApplicationColumn.PROGRESS: -done},
    )


@pytest.fixture
def model(qapp: object) -> ApplicationModel:
    del qapp
    made = ApplicationModel()
    made.show_heads(HEADS)
    made.set_rows(
        [
            a_line("003", "Leichtbau", due=2, done=4),
            a_line("001", "Photonik", due=2, done=14),
            a_line("002", "Textil Vogtland", land="SN", due=1, segments="all done"),
        ]
    )
    return made


def numbers(model: ApplicationModel) -> list[str]:
    return [line.number for line in model.lines]


def test_facts_end_with_no_separator_where_the_land_is_not_known() -> None:
    assert a_line("GC-2026-001").facts_with_procedure == "GC-2026-001 · Aufnahme · HE"
    assert a_line("GC-2026-001", land="").facts_with_procedure == "GC-2026-001 · Aufnahme"


def test_the_model_keeps_qts_rules(model: ApplicationModel, qtmodeltester: ModelTester) -> None:
    qtmodeltester.check(model)  # type: ignore[no-untyped-call] # reason: pytest-qt has no types there


def test_the_first_order_is_deadline_then_progress(model: ApplicationModel) -> None:
    assert numbers(model) == ["002", "001", "003"]


def test_a_column_sorts_and_turns_round(model: ApplicationModel) -> None:
    model.show_sort(ApplicationColumn.APPLICATION, descending=False)
    assert numbers(model) == ["001", "002", "003"]
    model.show_sort(ApplicationColumn.APPLICATION, descending=True)
    assert numbers(model) == ["003", "002", "001"]
    head = model.headerData(ApplicationColumn.APPLICATION, Qt.Orientation.Horizontal)
    assert head == "Antrag  ▼"
    assert model.headerData(ApplicationColumn.DUE, Qt.Orientation.Horizontal) == "Frist"


@pytest.mark.parametrize(
    ("wanted", "expected"),
    [
        (ApplicationFilter(text="textil"), ["002"]),
        (ApplicationFilter(text="VOGT sn"), ["002"]),
        (ApplicationFilter(segment="todo"), ["001", "003"]),
        (ApplicationFilter(land="SN"), ["002"]),
        (ApplicationFilter(text="textil", segment="todo"), []),
        (ApplicationFilter(), ["002", "001", "003"]),
    ],
)
def test_a_filter_shows_what_fits(model: ApplicationModel, wanted: ApplicationFilter, expected: list[str]) -> None:
    model.show_filter(wanted)
    assert numbers(model) == expected
    assert model.total == 3
    assert model.count("todo") == 2


def test_a_filter_stays_when_other_lines_come(model: ApplicationModel) -> None:
    model.show_filter(ApplicationFilter(text="photonik"))
    model.set_rows([a_line("004", "Photonik Nord"), a_line("005", "Holz")])
    assert numbers(model) == ["004"]


def test_a_row_gives_its_line_and_words_for_readers(model: ApplicationModel) -> None:
    index = model.index(1, ApplicationColumn.PROGRESS)
    line = index.data(LINE)
    assert isinstance(line, ApplicationLine)
    assert line.number == "001"
    assert index.data(Qt.ItemDataRole.AccessibleTextRole) == "Bewertet: 14/20"
    assert (
        model.index(1, ApplicationColumn.APPLICATION).data(Qt.ItemDataRole.AccessibleTextRole) == "Photonik, 001 · HE"
    )
    assert (
        model.index(1, ApplicationColumn.DUE).data(Qt.ItemDataRole.AccessibleTextRole)
        == "Frist: 15.12.2026, noch 21 Tage"
    )
    assert model.index(1, ApplicationColumn.STATE).data() == "Neu"


def test_rows_are_found_by_number(model: ApplicationModel) -> None:
    assert model.row_of("003") == 2
    assert model.row_of("009") == -1
    assert model.row(7) is None
    assert model.data(QModelIndex()) is None
