"""The top row of the window: menus at the left, what is saved and the search field at the right."""

from typing import override

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QMenuBar, QSizePolicy, QStyle, QStyleOptionMenuItem, QWidget

from reviewer_app.ui.kit import icons
from reviewer_app.ui.kit.button import Button, ButtonKind
from reviewer_app.ui.kit.layout import RowLayout
from reviewer_app.ui.kit.painting import Chip, Glyph
from reviewer_app.ui.kit.status_chip import StatusChip
from reviewer_app.ui.kit.text import Panel, Text
from reviewer_app.ui.kit.theme import Theme
from reviewer_app.ui.shell.actions import action_key
from reviewer_app.ui.shell.operations import SaveState, SaveStatus


class SaveLabel(QWidget):
    """Says in a word and a sign whether everything entered is on disk."""

    def __init__(self, theme: Theme) -> None:
        """Say nothing until something was saved."""
        super().__init__()
        self._theme = theme
        self._icon = ""
        self._words = Text("", "small", "text2")
        self._row = RowLayout(theme, self._words, margins=(0, 0, 0, 0), parent=self)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Preferred)
        self.hide()
        theme.changed.connect(self.update)

    def show_state(self, state: SaveState) -> None:
        """Show a SaveState."""
        clock = f"{state.since:%H:%M}" if state.since else ""
        words, self._icon, tone = {
            SaveStatus.NOTHING: ("", "", "text2"),
            SaveStatus.SAVED: (self.tr("Gespeichert {time}"), "check", "text2"),
            SaveStatus.SAVING: (self.tr("Speichert …"), "", "text2"),
            SaveStatus.FAILED: (self.tr("Nicht gespeichert seit {time}"), "warning", "err"),
        }[state.status]
        self._words.setText(words.format(time=clock))
        self._words.show_tone(tone)
        self.setAccessibleName(self._words.text())
        self.setVisible(bool(self._words.text()))
        self._row.show_measures(margins=(18 if self._icon else 0, 0, 0, 0))
        self.update()

    @property
    def words(self) -> str:
        """What is said now."""
        return self._words.text()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        if self._icon:
            side = self._theme.em(14)
            box = self.rect().adjusted(0, (self.height() - side) // 2, 0, 0)
            color = self._theme.color(str(self._words.property("tone")))
            icons.draw(QPainter(self), self._icon, color, box.adjusted(0, 0, side - box.width(), 0).toRectF())


class SearchField(Button):
    """Looks like a field and opens the command palette."""

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme, "", ButtonKind.FLAT, "search", action_key("palette"))
        self.setText(self.tr("Suchen oder Befehl"))
        self.setObjectName("search_field")

    @override
    def sizeHint(self) -> QSize:
        return QSize(self.theme.em(250), self.theme.em(26))

    @override
    def _ground(self) -> tuple[str, str]:
        return ("hover" if self.underMouse() else "quiet"), ""


class MenuBar(QMenuBar):
    """A menu bar whose letters are underlined only while they act: with Alt held down or the bar reached by keys."""

    def __init__(self) -> None:
        super().__init__()
        self.setNativeMenuBar(False)
        self._letters = False

    @property
    def letters(self) -> bool:
        """Whether the letters are underlined."""
        return self._letters or self.hasFocus()

    def show_letters(self, *, shown: bool) -> None:
        """Underline the letters, or no longer."""
        if shown != self._letters:
            self._letters = shown
            self.update()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        if self.letters:
            super().paintEvent(event)
            return
        painter = QPainter(self)
        for action in self.actions():
            box = self.actionGeometry(action)
            if action.isVisible() and event.rect().intersects(box):
                option = QStyleOptionMenuItem()
                self.initStyleOption(option, action)
                option.rect, option.text = box, action.text().replace("&", "")
                self.style().drawControl(QStyle.ControlElement.CE_MenuBarItem, option, painter, self)


class MenuRow(Panel):
    """Menu bar, save state, search field; 36 high."""

    def __init__(self, theme: Theme) -> None:
        """Lay out; the menus are filled by the actions."""
        super().__init__("window", "bottom")
        self._theme = theme
        self.menu_bar = MenuBar()
        self.menu_bar.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        self.demo_chip = StatusChip(theme)
        self.read_only_chip = StatusChip(theme)
        self.save_label = SaveLabel(theme)
        self.search_field = SearchField(theme)
        row = RowLayout(theme, gap=14, margins=(0, 0, 10, 0), parent=self)
        row.addWidget(self.menu_bar, 1, Qt.AlignmentFlag.AlignVCenter)
        row.add(self.demo_chip, self.read_only_chip, self.save_label, self.search_field)
        theme.changed.connect(self._on_theme_changed)
        self._on_theme_changed()

    def show_round(self, *, demo: bool, read_only: bool) -> None:
        """Mark the window of the demo round, and one whose workspace cannot be written."""
        self.demo_chip.show_chip(Chip(self.tr("Demo"), tone="info") if demo else None)
        self.read_only_chip.show_chip(Chip(self.tr("Nur lesen"), Glyph.LOCK) if read_only else None)

    def _on_theme_changed(self) -> None:
        self.setFixedHeight(self._theme.height("menu") + 1)
