"""A scale with more than twelve grades: a number field whose arrows go by its step, exact, with n. b. beside it."""

from collections.abc import Mapping
from fractions import Fraction
from typing import override

from PySide6.QtCore import QEvent, QObject, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QResizeEvent, QValidator
from PySide6.QtWidgets import QAbstractSpinBox, QWidget

from reviewer_app.domain import locale
from reviewer_app.domain.scale import NB, Scale, Value, decimals_of
from reviewer_app.ui.kit import icons, painting
from reviewer_app.ui.kit.accessibility import announce
from reviewer_app.ui.kit.choices import CheckBox
from reviewer_app.ui.kit.layout import RowLayout
from reviewer_app.ui.kit.text import Text
from reviewer_app.ui.kit.theme import Theme
from reviewer_app.ui.scoring.score_scale import ScaleMarks


class NumberField(QAbstractSpinBox):
    """Holds a value of a scale or nothing; `value_entered` carries it when a person has entered another one.

    `refused` carries what was typed and is not on the scale, `nb_wanted` follows the letter N.
    """

    value_entered = Signal(object)
    refused = Signal(str)
    nb_wanted = Signal()
    rationale_wanted = Signal()

    def __init__(self, theme: Theme, scale: Scale, language: str) -> None:
        super().__init__()
        self._theme = theme
        self._scale = scale
        self._language = language
        self._value: Fraction | None = None
        self.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.setFrame(False)
        self.setButtonSymbols(QAbstractSpinBox.ButtonSymbols.NoButtons)  # painted here: minus at the left, plus right
        self.lineEdit().setProperty("plain", "true")
        self.lineEdit().setProperty("role", "title")
        self.lineEdit().installEventFilter(self)
        self.editingFinished.connect(self._on_editing_finished)

    def show_value(self, value: Fraction | None) -> None:
        """Show a value; what is being typed over the same value stays."""
        if value != self._value or not (self.hasFocus() and self.lineEdit().isModified()):
            self._write(value)

    def _write(self, value: Fraction | None) -> None:
        self._value = value
        self.lineEdit().setText("" if value is None else self.shown(value))

    def shown(self, value: Fraction) -> str:
        """Return a value with as many decimals as it needs."""
        return locale.number(value, decimals_of(value), self._language)

    @override
    def stepBy(self, steps: int) -> None:
        self._enter(self._scale.moved(self._value, steps))

    @override
    def stepEnabled(self) -> QAbstractSpinBox.StepEnabledFlag:
        if self.isReadOnly():
            return QAbstractSpinBox.StepEnabledFlag.StepNone
        return QAbstractSpinBox.StepEnabledFlag.StepUpEnabled | QAbstractSpinBox.StepEnabledFlag.StepDownEnabled

    @override
    def validate(self, input: str, pos: int) -> tuple[QValidator.State, str, int]:
        fits = not input.strip() or self._scale.read(input) is not None
        state = QValidator.State
        return (state.Acceptable if fits else state.Intermediate), input, pos

    @override
    def fixup(self, input: str) -> str:
        return "" if self._value is None else self.shown(self._value)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_N and not event.modifiers() & ~Qt.KeyboardModifier.ShiftModifier:
            self.nb_wanted.emit()
            return
        enters = event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter} and not event.modifiers()
        fits = self.hasAcceptableInput()
        super().keyPressEvent(event)
        if enters and fits:
            self.rationale_wanted.emit()

    @override
    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.selectAll()

    @override
    def sizeHint(self) -> QSize:
        return QSize(self._theme.em(132), self._theme.em(36))

    @override
    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._place_edit()

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Keep the field between minus and plus, wherever Qt lays it when font or style change."""
        if event.type() in {QEvent.Type.Resize, QEvent.Type.Move}:
            self._place_edit()
        return super().eventFilter(watched, event)

    def _place_edit(self) -> None:
        side = self._side
        wanted = self.rect().adjusted(side, 2, -side, -2)
        if self.lineEdit().geometry() != wanted:
            self.lineEdit().setGeometry(wanted)

    @property
    def _side(self) -> int:
        """Width of minus and plus in px."""
        return self._theme.em(34)

    def _step_at(self, event: QMouseEvent) -> int:
        """Return the step under the pointer: down at the left, up at the right."""
        x = event.position().x()
        return -1 if x < self._side else 1 if x >= self.width() - self._side else 0

    @override
    def mousePressEvent(self, event: QMouseEvent) -> None:
        step = self._step_at(event)
        if event.button() != Qt.MouseButton.LeftButton or not step or self.isReadOnly():
            super().mousePressEvent(event)
            return
        self.setFocus(Qt.FocusReason.MouseFocusReason)
        self.finish()
        self.stepBy(step)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        theme, painter, box = self._theme, QPainter(self), QRectF(self.rect())
        radius, focused, locked = theme.radius("control"), self.hasFocus(), self.isReadOnly()
        if not locked:
            painting.draw_ground(painter, theme, box, "surface", radius, "" if focused else "control")
            spot, side = theme.em(16), self._side
            for name, left in (("minus", 0), ("plus", self.width() - side)):
                sign = QRectF(left + (side - spot) / 2, round((self.height() - spot) / 2), spot, spot)
                icons.draw(painter, name, theme.color("text2"), sign)
            painter.setPen(theme.color("line"))
            for x in (side, self.width() - side):
                painter.drawLine(x, theme.em(7), x, self.height() - theme.em(7))
        if focused:
            painting.draw_focus(painter, theme, box, radius)

    def _enter(self, value: Fraction | None) -> None:
        before = self._value
        self._write(value)
        if value != before:
            self.value_entered.emit(value)

    def _on_editing_finished(self) -> None:
        self.finish()

    def finish(self) -> None:
        """Take what was typed where it is on the scale, else show again what holds."""
        text = self.text().strip()
        value = self._scale.read(text)
        if value is not None or not text:
            self._enter(value)
        else:
            self._write(self._value)
            self.refused.emit(text)


class NumberScale(QWidget):
    """The same signals and fillers as ScoreScale, for scales that need a number field."""

    value_chosen = Signal(object)
    value_hovered = Signal(object)
    rationale_wanted = Signal()

    def __init__(self, theme: Theme, scale: Scale, language: str, *, not_assessable: bool = True) -> None:
        """Offer the values of `scale`, and n. b. where `not_assessable`."""
        super().__init__()
        self._theme = theme
        self._scale = scale
        self._language = language
        self._value: Value | None = None
        self._said = ""
        self._field = NumberField(theme, scale, language)
        self._bounds = Text("", "cap", "text2", wrap=True)
        self._box = CheckBox(theme, locale.score(NB, language))
        RowLayout(theme, self._field, self._box, (self._bounds, 1), gap=10, parent=self)
        self._box.setVisible(not_assessable and scale.not_assessable)  # not before: it would be a window of its own
        self._field.value_entered.connect(self._on_field_value_entered)
        self._field.refused.connect(self._on_field_refused)
        self._field.nb_wanted.connect(self._on_field_nb_wanted)
        self._field.rationale_wanted.connect(self.rationale_wanted)
        self._box.clicked.connect(self._on_box_clicked)
        theme.changed.connect(self._on_theme_changed)
        self._on_theme_changed()
        self.show_marks(ScaleMarks())

    def show_names(self, name: str, description: str, words: Mapping[Value, str]) -> None:  # noqa: ARG002 # reason: as ScoreScale
        """Say what is scored."""
        self._field.setAccessibleName(name)
        self._field.setAccessibleDescription(description)

    def show_marks(self, marks: ScaleMarks) -> None:
        """Show bounds, minimum and hint in words."""
        low, high = (self._shown(one) for one in (self._scale.minimum, self._scale.maximum))
        parts = [f"{low} – {high}"]
        if marks.minimum is not None:
            parts.append(self.tr("Min {value}").format(value=self._shown(marks.minimum)))
        if marks.low is not None and marks.high is not None:
            ends = dict.fromkeys(self._shown(one) for one in (marks.low, marks.high))
            parts.append(self.tr("Anhaltspunkt {value}").format(value=" – ".join(ends)))
        self._said = " · ".join(parts)
        self._show_bounds()

    def show_value(self, value: Value | None) -> None:
        """Show a value; emits nothing."""
        self._value = value
        self._box.setChecked(value is NB)
        self._field.show_value(value if isinstance(value, Fraction) else None)

    def finish(self) -> None:
        """Take what was typed and not finished by Enter or by leaving the field."""
        self._field.finish()

    def show_locked(self, *, locked: bool) -> None:
        """Make it read-only."""
        self._field.setReadOnly(locked)
        self._box.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents, locked)
        self._box.setFocusPolicy(Qt.FocusPolicy.NoFocus if locked else Qt.FocusPolicy.StrongFocus)

    @override
    def setFocus(self, reason: Qt.FocusReason = Qt.FocusReason.OtherFocusReason) -> None:
        """Put the focus into the field."""
        self._field.setFocus(reason)

    @property
    def value(self) -> Value | None:
        """The value shown."""
        return self._value

    @property
    def stops(self) -> list[QWidget]:
        """What takes the focus, in order."""
        return [self._field, self._box]

    @property
    def has_focus(self) -> bool:
        """Whether the focus is inside."""
        return self._field.hasFocus() or self._box.hasFocus()

    def _shown(self, value: Fraction) -> str:
        return locale.score(value, self._language, self._scale.decimals)

    def _show_bounds(self) -> None:
        self._bounds.setText(self._said)
        self._bounds.show_tone("text2")

    def _on_field_refused(self, text: str) -> None:
        scale = self._scale
        low, high = (self._shown(one) for one in (scale.minimum, scale.maximum))
        words = self.tr("{text} liegt nicht auf der Skala: {low} – {high}, Schritt {step}")
        said = words.format(text=text, low=low, high=high, step=self._field.shown(scale.step))
        self._bounds.setText(f"▲ {said}")
        self._bounds.show_tone("err")
        announce(self, said)

    def _on_field_nb_wanted(self) -> None:
        if self._box.isVisibleTo(self) and not self._field.isReadOnly():
            self._box.setChecked(True)
            self._on_box_clicked()

    def _on_field_value_entered(self, value: Fraction | None) -> None:
        self._show_bounds()
        self._value = value
        self._box.setChecked(False)
        self.value_chosen.emit(value)

    def _on_box_clicked(self) -> None:
        self._show_bounds()
        self._value = NB if self._box.isChecked() else None
        self._field.show_value(None)
        self.value_chosen.emit(self._value)

    def _on_theme_changed(self) -> None:
        self._field.updateGeometry()
