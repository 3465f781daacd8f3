"""What a person enters into one review: shown at once, stored at once or within a second, undone as one stack.

Between the key and the store an answer lies over what was read; when everything is stored, what the store says counts.
"""

from collections.abc import Callable, Mapping
from datetime import datetime
from functools import partial

from PySide6.QtCore import QObject

from reviewer_app.domain import locale
from reviewer_app.domain.ids import ApplicationId, PersonId
from reviewer_app.domain.reviews.review import OVERALL, Gap, Missing, ReviewOrigin, missing_of
from reviewer_app.domain.scale import Value
from reviewer_app.services.changes import Outcome
from reviewer_app.services.ports import UnitOfWork
from reviewer_app.services.reviews import reviewing
from reviewer_app.services.reviews.reviewing import Reading, Stored
from reviewer_app.ui.shell import navigation
from reviewer_app.ui.shell.autosave import Autosave
from reviewer_app.ui.shell.context import Context
from reviewer_app.ui.shell.navigation import Place
from reviewer_app.ui.shell.undo import Step, UseCaseCall

type _Clock = Callable[[], datetime]
type _Whose = tuple[ApplicationId, PersonId | None, ReviewOrigin]


def _store_value(uow: UnitOfWork, clock: _Clock, whose: _Whose, key: str, value: Value | None) -> Outcome[Stored]:
    application, reviewer, origin = whose
    return reviewing.set_value(uow, application, key, value, clock(), reviewer=reviewer, origin=origin)


def _store_text(uow: UnitOfWork, clock: _Clock, whose: _Whose, key: str, text: str) -> Outcome[Stored]:
    application, reviewer, origin = whose
    if key == OVERALL:
        return reviewing.set_overall(uow, application, text, clock(), reviewer=reviewer, origin=origin)
    return reviewing.set_rationale(uow, application, key, text, clock(), reviewer=reviewer, origin=origin)


