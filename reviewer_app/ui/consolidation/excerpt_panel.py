"""A passage in its paper, docked under the reasons: the page at the place, its mark, and the way into the document."""

from typing import override

from PySide6.QtCore import QSize, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout

from reviewer_app.ui.kit.button import Button, Kind
from reviewer_app.ui.kit.text import ElidedText, Panel, Text
from reviewer_app.ui.kit.theme import Theme
from reviewer_app.ui.pdf.page_marks import PageMark
from reviewer_app.ui.pdf.page_view import PageView
from reviewer_app.ui.pdf.viewer import PdfViewer


class ExcerptPanel(Panel):
    """`open_wanted` asks for the document, `closed` follows Esc, `crowded` that there is no room for it any more.

    Hidden while nothing is shown.
    """

    open_wanted = Signal()
    closed = Signal()
    crowded = Signal()

    def __init__(self, theme: Theme) -> None:
        """Start hidden."""
        super().__init__("window", "top")
        self._theme = theme
        self._place = Text("", "label", "link")
        self._title = ElidedText("", "small", "text2")
        self.open_button = Button(theme, self.tr("Im Dokument öffnen"), Kind.LINK)
        self.close_button = Button(theme, "", Kind.FLAT, "close")
        self.close_button.setAccessibleName(self.tr("Ausschnitt schließen"))
        self.close_button.setToolTip(self.tr("Ausschnitt schließen"))
        self.view = PageView(theme)
        self.reader = PdfViewer(theme, self.view)
        self._head = QHBoxLayout()
        self._head.addWidget(self._place)
        self._head.addWidget(self._title, 1)
        self._head.addWidget(self.open_button)
        self._head.addWidget(self.close_button)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(self._head)
        column.addWidget(self.view, 1)
        self.setFocusProxy(self.view)
        self.open_button.clicked.connect(self.open_wanted)
        self.close_button.clicked.connect(self.closed)
        self.view.left.connect(self.closed)
        theme.changed.connect(self._on_theme_changed)
        self._on_theme_changed()
        self.hide()

    def show_head(self, place: str, title: str) -> None:
        """Say where the passage stands and whose it is."""
        self._place.setText(place)
        self._title.setText(title)
        self.setAccessibleName(f"{place}, {title}")

    def show_mark(self, mark: PageMark) -> None:
        """Mark the passage and bring it into sight."""
        self.reader.show_marks((mark,))
        self.reader.go_to(mark)

    @override
    def minimumSizeHint(self) -> QSize:
        return QSize(0, self._theme.em(160))

    @override
    def sizeHint(self) -> QSize:
        return QSize(self._theme.em(400), self._theme.em(320))

    def _on_theme_changed(self) -> None:
        em = self._theme.em
        self._head.setContentsMargins(em(16), em(5), em(12), em(5))
        self._head.setSpacing(em(10))
