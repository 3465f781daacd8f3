"""Ties passages to criteria: marks over the papers, passages under the reason, and the way between the two."""

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from reviewer_app.domain.annotation import (
    Annotation,
    Direction,
    Kind,
    Link,
    PagePlace,
    Style,
    linked,
)
from reviewer_app.ui.kit.announcing import announce
from reviewer_app.ui.marks.annotations import ApplicationAnnotations, NewMark, new_mark
from reviewer_app.ui.marks.words import AnnotationWords
from reviewer_app.ui.pdf.page_marks import PageMark
from reviewer_app.ui.reading.evidence_halves import EvidenceHalves
from reviewer_app.ui.reading.evidence_ways import EvidenceWays
from reviewer_app.ui.reading.mark_company import MarkCompany
from reviewer_app.ui.reading.mark_presenter import MarkPresenter
from reviewer_app.ui.reading.note_presenter import NotePresenter

if TYPE_CHECKING:
    from collections.abc import Callable

    from reviewer_app.services.reviewing import Reading
    from reviewer_app.ui.pdf.reader import Passage
    from reviewer_app.ui.reading.annexes.annex_presenter import AnnexPresenter
    from reviewer_app.ui.reading.field_evidence import FieldEvidence
    from reviewer_app.ui.reading.page import ReadingPage
    from reviewer_app.ui.shell.context import Context


