"""Page 1 down to the three columns: who, what is suggested, why, and what is open."""

from collections.abc import Sequence

from reviewer_app.domain.scoring import Reason
from reviewer_app.exports import figures
from reviewer_app.exports.context import Context
from reviewer_app.exports.figure_marks import Status
from reviewer_app.exports.sheet import statements
from reviewer_app.exports.sheet.parts import marked, points
from reviewer_app.exports.sheet.styles import (
    BODY,
    COLUMN_HEAD,
    LABEL,
    NAME,
    NAMES_LONG,
    NOTE,
    RESULT,
    TABLE,
    WIDTH,
)
from reviewer_app.exports.tagged.blocks import Beside, Block, Cell, FigureBlock, Row, Space, Stack, paragraph
from reviewer_app.exports.tagged.flow import Flow, Rule
from reviewer_app.exports.tagged.lettering import SOFT_HYPHEN, Style
from reviewer_app.exports.tagged.pen import MM
from reviewer_app.exports.tagged.structure import Node
from reviewer_app.exports.tagged.text_layout import Line, Run, lay_out

_LONG_NAME = 60
_MOST_LINES = 3
_FACT_STEP = 34 * MM
_COLUMN_STEP = 58 * MM
_COLUMN_WIDTH = 54 * MM
_INSET = 4 * MM
_TOTAL_WIDTH = figures.TOTAL_WIDTH * MM


def fitted_name(name: str) -> tuple[list[Line], Style, bool]:
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


def put_opening(context: Context, flow: Flow, root: Node) -> None:
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


def _put_name(context: Context, flow: Flow, root: Node) -> None:
    name = context.name.replace(SOFT_HYPHEN, "")
    _, style, is_cut = fitted_name(name)
    title = root.add("H1", actual=name if is_cut else "", identifier="application", lang=context.words.foreign)
    lines, style, _ = fitted_name(name)
    block = paragraph("", style, title, WIDTH, begins=True)
    block.lines = lines
    block.height = len(lines) * style.leading
    flow.put(block)
    place = " ".join(part for part in (context.answer("postcode"), context.answer("town")) if part)
    who = ", ".join(part for part in (context.answer("applicant"), place, context.answer("state")) if part)
    for text in (who, _field(context)):
        if text:
            flow.put(paragraph(text, BODY, root.add("P"), WIDTH))


def _field(context: Context) -> str:
    """Give technology, number of actors and age in one line."""
    parts = [context.answer("technology")]
    actors = context.answer("actors")
    if actors:
        parts.append(context.say("head.actors", n=int(actors)) if actors.isdigit() else actors)
    founded = context.answer("founded")
    if founded:
        parts.append(context.say("head.since", month=founded))
    return ", ".join(part for part in parts if part)


def _facts(context: Context, root: Node) -> Block:
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
    return Beside(parts)


def _result(context: Context, root: Node) -> Block:
    room = WIDTH - 2 * _INSET - _TOTAL_WIDTH - 5 * MM
    label, result, lines = result_words(context)
    title = paragraph(label, LABEL, root.add("H2"), room, begins=True)
    words = paragraph(result, RESULT, root.add("P"), room)
    said = [paragraph(marked(line, BODY), BODY, root.add("P"), room) for line in lines]
    left = Stack([title, Space(0.6 * MM), words, Space(0.5 * MM), *said])
    maximum = context.words.plain(context.case.figures.maximum)
    caption = paragraph(context.say("result.total", maximum=maximum), NOTE, root.add("P"), _TOTAL_WIDTH, anchor="end")
    total = paragraph(context.points(context.case.figures.total), RESULT, root.add("P"), _TOTAL_WIDTH, anchor="end")
    drawing = figures.total_meter(context.catalogue, context.case.figures, language=context.words.language)
    meter = FigureBlock(drawing, root.add("Figure", alt=drawing.alt))
    right = Stack([caption, Space(0.6 * MM), total, Space(0.4 * MM), meter])
    cells = [Cell(_INSET, left), Cell(WIDTH - _INSET - _TOTAL_WIDTH, right)]
    return Row(cells, WIDTH, above=3.0 * MM, below=2.6 * MM, tint="tint")


def result_words(context: Context) -> tuple[str, str, list[str]]:
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
        text = context.local(rule.text).rstrip(".")
        result = context.local(rule.name)
        result = result[:1].upper() + result[1:]
        lines.append(context.say("result.by_rule" if text else "result.by_rule_plain", rule=rule.id, text=text))
        if not context.counted:
            lines.append(f"{context.say('result.no_reviews')}.")
    else:
        result, lines = _without_rule(context, suggestion.reason)
    lines += _preliminary(context)
    return context.say("result.suggestion"), result, lines


def _without_rule(context: Context, reason: Reason | None) -> tuple[str, list[str]]:
    if not context.counted:
        return context.say("result.no_reviews"), []
    if reason is Reason.NO_RULES:
        return context.say("result.none"), [context.say("result.no_rules", procedure=context.procedure())]
    if reason is Reason.NO_RULE_HOLDS:
        return context.say("result.none"), [context.say("result.no_rule_holds")]
    missing = sum(one.agreed is None for one in context.case.criteria)
    return context.say("result.incomplete"), [context.say("result.values_missing", n=missing)]


def _preliminary(context: Context) -> list[str]:
    found = []
    still_open = len(context.case.open_criteria)
    if still_open:
        found.append(f"**{context.say('result.preliminary', n=still_open)}**")
    pending = context.material.expected_reviews.get(context.application.number, 0) - len(context.counted)
    if pending > 0 and context.counted:
        found.append(context.say("result.preliminary_reviews", n=pending))
    return found


def conditions_sentence(context: Context) -> str:
    """Say that there are no conditions, and whether the suggestion would have some."""
    rule = context.case.suggestion.rule
    expected = rule is not None and rule.result == "conditions" and not context.is_withdrawn
    return context.say("conditions.expected" if expected else "conditions.none")


def _columns(context: Context, root: Node) -> Block:
    why = _column(context, root, "why.title", [(one.status, one.text) for one in statements.reasons(context)])
    conditions = _column(context, root, "conditions.title", conditions_sentence(context))
    still_open = _column(
        context, root, "open.title", [(one.status, one.text) for one in statements.open_points(context)]
    )
    return Beside([(index * _COLUMN_STEP, 0.0, one) for index, one in enumerate((why, conditions, still_open))])


def _column(context: Context, root: Node, title: str, content: Sequence[tuple[Status | None, str]] | str) -> Block:
    head = paragraph(context.say(title), COLUMN_HEAD, root.add("H2"), _COLUMN_WIDTH, begins=True)
    if isinstance(content, str):
        body: list[Block] = [paragraph(content, TABLE, root.add("P"), _COLUMN_WIDTH)]
    else:
        body = points(root, content, _COLUMN_WIDTH, context.words.language)
    return Stack([head, Space(1.2 * MM), *body])
