"""Rows of the palette for what was found in texts, and the way from such a row to the place it names."""

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from reviewer_app.ui import navigation
from reviewer_app.ui.actions import key_label
from reviewer_app.ui.models.document_model import FORM
from reviewer_app.ui.navigation import Place
from reviewer_app.ui.palette_model import Find, Group
from reviewer_app.ui.text_search import TextSearch

if TYPE_CHECKING:
    from reviewer_app.services.searchable import Hit
    from reviewer_app.services.searching import Hits
    from reviewer_app.ui.main_window import MainWindow
    from reviewer_app.ui.presenters.reading_presenter import ReadingPresenter

_ICONS = {"form": "document", "annex": "document", "rationale": "pencil", "annotation": "pencil"}
_OVERALL = "overall"


class TextFinds(QObject):
    """Shows in the palette what texts hold while somebody types, and goes where a chosen row stands."""

    def __init__(self, window: "MainWindow") -> None:
        """Belong to a window."""
        super().__init__(window)
        self._window = window
        self._alone = False
        self._wanted = ""
        self._heard: ReadingPresenter | None = None
        self._search = TextSearch(window.context, self)
        self._search.hits_found.connect(self._on_search_hits_found)
        window.command_palette.text_typed.connect(self._search.ask)
        window.closing.connect(self._search.stop)

    def begin(self) -> None:
        """Stand behind the other groups: the palette was opened for everything."""
        self._alone = False

    def open(self, typed: str = "") -> None:
        """Open the palette for texts alone, with what was typed before."""
        self._alone = True
        self._window.command_palette.open((), texts=True)
        if typed:
            self._window.command_palette.type(typed)

    def go(self, hit: "Hit") -> None:
        """Open the application with its paper at the page, or with the criterion, that a hit stands in."""
        router = self._window.router
        if hit.where.value == "rationale":
            decides = self._window.context.role in {"chair", "office"} and not self._is_mine(hit)
            page = navigation.CONSOLIDATION if decides and hit.field != _OVERALL else navigation.READING
            router.go(Place(page, hit.application, hit.field))
            return
        here = router.here
        if here is None or (here.page, here.application) != (navigation.READING, hit.application):
            router.go(Place(navigation.READING, hit.application))
        self._open_paper(hit)

    def _open_paper(self, hit: "Hit") -> None:
        from reviewer_app.ui.pages.reading_page import DOCUMENTS, ReadingPage
        from reviewer_app.ui.presenters.documents_presenter import DocumentState
        from reviewer_app.ui.presenters.reading_presenter import ReadingPresenter, ReadingState

        page, presenter = self._window.router.page, self._window.router.presenter
        if not isinstance(presenter, ReadingPresenter) or not isinstance(page, ReadingPage):
            return
        key, place = hit.annex or FORM, (hit.page or 1, 0.0)
        words = hit.snippet[slice(*hit.found[0])] if hit.found and key == FORM else ""
        if presenter.reading is None:
            self._wanted = words
            if self._heard is not presenter:
                self._heard = presenter
                presenter.header_changed.connect(self._on_presenter_header_changed)
            state = DocumentState(key, place, 0)
            presenter.restore(ReadingState(presenter.criterion, state, in_documents=True))
        else:
            presenter.documents.open(key, place)
            page.show_pane(DOCUMENTS)
            page.documents.form.go_to_words(words)

    def _on_presenter_header_changed(self) -> None:
        """Show the words that were found in a form once it is loaded; those of an annex stand on the page opened."""
        from reviewer_app.ui.pages.reading_page import ReadingPage

        page, loaded = self._window.router.page, self._heard is not None and self._heard.reading is not None
        if self._wanted and loaded and isinstance(page, ReadingPage):
            words, self._wanted = self._wanted, ""
            page.documents.form.go_to_words(words)

    def _on_search_hits_found(self, typed: str, hits: "Hits") -> None:
        rows = [self._row(hit) for hit in hits.hits]
        if rows and not self._alone:
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

    def _is_mine(self, hit: "Hit") -> bool:
        identity = self._window.context.identity
        return identity is not None and identity.me is not None and identity.me.name == hit.reviewer

    def _row(self, hit: "Hit") -> Find:
        place = self._place(hit)
        return Find(
            Group.TEXT,
            f"{hit.application} · {place}" if place else hit.application,
            hit.snippet,
            icon=_ICONS[hit.where.value],
            name=f"text:{hit.application}:{hit.where.value}:{hit.annex}:{hit.page}:{hit.field}:{hit.row}:{hit.annotation}",
            marks=hit.found,
            choose=partial(self.go, hit),
        )

    def _place(self, hit: "Hit") -> str:
        if hit.where.value == "annex" or (hit.where.value == "annotation" and hit.annex):
            if hit.page is not None:
                return self.tr("{annex}, S. {page}").format(annex=hit.annex, page=hit.page)
            return (
                hit.annex if hit.row is None else self.tr("{annex}, Zeile {row}").format(annex=hit.annex, row=hit.row)
            )
        if hit.where.value == "annotation":
            return self.tr("Anmerkung")
        if hit.where.value == "rationale":
            if hit.field == _OVERALL:
                return self.tr("Gesamteindruck")
            return self.tr("Begründung {criterion}").format(criterion=hit.field)
        identity = self._window.context.identity
        field = identity.catalogue.field(hit.field) if identity is not None else None
        return field.label.read(self._window.context.language) if field is not None else hit.field
