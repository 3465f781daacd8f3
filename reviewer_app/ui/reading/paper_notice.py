"""What is odd about the paper in sight, above it: a sign, what it is, and under it what that means."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QLabel

from reviewer_app.ui.kit import icons
from reviewer_app.ui.kit.button import Button, Kind
from reviewer_app.ui.kit.text import Panel, Text
from reviewer_app.ui.kit.theme import Theme


class PaperNotice(Panel):
    """One row for each note; the first sentence of a note is its title. `help_wanted` carries a page of the help.

    `recognising_wanted`: somebody wants the text of a scan recognised.
    """

    help_wanted = Signal(str)
    recognising_wanted = Signal()

    def __init__(self, theme: Theme) -> None:
        """Start without a note, hidden."""
        super().__init__("warn_bg", "bottom")
        self._theme = theme
        self._notes: tuple[str, ...] = ()
        self._has_room = True
        self._topic = ""
        self._is_scan = self._may_recognise = False
        self._recognise = Button(theme, self.tr("Text erkennen"), Kind.OUTLINED)
        self._recognise.hide()
        self._recognise.clicked.connect(self.recognising_wanted)
        self._more = Button(theme, self.tr("Mehr"), Kind.LINK)
        self._more.clicked.connect(self._on_more_clicked)
        self._grid = QGridLayout()
        self._grid.setColumnStretch(1, 1)
        self._row = QHBoxLayout(self)
        self._row.addLayout(self._grid, 1)
        self._row.addWidget(self._recognise)
        self._row.addWidget(self._more)
        self._signs: list[QLabel] = []
        self.hide()
        theme.changed.connect(self._on_theme_changed)
        self._on_theme_changed()

    def show_recognising(self, *, possible: bool) -> None:
        """Say whether text can be recognised here; where it can, a scan has a button for that."""
        self._may_recognise = possible
        self._recognise.setVisible(self._is_scan and possible)

    def show_notes(self, notes: Sequence[str], topic: str = "", *, scan: bool = False) -> None:
        """Show notes; none hides the row. `topic` is the page of the help that says more; a `scan` lacks text."""
        self._is_scan = scan
        self.show_recognising(possible=self._may_recognise)
        self._topic = topic
        self._more.setVisible(bool(topic))
        if tuple(notes) != self._notes:
            self._notes = tuple(notes)
            self._write()
        self.setVisible(self._has_room and bool(notes))

    def show_room(self, *, shown: bool) -> None:
        """Say whether the paper itself is in sight; a sentence in its place says what is odd by itself."""
        self._has_room = shown
        self.setVisible(shown and bool(self._notes))

    def _write(self) -> None:
        while (item := self._grid.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        self._signs = []
        for row, note in enumerate(self._notes):
            title, _, rest = note.partition(". ")
            sign = QLabel()
            sign.setAccessibleName(self.tr("Hinweis"))
            self._signs.append(sign)
            self._grid.addWidget(sign, 2 * row, 0, 2, 1, Qt.AlignmentFlag.AlignTop)
            self._grid.addWidget(Text(title, "strong", "warn", wrap=True), 2 * row, 1)
            if rest:
                self._grid.addWidget(Text(rest, "small", wrap=True), 2 * row + 1, 1)
        self._on_theme_changed()

    def _on_more_clicked(self) -> None:
        self.help_wanted.emit(self._topic)

    def _on_theme_changed(self) -> None:
        theme, em = self._theme, self._theme.em
        self._row.setContentsMargins(em(16), em(6), em(16), em(7))
        self._row.setSpacing(em(12))
        self._grid.setHorizontalSpacing(em(10))
        self._grid.setVerticalSpacing(em(1))
        for sign in self._signs:
            sign.setPixmap(icons.pixmap("warning", theme.color("warn"), em(16), self.devicePixelRatioF()))
