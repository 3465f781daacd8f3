"""One line of the import preview: whose it is, what it holds or changes, its state; details open in place."""

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from reviewer_app.domain.spoken import forms
from reviewer_app.ui.applications.import_details import ImportDetails
from reviewer_app.ui.kit.button import Button, Kind
from reviewer_app.ui.kit.painting import Chip, Glyph
from reviewer_app.ui.kit.status_chip import StatusChip
from reviewer_app.ui.kit.text import ElidedText, Text, some_of

if TYPE_CHECKING:
    from reviewer_app.services.previewing import PreviewLine
    from reviewer_app.ui.kit.theme import Theme
    from reviewer_app.ui.shell.messages import Messages

_WHOSE = 116
_MOST_KEYS = 8
_MOST_LABELS = 3


class ImportLine(QWidget):
    """Shows one PreviewLine; `opened` says that its details were opened or closed by the person."""

    opened = Signal(bool)

    def __init__(self, theme: "Theme", messages: "Messages", line: "PreviewLine", number: int) -> None:
        """Show `line`, the `number`th of the preview from 0."""
        super().__init__()
        self._messages = messages
        self.line = line
        self.details = ImportDetails(theme, messages, line, number)
        self.button = Button(theme, "", Kind.LINK)
        self.button.setObjectName(f"open-{number}")
        self.button.setVisible(self.details.has_any)
        self.button.clicked.connect(self._on_button_clicked)
        chip = self._chip()
        whose = ElidedText(line.reviewer or line.number or self._kind(), "strong")
        whose.setFixedWidth(theme.em(_WHOSE))
        words = QVBoxLayout()
        words.setSpacing(theme.em(1))
        words.addWidget(Text(line.name or line.file.name, "body", wrap=True))
        self.facts = Text(self._facts(), "small", "text2", wrap=True)
        self.facts.setToolTip(self._whole())
        words.addWidget(self.facts)
        row = QHBoxLayout()
        row.setSpacing(theme.em(12))
        row.addWidget(whose)
        row.addLayout(words, 1)
        row.addWidget(self.button)
        row.addWidget(StatusChip(theme, chip), 0, Qt.AlignmentFlag.AlignVCenter)
        column = QVBoxLayout(self)
        column.setContentsMargins(*[theme.em(side) for side in (13, 8, 13, 8)])
        column.setSpacing(theme.em(8))
        column.addLayout(row)
        column.addWidget(self.details)
        spoken = (line.reviewer, line.number, line.name or line.file.name, chip.word, self.facts.text())
        self.setAccessibleName(", ".join(part for part in spoken if part))
        self.show_open(is_open=False)

    def show_open(self, *, is_open: bool) -> None:
        """Show or hide the details."""
        self.details.setVisible(is_open and self.details.has_any)
        self.button.setText(self.tr("Schließen") if is_open else self._open_words())
        self.button.setAccessibleName(f"{self.button.text()}: {self.line.name or self.line.file.name}")

    def _open_words(self) -> str:
        if self.line.choice.value:
            return self.tr("Vergleichen") if self.line.compared else self.tr("Angeben")
        return self.tr("Zeigen")

    def _on_button_clicked(self) -> None:
        is_open = self.details.isHidden()
        self.show_open(is_open=is_open)
        self.opened.emit(is_open)

    # Words

    def _chip(self) -> Chip:
        return {
            "taken": Chip(self.tr("Neu"), Glyph.CHECK, "ok"),
            "updated": Chip(self.tr("Ersetzt"), Glyph.HALF, "info"),
            "unchanged": Chip(self.tr("Schon da"), Glyph.RING),
            "needs_choice": Chip(self.tr("Prüfen"), Glyph.TRIANGLE, "warn"),
            "refused": Chip(self.tr("Abgelehnt"), Glyph.CROSS, "err"),
        }[self.line.state.value]

    def _changed(self) -> str:
        """Name the first things that change."""
        return some_of(self._labels(), _MOST_LABELS)

    def _labels(self) -> list[str]:
        return list(dict.fromkeys(forms(one.label)[self._messages.language == "en"] for one in self.line.changes))

    def _whole(self) -> str:
        """Name everything that changes where the line names only the first of it."""
        n, most = (len(self.line.criteria), _MOST_KEYS) if self.line.reviewer else (len(self._labels()), _MOST_LABELS)
        return ", ".join(self.line.criteria or self._labels()) if n > most else ""

    def _kind(self) -> str:
        return {
            "folder": self.tr("Ordner"),
            "score_table": self.tr("Punktetabelle"),
            "workbook": self.tr("Formular"),
            "package": self.tr("Paket"),
        }.get(self.line.kind, self.tr("Datei"))

    def _facts(self) -> str:
        line = self.line
        if line.state.value in {"refused", "needs_choice"}:
            return self._why()
        if line.state.value == "unchanged":
            return self.tr("Gleicher Inhalt")
        if line.reviewer:
            return self._facts_of_review()
        return self._facts_of_application()

    def _why(self) -> str:
        if self.line.choice.value == "same_name":
            return self.tr("Der Antrag {number} heißt auch so.").format(number=self.line.compared[0].there)
        errors = [one for one in self.line.findings if one.severity.value == "error"]
        return self._messages.finding(errors[0])[0] if errors else ""

    def _facts_of_review(self) -> str:
        line = self.line
        if line.criteria:
            n = len(line.criteria)
            keys = some_of(line.criteria, _MOST_KEYS)
            said = self.tr("1 Kriterium geändert: {keys}") if n == 1 else self.tr("{n} Kriterien geändert: {keys}")
            return said.format(n=n, keys=keys)
        values = self.tr("1\u00a0Wert") if line.values == 1 else self.tr("{n}\u00a0Werte").format(n=line.values)
        reasons = (
            self.tr("1\u00a0Begründung")
            if line.rationales == 1
            else self.tr("{n}\u00a0Begründungen").format(n=line.rationales)
        )
        return f"{values}, {reasons} · {line.number}"

    def _facts_of_application(self) -> str:
        line = self.line
        n, changed = len(line.annexes), len(line.changes)
        parts = [self.tr("Formular")] if line.has_form else []
        if n:
            parts.append(self.tr("1\u00a0Anlage") if n == 1 else self.tr("{n}\u00a0Anlagen").format(n=n))
        if line.members:
            parts.append(self.tr("{n}\u00a0Mitglieder").format(n=line.members))
        facts = [", ".join(parts)]
        if line.version > 1:
            said = self.tr("Fassung {new} ersetzt {old}")
            facts = [said.format(new=line.version, old=line.version - 1)]
            if changed:
                said = self.tr("1\u00a0Änderung") if changed == 1 else self.tr("{n}\u00a0Änderungen").format(n=changed)
                facts.append(f"{said}: {self._changed()}")
        found = sum(one.severity.value != "note" for one in line.findings)
        if found:
            facts.append(self.tr("1\u00a0Befund") if found == 1 else self.tr("{n}\u00a0Befunde").format(n=found))
        return " · ".join(part for part in facts if part)
