"""The formulas of a criterion row and of the tables below it, with their results from the consolidation.

Formula and result are made from the same figures here, so a test only has to show that a spreadsheet program agrees.
"""

from dataclasses import dataclass
from fractions import Fraction

from reviewer_app.domain.catalogue import Criterion, NotAssessable
from reviewer_app.domain.consolidation import Cause, CriterionFigures
from reviewer_app.exports.workbook.book import Book, Sheet
from reviewer_app.exports.workbook.cells import PLACES, Result, letters, quoted, settled
from reviewer_app.exports.workbook.layout import FIRST, MINIMUM, WEIGHT, Layout
from reviewer_app.exports.workbook.wording import Wording

DASH = "–"
_BINARY = (1, 2, 4, 8, 16)


@dataclass(frozen=True, slots=True)
class RowFormulas:
    """Formula and result of every computed cell of one criterion row; the first three are None without reviews."""

    mean: tuple[str, Result] | None
    median: tuple[str, Result] | None
    range: tuple[str, Result] | None
    flag: tuple[str, Result] | None
    agreed: tuple[str, Result] | None
    points: tuple[str, Result]


def row_formulas(book: Book, sheet: Sheet, criterion: Criterion, shown: CriterionFigures, row: int) -> RowFormulas:
    """Give the formulas of the row of `criterion`; `agreed` is None where the chair's value stands there."""
    key = (sheet.number, criterion.key)
    found = book.row_formulas.get(key)
    if found is None:
        found = book.row_formulas[key] = _row_formulas(sheet, criterion, shown, row, book.wording)
    return found


def _row_formulas(
    sheet: Sheet, criterion: Criterion, shown: CriterionFigures, row: int, wording: Wording
) -> RowFormulas:
    layout = sheet.layout
    points = _points(sheet, criterion, shown, row)
    if not layout.reviews:
        return RowFormulas(None, None, None, None, None, points)
    scores = f"{letters(layout.score(0))}{row}:{letters(layout.score(layout.reviews - 1))}{row}"
    nothing = quoted(wording.not_assessable)
    gaps = len(sheet.case.counted) - shown.n - shown.not_assessable
    if gaps:
        nothing = f"IF(COUNTIF({scores},{nothing})>0,{nothing},{quoted(DASH)})"
    none = wording.not_assessable if shown.not_assessable or not gaps else DASH

    def figure(formula: str, value: Fraction | None) -> tuple[str, Result]:
        return f"IF(COUNT({scores})=0,{nothing},{formula})", none if value is None else value

    return RowFormulas(
        mean=figure(f"AVERAGE({scores})", shown.mean),
        median=figure(f"MEDIAN({scores})", shown.median),
        range=figure(f"ROUND(MAX({scores})-MIN({scores}),{PLACES})", shown.range),
        flag=_flag(sheet, shown, row, scores, wording),
        agreed=None if shown.consensus else _agreed(sheet, shown, row, scores),
        points=points,
    )


def _flag(sheet: Sheet, shown: CriterionFigures, row: int, scores: str, wording: Wording) -> tuple[str, Result]:
    """Give the flag: n. b. before range before minimum, as the catalogue's rules of discussion say."""
    spread, least = f"{letters(sheet.layout.range)}{row}", f"{letters(MINIMUM)}{row}"
    words = {
        Cause.NOT_ASSESSABLE: wording.say("mark.not_assessable"),
        Cause.RANGE: wording.say("mark.range"),
        Cause.MINIMUM: wording.say("mark.minimum"),
    }
    bound = sheet.terms.name("Spanne_Klaerung")
    compared = f"{spread}>={bound}" if shown.n or shown.not_assessable else f"AND(ISNUMBER({spread}),{spread}>={bound})"
    formula = (
        f"IF(COUNTIF({scores},{quoted(wording.not_assessable)})>0,{quoted(words[Cause.NOT_ASSESSABLE])},"
        f"IF({compared},{quoted(words[Cause.RANGE])},"
        f'IF(AND({least}<>"",MIN({scores})<{least},MAX({scores})>={least}),{quoted(words[Cause.MINIMUM])},"")))'
    )
    return formula, next((words[cause] for cause in words if cause in shown.causes), "")


