"""Formulas with their results from the consolidation: criterion rows, result rules, suggestion and vote.

Formula and result are made from the same figures here, so a test only has to show that a spreadsheet program agrees.
The workbook has to come to the catalogue's result for any agreed values, also those that nobody has entered yet, so the
formulas keep the three answers of the rules: yes, no, and unknown while a criterion has no agreed score.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from fractions import Fraction
from functools import partial

from reviewer_app.domain.catalogue import Condition, ConditionKind, Criterion, ResultRule
from reviewer_app.domain.reviews.consolidation import Cause, CriterionFigures
from reviewer_app.domain.reviews.scoring import holding
from reviewer_app.domain.scale import NotAssessable
from reviewer_app.exports.workbook import cells
from reviewer_app.exports.workbook.book import ApplicationSheet, Book
from reviewer_app.exports.workbook.cells import PLACES, CellXml, Result, letters, live, quoted, settled
from reviewer_app.exports.workbook.layout import FIRST, LIVE, MINIMUM, WEIGHT, SheetLayout
from reviewer_app.exports.workbook.terms import Terms
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


def row_formulas(
    book: Book, sheet: ApplicationSheet, criterion: Criterion, shown: CriterionFigures, row: int
) -> RowFormulas:
    """Give the formulas of the row of `criterion`; `agreed` is None where the chair's value stands there."""
    key = (sheet.number, criterion.key)
    found = book.row_formulas.get(key)
    if found is None:
        found = book.row_formulas[key] = _row_formulas(sheet, criterion, shown, row, book.wording)
    return found


