"""Selecting with the mouse where text is odd: columns, hyphens, right to left, turned pages, no map to Unicode."""

from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from reviewer_app.ui.kit.text import Text
from reviewer_app.ui.kit.theme import Theme
from reviewer_app.ui.marks.viewer import PdfViewer
from tests.factories import pages
from tests.factories.unmapped import unmapped
from tests.ui.pdf.opening import shown


def place(reader: PdfViewer, index: int, page: int, share: float) -> QPoint:
    """Return where a letter is in the viewport, `share` of the way through it as it reads."""
    layer = reader.texts.layer(page)
    assert layer is not None
    box = layer.box(index)
    assert box is not None
    line = layer.line_of(index)
    start, low, end, high = line.axes.box(*box)
    if layer.runs_left(index):
        start, end = end, start
    user = line.axes.back(start + share * (end - start), (low + high) / 2)
    across, down = layer.frame.to_view(*user, reader.view.shown_scale)
    return (reader.view.box_of(page).topLeft() + QPointF(across, down)).toPoint()


def drag(reader: PdfViewer, first: int, last: int, page: int = 0) -> list[str]:
    """Drag from before a letter to behind another and return what is quoted."""
    start, end = place(reader, first, page, 0.1), place(reader, last, page, 0.9)
    port = reader.view.viewport()
    QTest.mousePress(port, Qt.MouseButton.LeftButton, pos=start)
    QTest.mouseMove(port, (start + end) / 2)
    QTest.mouseMove(port, end)
    QTest.mouseRelease(port, Qt.MouseButton.LeftButton, pos=end)
    return [one.quote for one in reader.passages]


def sample(theme: Theme, qtbot: QtBot, shared: Path, name: str, count: int = 1) -> PdfViewer:
    data = (shared / f"samples/pdf/{name}.pdf").read_bytes()
    made = shown(theme, qtbot, data, pages=count, size=(1400, 1900))
    made.show_link("Beleg für B3", may_link=True)
    return made


@pytest.mark.parametrize(
    ("name", "first", "last", "quote"),
    [
        ("multicolumn", "adip-", "iscing elit", "adipiscing elit"),
        ("multicolumn", "con-\nsectetuer", "id, vulputate", "consectetuer id, vulputate"),
        ("ArabicCIDTrueType", "الخطوط", "العربية", "الخطوط العربية"),
        ("rotation", "first page", "second line", "first page with normal layout. This is the second line"),
        ("habibi-rotated", "habibi", "habibi", "habibi"),
        ("rotated", "Rotated", "text", "Rotated text"),
    ],
)
def test_what_is_dragged_over_is_quoted_as_it_reads(
    theme: Theme, qtbot: QtBot, shared: Path, name: str, first: str, last: str, quote: str
) -> None:
    reader = sample(theme, qtbot, shared, name)
    layer = reader.texts.layer(0)
    assert layer is not None
    start = layer.text.index(first)
    end = layer.text.index(last, start) + len(last) - 1
    assert drag(reader, start, end) == [quote]
    assert reader.toolbar.isVisible()


def test_a_drag_within_a_column_stays_in_it(theme: Theme, qtbot: QtBot, shared: Path) -> None:
    reader = sample(theme, qtbot, shared, "multicolumn")
    layer = reader.texts.layer(0)
    assert layer is not None
    drag(reader, layer.text.index("Abstract"), layer.text.index("mauris."))
    boxes = reader.selection_tool.boxes(0, reader.view.shown_scale)
    middle = reader.view.box_of(0).width() / 2
    assert len(boxes) > 5
    assert all(box.right() <= middle + 5 for box in boxes)


def test_a_turned_page_is_selected_on_its_own(theme: Theme, qtbot: QtBot, shared: Path) -> None:
    reader = sample(theme, qtbot, shared, "rotation", 2)
    layer = reader.texts.layer(1)
    assert layer is not None
    assert layer.frame.turns == 1
    reader.view.go_to(2)
    start = layer.text.index("second page")
    assert drag(reader, start, start + len("second page") - 1, page=1) == ["second page"]
    (box,) = reader.selection_tool.boxes(1, reader.view.shown_scale)
    assert box.width() > box.height()


def test_text_without_a_map_is_marked_and_said_to_be_unreadable(theme: Theme, qtbot: QtBot) -> None:
    reader = shown(theme, qtbot, unmapped())
    reader.show_link("Beleg für B3", may_link=True)
    assert drag(reader, 1, 4) == [""]
    (passage,) = reader.passages
    assert len(passage.quads) == 1
    said = [one.text() for one in reader.toolbar.findChildren(Text) if one.isVisible()]
    assert said == ["Wortlaut nicht lesbar"]


@pytest.mark.parametrize("rotate", [0, 90, 180, 270])
def test_cropped_and_turned_pages_give_what_is_under_the_hand(theme: Theme, qtbot: QtBot, rotate: int) -> None:
    words = [(100 + 90 * x, 60 + 60 * y, f"Wort{x}{y}") for x in range(3) for y in range(3)]
    data = pages.shown(pages.page(*words), rotate=rotate, crop=[30, 10, 390, 280], media=[-20, -40, 400, 300])
    reader = shown(theme, qtbot, data)
    reader.show_link("Beleg für B3", may_link=True)
    layer = reader.texts.layer(0)
    assert layer is not None
    for word in ("Wort00", "Wort21"):
        start = layer.text.index(word)
        assert drag(reader, start, start + 5) == [word]
