"""An annotation that a newer version left without a place: put where it fits, marked by hand, or kept without one."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from fractions import Fraction
from functools import partial
from typing import TYPE_CHECKING, override

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QFocusEvent

from reviewer_app.domain import locale
from reviewer_app.domain.annotations.annotation import AnchorState, Annotation, Quote
from reviewer_app.services.annotations import editing, orphans
from reviewer_app.services.annotations.words import source
from reviewer_app.ui.kit.accessibility import set_tab_order
from reviewer_app.ui.kit.button import Button, ButtonKind
from reviewer_app.ui.kit.layout import ColumnLayout, RowLayout
from reviewer_app.ui.kit.scroll_column import VerticalScrollArea
from reviewer_app.ui.kit.text import ElidedText, Panel, Text
from reviewer_app.ui.kit.theme import Theme
from reviewer_app.ui.marks.annotations import place_orphan, push_orphan_step

if TYPE_CHECKING:
    from reviewer_app.domain.errors import VotumError
    from reviewer_app.domain.ids import AnnotationId
    from reviewer_app.services.annotations.editing import Listed
    from reviewer_app.services.annotations.orphans import PlaceCandidate
    from reviewer_app.services.changes import Outcome
    from reviewer_app.services.ports import UnitOfWork
    from reviewer_app.ui.annotations.page import AnnotationsPage
    from reviewer_app.ui.annotations.presenter import AnnotationsPresenter
    from reviewer_app.ui.shell.context import Context

_ANY = 16_777_215
"""Qt's own largest width of a widget."""

_LOW = 190

type _Clock = Callable[[], datetime]


@dataclass(frozen=True, slots=True)
class Offered:
    """A place that is offered: where, how well it fits, and the words there with what surrounds them."""

    place: str
    fit: str
    words: str


@dataclass(frozen=True, slots=True)
class OrphanView:
    """An annotation without a place: where it stood, its words with what surrounded them, what is offered.

    `offered` is None while it is being looked for; `locked` says why nothing can be done about it.
    """

    id: str
    place: str
    words: str
    offered: tuple[Offered, ...] | None = None
    locked: str = ""


class _Row(Panel):
    """One place that is offered, with the button that takes it."""

    def __init__(self, theme: Theme, offered: Offered) -> None:
        super().__init__("surface", "card")
        self.button = Button(theme, self.tr("Hier"), ButtonKind.OUTLINED)
        self.button.setAccessibleName(self.tr("Hier: {place}, {fit}").format(place=offered.place, fit=offered.fit))
        head = RowLayout(theme, gap=8)
        head.add(Text(offered.place, "strong"), (ElidedText(offered.fit, "small", "text2"), 1), self.button)
        ColumnLayout(theme, head, Text(offered.words, "small", wrap=True), gap=4, margins=(12, 8, 8, 10), parent=self)


class OrphanPanel(Panel):
    """`place_chosen` carries the number of an offered place; the two buttons are there for when none fits."""

    place_chosen = Signal(int)

    def __init__(self, theme: Theme) -> None:
        super().__init__("window", "left")
        self._theme = theme
        self._view: OrphanView | None = None
        self._rows: list[_Row] = []
        self.setAccessibleName(self.tr("Ohne Stelle"))
        self._title = Text(self.tr("Ohne Stelle"), "title")
        self._why = Text("", "small", "text2", wrap=True)
        self._words = Text("", "body", wrap=True)
        self._head = Text("", "label", "text2", wrap=True)
        self.mark_button = Button(theme, self.tr("Selbst markieren …"), ButtonKind.OUTLINED)
        self.keep_button = Button(theme, self.tr("Ohne Stelle behalten"), ButtonKind.FLAT)
        self._locked = Text("", "small", "text2", wrap=True)
        self._offers = ColumnLayout(theme, gap=6)
        inside = Panel("window")
        column = ColumnLayout(theme, gap=8, margins=(16, 14, 16, 14), parent=inside)
        column.add(self._title, self._why, self._words, self._head, self._offers)
        column.add(RowLayout(theme, self.mark_button, self.keep_button, 1, gap=8), self._locked, 1)
        ColumnLayout(theme, VerticalScrollArea(inside), parent=self)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.hide()

    @property
    def rows(self) -> list[_Row]:
        """What is offered, in its order."""
        return self._rows

    def show_orphan(self, view: OrphanView | None) -> None:
        """Show an annotation without a place; None hides the panel."""
        if view == self._view:
            return
        self._view = view
        focus = self.window().focusWidget()
        inside = focus is not None and self.isAncestorOf(focus)
        self.setVisible(view is not None)
        if view is None:
            return
        self._why.setText(self.tr("Bisherige Stelle: {place}").format(place=view.place))
        self._words.setText(view.words)
        self._show_offers(view.offered or ())
        self._head.setText(self._said(view))
        for button in (self.mark_button, self.keep_button):
            button.setVisible(not view.locked)
        self._locked.setText(view.locked)
        self._locked.setVisible(bool(view.locked))
        if inside:
            self.setFocus()

    def show_width(self, width: int) -> None:
        """Stand beside the list with a width in px; 0 stands below it."""
        self.show_ground("window", "left" if width else "top")
        self.setMinimumWidth(width)
        self.setMaximumWidth(width or _ANY)
        self.setMinimumHeight(0 if width else self._theme.em(_LOW))

    def _said(self, view: OrphanView) -> str:
        if view.offered is None:
            return self.tr("Mögliche Stellen werden gesucht …")
        if not view.offered:
            return self.tr("In der neuen Fassung wurde keine ähnliche Stelle gefunden.")
        return self.tr("Mögliche Stellen in der neuen Fassung")

    def _show_offers(self, offered: tuple[Offered, ...]) -> None:
        for row in self._rows:
            row.hide()
            row.deleteLater()
        self._rows = [_Row(self._theme, one) for one in offered]
        locked = bool(self._view and self._view.locked)
        for place, row in enumerate(self._rows):
            row.button.setVisible(not locked)
            row.button.setProperty("place", place)
            row.button.clicked.connect(self._on_row_button_clicked)
            self._offers.addWidget(row)
        set_tab_order([*(row.button for row in self._rows), self.mark_button, self.keep_button])

    @override
    def focusInEvent(self, event: QFocusEvent) -> None:
        """Hand the focus on to the first thing one can do."""
        super().focusInEvent(event)
        first = next((row.button for row in self._rows if not row.button.isHidden()), self.mark_button)
        if not first.isHidden():
            first.setFocus(event.reason())

    def _on_row_button_clicked(self) -> None:
        sender = self.sender()
        if sender is not None:
            self.place_chosen.emit(int(sender.property("place")))


