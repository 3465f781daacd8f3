"""Brings the annotations of the round, or of one application, to their list."""

from collections import Counter
from collections.abc import Collection, Iterable, Mapping
from functools import partial
from typing import TYPE_CHECKING, override

from reviewer_app.domain.annotation import AnchorState, Kind
from reviewer_app.domain.annotation_list import Filter, Order, ordered
from reviewer_app.domain.ids import PersonId
from reviewer_app.services.changes import Changed
from reviewer_app.ui.annotations.annotation_list_acts import AnnotationListActs
from reviewer_app.ui.annotations.annotation_model import AnnotationLine, Column
from reviewer_app.ui.annotations.loaded_annotations import LoadedAnnotations, load_annotations
from reviewer_app.ui.annotations.orphan_presenter import OrphanPresenter
from reviewer_app.ui.annotations.page import ALL, ORPHANED, AnnotationsPage, AnnotationsState, Wanted
from reviewer_app.ui.annotations.words import EVERY, AnnotationListWords
from reviewer_app.ui.shell import navigation
from reviewer_app.ui.shell.action_table import Need, Scope
from reviewer_app.ui.shell.navigation import Place
from reviewer_app.ui.shell.presenter import Header, Presenter

if TYPE_CHECKING:
    from reviewer_app.services.annotating import Listed
    from reviewer_app.services.changes import Changes
    from reviewer_app.services.opening import Identity
    from reviewer_app.ui.shell.actions import Actions, Handler
    from reviewer_app.ui.shell.context import Context

_HEADS = {
    Column.KIND: Order.KIND,
    Column.PLACE: Order.PLACE,
    Column.CRITERIA: Order.CRITERION,
    Column.AUTHOR: Order.AUTHOR,
}
_HEAD_OF = {order: head for head, order in _HEADS.items()}
_KINDS = {kind.value: kind for kind in Kind}


