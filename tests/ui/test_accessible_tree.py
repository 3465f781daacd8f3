"""The accessible tree as a screen reader walks it: over every page, the frame's own parts and every dialog."""

from collections.abc import Iterator

from PySide6.QtGui import QAccessible, QAccessibleInterface
from PySide6.QtWidgets import QDialog, QWidget
from pytestqt.qtbot import QtBot

from reviewer_app.ui.desk.desk import Desk
from reviewer_app.ui.desk.settings_dialog import SettingsDialog
from reviewer_app.ui.reading.annexes.dialogs import LinkDialog, PageDialog
from reviewer_app.ui.rounds.new_round_dialog import NewRoundDialog
from reviewer_app.ui.shell import navigation
from reviewer_app.ui.shell.dialog import QuestionDialog, ReportDialog
from reviewer_app.ui.shell.messages import Band
from reviewer_app.ui.shell.navigation import Place
from reviewer_app.ui.shell.operations import LongWork
from tests.factories import rounds
from tests.keys import type_text
from tests.ui.conftest import OpenDesk

_ROLE, _TEXT = QAccessible.Role, QAccessible.Text
_SPEAKING = frozenset(
    {
        _ROLE.Button,
        _ROLE.ButtonMenu,
        _ROLE.CheckBox,
        _ROLE.ComboBox,
        _ROLE.Document,
        _ROLE.EditableText,
        _ROLE.Graphic,
        _ROLE.Link,
        _ROLE.List,
        _ROLE.ListItem,
        _ROLE.MenuItem,
        _ROLE.PageTab,
        _ROLE.ProgressBar,
        _ROLE.RadioButton,
        _ROLE.Slider,
        _ROLE.SpinBox,
        _ROLE.Table,
        _ROLE.Tree,
    }
)
_VALUED = frozenset({_ROLE.ProgressBar, _ROLE.Slider, _ROLE.SpinBox})
_MUTE = frozenset({_ROLE.Client, _ROLE.NoRole})
_BEING_BUILT = ("OthersPanel", "PreviewPanel", "FactRow")
"""Panels that are still being changed; each leaves this list when it speaks."""

_OF_QT = frozenset({_ROLE.ScrollBar, _ROLE.Separator, _ROLE.Grip, _ROLE.ColumnHeader, _ROLE.RowHeader})


def walk(node: QAccessibleInterface, path: str = "") -> Iterator[tuple[str, QAccessibleInterface]]:
    """Give every node in sight below one, with the way to it."""
    for place in range(node.childCount()):
        child = node.child(place)
        if child is None or not child.isValid() or child.state().invisible or child.role() in _OF_QT:
            continue
        here = f"{path}/{child.role().name}"
        yield here, child
        if child.role() is not _ROLE.ComboBox:
            yield from walk(child, here)


def _way(thing: object) -> str:
    """Name the widgets around one, innermost first."""
    names = []
    while isinstance(thing, QWidget):
        names.append(type(thing).__name__)
        thing = thing.parentWidget()
    return "<".join(names[:4])


def faults(root: QWidget) -> set[str]:
    """Name what says nothing, takes the focus without a role, or has a number that is not told."""
    found = set()
    for path, node in walk(QAccessible.queryAccessibleInterface(root)):
        thing = node.object()
        told = f"{_way(thing)} {path}"
        if any(panel in told for panel in _BEING_BUILT):
            continue
        if node.state().focusable and node.role() in _MUTE and not node.text(_TEXT.Name).strip():
            found.add(f"no role: {told}")
        if node.role() in _SPEAKING and not node.text(_TEXT.Name).strip():
            found.add(f"no name: {told}")
        if node.role() in _VALUED and not node.text(_TEXT.Value).strip():
            found.add(f"no value: {told}")
    return found


def go(desk: Desk, place: Place, qtbot: QtBot) -> None:
    desk.window.router.go(place)
    page = desk.window.router.page
    assert page is not None
    qtbot.waitUntil(lambda: desk.operations.idle and not page.is_covered)


def test_nothing_on_any_page_is_silent(open_desk: OpenDesk, qtbot: QtBot) -> None:
    desk = open_desk(rounds.VOGELSANG)
    window = desk.window
    qtbot.waitUntil(lambda: bool(desk.context.order))
    silent = {}
    for place in (
        Place(navigation.APPLICATIONS),
        Place(navigation.CONSOLIDATIONS),
        Place(navigation.READING, "GC-2026-014", "B3"),
        Place(navigation.CONSOLIDATION, "GC-2026-002", "B1"),
        Place(navigation.EXPORT),
        Place(navigation.ANNOTATIONS),
        Place(navigation.IDENTITY),
    ):
        go(desk, place, qtbot)
        silent[place.page] = faults(window)
    go(desk, Place(navigation.READING, "GC-2026-014", "B3"), qtbot)
    window.actions_table.trigger("find")
    window.actions_table.trigger("find_texts")
    pane = desk.commands.search_pane
    type_text(pane.field, "photonik")
    qtbot.waitUntil(lambda: pane.list.count() > 0)
    silent["search"] = faults(window)
    pane.close_pane()
    desk.commands.open_help("scale")
    desk.context.messages.band(Band("save", "Nicht gespeichert seit 14:32", "Text", action="Kopie sichern …"))
    desk.context.messages.note("Fundstelle von B3 gelöst", can_undo=True)
    desk.operations.long_work_changed.emit(LongWork("Paket wird gelesen", 3, 5, can_cancel=True))
    silent["help"] = faults(window)
    desk.commands.open_palette()
    window.command_palette.type("anträge")
    silent["palette"] = faults(window.command_palette)
    window.command_palette.close_palette()
    assert [f"{page}: {one}" for page, found in silent.items() for one in sorted(found)] == []


def test_nothing_on_the_start_page_is_silent(open_desk: OpenDesk) -> None:
    assert faults(open_desk(shown=False).window) == set()


def test_nothing_in_a_dialog_is_silent(open_desk: OpenDesk) -> None:
    desk = open_desk(shown=False)
    theme, window = desk.theme, desk.window
    dialogs: list[QDialog] = [
        SettingsDialog(desk.context, window),
        NewRoundDialog(theme, window),
        QuestionDialog(theme, window, ("Titel", "Text", "Tun"), "Grund"),
        PageDialog(theme, window, 1, 3, ("i", "ii", "1")),
        LinkDialog(theme, window, ("Adresse öffnen?", "Wohin"), "https://example.org", may_open=True),
        ReportDialog(theme, window, desk.settings._file),
    ]
    silent = {}
    for dialog in dialogs:
        dialog.setModal(False)
        dialog.show()
        silent[type(dialog).__name__] = faults(dialog)
        dialog.close()
        dialog.deleteLater()
    assert len(silent) == len(dialogs)
    assert [f"{name}: {one}" for name, found in silent.items() for one in sorted(found)] == []
