"""Finds the fields of the form in a workbook, by id, else by label, wherever sheets, rows or columns were moved."""

import tomllib
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import cache

from resources import path
from resources.languages import LANGUAGES
from resources.messages import text
from reviewer_app.domain.catalogue import Catalogue
from reviewer_app.domain.form.spec import Field, FieldKind
from reviewer_app.exchange.application_form.layout import CHOICE_MARK, INPUT, LISTS, MARKER
from reviewer_app.exchange.cleaning import alike
from reviewer_app.exchange.spreadsheet import Cell, Sheet, Workbook, column_letters

_FILE = ("templates", "member_heads.toml")
_MOST_HEAD = 120


def heads_of(table: Field) -> dict[str, tuple[int, str]]:
    """Give rank and column id by the folded head; the lower rank counts where two heads mean one column.

    What the catalogue calls a column comes first, unless the data rank it: `Name` beside `Firma` is a person's.
    """
    heads: dict[str, tuple[int, str]] = {}
    for column in reversed(table.columns):
        for rank, head in reversed(list(enumerate(_written().get(column.role, ()), 1))):
            heads[alike(head)] = (rank, column.id)
    for column in reversed(table.columns):
        for name in _own(column):
            if heads.get(name, (0, ""))[1] != column.id:
                heads[name] = (0, column.id)
    return heads


def columns_in(row: Mapping[int, Cell], heads: Mapping[str, tuple[int, str]]) -> dict[str, int]:
    """Give the columns that the heads in a row name, by id."""
    found: dict[str, tuple[int, int]] = {}
    for place, cell in sorted(row.items()):
        known = heads.get(_folded(cell.value)) if isinstance(cell.value, str) else None
        if known is not None and (known[1] not in found or known[0] < found[known[1]][0]):
            found[known[1]] = (known[0], place)
    return {name: place for name, (_, place) in found.items()}


def _own(column: Field) -> set[str]:
    names = {alike(column.id)}
    for language in LANGUAGES:
        name = column.label.read(language)
        names |= {alike(name), alike(f"{name} ({column.unit.read(language)})")}
    return names


def _folded(head: str) -> str:
    return alike(head[:_MOST_HEAD])


@cache
def _written() -> Mapping[str, tuple[str, ...]]:
    table = tomllib.loads(path(*_FILE).read_text(encoding="utf-8"))
    return {role: tuple(heads) for role, heads in table.items()}


_LEAST_LABELS = 3
_LABEL_SHARE = 0.6


@dataclass(frozen=True, slots=True)
class AnswerCell:
    """Where an answer was found; `cell` None where nothing stands there."""

    sheet: str
    row: int
    column: int
    cell: Cell | None

    @property
    def place(self) -> str:
        """The place as people name it: `Antrag!C12`."""
        return f"{self.sheet}!{column_letters(self.column)}{self.row}"


@dataclass(frozen=True, slots=True)
class TableArea:
    """Where a table was found: its columns by id, and its filled rows in order."""

    sheet: Sheet
    head_row: int
    columns: Mapping[str, int]
    rows: tuple[int, ...]


@dataclass(slots=True)
class Recognised:
    """What was found: answers by field id, choices by field id and key, tables by id, ids nobody knows."""

    answers: dict[str, AnswerCell] = field(default_factory=dict)
    choices: dict[str, dict[str, AnswerCell]] = field(default_factory=dict)
    tables: dict[str, TableArea] = field(default_factory=dict)
    twice: list[AnswerCell] = field(default_factory=list)
    unknown: list[str] = field(default_factory=list)
    by_label: list[AnswerCell] = field(default_factory=list)

    def has(self, one: Field) -> bool:
        """Say whether a field was found."""
        return one.id in self.answers or one.id in self.choices or one.id in self.tables


def recognise(book: Workbook, catalogue: Catalogue) -> Recognised:
    """Find everything of the catalogue's form in a workbook."""
    found = Recognised()
    sheets = [sheet for sheet in book.sheets if sheet.name.casefold() not in (MARKER, LISTS)]
    _find_tables_by_id(sheets, catalogue, found)
    _find_answers_by_id(sheets, catalogue, found)
    _find_tables_by_label(sheets, catalogue, found)
    _find_answers_by_label(sheets, catalogue, found)
    return found


def _texts(sheet: Sheet) -> Iterator[tuple[int, int, str]]:
    """Yield row, column and text of every cell that holds one."""
    for row in sorted(sheet.rows):
        for column, cell in sheet.rows[row].items():
            if isinstance(cell.value, str):
                yield row, column, cell.value


