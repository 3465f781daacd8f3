"""Selecting words on a page, the bubble under them, marks with their tags: made by the mouse as a person does."""

from array import array
from itertools import combinations
from typing import override

import pytest
from PySide6.QtCore import QEvent, QObject, QPoint, QPointF, QRectF, Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from reviewer_app.domain.annotations.annotation import Kind
from reviewer_app.exchange.annex.frame import PageFrame, box_of
from reviewer_app.exchange.annex.text import TextLayer
from reviewer_app.ui.kit.theme import Theme
from reviewer_app.ui.kit.tokens import COLOURED, Scheme
from reviewer_app.ui.marks.mark_tags import Tag
from reviewer_app.ui.marks.page_marks import PageMark
from reviewer_app.ui.marks.viewer import PdfViewer, SelectedPassage
from reviewer_app.ui.pdf import text_layers
from reviewer_app.ui.pdf.page_view import PageView
from reviewer_app.ui.pdf.renderer import renderer
from reviewer_app.ui.pdf.selection import Selection
from tests.factories.worked_case import pdf
from tests.ui.pdf.test_page_view import Seen

LINE = "Zum Stichtag sind 4,20 Vollzeitäquivalente auf fünf Personen verteilt."


@pytest.fixture
def reader(theme: Theme, qtbot: QtBot) -> PdfViewer:
    view = PageView(theme)
    qtbot.addWidget(view)
    made = PdfViewer(theme, view)
    view.resize(700, 500)
    view.show()
    seen = Seen(renderer())
    renderer().open(pdf(3, "A07"))
    qtbot.waitUntil(lambda: bool(seen.documents))
    seen.deleteLater()
    view.show_document(seen.documents[0], "A07")
    made.show_link("Beleg für B3", may_link=True)
    qtbot.waitUntil(lambda: made.texts.layer(0) is not None)
    return made


def _place(reader: PdfViewer, words: str, *, end: bool = False) -> QPoint:
    """Return where the first (or last) letter of `words` stands in the viewport."""
    layer = reader.texts.layer(0)
    assert layer is not None
    index = layer.text.index(words) + (len(words) - 1 if end else 0)
    box = layer.box(index)
    assert box is not None
    left, upper, right, lower = layer.frame.box_to_view(box, reader.view.shown_scale)
    inside = QPointF(right - 0.5 if end else left + 0.5, (upper + lower) / 2)
    return (reader.view.box_of(0).topLeft() + inside).toPoint()


def _drag(reader: PdfViewer, start: QPoint, end: QPoint) -> None:
    port = reader.view.viewport()
    QTest.mousePress(port, Qt.MouseButton.LeftButton, pos=start)
    for step in (0.3, 0.7, 1.0):
        QTest.mouseMove(port, start + (end - start) * step)
    QTest.mouseRelease(port, Qt.MouseButton.LeftButton, pos=end)


