"""The list of annotations: its columns, its rows, its filter, and the model that filters and sorts them."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from enum import IntEnum
from typing import TYPE_CHECKING, Any, ClassVar, override

from PySide6.QtCore import QObject

from reviewer_app.domain.annotations.annotation import AnchorState, Kind
from reviewer_app.domain.annotations.listing import Order, ordered, spelt
from reviewer_app.services.annotations.editing import Listed, annotations
from reviewer_app.services.ports import UnitOfWork
from reviewer_app.ui.kit.list_model import ALL, ListCell, ListFilter, ListModel

if TYPE_CHECKING:
    from reviewer_app.domain.ids import PersonId

ORPHANED = AnchorState.ORPHANED.value
"""The segment of annotations that a newer version left without a place."""

SEGMENTS = (ALL, *(kind.value for kind in Kind), ORPHANED)


class AnnotationColumn(IntEnum):
    """The columns in their order; which are in sight depends on the size class."""

    KIND = 0
    PLACE = 1
    WORDS = 2
    CRITERIA = 3
    AUTHOR = 4
    TAGS = 5
    PRIVATE = 6


@dataclass(frozen=True, slots=True)
class AnnotationRow:
    """An annotation, and the letters of all that is looked for in it."""

    listed: Listed
    letters: str

    @property
    def segments(self) -> tuple[str, ...]:
        """The segments it belongs to."""
        one = self.listed.annotation
        return (ALL, one.kind.value, *((ORPHANED,) if one.state is AnchorState.ORPHANED else ()))


@dataclass(frozen=True, slots=True)
class AnnotationLine:
    """One annotation ready to be shown; `narrow` is the row where there is room for one cell."""

    id: str
    kind: Kind
    cells: dict[AnnotationColumn, ListCell] = field(default_factory=dict)
    narrow: ListCell = field(default_factory=ListCell)


@dataclass(frozen=True, slots=True)
class AnnotationFilter(ListFilter):
    """Narrows further by application, criterion, person and tag (empty: all)."""

    application: str = ""
    criterion: str = ""
    person: str = ""
    tag: str = ""


def load_rows(uow: UnitOfWork) -> tuple[AnnotationRow, ...]:
    """Load what the person at this desk may see; on the database thread, so that typing never waits for thousands."""
    return tuple(with_letters(one) for one in annotations(uow))


def with_letters(listed: Listed) -> AnnotationRow:
    """Return an annotation with its letters."""
    one = listed.annotation
    return AnnotationRow(listed, "\n".join(spelt(text) for text in (one.quote.text, one.note, *one.tags) if text))


class AnnotationModel(ListModel[AnnotationRow, AnnotationLine, AnnotationFilter]):
    """Rows of AnnotationRow; `word` gives the line of one, with the number it should name (empty: none).

    `names` are those of the people, for the order of authors.
    """

    word: Callable[[Listed, str], AnnotationLine]

    columns = AnnotationColumn
    order_of: ClassVar[Mapping[int, str]] = {
        AnnotationColumn.KIND: Order.KIND,
        AnnotationColumn.PLACE: Order.PLACE,
        AnnotationColumn.CRITERIA: Order.CRITERION,
        AnnotationColumn.AUTHOR: Order.AUTHOR,
    }

    def __init__(self, parent: QObject | None = None) -> None:
        """Start empty, sorted by place."""
        super().__init__(AnnotationFilter(), Order.PLACE, parent)
        self.names: Mapping[PersonId, str] = {}
        self._worded: dict[tuple[str, str], tuple[AnnotationRow, AnnotationLine]] = {}

    @override
    def key_of(self, row: AnnotationRow) -> str:
        return row.listed.annotation.id

    @override
    def text_of(self, row: AnnotationRow) -> str:
        return row.letters

    @override
    def spelt(self, word: str) -> str:
        return spelt(word)

    @override
    def narrowed(self, rows: list[AnnotationRow], wanted: AnnotationFilter) -> list[AnnotationRow]:
        if wanted.application:
            rows = [one for one in rows if one.listed.number == wanted.application]
        if wanted.criterion:
            rows = [one for one in rows if wanted.criterion in one.listed.annotation.criteria]
        if wanted.person:
            rows = [one for one in rows if one.listed.annotation.author == wanted.person]
        if wanted.tag:
            rows = [one for one in rows if wanted.tag in one.listed.annotation.tags]
        return [one for one in rows if wanted.segment in one.segments] if wanted.segment != ALL else rows

    @override
    def sort_keys(self, rows: list[AnnotationRow]) -> list[Any]:
        """Rank by the order, and by place, application after application, within equals."""
        places = {one.listed.annotation.id: (one.listed.number, *one.listed.place) for one in rows}
        every = (one.listed.annotation for one in rows)
        found = ordered(every, Order(str(self.order)), place=lambda one: places[one.id], names=self.names)
        ranks = {one.id: rank for rank, one in enumerate(found)}
        return [ranks[one.listed.annotation.id] for one in rows]

    @override
    def line_of(self, row: AnnotationRow) -> AnnotationLine:
        """Word an annotation when it comes into sight."""
        number = "" if self.filter.application else row.listed.number
        key = (self.key_of(row), number)
        known = self._worded.get(key)
        if known is not None and known[0] is row:
            return known[1]
        line = self.word(row.listed, number)
        self._worded[key] = row, line
        return line

    @override
    def words(self, line: AnnotationLine, column: int) -> str:
        return line.cells.get(AnnotationColumn(column), ListCell()).words
