"""The score scale: one bar of radio buttons with minimum and hint under it, driven by single keys; never preset.

Real radio buttons in a real group, so that names, roles and the chosen value reach screen readers by themselves.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction
from itertools import pairwise
from typing import override

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetricsF, QKeyEvent, QPainter, QPainterPath, QPaintEvent, QPen, QPolygonF, QResizeEvent
from PySide6.QtWidgets import QButtonGroup, QGroupBox, QSizePolicy, QWidget

from reviewer_app.domain import locale
from reviewer_app.domain.scale import NB, Scale, ScoreKeys, Value
from reviewer_app.ui.kit import painting
from reviewer_app.ui.kit.theme import Theme
from reviewer_app.ui.scoring.score_step import ScoreStep

_BAR, _BELOW, _GAP, _NB, _RING = 36, 20, 8, 46, 2
"""Px at 100 %: heights of the bar and of what stands below it, gap before and width of n. b., the focus ring."""
_MIN_WIDTH = 330


@dataclass(frozen=True, slots=True)
class ScaleMarks:
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
        self._marks = ScaleMarks()
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
        step = ScoreStep(
            self._theme, value, locale.score(value, self._language, self._scale.decimals), self._take_key, self
        )
        step.hover_changed.connect(self.value_hovered)
        step.focus_changed.connect(self.update)
        self._group.addButton(step)
        return step

    # Showing

    def show_names(self, name: str, description: str, words: Mapping[Value, str]) -> None:
        """Say what is scored; `words` are the level words of each value ("Gut", "zwischen Gut und Sehr gut")."""
        if name != self.accessibleName():
            self._keys.forget()
        self.setAccessibleName(name)
        self.setAccessibleDescription(description)
        for value, step in self._steps.items():
            shown = locale.score(value, self._language, self._scale.decimals)
            step.setAccessibleName(f"{shown}, {words[value]}" if words.get(value) else shown)
            step.setToolTip(words.get(value, ""))

    def show_marks(self, marks: ScaleMarks) -> None:
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
        self._place()
        self._offer_focus()
        self.update()
        if had_focus:
            self.setFocus()

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
            self._choose(keys.step(value, 1))
        elif text == "-" or key in {Qt.Key.Key_Left, Qt.Key.Key_Down}:
            self._choose(keys.step(value, -1))
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
        return QSize(self._theme.em(_MIN_WIDTH), self._theme.em(_BAR + _BELOW))

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._place()

    def _bar(self) -> QRectF:
        right = self._theme.em(_NB + _GAP) if NB in self._steps else 0
        return QRectF(_RING, _RING, self.width() - right - 2 * _RING, self._theme.em(_BAR) - 2 * _RING)

    def _place(self) -> None:
        bar = self._bar()
        steps = [step for step in self._steps.values() if step.value is not NB]
        self._share_width(steps, bar)
        self._find_overlaid(steps)
        if NB in self._steps:
            size = self._theme.em(_NB)
            self._steps[NB].setGeometry(self.width() - size, round(bar.top()), size, round(bar.height()))

    def _share_width(self, steps: Sequence[ScoreStep], bar: QRectF) -> None:
        """Give each step its place by its units; one that shows a value grows over its neighbours as its words need."""
        wider = self._theme.em(3)
        unit = bar.width() / sum(step.units for step in steps)
        left = bar.left()
        for step in steps:
            width = unit * step.units
            grow = max(wider, (step.words_width - width) / 2) if step.isChecked() else 0
            start = min(max(left - grow, bar.left()), max(bar.right() - width - 2 * grow, bar.left()))
            end = min(max(left + width + grow, start + width + grow), bar.right())
            step.setGeometry(round(start), round(bar.top()), round(end) - round(start), round(bar.height()))
            left += width

    def _find_overlaid(self, steps: Sequence[ScoreStep]) -> None:
        for step in steps:
            step.overlaid = (0, 0)
        for before, after in pairwise(steps):
            common = max(before.geometry().right() + 1 - after.x(), 0)
            if before.isChecked():
                after.overlaid = (common, 0)
            else:
                before.overlaid = (before.overlaid[0], common)

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
            fill = theme.score_fill(self._scale.band(self._value))
            painter.save()
            painter.setClipPath(outline)
            painter.fillRect(QRectF(bar.left(), bar.top(), edge - bar.left(), bar.height()), fill)
            painter.restore()
        inset = theme.em(8)
        painter.setPen(QPen(theme.color("line"), 1))
        for x in (step.x() + 0.5 for step in list(self._steps.values())[1:] if step.value is not NB):
            painter.drawLine(QPointF(x, bar.top() + inset), QPointF(x, bar.bottom() - inset))
        if self.has_focus:
            painting.draw_focus(painter, theme, bar.adjusted(-_RING, -_RING, _RING, _RING), radius + _RING)
        elif not self._locked:
            painter.setPen(QPen(theme.color("control"), 1))
            painter.drawRoundedRect(bar.adjusted(0.5, 0.5, -0.5, -0.5), radius, radius)
        self._draw_marks(painter, bar.bottom() + theme.em(11))

    def _draw_marks(self, painter: QPainter, middle: float) -> None:
        """Draw what stands around the height `middle` under the bar, on two lines where it would meet on one."""
        theme, marks = self._theme, self._marks
        painter.setFont(theme.font("mark", weight=500))
        least, low, high = (
            self._steps.get(one) if one is not None else None for one in (marks.minimum, marks.low, marks.high)
        )
        words = self.tr("Min {value}").format(value=locale.score(marks.minimum, self._language, self._scale.decimals))
        rings = (low.geometry().center().x(), high.geometry().center().x()) if low and high else None
        apart, taken = 0, None
        if least is not None:
            start = least.x()
            end = start + theme.em(10) + QFontMetricsF(painter.font()).horizontalAdvance(words)
            if rings is not None and rings[0] - theme.em(4) < end and rings[1] + theme.em(4) > start:
                apart = theme.em(3)
            taken = start, self._draw_minimum(painter, start, middle + apart, words)
        if rings is not None:
            self._draw_hint(painter, rings, middle - 2 * apart, taken)

    def _draw_minimum(self, painter: QPainter, left: float, middle: float, words: str) -> float:
        """Draw ▲ at the left edge of the minimum's step; return where its words end."""
        theme, size = self._theme, self._theme.em(8)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.color("err_line"))
        low, high = middle + size * 0.45, middle - size * 0.45
        painter.drawPolygon(QPolygonF([QPointF(left, low), QPointF(left + size, low), QPointF(left + size / 2, high)]))
        return self._write(painter, words, "err", left + size + theme.em(2), middle)

    def _draw_hint(
        self, painter: QPainter, rings: tuple[float, float], middle: float, taken: tuple[float, float] | None
    ) -> None:
        """Draw ○ under the hint's step, or two with a line; without words where those of the minimum stand."""
        theme, (first, last) = self._theme, rings
        reach = theme.em(7) / 2
        painter.setPen(QPen(theme.color("info_line"), 1.8))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawEllipse(QPointF(first, middle), reach, reach)
        if last > first:
            painter.drawLine(QPointF(first + reach, middle), QPointF(last - reach, middle))
            painter.drawEllipse(QPointF(last, middle), reach, reach)
        words = self.tr("Anhaltspunkt")
        start = last + reach + theme.em(3)
        length = QFontMetricsF(painter.font()).horizontalAdvance(words)
        if start + length > self.width():
            start = first - reach - theme.em(3) - length
        gap = theme.em(4)
        if taken is None or start > taken[1] + gap or start + length < taken[0] - gap:
            self._write(painter, words, "info", start, middle)

    def _write(self, painter: QPainter, words: str, token: str, left: float, middle: float) -> float:
        """Write words around a height; return where they end."""
        painter.setPen(self._theme.color(token))
        length, height = QFontMetricsF(painter.font()).horizontalAdvance(words), self._theme.em(_BELOW)
        box = QRectF(left, middle - height / 2, length + 2, height)
        painter.drawText(box, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, words)
        return left + length

    def _on_theme_changed(self) -> None:
        self.setMinimumSize(self.sizeHint())
        self._place()
        self.update()
