"""The consolidation of one application: result band, matrix of criteria and reviewers, the open criterion."""

from typing import override

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QSplitter, QStackedWidget, QWidget

from reviewer_app.ui.consolidation.consensus_panel import ConsensusPanel
from reviewer_app.ui.consolidation.discussion_list import DiscussionList
from reviewer_app.ui.consolidation.matrix import MatrixView
from reviewer_app.ui.consolidation.matrix_model import MatrixModel
from reviewer_app.ui.consolidation.result_band import ResultBand
from reviewer_app.ui.kit.button import Button, ButtonKind
from reviewer_app.ui.kit.empty_state import EmptyState
from reviewer_app.ui.kit.layout import ColumnLayout, RowLayout
from reviewer_app.ui.kit.segment_switch import SegmentSwitch
from reviewer_app.ui.kit.text import ElidedText, Panel
from reviewer_app.ui.kit.theme import SizeClass, Theme
from reviewer_app.ui.shell.page import Page

ALL, DISPUTED = "all", "disputed"
TABLE, CRITERION = "table", "criterion"

_TOPICS = 330
_MATRIX = {SizeClass.WIDE: 700, SizeClass.NORMAL: 624, SizeClass.COMPACT: 624, SizeClass.NARROW: 624}


class ConsolidationPage(Page):
    """`segments` are ALL or DISPUTED, `take_button` is for undisputed values.

    `closed` says why there is nothing to bring together and carries the action that it offers.
    """

    def __init__(self, theme: Theme, language: str, parent: QWidget | None = None) -> None:
        super().__init__(theme, parent)
        self.band = ResultBand(theme)
        self.model = MatrixModel(self)
        self.matrix = MatrixView(theme, self.model, language)
        self.discussion = DiscussionList(theme)
        self.criterion = ConsensusPanel(theme, language)
        self.segments = SegmentSwitch(theme, (ALL, DISPUTED), self.tr("Teil der Liste"))
        self.switch = SegmentSwitch(theme, (TABLE, CRITERION), self.tr("Ansicht"))
        self.take_button = Button(theme, "", ButtonKind.LINK)
        self._note = ElidedText("", "small", "text2")
        self.closed = EmptyState(theme)
        self._pane = TABLE
        self._lay_out()
        self.matrix.pictures.made.connect(self._on_pictures_made)
        self.switch.segment_chosen.connect(self.show_pane)
        theme.changed.connect(self._on_theme_changed)
        self._on_theme_changed()

    def _lay_out(self) -> None:
        self._uncovers = False
        self._bar = Panel("window", "bottom")
        self._bar_row = RowLayout(self.theme, gap=10, margins=(12, 4, 12, 4), parent=self._bar)
        self._bar_row.add(self.segments, (self._note, 1), self.take_button)
        left = Panel("surface")
        self._left = left
        ColumnLayout(self.theme, self._bar, (self.matrix, 1), gap=0, parent=left)
        self._splitter = QSplitter(Qt.Orientation.Horizontal)
        self._splitter.setChildrenCollapsible(False)
        self._splitter.setHandleWidth(1)
        self._stack = QStackedWidget()
        ColumnLayout(self.theme, self._stack, parent=self)
        body = QWidget()
        self._body = body
        self._stack.addWidget(body)
        self._stack.addWidget(self.closed)
        ColumnLayout(self.theme, self.band, (self._splitter, 1), gap=0, parent=body)
        for widget in (self.discussion, left, self.criterion):
            self._splitter.addWidget(widget)
        self._splitter.setStretchFactor(2, 1)

    # Showing

    def show_segments(self, words: dict[str, str], chosen: str, note: str) -> None:
        """Show the words of the segments and which one is chosen."""
        self.segments.show_words(words)
        self.segments.setVisible(len(words) > 1)
        self.segments.show_chosen(chosen)
        self._note.setText(note)

    def show_take(self, words: str) -> None:
        """Offer to take undisputed values; without words there are none."""
        self.take_button.setText(words)
        self.take_button.setVisible(bool(words))
        self.take_button.updateGeometry()
        self.discussion.show_foot(shown=bool(words) and self.size_class is SizeClass.WIDE)

    def show_open(self) -> None:
        """Show the consolidation."""
        self._stack.setCurrentWidget(self._body)

    def show_closed(self, title: str, text: str, buttons: dict[str, tuple[str, ButtonKind]] | None = None) -> None:
        """Show a sentence instead, and what to do about it: words and kind by action."""
        self.closed.show_words(title, text, "grid")
        self.closed.show_buttons(buttons or {})
        self._stack.setCurrentWidget(self.closed)

    @override
    def cover(self) -> None:
        self._uncovers = False
        super().cover()

    @override
    def uncover(self) -> None:
        """Show the page again as soon as the rows of its table are there as pictures; to paint them takes too long."""
        if self.is_covered:
            self._uncovers = True
            QTimer.singleShot(0, self.matrix, self.matrix.prepare)  # when everything has its place

    def _on_pictures_made(self) -> None:
        if self._uncovers:
            self._uncovers = False
            super().uncover()

    def show_pane(self, pane: str) -> None:
        """Put the focus into a pane; where there is room for one, the other is hidden."""
        self._pane = pane
        self._show_switch()
        self._arrange()
        (self.matrix if pane == TABLE else self.criterion).setFocus()

    # Layout

    @override
    def panes(self) -> list[QWidget]:
        if self.is_closed:
            return [self.closed]
        return [self.discussion, self.matrix, self.criterion]

    @override
    def take_focus(self) -> None:
        if self.is_closed:
            self.closed.take_focus()
        elif self.size_class <= SizeClass.COMPACT and self._pane == CRITERION:
            self.criterion.setFocus()
        else:
            self.matrix.setFocus()

    @property
    def is_closed(self) -> bool:
        """Whether a sentence stands instead of the consolidation."""
        return self._stack.currentWidget() is self.closed

    @property
    def pane(self) -> str:
        """Which pane is in sight where there is room for one: TABLE or CRITERION."""
        return self._pane

    @override
    def walk(self) -> bool:
        if self.size_class > SizeClass.COMPACT or self.is_closed:
            return False
        self.show_pane(CRITERION if self._pane == TABLE else TABLE)
        return True

    @override
    def show_size(self, size: SizeClass, *, short: bool) -> None:
        super().show_size(size, short=short)
        self.band.show_size(size)
        self.criterion.show_short(short=short or size is SizeClass.NARROW)
        self.criterion.show_whole(whole=size is SizeClass.NARROW)
        if size is not SizeClass.WIDE:
            self.criterion.excerpt.clear()
        self.matrix.show_row_height("matrix_row_wide" if size is SizeClass.WIDE else "matrix_row")
        self._arrange()

    def _arrange(self) -> None:
        single = self.size_class <= SizeClass.COMPACT
        wide = self.size_class is SizeClass.WIDE
        self.header_field = self.switch if single else None
        self.discussion.setVisible(wide)
        if wide:
            self.discussion.hold(self.take_button)
        elif self._bar_row.indexOf(self.take_button) < 0:
            self._bar_row.addWidget(self.take_button)
        self.discussion.show_foot(shown=wide and bool(self.take_button.text()))
        self.band.setVisible(self.size_class is not SizeClass.NARROW or self._pane == TABLE)
        self._bar.setVisible(not wide)
        self._left.setVisible(not single or self._pane == TABLE)
        self.criterion.setVisible(not single or self._pane == CRITERION)
        theme = self.theme
        matrix = theme.em(_MATRIX[self.size_class])
        topics = theme.em(_TOPICS) if wide else 0
        self._splitter.setSizes([topics, matrix, max(self.width() - matrix - topics, 1)])

    def _show_switch(self) -> None:
        words = {TABLE: self.tr("Tabelle"), CRITERION: self.tr("Kriterium")}
        other = CRITERION if self._pane == TABLE else TABLE
        self.switch.show_words(words | {other: f"{words[other]}  F6"})
        self.switch.show_chosen(self._pane)

    def _on_theme_changed(self) -> None:
        self._show_switch()
        self._arrange()