class AnnotationsPresenter(Presenter):
    """The presenter of the list; `detail` of its place is a segment to begin with."""

    page_id = navigation.ANNOTATIONS
    entry = navigation.APPLICATIONS
    is_list = True

    def __init__(self, context: "Context", page: AnnotationsPage, actions: "Actions") -> None:
        """Fill `page`."""
        super().__init__(context)
        self._page, self._actions = page, actions
        self._words = AnnotationListWords(context.messages, self)
        self._held = LoadedAnnotations((), {})
        self._of: dict[str, Listed] = {}
        self._shown: tuple[Listed, ...] = ()
        self._lines: dict[tuple[str, bool], AnnotationLine] = {}
        self._order, self._backwards = Order.PLACE, False
        self._loaded = False
        self._restoring: AnnotationsState | None = None
        self.acts = AnnotationListActs(context, page, self._words, self)
        self.orphans = OrphanPresenter(context, page, self)
        actions.attach(Scope.ANNOTATIONS, page.table)
        page.show_heads(self._words.heads())
        page.wanted_changed.connect(self._on_page_wanted_changed)
        page.sort_wanted.connect(self._on_page_sort_wanted)
        page.head_chosen.connect(self._on_page_head_chosen)
        page.row_opened.connect(self.acts.open)
        page.choice_changed.connect(self._on_page_choice_changed)
        page.empty_button_chosen.connect(self._on_page_empty_button_chosen)
        context.identity_changed.connect(self._on_context_identity_changed)

    # What the frame asks

    @override
    def show_place(self, place: Place) -> None:
        wanted = Wanted(application=place.application, segment=place.detail or ALL)
        if place.application != self._page.wanted.application or place.detail:
            self._page.show_wanted(wanted)
        self._show()
        self.load()

    @override
    def state(self) -> AnnotationsState:
        page = self._page
        scroll = page.table.verticalScrollBar().value()
        return AnnotationsState(page.wanted, self._order.value, self._backwards, page.current, page.chosen, scroll)

    @override
    def restore(self, state: object) -> None:
        if isinstance(state, AnnotationsState):
            self._order, self._backwards = Order(state.order), state.backwards
            self._page.show_wanted(state.wanted)
            self._restoring = state
            self._show()
            self._restore()

    @override
    def refresh(self, changes: "Changes") -> None:
        if self._page.isVisible() and changes.kinds & {Changed.ANNOTATIONS, Changed.REVIEW_STATE, Changed.PEOPLE}:
            self.load()

    @override
    def header(self) -> Header:
        number = self._page.wanted.application
        count = self._words.count(len(self._of_application())) if self._loaded else ""
        facts = " · ".join(part for part in (number, count) if part)
        return Header(self.tr("Alle Anmerkungen"), facts, buttons=("export_annotations",))

    @override
    def handlers(self) -> "Mapping[str, Handler]":
        acts = self.acts
        return {
            "open_annotation": acts.open,
            "copy_annotations": acts.copy,
            "link_annotations": acts.link,
            "unlink_annotations": acts.unlink,
            "hide_annotations": acts.hide,
            "confirm_annotations": acts.confirm,
            "remove_annotations": acts.remove,
            "sort_annotations": self._page.bar.open_sort,
            "export_annotations": acts.export,
            "reset_filter": self._reset,
        }

    @override
    def needs(self) -> frozenset[Need]:
        chosen = self.chosen
        met = {
            Need.ANNOTATION: bool(chosen),
            Need.CHANGEABLE: any(not one.locked for one in chosen),
            Need.REWORDED: any(one.annotation.reworded for one in chosen if not one.locked),
            Need.LINKED: any(one.annotation.links for one in chosen if not one.locked),
            Need.LISTED: bool(self._shown),
        }
        return frozenset(need for need, holds in met.items() if holds)

    @override
    def find(self) -> None:
        self._page.field.setFocus()
        self._page.field.selectAll()

    # What others ask

    @property
    def chosen(self) -> tuple["Listed", ...]:
        """The chosen annotations from the top down."""
        return tuple(self._of[one] for one in self._page.chosen if one in self._of)

    @property
    def current(self) -> "Listed | None":
        """The annotation one is at."""
        return self._of.get(self._page.current)

    @property
    def shown(self) -> tuple["Listed", ...]:
        """What is in sight, in its order."""
        return self._shown

    @property
    def only_application(self) -> str:
        """The number of the application that all in sight belongs to; empty where it is none or several."""
        numbers = {one.number for one in self._shown}
        return self._page.wanted.application or (numbers.pop() if len(numbers) == 1 else "")

    @property
    def place(self) -> Place:
        """Where a step that is taken back shows."""
        return Place(navigation.ANNOTATIONS, self._page.wanted.application)

    # Loading and showing

    def load(self) -> None:
        """Read what the store says now."""
        if (identity := self.context.identity) is not None:
            done = partial(self._on_annotations_done, identity)
            self.context.operations.run(load_annotations).done(done).read()

    def _on_annotations_done(self, asked_by: object, held: LoadedAnnotations) -> None:
        if asked_by is not self.context.identity:
            return
        self._loaded = True
        self.acts.settle()
        if held.listed != self._held.listed:
            self._held, self._lines = held, {}
            self._of = {one.annotation.id: one for one in held.listed}
        self._show()
        self._restore()
        self.header_changed.emit()

    def _restore(self) -> None:
        if (state := self._restoring) is not None and self._loaded:
            self._restoring = None
            self._page.choose(state.current, state.chosen)
            self._page.table.verticalScrollBar().setValue(state.scroll)

    def _of_application(self) -> tuple["Listed", ...]:
        number = self._page.wanted.application
        return tuple(one for one in self._held.listed if number in ("", one.number))

    def _show(self) -> None:
        """Show what fits the filter, in order."""
        page, wanted = self._page, self._page.wanted
        within = self._of_application()
        asked, number = _filter(wanted), wanted.application
        having = (one for one in self._held.having(wanted.text) if number in ("", one.number))
        beside = tuple(one for one in having if asked.lets_through(one.annotation))
        page.show_segments(self._words.segments(_counts(beside)))
        self._shown = self._in_order([one for one in beside if _fits(one, wanted.segment)])
        page.show_choices(_choices(self._held.listed, within, self._words.authors(within)))
        page.show_orders(self._words.orders(), self._order.value)
        page.model.show_sort(_HEAD_OF.get(self._order), descending=self._backwards)
        self._show_empty()
        page.show_rows([one.annotation.id for one in self._shown], self._line)

    def _line(self, annotation: str) -> AnnotationLine:
        """Word an annotation in sight; one that has just gone has nothing to say."""
        if annotation not in self._of:
            return AnnotationLine(annotation, Kind.NOTE)
        with_number = not self._page.wanted.application
        key = (annotation, with_number)
        if key not in self._lines:
            self._lines[key] = self._words.line(self._of[annotation], with_number=with_number)
        return self._lines[key]

    def _in_order(self, listed: list["Listed"]) -> tuple["Listed", ...]:
        """Sort; by place, application after application."""
        identity = self.context.identity
        names = {one.id: one.name for one in identity.people} if identity is not None else {}
        places = {one.annotation.id: (one.number, *one.place) for one in listed}.__getitem__
        every, backwards = (one.annotation for one in listed), self._backwards
        rows = ordered(every, self._order, place=lambda one: places(one.id), names=names, backwards=backwards)
        return tuple(self._of[one.id] for one in rows)

    def _show_empty(self) -> None:
        is_empty = self._loaded and not self._shown
        if is_empty:
            within, every = len(self._of_application()), len(self._held.listed)
            words, buttons = self._words.empty(self._page.wanted, within, every, self.context.role)
            self._page.empty.show_words(*words)
            self._page.empty.show_buttons(buttons)
        self._page.show_empty(empty=is_empty)

    # What a person does

    def _reset(self) -> None:
        self._page.show_wanted(Wanted(application=self._page.wanted.application))
        self._show()
        self._page.take_focus()

    def _on_page_empty_button_chosen(self, button: str) -> None:
        if button == EVERY:
            self._page.show_wanted(Wanted())
            self._on_page_wanted_changed(Wanted())
        else:
            self._actions.trigger(button)

    def _on_page_wanted_changed(self, wanted: Wanted) -> None:
        if self.context.identity is not None:
            self.place_moved.emit(Place(navigation.ANNOTATIONS, wanted.application))
        self._show()
        self.header_changed.emit()

    def _on_page_sort_wanted(self, order: str) -> None:
        self._sort(Order(order), backwards=False)

    def _on_page_head_chosen(self, column: Column) -> None:
        if (order := _HEADS.get(column)) is not None:
            self._sort(order, backwards=order is self._order and not self._backwards)

    def _sort(self, order: Order, *, backwards: bool) -> None:
        self._order, self._backwards = order, backwards
        self._show()

    def _on_page_choice_changed(self) -> None:
        page = self._page
        words = self._words.summary(len(self._shown), len(self._of_application()), len(page.chosen))
        page.foot.show_summary(words)
        self.orphans.show(self.current)
        self.needs_changed.emit()

    def _on_context_identity_changed(self, _identity: "Identity | None") -> None:
        """Show nothing of what another person saw."""
        self._held, self._of, self._shown, self._lines = LoadedAnnotations((), {}), {}, (), {}
        self._loaded = False
        self._page.show_wanted(Wanted())
        self._page.show_rows((), self._line)


