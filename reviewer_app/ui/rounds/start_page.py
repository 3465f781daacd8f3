"""Where one begins when no workspace is open: go on, open a recent file, import, begin a round, look at the demo."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import override

from PySide6.QtCore import QCoreApplication, QRectF, Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence, QPainter, QPaintEvent
from PySide6.QtWidgets import (
    QBoxLayout,
    QHBoxLayout,
    QScrollArea,
    QStackedLayout,
    QVBoxLayout,
    QWidget,
)

from reviewer_app.ui.kit import painting
from reviewer_app.ui.kit.button import Button, Kind
from reviewer_app.ui.kit.list_button import ListButton
from reviewer_app.ui.kit.text import ElidedText, Panel, Text
from reviewer_app.ui.kit.theme import SizeClass, Theme
from reviewer_app.ui.rounds.first_run import FirstRun
from reviewer_app.ui.shell.actions import key_label
from reviewer_app.ui.shell.page import Page
from reviewer_app.ui.shell.translation import mark

_BEGIN = (
    ("import", mark("StartPage", "Paket importieren …"), mark("StartPage", "In eine neue Runde einlesen"), "import"),
    (
        "new_round",
        mark("StartPage", "Neue Runde anlegen …"),
        mark("StartPage", "Für Vorsitz und Geschäftsstelle"),
        "plus",
    ),
    (
        "open_demo",
        mark("StartPage", "Demo-Runde öffnen"),
        mark("StartPage", "Zwölf erfundene Anträge zum Ausprobieren"),
        "play",
    ),
)
_KEYS = {"import": "Ctrl+I", "new_round": "Ctrl+N"}


@dataclass(frozen=True, slots=True)
class RecentFile:
    """A workspace opened before: its path, and what is said of it; `missing` where it is not there.

    `second` is place and counts; `words` and `facts` tell where one goes on, `share` how much of it is answered.
    """

    path: str
    name: str
    second: str
    when: str
    role: str = ""
    missing: bool = False
    words: str = ""
    facts: str = ""
    share: float | None = None


class Share(QWidget):
    """How much of a review is answered, as a bar."""

    def __init__(self, theme: Theme, share: float) -> None:
        """Show `share` from 0 to 1."""
        super().__init__()
        self._theme, self._share = theme, share
        self.setFixedSize(theme.em(48), theme.em(5))

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painting.draw_bar(QPainter(self), self._theme, QRectF(self.rect()), self._share)


class StartPage(Page):
    """Emits what a person wants: `recent_chosen` and `search_chosen` a path, `action_chosen` an action id.

    `import_chosen` reads a package into a new round; `introduced` carries what was said at the first start.
    """

    recent_chosen = Signal(str)
    search_chosen = Signal(str)
    action_chosen = Signal(str)
    import_chosen = Signal()
    introduced = Signal(object)

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
        self._footer = QHBoxLayout()
        self._footer.addWidget(self._foot)
        self._footer.addStretch(1)
        for action, words, key in (("help", self.tr("Hilfe"), "F1"), ("settings", self.tr("Einstellungen"), "")):
            self._footer.addWidget(self._link(action, words, key))
        self._left, self._right = QWidget(), QWidget()
        self._left.setLayout(self._go_on)
        self._right.setLayout(self._begin)
        for layout in (self._go_on, self._begin):
            layout.setContentsMargins(0, 0, 0, 0)
        self._columns = QHBoxLayout()
        self._columns.addWidget(self._left, 2)
        self._columns.addWidget(self._right, 1)
        self._rest = QWidget()
        self._columns.addWidget(self._rest, 1)
        self._sheet = QWidget()
        self._column = QVBoxLayout(self._sheet)
        for widget in (self._title, self._sub):
            self._column.addWidget(widget)
        self._column.addLayout(self._columns)
        self._column.addStretch(1)
        self._column.addLayout(self._footer)
        self._ground = QWidget()
        self._around = QHBoxLayout(self._ground)
        self._around.addStretch(1)
        self._around.addWidget(self._sheet, 100)
        self._around.addStretch(1)
        scroll = QScrollArea(widgetResizable=True)
        scroll.setWidget(self._ground)
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.first_run: FirstRun | None = None
        self._outside = QStackedLayout(self)
        self._outside.addWidget(scroll)
        self._first: QWidget | None = None
        theme.changed.connect(self._build)
        self._build()

    def show_recent(self, files: Sequence[RecentFile]) -> None:
        """Show workspaces opened before, newest first; the newest is the one to go on with."""
        if tuple(files) != self._recent:
            self._recent = tuple(files)
            self._build()

    def show_first_run(self) -> None:
        """Ask for duty and person before anything else."""
        if self.first_run is None:
            self.first_run = FirstRun(self.theme)
            self.first_run.demo_wanted.connect(self._on_first_run_demo_wanted)
            self.first_run.introduced.connect(self.introduced)
            self._outside.addWidget(self.first_run)
        self._outside.setCurrentWidget(self.first_run)

    def show_start(self, *, as_step: bool) -> None:
        """Show the start itself; `as_step` is the third step of the first start."""
        self._sub.setText(
            self.tr("Schritt 3 von 3 · Wählen Sie eine Datei, oder sehen Sie sich die Demo-Runde an.")
            if as_step
            else self.tr("Anträge lesen, bewerten, beraten – alles bleibt auf diesem Gerät.")
        )
        if self._outside.currentIndex():
            self._outside.setCurrentIndex(0)
            self.take_focus()

    @override
    def panes(self) -> list[QWidget]:
        if self.first_run is not None and self._outside.currentIndex():
            return [self.first_run.first]
        return [self._first or self]

    @override
    def show_size(self, size: SizeClass, *, short: bool) -> None:
        super().show_size(size, short=short)
        across = QBoxLayout.Direction.LeftToRight
        self._columns.setDirection(QBoxLayout.Direction.TopToBottom if size is SizeClass.NARROW else across)
        self._measure()

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Take the key of the import here: the command itself needs a workspace."""
        if QKeySequence(event.keyCombination()) == QKeySequence(_KEYS["import"]) and not self._outside.currentIndex():
            self.import_chosen.emit()
        else:
            super().keyPressEvent(event)

    def _build(self) -> None:
        inside = self._sheet.isAncestorOf(self.window().focusWidget() or self)
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
            self._go_on.addSpacing(self.theme.em(14))
        if self._recent:
            self._go_on.addWidget(Text(self.tr("Zuletzt geöffnet"), "label", "text2"))
            self._go_on.addWidget(self._recent_card())
        self._begin.addWidget(Text(self.tr("Beginnen"), "label", "text2"))
        self._begin.addWidget(self._begin_card())
        other = self._link("open", self.tr("Andere Arbeitsdatei öffnen …"), key_label("Ctrl+O"))
        (self._go_on if self._recent else self._begin).addWidget(other, 0, Qt.AlignmentFlag.AlignLeft)
        self._go_on.addStretch(1)
        self._begin.addStretch(1)
        self._left.setVisible(bool(self._recent))
        self._rest.setVisible(not self._recent)
        self._measure()
        if inside:
            self.take_focus()

    def _link(self, action: str, words: str, key: str) -> Button:
        button = Button(self.theme, words, Kind.LINK, key=key)
        button.setObjectName(action)
        button.clicked.connect(self._on_begin_clicked)
        return button

    def _go_on_card(self, newest: RecentFile) -> QWidget:
        card = Panel("surface", "card")
        row = QHBoxLayout(card)
        row.setContentsMargins(self.theme.em(16), *[self.theme.em(14)] * 3)
        row.setSpacing(self.theme.em(14))
        if newest.share is not None:
            row.addWidget(Share(self.theme, newest.share))
        words = QVBoxLayout()
        words.setSpacing(self.theme.em(1))
        words.addWidget(ElidedText(newest.words or newest.name, "strong"))
        words.addWidget(ElidedText(newest.facts or f"{newest.second} · {newest.when}", "small", "text2"))
        row.addLayout(words, 1)
        button = Button(self.theme, self.tr("Fortsetzen"), Kind.PRIMARY)
        button.setAccessibleDescription(f"{newest.words or newest.name}, {newest.facts or newest.second}")
        button.setObjectName(newest.path)
        button.clicked.connect(self._on_recent_clicked)
        row.addWidget(button)
        self._first = button
        return card

    def _recent_card(self) -> QWidget:
        card, column = self._card()
        for one in self._recent:
            gone = self.tr("nicht gefunden")
            row = ListButton(self.theme, one.name, one.second, gone if one.missing else one.when, "", one.role)
            row.setObjectName(one.path)
            row.separated = column.count() > 0
            row.tone = "warn" if one.missing else "text2"
            row.clicked.connect(self._on_search_clicked if one.missing else self._on_recent_clicked)
            line = QHBoxLayout()
            line.setSpacing(0)
            line.addWidget(row, 1)
            if one.missing:
                search = Button(self.theme, self.tr("Suchen …"), Kind.LINK)
                search.setObjectName(one.path)
                search.setAccessibleDescription(one.name)
                search.clicked.connect(self._on_search_clicked)
                line.addWidget(search)
                line.addSpacing(self.theme.em(8))
            column.addLayout(line)
        return card

    def _begin_card(self) -> QWidget:
        card, column = self._card()
        for action, text, second, icon in _BEGIN:
            words, below = (QCoreApplication.translate("StartPage", one) for one in (text, second))
            row = ListButton(self.theme, words, below, key_label(_KEYS[action]) if action in _KEYS else "", icon)
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

    def _on_search_clicked(self) -> None:
        sender = self.sender()
        if sender is not None:
            self.search_chosen.emit(sender.objectName())

    def _on_begin_clicked(self) -> None:
        action = sender.objectName() if (sender := self.sender()) is not None else ""
        if action == "import":
            self.import_chosen.emit()
        elif action:
            self.action_chosen.emit(action)

    def _on_first_run_demo_wanted(self) -> None:
        self.action_chosen.emit("open_demo")

    def _measure(self) -> None:
        theme = self.theme
        narrow = self.size_class is SizeClass.NARROW
        self._sheet.setMaximumWidth(theme.em(1072))
        self._column.setContentsMargins(theme.em(16), theme.em(16 if narrow else 40), theme.em(16), theme.em(16))
        self._columns.setSpacing(theme.em(28))
        self._columns.setContentsMargins(0, theme.em(12 if narrow else 28), 0, theme.em(12))
        for layout in (self._go_on, self._begin):
            layout.setSpacing(theme.em(8))
        self._footer.setSpacing(theme.em(12))
