"""A choice of a few as segments in one track: real radio buttons with own painting, so arrows and readers work."""

from collections.abc import Callable
from typing import override

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QButtonGroup, QRadioButton, QSizePolicy, QWidget

from reviewer_app.ui.kit import painting
from reviewer_app.ui.kit.layout import RowLayout
from reviewer_app.ui.kit.painted import PaintedButton
from reviewer_app.ui.kit.theme import Theme


class Segment(PaintedButton, QRadioButton):
    """One segment."""

    takes_enter = False

    def __init__(self, theme: Theme, key: str) -> None:
        """Stand for `key`; the words come with `setText`."""
        super().__init__(theme)
        self.key = key

    @override
    def sizeHint(self) -> QSize:
        words = self.theme.metrics("strong").horizontalAdvance(self.text())
        return QSize(words + self.theme.em(22), self.theme.height("segment"))

    @override
    def paint(self, painter: QPainter, box: QRectF) -> None:
        theme, radius = self.theme, self.theme.radius("control")
        if self.isChecked():
            painting.draw_ground(painter, theme, box, "surface", radius, "" if self.hasFocus() else "control")
        elif self.underMouse() and self.isEnabled():
            painting.draw_ground(painter, theme, box, "hover", radius)
        self.draw_words(painter, box)

    def draw_words(self, painter: QPainter, box: QRectF) -> None:
        """Paint what stands on the ground."""
        theme = self.theme
        painter.setFont(theme.font("strong" if self.isChecked() else "body"))
        painter.setPen(theme.color("text" if self.isChecked() else "text2"))
        painter.drawText(box, Qt.AlignmentFlag.AlignCenter, self.text())


class SegmentSwitch(QWidget):
    """The track; `segment_chosen` carries the key a person chose, showing values never emits it."""

    segment_chosen = Signal(str)

    def __init__(
        self, theme: Theme, keys: tuple[str, ...], name: str, segment: Callable[[Theme, str], Segment] = Segment
    ) -> None:
        """Offer `keys` from left to right; `name` says what is chosen here, `segment` makes each."""
        super().__init__()
        self._theme = theme
        self.setAccessibleName(name)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        row = RowLayout(theme, gap=0, margins=2, parent=self)
        self._group = QButtonGroup(self)
        self._segments = {key: segment(theme, key) for key in keys}
        for made in self._segments.values():
            self._group.addButton(made)
            row.addWidget(made)
        self._group.buttonClicked.connect(self._on_group_clicked)
        theme.changed.connect(self.update)

    def show_words(self, words: dict[str, str]) -> None:
        """Show the words of the segments by key; segments without words are hidden."""
        for key, segment in self._segments.items():
            segment.setText(words.get(key, ""))
            segment.setVisible(key in words)
            segment.updateGeometry()

    def show_chosen(self, key: str) -> None:
        """Show which segment is chosen; a key that is none of them changes nothing."""
        if key in self._segments:
            self._segments[key].setChecked(True)
        self._lead_tab()

    @property
    def chosen(self) -> str:
        """The key of the chosen segment; empty where none is."""
        button = self._group.checkedButton()
        return button.key if isinstance(button, Segment) else ""

    @override
    def focusInEvent(self, event: QFocusEvent) -> None:
        """Hand the focus on to the chosen segment, which shows it and takes the arrows."""
        button = self._group.checkedButton()
        if button is not None:
            button.setFocus(event.reason())

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painting.draw_ground(QPainter(self), self._theme, self.rect(), "quiet", self._theme.radius("segment"))

    def _lead_tab(self) -> None:
        """Let Tab and Shift+Tab stop at the chosen segment only; Qt does so from the second time on."""
        for segment in self._segments.values():
            policy = Qt.FocusPolicy.StrongFocus if segment.isChecked() else Qt.FocusPolicy.ClickFocus
            segment.setFocusPolicy(policy)

    def _on_group_clicked(self, button: QRadioButton) -> None:
        self._lead_tab()
        if isinstance(button, Segment):
            self.segment_chosen.emit(button.key)
