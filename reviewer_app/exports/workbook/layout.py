"""Where everything stands on the sheet of one application, so that other sheets can point there absolutely.

Columns grow with the reviewers and rows with the catalogue; nothing else in the workbook knows how.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field

from openpyxl.utils import quote_sheetname

from reviewer_app.domain.catalogue import Area
from reviewer_app.exports.workbook.cells import letters

FIRST = 5
"""The first row of criteria; above it name, number, live line and heads."""
HEADS = 4
LIVE = 3
KEY, TITLE, WEIGHT, MINIMUM = 1, 2, 3, 4
_SCORES = 5
_WIDE = 2
AREAS_IN_LINE = 4
MOST_PRINTED = 170.0
"""Digits that fit across a page with text of 10 pt still at 7 pt, also where a wider font stands in for Arial."""
LEAST_FACTOR = 0.9
LEAST_SCORE, LEAST_REASON = 5.0, 30.0
REASON_WIDTH, RATIONALE_WIDTH, LONE_SCORE = 62.0, 48.0, 14.0


@dataclass(frozen=True, slots=True)
class SheetLayout:
    """The places of one sheet. `reviews` may be 0: one column of dashes then stands for the scores.

    The columns behind the scores are numbered from `mean`: `flag` says what is to be discussed, `reason` holds the
    chair's reasons and is the last that is printed.
    """

    sheet: str
    reviews: int
    areas: tuple[Area, ...]
    rules: int
    mean: int = field(init=False)
    median: int = field(init=False)
    range: int = field(init=False)
    flag: int = field(init=False)
    agreed: int = field(init=False)
    points: int = field(init=False)
    reason: int = field(init=False)

    def __post_init__(self) -> None:
        """Count the columns behind the scores."""
        columns = ("mean", "median", "range", "flag", "agreed", "points", "reason")
        for column, name in enumerate(columns, _SCORES + self.score_columns):
            object.__setattr__(self, name, column)

    @property
    def score_columns(self) -> int:
        """How many columns of scores there are, at least one."""
        return max(self.reviews, 1)

    @property
    def criteria(self) -> int:
        """How many criteria there are."""
        return sum(len(area.criteria) for area in self.areas)

    def score(self, index: int) -> int:
        """Give the column of review `index`, counted from 0."""
        return _SCORES + index

    def rationale(self, index: int) -> int:
        """Give the column of the rationales of review `index`, counted from 0."""
        return self.reason + 1 + index

    @property
    def last(self) -> int:
        """The last row of criteria."""
        return FIRST + self.criteria - 1

    def rows_of(self, area: int) -> tuple[int, int]:
        """Give first and last row of the criteria of area number `area`, counted from 0."""
        before = sum(len(one.criteria) for one in self.areas[:area])
        return FIRST + before, FIRST + before + len(self.areas[area].criteria) - 1

    @property
    def blocks(self) -> int:
        """The row of the headings of areas and rules."""
        return self.last + 2

    def area_row(self, area: int) -> int:
        """Give the row of area number `area` in its table."""
        return self.blocks + 2 + area

    @property
    def total_row(self) -> int:
        """The row of the total below the areas."""
        return self.blocks + 2 + len(self.areas)

    def rule_row(self, rule: int) -> int:
        """Give the row of rule number `rule`, counted from 0."""
        return self.blocks + 2 + rule

    @property
    def counts(self) -> int:
        """The row of the headings of counts and vote; missed minima, flags and formal points follow."""
        return max(self.total_row, self.rule_row(max(self.rules, 1) - 1)) + 2

    @property
    def area_columns(self) -> tuple[int, int, int]:
        """The columns of maximum, points and share in the table of areas."""
        return (WEIGHT, _SCORES, _SCORES + 1) if self.reviews >= _WIDE else (WEIGHT, MINIMUM, _SCORES)

    @property
    def areas_fit(self) -> bool:
        """The live line has a cell for each area."""
        return len(self.areas) <= AREAS_IN_LINE

    def live_area(self, area: int) -> int:
        """Give the column of area number `area` in the live line; only where they fit."""
        return self.mean + area

    def here(self, column: int, row: int) -> str:
        """Give an absolute reference on the sheet itself, `$B$3`."""
        return f"${letters(column)}${row}"

    def span(self, column: int, first: int, last: int) -> str:
        """Give an absolute range in one column on the sheet itself."""
        return f"{self.here(column, first)}:{self.here(column, last)}"

    def there(self, column: int, row: int) -> str:
        """Give an absolute reference from another sheet, `'GC-2026-014'!$B$3`."""
        return f"{quote_sheetname(self.sheet)}!${letters(column)}${row}"

    # The places that other sheets and the live line ask for.

    @property
    def suggestion(self) -> tuple[int, int]:
        """Column and row of the suggestion."""
        return TITLE, LIVE

    @property
    def vote_shown(self) -> tuple[int, int]:
        """Column and row of the vote in the live line."""
        return WEIGHT, LIVE

    @property
    def deviation(self) -> tuple[int, int]:
        """Column and row of the sentence about vote and suggestion."""
        return self.reason, LIVE

    @property
    def total(self) -> tuple[int, int]:
        """Column and row of the total in the live line."""
        return self.agreed, LIVE

    @property
    def vote(self) -> tuple[int, int]:
        """Column and row of the cell the vote is entered in."""
        return self.mean, self.counts + 1

    @property
    def missed(self) -> tuple[int, int]:
        """Column and row of the count of missed minima."""
        return WEIGHT, self.counts + 1

    @property
    def flagged(self) -> tuple[int, int]:
        """Column and row of the count of criteria to be discussed."""
        return WEIGHT, self.counts + 2

    @property
    def formal(self) -> tuple[int, int]:
        """Column and row of the count of open formal points."""
        return WEIGHT, self.counts + 3

    def share(self, area: int) -> tuple[int, int]:
        """Column and row of the share of area number `area` in the table of areas."""
        return self.area_columns[2], self.area_row(area)

    def widths(self) -> list[float]:
        """Give all column widths; the printed ones add up to 170 digits as far as that stays readable."""
        score = 7.0 if self.reviews >= _WIDE else LONE_SCORE
        fixed = [7.0, 34.0, 7.0, 7.0, *[score] * self.score_columns, 10.0, 10.0, 10.0, 14.0, 11.0, 9.0, REASON_WIDTH]
        return [*_fitted(fixed, self.score_columns), *[RATIONALE_WIDTH] * self.reviews]


def _fitted(widths: Sequence[float], scores: int) -> list[float]:
    """Shrink all columns by a tenth at most, then that of the reason, then those of scores."""
    total = sum(widths)
    if total <= MOST_PRINTED:
        return list(widths)
    factor = max(LEAST_FACTOR, MOST_PRINTED / total)
    found = [round(width * factor - 0.005, 2) for width in widths]
    over = sum(found) - MOST_PRINTED
    if over > 0:
        found[-1] = max(LEAST_REASON, round(found[-1] - over - 0.005, 2))
    over = sum(found) - MOST_PRINTED
    if over > 0:
        narrow = max(LEAST_SCORE, found[_SCORES - 1] - over / scores)
        found[_SCORES - 1 : _SCORES - 1 + scores] = [round(narrow - 0.005, 2)] * scores
    return found
