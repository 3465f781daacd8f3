"""The buttons of the window: outlined, primary, flat and link, with icon and key.

Own painting, because a stylesheet cannot draw the focus ring outside a filled button nor a key at its right.
"""

from enum import StrEnum
from typing import override

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter
from PySide6.QtWidgets import QPushButton, QWidget

from reviewer_app.ui.kit import icons, painting
from reviewer_app.ui.kit.painted import PaintedButton
from reviewer_app.ui.kit.theme import Theme


class ButtonKind(StrEnum):
    """How a button looks: outlined, filled (at most one in sight), without outline, or as a link."""

    OUTLINED = "outlined"
    PRIMARY = "primary"
    FLAT = "flat"
    LINK = "link"


class Button(PaintedButton, QPushButton):
    """A button of one kind; `icon_name` names a file of the icon family, `key` is shown at the right in `text3`."""

    def __init__(
        self, theme: Theme, text: str = "", kind: ButtonKind = ButtonKind.OUTLINED, icon_name: str = "", key: str = ""
    ) -> None:
        """Show `text`, which is also its accessible name; an icon without text needs `setAccessibleName`."""
        super().__init__(theme, text)
        self.kind = kind
        self.icon_name = icon_name
        self.key = key
        self.icon_right = False
        self.setAutoDefault(False)
        if kind is ButtonKind.LINK:
            self.setCursor(Qt.CursorShape.PointingHandCursor)

    def show_kind(self, kind: ButtonKind) -> None:
        """Change the kind."""
        if kind is not self.kind:
            self.kind = kind
            self.updateGeometry()
            self.update()

    @override
    def sizeHint(self) -> QSize:
        theme = self.theme
        width = 2 * self._padding()
        words = self._metrics().horizontalAdvance(self._words()) if self.text() else 0
        width += words
        if self.icon_name:
            width += theme.em(16) + (theme.space("control_small") if self.text() else 0)
        if self.key:
            width += theme.em(10) + QFontMetrics(theme.font("small")).horizontalAdvance(self.key)
        return QSize(max(width, theme.height("button")), theme.height("button"))

    @override
    def paint(self, painter: QPainter, box: QRectF) -> None:
        focused = self.hasFocus()
        radius = self.theme.radius("control")
        ground, outline = self._ground()
        filled = self.kind is ButtonKind.PRIMARY and self.isEnabled()
        inner = box.adjusted(3, 3, -3, -3) if focused and filled else box
        if ground or (outline and not focused):
            painting.draw_ground(painter, self.theme, inner, ground, radius, "" if focused else outline)

    @override
    def paint_over_ring(self, painter: QPainter, box: QRectF) -> None:
        theme, ink = self.theme, self._ink()
        padding = self._padding()
        left, right = box.left() + padding, box.right() - padding
        side = theme.em(16)
        if not self.text() and self.icon_name:
            icons.draw(
                painter,
                self.icon_name,
                ink,
                QRectF(box.center().x() - side / 2, box.center().y() - side / 2, side, side),
            )
            return
        if self.icon_name:
            at = right - side if self.icon_right else left
            icons.draw(painter, self.icon_name, ink, QRectF(at, round(box.center().y() - side / 2), side, side))
            gap = side + theme.space("control_small")
            left, right = (left, right - gap) if self.icon_right else (left + gap, right)
        if self.key:
            painter.setFont(theme.font("small"))
            painter.setPen(ink if self.kind is ButtonKind.PRIMARY else theme.color("text3"))
            painter.drawText(QRectF(left, 0, right - left, box.height()), painting.RIGHT, self.key)
        painter.setFont(self._font())
        painter.setPen(ink)
        centred = not self.icon_name and not self.key and self.kind is not ButtonKind.LINK
        across = Qt.AlignmentFlag.AlignHCenter if centred else Qt.AlignmentFlag.AlignLeft
        painter.drawText(
            QRectF(left, 0, right - left, box.height()), Qt.AlignmentFlag.AlignVCenter | across, self._words()
        )

    def _ground(self) -> tuple[str, str]:
        if not self.isEnabled():
            return ("window", "line") if self.kind in {ButtonKind.OUTLINED, ButtonKind.PRIMARY} else ("", "")
        if self.kind is ButtonKind.PRIMARY:
            return ("accent_press" if self.isDown() else "accent_hover" if self.underMouse() else "accent"), ""
        rest = "surface" if self.kind is ButtonKind.OUTLINED else ""
        ground = (
            "quiet" if self.isDown() else "hover" if self.underMouse() and self.kind is not ButtonKind.LINK else rest
        )
        return ground, "control" if self.kind is ButtonKind.OUTLINED else ""

    def _ink(self) -> QColor:
        if not self.isEnabled():
            return self.theme.color("disabled")
        token = {ButtonKind.PRIMARY: "on_accent", ButtonKind.LINK: "link", ButtonKind.FLAT: "text2"}.get(
            self.kind, "text"
        )
        return self.theme.color(token)

    def _font_role(self) -> str:
        return "strong" if self.kind is ButtonKind.PRIMARY else "body"

    def _font(self) -> QFont:
        font = self.theme.font(self._font_role())
        font.setUnderline(self.kind is ButtonKind.LINK and (self.hasFocus() or self.underMouse()))
        return font

    def _metrics(self) -> QFontMetrics:
        return QFontMetrics(self.theme.font(self._font_role()))

    def _words(self) -> str:
        return self.text().replace("&&", "\0").replace("&", "").replace("\0", "&")

    def _padding(self) -> int:
        return self.theme.em({ButtonKind.LINK: 5, ButtonKind.FLAT: 8}.get(self.kind, 13))


class IconButton(Button):
    """A square button that shows only an icon; its name is its tooltip and what a screen reader says."""

    def __init__(self, theme: Theme, icon_name: str, name: str, parent: QWidget | None = None) -> None:
        """Show `icon_name`; `name` must not be empty."""
        super().__init__(theme, "", ButtonKind.FLAT, icon_name)
        self.setParent(parent)
        self.setAccessibleName(name)
        self.setToolTip(name)


class StepButton(IconButton):
    """A button that leads back or on, or makes smaller or larger: `stepped` carries its step, -1 or +1."""

    stepped = Signal(int)

    def __init__(self, theme: Theme, icon_name: str, name: str, step: int, parent: QWidget | None = None) -> None:
        """Show `icon_name`; `name` must not be empty."""
        super().__init__(theme, icon_name, name, parent)
        self._step = step
        self.clicked.connect(self._on_clicked)

    def _on_clicked(self) -> None:
        self.stepped.emit(self._step)
