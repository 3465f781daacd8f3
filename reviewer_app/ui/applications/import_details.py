"""What a line of the import preview holds in detail: what a person has to say, kinds of annexes, changes, findings."""

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from reviewer_app.domain.spoken import forms
from reviewer_app.ui.kit.button import Button
from reviewer_app.ui.kit.choices import CheckBox, ChoiceBox
from reviewer_app.ui.kit.fields import LabelledField
from reviewer_app.ui.kit.text import ElidedText, Text

if TYPE_CHECKING:
    from collections.abc import Sequence

    from reviewer_app.services.previewing import Compared, PreviewLine
    from reviewer_app.ui.kit.theme import Theme
    from reviewer_app.ui.shell.messages import Messages

MOST_CHANGES = 30
MOST_FINDINGS = 8
"""Changes and findings that are written out; the rest are counted, and stand with the application once it is taken."""

_SIGNS = {"error": ("▼", "err"), "warning": ("▲", "warn"), "note": ("·", "text2")}


class ImportDetails(QWidget):
    """The details; the signals say what the person chose.

    `number_given` carries number and name, `kind_chosen` an annex and its kind, `ticked` what a choice was answered.
    """

    number_given = Signal(str, str)
    kind_chosen = Signal(str, str)
    ticked = Signal(bool)

    def __init__(self, theme: "Theme", messages: "Messages", line: "PreviewLine", number: int) -> None:
        """Show `line`; nothing is chosen by showing it."""
        super().__init__()
        self._theme = theme
        self._messages = messages
        self._number = number
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, theme.em(4))
        self._column.setSpacing(theme.em(8))
        self.number_field: QLineEdit | None = None
        self.name_field: QLineEdit | None = None
        self.choice_box: CheckBox | None = None
        self.kind_boxes: list[ChoiceBox] = []
        self._add_choice(line)
        if line.choice.value == "number" or (not line.has_form and line.state.value in {"taken", "updated"}):
            self._add_number(line)
        if not line.has_form:
            self._add_annexes(line)
        self._add_changes(line)
        self._add_findings(line)

    @property
    def has_any(self) -> bool:
        """Whether there is anything to open."""
        return self._column.count() > 0

    # Choices

    def _add_choice(self, line: "PreviewLine") -> None:
        if line.choice.value == "create_missing":
            numbers = ", ".join(one.label for one in line.compared)
            said = self.tr("In dieser Runde gibt es noch nicht: {numbers}.").format(numbers=numbers)
            self._column.addWidget(Text(said, "body", wrap=True))
            self._add_tick(self.tr("Anträge anlegen"), checked=False)
        elif line.choice.value == "same_name":
            heads = ("", self.tr("In der Datei"), self.tr("Schon da"))
            self._add_table(heads, line.compared)
            self._add_tick(self.tr("Als eigenen Antrag aufnehmen"), checked=line.is_taken)

    def _add_tick(self, words: str, *, checked: bool) -> None:
        self.choice_box = CheckBox(self._theme, words)
        self.choice_box.setObjectName(f"choice-{self._number}")
        self.choice_box.setChecked(checked)
        self.choice_box.clicked.connect(self.ticked)
        self._column.addWidget(self.choice_box, 0, Qt.AlignmentFlag.AlignLeft)

    def _add_number(self, line: "PreviewLine") -> None:
        number, name = QLineEdit(line.number), QLineEdit(line.name if line.name != line.number else "")
        number.setPlaceholderText("GC-2026-014")
        number.setObjectName(f"number-{self._number}")
        name.setObjectName(f"name-{self._number}")
        row = QHBoxLayout()
        row.setSpacing(self._theme.em(10))
        self._labelled = LabelledField(self._theme, self.tr("Antragsnummer"), number)
        row.addWidget(self._labelled, 2)
        row.addWidget(LabelledField(self._theme, self.tr("Name des Clusters (freiwillig)"), name), 3)
        check = Button(self._theme, self.tr("Angaben prüfen"))
        check.setObjectName(f"check-{self._number}")
        check.clicked.connect(self._on_number_entered)
        number.returnPressed.connect(self._on_number_entered)
        name.returnPressed.connect(self._on_number_entered)
        self.number_field, self.name_field = number, name
        self._column.addLayout(row)
        self._column.addWidget(check, 0, Qt.AlignmentFlag.AlignLeft)

    def give_typed(self) -> bool:
        """Say number and name where the person changed them and has not said so yet; return whether that was so."""
        fields = (self.number_field, self.name_field)
        if not any(one is not None and one.isModified() for one in fields):
            return False
        return self._give()

    def _on_number_entered(self) -> None:
        self._give()

    def _give(self) -> bool:
        if self.number_field is None or self.name_field is None:
            return False
        number, name = self.number_field.text().strip(), " ".join(self.name_field.text().split())
        if not number:
            self._labelled.show_error(self.tr("Bitte geben Sie die Antragsnummer an, zum Beispiel GC-2026-014."))
        else:
            self.number_field.setModified(False)
            self.name_field.setModified(False)
            self.number_given.emit(number, name)
        return True

    def _add_annexes(self, line: "PreviewLine") -> None:
        if not line.annexes:
            return
        grid = QGridLayout()
        grid.setHorizontalSpacing(self._theme.em(10))
        grid.setVerticalSpacing(self._theme.em(4))
        grid.setColumnStretch(0, 1)
        self._column.addWidget(Text(self.tr("Welche Anlage ist das?"), "label", "text2"))
        for row, annex in enumerate(line.annexes):
            pages = f" · {annex.pages}\u00a0S." if annex.pages else ""
            box = ChoiceBox(self._theme)
            for key, title in line.kinds:
                box.addItem(f"{key} {self._read(title)}", key)
            box.setCurrentIndex(box.findData(annex.kind))
            box.setSizeAdjustPolicy(ChoiceBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
            box.setMinimumContentsLength(24)
            box.setAccessibleName(self.tr("Art der Anlage {name}").format(name=annex.name))
            box.setObjectName(f"kind-{self._number}-{row}")
            box.setProperty("annex", annex.name)
            box.activated.connect(self._on_kind_activated)
            self.kind_boxes.append(box)
            grid.addWidget(ElidedText(f"{annex.name}{pages}"), row, 0)
            grid.addWidget(box, row, 1)
        self._column.addLayout(grid)

    def _on_kind_activated(self, index: int) -> None:
        box = self.sender()
        if isinstance(box, ChoiceBox):
            self.kind_chosen.emit(str(box.property("annex")), str(box.itemData(index)))

    # What is said

    def _add_changes(self, line: "PreviewLine") -> None:
        if not line.changes:
            return
        self._add_table((self.tr("Angabe"), self.tr("bisher"), self.tr("neu")), line.changes[:MOST_CHANGES])
        more = len(line.changes) - MOST_CHANGES
        if more > 0:
            self._column.addWidget(Text(self.tr("und {n} weitere Änderungen").format(n=more), "small", "text2"))

    def _add_table(self, heads: "Sequence[str]", rows: "Sequence[Compared]") -> None:
        grid = QGridLayout()
        grid.setHorizontalSpacing(self._theme.em(12))
        grid.setVerticalSpacing(self._theme.em(3))
        for column in range(3):
            grid.setColumnStretch(column, 1)
            grid.addWidget(Text(heads[column], "label", "text2"), 0, column)
        for number, one in enumerate(rows, 1):
            for column, words in enumerate((one.label, one.here, one.there)):
                said = self._read(words) or "–"
                cell = Text(said, "small", "text2" if column == 0 else "text", wrap=True)
                grid.addWidget(cell, number, column, Qt.AlignmentFlag.AlignTop)
        self._column.addLayout(grid)

    def _add_findings(self, line: "PreviewLine") -> None:
        said = [one for one in line.findings if one.severity.value != "note" or line.state.value == "refused"]
        for finding in said[:MOST_FINDINGS]:
            sign, tone = _SIGNS[finding.severity.value]
            words, remedy = self._messages.finding(finding)
            known = finding.place.file == line.file.name
            place = (replace(finding.place, file="") if known else finding.place).label(self._messages.language)
            second = " · ".join(part for part in (place, remedy) if part)
            labels = [Text(f"{sign} {words}", "body", tone, wrap=True)]
            if second:
                labels.append(Text(second, "small", "text2", wrap=True))
            for label in labels:
                label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
                self._column.addWidget(label)
        more = len(said) - MOST_FINDINGS
        if more > 0:
            self._column.addWidget(Text(self.tr("und {n} weitere Befunde").format(n=more), "small", "text2"))

    def _read(self, words: str) -> str:
        return forms(words)[self._messages.language == "en"]
