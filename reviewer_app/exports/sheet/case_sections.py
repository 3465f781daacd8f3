"""Sections 4 to 6: formal checks, deviations and clarifications, conditions."""

from collections import Counter
from fractions import Fraction

from resources import messages
from reviewer_app.domain import display
from reviewer_app.domain.catalogue import NotAssessable, Value
from reviewer_app.domain.completeness import FormalOutcome, FormalResult
from reviewer_app.domain.consolidation import Cause, CriterionFigures
from reviewer_app.domain.robustness import Probe
from reviewer_app.domain.scoring import Reason
from reviewer_app.exports.context import Context
from reviewer_app.exports.figure_marks import Status, status_mark
from reviewer_app.exports.sheet.opening import conditions_sentence
from reviewer_app.exports.sheet.parts import head_row, heading, numbered, put_headed, signed, text_cell
from reviewer_app.exports.sheet.styles import BEFORE_SECTION, BODY, HEADING_NEEDS, NOTE, TABLE, WIDTH
from reviewer_app.exports.short_texts import formal_finding
from reviewer_app.exports.tagged.blocks import Block, Cell, Row, Space, paragraph
from reviewer_app.exports.tagged.flow import Flow, Group, Table
from reviewer_app.exports.tagged.pen import MM
from reviewer_app.exports.tagged.structure import Node
from reviewer_app.exports.tagged.text_layout import Run
from reviewer_app.exports.words import NB

_OUTCOME_X, _FINDING_X = 63 * MM, 86 * MM
_MEDIAN_X, _AGREED_X, _GROUND_X = 44 * MM, 58 * MM, 86 * MM
_NUMBER_WIDTH = 16 * MM

_STATUS = {
    FormalOutcome.MET: Status.MET,
    FormalOutcome.NOT_MET: Status.MISSED,
    FormalOutcome.TO_SUPPLY: Status.NOTICE,
    FormalOutcome.NOTICE: Status.NOTICE,
}


def put_formal(context: Context, flow: Flow, root: Node) -> None:
    """Place section 4: all formal checks, met ones too."""
    title = heading(root, numbered(4, context.say("formal.title")))
    results = context.dossier.formal
    if not results:
        _one_line(flow, root, title, context.say("formal.none"))
        return
    note = paragraph(_summary(context), NOTE, root.add("P"), WIDTH)
    node = root.add("Table")
    head = head_row(
        node,
        [
            (0.0, _OUTCOME_X - 2 * MM, context.say("formal.check"), "start"),
            (_OUTCOME_X, _FINDING_X - _OUTCOME_X - 2 * MM, context.say("formal.outcome"), "start"),
            (_FINDING_X, WIDTH - _FINDING_X, context.say("formal.finding"), "start"),
        ],
    )
    body = node.add("TBody")
    table = Table(head, [Group([_formal_row(context, body, result)]) for result in results], WIDTH)
    put_headed(flow, [title, Space(1.0 * MM), note, Space(1.2 * MM)], max(HEADING_NEEDS, table.start(flow.frame)))
    table.put(flow)


def _summary(context: Context) -> str:
    counts = Counter(result.outcome for result in context.dossier.formal)
    parts = []
    for outcome in FormalOutcome:
        if counts[outcome]:
            key = f"formal.outcomes.{outcome}"
            many = f"formal.outcomes.many.{outcome}"
            word = many if counts[outcome] > 1 and messages.has(f"sheet.{many}") else key
            parts.append(context.say("formal.counted", n=counts[outcome], outcome=context.say(word)))
    return context.say("formal.summary", n=len(context.dossier.formal), parts=", ".join(parts))


def _formal_row(context: Context, body: Node, result: FormalResult) -> Row:
    line = body.add("TR")
    language = context.words.language
    titles = (context.local(one.title) for one in context.catalogue.formal_checks if one.id == result.check)
    title = next(titles, "")
    runs = [Run(f"{result.check}{NB} ", TABLE.semibold()), Run(title, TABLE)]
    mark = status_mark(_STATUS[result.outcome], context.say(f"formal.outcomes.{result.outcome}"), language)
    return Row(
        [
            text_cell(line, 0.0, _OUTCOME_X - 3 * MM, runs, role="TH"),
            Cell(_OUTCOME_X, signed(mark, TABLE, line.add("TD"), _FINDING_X - _OUTCOME_X)),
            text_cell(line, _FINDING_X, WIDTH - _FINDING_X, formal_finding(context, result)),
        ],
        WIDTH,
        above=0.9 * MM,
        below=0.8 * MM,
    )


def _one_line(flow: Flow, root: Node, title: Block, text: str) -> None:
    line = paragraph(text, BODY, root.add("P"), WIDTH)
    flow.space(BEFORE_SECTION)
    flow.keep([title, Space(4.0), line])


