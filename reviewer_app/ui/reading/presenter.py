"""Brings an application to the reading page and everything a person enters there to the store."""

from collections import deque
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from functools import partial
from typing import TYPE_CHECKING, override

from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QPlainTextEdit

from reviewer_app.domain import locale
from reviewer_app.domain.annotations.annotation import AnchorState
from reviewer_app.domain.errors import VotumError
from reviewer_app.domain.form.spec import Field
from reviewer_app.domain.reviews.review import OVERALL, Gap, ReviewOrigin
from reviewer_app.domain.scale import NB
from reviewer_app.domain.text.search import SearchPattern, ranges, wanted
from reviewer_app.services.changes import Changed
from reviewer_app.services.reviews import reviewing
from reviewer_app.services.reviews.reviewing import Reading
from reviewer_app.services.search.access import Where
from reviewer_app.ui.kit.accessibility import announce
from reviewer_app.ui.kit.hit_highlight import highlight_words, show_position
from reviewer_app.ui.kit.incremental_task import IncrementalTask
from reviewer_app.ui.kit.theme import SizeClass
from reviewer_app.ui.reading.annexes.annex_list import FORM
from reviewer_app.ui.reading.annexes.annex_presenter import NOT_ASSESSABLE, AnnexPresenter, OpenAnnex
from reviewer_app.ui.reading.annexes.annexes_presenter import AnnexesPresenter
from reviewer_app.ui.reading.annexes.find_presenter import FindStart
from reviewer_app.ui.reading.answers import ReviewAnswers
from reviewer_app.ui.reading.evidence import EvidencePresenter
from reviewer_app.ui.reading.orphan_placing import OrphanPlacing
from reviewer_app.ui.reading.page import ANNEXES, SCORING, ReadingPage
from reviewer_app.ui.reading.submission import SubmissionPresenter
from reviewer_app.ui.reading.words import ReadingWords, criterion_finds, fitting, met_needs
from reviewer_app.ui.scoring.words import CriterionWords
from reviewer_app.ui.shell import navigation
from reviewer_app.ui.shell.action_table import Need, Scope
from reviewer_app.ui.shell.navigation import Place
from reviewer_app.ui.shell.palette_model import Find
from reviewer_app.ui.shell.presenter import Header, Presenter

if TYPE_CHECKING:
    from reviewer_app.domain.ids import PersonId
    from reviewer_app.domain.reviews.review import Missing
    from reviewer_app.domain.scale import Value
    from reviewer_app.services.changes import Changes
    from reviewer_app.services.search.access import Hit
    from reviewer_app.ui.shell.actions import Actions, Handler
    from reviewer_app.ui.shell.context import Context
    from reviewer_app.ui.shell.settings import Settings


