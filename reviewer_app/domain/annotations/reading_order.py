"""In which order one reads what is marked: the application as a whole, its form from above, its annexes by page."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from reviewer_app.domain.annotations.annotation import Annotation, FieldPlace, PagePlace, Quad
from reviewer_app.domain.annotations.cell_place import annex_of_place, sheet_of
from reviewer_app.domain.catalogue import Catalogue

_WHOLE, _FORM, _ANNEXES = range(3)
_SAME_LINE = 4.0
"""Points within which two places stand in one line, where the left one comes first."""


@dataclass(frozen=True, slots=True)
class ReadingOrder:
    """Where the form's fields and the columns of its tables stand; what is not among them comes behind, by name."""

    fields: Mapping[str, int] = field(default_factory=dict)
    columns: Mapping[tuple[str, str], int] = field(default_factory=dict)

    @classmethod
    def of(cls, catalogue: Catalogue) -> "ReadingOrder":
        """Return the order of a catalogue's form: section by section, as its fields are listed."""
        sections = {section.key: number for number, section in enumerate(catalogue.sections)}
        fields = sorted(catalogue.fields, key=lambda one: sections.get(one.section, len(sections)))
        return cls(
            {one.id: number for number, one in enumerate(fields)},
            {(one.id, column.id): number for one in fields for number, column in enumerate(one.columns)},
        )

    def key(self, annotation: Annotation) -> tuple[Any, ...]:
        """Return what sorts annotations of one application as one reads them."""
        place = annotation.target
        if isinstance(place, PagePlace):
            spot: tuple[Any, ...] = (_ANNEXES, place.annex, place.name, place.page, *_on_page(place))
        elif isinstance(place, FieldPlace):
            spot = self._in_table(place) if annex_of_place(place) else self._in_form(place)
        else:
            spot = (_WHOLE, "", "", 0, 0.0, 0.0)
        return (*spot, annotation.created, annotation.id)

    def _in_form(self, place: FieldPlace) -> tuple[Any, ...]:
        field_at = self.fields.get(place.field, len(self.fields))
        column_at = self.columns.get((place.field, place.column), len(self.columns)) if place.column else -1
        row = -1 if place.row is None else place.row
        return _FORM, f"{field_at:06}", place.field, row, float(column_at), 0.0

    def _in_table(self, place: FieldPlace) -> tuple[Any, ...]:
        """Take the letters of a column as the number they are in spreadsheets."""
        column = 0
        for letter in place.column:
            column = 26 * column + ord(letter) - ord("@")
        row = -1 if place.row is None else place.row
        return _ANNEXES, annex_of_place(place), sheet_of(place), row, float(column), 0.0


def _on_page(place: PagePlace) -> tuple[float, float]:
    """Return how far down and across a page a place begins, in points; the page as a whole comes first."""
    if place.quads:
        down, across = _begun(place.quads[0])
    elif place.area is not None:
        down, across = -place.area[3], place.area[0]
    else:
        return float("-inf"), 0.0
    return round(down / _SAME_LINE) * _SAME_LINE, across


def _begun(quad: Quad) -> tuple[float, float]:
    """Return where a line begins, seen as it is read: on a turned page its sides say which way is down."""
    left, top, lower_left, low = quad[0], quad[1], quad[4], quad[5]
    if abs(low - top) >= abs(lower_left - left):
        way = -1.0 if low <= top else 1.0
        return way * top, -way * left
    way = 1.0 if lower_left > left else -1.0
    return way * left, way * top
