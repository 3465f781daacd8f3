"""The right side of the reading page: the map of all criteria, the open one, and where the review stands."""

from collections.abc import Mapping
from typing import override

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QStackedWidget, QWidget

from reviewer_app.domain.catalogue import Catalogue
from reviewer_app.domain.reviews.review import OVERALL
from reviewer_app.domain.scale import Value
from reviewer_app.ui.kit.accessibility import set_tab_order
from reviewer_app.ui.kit.button import Button, ButtonKind, IconButton
from reviewer_app.ui.kit.layout import ColumnLayout, RowLayout
from reviewer_app.ui.kit.scroll_column import VerticalScrollArea
from reviewer_app.ui.kit.text import ElidedText, Panel, Text
from reviewer_app.ui.kit.theme import SizeClass, Theme
from reviewer_app.ui.reading.criterion_panel import CriterionPanel
from reviewer_app.ui.scoring.rationale_field import RationaleField, TextNote
from reviewer_app.ui.scoring.score_map import ScoreMap
from reviewer_app.ui.scoring.words import CriterionView, ScoreSummary

_LOW = 640
"""Height of the panel, px at 100 %, under which all levels as a list would leave the reason no room."""


class OverallPanel(Panel):
    """The general impression after the last criterion: free text, never counted and never computed."""

    def __init__(self, theme: Theme, language: str) -> None:
        super().__init__("surface")
        self._theme = theme
        self._title = Text(self.tr("Gesamteindruck"), "title")
        self._words = Text(
            self.tr("Eigene Empfehlung, Rückmeldung je Bereich, Themen für die Beratung. Zählt nicht zu den Punkten."),
            "body",
            "text2",
            wrap=True,
        )
        self._count = Text("", "cap", "text2")
        self.field = RationaleField(theme)
        self.field.setAccessibleName(self.tr("Gesamteindruck"))
        self.note = TextNote(language, limited=False)
        head = RowLayout(theme, (self._title, 1), self._count)
        column = ColumnLayout(theme, gap=6, margins=(16, 12, 16, 10), parent=self)
        column.add(head, self._words, (self.field, 1), self.note)
        self.setFocusProxy(self.field)
        self.field.text_typed.connect(self._show_count)
        self.field.surplus_refused.connect(self.note.show_refused)

    def show_overall(self, text: str, *, locked: bool) -> None:
        """Show the text; emits nothing."""
        self.field.show_text(text)
        self.field.show_locked(locked=locked)
        self._show_count(text)

    def _show_count(self, text: str) -> None:
        self._count.setText(self.tr("{n} Zeichen").format(n=len(text)) if text else "")
        self.note.show_length(len(text))


