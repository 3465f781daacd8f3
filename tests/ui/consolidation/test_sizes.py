"""Reasons side by side in small windows and with large letters: their first lines are in sight before one scrolls."""

from collections.abc import Iterator
from dataclasses import replace
from fractions import Fraction

import pytest
from PySide6.QtCore import QPoint, QRect
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from reviewer_app.exports.figures import Strip
from reviewer_app.ui.consolidation.consensus_panel import ConsensusPanel, ConsensusView
from reviewer_app.ui.consolidation.rationale_cards import Rationale, RationaleCard
from reviewer_app.ui.kit.theme import Theme
from reviewer_app.ui.kit.tokens import Scheme
from reviewer_app.ui.marks.passage_chips import PassageView
from reviewer_app.ui.scoring.words import CriterionView
from tests.factories.catalogues import muster

QUESTION = "Gibt es eine gemeinsam erarbeitete, beschlossene Strategie mit messbaren Zielen, und wird sie überprüft?"
WORDS = "Die Strategie liegt vor, nennt aber keine messbaren Ziele; die Tabelle auf S. 31 enthält nur Absichten. " * 4
PASSAGES = tuple(PassageView(str(place), f"A03 S. {place}", "", "Ziele ohne Zahlen") for place in range(4))
SIZES = {
    "1366x700": (740, 544, 100, False),
    "1024x600": (1024, 560, 100, True),
    "125": (1308, 600, 125, False),
    "1024x600 at 125": (1024, 550, 125, True),
    "200": (1366, 675, 200, True),
    "least": (1300, 583, 200, True),
}
"""What the window leaves the panel: width, height, size of text in percent, and whether it is narrow."""


def _view(count: int, key: str = "B1", question: str = QUESTION) -> ConsensusView:
    scale = muster().scale
    values = tuple((f"G{place + 1}", Fraction(place % 5)) for place in range(count))
    reasons = tuple(
        Rationale(label, "K. Tamm", place, value, WORDS, passages=PASSAGES)
        for place, (label, value) in enumerate(values)
    )
    strip = Strip("B1", values, scale, Fraction(3), Fraction(3), True)
    criterion = CriterionView(key, "Strategie und Fortschreibung", "", "", question, scale, "", "")
    return ConsensusView(criterion, strip, rationales=reasons)


@pytest.fixture(scope="module")
def size(qapp: QApplication, request: pytest.FixtureRequest) -> Iterator[tuple[Theme, int, int, bool]]:
    """Give one of the SIZES with its theme, which takes long to be put in place."""
    wide, high, text, narrow = SIZES[request.param]
    theme = Theme(qapp, scheme=Scheme.LIGHT, text_size=text)
    yield theme, wide, high, narrow
    theme.choose(text_size=100)


@pytest.fixture
def panel(qtbot: QtBot, size: tuple[Theme, int, int, bool]) -> ConsensusPanel:
    theme, wide, high, narrow = size
    made = ConsensusPanel(theme, "de")
    qtbot.addWidget(made)
    made.show_short(short=True)
    made.show_whole(whole=narrow)
    made.resize(wide, high)
    made.show()
    return made


def _settle(panel: ConsensusPanel, view: ConsensusView) -> None:
    """Show it, and let what is around it become as high as it asks for, which takes two turns of the loop."""
    panel.show_criterion(view)
    for _ in range(3):
        QApplication.processEvents()


def _lines_in_sight(card: RationaleCard) -> float:
    """Return how many lines of a text are seen."""
    seen: QRect = card.text.viewport().visibleRegion().boundingRect()
    return seen.height() / card.text.fontMetrics().lineSpacing()


every_size = pytest.mark.parametrize("size", SIZES, indirect=True)


@every_size
@pytest.mark.parametrize("count", [3, 7])
def test_the_first_lines_of_each_reason_are_in_sight(panel: ConsensusPanel, count: int) -> None:
    _settle(panel, _view(count))
    assert len(panel.cards.cards) == count
    assert [card for card in panel.cards.cards[:3] if _lines_in_sight(card) < 3] == []


@every_size
def test_so_are_they_below_a_consensus_that_is_on_record(panel: ConsensusPanel) -> None:
    _settle(panel, replace(_view(3), stored="Festgehalten: 3,5, vom Median übernommen"))
    assert len(panel.cards.cards) == 3
    assert [card for card in panel.cards.cards if _lines_in_sight(card) < 2] == []


@pytest.mark.parametrize("size", ["200", "least"], indirect=True)
@pytest.mark.parametrize("question", [QUESTION, ""])
def test_a_card_comes_wholly_into_sight_when_one_goes_there(panel: ConsensusPanel, question: str) -> None:
    _settle(panel, _view(7, question=question))
    card = panel.cards.cards[1]
    card.text.entered.emit()
    top, bottom = card.mapTo(panel, QPoint(0, 0)).y(), card.mapTo(panel, card.rect().bottomLeft()).y()
    assert top >= 0
    assert card.visibleRegion().boundingRect().height() == card.height() == bottom - top + 1
    assert panel.cards.horizontalScrollBar().visibleRegion().boundingRect().height() > 0


@pytest.mark.parametrize("size", ["200"], indirect=True)
def test_another_criterion_begins_at_its_title(panel: ConsensusPanel) -> None:
    _settle(panel, _view(3))
    panel.cards.entered.emit()
    before = panel.axis.mapTo(panel, QPoint(0, 0)).y()
    _settle(panel, _view(3, key="B2"))
    assert before < 0 <= panel.axis.mapTo(panel, QPoint(0, 0)).y()


@pytest.mark.parametrize("size", ["200"], indirect=True)
def test_the_axis_is_as_small_as_in_a_row_only_while_height_is_scarce(panel: ConsensusPanel) -> None:
    _settle(panel, _view(3))
    small, sentence = panel.axis.height(), panel.axis.accessibleName()
    panel.resize(1366, 1000)
    QApplication.processEvents()
    large = panel.axis.height()
    panel.resize(1366, 675)
    _settle(panel, _view(3))
    assert (small, large) == (panel.axis.sizeHint().height(), 124)
    assert panel.axis.accessibleName() == sentence
    assert panel.axis.isVisible()
