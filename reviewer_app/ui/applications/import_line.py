"""One line of the import preview: whose it is, what it holds or changes, its state; details open in place."""

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtWidgets import QGridLayout, QLineEdit, QWidget

from reviewer_app.domain.finding import shown_findings
from reviewer_app.domain.localised import read
from reviewer_app.ui.kit.button import Button, ButtonKind
from reviewer_app.ui.kit.choices import CheckBox, ChoiceBox
from reviewer_app.ui.kit.fields import LabelledField
from reviewer_app.ui.kit.layout import ColumnLayout, RowLayout
from reviewer_app.ui.kit.painting import Chip, Glyph
from reviewer_app.ui.kit.status_chip import StatusChip
from reviewer_app.ui.kit.text import ElidedText, Text, counted, some_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from reviewer_app.domain.finding import Finding
    from reviewer_app.services.intake.preview import Compared, PreviewLine, PreviewRequest, Unknown
    from reviewer_app.ui.kit.theme import Theme
    from reviewer_app.ui.shell.messages import Messages

MOST_CHANGES = 30
MOST_FINDINGS = 8
"""Changes and findings that are written out; the rest are counted, and stand with the application once it is taken."""

_WHOSE = 116
_MOST_KEYS = 8
_MOST_LABELS = 3
_SIGNS = {"error": ("▼", "err"), "warning": ("▲", "warn"), "note": ("·", "text2")}


def finding_labels(messages: "Messages", finding: "Finding", file: str = "") -> list[Text]:
    """Say what is wrong in one line, and where and how to mend it in another; `file` goes without saying."""
    sign, tone = _SIGNS[finding.severity.value]
    said, remedy = messages.finding(finding)
    at = replace(finding.place, file="") if file and finding.place.file == file else finding.place
    second = " · ".join(part for part in (at.label(messages.language), remedy) if part)
    labels = [Text(f"{sign} {said}", "body", tone, wrap=True)]
    if second:
        labels.append(Text(second, "small", "text2", wrap=True))
    for label in labels:
        label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
    return labels


def findings_count(findings: "Iterable[Finding]") -> str:
    """Say how many errors and warnings there are, in preview, report and list alike; empty where there are none."""
    severities = [one.severity.value for one in findings]
    errors, warnings = severities.count("error"), severities.count("warning")
    said = []
    if errors:
        one = QCoreApplication.translate("Findings", "1\u00a0Fehler")
        said.append(counted(errors, one, QCoreApplication.translate("Findings", "{n}\u00a0Fehler")))
    if warnings:
        one = QCoreApplication.translate("Findings", "1\u00a0Hinweis")
        said.append(counted(warnings, one, QCoreApplication.translate("Findings", "{n}\u00a0Hinweise")))
    return ", ".join(said)


def more_findings(n: int) -> str:
    """Say how many are not written out."""
    return QCoreApplication.translate("Findings", "und {n} weitere").format(n=n)


def taken_chip(word: str, findings: "Iterable[Finding]") -> Chip:
    """Return the chip of what is taken in: green only where there is nothing to look at."""
    return Chip(word, Glyph.TRIANGLE, "warn") if shown_findings(findings) else Chip(word, Glyph.CHECK, "ok")


