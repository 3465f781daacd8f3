"""Brings one application's consolidation to its page and the chair's agreed values to the store."""

from collections import deque
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from fractions import Fraction
from functools import partial
from typing import TYPE_CHECKING, override

from reviewer_app.domain import locale
from reviewer_app.domain.errors import VotumError
from reviewer_app.domain.reviews.permissions import Act, Situation, may
from reviewer_app.domain.text.search import SearchPattern, ranges, wanted
from reviewer_app.exports.figures import criterion_strip
from reviewer_app.services.reviews import consolidating
from reviewer_app.ui.consolidation.case_data import CaseData, read_case
from reviewer_app.ui.consolidation.consensus_drafts import ConsensusDrafts
from reviewer_app.ui.consolidation.consensus_panel import ConsensusView
from reviewer_app.ui.consolidation.excerpt import ExcerptPresenter
from reviewer_app.ui.consolidation.page import ALL, CRITERION, DISPUTED, ConsolidationPage
from reviewer_app.ui.consolidation.rationale_cards import Rationale
from reviewer_app.ui.consolidation.release_dialog import ReleaseDialog, ReleaseView
from reviewer_app.ui.consolidation.result_words import ResultWords
from reviewer_app.ui.consolidation.words import ConsolidationWords
from reviewer_app.ui.kit.accessibility import announce
from reviewer_app.ui.kit.button import ButtonKind
from reviewer_app.ui.kit.incremental_task import IncrementalTask
from reviewer_app.ui.kit.painting import Chip, Glyph
from reviewer_app.ui.kit.theme import SizeClass
from reviewer_app.ui.scoring.words import CriterionWords
from reviewer_app.ui.shell import navigation
from reviewer_app.ui.shell.action_table import Need, Scope
from reviewer_app.ui.shell.navigation import Place
from reviewer_app.ui.shell.palette_model import Find, PaletteGroup
from reviewer_app.ui.shell.presenter import Header, Presenter

if TYPE_CHECKING:
    from reviewer_app.domain.catalogue import Catalogue
    from reviewer_app.services.changes import Changes, Outcome
    from reviewer_app.services.reviews.consolidating import Case
    from reviewer_app.services.search.access import Hit
    from reviewer_app.ui.shell.actions import Actions, Handler
    from reviewer_app.ui.shell.context import Context


_NO_WORDS = SearchPattern()


@dataclass(frozen=True, slots=True)
class ConsolidationState:
    """What back restores: criterion, segment, scroll of the matrix, pane."""

    criterion: str
    segment: str
    scroll: int
    pane: str


@dataclass(frozen=True, slots=True)
class _SearchHit:
    """Words that a search has found in a rationale: whose, and whether the focus has yet to go there."""

    criterion: str = ""
    words: SearchPattern = _NO_WORDS
    reviewer: str = ""
    is_new: bool = False


