"""The right side of the export page: the sheet as it will be written, and afterwards what was written."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QScrollArea, QStackedWidget, QWidget

from reviewer_app.ui.kit.button import Button, ButtonKind, StepButton
from reviewer_app.ui.kit.choices import ChoiceBox
from reviewer_app.ui.kit.empty_state import EmptyState
from reviewer_app.ui.kit.layout import ColumnLayout, RowLayout
from reviewer_app.ui.kit.segment_switch import SegmentSwitch
from reviewer_app.ui.kit.text import ElidedText, Panel, Text
from reviewer_app.ui.kit.theme import Theme
from reviewer_app.ui.pdf.preview import PdfPreview

INTERNAL, PSEUDONYMOUS, WRITTEN = "internal", "pseudonymous", "written"


@dataclass(frozen=True, slots=True)
class ResultLine:
    """One line of what was written: a sign (✓, ▲, ▼), a strong line, a second line, a tone."""

    sign: str
    text: str
    second: str
    tone: str = "ok"


class WrittenFiles(Panel):
    """Each file with its self-check, what could not be written, and which names were replaced."""

    def __init__(self, theme: Theme) -> None:
        super().__init__("surface")
        self._theme = theme
        self.folder_button = Button(theme, self.tr("Ordner öffnen"), ButtonKind.OUTLINED, "folder")
        self._summary = Text("", "title", wrap=True)
        self._replaced_title = Text(self.tr("Ersetzte und mögliche Namen, bitte prüfen"), "label", "text2")
        self._replaced = Text("", "small", wrap=True)
        self._replaced.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        self._lines = ColumnLayout(theme)
        column = ColumnLayout(theme, gap=8, margins=(20, 16, 20, 16), parent=self)
        column.add(self._summary, self.folder_button, self._lines, self._replaced_title, self._replaced, 1)

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
        words = ColumnLayout(self._theme, gap=0)
        words.add(ElidedText(line.text, "strong"), Text(line.second, "small", "text2", wrap=True))
        across = RowLayout(self._theme, gap=10, margins=(0, 4, 0, 4), parent=row)
        across.add((Text(line.sign, "strong", line.tone), Qt.AlignmentFlag.AlignTop), (words, 1))
        return row


class PreviewPanel(QWidget):
    """`preview_wanted` asks for the sheet that is chosen here."""

    preview_wanted = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self.title = Text(self.tr("Vorschau"), "label", "text2")
        self.numbers = ChoiceBox(theme)
        self.numbers.setAccessibleName(self.tr("Antrag in der Vorschau"))
        self._before = StepButton(theme, "back", self.tr("Vorige Seite"), -1)
        self._page = Text("", "small", "text2")
        self._after = StepButton(theme, "forward", self.tr("Nächste Seite"), 1)
        self.switch = SegmentSwitch(theme, (INTERNAL, PSEUDONYMOUS, WRITTEN), self.tr("Vorschau"))
        self.pages = PdfPreview(theme)
        self.message = EmptyState(theme)
        self.written = WrittenFiles(theme)
        self._stack = QStackedWidget()
        self._without_names = self._has_written = False
        self._lay_out()
        self.switch.show_chosen(INTERNAL)
        self._show_segments()
        self.numbers.activated.connect(self._on_numbers_activated)
        self.switch.segment_chosen.connect(self._on_switch_segment_chosen)
        for button in (self._before, self._after):
            button.stepped.connect(self.pages.view.step_page)
        self.pages.view.page_reached.connect(self._on_view_page_reached)
        self.pages.pages_shown.connect(self._on_pages_shown)
        self.pages.failed.connect(self._on_pages_failed)
        theme.changed.connect(self._on_theme_changed)
        self._on_theme_changed()

    def _lay_out(self) -> None:
        self._bar = Panel("window", "bottom")
        self.numbers.setSizeAdjustPolicy(ChoiceBox.SizeAdjustPolicy.AdjustToContents)
        row = RowLayout(self._theme, gap=8, margins=(14, 0, 10, 0), parent=self._bar)
        row.add(self.title, self.numbers, self._before, self._page, self._after, 1, self.switch)
        ground = Panel("surface")
        ColumnLayout(self._theme, self.message, parent=ground)
        self._message_ground = ground
        self._files = QScrollArea(widgetResizable=True)
        self._files.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._files.setWidget(self.written)
        for view in (self.pages, ground, self._files):
            self._stack.addWidget(view)
        ColumnLayout(self._theme, self._bar, (self._stack, 1), gap=0, parent=self)

    # What is chosen

    @property
    def number(self) -> str:
        """The number of the application whose sheet is looked at; empty where there is none."""
        return str(self.numbers.currentData() or "")

    @property
    def variant(self) -> str:
        """The variant that is looked at; what was written counts as the internal one."""
        return PSEUDONYMOUS if self.switch.chosen == PSEUDONYMOUS else INTERNAL

    # Showing

    def show_applications(self, numbers: Sequence[str], chosen: str) -> None:
        """Offer the sheets one can look at; `chosen` is the only one, or else the one that is shown stays."""
        before = chosen or self.number
        self.numbers.clear()
        for number in numbers:
            self.numbers.addItem(number, number)
        self.numbers.setCurrentIndex(max(self.numbers.findData(before), 0))
        self.numbers.setEnabled(not chosen)

    def show_without_names(self, *, offered: bool) -> None:
        """Offer the sheet without names, and turn to it; or take it back."""
        self._without_names = offered
        self._show_segments()
        self.switch.show_chosen(PSEUDONYMOUS if offered else INTERNAL)

    def show_sheet(self, data: bytes, name: str) -> None:
        """Show a sheet that was made; `name` is what a screen reader calls it."""
        self.pages.show_bytes(data, name)

    def show_message(self, title: str, text: str = "", icon: str = "") -> None:
        """Show a sentence in place of the sheet."""
        self.pages.clear()
        self._show_pages(0, 0)
        self.message.show_words(title, text, icon)
        if self.switch.chosen != WRITTEN:
            self._stack.setCurrentWidget(self._message_ground)

    def show_results(self, summary: str, lines: Sequence[ResultLine], replaced: str = "") -> None:
        """Show what was written, or that nothing was."""
        self.written.show_results(summary, lines, replaced)
        self._has_written = bool(summary)
        self._show_segments()
        if summary:
            self.switch.show_chosen(WRITTEN)
            self._show_view()

    def _show_segments(self) -> None:
        words = {INTERNAL: self.tr("Empfehlungsblatt")}
        if self._without_names:
            words[PSEUDONYMOUS] = self.tr("Ohne Namen")
        if self._has_written:
            words[WRITTEN] = self.tr("Geschrieben")
        self.switch.show_words(words)
        self.switch.setVisible(len(words) > 1)

    def _show_view(self) -> None:
        """Show what the segment says."""
        written = self.switch.chosen == WRITTEN
        sheet = self.pages if self.pages.view.count else self._message_ground
        self._stack.setCurrentWidget(self._files if written else sheet)
        for widget in (self.numbers, self._before, self._page, self._after):
            widget.setVisible(not written and (widget is self.numbers or self.pages.view.count > 0))

    def _show_pages(self, page: int, count: int) -> None:
        self._page.setText(self.tr("Seite {n} von {count}").format(n=page, count=count) if count else "")
        self._before.setEnabled(page > 1)
        self._after.setEnabled(page < count)

    # What a person does

    def _on_numbers_activated(self, _index: int) -> None:
        self.preview_wanted.emit()

    def _on_switch_segment_chosen(self, key: str) -> None:
        self._show_view()
        if key != WRITTEN:
            self.preview_wanted.emit()

    def _on_view_page_reached(self, page: int, count: int) -> None:
        self._show_pages(page, count)

    def _on_pages_shown(self) -> None:
        self._show_view()

    def _on_pages_failed(self) -> None:
        self.show_message(self.tr("Das Blatt lässt sich nicht anzeigen"), icon="warning")

    def _on_theme_changed(self) -> None:
        theme = self._theme
        self._bar.setMinimumHeight(theme.em(42) + 1)
