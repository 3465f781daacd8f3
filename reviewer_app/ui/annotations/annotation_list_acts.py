"""What a person does with the annotations chosen in their list: each act one step of the one undo stack."""

from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QApplication

from reviewer_app.domain.annotation import Annotation, Link, linked
from reviewer_app.services.annotating_many import remove_all, store_all
from reviewer_app.services.annotation_words import quoted, source
from reviewer_app.ui.kit.announcing import announce
from reviewer_app.ui.shell import navigation
from reviewer_app.ui.shell.navigation import Place
from reviewer_app.ui.shell.undo import Call, Step

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from reviewer_app.domain.errors import VotumError
    from reviewer_app.domain.ids import AnnotationId
    from reviewer_app.ui.annotations.page import AnnotationsPage
    from reviewer_app.ui.annotations.presenter import AnnotationsPresenter
    from reviewer_app.ui.annotations.words import AnnotationListWords
    from reviewer_app.ui.shell.context import Context


class AnnotationListActs(QObject):
    """Works on what is chosen; what this person may not change is left as it is."""

    def __init__(
        self, context: "Context", page: "AnnotationsPage", words: "AnnotationListWords", owner: "AnnotationsPresenter"
    ) -> None:
        """Belong to the list's page."""
        super().__init__(page)
        self._context = context
        self._page = page
        self._words = words
        self._owner = owner
        self._target: Path | None = None
        self._ahead: dict[AnnotationId, Annotation | None] = {}
        context.operations.operation_failed.connect(self._on_operation_failed)

    def settle(self) -> None:
        """Go by the list again once it was read with every change in it."""
        if self._context.operations.told_all:
            self._ahead.clear()

    def _on_operation_failed(self, _error: "VotumError") -> None:
        self._ahead.clear()

    def open(self) -> None:
        """Go to where the annotation one is at stands."""
        listed = self._owner.current
        if listed is not None:
            one = listed.annotation
            criterion = one.criteria[0] if one.criteria else ""
            self._owner.place_wanted.emit(Place(navigation.READING, listed.number, criterion, one.id))

    def copy(self) -> None:
        """Put the words of all chosen on the clipboard, each with its source."""
        language = self._context.language
        lines = []
        for listed in self._owner.chosen:
            one = listed.annotation
            words, where = one.quote.text or one.note, source(one, language, listed.label)
            lines.append(quoted(words, where, language) if words else where)
        if lines:
            QApplication.clipboard().setText("\n".join(lines))

    def link(self) -> None:
        """Ask for a criterion and make all chosen evidence for it."""
        from reviewer_app.ui.marks.criterion_dialog import CriterionDialog

        identity = self._context.identity
        if identity is None:
            return
        window, language = self._page.window(), self._context.language
        key = CriterionDialog.ask(self._context.theme, window, identity.catalogue, language)
        if key:
            self._change(
                lambda one: replace(one, links=linked(one.links, Link(key))) if key not in one.criteria else one,
                lambda n: self._words.linked(n, key),
            )

    def unlink(self) -> None:
        """Take all chosen from their criteria."""
        self._change(lambda one: replace(one, links=()), self._words.unlinked)

    def hide(self) -> None:
        """Make all chosen private; where they are so already, visible again."""
        private = any(not one.private for one in self._open_ones())
        self._change(
            lambda one: replace(one, private=private), lambda n: self._words.hidden(n, private=private)
        )  # fmt: skip

    def confirm(self) -> None:
        """Take note of the words that stand at the chosen ones' places now."""
        self._change(lambda one: replace(one, reworded=False), self._words.confirmed)

    def remove(self) -> None:
        """Delete all chosen."""
        before = self._open_ones()
        if before:
            ids, clock = tuple(one.id for one in before), self._context.now
            self._push(
                self._words.removed(len(before)),
                Call(partial(remove_all, wanted=ids, clock=clock)),
                Call(partial(store_all, wanted=before, clock=clock)),
            )
            self._ahead |= dict.fromkeys(ids)

    def export(self) -> None:
        """Ask for a file and write what is in sight into it, of one application or several; what is private stays."""
        from reviewer_app.services.handing_out_evidence import write_evidence
        from reviewer_app.ui.shell.file_questions import FileQuestions

        number = self._owner.only_application
        word = self._context.messages.word("evidence.sheet")
        target = FileQuestions.evidence(self._page.window(), f"{word}-{number}" if number else word)
        if target is not None:
            only = frozenset(one.annotation.id for one in self._owner.shown)
            run = self._context.operations.run(write_evidence, number or None, target, self._context.language, only)
            self._target = target
            run.done(self._on_export_done).failed(self._on_export_failed).read()

    def _on_export_done(self, count: int) -> None:
        words = self._words.count(count)
        self._context.messages.note(self.tr("{n} gespeichert: {path}").format(n=words, path=self._target))

    def _on_export_failed(self, error: "VotumError") -> None:
        self._context.messages.tell(error)

    def _open_ones(self) -> tuple[Annotation, ...]:
        """Return what is chosen and may be changed, with changes of which the store has not told yet."""
        chosen = (one.annotation for one in self._owner.chosen if not one.locked)
        known = (self._ahead.get(one.id, one) for one in chosen)
        return tuple(one for one in known if one is not None)

    def _change(self, change: "Callable[[Annotation], Annotation]", said: "Callable[[int], str]") -> None:
        before = tuple(one for one in self._open_ones() if change(one) != one)
        if before:
            after, clock = tuple(change(one) for one in before), self._context.now
            self._push(
                said(len(before)),
                Call(partial(store_all, wanted=after, clock=clock)),
                Call(partial(store_all, wanted=before, clock=clock)),
            )
            self._ahead |= {one.id: one for one in after}

    def _push(self, words: str, do: Call, undo: Call) -> None:
        self._context.undo.push(Step(words, do, undo, self._owner.place))
        self._context.messages.note(words, can_undo=True)
        announce(self._page, words)
