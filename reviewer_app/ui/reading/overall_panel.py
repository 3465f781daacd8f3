"""The general impression after the last criterion: free text, never counted and never computed."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout

from reviewer_app.ui.kit.text import Panel, Text
from reviewer_app.ui.kit.theme import Theme
from reviewer_app.ui.scoring.rationale_field import RationaleField, TextNote


class OverallPanel(Panel):
    """Shows one text; `text_typed` and `text_left` say what a person did."""

    text_typed = Signal(str)
    text_left = Signal()

    def __init__(self, theme: Theme, language: str) -> None:
        """Start empty."""
        super().__init__("surface")
        self._theme = theme
        self._title = Text(self.tr("Gesamteindruck"), "title")
        self._words = Text(
            self.tr("Eigene Empfehlung, Rückmeldung je Bereich, Themen für die Beratung. Zählt nicht zu den Punkten."),
            "body",
            "text2",
            wrap=True,
        )
        self._count = Text("", "cap", "text2")
        self.field = RationaleField(theme)
        self.field.setAccessibleName(self.tr("Gesamteindruck"))
        self.note = TextNote(language, limited=False)
        self._column = QVBoxLayout(self)
        head = QHBoxLayout()
        head.addWidget(self._title, 1)
        head.addWidget(self._count)
        self._column.addLayout(head)
        self._column.addWidget(self._words)
        self._column.addWidget(self.field, 1)
        self._column.addWidget(self.note)
        self.setFocusProxy(self.field)
        self.field.text_typed.connect(self._on_field_text_typed)
        self.field.left.connect(self.text_left)
        self.field.surplus_refused.connect(self.note.show_refused)
        theme.changed.connect(self._on_theme_changed)
        self._on_theme_changed()

    def show_overall(self, text: str, *, locked: bool) -> None:
        """Show the text; emits nothing."""
        self.field.show_text(text)
        self.field.show_locked(locked=locked)
        self._show_count(text)

    def _show_count(self, text: str) -> None:
        self._count.setText(self.tr("{n} Zeichen").format(n=len(text)) if text else "")
        self.note.show_length(len(text))

    def _on_field_text_typed(self, text: str) -> None:
        self._show_count(text)
        self.text_typed.emit(text)

    def _on_theme_changed(self) -> None:
        theme = self._theme
        self._column.setContentsMargins(theme.em(16), theme.em(12), theme.em(16), theme.em(10))
        self._column.setSpacing(theme.em(6))
