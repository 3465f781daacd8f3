"""Brings an application to the reading page and everything a person enters there to the store."""

from collections import deque
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING, override

from PySide6.QtWidgets import QPlainTextEdit

from reviewer_app.domain import display
from reviewer_app.domain.errors import VotumError
from reviewer_app.domain.review import ReviewOrigin
from reviewer_app.domain.text_finding import Wanted, ranges, wanted
from reviewer_app.services import reviewing
from reviewer_app.services.changes import Changed
from reviewer_app.services.reviewing import Reading
from reviewer_app.services.searchable import Where
from reviewer_app.ui.kit.announcing import announce
from reviewer_app.ui.kit.in_steps import InSteps
from reviewer_app.ui.kit.word_marks import go_to_letter, mark_words
from reviewer_app.ui.reading.annexes.annex_list import FORM
from reviewer_app.ui.reading.annexes.annex_presenter import AnnexPresenter, OpenAnnex
from reviewer_app.ui.reading.annexes.annexes_presenter import OFFERS as PAPER_OFFERS
from reviewer_app.ui.reading.annexes.annexes_presenter import AnnexesPresenter
from reviewer_app.ui.reading.annexes.find_presenter import FindPresenter, Start
from reviewer_app.ui.reading.answers import Answers
from reviewer_app.ui.reading.commands import ReadingCommands
from reviewer_app.ui.reading.evidence import EvidencePresenter
from reviewer_app.ui.reading.orphan_placing import OrphanPlacing
from reviewer_app.ui.reading.page import DOCUMENTS, SCORING, ReadingPage
from reviewer_app.ui.reading.review_acts import ReviewActs
from reviewer_app.ui.reading.score_panel import OVERALL
from reviewer_app.ui.reading.scoring_display import ScoringDisplay
from reviewer_app.ui.reading.words import ReadingWords, criterion_finds, fitting, met_needs
from reviewer_app.ui.scoring.criterion_words import CriterionWords
from reviewer_app.ui.shell import navigation
from reviewer_app.ui.shell.action_table import Need
from reviewer_app.ui.shell.navigation import Place
from reviewer_app.ui.shell.palette_model import Find
from reviewer_app.ui.shell.presenter import Header, Presenter

if TYPE_CHECKING:
    from reviewer_app.domain.catalogue import Value
    from reviewer_app.domain.ids import PersonId
    from reviewer_app.services.changes import Changes
    from reviewer_app.services.searchable import Hit
    from reviewer_app.ui.shell.actions import Actions, Handler
    from reviewer_app.ui.shell.context import Context

