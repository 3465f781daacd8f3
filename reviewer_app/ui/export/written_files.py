"""What an export wrote: where, each file with its self-check, what could not be written, which names it replaced."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from reviewer_app.ui.kit.button import Button, Kind
from reviewer_app.ui.kit.text import ElidedText, Panel, Text
from reviewer_app.ui.kit.theme import Theme


@dataclass(frozen=True, slots=True)
class ResultLine:
    """One line of what was written: a sign (✓, ▲, ▼), a strong line, a second line, a tone."""

    sign: str
    text: str
    second: str
    tone: str = "ok"


class WrittenFiles(Panel):
    """`folder_wanted` asks to see the written files."""

    folder_wanted = Signal()

    def __init__(self, theme: Theme) -> None:
        """Start empty."""
        super().__init__("surface")
        self._theme = theme
        self.folder_button = Button(theme, self.tr("Ordner öffnen"), Kind.OUTLINED, "folder")
        self._summary = Text("", "title", wrap=True)
        self._replaced_title = Text(self.tr("Ersetzte Namen, bitte durchsehen"), "label", "text2")
        self._replaced = Text("", "small", wrap=True)
        self._replaced.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        self._lines = QVBoxLayout()
        self._column = QVBoxLayout(self)
        self._column.addWidget(self._summary)
        self._column.addWidget(self.folder_button)
        self._column.addLayout(self._lines)
        self._column.addWidget(self._replaced_title)
        self._column.addWidget(self._replaced)
        self._column.addStretch(1)
        self.folder_button.clicked.connect(self.folder_wanted)
        theme.changed.connect(self._on_theme_changed)
        self._on_theme_changed()

    def show_results(self, summary: str, lines: Sequence[ResultLine], replaced: str) -> None:
        """Show what was written; `replaced` is the list of names, a line each."""
        while (item := self._lines.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        self._summary.setText(summary)
        for line in lines:
            self._lines.addWidget(self._line(line))
        self.folder_button.setVisible(any(line.sign == "✓" for line in lines))
        self._replaced.setText(replaced)
        for widget in (self._replaced_title, self._replaced):
            widget.setVisible(bool(replaced))

    def _line(self, line: ResultLine) -> QWidget:
        row = QWidget()
        across = QHBoxLayout(row)
        across.setContentsMargins(0, self._theme.em(4), 0, self._theme.em(4))
        across.setSpacing(self._theme.em(10))
        across.addWidget(Text(line.sign, "strong", line.tone), 0, Qt.AlignmentFlag.AlignTop)
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(ElidedText(line.text, "strong"))
        words.addWidget(Text(line.second, "small", "text2", wrap=True))
        across.addLayout(words, 1)
        return row

    def _on_theme_changed(self) -> None:
        theme = self._theme
        self._column.setContentsMargins(theme.em(20), theme.em(16), theme.em(20), theme.em(16))
        self._column.setSpacing(theme.em(8))