class ReviewAnswers(QObject):
    """The answers of the review in sight."""

    def __init__(self, context: Context, parent: QObject) -> None:
        super().__init__(parent)
        self._context = context
        self._autosave = Autosave(self)
        self._reading: Reading | None = None
        self._origin = ReviewOrigin.DESK
        self._values: dict[str, Value | None] = {}
        self._typed: dict[str, str] = {}
        self._sent: dict[str, str] = {}
        self._holds = True
        """Whether what was read holds, which it does not while a step is being taken back."""

    def show_reading(self, reading: Reading | None, origin: ReviewOrigin = ReviewOrigin.DESK) -> None:
        """Lie over another state of the store; `origin` is noted with answers entered for somebody else."""
        same = self._reading and reading and self._reading.application.id == reading.application.id
        if not same or self._reading is None or reading is None or self._reading.reviewer != reading.reviewer:
            self.flush()  # what was typed while the other one was read
            self.forget()
        elif self._context.operations.result_is_current:
            self._settle()
        self._holds |= self._context.operations.result_is_current
        self._reading, self._origin = reading, origin

    def _settle(self) -> None:
        """Everything handed over is stored, and what was read holds it: only what still waits lies over it."""
        waiting = self._autosave.waiting
        self._values.clear()
        self._sent.clear()
        self._typed = {key: text for key, text in self._typed.items() if key in waiting}

    # What is shown

    def value(self, key: str) -> Value | None:
        """Return the answer to a criterion."""
        if key in self._values:
            return self._values[key]
        review = self._reading.review if self._reading else None
        return review.value(key) if review else None

    def values(self) -> Mapping[str, Value | None]:
        """Return the answers to all criteria."""
        catalogue = self._reading.catalogue if self._reading else None
        return {one.key: self.value(one.key) for one in catalogue.criteria} if catalogue else {}

    def text(self, key: str) -> str:
        """Return the reason to a criterion, or the general impression (OVERALL)."""
        return self._typed[key] if key in self._typed else self._stored_text(key)

    def _stored_text(self, key: str) -> str:
        review = self._reading.review if self._reading else None
        if review is None:
            return ""
        return review.overall if key == OVERALL else review.rationale(key)

    def neighbour(self, key: str, step: int) -> str:
        """Return the criterion so many places on; after the last one comes OVERALL; empty where there is none."""
        keys = [*self.values(), OVERALL]
        place = keys.index(key) + step if key in keys else 0
        return keys[place] if 0 <= place < len(keys) and len(keys) > 1 else ""

    def missing(self) -> list[Missing]:
        """List what keeps the review from being handed in, with what is entered and not yet stored."""
        catalogue = self._reading.catalogue if self._reading else None
        return [
            gap
            for one in (catalogue.criteria if catalogue else ())
            if catalogue
            for gap in missing_of(catalogue, one, self.value(one.key), self.text(one.key))
        ]

    def next_missing(self, criterion: str = "", *, in_rationale: bool = False) -> Missing | None:
        """Return what is missing next after the scale, or the rationale, of a criterion, and round from the first."""
        found, keys = self.missing(), list(self.values())
        here = (keys.index(criterion), in_rationale) if criterion in keys else (-1, True)
        after = (one for one in found if (keys.index(one.criterion), one.gap is not Gap.SCORE) > here)
        return next(after, found[0] if found else None)

    @property
    def waits(self) -> bool:
        """Whether typed text is not handed over yet."""
        return self._autosave.waits

    # What is entered

    def set_value(self, key: str, value: Value | None) -> None:
        """Store an answer at once; None clears it."""
        reading, before = self._reading, self.value(key)
        if reading is None or (self._holds and value == before):
            return
        self._values[key] = value
        shown = locale.score(value, self._context.language, reading.catalogue.scale.decimals)
        text = f"{key}: {shown}" if value is not None else self.tr("{key}: Wert gelöscht").format(key=key)
        store = partial(_store_value, clock=self._context.now, whose=self._whose(reading), key=key)
        self._push(reading, key, text, store, value, before)

    def type_text(self, key: str, text: str) -> None:
        """Keep a text and store it within a second."""
        reading = self._reading
        if reading is not None:
            self._typed[key] = text
            self._autosave.note(key, partial(self._hand_over, reading, self._whose(reading), key))

    def flush(self) -> None:
        """Hand over everything typed."""
        self._autosave.flush()

    def forget(self) -> None:
        """Show what the store says from now on; everything typed must have been handed over."""
        for waiting in (self._values, self._typed, self._sent):
            waiting.clear()
        self._holds = False

    def _whose(self, reading: Reading) -> _Whose:
        foreign = reading.reviewer is not None and reading.me is not None and reading.reviewer.id != reading.me.id
        person = reading.reviewer.id if foreign and reading.reviewer else None
        return reading.application.id, person, self._origin

    def _hand_over(self, reading: Reading, whose: _Whose, key: str) -> None:
        text = self._typed.get(key, "")
        before = self._sent.get(key, self._stored_text(key))
        if text == before:
            return
        self._sent[key] = text
        words = self.tr("Gesamteindruck") if key == OVERALL else self.tr("{key}: Begründung").format(key=key)
        store = partial(_store_text, clock=self._context.now, whose=whose, key=key)
        merge = f"{whose[0]} {whose[1]} {key}"
        self._push(reading, key, words, store, text, before, merge)

    def _push(  # reason: the facts of one step
        self,
        reading: Reading,
        key: str,
        words: str,
        store: Callable[..., object],
        now: Value | str | None,
        before: Value | str | None,
        merge: str = "",
    ) -> None:
        name = "text" if isinstance(now, str) else "value"
        do, undo = UseCaseCall(partial(store, **{name: now})), UseCaseCall(partial(store, **{name: before}))
        place = Place(navigation.READING, reading.application.number, key)
        self._context.undo.push(Step(words, do, undo, place, merge, (name, *self._whose(reading), key)))