def _spot(sheet: Sheet, row: int, column: int) -> AnswerCell:
    return AnswerCell(sheet.name, row, column, sheet.rows.get(row, {}).get(column))


def _input_heads(sheet: Sheet) -> list[tuple[int, int]]:
    """Give (row, column) of each head that stands over the answers."""
    heads = {alike(text("form.head_input", language)) for language in LANGUAGES}
    return [(row, column) for row, column, value in _texts(sheet) if len(value) < 40 and alike(value) in heads]  # noqa: PLR2004  # a head is short


def _input_column(heads: list[tuple[int, int]], row: int, otherwise: int) -> int:
    above = [column for head, column in heads if head < row]
    return above[-1] if above else heads[0][1] if heads else otherwise


def _find_answers_by_id(sheets: list[Sheet], catalogue: Catalogue, found: Recognised) -> None:
    known = {one.id: one for one in catalogue.fields}
    for sheet in sheets:
        ids = [
            (row, column, value.strip())
            for row, column, value in _texts(sheet)
            if value.strip().partition(CHOICE_MARK)[0] in known
        ]
        if not ids:
            continue
        counts = Counter(column for _, column, _ in ids)
        id_column = min(counts, key=lambda column: (-counts[column], column))
        heads = _input_heads(sheet)
        if counts[id_column] < _LEAST_LABELS and not heads:
            continue
        for row, column, name in ids:
            if column == id_column:
                input_column = _input_column(heads, row, column + INPUT - 1)
                _note_answer(found, known, name, _spot(sheet, row, input_column))
        _note_unknown(sheet, id_column, known, found)


def _note_answer(found: Recognised, known: Mapping[str, Field], name: str, spot: AnswerCell) -> None:
    field_id, _, key = name.partition(CHOICE_MARK)
    one = known[field_id]
    if one.kind is FieldKind.TABLE:
        return
    if key:
        kept = found.choices.setdefault(field_id, {})
        name = key
    else:
        kept = found.answers
    before = kept.get(name)
    if before is None or before.cell is None:
        kept[name] = spot
    elif spot.cell is not None and spot.cell.value != before.cell.value:
        found.twice.append(spot)


def _note_unknown(sheet: Sheet, id_column: int, known: Mapping[str, Field], found: Recognised) -> None:
    """Note what looks like an id of ours and is none: a field of another version of the form."""
    for row in sorted(sheet.rows):
        cell = sheet.rows[row].get(id_column)
        name = cell.value.strip() if cell and isinstance(cell.value, str) else ""
        looks = name.isascii() and name.islower() and "_" in name and name.replace("_", "").isalnum()
        if looks and name not in known:
            found.unknown.append(name)


def _find_tables_by_id(sheets: list[Sheet], catalogue: Catalogue, found: Recognised) -> None:
    owners = {
        column.id: table for table in catalogue.fields if table.kind is FieldKind.TABLE for column in table.columns
    }
    for sheet in sheets:
        for row in sorted(sheet.rows):
            columns: dict[str, dict[str, int]] = {}
            for column, cell in sorted(sheet.rows[row].items()):
                name = cell.value.strip() if isinstance(cell.value, str) else ""
                if name in owners:
                    columns.setdefault(owners[name].id, {}).setdefault(name, column)
            for table_id, places in columns.items():
                table = catalogue.field(table_id)
                if table is None or table_id in found.tables or 2 * len(places) < min(4, len(table.columns)):
                    continue
                head = row + 1 if _looks_like_head(sheet, row + 1, table, places) else row
                found.tables[table_id] = _area(sheet, head, places)


def _looks_like_head(sheet: Sheet, row: int, table: Field, places: Mapping[str, int]) -> bool:
    cells = sheet.rows.get(row, {})
    labels = _column_labels(table)
    alike_cells = sum(
        isinstance(cell.value, str) and labels.get(_head(cell.value)) == name
        for name, column in places.items()
        if (cell := cells.get(column)) is not None
    )
    return 2 * alike_cells >= len(places)


def _column_labels(table: Field) -> dict[str, str]:
    """Give the columns of a table by their heads in both languages, with and without unit."""
    labels: dict[str, str] = {}
    for column in reversed(table.columns):
        for language in LANGUAGES:
            name = column.label.read(language)
            labels[_head(name)] = column.id
            labels[_head(f"{name} ({column.unit.read(language)})")] = column.id
        labels[_head(column.id)] = column.id
    return labels


def _head(value: str) -> str:
    return alike(value[:120])


def _area(sheet: Sheet, head_row: int, columns: Mapping[str, int]) -> TableArea:
    rows = tuple(
        row
        for row in sorted(sheet.rows)
        if row > head_row and any(_holds_something(sheet.rows[row].get(column)) for column in columns.values())
    )
    return TableArea(sheet, head_row, columns, rows)