def _row_formulas(
    sheet: ApplicationSheet, criterion: Criterion, shown: CriterionFigures, row: int, wording: Wording
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


def _flag(
    sheet: ApplicationSheet, shown: CriterionFigures, row: int, scores: str, wording: Wording
) -> tuple[str, Result]:
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


def _agreed(sheet: ApplicationSheet, shown: CriterionFigures, row: int, scores: str) -> tuple[str, Result]:
    """Give the median put on the step of the scale, ties upward."""
    name = sheet.terms.name
    middle = f"{letters(sheet.layout.median)}{row}"
    low, step = name("Skala_Min"), name("Skala_Schritt")
    stepped = f"{low}+INT(ROUND(({middle}-{low})/{step},{PLACES})+0.5)*{step}"
    scale = sheet.case.catalogue.scale
    if scale.step.denominator not in _BINARY or scale.minimum.denominator not in _BINARY:
        stepped = f"ROUND({stepped},{PLACES})"
    return f'IF(COUNT({scores})=0,"",{stepped})', "" if shown.suggested is None else shown.suggested


def _points(sheet: ApplicationSheet, criterion: Criterion, shown: CriterionFigures, row: int) -> tuple[str, Result]:
    agreed, weight = f"{letters(sheet.layout.agreed)}{row}", f"{letters(WEIGHT)}{row}"
    formula = f'IF(ISNUMBER({agreed}),ROUND({weight}*{agreed}/{sheet.terms.name("Skala_Max")},{PLACES}),"")'
    if shown.agreed is None:
        return formula, ""
    return formula, settled(criterion.weight * shown.agreed / sheet.case.catalogue.scale.maximum)


def area_points(sheet: ApplicationSheet, area: int) -> str:
    """Give the points of an area; a dash while one of its criteria has none."""
    return _sum_of(sheet, *sheet.layout.rows_of(area))


def _sum_of(sheet: ApplicationSheet, first: int, last: int) -> str:
    """Sum the points of rows of criteria, before the division where points are no finite decimals."""
    layout = sheet.layout
    points = layout.span(layout.points, first, last)
    added = f"SUM({points})"
    if not sheet.terms.points_are_decimal:
        weights, agreed = layout.span(WEIGHT, first, last), layout.span(layout.agreed, first, last)
        added = f"SUMPRODUCT({weights},{agreed})/{sheet.terms.name('Skala_Max')}"
    return f"IF(COUNT({points})<ROWS({points}),{quoted(DASH)},ROUND({added},{PLACES}))"


def area_maximum(layout: SheetLayout, area: int) -> str:
    """Give the sum of an area's weights."""
    return f"SUM({layout.span(WEIGHT, *layout.rows_of(area))})"


def area_share(layout: SheetLayout, area: int) -> str:
    """Give the share of an area's maximum that its points are."""
    maximum, points, _ = layout.area_columns
    row = layout.area_row(area)
    cell = layout.here(points, row)
    return f"IF(ISNUMBER({cell}),ROUND({cell}/{layout.here(maximum, row)},{PLACES}),{quoted(DASH)})"


def total_points(sheet: ApplicationSheet) -> str:
    """Give the total; a dash while an area has no points."""
    layout = sheet.layout
    if not sheet.terms.points_are_decimal:
        return _sum_of(sheet, FIRST, layout.last)
    points = layout.span(layout.area_columns[1], layout.area_row(0), layout.area_row(len(layout.areas) - 1))
    return f"IF(COUNT({points})<ROWS({points}),{quoted(DASH)},ROUND(SUM({points}),{PLACES}))"


def missed_minima(layout: SheetLayout) -> str:
    """Count the agreed scores below their minimum; a cell without a number never counts."""
    least = layout.span(MINIMUM, FIRST, layout.last)
    agreed = layout.span(layout.agreed, FIRST, layout.last)
    return f'SUMPRODUCT(({least}<>"")*ISNUMBER({agreed})*({agreed}<{least}))'


def flagged(layout: SheetLayout) -> str:
    """Count the criteria that are to be discussed."""
    return f'SUMPRODUCT(({layout.span(layout.flag, FIRST, layout.last)}<>"")*1)'


def of_value(value: object, wording: Wording) -> str | Fraction:
    """Give a reviewer's answer as the cell shows it: a number, n. b., or a dash where nothing was scored."""
    if isinstance(value, NotAssessable):
        return wording.not_assessable
    return value if isinstance(value, Fraction) else DASH


_NEVER = 999
_LONGEST_WORDS, _LONGEST_FORMULA = 250, 8000


@dataclass(frozen=True, slots=True)
class RuleInputs:
    """The cells that rules look at, absolute on their sheet: `shares` is a range, the others single cells."""

    total: str
    shares: str
    missed: str
    formal: str


def compiled(rule: ResultRule, terms: Terms, inputs: RuleInputs, wording: Wording) -> str:
    """Give the formula that answers yes, no or unknown for one rule."""
    yes, no, unknown = (quoted(wording.say(f"mark.{key}")) for key in ("yes", "no", "unknown"))
    if rule.when is None:
        return f"IF(ISNUMBER({inputs.total}),{yes},{unknown})"
    known = _expression(rule.when, partial(_bound, rule.id, terms), inputs)
    answer = f"IF({known},{yes},{no})"
    with_open, without_open = _while_unknown(rule.when, formal=True), _while_unknown(rule.when, formal=False)
    if _only_formal(rule.when):
        return answer
    words = {True: yes, False: no, None: unknown}
    waiting = words[with_open]
    if with_open is not without_open:
        waiting = f"IF({inputs.formal}>0,{words[with_open]},{words[without_open]})"
    return f"IF(ISNUMBER({inputs.total}),{answer},{waiting})"


def suggestion(answers: str, results: str, wording: Wording) -> str:
    """Give the formula of the suggestion: the result of the first yes, unless an unknown answer stands before it."""
    yes, unknown = quoted(wording.say("mark.yes")), quoted(wording.say("mark.unknown"))
    first = f"MATCH({yes},{answers},0)"
    barred = f"MATCH({unknown},{answers},0)"
    none = quoted(wording.say("overview.none"))
    return f"IF(IFERROR({first},{_NEVER})<IFERROR({barred},{_NEVER}),INDEX({results},{first}),{none})"


def _bound(rule: str, terms: Terms, condition: Condition) -> str:
    if condition.kind is ConditionKind.TOTAL_BELOW:
        return terms.total(rule, condition.bound)
    return terms.share(condition.bound)


def _expression(condition: Condition, bound: "partial[str]", inputs: RuleInputs) -> str:
    """Give the comparison that is true when the condition holds, for a complete set of agreed scores."""
    kind = condition.kind
    if kind in (ConditionKind.ANY, ConditionKind.ALL):
        parts = [_expression(part, bound, inputs) for part in condition.parts]
        if not parts:
            return "FALSE" if kind is ConditionKind.ANY else "TRUE"
        return parts[0] if len(parts) == 1 else f"{'OR' if kind is ConditionKind.ANY else 'AND'}({','.join(parts)})"
    if kind is ConditionKind.FORMAL_OPEN:
        return f"{inputs.formal}{'>' if condition.expected else '='}0"
    if kind is ConditionKind.MINIMUM_MISSED:
        return f"{inputs.missed}{'>' if condition.expected else '='}0"
    if kind is ConditionKind.TOTAL_BELOW:
        return f"{inputs.total}<{bound(condition)}"
    count = condition.count if kind is ConditionKind.AREAS_BELOW else 1
    return f"SUMPRODUCT(({inputs.shares}<{bound(condition)})*1)>={count}"


def _while_unknown(condition: Condition, *, formal: bool) -> bool | None:
    """Answer a condition while the total is unknown: only formal checks can decide."""
    if condition.kind is ConditionKind.FORMAL_OPEN:
        return formal is condition.expected
    if condition.kind not in (ConditionKind.ANY, ConditionKind.ALL):
        return None
    decisive = condition.kind is ConditionKind.ANY
    answers = [_while_unknown(part, formal=formal) for part in condition.parts]
    if decisive in answers:
        return decisive
    return None if None in answers else not decisive


def _only_formal(condition: Condition) -> bool:
    return all(
        one.kind in (ConditionKind.FORMAL_OPEN, ConditionKind.ANY, ConditionKind.ALL) for one in condition.walk()
    )


type _Leaves = Iterator[tuple[Condition, tuple[Condition, ...]]]


def decisive(
    book: Book, sheet: ApplicationSheet, rule: ResultRule, inputs: RuleInputs, answer: tuple[str, bool | None]
) -> tuple[str, str] | None:
    """Give the live words of a rule's condition: once it holds, only what makes it hold.

    None where it has one part only, or words that are too long for a formula. `answer` is the cell that says yes or no
    with what stands there.
    """
    if rule.when is None or not rule.when.parts:
        return None
    whole, bound = worded(rule, book.wording), partial(_bound, rule.id, sheet.terms)
    leaves = "&".join(_leaf(book, sheet, one, bound, inputs) for one in _leaves(rule.when))
    formula = f"IF({answer[0]}={quoted(book.wording.say('mark.yes'))},MID({leaves},3,{_NEVER}),{quoted(whole)})"
    if not leaves or len(whole) > _LONGEST_WORDS or len(formula) > _LONGEST_FORMULA:
        return None
    held = holding(rule.when, sheet.case.figures, sheet.case.formal_open)
    return formula, "; ".join(_leaf_words(book, sheet, one) for one in held) if answer[1] else whole


def _leaves(condition: Condition, above: tuple[Condition, ...] = ()) -> _Leaves:
    """Yield the single conditions of a condition, each with those around it that need all of their parts."""
    if condition.kind not in (ConditionKind.ANY, ConditionKind.ALL):
        yield condition, above
    around = (*above, condition) if condition.kind is ConditionKind.ALL else above
    for part in condition.parts:
        yield from _leaves(part, around)


def _leaf(
    book: Book,
    sheet: ApplicationSheet,
    placed: tuple[Condition, tuple[Condition, ...]],
    bound: "partial[str]",
    inputs: RuleInputs,
) -> str:
    """Give what a formula says of a single condition: its words where it holds, else nothing."""
    leaf, above = placed
    parts = (*above, leaf)
    tests = [] if all(_only_formal(one) for one in parts) else [f"ISNUMBER({inputs.total})"]
    tests += [_expression(one, bound, inputs) for one in parts]
    held = tests[0] if len(tests) == 1 else f"AND({','.join(tests)})"
    said = quoted("; " + _leaf_words(book, sheet, leaf))
    if leaf.kind in (ConditionKind.AREA_BELOW, ConditionKind.AREAS_BELOW):
        limit = bound(leaf)
        named = "&".join(
            f'IF(AND(ISNUMBER({cell}),{cell}<{limit}),{quoted(f", {area.key}")},"")'
            for index, area in enumerate(sheet.layout.areas)
            for cell in (sheet.layout.here(*sheet.layout.share(index)),)
        )
        before, after = (quoted(part) for part in _area_words(book, leaf))
        said = f"{quoted('; ')}&{before}&MID({named},3,{_NEVER})&{after}"
    return f'IF({held},{said},"")'


def _leaf_words(book: Book, sheet: ApplicationSheet, leaf: Condition) -> str:
    """Word a single condition that holds; areas are named."""
    if leaf.kind not in (ConditionKind.AREA_BELOW, ConditionKind.AREAS_BELOW):
        return _said(leaf, book.wording)
    below = [one.key for one in sheet.case.figures.areas if one.share is not None and one.share < leaf.bound]
    before, after = _area_words(book, leaf)
    return f"{before}{', '.join(below)}{after}"


def _area_words(book: Book, leaf: Condition) -> tuple[str, str]:
    said = book.wording.say("condition.named_below", areas="\n", bound=book.wording.share(leaf.bound))
    before, _, after = said.partition("\n")
    return before, after


def worded(rule: ResultRule, wording: Wording) -> str:
    """Give the condition of a rule in words: the catalogue's own, else said from its parts."""
    own = rule.text.read(wording.language)
    if own:
        return own
    return wording.say("application.otherwise") if rule.when is None else _said(rule.when, wording)


def _said(condition: Condition, wording: Wording) -> str:
    kind = condition.kind
    if kind in (ConditionKind.ANY, ConditionKind.ALL):
        return _joined(kind, condition.parts, wording)
    if kind is ConditionKind.FORMAL_OPEN:
        return wording.say("condition.formal_open" if condition.expected else "condition.formal_done")
    if kind is ConditionKind.MINIMUM_MISSED:
        return wording.say("condition.minimum_missed" if condition.expected else "condition.minimum_kept")
    if kind is ConditionKind.TOTAL_BELOW:
        return wording.say("condition.total_below", bound=wording.plain(condition.bound))
    bound = wording.share(condition.bound)
    if kind is ConditionKind.AREA_BELOW:
        return wording.say("condition.area_below", bound=bound)
    return wording.say("condition.areas_below", n=condition.count, bound=bound)


def _joined(kind: ConditionKind, parts: Sequence[Condition], wording: Wording) -> str:
    said = [
        wording.say("condition.inside", text=_said(part, wording)) if part.parts else _said(part, wording)
        for part in parts
    ]
    return wording.say(f"condition.{kind.value}").join(said)


def suggested_words(book: Book, sheet: ApplicationSheet) -> str:
    """Give the suggestion as people read it now: the result, `zurückgezogen`, `kein Vorschlag` or a dash."""
    if sheet.is_withdrawn:
        return book.wording.say("withdrawn")
    if not sheet.has_rules:
        return book.wording.say("no_suggestion")
    rule = sheet.case.suggestion.rule
    return rule.name.read(book.material.language) if rule else DASH


def suggested(book: Book, sheet: ApplicationSheet, style: int) -> CellXml:
    """Give the cell of the suggestion: live where rules can speak, else a word."""
    words = suggested_words(book, sheet)
    if not sheet.has_rules:
        return cells.text(words, style)
    layout = sheet.layout
    first, last = layout.rule_row(0), layout.rule_row(layout.rules - 1)
    answers, results = layout.span(layout.median, first, last), layout.span(layout.range, first, last)
    return live(suggestion(answers, results, book.wording), words, style)


def shown_vote(sheet: ApplicationSheet) -> tuple[str, Result]:
    """Give the vote as the live line shows it: a dash while there is none."""
    cell = sheet.layout.here(*sheet.layout.vote)
    return f'IF({cell}="",{quoted(DASH)},{cell})', DASH


def deviation(book: Book, sheet: ApplicationSheet) -> tuple[str, Result]:
    """Give the sentence that says whether the vote follows the suggestion; empty without a vote or suggestion."""
    layout, say = sheet.layout, book.wording.say
    vote, proposal = layout.here(*layout.vote), layout.here(layout.suggestion[0], LIVE)
    if not sheet.has_rules:
        return '""', ""
    follows, deviates = quoted(say("mark.follows")), quoted(say("mark.deviates"))
    return f'IF(OR({vote}="",{proposal}={quoted(DASH)}),"",IF({vote}={proposal},{follows},{deviates}))', ""


def area_result(sheet: ApplicationSheet, index: int) -> Result:
    """Give the share of area number `index` as its cell shows it."""
    share = sheet.case.figures.areas[index].share
    return DASH if share is None or sheet.is_withdrawn else cells.settled(share)
