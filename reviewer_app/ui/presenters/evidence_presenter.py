"""Ties passages to criteria: marks over the pages, passages under the reason, and the way between the two."""

from collections.abc import Callable
from dataclasses import replace
from datetime import datetime
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QApplication

from reviewer_app.domain.annotation import Annotation, Kind, Link, PagePlace, Quote, Style, linked, unlinked
from reviewer_app.domain.ids import AnnotationId, new_id
from reviewer_app.services import annotating
from reviewer_app.services.annotation_words import page_source, quoted, source
from reviewer_app.ui import navigation
from reviewer_app.ui.announcing import announce
from reviewer_app.ui.navigation import Place
from reviewer_app.ui.panels.evidence_list import EvidenceView
from reviewer_app.ui.pdf.page_marks import PageMark
from reviewer_app.ui.undo import Call, Step

if TYPE_CHECKING:
    from reviewer_app.domain.application import Attachment
    from reviewer_app.domain.ids import ApplicationId
    from reviewer_app.domain.review import Person
    from reviewer_app.services.annotating import Listed
    from reviewer_app.services.changes import Outcome
    from reviewer_app.services.ports import UnitOfWork
    from reviewer_app.services.reviewing import Reading
    from reviewer_app.ui.context import Context
    from reviewer_app.ui.pages.reading_page import ReadingPage
    from reviewer_app.ui.pdf.reader import Passage
    from reviewer_app.ui.presenters.documents_presenter import DocumentsPresenter

type _Clock = Callable[[], datetime]


def _put(uow: "UnitOfWork", annotation: Annotation, clock: _Clock) -> "Outcome[Annotation]":
    return annotating.put_back(uow, annotation, clock())


def _remove(uow: "UnitOfWork", annotation: AnnotationId, clock: _Clock) -> "Outcome[Annotation]":
    return annotating.remove(uow, annotation, clock())


