"""The reading page in every size class: what is in sight, what gives way, and that nothing is cut or overlaps."""

from itertools import combinations

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtWidgets import QApplication, QLabel, QWidget

from reviewer_app.ui.kit.theme import SizeClass
from reviewer_app.ui.reading.score_panel import ScorePanel
from reviewer_app.ui.scoring.level_words import LevelList
from reviewer_app.ui.shell import navigation
from reviewer_app.ui.shell.navigation import Place
from tests.factories import worked_case
from tests.ui.conftest import OpenCase
from tests.ui.desk_user import DeskUser, opened, page_of

SIZES = [(1366, 768, 100), (1366, 700, 100), (1366, 663, 100), (1920, 1080, 100), (1920, 700, 100), (1366, 768, 125)]


def at_size(open_case: OpenCase, width: int, height: int, text: int, key: str = "B3") -> DeskUser:
    user = open_case(size=(width, height), place=Place(navigation.READING, worked_case.NUMBER, key))
    user.desk.settings.change(text_size=text)
    user.resize(width, height)
    user.settle()
    return user


def box(widget: QWidget, inside: QWidget) -> QRect:
    return QRect(widget.mapTo(inside, QPoint(0, 0)), widget.size())


def parts(panel: ScorePanel) -> list[QWidget]:
    criterion = panel.criterion
    return [panel.map, criterion.entry, criterion.rationale, panel.next_button]


@pytest.mark.parametrize(("width", "height", "text"), SIZES)
def test_from_46_em_on_everything_is_in_sight_and_nothing_scrolls(
    open_case: OpenCase, width: int, height: int, text: int
) -> None:
    user = at_size(open_case, width, height, text)
    panel, theme = page_of(user).scoring, user.desk.theme
    for key in ("B3", "A1", "C3", "D3"):
        user.go(Place(navigation.READING, worked_case.NUMBER, key))
        QApplication.processEvents()
        assert panel.scroll_area.verticalScrollBar().maximum() == 0, key
        assert panel.criterion.rationale.height() >= theme.em(84)
        boxes = [box(one, panel) for one in parts(panel)]
        assert all(panel.rect().contains(one) for one in boxes)
        assert not [pair for pair in combinations(boxes, 2) if pair[0].intersects(pair[1])]


def test_a_laptop_of_1366_by_700_shows_the_whole_map(open_case: OpenCase) -> None:
    panel = page_of(at_size(open_case, 1366, 700, 100)).scoring
    assert all(tile.isVisible() for tile in panel.map.tiles.values())
    assert panel.criterion.level_words.isVisible()
    assert panel.criterion.level_words.height() >= panel.criterion.level_words.heightForWidth(416)


@pytest.mark.parametrize(
    ("width", "height", "text", "size", "areas"),
    [
        (1920, 1080, 100, SizeClass.WIDE, 4),
        (1366, 768, 100, SizeClass.NORMAL, 4),
        (1366, 662, 100, SizeClass.NORMAL, 1),
        (1366, 768, 125, SizeClass.COMPACT, 1),
        (1366, 768, 200, SizeClass.NARROW, 1),
        (1024, 600, 100, SizeClass.NARROW, 1),
    ],
)
def test_each_class_shows_what_it_has_room_for(
    open_case: OpenCase, width: int, height: int, text: int, size: SizeClass, areas: int
) -> None:
    user = at_size(open_case, width, height, text)
    page, theme = page_of(user), user.desk.theme
    panel, wide, narrow = page.scoring, size is SizeClass.WIDE, size is SizeClass.NARROW
    assert page.size_class is size
    assert len({key[0] for key, tile in panel.map.tiles.items() if tile.isVisible()}) == areas
    assert page.annex.isVisible() is not narrow
    assert page.annex.list.isVisible() is wide
    assert page.annex.bar.list_button.isVisibleTo(page.annex) is not wide
    assert any(one.isVisible() for one in panel.findChildren(LevelList)) is wide
    assert "%" in panel.percent.text()
    assert panel.percent.isVisible() is (size is not SizeClass.COMPACT)
    widths = {SizeClass.WIDE: 540, SizeClass.NORMAL: 448, SizeClass.COMPACT: 420}
    assert panel.width() == (page.width() if narrow else theme.em(widths[size]))
    if wide:
        assert page.annex.list.width() == theme.em(272) - 1
        assert page.annex.list.view.sizeHintForRow(0) == theme.em(35)


@pytest.mark.parametrize(("height", "text", "low"), [(768, 100, False), (700, 100, True), (768, 200, True)])
def test_the_general_impression_is_one_click_away_at_every_height(
    open_case: OpenCase, height: int, text: int, *, low: bool
) -> None:
    user = at_size(open_case, 1366, height, text)
    scoring = page_of(user).scoring
    assert [scoring.overall_button.isVisible(), scoring.overall_sign.isVisible()] == [not low, low]
    way = scoring.overall_sign if low else scoring.overall_button
    assert (way.accessibleName() or way.text()) == "Gesamteindruck"
    note = user.window.frame.note_bar
    user.desk.context.messages.note("Fundstelle mit B3 verknüpft", can_undo=True)
    assert not box(note, user.window).intersects(box(scoring.next_button, user.window))
    way.click()
    user.settle()
    assert opened(user) == "overall"


def test_compact_keeps_number_and_date(open_case: OpenCase) -> None:
    user = at_size(open_case, 1366, 768, 125)
    presenter = user.window.router.presenter
    assert presenter is not None
    header = presenter.header()
    assert (header.facts, header.note) == (worked_case.NUMBER, "Frist 15.12.2026")


@pytest.mark.parametrize(("width", "height", "text"), [(1366, 768, 200), (1024, 600, 100), (650, 338, 100)])
def test_narrow_keeps_head_and_foot_and_scrolls_between(
    open_case: OpenCase, width: int, height: int, text: int
) -> None:
    user = at_size(open_case, width, height, text)
    page = page_of(user)
    panel = page.scoring
    assert (user.window.width(), user.window.height()) == (width, height)
    for part in (panel.map, panel.next_button):
        assert page.rect().contains(box(part, page))
    panel.focus_answer()
    for _ in range(2):
        user.press(Qt.Key.Key_Tab)
    assert panel.criterion.rationale.hasFocus()
    assert not panel.criterion.rationale.visibleRegion().isEmpty()
    panel.focus_answer()
    user.press(Qt.Key.Key_4)
    user.settle()
    assert any(" · Gespeichert " in label.text() for label in panel.findChildren(QLabel) if label.isVisible())
    assert not user.window.frame.narrow_save.isVisible()
