"""The way through the pages: what back restores, undo that is no step, the focus, and pages that take no drops."""

from dataclasses import replace

from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDropEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from reviewer_app.ui.reading.page import ReadingPage
from reviewer_app.ui.shell import navigation
from reviewer_app.ui.shell.navigation import Place
from reviewer_app.ui.shell.settings import TEXT_SIZES
from tests.factories import rounds
from tests.ui.conftest import OpenDesk

FIRST = Place(navigation.READING, "GC-2026-014", "B3")


def test_a_place_of_the_same_paper_is_shown_without_a_step(open_desk: OpenDesk) -> None:
    router = open_desk().window.router
    router.go(FIRST)
    router.show(Place(navigation.READING, "GC-2026-014", "C1"))
    assert router.here == Place(navigation.READING, "GC-2026-014", "C1")
    at_passage = Place(navigation.READING, "GC-2026-014", "C1", "some-annotation")
    router.go(at_passage)
    router.show(Place(navigation.READING, "GC-2026-014", "C1"))
    assert router.here == at_passage  # undo of what was done there leaves the focus where it is
    router.back()
    router.show(Place(navigation.READING, "GC-2026-009", "A1"))
    router.back()
    assert router.here == Place(navigation.READING, "GC-2026-014", "C1")
    router.back()
    assert router.here == Place(navigation.APPLICATIONS)


def test_back_gives_the_focus_to_what_had_it(open_desk: OpenDesk, qtbot: QtBot) -> None:
    window = open_desk(rounds.VOGELSANG).window
    page = window.router.page
    assert page is not None
    window.activateWindow()
    target: QWidget = next(one for one in page.findChildren(QWidget) if one.focusPolicy() & Qt.FocusPolicy.TabFocus)
    target.setFocus()
    qtbot.waitUntil(target.hasFocus)
    window.router.go(Place(navigation.EXPORT))
    window.router.back()
    qtbot.waitUntil(target.hasFocus)


def test_undo_leaves_the_focus_where_one_works(open_desk: OpenDesk, qtbot: QtBot) -> None:
    """Whoever marks a paper and takes it back goes on marking, whichever criterion it was for."""
    window = open_desk().window
    window.router.go(FIRST)
    page = window.router.page
    assert isinstance(page, ReadingPage)
    window.activateWindow()
    form = page.annex.form
    qtbot.waitUntil(lambda: page.annex.shown is form)
    form.setFocus()
    qtbot.waitUntil(form.hasFocus)
    window.router.show(replace(FIRST, detail="C1"))
    assert window.focusWidget() is form


def test_files_dropped_anywhere_reach_the_window(open_desk: OpenDesk, qtbot: QtBot) -> None:
    window = open_desk(whole=True).window
    assert [
        type(one).__name__
        for page_id in window.router.pages
        for one in window.router.page_of(page_id).findChildren(QWidget)
        if one.acceptDrops()
    ] == []
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile("/tmp/a.antrag"), QUrl("https://example.invalid/b")])  # noqa: S108 # reason: a name, nothing is written
    action, button, key = Qt.DropAction.CopyAction, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    window.files_dropped.disconnect()
    with qtbot.waitSignal(window.files_dropped) as dropped:
        window.dropEvent(QDropEvent(QPointF(5, 5), action, data, button, key))
    assert dropped.args == [["/tmp/a.antrag"]]  # noqa: S108 # reason: a name, nothing is written


def test_the_window_never_wants_more_than_its_screen(open_desk: OpenDesk) -> None:
    window = open_desk(shown=False).window
    room = window.screen().availableSize()
    for size in TEXT_SIZES:
        window.context.settings.change(text_size=size)
        smallest = window.minimumSize()
        assert smallest.width() <= room.width()
        assert smallest.height() <= room.height()
    assert (smallest.width(), smallest.height()) == (1300, 676)


def test_alt_alone_opens_the_folded_menu(open_desk: OpenDesk) -> None:
    window = open_desk().window
    window.resize(700, 600)
    opened: list[bool] = []
    window.show_menu = lambda: opened.append(True)  # type: ignore[method-assign] # reason: a menu cannot be closed by a test
    QTest.keyPress(window, Qt.Key.Key_Alt)
    QTest.keyRelease(window, Qt.Key.Key_Alt)
    assert opened == [True]
    QTest.keyPress(window, Qt.Key.Key_Alt)
    QTest.keyPress(window, Qt.Key.Key_X, Qt.KeyboardModifier.AltModifier)
    QTest.keyRelease(window, Qt.Key.Key_Alt)
    assert opened == [True]


def test_alt_with_a_key_of_ours_opens_no_menu(open_desk: OpenDesk, qtbot: QtBot) -> None:
    window = open_desk().window
    window.resize(700, 600)
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    opened: list[bool] = []
    window.show_menu = lambda: opened.append(True)  # type: ignore[method-assign] # reason: a menu cannot be closed by a test
    before = window.context.settings.values.text_size
    focus = window.focusWidget() or window
    QTest.keyPress(focus, Qt.Key.Key_Alt)
    QTest.keyPress(focus, Qt.Key.Key_PageUp, Qt.KeyboardModifier.AltModifier)
    QTest.keyRelease(focus, Qt.Key.Key_Alt)  # the first finger to leave is as often the one on Alt
    assert window.context.settings.values.text_size > before
    assert opened == []
