"""Rows of the palette for what was found in texts, and the way from such a row to the place it names."""

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from reviewer_app.ui.search.hit_way import go_to_hit
from reviewer_app.ui.search.hit_words import ICONS, HitWords
from reviewer_app.ui.search.text_search import TextSearch
from reviewer_app.ui.shell.actions import key_label
from reviewer_app.ui.shell.palette_model import Find, Group

if TYPE_CHECKING:
    from reviewer_app.services.searchable import Hit
    from reviewer_app.services.searching import Hits
    from reviewer_app.ui.search.presenter import SearchPresenter
    from reviewer_app.ui.search.search_pane import SearchPane
    from reviewer_app.ui.shell.main_window import MainWindow


class TextFinds(QObject):
    """Shows in the palette what texts hold while somebody types, and goes where a chosen row stands."""

    def __init__(self, window: "MainWindow", pane: "SearchPane") -> None:
        """Belong to a window and its pane."""
        super().__init__(window)
        self._window = window
        self._said = HitWords(window.context, self)
        self._search = TextSearch(window.context, self)
        self._side_pane = pane
        self._pane: SearchPresenter | None = None
        self._search.hits_found.connect(self._on_search_hits_found)
        window.command_palette.text_typed.connect(self._search.ask)
        window.closing.connect(self._search.stop)

    def open(self, typed: str = "") -> None:
        """Open the pane that searches everything, with what was typed before."""
        if self._pane is None:
            from reviewer_app.ui.search.presenter import SearchPresenter

            self._pane = SearchPresenter(self._window, self._side_pane, self._search)
        self._pane.open(typed)

    def step(self, step: int) -> bool:
        """Go to the next (+1) or previous (-1) row of the pane, where that was searched in last; else return False."""
        return self._pane is not None and not self._is_finding() and self._pane.step(step)

    def _is_finding(self) -> bool:
        presenter = self._window.router.presenter
        return presenter is not None and presenter.is_finding

    def rest(self) -> None:
        """Leave F3 to the page: somebody searches there."""
        if self._pane is not None:
            self._pane.leads = False

    def go(self, hit: "Hit", typed: str) -> None:
        """Open what a hit stands in, with its words shown."""
        go_to_hit(self._window.router, self._window.context, hit, typed)

    def _on_search_hits_found(self, typed: str, hits: "Hits") -> None:
        rows = [self._row(hit, typed) for hit in hits.hits]
        if rows:
            words = self.tr("In allen Unterlagen nach „{typed}“ suchen").format(typed=typed.strip())
            several = self.tr("mehr als {n} Treffer") if hits.more else self.tr("{n} Treffer")
            fact = (self.tr("1 Treffer") if len(hits.hits) == 1 else several).format(n=len(hits.hits))
            key = key_label("Ctrl+Shift+F")
            more = Find(Group.TEXT, words, fact, key, "search", name="texts", choose=partial(self.open, typed))
            rows.insert(0, more)
        self._window.command_palette.show_texts(typed, rows, self._head(hits))

    def _head(self, hits: "Hits") -> str:
        if not hits.unread:
            return self.tr("Im Text")
        if hits.unread == 1:
            return self.tr("Im Text · 1 Anlage wird noch eingelesen")
        return self.tr("Im Text · {n} Anlagen werden noch eingelesen").format(n=hits.unread)

    def _row(self, hit: "Hit", typed: str) -> Find:
        place = self._said.place(hit)
        return Find(
            Group.TEXT,
            f"{hit.application} · {place}" if place else hit.application,
            hit.snippet,
            icon=ICONS[hit.where.value],
            name=f"text:{hit.application}:{hit.where.value}:{hit.annex}:{hit.page}:{hit.field}:{hit.row}:{hit.annotation}",
            marks=hit.found,
            choose=partial(self.go, hit, typed),
        )
