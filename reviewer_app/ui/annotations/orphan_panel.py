"""What to do about an annotation that a newer version left without a place: candidates, marking by hand, keeping."""

from dataclasses import dataclass
from typing import override

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFocusEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QVBoxLayout

from reviewer_app.ui.kit.button import Button, Kind
from reviewer_app.ui.kit.tab_order import chain
from reviewer_app.ui.kit.text import ElidedText, Panel, Text
from reviewer_app.ui.kit.theme import Theme


@dataclass(frozen=True, slots=True)
class Offered:
    """A place that is offered: where, how well it fits, and the words there with what surrounds them."""

    place: str
    fit: str
    words: str


@dataclass(frozen=True, slots=True)
class OrphanView:
    """An annotation without a place: where it stood, its words with what surrounded them, what is offered.

    `offered` is None while it is being looked for; `locked` says why nothing can be done about it.
    """

    id: str
    place: str
    words: str
    offered: tuple[Offered, ...] | None = None
    locked: str = ""


class _Row(Panel):
    """One place that is offered; `chosen` when it is taken."""

    chosen = Signal()

    def __init__(self, theme: Theme, offered: Offered) -> None:
        super().__init__("surface", "card")
        self.button = Button(theme, self.tr("Hier"), Kind.OUTLINED)
        self.button.setAccessibleName(self.tr("Hier: {place}, {fit}").format(place=offered.place, fit=offered.fit))
        self.button.clicked.connect(self.chosen)
        head = QHBoxLayout()
        head.setSpacing(theme.em(8))
        head.addWidget(Text(offered.place, "strong"))
        head.addWidget(ElidedText(offered.fit, "small", "text2"), 1)
        head.addWidget(self.button)
        column = QVBoxLayout(self)
        column.setContentsMargins(theme.em(12), theme.em(8), theme.em(8), theme.em(10))
        column.setSpacing(theme.em(4))
        column.addLayout(head)
        column.addWidget(Text(offered.words, "small", wrap=True))


class OrphanPanel(Panel):
    """`place_chosen` carries the number of an offered place; `mark_wanted` and `keep_wanted` are the other ways."""

    place_chosen = Signal(int)
    mark_wanted = Signal()
    keep_wanted = Signal()

    def __init__(self, theme: Theme) -> None:
        """Start hidden."""
        super().__init__("window", "left")
        self._theme = theme
        self._view: OrphanView | None = None
        self._rows: list[_Row] = []
        self.setAccessibleName(self.tr("Ohne Stelle"))
        self._title = Text(self.tr("Ohne Stelle"), "title")
        self._why = Text("", "small", "text2", wrap=True)
        self._words = Text("", "body", wrap=True)
        self._head = Text("", "label", "text2", wrap=True)
        self.mark_button = Button(theme, self.tr("Selbst markieren …"), Kind.OUTLINED)
        self.keep_button = Button(theme, self.tr("Ohne Stelle behalten"), Kind.FLAT)
        self._locked = Text("", "small", "text2", wrap=True)
        self.mark_button.clicked.connect(self.mark_wanted)
        self.keep_button.clicked.connect(self.keep_wanted)
        self._offers = QVBoxLayout()
        self._ways = QHBoxLayout()
        self._ways.addWidget(self.mark_button)
        self._ways.addWidget(self.keep_button)
        self._ways.addStretch(1)
        inside = Panel("window")
        self._column = QVBoxLayout(inside)
        for widget in (self._title, self._why, self._words, self._head):
            self._column.addWidget(widget)
        self._column.addLayout(self._offers)
        self._column.addLayout(self._ways)
        self._column.addWidget(self._locked)
        self._column.addStretch(1)
        area = QScrollArea()
        area.setWidgetResizable(True)
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setWidget(inside)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(area)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        theme.changed.connect(self._on_theme_changed)
        self._on_theme_changed()
        self.hide()

    @property
    def rows(self) -> list[_Row]:
        """What is offered, in its order."""
        return self._rows

    def show_orphan(self, view: OrphanView | None) -> None:
        """Show an annotation without a place; None hides the panel."""
        if view == self._view:
            return
        self._view = view
        focus = self.window().focusWidget()
        inside = focus is not None and self.isAncestorOf(focus)
        self.setVisible(view is not None)
        if view is None:
            return
        self._why.setText(self.tr("Stand bisher: {place}").format(place=view.place))
        self._words.setText(view.words)
        self._show_offers(view.offered or ())
        self._head.setText(self._said(view))
        for button in (self.mark_button, self.keep_button):
            button.setVisible(not view.locked)
        self._locked.setText(view.locked)
        self._locked.setVisible(bool(view.locked))
        if inside:
            self.setFocus()

    def show_beside(self, width: int) -> None:
        """Stand beside the list with a width in px; 0 below it, with the height of a third of what is there."""
        self.show_ground("window", "left" if width else "top")
        self.setMinimumWidth(width)
        self.setMaximumWidth(width or _ANY)
        self.setMinimumHeight(0 if width else self._theme.em(_LOW))

    def _said(self, view: OrphanView) -> str:
        if view.offered is None:
            return self.tr("Mögliche Stellen werden gesucht …")
        if not view.offered:
            return self.tr("In der neuen Fassung steht nichts Ähnliches.")
        return self.tr("Mögliche Stellen in der neuen Fassung")

    def _show_offers(self, offered: tuple[Offered, ...]) -> None:
        for row in self._rows:
            row.hide()
            row.deleteLater()
        self._rows = [_Row(self._theme, one) for one in offered]
        locked = bool(self._view and self._view.locked)
        for place, row in enumerate(self._rows):
            row.button.setVisible(not locked)
            row.setProperty("place", place)
            row.chosen.connect(self._on_row_chosen)
            self._offers.addWidget(row)
        chain([*(row.button for row in self._rows), self.mark_button, self.keep_button])

    @override
    def focusInEvent(self, event: QFocusEvent) -> None:
        """Hand the focus on to the first thing one can do."""
        super().focusInEvent(event)
        first = next((row.button for row in self._rows if not row.button.isHidden()), self.mark_button)
        if not first.isHidden():
            first.setFocus(event.reason())

    def _on_row_chosen(self) -> None:
        sender = self.sender()
        if sender is not None:
            self.place_chosen.emit(int(sender.property("place")))

    def _on_theme_changed(self) -> None:
        em = self._theme.em
        self._column.setContentsMargins(em(16), em(14), em(16), em(14))
        self._column.setSpacing(em(8))
        self._offers.setSpacing(em(6))
        self._ways.setSpacing(em(8))


_ANY = 16_777_215
"""Qt's own largest width of a widget."""

_LOW = 190
