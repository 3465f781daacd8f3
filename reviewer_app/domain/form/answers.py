"""Exact numbers from a form and a member list, by the names the catalogue gives them, and the figures made of them.

The member list counts where it is there, else the form: a list can be checked name by name, a number cannot.
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal
from fractions import Fraction
from functools import cached_property, lru_cache

from reviewer_app.domain.application import Form, Member, MemberList, Row, Scalar
from reviewer_app.domain.catalogue import Catalogue
from reviewer_app.domain.form.spec import Field, FieldKind, KeyFigure

FORM = "form"
_ALL = "@all"
_BOUND = "@bound"
_COUNTED = ">0"
_MOST_DIGITS = 30
_TOO_LARGE = 10**_MOST_DIGITS


def exact(value: Scalar) -> Fraction | None:
    """Give a numeric answer exactly; None for everything else and for numbers nobody means (beyond 30 digits)."""
    if isinstance(value, bool) or not isinstance(value, (int, Decimal)):
        return None
    if isinstance(value, Decimal) and (not value.is_finite() or abs(value.adjusted()) > _MOST_DIGITS):
        return None
    return _fraction(value) if -_TOO_LARGE < value < _TOO_LARGE else None


@lru_cache(maxsize=10_000)
def _fraction(number: int | Decimal) -> Fraction:
    """Give a number as a fraction; the same few are asked for again and again."""
    return Fraction(number)


def is_empty(value: Scalar) -> bool:
    """Say whether an answer was not given; 0 and no are given."""
    return value is None or value == () or (isinstance(value, str) and not value.strip())


@dataclass(frozen=True)
class Answers:
    """A form and a member list seen through a catalogue; both may be missing.

    Members who left by `reference_date` do not count.
    """

    catalogue: Catalogue
    form: Form
    members: MemberList | None = None
    reference_date: date | None = None

    def without_list(self) -> "Answers":
        """Give the same answers by the form alone."""
        return replace(self, members=None)

    def number(self, name: str) -> Fraction | None:
        """Give the number of a field or figure, None where it is not known or not assessable."""
        figure = self.catalogue.figure(name)
        if figure is not None:
            return self.figure(figure)
        field = self.catalogue.field(name)
        return self.field_number(field) if field else None

    def source(self, name: str) -> str:
        """Say where a number comes from: the annex or sheet of the member list (`A01`, `Mitglieder`), or `form`."""
        names = [name]
        figure = self.catalogue.figure(name)
        if figure is not None:
            names = [operand.lstrip("-") for operand in (*figure.numerator, *figure.denominator)]
        for one in names:
            field = self.catalogue.field(one)
            if self.members and field and field.members and self.listed(field) is not None:
                table = self.catalogue.by_role("members")
                return table.sheet if table and self.members.source == FORM else self.members.source
        return FORM

    def field_number(self, field: Field) -> Fraction | None:
        """Give the number of a field: counted in the member list where the field says so, else as answered."""
        counted = self.listed(field)
        return exact(self.form.values.get(field.id)) if counted is None else Fraction(counted)

    def listed(self, field: Field) -> int | None:
        """Count what the field counts in the member list; None where there is no list or it does not say."""
        if not field.members or not self._counts[_ALL]:
            return None
        counted = self._counts[field.members]
        return counted or (None if field.members == _BOUND else 0)

    @staticmethod
    def counted_columns(catalogue: Catalogue) -> tuple[str, ...]:
        """Give the columns of the member list that decide who is counted, and as what."""
        table = catalogue.by_role("members")
        columns = [table.by_role(role) for role in ("member_left", "member_bond")] if table else []
        return tuple(column.id for column in columns if column is not None)

    def present_members(self) -> tuple[Member, ...]:
        """Give the members who have not left by the reference date."""
        if self.members is None:
            return ()
        columns = self._member_column("member_left")
        if not columns or self.reference_date is None:
            return self.members.members
        return tuple(member for member in self.members.members if not self._has_left(member.values.get(columns[0])))

    @cached_property
    def _counts(self) -> Counter[str]:
        """Members by kind, all of them, and those with a bond; counted once, because many fields ask."""
        present = self.present_members()
        counts = Counter(member.kind for member in present)
        counts[_ALL] = len(present)
        for column in self._member_column("member_bond"):
            counts[_BOUND] = sum(not is_empty(member.values.get(column)) for member in present)
        return counts

    def figure(self, figure: KeyFigure) -> Fraction | None:
        """Give a figure, that of the last completed year where it has one for each year."""
        if figure.per_year:
            years = dict(self.by_year(figure, completed=True))
            return years[max(years)] if years else None
        return _quotient(
            [self._operand(one) for one in figure.numerator], [self._operand(one) for one in figure.denominator]
        )

    def last_year(self, figure: KeyFigure) -> int | None:
        """Give the year that `figure` speaks about."""
        years = dict(self.by_year(figure, completed=True))
        return max(years) if years else None

    def by_year(self, figure: KeyFigure, *, completed: bool = False) -> Iterator[tuple[int, Fraction | None]]:
        """Give year and figure for each row of its table that names a year; with `completed` no planned years."""
        table = self.catalogue.field(figure.numerator[0].lstrip("-").partition(".")[0])
        year = table.by_role("year") if table else None
        if table is None or year is None:
            return
        for row in self.form.tables.get(table.id, ()):
            stated = exact(row.get(year.id))
            if stated is not None and stated.denominator == 1 and (not completed or _is_completed(table, row)):
                yield int(stated), row_figure(figure, row)

    def all_figures(self) -> Mapping[str, Fraction | None]:
        """Give every figure by id, and for figures by year also `id.year`."""
        found: dict[str, Fraction | None] = {}
        for figure in self.catalogue.figures:
            found[figure.id] = self.figure(figure)
            if figure.per_year:
                found |= {f"{figure.id}.{year}": value for year, value in self.by_year(figure)}
        return found

    def _operand(self, operand: str) -> Fraction | None:
        """Give one operand: field, figure, rows of a table, sum of a column, or rows with a column above 0."""
        name = operand.lstrip("-")
        value = self._column(name) if "." in name else self._rows_or_number(name)
        return -value if value is not None and operand.startswith("-") else value

    def _rows_or_number(self, name: str) -> Fraction | None:
        field = self.catalogue.field(name)
        if field is None or field.kind is not FieldKind.TABLE:
            return self.number(name)
        rows = self.form.tables.get(name)
        return None if rows is None else Fraction(len(rows))

    def _column(self, name: str) -> Fraction | None:
        table, _, column = name.removesuffix(_COUNTED).partition(".")
        rows = self.form.tables.get(table)
        if rows is None:
            return None
        values = [exact(row.get(column)) for row in rows]
        if name.endswith(_COUNTED):
            return Fraction(sum(value is not None and value > 0 for value in values))
        return _sum(values)

    def _member_column(self, role: str) -> list[str]:
        table = self.catalogue.by_role("members")
        column = table.by_role(role) if table else None
        return [column.id] if column else []

    def _has_left(self, left: Scalar) -> bool:
        return isinstance(left, date) and self.reference_date is not None and left <= self.reference_date


def row_figure(figure: KeyFigure, row: Row) -> Fraction | None:
    """Give a figure by year for one row of its table."""

    def value(operand: str) -> Fraction | None:
        found = exact(row.get(operand.lstrip("-").rpartition(".")[2]))
        return -found if found is not None and operand.startswith("-") else found

    return _quotient([value(one) for one in figure.numerator], [value(one) for one in figure.denominator])


def figures(
    catalogue: Catalogue, form: Form, members: MemberList | None, reference_date: date | None = None
) -> Mapping[str, Fraction | None]:
    """Give every computed figure exactly; None where the denominator is zero or a number is missing.

    Figures by year also stand under `id.year`, for example `anteil_privat.2025`.
    """
    return Answers(catalogue, form, members, reference_date).all_figures()


def _is_completed(table: Field, row: Row) -> bool:
    column = table.more.get("completed_column")
    return column is None or row.get(column) == table.more.get("completed_key")


def _sum(values: Iterable[Fraction | None]) -> Fraction | None:
    total = Fraction(0)
    for value in values:
        if value is None:
            return None
        total += value
    return total


def _quotient(above: list[Fraction | None], below: list[Fraction | None]) -> Fraction | None:
    numerator = _sum(above)
    if not below or numerator is None:
        return numerator
    denominator = _sum(below)
    return numerator / denominator if denominator else None