def put_deviations(context: Context, flow: Flow, root: Node) -> None:
    """Place section 5, kept whole: flagged criteria, agreed values other than the median, robustness."""
    title = heading(root, numbered(5, context.say("deviations.title")))
    shown = [one for one in context.case.criteria if one.needs_discussion or _deviates(one)]
    robust = robustness(context)
    if not shown or context.is_withdrawn:
        _one_line(flow, root, title, " ".join(part for part in (context.say("deviations.none"), robust) if part))
        return
    node = root.add("Table")
    head = head_row(
        node,
        [
            (0.0, _MEDIAN_X - 2 * MM, context.say("deviations.criterion"), "start"),
            (_MEDIAN_X, _NUMBER_WIDTH, context.say("deviations.median"), "end"),
            (_AGREED_X, _NUMBER_WIDTH + 4 * MM, context.say("deviations.agreed"), "end"),
            (_GROUND_X, WIDTH - _GROUND_X, context.say("deviations.ground"), "start"),
        ],
    )
    body = node.add("TBody")
    table = Table(head, [Group([_deviation_row(context, body, one)]) for one in shown], WIDTH)
    last = paragraph(robust, BODY, root.add("P"), WIDTH) if robust else None
    following = table.height + (last.height + 1.6 * MM if last else 0.0)
    put_headed(flow, [title], following if following + title.height < flow.frame.full else table.start(flow.frame))
    table.put(flow)
    if last:
        flow.space(1.6 * MM)
        flow.put(last)


def _deviates(one: CriterionFigures) -> bool:
    return one.consensus is not None and one.suggested is not None and one.consensus.value != one.suggested


def _deviation_row(context: Context, body: Node, one: CriterionFigures) -> Row:
    line = body.add("TR")
    language = context.words.language
    title = context.local(context.catalogue.criterion(one.key).title)
    runs = [Run(f"{one.key}{NB} ", TABLE.semibold()), Run(title, TABLE)]
    agreed = context.score(one.consensus.value) if one.consensus else context.say("deviations.open")
    return Row(
        [
            text_cell(line, 0.0, _MEDIAN_X - 2 * MM, runs, role="TH"),
            text_cell(line, _MEDIAN_X, _NUMBER_WIDTH, display.median(one.median, language), anchor="end"),
            text_cell(line, _AGREED_X, _NUMBER_WIDTH + 4 * MM, agreed, anchor="end"),
            text_cell(line, _GROUND_X, WIDTH - _GROUND_X, _ground(context, one), lang=context.words.foreign),
        ],
        WIDTH,
    )


def _ground(context: Context, one: CriterionFigures) -> str:
    """Say why the criterion is here, and the chair's whole reason."""
    parts = [_cause(context, one, cause) for cause in one.causes]
    if one.consensus is not None:
        if _deviates(one) and not one.causes:
            parts.append(context.say("deviations.changed"))
        parts.append(context.people_text(one.consensus.reason.strip(), f"{one.key}, consensus"))
    elif one.agreed is None:
        parts.append(context.say("deviations.no_value"))
    else:
        parts.append(context.say("deviations.no_consensus"))
    return " ".join(part for part in parts if part)


def _cause(context: Context, one: CriterionFigures, cause: Cause) -> str:
    values = [(review.label, review.review.value(one.key)) for review in context.counted]
    match cause:
        case Cause.RANGE:
            ends = [value for value in (one.minimum, one.maximum) if value is not None]
            named = []
            for end in ends:
                label = next(label for label, value in values if value == end)
                named.append(f"{label}{NB}{context.score(end)}")
            return context.say("deviations.range", range=context.score(one.range), values="; ".join(named))
        case Cause.MINIMUM:
            minimum = context.catalogue.criterion(one.key).minimum
            below = [label for label, value in values if _is_below(value, minimum)]
            return context.say("deviations.minimum", labels=context.words.listed(below), minimum=context.score(minimum))
        case Cause.NOT_ASSESSABLE:
            unknown = [label for label, value in values if isinstance(value, NotAssessable)]
            return context.say("deviations.not_assessable", labels=context.words.listed(unknown))


def _is_below(value: Value | None, minimum: Fraction | None) -> bool:
    return isinstance(value, Fraction) and minimum is not None and value < minimum


def robustness(context: Context) -> str:
    """Say in one sentence how many probes change the result, and which; empty where there is no result to change."""
    tried = context.dossier.probes
    if not tried or context.case.suggestion.rule is None or context.case.suggestion.reason is Reason.WITHDRAWN:
        return ""
    flipped = [one for one in tried if one.flips]
    if not flipped:
        return context.say("deviations.robust", n=len(tried))
    parts = []
    for one in flipped:
        rule = one.figures.suggestion.rule
        result = context.local(rule.name) if rule else context.say("no_suggestion")
        key = {
            Probe.WITHOUT_REVIEW: "open.without",
            Probe.MEAN: "deviations.mean",
            Probe.AREA_WEIGHT: "deviations.weight",
        }[one.probe]
        subject = {"label": one.subject} if one.probe is Probe.WITHOUT_REVIEW else {"area": one.subject}
        parts.append(context.say(key, result=result, **subject))
    return context.say("deviations.flips", flips=len(flipped), n=len(tried), parts=", ".join(parts))


def put_conditions(context: Context, flow: Flow, root: Node) -> None:
    """Place section 6."""
    title = heading(root, numbered(6, context.say("conditions.title")))
    _one_line(flow, root, title, conditions_sentence(context))
