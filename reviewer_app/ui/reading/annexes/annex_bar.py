"""What stands over an annex: the bar with its name, pages and size, and a band that says what is odd about it."""

from collections.abc import Sequence
from typing import override

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QGridLayout, QLabel, QSizePolicy

from reviewer_app.domain.text.page_labels import named
from reviewer_app.ui.kit import icons
from reviewer_app.ui.kit.button import Button, ButtonKind, IconButton, StepButton
from reviewer_app.ui.kit.layout import RowLayout
from reviewer_app.ui.kit.text import ElidedText, Panel, Text
from reviewer_app.ui.kit.theme import Theme
from reviewer_app.ui.reading.annexes.annex_list import AnnexLine

_NAME, _LEAST = 90, 220
_STEPS = 4


class AnnexBar(Panel):
    """`page_stepped` (-1, +1) and `zoom_stepped` (-1, 0: width, +1) say what one wants; other buttons stand open."""

    page_stepped = Signal(int)
    zoom_stepped = Signal(int)

    def __init__(self, theme: Theme) -> None:
        super().__init__("window", "bottom")
        self._theme = theme
        self._has_pages = self._has_zoom = False
        self._words = ("", "")
        self.side_button = IconButton(theme, "sidebar", self.tr("Seitenleiste zeigen oder schließen"))
        self._kind = Text("", "strong", "text2")
        self._name = ElidedText("", "strong")
        self.list_button = IconButton(theme, "down", self.tr("Unterlage wählen"))
        self._before = StepButton(theme, "back", self.tr("Vorige Seite"), -1)
        self._page = Text("", "small", "text2")
        self._after = StepButton(theme, "forward", self.tr("Nächste Seite"), 1)
        self._smaller = StepButton(theme, "minus", self.tr("Kleiner"), -1)
        self.zoom_button = Button(theme, self.tr("Breite"), ButtonKind.FLAT)
        self._larger = StepButton(theme, "plus", self.tr("Größer"), 1)
        self.find_button = IconButton(theme, "search", self.tr("In der Unterlage suchen"))
        self.close_button = IconButton(theme, "close", self.tr("Zweite Anlage schließen"))
        self.close_button.hide()
        self._row = RowLayout(theme, gap=6, margins=(16, 0, 8, 0), parent=self)
        self._row.add(self.side_button, self._kind, self._name, self.list_button, 1, self._before, self._page)
        self._row.add(self._after, self._smaller, self.zoom_button, self._larger, self.find_button, self.close_button)
        self._name.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Preferred)
        self._page.setAlignment(Qt.AlignmentFlag.AlignCenter)
        for button in (self._before, self._after):
            button.stepped.connect(self.page_stepped)
        for button in (self._smaller, self._larger):
            button.stepped.connect(self.zoom_stepped)
        self.zoom_button.clicked.connect(self._on_zoom_button_clicked)
        theme.changed.connect(self._on_theme_changed)
        self.show_pages(0, 0)
        self.show_zoom("")
        self._on_theme_changed()

    def show_line(self, line: AnnexLine) -> None:
        """Show which annex is open."""
        self._kind.setText(line.kind)
        self._kind.setVisible(bool(line.kind))
        self._name.setText(line.title)
        self._name.updateGeometry()
        self._fit()

    def show_active(self, *, active: bool) -> None:
        """Show whether this is the annex that is worked in, where there are two."""
        self._name.show_tone("text" if active else "text2")

    def show_pages(self, page: int, count: int, labels: Sequence[str] = ()) -> None:
        """Show the page in sight, from 1, as the annex calls it; an annex without pages hides the buttons."""
        self._has_pages = count > 0
        for widget in (self.side_button, self._page):
            widget.setVisible(count > 0)
        called = named(page, labels)
        self._words = (self.tr("Seite {n} von {count}").format(n=called, count=count), f"{called} / {count}")
        self._page.setAccessibleName(self._words[0])
        self._before.setEnabled(page > 1)
        self._after.setEnabled(page < count)
        self._fit()

    def show_zoom(self, words: str) -> None:
        """Show how large the annex is shown ("Breite", "125 %"); without words it cannot be changed."""
        self._has_zoom = bool(words)
        self.zoom_button.setVisible(bool(words))
        self.zoom_button.setText(words)
        self.zoom_button.setAccessibleName(self.tr("Größe {zoom}, auf Breite").format(zoom=words))
        self.zoom_button.updateGeometry()
        self._fit()

    def _fit(self) -> None:
        """Let go, where the bar is short, what keys do too: smaller and larger, words, arrows, at last the search."""
        scaling, turning = (self._smaller, self._larger), (self._before, self._after)
        for let_go in range(_STEPS + 1):
            for widget in scaling:
                widget.setVisible(self._has_zoom and let_go < 1)
            self._page.setText(self._words[0 if let_go < 2 else 1])  # noqa: PLR2004 # reason: the second step
            for widget in turning:
                widget.setVisible(self._has_pages and let_go < 3)  # noqa: PLR2004 # reason: the third step
            self.find_button.setVisible(let_go < _STEPS)
            if self._needed() <= self.width():
                return

    def _needed(self) -> int:
        """Return the width of all that is in sight, with a name that can just be read."""
        margins, items = self._row.contentsMargins(), (self._row.itemAt(place) for place in range(self._row.count()))
        widgets = [item.widget() for item in items if item is not None]
        shown = [one for one in widgets if one is not None and not one.isHidden()]
        least = self._theme.em(_NAME)
        widths = [min(one.sizeHint().width(), least) if one is self._name else one.sizeHint().width() for one in shown]
        return sum(widths) + self._row.spacing() * len(shown) + margins.left() + margins.right()

    @override
    def minimumSizeHint(self) -> QSize:
        return QSize(self._theme.em(_LEAST), super().minimumSizeHint().height())

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _on_zoom_button_clicked(self) -> None:
        self.zoom_stepped.emit(0)

    def _on_theme_changed(self) -> None:
        theme = self._theme
        self.setFixedHeight(theme.em(38) + 1)
        self._fit()


