"""Works off annotations that a newer version left without a place: each is put somewhere, or kept without one."""

from collections.abc import Callable
from datetime import datetime
from fractions import Fraction
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from reviewer_app.domain import display
from reviewer_app.domain.annotation import AnchorState, Annotation, Quote
from reviewer_app.services import annotating, orphans
from reviewer_app.services.annotating_many import store_all
from reviewer_app.services.annotation_words import source
from reviewer_app.ui.annotations.orphan_panel import Offered, OrphanView
from reviewer_app.ui.marks.annotations import place_anew
from reviewer_app.ui.shell import navigation
from reviewer_app.ui.shell.navigation import Place
from reviewer_app.ui.shell.undo import Call, Step

if TYPE_CHECKING:
    from reviewer_app.domain.errors import VotumError
    from reviewer_app.domain.ids import AnnotationId
    from reviewer_app.services.annotating import Listed
    from reviewer_app.services.changes import Outcome
    from reviewer_app.services.orphans import Candidate
    from reviewer_app.services.ports import UnitOfWork
    from reviewer_app.ui.annotations.page import AnnotationsPage
    from reviewer_app.ui.annotations.presenter import AnnotationsPresenter
    from reviewer_app.ui.shell.context import Context

type _Clock = Callable[[], datetime]


def _keep(uow: "UnitOfWork", annotation: "AnnotationId", clock: _Clock) -> "Outcome[Annotation]":
    return annotating.keep_without_place(uow, annotation, clock())


class OrphanPresenter(QObject):
    """Fills the panel beside the list for the annotation one is at."""

    def __init__(self, context: "Context", page: "AnnotationsPage", owner: "AnnotationsPresenter") -> None:
        """Belong to the list's page."""
        super().__init__(page)
        self._context = context
        self._page = page
        self._owner = owner
        self._listed: Listed | None = None
        self._candidates: tuple[Candidate, ...] | None = None
        page.orphan.place_chosen.connect(self._on_place_chosen)
        page.orphan.mark_wanted.connect(self._on_mark_wanted)
        page.orphan.keep_wanted.connect(self._on_keep_wanted)

    def show(self, listed: "Listed | None") -> None:
        """Show what can be done about an annotation; nothing where it has its place."""
        waits = listed is not None and listed.annotation.state is AnchorState.ORPHANED
        if listed is None or not waits:
            self._listed = self._candidates = None
            self._page.show_orphan(None)
            return
        if self._listed is None or listed.annotation != self._listed.annotation:
            self._candidates = None
            run = self._context.operations.run(orphans.candidates, listed.annotation.id)
            run.done(self._on_candidates_done).failed(self._on_candidates_failed).read()
        self._listed = listed
        self._page.show_orphan(self._view(listed))

    def _on_candidates_done(self, found: "orphans.Candidates") -> None:
        if self._listed is not None and found.annotation == self._listed.annotation.id:
            self._candidates = found.places
            self._page.show_orphan(self._view(self._listed))

    def _on_candidates_failed(self, _error: "VotumError") -> None:
        if self._listed is not None:
            self._candidates = ()
            self._page.show_orphan(self._view(self._listed))

    def _view(self, listed: "Listed") -> OrphanView:
        one, language = listed.annotation, self._context.language
        words = self._around(one.quote) or one.note or self.tr("Ohne Wortlaut")
        offered = None if self._candidates is None else tuple(self._offered(each) for each in self._candidates)
        locked = self.tr("Diese Anmerkung können Sie nicht ändern.") if listed.locked else ""
        return OrphanView(one.id, source(one, language, listed.label), words, offered, locked)

    def _offered(self, one: "Candidate") -> Offered:
        place = self.tr("{annex}, S.\u00a0{n}").format(annex=one.place.annex, n=one.place.page + 1)
        share = display.share(Fraction(round(one.agreement * 100), 100), language=self._context.language)
        return Offered(place, self.tr("passt zu {share}").format(share=share), self._around(one.quote))

    def _around(self, quote: Quote) -> str:
        """Return quoted words between those that surround them."""
        words = " ".join(quote.text.split())
        if not words:
            return ""
        before, after = (" ".join(part.split()) for part in (quote.before, quote.after))
        marked = self.tr("„{quote}“").format(quote=words)
        return " ".join(
            part for part in (f"… {before}" if before else "", marked, f"{after} …" if after else "") if part
        )

    # What a person does

    def _on_place_chosen(self, number: int) -> None:
        listed, found = self._listed, self._candidates or ()
        if listed is not None and number < len(found):
            one, clock = found[number], self._context.now
            words = self.tr("Anmerkung hat wieder eine Stelle: {annex}, S.\u00a0{n}").format(
                annex=one.place.annex, n=one.place.page + 1
            )
            do = partial(place_anew, annotation=listed.annotation.id, target=one.place, quote=one.quote, clock=clock)
            self._push(words, do, listed.annotation)

    def _on_keep_wanted(self) -> None:
        if self._listed is not None:
            one = self._listed.annotation
            do = partial(_keep, annotation=one.id, clock=self._context.now)
            self._push(self.tr("Anmerkung ohne Stelle behalten"), do, one)

    def _on_mark_wanted(self) -> None:
        if self._listed is not None:
            one = self._listed.annotation
            criterion = one.criteria[0] if one.criteria else ""
            self._owner.place_wanted.emit(Place(navigation.READING, self._listed.number, criterion, one.id))

    def _push(self, words: str, do: "Callable[..., object]", before: Annotation) -> None:
        undo = partial(store_all, wanted=(before,), clock=self._context.now)
        self._context.undo.push(Step(words, Call(do), Call(undo), self._owner.place))
        self._context.messages.note(words, can_undo=True)