_OFFERS = (
    "formal_notes", "choose_document", *PAPER_OFFERS,
    "link_passage", "link_other", "draw_area", "copy_passage", "underline_passage", "unlink_passage",
    "note_page", "note_application", "note_mine", "text_cursor", "select_sentence",
    "next_open", "next_criterion", "previous_criterion", "to_scale", "show_levels", "show_hints", "show_overall",
    "submit_review", "reopen_review", "enter_for", "own_review", "show_orphans",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class ReadingState:
    """What back restores: criterion, paper with the place on it, pane."""

    criterion: str
    document: OpenAnnex
    in_documents: bool


class ReadingPresenter(Presenter):
    """The presenter of the reading page."""

    page_id = navigation.READING
    entry = navigation.APPLICATIONS
    offers = _OFFERS

    def __init__(self, context: "Context", page: ReadingPage, actions: "Actions") -> None:
        """Fill `page`."""
        super().__init__(context)
        self._page = page
        self._actions = actions
        self._number, self._visit, self._seen_by = "", 0, context.identity
        self.criterion = ""
        self.reviewer: PersonId | None = None
        self._origin = ReviewOrigin.DESK
        self._reading: Reading | None = None
        self._words: CriterionWords | None = None
        self._restoring: ReadingState | None = None
        self._wants_focus = False
        self._hit: tuple[Hit, str] | None = None
        self._steps = InSteps(self)
        self.answers = Answers(context, self)
        self._display = ScoringDisplay(context, page.scoring, self.answers)
        self.documents = AnnexPresenter(context, page.documents, self)
        self.evidence = EvidencePresenter(context, page, self.documents)
        self.orphans = OrphanPlacing(context, page, self.evidence)
        self.finding = FindPresenter(context, page, self.documents)
        self.beside = AnnexesPresenter(context, page, self.documents, self.finding)
        self.acts = ReviewActs(context, page, self)
        self._commands = ReadingCommands(context, page, self, actions)
        scoring = page.scoring
        scoring.criterion_chosen.connect(self.open_criterion)
        scoring.criterion.value_chosen.connect(self.answer)
        scoring.criterion.text_typed.connect(self._on_criterion_text_typed)
        scoring.criterion.text_left.connect(self.answers.flush)
        scoring.overall.text_typed.connect(partial(self.answers.type_text, OVERALL))
        scoring.overall.text_left.connect(self.answers.flush)
        for field in (scoring.overall.field, scoring.criterion.rationale):
            field.textChanged.connect(self._on_rationale_text_changed)
        self.acts.review_changed.connect(self.load)
        self.acts.criterion_wanted.connect(self.open_criterion)
        self.acts.person_chosen.connect(self.show_person)
        self.evidence.criterion_shown.connect(self.show_criterion)
        self.orphans.count_changed.connect(self.header_changed)
        self.finding.place_left.connect(self.place_left)
        self.documents.place_left.connect(self.place_left)
        self.beside.opened.connect(self.evidence.add_annex)

    # What the frame asks

    @override
    def show_place(self, place: Place) -> None:
        if place.application != self._number or self.context.identity is not self._seen_by:
            self._number, self.criterion, self._reading = place.application, "", None
            self._seen_by, self._visit = self.context.identity, self._visit + 1
            self.reviewer, self._origin = None, ReviewOrigin.DESK
            self.answers.show_reading(None)
            self.acts.forget()
            self._steps.stop()
            self.beside.clear()
            self._page.cover()
        self.criterion = place.detail or self.criterion
        self.orphans.want(place.passage)
        self._wants_focus = not place.passage  # which may come before the last part of the page does
        self._show()
        self.load()

    @override
    def leave(self) -> None:
        """Give everything entered to the store, also a number that is still being typed."""
        self._hit = None
        self._page.scoring.criterion.entry.finish()
        self.beside.keep()
        self.answers.flush()
        self.evidence.popover.flush()

    @override
    def state(self) -> ReadingState:
        halves = self._page.halves
        in_documents = halves.isAncestorOf(self._page.focusWidget() or halves)
        return ReadingState(self.criterion, self.beside.state(), in_documents)

    @override
    def restore(self, state: object) -> None:
        if isinstance(state, ReadingState):
            self.criterion = state.criterion
            self._restoring = state
            if self._reading is not None:
                self._show()

    @override
    def refresh(self, changes: "Changes") -> None:
        if self._reading is None or not changes.touch(self._reading.application.id):
            return
        if changes.kinds == {Changed.ANNOTATIONS}:
            self.evidence.annotations.refresh()
        else:
            self.load()

    @override
    def header(self) -> Header:
        if self._reading is None:
            return Header(self._number)
        words = ReadingWords(self.context.language, self.context.today)
        who, position = self.context.identity, self.context.position(self._number)
        header = words.header(self._reading, who, position, self.orphans.count)
        return fitting(header, self._page.size_class)

    @override
    def spot(self) -> str:
        return self.beside.active.spot() or super().spot()

    @override
    def needs(self) -> frozenset[Need]:
        return met_needs(self._reading, orphans=bool(self.orphans.count)) if self._reading is not None else frozenset()

    @override
    def handlers(self) -> Mapping[str, "Handler"]:
        return self._commands.handlers()

    @override
    def finds(self) -> Iterable[Find]:
        shown = self._reading if self._page.isVisible() else None
        return criterion_finds(shown, self.context.language) if shown else ()

    @property
    def reading(self) -> Reading | None:
        """What is shown, None while it is being loaded and filled in."""
        return None if self._page.is_covered else self._reading

    @override
    def show_hit(self, hit: "Hit", typed: str) -> None:
        self._hit = hit, typed
        self._show_hit()

    @property
    @override
    def is_finding(self) -> bool:
        focus = self._page.window().focusWidget()
        return focus is not None and self.beside.finding.holds(focus)

    @override
    def find(self) -> None:
        if self._reading is not None:
            self.beside.finding.open()

    @override
    def find_step(self, step: int) -> bool:
        if self._reading is not None:
            self.beside.finding.step(step)
        return self._reading is not None

    # Loading

    def load(self) -> None:
        """Read what the store says now."""
        if self._number:
            run = self.context.operations.run(reviewing.read, self._number, self.reviewer)
            run.done(partial(self._on_read_done, self._visit)).failed(partial(self._on_read_failed, self._visit)).read()

    def _on_read_done(self, visit: int, reading: Reading) -> None:
        if visit != self._visit:
            return
        if self._words is None or self._words.catalogue is not reading.catalogue:
            self._words = CriterionWords(reading.catalogue, self.context.language)
        self._reading = reading
        self.answers.show_reading(reading, self._origin)
        keys = [one.key for one in reading.catalogue.criteria]
        if self.criterion not in keys and self.criterion != OVERALL:
            self.criterion = self.answers.first_open() or keys[0]
            self.place_moved.emit(Place(navigation.READING, self._number, self.criterion))
        self._show()
        if not self._page.is_covered:
            self.header_changed.emit()
            self._show_hit()

    def _on_read_failed(self, visit: int, error: VotumError) -> None:
        if visit != self._visit or self.leaves(self._reading, error):
            return
        self._reading = None
        self._steps.stop()
        self._page.give_up()
        title, text = self._number, self.context.messages.explain(error)
        if error.code == "conflict_excluded":
            title = self.tr("Inhalt geschlossen")
            text = self.tr("Sie sind für diesen Antrag ausgeschlossen. Der Inhalt bleibt für Sie geschlossen.")
        self._page.show_closed(title, text)
        self.header_changed.emit()

    # Showing

    def _show(self) -> None:
        """Show everything at once; under the cover of an application that is being opened part by part."""
        if self._reading is None or self._words is None:
            return
        parts = self._parts(self._reading, self._words)
        if self._page.is_covered:
            self._steps.begin(parts, self._on_filled)
        else:
            deque(parts, maxlen=0)

    def _parts(self, reading: Reading, words: CriterionWords) -> Iterator[None]:
        self._actions["show_hints"].setChecked(self.context.settings.values.hints)
        self._page.show_open()
        yield from self.documents.parts(reading)
        self.beside.show_reading(reading)
        yield
        self._restore_document()
        self._show_map()
        yield
        self.evidence.show(reading, self.criterion)
        yield
        yield from self._display.parts(reading, words, self.criterion, self._origin)
        if self._wants_focus and self._page.isVisibleTo(self._page.window()):  # not from a page gone to meanwhile
            self._wants_focus = False
            self._page.show_pane(SCORING)

    def _on_filled(self) -> None:
        self._page.uncover()
        self.header_changed.emit()
        self._show_hit()

    def _show_map(self) -> None:
        if self._reading is not None:
            self._display.show_map(self._reading, self.criterion)

    def _restore_document(self) -> None:
        state, self._restoring = self._restoring, None
        if state is not None:
            self.beside.restore(state.document)
            if state.in_documents:
                self._wants_focus = False
                self._page.show_pane(DOCUMENTS)

    # What a search of the round has found

    def _show_hit(self) -> None:
        """Show the words where they stand, unless one has left before the application was loaded."""
        if self._hit is None or self.reading is None:
            return
        (hit, typed), self._hit = self._hit, None
        if hit.where is Where.RATIONALE:
            self._show_words_in_rationale(hit.field, wanted(typed, apart=True))
            return
        keys = {line.sha256: line.key for line in self.documents.lines if line.sha256}
        key = keys.get(hit.sha256, hit.annex or FORM)
        self.finding.show(typed, Start(key, hit.page or 1, hit.row or 1, hit.field, hit.snippet.strip("…")))
        if self.documents.current != key:
            self.documents.open(key, (hit.page or 1, 0.0))
        self._page.show_documents_beside()

    def _show_words_in_rationale(self, criterion: str, sought: Wanted) -> None:
        """Mark words in a reason until something is typed there, and bring the first into sight."""
        scoring = self._page.scoring
        field = scoring.overall.field if criterion == OVERALL else scoring.criterion.rationale
        found = ranges(field.toPlainText(), sought)
        self._page.show_scoring_beside()
        field.setFocus()
        if found:
            go_to_letter(field, found[0][0])
        mark_words(field, found, self.context.theme)

    def _on_rationale_text_changed(self) -> None:
        field = self.sender()
        if isinstance(field, QPlainTextEdit):
            mark_words(field, (), self.context.theme)

    # Criteria

    def open_criterion(self, key: str) -> None:
        """Open a criterion (or OVERALL) and put the focus where one answers."""
        self._wants_focus = True
        self.show_criterion(key)

    def show_criterion(self, key: str) -> None:
        """Open a criterion and leave the focus where it is."""
        self.leave()
        self.criterion = key
        self.place_moved.emit(Place(navigation.READING, self._number, key))
        self._show()

    # What a person does

    def answer(self, value: "Value | None") -> None:
        """Answer the open criterion."""
        key = self.criterion
        self.answers.set_value(key, value)
        announce(self._page, f"{key}: {display.score(value, self.context.language)}")
        self._show_map()

    def _on_criterion_text_typed(self, text: str) -> None:
        self.answers.type_text(self.criterion, text)

    def show_person(self, person: "PersonId | None", origin: ReviewOrigin) -> None:
        """Show the review of somebody for whom it is entered, None for one's own."""
        self.leave()
        self.reviewer, self._origin = person, origin
        self._wants_focus = True
        self.load()
