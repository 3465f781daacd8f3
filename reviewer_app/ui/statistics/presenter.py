"""Counts the round for the statistics page, and saves the same numbers as a workbook."""

from collections.abc import Mapping
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, override

from reviewer_app.domain.cross_counts import FEWEST
from reviewer_app.ui.kit.button import ButtonKind
from reviewer_app.ui.kit.painting import Chip, Glyph
from reviewer_app.ui.shell import navigation
from reviewer_app.ui.shell.actions import Handler
from reviewer_app.ui.shell.context import Context
from reviewer_app.ui.shell.file_questions import FileQuestions
from reviewer_app.ui.shell.navigation import Place
from reviewer_app.ui.shell.presenter import Header, ReloadingPresenter
from reviewer_app.ui.shell.standing import STANDING_SIGNS
from reviewer_app.ui.statistics.count_block import CountBlockContent
from reviewer_app.ui.statistics.count_chart import Bars
from reviewer_app.ui.statistics.page import StatisticsPage

if TYPE_CHECKING:
    from reviewer_app.domain.errors import VotumError
    from reviewer_app.exports.count_tables import CountTable, Statistics

_SIGNS: Mapping[str, tuple[Glyph, str]] = {
    **STANDING_SIGNS,
    "admit": (Glyph.CHECK, "ok"),
    "verbleib": (Glyph.LOCK, "ok"),
    "conditions": (Glyph.DIAMOND, "warn"),
    "defer": (Glyph.HALF, "info"),
    "refuse": (Glyph.DOWN, "err"),
    "ausschluss": (Glyph.CROSS, "err"),
    "not_ready": (Glyph.TRIANGLE, "neutral"),
    "none": (Glyph.HOLLOW_DIAMOND, "neutral"),
    "withdrawn": (Glyph.RING, "neutral"),
    "valid": (Glyph.CHECK, "ok"),
    "expiring": (Glyph.TRIANGLE, "warn"),
    "grace": (Glyph.DIAMOND, "warn"),
    "lapsed": (Glyph.DOWN, "err"),
    "in_process": (Glyph.HALF, "info"),
}
"""Sign and tone of a column by its key; others stay a neutral ring. Within a chart no sign comes twice."""


class StatisticsPresenter(ReloadingPresenter):
    """The presenter of the statistics page."""

    page_id = navigation.STATISTICS
    is_list = True

    def __init__(self, context: Context, page: StatisticsPage) -> None:
        """Fill `page`."""
        super().__init__(context, page)
        self._page = page
        self._is_empty = False
        page.empty.show_words(
            self.tr("Noch keine Anträge"), self.tr("Die Statistik beginnt mit dem ersten importierten Antrag."), "chart"
        )
        page.empty.show_buttons({"import": (self.tr("Paket importieren …"), ButtonKind.PRIMARY)})
        context.identity_changed.connect(self._on_context_identity_changed)

    @override
    def show_place(self, place: Place) -> None:
        """Count."""
        self._page.show_told("")
        super().show_place(place)

    @override
    def header(self) -> Header:
        """Return title and the one button."""
        buttons = () if self._is_empty else ("save_statistics",)
        return Header(self.tr("Statistik"), self.context.round_title, buttons=buttons)

    @override
    def handlers(self) -> Mapping[str, Handler]:
        """Save."""
        return {"save_statistics": self._on_save_statistics}

    @override
    def load(self) -> None:
        """Count."""
        from reviewer_app.services.reviews.statistics import statistics

        done = partial(self._on_statistics_done, self.context.identity)
        self.context.operations.run(statistics, self.context.language).done(done).read()

    def _on_context_identity_changed(self, _identity: object) -> None:
        self._page.clear()

    def _on_statistics_done(self, asked_by: object, found: "Statistics") -> None:
        if asked_by is not self.context.identity:
            return
        self._is_empty = not found.applications
        self.header_changed.emit()
        figures = found.applications >= FEWEST
        tables = found.tables if found.applications else ()
        self._page.show_blocks([self._block(table, figures=figures) for table in tables])

    def _block(self, table: "CountTable", *, figures: bool) -> CountBlockContent:
        language, why = self.context.language, ""
        chips = tuple(
            Chip(words, *_SIGNS.get(key, (Glyph.RING, "neutral")))
            for key, words in zip(table.count.columns, table.columns, strict=True)
        )
        bars = Bars(chips, table.rows, table.count.counts) if figures and table.count.total else None
        if not table.count.total:
            why = self.tr("Keine Angaben.")
        elif not figures:
            why = self.tr("Weniger als {n} Anträge: nur Zahlen, kein Diagramm.").format(n=FEWEST)
        rows = table.lines(language)
        return CountBlockContent(table.title, table.note, bars, why, table.heads(language), rows)

    # Saving

    def _on_save_statistics(self) -> None:
        proposed = f"{self.context.messages.word('statistics.file')}.xlsx"
        target = FileQuestions.workbook(self._page.window(), proposed)
        if target is not None:
            from reviewer_app.services.reviews.statistics import save_statistics

            pending = self.context.operations.run(save_statistics, target, self.context.language)
            pending.done(self._on_save_done).failed(self._on_save_failed).read_aside()

    def _on_save_done(self, target: Path) -> None:
        self._page.show_told("✓ " + self.tr("Gespeichert: {path}").format(path=target))

    def _on_save_failed(self, error: "VotumError") -> None:
        self._page.show_told(f"▼ {self.context.messages.explain(error)}", "err")
