"""Writes workbook and sheets where the person wants them, and says what was written and whether it agrees."""

from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING, override

from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices

from reviewer_app.ui import navigation
from reviewer_app.ui.actions import Handler
from reviewer_app.ui.context import Context
from reviewer_app.ui.dialogs.file_questions import FileQuestions
from reviewer_app.ui.navigation import Place
from reviewer_app.ui.pages.export_page import ExportPage, ResultLine
from reviewer_app.ui.presenters.presenter import Header, Presenter

if TYPE_CHECKING:
    from reviewer_app.domain.errors import VotumError
    from reviewer_app.exports.material import Counts
    from reviewer_app.services.changes import Changes
    from reviewer_app.services.exporting import ExportReport
    from reviewer_app.services.worklist import WorkList

_MEGABYTE = 1_000_000
_KILOBYTE = 1_000


class ExportPresenter(Presenter):
    """The presenter of the export page."""

    page_id = navigation.EXPORT
    offers = ("export_all",)

    def __init__(self, context: Context, page: ExportPage) -> None:
        """Fill `page`."""
        super().__init__(context)
        self._page = page
        self._folder: Path | None = None
        page.folder_wanted.connect(self._on_page_folder_wanted)

    @override
    def show_place(self, place: Place) -> None:
        """Load the applications one can choose."""
        self._load()

    @override
    def refresh(self, changes: "Changes") -> None:
        """Load again while in sight."""
        if changes.kinds and self._page.isVisible():
            self._load()

    @override
    def header(self) -> Header:
        """Return title and the one button."""
        identity = self.context.identity
        title = identity.facts.title if identity else ""
        return Header(self.tr("Akte & Export"), title, buttons=("export_all",), primary="export_all")

    @override
    def handlers(self) -> Mapping[str, Handler]:
        """Write."""
        return {"export_all": self._on_export_all}

    def _load(self) -> None:
        from reviewer_app.services.worklist import worklist

        self.context.operations.run(worklist).done(self._on_worklist_done).read()

    def _on_worklist_done(self, found: "WorkList") -> None:
        self._page.show_applications({row.number: f"{row.number}  {row.name}" for row in found.rows})

    def _on_export_all(self) -> None:
        if not self._page.choice.products:
            told = self.tr("Wählen Sie links mindestens eine Sache aus.")
            self._page.show_results(self.tr("Nichts ausgewählt"), [ResultLine("▲", told, "", "warn")])
            return
        folder = FileQuestions.folder(self._page.window(), self.tr("Ordner für die Akte wählen"))
        if folder is not None:
            self.write(folder)

    def write(self, folder: Path) -> None:
        """Write what is chosen into `folder`."""
        from reviewer_app.services.exporting import Product, Variant, Wish, export

        choice = self._page.choice
        wish = Wish(
            tuple(Product(key) for key in choice.products),
            frozenset({choice.number}) if choice.number else None,
            Variant(choice.variant),
            self.context.language,
        )
        self._folder = folder
        progress = self.context.operations.progress()
        words = self.tr("Akte wird geschrieben")
        pending = self.context.operations.run(export, folder, wish, progress)
        pending.done(self._on_export_done).failed(self._on_export_failed).slowly(words, progress).read()

    def _on_export_done(self, report: "ExportReport") -> None:
        lines = [
            ResultLine("✓", written.path.name, f"{self._size(written.size)} · {self._counted(written.counts)}")
            for written in report.files
        ]
        lines += [
            ResultLine(
                "▼", failure.place or self.tr("Nicht geschrieben"), self.context.messages.explain(failure), "err"
            )
            for failure in report.failures
        ]
        n = len(report.files)
        said = self.tr("1 Datei geschrieben") if n == 1 else self.tr("{n} Dateien geschrieben").format(n=n)
        if report.failures:
            said = f"{said}, " + self.tr("{n} nicht").format(n=len(report.failures))
        self._page.show_results(f"{said}: {self._folder}", lines)

    def _on_export_failed(self, error: "VotumError") -> None:
        told = self.context.messages.explain(error)
        self._page.show_results(self.tr("Nichts geschrieben"), [ResultLine("▼", error.place or told, told, "err")])

    def _size(self, size: int) -> str:
        if size >= _MEGABYTE:
            return f"{size / _MEGABYTE:.1f} MB".replace(".", "," if self.context.language == "de" else ".")
        return f"{max(size // _KILOBYTE, 1)} KB"

    def _counted(self, counts: "Counts") -> str:
        said = self.tr("{a} Anträge, {r} Gutachten, {s} Werte, {t} Begründungen; Datei und Bestand stimmen überein")
        return said.format(a=counts.applications, r=counts.reviews, s=counts.scores, t=counts.rationales)

    def _on_page_folder_wanted(self) -> None:
        if self._folder is not None:
            QDesktopServices.openUrl(QUrl.fromLocalFile(str(self._folder)))