class ConsolidationPresenter(Presenter):
    """The presenter of the consolidation page."""

    page_id = navigation.CONSOLIDATION
    entry = navigation.CONSOLIDATIONS

    def __init__(self, context: "Context", page: ConsolidationPage, actions: "Actions") -> None:
        """Fill `page`."""
        super().__init__(context)
        self._page = page
        self._actions = actions
        self._number, self._visit, self._seen_by = "", 0, context.identity
        self._criterion, self._segment, self._hide_names = "", ALL, False
        self._data: CaseData | None = None
        self._hit = _SearchHit()
        self._restoring: ConsolidationState | None = None
        self._criterion_words: CriterionWords | None = None
        self._steps = IncrementalTask(self)
        self._drafts = ConsensusDrafts(context, self)
        self._excerpt = ExcerptPresenter(context, page, self)
        self._excerpt.place_wanted.connect(self.place_wanted)
        actions.attach(Scope.MATRIX, page)
        page.matrix.criterion_chosen.connect(self.open_criterion)
        page.matrix.cell_opened.connect(self._on_matrix_cell_opened)
        page.discussion.criterion_chosen.connect(self._on_discussion_criterion_chosen)
        page.segments.segment_chosen.connect(self._on_segments_segment_chosen)
        page.take_button.clicked.connect(self._on_take_undisputed)
        page.closed.button_chosen.connect(actions.trigger)
        page.criterion.entry.value_chosen.connect(self._on_entry_value_chosen)
        page.criterion.reason_typed.connect(self._on_criterion_reason_typed)
        page.criterion.set_button.clicked.connect(self._on_set_consensus)

    # What the frame asks

    @override
    def show_place(self, place: Place) -> None:
        if place.application != self._number or self.context.identity is not self._seen_by:
            self._seen_by, self._visit = self.context.identity, self._visit + 1
            self._number, self._data, self._criterion, self._segment = place.application, None, "", ALL
            self._restoring = None
            self._steps.stop()
            self._page.cover()
        self._hit = _SearchHit()
        self._criterion = place.detail or self._criterion
        self._show()
        self.load()

    @override
    def show_hit(self, hit: "Hit", typed: str) -> None:
        self._hit = _SearchHit(hit.field, wanted(typed, apart=True), hit.reviewer, is_new=True)
        self._show()

    @override
    def leave(self) -> None:
        self._drafts.flush()

    @override
    def state(self) -> ConsolidationState:
        return ConsolidationState(self._criterion, self._segment, self._page.matrix.scrolled, self._page.pane)

    @override
    def restore(self, state: object) -> None:
        if isinstance(state, ConsolidationState):
            self._criterion, self._segment, self._restoring = state.criterion, state.segment, state
            if self._page.size_class <= SizeClass.COMPACT:
                self._page.show_pane(state.pane)
            self._show()

    @override
    def refresh(self, changes: "Changes") -> None:
        if self._case is not None and changes.touch(self._case.application.id):
            self.load()

    @override
    def header(self) -> Header:
        case, size = self._case, self._page.size_class
        if case is None:
            return Header(self._number)
        number, counted = case.application.number, bool(case.consolidation.counted)
        title = case.application.name or number
        if size is SizeClass.NARROW:
            return Header(title)
        facts = f"{number} · {self._words(case).reviews_counted()}"
        return Header(
            title,
            number if size <= SizeClass.COMPACT else facts,
            chips=self._chips(case) if counted else (),
            buttons=(("release",) if case.release is None else ("withdraw_release",)) if counted else (),
            stepper=self.context.position(number),
        )

    def _chips(self, case: "Case") -> tuple[Chip, ...]:
        n = len(case.consolidation.unsettled)
        open_ones = (Chip(self.tr("{n} offen").format(n=n), Glyph.DIAMOND, "warn"),) if n else ()
        if case.release is not None:
            return (Chip(self._words(case).released(case.release), Glyph.LOCK, "ok"), *open_ones)
        if open_ones and self._page.size_class <= SizeClass.COMPACT:
            return ()  # the header says it beside the button that waits for it
        return open_ones or (Chip(self.tr("nichts offen"), Glyph.CHECK, "ok"),)

    @override
    def needs(self) -> frozenset[Need]:
        if (data := self._data) is None:
            return frozenset()
        found, released = data.case.consolidation, data.case.release is not None
        met = {Need.APPLICATION, Need.RELEASED if released else Need.UNRELEASED}
        if found.counted:
            holds = {
                Need.REVIEWS: True,
                Need.UNDISPUTED: bool(found.undisputed),
                Need.SETTLED: not found.unsettled,
                Need.CONSENSUS: found.consensus.get(self._criterion) is not None,
                Need.DECISIONS: any(one.criterion == self._criterion for one in data.history),
            }
            met |= {need for need, is_met in holds.items() if is_met}
        return frozenset(met)

    @override
    def handlers(self) -> Mapping[str, "Handler"]:
        return {
            "set_consensus": self._on_set_consensus,
            "remove_consensus": self._on_remove_consensus,
            "show_decisions": self._page.criterion.open_history,
            "take_undisputed": self._on_take_undisputed,
            "show_probes": self._page.band.open_probes,
            "release": self._on_release,
            "withdraw_release": self._on_withdraw_release,
            "next_case": self._actions["next_application"].trigger,
            "previous_case": self._actions["previous_application"].trigger,
            "hide_names": self._on_hide_names,
            "read_application": self._on_read_application,
        }

    @override
    def finds(self) -> Iterable[Find]:
        case = self._case
        if case is None or not self._page.isVisible():
            return
        for one in case.catalogue.criteria:
            place = Place(navigation.CONSOLIDATION, case.application.number, one.key)
            yield Find(PaletteGroup.GO, f"{one.key} {one.title.read(self.context.language)}", icon="grid", place=place)

    @property
    def _case(self) -> "Case | None":
        return self._data.case if self._data else None

    # Loading

    def load(self) -> None:
        """Ask what the store says now."""
        if self._number:
            run = self.context.operations.run(read_case, self._number, self.context.language)
            run.done(partial(self._on_case_done, self._visit)).failed(partial(self._on_case_failed, self._visit)).read()

    def _on_case_done(self, visit: int, data: CaseData) -> None:
        if visit != self._visit:
            return
        self._data = data
        self._drafts.settle(data.case, data.drafts)
        keys = [one.key for one in data.case.catalogue.criteria]
        if self._criterion not in keys:
            self._criterion = data.topics[0].key if data.topics else keys[0]
        if self._page.is_covered:
            self._steps.begin(self._parts(), self._page.uncover)
        else:
            self._show()
        self.header_changed.emit()

    def _on_case_failed(self, visit: int, error: VotumError) -> None:
        if visit != self._visit or self.keeps_shown(self._data, error):
            return
        self._data = None
        self._steps.stop()
        self._page.give_up()
        self._page.show_closed(self._number, self.context.messages.explain(error))
        self.header_changed.emit()

    # Showing

    def _show(self) -> None:
        deque(self._parts(), maxlen=0)

    def _parts(self) -> Iterator[None]:
        """Show everything part by part: another criterion may be opened between two of them."""
        if (data := self._data) is None:
            return
        if not data.topics:
            self._segment = ALL
        found, take = data.case.consolidation, ""
        if found.counted:
            words = self._words(data.case)
            take = "" if data.case.release is not None else words.take_undisputed()
            self._page.show_open()
            self._page.band.show_result(self._result_words(data).view(released=data.case.release is not None))
            self._page.band.show_size(self._page.size_class)
            yield
            self._show_matrix(data, words)
            self._page.show_take(take)
            self._show_discussion(data, words)
            yield
            if self._page.is_covered:  # the longest part of the panel, a card each
                yield from self._page.criterion.cards.parts(self._rationales(data), data.case.catalogue.scale)
            self._show_criterion(data)
            yield
        else:
            self._show_closed(data.case)
        self._actions["take_undisputed"].setText(take or self.tr("Unstrittige Werte übernehmen"))
        self._actions["hide_names"].setChecked(self._hide_names)
        self._actions.show_reason(Need.SETTLED, self._words(data.case).unsettled())
        if self._restoring is not None:
            self._page.matrix.verticalScrollBar().setValue(self._restoring.scroll)
            self._restoring = None
        self._go_to_hit(data.case)
        self.needs_changed.emit()

    def _words(self, case: "Case") -> ConsolidationWords:
        return ConsolidationWords(case.consolidation, self.context.language, hide_names=self._hide_names)

    def _result_words(self, data: CaseData) -> ResultWords:
        return ResultWords(data.case.consolidation, data.robustness, self.context.language)

    def _show_closed(self, case: "Case") -> None:
        """Say why there is nothing to bring together, and what to do about it."""
        withdrawn = case.application.withdrawn
        if withdrawn is not None:
            day = locale.day(withdrawn, self.context.language)
            text = self.tr("Zurückgezogen am {day}. Gutachten bleiben erhalten und zählen nicht.").format(day=day)
            self._page.show_closed(self.tr("Antrag zurückgezogen"), text)
            return
        text = self.tr("Importieren Sie die Pakete der Gutachter:innen.")
        buttons = {"import": (self.tr("Gutachten importieren …"), ButtonKind.OUTLINED)}
        self._page.show_closed(self.tr("Noch keine Gutachten"), text, buttons)

    def _show_matrix(self, data: CaseData, words: ConsolidationWords) -> None:
        page, flagged = self._page, [topic.key for topic in data.topics]
        page.matrix.delegate.catalogue = data.case.catalogue
        page.matrix.delegate.open_word = self.tr("offen")
        rows = data.rows
        if self._segment == DISPUTED:
            of = {row.key: row for row in rows if not row.is_area}
            rows = tuple(of[key] for key in flagged)
        page.model.set_rows(words.heads(), rows, words.columns())
        page.matrix.show_current(self._criterion)
        segments = {ALL: self.tr("Alle {n}").format(n=len(data.case.catalogue.criteria))}
        if flagged:
            segments[DISPUTED] = self.tr("Klärungsbedarf {n}").format(n=len(flagged))
        order = self.tr("nach Wirkung") if self._segment == DISPUTED else self.tr("nach Katalog")
        page.show_segments(segments, self._segment, order if flagged else words.nothing_open())

    def _show_discussion(self, data: CaseData, words: ConsolidationWords) -> None:
        first = [words.topic(topic, str(place)) for place, topic in enumerate(data.topics, 1)]
        second = [words.topic(topic, "") for topic in data.tight]
        head = self.tr("Klärungsbedarf")
        if first:
            head = self.tr("Klärungsbedarf · {n} offen, nach Wirkung").format(n=len(first))
        heads = (head, self.tr("Knapp, ohne Streuung · {n}").format(n=len(second)), words.nothing_open())
        self._page.discussion.show_topics(first, second, self._criterion, heads)

    def _show_criterion(self, data: CaseData) -> None:
        """Show the open criterion with what is chosen and what it would do."""
        words, key, case = self._words(data.case), self._criterion, data.case
        one = case.consolidation.criterion(key)
        base = self._criteria(case.catalogue).base(case.catalogue.criterion(key))
        value, reason = self._drafts.shown(case, key)
        locked = self.tr("freigegeben, nur lesbar") if case.release is not None else ""
        self._page.criterion.show_criterion(
            ConsensusView(
                replace(
                    base,
                    name=self.tr("Konsenswert {key} {title}").format(key=key, title=base.title),
                    value=value,
                    rationale=reason,
                    duty=words.duty(one, value),
                    locked=not self._may_agree(case),
                ),
                criterion_strip(case.consolidation, key),
                chip=words.chip(one),
                rationales=self._rationales(data),
                figures=words.figures(one),
                effect=words.effect(key, value),
                stored=" · ".join(part for part in (words.stored(one), locked) if part),
                history=words.history(data.history, key),
            )
        )

    def _criteria(self, catalogue: "Catalogue") -> CriterionWords:
        """Return the words of a catalogue, made once for all its criteria."""
        words = self._criterion_words
        if words is None or words.catalogue is not catalogue:
            words = self._criterion_words = CriterionWords(catalogue, self.context.language)
        return words

    def _rationales(self, data: CaseData) -> tuple[Rationale, ...]:
        """Return all answers to the open criterion with what they rest on, and the words a search has found in them."""
        key, minimum = self._criterion, data.case.catalogue.criterion(self._criterion).minimum
        sought = self._hit.words if self._hit.criterion == key else _NO_WORDS
        self._excerpt.show_case(data, key)
        found = []
        for place, one in enumerate(data.case.consolidation.counted):
            person, text = one.review.reviewer, one.review.rationale(key)
            found.append(
                Rationale(
                    one.label,
                    "" if self._hide_names else person.name,
                    place,
                    one.review.value(key),
                    text,
                    minimum,
                    self._excerpt.passages_of(person.id),
                    ranges(text, sought),
                )
            )
        return tuple(found)

    def _go_to_hit(self, case: "Case") -> None:
        """Go to the rationale that a search has led to, once it is shown."""
        hit, self._hit = self._hit, replace(self._hit, is_new=False)
        if hit.is_new and hit.words and hit.criterion == self._criterion:
            counted = case.consolidation.counted
            place = next((at for at, one in enumerate(counted) if one.review.reviewer.name == hit.reviewer), 0)
            if self._page.size_class <= SizeClass.COMPACT:
                self._page.show_pane(CRITERION)
            self._page.criterion.cards.focus_card(place)

    def _may_agree(self, case: "Case") -> bool:
        """Say whether values can be set here; who is excluded has no case in sight."""
        identity = self.context.identity
        role = identity.role if identity is not None else None
        return self.context.can_write and may(Act.AGREE, Situation(role, released=case.release is not None))

    # Criteria

    def open_criterion(self, key: str) -> None:
        """Open a criterion; what was chosen for another one and not set is kept."""
        if key != self._criterion:
            self._criterion = key
            self._hit = _SearchHit()
            self.place_moved.emit(Place(navigation.CONSOLIDATION, self._number, key))
        if self._data is not None:
            self._page.matrix.show_current(key)
            self._page.discussion.show_current(key)
            self._show_criterion(self._data)
            self.needs_changed.emit()

    def _on_matrix_cell_opened(self, key: str, review: int) -> None:
        self.open_criterion(key)
        if self._page.size_class <= SizeClass.COMPACT:
            self._page.show_pane(CRITERION)
        if review >= 0:
            self._page.criterion.cards.focus_card(review)
        else:
            self._page.criterion.entry.setFocus()

    def _on_discussion_criterion_chosen(self, key: str) -> None:
        self.open_criterion(key)
        self._page.criterion.entry.setFocus()

    def _on_segments_segment_chosen(self, segment: str) -> None:
        self._segment = segment
        topics = self._data.topics if self._data else ()
        if segment == DISPUTED and topics and all(topic.key != self._criterion for topic in topics):
            self._criterion = topics[0].key
        self._show()

    def _on_hide_names(self) -> None:
        self._hide_names = not self._hide_names
        self._show()

    def _on_read_application(self) -> None:
        self.place_wanted.emit(Place(navigation.READING, self._number, self._criterion))

    # Agreed values

    def _on_entry_value_chosen(self, value: Fraction | None) -> None:
        if self._data is not None:
            self._drafts.choose(self._data.case, self._criterion, value)
            self._show_criterion(self._data)

    def _on_criterion_reason_typed(self, text: str) -> None:
        if self._case is not None:
            self._drafts.write(self._case, self._criterion, text)

    def _on_set_consensus(self) -> None:
        """Set what is chosen (or suggested) for the open criterion; lead to the next open one, or to the release."""
        case, key = self._case, self._criterion
        if case is None or not key or not self._may_agree(case):
            return
        agreed, (value, reason) = self._drafts.agreed(case).get(key), self._drafts.wanted(case, key)
        if value is None:
            self._page.criterion.entry.setFocus()
            return
        fault = self._drafts.fault(case, key)
        if fault:
            self._page.criterion.show_fault(fault)
            return
        if agreed is None or (agreed.value, agreed.reason) != (value, reason):
            announce(self._page, self._drafts.agree(case, key, value, reason))
            self._open_next(case)
        elif not self._open_next(case):
            self._actions.trigger("release")

    def _open_next(self, case: "Case") -> bool:
        """Open the next criterion to be talked about at once, as keys may follow; stay and say no where none is."""
        agreed, topics = self._drafts.agreed(case), self._data.topics if self._data else ()
        key = next((topic.key for topic in topics if topic.key not in agreed), "")
        if key:
            self._on_discussion_criterion_chosen(key)
        return key != ""

    def _on_take_undisputed(self) -> None:
        if self._case is not None:
            self._drafts.take_undisputed(self._case, self._criterion)

    def _on_remove_consensus(self) -> None:
        if self._case is not None:
            self._drafts.take_back(self._case, self._criterion)

    # Release

    def release_view(self) -> ReleaseView | None:
        """Return what the dialog says of the case; None without one."""
        return self._result_words(self._data).release(self._data.case) if self._data is not None else None

    def _on_release(self) -> None:
        """Show what is released and do so once the tick is set."""
        context, case, view = self.context, self._case, self.release_view()
        if case is None or view is None:
            return
        confirmed = ReleaseDialog.ask(context.theme, self._page.window(), view)
        if confirmed:
            told = (confirmed.sentence, confirmed.reason)
            run = context.operations.run(consolidating.release, case.application.id, context.now(), *told)
            run.done(self._on_release_done).write(keep=False)

    def _on_withdraw_release(self) -> None:
        """Ask for the reason and let the values be changed again."""
        from reviewer_app.ui.shell.dialog import QuestionDialog

        context, case = self.context, self._case
        if case is None or case.release is None:
            return
        day = locale.day(case.release.at.date(), context.language)
        text = self.tr("Freigegeben am {day}. Die Rücknahme wird im Verlauf vermerkt. Bitte geben Sie den Grund an.")
        words = (self.tr("Freigabe zurücknehmen?"), text.format(day=day), self.tr("Freigabe zurücknehmen"))
        reason = QuestionDialog.ask_reason(context.theme, self._page.window(), words, self.tr("Begründung"))
        if reason:
            run = context.operations.run(consolidating.withdraw_release, case.application.id, reason, context.now())
            run.done(self._on_withdraw_done).write(keep=False)

    def _on_release_done(self, _outcome: "Outcome[Case]") -> None:
        self.context.undo.clear()
        self.context.messages.note(self.tr("Konsolidierung freigegeben"))
        self.load()

    def _on_withdraw_done(self, _outcome: "Outcome[Case]") -> None:
        self.context.messages.note(self.tr("Freigabe zurückgenommen"))
        self.load()
