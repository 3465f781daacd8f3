"""Rows of the palette for what was found in texts, and the way from such a row to the place it names."""

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from reviewer_app.ui.search.hits import go_to_hit, hit_row
from reviewer_app.ui.search.query import SHORTEST, LatestSearch, Query
from reviewer_app.ui.search.text_index import TextIndex
from reviewer_app.ui.shell.actions import action_key
from reviewer_app.ui.shell.palette_model import Find, PaletteGroup

if TYPE_CHECKING:
    from reviewer_app.services.search.access import Hit
    from reviewer_app.services.search.searching import Hits
    from reviewer_app.ui.search.pane import SearchPane
    from reviewer_app.ui.search.presenter import SearchPresenter
    from reviewer_app.ui.shell.main_window import MainWindow

_MOST = 9
_AROUND = 26


class PaletteSearch(QObject):
    """Shows in the palette what texts hold while somebody types, and opens the pane that searches all of them."""

    def __init__(self, window: "MainWindow", pane: "SearchPane") -> None:
        super().__init__(window)
        self._window = window
        self._side_pane = pane
        self.index = TextIndex(window.context, self)
        self._search = LatestSearch(window.context, self, aside=True)
        self._pane: SearchPresenter | None = None
        self._search.hits_found.connect(self._on_search_hits_found)
        window.command_palette.text_typed.connect(self._on_palette_text_typed)
        window.closing.connect(self.index.stop)

    def open(self, typed: str = "") -> None:
        """Open the pane that searches everything, with what was typed before."""
        if self._pane is None:
            from reviewer_app.ui.search.presenter import SearchPresenter

            self._pane = SearchPresenter(self._window, self._side_pane, self.index)
        self._pane.open(typed)

    def step(self, step: int) -> bool:
        """Go to the next (+1) or previous (-1) row of the pane, where that was searched in last; else return False."""
        presenter = self._window.router.presenter
        is_finding = presenter is not None and presenter.is_finding
        return self._pane is not None and not is_finding and self._pane.step(step)

    def rest(self) -> None:
        """Leave F3 to the page: somebody searches there."""
        if self._pane is not None:
            self._pane.leads = False

    def _on_palette_text_typed(self, typed: str) -> None:
        is_asked = len(typed.strip()) >= SHORTEST
        self._search.ask(Query(typed, None, _MOST, _AROUND) if is_asked else None)

    def _on_search_hits_found(self, query: Query, hits: "Hits") -> None:
        if hits.lost:
            self.index.remake()
        typed = query.typed
        rows = [self._row(hit, typed) for hit in hits.hits]
        if rows:
            words = self.tr("In allen Unterlagen nach „{typed}“ suchen").format(typed=typed.strip())
            several = self.tr("mehr als {n} Treffer") if hits.more else self.tr("{n} Treffer")
            fact = (self.tr("1 Treffer") if len(hits.hits) == 1 else several).format(n=len(hits.hits))
            key = action_key("find_texts")
            more = Find(PaletteGroup.TEXT, words, fact, key, "search", name="texts", choose=partial(self.open, typed))
            rows.insert(0, more)
        self._window.command_palette.show_texts(typed, rows, self._head(hits))

    def _head(self, hits: "Hits") -> str:
        if not hits.unread:
            return self.tr("Im Text")
        if hits.unread == 1:
            return self.tr("Im Text · 1 Anlage ist noch nicht durchsuchbar")
        return self.tr("Im Text · {n} Anlagen sind noch nicht durchsuchbar").format(n=hits.unread)

    def _row(self, hit: "Hit", typed: str) -> Find:
        row, context = hit_row(hit, self._window.context), self._window.context
        return Find(
            PaletteGroup.TEXT,
            f"{hit.application} · {row.place}" if row.place else hit.application,
            row.snippet,
            icon=row.icon,
            name=f"text:{hit.application}:{hit.where}:{hit.annex}:{hit.page}:{hit.field}:{hit.row}:{hit.annotation}",
            marks=row.marks,
            choose=partial(go_to_hit, self._window.router, context, hit, typed),
        )
