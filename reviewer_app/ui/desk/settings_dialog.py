"""Settings of this machine: text size, theme, language, reading; each acts at once, so there is nothing to confirm."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QWidget

from reviewer_app.domain.locale import LOCALES
from reviewer_app.ui.kit.choices import CheckBox
from reviewer_app.ui.kit.segment_switch import SegmentSwitch
from reviewer_app.ui.kit.text import Text
from reviewer_app.ui.kit.tokens import Scheme
from reviewer_app.ui.shell.actions import action_text
from reviewer_app.ui.shell.context import Context
from reviewer_app.ui.shell.dialog import Dialog
from reviewer_app.ui.shell.settings import TEXT_SIZES


class SettingsDialog(Dialog):
    """The dialog; it writes through the settings store."""

    def __init__(self, context: Context, parent: QWidget) -> None:
        super().__init__(context.theme, parent, self.tr("Einstellungen"), 520, self.tr("Schließen"), "")
        self._settings = context.settings
        values = context.settings.values
        self._grid = QGridLayout()
        self._grid.setColumnStretch(1, 1)
        self.body.addLayout(self._grid)
        self._add_head(self.tr("Ansicht"))
        sizes = {str(size): f"{size}\u00a0%" for size in TEXT_SIZES}
        self.sizes = self._choice(self.tr("Textgröße"), sizes, str(values.text_size))
        schemes = {one.value: action_text(f"theme_{one}") for one in Scheme}
        self.schemes = self._choice(self.tr("Farben"), schemes, values.scheme.value)
        languages = {language: one.name for language, one in LOCALES.items()}
        self.languages = self._choice(self.tr("Sprache"), languages, values.language)
        self.motion = self._check(self.tr("Bewegungen abschalten"), checked=values.less_motion)
        self._add_head(self.tr("Lesen und bewerten"))
        self.paper = self._check(self.tr("Papier im dunklen Thema abdunkeln"), checked=values.dim_paper)
        self.hints = self._check(self.tr("Anhaltspunkte ausblenden"), checked=not values.hints)
        hint = self.tr("Diese Einstellungen gelten für Sie auf diesem Gerät, nicht für die Arbeitsdatei.")
        self.body.addWidget(Text(hint, "small", "text2", wrap=True))
        self.sizes.segment_chosen.connect(self._on_size_chosen)
        self.schemes.segment_chosen.connect(self._on_scheme_chosen)
        self.languages.segment_chosen.connect(self._on_language_chosen)
        self.motion.clicked.connect(self._on_motion_clicked)
        self.paper.clicked.connect(self._on_paper_clicked)
        self.hints.clicked.connect(self._on_hints_clicked)
        self.theme.changed.connect(self._on_theme_changed)
        self._on_theme_changed()

    def _add_head(self, words: str) -> None:
        row = self._grid.rowCount()
        if row > 1:
            self._grid.setRowMinimumHeight(row, self.theme.em(12))
            row += 1
        self._grid.addWidget(Text(words, "strong"), row, 0, 1, 2)

    def _choice(self, label: str, words: dict[str, str], chosen: str) -> SegmentSwitch:
        switch = SegmentSwitch(self.theme, tuple(words), label)
        switch.show_words(words)
        switch.show_chosen(chosen)
        row = self._grid.rowCount()
        self._grid.addWidget(Text(label, "body", "text2"), row, 0)
        self._grid.addWidget(switch, row, 1, Qt.AlignmentFlag.AlignLeft)
        return switch

    def _check(self, words: str, *, checked: bool) -> CheckBox:
        box = CheckBox(self.theme, words)
        box.setChecked(checked)
        self._grid.addWidget(box, self._grid.rowCount(), 0, 1, 2, Qt.AlignmentFlag.AlignLeft)
        return box

    def _on_size_chosen(self, size: str) -> None:
        self._settings.change(text_size=int(size))

    def _on_scheme_chosen(self, scheme: str) -> None:
        self._settings.change(scheme=Scheme(scheme))

    def _on_language_chosen(self, language: str) -> None:
        self._settings.change(language=language)

    def _on_motion_clicked(self) -> None:
        self._settings.change(less_motion=self.motion.isChecked())

    def _on_paper_clicked(self) -> None:
        self._settings.change(dim_paper=self.paper.isChecked())

    def _on_hints_clicked(self) -> None:
        self._settings.change(hints=not self.hints.isChecked())

    def _on_theme_changed(self) -> None:
        self._grid.setHorizontalSpacing(self.theme.em(16))
        self._grid.setVerticalSpacing(self.theme.em(8))
        self.fit()

    @classmethod
    def open_over(cls, context: Context, parent: QWidget) -> None:
        """Show the dialog until it is closed."""
        cls(context, parent).exec()
