"""The way from a passage in a list to its place in the annexes, and back to the list."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from reviewer_app.domain.annotations.annotation import AnchorState, FieldPlace, WholePlace

if TYPE_CHECKING:
    from reviewer_app.ui.reading.evidence import EvidencePresenter
    from reviewer_app.ui.reading.page import ReadingPage


class PassageNavigation(QObject):
    """Goes to passages of the lists under the reasons, in the pane that shows their annex already, where one does."""

    def __init__(self, page: "ReadingPage", evidence: "EvidencePresenter") -> None:
        """Go to places in the panes that `evidence` is made in."""
        super().__init__(evidence)
        self._page = page
        self._annotations = evidence.annotations
        self._evidence = evidence
        self._target = ""
        """What is gone to, while its page or table is not there yet."""
        self._came_from = ""
        self._list = page.scoring.criterion.evidence
        self._others = page.scoring.criterion.others
        self._list.passages.passage_chosen.connect(self._on_passage_chosen)
        self._others.passage_chosen.connect(self._on_passage_chosen)

    def _on_passage_chosen(self, annotation: str) -> None:
        """Go there as a step of its own, so that the way back leads to the passage and the page read before."""
        self._evidence.active.presenter.place_left.emit()
        self.go_to(annotation)

    def go_to(self, annotation: str) -> None:
        """Show the annex at a passage; what stands in none is shown by itself."""
        found = self._annotations.find(annotation)
        if found is None:
            return
        place = found.annotation.target
        if found.annotation.state is AnchorState.ORPHANED or isinstance(place, WholePlace):
            self._evidence.open_mark(annotation)
            return
        key = self._evidence.active.key_of(place)
        if not key:
            return
        self._target = self._came_from = annotation
        self._activate(key)
        active = self._evidence.active
        if isinstance(place, FieldPlace):
            if active.presenter.current != key:
                active.presenter.open(key)
            self.arrive_at_row()
        elif active.presenter.current != key:
            active.presenter.open_at(key, place.page + 1)
        else:
            self._arrive()
        self._page.show_annexes()

    def _activate(self, key: str) -> None:
        """Work in the pane that shows an annex already, where one does."""
        shown = [one for one in self._evidence.annexes if one.presenter.current == key]
        if shown and self._evidence.active not in shown:
            self._page.annexes.use(shown[0].view)

    def arrive_at_page(self) -> None:
        """Go to the passage that the pages now in sight were opened for."""
        if self._target:
            self._page.show_annexes()
            found = self._annotations.find(self._target)
            if found is not None and not isinstance(found.annotation.target, FieldPlace):
                self._arrive()

    def arrive_at_row(self) -> None:
        """Go to the row that the form or table now in sight was opened for."""
        found, active = self._annotations.find(self._target), self._evidence.active
        place = found.annotation.target if found is not None else None
        if isinstance(place, FieldPlace) and active.presenter.current == active.key_of(place) and self._arrive():
            self._page.show_annexes()

    def _arrive(self) -> bool:
        """Go to the target; say whether it is there."""
        found = self._annotations.find(self._target)
        there = found is not None and self._evidence.active.go_to(self._target, found.annotation.target)
        if there:
            self._target = ""
        return there

    def back(self) -> None:
        """Esc: select nothing, else close the find bar, else go back to where a passage was chosen."""
        bar, reader = self._page.annex.find_bar, self._evidence.active.reader
        if reader.passages:
            reader.clear_selection()
        elif bar.isVisible():
            bar.closed.emit()
        elif self._came_from in self._list.passages.ids:
            self._page.show_scoring()
            self._list.focus_passage(self._came_from)
        elif self._came_from in (chip.annotation for chip in self._others.chips):
            self._page.show_scoring()
            self._others.focus_passage(self._came_from)
