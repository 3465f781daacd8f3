"""Reads cells and table rows of a workbook into answers and gathers what there is to say about them.

The form and the member list that comes as an annex are both read this way.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field

from reviewer_app.domain.application import Member, MemberList, Row, Scalar
from reviewer_app.domain.finding import Place, Severity
from reviewer_app.domain.form_spec import Field, FieldKind
from reviewer_app.exchange.application_form.answers import Answer, Converter
from reviewer_app.exchange.application_form.notes import Notes
from reviewer_app.exchange.application_form.recognise import Spot, TableArea
from reviewer_app.exchange.cleaning import alike
from reviewer_app.exchange.file_fault import FileFault
from reviewer_app.exchange.sheets import MOST_TEXT

MOST_ROWS = 5_000
_TOTALS = frozenset({"summe", "gesamt", "total", "gesamtsumme", "zwischensumme", "sum"})


@dataclass(frozen=True, slots=True)
class TakenRow:
    """A row with its answers, and what its own program had computed; `number` is the row of the sheet."""

    number: int
    answers: Mapping[str, Scalar]
    computed: Mapping[str, Scalar] = field(default_factory=dict)


class CellReader:
    """Reads the cells of one file."""

    def __init__(self, converter: Converter, notes: Notes) -> None:
        """Read by `converter`, say what there is to say to `notes`."""
        self._converter = converter
        self._notes = notes

    def take(self, spot: Spot, one: Field) -> Answer:
        """Read one cell as the answer of a field."""
        answer = self._converter.answer(spot.cell, one)
        if answer.note:
            severity = Severity.ERROR if answer.error else Severity.NOTE
            self._notes.cell(answer.note, spot, severity, one.id, limit=MOST_TEXT)
        if answer.misled:
            self._notes.cell("form_cleaned", spot, Severity.NOTE, one.id)
        return answer

    def rows(self, table: Field, area: TableArea) -> list[TakenRow]:
        """Read the filled rows of a table; raise FileFault where there are too many. A sum below the data is left."""
        taken: list[TakenRow] = []
        for number in area.rows:
            answers = self._row(table, area, number, computed=False)
            if not answers:
                continue
            if _is_total(table, answers):
                self._notes.say("form_total_row", Severity.NOTE, Place(sheet=area.sheet.name, row=number))
                continue
            if len(taken) >= MOST_ROWS:
                raise FileFault("form_table_rows", Place(sheet=area.sheet.name), limit=MOST_ROWS)
            taken.append(TakenRow(number, answers, self._row(table, area, number, computed=True)))
        return taken

    def _row(self, table: Field, area: TableArea, number: int, *, computed: bool) -> dict[str, Scalar]:
        cells = area.sheet.rows[number]
        answers: dict[str, Scalar] = {}
        for column in table.columns:
            place = area.columns.get(column.id)
            cell = cells.get(place) if place else None
            if place is None or cell is None or (column.kind is FieldKind.COMPUTED) is not computed:
                continue
            value = self.take(Spot(area.sheet.name, number, place, cell), column).value
            if value is not None:
                answers[column.id] = value
        return answers


def members_of(table: Field, rows: tuple[Row, ...], source: str) -> MemberList | None:
    """Make a member list of the rows of its table, None where there are none."""
    name, kind = table.by_role("member_name"), table.by_role("member_kind")
    if not rows or name is None:
        return None
    members = tuple(
        Member(number, str(row.get(name.id) or ""), str(row.get(kind.id) or "") if kind else "", row)
        for number, row in enumerate(rows, 1)
    )
    return MemberList(source, members)


def _is_total(table: Field, answers: Mapping[str, Scalar]) -> bool:
    """Say whether a row is a sum that someone put below the data."""
    first = next(iter(answers.values()), None)
    return isinstance(first, str) and alike(first) in _TOTALS and len(answers) < max(3, len(table.columns))
