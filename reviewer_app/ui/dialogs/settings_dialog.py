"""Settings of this machine: text size, theme, language; each acts at once, so there is nothing to confirm."""

from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QWidget

from reviewer_app.ui.context import Context
from reviewer_app.ui.dialogs.dialog import Dialog
from reviewer_app.ui.settings import TEXT_SIZES, Scheme
from reviewer_app.ui.widgets.choices import ChoiceBox, RadioButton
from reviewer_app.ui.widgets.form_column import LabelledField
from reviewer_app.ui.widgets.text import Text


class SettingsDialog(Dialog):
    """The dialog; it writes through the settings store."""

    def __init__(self, context: Context, parent: QWidget) -> None:
        """Show the settings as they are."""
        super().__init__(context.theme, parent, self.tr("Einstellungen"), 460, self.tr("Schließen"), "")
        self._settings = context.settings
        values = context.settings.values
        self.size_box = ChoiceBox(self.theme)
        for size in TEXT_SIZES:
            self.size_box.addItem(f"{size}\u00a0%", size)
        self.size_box.setCurrentIndex(TEXT_SIZES.index(values.text_size))
        self.body.addWidget(LabelledField(self.theme, self.tr("Textgröße"), self.size_box))
        schemes = {
            Scheme.LIGHT.value: self.tr("Hell"),
            Scheme.DARK.value: self.tr("Dunkel"),
            Scheme.SYSTEM.value: self.tr("Wie das System"),
        }
        self.schemes = self._choice(self.tr("Farben"), schemes, values.scheme.value)
        self.languages = self._choice(self.tr("Sprache"), {"de": "Deutsch", "en": "English"}, values.language)
        hint = self.tr("Diese Einstellungen gelten für Sie auf diesem Gerät, nicht für die Arbeitsdatei.")
        self.body.addWidget(Text(hint, "small", "text2", wrap=True))
        self.size_box.activated.connect(self._on_size_box_activated)
        self.schemes.buttonClicked.connect(self._on_scheme_clicked)
        self.languages.buttonClicked.connect(self._on_language_clicked)

    def _choice(self, label: str, words: dict[str, str], chosen: str) -> QButtonGroup:
        self.body.addWidget(Text(label, "label", "text2"))
        group = QButtonGroup(self)
        row = QHBoxLayout()
        for key, text in words.items():
            button = RadioButton(self.theme, text)
            button.setObjectName(key)
            button.setAccessibleDescription(label)
            button.setChecked(key == chosen)
            group.addButton(button)
            row.addWidget(button)
        row.addStretch(1)
        self.body.addLayout(row)
        return group

    def _on_size_box_activated(self, place: int) -> None:
        self._settings.change(text_size=TEXT_SIZES[place])

    def _on_scheme_clicked(self, button: RadioButton) -> None:
        self._settings.change(scheme=Scheme(button.objectName()))

    def _on_language_clicked(self, button: RadioButton) -> None:
        self._settings.change(language=button.objectName())

    @classmethod
    def open_over(cls, context: Context, parent: QWidget) -> None:
        """Show the dialog until it is closed."""
        cls(context, parent).exec()
