"""The open criterion of the consolidation: axis, reasons side by side, and where the agreed value is entered."""

from dataclasses import dataclass
from typing import override

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QResizeEvent, QShowEvent
from PySide6.QtWidgets import QWidget

from reviewer_app.exports.figures import Strip
from reviewer_app.ui.consolidation.excerpt import ExcerptPanel
from reviewer_app.ui.consolidation.rationale_cards import Rationale, RationaleCards
from reviewer_app.ui.kit.accessibility import set_tab_order
from reviewer_app.ui.kit.button import Button, ButtonKind
from reviewer_app.ui.kit.layout import ColumnLayout, RowLayout
from reviewer_app.ui.kit.painting import Chip
from reviewer_app.ui.kit.popover import open_scrolled
from reviewer_app.ui.kit.scroll_column import VerticalScrollArea
from reviewer_app.ui.kit.status_chip import StatusChip
from reviewer_app.ui.kit.text import ElidedText, Panel, Text
from reviewer_app.ui.kit.theme import Theme, restyle
from reviewer_app.ui.scoring.rationale_field import RationaleField
from reviewer_app.ui.scoring.score_entry import ScoreEntry
from reviewer_app.ui.scoring.spread_axis import SpreadAxis
from reviewer_app.ui.scoring.words import CriterionView


@dataclass(frozen=True, slots=True)
class HistoryLine:
    """What was agreed before, a step: what changed ("3,0 → 3,5"), when and by whom, and the reason given."""

    change: str
    who: str
    reason: str = ""


@dataclass(frozen=True, slots=True)
class ConsensusView:
    """All that the panel shows of one criterion.

    The value of `criterion` is what stands on the scale: chosen, stored, or the rounded median; `effect` is what it
    would do, `stored` says what is on record, `history` what was agreed before.
    """

    criterion: CriterionView
    strip: Strip
    chip: Chip | None = None
    rationales: tuple[Rationale, ...] = ()
    figures: str = ""
    effect: str = ""
    stored: str = ""
    history: tuple[HistoryLine, ...] = ()


_REASON, _SHORT_REASON, _LINE_REASON = 72, 46, 36
_LEAST = 320
"""Height of the whole panel from which one's own reason has more than a line."""
_ROOMY, _TIGHT = 280, 180
"""Heights of what is above the entry from which the axis is large, and the question may take a second line."""
_EDGE = 6
_HISTORY_WIDTH, _HISTORY_HEIGHT = 460, 320


class _Area(VerticalScrollArea):
    """Scrolls a body; `room_changed` follows when it is shown higher or lower."""

    room_changed = Signal()

    def __init__(self, body: QWidget) -> None:
        self._body = body
        super().__init__(body)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.room_changed.emit()

    @override
    def showEvent(self, event: QShowEvent) -> None:
        """Lay out for the height it has: of two heights it was given while hidden, Qt tells the layout the first."""
        super().showEvent(event)
        layout, whole = self._body.layout(), self._body.rect()
        if layout is not None and layout.geometry() != whole:
            layout.setGeometry(whole)


