"""Labels by role and tone of the type scale, ones that shorten or measure themselves, and frames by ground and edge."""

from collections.abc import Sequence
from html import escape
from typing import override

from PySide6.QtCore import QEvent, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QFrame, QLabel, QSizePolicy, QWidget

from reviewer_app.ui.kit.theme import restyle


def counted(n: int, one: str, several: str, **values: str) -> str:
    """Return the words for one thing or for several, with what stands in them; `{n}` is how many there are."""
    return (one if n == 1 else several).format(n=n, **values)


def some_of(words: Sequence[str], most: int) -> str:
    """Join the first `most` words; an ellipsis says that there are more."""
    return ", ".join(words[:most]) + (" …" if len(words) > most else "")


class Text(QLabel):
    """A label with a role (cap, label, small, body, strong, title, page, display) and a tone (a text colour token)."""

    def __init__(
        self,
        text: str = "",
        role: str = "body",
        tone: str = "text",
        parent: QWidget | None = None,
        *,
        wrap: bool = False,
    ) -> None:
        """Show `text` plainly, never as markup, because it may come from people."""
        super().__init__(text, parent)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setProperty("role", role)
        self.setProperty("tone", tone)
        self.setWordWrap(wrap)

    def show_tone(self, tone: str) -> None:
        """Change the tone."""
        if self.property("tone") != tone:
            self.setProperty("tone", tone)
            restyle(self)


class ElidedText(Text):
    """A label of one line that ends in an ellipsis where it does not fit, and then shows the whole as its tooltip."""

    def __init__(self, text: str = "", role: str = "body", tone: str = "text", parent: QWidget | None = None) -> None:
        """Show `text`, as narrow as it must be."""
        super().__init__(text, role, tone, parent)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)

    @override
    def minimumSizeHint(self) -> QSize:
        hint = super().minimumSizeHint()
        return QSize(min(hint.width(), self.fontMetrics().horizontalAdvance("MMM …")), hint.height())

    @override
    def setText(self, text: str) -> None:
        super().setText(text)
        self._explain()

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._explain()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setPen(self.palette().color(self.foregroundRole()))
        room = self.contentsRect()
        shown = self.fontMetrics().elidedText(self.text(), Qt.TextElideMode.ElideRight, room.width())
        painter.drawText(room, self.alignment() | Qt.TextFlag.TextSingleLine, shown)

    def _explain(self) -> None:
        fits = self.fontMetrics().horizontalAdvance(self.text()) <= self.contentsRect().width()
        self.setToolTip("" if fits else self.text())


class Panel(QFrame):
    """A frame with a ground (window, surface, raised, sunken, quiet, …_bg) and an edge (bottom, top, card, popover)."""

    def __init__(self, ground: str = "", edge: str = "", parent: QWidget | None = None) -> None:
        """Say ground and edge once; the stylesheet does the rest."""
        super().__init__(parent)
        self.setProperty("ground", ground)
        self.setProperty("edge", edge)

    def show_ground(self, ground: str, edge: str | None = None) -> None:
        """Change the ground and, where given, the edge."""
        edge = str(self.property("edge")) if edge is None else edge
        if (self.property("ground"), self.property("edge")) != (ground, edge):
            self.setProperty("ground", ground)
            self.setProperty("edge", edge)
            restyle(self)


_LETTERS = 24
_MOST = 64
"""Heights that are kept: one goes to and fro between criteria, and the same texts come back."""


class WrappingText(Text):
    """A wrapping label for the columns that are filled again and again.

    A wrapping label of Qt lays its text out at a dozen widths for each new one, to say which would look pleasant.
    """

    def __init__(self, text: str = "", role: str = "body", tone: str = "text", parent: QWidget | None = None) -> None:
        """Show `text`, as wide as it may be."""
        self._heights: dict[tuple[str, int], int] = {}
        super().__init__(text, role, tone, parent, wrap=True)

    @override
    def setText(self, text: str) -> None:
        if text != self.text():
            super().setText(text)

    @override
    def changeEvent(self, event: QEvent) -> None:
        self._heights.clear()
        super().changeEvent(event)

    @override
    def heightForWidth(self, width: int) -> int:
        asked = self.text(), width
        height = self._heights.get(asked)
        if height is None:
            if len(self._heights) >= _MOST:
                self._heights.clear()
            height = self._heights[asked] = super().heightForWidth(width)
        return height

    @override
    def sizeHint(self) -> QSize:
        metrics = self.fontMetrics()
        return QSize(metrics.averageCharWidth() * _LETTERS, metrics.lineSpacing())

    @override
    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()


def plain_tooltip(words: str) -> str:
    """Return words for a tooltip so that they are shown as they are."""
    return f"<qt>{escape(words)}</qt>"


def hairline() -> Panel:
    """Return the line between two rows of a card."""
    line = Panel("line")
    line.setFixedHeight(1)
    return line
