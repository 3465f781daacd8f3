"""Counts as tables in words, and the workbook they are saved in: what the page shows and what is written are one."""

from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from resources import messages
from reviewer_app.domain import locale
from reviewer_app.domain.cross_counts import CrossCount
from reviewer_app.exports.atomic_write import refuse_open, write_atomically

if TYPE_CHECKING:
    from reviewer_app.exports.plain_workbook import PlainSheet

_FIRST_WIDTH, _WIDTH = 36.0, 15.0
_HEAD_HEIGHT = 30


@dataclass(frozen=True, slots=True)
class CountTable:
    """A table of counts: `key` says which, `corner` what its rows are; `columns` and `rows` are the words of the keys.

    `note` says what is counted, or why nothing is.
    """

    key: str
    title: str
    note: str
    corner: str
    count: CrossCount
    columns: tuple[str, ...]
    rows: tuple[str, ...]

    def heads(self, language: str) -> tuple[str, ...]:
        """Return the heads: the corner, the columns, and the sum."""
        return (self.corner, *self.columns, messages.text("statistics.sum", language))

    def lines(self, language: str) -> tuple[tuple[str | int, ...], ...]:
        """Return the rows with their sums, and the row of sums where there is more than one."""
        found: list[tuple[str | int, ...]] = [
            (words, *counts, total)
            for words, counts, total in zip(self.rows, self.count.counts, self.count.row_totals, strict=True)
        ]
        if len(found) > 1:
            sums: tuple[str | int, ...] = (
                messages.text("statistics.sum", language),
                *self.count.column_totals,
                self.count.total,
            )
            found.append(sums)
        return tuple(found)


@dataclass(frozen=True, slots=True)
class Statistics:
    """The statistics of a round as somebody may see them: `at` is the reference date, `as_of` the last change."""

    title: str
    at: date | None
    as_of: datetime
    applications: int
    tables: tuple[CountTable, ...]


def write_statistics(found: Statistics, target: Path, language: str) -> None:
    """Write every table to a sheet of its own; raises what `write_atomically` raises."""
    refuse_open(target)
    write_atomically(statistics_bytes(found, language), target)


def statistics_bytes(found: Statistics, language: str) -> bytes:
    """Give the bytes of the workbook, in the looks of the consolidated one."""
    from reviewer_app.exports.plain_workbook import PlainWorkbook

    book = PlainWorkbook()
    for table in found.tables:
        heads = table.heads(language)
        widths = (_FIRST_WIDTH, *[_WIDTH] * (len(heads) - 1))
        sheet = book.add(messages.text(f"statistics.sheet.{table.key}", language), widths)
        _fill(sheet, found, table, language)
    return book.data()


def _fill(sheet: "PlainSheet", found: Statistics, table: CountTable, language: str) -> None:
    from reviewer_app.exports.workbook import shared_styles

    stand = messages.text("statistics.as_of", language, moment=locale.moment(found.as_of, language))
    sheet.row([f"{table.title}, {found.title}"], shared_styles.TITLE.but(people=True))
    sheet.row([stand], shared_styles.STAND)
    sheet.row([table.note], shared_styles.STAND)
    lines = table.lines(language)
    if lines:
        sheet.row(table.heads(language), shared_styles.HEAD, shared_styles.HEAD.but(across="right"), _HEAD_HEIGHT)
    for line in lines:
        last = len(lines) > 1 and line is lines[-1]
        body = shared_styles.BODY.but(bold=last, bottom="thin:ink" if line is lines[-1] else "thin:line")
        sheet.row(line, body.but(people=True), body)
