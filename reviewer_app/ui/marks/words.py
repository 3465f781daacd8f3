"""Words annotations for the window: where one stands, what is marked, in which direction, and all of it spoken."""

from typing import TYPE_CHECKING

from reviewer_app.domain.annotations.annotation import (
    Annotation,
    Direction,
    FieldPlace,
    Kind,
    MarkStyle,
    PagePlace,
    WholePlace,
)
from reviewer_app.services.annotations.words import field_label, field_source
from reviewer_app.ui.kit.translated import Translated
from reviewer_app.ui.marks.passage_chips import PassageView

if TYPE_CHECKING:
    from reviewer_app.domain.catalogue import Catalogue
    from reviewer_app.domain.ids import PersonId
    from reviewer_app.services.annotations.editing import Listed
    from reviewer_app.ui.shell.context import Context


class AnnotationWords(Translated):
    """Words annotations of applications that have one catalogue."""

    def __init__(self, context: "Context") -> None:
        self._context = context
        self._catalogue: Catalogue | None = None

    def show_catalogue(self, catalogue: "Catalogue") -> None:
        """Call fields of the form as this catalogue does."""
        self._catalogue = catalogue

    def view(self, listed: "Listed", criterion: str, me: "PersonId | None") -> PassageView:
        """Return a passage as it stands in the list under a criterion."""
        annotation = listed.annotation
        short, spoken = self.place(annotation), self.place(annotation, spoken=True)
        direction = next((one.direction for one in annotation.links if one.criterion == criterion), Direction.NONE)
        said = {
            Direction.FOR: self.tr("dafür"),
            Direction.AGAINST: self.tr("dagegen"),
            Direction.NONE: "",
        }[direction]
        if annotation.author != me and listed.author:
            short, spoken = f"{listed.author} · {short}", f"{listed.author}, {spoken}"
        kind = "" if annotation.kind is Kind.EVIDENCE else self._kind(annotation)
        for words in (kind, said):
            if words:
                short, spoken = f"{short} · {words}", f"{spoken}, {words}"
        quote, is_quoted = self.quote(annotation), bool(annotation.quote.text)
        return PassageView(annotation.id, short, spoken, quote, may_unlink=not listed.locked, is_quoted=is_quoted)

    def place(self, annotation: Annotation, *, spoken: bool = False) -> str:
        """Return where an annotation stands, in short or as it is spoken."""
        place = annotation.target
        if isinstance(place, PagePlace):
            words = self.tr("{annex} Seite {n}") if spoken else self.tr("{annex} S.\u00a0{n}")
            return words.format(annex=place.annex, n=place.page + 1)
        if isinstance(place, FieldPlace):
            return self.field(place)
        return self.tr("Antrag")

    def field(self, place: FieldPlace) -> str:
        """Return a place in the form or in a table."""
        label = field_label(place, self._catalogue) if self._catalogue is not None else None
        return field_source(place, self._context.language, label)

    def quote(self, annotation: Annotation) -> str:
        """Return what is marked, else the note, else what has no words."""
        return annotation.quote.text or annotation.note or self._nameless(annotation)

    def _kind(self, annotation: Annotation) -> str:
        return self._context.messages.word(f"annotation.kind.{annotation.kind.value}")

    def _nameless(self, annotation: Annotation) -> str:
        if isinstance(annotation.target, WholePlace):
            return self.tr("der ganze Antrag")
        if isinstance(annotation.target, PagePlace) and annotation.target.quads:
            return self.tr("Wortlaut nicht lesbar")
        return self.tr("Rechteck") if annotation.style is MarkStyle.AREA else self.tr("ganze Seite")

    def spoken(self, annotation: Annotation) -> str:
        """Return an annotation in one line: kind, criteria, place, words."""
        kind = self._kind(annotation)
        criteria = ", ".join(annotation.criteria)
        where = self.place(annotation, spoken=True)
        parts = (f"{kind} {criteria}".strip(), where, " ".join(self.quote(annotation).split()))
        return ", ".join(part for part in parts if part)