class EvidencePresenter(QObject):
    """Shows and changes the annotations of the application in sight; `criterion_wanted` carries a key to open."""

    criterion_wanted = Signal(str)

    def __init__(self, context: "Context", page: "ReadingPage", documents: "DocumentsPresenter") -> None:
        """Belong to the papers' presenter."""
        super().__init__(documents)
        self._context = context
        self._page = page
        self._documents = documents
        self._reader = page.documents.reader
        self._list = page.scoring.criterion.evidence
        self._reading: Reading | None = None
        self._criterion = ""
        self._listed: tuple[Listed, ...] = ()
        self._jump = ""
        self._came_from = ""
        documents.document_opened.connect(self._on_document_opened)
        documents.pages_shown.connect(self._on_pages_shown)
        self._reader.link_wanted.connect(self.link)
        self._reader.other_wanted.connect(self.ask_and_link)
        self._reader.mark_chosen.connect(self._on_mark_chosen)
        self._list.passage_chosen.connect(self.jump)
        self._list.unlink_wanted.connect(self.unlink)
        self._list.copy_wanted.connect(self._on_copy_wanted)
        page.documents.pages.left.connect(self._on_pages_left)

    # Showing

    def show(self, reading: "Reading", criterion: str) -> None:
        """Show the passages of an application; those of `criterion` are the open ones."""
        if self._reading is None or reading.application.id != self._reading.application.id:
            self._listed = ()
        is_new = reading is not self._reading
        self._reading, self._criterion = reading, criterion
        self._show()
        if is_new:
            run = self._context.operations.run(annotating.annotations, reading.application.number)
            run.done(self._on_annotations_done).read()

    def _on_annotations_done(self, listed: "tuple[Listed, ...]") -> None:
        reading = self._reading
        if reading is not None and all(one.number == reading.application.number for one in listed):
            self._listed = listed
            self._show()

    @property
    def may_link(self) -> bool:
        """Whether evidence may be made: one's own review of the application is open for changes."""
        reading = self._reading
        if reading is None or reading.locked or not self._context.can_write or reading.me is None:
            return False
        return reading.reviewer is None or reading.reviewer.id == reading.me.id

    def _show(self) -> None:
        reading = self._reading
        keys = {one.key for one in reading.catalogue.criteria} if reading else set[str]()
        criterion = self._criterion if self._criterion in keys else ""
        self._reader.show_criterion(criterion, may_link=self.may_link)
        line = next((one for one in self._documents.lines if one.key == self._documents.current), None)
        marks = [mark for one in self._listed if line for mark in self._marks(one.annotation, line.sha256, criterion)]
        self._reader.show_marks(tuple(marks))
        views = [self._view(one) for one in self._listed if criterion and criterion in one.annotation.criteria]
        self._list.show_passages(views, may_link=self.may_link and bool(criterion))
        self._page.scoring.keep_tab_order()

    def _marks(self, annotation: Annotation, sha256: str, criterion: str) -> list[PageMark]:
        place = annotation.target
        if not isinstance(place, PagePlace) or place.sha256 != sha256 or not (place.quads or place.area):
            return []
        tags = annotation.criteria or ("",)
        return [
            PageMark(annotation.id, place.page, place.quads, place.area, tag, annotation.quote.text, tag == criterion)
            for tag in tags
        ]

    def _view(self, listed: "Listed") -> EvidenceView:
        annotation, place = listed.annotation, listed.annotation.target
        short, spoken = listed.number, listed.number
        if isinstance(place, PagePlace):
            short = self.tr("{annex} S.\u00a0{n}").format(annex=place.annex, n=place.page + 1)
            spoken = self.tr("{annex} Seite {n}").format(annex=place.annex, n=place.page + 1)
        mine = self._reading is not None and self._reading.me is not None and annotation.author == self._reading.me.id
        quote = annotation.quote.text or annotation.note or self._nameless(annotation)
        if not mine and listed.author:
            short, spoken = f"{listed.author} · {short}", f"{listed.author}, {spoken}"
        return EvidenceView(annotation.id, short, spoken, quote, may_unlink=not listed.locked)

    def _nameless(self, annotation: Annotation) -> str:
        return self.tr("Ausschnitt") if annotation.style is Style.AREA else self.tr("ganze Seite")

    # What a person does

    def link(self, passages: "tuple[Passage, ...]") -> None:
        """Make passages evidence for the open criterion."""
        self.link_to(self._criterion, passages)

    def ask_and_link(self, passages: "tuple[Passage, ...]") -> None:
        """Ask for a criterion and make passages evidence for it."""
        from reviewer_app.ui.dialogs.criterion_dialog import CriterionDialog

        if self._reading is not None:
            key = CriterionDialog.ask(
                self._context.theme, self._page.window(), self._reading.catalogue, self._context.language
            )
            if key:
                self.link_to(key, passages)

    def link_to(self, criterion: str, passages: "tuple[Passage, ...]") -> None:
        """Make passages of the paper in sight evidence for a criterion, as one step each."""
        paper = self._paper()
        reading = self._reading
        if not self.may_link or paper is None or reading is None or reading.me is None or not criterion:
            return
        words, clock = self.tr("Fundstelle mit {key} verknüpft").format(key=criterion), self._context.now
        for passage in passages:
            made, before = self._annotation(reading.application.id, paper, passage, criterion, reading.me)
            undo = partial(_put, annotation=before) if before else partial(_remove, annotation=made.id)
            do = Call(partial(_put, annotation=made, clock=clock))
            self._push(words, criterion, do, Call(partial(undo, clock=clock)))
        announce(self._page, words)
        self._reader.clear_selection()

    def unlink(self, annotation: str) -> None:
        """Take a passage from the open criterion; one that bears on nothing else goes."""
        listed = next((one for one in self._listed if one.annotation.id == annotation), None)
        if listed is None or listed.locked:
            return
        before, clock = listed.annotation, self._context.now
        rest = unlinked(before.links, self._criterion)
        do = partial(_remove, annotation=before.id, clock=clock)
        if rest or before.note:
            do = partial(_put, annotation=replace(before, links=rest), clock=clock)
        words = self.tr("Fundstelle von {key} gelöst").format(key=self._criterion)
        self._push(words, self._criterion, Call(do), Call(partial(_put, annotation=before, clock=clock)))

    def jump(self, annotation: str) -> None:
        """Show the paper at a passage."""
        found = next((one.annotation for one in self._listed if one.annotation.id == annotation), None)
        if found is None or not isinstance(found.target, PagePlace):
            return
        place = found.target
        line = next((one for one in self._documents.lines if one.sha256 == place.sha256), None)
        if line is None:
            return
        self._jump = self._came_from = annotation
        if self._documents.current != line.key:
            self._documents.open(line.key, (place.page + 1, 0.0))
        else:
            self._go_to_jump()
        self._page.show_documents_beside()

    def _on_pages_left(self) -> None:
        """Esc: select nothing, else go back to where a passage was chosen."""
        if self._reader.passages:
            self._reader.clear_selection()
        elif self._came_from in self._list.ids:
            self._page.show_scoring_beside()
            self._list.focus_passage(self._came_from)

    def _go_to_jump(self) -> None:
        mark = next((one for one in self._reader.marks.all if one.id == self._jump), None)
        if mark is not None:
            self._jump = ""
            self._reader.go_to(mark)
            self._reader.show_outline(mark)

    def _annotation(
        self, application: "ApplicationId", paper: "Attachment", passage: "Passage", criterion: str, me: "Person"
    ) -> tuple[Annotation, Annotation | None]:
        """Build the annotation; where I marked the same words before, that one with one more link, and as it was."""
        place = PagePlace(paper.kind, paper.name, paper.sha256, passage.page, passage.quads, passage.area)
        for one in self._listed:
            if one.annotation.target == place and one.annotation.author == me.id and not one.locked:
                return replace(one.annotation, links=linked(one.annotation.links, Link(criterion))), one.annotation
        style = Style.HIGHLIGHT if passage.quads else Style.AREA if passage.area else Style.PAGE_NOTE
        now = self._context.now()
        quote = Quote(passage.quote, passage.before, passage.after)
        made = Annotation(
            AnnotationId(new_id()), application, place, Kind.EVIDENCE, style, me.id, now, now, quote,
            links=(Link(criterion),),
        )  # fmt: skip
        return made, None

    def _paper(self) -> "Attachment | None":
        line = next((one for one in self._documents.lines if one.key == self._documents.current), None)
        attachments = self._reading.application.attachments if self._reading is not None else ()
        return next((one for one in attachments if line is not None and one.sha256 == line.sha256), None)

    def _push(self, words: str, criterion: str, do: Call, undo: Call) -> None:
        if self._reading is not None:
            place = Place(navigation.READING, self._reading.application.number, criterion)
            self._context.undo.push(Step(words, do, undo, place))

    def copy(self) -> None:
        """Put what is selected on the clipboard, with its source."""
        paper, words = self._paper(), self._reader.passages
        if paper is not None and words:
            language = self._context.language
            place = page_source(paper.kind, str(words[0].page + 1), language)
            QApplication.clipboard().setText(quoted(" ".join(one.quote for one in words), place, language))

    def _on_copy_wanted(self, annotation: str) -> None:
        found = next((one for one in self._listed if one.annotation.id == annotation), None)
        if found is not None:
            language = self._context.language
            place = source(found.annotation, language)
            QApplication.clipboard().setText(quoted(found.annotation.quote.text, place, language))

    def _on_document_opened(self, _key: str) -> None:
        self._show()

    def _on_pages_shown(self) -> None:
        self._show()
        if self._jump:
            self._page.show_documents_beside()
            self._go_to_jump()

    def _on_mark_chosen(self, annotation: str) -> None:
        found = next((one.annotation for one in self._listed if one.annotation.id == annotation), None)
        if found is not None and found.criteria and self._criterion not in found.criteria:
            self.criterion_wanted.emit(found.criteria[0])
