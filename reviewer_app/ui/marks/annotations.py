"""The annotations of the application in sight, and every change to them as a step of the one undo stack.

What a person does shows at once: until the store has it, the change lies over what was read.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from reviewer_app.domain.annotations.annotation import Annotation, MarkStyle, PagePlace, Quote, Target, unlinked
from reviewer_app.domain.annotations.reading_order import ReadingOrder
from reviewer_app.services.annotations import editing
from reviewer_app.services.annotations.editing import Listed
from reviewer_app.services.annotations.foreign import drop_marks, missing_marks, store_marks
from reviewer_app.services.annotations.words import field_label
from reviewer_app.ui.shell import navigation
from reviewer_app.ui.shell.navigation import Place
from reviewer_app.ui.shell.undo import Step, UseCaseCall

if TYPE_CHECKING:
    from reviewer_app.domain.application import Annex
    from reviewer_app.domain.errors import VotumError
    from reviewer_app.domain.ids import AnnotationId
    from reviewer_app.services.changes import Outcome
    from reviewer_app.services.ports import UnitOfWork
    from reviewer_app.services.reviews.reviewing import Reading
    from reviewer_app.ui.marks.viewer import SelectedPassage
    from reviewer_app.ui.shell.context import Context

type _Clock = Callable[[], datetime]


@dataclass(frozen=True, slots=True)
class NewMark:
    """What is to be marked, before it is an annotation: where, how, and the words there."""

    target: Target
    style: MarkStyle
    quote: Quote = field(default_factory=Quote)


def new_mark(annex: "Annex", passage: "SelectedPassage") -> NewMark:
    """Return a passage of an annex as what is to be marked: words, an area, or the page as a whole."""
    style = MarkStyle.HIGHLIGHT if passage.quads else MarkStyle.AREA if passage.area else MarkStyle.PAGE_NOTE
    place = PagePlace(annex.kind, annex.name, annex.sha256, passage.page, passage.quads, passage.area)
    return NewMark(place, style, Quote(passage.quote, passage.before, passage.after))


def _place(
    uow: "UnitOfWork", annotation: "AnnotationId", target: Target, quote: Quote, clock: _Clock
) -> "Outcome[Annotation]":
    return editing.place_anew(uow, annotation, target, quote, clock())


def place_orphan(context: "Context", orphan: Annotation, target: Target, quote: Quote, words: str, here: Place) -> None:
    """Give an annotation that lost its place another one; `words` say so, `here` is where that is taken back."""
    place = partial(_place, annotation=orphan.id, target=target, quote=quote, clock=context.now)
    push_orphan_step(context, orphan, place, words, here)


def push_orphan_step(
    context: "Context", orphan: Annotation, do: Callable[..., object], words: str, here: Place
) -> None:
    """Do something about an annotation without a place as one step, which restores it when it is taken back."""
    undo = partial(editing.store_all, wanted=(orphan,), clock=context.now)
    context.undo.push(Step(words, UseCaseCall(do), UseCaseCall(undo), here))
    context.messages.note(words, can_undo=True)


def _put(uow: "UnitOfWork", annotation: Annotation, clock: _Clock) -> "Outcome[Annotation]":
    return editing.put_back(uow, annotation, clock())


def _remove(uow: "UnitOfWork", annotation: "AnnotationId", clock: _Clock) -> "Outcome[Annotation]":
    return editing.remove(uow, annotation, clock())


class ApplicationAnnotations(QObject):
    """Holds what is annotated; `annotations_changed` when something else is."""

    annotations_changed = Signal()

    def __init__(self, context: "Context", parent: QObject) -> None:
        super().__init__(parent)
        self._context = context
        self._reading: Reading | None = None
        self._criterion = ""
        self._listed: tuple[Listed, ...] = ()
        self._is_held = self._is_stale = False
        context.operations.operation_failed.connect(self._on_operation_failed)
        context.operations.idle_reached.connect(self._on_operations_idle_reached)

    # What there is

    def show_reading(self, reading: "Reading", criterion: str) -> None:
        """Hold the annotations of an application; `criterion` is the open one, which a step leads back to."""
        before, is_new = self._reading, reading is not self._reading
        if before is None or (reading.application.id, reading.me) != (before.application.id, before.me):
            self._listed, self._is_held = (), False
        self._reading, self._criterion = reading, criterion
        if is_new:
            self.load()

    def load(self) -> None:
        """Read what the store says now."""
        self._is_stale = False
        if self._reading is not None:
            run = self._context.operations.run(editing.annotations, self._reading.application.number)
            run.done(self._on_annotations_done).failed(self._on_annotations_failed).read()

    def refresh(self) -> None:
        """Read again after a change, or when all others are stored that are on their way."""
        self._is_stale = bool(self._context.operations.unsaved)
        if not self._is_stale:
            self.load()

    @property
    def listed(self) -> tuple[Listed, ...]:
        """All annotations one may see, as one reads."""
        return self._listed

    def find(self, annotation: str) -> Listed | None:
        """Return one of them, None where it is gone."""
        return next((one for one in self._listed if one.annotation.id == annotation), None)

    @property
    def tags(self) -> list[str]:
        """Every tag in use, by alphabet."""
        return sorted({tag for one in self._listed for tag in one.annotation.tags}, key=str.casefold)

    def _on_annotations_done(self, listed: tuple[Listed, ...]) -> None:
        """Show what was read; where what is held may be newer, it is read again when everything is stored."""
        reading = self._reading
        if reading is None or any(one.number != reading.application.number for one in listed):
            return
        self._is_stale = self._is_held and not self._context.operations.result_is_current
        if not self._is_stale:
            self._listed, self._is_held = listed, True
            self.annotations_changed.emit()

    def _on_annotations_failed(self, _error: "VotumError") -> None:
        """Show none; why they are closed is said where the application would stand."""
        self._listed = ()
        self.annotations_changed.emit()

    def _on_operation_failed(self, _error: "VotumError") -> None:
        self.load()

    def _on_operations_idle_reached(self) -> None:
        if self._is_stale:
            self.load()

    # What a person does

    def put(self, after: Annotation, words: str, merge: str = "") -> None:
        """Make or change an annotation; `words` say so, changes with the same `merge` in quick succession are one."""
        held, clock = self.find(after.id), self._context.now
        if held is not None and held.annotation == after:
            return
        undo = partial(_remove, annotation=after.id, clock=clock)
        if held is not None:
            undo = partial(_put, annotation=held.annotation, clock=clock)
        self._lay_over(after, held)
        self._push(words, UseCaseCall(partial(_put, annotation=after, clock=clock)), UseCaseCall(undo), merge)

    def put_all(self, wanted: Sequence[Annotation], words: str) -> None:
        """Make or change annotations as one step, such as what one key marks on several pages."""
        held = {one.id: self.find(one.id) for one in wanted}
        differing = [one for one in wanted if (was := held[one.id]) is None or was.annotation != one]
        if len(differing) < 2:  # noqa: PLR2004 # reason: one is a step by itself
            for one in differing:
                self.put(one, words)
            return
        clock = self._context.now
        before = tuple(was.annotation for one in differing if (was := held[one.id]) is not None)
        made = tuple(one.id for one in differing if held[one.id] is None)
        for one in differing:
            self._lay_over(one, held[one.id])
        undo = partial(editing.take_back, made=made, before=before, clock=clock)
        do = partial(editing.store_all, wanted=tuple(differing), clock=clock)
        self._push(words, UseCaseCall(do), UseCaseCall(undo), "")

    def remove(self, annotation: str, words: str) -> None:
        """Take an annotation away."""
        held, clock = self.find(annotation), self._context.now
        if held is None:
            return
        before = held.annotation
        self._listed = tuple(one for one in self._listed if one is not held)
        self.annotations_changed.emit()
        do, undo = partial(_remove, annotation=before.id, clock=clock), partial(_put, annotation=before, clock=clock)
        self._push(words, UseCaseCall(do), UseCaseCall(undo), "")
        self._context.messages.note(words, can_undo=True)

    def unlink(self, annotation: str, criterion: str) -> None:
        """Take a passage from a criterion; one that then bears on nothing and says nothing goes."""
        held = self.find(annotation)
        if held is None or held.locked:
            return
        words = self.tr("Fundstelle von {key} gelöst").format(key=criterion)
        before = held.annotation
        rest = unlinked(before.links, criterion)
        if rest or before.note or before.tags:
            self.put(replace(before, links=rest), words)
            self._context.messages.note(words, can_undo=True)
        else:
            self.remove(annotation, words)

    def take_foreign(self) -> None:
        """Take over what other programs marked in the annexes; a round of an older Votum may lack what stands there."""
        if self._reading is not None:
            run = self._context.operations.run(missing_marks, self._reading.application.number, self._context.now())
            run.done(partial(self._on_missing_marks_done, self._reading.application.number)).rehearse()

    def _on_missing_marks_done(self, number: str, marks: tuple[Annotation, ...]) -> None:
        if not marks:
            self._context.messages.hint(self.tr("Alle Anmerkungen der Anlagen sind bereits importiert."))
            return
        words = self._context.messages.word("cli.annotations.taken", n=len(marks)).rstrip(".")
        do = UseCaseCall(partial(store_marks, marks=marks))
        undo = UseCaseCall(partial(drop_marks, marks=marks, clock=self._context.now))
        self._context.undo.push(Step(words, do, undo, Place(navigation.READING, number)))
        self._context.messages.note(words, can_undo=True)

    def _lay_over(self, after: Annotation, held: Listed | None) -> None:
        reading, self._is_held = self._reading, True
        if held is not None:
            changed = replace(held, annotation=after)
            self._listed = tuple(changed if one is held else one for one in self._listed)
        elif reading is not None:
            name = reading.me.name if reading.me is not None else ""
            label, order = field_label(after.target, reading.catalogue), ReadingOrder.of(reading.catalogue)
            made = Listed(after, reading.application.number, name, None, label, order.key(after))
            self._listed = tuple(sorted((*self._listed, made), key=lambda one: one.place))
        self.annotations_changed.emit()

    def _push(self, words: str, do: UseCaseCall, undo: UseCaseCall, merge: str) -> None:
        if self._reading is not None:
            place = Place(navigation.READING, self._reading.application.number, self._criterion)
            self._context.undo.push(Step(words, do, undo, place, merge))
