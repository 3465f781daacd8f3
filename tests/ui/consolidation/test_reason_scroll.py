"""A card of a reason scrolls in one place at most, ends at whole lines and passages, and keeps up with what changes."""

from collections.abc import Iterator
from fractions import Fraction

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtTest import QSignalSpy, QTest
from PySide6.QtWidgets import QAbstractScrollArea, QApplication, QScrollBar, QWidget
from pytestqt.qtbot import QtBot

from reviewer_app.ui.consolidation.rationale_cards import Rationale, RationaleCard, RationaleCards
from reviewer_app.ui.kit.accessibility import set_tab_order
from reviewer_app.ui.kit.theme import Theme
from reviewer_app.ui.marks.passage_chips import PassageView
from tests.factories.catalogues import muster

SHORT = "Belegt ist der Beschluss. " * 4
LONG = "Belegt ist der Beschluss. " * 800
HEBREW = "האסטרטגיה קיימת אך חסרות בה מטרות מדידות. " * 12
EMOJI = "Ziele 🎯 klar, Termine 📅 offen, Team 👩🏽‍🔬 stark. " * 12
HEIGHTS = (150, 218, 290, 420, 800, 218)


def _passages(count: int) -> tuple[PassageView, ...]:
    return tuple(PassageView(str(place), f"A03 S. {place}", "", "Ziele ohne Zahlen") for place in range(count))


def _reason(words: str, passages: int = 0, found: tuple[tuple[int, int], ...] = ()) -> Rationale:
    return Rationale("G1", "", 0, Fraction(3), words, passages=_passages(passages), found=found)


def _cards(theme: Theme, qtbot: QtBot, high: int, *reasons: Rationale) -> RationaleCards:
    cards = RationaleCards(theme, "de")
    qtbot.addWidget(cards)
    cards.resize(660, high)
    cards.show()
    cards.show_rationales(reasons, muster().scale)
    QApplication.processEvents()
    return cards


def _scrolling(card: RationaleCard) -> list[QAbstractScrollArea]:
    """Return what scrolls in a card, or shows a bar though it does not."""
    areas = (area for area in card.findChildren(QAbstractScrollArea) if area.isVisible())
    return [one for one in areas if one.verticalScrollBar().maximum() > 0 or one.verticalScrollBar().isVisible()]


def _in_sight(card: RationaleCard) -> int:
    """Return the px of a text that are seen."""
    return card.text.viewport().visibleRegion().boundingRect().height()


def _assert_whole(card: RationaleCard) -> None:
    """Assert that what is laid out is as high as what it holds, one below the other."""
    text, line = card.text, card.text.fontMetrics().lineSpacing()
    assert text.document().textWidth() == text.viewport().width()
    assert len(_scrolling(card)) <= 1
    assert text.height() >= text.document().size().height() or text.verticalScrollBar().maximum() > 0
    assert text.geometry().bottom() < card.passages.geometry().top() or not card.passages.ids
    assert _in_sight(card) >= min(3 * line, int(text.document().size().height()))
    if card.whole_height(card.width()) <= card.height():
        assert not _scrolling(card)


@pytest.mark.parametrize("passages", [0, 1, 4, 7])
@pytest.mark.parametrize("words", ["", SHORT, LONG, HEBREW, EMOJI], ids=["none", "short", "long", "hebrew", "emoji"])
def test_a_card_scrolls_in_one_place_at_most_at_any_height(
    theme: Theme, qtbot: QtBot, words: str, passages: int
) -> None:
    cards = _cards(theme, qtbot, 150, _reason(words, passages), _reason(SHORT, passages), _reason("Kurz."))
    for high in HEIGHTS:
        cards.resize(660, high)
        QApplication.processEvents()
        _assert_whole(cards.cards[0])
        assert {card.height() for card in cards.cards} == {high}


@pytest.fixture
def sized(theme: Theme) -> Iterator[Theme]:
    """Give a theme whose size of text is put back."""
    yield theme
    theme.choose(text_size=100)


