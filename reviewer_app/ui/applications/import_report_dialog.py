"""What became of each imported file: taken, updated, already there, refused, with every finding, place and remedy."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from reviewer_app.domain.finding import shown_findings
from reviewer_app.ui.applications.import_line import finding_labels, findings_count, more_findings, taken_chip
from reviewer_app.ui.kit.layout import ColumnLayout, RowLayout
from reviewer_app.ui.kit.painting import Chip, Glyph
from reviewer_app.ui.kit.status_chip import StatusChip
from reviewer_app.ui.kit.text import ElidedText, Panel, Text, counted
from reviewer_app.ui.kit.theme import Theme
from reviewer_app.ui.shell.dialog import Dialog
from reviewer_app.ui.shell.messages import Messages

if TYPE_CHECKING:
    from reviewer_app.services.intake.files import FileReport

MOST = 100
"""Findings of one file that are written out; the rest are counted, and stand with the application anyway."""


class ImportReportDialog(Dialog):
    """The report; nothing can be changed in it, its text can be marked and copied."""

    def __init__(self, theme: Theme, parent: QWidget, reports: Sequence["FileReport"], messages: Messages) -> None:
        """Show `reports`, worded by `messages`."""
        super().__init__(theme, parent, self._title_of(reports), 720, self.tr("Schließen"), "")
        self._messages = messages
        self.scroll_area.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.scroll_area.setAccessibleName(self.tr("Ergebnis des Imports"))
        if any(report.refused for report in reports):
            said = self.tr(
                "Abgelehnte Dateien haben nichts geändert. Sie können nach der Berichtigung erneut importiert werden."
            )
            self.body.addWidget(Text(said, "body", wrap=True))
        self.cards = [self._card(report) for report in reports]
        for card in self.cards:
            self.body.addWidget(card)

    def _title_of(self, reports: Sequence["FileReport"]) -> str:
        taken = sum(report.outcome.value in {"taken", "updated"} for report in reports)
        if taken == 0:
            return self.tr("Nichts importiert")
        return counted(taken, self.tr("1 Datei importiert"), self.tr("{n} Dateien importiert"))

    def _chip(self, report: "FileReport") -> Chip:
        return {
            "taken": taken_chip(self.tr("Neu"), report.messages),
            "updated": taken_chip(self.tr("Ersetzt"), report.messages),
            "unchanged": Chip(self.tr("Schon da"), Glyph.RING),
            "refused": Chip(self.tr("Abgelehnt"), Glyph.CROSS, "err"),
        }[report.outcome.value]

    def _card(self, report: "FileReport") -> Panel:
        card = Panel("surface", "card")
        name = report.file.name
        head = RowLayout(self.theme, gap=10)
        head.add(StatusChip(self.theme, self._chip(report)))
        facts = [part for part in (name, report.application, findings_count(report.messages)) if part]
        head.add((ElidedText(" · ".join(facts), "strong"), 1))
        column = ColumnLayout(self.theme, head, gap=4, margins=12, parent=card)
        said = shown_findings(report.messages, with_notes=True)
        for finding in said[:MOST]:
            for label in finding_labels(self._messages, finding):
                column.addWidget(label)
        more = len(said) - MOST
        if more > 0:
            column.addWidget(Text(more_findings(more), "small", "text2"))
        return card

    @classmethod
    def tell(cls, theme: Theme, parent: QWidget, reports: Sequence["FileReport"], messages: Messages) -> None:
        """Show the report until it is closed."""
        cls(theme, parent, reports, messages).exec()
