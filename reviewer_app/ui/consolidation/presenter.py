"""Brings one application's consolidation to its page and the chair's agreed values to the store."""

from collections import deque
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from fractions import Fraction
from functools import partial
from typing import TYPE_CHECKING, override

from reviewer_app.domain.discussion import Topic
from reviewer_app.domain.errors import VotumError
from reviewer_app.domain.review import Role
from reviewer_app.domain.text_finding import wanted
from reviewer_app.ui.consolidation.consensus_drafts import ConsensusDrafts
from reviewer_app.ui.consolidation.consolidation_display import ConsolidationDisplay, Shown, met_needs
from reviewer_app.ui.consolidation.found_reasons import FoundReasons
from reviewer_app.ui.consolidation.loaded_case import LoadedCase, load_case
from reviewer_app.ui.consolidation.page import ALL, CRITERION, DISPUTED, ConsolidationPage
from reviewer_app.ui.consolidation.release_acts import ReleaseActs
from reviewer_app.ui.kit.accessibility import announce
from reviewer_app.ui.kit.incremental_task import IncrementalTask
from reviewer_app.ui.kit.theme import SizeClass
from reviewer_app.ui.shell import navigation
from reviewer_app.ui.shell.action_table import Need, Scope
from reviewer_app.ui.shell.navigation import Place
from reviewer_app.ui.shell.palette_model import Find
from reviewer_app.ui.shell.presenter import Header, Presenter

if TYPE_CHECKING:
    from reviewer_app.services.changes import Changes
    from reviewer_app.services.consolidating import Case
    from reviewer_app.services.searchable import Hit
    from reviewer_app.ui.shell.actions import Actions, Handler
    from reviewer_app.ui.shell.context import Context