class ScorePanel(Panel):
    """The map of all answers, the open criterion or the general impression, and how far one is."""

    def __init__(self, theme: Theme, language: str) -> None:
        super().__init__("surface")
        self._theme = theme
        self._size = SizeClass.NORMAL
        self._current = ""
        self._locked = False
        self._saved = ""
        self.standing = ScoreSummary()
        self._stops: list[QWidget] = []
        self._first = QWidget(self, focusPolicy=Qt.FocusPolicy.StrongFocus)
        self._first.hide()
        self.map = ScoreMap(theme)
        self.criterion = CriterionPanel(theme, language)
        self.overall = OverallPanel(theme, language)
        self.overall_button = Button(theme, self.tr("Gesamteindruck"), ButtonKind.LINK)
        self.overall_sign = IconButton(theme, "pencil", self.tr("Gesamteindruck"))
        self.next_button = Button(theme, self.tr("Nächstes offenes"), ButtonKind.PRIMARY)
        self.next_button.setToolTip(self.tr("Strg Eingabe"))
        self._whose = ElidedText("", "cap", "warn")
        self._points = Text("", "strong")
        self.percent = Text("", "body", "text2")
        self._done = ElidedText("", "small", "text2")
        self._stack = QStackedWidget()
        self.scroll_area = VerticalScrollArea(self.criterion)
        self._lay_out()
        theme.changed.connect(self._on_theme_changed)
        self._on_theme_changed()

    def _lay_out(self) -> None:
        self._links = Panel("window", "bottom")
        RowLayout(self._theme, (self._whose, 1), self.overall_button, margins=(16, 0, 14, 0), parent=self._links)
        self._foot = Panel("surface", "top")
        first = RowLayout(self._theme, gap=6)
        first.add((Text(self.tr("Zwischenstand"), "small", "text2"), Qt.AlignmentFlag.AlignBottom), self._points)
        first.add(self.percent, 1)
        lines = ColumnLayout(
            self._theme, 1, first, RowLayout(self._theme, (self._done, 1), self.overall_sign), 1, gap=2
        )
        RowLayout(self._theme, (lines, 1), self.next_button, gap=6, margins=(16, 4, 16, 4), parent=self._foot)
        ColumnLayout(self._theme, self.map, self._links, (self._stack, 1), self._foot, gap=0, parent=self)
        self._stack.addWidget(self.scroll_area)
        self._stack.addWidget(self.overall)

    # Showing

    def show_map(self, catalogue: Catalogue, values: Mapping[str, Value | None], current: str, language: str) -> None:
        """Show all answers; `current` is the open criterion or OVERALL."""
        self._current = current
        self.map.show_catalogue(catalogue, language)
        self.map.show_values(values, "" if current == OVERALL else current)
        self.keep_tab_order()

    def show_criterion(self, view: CriterionView) -> None:
        """Show the open criterion."""
        self._locked = view.locked
        self.criterion.show_criterion(view)
        self.keep_tab_order()
        self._stack.setCurrentWidget(self.scroll_area)
        self._show_next()

    def keep_tab_order(self) -> None:
        """Let Tab go scale, levels, reason, next open one, map, general impression, whenever one of them is new."""
        criterion = self.criterion
        stops = [
            self._first,  # never seen: it keeps the place of the panel among its neighbours
            *criterion.entry.stops,
            criterion.to_read_button,
            criterion.levels_button,
            criterion.rationale,
            *criterion.evidence.passages.chips,
            *criterion.others.chips,
            self.overall.field,
            self.next_button,
            *self.map.stops,
            self.overall_button,
            self.overall_sign,
        ]
        if stops != self._stops:
            self._stops = stops
            set_tab_order(stops)

    def show_overall(self, text: str, *, locked: bool) -> None:
        """Show the general impression."""
        self._locked = locked
        self.overall.show_overall(text, locked=locked)
        self._stack.setCurrentWidget(self.overall)
        self._show_next()

    def show_standing(self, standing: ScoreSummary, *, whose: str = "") -> None:
        """Show where the review stands; `whose` says for whom it is entered, empty for oneself."""
        self.standing = standing
        self._points.setText(standing.points)
        self.percent.setText(standing.percent)
        self.percent.setVisible(self._size is not SizeClass.COMPACT)
        self._show_done()
        self._whose.setText(whose)
        self._show_links()

    def show_saved(self, words: str) -> None:
        """Say behind how much is done whether it is stored, where the menu row that says so otherwise is folded."""
        self._saved = words
        self._show_done()

    def _show_done(self) -> None:
        self._done.setText(" · ".join(part for part in (self.standing.done, self._saved) if part))

    @property
    def can_submit(self) -> bool:
        """Whether nothing is open any more and the last page of the review is: handing in is what comes next."""
        return self.standing.complete and not self._locked and self._current == OVERALL

    def _show_next(self) -> None:
        """Say where the primary button leads; a review that can only be read has none."""
        button, narrow = self.next_button, self._size is SizeClass.NARROW
        if self.can_submit:
            button.setText(self.tr("Einreichen …"))
        elif self.standing.complete:
            button.setText(self.tr("Gesamteindruck"))
        else:
            button.setText(self.tr("Weiter") if narrow else self.tr("Nächstes offenes"))
        button.updateGeometry()
        had_focus = button.hasFocus()
        button.setVisible(not self._locked)
        if had_focus and self._locked:
            self.focus_answer()

    def show_size(self, size: SizeClass, *, short: bool) -> None:
        """Arrange for a size class: one area in the map where there is little height."""
        self._size = size
        narrow = size is SizeClass.NARROW
        self.map.show_single(single=short or narrow)
        self.percent.setVisible(size is not SizeClass.COMPACT)
        self._show_next()
        self._show_room()

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._show_room()

    @property
    def _is_low(self) -> bool:
        return self.height() < self._theme.em(_LOW)

    def _show_room(self) -> None:
        """Show all levels as a list where there is room; else the words of the present value."""
        self.criterion.show_list(as_list=self._size is SizeClass.WIDE and not self._is_low)
        self.criterion.show_low(low=self._is_low or self._size is SizeClass.NARROW)
        self._show_links()

    def _show_links(self) -> None:
        """Give the row of the general impression away where room is scarce; a sign in the footer leads there then."""
        scarce = self._size is SizeClass.NARROW or self._is_low
        self.overall_button.setVisible(not scarce)
        self.overall_sign.setVisible(scarce)
        self._links.setVisible(not scarce or bool(self._whose.text()))

    @property
    def whose(self) -> str:
        """For whom a review is entered, or why nothing can be changed."""
        return self._whose.text()

    @property
    def foot_height(self) -> int:
        """Height of the foot with the primary button, in px."""
        return self._foot.height()

    def focus_answer(self) -> None:
        """Put the focus where one answers: the scale, or the field of the general impression."""
        if self._current == OVERALL:
            self.overall.field.setFocus()
        else:
            self.criterion.entry.setFocus()

    def _on_theme_changed(self) -> None:
        theme = self._theme
        self._links.setFixedHeight(theme.em(28))
        self.overall_sign.setFixedSize(theme.em(24), theme.em(24))
        self._foot.setMinimumHeight(theme.em(54))