def _keep(uow: "UnitOfWork", annotation: "AnnotationId", clock: _Clock) -> "Outcome[Annotation]":
    return editing.keep_without_place(uow, annotation, clock())


class OrphanPresenter(QObject):
    """Fills the panel beside the list for the annotation one is at."""

    def __init__(self, context: "Context", page: "AnnotationsPage", owner: "AnnotationsPresenter") -> None:
        super().__init__(page)
        self._context = context
        self._page = page
        self._owner = owner
        self._listed: Listed | None = None
        self._candidates: tuple[PlaceCandidate, ...] | None = None
        page.orphan.place_chosen.connect(self._on_place_chosen)
        page.orphan.keep_button.clicked.connect(self._on_keep_button_clicked)

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
            run.done(self._on_candidates_done).failed(partial(self._on_candidates_failed, listed.annotation.id)).read()
        self._listed = listed
        self._page.show_orphan(self._view(listed))

    def _on_candidates_done(self, found: "orphans.Candidates") -> None:
        if self._listed is not None and found.annotation == self._listed.annotation.id:
            self._candidates = found.places
            self._page.show_orphan(self._view(self._listed))

    def _on_candidates_failed(self, annotation: "AnnotationId", _error: "VotumError") -> None:
        if self._listed is not None and annotation == self._listed.annotation.id:
            self._candidates = ()
            self._page.show_orphan(self._view(self._listed))

    def _view(self, listed: "Listed") -> OrphanView:
        one, language = listed.annotation, self._context.language
        words = self._around(one.quote) or one.note or self.tr("Ohne Wortlaut")
        offered = None if self._candidates is None else tuple(self._offered(each) for each in self._candidates)
        locked = self.tr("Diese Anmerkung können Sie nicht ändern.") if listed.locked else ""
        return OrphanView(one.id, source(one, language, listed.label), words, offered, locked)

    def _offered(self, one: "PlaceCandidate") -> Offered:
        place = self.tr("{annex}, S.\u00a0{n}").format(annex=one.place.annex, n=one.place.page + 1)
        share = locale.share(Fraction(round(one.agreement * 100), 100), (), self._context.language)
        return Offered(place, self.tr("Übereinstimmung {share}").format(share=share), self._around(one.quote))

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
            one = found[number]
            words = self.tr("Anmerkung hat wieder eine Stelle: {annex}, S.\u00a0{n}").format(
                annex=one.place.annex, n=one.place.page + 1
            )
            place_orphan(self._context, listed.annotation, one.place, one.quote, words, self._owner.place)

    def _on_keep_button_clicked(self) -> None:
        if self._listed is not None:
            one = self._listed.annotation
            do = partial(_keep, annotation=one.id, clock=self._context.now)
            words = self.tr("Anmerkung ohne Stelle behalten")
            push_orphan_step(self._context, one, do, words, self._owner.place)