_ANNEX_MENU = (
    "choose_document", "show_beside", "go_to_page", "show_pages", "show_outline", "show_links", "zoom_width",
    "recognise_text", "forget_password",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class ReadingState:
    """What back restores: criterion, annexes as they stood, pane."""

    criterion: str
    annex: OpenAnnex
    in_annexes: bool


class ReadingPresenter(Presenter):
    """The presenter of the reading page."""

    page_id = navigation.READING
    entry = navigation.APPLICATIONS

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
        self._wants_focus = self._wants_rationale = False
        self._hints = context.settings.values.hints
        self._hit: tuple[Hit, str] | None = None
        self._steps = IncrementalTask(self)
        self.answers = ReviewAnswers(context, self)
        self.annexes = AnnexesPresenter(context, page, actions, self)
        self.evidence = EvidencePresenter(context, page, self.annexes.first)
        self.orphans = OrphanPlacing(context, page, self.evidence)
        self._submission = SubmissionPresenter(context, page, self)
        scoring = page.scoring
        scoring.map.criterion_chosen.connect(self.open_criterion)
        for button in (scoring.overall_button, scoring.overall_sign):
            button.clicked.connect(self._on_show_overall)
        scoring.criterion.entry.value_chosen.connect(self.answer)
        scoring.criterion.rationale.text_typed.connect(self._on_rationale_text_typed)
        scoring.criterion.rationale.left.connect(self.answers.flush)
        scoring.overall.field.text_typed.connect(partial(self.answers.type_text, OVERALL))
        scoring.overall.field.left.connect(self.answers.flush)
        for field in (scoring.overall.field, scoring.criterion.rationale):
            field.textChanged.connect(self._on_rationale_text_changed)
        self._submission.review_changed.connect(self.load)
        self._submission.criterion_wanted.connect(self._on_submission_criterion_wanted)
        self._submission.next_wanted.connect(self._on_submission_next_wanted)
        page.answer_key_pressed.connect(self._on_page_answer_key_pressed)
        self._submission.person_chosen.connect(self.show_person)
        self.evidence.criterion_shown.connect(self.show_criterion)
        self.evidence.annotations.annotations_changed.connect(self._on_annotations_changed)
        self.annexes.place_left.connect(self.place_left)
        self.annexes.second_made.connect(self.evidence.add_annex)
        actions.attach(Scope.READING, page)
        self._attach(self.annexes.first)
        self.annexes.second_made.connect(self._attach)
        context.settings.settings_changed.connect(self._on_settings_changed)
        page.show_widths(context.settings.values.panes.get(navigation.READING, []))
        page.pane_dragged.connect(self._on_page_pane_dragged)
        page.scoring.next_button.clicked.connect(self._on_next_open)
        page.scoring.criterion.to_read_button.clicked.connect(self._on_next_to_read)
        self._read_last = ("", -1)

    # What the frame asks

    @override
    def show_place(self, place: Place) -> None:
        if place.application != self._number or self.context.identity is not self._seen_by:
            self._number, self.criterion, self._reading = place.application, "", None
            self._seen_by, self._visit = self.context.identity, self._visit + 1
            self.reviewer, self._origin, self._restoring = None, ReviewOrigin.DESK, None
            self.answers.show_reading(None)
            self._submission.forget()
            self._steps.stop()
            self.annexes.clear()
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
        self.annexes.keep()
        self.answers.flush()
        self.evidence.popover.flush()

    @override
    def state(self) -> ReadingState:
        annexes = self._page.annexes
        in_annexes = annexes.isAncestorOf(self._page.focusWidget() or annexes)
        return ReadingState(self.criterion, self.annexes.state(), in_annexes)

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
        header = words.header(self._reading, who, position, self._orphan_count)
        return fitting(header, self._page.size_class)

    @override
    def place_name(self) -> str:
        return self.annexes.active.place_name() or super().place_name()

    @override
    def needs(self) -> frozenset[Need]:
        return met_needs(self._reading, orphans=bool(self._orphan_count)) if self._reading is not None else frozenset()

    @override
    def handlers(self) -> Mapping[str, "Handler"]:
        return {
            "undo": self._on_undo,
            "redo": self._on_redo,
            "help": self._on_help,
            **self.annexes.handlers(),
            "link_passage": self.evidence.link_here,
            "link_other": self.evidence.link_other_here,
            "copy_passage": self.evidence.copy,
            "underline_passage": self.evidence.underline,
            "unlink_passage": self.evidence.unlink_focused,
            "note_page": self.evidence.note_page,
            "note_application": self.evidence.note_application,
            "note_mine": self.evidence.note_mine,
            "next_open": self._on_next_open,
            "next_to_read": self._on_next_to_read,
            "next_criterion": self._on_next_criterion,
            "previous_criterion": self._on_previous_criterion,
            "to_scale": self._on_to_scale,
            "show_levels": self._page.scoring.criterion.open_levels,
            "show_hints": self._on_show_hints,
            "show_overall": self._on_show_overall,
            "submit_review": self._on_submit_review,
            "reopen_review": self._on_reopen_review,
            "enter_for": self._on_enter_for,
            "own_review": self._on_own_review,
            "show_orphans": self._on_show_orphans,
            "take_marks": self.evidence.annotations.take_foreign,
        }

    @override
    def finds(self) -> Iterable[Find]:
        if self._reading is None or not self._page.isVisible():
            return ()
        criteria = criterion_finds(self._reading, self.context.language)
        return (*criteria, *self.annexes.finds(self._number))

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
        return focus is not None and self.annexes.active.finding.holds(focus)

    @override
    def find(self) -> None:
        if self._reading is not None:
            self.annexes.active.finding.open()

    @override
    def find_step(self, step: int) -> bool:
        if self._reading is not None:
            self.annexes.active.finding.step(step)
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
            gap = self.answers.next_missing()
            self.criterion = gap.criterion if gap else keys[0]
            self.place_moved.emit(Place(navigation.READING, self._number, self.criterion))
        self._show()
        if not self._page.is_covered:
            self.header_changed.emit()
            self._show_hit()

    def _on_read_failed(self, visit: int, error: VotumError) -> None:
        if visit != self._visit or self.keeps_shown(self._reading, error):
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

    @property
    def _orphan_count(self) -> int:
        """How many annotations wait for a place; those of the application before may be held for a moment."""
        states = [one.annotation.state for one in self.evidence.annotations.listed if one.number == self._number]
        return states.count(AnchorState.ORPHANED)

    def _on_annotations_changed(self) -> None:
        if not self._page.is_covered:
            self.header_changed.emit()

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
        yield from self.annexes.first.parts(reading)
        self.annexes.show_reading(reading)
        yield
        self._restore_document()
        self._show_map()
        yield
        self.evidence.show(reading, self.criterion)
        yield
        yield from self._scoring_parts(reading, words)
        if self._wants_focus and self._page.isVisibleTo(self._page.window()):  # not from a page gone to meanwhile
            self._wants_focus = False
            self._page.show_pane(SCORING)
            if self._wants_rationale:
                self._page.scoring.criterion.rationale.setFocus()
        self._wants_rationale = False

    def _scoring_parts(self, reading: Reading, words: CriterionWords) -> Iterator[None]:
        """Show part by part how the review stands and what is open: a criterion or OVERALL."""
        panel, key = self._page.scoring, self.criterion
        said = ReadingWords(self.context.language, self.context.today)
        missing = () if reading.locked else self.answers.missing()
        panel.show_standing(words.standing(reading.running, missing), whose=said.whose(reading, self._origin))
        self._actions.show_reason(Need.DRAFT, said.locked(reading))
        self._actions.show_reason(Need.SUBMITTED, said.fixed(reading))
        yield
        if key == OVERALL:
            panel.show_overall(self.answers.text(OVERALL), locked=bool(reading.locked))
            yield
            return
        criterion, value, text = reading.catalogue.criterion(key), self.answers.value(key), self.answers.text(key)
        view = words.base(criterion, reading.hints.get(key) if self.context.settings.values.hints else None)
        panel.show_criterion(
            replace(
                view,
                value=value,
                rationale=text,
                duty=words.duty(criterion, value, text),
                locked=bool(reading.locked),
                others=said.others(reading, key),
            )
        )
        yield

    def _on_filled(self) -> None:
        self._page.uncover()
        self.header_changed.emit()
        self._show_hit()

    def _show_map(self) -> None:
        if self._reading is not None:
            values, catalogue = self.answers.values(), self._reading.catalogue
            self._page.scoring.show_map(catalogue, values, self.criterion, self.context.language)

    def _restore_document(self) -> None:
        state, self._restoring = self._restoring, None
        if state is not None:
            self.annexes.restore(state.annex)
            if state.in_annexes:
                self._wants_focus = False
                self._page.show_pane(ANNEXES)

    # What a search of the round has found

    def _show_hit(self) -> None:
        """Show the words where they stand, unless one has left before the application was loaded."""
        if self._hit is None or self.reading is None:
            return
        (hit, typed), self._hit = self._hit, None
        if hit.where is Where.RATIONALE:
            self._show_words_in_rationale(hit.field, wanted(typed, apart=True))
            return
        annexes = self.annexes.first
        keys = {line.sha256: line.key for line in annexes.lines if line.sha256}
        key = keys.get(hit.sha256, hit.annex or FORM)
        annexes.finding.show(typed, FindStart(key, hit.page or 1, hit.row or 1, hit.field, hit.snippet.strip("…")))
        if annexes.current != key:
            annexes.open_at(key, hit.page or 1)
        self._page.show_annexes()

    def _show_words_in_rationale(self, criterion: str, sought: SearchPattern) -> None:
        """Mark words in a reason until something is typed there, and bring the first into sight."""
        scoring = self._page.scoring
        field = scoring.overall.field if criterion == OVERALL else scoring.criterion.rationale
        found = ranges(field.toPlainText(), sought)
        self._page.show_scoring()
        field.setFocus()
        if found:
            show_position(field, found[0][0])
        highlight_words(field, found, self.context.theme)

    def _on_rationale_text_changed(self) -> None:
        field = self.sender()
        if isinstance(field, QPlainTextEdit):
            highlight_words(field, (), self.context.theme)

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
        key, decimals = self.criterion, self._reading.catalogue.scale.decimals if self._reading else 1
        self.answers.set_value(key, value)
        announce(self._page, f"{key}: {locale.score(value, self.context.language, decimals)}")
        self._show_map()

    def _on_rationale_text_typed(self, text: str) -> None:
        self.answers.type_text(self.criterion, text)

    def show_person(self, person: "PersonId | None", origin: ReviewOrigin) -> None:
        """Show the review of somebody for whom it is entered, None for one's own."""
        self.leave()
        self.reviewer, self._origin = person, origin
        self._wants_focus = True
        self.load()

    # Commands

    def _on_page_pane_dragged(self, size: int, width: int) -> None:
        panes = dict(self.context.settings.values.panes)
        widths = [*panes.get(navigation.READING, []), 0, 0, 0, 0][: len(SizeClass)]
        widths[size] = width
        self.context.settings.change(panes=panes | {navigation.READING: widths})

    def _attach(self, annexes: AnnexPresenter) -> None:
        """Let keys and buttons of a view with annexes reach here."""
        view = annexes.view
        for content in (view.pages, view.form, view.tables):
            self._actions.attach(Scope.PAGES, content)
        self._actions.attach_menu(view.bar, _ANNEX_MENU)
        view.message.button_chosen.connect(self._on_message_button_chosen)
        view.notice.help_wanted.connect(self._on_notice_help_wanted)

    def _on_message_button_chosen(self, button: str) -> None:
        key = self.criterion
        if button == NOT_ASSESSABLE and key != OVERALL:
            self.answer(NB)
            self.load()
            words = self.tr("{key} als „n.\u00a0b.“ vermerkt").format(key=key)
            self.context.messages.note(words, can_undo=True)

    def _on_notice_help_wanted(self, topic: str) -> None:
        self.place_wanted.emit(Place(navigation.HELP, detail=topic))

    def _on_undo(self) -> None:
        self.leave()
        self.answers.forget()
        self.context.undo.undo()

    def _on_redo(self) -> None:
        self.leave()
        self.answers.forget()
        self.context.undo.redo()

    def _on_help(self) -> None:
        focus, panel = self._page.window().focusWidget(), self._page.scoring.criterion
        if focus is not None and panel.isAncestorOf(focus):
            panel.open_levels()
        else:
            self.place_wanted.emit(Place(navigation.HELP))

    def _on_next_criterion(self) -> None:
        self._step(1)

    def _on_previous_criterion(self) -> None:
        self._step(-1)

    def _step(self, step: int) -> None:
        """Open the next or previous criterion; after the last one comes the general impression."""
        if key := self.answers.neighbour(self.criterion, step):
            self.open_criterion(key)

    def _on_to_scale(self) -> None:
        self._page.show_pane(SCORING)

    def _on_show_hints(self) -> None:
        self.context.settings.change(hints=not self.context.settings.values.hints)

    def _on_settings_changed(self, values: "Settings") -> None:
        if values.hints != self._hints:
            self._hints = values.hints
            if self._page.isVisible():
                self.load()

    def _on_show_overall(self) -> None:
        self.open_criterion(OVERALL)

    def _on_next_open(self) -> None:
        """Go to what is missing next, from here round; after the last the general impression; then hand in."""
        in_rationale = self._page.scoring.criterion.rationale.hasFocus()
        gap = self.answers.next_missing(self.criterion, in_rationale=in_rationale)
        if gap is not None:
            self._open_missing(gap)
        elif self._page.scoring.can_submit:
            self._on_submit_review()
        elif self.answers.values():
            self.open_criterion(OVERALL)

    def _on_next_to_read(self) -> None:
        """Open what the evidence of the open criterion names, one after another and round."""
        reading, key = self._reading, self.evidence.criterion
        named = reading.catalogue.places_to_read(key) if reading is not None and key else ()
        lines = {line.kind: line.key for line in reversed(self.annexes.first.lines) if line.is_there}
        places = [one for one in named if isinstance(one, Field) or one.key in lines]
        if not places:
            self.context.messages.hint(self.tr("Zu diesem Kriterium liegt keine im Katalog genannte Unterlage vor."))
            return
        last, at = self._read_last
        at = (at + 1) % len(places) if last == key else 0
        self._read_last, place = (key, at), places[at]
        if isinstance(place, Field):
            self.evidence.open_field(place.id)
        else:
            self.annexes.active.open(lines[place.key])
        self._page.show_annexes()

    def _open_missing(self, gap: "Missing") -> None:
        """Open a criterion where something is missing: at its scale, or in its rationale."""
        self._wants_rationale = gap.gap is not Gap.SCORE
        self.open_criterion(gap.criterion)

    def _on_submission_criterion_wanted(self, key: str) -> None:
        gap = next((one for one in self.answers.missing() if one.criterion == key), None)
        if gap is not None:
            self._open_missing(gap)
        else:
            self.open_criterion(key)

    def _on_submission_next_wanted(self, number: str) -> None:
        self.place_wanted.emit(Place(navigation.READING, number))

    def _on_page_answer_key_pressed(self, event: QKeyEvent) -> None:
        """Score after a passage was tied to the open criterion: the scale takes the digit, and the focus with it."""
        if self.evidence.takes_digits:
            self._page.show_pane(SCORING)
            focus = self._page.focusWidget()
            if focus is not None:
                QApplication.sendEvent(focus, QKeyEvent(event))

    def _on_submit_review(self) -> None:
        reading = self.reading
        self.leave()
        if reading is not None:
            self._submission.submit(reading.application.number, self.reviewer, self.criterion)

    def _on_reopen_review(self) -> None:
        reading = self.reading
        if reading is not None:
            self._submission.reopen(reading, self.reviewer)

    def _on_enter_for(self) -> None:
        reading = self.reading
        self.leave()
        if reading is not None:
            self._submission.enter_for(reading)

    def _on_show_orphans(self) -> None:
        reading = self.reading
        if reading is not None:
            place = Place(navigation.ANNOTATIONS, reading.application.number, AnchorState.ORPHANED)
            self.place_wanted.emit(place)

    def _on_own_review(self) -> None:
        self.show_person(None, ReviewOrigin.DESK)
