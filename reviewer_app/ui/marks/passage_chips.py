"""The passages that a score rests on, as buttons one below the other, all of them or a few in sight.

A chip says where a passage stands and its words; Enter goes there, Del unlinks it.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import override

from PySide6.QtCore import QPoint, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QFocusEvent, QKeyEvent, QKeySequence, QMouseEvent, QPainter
from PySide6.QtWidgets import QAbstractButton, QMenu, QSizePolicy, QWidget

from reviewer_app.domain.annotations.annotation import Kind
from reviewer_app.ui.kit import painting
from reviewer_app.ui.kit.layout import ColumnLayout
from reviewer_app.ui.kit.painted import PaintedButton
from reviewer_app.ui.kit.scroll_column import VerticalScrollArea
from reviewer_app.ui.kit.theme import Theme
from reviewer_app.ui.marks.mark_tags import draw_kind

_HEIGHT = 30
_BAR = 3
_PADDING = 10
_GLYPH, _GLYPH_GAP = 9, 5
_CHIP_GAP = 4


@dataclass(frozen=True, slots=True)
class PassageView:
    """One passage: the annotation's id, its place in short and spoken, and its words, quoted or about it.

    `kind` is drawn as its shape where it is none of evidence and `place` does not say it in words.
    """

    id: str
    place: str
    spoken: str
    quote: str
    may_unlink: bool = True
    is_quoted: bool = True
    kind: Kind = Kind.EVIDENCE


class PassageChip(PaintedButton, QAbstractButton):
    """All signals carry the annotation's id: go there, take it from the criterion, copy it with its source.

    Only `entered` carries nothing: the focus comes other than by the mouse, under which nothing may move.
    """

    across = QSizePolicy.Policy.Expanding

    entered = Signal()
    passage_chosen = Signal(str)
    unlink_wanted = Signal(str)
    copy_wanted = Signal(str)

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme)
        self._view = PassageView("", "", "", "", may_unlink=False)
        self._pressed_unlink = False
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.clicked.connect(self._on_clicked)

    def show_passage(self, view: PassageView) -> None:
        """Show a passage; its words in one line."""
        quote = " ".join(view.quote.split())
        self._view = replace(view, quote=quote)
        self.setText(f"{view.place} {quote}")
        self.setToolTip(quote)
        self.setAccessibleName(self.tr("Fundstelle {place}, {quote}").format(place=view.spoken, quote=quote))
        hint = self.tr("Eingabe springt dorthin, Entf löst sie vom Kriterium.") if view.may_unlink else ""
        self.setAccessibleDescription(hint)
        self.update()

    @property
    def annotation(self) -> str:
        """The annotation's id."""
        return self._view.id

    @override
    def sizeHint(self) -> QSize:
        return QSize(self.theme.em(200), self.theme.em(_HEIGHT))

    @override
    def minimumSizeHint(self) -> QSize:
        return QSize(self.theme.em(80), self.theme.em(_HEIGHT))

    @override
    def paint(self, painter: QPainter, box: QRectF) -> None:
        theme, view = self.theme, self._view
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        active = self.underMouse() or self.hasFocus()
        ground = "hover" if self.underMouse() else "surface"
        painting.draw_ground(painter, theme, box, ground, theme.radius("control"), "line")
        bar = QRectF(theme.em(6), theme.em(6), theme.em(_BAR), self.height() - 2 * theme.em(6))
        painter.fillRect(bar, theme.color("mark_on_chip"))
        left = bar.right() + theme.em(6)
        if view.kind is not Kind.EVIDENCE:
            side = theme.em(_GLYPH)
            draw_kind(
                painter, theme, view.kind, theme.color("text"), QRectF(left, (self.height() - side) / 2, side, side)
            )
            left += side + theme.em(_GLYPH_GAP)
        room = self._words_box()
        painter.setFont(theme.font("small", weight=600))
        painter.setPen(theme.color("link"))
        middle = Qt.AlignmentFlag.AlignVCenter
        painter.drawText(QRectF(left, 0, room.right() - left, self.height()), middle, view.place)
        left += painter.fontMetrics().horizontalAdvance(view.place) + theme.em(_PADDING)
        painter.setFont(theme.font("small"))
        painter.setPen(theme.color("text"))
        quote = f"„{view.quote}“" if view.quote and view.is_quoted else view.quote
        words = painting.elided(painter.fontMetrics(), quote, round(room.right() - left))
        painter.drawText(QRectF(left, 0, room.right() - left, self.height()), middle, words)
        if active and view.may_unlink:
            painter.setPen(theme.color("link"))
            painter.drawText(self._unlink_box(), Qt.AlignmentFlag.AlignCenter, self._unlink_words())

    def _on_clicked(self) -> None:
        self.passage_chosen.emit(self.annotation)

    def _unlink_words(self) -> str:
        return self.tr("Lösen")

    def _unlink_box(self) -> QRectF:
        wide = self.theme.metrics("small").horizontalAdvance(self._unlink_words()) + 2 * self.theme.em(_PADDING)
        return QRectF(self.width() - wide, 0, wide, self.height())

    def _words_box(self) -> QRectF:
        active = (self.underMouse() or self.hasFocus()) and self._view.may_unlink
        right = self._unlink_box().left() if active else self.width() - self.theme.em(_PADDING)
        return QRectF(0, 0, right, self.height())

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Delete and self._view.may_unlink:
            self.unlink_wanted.emit(self.annotation)
        elif event.matches(QKeySequence.StandardKey.Copy):
            self.copy_wanted.emit(self.annotation)
        else:
            super().keyPressEvent(event)

    @override
    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Offer what the keys do."""
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.addAction(self.tr("Zur Fundstelle")).triggered.connect(self._on_clicked)
        menu.addAction(self.tr("Mit Quelle kopieren")).triggered.connect(self._on_copy_triggered)
        if self._view.may_unlink:
            menu.addAction(self.tr("Fundstelle lösen")).triggered.connect(self._on_unlink_triggered)
        menu.popup(event.globalPos())

    def _on_copy_triggered(self) -> None:
        self.copy_wanted.emit(self.annotation)

    def _on_unlink_triggered(self) -> None:
        self.unlink_wanted.emit(self.annotation)

    @override
    def hitButton(self, pos: QPoint) -> bool:
        return super().hitButton(pos) and not (self._view.may_unlink and self._unlink_box().contains(pos))

    @override
    def mousePressEvent(self, event: QMouseEvent) -> None:
        self._pressed_unlink = self._view.may_unlink and self._unlink_box().contains(event.position())
        super().mousePressEvent(event)

    @override
    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        super().mouseReleaseEvent(event)
        if self._pressed_unlink and self._unlink_box().contains(event.position()):
            self.unlink_wanted.emit(self.annotation)

    @override
    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        if event.reason() is not Qt.FocusReason.MouseFocusReason:
            self.entered.emit()


class PassageColumn(QWidget):
    """A chip for each passage; the signals carry an annotation's id.

    Only `entered` carries nothing: the focus comes to a chip other than by the mouse.
    """

    entered = Signal()
    passage_chosen = Signal(str)
    unlink_wanted = Signal(str)
    copy_wanted = Signal(str)

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self.chips: list[PassageChip] = []
        self._views: tuple[PassageView, ...] = ()
        self._column = ColumnLayout(theme, gap=_CHIP_GAP, parent=self)
        self.setAccessibleName(self.tr("Fundstellen"))
        self.hide()

    def show_passages(self, passages: Sequence[PassageView]) -> None:
        """Show other passages; the focus stays at its place in the list."""
        focused = next((place for place, chip in enumerate(self.chips) if chip.hasFocus()), None)
        while len(self.chips) < len(passages):
            self._add_chip()
        self._views = tuple(passages)
        for place, chip in enumerate(self.chips):
            chip.setVisible(place < len(passages))
            if place < len(passages):
                chip.show_passage(passages[place])
        self.setVisible(bool(passages))
        if focused is not None and passages:
            self.chips[min(focused, len(passages) - 1)].setFocus()

    @property
    def ids(self) -> list[str]:
        """The annotations shown, in order."""
        return [one.id for one in self._views]

    @property
    def shown(self) -> list[PassageChip]:
        """The chips that stand for a passage, in order."""
        return self.chips[: len(self._views)]

    def height_of(self, count: int) -> int:
        """Return the height of so many chips in px."""
        return count * self._theme.em(_HEIGHT) + max(count - 1, 0) * self._theme.em(_CHIP_GAP)

    def _add_chip(self) -> None:
        chip = PassageChip(self._theme)
        self.chips.append(chip)
        self._column.addWidget(chip)
        chip.entered.connect(self.entered)
        chip.passage_chosen.connect(self.passage_chosen)
        chip.unlink_wanted.connect(self.unlink_wanted)
        chip.copy_wanted.connect(self.copy_wanted)


class ScrolledPassages(VerticalScrollArea):
    """A PassageColumn with `most` chips in sight, where height is scarce `least`."""

    def __init__(self, theme: Theme, *, most: int = 3, least: int = 2) -> None:
        self._most, self._least = most, least
        self.column = PassageColumn(theme)
        super().__init__(self.column)
        self.setAccessibleName(self.tr("Fundstellen"))
        for ground in (self.column, self.viewport()):
            ground.setAutoFillBackground(False)  # passages lie on the ground of what holds them
        self.hide()
        theme.changed.connect(self._fit)
        self._fit()

    def show_passages(self, passages: Sequence[PassageView]) -> None:
        """Show other passages; the focus stays at its place in the list."""
        self.column.show_passages(passages)
        self.setVisible(bool(passages))
        self._fit()

    def _fit(self) -> None:
        shown = min(len(self.column.ids), self._most)
        self.setMinimumHeight(self.column.height_of(min(shown, self._least)))
        self.setMaximumHeight(self.column.height_of(shown))
