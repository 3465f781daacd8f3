"""Ties passages to criteria: what a person marks as evidence or as a note, and the passages under a reason.

A note can be begun after handing in too, for oneself alone: the review stays as it was handed in.
"""

from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QApplication

from reviewer_app.domain.annotations.annotation import (
    AnchorState,
    Annotation,
    Direction,
    Kind,
    Link,
    MarkStyle,
    PagePlace,
    WholePlace,
    linked,
)
from reviewer_app.domain.ids import AnnotationId, new_id
from reviewer_app.services.annotations.words import page_source, quoted, source
from reviewer_app.ui.kit.accessibility import announce
from reviewer_app.ui.kit.translated import Translated
from reviewer_app.ui.marks.annotations import ApplicationAnnotations, NewMark
from reviewer_app.ui.marks.words import AnnotationWords
from reviewer_app.ui.reading.annexes.annex_list import FORM
from reviewer_app.ui.reading.mark_popover import MarkPopover
from reviewer_app.ui.reading.marked_annex import MarkedAnnex
from reviewer_app.ui.reading.passage_navigation import PassageNavigation

if TYPE_CHECKING:
    from reviewer_app.domain.annotations.annotation import Target
    from reviewer_app.domain.ids import PersonId
    from reviewer_app.services.annotations.editing import Listed
    from reviewer_app.services.reviews.reviewing import Reading
    from reviewer_app.ui.marks.viewer import SelectedPassage
    from reviewer_app.ui.reading.annexes.annex_presenter import AnnexPresenter
    from reviewer_app.ui.reading.page import ReadingPage
    from reviewer_app.ui.reading.row_marks import RowMarks
    from reviewer_app.ui.shell.context import Context


class PassageIndex(Translated):
    """Knows the annotations of one application by passage and criterion; one's own come first."""

    def __init__(self, words: AnnotationWords) -> None:
        self._words = words
        self._me: PersonId | None = None
        self._listed: Sequence[Listed] = ()
        self._found: dict[tuple[Target, str], list[Listed]] = {}

    def show(self, listed: Sequence["Listed"], me: "PersonId | None") -> Sequence["Listed"]:
        """Take what one may see; return it in the order in which marks at one passage are reached."""
        self._me, self._found = me, {}
        self._listed = sorted(listed, key=lambda one: one.annotation.author != me)
        for one in self._listed:
            if one.annotation.state is not AnchorState.ORPHANED:
                for key in one.annotation.criteria or ("",):
                    self._found.setdefault((one.annotation.target, key), []).append(one)
        return self._listed

    def ids(self, annotation: Annotation, key: str) -> list[str]:
        """Return what stands at the passage for a criterion (empty: for none), the annotation itself in any case."""
        ids: list[str] = [one.annotation.id for one in self._found.get((annotation.target, key), ())]
        return ids if annotation.id in ids else [annotation.id]

    def position(self, annotation: Annotation, key: str) -> tuple[int, int]:
        """Return which of them an annotation is, from 1, and of how many."""
        ids = self.ids(annotation, key)
        return ids.index(annotation.id) + 1, len(ids)

    def spoken(self, annotation: Annotation, key: str) -> str:
        """Return an annotation in one line, with how many stand there and whose they are."""
        spoken, (number, count) = self._words.spoken(annotation), self.position(annotation, key)
        if count == 1:
            return spoken
        place = self.tr("{n} von {count} an dieser Stelle").format(n=number, count=count)
        names = [self._name(one) for one in self._found[annotation.target, key]]
        whose = ", ".join(dict.fromkeys(name for name in names if name))
        return f"{spoken}, {place}: {whose}" if whose else f"{spoken}, {place}"

    def _name(self, listed: "Listed") -> str:
        mine = listed.annotation.author == self._me and not listed.annotation.foreign_author
        return self.tr("Sie") if mine else listed.author


