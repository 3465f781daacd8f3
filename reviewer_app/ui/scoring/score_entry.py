"""Where a value is entered, whatever the scale: buttons up to twelve grades, a number field beyond."""

from collections.abc import Mapping
from fractions import Fraction
from typing import override

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFocusEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from reviewer_app.domain.scale import Scale, Value
from reviewer_app.ui.kit.theme import Theme
from reviewer_app.ui.scoring.number_scale import NumberScale
from reviewer_app.ui.scoring.score_scale import ScaleMarks, ScoreScale

_MOST_GRADES = 12
"""Scales with more are a number field instead."""


class ScoreEntry(QWidget):
    """Passes signals and fillers of the control that fits the scale; see ScoreScale.

    It hands the focus on by itself: where a focus proxy is made later than its neighbours, Tab leaps to it.
    """

    value_chosen = Signal(object)
    value_hovered = Signal(object)
    rationale_wanted = Signal()

    def __init__(self, theme: Theme, *, not_assessable: bool = True) -> None:
        """Start without a scale; `not_assessable` offers n. b. where the scale has it."""
        super().__init__()
        self._theme = theme
        self._not_assessable = not_assessable
        self._scale: Scale | None = None
        self._language = ""
        self.control: ScoreScale | NumberScale | None = None
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)

    def show_scale(self, scale: Scale, language: str) -> None:
        """Offer the values of a scale."""
        if (scale, language) == (self._scale, self._language):
            return
        self._scale, self._language = scale, language
        if self.control is not None:
            self._column.removeWidget(self.control)
            self.control.deleteLater()
        kind = ScoreScale if scale.grades <= _MOST_GRADES else NumberScale
        self.control = kind(self._theme, scale, language, not_assessable=self._not_assessable)
        self._column.addWidget(self.control)
        self.control.value_chosen.connect(self.value_chosen)
        self.control.value_hovered.connect(self.value_hovered)
        self.control.rationale_wanted.connect(self.rationale_wanted)

    def show_names(self, name: str, description: str, words: Mapping[Value, str]) -> None:
        """Say what is scored and in which words."""
        if self.control is not None:
            self.control.show_names(name, description, words)

    def show_answer(self, value: Value | None, marks: ScaleMarks, suggestion: Fraction | None = None) -> None:
        """Show a value with its marks; emits nothing."""
        if self.control is not None:
            self.control.show_marks(marks)
            self.control.show_value(value)
            self.control.show_suggestion(suggestion)

    def finish(self) -> None:
        """Take what was typed into a number field before something else is shown; buttons take every key at once."""
        if isinstance(self.control, NumberScale):
            self.control.finish()

    def show_locked(self, *, locked: bool) -> None:
        """Make it read-only."""
        if self.control is not None:
            self.control.show_locked(locked=locked)

    @override
    def setFocus(self, reason: Qt.FocusReason = Qt.FocusReason.OtherFocusReason) -> None:
        """Put the focus where a value is entered."""
        if self.control is not None:
            self.control.setFocus(reason)

    @override
    def focusInEvent(self, event: QFocusEvent) -> None:
        self.setFocus(event.reason())

    @property
    def stops(self) -> list[QWidget]:
        """What takes the focus here, in order."""
        return self.control.stops if self.control is not None else []

    @property
    def has_focus(self) -> bool:
        """Whether the focus is inside."""
        return self.control is not None and self.control.has_focus
