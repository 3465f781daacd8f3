"""The import preview: one line for each file or review, and nothing changes before it is taken."""

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, override

from PySide6.QtCore import QPoint, Qt, QTimer
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QLineEdit, QWidget

from reviewer_app.ui.applications.import_line import ImportLine
from reviewer_app.ui.kit.accessibility import announce
from reviewer_app.ui.kit.layout import ColumnLayout
from reviewer_app.ui.kit.text import Panel, Text, counted
from reviewer_app.ui.shell.dialog import Dialog

if TYPE_CHECKING:
    from pathlib import Path

    from reviewer_app.services.intake.preview import PreviewLine, PreviewRequest
    from reviewer_app.ui.kit.theme import Theme
    from reviewer_app.ui.shell.messages import Messages

type Recheck = Callable[
    [Sequence["PreviewRequest"], Callable[[Sequence["PreviewLine"]], None], Callable[[], None]], None
]
"""Checks again the files as they are wanted now, and then shows the lines; the last is for when that failed."""


def _key(line: "PreviewLine") -> "tuple[Path, str]":
    return (line.file, line.reviewer)


class ImportDialog(Dialog):
    """The preview; `wanted` says how the files are to be taken as the person left it."""

    def __init__(
        self,
        theme: "Theme",
        parent: QWidget,
        wanted: Sequence["PreviewRequest"],
        lines: Sequence["PreviewLine"],
        messages: "Messages",
        recheck: Recheck,
    ) -> None:
        """Show `lines`; `recheck` is called after each choice."""
        super().__init__(theme, parent, self._title_of(lines), 610, self.tr("Importieren"), self.tr("Abbrechen"))
        self._messages = messages
        self._recheck = recheck
        self.wanted = tuple(wanted)
        self.lines: list[ImportLine] = []
        self._open: set[tuple[Path, str]] = set()
        self._opened: tuple[Path, str] | None = None
        self._scrolled = 0
        self.scroll_area.setAccessibleName(self.tr("Voraussichtliches Ergebnis des Imports"))
        self.state_text = Text("", "body", "text2", wrap=True)
        self._card = Panel("raised", "card")
        self._column = ColumnLayout(theme, gap=0, margins=None, parent=self._card)
        self._column.setContentsMargins(1, 0, 1, 0)
        self._kept = Text("", "body", "text2", wrap=True)
        self.body.add(self.state_text, self._card, self._kept)
        self._open.update(_key(line) for line in [one for one in lines if one.state.value == "needs_choice"][:1])
        self.show_lines(lines)

    def _title_of(self, lines: Sequence["PreviewLine"]) -> str:
        n, reviews = len(lines), all(line.reviewer for line in lines)
        if reviews:
            return counted(n, self.tr("1 Gutachten importieren"), self.tr("{n} Gutachten importieren"))
        files = len({line.file for line in lines})
        return counted(files, self.tr("1 Datei importieren"), self.tr("{n} Dateien importieren"))

    @property
    def taken(self) -> int:
        """How many lines would be taken."""
        return sum(one.line.is_taken for one in self.lines)

    def show_lines(self, lines: Sequence["PreviewLine"]) -> None:
        """Show what would become of the files now; the focus stays where it was."""
        self._scrolled = self.scroll_area.verticalScrollBar().value()
        focused = self.focusWidget()
        name = focused.objectName() if focused is not None else ""
        self._clear()
        for number, line in enumerate(lines):
            if number:
                self._column.addWidget(self._rule())
            made = self._line(number, line)
            self._column.addWidget(made)
            made.show()
        self._show_count(lines)
        target = self.findChild(QWidget, name) if name else None
        if target is not None and target.isEnabled():
            target.setFocus()
        QTimer.singleShot(0, self, self._scroll_back)

    def _scroll_back(self) -> None:
        self.scroll_area.verticalScrollBar().setValue(self._scrolled)

    def _clear(self) -> None:
        while (item := self._column.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.setParent(None)
                widget.deleteLater()
        self.lines = []

    def _rule(self) -> QFrame:
        rule = Panel("", "top")
        rule.setFixedHeight(1)
        return rule

    def _line(self, number: int, line: "PreviewLine") -> ImportLine:
        made = ImportLine(self.theme, self._messages, line, number)
        made.show_open(is_open=_key(line) in self._open)
        made.opened.connect(self._on_line_opened)
        made.details.wanted_changed.connect(self._on_details_wanted_changed)
        self.lines.append(made)
        return made

    def _show_count(self, lines: Sequence["PreviewLine"]) -> None:
        n = self.taken
        self.state_text.setText(self.tr("Vorschau, noch ist nichts geändert"))
        self.accept_button.setText(self.tr("{n} importieren").format(n=n))
        self.accept_button.setVisible(n > 0)
        self.accept_button.setEnabled(n > 0)
        self.accept_button.setDefault(n > 0)
        self.reject_button.setDefault(n == 0)
        waits = any(line.state.value == "needs_choice" for line in lines)
        self.reject_button.setText(self.tr("Abbrechen") if n or waits else self.tr("Schließen"))
        said = [self.tr("Ein Import lässt sich nicht rückgängig machen.")] if n else []
        if any(line.state.value == "updated" for line in lines):
            said.append(self.tr("Die bisherigen Fassungen bleiben in der Arbeitsdatei erhalten."))
        if waits:
            said.append(self.tr("Was zu prüfen ist, wird erst nach Ihrer Entscheidung importiert."))
        self._kept.setText(" ".join(said))
        self._kept.setVisible(bool(said))

    @override
    def accept(self) -> None:
        """Take what is shown; a number that was typed but not checked is checked first."""
        for one in self.lines:
            if one.details.give_typed():
                return
        super().accept()

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        in_field = isinstance(self.focusWidget(), QLineEdit)
        if not (in_field and event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}):  # Enter in a field takes nothing
            super().keyPressEvent(event)

    # What the person says

    def _line_of(self, sender: object) -> ImportLine | None:
        return next((one for one in self.lines if sender in (one, one.details)), None)

    def _on_line_opened(self, is_open: bool) -> None:  # noqa: FBT001 # reason: carried by a signal
        line = self._line_of(self.sender())
        if line is None:
            return
        key = self._opened = _key(line.line)
        self._open = self._open | {key} if is_open else self._open - {key}
        if is_open:
            QTimer.singleShot(0, line, self._show_opened)

    def _show_opened(self) -> None:
        """Make room for what was opened, as far as the window has it, and bring it into sight."""
        window, content = self.parentWidget(), self.scroll_area.widget()
        if window is None or content is None:
            return
        wanted = min(content.sizeHint().height() + self.theme.em(120), window.height() - self.theme.em(40))
        if wanted > self.height():
            self.resize(self.width(), wanted)
            self.move(window.geometry().center() - self.rect().center())
        line = next((one for one in self.lines if _key(one.line) == self._opened), None)
        if line is not None:
            self.scroll_area.ensureWidgetVisible(line, 0, self.theme.em(8))
            top = line.mapTo(content, QPoint(0, 0)).y()
            self.scroll_area.ensureVisible(0, top, 0, self.theme.em(8))

    def _on_details_wanted_changed(self, changed: Callable[["PreviewRequest"], "PreviewRequest"]) -> None:
        line = self._line_of(self.sender())
        if line is None:
            return
        self.wanted = tuple(changed(one) if one.file == line.line.file else one for one in self.wanted)
        said = self.tr("Wird geprüft …")
        self.state_text.setText(said)
        self.accept_button.setEnabled(False)
        announce(self, said)
        concerned = self._concerned(line.line)
        self._recheck([one for one in self.wanted if one.file in concerned], self.show_rechecked, self.reject)

    def _concerned(self, line: "PreviewLine") -> "set[Path]":
        """Give the files a choice can make a difference to: those of the same number or name, before or after it."""
        numbers = {line.number} | {one.options.number for one in self.wanted if one.file == line.file}
        numbers.discard("")
        every = [one.line for one in self.lines]
        return {line.file} | {
            one.file for one in every if one.number in numbers or (line.name and one.name == line.name)
        }

    def show_rechecked(self, lines: Sequence["PreviewLine"]) -> None:
        """Put lines that were checked again in the place of those of their files."""
        every = [one.line for one in self.lines]
        again = {line.file for line in lines}
        self.show_lines(
            [line for one in self.wanted for line in (lines if one.file in again else every) if line.file == one.file]
        )

    @classmethod
    def ask(
        cls,
        theme: "Theme",
        parent: QWidget,
        wanted: Sequence["PreviewRequest"],
        lines: Sequence["PreviewLine"],
        messages: "Messages",
        recheck: Recheck,
    ) -> "tuple[PreviewRequest, ...] | None":
        """Return the files that are to be taken and how; None when the person went back."""
        dialog = cls(theme, parent, wanted, lines, messages, recheck)
        accepted = bool(dialog.exec())
        taken = {one.line.file for one in dialog.lines if one.line.is_taken}
        return tuple(one for one in dialog.wanted if one.file in taken) if accepted else None
