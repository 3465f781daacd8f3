"""Brings the annotations of the round, or of one application, to their list, and carries out what is done with them.

What a person does with the chosen ones is one step of the one undo stack; what they may not change is left as it is.
"""

from collections import Counter
from collections.abc import Callable, Mapping
from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING, override

from PySide6.QtWidgets import QApplication

from reviewer_app.domain.annotations.annotation import Annotation, Link, linked
from reviewer_app.services.annotations.editing import remove_all, store_all
from reviewer_app.services.annotations.words import quoted, source
from reviewer_app.services.changes import Changed
from reviewer_app.ui.annotations.model import AnnotationFilter, AnnotationRow, load_rows
from reviewer_app.ui.annotations.orphans import OrphanPresenter
from reviewer_app.ui.annotations.page import AnnotationsPage
from reviewer_app.ui.annotations.words import EVERY, AnnotationListWords
from reviewer_app.ui.kit.accessibility import announce
from reviewer_app.ui.kit.list_model import ALL
from reviewer_app.ui.shell import navigation
from reviewer_app.ui.shell.action_table import Need, Scope
from reviewer_app.ui.shell.list_page import ListState
from reviewer_app.ui.shell.navigation import Place
from reviewer_app.ui.shell.presenter import Header, Presenter
from reviewer_app.ui.shell.undo import Step, UseCaseCall

if TYPE_CHECKING:
    from pathlib import Path

    from reviewer_app.domain.errors import VotumError
    from reviewer_app.domain.ids import AnnotationId
    from reviewer_app.services.annotations.editing import Listed
    from reviewer_app.services.changes import Changes
    from reviewer_app.services.round import Identity
    from reviewer_app.ui.shell.actions import Actions, Handler
    from reviewer_app.ui.shell.context import Context


