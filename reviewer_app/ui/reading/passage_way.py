"""Leads to the passage that a place names, when its application is in sight; one without a place is placed there."""

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from reviewer_app.domain.annotation import AnchorState, FieldPlace, PagePlace, Style
from reviewer_app.services.annotating_many import store_all
from reviewer_app.ui.marks.annotations import place_anew
from reviewer_app.ui.pdf.reader import Passage
from reviewer_app.ui.reading.annexes.annex_list import FORM
from reviewer_app.ui.shell import navigation
from reviewer_app.ui.shell.messages import Band, Tone
from reviewer_app.ui.shell.navigation import Place
from reviewer_app.ui.shell.undo import Call, Step

if TYPE_CHECKING:
    from reviewer_app.domain.annotation import Annotation
    from reviewer_app.services.annotating import Listed
    from reviewer_app.ui.marks.annotations import NewMark
    from reviewer_app.ui.reading.annexes.annex_presenter import AnnexPresenter
    from reviewer_app.ui.reading.evidence_presenter import EvidencePresenter
    from reviewer_app.ui.reading.page import ReadingPage
    from reviewer_app.ui.shell.context import Context

_BAND = "orphan"
_LONGEST = 90


class PassageWay(QObject):
    """`waiting_changed` when more or fewer annotations of the application in sight have no place."""

    waiting_changed = Signal()

    def __init__(
        self, context: "Context", page: "ReadingPage", documents: "AnnexPresenter", evidence: "EvidencePresenter"
    ) -> None:
        """Belong to the presenter of evidence."""
        super().__init__(evidence)
        self._context = context
        self._page = page
        self._documents = documents
        self._evidence = evidence
        self._wanted = ""
        self._orphan: Listed | None = None
        self._waiting = 0
        evidence.acts.annotations_changed.connect(self._on_annotations_changed)
        evidence.claim = self._claims

    # Going there

    def want(self, annotation: str) -> None:
        """Go to a passage as soon as its application is in sight; empty wants none."""
        self._wanted = annotation
        self.stop()

    def _on_annotations_changed(self) -> None:
        listed = self._evidence.acts.listed
        waiting = sum(one.annotation.state is AnchorState.ORPHANED for one in listed)
        if waiting != self._waiting:
            self._waiting = waiting
            self.waiting_changed.emit()
        found = self._evidence.acts.find(self._wanted)
        if found is None:
            return
        wanted, self._wanted = self._wanted, ""
        if found.annotation.state is AnchorState.ORPHANED:
            self._begin(found)
        else:
            self._evidence.ways.jump(wanted)

    @property
    def waiting(self) -> int:
        """How many annotations of the application in sight wait for a place."""
        return self._waiting

    # Placing by hand

    def _begin(self, listed: "Listed") -> None:
        """Show the paper it stood in and say what to do."""
        self._orphan, annotation = listed, listed.annotation
        key = self._key(annotation)
        line = next((one for one in self._documents.lines if one.key == key and (one.sha256 or key == FORM)), None)
        if line is not None and self._documents.current != line.key:
            self._documents.open(line.key, ((annotation.page or 0) + 1, 0.0))
        elif line is not None and annotation.page is not None:
            self._page.halves.main.pages.go_to((annotation.page or 0) + 1)
        self._page.show_documents_beside()
        words = " ".join(annotation.quote.text.split())
        if len(words) > _LONGEST:
            words = f"{words[:_LONGEST]} …"
        title = self.tr("Neue Stelle markieren")
        text = self.tr("Wählen Sie Text aus, oder klicken Sie auf die Zeile, die jetzt für „{words}“ steht.")
        if annotation.style is Style.PAGE_NOTE:
            text = self.tr("Gehen Sie auf die Seite, für die sie jetzt gilt, oder wählen Sie dort Text aus.")
        elif annotation.style is Style.AREA:
            text = self.tr("Ziehen Sie das Rechteck mit R neu auf, oder wählen Sie Text aus.")
        elif not words:
            text = self.tr("Wählen Sie Text aus, oder klicken Sie auf die Zeile, für die sie jetzt gilt.")
        text = text.format(words=words)
        action = self.tr("Hier anbringen")
        self._context.messages.band(Band(_BAND, title, text, Tone.HINT, action, self.place, close=self.tr("Lassen")))

    def stop(self) -> None:
        """Place nothing."""
        if self._orphan is not None:
            self._orphan = None
            self._context.messages.band(Band(_BAND))

    def place(self) -> None:
        """Put the annotation at what is selected, or at the row one is at; where there is nothing, say so."""
        if self._orphan is None:
            return
        found = self._spot(self._orphan.annotation)
        if found is None:
            rows = self._evidence.fields.rows is not None
            nothing = self.tr("Noch ist keine Zeile ausgewählt.") if rows else self.tr("Noch ist kein Text ausgewählt.")
            self._context.messages.hint(nothing)
            return
        self._put(self._orphan, found)

    def _claims(self, passages: "tuple[Passage, ...]") -> bool:
        """Put what waits at the rectangle that was drawn for it; say whether that was done."""
        areas = tuple(one for one in passages if one.area)
        if self._orphan is None or not areas:
            return False
        spots = self._evidence.spots(areas)
        if spots:
            self._put(self._orphan, spots[0])
        return True

    def _put(self, listed: "Listed", found: "NewMark") -> None:
        orphan, clock = listed.annotation, self._context.now
        do = partial(place_anew, annotation=orphan.id, target=found.target, quote=found.quote, clock=clock)
        undo = partial(store_all, wanted=(orphan,), clock=clock)
        words = self.tr("Anmerkung hat wieder eine Stelle: {place}").format(place=self._words(found))
        place = Place(navigation.READING, listed.number, orphan.criteria[0] if orphan.criteria else "")
        self.stop()
        self._page.documents.take_focus()  # the band had it
        self._page.documents.reader.clear_selection()
        self._evidence.fields.settle()
        self._context.undo.push(Step(words, Call(do), Call(undo), place))
        self._context.messages.note(words, can_undo=True)

    def _spot(self, orphan: "Annotation") -> "NewMark | None":
        """Return where it would be put: the row one is at, the text selected; what was about a page, at the page."""
        if self._evidence.fields.rows is not None:
            return next(iter(self._evidence.fields.spots()), None)
        reader = self._page.documents.reader
        passages = reader.passages
        if not passages and orphan.style is Style.PAGE_NOTE and reader.view.count:
            passages = (Passage(reader.view.page - 1),)
        return next(iter(self._evidence.spots(passages)), None)

    def _words(self, spot: "NewMark") -> str:
        place = spot.target
        if isinstance(place, FieldPlace):
            return self._evidence.words.field(place)
        annex, page = (place.annex, place.page + 1) if isinstance(place, PagePlace) else ("", 0)
        return self.tr("{annex}, S.\u00a0{n}").format(annex=annex, n=page)

    def _key(self, annotation: "Annotation") -> str:
        """Return the key of the paper an annotation stood in."""
        place = annotation.target
        return self._evidence.fields.paper(place) if isinstance(place, FieldPlace) else annotation.annex
