"""Where a value is entered, whatever the scale: buttons up to twelve grades, a number field beyond."""

from typing import override

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFocusEvent
from PySide6.QtWidgets import QWidget

from reviewer_app.domain.scale import Scale
from reviewer_app.ui.kit.layout import ColumnLayout
from reviewer_app.ui.kit.theme import Theme
from reviewer_app.ui.scoring.number_scale import NumberScale
from reviewer_app.ui.scoring.score_scale import ScoreScale
from reviewer_app.ui.scoring.words import CriterionView

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
        self._column = ColumnLayout(theme, parent=self)

    def show_scale(self, scale: Scale, language: str) -> ScoreScale | NumberScale:
        """Offer the values of a scale; return the control for it."""
        if self.control is not None and (scale, language) == (self._scale, self._language):
            return self.control
        self._scale, self._language = scale, language
        if self.control is not None:
            self._column.removeWidget(self.control)
            self.control.deleteLater()
        kind = ScoreScale if scale.grades <= _MOST_GRADES else NumberScale
        control = self.control = kind(self._theme, scale, language, not_assessable=self._not_assessable)
        self._column.addWidget(control)
        control.value_chosen.connect(self.value_chosen)
        control.value_hovered.connect(self.value_hovered)
        control.rationale_wanted.connect(self.rationale_wanted)
        return control

    def show_criterion(self, view: CriterionView, language: str) -> None:
        """Show scale, words, marks and value of a criterion; emits nothing."""
        control = self.show_scale(view.scale, language)
        control.show_names(view.name, view.description, view.words)
        control.show_marks(view.marks)
        control.show_value(view.value)
        control.show_locked(locked=view.locked)

    def finish(self) -> None:
        """Take what was typed into a number field before something else is shown; buttons take every key at once."""
        if isinstance(self.control, NumberScale):
            self.control.finish()

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