def _filter(wanted: Wanted) -> Filter:
    """Return what a filter asks for, words and segment apart: counts say what another segment would show."""
    return Filter(
        criteria=frozenset({wanted.criterion} if wanted.criterion else ()),
        tags=frozenset({wanted.tag} if wanted.tag else ()),
        authors=frozenset({PersonId(wanted.person)} if wanted.person else ()),
    )


def _counts(listed: Iterable["Listed"]) -> Counter[str]:
    """Return how many annotations each segment holds."""
    counts: Counter[str] = Counter()
    for one in listed:
        counts.update((ALL, one.annotation.kind.value, *((ORPHANED,) if _waits(one) else ())))
    return counts


def _choices(
    every: Iterable["Listed"], within: Collection["Listed"], authors: Mapping[str, str]
) -> tuple[Mapping[str, str], ...]:
    """Return what one can filter by: applications, criteria, people, tags."""
    numbers = {one.number: one.number for one in every}
    criteria = sorted({key for one in within for key in one.annotation.criteria})
    tags = sorted({tag for one in within for tag in one.annotation.tags}, key=str.casefold)
    return numbers, {key: key for key in criteria}, authors, {tag: tag for tag in tags}


def _waits(one: "Listed") -> bool:
    return one.annotation.state is AnchorState.ORPHANED


def _fits(one: "Listed", segment: str) -> bool:
    if segment == ORPHANED:
        return _waits(one)
    return segment == ALL or one.annotation.kind is _KINDS.get(segment)
