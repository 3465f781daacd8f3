"""Takes files in, one after another, each wholly or not at all, and then tells what became of them."""

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from reviewer_app.ui.dialogs.file_questions import FileQuestions
from reviewer_app.ui.dialogs.import_report_dialog import ImportReportDialog
from reviewer_app.ui.dialogs.number_dialog import NumberDialog
from reviewer_app.ui.dialogs.question_dialog import QuestionDialog

if TYPE_CHECKING:
    from reviewer_app.domain.errors import VotumError
    from reviewer_app.services.intake import FileReport, Intake
    from reviewer_app.ui.main_window import MainWindow


_WITHOUT_NUMBER = frozenset({"package_no_number", "form_number_missing"})
_UNKNOWN_APPLICATION = frozenset({"table_unknown_application"})
"""Codes of findings that a person's answer can settle."""


class ImportFlow(QObject):
    """Carries out Import, from the menu or by dropping files on the window."""

    def __init__(self, window: "MainWindow") -> None:
        """Bind the commands to the window."""
        super().__init__(window)
        self._window = window
        self._context = window.context
        self._waiting: list[Path] = []
        self._reports: list[FileReport] = []
        self._options: Intake | None = None
        window.actions_table.bind("import", {"import": self._on_import, "import_folder": self._on_import_folder})
        window.files_dropped.connect(self._on_window_files_dropped)

    def take(self, paths: Sequence[Path]) -> None:
        """Take files and folders in; ignored while no workspace is open that can be written, or while one is at it."""
        if not self._context.can_write or self._waiting:
            return
        self._window.router.leave()
        self._waiting = list(paths)
        self._reports = []
        self._next()

    def _next(self) -> None:
        if not self._waiting:
            self._tell()
            return
        from reviewer_app.services.intake import take

        path = self._waiting[0]
        words = self.tr("Paket wird gelesen: {name}").format(name=path.name)
        pending = self._context.operations.run(take, path, self._context.now(), self._options)
        pending.done(self._on_take_done).failed(self._on_take_failed).slowly(words).write(keep=False)

    def _on_take_done(self, report: "FileReport") -> None:
        asked = self._options is not None
        self._options = None if asked else self._ask(report)
        if self._options is not None:
            self._next()
            return
        self._waiting.pop(0)
        self._reports.append(report)
        self._next()

    def _ask(self, report: "FileReport") -> "Intake | None":
        """Ask for what is missing to take a refused file; None where there is nothing to ask, or no answer."""
        from reviewer_app.services.intake import Intake

        codes = {one.code for one in report.messages if one.severity.value == "error"}
        theme, name = self._context.theme, report.file.name
        if report.refused and codes & _WITHOUT_NUMBER:
            said = NumberDialog.ask(theme, self._window, name)
            return Intake(number=said.number, name=said.name) if said else None
        if report.refused and codes and codes <= _UNKNOWN_APPLICATION:
            wanted = QuestionDialog.confirm(
                theme,
                self._window,
                self.tr("Unbekannte Anträge anlegen?"),
                self.tr("„{file}“ nennt Anträge, die es in dieser Runde noch nicht gibt.").format(file=name),
                self.tr("Anträge anlegen"),
            )
            return Intake(create_missing=True) if wanted else None
        return None

    def _on_take_failed(self, error: "VotumError") -> None:
        self._waiting.clear()
        self._options = None
        self._context.messages.tell(error)
        if self._reports:
            self._tell()

    def _tell(self) -> None:
        from reviewer_app.services.changes import Changed, Changes

        if any(not report.refused for report in self._reports):
            changes = Changes.of(Changed.APPLICATIONS, Changed.SCORES, Changed.PEOPLE)
            self._context.operations.changes_made.emit(changes)
        ImportReportDialog.tell(self._context.theme, self._window, self._reports, self._context.messages)

    def _on_import(self) -> None:
        paths = FileQuestions.packages(self._window)
        if paths:
            self.take(paths)

    def _on_import_folder(self) -> None:
        folder = FileQuestions.folder(self._window, self.tr("Ordner mit einem Antrag wählen"))
        if folder is not None:
            self.take([folder])

    def _on_window_files_dropped(self, paths: list[str]) -> None:
        self.take([Path(path) for path in paths])
