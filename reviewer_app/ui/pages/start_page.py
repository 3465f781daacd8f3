"""Where one begins when no workspace is open: go on, open a recent file, import, begin a round, look at the demo."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import override

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from reviewer_app.ui.actions import key_label
from reviewer_app.ui.pages.page import Page
from reviewer_app.ui.theme import SizeClass, Theme
from reviewer_app.ui.translation import mark
from reviewer_app.ui.widgets.button import Button, Kind
from reviewer_app.ui.widgets.list_button import ListButton
from reviewer_app.ui.widgets.text import ElidedText, Panel, Text

_BEGIN = (
    ("open", mark("StartPage", "Arbeitsdatei öffnen …"), mark("StartPage", "Eine Datei dieses Geräts"), "folder"),
    (
        "new_round",
        mark("StartPage", "Neue Runde anlegen …"),
        mark("StartPage", "Für Vorsitz und Geschäftsstelle"),
        "plus",
    ),
    ("open_demo", mark("StartPage", "Demo-Runde öffnen"), mark("StartPage", "Zwölf erfundene Anträge"), "play"),
)


@dataclass(frozen=True, slots=True)
class RecentFile:
    """A workspace opened before: where it lies, shown as name, folder and time; `missing` where it is not there."""

    path: str
    name: str
    folder: str
    when: str
    missing: bool = False


class StartPage(Page):
    """Emits what a person wants: `recent_chosen` a path, `action_chosen` an action id."""

    recent_chosen = Signal(str)
    action_chosen = Signal(str)

    def __init__(self, theme: Theme, version: str) -> None:
        """Lay out without recent files."""
        super().__init__(theme)
        self._recent: tuple[RecentFile, ...] = ()
        self._title = Text("Votum", "display")
        self._sub = Text(self.tr("Anträge lesen, bewerten, beraten – alles bleibt auf diesem Gerät."), "body", "text2")
        self._go_on = QVBoxLayout()
        self._begin = QVBoxLayout()
        self._foot = Text(
            self.tr("Votum {version} · Keine Verbindung ins Netz").format(version=version), "small", "text2"
        )
        self._columns = QHBoxLayout()
        self._columns.addLayout(self._go_on, 2)
        self._columns.addLayout(self._begin, 1)
        self._sheet = QWidget()
        self._column = QVBoxLayout(self._sheet)
        for widget in (self._title, self._sub):
            self._column.addWidget(widget)
        self._column.addLayout(self._columns)
        self._column.addStretch(1)
        self._column.addWidget(self._foot)
        self._ground = QWidget()
        self._around = QHBoxLayout(self._ground)
        self._around.addStretch(1)
        self._around.addWidget(self._sheet, 100)
        self._around.addStretch(1)
        scroll = QScrollArea(widgetResizable=True)
        scroll.setWidget(self._ground)
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        outside = QVBoxLayout(self)
        outside.setContentsMargins(0, 0, 0, 0)
        outside.addWidget(scroll)
        self._first: QWidget | None = None
        theme.changed.connect(self._build)
        self._build()

    def show_recent(self, files: Sequence[RecentFile]) -> None:
        """Show workspaces opened before, newest first; the newest is the one to go on with."""
        self._recent = tuple(files)
        self._build()

    @override
    def panes(self) -> list[QWidget]:
        return [self._first or self]

    @override
    def show_size(self, size: SizeClass, *, short: bool) -> None:
        super().show_size(size, short=short)
        across = QBoxLayout.Direction.LeftToRight
        self._columns.setDirection(QBoxLayout.Direction.TopToBottom if size is SizeClass.NARROW else across)

    def _build(self) -> None:
        for layout in (self._go_on, self._begin):
            while (item := layout.takeAt(0)) is not None:
                widget = item.widget()
                if widget is not None:
                    widget.hide()
                    widget.deleteLater()
        self._first = None
        newest = next((one for one in self._recent if not one.missing), None)
        if newest is not None:
            self._go_on.addWidget(Text(self.tr("Fortsetzen"), "label", "text2"))
            self._go_on.addWidget(self._go_on_card(newest))
        if self._recent:
            self._go_on.addWidget(Text(self.tr("Zuletzt geöffnet"), "label", "text2"))
            self._go_on.addWidget(self._recent_card())
        self._go_on.addStretch(1)
        self._begin.addWidget(Text(self.tr("Beginnen"), "label", "text2"))
        self._begin.addWidget(self._begin_card())
        self._begin.addStretch(1)
        self._measure()

    def _go_on_card(self, newest: RecentFile) -> QWidget:
        card = Panel("surface", "card")
        row = QHBoxLayout(card)
        row.setContentsMargins(*[self.theme.em(14)] * 4)
        words = QVBoxLayout()
        words.setSpacing(self.theme.em(1))
        words.addWidget(ElidedText(newest.name, "strong"))
        words.addWidget(ElidedText(f"{newest.folder} · {newest.when}", "small", "text2"))
        row.addLayout(words, 1)
        button = Button(self.theme, self.tr("Fortsetzen"), Kind.PRIMARY)
        button.setAccessibleDescription(newest.name)
        button.setObjectName(newest.path)
        button.clicked.connect(self._on_recent_clicked)
        row.addWidget(button)
        self._first = button
        return card

    def _recent_card(self) -> QWidget:
        card, column = self._card()
        for one in self._recent:
            missing = self.tr("nicht gefunden")
            row = ListButton(self.theme, one.name, one.folder, missing if one.missing else one.when, "")
            row.setObjectName(one.path)
            row.separated = column.count() > 0
            row.clicked.connect(self._on_recent_clicked)
            column.addWidget(row)
        return card

    def _begin_card(self) -> QWidget:
        card, column = self._card()
        keys = {"open": "Ctrl+O", "new_round": "Ctrl+N"}
        for action, text, second, icon in _BEGIN:
            words, below = (QCoreApplication.translate("StartPage", one) for one in (text, second))
            row = ListButton(self.theme, words, below, key_label(keys[action]) if action in keys else "", icon)
            row.setObjectName(action)
            row.separated = column.count() > 0
            row.clicked.connect(self._on_begin_clicked)
            column.addWidget(row)
            self._first = self._first or row
        return card

    def _card(self) -> tuple[Panel, QVBoxLayout]:
        card = Panel("surface", "card")
        column = QVBoxLayout(card)
        column.setContentsMargins(1, 1, 1, 1)
        column.setSpacing(0)
        return card, column

    def _on_recent_clicked(self) -> None:
        sender = self.sender()
        if sender is not None:
            self.recent_chosen.emit(sender.objectName())

    def _on_begin_clicked(self) -> None:
        sender = self.sender()
        if sender is not None:
            self.action_chosen.emit(sender.objectName())

    def _measure(self) -> None:
        theme = self.theme
        self._sheet.setMaximumWidth(theme.em(1040))
        self._column.setContentsMargins(theme.em(16), theme.em(40), theme.em(16), theme.em(16))
        self._columns.setSpacing(theme.em(28))
        self._columns.setContentsMargins(0, theme.em(28), 0, 0)
        for layout in (self._go_on, self._begin):
            layout.setSpacing(theme.em(8))
