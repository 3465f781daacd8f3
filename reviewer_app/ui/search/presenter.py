"""Searches the whole round from the pane beside the page, and walks through what was found, row by row."""

from dataclasses import replace
from typing import TYPE_CHECKING

import shiboken6
from PySide6.QtCore import QObject, Qt

from reviewer_app.services.search.access import SearchFilter, Where
from reviewer_app.services.search.searching import Hits
from reviewer_app.ui.kit.accessibility import announce
from reviewer_app.ui.search.hits import HitRow, go_to_hit, hit_row
from reviewer_app.ui.search.query import SHORTEST, LatestSearch, Query

if TYPE_CHECKING:
    from collections.abc import Iterator

    from PySide6.QtWidgets import QWidget

    from reviewer_app.services.ports import UnitOfWork
    from reviewer_app.services.search.names import Findable
    from reviewer_app.ui.search.pane import SearchPane
    from reviewer_app.ui.search.text_index import TextIndex
    from reviewer_app.ui.shell.main_window import MainWindow

AT_ONCE = 100
"""Hits that are shown before one asks for more."""

_AROUND = 36


class SearchPresenter(QObject):
    """The presenter of the search pane of a window."""

    def __init__(self, window: "MainWindow", pane: "SearchPane", index: "TextIndex") -> None:
        """Fill `pane` when it is asked for; `index` says how far the texts are searchable."""
        super().__init__(window)
        self._window, self._pane, self._index = window, pane, index
        self._search = LatestSearch(window.context, self, aside=False)
        self._filter = SearchFilter()
        self._most = AT_ONCE
        self._names: dict[str, str] = {}
        self._hits = Hits(())
        self._current = -1
        self._found_for = ""
        self._before: QWidget | None = None
        self._is_connected = False
        self.leads = False
        self._search.hits_found.connect(self._on_search_hits_found)
        self._search.search_failed.connect(self._on_search_failed)
        index.progress_changed.connect(self._on_index_progress_changed)
        window.context.identity_changed.connect(self._on_context_identity_changed)
        self._pane.closed.connect(self._on_pane_closed)

    # The pane

    def open(self, typed: str = "") -> None:
        """Open the pane with what was searched for before, or with `typed`, and put the focus there."""
        pane, focus = self._pane, self._window.focusWidget()
        if focus is not None and not pane.isAncestorOf(focus):
            self._before = focus
        pane.make()
        self._connect()
        self._show_filters()
        self._ask_names()
        if typed:
            pane.show_words(typed)
        self.leads = True
        pane.show()
        self._window.show_size()
        pane.take_focus()
        self._ask()

    def _connect(self) -> None:
        if self._is_connected:
            return
        self._is_connected = True
        self._pane.words_typed.connect(self._on_pane_words_typed)
        self._pane.application.value_chosen.connect(self._on_application_value_chosen)
        self._pane.criterion.value_chosen.connect(self._on_criterion_value_chosen)
        self._pane.kind.value_chosen.connect(self._on_kind_value_chosen)
        self._pane.hit_chosen.connect(self.go)
        self._pane.more.clicked.connect(self._on_more_clicked)

    def step(self, step: int) -> bool:
        """Go to the next (+1) or previous (-1) row; False where the pane does not lead or has found nothing."""
        count = len(self._hits.hits)
        if not self.leads or not count:
            return False
        first = 0 if step > 0 else count - 1
        self.go((self._current + step) % count if self._current >= 0 else first)
        return True

    def go(self, hit: int) -> None:
        """Go to a hit by its number; the pane makes room where it hides the page."""
        self._current, self.leads = hit, True
        self._pane.show_current(hit)
        go_to_hit(self._window.router, self._window.context, self._hits.hits[hit], self._found_for)
        if self._pane.covers:
            self._pane.hide()
            self._window.show_size()
        announce(self._pane, hit_row(self._hits.hits[hit], self._window.context, who=True).place)

    # Searching

    def _ask(self) -> None:
        """Search for what stands in the pane now."""
        typed = self._pane.field.text().strip()
        is_asked = len(typed) >= SHORTEST
        self._search.ask(Query(typed, self._filter, self._most, _AROUND) if is_asked else None)
        if not is_asked:
            self._show(Hits(()), typed)

    def _on_search_hits_found(self, query: Query, hits: Hits) -> None:
        self._show(hits, query.typed)

    def _on_search_failed(self) -> None:
        self._show(Hits(()), "")

    def _show(self, hits: Hits, typed: str) -> None:
        before = self._hits.hits[self._current] if 0 <= self._current < len(self._hits.hits) else None
        self._hits, self._found_for = hits, typed
        self._current = hits.hits.index(before) if before in hits.hits else -1
        self._pane.show_rows(list(self._rows()), more=hits.more)
        self._pane.show_current(self._current)
        self._tell()

    def _rows(self) -> "Iterator[HitRow]":
        application = None
        for number, hit in enumerate(self._hits.hits):
            if hit.application != application:
                application = hit.application
                yield HitRow(f"{application}  {self._names.get(application, '')}".strip())
            yield hit_row(hit, self._window.context, number, who=True)

    # Filters

    def _show_filters(self) -> None:
        pane, identity = self._pane, self._window.context.identity
        language = self._window.context.language
        criteria = identity.catalogue.criteria if identity is not None else ()
        names = {number: f"{number} {name}" for number, name in self._names.items()}
        titles = {one.key: f"{one.key} {one.title.read(language)}" for one in criteria}
        pane.application.show_values(names, self._filter.application)
        pane.criterion.show_values(titles, self._filter.criterion)
        kinds = {
            Where.FORM.value: self.tr("Formular"),
            Where.ANNEX.value: self.tr("Anlagen"),
            Where.RATIONALE.value: self.tr("Begründungen"),
            Where.ANNOTATION.value: self.tr("Anmerkungen"),
        }
        pane.kind.show_values(kinds, self._filter.where.value if self._filter.where is not None else "")

    def _set(self, wanted: SearchFilter) -> None:
        self._filter, self._most, self.leads = wanted, AT_ONCE, True
        self._show_filters()
        self._ask()

    def _on_application_value_chosen(self, number: str) -> None:
        self._set(replace(self._filter, application=number))

    def _on_criterion_value_chosen(self, key: str) -> None:
        self._set(replace(self._filter, criterion=key))

    def _on_kind_value_chosen(self, kind: str) -> None:
        self._set(replace(self._filter, where=Where(kind) if kind else None))

    # What happens

    def _on_pane_words_typed(self, _typed: str) -> None:
        self._most, self._current, self.leads = AT_ONCE, -1, True
        self._ask()

    def _on_more_clicked(self) -> None:
        self._most += AT_ONCE
        self._ask()

    def _on_pane_closed(self) -> None:
        self.leads = False
        self._window.show_size()
        before, self._before = self._before, None
        page = self._window.router.page
        if before is not None and shiboken6.isValid(before) and before.isVisible():
            before.setFocus(Qt.FocusReason.OtherFocusReason)
        elif page is not None:
            page.take_focus()

    def _ask_names(self) -> None:
        self._window.context.operations.run(_names).done(self._on_names_done).read()

    def _on_names_done(self, found: "Findable") -> None:
        self._names = dict(found.applications)
        self._show_filters()

    def _on_context_identity_changed(self, identity: object) -> None:
        """Forget what was found in another round, or by another person."""
        self._hits, self._filter, self._current, self.leads = Hits(()), SearchFilter(), -1, False
        self._names = {}
        self._search.forget()
        if self._is_connected and not self._pane.isHidden():
            self._show(Hits(()), "")
            self._show_filters()
            if identity is not None:
                self._ask_names()
                self._ask()

    def _on_index_progress_changed(self) -> None:
        if not self._is_connected or self._pane.isHidden():
            return
        self._tell()
        if self._index.is_whole and self._hits.unread:
            self._ask()

    def _tell(self) -> None:
        typed, hits = self._pane.field.text().strip(), self._hits
        parts = []
        if len(typed) < SHORTEST:
            parts.append(self.tr("Formulare, Anlagen, Begründungen und Anmerkungen; der Wortanfang genügt."))
        elif not hits.hits and not self._search.is_running:
            parts.append(self.tr("Nichts gefunden"))
        elif hits.hits:
            applications = len({hit.application for hit in hits.hits})
            # in how many applications all of them are is not known then
            more = self.tr("Mehr als {n} Treffer").format(n=len(hits.hits))
            parts.append(more if hits.more else self._counted(len(hits.hits), applications))
        progress = self._index.progress
        if progress is not None and not self._index.is_whole:
            words = self.tr("Durchsuchbar: {done} von {total}")
            parts.append(words.format(done=progress.done, total=progress.total))
        elif hits.unread:
            one, several = (
                self.tr("1 Anlage ist noch nicht durchsuchbar"),
                self.tr("{n} Anlagen sind noch nicht durchsuchbar"),
            )
            parts.append((one if hits.unread == 1 else several).format(n=hits.unread))
        self._pane.show_status(" · ".join(parts))

    def _counted(self, hits: int, applications: int) -> str:
        if hits == 1:
            return self.tr("1 Treffer")
        one, several = self.tr("{n} Treffer in 1 Antrag"), self.tr("{n} Treffer in {count} Anträgen")
        return (one if applications == 1 else several).format(n=hits, count=applications)


def _names(uow: "UnitOfWork") -> "Findable":
    from reviewer_app.services.search.names import findable

    return findable(uow)