def _holds_something(cell: Cell | None) -> bool:
    if cell is None:
        return False
    if isinstance(cell.value, str):
        return bool(cell.value.strip())
    return cell.value is not None or cell.length > 0


def _find_tables_by_label(sheets: list[Sheet], catalogue: Catalogue, found: Recognised) -> None:
    """Find tables whose id row is gone: by their heads, each stretch of a row for one table, in the form's order."""
    taken = {
        (area.sheet.name, area.head_row, column) for area in found.tables.values() for column in area.columns.values()
    }
    for table in catalogue.fields:
        if table.kind is not FieldKind.TABLE or table.id in found.tables:
            continue
        labels = _column_labels(table)
        needed = max(2, round(_LABEL_SHARE * len(table.columns)))
        named = [sheet for sheet in sheets if alike(sheet.name) == alike(table.sheet)]
        for sheet in [*named, *(one for one in sheets if one not in named)]:
            area = _area_by_label(sheet, labels, needed, taken)
            if area is not None:
                found.tables[table.id] = area
                taken |= {(sheet.name, area.head_row, column) for column in area.columns.values()}
                break


def find_table(sheets: list[Sheet], table: Field) -> TableArea | None:
    """Find the member table by its heads in sheets that hold nothing else of the form; two known heads are enough."""
    heads = heads_of(table)
    for sheet in sheets:
        for row in sorted(sheet.rows):
            columns = columns_in(sheet.rows[row], heads)
            if len(columns) >= min(2, len(table.columns)):
                return _area(sheet, row, columns)
    return None


def _area_by_label(
    sheet: Sheet, labels: Mapping[str, str], needed: int, taken: set[tuple[str, int, int]]
) -> TableArea | None:
    for row in sorted(sheet.rows):
        columns: dict[str, int] = {}
        for column, cell in sorted(sheet.rows[row].items()):
            name = labels.get(_head(cell.value)) if isinstance(cell.value, str) else None
            if name is not None and (sheet.name, row, column) not in taken:
                if name in columns:
                    break
                columns[name] = column
        if len(columns) >= needed:
            return _area(sheet, row, columns)
    return None


def _find_answers_by_label(sheets: list[Sheet], catalogue: Catalogue, found: Recognised) -> None:
    missing = [one for one in catalogue.fields if one.kind is not FieldKind.TABLE and not found.has(one)]
    if not missing:
        return
    labels = _unique_labels(missing)
    for sheet in sheets:
        if not sheet.visible:
            continue
        hits = [(row, column, labels[key]) for row, column, value in _texts(sheet) if (key := _label(value)) in labels]
        heads = _input_heads(sheet)
        counts = Counter(column for _, column, _ in hits)
        if not counts:
            continue
        label_column = min(counts, key=lambda column: (-counts[column], column))
        if counts[label_column] < _LEAST_LABELS and not heads:
            continue
        for row, column, one in hits:
            if column != label_column or found.has(one):
                continue
            input_column = _input_column(heads, row, column + 1)
            spot = _spot(sheet, row, input_column)
            found.by_label.append(spot)
            if one.kind is FieldKind.MULTI:
                found.choices[one.id] = _choices_below(sheet, row, label_column, input_column, one, catalogue)
            found.answers[one.id] = spot


def _unique_labels(fields: list[Field]) -> dict[str, Field]:
    labels: dict[str, Field] = {}
    doubtful: set[str] = set()
    for one in fields:
        for name in {_label(one.label.read(language)) for language in LANGUAGES}:
            if name in labels:
                doubtful.add(name)
            labels[name] = one
    return {name: one for name, one in labels.items() if name not in doubtful and name}


def _label(value: str) -> str:
    return alike(value) if len(value) <= 120 else ""  # noqa: PLR2004  # a label is short


def _choices_below(  # where to look and for what
    sheet: Sheet, row: int, label_column: int, input_column: int, one: Field, catalogue: Catalogue
) -> dict[str, AnswerCell]:
    """Find the choices that stand directly under the label of a multiple choice."""
    values = catalogue.value_lists.get(one.list)
    names = {
        alike(entry.name.read(language)): entry.key
        for entry in (values.entries if values else ())
        for language in LANGUAGES
    }
    spots: dict[str, AnswerCell] = {}
    for below in range(row + 1, row + 2 * len(names) + 2):
        cell = sheet.rows.get(below, {}).get(label_column)
        if cell is None or not isinstance(cell.value, str):
            continue
        key = names.get(alike(cell.value))
        if key is None:
            break
        spots[key] = _spot(sheet, below, input_column)
    return spots