class ImportDetails(QWidget):
    """The details; `wanted_changed` carries a function: what of a Wanted becomes what the person chose."""

    wanted_changed = Signal(object)

    def __init__(self, theme: "Theme", messages: "Messages", line: "PreviewLine", number: int) -> None:
        """Show `line`; nothing is chosen by showing it."""
        super().__init__()
        self._theme = theme
        self._messages = messages
        self._line = line
        self._number = number
        self._column = ColumnLayout(theme, gap=8, margins=(0, 0, 0, 4), parent=self)
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
            self._add_unknown(line.unknown)
        elif line.choice.value == "same_name":
            heads = ("", self.tr("In der Datei"), self.tr("Schon da"))
            self._add_table(heads, line.compared)
            self._add_tick(self.tr("Als eigenen Antrag importieren"), checked=line.is_taken)

    def _add_unknown(self, unknown: "Unknown") -> None:
        """Name what is not in the round yet, and ask whether it is to be."""
        applications, people = ", ".join(unknown.applications), ", ".join(unknown.reviewers)
        if applications:
            said = self.tr("In dieser Runde nicht vorhanden: {numbers}.").format(numbers=applications)
            self._column.addWidget(Text(said, "body", wrap=True))
        if people:
            said = self.tr("Nicht in dieser Runde: {names}. Bitte prüfen Sie die Schreibweise.").format(names=people)
            self._column.addWidget(Text(said, "body", wrap=True))
        if not people:
            tick = self.tr("Anträge anlegen")
        elif not applications:
            tick = self.tr("Als Gutachter:innen hinzufügen")
        else:
            tick = self.tr("Anträge anlegen und Gutachter:innen hinzufügen")
        self._add_tick(tick, checked=False)

    def _add_tick(self, words: str, *, checked: bool) -> None:
        self.choice_box = CheckBox(self._theme, words)
        self.choice_box.setObjectName(f"choice-{self._number}")
        self.choice_box.setChecked(checked)
        self.choice_box.clicked.connect(self._on_choice_box_clicked)
        self._column.addWidget(self.choice_box, 0, Qt.AlignmentFlag.AlignLeft)

    def _add_number(self, line: "PreviewLine") -> None:
        number, name = QLineEdit(line.number), QLineEdit(line.name if line.name != line.number else "")
        number.setPlaceholderText("GC-2026-014")
        number.setObjectName(f"number-{self._number}")
        name.setObjectName(f"name-{self._number}")
        self._labelled = LabelledField(self._theme, self.tr("Antragsnummer"), number)
        row = RowLayout(self._theme, gap=10)
        row.add((self._labelled, 2), (LabelledField(self._theme, self.tr("Name des Clusters (freiwillig)"), name), 3))
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
            self.wanted_changed.emit(lambda one: replace(one, options=replace(one.options, number=number, name=name)))
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
                box.addItem(f"{key} {read(title, self._messages.language)}", key)
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
            chosen = {str(box.property("annex")): str(box.itemData(index))}

            def changed(one: "PreviewRequest") -> "PreviewRequest":
                kinds = tuple(sorted({**dict(one.options.kinds), **chosen}.items()))
                return replace(one, options=replace(one.options, kinds=kinds))

            self.wanted_changed.emit(changed)

    def _on_choice_box_clicked(self, checked: bool) -> None:  # noqa: FBT001 # reason: carried by a signal
        if self._line.choice.value == "same_name":
            self.wanted_changed.emit(lambda one: replace(one, same_name=checked))
        else:
            self.wanted_changed.emit(lambda one: replace(one, options=replace(one.options, create_missing=checked)))

    # What is said

    def _add_changes(self, line: "PreviewLine") -> None:
        if not line.changes:
            return
        self._add_table((self.tr("Angabe"), self.tr("bisher"), self.tr("neu")), line.changes[:MOST_CHANGES])
        more = len(line.changes) - MOST_CHANGES
        if more > 0:
            words = counted(more, self.tr("und 1 weitere Änderung"), self.tr("und {n} weitere Änderungen"))
            self._column.addWidget(Text(words, "small", "text2"))

    def _add_table(self, heads: "Sequence[str]", rows: "Sequence[Compared]") -> None:
        grid = QGridLayout()
        grid.setHorizontalSpacing(self._theme.em(12))
        grid.setVerticalSpacing(self._theme.em(3))
        for column in range(3):
            grid.setColumnStretch(column, 1)
            grid.addWidget(Text(heads[column], "label", "text2"), 0, column)
        for number, one in enumerate(rows, 1):
            for column, words in enumerate((one.label, one.here, one.there)):
                said = read(words, self._messages.language) or "–"
                cell = Text(said, "small", "text2" if column == 0 else "text", wrap=True)
                grid.addWidget(cell, number, column, Qt.AlignmentFlag.AlignTop)
        self._column.addLayout(grid)

    def _add_findings(self, line: "PreviewLine") -> None:
        said = shown_findings(line.findings, with_notes=line.state.value == "refused")
        for finding in said[:MOST_FINDINGS]:
            for label in finding_labels(self._messages, finding, line.file.name):
                self._column.addWidget(label)
        more = len(said) - MOST_FINDINGS
        if more > 0:
            self._column.addWidget(Text(more_findings(more), "small", "text2"))


