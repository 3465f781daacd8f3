"""The score scale: one bar of radio buttons with minimum and hint under it, driven by single keys; never preset.

Real radio buttons in a real group, so that names, roles and the chosen value reach screen readers by themselves.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from fractions import Fraction
from typing import override

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPainterPath, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QButtonGroup, QGroupBox, QSizePolicy, QWidget

from reviewer_app.domain import display
from reviewer_app.domain.catalogue import NB, Scale, Value
from reviewer_app.ui.kit import painting
from reviewer_app.ui.kit.theme import Theme
from reviewer_app.ui.scoring.score_keys import ScoreKeys
from reviewer_app.ui.scoring.score_layout import share_out
from reviewer_app.ui.scoring.score_marks import PlacedMarks, draw_fill, draw_lines, draw_marks
from reviewer_app.ui.scoring.score_step import ScoreStep, step_words

MOST_STEPS = 12
"""Scales with more grades are a number field instead."""

_BAR, _MARKS, _GAP, _NB, _RING = 36, 20, 8, 46, 2
_MIN_WIDTH = 330
_BANDS = 6


@dataclass(frozen=True, slots=True)
class Marks:
    """What stands under the bar: the minimum, and the hint from low to high (equal where it is one value)."""

    minimum: Fraction | None = None
    low: Fraction | None = None
    high: Fraction | None = None


class ScoreScale(QGroupBox):
    """The scale of one criterion.

    `value_chosen` carries a Fraction, NB or None (cleared) that a person chose; `rationale_wanted` is Enter;
    `value_hovered` carries the value under the pointer or None. `tab_stop` is the step that Tab reaches.
    """

    value_chosen = Signal(object)
    value_hovered = Signal(object)
    rationale_wanted = Signal()

    def __init__(self, theme: Theme, scale: Scale, language: str, *, not_assessable: bool = True) -> None:
        """Offer the values of `scale` (at most 12) and n. b. where `not_assessable`."""
        super().__init__()
        self.setFlat(True)
        self._theme = theme
        self._scale = scale
        self._language = language
        self._keys = ScoreKeys(scale)
        self._value: Value | None = None
        self._suggestion: Fraction | None = None
        self._marks = Marks()
        self._locked = False
        self.tab_stop: ScoreStep | None = None
        values: list[Value] = list(scale.values())
        if not_assessable and scale.not_assessable:
            values.append(NB)
        self._group = QButtonGroup(self)
        self._steps = {value: self._make(value) for value in values}
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._group.buttonClicked.connect(self._on_group_clicked)
        theme.changed.connect(self._on_theme_changed)
        self._on_theme_changed()
        self._offer_focus()

    def _make(self, value: Value) -> ScoreStep:
        step = ScoreStep(self._theme, value, self._take_key, self)
        step.show_words(*step_words(value, self._language))
        step.hover_changed.connect(self.value_hovered)
        step.focus_changed.connect(self.update)
        self._group.addButton(step)
        return step

    # Showing

    def show_names(self, name: str, description: str, words: Mapping[Value, str]) -> None:
        """Say what is scored; `words` are the level words of each value ("Gut", "zwischen Gut und Sehr gut")."""
        self.setAccessibleName(name)
        self.setAccessibleDescription(description)
        for value, step in self._steps.items():
            shown = display.score(value, self._language)
            step.setAccessibleName(f"{shown}, {words[value]}" if words.get(value) else shown)
            step.setToolTip(words.get(value, ""))

    def show_marks(self, marks: Marks) -> None:
        """Show minimum and hint under the bar."""
        if marks != self._marks:
            self._marks = marks
            self.update()

    def show_value(self, value: Value | None) -> None:
        """Show a value; None clears all steps. Emits nothing."""
        if value != self._value:
            self._value = value
            self._check()

    def _check(self) -> None:
        """Check the step of the present value and no other."""
        had_focus, value = self.has_focus, self._value
        step = None if value is None else self._steps.get(value)
        self._group.setExclusive(False)
        for other in self._steps.values():
            other.setChecked(other is step)
            other.covered = isinstance(value, Fraction) and isinstance(other.value, Fraction) and other.value < value
        self._group.setExclusive(True)
        self._show_suggestion()
        self._place()
        self._offer_focus()
        if had_focus:
            self.setFocus()

    def show_suggestion(self, value: Fraction | None) -> None:
        """Outline a value that is suggested and not stored, as long as nothing is chosen."""
        if value != self._suggestion:
            self._suggestion = value
            self._show_suggestion()
            self._place()

    def show_locked(self, *, locked: bool) -> None:
        """Make the scale read-only: it keeps its look and takes neither keys nor the pointer."""
        self._locked = locked
        for step in self._steps.values():
            step.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents, locked)

    @property
    def value(self) -> Value | None:
        """The value shown as chosen."""
        return self._value

    @property
    def has_focus(self) -> bool:
        """Whether the focus is inside the scale."""
        return any(step.hasFocus() for step in self._steps.values())

    @property
    def stops(self) -> list[QWidget]:
        """What takes the focus, in order."""
        return list(self._steps.values())

    @property
    def steps(self) -> Mapping[Value, ScoreStep]:
        """The radio buttons by value."""
        return self._steps

    def _show_suggestion(self) -> None:
        for value, step in self._steps.items():
            step.show_suggested(suggested=self._value is None and value == self._suggestion)
        self.update()

    def _offer_focus(self) -> None:
        """Leave one tab stop: the chosen step, else the first."""
        current = self._steps.get(self._value) if self._value is not None else None
        self.tab_stop = current or next(iter(self._steps.values()))
        for step in self._steps.values():
            step.setFocusPolicy(Qt.FocusPolicy.StrongFocus if step is self.tab_stop else Qt.FocusPolicy.ClickFocus)

    @override
    def setFocus(self, reason: Qt.FocusReason = Qt.FocusReason.OtherFocusReason) -> None:
        """Put the focus on the chosen step, else on the first."""
        if self.tab_stop is not None:
            self.tab_stop.setFocus(reason)

    # Choosing

    def _take_key(self, event: QKeyEvent) -> bool:
        """Act on a key; False leaves it to others."""
        plain = event.modifiers() & ~(Qt.KeyboardModifier.KeypadModifier | Qt.KeyboardModifier.ShiftModifier)
        if plain != Qt.KeyboardModifier.NoModifier:
            return False
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self.rationale_wanted.emit()
            return True
        if event.key() in {Qt.Key.Key_Tab, Qt.Key.Key_Backtab, Qt.Key.Key_Escape}:
            return False
        if self._locked:
            return True
        return self._take_value_key(event.key(), event.text())

    def _take_value_key(self, key: int, text: str) -> bool:
        keys, value = self._keys, self._value
        if text and text in "0123456789":
            self._choose(keys.digit(text))
        elif text and text in ",.":
            self._choose(keys.comma(value))
        elif text == "+" or key in {Qt.Key.Key_Right, Qt.Key.Key_Up}:
            self._choose(keys.step(self._suggestion if value is None else value, 1))
        elif text == "-" or key in {Qt.Key.Key_Left, Qt.Key.Key_Down}:
            self._choose(keys.step(self._suggestion if value is None else value, -1))
        elif text in {"n", "N"} and NB in self._steps:
            self._choose(NB)
        elif key in {Qt.Key.Key_Delete, Qt.Key.Key_Backspace}:
            self.show_value(None)
            self.value_chosen.emit(None)
        else:
            return key == Qt.Key.Key_Space  # the first step has the focus while empty; a slip must not become a 0
        return True

    def _choose(self, value: Value | None) -> None:
        if value is not None and value in self._steps:
            self.show_value(value)
            self.value_chosen.emit(value)

    def _on_group_clicked(self, step: ScoreStep) -> None:
        if not self._locked:
            self._value = step.value
            self.value_chosen.emit(step.value)
        self._check()
        self.setFocus()

    # Layout and painting

    @override
    def sizeHint(self) -> QSize:
        return QSize(self._theme.em(_MIN_WIDTH), self._theme.em(_BAR + _MARKS))

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._place()

    def _bar(self) -> QRectF:
        right = self._theme.em(_NB + _GAP) if NB in self._steps else 0
        return QRectF(_RING, _RING, self.width() - right - 2 * _RING, self._theme.em(_BAR) - 2 * _RING)

    def _place(self) -> None:
        bar = self._bar()
        share_out([step for step in self._steps.values() if step.value is not NB], bar, self._theme.em(3))
        if NB in self._steps:
            size = self._theme.em(_NB)
            self._steps[NB].setGeometry(self.width() - size, round(bar.top()), size, round(bar.height()))

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        theme, painter, bar = self._theme, QPainter(self), self._bar()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        radius = theme.radius("control")
        outline = QPainterPath()
        outline.addRoundedRect(bar, radius, radius)
        painter.fillPath(outline, theme.color("surface"))
        if isinstance(self._value, Fraction):
            edge = self._steps[self._value].geometry().center().x()
            fill = theme.score_fill(self._scale.band(self._value, _BANDS))
            draw_fill(painter, fill, outline, QRectF(bar.left(), bar.top(), edge - bar.left(), bar.height()))
        edges = [step.x() + 0.5 for step in list(self._steps.values())[1:] if step.value is not NB]
        draw_lines(painter, theme, edges, bar)
        if self.has_focus:
            painting.draw_focus(painter, theme, bar.adjusted(-_RING, -_RING, _RING, _RING), radius + _RING)
        elif not self._locked:
            painter.setPen(QPen(theme.color("control"), 1))
            painter.drawRoundedRect(bar.adjusted(0.5, 0.5, -0.5, -0.5), radius, radius)
        middle = bar.bottom() + theme.em(11)
        draw_marks(painter, theme, self._placed_marks(), middle, self.width())

    def _placed_marks(self) -> PlacedMarks:
        """Return where minimum and hint lie under the bar, in px."""
        marks = self._marks
        low, high = (self._steps.get(one) if one is not None else None for one in (marks.low, marks.high))
        least = self._steps.get(marks.minimum) if marks.minimum is not None else None
        shown = display.score(marks.minimum, self._language)
        return PlacedMarks(
            minimum=float(least.x()) if least is not None else None,
            minimum_words=self.tr("Min {value}").format(value=shown),
            low=float(low.geometry().center().x()) if low is not None else None,
            high=float(high.geometry().center().x()) if high is not None else None,
            hint_words=self.tr("Anhaltspunkt"),
        )

    def _on_theme_changed(self) -> None:
        self.setMinimumSize(self.sizeHint())
        self._place()
        self.update()
