"""A narrow column of labelled fields with a sentence under the one that is wrong; for pages and dialogs alike."""

from PySide6.QtWidgets import QLabel, QLineEdit, QVBoxLayout, QWidget

from reviewer_app.ui.kit.text import Text
from reviewer_app.ui.kit.theme import Theme, restyle


class LabelledField(QWidget):
    """A label above a field, an error below it."""

    def __init__(self, theme: Theme, label: str, field: QWidget, hint: str = "") -> None:
        """Put `label` above `field`; the label is also its accessible name."""
        super().__init__()
        self.field = field
        self._label = Text(label, "label", "text2")
        self._label.setBuddy(field)
        self._hint = Text(hint, "small", "text2", wrap=True)
        self._error = Text("", "small", "err", wrap=True)
        self._error.hide()
        field.setAccessibleName(label)
        field.setAccessibleDescription(hint)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.em(3))
        for widget in (self._label, field, self._hint, self._error):
            column.addWidget(widget)
        self._hint.setVisible(bool(hint))  # not before it has a parent: it would be a window for a moment
        if isinstance(field, QLineEdit):
            field.textEdited.connect(self._on_field_text_edited)

    def show_error(self, sentence: str) -> None:
        """Say under the field what is wrong; empty takes it back."""
        self._error.setText(f"▲ {sentence}" if sentence else "")
        self._error.setVisible(bool(sentence))
        self.field.setProperty("fault", "true" if sentence else "false")
        restyle(self.field)
        if sentence:
            self.field.setAccessibleDescription(sentence)
            self.field.setFocus()

    @property
    def label(self) -> QLabel:
        """The label."""
        return self._label

    def _on_field_text_edited(self, _text: str) -> None:
        self.show_error("")