def _agreed(sheet: Sheet, shown: CriterionFigures, row: int, scores: str) -> tuple[str, Result]:
    """Give the median put on the step of the scale, ties upward."""
    name = sheet.terms.name
    middle = f"{letters(sheet.layout.median)}{row}"
    low, step = name("Skala_Min"), name("Skala_Schritt")
    stepped = f"{low}+INT(ROUND(({middle}-{low})/{step},{PLACES})+0.5)*{step}"
    scale = sheet.case.catalogue.scale
    if scale.step.denominator not in _BINARY or scale.minimum.denominator not in _BINARY:
        stepped = f"ROUND({stepped},{PLACES})"
    return f'IF(COUNT({scores})=0,"",{stepped})', "" if shown.suggested is None else shown.suggested


def _points(sheet: Sheet, criterion: Criterion, shown: CriterionFigures, row: int) -> tuple[str, Result]:
    agreed, weight = f"{letters(sheet.layout.agreed)}{row}", f"{letters(WEIGHT)}{row}"
    formula = f'IF(ISNUMBER({agreed}),ROUND({weight}*{agreed}/{sheet.terms.name("Skala_Max")},{PLACES}),"")'
    if shown.agreed is None:
        return formula, ""
    return formula, settled(criterion.weight * shown.agreed / sheet.case.catalogue.scale.maximum)


def area_points(sheet: Sheet, area: int) -> str:
    """Give the points of an area; a dash while one of its criteria has none."""
    return _sum_of(sheet, *sheet.layout.rows_of(area))


def _sum_of(sheet: Sheet, first: int, last: int) -> str:
    """Sum the points of rows of criteria, before the division where points are no finite decimals."""
    layout = sheet.layout
    points = layout.span(layout.points, first, last)
    added = f"SUM({points})"
    if not sheet.terms.points_are_decimal:
        weights, agreed = layout.span(WEIGHT, first, last), layout.span(layout.agreed, first, last)
        added = f"SUMPRODUCT({weights},{agreed})/{sheet.terms.name('Skala_Max')}"
    return f"IF(COUNT({points})<ROWS({points}),{quoted(DASH)},ROUND({added},{PLACES}))"


def area_maximum(layout: Layout, area: int) -> str:
    """Give the sum of an area's weights."""
    return f"SUM({layout.span(WEIGHT, *layout.rows_of(area))})"


def area_share(layout: Layout, area: int) -> str:
    """Give the share of an area's maximum that its points are."""
    maximum, points, _ = layout.area_columns
    row = layout.area_row(area)
    cell = layout.here(points, row)
    return f"IF(ISNUMBER({cell}),ROUND({cell}/{layout.here(maximum, row)},{PLACES}),{quoted(DASH)})"


def total_points(sheet: Sheet) -> str:
    """Give the total; a dash while an area has no points."""
    layout = sheet.layout
    if not sheet.terms.points_are_decimal:
        return _sum_of(sheet, FIRST, layout.last)
    points = layout.span(layout.area_columns[1], layout.area_row(0), layout.area_row(len(layout.areas) - 1))
    return f"IF(COUNT({points})<ROWS({points}),{quoted(DASH)},ROUND(SUM({points}),{PLACES}))"


def missed_minima(layout: Layout) -> str:
    """Count the agreed scores below their minimum; a cell without a number never counts."""
    least = layout.span(MINIMUM, FIRST, layout.last)
    agreed = layout.span(layout.agreed, FIRST, layout.last)
    return f'SUMPRODUCT(({least}<>"")*ISNUMBER({agreed})*({agreed}<{least}))'


def flagged(layout: Layout) -> str:
    """Count the criteria that are to be discussed."""
    return f'SUMPRODUCT(({layout.span(layout.flag, FIRST, layout.last)}<>"")*1)'


def of_value(value: object, wording: Wording) -> str | Fraction:
    """Give a reviewer's answer as the cell shows it: a number, n. b., or a dash where nothing was scored."""
    if isinstance(value, NotAssessable):
        return wording.not_assessable
    return value if isinstance(value, Fraction) else DASH