def test_texts_used_longest_ago_go_and_are_read_again(
    reader: PdfViewer, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(text_layers, "MOST_KEPT", 2)
    for page in (1, 0, 2):
        qtbot.waitUntil(lambda page=page: reader.texts.layer(page) is not None)  # type: ignore[misc]  # bound at once
    assert sorted(reader.texts._layers) == [0, 2]
    came: list[tuple[int, ...]] = []
    reader.texts.when_read(frozenset({0, 1, 2}), lambda: came.append(tuple(sorted(reader.texts._layers))))
    qtbot.waitUntil(lambda: came == [(0, 1, 2)])


def test_dragging_over_words_selects_them_and_shows_the_bubble_under_them(reader: PdfViewer) -> None:
    words = "4,20 Vollzeitäquivalente"
    _drag(reader, _place(reader, words), _place(reader, words, end=True))
    (passage,) = reader.passages
    assert (passage.page, passage.quote) == (0, words)
    assert passage.before.endswith("Stichtag sind ")
    assert passage.after.startswith(" auf fünf")
    assert len(passage.quads) == 1
    assert reader.toolbar.isVisible()
    assert reader.toolbar.link.text() == "Beleg für B3"
    assert reader.toolbar.geometry().top() > _place(reader, words).y()


def test_a_double_click_takes_a_word_and_a_third_click_the_paragraph(reader: PdfViewer) -> None:
    place = _place(reader, "Personen") + QPoint(10, 0)
    port = reader.view.viewport()
    QTest.mouseDClick(port, Qt.MouseButton.LeftButton, pos=place)
    assert [one.quote for one in reader.passages] == ["Personen"]
    QTest.mouseClick(port, Qt.MouseButton.LeftButton, pos=place)
    assert reader.passages[0].quote.startswith(LINE)
    assert reader.passages[0].quote.endswith(LINE)


def test_a_click_beside_selects_nothing_and_hides_the_bubble(reader: PdfViewer) -> None:
    _drag(reader, _place(reader, "Stichtag"), _place(reader, "Stichtag", end=True))
    QTest.mouseClick(reader.view.viewport(), Qt.MouseButton.LeftButton, pos=_place(reader, "Personen"))
    assert reader.passages == ()
    assert not reader.toolbar.isVisible()


def test_evidence_takes_the_selection_or_the_page(reader: PdfViewer) -> None:
    linked: list[tuple[SelectedPassage, ...]] = []
    reader.link_wanted.connect(linked.append)
    reader.link()
    _drag(reader, _place(reader, "Stichtag"), _place(reader, "Stichtag", end=True))
    QTest.mouseClick(reader.toolbar.link, Qt.MouseButton.LeftButton)
    assert [[one.quote for one in passages] for passages in linked] == [[""], ["Stichtag"]]
    reader.show_link("Beleg für B3", may_link=False)
    reader.link()
    assert len(linked) == 2
    assert not reader.toolbar.isVisible()


def test_a_selection_over_a_page_break_gives_a_passage_on_each_page(reader: PdfViewer, qtbot: QtBot) -> None:
    qtbot.waitUntil(lambda: reader.texts.layer(1) is not None)
    reader.selection_tool.select(Selection((0, 5), (1, 12)))
    assert [one.page for one in reader.passages] == [0, 1]


def test_a_rectangle_is_drawn_in_user_space(reader: PdfViewer) -> None:
    linked: list[tuple[SelectedPassage, ...]] = []
    reader.link_wanted.connect(linked.append)
    reader.draw_area()
    start, end = _place(reader, "Stichtag"), _place(reader, "Personen", end=True) + QPoint(0, 40)
    port = reader.view.viewport()
    QTest.mousePress(port, Qt.MouseButton.LeftButton, pos=start)
    QTest.mouseMove(port, end)
    seen = [reader.selection_tool.drawn is not None]
    QTest.mouseRelease(port, Qt.MouseButton.LeftButton, pos=end)
    assert [*seen, reader.selection_tool.drawn is not None] == [True, False]
    ((passage,),) = linked
    assert passage.area is not None
    left, bottom, right, top = passage.area
    layer = reader.texts.layer(0)
    assert layer is not None
    box = layer.box(layer.text.index("Stichtag"))
    assert box is not None
    assert left == pytest.approx(box[0], abs=1.5)
    assert bottom < box[1] < top
    assert right > left
    assert reader.passages == ()


@pytest.mark.parametrize("scheme", COLOURED)
def test_the_mark_of_the_open_criterion_lies_under_its_words_and_its_tag_chooses_it(
    reader: PdfViewer, theme: Theme, qtbot: QtBot, scheme: Scheme
) -> None:
    theme.choose(scheme=scheme)
    layer = reader.texts.layer(0)
    assert layer is not None
    start = layer.text.index(LINE)
    quads = layer.quads(start, start + len(LINE))
    reader.show_marks((PageMark("m1", 0, quads, tag="B3", is_open=True), PageMark("m2", 0, quads, tag="C1")))
    qtbot.waitUntil(lambda: reader.view.is_sharp)
    image = reader.view.viewport().grab().toImage()
    left, upper, right, _ = layer.frame.box_to_view(box_of(quads[0]), reader.view.shown_scale)
    corner = reader.view.box_of(0).topLeft()
    near = image.pixelColor((corner + QPointF(right - 2, upper + 3)).toPoint())
    wanted = theme.color("mark_on")
    assert max(abs(near.red() - wanted.red()), abs(near.blue() - wanted.blue())) <= 3
    assert left < right
    chosen: list[str] = []
    reader.mark_focus.mark_opened.connect(chosen.append)
    tags = reader.marks.tags(0, reader.view.box_of(0).width(), reader.view.shown_scale)
    assert [group.tag.key for group, _ in tags] == ["B3", "C1"]
    assert not tags[0][1].intersects(tags[1][1])
    for _group, tag in tags:
        QTest.mouseClick(
            reader.view.viewport(), Qt.MouseButton.LeftButton, pos=(corner + QRectF(tag).center()).toPoint()
        )
    assert chosen == ["m1", "m2"]
    theme.choose(scheme=Scheme.LIGHT)


def test_marks_on_the_very_same_passage_share_a_tag_for_each_criterion_and_clicks_reach_each_of_them(
    reader: PdfViewer,
) -> None:
    layer = reader.texts.layer(0)
    assert layer is not None
    start = layer.text.index(LINE)
    quads, part = layer.quads(start, start + len(LINE)), layer.quads(start, start + 12)
    reader.show_marks(
        (
            PageMark("z", 0, quads, tag="B3", is_open=True, spoken="eins"),
            PageMark("y", 0, quads, tag="B3", is_open=True, kind=Kind.DOUBT),
            PageMark("x", 0, quads, tag="B3", is_open=True),
            PageMark("x", 0, quads, tag="C1"),
            PageMark("w", 0, part, tag="B3", is_open=True),
        )
    )
    box = reader.view.box_of(0)
    tags = {
        group.tag: place.translated(box.topLeft()).center().toPoint()
        for group, place in reader.marks.tags(0, box.width(), reader.view.shown_scale)
    }
    three = Tag("B3", Kind.EVIDENCE, is_open=True, count=3, others=(Kind.DOUBT,))
    assert set(tags) == {three, Tag("C1", Kind.EVIDENCE), Tag("B3", Kind.EVIDENCE, is_open=True)}
    assert (three.words, three.glyphs) == ("B3 ×3", (Kind.EVIDENCE, Kind.DOUBT))
    chosen: list[str] = []
    reader.mark_focus.mark_opened.connect(chosen.append)
    for _ in range(4):
        QTest.mouseClick(reader.view.viewport(), Qt.MouseButton.LeftButton, pos=tags[three])
    assert chosen == ["z", "y", "x", "z"]
    passage = _place(reader, LINE, end=True)
    for _ in range(2):
        QTest.mouseClick(reader.view.viewport(), Qt.MouseButton.LeftButton, pos=passage)
    assert chosen[4:] == ["y", "x"]
    assert reader.mark_ids() == ["z", "y", "x", "w"]
    assert reader.marks.mark("x") == PageMark("x", 0, quads, tag="B3", is_open=True)


def test_clicks_reach_each_of_several_marks_on_a_page_without_words(reader: PdfViewer) -> None:
    scan = TextLayer(PageFrame((0, 0, 595, 842), 0), "", array("d"), ())
    reader.texts._layers[0] = scan
    reader.show_marks(tuple(PageMark(name, 0, area=(100, 600, 300, 800), tag="B3") for name in "ab"))
    chosen: list[str] = []
    reader.mark_focus.mark_opened.connect(chosen.append)
    place = reader.mark_box("a").center()
    for _ in range(3):
        QTest.mouseClick(reader.view.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert chosen == ["a", "b", "a"]


@pytest.mark.parametrize("many", [1, 150])
def test_tags_stay_on_their_page_and_apart_whatever_its_marks(reader: PdfViewer, many: int) -> None:
    """One pushed over the end of the page would be cut off there, and nobody could click on it."""
    layer = reader.texts.layer(0)
    assert layer is not None
    scale = reader.view.shown_scale
    wide, high = layer.frame.size
    last, beyond = (40.0, 1.0, 90.0, 9.0), (-90.0, -900.0, -40.0, -800.0)
    marks = [PageMark(f"last {key}", 0, area=last, tag=key) for key in ("A1", "A2", "B3", "C1")]
    marks += [PageMark("beyond", 0, area=beyond, tag="A1"), PageMark("above", 0, area=(0, high, 9, high + 99))]
    marks += [PageMark(f"whole {number}", 0, tag=f"T{number}") for number in range(many)]
    reader.show_marks(tuple(marks))
    page = QRectF(0, 0, wide * scale, high * scale)
    tags = [box for _, box in reader.marks.tags(0, page.width(), scale)]
    assert len(tags) == len(marks)
    assert [box for box in tags if not page.contains(box)] == []
    assert [pair for pair in combinations(tags, 2) if pair[0].intersects(pair[1])] == []
    assert all(page.contains(box.center()) for mark in marks for box in reader.marks.boxes(mark, scale))


def test_a_mark_beside_what_is_in_sight_of_an_enlarged_page_is_brought_there(reader: PdfViewer) -> None:
    layer = reader.texts.layer(0)
    assert layer is not None
    words = {name: layer.text.index(name) for name in ("Stichtag", "fünf Personen verteilt")}
    reader.show_marks(tuple(PageMark(name, 0, layer.quads(at, at + len(name)), tag="B3") for name, at in words.items()))
    reader.view.resize(700, 200)
    reader.view.show_zoom(4.0)
    for name in (*reversed(words), *words):
        reader.mark_focus.focus(name)
        assert reader.view.viewport().rect().contains(reader.mark_box(name))


@pytest.mark.parametrize("drags", [False, True])
def test_a_mark_is_let_go_of_when_one_goes_on_elsewhere(reader: PdfViewer, drags: bool) -> None:
    """Del would unlink it, out of sight maybe, when another passage is what one means."""
    layer = reader.texts.layer(0)
    assert layer is not None
    start = layer.text.index("Vollzeit")
    reader.show_marks((PageMark("m", 0, layer.quads(start, start + 8), tag="B3", is_open=True),))
    QTest.mouseClick(reader.view.viewport(), Qt.MouseButton.LeftButton, pos=_place(reader, "Vollzeit") + QPoint(4, 0))
    assert reader.mark_focus.focused == "m"
    place = _place(reader, "Stichtag")
    _drag(reader, place, _place(reader, "Stichtag", end=True) if drags else place)
    assert reader.mark_focus.focused == ""


def test_a_rectangle_asked_for_is_said_and_let_go_of_by_esc_or_by_asking_again(reader: PdfViewer) -> None:
    """Whoever pressed R by mistake selects again, and does not draw."""
    for key in (Qt.Key.Key_Escape, None):
        reader.draw_area()
        assert reader.toolbar.isVisible()
        assert not reader.toolbar.other.isVisible()
        if key is None:
            reader.draw_area()
        else:
            QTest.keyClick(reader.view, key)
        assert not reader.toolbar.isVisible()
        _drag(reader, _place(reader, "Stichtag"), _place(reader, "Stichtag", end=True))
        assert [one.quote for one in reader.passages] == ["Stichtag"]
        assert reader.toolbar.other.isVisible()
        reader.clear_selection()


def test_the_focus_is_painted_when_it_comes_and_goes(reader: PdfViewer, qtbot: QtBot) -> None:
    painted: list[bool] = []
    view = reader.view
    view.activateWindow()
    view.setFocus()
    qtbot.waitUntil(view.hasFocus)

    class Watch(QObject):
        @override
        def eventFilter(self, watched: QObject, event: QEvent) -> bool:
            if event.type() == QEvent.Type.Paint:
                painted.append(view.hasFocus())
            return False

    watch = Watch()
    view.viewport().installEventFilter(watch)
    view.clearFocus()
    qtbot.waitUntil(lambda: painted[-1:] == [False])
    view.setFocus()
    qtbot.waitUntil(lambda: painted[-1:] == [True])


def test_a_rectangle_begun_before_its_page_is_read_begins_where_the_hand_is(reader: PdfViewer, qtbot: QtBot) -> None:
    """Not at the corner of the page, which is all that is known of it until then."""
    drawn: list[tuple[float, ...]] = []
    reader.selection_tool.area_drawn.connect(lambda _page, box: drawn.append(box))
    reader.view.go_to(2)
    assert reader.texts.layer(1) is None
    reader.draw_area()
    port = reader.view.viewport()
    QTest.mousePress(port, Qt.MouseButton.LeftButton, pos=QPoint(300, 200))
    qtbot.waitUntil(lambda: reader.texts.layer(1) is not None)
    QTest.mouseMove(port, QPoint(400, 300))
    QTest.mouseRelease(port, Qt.MouseButton.LeftButton, pos=QPoint(400, 300))
    ((left, bottom, right, top),) = drawn
    scale = reader.view.shown_scale
    assert (right - left, top - bottom) == pytest.approx((100 / scale, 100 / scale))
