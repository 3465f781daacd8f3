"""The way from a hit of a search to the place it names: the paper with its words marked, the criterion, the passage."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QPlainTextEdit

from reviewer_app.domain.text_finding import ranges, wanted
from reviewer_app.ui.kit.word_marks import go_to_letter, mark_words
from reviewer_app.ui.reading.annexes.annex_list import FORM
from reviewer_app.ui.search.hit_words import OVERALL
from reviewer_app.ui.shell import navigation
from reviewer_app.ui.shell.navigation import Place

if TYPE_CHECKING:
    from reviewer_app.services.searchable import Hit
    from reviewer_app.ui.reading.page import ReadingPage
    from reviewer_app.ui.reading.presenter import ReadingPresenter
    from reviewer_app.ui.shell.main_window import MainWindow

_MORE = "…"


class HitWay(QObject):
    """Goes there; what has to be loaded first is waited for."""

    def __init__(self, window: "MainWindow") -> None:
        """Go in `window`."""
        super().__init__(window)
        self._window = window
        self._waits: tuple[Hit, str] | None = None
        self._heard: ReadingPresenter | None = None
        self._marked: QPlainTextEdit | None = None
        self._is_here = False

    def go(self, hit: "Hit", typed: str) -> None:
        """Open the application with its paper at the page, or with the criterion, that a hit of `typed` stands in."""
        router, self._waits = self._window.router, None
        page, detail, passage = navigation.READING, "", ""
        if hit.where.value == "rationale":
            decides = self._window.context.role in {"chair", "office"} and not self._is_mine(hit)
            page = navigation.CONSOLIDATION if decides and hit.field != OVERALL else navigation.READING
            detail = hit.field
        elif hit.where.value == "annotation":
            passage = hit.annotation
        here = router.here
        self._is_here = here is not None and (here.page, here.application) == (page, hit.application)
        if detail or passage or not self._is_here:
            router.go(Place(page, hit.application, detail, passage))
        if page == navigation.CONSOLIDATION:
            self._show_reasons(hit, typed)
        elif not passage:
            self._waits = (hit, typed)
            self._arrive()

    def _show_reasons(self, hit: "Hit", typed: str) -> None:
        from reviewer_app.ui.consolidation.presenter import ConsolidationPresenter

        presenter = self._window.router.presenter
        if isinstance(presenter, ConsolidationPresenter):
            presenter.found.want(hit.field, wanted(typed, apart=True), hit.reviewer)

    def _arrive(self) -> None:
        """Show the words where they stand, as soon as the application is loaded."""
        from reviewer_app.ui.reading.page import ReadingPage
        from reviewer_app.ui.reading.presenter import ReadingPresenter

        page, presenter = self._window.router.page, self._window.router.presenter
        if not isinstance(presenter, ReadingPresenter) or not isinstance(page, ReadingPage) or self._waits is None:
            return
        (hit, typed), here = self._waits, self._window.router.here
        if here is None or here.application != hit.application:
            self._waits = None  # one has gone elsewhere before it was there
            return
        if presenter.reading is None or presenter.reading.application.number != hit.application:
            if self._heard is not presenter:
                self._heard = presenter
                presenter.header_changed.connect(self._arrive)
            return
        self._waits = None
        if hit.where.value == "rationale":
            self._show_rationale(page, hit, typed)
        else:
            self._show_paper(page, presenter, hit, typed)

    def _show_paper(self, page: "ReadingPage", presenter: "ReadingPresenter", hit: "Hit", typed: str) -> None:
        from reviewer_app.ui.reading.annexes.find_presenter import Start

        papers = {line.sha256: line.key for line in presenter.documents.lines if line.sha256}
        key = papers.get(hit.sha256, hit.annex or FORM)
        start = Start(key, hit.page or 1, hit.row or 1, hit.field, hit.snippet.strip(_MORE))
        if self._is_here:
            presenter.place_left.emit()
        presenter.finding.show(typed, start)
        if presenter.documents.current != key:
            presenter.documents.open(key, (hit.page or 1, 0.0))
        page.show_documents_beside()

    def _show_rationale(self, page: "ReadingPage", hit: "Hit", typed: str) -> None:
        """Mark the words in the reason until something is typed there, and bring the first into sight."""
        scoring = page.scoring
        field = scoring.overall.field if hit.field == OVERALL else scoring.criterion.rationale
        found = ranges(field.toPlainText(), wanted(typed, apart=True))
        page.show_scoring_beside()
        field.setFocus()
        if found:
            go_to_letter(field, found[0][0])
        mark_words(field, found, self._window.context.theme)
        if self._marked is not field:
            self._marked = field
            field.textChanged.connect(self._on_field_text_changed)

    def _on_field_text_changed(self) -> None:
        sender = self.sender()
        if isinstance(sender, QPlainTextEdit):
            sender.setExtraSelections([])

    def _is_mine(self, hit: "Hit") -> bool:
        identity = self._window.context.identity
        return identity is not None and identity.me is not None and identity.me.name == hit.reviewer
