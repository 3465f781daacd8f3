"""Evidence: select, one key, and mark, tag and passage appear; a key leads back, one step takes all away."""

from fractions import Fraction
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from reviewer_app.domain.annotations.annotation import Annotation, Kind, MarkStyle
from reviewer_app.services.annotations import editing
from reviewer_app.ui.kit.text import ElidedText
from reviewer_app.ui.marks.criterion_dialog import CriterionDialog
from reviewer_app.ui.marks.passage_chips import PassageChip
from reviewer_app.ui.pdf.selection import Selection
from tests.factories import worked_case
from tests.ui.conftest import OpenCase
from tests.ui.desk_user import DeskUser, opened, page_of, presenter_of, stored

if TYPE_CHECKING:
    from reviewer_app.ui.marks.viewer import PdfViewer
    from reviewer_app.ui.reading.page import ReadingPage

PLAIN, SHIFT = Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.ShiftModifier
WORDS = "4,20 Vollzeitäquivalente auf fünf Personen"


class Desk:
    """The worked case with A07 open, its first page read."""

    def __init__(self, user: DeskUser, qtbot: QtBot) -> None:
        self.user = user
        self.page: ReadingPage = page_of(user)
        self.reader: PdfViewer = self.page.annex.reader
        presenter_of(user).annexes.first.open("A07")
        qtbot.waitUntil(lambda: self.page.annex.pages.count == 6 and self.page.annex.shows_pages)
        qtbot.waitUntil(lambda: self.reader.texts.layer(0) is not None)
        self.page.annex.take_focus()

    def select(self, words: str = WORDS) -> None:
        layer = self.reader.texts.layer(0)
        assert layer is not None
        start = layer.text.index(words)
        self.reader.selection_tool.select(Selection((0, start), (0, start + len(words))))

    def draw(self, start: QPoint, end: QPoint) -> None:
        """Draw a rectangle in the viewport."""
        port = self.reader.view.viewport()
        self.user.press(Qt.Key.Key_R)
        QTest.mousePress(port, Qt.MouseButton.LeftButton, pos=start)
        QTest.mouseMove(port, end)
        QTest.mouseRelease(port, Qt.MouseButton.LeftButton, pos=end)
        self.user.settle()

    @property
    def chips(self) -> list[PassageChip]:
        return [chip for chip in self.page.scoring.criterion.evidence.passages.chips if chip.isVisibleTo(self.page)]

    def stored(self) -> list[Annotation]:
        found: list[tuple[editing.Listed, ...]] = []
        run = self.user.desk.operations.run(editing.annotations, worked_case.NUMBER)
        run.done(found.append).read()
        self.user.settle()
        return [one.annotation for one in found[0]]


@pytest.fixture
def desk(open_case: OpenCase, qtbot: QtBot) -> Desk:
    return Desk(open_case(), qtbot)


@pytest.mark.parametrize("key", [Qt.Key.Key_F, Qt.Key.Key_U, Qt.Key.Key_M])
def test_what_is_still_in_sight_is_not_marked_in_the_paper_that_is_being_opened(
    desk: Desk, qtbot: QtBot, key: Qt.Key
) -> None:
    qtbot.waitUntil(lambda: desk.reader.texts.layer(1) is not None)
    desk.page.annex.pages.go_to(2)
    presenter_of(desk.user).annexes.first.open("A03")
    desk.select()
    desk.user.press(key)
    desk.user.settle()
    qtbot.waitUntil(lambda: desk.page.annex.pages.accessibleName().startswith("A03"))
    assert desk.stored() == []
    desk.page.annex.take_focus()
    desk.user.press(Qt.Key.Key_F)
    desk.user.settle()
    assert [one.annex for one in desk.stored()] == ["A03"]


@pytest.mark.parametrize("key", [Qt.Key.Key_F, Qt.Key.Key_M])
def test_what_is_marked_over_two_pages_by_one_key_is_taken_back_by_one(desk: Desk, qtbot: QtBot, key: Qt.Key) -> None:
    qtbot.waitUntil(lambda: desk.reader.texts.layer(1) is not None)
    before = desk.stored()
    desk.reader.selection_tool.select(Selection((0, 5), (1, 12)))
    desk.user.press(key)
    desk.user.settle()
    assert len(desk.stored()) == len(before) + 2
    presenter_of(desk.user).evidence.popover.close()
    desk.user.window.actions_table.trigger("undo")
    desk.user.settle()
    assert desk.stored() == before
    desk.user.window.actions_table.trigger("redo")
    desk.user.settle()
    assert len(desk.stored()) == len(before) + 2


@pytest.mark.parametrize(("key", "modifier"), [(Qt.Key.Key_F, PLAIN), (Qt.Key.Key_F, SHIFT), (Qt.Key.Key_U, PLAIN)])
def test_a_review_that_is_in_says_why_nothing_is_marked(
    open_case: OpenCase, qtbot: QtBot, key: Qt.Key, modifier: Qt.KeyboardModifier
) -> None:
    desk = Desk(open_case(handed_in=True), qtbot)
    desk.select()
    with qtbot.waitSignal(desk.user.desk.context.messages.note_wanted) as told:
        desk.user.press(key, modifier)
    assert "eingereicht" in told.args[0].text
    assert desk.stored() == []


