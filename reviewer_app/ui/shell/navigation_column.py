"""The navigation column: words on list pages, an icon rail on work pages; the same entries in the same order."""

from collections.abc import Mapping
from typing import override

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QPushButton, QSizePolicy

from reviewer_app.ui.kit import icons, painting
from reviewer_app.ui.kit.accessibility import set_tab_order
from reviewer_app.ui.kit.layout import ColumnLayout
from reviewer_app.ui.kit.painted import PaintedButton
from reviewer_app.ui.kit.text import ElidedText, Panel
from reviewer_app.ui.kit.theme import Theme
from reviewer_app.ui.shell.action_table import ActionRow
from reviewer_app.ui.shell.actions import action_text


class NavigationButton(PaintedButton, QPushButton):
    """One entry: icon, words (or a tooltip on the rail), a count only where it is work to do."""

    across = QSizePolicy.Policy.Expanding

    def __init__(self, theme: Theme, text: str, icon_name: str, action: str) -> None:
        super().__init__(theme, text)
        self.action = action
        self._icon_name = icon_name
        self._current = False
        self._rail = False
        self._count = 0

    def show_state(self, *, current: bool, rail: bool, count: int = 0) -> None:
        """Show whether it is where one is, as rail or with words, and how much is to do."""
        self._current, self._rail, self._count = current, rail, count
        plain = self.text().replace("&&", "&")
        self.setAccessibleName(plain)
        self.setToolTip(plain if rail else "")
        said = [self.tr("aktuelle Seite")] if current else []
        said += [self.tr("{n} zu tun").format(n=count)] if count else []
        self.setAccessibleDescription(", ".join(said))
        self.updateGeometry()
        self.update()

    @override
    def sizeHint(self) -> QSize:
        return QSize(self.theme.em(36), self.theme.em(36 if self._rail else 32))

    @override
    def paint(self, painter: QPainter, box: QRectF) -> None:
        theme, radius = self.theme, self.theme.radius("control")
        if self._current:
            painting.draw_chosen(painter, theme, box, 8, radius)
        elif self.underMouse():
            painting.draw_ground(painter, theme, box, "hover", radius)
        side = theme.em(16)
        left = (box.width() - side) / 2 if self._rail else theme.em(11)
        ink = theme.color("accent" if self._current else "text2")
        icons.draw(painter, self._icon_name, ink, QRectF(left, round((box.height() - side) / 2), side, side))
        if not self._rail:
            self._draw_words(painter, box)

    def _draw_words(self, painter: QPainter, box: QRectF) -> None:
        theme = self.theme
        words = box.adjusted(theme.em(36), 0, -theme.em(10), 0)
        if self._count:
            painting.draw_words(painter, theme, words, str(self._count), "small", "text2", align=painting.RIGHT)
            words.setRight(words.right() - theme.em(24))
        painting.draw_words(
            painter, theme, words, self.text().replace("&&", "&"), "strong" if self._current else "body"
        )


class NavigationColumn(Panel):
    """The column; `entry_chosen` carries the action of the entry a person chose."""

    entry_chosen = Signal(str)

    def __init__(self, theme: Theme) -> None:
        super().__init__("window", "right")
        self.setAccessibleName(self.tr("Bereiche"))
        self._theme = theme
        self._rail = False
        self._round = ElidedText("", "strong")
        self._person = ElidedText("", "small", "text2")
        self._buttons: dict[str, NavigationButton] = {}
        self._top = ColumnLayout(theme, gap=2)
        self._column = ColumnLayout(theme, self._round, self._person, self._top, 1, gap=2, parent=self)
        self._bottom = [
            NavigationButton(theme, self.tr("Einstellungen"), "settings", "settings"),
            NavigationButton(theme, self.tr("Hilfe"), "help", "help"),
        ]
        for button in self._bottom:
            button.clicked.connect(self._on_button_clicked)
            self._column.addWidget(button)
        theme.changed.connect(self._on_theme_changed)
        self._on_theme_changed()

    def show_round(self, title: str, person: str) -> None:
        """Show which round is open and who works here."""
        self._round.setText(title)
        self._person.setText(person)

    def show_entries(self, entries: Mapping[str, ActionRow]) -> None:
        """Show the action of each page; the entries that were there are replaced where they differ."""
        if list(entries) == list(self._buttons):
            return
        for button in self._buttons.values():
            self._top.removeWidget(button)
            button.hide()
            button.deleteLater()
        self._buttons = {}
        for page, row in entries.items():
            button = NavigationButton(self._theme, action_text(row.id), row.icon, row.id)
            button.clicked.connect(self._on_button_clicked)
            self._buttons[page] = button
            self._top.addWidget(button)
        set_tab_order([*self._buttons.values(), *self._bottom])

    def show_current(self, page: str, counts: dict[str, int], *, rail: bool) -> None:
        """Show where one is, as words or as a rail, and what is to do by page."""
        self._rail = rail
        for name, button in self._buttons.items():
            button.show_state(current=name == page, rail=rail, count=counts.get(name, 0))
        for button in self._bottom:
            button.show_state(current=button.action == page, rail=rail)
        for label in (self._round, self._person):
            label.setVisible(not rail)
        self._on_theme_changed()

    def focus_entry(self) -> None:
        """Put the focus on the first entry."""
        first = next(iter(self._buttons.values()), self._bottom[0])
        first.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _on_button_clicked(self) -> None:
        sender = self.sender()
        if isinstance(sender, NavigationButton):
            self.entry_chosen.emit(sender.action)

    def _on_theme_changed(self) -> None:
        theme = self._theme
        self.setFixedWidth(theme.em(48 if self._rail else 208) + 1)
        self._column.show_measures(margins=(6, 8, 6, 8) if self._rail else (10, 12, 10, 8))
        self._top.show_measures(margins=(0, 0 if self._rail else 10, 0, 0))
        for label in (self._round, self._person):
            label.setContentsMargins(theme.em(10), 0, 0, 0)
