"""The actions of the window, built from the action table: menus, keys, who carries one out, and why one is disabled.

A page offers what its presenter has handlers for, and carries it out while it is shown; so a command is declared once.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import override

from PySide6.QtCore import QCoreApplication, QEvent, QObject, Qt, Signal
from PySide6.QtGui import QAction, QKeyEvent, QKeySequence
from PySide6.QtWidgets import (
    QAbstractSpinBox,
    QApplication,
    QLineEdit,
    QMenu,
    QMenuBar,
    QPlainTextEdit,
    QTextEdit,
    QWidget,
)

from reviewer_app.ui.shell.action_table import ROWS, ActionRow, Menu, Need, Scope, row_of

type Handler = Callable[[], object]

_UNDO_KEYS = {*row_of("undo").keys, *row_of("redo").keys}
_WITH_MENU = frozenset({Scope.LIST, Scope.ANNOTATIONS, Scope.PAGES})
_TEXT_FIELDS = (QLineEdit, QTextEdit, QPlainTextEdit, QAbstractSpinBox)


def key_label(keys: str) -> str:
    """Show a portable key sequence as people read it: "Ctrl+Shift+Return" is "Strg Umschalt Eingabe"."""
    parts = QKeySequence(keys).toString(QKeySequence.SequenceFormat.PortableText).split("+")
    words = {
        "Ctrl": QCoreApplication.translate("keys", "Strg"),
        "Alt": QCoreApplication.translate("keys", "Alt"),
        "Shift": QCoreApplication.translate("keys", "Umschalt"),
        "Return": QCoreApplication.translate("keys", "Eingabe"),
        "Enter": QCoreApplication.translate("keys", "Eingabe"),
        "Space": QCoreApplication.translate("keys", "Leertaste"),
        "Backspace": QCoreApplication.translate("keys", "Rücktaste"),
        "Home": QCoreApplication.translate("keys", "Pos1"),
        "End": QCoreApplication.translate("keys", "Ende"),
        "Del": QCoreApplication.translate("keys", "Entf"),
        "PgUp": QCoreApplication.translate("keys", "Bild ↑"),
        "PgDown": QCoreApplication.translate("keys", "Bild ↓"),
        "Left": "←",
        "Right": "→",
        "Up": "↑",
        "Down": "↓",
    }
    return " ".join(words.get(part, part) for part in parts if part)


def action_key(action: str) -> str:
    """Show the first key that the table gives an action, as people read it."""
    return key_label(row_of(action).keys[0])


def action_text(action: str) -> str:
    """Return the words that the table gives an action, in the language of the window."""
    return QCoreApplication.translate("actions", row_of(action).text)


@dataclass(frozen=True, slots=True)
class Offer:
    """An action as palette and key list show it; `reason` says why it is disabled, empty when it is enabled."""

    id: str
    text: str
    key: str
    icon: str
    reason: str


class Actions(QObject):
    """The QActions of one window; `action_triggered` carries the id of what was carried out."""

    action_triggered = Signal(str)
    actions_changed = Signal()

    def __init__(self, window: QWidget, rows: Iterable[ActionRow] = ROWS) -> None:
        """Make one QAction per row; those that act everywhere are added to `window`: their keys need no menu."""
        super().__init__(window)
        self._rows = {row.id: row for row in rows}
        self._actions = {row.id: self._make(row, window) for row in self._rows.values()}
        self._handlers: dict[str, dict[str, Handler]] = {}
        self._offered: set[str] = set()
        self._met: frozenset[Need] = frozenset()
        self._held: frozenset[Need] = frozenset()
        self._role = ""
        self._counted: dict[Need, str] = {}
        self._numbered: list[str] = []
        self._menus: dict[Menu, QMenu] = {}
        self.fields = KeyGate(self)

    def _make(self, row: ActionRow, window: QWidget) -> QAction:
        action = QAction(QCoreApplication.translate("actions", row.text), self)
        action.setObjectName(row.id)
        action.setCheckable(row.checkable)
        action.setShortcuts([QKeySequence(key) for key in row.keys])
        everywhere = row.scope is Scope.EVERYWHERE
        context = Qt.ShortcutContext
        action.setShortcutContext(context.WindowShortcut if everywhere else context.WidgetWithChildrenShortcut)
        action.setMenuRole(QAction.MenuRole.NoRole)
        action.triggered.connect(self._on_action_triggered)
        if everywhere:
            window.addAction(action)
        return action

    # Who carries out what

    def bind(self, owner: str, handlers: Mapping[str, Handler], *, offer: bool = True) -> None:
        """Let `owner` (the window or a page) carry out actions; binding again replaces, later owners come first.

        Actions that nobody binds any more stay visible and say that they belong to another page. Without `offer` they
        stay hidden until somebody offers them.
        """
        unknown = handlers.keys() - self._rows.keys()
        if unknown:
            raise KeyError(f"not in the action table: {sorted(unknown)}")
        self._handlers.pop(owner, None)
        self._handlers[owner] = dict(handlers)
        if offer:
            self._offered.update(handlers)
        self._refresh()

    def offer(self, ids: Iterable[str]) -> None:
        """Show actions in menus and palette although nobody carries them out right now (their page is not open)."""
        self._offered.update(ids)
        self._refresh()

    def attach(self, scope: Scope, widget: QWidget) -> None:
        """Let the keys of a scope act while the focus is in `widget` or below it; some get a context menu of them."""
        widget.addActions([self._actions[row.id] for row in self._rows.values() if row.scope is scope])
        if scope in _WITH_MENU:
            widget.setContextMenuPolicy(Qt.ContextMenuPolicy.ActionsContextMenu)

    def attach_menu(self, widget: QWidget, ids: Iterable[str]) -> None:
        """Offer actions where the right mouse button, or the menu key, is pressed in `widget`."""
        widget.addActions([self._actions[one] for one in ids])
        widget.setContextMenuPolicy(Qt.ContextMenuPolicy.ActionsContextMenu)

    def show_needs(self, met: frozenset[Need], role: str) -> None:
        """Say what holds now and who works here ("reviewer", "chair", "office"); enables and shows actions by it."""
        if (met, role) != (self._met, self._role):
            self._met, self._role = met, role
            self._refresh()

    def hold(self, need: Need) -> None:
        """Say that something holds for as long as the window is there, whatever page is in sight."""
        self._held |= {need}
        self._refresh()

    def show_reason(self, need: Need, words: str) -> None:
        """Say a need in other words while it is not met ("3 Konsenswerte offen"); empty takes that back."""
        if self._counted.get(need, "") != words:
            self._counted[need] = words
            self._refresh()

    def trigger(self, action: str) -> None:
        """Carry an action out as if it had been chosen; a disabled one does nothing."""
        self._actions[action].trigger()

    def handler(self, action: str) -> Handler | None:
        """Return who carries the action out now, None where nobody does."""
        for handlers in reversed(self._handlers.values()):
            if action in handlers:
                return handlers[action]
        return None

    # What is shown

    def __getitem__(self, action: str) -> QAction:
        """Return the QAction of an id; raise KeyError where the table has none."""
        return self._actions[action]

    def row(self, action: str) -> ActionRow:
        """Return the table's row of an id."""
        return self._rows[action]

    def reason(self, action: str) -> str:
        """Say in a sentence why an action is disabled; empty when it is enabled."""
        row = self._rows[action]
        if unmet := row.needs - self._met - self._held:
            need = next(one for one in Need if one in unmet)
            return self._counted.get(need) or QCoreApplication.translate("needs", need.value)
        return QCoreApplication.translate("needs", Need.PAGE.value) if self.handler(action) is None else ""

    def offers(self) -> Iterator[Offer]:
        """Give every visible action in the order of the table."""
        for row in self._rows.values():
            action = self._actions[row.id]
            if action.isVisible():
                key = key_label(action.shortcut().toString()) if not action.shortcut().isEmpty() else ""
                yield Offer(row.id, action.text().replace("&&", "&"), key, row.icon, self.reason(row.id))

    def number_entries(self, ids: Iterable[str]) -> None:
        """Give Ctrl+1, Ctrl+2 … to the navigation entries in the order they stand in, and take them from others."""
        for one in self._numbered:
            self._actions[one].setShortcut(QKeySequence())
        self._numbered = list(ids)
        for number, one in enumerate(self._numbered, start=1):
            self._actions[one].setShortcut(QKeySequence(f"Ctrl+{number}"))

    def build_menus(self, bar: QMenuBar) -> None:
        """Fill the menu bar from the table; a menu without a visible action is not shown."""
        bar.clear()
        self._menus = {}
        for menu in Menu:
            made = bar.addMenu(QCoreApplication.translate("actions", menu.value))
            self._menus[menu] = made
            for row in self._rows.values():
                if row.menu is menu:
                    if row.separated:
                        made.addSeparator()
                    made.addAction(self._actions[row.id])
        self._refresh()

    def menu(self, menu: Menu) -> QMenu:
        """Return a built menu."""
        return self._menus[menu]

    def keys_at(self, widget: QWidget) -> set[str]:
        """Return the portable keys that act at `widget`: those of the window and those attached to it or above it."""
        found = (action for place in _upwards(widget) for action in place.actions() if action.isEnabled())
        own = set(self._actions.values())
        return {keys.toString() for action in found if action in own for keys in action.shortcuts()}

    def refusal(self, keys: str, widget: QWidget | None) -> str:
        """Say why nothing comes of portable keys that act at `widget` or above it below the window; empty else."""
        for place in _upwards(widget):
            for action in () if place.isWindow() else place.actions():
                row = self._rows.get(action.objectName())
                if (
                    row is not None
                    and not action.isEnabled()
                    and keys in [one.toString() for one in action.shortcuts()]
                ):
                    return self.reason(row.id)
        return ""

    def _refresh(self) -> None:
        for row in self._rows.values():
            action = self._actions[row.id]
            action.setVisible(row.id in self._offered and row.is_for(self._role))
            action.setEnabled(action.isVisible() and not self.reason(row.id))
        for menu in self._menus.values():
            menu.menuAction().setVisible(any(one.isVisible() and not one.isSeparator() for one in menu.actions()))
        self.actions_changed.emit()

    def _on_action_triggered(self) -> None:
        sender = self.sender()
        handler = self.handler(sender.objectName()) if sender is not None else None
        if sender is not None and handler is not None:
            handler()
            self.action_triggered.emit(sender.objectName())