class AnnotationsPresenter(Presenter):
    """The presenter of the list; `detail` of its place is a segment to begin with."""

    page_id = navigation.ANNOTATIONS
    entry = navigation.APPLICATIONS
    is_list = True

    def __init__(self, context: "Context", page: AnnotationsPage, actions: "Actions") -> None:
        """Fill `page`."""
        super().__init__(context)
        self._page, self._actions = page, actions
        self._words = AnnotationListWords(context.messages)
        self._target: Path | None = None
        self._ahead: dict[AnnotationId, Annotation | None] = {}
        self.orphans = OrphanPresenter(context, page, self)
        actions.attach(Scope.ANNOTATIONS, page.table)
        page.model.word = self._words.line
        page.show_heads(self._words.heads())
        page.show_orders(self._words.orders())
        page.filter_changed.connect(self._on_page_filter_changed)
        page.row_opened.connect(self._on_open_annotation)
        page.orphan.mark_button.clicked.connect(self._on_open_annotation)
        page.choice_changed.connect(self._on_page_choice_changed)
        page.empty.button_chosen.connect(self._on_empty_button_chosen)
        context.identity_changed.connect(self._on_context_identity_changed)
        context.operations.operation_failed.connect(self._on_operation_failed)

    # What the frame asks

    @override
    def show_place(self, place: Place) -> None:
        if place.application != self._filter.application or place.detail:
            self._page.show_filter(AnnotationFilter(application=place.application, segment=place.detail or ALL))
        self._show()
        self.load()

    @override
    def state(self) -> ListState:
        return self._page.state()

    @override
    def restore(self, state: object) -> None:
        self._page.restore(state)
        self._show()

    @override
    def refresh(self, changes: "Changes") -> None:
        if self._page.isVisible() and changes.kinds & {Changed.ANNOTATIONS, Changed.REVIEW_STATE, Changed.PEOPLE}:
            self.load()

    @override
    def header(self) -> Header:
        count = self._words.count(len(self._of_application())) if self._page.is_loaded else ""
        facts = " · ".join(part for part in (self._filter.application, count) if part)
        return Header(self.tr("Alle Anmerkungen"), facts, buttons=("export_annotations",))

    @override
    def handlers(self) -> "Mapping[str, Handler]":
        return {
            "open_annotation": self._on_open_annotation,
            "copy_annotations": self._on_copy_annotations,
            "link_annotations": self._on_link_annotations,
            "unlink_annotations": self._on_unlink_annotations,
            "hide_annotations": self._on_hide_annotations,
            "confirm_annotations": self._on_confirm_annotations,
            "remove_annotations": self._on_remove_annotations,
            "sort_annotations": self._page.bar.open_sort,
            "export_annotations": self._on_export_annotations,
            "reset_filter": self._on_reset_filter,
        }

    @override
    def needs(self) -> frozenset[Need]:
        chosen = self._chosen
        changeable = [one.annotation for one in chosen if not one.locked]
        met = {
            Need.ANNOTATION: bool(chosen),
            Need.CHANGEABLE: bool(changeable),
            Need.REWORDED: any(one.reworded for one in changeable),
            Need.LINKED: any(one.links for one in changeable),
            Need.LISTED: self._page.model.rowCount() > 0,
        }
        return frozenset(need for need, holds in met.items() if holds)

    @override
    def find(self) -> None:
        self._page.take_filter()

    # What is in sight

    @property
    def place(self) -> Place:
        """Where a step that is taken back shows."""
        return Place(navigation.ANNOTATIONS, self._filter.application)

    @property
    def _filter(self) -> AnnotationFilter:
        return self._page.model.filter

    @property
    def _chosen(self) -> tuple["Listed", ...]:
        """The chosen annotations from the top down."""
        rows = self._page.model.rows
        return tuple(rows[number].listed for number in self._page.table.chosen_rows)

    @property
    def _current(self) -> "Listed | None":
        """The annotation one is at."""
        row = self._page.model.row(self._page.table.chosen_row)
        return row.listed if row is not None else None

    def _of_application(self) -> tuple["Listed", ...]:
        number = self._filter.application
        return tuple(one.listed for one in self._page.model.all_rows if number in ("", one.listed.number))

    # Loading and showing

    def load(self) -> None:
        """Read what the store says now."""
        if (identity := self.context.identity) is not None:
            done = partial(self._on_rows_done, identity)
            self.context.operations.run(load_rows).done(done).read()

    def _on_rows_done(self, asked_by: "Identity", rows: tuple[AnnotationRow, ...]) -> None:
        if asked_by is not self.context.identity:
            return
        if self.context.operations.result_is_current:
            self._ahead.clear()  # the list was read with every change in it
        self._page.model.names = {one.id: one.name for one in asked_by.people}
        self._page.show_rows(rows)
        self._show()
        self.header_changed.emit()

    def _show(self) -> None:
        """Show beside the rows how many there are in other segments, what one can filter by, and why there are none."""
        page, model, wanted, within = self._page, self._page.model, self._filter, self._of_application()
        beside = model.fitting(replace(wanted, segment=ALL))
        page.show_segments(self._words.segments(Counter(segment for one in beside for segment in one.segments)))
        criteria = sorted({key for one in within for key in one.annotation.criteria})
        tags = sorted({tag for one in within for tag in one.annotation.tags}, key=str.casefold)
        page.show_choices(
            {
                "application": {one.listed.number: one.listed.number for one in model.all_rows},
                "criterion": {key: key for key in criteria},
                "person": self._words.authors(within),
                "tag": {tag: tag for tag in tags},
            }
        )
        is_empty = page.is_loaded and not model.rowCount()
        if is_empty:
            words, buttons = self._words.empty(wanted, len(within), model.total, self.context.role)
            page.empty.show_words(*words)
            page.empty.show_buttons(buttons)
        page.show_empty(empty=is_empty)
        self._on_page_choice_changed()

    def _on_page_choice_changed(self) -> None:
        page = self._page
        words = self._words.summary(page.model.rowCount(), len(self._of_application()), len(page.chosen))
        page.foot.show_summary(words)
        self.orphans.show(self._current)
        self.needs_changed.emit()

    def _on_page_filter_changed(self) -> None:
        if self.context.identity is not None:
            self.place_moved.emit(self.place)
        self._show()
        self.header_changed.emit()

    def _on_reset_filter(self) -> None:
        self._page.show_filter(AnnotationFilter(application=self._filter.application))
        self._show()
        self._page.take_focus()

    def _on_empty_button_chosen(self, button: str) -> None:
        if button == EVERY:
            self._page.show_filter(AnnotationFilter())
            self._on_page_filter_changed()
        else:
            self._actions.trigger(button)

    def _on_context_identity_changed(self, _identity: "Identity | None") -> None:
        """Show nothing of what another person saw."""
        self._page.clear()
        self._page.show_filter(AnnotationFilter())

    # What a person does with the chosen ones

    def _on_open_annotation(self) -> None:
        """Go to where the annotation one is at stands."""
        if (listed := self._current) is not None:
            one = listed.annotation
            criterion = one.criteria[0] if one.criteria else ""
            self.place_wanted.emit(Place(navigation.READING, listed.number, criterion, one.id))

    def _on_copy_annotations(self) -> None:
        """Put the words of all chosen on the clipboard, each with its source."""
        language = self.context.language
        lines = []
        for listed in self._chosen:
            one = listed.annotation
            words, where = one.quote.text or one.note, source(one, language, listed.label)
            lines.append(quoted(words, where, language) if words else where)
        if lines:
            QApplication.clipboard().setText("\n".join(lines))

    def _on_link_annotations(self) -> None:
        """Ask for a criterion and make all chosen evidence for it."""
        from reviewer_app.ui.marks.criterion_dialog import CriterionDialog

        identity, context = self.context.identity, self.context
        if identity is None:
            return
        key = CriterionDialog.ask(context.theme, self._page.window(), identity.catalogue, context.language)
        if key:
            self._change(
                lambda one: replace(one, links=linked(one.links, Link(key))) if key not in one.criteria else one,
                lambda n: self._words.linked(n, key),
            )

    def _on_unlink_annotations(self) -> None:
        self._change(lambda one: replace(one, links=()), self._words.unlinked)

    def _on_hide_annotations(self) -> None:
        """Make all chosen private; where they are so already, visible again."""
        private = any(not one.private for one in self._changeable())
        self._change(lambda one: replace(one, private=private), lambda n: self._words.hidden(n, private=private))

    def _on_confirm_annotations(self) -> None:
        """Take note of the words that stand at the chosen ones' places now."""
        self._change(lambda one: replace(one, reworded=False), self._words.confirmed)

    def _on_remove_annotations(self) -> None:
        before = self._changeable()
        if before:
            ids, clock = tuple(one.id for one in before), self.context.now
            self._push(
                self._words.removed(len(before)),
                UseCaseCall(partial(remove_all, wanted=ids, clock=clock)),
                UseCaseCall(partial(store_all, wanted=before, clock=clock)),
            )
            self._ahead |= dict.fromkeys(ids)

    def _changeable(self) -> tuple[Annotation, ...]:
        """Return what is chosen and may be changed, with changes of which the store has not told yet."""
        chosen = (one.annotation for one in self._chosen if not one.locked)
        known = (self._ahead.get(one.id, one) for one in chosen)
        return tuple(one for one in known if one is not None)

    def _change(self, change: Callable[[Annotation], Annotation], said: Callable[[int], str]) -> None:
        before = tuple(one for one in self._changeable() if change(one) != one)
        if before:
            after, clock = tuple(change(one) for one in before), self.context.now
            self._push(
                said(len(before)),
                UseCaseCall(partial(store_all, wanted=after, clock=clock)),
                UseCaseCall(partial(store_all, wanted=before, clock=clock)),
            )
            self._ahead |= {one.id: one for one in after}

    def _push(self, words: str, do: UseCaseCall, undo: UseCaseCall) -> None:
        self.context.undo.push(Step(words, do, undo, self.place))
        self.context.messages.note(words, can_undo=True)
        announce(self._page, words)

    def _on_operation_failed(self, _error: "VotumError") -> None:
        self._ahead.clear()

    # Handing out

    def _on_export_annotations(self) -> None:
        """Ask for a file and write what is in sight into it, of one application or several; what is private stays."""
        from reviewer_app.services.export.evidence import write_evidence
        from reviewer_app.ui.shell.file_questions import FileQuestions

        shown = [one.listed for one in self._page.model.rows]
        numbers = {one.number for one in shown}
        number = self._filter.application or (numbers.pop() if len(numbers) == 1 else "")
        word = self.context.messages.word("evidence.sheet")
        target = FileQuestions.evidence(self._page.window(), f"{word}-{number}" if number else word)
        if target is not None:
            only = frozenset(one.annotation.id for one in shown)
            run = self.context.operations.run(write_evidence, number or None, target, self.context.language, only)
            self._target = target
            run.done(self._on_export_done).failed(self._on_export_failed).read()

    def _on_export_done(self, count: int) -> None:
        words = self._words.count(count)
        self.context.messages.note(self.tr("{n} gespeichert: {path}").format(n=words, path=self._target))

    def _on_export_failed(self, error: "VotumError") -> None:
        self.context.messages.tell(error)
