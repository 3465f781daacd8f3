"""The reading page: the application's annexes at the left, map, criterion and reason at the right."""

from collections.abc import Sequence
from typing import override

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QSplitter, QStackedWidget, QWidget

from reviewer_app.ui.kit.empty_state import EmptyState
from reviewer_app.ui.kit.layout import ColumnLayout
from reviewer_app.ui.kit.segment_switch import SegmentSwitch
from reviewer_app.ui.kit.theme import SizeClass, Theme
from reviewer_app.ui.reading.annexes.annex_splitter import AnnexSplitter
from reviewer_app.ui.reading.annexes.annex_view import AnnexView
from reviewer_app.ui.reading.score_panel import ScorePanel
from reviewer_app.ui.shell.page import Page

ANNEXES, SCORING = "documents", "scoring"

_PANEL = {SizeClass.WIDE: 540, SizeClass.NORMAL: 448, SizeClass.COMPACT: 420, SizeClass.NARROW: 420}
_LEAST, _MOST = 28 * 13, 48 * 13
"""Under 28 em the score scale would not have the width it needs."""


class ReadingPage(Page):
    """Document area and score panel with a border that can be dragged.

    `pane_dragged` carries size class and width of the panel in px at 100 %; double click restores.
    `answer_key_pressed` carries a digit that was pressed in an annex.
    """

    pane_dragged = Signal(int, int)
    answer_key_pressed = Signal(QKeyEvent)

    def __init__(self, theme: Theme, language: str, parent: QWidget | None = None) -> None:
        super().__init__(theme, parent)
        self._stack = QStackedWidget()
        ColumnLayout(theme, self._stack, parent=self)
        self._splitter = QSplitter(Qt.Orientation.Horizontal)
        self._stack.addWidget(self._splitter)
        self.annexes = AnnexSplitter(theme, self._splitter)
        self.scoring = ScorePanel(theme, language)
        self.closed = EmptyState(theme)
        self.switch = SegmentSwitch(theme, (ANNEXES, SCORING), self.tr("Ansicht"))
        self._widths: dict[SizeClass, int] = dict(_PANEL)
        self._pane = SCORING
        self._splitter.setChildrenCollapsible(False)
        self._splitter.setHandleWidth(1)
        self._splitter.addWidget(self.scoring)
        self._splitter.setStretchFactor(0, 1)
        self._stack.addWidget(self.closed)
        self.switch.segment_chosen.connect(self.show_pane)
        self._splitter.splitterMoved.connect(self._on_splitter_moved)
        self._splitter.handle(1).installEventFilter(self)
        theme.changed.connect(self._on_theme_changed)
        self._on_theme_changed()

    @override
    def panes(self) -> list[QWidget]:
        return [*self.annexes.views, self.scoring]

    @property
    def annex(self) -> AnnexView:
        """The annex that is worked in."""
        return self.annexes.active

    @override
    def take_focus(self) -> None:
        if self._stack.currentWidget() is self._splitter:
            self.show_pane(SCORING)
        self.hold_focus()

    @override
    def walk(self) -> bool:
        """Narrow, F6 changes the pane instead of walking through panes."""
        if self.size_class is not SizeClass.NARROW:
            return False
        self.show_pane(SCORING if self._pane == ANNEXES else ANNEXES)
        return True

    @override
    def show_size(self, size: SizeClass, *, short: bool) -> None:
        focus = self.focusWidget()
        if size is SizeClass.NARROW is not self.size_class and focus is not None and self.annexes.isAncestorOf(focus):
            self._pane = ANNEXES  # what one was at stays in sight
        super().show_size(size, short=short)
        self.scoring.show_size(size, short=short)
        self.annexes.show_size(size)
        self._arrange()

    @property
    @override
    def foot_height(self) -> int:
        return self.scoring.foot_height if self.scoring.isVisible() else 0

    @override
    def show_saved(self, words: str) -> bool:
        self.scoring.show_saved(words)
        return True

    def show_pane(self, pane: str) -> None:
        """Put the focus into a pane; narrow, the other one is hidden."""
        self._pane = pane
        self._show_switch()
        self._arrange()
        if pane == SCORING:
            self.scoring.focus_answer()
        else:
            self.annex.take_focus()

    def show_annexes(self) -> None:
        """Put the focus on the annexes, which narrow come in the place of the panel."""
        self.show_pane(ANNEXES)

    def show_scoring(self) -> None:
        """Bring the panel into sight without moving the focus into its answer."""
        if self._pane != SCORING:
            self.show_pane(SCORING)

    def show_open(self) -> None:
        """Show annexes and scoring."""
        self._stack.setCurrentWidget(self._splitter)

    def show_closed(self, title: str, text: str) -> None:
        """Show a sentence instead: the content is closed."""
        self.closed.show_words(title, text, "lock")
        self.closed.show_buttons({})
        self._stack.setCurrentWidget(self.closed)

    def show_widths(self, widths: Sequence[int]) -> None:
        """Take over the widths a person has dragged, by size class in px at 100 %; 0 is the usual one."""
        for size, width in zip(SizeClass, widths, strict=False):
            self._widths[size] = min(max(width, _LEAST), _MOST) if width else _PANEL[size]
        self._arrange()

    @property
    def border(self) -> QWidget:
        """The border between annexes and panel."""
        return self._splitter.handle(1)

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Restore the usual width on a double click on the border."""
        if watched is self._splitter.handle(1) and event.type() == QEvent.Type.MouseButtonDblClick:
            self._widths[self.size_class] = _PANEL[self.size_class]
            self.pane_dragged.emit(int(self.size_class), 0)
            self._arrange()
            return True
        return super().eventFilter(watched, event)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Hand on a digit that an annex has no use for."""
        focus = self.focusWidget()
        keypad = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        digit = event.text() != "" and event.text() in "0123456789" and keypad == Qt.KeyboardModifier.NoModifier
        if digit and focus is not None and self.annexes.isAncestorOf(focus):
            self.answer_key_pressed.emit(event)
        else:
            super().keyPressEvent(event)

    def _arrange(self) -> None:
        narrow = self.size_class is SizeClass.NARROW
        self.header_field = self.switch if narrow else None
        self.annexes.setVisible(not narrow or self._pane == ANNEXES)
        self.scoring.setVisible(not narrow or self._pane == SCORING)
        if narrow:
            self.scoring.setMinimumWidth(0)
            self.scoring.setMaximumWidth(self._splitter.maximumWidth())
            return
        theme = self.theme
        self.scoring.setMinimumWidth(theme.em(_LEAST))
        self.scoring.setMaximumWidth(theme.em(_MOST))
        width = theme.em(self._widths[self.size_class])
        self._splitter.setSizes([max(self.width() - width, 1), width])

    def _on_splitter_moved(self, _position: int, _index: int) -> None:
        if self.size_class is not SizeClass.NARROW:
            width = round(self.scoring.width() * 100 / self.theme.text_size)
            self._widths[self.size_class] = width
            self.pane_dragged.emit(int(self.size_class), width)

    def _on_theme_changed(self) -> None:
        self._show_switch()
        self._arrange()

    def _show_switch(self) -> None:
        words = {ANNEXES: self.tr("Unterlagen"), SCORING: self.tr("Bewertung")}
        other = SCORING if self._pane == ANNEXES else ANNEXES
        self.switch.show_words(words | {other: f"{words[other]}  F6"})
        self.switch.show_chosen(self._pane)
