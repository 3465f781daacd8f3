"""Where every answer of the form stands: rows of the main sheet, places of the tables.

Writer and check formulas share it; the reader does not, because people move things.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum

from resources.languages import SOURCE
from reviewer_app.domain.catalogue import Catalogue
from reviewer_app.domain.form.spec import Field, FieldKind, FormSection, ValueEntry
from reviewer_app.exchange.spreadsheet import column_letters

MAIN = "Antrag"
ANNEXES = "Anlagen"
HELP = "Hinweise"
LISTS = "_listen"
MARKER = "_votum"
MARKER_KEYS = ("form_version", "catalogue_id", "catalogue_version", "catalogue_sha256")

ID, LABEL, INPUT, UNIT, CHECK, HINT = 1, 2, 3, 4, 5, 6
HEAD_ROW = 5
STATE_ROW = 4
TABLE_HEAD_ROW = 4
TABLE_ID_ROW = 3
CHOICE_MARK = ":"
GAP_COLUMNS = 1


class RowKind(StrEnum):
    """What a row of the main sheet is."""

    SECTION = "section"
    ANSWER = "answer"
    COMPUTED = "computed"
    CHOICES = "choices"
    CHOICE = "choice"
    TABLE = "table"


@dataclass(frozen=True, slots=True)
class FormRow:
    """A row of the main sheet; a section row has no field, a choice row has its entry."""

    number: int
    kind: RowKind
    field: Field | None = None
    section: FormSection | None = None
    entry: ValueEntry | None = None
    by_office: bool = False

    @property
    def id(self) -> str:
        """The id in the hidden column: that of the field, for one choice `field:key`."""
        if self.field is None:
            return ""
        return f"{self.field.id}{CHOICE_MARK}{self.entry.key}" if self.entry else self.field.id

    @property
    def cell(self) -> str:
        """The place of the answer, absolute."""
        return f"${column_letters(INPUT)}${self.number}"


@dataclass(frozen=True, slots=True)
class TablePlace:
    """Where a table stands on its sheet: its first column and its data rows."""

    field: Field
    sheet: str
    first_column: int

    @property
    def first_row(self) -> int:
        """The first row of data."""
        return TABLE_HEAD_ROW + 1

    @property
    def last_row(self) -> int:
        """The last prepared row."""
        return TABLE_HEAD_ROW + self.field.prepared_rows

    def column(self, index: int) -> int:
        """Return the sheet column of the table's column `index` (from 0)."""
        return self.first_column + index

    def range(self, index: int) -> str:
        """Return the prepared cells of the column `index`, with the sheet, absolute."""
        letters = column_letters(self.column(index))
        return f"'{self.sheet}'!${letters}${self.first_row}:${letters}${self.last_row}"


@dataclass(frozen=True, slots=True)
class FormLayout:
    """All rows of the main sheet and all tables."""

    rows: tuple[FormRow, ...]
    tables: tuple[TablePlace, ...]

    @property
    def last_row(self) -> int:
        """The last row of the main sheet."""
        return self.rows[-1].number if self.rows else HEAD_ROW

    def answer(self, field_id: str) -> FormRow | None:
        """Return the row of a field (the head row of a multiple choice), or None."""
        return next((row for row in self.rows if row.id == field_id), None)

    def choices(self, field_id: str) -> tuple[FormRow, ...]:
        """Return the choice rows of a multiple choice."""
        return tuple(
            row
            for row in self.rows
            if row.kind is RowKind.CHOICE and row.field is not None and row.field.id == field_id
        )

    def table(self, field_id: str) -> TablePlace | None:
        """Return the place of a table, or None."""
        return next((place for place in self.tables if place.field.id == field_id), None)


def lay_out(catalogue: Catalogue) -> FormLayout:
    """Return where everything stands: the applicant's sections, then what the office fills in."""
    rows: list[FormRow] = []
    number = HEAD_ROW
    sections = catalogue.sections or (FormSection("", catalogue.title),)
    known = {section.key for section in sections}
    for section in sections:
        fields = [
            one
            for one in catalogue.fields
            if not one.by_office
            and (one.section == section.key or (one.section not in known and section is sections[0]))
        ]
        if not fields:
            continue
        number += 1
        rows.append(FormRow(number, RowKind.SECTION, section=section))
        for kind, field, entry in _lines(fields, catalogue):
            number += 1
            rows.append(FormRow(number, kind, field, entry=entry))
    office = [one for one in catalogue.fields if one.by_office]
    if office:
        number += 1
        rows.append(FormRow(number, RowKind.SECTION, by_office=True))
        for kind, field, entry in _lines(office, catalogue):
            number += 1
            rows.append(FormRow(number, kind, field, entry=entry, by_office=True))
    return FormLayout(tuple(rows), _tables(catalogue.fields))


def offered(catalogue: Catalogue, field: Field) -> tuple[ValueEntry, ...]:
    """Return the entries a field offers; retired ones stay readable but are not offered."""
    values = catalogue.value_lists.get(field.list)
    return tuple(entry for entry in values.entries if entry.valid_to is None) if values else ()


def sheets_of(layout: FormLayout) -> Mapping[str, tuple[TablePlace, ...]]:
    """Return the tables by sheet, in order."""
    found: dict[str, tuple[TablePlace, ...]] = {}
    for place in layout.tables:
        found[place.sheet] = (*found.get(place.sheet, ()), place)
    return found


def _lines(fields: list[Field], catalogue: Catalogue) -> Iterator[tuple[RowKind, Field, ValueEntry | None]]:
    for field in fields:
        if field.kind is FieldKind.MULTI:
            yield RowKind.CHOICES, field, None
            for entry in offered(catalogue, field):
                yield RowKind.CHOICE, field, entry
        elif field.kind is FieldKind.TABLE:
            yield RowKind.TABLE, field, None
        elif field.kind is FieldKind.COMPUTED:
            yield RowKind.COMPUTED, field, None
        else:
            yield RowKind.ANSWER, field, None


def _tables(fields: tuple[Field, ...]) -> tuple[TablePlace, ...]:
    places: list[TablePlace] = []
    next_column: dict[str, int] = {}
    for field in fields:
        if field.kind is not FieldKind.TABLE:
            continue
        sheet = field.sheet or field.label.read(SOURCE)[:31]
        first = next_column.get(sheet, 1)
        places.append(TablePlace(field, sheet, first))
        next_column[sheet] = first + len(field.columns) + GAP_COLUMNS
    return tuple(places)
