"""One criterion that an annotation bears on: its key and title, in which direction, and taking it away."""

from dataclasses import dataclass

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from reviewer_app.domain.annotation import Direction
from reviewer_app.ui.kit.button import IconButton
from reviewer_app.ui.kit.segment_switch import SegmentSwitch
from reviewer_app.ui.kit.text import ElidedText, Text
from reviewer_app.ui.kit.theme import Theme

_ORDER = (Direction.FOR.value, Direction.NONE.value, Direction.AGAINST.value)


@dataclass(frozen=True, slots=True)
class LinkView:
    """A linked criterion: key, title and direction."""

    key: str
    title: str
    direction: Direction


class LinkRow(QWidget):
    """`direction_chosen` carries key and direction, `unlink_wanted` the key."""

    direction_chosen = Signal(str, str)
    unlink_wanted = Signal(str)

    def __init__(self, theme: Theme) -> None:
        """Start empty."""
        super().__init__()
        self.view = LinkView("", "", Direction.NONE)
        self._key = Text("", "strong", "accent")
        self._title = ElidedText("", "small", "text")
        self.directions = SegmentSwitch(theme, _ORDER, "")
        words = {
            Direction.FOR: self.tr("dafür"),
            Direction.AGAINST: self.tr("dagegen"),
            Direction.NONE: self.tr("offen"),
        }
        self.directions.show_words({one.value: said for one, said in words.items()})
        self.remove = IconButton(theme, "close", self.tr("Lösen"))
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(theme.em(6))
        row.addWidget(self._key)
        row.addWidget(self._title, 1)
        row.addWidget(self.directions)
        row.addWidget(self.remove)
        self.directions.segment_chosen.connect(self._on_directions_chosen)
        self.remove.clicked.connect(self._on_remove_clicked)

    def show_link(self, link: LinkView, *, free: bool) -> None:
        """Show a criterion; not `free`, nothing can be changed."""
        self.view = link
        self._key.setText(link.key)
        self._title.setText(link.title)
        self.directions.show_chosen(link.direction.value)
        self.directions.setAccessibleName(self.tr("Spricht für oder gegen {key}").format(key=link.key))
        self.directions.setEnabled(free)
        self.remove.setVisible(free)
        words = self.tr("Von {key} lösen").format(key=link.key)
        self.remove.setAccessibleName(words)
        self.remove.setToolTip(words)

    @property
    def stops(self) -> list[QWidget]:
        """What Tab stops at."""
        return [self.directions, self.remove]

    def _on_directions_chosen(self, direction: str) -> None:
        self.direction_chosen.emit(self.view.key, direction)

    def _on_remove_clicked(self) -> None:
        self.unlink_wanted.emit(self.view.key)
