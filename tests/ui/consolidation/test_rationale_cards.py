"""Reasons side by side: up to three share the room, from four on the row scrolls and three stay whole."""

from fractions import Fraction
from itertools import pairwise

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from reviewer_app.domain.annotations.annotation import Kind
from reviewer_app.ui.consolidation.rationale_cards import Rationale, RationaleCard, RationaleCards
from reviewer_app.ui.kit.theme import Theme
from reviewer_app.ui.marks.passage_chips import PassageView
from tests.factories.catalogues import muster


@pytest.mark.parametrize(("reviewers", "scrolls"), [(2, False), (3, False), (4, True), (20, True)])
def test_from_four_cards_on_the_row_scrolls(theme: Theme, qtbot: QtBot, reviewers: int, *, scrolls: bool) -> None:
    cards = RationaleCards(theme, "de")
    qtbot.addWidget(cards)
    cards.resize(960, 300)
    cards.show()
    name = "Maximiliane von Langenname " * 8
    cards.show_rationales(
        [Rationale(f"G{place + 1}", name, place, Fraction(3), "Belegt. " * 80) for place in range(reviewers)],
        muster().scale,
    )
    qtbot.waitUntil(lambda: (cards.horizontalScrollBar().maximum() > 0) is scrolls)
    assert cards.cards[min(reviewers, 3) - 1].geometry().right() <= cards.viewport().width()
    assert {card.height() for card in cards.cards} == {cards.cards[0].height()}


def test_a_reviewer_out_of_sight_is_brought_there(theme: Theme, qtbot: QtBot) -> None:
    cards = RationaleCards(theme, "de")
    qtbot.addWidget(cards)
    cards.resize(700, 300)
    cards.show()
    cards.show_rationales([Rationale(f"G{place}", "", place, None, "") for place in range(1, 9)], muster().scale)
    qtbot.waitUntil(lambda: cards.horizontalScrollBar().maximum() > 0)
    cards.focus_card(7)
    assert cards.horizontalScrollBar().value() > 0
    assert cards.cards[7].text.toPlainText() == "Ohne Begründung"


def test_a_reason_more_lies_beside_the_others_at_once(theme: Theme, qtbot: QtBot) -> None:
    cards = RationaleCards(theme, "de")
    qtbot.addWidget(cards)
    cards.resize(660, 300)
    cards.show()
    reasons = [Rationale(f"G{place}", "", place, None, "Belegt. " * 80) for place in range(4)]
    cards.show_rationales(reasons[:3], muster().scale)
    QApplication.processEvents()
    cards.show_rationales(reasons, muster().scale)
    QApplication.processEvents()
    places = [card.geometry() for card in cards.cards]
    assert len(places) == 4
    assert not any(before.intersects(after) for before, after in pairwise(places))


def _passages(count: int, kind: Kind = Kind.EVIDENCE) -> tuple[PassageView, ...]:
    return tuple(
        PassageView(str(place), f"A03 S. {place}", "", "Ziele ohne Zahlen", kind=kind) for place in range(count)
    )


def _card(theme: Theme, qtbot: QtBot, passages: tuple[PassageView, ...], high: int = 290) -> RationaleCard:
    card = RationaleCard(theme, "de")
    qtbot.addWidget(card)
    card.resize(210, high)
    reason = Rationale("G1", "", 0, Fraction(3), "Belegt ist der Beschluss. " * 40, passages=passages)
    card.show_rationale(reason, muster().scale)
    card.show()
    QApplication.processEvents()
    return card


def test_four_passages_are_in_sight_below_a_long_reason_that_scrolls_alone(theme: Theme, qtbot: QtBot) -> None:
    card = _card(theme, qtbot, _passages(4))
    assert card.text.verticalScrollBar().maximum() > 0
    assert card.body.verticalScrollBar().maximum() == 0
    assert card.passages.height() == card.passages.height_of(4)
    assert card.text.viewport().height() >= 4 * card.text.fontMetrics().lineSpacing()


@pytest.mark.parametrize("count", [0, 1, 3])
def test_no_line_of_a_reason_is_cut_before_one_scrolls(theme: Theme, qtbot: QtBot, count: int) -> None:
    card = _card(theme, qtbot, _passages(count))
    assert card.text.viewport().height() % card.text.fontMetrics().lineSpacing() == 0


def test_where_height_is_scarce_the_text_is_in_sight_and_passages_scroll_with_it(theme: Theme, qtbot: QtBot) -> None:
    card = _card(theme, qtbot, _passages(4), 220)
    line = card.text.fontMetrics().lineSpacing()
    assert card.body.viewport().height() >= 8 * line
    assert card.body.viewport().height() % line == 0
    assert card.body.verticalScrollBar().maximum() > 0
    assert card.passages.height() == card.passages.height_of(4)


def test_a_reason_that_grew_into_its_room_scrolls_no_more(theme: Theme, qtbot: QtBot) -> None:
    card = _card(theme, qtbot, _passages(2))
    assert card.text.verticalScrollBar().isVisible()
    card.resize(210, card.whole_height(210) + 40)
    QApplication.processEvents()
    assert not card.text.verticalScrollBar().isVisible()
    assert card.text.document().size().height() <= card.text.viewport().height()


def test_what_is_no_evidence_has_its_shape_in_front(theme: Theme, qtbot: QtBot) -> None:
    kinds = (Kind.EVIDENCE, Kind.CONTRADICTION, Kind.DOUBT)
    cards = [_card(theme, qtbot, _passages(1, kind)) for kind in kinds]
    pictures = [card.passages.shown[0].grab().toImage() for card in cards]
    assert not any(picture.isNull() for picture in pictures)
    assert len(pictures) == 3
    assert all(one != other for place, one in enumerate(pictures) for other in pictures[place + 1 :])


@pytest.mark.parametrize("high", [180, 218, 290, 420])
@pytest.mark.parametrize("count", [1, 2, 4, 7])
def test_cards_keep_to_the_height_they_are_given(theme: Theme, qtbot: QtBot, high: int, count: int) -> None:
    cards = RationaleCards(theme, "de")
    qtbot.addWidget(cards)
    cards.resize(660, high)
    cards.show()
    words = "Belegt ist der Beschluss. " * 12
    reasons = [Rationale(f"G{place}", "", place, Fraction(3), words, passages=_passages(count)) for place in range(3)]
    cards.show_rationales(reasons, muster().scale)
    QApplication.processEvents()
    assert {card.height() for card in cards.cards} == {high}
    card = cards.cards[0]
    assert card.passages.height() == card.passages.height_of(count)
    end = card.passages.mapTo(card, card.passages.rect().bottomLeft()).y()
    assert end < high or card.body.verticalScrollBar().maximum() > 0


def test_passages_lie_on_the_ground_of_their_card(theme: Theme, qtbot: QtBot) -> None:
    card = _card(theme, qtbot, _passages(2))
    column = card.passages
    between = column.mapTo(card, column.rect().center())
    picture = card.grab().toImage()
    assert picture.pixelColor(between) == picture.pixelColor(card.width() - 4, card.height() // 2)
