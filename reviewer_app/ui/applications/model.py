"""The list of applications: its columns, its lines, its filter, and the model that filters and sorts them."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from enum import IntEnum
from typing import Any, ClassVar, Self, override

from PySide6.QtCore import QObject

from reviewer_app.ui.kit.list_model import ListCell, ListFilter, ListModel, SortKey
from reviewer_app.ui.kit.painting import Chip
from reviewer_app.ui.kit.translated import translatable


class ApplicationColumn(IntEnum):
    """The columns in their order: head, whether reviewers or the others alone see it, width and width where compact.

    A width of 0 is none; the first column takes what the others leave.
    """

    APPLICATION = 0, translatable("ApplicationListWords", "Antrag")
    PROCEDURE = 1, translatable("ApplicationListWords", "Verfahren"), None, 120
    STATE = 2, translatable("ApplicationListWords", "Stand"), None, 140, 136
    PROGRESS = 3, translatable("ApplicationListWords", "Bewertet"), True, 150, 140
    REVIEWS = 4, translatable("ApplicationListWords", "Gutachten"), False, 100, 84
    DISCUSSION = 5, translatable("ApplicationListWords", "Klärungsbedarf"), False, 136, 118
    SUGGESTION = 6, translatable("ApplicationListWords", "Vorschlag"), False, 184, 162
    DUE = 7, translatable("ApplicationListWords", "Frist"), None, 130, 112
    CONFLICT = 8, translatable("ApplicationListWords", "Befangenheit"), True, 164, 164

    head: str
    as_reviewer: bool | None
    width: int
    compact_width: int

    def __new__(
        cls,
        value: int,
        head: str = "",
        as_reviewer: bool | None = None,  # noqa: FBT001 # reason: a column
        width: int = 0,
        compact_width: int = 0,
    ) -> Self:
        """Take the columns of a row; a number alone looks a row up."""
        made = int.__new__(cls, value)
        made._value_ = value
        made.head, made.as_reviewer, made.width, made.compact_width = head, as_reviewer, width, compact_width
        return made


@dataclass(frozen=True, slots=True)
class ApplicationLine:
    """One application ready to be shown, filtered and sorted; words are already in the person's language.

    `progress` is (answered, all), None where nothing is asked, and `reasons_open` says how many reasons it lacks;
    `segments` the segments it belongs to; `sorts` a key per
    column; `statement` what is said of the person's conflict where it is not that there is none; `muted` is withdrawn.
    """

    number: str
    name: str
    facts: str
    short_facts: str
    procedure: str
    chip: Chip
    land: str = ""
    technology: str = ""
    progress: tuple[int, int] | None = None
    reasons_open: str = ""
    cells: dict[ApplicationColumn, ListCell] = field(default_factory=dict)
    segments: frozenset[str] = frozenset()
    sorts: dict[ApplicationColumn, object] = field(default_factory=dict)
    short_due: str = ""
    statement: str = ""
    muted: bool = False

    @property
    def progress_words(self) -> str:
        """How much is answered, and which reasons are still open."""
        done = f"{self.progress[0]}/{self.progress[1]}" if self.progress is not None else ""
        return " · ".join(part for part in (done, self.reasons_open) if part)

    @property
    def is_complete(self) -> bool:
        """Nothing is missing of one's own review."""
        return self.progress is not None and self.progress[0] == self.progress[1] and not self.reasons_open

    @property
    def facts_with_procedure(self) -> str:
        """What stands below the name where the procedure has no column of its own."""
        return " · ".join(part for part in (self.number, self.procedure, self.short_facts) if part)


@dataclass(frozen=True, slots=True)
class ApplicationFilter(ListFilter):
    """Narrows further by a Land and a technology field (empty: all)."""

    land: str = ""
    technology: str = ""


class ApplicationModel(ListModel[ApplicationLine, ApplicationLine, ApplicationFilter]):
    """Rows of ApplicationLine; equal rows of an order follow deadline, progress, number."""

    columns = ApplicationColumn
    order_of: ClassVar[Mapping[int, SortKey]] = {column: column for column in ApplicationColumn}

    def __init__(self, parent: QObject | None = None) -> None:
        """Start empty, sorted by deadline."""
        super().__init__(ApplicationFilter(), ApplicationColumn.DUE, parent)

    def count(self, segment: str) -> int:
        """Return how many applications belong to a segment, whatever else is filtered."""
        return sum(segment in line.segments for line in self.all_rows)

    @override
    def set_rows(self, rows: Sequence[ApplicationLine]) -> None:
        super().set_rows(sorted(rows, key=lambda line: (line.sorts[ApplicationColumn.DUE], line.number)))

    @override
    def key_of(self, row: ApplicationLine) -> str:
        return row.number

    @override
    def text_of(self, row: ApplicationLine) -> str:
        return f"{row.name} {row.facts} {row.procedure}".lower()

    @override
    def narrowed(self, rows: list[ApplicationLine], wanted: ApplicationFilter) -> list[ApplicationLine]:
        if wanted.land:
            rows = [line for line in rows if line.land == wanted.land]
        if wanted.technology:
            rows = [line for line in rows if line.technology == wanted.technology]
        return [line for line in rows if wanted.segment in line.segments]

    @override
    def sort_keys(self, rows: list[ApplicationLine]) -> list[Any]:
        column = ApplicationColumn(int(self.order))
        return [line.sorts[column] for line in rows]

    @override
    def line_of(self, row: ApplicationLine) -> ApplicationLine:
        return row

    @override
    def words(self, line: ApplicationLine, column: int) -> str:
        if column == ApplicationColumn.APPLICATION:
            return f"{line.name}, {line.facts}"
        if column == ApplicationColumn.PROCEDURE:
            return line.procedure
        if column == ApplicationColumn.STATE:
            return line.chip.word
        if column == ApplicationColumn.PROGRESS and line.progress is not None:
            return line.progress_words
        return line.cells.get(ApplicationColumn(column), ListCell()).words

    @override
    def spoken(self, line: ApplicationLine, column: int) -> str:
        words = self.words(line, column)
        return words if column == ApplicationColumn.APPLICATION else f"{self._heads.get(column, '')}: {words}"