@pytest.mark.parametrize("passages", [0, 3, 6])
def test_heights_follow_the_size_of_letters_in_a_card_that_keeps_its_own(
    sized: Theme, qtbot: QtBot, passages: int
) -> None:
    cards = _cards(sized, qtbot, 400, _reason(SHORT * 4, passages), _reason(SHORT), _reason(""))
    for size in (200, 115, 100):
        sized.choose(text_size=size)
        QApplication.processEvents()
        assert cards.height() == 400
        _assert_whole(cards.cards[0])
        chips = cards.cards[0].passages
        assert chips.height() == chips.height_of(passages) or not passages


def test_what_changed_while_it_was_hidden_lies_right_when_it_is_shown(theme: Theme, qtbot: QtBot) -> None:
    cards = _cards(theme, qtbot, 290, _reason("Kurz.", 1), _reason("Kurz."))
    for words, passages in ((LONG, 4), (SHORT, 0), (LONG, 7), ("", 1)):
        cards.hide()
        cards.show_rationales([_reason(words, passages), _reason("Kurz.")], muster().scale)
        cards.show()
        QApplication.processEvents()
        _assert_whole(cards.cards[0])


def test_no_line_of_another_height_is_cut_before_one_scrolls(theme: Theme, qtbot: QtBot) -> None:
    cards = _cards(theme, qtbot, 231, _reason(EMOJI, 1), _reason(""))
    card = cards.cards[0]
    layout = card.text.document().begin().layout()
    lines = [layout.lineAt(place) for place in range(layout.lineCount())]
    ends = [round(line.y() + line.height()) for line in lines]
    assert card.text.verticalScrollBar().maximum() > 0
    assert min(abs(card.text.viewport().height() - end) for end in ends) <= 1


def test_a_hit_far_down_is_in_sight_where_text_and_passages_scroll_as_one(theme: Theme, qtbot: QtBot) -> None:
    words = SHORT * 6
    place = words.rindex("Beschluss")
    cards = _cards(theme, qtbot, 218, _reason(words, 6, ((place, place + 9),)), _reason(""), _reason(""))
    card, bar = cards.cards[0], cards.cards[0].body.verticalScrollBar()
    hit = card.text.viewport().mapTo(card.body.viewport(), card.text.cursorRect().center())
    assert card.body.viewport().rect().contains(hit)
    assert bar.value() > 0
    card.show_rationale(_reason(words + "Neu.", 6), muster().scale)
    assert bar.value() == 0


def test_keys_bring_the_end_of_a_reason_and_its_passages_into_sight(theme: Theme, qtbot: QtBot) -> None:
    cards = _cards(theme, qtbot, 218, _reason(SHORT * 6, 6), _reason(""), _reason(""))
    card, bar = cards.cards[0], cards.cards[0].body.verticalScrollBar()
    card.setFocus(Qt.FocusReason.TabFocusReason)
    QTest.keyClick(card.text, Qt.Key.Key_PageDown)
    assert bar.value() > 0
    bar.setValue(0)
    QTest.keyClick(card.text, Qt.Key.Key_End, Qt.KeyboardModifier.ControlModifier)
    assert bar.value() > 0
    cards.focus_passage("5")
    assert bar.value() == bar.maximum()
    assert card.passages.shown[5].visibleRegion().boundingRect().height() == card.passages.shown[5].height()


def _turn(at: QWidget, steps: int) -> bool:
    """Turn the wheel by lines over a widget; say whether it was left to what is around it."""
    middle = QPointF(at.rect().center())
    where, none = QPointF(at.mapToGlobal(middle.toPoint())), Qt.MouseButton.NoButton
    keys, phase = Qt.KeyboardModifier.NoModifier, Qt.ScrollPhase.NoScrollPhase
    event = QWheelEvent(middle, where, QPoint(), QPoint(0, 120 * steps), none, keys, phase, False)
    QApplication.sendEvent(at, event)
    return not event.isAccepted()


@pytest.mark.parametrize("passages", [0, 6])
def test_the_wheel_first_brings_the_rest_of_a_card_into_sight(theme: Theme, qtbot: QtBot, passages: int) -> None:
    cards = _cards(theme, qtbot, 218, _reason(LONG, passages), _reason(""), _reason(""))
    outer = QScrollBar()
    qtbot.addWidget(outer)
    outer.setRange(0, 50)
    cards.show_room(200, outer)
    card = cards.cards[0]
    area = card.body if passages else card.text
    bar = area.verticalScrollBar()
    assert _turn(area.viewport(), -1)
    assert bar.value() == 0
    outer.setValue(50)
    assert not _turn(area.viewport(), -1)
    assert bar.value() > 0
    outer.setValue(0)
    _turn(area.viewport(), 1)
    assert bar.value() == 0
    assert not passages or _turn(card.text.viewport(), -1)