@dataclass(frozen=True, slots=True)
class ConsolidationState:
    """What back restores: criterion, segment, scroll of the matrix, pane."""

    criterion: str
    segment: str
    scroll: int
    pane: str


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
        self.found, self._display = FoundReasons(page, self._show), ConsolidationDisplay(context, page, self)
        self._loaded: LoadedCase | None = None
        self._display.passages.place_wanted.connect(self.place_wanted)
        self._steps = IncrementalTask(self)
        self._restoring: ConsolidationState | None = None
        self.drafts = ConsensusDrafts(context, self)
        self.acts = ReleaseActs(context, page, self)
        self.acts.case_changed.connect(self.load)
        actions.attach(Scope.MATRIX, page)
        page.matrix.criterion_chosen.connect(self.open_criterion)
        page.matrix.cell_opened.connect(self._on_matrix_cell_opened)
        page.topics.criterion_chosen.connect(self._on_topics_criterion_chosen)
        page.segment_chosen.connect(self._on_page_segment_chosen)
        page.take_wanted.connect(self._on_take_undisputed)
        page.closed_button_chosen.connect(actions.trigger)
        page.criterion.value_chosen.connect(self._on_criterion_value_chosen)
        page.criterion.reason_typed.connect(self._on_criterion_reason_typed)
        page.criterion.set_wanted.connect(self.set_consensus)

    # What the frame asks

    @override
    def show_place(self, place: Place) -> None:
        if place.application != self._number or self.context.identity is not self._seen_by:
            self._seen_by, self._visit = self.context.identity, self._visit + 1
            self._number, self._loaded, self._criterion, self._segment = place.application, None, "", ALL
            self._steps.stop()
            self._page.cover()
        self.found.forget()
        self._criterion = place.detail or self._criterion
        self._show()
        self.load()

    @override
    def show_hit(self, hit: "Hit", typed: str) -> None:
        self.found.want(hit.field, wanted(typed, apart=True), hit.reviewer)

    @override
    def leave(self) -> None:
        self.drafts.flush()

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
        case = self._case
        if case is None:
            return Header(self._number)
        header = self._display.header(case, self.context.position(self._number))
        return Header(header.title) if self._page.size_class is SizeClass.NARROW else header

    @override
    def needs(self) -> frozenset[Need]:
        return met_needs(self._loaded, self._criterion) if self._loaded else frozenset()

    @override
    def handlers(self) -> Mapping[str, "Handler"]:
        return {
            "set_consensus": self.set_consensus,
            "remove_consensus": self._on_remove_consensus,
            "show_decisions": self._page.criterion.open_decisions,
            "take_undisputed": self._on_take_undisputed,
            "show_probes": self._page.band.open_probes,
            "release": self.acts.release,
            "withdraw_release": self.acts.withdraw,
            "next_case": self._actions["next_application"].trigger,
            "previous_case": self._actions["previous_application"].trigger,
            "hide_names": self._on_hide_names,
            "read_application": self._on_read_application,
        }

    @override
    def finds(self) -> Iterable[Find]:
        return self._display.finds(self._case) if self._case is not None and self._page.isVisible() else ()

    @property
    def _case(self) -> "Case | None":
        return self._loaded.case if self._loaded else None

    @property
    def _topics(self) -> tuple[Topic, ...]:
        return self._loaded.topics if self._loaded else ()

    # Loading

    def load(self) -> None:
        """Ask what the store says now."""
        if self._number:
            run = self.context.operations.run(load_case, self._number, self.context.language)
            run.done(partial(self._on_case_done, self._visit)).failed(partial(self._on_case_failed, self._visit)).read()

    def _on_case_done(self, visit: int, loaded: LoadedCase) -> None:
        if visit != self._visit:
            return
        case = loaded.case
        self._loaded = loaded
        self.acts.show_case(case, self._display.result(loaded))
        self.drafts.settle(case, loaded.drafts)
        keys = [one.key for one in case.catalogue.criteria]
        if self._criterion not in keys:
            self._criterion = self._topics[0].key if self._topics else keys[0]
        if self._page.is_covered:
            self._steps.begin(self._parts(), self._page.uncover)
        else:
            self._show()
        self.header_changed.emit()

    def _on_case_failed(self, visit: int, error: VotumError) -> None:
        if visit != self._visit or self.keeps_shown(self._loaded, error):
            return
        self._loaded = None
        self._steps.stop()
        self._page.give_up()
        self._page.show_closed(self._number, self.context.messages.explain(error))
        self.header_changed.emit()

    # Showing

    def _show(self) -> None:
        deque(self._parts(), maxlen=0)

    def _parts(self) -> Iterator[None]:
        if (loaded := self._loaded) is None:
            return
        if not self._topics:
            self._segment = ALL
        yield from self._display.parts(lambda: self._shown(loaded))
        self._actions["take_undisputed"].setText(self._display.take_words or self.tr("Unstrittige Werte übernehmen"))
        self._actions["hide_names"].setChecked(self._hide_names)
        self._actions.show_reason(Need.SETTLED, self._display.open_words(loaded.case.consolidation))
        if self._restoring is not None:
            self._page.matrix.verticalScrollBar().setValue(self._restoring.scroll)
            self._restoring = None
        self.found.arrive(loaded.case, self._criterion)
        self.needs_changed.emit()

    def _shown(self, loaded: LoadedCase) -> Shown:
        draft = self.drafts.of(loaded.case, self._criterion)
        found = self.found.words(self._criterion)
        return Shown(loaded, self._criterion, self._segment, draft, self._may_decide(), self._hide_names, found)

    def _may_decide(self) -> bool:
        return self.context.can_write and self.context.role != Role.REVIEWER.value

    # What a person does

    def open_criterion(self, key: str) -> None:
        """Open a criterion; what was chosen for another one and not set is kept."""
        if key != self._criterion:
            self._criterion = key
            self.found.forget()
            self.place_moved.emit(Place(navigation.CONSOLIDATION, self._number, key))
        if self._loaded is not None:
            self._display.show_open(self._shown(self._loaded))
            self.needs_changed.emit()

    def set_consensus(self) -> None:
        """Set what is chosen (or suggested) for the open criterion, then go to the next open one."""
        case, key = self._case, self._criterion
        if case is None or not key or not self._may_decide() or case.release is not None:
            return
        agreed, (value, reason) = self.drafts.agreed(case).get(key), self.drafts.wanted(case, key)
        if value is None:
            self._page.criterion.entry.setFocus()
            return
        fault = self.drafts.fault(case, key)
        if fault:
            self._page.criterion.show_fault(fault)
            return
        if agreed is None or (agreed.value, agreed.reason) != (value, reason):
            announce(self._page, self.drafts.agree(case, key, value, reason))
        self._go_on(case)

    def _go_on(self, case: "Case") -> None:
        """Open the next criterion to be talked about at once, as keys may follow; stay where there is none."""
        agreed = self.drafts.agreed(case)
        key = next((topic.key for topic in self._topics if topic.key not in agreed), "")
        if key:
            self._on_topics_criterion_chosen(key)

    def _on_criterion_value_chosen(self, value: Fraction | None) -> None:
        if self._loaded is not None:
            self.drafts.choose(self._loaded.case, self._criterion, value)
            self._display.show_criterion(self._shown(self._loaded))

    def _on_criterion_reason_typed(self, text: str) -> None:
        if self._case is not None:
            self.drafts.write(self._case, self._criterion, text)

    def _on_matrix_cell_opened(self, key: str, review: int) -> None:
        self.open_criterion(key)
        if self._page.size_class <= SizeClass.COMPACT:
            self._page.show_pane(CRITERION)
        if review >= 0:
            self._page.criterion.cards.focus_card(review)
        else:
            self._page.criterion.entry.setFocus()

    def _on_topics_criterion_chosen(self, key: str) -> None:
        self.open_criterion(key)
        self._page.criterion.entry.setFocus()

    def _on_page_segment_chosen(self, segment: str) -> None:
        self._segment = segment
        if segment == DISPUTED and self._topics and all(topic.key != self._criterion for topic in self._topics):
            self._criterion = self._topics[0].key
        self._show()

    def _on_take_undisputed(self) -> None:
        if self._case is not None:
            self.drafts.take_undisputed(self._case, len(self._case.consolidation.undisputed), self._criterion)

    def _on_remove_consensus(self) -> None:
        if self._case is not None:
            self.drafts.take_back(self._case, self._criterion)

    def _on_hide_names(self) -> None:
        self._hide_names = not self._hide_names
        self._show()

    def _on_read_application(self) -> None:
        self.place_wanted.emit(Place(navigation.READING, self._number, self._criterion))