class EvidencePresenter(QObject):
    """Shows and changes the annotations of the application in sight.

    `criterion_shown` carries the key of a criterion to open while the focus stays in the paper.
    """

    criterion_shown = Signal(str)

    def __init__(self, context: "Context", page: "ReadingPage", documents: "AnnexPresenter") -> None:
        """Belong to the papers' presenter."""
        super().__init__(documents)
        self._context = context
        self._page = page
        self._list = page.scoring.criterion.evidence
        self.acts = ApplicationAnnotations(context, self)
        self.words = AnnotationWords(context)
        self._company = MarkCompany(self.words)
        self.acts.annotations_changed.connect(self._show)  # before the popover, which asks what else stands there
        self.mark = MarkPresenter(context, self.acts, self.words, self._company, self)
        self.halves = EvidenceHalves(context.theme, page)
        self.halves.add(documents)
        self.ways = EvidenceWays(context, page, self.halves, self.acts)
        self.notes = NotePresenter(context, page, self)
        self._reading: Reading | None = None
        self._criterion = ""
        self.claim: Callable[[tuple[Passage, ...]], bool] = lambda _passages: False
        """Takes passages for something else than evidence and says so: a rectangle drawn for what has no place."""
        self.halves.paper_changed.connect(self._on_halves_paper_changed)
        self.halves.pages_shown.connect(self._on_halves_pages_shown)
        self.halves.link_wanted.connect(self.link)
        self.halves.other_wanted.connect(self.ask_and_link)
        self.halves.mark_chosen.connect(self.open_mark)
        self.halves.criterion_meant.connect(self._on_halves_criterion_meant)
        self.halves.note_wanted.connect(self.notes.note_mine)
        self.halves.spots_wanted.connect(self.link_spots)
        self.halves.other_spots_wanted.connect(self.ask_for)
        self.mark.stepped.connect(self._on_mark_stepped)
        self._list.passages.unlink_wanted.connect(self._on_unlink_wanted)
        self.ways.mark_wanted.connect(self.open_mark)

    @property
    def fields(self) -> "FieldEvidence":
        """The rows of the paper that is worked in."""
        return self.halves.here.fields

    # Showing

    def show(self, reading: "Reading", criterion: str) -> None:
        """Show the passages of an application; those of `criterion` are the open ones."""
        self._reading, self._criterion = reading, criterion
        self.words.show_catalogue(reading.catalogue)
        self.mark.show_reading(reading)
        self.ways.show_reading(reading)
        self.notes.show_reading(reading)
        self.acts.show_reading(reading, criterion)
        self._show()

    @property
    def may_link(self) -> bool:
        """Whether evidence may be made: one's own review of the application is open for changes."""
        reading = self._reading
        if reading is None or reading.locked or not self._context.can_write or reading.me is None:
            return False
        return reading.reviewer is None or reading.reviewer.id == reading.me.id

    @property
    def criterion(self) -> str:
        """The open criterion; empty where what is open is none."""
        reading = self._reading
        keys = {one.key for one in reading.catalogue.criteria} if reading is not None else set[str]()
        return self._criterion if self._criterion in keys else ""

    def _show(self) -> None:
        criterion, reading, listed = self.criterion, self._reading, self.acts.listed
        me = reading.me.id if reading is not None and reading.me is not None else None
        reached = self._company.show(listed, me)
        for half in self.halves.all:
            half.reader.show_criterion(criterion, may_link=self.may_link, may_note=self.notes.may_note)
            marks = [mark for one in reached for mark in self._marks(one.annotation, half.sha256, criterion)]
            half.reader.show_marks(tuple(marks))
            half.fields.show(reached, criterion, self._company, may_link=self.may_link, may_note=self.notes.may_note)
        shown = [one for one in listed if criterion and criterion in one.annotation.criteria]
        theirs = {one.reviewer.id for one in reading.others} if reading is not None else set()
        views = [self.words.view(one, criterion, me) for one in shown if one.annotation.author not in theirs]
        self._list.show_passages(views, may_link=self.may_link and bool(criterion))
        self._page.scoring.criterion.others.show_passages(
            {
                reviewer: tuple(
                    replace(self.words.view(one, criterion, reviewer), may_unlink=False)
                    for one in shown
                    if one.annotation.author == reviewer
                )
                for reviewer in theirs
            }
        )
        self._page.scoring.keep_tab_order()

    def _marks(self, annotation: Annotation, sha256: str, criterion: str) -> list[PageMark]:
        place = annotation.target
        if not isinstance(place, PagePlace) or place.sha256 != sha256:
            return []
        return [
            PageMark(
                annotation.id, place.page, place.quads, place.area, tag, self._company.spoken(annotation, tag),
                bool(tag) and tag == criterion, annotation.kind, annotation.style is Style.UNDERLINE,
            )
            for tag in annotation.criteria or ("",)
        ]  # fmt: skip

    # The popover

    def open_mark(self, annotation: str) -> None:
        """Open the popover at a mark, and one of its criteria, so that its passage stands in the list."""
        found = self.acts.find(annotation)
        if found is None:
            return
        criteria = found.annotation.criteria
        if criteria and self._criterion not in criteria:
            self.criterion_shown.emit(criteria[0])
        key = self._criterion if self._criterion in criteria else next(iter(criteria), "")
        self.mark.open(found.annotation, *self.ways.anchor(annotation), key=key)

    def _on_halves_criterion_meant(self, key: str) -> None:
        if key != self._criterion:
            self.criterion_shown.emit(key)

    def _on_mark_stepped(self, annotation: str) -> None:
        marked = self.fields.rows or self.halves.here.reader
        if annotation in marked.mark_ids():
            marked.walk.focus(annotation)

    def flush(self) -> None:
        """Hand over everything typed."""
        self.mark.flush()

    # What a person does

    def link_here(self) -> None:
        """Make what is selected, or the row in sight, evidence for the open criterion; else the page."""
        if self.fields.rows is None:
            self.halves.here.reader.link()
        elif spots := self.fields.spots():
            self.link_spots(spots)
        else:
            self._context.messages.hint(self.tr("Hier steht nichts, was sich verknüpfen lässt."))

    def link_other_here(self) -> None:
        """Make it evidence for a criterion that is asked for."""
        if self.fields.rows is not None:
            if self.may_link:
                self.ask_for(self.fields.spots())
        else:
            self.halves.here.reader.link_other()

    def link_spots(self, spots: "list[NewMark]") -> None:
        """Make spots evidence for the open criterion."""
        self.link_to(self.criterion, spots)

    def link(self, passages: "tuple[Passage, ...]") -> None:
        """Make passages evidence for the open criterion, or one that is asked for; without a review, mark them for me.

        Nothing is made of what something else has a claim on.
        """
        if self.claim(passages):
            return
        spots = self.spots(passages)
        if not self.may_link:
            self.notes.mark_mine(spots)
        elif self.criterion:
            self.link_spots(spots)
        else:
            self.ask_for(spots)

    def underline(self) -> None:
        """Underline what is selected, as evidence for the open criterion."""
        self.halves.here.reader.when_selected(self._underline)

    def _underline(self) -> None:
        passages = self.halves.here.reader.passages
        if not passages:
            self._context.messages.hint(self.tr("Noch ist kein Text ausgewählt."))
        self.link_spots([replace(one, style=Style.UNDERLINE) for one in self.spots(passages)])

    def ask_and_link(self, passages: "tuple[Passage, ...]") -> None:
        """Ask for a criterion and make passages evidence for it."""
        self.ask_for(self.spots(passages))

    def ask_for(self, spots: "list[NewMark]") -> None:
        """Ask for a criterion and make spots evidence for it."""
        from reviewer_app.ui.marks.criterion_dialog import CriterionDialog

        if self._reading is not None and spots:
            key = CriterionDialog.ask(
                self._context.theme, self._page.window(), self._reading.catalogue, self._context.language
            )
            if key:
                self.link_to(key, spots)

    def spots(self, passages: "tuple[Passage, ...]") -> list[NewMark]:
        """Return passages of the paper in sight as what is to be marked; none, said so, while it is being opened."""
        paper = self.ways.paper()
        if passages and paper is None:
            self._context.messages.hint(self.tr("Die Unterlage wird noch geöffnet."))
        return [new_mark(paper, one) for one in passages] if paper is not None else []

    def link_to(self, criterion: str, spots: "list[NewMark]") -> None:
        """Make spots evidence for a criterion, as one step; what I marked before gets one more criterion."""
        if not self.may_link or not criterion or not spots:
            return
        words = self.tr("Fundstelle mit {key} verknüpft").format(key=criterion)
        made = [one for spot in spots if (one := self._held(spot) or self.notes.new(spot))]
        if len(made) < len(spots):
            return
        self.acts.put_all([_linked(one, criterion) for one in made], words)
        announce(self._page, words)
        self.halves.here.reader.clear_selection()
        self.fields.settle()

    def _held(self, spot: NewMark) -> Annotation | None:
        me = self._reading.me if self._reading is not None else None
        every = (one.annotation for one in self.acts.listed if one.annotation.target == spot.target and not one.locked)
        return next((one for one in every if me and one.author == me.id and one.kind is Kind.EVIDENCE), None)

    def _on_unlink_wanted(self, annotation: str) -> None:
        self.acts.unlink(annotation, self.criterion)

    def unlink_focused(self) -> None:
        """Take the mark that has the focus from the open criterion; one that bears on none goes."""
        marked = self.fields.rows or self.halves.here.reader
        found = self.acts.find(marked.walk.focused)
        if found is None or found.locked:
            return
        annotation, before = found.annotation, marked.mark_ids()
        place = before.index(annotation.id) if annotation.id in before else 0
        if self.criterion in annotation.criteria:
            self.acts.unlink(annotation.id, self.criterion)
        elif annotation.links:
            self.acts.unlink(annotation.id, annotation.criteria[0])
        else:
            self.acts.remove(annotation.id, self.tr("Anmerkung gelöscht"))
        left = marked.mark_ids()
        marked.walk.focus(left[min(place, len(left) - 1)] if left else "")

    def _on_halves_paper_changed(self) -> None:
        self._show()
        self.ways.arrive_at_row()

    def _on_halves_pages_shown(self) -> None:
        self._show()
        self.ways.arrive()


def _linked(annotation: Annotation, criterion: str) -> Annotation:
    """Return it as evidence for one more criterion; the direction it has for that stays."""
    held = next((one.direction for one in annotation.links if one.criterion == criterion), Direction.NONE)
    return replace(annotation, links=linked(annotation.links, Link(criterion, held)))
