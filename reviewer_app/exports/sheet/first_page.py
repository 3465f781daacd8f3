"""Page 1 down to the three columns: who, what is suggested, why, and what is open, in sentences.

They follow from figures and rules alone, in a fixed order, so two sheets of one case never argue differently.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from fractions import Fraction
from itertools import groupby

from reviewer_app.domain.catalogue import Condition, ConditionKind, Criterion, ResultRule
from reviewer_app.domain.form.formal_checks import FormalOutcome
from reviewer_app.domain.reviews.consolidation import CriterionFigures
from reviewer_app.domain.reviews.scoring import AreaFigures, Reason, holding
from reviewer_app.exports import figures
from reviewer_app.exports.context import SheetContext
from reviewer_app.exports.figure_marks import Status
from reviewer_app.exports.sheet.parts import (
    BODY,
    COLUMN_HEAD,
    LABEL,
    NAME,
    NAMES_LONG,
    NOTE,
    RESULT,
    TABLE,
    WIDTH,
    marked,
    points,
)
from reviewer_app.exports.tagged.blocks import (
    Block,
    FigureBlock,
    HorizontalBlock,
    Space,
    Stack,
    TableCell,
    TableRow,
    paragraph,
)
from reviewer_app.exports.tagged.canvas import MM
from reviewer_app.exports.tagged.flow import Flow, Rule
from reviewer_app.exports.tagged.structure import StructureElement
from reviewer_app.exports.tagged.text import SOFT_HYPHEN, Line, Run, TextStyle, lay_out
from reviewer_app.exports.words import NB, bound

MOST_REASONS = 4
MOST_OPEN = 3
_MOST_NAMED = 3
_STRONG_BAND = 4
_MOST_STRONG = 5
_AREAS = (ConditionKind.AREA_BELOW, ConditionKind.AREAS_BELOW)


@dataclass(frozen=True, slots=True)
class Statement:
    """One point: its sign and a sentence whose heavy parts stand between double asterisks."""

    status: Status
    text: str


def _below(areas: Iterable[AreaFigures], bound: Fraction) -> list[AreaFigures]:
    return [area for area in areas if area.share is not None and area.share < bound]


def reasons(context: SheetContext) -> list[Statement]:
    """Say why: what decided the rule, then other areas below their threshold, minima, strengths; at most four."""
    if context.is_withdrawn:
        day = context.day(context.application.withdrawn)
        return [Statement(Status.PENDING, context.say("why.withdrawn", day=day))]
    if not context.counted and context.case.suggestion.rule is None:
        return [Statement(Status.PENDING, context.say("why.no_reviews"))]
    found = [*_decided(context), *_further_areas(context), *_minima(context), *_strengths(context)]
    return found[:MOST_REASONS]


def _decided(context: SheetContext) -> list[Statement]:
    suggestion = context.case.suggestion
    if suggestion.rule is None:
        return _undecided(context, suggestion.reason)
    rule = suggestion.rule
    if rule.when is None:
        return _nothing_worse(context)
    held = _held(context)
    found: list[str] = []
    if any(one.kind is ConditionKind.FORMAL_OPEN and one.expected for one in held):
        found.append(_formal(context))
    if any(one.kind is ConditionKind.MINIMUM_MISSED and one.expected for one in held):
        found.append(_missed(context))
    bound = _decisive_share(context)
    if bound is not None:
        found.append(_areas_said(context, [(area, bound) for area in _below(context.case.figures.areas, bound)]))
    totals = [one.bound for one in held if one.kind is ConditionKind.TOTAL_BELOW]
    if totals:
        total = context.points(context.case.figures.total)
        found.append(context.say("why.total_below", total=total, bound=context.words.plain(max(totals))))
    return [Statement(Status.MISSED, text) for text in _with_rule(context, found, rule)]


def _held(context: SheetContext) -> tuple[Condition, ...]:
    """Return the single conditions by which the rule that speaks holds."""
    rule = context.case.suggestion.rule
    return holding(rule.when, context.case.figures, context.case.formal_open) if rule else ()


def _decisive_share(context: SheetContext) -> Fraction | None:
    """Return the share below which areas made the rule speak, None where none did."""
    return max((one.bound for one in _held(context) if one.kind in _AREAS), default=None)


def _with_rule(context: SheetContext, found: list[str], rule: ResultRule) -> list[str]:
    if not found:
        return [context.say("why.rule", rule=rule.id, text=decisive(context))]
    return [found[0].rstrip(".") + context.say("why.by_rule", rule=rule.id), *found[1:]]


def _undecided(context: SheetContext, reason: Reason | None) -> list[Statement]:
    """Say why there is no suggestion, and what the figures show all the same."""
    if reason is Reason.NO_RULES:
        return [Statement(Status.PENDING, context.say("why.no_rules", procedure=context.procedure()))]
    if reason is Reason.NO_RULE_HOLDS:
        return [Statement(Status.PENDING, context.say("why.no_rule_holds"))]
    open_keys = [one.key for one in context.case.criteria if one.agreed is None]
    named = context.words.listed(_some(context, open_keys))
    return [Statement(Status.PENDING, context.say("why.incomplete", n=len(open_keys), criteria=named))]


def _further_areas(context: SheetContext) -> list[Statement]:
    """Name the areas below their own threshold that the rule has not named."""
    said = _decisive_share(context)
    pairs = zip(context.case.figures.areas, context.catalogue.areas, strict=True)
    below = [
        (figures, area.threshold)
        for figures, area in pairs
        if figures.share is not None
        and area.threshold is not None
        and figures.share < area.threshold
        and (said is None or figures.share >= said)
    ]
    return [Statement(Status.MISSED, _areas_said(context, below))] if below else []


def _areas_said(context: SheetContext, below: Sequence[tuple[AreaFigures, Fraction]]) -> str:
    """Say in one sentence which areas stay below which share."""
    first, *others = below
    if not others:
        area, share, bound = first[0].key, context.share(first[0].share), context.share(first[1])
        return context.say("why.area_below", area=area, share=share, bound=bound)
    if len({bound for _, bound in below}) == 1:
        named = [f"{area.key} **{context.share(area.share)}**" for area, _ in below]
        return context.say("why.areas_below", areas=context.words.listed(named), bound=context.share(first[1]))
    named = [
        context.say("why.area_of", area=area.key, share=context.share(area.share), bound=context.share(bound))
        for area, bound in below
    ]
    return context.say("why.areas_below_own", areas=context.words.listed(named))


def _formal(context: SheetContext) -> str:
    open_checks = [result.check for result in context.dossier.formal if result.is_open]
    named = context.words.listed(_some(context, open_checks))
    return context.say("why.formal", n=context.case.formal_open, checks=named)


def _missed(context: SheetContext) -> str:
    missed = context.case.figures.minimum_missed
    if len(missed) == 1:
        criterion = context.catalogue.criterion(missed[0])
        agreed = context.case.criterion(missed[0]).agreed
        minimum = context.score(criterion.minimum)
        return context.say("why.minimum_missed", key=criterion.key, value=context.score(agreed), minimum=minimum)
    return context.say("why.minima_missed", n=len(missed), keys=context.words.listed(_some(context, list(missed))))


def _some(context: SheetContext, keys: list[str]) -> list[str]:
    """Name at most a few, then how many more."""
    if len(keys) <= _MOST_NAMED + 1:
        return keys
    return [*keys[:_MOST_NAMED], context.say("more", n=context.words.count(len(keys) - _MOST_NAMED))]


def _nothing_worse(context: SheetContext) -> list[Statement]:
    """Say what a result without a condition rests on: areas and total reach what the rules before it ask for."""
    shares, totals = context.catalogue.thresholds()
    figures = context.case.figures
    found = []
    if shares and all(area.share is not None and area.share >= shares[-1] for area in figures.areas):
        count, reached = len(figures.areas), context.share(shares[-1])
        found.append(context.say("why.areas_reached", n=count, count=context.words.count(count), bound=reached))
    if totals and figures.total is not None and figures.total >= totals[-1]:
        total = context.points(figures.total)
        found.append(context.say("why.total_reached", total=total, bound=context.words.plain(totals[-1])))
    rule = context.case.suggestion.rule
    return [Statement(Status.MET, text) for text in (_with_rule(context, found, rule) if rule else found)]


def _minima(context: SheetContext) -> list[Statement]:
    """Say whether all minima are reached, and which just so; a missed one only where no rule has said it."""
    having = [one for one in context.catalogue.criteria if one.minimum is not None]
    if not having or any(context.case.criterion(one.key).agreed is None for one in having):
        return []
    missed = context.case.figures.minimum_missed
    if missed:
        decided = any(one.kind is ConditionKind.MINIMUM_MISSED for one in _held(context))
        return [] if decided else [Statement(Status.MISSED, _missed(context))]
    text = context.say("why.minima_reached", n=len(having), count=context.words.count(len(having)))
    exact = [one for one in having if context.case.criterion(one.key).agreed == one.minimum]
    if exact:
        text = text.rstrip(".") + _exactly(context, exact)
    return [Statement(Status.MET, text)]


def _exactly(context: SheetContext, exact: list[Criterion]) -> str:
    if len(exact) == 1:
        return context.say("why.minimum_exact", key=exact[0].key, value=context.score(exact[0].minimum))
    keys = [one.key for one in exact]
    return context.say("why.minima_exact", n=len(exact), keys=context.words.listed(_some(context, keys)))


def _strengths(context: SheetContext) -> list[Statement]:
    scale = context.catalogue.scale
    strong = [
        (one.agreed, one.key)
        for one in context.case.criteria
        if one.agreed is not None and scale.band(one.agreed) >= _STRONG_BAND
    ]
    if not strong:
        return []
    strong.sort(key=lambda pair: -pair[0])
    groups = []
    for value, pairs in groupby(strong[:_MOST_STRONG], key=lambda pair: pair[0]):
        groups.append(f"{', '.join(key for _, key in pairs)} ({context.score(value)})")
    rest = len(strong) - _MOST_STRONG
    more = f" {context.say('and_more', n=context.words.count(rest))}" if rest > 0 else ""
    return [Statement(Status.MET, context.say("why.strong", keys="; ".join(groups) + more))]


def open_points(context: SheetContext) -> list[Statement]:
    """Say what is open or to be watched: robustness, values without consensus, papers, what is pending; three."""
    if context.is_withdrawn:
        return [Statement(Status.PENDING, context.say("open.withdrawn"))]
    found = [*_robustness(context), *_without_consensus(context), *_papers(context)]
    ministry = context.local(context.material.issuer.ministry_of)
    found.append(Statement(Status.PENDING, context.say("open.pending", ministry_of=ministry)))
    return found[:MOST_OPEN]


def _robustness(context: SheetContext) -> list[Statement]:
    """Say what the result hangs on most; nothing where it holds."""
    return [Statement(Status.DISCUSS, bound(one.sentence)) for one in context.dependences() if not one.holds][:1]


def _without_consensus(context: SheetContext) -> list[Statement]:
    still_open = context.case.open_criteria
    if not still_open:
        return []
    named, empty = _named(context, still_open), [one for one in still_open if one.agreed is None]
    key = _by_value(len(empty), len(still_open), ("consensus", "consensus_but", "consensus_none"))
    return [Statement(Status.DISCUSS, context.say(f"open.{key}", keys=named, without=_named(context, empty)))]


def _named(context: SheetContext, criteria: Sequence[CriterionFigures]) -> str:
    return context.words.listed(_some(context, [one.key for one in criteria]))


def _by_value(empty: int, count: int, keys: tuple[str, str, str]) -> str:
    """Choose the words for open criteria: the median stands in for all, for some, or for none of them."""
    return keys[0] if not empty else keys[1] if empty < count else keys[2]


def _papers(context: SheetContext) -> list[Statement]:
    formal = context.dossier.formal
    failed = [one.check for one in formal if one.is_open]
    hints = [one.check for one in formal if one.outcome is FormalOutcome.NOTICE]
    if failed:
        text = context.say("open.formal", checks=context.words.listed(_some(context, failed)))
        return [Statement(Status.NOTICE, text)]
    if hints:
        return [Statement(Status.NOTICE, context.say("open.hint", checks=context.words.listed(hints)))]
    return []


_LONG_NAME = 60
_MOST_LINES = 3
_FACT_STEP = 34 * MM
_COLUMN_STEP = 58 * MM
_COLUMN_WIDTH = 54 * MM
_INSET = 4 * MM
_TOTAL_WIDTH = figures.TOTAL_WIDTH * MM


def fitted_name(name: str) -> tuple[list[Line], TextStyle, bool]:
    """Set a name in at most three lines: its lines, style, and whether it had to be cut."""
    styles = (NAME, *NAMES_LONG) if len(name) < _LONG_NAME else NAMES_LONG
    for style in styles:
        lines = lay_out([Run(name, style)], WIDTH)
        if len(lines) <= _MOST_LINES:
            return lines, style, False
    style, low, high = styles[-1], 0, len(name)
    while low < high:
        middle = (low + high + 1) // 2
        if len(lay_out([Run(_cut(name, middle), style)], WIDTH)) <= _MOST_LINES:
            low = middle
        else:
            high = middle - 1
    return lay_out([Run(_cut(name, low), style)], WIDTH), style, True


def _cut(name: str, length: int) -> str:
    return f"{name[:length].rstrip()} …"


def put_opening(context: SheetContext, flow: Flow, root: StructureElement) -> None:
    """Place name, facts, result block and the three columns."""
    _put_name(context, flow, root)
    flow.space(2.8 * MM)
    flow.put(_facts(context, root))
    flow.space(4.0 * MM)
    flow.put(Rule(WIDTH, "accent", 1.6), muted=True)
    flow.put(_result(context, root))
    flow.put(Rule(WIDTH, "ink", 0.35), muted=True)
    flow.space(3.4 * MM)
    flow.put(_columns(context, root))


def _put_name(context: SheetContext, flow: Flow, root: StructureElement) -> None:
    name = context.name.replace(SOFT_HYPHEN, "")
    _, style, is_cut = fitted_name(name)
    title = root.add("H1", actual=name if is_cut else "", identifier="application", lang=context.words.foreign)
    lines, style, _ = fitted_name(name)
    block = paragraph("", style, title, WIDTH, begins=True)
    block.lines = lines
    block.height = len(lines) * style.leading
    flow.put(block)
    place = NB.join(part for part in (context.answer("postcode"), context.answer("town")) if part)
    who = ", ".join(part for part in (context.answer("applicant"), place, context.answer("state")) if part)
    for text in (who, _field(context)):
        if text:
            flow.put(paragraph(text, BODY, root.add("P"), WIDTH))


def _field(context: SheetContext) -> str:
    """Give technology, number of actors and age in one line."""
    parts = [context.answer("technology")]
    actors = context.answer("actors")
    if actors:
        parts.append(context.say("head.actors", n=int(actors)) if actors.isdigit() else actors)
    founded = context.answer("founded")
    if founded:
        parts.append(context.say("head.since", month=founded))
    return ", ".join(part for part in parts if part)


def _facts(context: SheetContext, root: StructureElement) -> Block:
    count = len(context.counted)
    expected = max(context.material.expected_reviews.get(context.application.number, count), count)
    state = "none" if not expected else "all" if count == expected else "some"
    pairs = (
        (context.say("fact.number"), context.application.number),
        (context.say("fact.procedure"), context.procedure()),
        (
            context.say("fact.reference_date"),
            context.day(context.application.reference_date or context.material.reference_date),
        ),
        (context.say("fact.meeting"), context.say("fact.meeting_open")),
        (context.say("fact.reviews"), context.say(f"fact.reviews_{state}", n=count, expected=expected)),
    )
    listed = root.add("L")
    parts: list[tuple[float, float, Block]] = []
    for index, (label, value) in enumerate(pairs):
        item = listed.add("LI")
        room = _FACT_STEP - 2 * MM
        upper = paragraph(label, LABEL, item.add("Lbl"), room)
        lower = paragraph(value, TABLE, item.add("LBody"), room)
        parts.append((index * _FACT_STEP, 0.0, Stack([upper, Space(0.6 * MM), lower])))
    return HorizontalBlock(parts)


def _result(context: SheetContext, root: StructureElement) -> Block:
    room = WIDTH - 2 * _INSET - _TOTAL_WIDTH - 5 * MM
    label, result, lines = result_words(context)
    title = paragraph(label, LABEL, root.add("H2"), room, begins=True)
    words = paragraph(result, RESULT, root.add("P"), room)
    said = [paragraph(marked(line, BODY), BODY, root.add("P"), room) for line in lines]
    left = Stack([title, Space(0.6 * MM), words, Space(0.5 * MM), *said])
    maximum = context.words.plain(context.case.figures.maximum)
    caption = paragraph(context.say("result.total", maximum=maximum), NOTE, root.add("P"), _TOTAL_WIDTH, anchor="end")
    total = paragraph(context.points(context.case.figures.total), RESULT, root.add("P"), _TOTAL_WIDTH, anchor="end")
    drawing = figures.total_meter(context.catalogue, context.case.figures, context.words.language)
    meter = FigureBlock(drawing, root.add("Figure", alt=drawing.alt))
    right = Stack([caption, Space(0.6 * MM), total, Space(0.4 * MM), meter])
    cells = [TableCell(_INSET, left), TableCell(WIDTH - _INSET - _TOTAL_WIDTH, right)]
    return TableRow(cells, WIDTH, above=3.0 * MM, below=2.6 * MM, tint="tint")


def result_words(context: SheetContext) -> tuple[str, str, list[str]]:
    """Give the label of the block, the result, and the lines below it."""
    if context.is_withdrawn:
        day = context.day(context.application.withdrawn)
        return (
            context.say("result.withdrawn_label"),
            context.say("result.withdrawn"),
            [context.say("result.withdrawn_on", day=day)],
        )
    suggestion = context.case.suggestion
    lines: list[str] = []
    if suggestion.rule is not None:
        rule = suggestion.rule
        result = context.local(rule.name)
        result = result[:1].upper() + result[1:]
        lines.append(context.say("result.by_rule", rule=rule.id, text=decisive(context)))
        if not context.counted:
            lines.append(f"{context.say('result.no_reviews')}.")
    else:
        result, lines = _without_rule(context, suggestion.reason)
    lines += [*_preliminary(context), *_released(context)]
    return context.say("result.suggestion"), result, lines


def decisive(context: SheetContext) -> str:
    """Say in figures by what the rule that speaks holds; that none before it does where it has no condition."""
    parts = [_finding(context, one) for one in _held(context)]
    return "; ".join(parts) or context.say("decisive.otherwise")


def _finding(context: SheetContext, held: Condition) -> str:
    """Put the figures to a single condition that holds."""
    found, bound = context.case.figures, held.bound
    match held.kind:
        case ConditionKind.FORMAL_OPEN:
            checks = [one.check for one in context.dossier.formal if one.is_open]
            named = context.words.listed(_some(context, checks))
            return context.say("decisive.formal" if held.expected else "decisive.formal_done", checks=named)
        case ConditionKind.MINIMUM_MISSED:
            return _missed_ones(context) if held.expected else context.say("decisive.minimum_kept")
        case ConditionKind.TOTAL_BELOW:
            return context.say("decisive.total", total=context.points(found.total), bound=context.words.plain(bound))
        case _:
            below = _below(found.areas, bound)
            named = context.words.listed([f"{area.key} {context.share(area.share)}" for area in below])
            return context.say("decisive.areas", n=len(below), areas=named, bound=context.share(bound))


def _missed_ones(context: SheetContext) -> str:
    """Say which agreed scores are below their minimum."""
    missed = context.case.figures.minimum_missed
    said = [f"{key} {context.score(context.case.criterion(key).agreed)}" for key in missed]
    if len(said) > 1:
        return context.say("decisive.minima", keys=context.words.listed(said))
    minimum = context.score(context.catalogue.criterion(missed[0]).minimum)
    return context.say("decisive.minimum", key=said[0], minimum=minimum)


def _without_rule(context: SheetContext, reason: Reason | None) -> tuple[str, list[str]]:
    if not context.counted:
        return context.say("result.no_reviews"), []
    if reason is Reason.NO_RULES:
        return context.say("result.none"), [context.say("result.no_rules", procedure=context.procedure())]
    if reason is Reason.NO_RULE_HOLDS:
        return context.say("result.none"), [context.say("result.no_rule_holds")]
    missing = sum(one.agreed is None for one in context.case.criteria)
    return context.say("result.incomplete"), [context.say("result.values_missing", n=missing)]


def _preliminary(context: SheetContext) -> list[str]:
    found = []
    still_open = context.case.open_criteria
    if still_open:
        empty = [one for one in still_open if one.agreed is None]
        key = _by_value(len(empty), len(still_open), ("preliminary", "preliminary_but", "preliminary_none"))
        said = context.say(f"result.{key}", n=len(still_open), without=_named(context, empty))
        found.append(f"**{said}**")
    pending = context.material.expected_reviews.get(context.application.number, 0) - len(context.counted)
    if pending > 0 and context.counted:
        found.append(context.say("result.preliminary_reviews", n=pending))
    return found


def _released(context: SheetContext) -> list[str]:
    """Say who released the agreed values when, and which sentence was confirmed."""
    release = context.dossier.release
    if release is None:
        return []
    day = context.day(release.at.date())
    hidden = context.names.hidden or not release.by
    text = context.say("result.released_by_chair" if hidden else "result.released", day=day, who=release.by)
    if not release.confirmed:
        return [text]
    confirmed = context.people_text(release.confirmed.rstrip("."), "release")
    return [f"{text} {context.say('result.confirmed', text=confirmed)}"]


def conditions_sentence(context: SheetContext) -> str:
    """Say that conditions come with the vote, and whether the suggestion provides for some."""
    if context.is_withdrawn:
        return context.say("conditions.none")
    rule = context.case.suggestion.rule
    expected = rule is not None and rule.result == "conditions"
    return context.say("conditions.expected" if expected else "conditions.pending")


def _columns(context: SheetContext, root: StructureElement) -> Block:
    why = _column(context, root, "why.title", [(one.status, one.text) for one in reasons(context)])
    conditions = _column(context, root, "conditions.title", conditions_sentence(context))
    still_open = _column(context, root, "open.title", [(one.status, one.text) for one in open_points(context)])
    return HorizontalBlock(
        [(index * _COLUMN_STEP, 0.0, one) for index, one in enumerate((why, conditions, still_open))]
    )


def _column(
    context: SheetContext, root: StructureElement, title: str, content: Sequence[tuple[Status | None, str]] | str
) -> Block:
    head = paragraph(context.say(title), COLUMN_HEAD, root.add("H2"), _COLUMN_WIDTH, begins=True)
    if isinstance(content, str):
        body: list[Block] = [paragraph(content, TABLE, root.add("P"), _COLUMN_WIDTH)]
    else:
        body = points(root, content, _COLUMN_WIDTH, context.words.language)
    return Stack([head, Space(1.2 * MM), *body])