class EvidencePresenter(QObject):
    """Shows and changes the annotations of the application in sight.

    `criterion_shown` carries the key of a criterion to open while the focus stays in the annex.
    """

    criterion_shown = Signal(str)

    def __init__(self, context: "Context", page: "ReadingPage", presenter: "AnnexPresenter") -> None:
        super().__init__(presenter)
        self._context = context
        self._page = page
        self._reading: Reading | None = None
        self._criterion = ""
        self._last_linked = ("", "")
        self.annotations = ApplicationAnnotations(context, self)
        self.words = AnnotationWords(context)
        self._index = PassageIndex(self.words)
        self.annotations.annotations_changed.connect(self._show)  # before the popover, which asks what else is there
        self.popover = MarkPopover(context, self.annotations, self.words, self._index, self)
        self.annexes: list[MarkedAnnex] = []
        self.navigation = PassageNavigation(page, self)
        self.take_area: Callable[[Sequence[SelectedPassage]], bool] = lambda _passages: False
        """Takes passages for something else than evidence and says so: a rectangle drawn for what has no place."""
        self.add_annex(presenter)
        self.popover.stepped.connect(self._on_popover_stepped)
        self._list = page.scoring.criterion.evidence
        self._list.passages.unlink_wanted.connect(self._on_unlink_wanted)
        for passages in (self._list.passages, page.scoring.criterion.others):
            passages.copy_wanted.connect(self.copy_annotation)

    def add_annex(self, presenter: "AnnexPresenter") -> None:
        """Make evidence in another pane too."""
        annex = MarkedAnnex(self._context, presenter)
        self.annexes.append(annex)
        if self._reading is not None:
            annex.show_reading(self._reading)
        annex.reader.link_wanted.connect(self.link)
        annex.reader.other_wanted.connect(self._on_reader_other_wanted)
        annex.row_link_wanted.connect(self._on_row_link_wanted)
        annex.row_other_wanted.connect(self._on_row_other_wanted)
        annex.note_wanted.connect(self.note_mine)
        annex.mark_chosen.connect(self.open_mark)
        annex.tag_meant.connect(self._on_tag_meant)
        annex.annex_changed.connect(self._on_annex_changed)
        presenter.pages_shown.connect(self._on_pages_shown)
        annex.view.pages.left.connect(self.navigation.back)

    @property
    def active(self) -> MarkedAnnex:
        """The pane that is worked in."""
        return next((one for one in self.annexes if one.view is self._page.annex), self.annexes[0])

    # Showing

    def show(self, reading: "Reading", criterion: str) -> None:
        """Show the passages of an application; those of `criterion` are the open ones."""
        if self._last_linked != (reading.application.id, criterion):
            self._last_linked = ("", "")
        self._reading, self._criterion = reading, criterion
        self.words.show_catalogue(reading.catalogue)
        self.popover.show_reading(reading)
        for annex in self.annexes:
            annex.show_reading(reading)
        self.annotations.show_reading(reading, criterion)
        self._show()

    @property
    def may_note(self) -> bool:
        """Whether a note may be begun, if only for oneself."""
        return self._reading is not None and self._reading.me is not None and self._context.can_write

    @property
    def may_link(self) -> bool:
        """Whether evidence may be made: one's own review of the application is open for changes."""
        reading = self._reading
        if reading is None or reading.locked or not self._context.can_write or reading.me is None:
            return False
        return reading.reviewer is None or reading.reviewer.id == reading.me.id

    @property
    def takes_digits(self) -> bool:
        """Whether a passage was just tied to the open criterion: a digit pressed in the annex scores it then."""
        return self.may_link and self._last_linked[1] == self.criterion != ""

    @property
    def criterion(self) -> str:
        """The open criterion; empty where what is open is none."""
        reading = self._reading
        keys = {one.key for one in reading.catalogue.criteria} if reading is not None else set[str]()
        return self._criterion if self._criterion in keys else ""

    def _show(self) -> None:
        criterion, reading, listed = self.criterion, self._reading, self.annotations.listed
        me = reading.me.id if reading is not None and reading.me is not None else None
        reached = self._index.show(listed, me)
        for annex in self.annexes:
            annex.show_marks(reached, criterion, self._index, may_link=self.may_link, may_note=self.may_note)
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

    def _on_annex_changed(self) -> None:
        self._show()
        self.navigation.arrive_at_row()

    def _on_pages_shown(self) -> None:
        self._show()
        self.navigation.arrive_at_page()

    def open_field(self, field: str) -> None:
        """Open the form in the pane that is worked in, at a field or at the first row of a table."""
        if self.active.presenter.current != FORM:
            self.active.presenter.open(FORM)
        self.active.bring_field(field)

    # The popover

    def open_mark(self, annotation: str) -> None:
        """Open the popover at a mark, and one of its criteria, so that its passage stands in the list."""
        found = self.annotations.find(annotation)
        if found is None:
            return
        criteria = found.annotation.criteria
        if criteria and self._criterion not in criteria:
            self.criterion_shown.emit(criteria[0])
        key = self._criterion if self._criterion in criteria else next(iter(criteria), "")
        self.popover.open(found.annotation, *self.active.anchor(annotation), key=key)

    def _on_tag_meant(self, key: str) -> None:
        if key != self._criterion:
            self.criterion_shown.emit(key)

    def _on_popover_stepped(self, annotation: str) -> None:
        if annotation in self.active.marked.mark_ids():
            self.active.marked.mark_focus.focus(annotation)

    # Evidence

    def link_here(self) -> None:
        """Make what is selected, or the row in sight, evidence for the open criterion; else the page."""
        active = self.active
        if active.rows is None:
            active.reader.link()
        elif marks := active.row():
            self._link_to(self.criterion, marks)
        else:
            self._context.messages.hint(self.tr("Hier lässt sich nichts verknüpfen."))

    def link_other_here(self) -> None:
        """Make it evidence for a criterion that is asked for."""
        if self.active.rows is None:
            self.active.reader.link_other()
        elif self.may_link:
            self._ask_for(self.active.row())

    def link(self, passages: "tuple[SelectedPassage, ...]") -> None:
        """Make passages evidence for the open criterion, or one that is asked for; without a review, mark them for me.

        Nothing is made of a rectangle that was drawn for something else.
        """
        if self.take_area(passages):
            return
        marks = self.active.new_marks(passages)
        if not self.may_link:
            self._mark_mine(marks)
        elif self.criterion:
            self._link_to(self.criterion, marks)
        else:
            self._ask_for(marks)

    def underline(self) -> None:
        """Underline what is selected, as evidence for the open criterion."""
        self.active.reader.when_selected(self._underline)

    def _underline(self) -> None:
        passages = self.active.reader.passages
        if not passages:
            self._context.messages.hint(self.tr("Es ist kein Text ausgewählt."))
        marks = self.active.new_marks(passages)
        self._link_to(self.criterion, [replace(one, style=MarkStyle.UNDERLINE) for one in marks])

    def _on_reader_other_wanted(self, passages: "tuple[SelectedPassage, ...]") -> None:
        self._ask_for(self.active.new_marks(passages))

    def _on_row_link_wanted(self) -> None:
        self._link_to(self.criterion, self.active.row())

    def _on_row_other_wanted(self) -> None:
        self._ask_for(self.active.row())

    def _ask_for(self, marks: Sequence[NewMark]) -> None:
        """Ask for a criterion and make evidence for it."""
        from reviewer_app.ui.marks.criterion_dialog import CriterionDialog

        if self._reading is not None and marks:
            key = CriterionDialog.ask(
                self._context.theme, self._page.window(), self._reading.catalogue, self._context.language
            )
            self._link_to(key, marks)

    def _link_to(self, criterion: str, marks: Sequence[NewMark]) -> None:
        """Make evidence for a criterion, as one step; what I marked before gets one more criterion."""
        if not self.may_link or not criterion or not marks:
            return
        words = self.tr("Fundstelle mit {key} verknüpft").format(key=criterion)
        made = [one for mark in marks if (one := self._held(mark) or self.new(mark))]
        if len(made) < len(marks):
            return
        self.annotations.put_all([_linked(one, criterion) for one in made], words)
        announce(self._page, words)
        self.active.clear_selection()
        if self._reading is not None:
            self._last_linked = self._reading.application.id, criterion

    def _held(self, mark: NewMark) -> Annotation | None:
        me = self._reading.me if self._reading is not None else None
        listed = self.annotations.listed
        every = (one.annotation for one in listed if one.annotation.target == mark.target and not one.locked)
        return next((one for one in every if me and one.author == me.id and one.kind is Kind.EVIDENCE), None)

    def _on_unlink_wanted(self, annotation: str) -> None:
        self.annotations.unlink(annotation, self.criterion)

    def unlink_focused(self) -> None:
        """Take the mark that has the focus from the open criterion; one that bears on none goes."""
        marked = self.active.marked
        found = self.annotations.find(marked.mark_focus.focused)
        if found is None or found.locked:
            return
        annotation, before = found.annotation, marked.mark_ids()
        place = before.index(annotation.id) if annotation.id in before else 0
        if self.criterion in annotation.criteria:
            self.annotations.unlink(annotation.id, self.criterion)
        elif annotation.links:
            self.annotations.unlink(annotation.id, annotation.criteria[0])
        else:
            self.annotations.remove(annotation.id, self.tr("Anmerkung gelöscht"))
        left = marked.mark_ids()
        marked.mark_focus.focus(left[min(place, len(left) - 1)] if left else "")

    # Notes

    def new(self, mark: NewMark) -> Annotation | None:
        """Return a piece of evidence for nothing yet; where the review takes none, one for myself, or None."""
        reading, now = self._reading, self._context.now()
        if not self.may_note or reading is None or reading.me is None:
            return None
        return Annotation(
            AnnotationId(new_id()), reading.application.id, mark.target, Kind.EVIDENCE, mark.style, reading.me.id,
            now, now, mark.quote, private=not self.may_link,
        )  # fmt: skip

    def note_page(self) -> None:
        """Begin a note on the page in sight, in the popover; it is kept with its first word."""
        annex = self.active.annex
        if self._page.annex.shows_pages and annex is not None:
            page = self.active.reader.view.page - 1
            self._begin(NewMark(PagePlace(annex.kind, annex.name, annex.sha256, page), MarkStyle.PAGE_NOTE))

    def note_application(self) -> None:
        """Begin a note on the application as a whole."""
        self._begin(NewMark(WholePlace(), MarkStyle.NOTE))

    def _begin(self, mark: NewMark) -> None:
        made = self.new(mark)
        if made is not None:
            self.popover.open(replace(made, kind=Kind.NOTE), self._page.annex.bar, note=True)

    def note_mine(self) -> None:
        """Mark what is selected, or the row in sight, for myself alone, and let me write there."""
        self.active.reader.when_selected(self._note_mine)

    def _note_mine(self) -> None:
        marks, rows = self.active.selected(), self.active.rows
        if not marks and rows is None:
            self._context.messages.hint(self.tr("Es ist kein Text ausgewählt."))
        elif not marks:
            self._context.messages.hint(self.tr("Hier lässt sich nichts markieren."))
        self._mark_mine(marks)

    def _mark_mine(self, marks: Sequence[NewMark]) -> None:
        """Mark for myself alone, and let me write at the first."""
        words, new = self.tr("Nur für mich markiert"), [one for mark in marks if (one := self.new(mark))]
        made = [replace(one, kind=Kind.NOTE, private=True) for one in new]
        self.annotations.put_all(made, words)
        if made:
            announce(self._page, words)
            anchor, at = self.active.anchor(made[0].id)
            self.active.clear_selection()
            self.popover.open(made[0], anchor, at, note=True)

    # On the clipboard

    def copy(self) -> None:
        """Put what is selected on the clipboard, with its source; else the mark that has the focus, or the row."""
        if self.active.rows is not None:
            self._copy_row(self.active.rows)
        else:
            self.active.reader.when_selected(self._copy_selected)

    def _copy_selected(self) -> None:
        annex, passages, language = self.active.annex, self.active.reader.passages, self._context.language
        if annex is not None and passages:
            place = page_source(annex.kind, str(passages[0].page + 1), language)
            QApplication.clipboard().setText(quoted(" ".join(one.quote for one in passages), place, language))
        elif self.active.reader.mark_focus.focused:
            self.copy_annotation(self.active.reader.mark_focus.focused)

    def _copy_row(self, rows: "RowMarks") -> None:
        row, form = rows.row, self._page.annex.form
        chosen = form.textCursor().selectedText()
        if chosen and self._page.annex.shown is form:
            QApplication.clipboard().setText(chosen.replace("\u2029", "\n"))
        elif row is not None:
            QApplication.clipboard().setText(quoted(row.quote, self.words.field(row.place), self._context.language))

    def copy_annotation(self, annotation: str) -> None:
        """Put an annotation's words on the clipboard, with their source."""
        found = self.annotations.find(annotation)
        if found is not None:
            language = self._context.language
            place = source(found.annotation, language, found.label)
            text = found.annotation.quote.text or found.annotation.note
            QApplication.clipboard().setText(quoted(text, place, language) if text else place)


def _linked(annotation: Annotation, criterion: str) -> Annotation:
    """Return it as evidence for one more criterion; the direction it has for that stays."""
    held = next((one.direction for one in annotation.links if one.criterion == criterion), Direction.NONE)
    return replace(annotation, links=linked(annotation.links, Link(criterion, held)))