class AnnexNotice(Panel):
    """One row for each note; the first sentence of a note is its title. `help_wanted` carries a page of the help."""

    help_wanted = Signal(str)

    def __init__(self, theme: Theme) -> None:
        """Start without a note, hidden."""
        super().__init__("warn_bg", "bottom")
        self._theme = theme
        self._notes: tuple[str, ...] = ()
        self._has_room = True
        self._topic = ""
        self._is_scan = self._may_recognise = False
        self.recognise_button = Button(theme, self.tr("Text erkennen"), ButtonKind.OUTLINED)
        self.recognise_button.hide()
        self._more = Button(theme, self.tr("Mehr"), ButtonKind.LINK)
        self._more.clicked.connect(self._on_more_clicked)
        self._grid = QGridLayout()
        self._grid.setColumnStretch(1, 1)
        row = RowLayout(theme, gap=12, margins=(16, 6, 16, 7), parent=self)
        row.add((self._grid, 1), self.recognise_button, self._more)
        self._signs: list[QLabel] = []
        self.hide()
        theme.changed.connect(self._on_theme_changed)
        self._on_theme_changed()

    def show_recognising(self, *, possible: bool) -> None:
        """Say whether text can be recognised here; where it can, a scan has a button for that."""
        self._may_recognise = possible
        self.recognise_button.setVisible(self._is_scan and possible)

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
        """Say whether the annex itself is in sight; a sentence in its place says what is odd by itself."""
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
        self._grid.setHorizontalSpacing(em(10))
        self._grid.setVerticalSpacing(em(1))
        for sign in self._signs:
            sign.setPixmap(icons.pixmap("warning", theme.color("warn"), em(16), self.devicePixelRatioF()))
