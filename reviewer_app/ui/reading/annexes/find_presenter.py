"""Finds words in the annex in sight and goes on through the others: what the find bar shows and does."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

import shiboken6
from PySide6.QtCore import QObject, Qt

from reviewer_app.domain.text.search import SearchPattern, wanted
from reviewer_app.ui.kit.accessibility import announce
from reviewer_app.ui.reading.annexes.annex_list import FORM
from reviewer_app.ui.reading.annexes.find_bar import ALL, FindState
from reviewer_app.ui.reading.annexes.hit_counts import HitCounts

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from reviewer_app.services.reviews.reviewing import Reading
    from reviewer_app.ui.reading.annexes.annex_presenter import AnnexPresenter
    from reviewer_app.ui.reading.page import ReadingPage
    from reviewer_app.ui.shell.context import Context


_LONGEST = 80
"""Letters of a selection that are taken over as what is searched for."""


@dataclass(frozen=True, slots=True)
class FindStart:
    """Where in an annex the first hit is looked for: a page or row (from 1), or where a piece of text stands."""

    key: str
    page: int = 0
    row: int = 0
    sheet: str = ""
    words: str = ""


class FindPresenter(QObject):
    """The presenter of the find bar of one view."""

    def __init__(self, context: "Context", page: "ReadingPage", annexes: "AnnexPresenter") -> None:
        """Find in what `annexes` opens."""
        super().__init__(annexes)
        self._page, self._annexes, self._view = page, annexes, annexes.view
        self._bar, self._finding = self._view.find_bar, self._view.finding
        self._counts = HitCounts(context, self)
        self._application = self._shown = ""
        self._typed: dict[tuple[str, str], str] = {}
        self._apart = self._in_all = False
        self._has_left = self._has_turned = self._goes_on = False
        self._enters = 0
        self._start: FindStart | None = None
        self._before: QWidget | None = None
        self._view.bar.find_button.clicked.connect(self.open)
        self._view.content_shown.connect(self._on_view_content_shown)
        self._finding.found_changed.connect(self._on_found_changed)
        self._finding.moving.connect(self._on_finding_moving)
        self._bar.words_typed.connect(self._on_bar_words_typed)
        self._bar.step_wanted.connect(self.step)
        self._bar.range.segment_chosen.connect(self._on_range_segment_chosen)
        self._bar.list_button.clicked.connect(self._on_list_button_clicked)
        self._bar.annex_chosen.connect(self._on_bar_annex_chosen)
        self._bar.closed.connect(self.close)
        self._counts.counted.connect(self._tell)

    # The bar

    def show_reading(self, reading: "Reading") -> None:
        """Count in the annexes of an application; what was searched for in each stays."""
        if reading.application.id != self._application:
            self._application, self._shown = reading.application.id, ""
        self._counts.show_annexes(self._annexes.lines)

    def open(self) -> None:
        """Open the bar with what was searched for here last, or with what is selected, and put the focus there."""
        focus = self._page.window().focusWidget()
        if focus is not None and not self._bar.isAncestorOf(focus):
            self._before = focus
        self._page.show_annexes()
        selected = self._selected()
        if not self._bar.isVisible() or selected:
            self._has_left, self._apart = False, False
            self._begin(selected or self._typed.get(self._place, ""))
        self._bar.take_focus()

    def show(self, typed: str, start: FindStart) -> None:
        """Show what a search of the round has found: its words stand apart, the first from `start` on is current."""
        self._start, self._apart, self._has_left = start, True, True
        self._typed[self._application, start.key] = typed
        if self._annexes.current == start.key and self._finding.here is not None:
            self._begin(typed)

    def holds(self, focus: "QWidget") -> bool:
        """Say whether a widget belongs to the bar."""
        return self._bar is focus or self._bar.isAncestorOf(focus)

    def close(self) -> None:
        """Close the bar, mark nothing, and give the focus back."""
        had_focus = self._bar.isAncestorOf(self._page.window().focusWidget() or self._page)
        self._bar.hide()
        self._finding.find(SearchPattern())
        self._counts.count(SearchPattern())
        before, self._before = self._before, None
        if not had_focus:
            return
        if before is not None and shiboken6.isValid(before) and before.isVisible():
            before.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            self._view.take_focus()

    @property
    def _place(self) -> tuple[str, str]:
        return self._application, self._annexes.current

    @property
    def _sought(self) -> SearchPattern:
        return wanted(self._bar.field.text(), apart=self._apart)

    def _selected(self) -> str:
        """Return what is selected in the annex where that may be meant to be searched for: some words of one line."""
        passages = self._view.reader.passages if self._view.shows_pages else ()
        text = passages[0].quote if len(passages) == 1 else ""
        if self._view.shown is self._view.form:
            text = self._view.form.textCursor().selectedText()
        return text if len(text) <= _LONGEST and text.isprintable() else ""

    # Finding

    def _begin(self, typed: str) -> None:
        """Show the bar and find from where one reads, or from where a search has found something."""
        self._bar.show_words(typed)
        self._bar.show()
        self._shown = self._annexes.current
        here = self._finding.here
        if here is not None:
            here.begin()
        start, self._start = self._start, None
        if start is not None and start.key == self._shown:
            self._begin_at(start)
        self._find()

    def _begin_at(self, start: FindStart) -> None:
        finding = self._finding
        if finding.here is finding.pages:
            finding.pages.begin_at(max(start.page - 1, 0))
        elif finding.here is finding.tables:
            finding.tables.begin_at(start.sheet, max(start.row - 1, 0))
        elif finding.here is finding.form:
            finding.form.begin_at(start.words)

    def _find(self, *, move: bool = True) -> None:
        self._typed[self._place] = self._bar.field.text()
        self._has_turned = self._goes_on = False
        self._finding.find(self._sought, move=move)
        self._counts.count(self._sought if self._in_all else SearchPattern())
        self._tell()

    def step(self, step: int) -> None:
        """Go to the next (+1) or previous (-1) hit; after the last one to the next annex, or round to the first."""
        here = self._finding.here
        if not self._bar.isVisible():
            self.open()
            return
        self._has_turned = self._goes_on = False
        if here is not None and here.step(step):
            self._announce()
        elif not (self._in_all and self._go_on(step)) and here is not None and here.count and here.is_whole:
            self._has_turned = True
            here.go(0 if step > 0 else here.count - 1)
            self._announce()

    def _go_on(self, step: int) -> bool:
        """Open the next annex that holds the words, round to the first one; return whether there is another."""
        keys = [line.key for line in self._annexes.lines]
        holding = set(self._counts.counts)
        at = keys.index(self._annexes.current) if self._annexes.current in keys else 0
        order = [keys[(at + step * far) % len(keys)] for far in range(1, len(keys))]
        target = next((key for key in order if key in holding), "")
        if target:
            self._enter(target, step)
        return bool(target)

    def _enter(self, key: str, step: int = 1) -> None:
        """Open an annex at its first hit, or with -1 at its last."""
        self._on_finding_moving()
        self._enters, self._goes_on = step, True
        self._typed[self._application, key] = self._bar.field.text()
        self._annexes.open(key)

    def _on_view_content_shown(self) -> None:
        """Find in the annex that has come into sight: what was searched for in it last, else the same words."""
        start, key = self._start, self._annexes.current
        if start is not None and start.key == key:
            self._begin(self._typed.get(self._place, ""))
        elif self._bar.isVisible():
            self._show_in(key)

    def _show_in(self, key: str) -> None:
        enters, self._enters = self._enters, 0
        goes_on, is_same = self._goes_on, key == self._shown
        self._shown = key
        own = self._typed.get(self._place, "")
        if own and not self._in_all:
            self._bar.show_words(own)
        here = self._finding.here
        if here is not None and enters:
            here.begin_at_top()
        elif here is not None:
            here.begin()
        self._find(move=enters > 0 and not is_same)
        self._goes_on, self._enters = goes_on, min(enters, 0)
        self._tell()

    def _on_found_changed(self) -> None:
        here = self._finding.here
        if self._enters < 0 and here is not None and here.is_whole and here.count:
            self._enters = 0
            here.go(here.count - 1)
        if self._bar.isVisible():
            self._tell()

    def _on_finding_moving(self) -> None:
        """Let back lead to where one was before the first jump."""
        if not self._has_left:
            self._has_left = True
            self._annexes.place_left.emit()

    # What a person does

    def _on_bar_words_typed(self, _typed: str) -> None:
        self._apart = False
        self._find()

    def _on_range_segment_chosen(self, chosen: str) -> None:
        self._in_all = chosen == ALL
        self._counts.look_again()
        self._counts.count(self._sought if self._in_all else SearchPattern())
        self._tell()

    def _on_list_button_clicked(self) -> None:
        """Offer the annexes that hold the words."""
        titles = {line.key: line.name for line in self._annexes.lines}
        self._bar.open_list({key: (titles[key], count) for key, count in self._counts.counts.items()})

    def _on_bar_annex_chosen(self, key: str) -> None:
        here = self._finding.here
        if key == self._annexes.current and here is not None and here.count:
            here.go(0)
        else:
            self._enter(key)

    # Telling

    def _tell(self) -> None:
        here, line = self._finding.here, self._view.line
        self._bar.show_state(
            FindState(
                key=line.key if line is not None and line.key != FORM else "",
                title=line.name if line is not None else "",
                is_asked=bool(self._sought),
                can_find=here is not None,
                count=here.count if here is not None else 0,
                current=here.current if here is not None else -1,
                is_whole=here is None or here.is_whole,
                has_words=here is None or here.has_words,
                silent=self._finding.pages.silent_pages if here is self._finding.pages else 0,
                apart=self._apart,
                turned=self._has_turned,
                goes_on=self._goes_on,
                in_all=self._in_all,
                counts=tuple(self._counts.counts.values()),
                unread=self._counts.unread,
                all_whole=self._counts.is_whole,
            )
        )

    def _announce(self) -> None:
        self._tell()
        announce(self._bar, self._bar.spoken)
