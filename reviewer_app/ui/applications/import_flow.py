"""Leads every way of importing through the preview: read, shown, taken one after another, told."""

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, QTimer
from PySide6.QtWidgets import QApplication, QDialog

from reviewer_app.domain.errors import MendableError
from reviewer_app.ui.kit.text import counted
from reviewer_app.ui.shell.file_questions import FileQuestions
from reviewer_app.ui.shell.messages import CANCELLED, Band, Tone

if TYPE_CHECKING:
    from reviewer_app.domain.errors import VotumError
    from reviewer_app.services.intake.files import FileReport, Prepared
    from reviewer_app.services.intake.preview import PreviewLine, PreviewRequest
    from reviewer_app.services.ports import Workspace
    from reviewer_app.ui.shell.main_window import MainWindow
    from reviewer_app.ui.shell.threads import JobProgress

_BAND = "import"


class ImportFlow(QObject):
    """Carries out Import, from the menu or by dropping files; `reports` are those of the last import."""

    def __init__(self, window: "MainWindow") -> None:
        super().__init__(window)
        self._window = window
        self._context = window.context
        self.busy = False
        self._wanted: tuple[PreviewRequest, ...] = ()
        self._waiting: list[PreviewRequest] = []
        self._lines: tuple[PreviewLine, ...] = ()
        self._chosen = 0
        self._progress: JobProgress | None = None
        self._workspace: Workspace | None = None
        self.reports: list[FileReport] = []
        self._show: Callable[[Sequence[PreviewLine]], None] | None = None
        self._failed: Callable[[], None] | None = None
        commands = {
            "import": self._on_import,
            "import_folder": self._on_import_folder,
            "import_report": self._on_import_report,
        }
        window.actions_table.bind("import", commands)
        window.files_dropped.connect(self._on_window_files_dropped)

    def take(self, paths: Sequence[Path]) -> None:
        """Show what would become of files and folders, then take what the person wants; one import at a time."""
        if self.busy or not paths:
            if paths:
                self._context.messages.note(self.tr("Es läuft bereits ein Import."))
            return
        if not self._context.can_write:
            self._context.messages.note(self.tr("Öffnen Sie zuerst eine Runde; danach lassen sich Pakete importieren."))
            return
        from reviewer_app.services.intake.preview import preview_paths

        self._window.router.leave()
        self.busy, self._workspace, self.reports = True, self._context.workspace, []
        words = self.tr("Paket wird gelesen: {name}")
        progress = self._context.operations.progress(words)
        pending = self._context.operations.run(preview_paths, tuple(paths), self._context.now(), progress)
        pending.done(self._on_preview_paths_done).failed(self._on_preview_failed)
        pending.slowly(words.format(name=paths[0].name), progress).rehearse()

    # The preview

    def _on_preview_paths_done(
        self, found: "tuple[tuple[PreviewRequest, ...], tuple[PreviewLine, ...]] | None"
    ) -> None:
        if found is None:
            self._cancelled()
            return
        self._wanted, self._lines = found
        self._ask_now()

    def _ask_now(self) -> None:
        lines = self._lines
        other = QApplication.activeModalWidget()
        if isinstance(other, QDialog):  # one question at a time
            other.finished.connect(self._on_other_finished, Qt.ConnectionType.SingleShotConnection)
            return
        from reviewer_app.ui.applications.import_dialog import ImportDialog

        context = self._context
        chosen = ImportDialog.ask(context.theme, self._window, self._wanted, lines, context.messages, self._recheck)
        self._show = self._failed = None
        if chosen:
            self._waiting, self.reports = list(chosen), []
            self._chosen, self._progress = len(chosen), context.operations.progress()
            self._next()
        elif any(line.is_taken or line.choice for line in lines):
            self._cancelled()
        else:
            self.busy = False

    def _on_other_finished(self) -> None:
        QTimer.singleShot(0, self, self._ask_now)

    def _on_preview_failed(self, error: "VotumError") -> None:
        if error.code == CANCELLED:
            self._cancelled()
            return
        self.busy = False
        self._context.messages.tell(error)

    def _cancelled(self) -> None:
        self.busy = False
        self._context.messages.note(self.tr("Abgebrochen. Nichts wurde geändert."))

    def _recheck(
        self,
        wanted: "Sequence[PreviewRequest]",
        show: "Callable[[Sequence[PreviewLine]], None]",
        failed: Callable[[], None],
    ) -> None:
        from reviewer_app.services.intake.preview import preview

        self._show, self._failed = show, failed
        pending = self._context.operations.run(preview, tuple(wanted), self._context.now())
        pending.done(self._on_recheck_done).failed(self._on_recheck_failed).rehearse()

    def _on_recheck_done(self, lines: "tuple[PreviewLine, ...] | None") -> None:
        if lines is not None and self._show is not None:
            self._show(lines)

    def _on_recheck_failed(self, error: "VotumError") -> None:
        self._context.messages.tell(error)
        if self._failed is not None:
            self._failed()

    # Taking

    def _next(self) -> None:
        """Read the next file beside everything else; what is read is then stored at one go."""
        progress = self._progress
        if not self._waiting or progress is None:
            self._tell()
            return
        from reviewer_app.domain.cancellation import cancel_check
        from reviewer_app.services.intake.files import prepare

        if self._is_stopped:
            self._on_take_failed(MendableError(CANCELLED))
            return
        one = self._waiting[0]
        words = self.tr("Paket wird importiert: {name}").format(name=one.file.name)
        go_on = cancel_check(progress, self._chosen - len(self._waiting), self._chosen, words)
        pending = self._context.operations.run(prepare, one.file, self._context.now(), one.options, go_on)
        pending.done(self._on_prepare_done).failed(self._on_take_failed).slowly(words, progress).read()

    @property
    def _is_stopped(self) -> bool:
        """Whether the person has stopped it, or has gone to another round, which is not what it was chosen for."""
        cancelled = self._progress is not None and self._progress.cancelled
        return cancelled or self._context.workspace is not self._workspace

    def _on_prepare_done(self, prepared: "Prepared") -> None:
        if self._is_stopped:
            self._on_take_failed(MendableError(CANCELLED))
            return
        from reviewer_app.services.intake.files import take_prepared

        pending = self._context.operations.run(take_prepared, prepared, self._context.now())
        words = self.tr("Paket wird importiert: {name}").format(name=prepared.file.name)
        pending.done(self._on_take_done).failed(self._on_take_failed).slowly(words, self._progress).write(keep=False)

    def _on_take_done(self, report: "FileReport") -> None:
        self._waiting.pop(0)
        self.reports.append(report)
        self._next()

    def _on_take_failed(self, error: "VotumError") -> None:
        self._waiting.clear()
        if error.code == CANCELLED and any(not report.refused for report in self.reports):
            self._context.messages.note(self.tr("Abgebrochen. Die übrigen Dateien wurden nicht importiert."))
        else:
            self._context.messages.tell(error)
        self._tell()

    def _tell(self) -> None:
        from reviewer_app.services.changes import Changed, Changes

        self.busy = False
        taken = sum(report.outcome.value in {"taken", "updated"} for report in self.reports)
        if taken:
            changes = Changes.of(Changed.APPLICATIONS, Changed.SCORES, Changed.PEOPLE, Changed.ANNOTATIONS)
            self._context.operations.changes_made.emit(changes)
            said = counted(taken, self.tr("1 Datei importiert"), self.tr("{n} Dateien importiert"))
            show = self.tr("Bericht zeigen")
            band = Band(_BAND, said, tone=Tone.DONE, action=show, on_action=self._on_import_report)
            self._context.messages.band(band)
            self._show_first()
        if any(report.refused for report in self.reports):
            self._on_import_report()

    def _show_first(self) -> None:
        """Put the list, where it is in sight, on the first application that was taken."""
        from reviewer_app.ui.applications.page import ApplicationsPage

        page = self._window.router.page
        first = next((one.application for one in self.reports if one.application and not one.refused), "")
        if first and isinstance(page, ApplicationsPage):
            page.choose(first)
            page.table.setFocus()

    # Commands

    def _on_import_report(self) -> None:
        if self.reports and self._context.workspace is self._workspace:
            from reviewer_app.ui.applications.import_report_dialog import ImportReportDialog

            context = self._context
            ImportReportDialog.tell(context.theme, self._window, self.reports, context.messages)
        else:
            self._context.messages.note(self.tr("Seit dem Öffnen wurde noch nichts importiert."))

    def _on_import(self) -> None:
        self.take(FileQuestions.packages(self._window))

    def _on_import_folder(self) -> None:
        folder = FileQuestions.folder(self._window, self.tr("Ordner mit einem oder mehreren Anträgen wählen"))
        if folder is not None:
            self.take([folder])

    def _on_window_files_dropped(self, paths: list[str]) -> None:
        self.take([Path(path) for path in paths])
