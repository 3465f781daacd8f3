"""Finding on the pages of a PDF: all hits counted and marked, one current, in sight; read apart from the window."""

import pytest
from PySide6.QtCore import QPoint, QRectF, Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from reviewer_app.domain.text.search import wanted
from reviewer_app.ui.kit.theme import Theme
from reviewer_app.ui.marks.viewer import PdfViewer
from reviewer_app.ui.pdf.page_finder import PageFinder
from reviewer_app.ui.pdf.page_view import PageView
from reviewer_app.ui.pdf.renderer import renderer
from reviewer_app.ui.pdf.text_finder import Ticks
from reviewer_app.ui.reading.annexes.hit_strip import HitStrip
from tests.factories.papers import paper, scan
from tests.factories.worked_case import pdf
from tests.ui.pdf.test_page_view import Seen

LINES = 34


class Desk:
    """A page view with all that finds on it."""

    def __init__(self, theme: Theme, qtbot: QtBot, data: bytes) -> None:
        self.view = PageView(theme)
        qtbot.addWidget(self.view)
        self.reader = PdfViewer(theme, self.view)
        self.finding = PageFinder(theme, self.view, self.reader.texts)
        self.view.overlays.append(self.finding)
        self.strip = HitStrip(theme, self.view)
        self.view.resize(700, 500)
        self.view.show()
        seen = Seen(renderer())
        renderer().open(data)
        qtbot.waitUntil(lambda: bool(seen.documents))
        seen.deleteLater()
        self.view.show_document(seen.documents[0], "A07")
        self._qtbot = qtbot

    def find(self, typed: str) -> None:
        self.finding.find(wanted(typed))
        self._qtbot.waitUntil(lambda: self.finding.is_whole and (self.finding.current >= 0 or not self.finding.count))

    def box(self) -> QRectF:
        """Return where the current hit, one of a single line, stands in the viewport."""
        shares, current = self.finding.shares(), self.finding.current
        page = max(page for page in range(self.view.count) if self.view.share_of(page) <= shares[current])
        nth = current - sum(share < self.view.share_of(page) for share in shares)
        self._qtbot.waitUntil(lambda: len(self.finding.fills(page, self.view.shown_scale)) > nth)
        box, _ = self.finding.fills(page, self.view.shown_scale)[nth]
        return box.translated(self.view.box_of(page).topLeft())


@pytest.fixture
def desk(theme: Theme, qtbot: QtBot) -> Desk:
    return Desk(theme, qtbot, pdf(5, "A07"))


def test_all_hits_are_counted_marked_and_the_first_in_sight_is_current(desk: Desk, qtbot: QtBot) -> None:
    desk.find("vollzeitaequivalente")
    assert (desk.finding.count, desk.finding.current) == (5 * LINES, 0)
    qtbot.waitUntil(lambda: desk.reader.texts.layer(0) is not None)
    assert len(desk.finding.fills(0, desk.view.shown_scale)) == LINES
    assert desk.view.viewport().rect().contains(desk.box().toRect())
    assert desk.view.verticalScrollBar().value() == 0


def test_steps_go_from_page_to_page_and_end_at_the_last(desk: Desk) -> None:
    desk.find("Seite 3")
    assert (desk.finding.count, desk.finding.current, desk.view.visible_pages.start) == (1, 0, 2)
    assert desk.view.viewport().rect().contains(desk.box().toRect())
    assert not desk.finding.step(1)
    desk.finding.go(0)
    desk.find("Geschäftsstelle")
    assert desk.finding.current == 3  # below where one went to last
    assert desk.finding.step(-1)
    assert desk.finding.current == 2
    desk.finding.go(4)
    assert desk.view.viewport().rect().contains(desk.box().toRect())


def test_finding_begins_where_one_reads_and_letter_by_letter_stays_there(desk: Desk) -> None:
    desk.view.go_to(4)
    desk.finding.begin()
    for typed in ("s", "se", "sei", "seite"):
        desk.find(typed)
    assert desk.finding.current == 3


def test_nothing_to_find_marks_nothing(desk: Desk) -> None:
    desk.find("Seite")
    desk.find("")
    assert (desk.finding.count, desk.finding.current, desk.finding.shares()) == (0, -1, [])
    assert desk.finding.fills(0, 1.0) == []
    desk.find("gibt es nicht")
    assert (desk.finding.count, desk.finding.is_whole, desk.finding.has_words) == (0, True, True)


def test_a_scan_has_no_words(theme: Theme, qtbot: QtBot) -> None:
    desk = Desk(theme, qtbot, scan())
    assert desk.finding.has_words  # nothing is known yet
    desk.find("Anlage")
    assert not desk.finding.has_words


def test_some_pages_without_words_are_counted(theme: Theme, qtbot: QtBot) -> None:
    desk = Desk(theme, qtbot, paper("Anlage", "", "Anlage"))
    desk.find("anlage")
    assert (desk.finding.count, desk.finding.silent_pages) == (2, 1)


def test_another_document_forgets_what_was_found(desk: Desk) -> None:
    desk.find("Seite")
    desk.view.clear()
    assert (desk.finding.count, desk.finding.current) == (0, -1)


def test_the_strip_shows_where_hits_lie_and_a_click_goes_to_the_nearest(desk: Desk, qtbot: QtBot) -> None:
    desk.find("Geschäftsstelle")
    desk.strip.show_ticks(desk.finding.ticks())
    assert desk.strip.isVisible()
    assert desk.finding.shares() == sorted(desk.finding.shares())
    with qtbot.waitSignal(desk.strip.place_chosen) as chosen:
        place = round(desk.finding.shares()[3] * desk.strip.height())
        QTest.mouseClick(desk.strip, Qt.MouseButton.LeftButton, pos=QPoint(3, place))
    assert desk.finding.nearest(chosen.args[0]) == 3
    desk.strip.show_ticks(Ticks())
    assert not desk.strip.isVisible()


@pytest.mark.parametrize(
    ("foot", "head", "typed"),
    [("zum Stand der", "Technik der", "stand der Technik"), ("gute Zusammen-", "arbeit aller", "zusammenarbeit")],
)
def test_words_over_the_end_of_a_page_are_one_hit_marked_on_both(
    theme: Theme, qtbot: QtBot, foot: str, head: str, typed: str
) -> None:
    desk = Desk(theme, qtbot, paper("Titel", foot, head, "Ende"))
    desk.find(typed)
    assert (desk.finding.count, desk.finding.current) == (1, 0)
    scale = desk.view.shown_scale
    qtbot.waitUntil(lambda: bool(desk.finding.fills(1, scale) and desk.finding.fills(2, scale)))
    assert [len(desk.finding.fills(page, scale)) for page in range(4)] == [0, 1, 1, 0]
    assert (desk.finding.count, len(desk.finding.shares())) == (1, 1)
    assert desk.view.viewport().rect().contains(desk.box().toRect())


def test_a_hit_over_the_end_of_a_page_comes_behind_the_others_of_the_page_it_begins_on(
    theme: Theme, qtbot: QtBot
) -> None:
    desk = Desk(theme, qtbot, paper("Wert Wert-", "wert Wert"))
    desk.find("wert")
    assert desk.finding.count == 4
    desk.find("tw")
    assert desk.finding.count == 1
    assert not desk.finding.step(1)
    desk.find("wert wert")
    assert (desk.finding.count, desk.finding.current) == (2, 0)
