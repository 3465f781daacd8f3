"""Handing out: what is written and what stands in the file at the left, the sheet to be written at the right."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import override

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtWidgets import QScrollArea, QStackedWidget, QWidget

from reviewer_app.ui.export.preview_panel import PreviewPanel, ResultLine
from reviewer_app.ui.kit.cards import Fact, FactRow
from reviewer_app.ui.kit.choices import CheckRow, ChoiceBox
from reviewer_app.ui.kit.empty_state import EmptyState
from reviewer_app.ui.kit.fields import LabelledField
from reviewer_app.ui.kit.layout import ColumnLayout, RowLayout
from reviewer_app.ui.kit.text import Panel, Text, counted, hairline
from reviewer_app.ui.kit.theme import SizeClass, Theme
from reviewer_app.ui.shell.page import Page

_LEFT = 450
_LOW = 420
_NO_LIMIT = 16777215


@dataclass(frozen=True, slots=True)
class ExportChoice:
    """What is to be written: product keys, whether also without names, and one application's number (empty: all)."""

    products: tuple[str, ...]
    without_names: bool
    number: str


class ExportPage(Page):
    """`choice_changed` says that a person chose other applications or another variant."""

    choice_changed = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme)
        self.products = {
            "sheets": CheckRow(theme, self.tr("Empfehlungsblatt"), self.tr("PDF/A je Antrag, barrierefrei")),
            "workbook": CheckRow(
                theme, self.tr("Konsolidierte Mappe"), self.tr("Excel, ein Blatt je Antrag, mit Formeln")
            ),
            "annotated": CheckRow(
                theme, self.tr("PDF mit Anmerkungen"), self.tr("Kopie jeder Anlage mit Anmerkungen, ohne private")
            ),
        }
        self.without_names = CheckRow(
            theme, self.tr("Fassung ohne Namen"), self.tr("„Mitglied 1“ statt Name; Blatt und Mappe zusätzlich")
        )
        self.applications = ChoiceBox(theme)
        self.preview = PreviewPanel(theme)
        self.empty = EmptyState(theme)
        self.preview.installEventFilter(self)
        self._result_at = -1
        self._lay_out()
        for key in ("sheets", "workbook"):
            self.products[key].setChecked(True)
        self.applications.activated.connect(self._on_applications_activated)
        self.without_names.clicked.connect(self._on_without_names_clicked)
        theme.changed.connect(self._on_theme_changed)
        self._on_theme_changed()

    def _lay_out(self) -> None:
        left = Panel("window", "right")
        self._left = QScrollArea(widgetResizable=True)
        self._left.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._left.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._left.verticalScrollBar().rangeChanged.connect(self._follow_result)
        self._left.setWidget(left)
        self._fact_card = Panel("surface", "card")
        self._fact_column = ColumnLayout(self.theme, gap=0, margins=None, parent=self._fact_card)
        self._fact_column.setContentsMargins(1, 1, 1, 1)
        self._fact_title = Text("", "label", "text2")
        self._column = ColumnLayout(self.theme, gap=8, margins=(18, 16, 18, 16), parent=left)
        self._column.add(LabelledField(self.theme, self.tr("Welche Anträge"), self.applications))
        self._column.add(Text(self.tr("Das wird geschrieben"), "label", "text2"), self._card(), self._fact_title)
        self._column.add(self._fact_card, 1)
        body = QWidget()
        self._row = RowLayout(self.theme, self._left, (self.preview, 1), gap=0, parent=body)
        ground = Panel("surface")
        ColumnLayout(self.theme, self.empty, margins=None, parent=ground)
        self._stack = QStackedWidget()
        self._stack.addWidget(body)
        self._stack.addWidget(ground)
        ColumnLayout(self.theme, self._stack, parent=self)

    def _card(self) -> QWidget:
        card = Panel("surface", "card")
        column = ColumnLayout(self.theme, gap=0, margins=None, parent=card)
        column.setContentsMargins(1, 1, 1, 1)
        for box in (*self.products.values(), self.without_names):
            if column.count():
                column.addWidget(hairline())
            column.addWidget(box)
        return card

    # What is chosen

    @property
    def choice(self) -> ExportChoice:
        """What is chosen."""
        return ExportChoice(
            tuple(key for key, box in self.products.items() if box.isChecked()),
            self.without_names.isChecked(),
            str(self.applications.currentData() or ""),
        )

    # Showing

    def show_applications(self, words: Mapping[str, str]) -> None:
        """Offer the applications (words by number); the chosen one stays."""
        chosen = self.choice.number
        self.applications.clear()
        every = counted(len(words), self.tr("1 Antrag"), self.tr("Alle {n} Anträge"))
        self.applications.addItem(every, "")
        for number, text in words.items():
            self.applications.addItem(text, number)
        self.applications.setCurrentIndex(max(self.applications.findData(chosen), 0))
        self.preview.show_applications(tuple(words), self.choice.number)
        self._stack.setCurrentIndex(0 if words else 1)

    def show_sizes(self, sizes: Mapping[str, str]) -> None:
        """Show how large files are or will be, by product key."""
        for key, box in self.products.items():
            box.show_fact(sizes.get(key, ""))

    def show_facts(self, title: str, facts: Sequence[Fact]) -> None:
        """Show what stands in the file and what is missing."""
        self._fact_title.setText(title)
        while (item := self._fact_column.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        for fact in facts:
            if self._fact_column.count():
                self._fact_column.addWidget(hairline())
            self._fact_column.addWidget(FactRow(self.theme, fact))

    def show_results(self, summary: str, lines: Sequence[ResultLine], replaced: str = "") -> None:
        """Show what was written, and bring it into sight where it stands under everything else."""
        self.preview.show_results(summary, lines, replaced)
        if self.size_class is SizeClass.NARROW:
            self._scroll_to_preview()

    def _scroll_to_preview(self) -> None:
        bar = self._left.verticalScrollBar()
        bar.setValue(self.preview.y())
        self._result_at = bar.value()

    @override
    def panes(self) -> list[QWidget]:
        return [self.products["sheets"], self.preview.switch, self.preview.pages.view]

    @override
    def take_focus(self) -> None:
        if self._stack.currentIndex() == 0 or not self.empty.take_focus():
            self.products["sheets"].setFocus()

    @override
    def show_size(self, size: SizeClass, *, short: bool) -> None:
        super().show_size(size, short=short)
        narrow = size is SizeClass.NARROW
        self._left.setMaximumWidth(_NO_LIMIT if narrow else self.theme.em(_LEFT))
        self._left.setMinimumWidth(0 if narrow else self.theme.em(_LEFT))
        self.preview.setMinimumHeight(self.theme.em(_LOW) if narrow else 0)
        within = self._column.indexOf(self.preview) >= 0
        if narrow and not within:
            self._column.insertWidget(self._column.count() - 1, self.preview)
        elif not narrow and within:
            self._row.addWidget(self.preview, 1)

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self.preview and event.type() == QEvent.Type.Move:
            self._follow_result()
        return super().eventFilter(watched, event)

    def _follow_result(self) -> None:
        """Follow a result that what stands above it pushed on, unless a person scrolled since."""
        if self.size_class is SizeClass.NARROW and self._left.verticalScrollBar().value() == self._result_at:
            self._scroll_to_preview()

    # What a person does

    def _on_applications_activated(self, _index: int) -> None:
        numbers = [str(self.applications.itemData(row)) for row in range(1, self.applications.count())]
        self.preview.show_applications(numbers, self.choice.number)
        self.choice_changed.emit()

    def _on_without_names_clicked(self, checked: bool) -> None:  # noqa: FBT001 # reason: Qt's signal
        self.preview.show_without_names(offered=checked)
        self.choice_changed.emit()

    def _on_theme_changed(self) -> None:
        self.show_size(self.size_class, short=self.short)
