"""The choice of what an annotation means: five segments, each with the shape that its tag in the margin has."""

from typing import override

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent

from reviewer_app.domain.annotation import Kind
from reviewer_app.ui.kit import painting
from reviewer_app.ui.kit.segment_switch import Segment, SegmentSwitch
from reviewer_app.ui.kit.theme import Theme
from reviewer_app.ui.pdf.mark_tags import draw_kind

_GLYPH = 9
_GAP = 5
_PADDING = 8


class KindSegment(Segment):
    """One kind with its shape."""

    @override
    def sizeHint(self) -> QSize:
        theme = self._theme
        words = theme.metrics("small").horizontalAdvance(self.text()) * 11 // 10
        return QSize(words + theme.em(_GLYPH + _GAP + 2 * _PADDING), theme.height("segment"))

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        theme, painter, box = self._theme, QPainter(self), QRectF(self.rect())
        radius = theme.radius("control")
        if self.isChecked():
            painting.draw_ground(painter, theme, box, "surface", radius, "" if self.hasFocus() else "control")
        elif self.underMouse() and self.isEnabled():
            painting.draw_ground(painter, theme, box, "hover", radius)
        if self.hasFocus():
            painting.draw_focus(painter, theme, box, radius)
        ink = theme.color("text" if self.isChecked() else "text2" if self.isEnabled() else "disabled")
        side = theme.em(_GLYPH)
        glyph = QRectF(theme.em(_PADDING), box.center().y() - side / 2, side, side)
        draw_kind(painter, theme, Kind(self.key), ink, glyph)
        painter.setFont(theme.font("small", weight=600 if self.isChecked() else 400))
        painter.setPen(ink)
        room = box.adjusted(glyph.right() + theme.em(_GAP), 0, 0, 0)
        painter.drawText(room, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, self.text())


def kind_switch(theme: Theme, name: str) -> SegmentSwitch:
    """Return a switch over the five kinds; `name` says what is chosen."""
    return SegmentSwitch(theme, tuple(kind.value for kind in Kind), name, KindSegment)
