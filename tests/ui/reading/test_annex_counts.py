"""How often words stand in each annex: of the application in sight alone, and once, however often one comes back."""

from pathlib import Path
from typing import override

import pytest
from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot

from reviewer_app.domain.text.search import wanted
from reviewer_app.services.search.port import PlacedText, Unit
from reviewer_app.ui.reading.annexes.annex_list import AnnexLine
from reviewer_app.ui.reading.annexes.hit_counts import HitCounts
from reviewer_app.ui.shell.context import Context
from tests.ui.fake_store import FakeUnit, FakeWorkspace

TEXTS = {"one": "Personal und Personal", "two": "Personal"}
ONE, TWO, UNREAD = ((AnnexLine("A01", "A01", name, sha256=name),) for name in ("one", "two", "unread"))


class _Index:
    """An index that holds two annexes."""

    def texts(self, unit: Unit) -> list[PlacedText] | None:
        body = TEXTS.get(unit.key)
        return [PlacedText(1, "", body)] if body else None


class _Workspace(FakeWorkspace):
    @override
    def reading(self) -> FakeUnit:
        unit = super().reading()
        unit.search = _Index()  # type: ignore[attr-defined] # reason: what is asked here
        return unit


@pytest.fixture
def counts(context: Context, qtbot: QtBot) -> HitCounts:
    context.operations.open(lambda _path: _Workspace(), Path("x.votum")).read()
    qtbot.waitUntil(lambda: context.operations.idle)
    parent = QObject(context.operations)
    return HitCounts(context, parent)


def told(counts: HitCounts, context: Context, qtbot: QtBot) -> dict[str, int]:
    qtbot.waitUntil(lambda: context.operations.idle and counts.is_whole)
    return dict(counts.counts)


def test_an_annex_is_counted_once_although_one_went_and_came_back(
    counts: HitCounts, context: Context, qtbot: QtBot
) -> None:
    for lines in (ONE, TWO, ONE):
        counts.show_annexes(lines)
        counts.count(wanted("personal"))
    assert told(counts, context, qtbot) == {"A01": 2}


def test_another_application_has_counts_of_its_own(counts: HitCounts, context: Context, qtbot: QtBot) -> None:
    counts.show_annexes(ONE)
    counts.count(wanted("personal"))
    assert told(counts, context, qtbot) == {"A01": 2}
    counts.show_annexes(TWO)
    assert told(counts, context, qtbot) == {"A01": 1}
    counts.show_annexes(UNREAD)
    assert told(counts, context, qtbot) == {}
    assert counts.unread == 1
    counts.show_annexes(ONE)
    assert told(counts, context, qtbot) == {"A01": 2}
    assert counts.unread == 0
