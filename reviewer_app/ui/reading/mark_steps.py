"""Which one of several marks on a passage the popover shows, with the ways to the one before and after it."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from reviewer_app.ui.kit.button import IconButton
from reviewer_app.ui.kit.text import Text
from reviewer_app.ui.kit.theme import Theme


class MarkSteps(QWidget):
    """`step_wanted` carries -1 or +1; hidden where there is nothing to step to."""

    step_wanted = Signal(int)

    def __init__(self, theme: Theme) -> None:
        """Start hidden."""
        super().__init__()
        self.words = Text("", "cap", "text2")
        self.before = IconButton(theme, "back", self.tr("Vorige Anmerkung an dieser Stelle"))
        self.after = IconButton(theme, "forward", self.tr("Nächste Anmerkung an dieser Stelle"))
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self.words)
        row.addWidget(self.before)
        row.addWidget(self.after)
        self.before.clicked.connect(self._on_before_clicked)
        self.after.clicked.connect(self._on_after_clicked)
        self.hide()

    def show_step(self, number: int, count: int) -> bool:
        """Say which one of how many it is, from 1; return whether the focus was here and cannot stay."""
        held = self.before.hasFocus() or self.after.hasFocus()
        self.words.setText(self.tr("{n} von {count}").format(n=number, count=count))
        self.setVisible(count > 1)
        return held and count <= 1

    def _on_before_clicked(self) -> None:
        self.step_wanted.emit(-1)

    def _on_after_clicked(self) -> None:
        self.step_wanted.emit(1)
