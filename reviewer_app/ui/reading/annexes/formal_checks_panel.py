"""What the formal checks found, as a list over the annexes: each with what was read and the way to its place."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, override

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QFocusEvent
from PySide6.QtWidgets import QWidget

from resources import messages
from reviewer_app.domain.form.formal_checks import FormalOutcome, FormalResult, formal_text
from reviewer_app.services.export import formal_check_pages
from reviewer_app.ui.kit.button import Button, ButtonKind
from reviewer_app.ui.kit.layout import ColumnLayout, RowLayout
from reviewer_app.ui.kit.painting import Chip, Glyph
from reviewer_app.ui.kit.popover import Popover
from reviewer_app.ui.kit.scroll_column import VerticalScrollArea
from reviewer_app.ui.kit.status_chip import StatusChip
from reviewer_app.ui.kit.text import Text
from reviewer_app.ui.kit.theme import Theme
from reviewer_app.ui.reading.annexes.annex_list import FORM

if TYPE_CHECKING:
    from reviewer_app.services.reviews.reviewing import Reading
    from reviewer_app.ui.reading.annexes.annexes_presenter import AnnexesPresenter
    from reviewer_app.ui.reading.page import ReadingPage
    from reviewer_app.ui.shell.context import Context


@dataclass(frozen=True, slots=True)
class FormalCheckLine:
    """One check: id and title, its outcome, what was read; `target` leads to the place, empty where there is none."""

    title: str
    outcome: Chip
    found: str
    target: str = ""


class _Row(QWidget):
    """One note; `target_chosen` carries where it stands."""

    target_chosen = Signal(str)

    def __init__(self, theme: Theme, note: FormalCheckLine) -> None:
        super().__init__()
        self._target = note.target
        self.button = Button(theme, self.tr("Zur Angabe"), ButtonKind.LINK)
        self.button.setAccessibleName(self.tr("Zur Angabe: {title}").format(title=note.title))
        self.button.setVisible(bool(note.target))
        self.button.clicked.connect(self._on_button_clicked)
        head = RowLayout(theme, gap=8)
        head.add((Text(note.title, "strong", wrap=True), 1))
        head.add((StatusChip(theme, note.outcome), Qt.AlignmentFlag.AlignTop))
        foot = RowLayout(theme, gap=8)
        foot.add((Text(note.found, "small", "text2", wrap=True), 1), (self.button, Qt.AlignmentFlag.AlignTop))
        ColumnLayout(theme, head, foot, gap=2, margins=(0, 0, 0, 8), parent=self)

    def _on_button_clicked(self) -> None:
        self.target_chosen.emit(self._target)


class FormalChecksPanel(VerticalScrollArea):
    """A list of notes; `target_chosen` carries the place of the one that is chosen."""

    target_chosen = Signal(str)

    def __init__(self, theme: Theme, notes: Sequence[FormalCheckLine]) -> None:
        """Show `notes`."""
        inside = QWidget()
        super().__init__(inside)
        self.setAccessibleName(self.tr("Formale Prüfung"))
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        column = ColumnLayout(theme, margins=(0, 0, 8, 0), parent=inside)
        self.rows = [_Row(theme, note) for note in notes]
        for row in self.rows:
            column.addWidget(row)
            row.target_chosen.connect(self.target_chosen)
        column.addStretch(1)

    @override
    def focusInEvent(self, event: QFocusEvent) -> None:
        """Let the first way to a place have the focus; without one the list itself scrolls."""
        super().focusInEvent(event)
        first = next((row.button for row in self.rows if not row.button.isHidden()), None)
        if first is not None:
            first.setFocus()


_ANNEX = re.compile(r"^(A\d\d)(?:\D+(\d+))?")
_SHEET = "!"
_WIDTH, _MOST = 520, 460
_LOOKS = {
    FormalOutcome.MET: (Glyph.CHECK, "ok"),
    FormalOutcome.NOT_MET: (Glyph.CROSS, "err"),
    FormalOutcome.TO_SUPPLY: (Glyph.TRIANGLE, "warn"),
    FormalOutcome.NOTICE: (Glyph.RING, "info"),
}


class FormalChecksPresenter(QObject):
    """Opens the list; pages of annexes are looked for on the database thread."""

    def __init__(self, context: "Context", page: "ReadingPage", annexes: "AnnexesPresenter") -> None:
        super().__init__(annexes)
        self._context = context
        self._page = page
        self._annexes = annexes
        self._reading: Reading | None = None

    def open(self, reading: "Reading") -> None:
        """Load and show the notes of an application."""
        self._reading = reading
        run = self._context.operations.run(formal_check_pages.notes, reading.application.number)
        run.done(self._on_notes_done).read()

    def _on_notes_done(self, results: tuple[FormalResult, ...]) -> None:
        if self._reading is None or not self._page.isVisible() or self._page.is_covered:
            return  # one has gone elsewhere meanwhile
        theme = self._context.theme
        open_first = sorted(results, key=lambda one: not one.is_open)
        inside = FormalChecksPanel(theme, [self._note(one) for one in open_first])
        popover = Popover(theme, inside, self.tr("Formale Prüfung"), self._page.annex.bar)
        inside.target_chosen.connect(popover.close_over)
        inside.target_chosen.connect(self._on_target_chosen)
        popover.open(width=_WIDTH, height=_MOST)

    def _note(self, result: FormalResult) -> FormalCheckLine:
        language, reading = self._context.language, self._reading
        checks = reading.catalogue.formal_checks if reading is not None else ()
        title = next((one.title.read(language) for one in checks if one.id == result.check), "")
        glyph, tone = _LOOKS[result.outcome]
        word = self._context.messages.word(f"sheet.formal.outcomes.{result.outcome}")
        if result.decision is None:
            word = self.tr("Vorschlag: {outcome}").format(outcome=word)
        found = formal_text(result, language, messages.text)
        return FormalCheckLine(f"{result.check} {title}", Chip(word, glyph, tone), found, self._target(result.place))

    def _target(self, place: str) -> str:
        """Return "A03 2" or FORM for a place that can be shown, empty for others."""
        annex = _ANNEX.match(place)
        if annex is not None:
            known = any(line.key == annex[1] and line.sha256 for line in self._annexes.first.lines)
            return f"{annex[1]} {annex[2] or 1}" if known else ""
        return FORM if _SHEET in place else ""

    def _on_target_chosen(self, target: str) -> None:
        key, _, page = target.partition(" ")
        self._annexes.place_left.emit()
        self._annexes.first.open_at(key, int(page or 1))
        self._page.show_annexes()