@pytest.mark.parametrize("count", [3, 7])
def test_cards_with_room_are_as_high_as_the_longest_reason_asks_for_but_no_higher_than_the_room(
    theme: Theme, qtbot: QtBot, count: int
) -> None:
    cards = _cards(theme, qtbot, 110, *[_reason(SHORT, 2)] * count)
    cards.show_room(600, None)
    assert 110 < cards.heightForWidth(660) < 600
    cards.resize(660, cards.heightForWidth(660))
    QApplication.processEvents()
    assert [_scrolling(card) for card in cards.cards] == [[]] * count
    cards.show_rationales([_reason(LONG, 2), *[_reason(SHORT)] * (count - 1)], muster().scale)
    assert cards.heightForWidth(660) == 600


def test_a_reason_with_the_focus_shows_it_by_a_ring(theme: Theme, qtbot: QtBot) -> None:
    cards = _cards(theme, qtbot, 218, _reason(SHORT), _reason(SHORT))
    edge = QPoint(cards.cards[1].width() // 2, 1)
    assert cards.cards[1].grab().toImage().pixelColor(edge) != theme.color("focus")
    cards.activateWindow()
    cards.cards[1].setFocus(Qt.FocusReason.TabFocusReason)
    qtbot.waitUntil(cards.cards[1].text.hasFocus)
    assert cards.cards[1].grab().toImage().pixelColor(edge) == theme.color("focus")


def test_passages_out_of_sight_are_counted_and_a_click_away(theme: Theme, qtbot: QtBot) -> None:
    cards = _cards(theme, qtbot, 218, _reason(SHORT * 6, 5), _reason("Kurz.", 5), _reason(LONG))
    far, near, none = cards.cards
    assert far.body.more is not None
    assert far.body.more.text() == "5 Fundstellen"
    assert far.body.more.geometry().top() >= far.body.viewport().geometry().bottom()
    assert far.body.more.isVisible()
    assert near.body.more is None is none.body.more
    far.body.more.click()
    assert far.passages.shown[0].visibleRegion().boundingRect().height() == far.passages.shown[0].height()
    cards.resize(660, 900)
    QApplication.processEvents()
    assert not far.body.more.isVisible()


def test_a_passage_is_in_sight_when_one_comes_back_to_it_from_the_next_card(theme: Theme, qtbot: QtBot) -> None:
    cards = _cards(theme, qtbot, 218, _reason(SHORT * 6, 5), _reason(SHORT), _reason(SHORT))
    set_tab_order([stop for card in cards.cards for stop in card.stops])
    cards.activateWindow()
    cards.cards[1].setFocus()
    qtbot.waitUntil(cards.cards[1].text.hasFocus)
    entered = QSignalSpy(cards.entered)
    QTest.keyClick(cards.cards[1].text, Qt.Key.Key_Backtab, Qt.KeyboardModifier.ShiftModifier)
    last = cards.cards[0].passages.shown[-1]
    assert last.hasFocus()
    assert last.visibleRegion().boundingRect().height() == last.height()
    assert entered.count() == 1


def test_a_card_comes_back_with_what_is_to_be_shown_then(theme: Theme, qtbot: QtBot) -> None:
    cards = _cards(theme, qtbot, 218, _reason(SHORT * 6, 5), _reason(LONG, 2), _reason(SHORT))
    last = cards.cards[2]
    cards.show_rationales([_reason(SHORT)], muster().scale)
    QApplication.processEvents()
    assert cards.cards[0].width() == 660
    assert not last.isVisible()
    cards.show_rationales([_reason(SHORT), _reason(SHORT * 6, 7), _reason("")], muster().scale)
    QApplication.processEvents()
    assert last in cards.cards
    for card in cards.cards:
        _assert_whole(card)