def _upwards(widget: QWidget | None) -> Iterator[QWidget]:
    """Give a part of a window and all that it lies in, up to the window."""
    while widget is not None:
        yield widget
        widget = None if widget.isWindow() else widget.parentWidget()


class KeyGate(QObject):
    """Keeps text fields from swallowing our keys: QLineEdit takes Ctrl+E and Ctrl+U on Linux, QTextEdit Ctrl+Z.

    Only the focused field of the own window is filtered, so that no other event passes through Python. A field with
    the property `own_undo` keeps Ctrl+Z and Ctrl+Y for itself (filters and other texts that are not stored).
    """

    def __init__(self, actions: Actions) -> None:
        super().__init__(actions)
        self._actions = actions
        self._field: QWidget | None = None
        app = QApplication.instance()
        if isinstance(app, QApplication):
            app.focusChanged.connect(self._on_focus_changed)

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent):
            keys = QKeySequence(event.keyCombination()).toString()
            plain = event.modifiers() in (Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.ShiftModifier)
            own_undo = bool(watched.property("own_undo")) and keys in _UNDO_KEYS
            if isinstance(watched, QWidget) and not own_undo and (not plain or keys.rsplit("+", 1)[-1].startswith("F")):
                taken = keys in self._actions.keys_at(watched)
                if taken:
                    event.ignore()
                return taken
        return False

    def _on_focus_changed(self, _before: QWidget | None, now: QWidget | None) -> None:
        if self._field is not None:
            self._field.removeEventFilter(self)
            self._field.destroyed.disconnect(self._on_field_destroyed)
            self._field = None
        window = self._actions.parent()
        if isinstance(now, _TEXT_FIELDS) and now.window() is window:
            self._field = now
            now.destroyed.connect(self._on_field_destroyed)
            now.installEventFilter(self)

    def _on_field_destroyed(self) -> None:
        self._field = None
