"""The one stylesheet of the window, generated from the tokens at the present text size.

Only what palette and own painting cannot do stands here; widgets choose by dynamic properties: `role` and `tone` for
text, `ground` and `edge` for frames.
"""

from collections.abc import Callable
from typing import Protocol

from PySide6.QtGui import QColor

_ROLES = ("mark", "cap", "label", "small", "body", "strong", "chip", "digits", "title", "page", "display")
_TONES = ("text", "text2", "text3", "link", "warn", "err", "ok", "info", "disabled", "accent")
_GROUNDS = ("window", "surface", "raised", "sunken", "quiet", "line", "warn_bg", "err_bg", "ok_bg", "info_bg")
_WEIGHTS = {"label": 600, "strong": 600, "chip": 500, "digits": 500, "title": 600, "page": 600, "display": 600}


class Measures(Protocol):
    """What the stylesheet asks of the theme."""

    def em(self, length: float) -> int:
        """Return px at the present text size for px at 100 %."""
        ...

    def points(self, role: str) -> float:
        """Return points for a type role."""
        ...

    def color(self, token: str) -> QColor:
        """Return the colour of a token; with system high contrast that of a palette role."""
        ...


def _fill(template: str, values: dict[str, str]) -> str:
    for name in sorted(values, key=len, reverse=True):
        template = template.replace("@" + name, values[name])
    return template


def _texts(theme: Measures, color: Callable[[str], str]) -> list[str]:
    rules = [
        f'*[role="{role}"] {{ font-size: {theme.points(role):.3f}pt; font-weight: {_WEIGHTS.get(role, 400)}; }}'
        for role in _ROLES
    ]
    rules += [f'QLabel[tone="{tone}"] {{ color: {color(tone)}; }}' for tone in _TONES]
    rules += [f'QFrame[ground="{ground}"] {{ background: {color(ground)}; border: none; }}' for ground in _GROUNDS]
    line, control = color("line"), color("control")
    rules += [
        f'QFrame[edge="bottom"] {{ border-bottom: 1px solid {line}; }}',
        f'QFrame[edge="top"] {{ border-top: 1px solid {line}; }}',
        f'QFrame[edge="left"] {{ border-left: 1px solid {line}; }}',
        f'QFrame[edge="right"] {{ border-right: 1px solid {line}; }}',
        f'QFrame[edge="card"] {{ border: 1px solid {line}; border-radius: {theme.em(8)}px; }}',
        f'QFrame[edge="popover"] {{ border: 1px solid {control}; border-radius: {theme.em(10)}px; }}',
    ]
    return rules


