"""Shows what the formal checks found over the reading page, and leads to where it stands."""

import re
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from resources import messages
from reviewer_app.domain.completeness import FormalOutcome, FormalResult
from reviewer_app.domain.formal_checks import formal_text
from reviewer_app.services import formal_places
from reviewer_app.ui.kit.painting import Chip, Glyph
from reviewer_app.ui.kit.popover import Popover
from reviewer_app.ui.reading.document_model import FORM
from reviewer_app.ui.reading.formal_notes import FormalNote, FormalNotes

if TYPE_CHECKING:
    from reviewer_app.services.reviewing import Reading
    from reviewer_app.ui.reading.documents_presenter import DocumentsPresenter
    from reviewer_app.ui.reading.page import ReadingPage
    from reviewer_app.ui.shell.context import Context

_ANNEX = re.compile(r"^(A\d\d)(?:\D+(\d+))?")
_SHEET = "!"
_WIDTH, _MOST = 520, 460
_LOOKS = {
    FormalOutcome.MET: (Glyph.CHECK, "ok"),
    FormalOutcome.NOT_MET: (Glyph.CROSS, "err"),
    FormalOutcome.TO_SUPPLY: (Glyph.TRIANGLE, "warn"),
    FormalOutcome.NOTICE: (Glyph.RING, "info"),
}


class FormalNotesPresenter(QObject):
    """Opens the list; pages of annexes are looked for on the database thread."""

    def __init__(self, context: "Context", page: "ReadingPage", documents: "DocumentsPresenter") -> None:
        """Belong to the papers' presenter."""
        super().__init__(documents)
        self._context = context
        self._page = page
        self._documents = documents
        self._reading: Reading | None = None

    def open(self, reading: "Reading") -> None:
        """Load and show the notes of an application."""
        self._reading = reading
        run = self._context.operations.run(formal_places.notes, reading.application.number)
        run.done(self._on_notes_done).read()

    def _on_notes_done(self, results: tuple[FormalResult, ...]) -> None:
        if self._reading is None or not self._page.isVisible() or self._page.is_covered:
            return  # one has gone elsewhere meanwhile
        theme = self._context.theme
        open_first = sorted(results, key=lambda one: not one.is_open)
        inside = FormalNotes(theme, [self._note(one) for one in open_first])
        popover = Popover(theme, inside, self.tr("Formale Prüfung"), self._page.documents.bar)
        inside.target_chosen.connect(popover.close_over)
        inside.target_chosen.connect(self._on_target_chosen)
        popover.open(width=_WIDTH, height=_MOST)

    def _note(self, result: FormalResult) -> FormalNote:
        language, reading = self._context.language, self._reading
        checks = reading.catalogue.formal_checks if reading is not None else ()
        title = next((one.title.read(language) for one in checks if one.id == result.check), "")
        glyph, tone = _LOOKS[result.outcome]
        word = self._context.messages.word(f"sheet.formal.outcomes.{result.outcome}")
        if result.decision is None:
            word = self.tr("Vorschlag: {outcome}").format(outcome=word)
        found = formal_text(result, language, messages.text)
        return FormalNote(f"{result.check} {title}", Chip(word, glyph, tone), found, self._target(result.place))

    def _target(self, place: str) -> str:
        """Return "A03 2" or FORM for a place that can be shown, empty for others."""
        annex = _ANNEX.match(place)
        if annex is not None:
            known = any(line.key == annex[1] and line.sha256 for line in self._documents.lines)
            return f"{annex[1]} {annex[2] or 1}" if known else ""
        return FORM if _SHEET in place else ""

    def _on_target_chosen(self, target: str) -> None:
        key, _, page = target.partition(" ")
        self._documents.place_left.emit()
        self._documents.open(key, (int(page or 1), 0.0))
        self._page.show_documents_beside()