class ConsensusPanel(Panel):
    """Shows a ConsensusView; what a person does is said by its parts, and what is typed by `reason_typed`."""

    reason_typed = Signal(str)

    def __init__(self, theme: Theme, language: str) -> None:
        super().__init__("surface")
        self._theme = theme
        self._language = language
        self._stops: list[QWidget] = []
        self._key = Text("", "title", "accent")
        self._title = ElidedText("", "title")
        self._chip = StatusChip(theme)
        self._question = Text("", "body", "text2", wrap=True)
        self._brief = ElidedText("", "body", "text2")
        self.axis = SpreadAxis(theme)
        self.cards = RationaleCards(theme, language)
        self.excerpt = ExcerptPanel(theme)
        self._label = Text(self.tr("Konsenswert"), "label", "text2")
        self._figures = ElidedText("", "small", "text2")
        self._effect = ElidedText("", "small")
        self.entry = ScoreEntry(theme, not_assessable=False)
        self.set_button = Button(theme, self.tr("Konsens festhalten"), ButtonKind.PRIMARY)
        self.set_button.setToolTip(self.tr("Strg Eingabe"))
        self.reason = RationaleField(theme, least_height=_SHORT_REASON)
        self._stored = ElidedText("", "cap", "text2")
        self.history_button = Button(theme, self.tr("Verlauf"), ButtonKind.LINK)
        self.history: tuple[HistoryLine, ...] = ()
        self._short = self._whole = self._is_scarce = False
        self._error = Text("", "cap", "err", wrap=True)
        self._lay_out()
        self.entry.rationale_wanted.connect(self.reason.setFocus)
        self.reason.text_typed.connect(self._on_reason_text_typed)
        self.reason.scale_wanted.connect(self.entry.setFocus)
        self.history_button.clicked.connect(self.open_history)
        theme.changed.connect(self._on_theme_changed)
        self._on_theme_changed()

    def _lay_out(self) -> None:
        self._head = RowLayout(self._theme, self._key, (self._title, 1), self._chip)
        body = Panel("surface")
        self._area = _Area(body)
        self._area.room_changed.connect(self._fit)
        self.cards.entered.connect(self._on_cards_entered)
        self._top = ColumnLayout(self._theme, gap=6, margins=(16, 12, 16, 10), parent=body)
        self._top.add(self._head, self._brief, self._question, self.axis, (self.cards, 1))
        self._foot = Panel("window", "top")
        facts = RowLayout(self._theme, self._label, (self._figures, 1), (self._effect, Qt.AlignmentFlag.AlignRight))
        entry = RowLayout(self._theme, (self.entry, 1), (self.set_button, Qt.AlignmentFlag.AlignTop), gap=12)
        record = RowLayout(self._theme, (self._stored, 1), self.history_button)
        foot_column = ColumnLayout(self._theme, gap=4, margins=(16, 8, 16, 10), parent=self._foot)
        foot_column.add(facts, entry, self.reason, self._error, record)
        ColumnLayout(self._theme, (self._area, 1), (self.excerpt, 1), self._foot, gap=0, parent=self)
        self.setFocusProxy(self.entry)

    def show_criterion(self, view: ConsensusView) -> None:
        """Show a criterion; emits nothing."""
        criterion = view.criterion
        if criterion.key != self._key.text():
            self._area.verticalScrollBar().setValue(0)
        self._key.setText(criterion.key)
        self._title.setText(criterion.title)
        self._chip.show_chip(view.chip)
        self._question.setText(criterion.question)
        self._brief.setText(criterion.question)
        self._show_question()
        self.axis.show_strip(view.strip, self._language)
        self.cards.show_rationales(view.rationales, criterion.scale)
        self.entry.show_criterion(criterion, self._language)
        self._keep_tab_order()
        self._figures.setText(view.figures)
        self._effect.setText(view.effect)
        self.reason.show_text(criterion.rationale)
        self.reason.show_locked(locked=criterion.locked)
        self.reason.setPlaceholderText("" if criterion.locked else criterion.duty or self.tr("Begründung (freiwillig)"))
        self.reason.setAccessibleName(self.tr("Begründung des Konsenses zu {key}").format(key=criterion.key))
        self.reason.setAccessibleDescription(criterion.duty)
        self._stored.setText(view.stored)
        self._stored.setVisible(bool(view.stored or view.history))
        self.history = view.history
        self.history_button.setVisible(bool(view.history))
        self.set_button.setEnabled(not criterion.locked)
        self.show_fault("")

    def _keep_tab_order(self) -> None:
        """Let Tab go reasons, scale, own reason, button, whenever one of them is new."""
        stops = [
            *(stop for card in self.cards.cards for stop in card.stops),
            *(self.excerpt.open_button, self.excerpt.close_button, self.excerpt.view),
            *self.entry.stops,
            self.reason,
            self.set_button,
            self.history_button,
        ]
        if stops != self._stops:
            self._stops = stops
            set_tab_order(stops)

    def show_short(self, *, short: bool) -> None:
        """Leave more room to the reasons above where the window is low."""
        self._short = short
        self._fit_reason()

    def _fit_reason(self) -> None:
        em = self._theme.em
        low = self.height() < em(_LEAST)
        self.reason.setMinimumHeight(em(_LINE_REASON if low else _SHORT_REASON))
        self.reason.setMaximumHeight(em(_LINE_REASON if low else _SHORT_REASON if self._short else _REASON))

    def show_whole(self, *, whole: bool) -> None:
        """Let everything above the entry scroll as one, with reasons as high as they ask for."""
        self._whole = whole
        self._fit()

    def _fit(self) -> None:
        """Where height is scarce let the axis be as small as in a row, then the question of one line, and all scroll.

        Follows from the height above the entry, which nothing in it changes.
        """
        em, room = self._theme.em, self._area.height()
        scarce = room < em(_ROOMY)
        if scarce != self._is_scarce:
            self._is_scarce = scarce
            self.axis.show_small(small=scarce)
            if scarce:
                self._head.insertWidget(2, self.axis)
            else:
                self._top.insertWidget(self._top.indexOf(self.cards), self.axis)
        self._show_question()
        scrolls = self._whole or scarce
        most = max(room - em(_EDGE) * 3, em(_TIGHT) // 2) if scrolls else 0
        self.cards.show_room(most, self._area.verticalScrollBar() if scrolls else None)

    def _show_question(self) -> None:
        is_brief = self._area.height() < self._theme.em(_TIGHT)
        self._question.setVisible(bool(self._question.text()) and not is_brief)
        self._brief.setVisible(bool(self._brief.text()) and is_brief)

    def _on_cards_entered(self) -> None:
        self._area.ensureWidgetVisible(self.cards, 0, self._theme.em(_EDGE))

    def open_history(self) -> None:
        """Show what was agreed before, one step after the other."""
        if not self.history:
            return
        theme, inside = self._theme, Panel("raised")
        column = ColumnLayout(theme, gap=2, margins=(4, 0, 8, 0), parent=inside)
        for place, line in enumerate(self.history):
            if place:
                column.addSpacing(theme.em(8))
            column.addWidget(Text(line.change, "strong", wrap=True))
            column.addWidget(Text(line.who, "cap", "text2", wrap=True))
            if line.reason:
                column.addWidget(Text(line.reason, "small", wrap=True))
        column.addStretch(1)
        height = round(100 * (column.totalHeightForWidth(theme.em(_HISTORY_WIDTH - 44)) + theme.em(24)) / theme.em(100))
        anchor = self.history_button if self.history_button.isVisible() else self.reason
        name = self.tr("Verlauf von {key}").format(key=self._key.text())
        open_scrolled(theme, inside, name, anchor, width=_HISTORY_WIDTH, height=min(height, _HISTORY_HEIGHT))

    def show_fault(self, text: str) -> None:
        """Say under the reason why it cannot be set; empty takes it back."""
        self._error.setText(f"▲ {text}" if text else "")
        self._error.setVisible(bool(text))
        wanted = "true" if text else "false"
        if self.reason.property("fault") != wanted:
            self.reason.setProperty("fault", wanted)
            restyle(self.reason)
        if text:
            self.reason.setFocus()

    @property
    def effect(self) -> str:
        """What the chosen value would do."""
        return self._effect.text()

    @property
    def stored(self) -> str:
        """What is on record."""
        return self._stored.text()

    @property
    def fault(self) -> str:
        """Why it cannot be set; empty where it can."""
        return self._error.text()

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        self._fit_reason()
        super().resizeEvent(event)

    @override
    def minimumSizeHint(self) -> QSize:
        return QSize(self._theme.em(360), self._foot.minimumSizeHint().height() + self._theme.em(60))

    def _on_reason_text_typed(self, text: str) -> None:
        self.show_fault("")
        self.reason_typed.emit(text)

    def _on_theme_changed(self) -> None:
        self._fit()
        self._fit_reason()
