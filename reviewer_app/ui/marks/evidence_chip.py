"""A passage that a score rests on, as a button: where it stands and its words; Enter goes there, Del unlinks it."""

from typing import override

from PySide6.QtCore import QEvent, QPoint, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QEnterEvent, QFocusEvent, QKeyEvent, QKeySequence, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QSizePolicy

from reviewer_app.domain.annotation import Kind
from reviewer_app.ui.kit import painting
from reviewer_app.ui.kit.theme import Theme
from reviewer_app.ui.pdf.mark_tags import draw_kind

_HEIGHT = 30
_BAR = 3
_PADDING = 10
_GLYPH, _GAP = 9, 5


class EvidenceChip(QAbstractButton):
    """All signals carry the annotation's id: go there, take it from the criterion, copy it with its source.

    Only `entered` carries nothing: the focus comes other than by the mouse, under which nothing may move.
    """

    entered = Signal()
    passage_chosen = Signal(str)
    unlink_wanted = Signal(str)
    copy_wanted = Signal(str)

    def __init__(self, theme: Theme) -> None:
        """Start without a passage."""
        super().__init__()
        self._theme = theme
        self.annotation = ""
        self._place = ""
        self._quote = ""
        self.is_quoted = True
        self.kind = Kind.EVIDENCE
        self._may_unlink = False
        self._pressed_unlink = False
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.clicked.connect(self._on_clicked)
        theme.changed.connect(self.updateGeometry)

    def show_passage(self, annotation: str, place: str, quote: str, *, spoken: str, may_unlink: bool) -> None:
        """Show where ("A07 S. 3") and what; `spoken` names the place for a screen reader."""
        self.annotation = annotation
        quote = " ".join(quote.split())
        self._place, self._quote, self._may_unlink = place, quote, may_unlink
        self.setText(f"{place} {quote}")
        self.setToolTip(quote)
        self.setAccessibleName(self.tr("Fundstelle {place}, {quote}").format(place=spoken, quote=quote))
        hint = self.tr("Eingabe springt dorthin, Entf löst sie vom Kriterium.") if may_unlink else ""
        self.setAccessibleDescription(hint)
        self.update()

    @property
    def may_unlink(self) -> bool:
        """Whether it may be taken from the criterion."""
        return self._may_unlink

    @override
    def sizeHint(self) -> QSize:
        return QSize(self._theme.em(200), self._theme.em(_HEIGHT))

    @override
    def minimumSizeHint(self) -> QSize:
        return QSize(self._theme.em(80), self._theme.em(_HEIGHT))

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        theme, painter = self._theme, QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        active = self.underMouse() or self.hasFocus()
        box = QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5)
        radius = theme.radius("control")
        painter.setPen(theme.color("line"))
        painter.setBrush(theme.color("hover" if self.underMouse() else "surface"))
        painter.drawRoundedRect(box, radius, radius)
        bar = QRectF(theme.em(6), theme.em(6), theme.em(_BAR), self.height() - 2 * theme.em(6))
        painter.fillRect(bar, theme.color("mark_on_chip"))
        left = bar.right() + theme.em(6)
        if self.kind is not Kind.EVIDENCE:
            side = theme.em(_GLYPH)
            draw_kind(
                painter, theme, self.kind, theme.color("text"), QRectF(left, (self.height() - side) / 2, side, side)
            )
            left += side + theme.em(_GAP)
        room = self._words_box()
        painter.setFont(theme.font("small", weight=600))
        painter.setPen(theme.color("link"))
        middle = Qt.AlignmentFlag.AlignVCenter
        painter.drawText(QRectF(left, 0, room.right() - left, self.height()), middle, self._place)
        left += painter.fontMetrics().horizontalAdvance(self._place) + theme.em(_PADDING)
        painter.setFont(theme.font("small"))
        painter.setPen(theme.color("text"))
        quote = f"„{self._quote}“" if self._quote and self.is_quoted else self._quote
        words = painting.elided(painter.fontMetrics(), quote, round(room.right() - left))
        painter.drawText(QRectF(left, 0, room.right() - left, self.height()), middle, words)
        if active and self._may_unlink:
            painter.setPen(theme.color("link"))
            painter.drawText(self._unlink_box(), Qt.AlignmentFlag.AlignCenter, self._unlink_words())
        if self.hasFocus():
            painting.draw_focus(painter, theme, self.rect(), radius)

    def _on_clicked(self) -> None:
        self.passage_chosen.emit(self.annotation)

    def _unlink_words(self) -> str:
        return self.tr("Lösen")

    def _unlink_box(self) -> QRectF:
        wide = self._theme.metrics("small").horizontalAdvance(self._unlink_words()) + 2 * self._theme.em(_PADDING)
        return QRectF(self.width() - wide, 0, wide, self.height())

    def _words_box(self) -> QRectF:
        active = (self.underMouse() or self.hasFocus()) and self._may_unlink
        right = self._unlink_box().left() if active else self.width() - self._theme.em(_PADDING)
        return QRectF(0, 0, right, self.height())

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.click()
        elif event.key() == Qt.Key.Key_Delete and self._may_unlink:
            self.unlink_wanted.emit(self.annotation)
        elif event.matches(QKeySequence.StandardKey.Copy):
            self.copy_wanted.emit(self.annotation)
        else:
            super().keyPressEvent(event)

    @override
    def hitButton(self, pos: QPoint) -> bool:
        return super().hitButton(pos) and not (self._may_unlink and self._unlink_box().contains(pos))

    @override
    def mousePressEvent(self, event: QMouseEvent) -> None:
        self._pressed_unlink = self._may_unlink and self._unlink_box().contains(event.position())
        super().mousePressEvent(event)

    @override
    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        super().mouseReleaseEvent(event)
        if self._pressed_unlink and self._unlink_box().contains(event.position()):
            self.unlink_wanted.emit(self.annotation)

    @override
    def enterEvent(self, event: QEnterEvent) -> None:
        super().enterEvent(event)
        self.update()

    @override
    def leaveEvent(self, event: QEvent) -> None:
        super().leaveEvent(event)
        self.update()

    @override
    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.update()
        if event.reason() is not Qt.FocusReason.MouseFocusReason:
            self.entered.emit()

    @override
    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.update()
