"""What became of each imported file: taken, updated, already there, refused, with every finding, place and remedy."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHeaderView, QTreeWidget, QTreeWidgetItem, QWidget

from reviewer_app.ui.dialogs.dialog import Dialog
from reviewer_app.ui.messages import Messages
from reviewer_app.ui.theme import Theme
from reviewer_app.ui.widgets.text import Text

if TYPE_CHECKING:
    from reviewer_app.services.intake import FileReport

_SIGNS = {"error": "▼", "warning": "▲", "note": "·"}


class ImportReportDialog(Dialog):
    """The report; nothing can be changed in it."""

    def __init__(self, theme: Theme, parent: QWidget, reports: Sequence["FileReport"], messages: Messages) -> None:
        """Show `reports`, worded by `messages`."""
        super().__init__(theme, parent, self._title_of(reports), 760, self.tr("Schließen"), "")
        self._messages = messages
        self.tree = QTreeWidget()
        self.tree.setAccessibleName(self.tr("Was aus den Dateien wurde"))
        self.tree.setHeaderLabels([self.tr("Datei und Befund"), self.tr("Stand und Stelle"), self.tr("Abhilfe")])
        self.tree.setWordWrap(True)
        self.tree.setMinimumHeight(theme.em(320))
        head = self.tree.header()
        head.setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        head.setStretchLastSection(False)
        head.setSectionResizeMode(1, QHeaderView.ResizeMode.ResizeToContents)
        head.setSectionResizeMode(2, QHeaderView.ResizeMode.Stretch)
        for report in reports:
            self.tree.addTopLevelItem(self._item(report))
        self.tree.expandAll()
        first = self.tree.topLevelItem(0)
        if first is not None:
            self.tree.setCurrentItem(first)
        refused = sum(report.refused for report in reports)
        if refused:
            said = self.tr(
                "Abgelehnte Dateien haben nichts verändert. Bessern Sie nach und importieren Sie sie erneut."
            )
            self.body.addWidget(Text(said, "body", wrap=True))
        self.body.addWidget(self.tree)

    def _title_of(self, reports: Sequence["FileReport"]) -> str:
        taken = sum(report.outcome.value in {"taken", "updated"} for report in reports)
        if taken == 0:
            return self.tr("Nichts übernommen")
        return self.tr("1 Datei übernommen") if taken == 1 else self.tr("{n} Dateien übernommen").format(n=taken)

    def _item(self, report: "FileReport") -> QTreeWidgetItem:
        words = {
            "taken": "✓ " + self.tr("Neu"),
            "updated": "✓ " + self.tr("Ersetzt"),
            "unchanged": "○ " + self.tr("Schon da"),
            "refused": "✗ " + self.tr("Abgelehnt"),
        }
        name = report.file.name
        item = QTreeWidgetItem([f"{name} · {report.application}" if report.application else name])
        item.setText(1, words[report.outcome.value])
        for finding in report.messages:
            text, remedy = self._messages.finding(finding)
            place = finding.place.label(self._messages.language)
            below = QTreeWidgetItem([f"{_SIGNS[finding.severity.value]} {text}", place, remedy])
            for column in range(3):
                below.setToolTip(column, below.text(column))
                below.setTextAlignment(column, Qt.AlignmentFlag.AlignTop)
            item.addChild(below)
        return item

    @classmethod
    def tell(cls, theme: Theme, parent: QWidget, reports: Sequence["FileReport"], messages: Messages) -> None:
        """Show the report until it is closed."""
        cls(theme, parent, reports, messages).exec()
