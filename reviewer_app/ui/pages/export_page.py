"""Handing out: what is written, for whom and of which applications at the left; what was written at the right."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import override

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QBoxLayout, QButtonGroup, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from reviewer_app.ui.pages.page import Page
from reviewer_app.ui.theme import SizeClass, Theme
from reviewer_app.ui.widgets.button import Button, Kind
from reviewer_app.ui.widgets.choices import CheckBox, ChoiceBox, RadioButton
from reviewer_app.ui.widgets.empty_state import EmptyState
from reviewer_app.ui.widgets.form_column import LabelledField
from reviewer_app.ui.widgets.text import ElidedText, Panel, Text


@dataclass(frozen=True, slots=True)
class ExportChoice:
    """What is to be written: product keys, variant key, and one application's number (empty: all)."""

    products: tuple[str, ...]
    variant: str
    number: str


@dataclass(frozen=True, slots=True)
class ResultLine:
    """One line of what was written: a sign (✓, ▲, ▼), a strong line, a second line, a tone."""

    sign: str
    text: str
    second: str
    tone: str = "ok"


class ExportPage(Page):
    """`folder_wanted` asks to see the written files."""

    folder_wanted = Signal()

    def __init__(self, theme: Theme) -> None:
        """Lay out with everything that can be written chosen."""
        super().__init__(theme)
        self.products = {
            "workbook": CheckBox(theme, self.tr("Konsolidierte Mappe")),
            "sheets": CheckBox(theme, self.tr("Empfehlungsblätter")),
        }
        self.variants = {
            "internal": RadioButton(theme, self.tr("Interne Fassung")),
            "pseudonymous": RadioButton(theme, self.tr("Fassung ohne Namen")),
        }
        self.applications = ChoiceBox(theme)
        self.folder_button = Button(theme, self.tr("Ordner öffnen"), Kind.OUTLINED, "folder")
        self.empty = EmptyState(theme)
        self._results = QVBoxLayout()
        self._summary = Text("", "strong", wrap=True)
        self._group = QButtonGroup(self)
        self._cards: list[QVBoxLayout] = []
        self._seconds: list[Text] = []
        self._lay_out()
        for box in self.products.values():
            box.setChecked(True)
        self.variants["internal"].setChecked(True)
        self.folder_button.clicked.connect(self.folder_wanted)
        theme.changed.connect(self._on_theme_changed)
        self._on_theme_changed()

    def _lay_out(self) -> None:
        left = Panel("window", "right")
        self._left_column = QVBoxLayout(left)
        self._left = QScrollArea(widgetResizable=True)
        self._left.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._left.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._left.setWidget(left)
        facts = {
            "workbook": self.tr("Excel, Übersicht, Diagramme, ein Blatt je Antrag, rechnet nach"),
            "sheets": self.tr("PDF/A, ein Dokument je Antrag, mit Lesereihenfolge"),
            "internal": self.tr("Enthält personenbezogene Daten"),
            "pseudonymous": self.tr("„Mitglied 1“ statt Name"),
        }
        self._left_column.addWidget(Text(self.tr("Das wird geschrieben"), "label", "text2"))
        self._left_column.addWidget(self._card(self.products, facts))
        self._left_column.addWidget(Text(self.tr("Für wen"), "label", "text2"))
        self._left_column.addWidget(self._card(self.variants, facts))
        for button in self.variants.values():
            self._group.addButton(button)
        self._left_column.addWidget(LabelledField(self.theme, self.tr("Welche Anträge"), self.applications))
        self._left_column.addStretch(1)
        inside = Panel("surface")
        column = QVBoxLayout(inside)
        column.addWidget(self._summary)
        column.addLayout(self._results)
        column.addWidget(self.folder_button)
        column.addWidget(self.empty, 1)
        column.addStretch(1)
        self._inside_column = column
        self._scroll = QScrollArea(widgetResizable=True)
        self._scroll.setWidget(inside)
        ground = Panel("surface")
        around = QVBoxLayout(ground)
        around.setContentsMargins(0, 0, 0, 0)
        around.addWidget(self._scroll)
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(0)
        self._row.addWidget(self._left)
        self._row.addWidget(ground, 1)
        self.show_results("", ())

    def _card(self, buttons: Mapping[str, CheckBox] | Mapping[str, RadioButton], facts: Mapping[str, str]) -> QWidget:
        card = Panel("surface", "card")
        column = QVBoxLayout(card)
        self._cards.append(column)
        for key, button in buttons.items():
            second = Text(facts[key], "small", "text2", wrap=True)
            self._seconds.append(second)
            button.setAccessibleDescription(facts[key])
            column.addWidget(button)
            column.addWidget(second)
        return card

    def show_applications(self, words: Mapping[str, str]) -> None:
        """Offer the applications (words by number); the chosen one stays."""
        chosen = self.choice.number
        self.applications.clear()
        self.applications.addItem(self.tr("Alle {n} Anträge").format(n=len(words)), "")
        for number, text in words.items():
            self.applications.addItem(text, number)
        self.applications.setCurrentIndex(max(self.applications.findData(chosen), 0))

    @property
    def choice(self) -> ExportChoice:
        """What is chosen."""
        return ExportChoice(
            tuple(key for key, box in self.products.items() if box.isChecked()),
            next((key for key, button in self.variants.items() if button.isChecked()), "internal"),
            str(self.applications.currentData() or ""),
        )

    def show_results(self, summary: str, lines: Sequence[ResultLine]) -> None:
        """Show what was written; nothing yet without a summary."""
        while (item := self._results.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        self._summary.setText(summary)
        for one in (self._summary, self.folder_button):
            one.setVisible(bool(summary))
        for line in lines:
            self._results.addWidget(self._line(line))
        self.empty.setVisible(not summary)
        self.empty.show_words(
            self.tr("Noch nichts geschrieben"),
            self.tr("Jede Datei wird nach dem Schreiben mit der Arbeitsdatei verglichen."),
            "archive",
        )

    def _line(self, line: ResultLine) -> QWidget:
        row = QWidget()
        across = QHBoxLayout(row)
        across.setContentsMargins(0, self.theme.em(4), 0, self.theme.em(4))
        across.setSpacing(self.theme.em(10))
        across.addWidget(Text(line.sign, "strong", line.tone), 0, Qt.AlignmentFlag.AlignTop)
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(ElidedText(line.text, "strong"))
        words.addWidget(Text(line.second, "small", "text2", wrap=True))
        across.addLayout(words, 1)
        return row

    @override
    def panes(self) -> list[QWidget]:
        return [self.products["workbook"], self._scroll]

    @override
    def show_size(self, size: SizeClass, *, short: bool) -> None:
        super().show_size(size, short=short)
        narrow = size is SizeClass.NARROW
        down = QBoxLayout.Direction.TopToBottom
        self._row.setDirection(down if narrow else QBoxLayout.Direction.LeftToRight)
        self._left.setMaximumWidth(16777215 if narrow else self.theme.em(450))
        self._left.setMinimumWidth(0 if narrow else self.theme.em(450))

    def _on_theme_changed(self) -> None:
        theme = self.theme
        self._left_column.setContentsMargins(theme.em(18), theme.em(16), theme.em(18), theme.em(16))
        self._left_column.setSpacing(theme.em(8))
        self._inside_column.setContentsMargins(theme.em(20), theme.em(16), theme.em(20), theme.em(16))
        self._inside_column.setSpacing(theme.em(6))
        for card in self._cards:
            card.setContentsMargins(*[theme.em(10)] * 4)
            card.setSpacing(theme.em(2))
        for second in self._seconds:
            second.setContentsMargins(theme.em(28), 0, 0, theme.em(4))
        self.show_size(self.size_class, short=self.short)