def test_after_handing_in_one_marks_and_notes_for_oneself_alone(open_case: OpenCase, qtbot: QtBot) -> None:
    desk = Desk(open_case(handed_in=True), qtbot)
    desk.select()
    bubble = desk.reader.toolbar
    assert [one.isVisible() for one in (bubble.link, bubble.other, bubble.note)] == [False, False, True]
    desk.user.press(Qt.Key.Key_M)
    card = presenter_of(desk.user).evidence.popover.card
    assert card is not None
    assert (desk.user.focus is card.note, card.private.isChecked(), card.private.isEnabled()) == (True, True, False)
    desk.user.type("In der Sitzung fragen")
    desk.user.press(Qt.Key.Key_Escape)
    desk.user.settle()
    (one,) = desk.stored()
    assert (one.quote.text, one.note, one.private, one.links) == (WORDS, "In der Sitzung fragen", True, ())
    assert (one.kind, one.style) == (Kind.NOTE, MarkStyle.HIGHLIGHT)
    for action in ("note_page", "note_application"):
        desk.user.window.actions_table.trigger(action)
        desk.user.type("Merken")
        desk.user.press(Qt.Key.Key_Escape)
        desk.user.settle()
    assert [made.private for made in desk.stored()] == [True] * 3
    for _ in range(4):
        desk.page.annex.take_focus()
        desk.user.press(Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
        desk.user.settle()
    assert desk.stored() == []


def test_a_rectangle_after_handing_in_is_for_oneself_alone_and_taken_back_as_everything(
    open_case: OpenCase, qtbot: QtBot
) -> None:
    desk = Desk(open_case(handed_in=True), qtbot)
    desk.draw(QPoint(300, 120), QPoint(420, 200))
    card = presenter_of(desk.user).evidence.popover.card
    assert card is not None
    assert (desk.user.focus is card.note, card.private.isChecked(), card.private.isEnabled()) == (True, True, False)
    desk.user.type("Abbildung fehlt")
    desk.user.press(Qt.Key.Key_Escape)
    desk.user.settle()
    (one,) = desk.stored()
    assert (one.kind, one.style, one.note, one.private, one.links) == (
        Kind.NOTE, MarkStyle.AREA, "Abbildung fehlt", True, (),
    )  # fmt: skip
    assert desk.user.focus is desk.page.annex.pages
    for left in (1, 0):
        desk.user.press(Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
        desk.user.settle()
        assert len(desk.stored()) == left


def test_a_rectangle_without_an_open_criterion_asks_for_one(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    presenter_of(desk.user).open_criterion("overall")
    monkeypatch.setattr(CriterionDialog, "ask", lambda *_: "C2")
    desk.page.annex.take_focus()
    desk.draw(QPoint(300, 120), QPoint(420, 200))
    assert [(one.style, one.criteria) for one in desk.stored()] == [(MarkStyle.AREA, ("C2",))]


def test_one_key_links_what_is_selected_and_one_step_takes_mark_tag_and_passage_away(desk: Desk) -> None:
    desk.select()
    desk.user.press(Qt.Key.Key_F)
    desk.user.settle()
    (annotation,) = desk.stored()
    assert (annotation.quote.text, annotation.criteria, annotation.annex) == (WORDS, ("B3",), "A07")
    assert [(mark.tag, mark.is_open) for mark in desk.reader.marks.all] == [("B3", True)]
    assert [chip.text() for chip in desk.chips] == [f"A07 S.\u00a01 {WORDS}"]
    assert desk.chips[0].accessibleName() == f"Fundstelle A07 Seite 1, {WORDS}"
    assert desk.user.focus is desk.page.annex.pages
    assert desk.reader.passages == ()
    desk.user.press(Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    desk.user.settle()
    assert (desk.stored(), desk.reader.marks.all, desk.chips) == ([], [], [])
    desk.user.press(Qt.Key.Key_Y, Qt.KeyboardModifier.ControlModifier)
    desk.user.settle()
    assert [one.quote.text for one in desk.stored()] == [WORDS]


def test_after_a_passage_was_linked_a_digit_scores_and_takes_the_focus_to_the_scale(desk: Desk) -> None:
    entry, before = desk.page.scoring.criterion.entry, stored(desk.user).value("B3")
    desk.user.press(Qt.Key.Key_2)
    desk.user.settle()
    assert (stored(desk.user).value("B3"), before) == (before, Fraction(7, 2))
    desk.select()
    desk.user.press(Qt.Key.Key_F)
    desk.user.press(Qt.Key.Key_2)
    assert entry.has_focus
    desk.user.settle()
    assert stored(desk.user).value("B3") == Fraction(2)
    presenter_of(desk.user).open_criterion("D1")
    desk.page.show_annexes()
    desk.user.press(Qt.Key.Key_2)
    desk.user.settle()
    assert stored(desk.user).value("D1") is None


def test_without_a_selection_the_page_becomes_evidence(desk: Desk) -> None:
    desk.page.annex.pages.go_to(3)
    desk.user.press(Qt.Key.Key_F)
    desk.user.settle()
    (annotation,) = desk.stored()
    assert (annotation.style, annotation.page) == (MarkStyle.PAGE_NOTE, 2)
    assert desk.chips[0].text() == "A07 S.\u00a03 ganze Seite"


def test_a_passage_leads_back_to_its_place_and_escape_to_the_passage(desk: Desk, qtbot: QtBot) -> None:
    desk.select()
    desk.user.press(Qt.Key.Key_F)
    desk.user.settle()
    presenter_of(desk.user).annexes.first.open("A01")
    desk.user.settle()
    chip = desk.chips[0]
    chip.setFocus()
    QTest.keyClick(chip, Qt.Key.Key_Return)
    desk.user.settle()
    qtbot.waitUntil(lambda: bool(desk.page.annex.shows_pages and desk.reader.marks.all))
    qtbot.waitUntil(lambda: desk.user.focus is desk.page.annex.pages)
    QTest.keyClick(desk.page.annex.pages, Qt.Key.Key_Escape)
    assert desk.user.focus is chip


def test_one_passage_may_bear_on_several_criteria_and_is_taken_from_each_alone(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    desk.select()
    desk.user.press(Qt.Key.Key_F)
    desk.user.settle()
    monkeypatch.setattr(CriterionDialog, "ask", lambda *_args: "C2")
    desk.select()
    desk.user.press(Qt.Key.Key_F, Qt.KeyboardModifier.ShiftModifier)
    desk.user.settle()
    (annotation,) = desk.stored()
    assert annotation.criteria == ("B3", "C2")
    desk.chips[0].setFocus()
    QTest.keyClick(desk.chips[0], Qt.Key.Key_Delete)
    desk.user.settle()
    assert [one.criteria for one in desk.stored()] == [("C2",)]
    assert desk.chips == []
    assert [(mark.tag, mark.is_open) for mark in desk.reader.marks.all] == [("C2", False)]


def test_a_tag_of_another_criterion_opens_it(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(CriterionDialog, "ask", lambda *_args: "C2")
    desk.select()
    desk.user.press(Qt.Key.Key_F, Qt.KeyboardModifier.ShiftModifier)
    desk.user.settle()
    desk.reader.mark_focus.mark_opened.emit(desk.stored()[0].id)
    desk.user.settle()
    assert opened(desk.user) == "C2"
    assert len(desk.chips) == 1


def test_a_passage_is_copied_with_its_source(desk: Desk) -> None:
    desk.select()
    desk.user.press(Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    assert QApplication.clipboard().text() == f"A07, S. 1: „{WORDS}“"
    desk.user.press(Qt.Key.Key_F)
    desk.user.settle()
    QApplication.clipboard().clear()
    desk.chips[0].setFocus()
    QTest.keyClick(desk.chips[0], Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    assert QApplication.clipboard().text() == f"A07, S. 1: „{WORDS}“"


def test_a_review_that_is_handed_in_takes_no_more_evidence(open_case: OpenCase, qtbot: QtBot) -> None:
    desk = Desk(open_case(handed_in=True), qtbot)
    desk.select()
    desk.user.press(Qt.Key.Key_F)
    desk.user.settle()
    assert desk.stored() == []
    assert not desk.reader.toolbar.link.isVisible()


@pytest.mark.parametrize(("width", "height"), [(1366, 768), (1366, 700), (1920, 1080)])
def test_two_passages_are_in_sight_beside_everything_else(desk: Desk, qtbot: QtBot, width: int, height: int) -> None:
    desk.user.resize(width, height)
    for words in (WORDS, "Stichtag"):
        desk.select(words)
        desk.user.press(Qt.Key.Key_F)
        desk.user.settle()
    panel, theme = desk.page.scoring, desk.user.desk.theme
    qtbot.waitUntil(lambda: panel.scroll_area.verticalScrollBar().maximum() == 0 and len(desk.chips) == 2)
    QApplication.processEvents()
    assert panel.criterion.rationale.height() >= theme.em(84)
    assert [chip.height() for chip in desk.chips] == [theme.em(30)] * 2
    qtbot.waitUntil(lambda: all(not chip.visibleRegion().isEmpty() for chip in desk.chips))
    lower = [chip.mapTo(panel, chip.rect().bottomLeft()).y() for chip in desk.chips]
    assert lower[1] <= panel.next_button.mapTo(panel, panel.next_button.rect().topLeft()).y()


@pytest.mark.parametrize("width", [1366, 1920])
def test_without_a_passage_the_way_to_one_is_said_whole(desk: Desk, width: int) -> None:
    desk.user.resize(width, 768)
    said = [one for one in desk.page.scoring.criterion.evidence.findChildren(ElidedText) if one.isVisible()]
    assert [one.text() for one in said] == ["Noch keine Fundstelle. Text im Dokument markieren, dann F."]
    assert said[0].fontMetrics().horizontalAdvance(said[0].text()) <= said[0].width()