_TEMPLATE = """
QMenuBar { background: @window; color: @text; padding: @3 @8; border: none; spacing: 0; }
QMenuBar::item { padding: @5 @9; border-radius: @6; background: transparent; }
QMenuBar::item:selected { background: @hover; }
QMenuBar::item:pressed { background: @quiet; }
QMenu { background: @raised; color: @text; border: 1px solid @control; padding: @4; }
QMenu::item { padding: @5 @24 @5 @12; border-radius: @4; }
QMenu::item:selected { background: @selected; color: @text; }
QMenu::item:disabled { color: @disabled; }
QMenu::separator { height: 1px; background: @line; margin: @4 @8; }
QMenu::indicator { width: @13; height: @13; left: @4; }
QToolTip { background: @raised; color: @text; border: 1px solid @control; padding: @4 @6; }
.QPushButton { background: @surface; color: @text; border: 1px solid @control; border-radius: @6; padding: @4 @12; min-height: @18; }
.QPushButton:hover { background: @hover; }
.QPushButton:pressed { background: @quiet; }
.QPushButton:focus { border: 2px solid @focus; padding: @3 @11; }
.QPushButton:default { background: @accent; color: @on_accent; border-color: @accent; font-weight: 600; }
.QPushButton:disabled { color: @disabled; border-color: @line; background: @window; }
QLineEdit, QComboBox, QSpinBox, QDateEdit { background: @surface; color: @text; border: 1px solid @control; border-radius: @6; padding: @3 @9; min-height: @20; }
QPlainTextEdit, QTextEdit { background: @surface; color: @text; border: 1px solid @control; border-radius: @6; padding: @6 @8; }
QLineEdit:focus, QComboBox:focus, QSpinBox:focus, QDateEdit:focus { border: 2px solid @focus; padding: @2 @8; }
QPlainTextEdit:focus, QTextEdit:focus { border: 2px solid @focus; padding: @5 @7; }
QLineEdit[fault="true"], QComboBox[fault="true"], QPlainTextEdit[fault="true"] { border: 2px solid @err_line; }
QLineEdit:disabled, QComboBox:disabled, QPlainTextEdit:disabled { color: @disabled; border-color: @line; background: @window; }
QLineEdit:read-only, QPlainTextEdit:read-only { border-color: transparent; }
QLineEdit:read-only:focus, QPlainTextEdit:read-only:focus { border-color: @focus; }
QTextBrowser, QTextBrowser:focus { border: none; border-radius: 0; padding: 0; }
QLineEdit[plain="true"] { border: none; background: transparent; padding: @3 0; }
QComboBox::drop-down { border: none; width: @22; }
QComboBox QAbstractItemView { background: @raised; color: @text; border: 1px solid @control; selection-background-color: @selected; selection-color: @text; outline: none; }
QAbstractItemView { border: none; outline: none; selection-background-color: @selected; selection-color: @text; }
QTableView, QListView, QTreeView { background: @surface; color: @text; }
QAbstractItemView[plain="true"] { background: transparent; }
CommandPalette QListView { background: @raised; }
WorkTable { selection-background-color: transparent; }
QHeaderView::section:horizontal:first { padding-left: @18; }
TableView QHeaderView::section:horizontal:first { padding-left: @6; }
CountBlock QHeaderView::section { padding: @3 @3; }
CountBlock QHeaderView::section:horizontal:first { padding-left: @3; }
QTreeView::item { min-height: @24; }
QHeaderView { background: @surface; border: none; }
QHeaderView::section { background: @surface; color: @text2; border: none; border-bottom: 1px solid @line; padding: @3 @6; font-weight: 600; text-align: left; }
QTableCornerButton::section { background: @surface; border: none; }
QScrollArea { border: none; background: transparent; }
QAbstractScrollArea::corner { background: transparent; border: none; }
QScrollBar:vertical { background: transparent; width: @12; margin: 0; }
QScrollBar:horizontal { background: transparent; height: @12; margin: 0; }
QScrollBar::handle { background: @control; border-radius: @3; margin: @3; min-height: @24; min-width: @24; }
QScrollBar::handle:hover { background: @text3; }
QScrollBar::add-line, QScrollBar::sub-line, QScrollBar::add-page, QScrollBar::sub-page { background: transparent; width: 0; height: 0; }
.QProgressBar { background: @quiet; border: none; border-radius: @3; max-height: @6; min-height: @6; }
.QProgressBar::chunk { background: @accent; border-radius: @3; }
QSplitter::handle { background: @line; }
QDialog { background: @raised; }
QMainWindow { background: @window; }
"""  # noqa: E501 # reason: one rule of the stylesheet per line


def stylesheet(theme: Measures) -> str:
    """Return the stylesheet, under 150 lines; `@24` in it means 24 px at 100 %, `@name` a colour token."""

    def color(token: str) -> str:
        return theme.color(token).name()

    lengths = {f"{length}": f"{theme.em(length)}px" for length in (2, 3, 4, 5, 6, 7, 8, 9, 11, 12, 13, 18, 20, 22, 24)}
    names = (
        "window",
        "surface",
        "raised",
        "hover",
        "quiet",
        "selected",
        "line",
        "control",
        "text",
        "text2",
        "text3",
        "disabled",
        "accent",
        "on_accent",
        "focus",
        "err_line",
    )
    body = _fill(_TEMPLATE, lengths | {name: color(name) for name in names})
    return body + "\n".join(_texts(theme, color)) + "\n"
