"""Placing by hand an annotation that lost its place: what it was about is shown, and a band says what to do."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from reviewer_app.domain.annotations.annotation import AnchorState, FieldPlace, MarkStyle, PagePlace
from reviewer_app.domain.annotations.cell_place import annex_of_place
from reviewer_app.ui.marks.annotations import place_orphan
from reviewer_app.ui.marks.viewer import SelectedPassage
from reviewer_app.ui.reading.annexes.annex_list import FORM
from reviewer_app.ui.shell import navigation
from reviewer_app.ui.shell.messages import Band, Tone
from reviewer_app.ui.shell.navigation import Place

if TYPE_CHECKING:
    from collections.abc import Sequence

    from reviewer_app.domain.annotations.annotation import Annotation
    from reviewer_app.services.annotations.editing import Listed
    from reviewer_app.ui.marks.annotations import NewMark
    from reviewer_app.ui.reading.evidence import EvidencePresenter
    from reviewer_app.ui.reading.page import ReadingPage
    from reviewer_app.ui.shell.context import Context

_BAND = "orphan"
_LONGEST = 90


class OrphanPlacing(QObject):
    """Goes to a passage that is wanted; where it has no place, asks for one and puts it there."""

    def __init__(self, context: "Context", page: "ReadingPage", evidence: "EvidencePresenter") -> None:
        super().__init__(evidence)
        self._context = context
        self._page = page
        self._evidence = evidence
        self._wanted = ""
        self._orphan: Listed | None = None
        evidence.annotations.annotations_changed.connect(self._on_annotations_changed)
        evidence.take_area = self._take_area

    def want(self, annotation: str) -> None:
        """Go to a passage, or place it, as soon as its application is in sight; empty wants none."""
        self._wanted = annotation
        self._stop()

    def _on_annotations_changed(self) -> None:
        found = self._evidence.annotations.find(self._wanted)
        if found is None:
            return
        wanted, self._wanted = self._wanted, ""
        if found.annotation.state is AnchorState.ORPHANED:
            self._begin(found)
        else:
            self._evidence.navigation.go_to(wanted)

    def _begin(self, listed: "Listed") -> None:
        """Show the annex it stood in and say what to do."""
        self._orphan, annotation = listed, listed.annotation
        place, presenter = annotation.target, self._evidence.annexes[0].presenter
        key = (annex_of_place(place) or FORM) if isinstance(place, FieldPlace) else annotation.annex
        if any(one.key == key and (one.sha256 or key == FORM) for one in presenter.lines):
            page = (annotation.page or 0) + 1
            if presenter.current != key:
                presenter.open_at(key, page)
            elif annotation.page is not None:
                self._page.annexes.first.pages.go_to(page)
        self._page.show_annexes()
        title, action = self.tr("Neue Stelle markieren"), self.tr("Hier anbringen")
        text, close = self._instruction(annotation), self.tr("Abbrechen")
        self._context.messages.band(Band(_BAND, title, text, Tone.HINT, action, self._place, close=close))

    def _instruction(self, annotation: "Annotation") -> str:
        words = " ".join(annotation.quote.text.split())
        if annotation.style is MarkStyle.PAGE_NOTE:
            return self.tr("Gehen Sie auf die Seite, für die sie jetzt gilt, oder wählen Sie dort Text aus.")
        if annotation.style is MarkStyle.AREA:
            return self.tr("Ziehen Sie das Rechteck mit R neu auf, oder wählen Sie Text aus.")
        if not words:
            return self.tr("Wählen Sie Text aus, oder klicken Sie auf die Zeile, für die sie jetzt gilt.")
        text = self.tr("Wählen Sie Text aus, oder klicken Sie auf die Zeile, die jetzt für „{words}“ steht.")
        return text.format(words=words if len(words) <= _LONGEST else f"{words[:_LONGEST]} …")

    def _stop(self) -> None:
        if self._orphan is not None:
            self._orphan = None
            self._context.messages.band(Band(_BAND))

    def _place(self) -> None:
        """Put the annotation at what is selected, or at the row one is at; where there is nothing, say so."""
        if self._orphan is None:
            return
        found = self._new_mark(self._orphan.annotation)
        if found is None:
            rows = self._evidence.active.rows is not None
            nothing = self.tr("Es ist keine Zeile ausgewählt.") if rows else self.tr("Es ist kein Text ausgewählt.")
            self._context.messages.hint(nothing)
            return
        self._put(self._orphan, found)

    def _take_area(self, passages: "Sequence[SelectedPassage]") -> bool:
        """Put what waits at the rectangle that was drawn for it; say whether there is one."""
        areas = tuple(one for one in passages if one.area)
        if self._orphan is None or not areas:
            return False
        marks = self._evidence.active.new_marks(areas)
        if marks:
            self._put(self._orphan, marks[0])
        return True

    def _put(self, listed: "Listed", found: "NewMark") -> None:
        orphan = listed.annotation
        words = self.tr("Anmerkung hat wieder eine Stelle: {place}").format(place=self._where(found))
        place = Place(navigation.READING, listed.number, orphan.criteria[0] if orphan.criteria else "")
        self._stop()
        self._page.annex.take_focus()  # the band had it
        self._evidence.active.clear_selection()
        place_orphan(self._context, orphan, found.target, found.quote, words, place)

    def _where(self, mark: "NewMark") -> str:
        place = mark.target
        if isinstance(place, FieldPlace):
            return self._evidence.words.field(place)
        annex, page = (place.annex, place.page + 1) if isinstance(place, PagePlace) else ("", 0)
        return self.tr("{annex}, S.\u00a0{n}").format(annex=annex, n=page)

    def _new_mark(self, orphan: "Annotation") -> "NewMark | None":
        """Return where it would be put: the row one is at, the text selected; what was about a page, at the page."""
        active = self._evidence.active
        passages, view = active.reader.passages, active.reader.view
        if active.rows is None and not passages and orphan.style is MarkStyle.PAGE_NOTE and view.count:
            return next(iter(active.new_marks((SelectedPassage(view.page - 1),))), None)
        return next(iter(active.selected()), None)