class ImportLine(QWidget):
    """Shows one PreviewLine; `opened` says that its details were opened or closed by the person."""

    opened = Signal(bool)

    def __init__(self, theme: "Theme", messages: "Messages", line: "PreviewLine", number: int) -> None:
        """Show `line`, the `number`th of the preview from 0."""
        super().__init__()
        self._messages = messages
        self.line = line
        self.details = ImportDetails(theme, messages, line, number)
        self.button = Button(theme, "", ButtonKind.LINK)
        self.button.setObjectName(f"open-{number}")
        self.button.setVisible(self.details.has_any)
        self.button.clicked.connect(self._on_button_clicked)
        chip = self._chip()
        whose = ElidedText(line.reviewer or line.number or self._kind(), "strong")
        whose.setFixedWidth(theme.em(_WHOSE))
        self.facts = Text(self._facts(), "small", "text2", wrap=True)
        self.facts.setToolTip(self._whole())
        words = ColumnLayout(theme, Text(line.name or line.file.name, "body", wrap=True), self.facts, gap=1)
        row = RowLayout(theme, gap=12)
        row.add(whose, (words, 1), self.button, (StatusChip(theme, chip), Qt.AlignmentFlag.AlignVCenter))
        ColumnLayout(theme, row, self.details, gap=8, margins=(13, 8, 13, 8), parent=self)
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
            "taken": taken_chip(self.tr("Neu"), self.line.findings),
            "updated": Chip(self.tr("Ersetzt"), Glyph.HALF, "info"),
            "unchanged": Chip(self.tr("Schon da"), Glyph.RING),
            "needs_choice": Chip(self.tr("Prüfen"), Glyph.TRIANGLE, "warn"),
            "refused": Chip(self.tr("Abgelehnt"), Glyph.CROSS, "err"),
        }[self.line.state.value]

    def _changed(self) -> str:
        """Name the first things that change."""
        return some_of(self._labels(), _MOST_LABELS)

    def _labels(self) -> list[str]:
        return list(dict.fromkeys(read(one.label, self._messages.language) for one in self.line.changes))

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
        facts = self._facts_of_review() if line.reviewer else self._facts_of_application()
        return " · ".join(part for part in (*facts, findings_count(line.findings)) if part)

    def _why(self) -> str:
        if self.line.choice.value == "same_name":
            return self.tr("Der Antrag {number} hat denselben Namen.").format(number=self.line.compared[0].there)
        errors = [one for one in self.line.findings if one.severity.value == "error"]
        return self._messages.finding(errors[0])[0] if errors else ""

    def _facts_of_review(self) -> list[str]:
        line = self.line
        if line.criteria:
            n = len(line.criteria)
            keys = some_of(line.criteria, _MOST_KEYS)
            said = self.tr("1 Kriterium geändert: {keys}") if n == 1 else self.tr("{n} Kriterien geändert: {keys}")
            return [said.format(n=n, keys=keys)]
        values = counted(line.values, self.tr("1\u00a0Wert"), self.tr("{n}\u00a0Werte"))
        reasons = (
            self.tr("1\u00a0Begründung")
            if line.rationales == 1
            else self.tr("{n}\u00a0Begründungen").format(n=line.rationales)
        )
        return [f"{values}, {reasons}", line.number]

    def _facts_of_application(self) -> list[str]:
        line = self.line
        n, changed = len(line.annexes), len(line.changes)
        parts = [self.tr("Formular")] if line.has_form else []
        if n:
            parts.append(counted(n, self.tr("1\u00a0Anlage"), self.tr("{n}\u00a0Anlagen")))
        if line.members:
            parts.append(self.tr("{n}\u00a0Mitglieder").format(n=line.members))
        facts = [", ".join(parts)]
        if line.version > 1:
            said = self.tr("Fassung {new} ersetzt {old}")
            facts = [said.format(new=line.version, old=line.version - 1)]
            if changed:
                said = counted(changed, self.tr("1\u00a0Änderung"), self.tr("{n}\u00a0Änderungen"))
                facts.append(f"{said}: {self._changed()}")
        return facts
