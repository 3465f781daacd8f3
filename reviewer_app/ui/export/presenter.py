"""Shows the sheet before it is written, writes where the person wants, and says whether file and store agree."""

from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING, override

from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices

from reviewer_app.ui.export.page import ExportPage
from reviewer_app.ui.export.preview_panel import ResultLine
from reviewer_app.ui.export.words import ExportWords
from reviewer_app.ui.kit.button import ButtonKind
from reviewer_app.ui.shell import navigation
from reviewer_app.ui.shell.actions import Actions, Handler
from reviewer_app.ui.shell.context import Context
from reviewer_app.ui.shell.file_questions import FileQuestions
from reviewer_app.ui.shell.presenter import Header, ReloadingPresenter

if TYPE_CHECKING:
    from reviewer_app.domain.errors import VotumError
    from reviewer_app.services.export.exporting import ExportReport
    from reviewer_app.services.export.preview import ExportEstimate, FileFacts, Preview


class ExportPresenter(ReloadingPresenter):
    """The presenter of the export page."""

    page_id = navigation.EXPORT

    def __init__(self, context: Context, page: ExportPage, actions: Actions) -> None:
        """Fill `page`; `actions` carries out what its empty state offers."""
        super().__init__(context, page)
        self._page = page
        self._words = ExportWords(context.language)
        self._folder: Path | None = None
        self._estimate: ExportEstimate | None = None
        self._preview: Preview | None = None
        self._asked: tuple[str, str] | None = None
        self._stale = False
        page.choice_changed.connect(self._on_page_choice_changed)
        page.preview.preview_wanted.connect(self._ask)
        page.preview.written.folder_button.clicked.connect(self._on_folder_button_clicked)
        page.empty.button_chosen.connect(actions.trigger)
        page.empty.show_words(
            self.tr("Noch keine Anträge"),
            self.tr("Die Akte entsteht aus importierten Anträgen und ihren Gutachten."),
            "archive",
        )
        page.empty.show_buttons({"import": (self.tr("Paket importieren …"), ButtonKind.PRIMARY)})

    @override
    def header(self) -> Header:
        """Return title and the one button."""
        empty = self._estimate is not None and not self._estimate.files
        buttons = () if empty else ("export_all",)
        return Header(self.tr("Akte & Export"), self.context.round_title, buttons=buttons, primary="export_all")

    @override
    def handlers(self) -> Mapping[str, Handler]:
        """Write."""
        return {"export_all": self._on_export_all}

    # The file as it stands

    @override
    def load(self) -> None:
        """Load the applications one can choose, and the first sheet."""
        from reviewer_app.services.export.preview import estimate

        self.context.operations.run(estimate).done(self._on_estimate_done).read()

    def _on_estimate_done(self, found: "ExportEstimate") -> None:
        self._estimate = found
        self.header_changed.emit()
        self._page.show_applications({one.number: f"{one.number}  {one.name}" for one in found.files})
        self._preview = None
        self._show_facts()
        self._ask()

    def _show_facts(self) -> None:
        if self._estimate is None:
            return
        files, preview = self._files(), self._preview
        facts = self._words.facts(self._estimate, files, preview)
        if preview is not None and preview.variant.value != "internal":
            facts.append(self._words.replaced_fact(preview))
        title = self.tr("Angaben zur Akte") if len(files) == 1 else self.tr("Angaben zu den Akten")
        self._page.show_facts(title, facts)
        size = ""
        if preview is not None:
            size = self._words.size(len(preview.data) * len(files))
            size = size if len(files) == 1 else self.tr("etwa {size}").format(size=size)
        self._page.show_sizes({"sheets": size})

    def _files(self) -> "tuple[FileFacts, ...]":
        number = self._page.choice.number
        every = self._estimate.files if self._estimate else ()
        return tuple(one for one in every if not number or one.number == number)

    def _on_page_choice_changed(self) -> None:
        self._show_facts()
        self._ask()

    # The sheet

    def _ask(self) -> None:
        """Ask for the sheet that is looked at; while one is being made only the last request is kept."""
        from reviewer_app.services.export.exporting import Variant
        from reviewer_app.services.export.preview import preview

        number, variant = self._page.preview.number, self._page.preview.variant
        if not number:
            return
        if self._asked is not None:
            self._stale = True
            return
        self._asked, self._stale = (number, variant), False
        run = self.context.operations.run(preview, number, Variant(variant), self.context.language)
        run.done(self._on_preview_done).failed(self._on_preview_failed).read_aside()

    def _answered(self) -> bool:
        """Say whether an answer is still wanted; else ask again."""
        self._asked = None
        if self._stale:
            self._ask()
            return False
        return True

    def _on_preview_done(self, made: "Preview") -> None:
        if self._answered():
            self._preview = made
            self._page.preview.show_sheet(made.data, self.tr("Empfehlungsblatt {number}").format(number=made.number))
            self._show_facts()

    def _on_preview_failed(self, error: "VotumError") -> None:
        if self._answered():
            self._preview = None
            self._show_facts()
            self._page.preview.show_message(self.tr("Keine Vorschau"), self.context.messages.explain(error), "warning")

    # Writing

    def _on_export_all(self) -> None:
        if self._estimate is not None and not self._estimate.files:
            self.context.messages.hint(self.tr("Noch keine Anträge"))
            return
        if not self._page.choice.products:
            told = self.tr("Wählen Sie links mindestens eine Ausgabe aus.")
            self._page.show_results(self.tr("Nichts ausgewählt"), [ResultLine("▲", told, "", "warn")])
            return
        folder = FileQuestions.folder(self._page.window(), self.tr("Ordner für die Akte wählen"))
        if folder is not None:
            self.write(folder)

    def write(self, folder: Path) -> None:
        """Write what is chosen into `folder`; annexes are full of names, so there is no second version of them."""
        from reviewer_app.services.export.exporting import IN_EVERY_VARIANT, ExportRequest, Product, Variant, export_all

        choice = self._page.choice
        numbers = frozenset({choice.number}) if choice.number else None
        chosen = tuple(Product(key) for key in choice.products)
        nameless = tuple(one for one in chosen if one in IN_EVERY_VARIANT) if choice.without_names else ()
        pairs = ((Variant.INTERNAL, chosen), (Variant.PSEUDONYMOUS, nameless))
        requests = [
            ExportRequest(products, numbers, variant, self.context.language) for variant, products in pairs if products
        ]
        self._folder = folder
        progress = self.context.operations.progress()
        words = self.tr("Akte wird geschrieben")
        pending = self.context.operations.run(export_all, folder, requests, progress)
        pending.done(self._on_export_done).failed(self._on_export_failed).slowly(words, progress).read()

    def _on_export_done(self, report: "ExportReport") -> None:
        lines = [self._words.written(written) for written in report.files]
        lines += [self._failure(failure) for failure in report.failures]
        remarks = (*report.remarks, *report.left_out)
        lines += [ResultLine("▲", one.place, self.context.messages.explain(one), "warn") for one in remarks]
        if not lines and not report.stopped:
            told = self.tr("Keine Anlage enthält eine Anmerkung, die weitergegeben werden darf.")
            lines = [ResultLine("▲", self.tr("PDF mit Anmerkungen"), told, "warn")]
        replaced = [
            f"{written.path.name}\n" + "\n".join(self._words.names_lines(written))
            for written in report.files
            if written.replaced or written.left
        ]
        self._page.show_results(self._words.summary(report, self._folder), lines, "\n\n".join(replaced))

    def _on_export_failed(self, error: "VotumError") -> None:
        self._page.show_results(self.tr("Nichts geschrieben"), [self._failure(error)])

    def _failure(self, error: "VotumError") -> ResultLine:
        name = Path(error.place).name if error.place else self.tr("Nicht geschrieben")
        return ResultLine("▼", name, self.context.messages.explain(error), "err")

    def _on_folder_button_clicked(self) -> None:
        if self._folder is not None:
            QDesktopServices.openUrl(QUrl.fromLocalFile(str(self._folder)))
