"""The popover at a mark: shows one annotation and brings what a person changes there to the store, step by step.

Several marks on the very same passage for one criterion are one after the other in it.
"""

from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QRect, Signal

from reviewer_app.domain import locale
from reviewer_app.domain.annotations.annotation import (
    AnchorState,
    Annotation,
    Direction,
    Kind,
    Link,
    clean_tags,
    linked,
    unlinked,
)
from reviewer_app.domain.errors import MendableError
from reviewer_app.domain.reviews.permissions import Denial
from reviewer_app.services.annotations.editing import Listed
from reviewer_app.ui.kit.accessibility import announce
from reviewer_app.ui.kit.popover import Popover
from reviewer_app.ui.reading.mark_card import LinkView, MarkCard, MarkView
from reviewer_app.ui.shell.autosave import Autosave

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QWidget

    from reviewer_app.services.reviews.reviewing import Reading
    from reviewer_app.ui.marks.annotations import ApplicationAnnotations
    from reviewer_app.ui.marks.words import AnnotationWords
    from reviewer_app.ui.reading.evidence import PassageIndex
    from reviewer_app.ui.shell.context import Context

_WIDTH = 424


class MarkPopover(QObject):
    """Opens one popover at a time; `stepped` carries the id of another annotation at the passage that it shows now."""

    stepped = Signal(str)

    def __init__(
        self,
        context: "Context",
        annotations: "ApplicationAnnotations",
        words: "AnnotationWords",
        index: "PassageIndex",
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._context = context
        self._annotations = annotations
        self._words = words
        self._index = index
        self._key = ""
        self._reading: Reading | None = None
        self._shown: Annotation | None = None
        self._typed: str | None = None
        self._stored = False
        self._autosave = Autosave(self)
        self._popover: Popover | None = None
        self._card: MarkCard | None = None
        annotations.annotations_changed.connect(self._on_annotations_changed)

    # Showing

    def show_reading(self, reading: "Reading") -> None:
        """Take the catalogue and the people of an application."""
        if self._reading is not None and reading.application.id != self._reading.application.id:
            self.close()
        self._reading = reading

    def open(
        self, annotation: Annotation, anchor: "QWidget", at: QRect | None = None, *, note: bool = False, key: str = ""
    ) -> None:
        """Open at `anchor`, or its part `at`; one that is not stored yet is with the first thing entered.

        With `note` the focus begins at the text. What else stands there for the criterion `key` can be stepped to.
        """
        self.close()
        self._shown, self._typed, self._key = annotation, None, key
        kinds = {kind.value: self._context.messages.word(f"annotation.kind.{kind.value}") for kind in Kind}
        card = MarkCard(self._context.theme, kinds)
        self._card = card
        popover = Popover(self._context.theme, card, self._index.spoken(annotation, key), anchor, card.stops)
        self._popover = popover
        if note:
            card.want_note()
        self._show()
        card.steps.step_wanted.connect(self._on_steps_step_wanted)
        card.kinds.segment_chosen.connect(self._on_kinds_segment_chosen)
        card.direction_chosen.connect(self._on_card_direction_chosen)
        card.link_wanted.connect(self._on_card_link_wanted)
        card.unlink_wanted.connect(self._on_card_unlink_wanted)
        card.private.clicked.connect(self._on_private_clicked)
        card.note.text_typed.connect(self._on_note_text_typed)
        card.note.left.connect(self.flush)
        card.tags_entered.connect(self._on_card_tags_entered)
        card.delete_wanted.connect(self._on_card_delete_wanted)
        card.note.scale_wanted.connect(popover.close_over)
        card.size_changed.connect(popover.fit)
        popover.closed.connect(partial(self._on_popover_closed, popover))
        popover.open(width=_WIDTH, at=at)

    def close(self) -> None:
        """Close what is open, with everything entered handed over."""
        if self._popover is not None:
            self._popover.close_over()

    @property
    def card(self) -> MarkCard | None:
        """What is in the popover while it is open."""
        return self._card

    def _show(self) -> None:
        reading, shown, card = self._reading, self._shown, self._card
        if reading is None or shown is None or card is None:
            return
        listed = self._annotations.find(shown.id)
        self._stored = listed is not None
        criteria = reading.catalogue.criteria
        titles = {one.key: one.title.read(self._context.language) for one in criteria}
        others = tuple((key, f"{key}  {title}") for key, title in titles.items() if key not in shown.criteria)
        card.show_mark(
            MarkView(
                shown.kind.value,
                self._words.place(shown),
                self._words.quote(shown),
                self._facts(shown, listed),
                tuple(LinkView(one.criterion, titles.get(one.criterion, ""), one.direction) for one in shown.links),
                others,
                shown.note if self._typed is None else self._typed,
                ", ".join(shown.tags),
                tuple(self._annotations.tags),
                shown.private,
                self._locked(listed),
                stored=self._stored,
                sealed=self._sealed(shown),
                step=self._index.position(shown, self._key),
            )
        )

    def _facts(self, shown: Annotation, listed: Listed | None) -> str:
        author = listed.author if listed is not None and listed.author else ""
        state = self.tr("ohne Stelle") if shown.state is AnchorState.ORPHANED else ""
        state = state or (self.tr("Wortlaut geändert") if shown.reworded else "")
        day = locale.day(shown.created.date(), self._context.language)
        return " · ".join(part for part in (state, author, day) if part)

    def _locked(self, listed: Listed | None) -> str:
        if listed is None or not listed.locked:
            return ""
        return self._context.messages.explain(MendableError(listed.locked.code, listed.number))

    def _sealed(self, shown: Annotation) -> str:
        """Say why what is for me alone stays so: it would change what was handed in."""
        words = {
            Denial.SUBMITTED: self.tr("Das eingereichte Gutachten bleibt unverändert. Diese Anmerkung sehen nur Sie."),
            Denial.WITHDRAWN: self.tr("Der Antrag ist zurückgezogen. Diese Anmerkung sehen nur Sie."),
        }
        reading = self._reading
        locked = reading.locked if reading is not None and shown.private else None
        return words.get(locked, "") if locked is not None else ""

    def _on_annotations_changed(self) -> None:
        """Show what the store says now; one that is gone closes."""
        if self._shown is None or self._popover is None:
            return
        listed = self._annotations.find(self._shown.id)
        if listed is not None:
            self._shown = listed.annotation
            self._show()
        elif self._stored:
            self._typed = None
            self.close()

    def _on_popover_closed(self, popover: Popover) -> None:
        self.flush()
        if popover is self._popover:
            self._popover = self._card = self._shown = None

    # What a person does

    def flush(self) -> None:
        """Hand over everything typed."""
        if self._card is not None and self._card.tags.isModified():
            self._card.tags.setModified(False)
            self._on_card_tags_entered(self._card.tags.text())
        self._autosave.flush()

    def _put(self, after: Annotation, words: str, merge: str = "") -> None:
        self._shown = after
        self._annotations.put(after, words, merge)

    def _on_steps_step_wanted(self, step: int) -> None:
        """Show what stands before or after it at the passage, round and round, with everything entered handed over."""
        self.flush()
        if self._shown is None or self._card is None or self._popover is None:
            return
        ids = self._index.ids(self._shown, self._key)
        following = self._annotations.find(ids[(ids.index(self._shown.id) + step) % len(ids)])
        if following is not None:
            self._shown, self._typed = following.annotation, None
            self._card.begin()
            self._show()
            self._popover.setAccessibleName(self._index.spoken(self._shown, self._key))
            self.stepped.emit(self._shown.id)

    def _on_note_text_typed(self, text: str) -> None:
        if self._shown is not None:
            self._typed = text
            self._autosave.note(self._shown.id, self._hand_over)

    def _hand_over(self) -> None:
        typed, self._typed = self._typed, None
        if self._shown is not None and typed is not None and (typed or self._stored):
            after = replace(self._shown, note=typed)
            self._put(after, self.tr("Anmerkung geschrieben"), f"note {after.id}")

    def _change(self, change: "Callable[[Annotation], Annotation]", words: str, *, is_announced: bool = False) -> None:
        """Change what is shown, with everything typed handed over before."""
        self._autosave.flush()
        if self._shown is not None:
            self._put(change(self._shown), words)
            if is_announced and self._card is not None:
                announce(self._card, words)

    def _on_kinds_segment_chosen(self, kind: str) -> None:
        words = self.tr("Anmerkung: {kind}").format(kind=self._context.messages.word(f"annotation.kind.{kind}"))
        self._change(lambda one: replace(one, kind=Kind(kind)), words, is_announced=True)

    def _on_card_direction_chosen(self, key: str, direction: str) -> None:
        link, words = Link(key, Direction(direction)), self.tr("Richtung für {key}").format(key=key)
        self._change(lambda one: replace(one, links=linked(one.links, link)), words)

    def _on_card_link_wanted(self, key: str) -> None:
        words = self.tr("Fundstelle mit {key} verknüpft").format(key=key)
        self._change(lambda one: replace(one, links=linked(one.links, Link(key))), words, is_announced=True)

    def _on_card_unlink_wanted(self, key: str) -> None:
        words = self.tr("Fundstelle von {key} gelöst").format(key=key)
        self._change(lambda one: replace(one, links=unlinked(one.links, key)), words, is_announced=True)

    def _on_private_clicked(self, private: bool) -> None:  # noqa: FBT001 # reason: the signal's argument
        words = self.tr("Anmerkung nur für mich") if private else self.tr("Anmerkung im Gutachten")
        self._change(lambda one: replace(one, private=private), words)

    def _on_card_tags_entered(self, text: str) -> None:
        tags = clean_tags(text.split(","))
        self._change(lambda one: replace(one, tags=tags), self.tr("Schlagwörter geändert"))

    def _on_card_delete_wanted(self) -> None:
        if self._shown is not None:
            self._autosave.flush()
            annotation, self._typed = self._shown.id, None
            self.close()
            self._annotations.remove(annotation, self.tr("Anmerkung gelöscht"))
