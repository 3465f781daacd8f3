"""Sections 1 to 6: areas and vote, criteria, formal checks, deviations and clarifications, conditions."""

from collections import Counter

from resources import messages
from reviewer_app.domain import locale
from reviewer_app.domain.catalogue import Area, Criterion
from reviewer_app.domain.form.formal_checks import FormalOutcome, FormalResult
from reviewer_app.domain.reviews.conflict import ConflictOfInterest
from reviewer_app.domain.reviews.consolidation import Cause, CriterionFigures
from reviewer_app.domain.reviews.robustness import tried_text
from reviewer_app.domain.reviews.scoring import AreaFigures
from reviewer_app.domain.scale import NotAssessable
from reviewer_app.exports import figure_marks, figures
from reviewer_app.exports.context import SheetContext, formal_finding, short_reason
from reviewer_app.exports.figure_marks import Status, status_mark, status_sign
from reviewer_app.exports.figure_shapes import PT, Figure, Shape, TextShape
from reviewer_app.exports.sheet.first_page import conditions_sentence, decisive
from reviewer_app.exports.sheet.parts import (
    AXIS,
    BEFORE_SECTION,
    BODY,
    HEADING_NEEDS,
    LABEL,
    NOTE,
    TABLE,
    WIDTH,
    head_cell,
    head_row,
    heading,
    legend,
    numbered,
    put_headed,
    put_heading,
    signed,
    text_cell,
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
from reviewer_app.exports.tagged.flow import INK, Flow, FlowTable, RowGroup
from reviewer_app.exports.tagged.structure import StructureElement
from reviewer_app.exports.tagged.text import Run
from reviewer_app.exports.words import NB, bound

VALUES_X, POINTS_X, METER_X, SHARE_X = 37 * MM, 96 * MM, 120.3 * MM, 155.6 * MM
_POINTS_WIDTH = 20.4 * MM
_VALUES_WIDTH = 60 * MM
_CELL_STEP = 11.6 * MM
_LINE_STEP = 6.6 * MM
_ACROSS = 5


def put_areas(context: SheetContext, flow: Flow, root: StructureElement) -> None:
    """Place section 1."""
    title = heading(root, numbered(1, context.say("areas.title")))
    node = root.add("Table")
    head = _area_head(context, node)
    body = node.add("TBody")
    pairs = zip(context.catalogue.areas, context.case.figures.areas, strict=True)
    groups = [RowGroup([_area_figures_row(context, body, area, shown)]) for area, shown in pairs]
    groups.append(RowGroup([_total(context, body)]))
    table = FlowTable(head, groups, WIDTH)
    put_heading(flow, title, table.start(flow.frame))
    table.put(flow)
    flow.space(1.6 * MM)
    flow.put(Stack(_area_legend(context, root)))
    said = _what_values_are(context)
    if said:
        flow.put(paragraph(said, NOTE, root.add("P"), WIDTH))


def _what_values_are(context: SheetContext) -> str:
    """Say what of the values is agreed before the release, and which medians had to be put on the step."""
    if context.dossier.release or not context.counted:
        return ""
    agreed = [one.key for one in context.case.criteria if one.consensus is not None]
    moved = [
        one.key for one in context.case.criteria if one.key not in agreed and one.median not in (None, one.suggested)
    ]
    said = []
    if len(agreed) == len(context.case.criteria):
        said.append(context.say("areas.all_agreed"))
    elif agreed:
        said.append(context.say("areas.some_agreed", keys=context.words.listed(agreed)))
    if moved:
        said.append(context.say("areas.on_step", keys=context.words.listed(moved)))
    return " ".join(said)


def _area_head(context: SheetContext, node: StructureElement) -> TableRow:
    most = max((len(area.criteria) for area in context.catalogue.areas), default=0)
    some = any(one.consensus is not None for one in context.case.criteria)
    key = "areas.values" if context.dossier.release else "areas.partly_agreed" if some else "areas.medians"
    if most > 1:
        key += "_numbered"
    shares = context.catalogue.thresholds()[0]
    unit = locale.LOCALES[context.words.language].percent
    bounds = context.words.listed([context.share(bound).removesuffix(unit) for bound in shares])
    share = context.say("areas.share_bounds", n=len(shares), bounds=bounds + unit)
    return head_row(
        node,
        [
            (0.0, VALUES_X - 2 * MM, context.say("areas.area"), "start"),
            (VALUES_X, _VALUES_WIDTH, context.say(key, n=most), "start"),
            (POINTS_X, _POINTS_WIDTH, context.say("areas.points"), "end"),
            (METER_X, WIDTH - METER_X, share if shares else context.say("areas.share"), "start"),
        ],
    )


def _area_figures_row(context: SheetContext, body: StructureElement, area: Area, shown: AreaFigures) -> TableRow:
    line = body.add("TR")
    language = context.words.language
    title = [Run(f"{area.key}{NB} ", TABLE.semibold()), Run(context.local(area.title), TABLE)]
    cells = [text_cell(line, 0.0, VALUES_X - 4 * MM, title, role="TH")]
    cells.append(TableCell(VALUES_X, _values(context, line.add("TD"), area)))
    said = context.say(
        "areas.points_of", points=context.points(shown.points), maximum=context.words.plain(shown.maximum)
    )
    cells.append(text_cell(line, POINTS_X, _POINTS_WIDTH, said, anchor="end"))
    last = line.add("TD")
    meter = FigureBlock(figures.area_meter(context.catalogue, shown, language), None)
    cells += [TableCell(METER_X, meter), TableCell(SHARE_X, share_mark(context, last, area, shown))]
    for cell in cells:
        cell.stand = "middle"
    return TableRow(cells, WIDTH, above=1.0 * MM, below=1.0 * MM, least=9.7 * MM)


def _values(context: SheetContext, cell: StructureElement, area: Area) -> Block:
    """Give the cells of an area's criteria, five to a line."""
    parts: list[tuple[float, float, Block]] = []
    catalogue, language = context.catalogue, context.words.language
    for index, criterion in enumerate(area.criteria):
        agreed = context.case.criterion(criterion.key).agreed
        shown = figures.value_cell(agreed, catalogue.scale, catalogue.flags.floor, criterion.minimum, language=language)
        span = cell.add("Span", actual=f"{criterion.key} {shown.alt}; ")
        row, column = divmod(index, _ACROSS)
        parts.append((column * _CELL_STEP, row * _LINE_STEP, FigureBlock(shown, span)))
    return HorizontalBlock(parts)


def share_mark(context: SheetContext, cell: StructureElement, area: Area, shown: AreaFigures) -> Block:
    """Give an area's share behind ✓ or ▼, plain where it has no threshold or no value."""
    text = context.share(shown.share)
    room = WIDTH - SHARE_X
    if shown.share is None or area.threshold is None:
        return signed(figure_marks.Marked(None, text, "ink"), TABLE, cell, room)
    status = Status.MET if shown.share >= area.threshold else Status.MISSED
    return signed(status_mark(status, text, context.words.language), TABLE, cell, room)


def _total(context: SheetContext, body: StructureElement) -> TableRow:
    line = body.add("TR")
    figures_ = context.case.figures
    said = context.say(
        "areas.points_of", points=context.points(figures_.total), maximum=context.words.plain(figures_.maximum)
    )
    rule = context.case.suggestion.rule
    note = ""
    if rule is not None and not context.is_withdrawn:
        note = context.say("areas.rule_note", rule=rule.id, text=decisive(context))
    cells = [
        text_cell(line, 0.0, VALUES_X - 4 * MM, context.say("areas.total"), role="TH", style=TABLE.semibold()),
        text_cell(line, VALUES_X, _VALUES_WIDTH - 2 * MM, _scale_note(context), style=NOTE),
        text_cell(line, POINTS_X, _POINTS_WIDTH, said, anchor="end", style=TABLE.semibold()),
        text_cell(line, METER_X, WIDTH - METER_X, note, style=NOTE),
    ]
    for cell in cells:
        cell.stand = "middle"
    return TableRow(cells, WIDTH, above=1.0 * MM, below=1.0 * MM, least=8.6 * MM)


def _scale_note(context: SheetContext) -> str:
    scale = context.catalogue.scale
    low, high = context.words.plain(scale.minimum), context.words.plain(scale.maximum)
    steps = locale.steps(scale, context.words.language, messages.text)
    note = context.say("areas.scale_note", low=low, high=high, steps=steps)
    weights = {area.maximum for area in context.catalogue.areas}
    if len(weights) > 1:
        return note
    return context.say("areas.weights_note", weight=context.words.plain(weights.pop()), scale=note)


def _area_legend(context: SheetContext, root: StructureElement) -> list[Block]:
    flags, scale = context.catalogue.flags, context.catalogue.scale
    language = context.words.language
    sample = max((value for value in scale.values() if value < flags.floor), default=None)
    items = []
    if sample is not None:
        floor = context.say("areas.legend_floor", floor=context.score(flags.floor))
        items.append((figure_marks.floor_sign(scale.band(sample), context.score(sample)), floor))
    items += [
        (status_sign(Status.MISSED, language), context.say("areas.legend_missed")),
        (status_sign(Status.MET, language), context.say("areas.legend_met")),
    ]
    if context.catalogue.thresholds()[0]:
        items.append((figure_marks.threshold_sign(), context.say("areas.legend_threshold")))
    return legend(root, items)


def put_vote(context: SheetContext, flow: Flow, root: StructureElement) -> None:
    """Place section 2: that there is no vote yet, and who is excluded or has not declared a conflict of interest."""
    title = heading(root, numbered(2, context.say("vote.title")))
    none = context.say("vote.withdrawn" if context.is_withdrawn else "vote.none")
    lines = Stack([paragraph(text, BODY, root.add("P"), WIDTH) for text in (none, *_conflicts(context))])
    put_heading(flow, title, min(lines.height, HEADING_NEEDS))
    flow.put(lines)


def _conflicts(context: SheetContext) -> list[str]:
    """Say who is excluded, who still has to declare, and how many have declared that nothing is in the way."""
    by: dict[ConflictOfInterest, list[str]] = {one: [] for one in ConflictOfInterest}
    for person, stated in context.dossier.conflicts:
        by[stated or ConflictOfInterest.OPEN].append(context.names.person(person))
    excluded, still_open, free = (
        by[one] for one in (ConflictOfInterest.EXCLUDED, ConflictOfInterest.OPEN, ConflictOfInterest.NONE)
    )
    said = []
    if excluded:
        said.append(context.say("vote.excluded", names=context.words.listed(excluded)))
    if context.is_withdrawn:
        return said
    if still_open:
        said.append(context.say("vote.undeclared", names=context.words.listed(still_open)))
    if free:
        said.append(context.say("vote.declared", n=len(free), count=context.words.count(len(free)).capitalize()))
    return said or [context.say("vote.undeclared_all")]


_VALUE_X, _STRIP_X, _SPREAD_X, _REASON_X = 45 * MM, 59.4 * MM, 95 * MM, 109 * MM
_REASON_WIDTH = WIDTH - _REASON_X
_SPREAD_WIDTH = 14 * MM
ROOM_BELOW_VOTE = 70 * MM


def put_criteria(context: SheetContext, flow: Flow, root: StructureElement) -> None:
    """Place section 3."""
    title = heading(root, numbered(3, context.say("criteria.title", n=len(context.catalogue.criteria))))
    signs = legend(root, _legend(context), gap=4.2 * MM)
    node = root.add("Table")
    head = _head(context, node)
    groups = [
        _group(context, node.add("TBody"), area, shown)
        for area, shown in zip(context.catalogue.areas, context.case.figures.areas, strict=True)
    ]
    table = FlowTable(head, groups, WIDTH)
    put_headed(
        flow, [title, Space(1.0 * MM), *signs], max(HEADING_NEEDS, min(table.start(flow.frame), flow.frame.full / 2))
    )
    table.put(flow)


def _legend(context: SheetContext) -> list[tuple[Figure, str]]:
    language, flags = context.words.language, context.catalogue.flags
    counted = context.counted
    items: list[tuple[Figure, str]] = []
    if len(counted) > figure_marks.REVIEWER_SHAPES:
        items.append((figure_marks.columns_sign(), context.say("criteria.legend_columns")))
    else:
        for position, one in enumerate(counted):
            name = context.say("criteria.reviewer", label=one.label, name=context.names.person(one.review.reviewer))
            items.append((figure_marks.reviewer_sign(position), name))
    items += [
        (figure_marks.median_sign(), context.say("criteria.legend_median")),
        (figure_marks.minimum_sign(), context.say("criteria.legend_minimum")),
        (figure_marks.status_sign(figure_marks.Status.DISCUSS, language), context.say("criteria.legend_discuss")),
    ]
    notice = context.score(flags.notice)
    items.append((figure_marks.notice_sign(language), context.say("criteria.legend_spread", notice=notice)))
    return items


def _head(context: SheetContext, node: StructureElement) -> TableRow:
    """Give the head, whose labels stand on the line of the axis' numbers."""
    many = len(context.counted) > figure_marks.REVIEWER_SHAPES
    values = figures.axis_values(context.catalogue.scale)
    low, high = context.words.plain(values[0]), context.words.plain(values[-1])
    line = node.add("THead").add("TR")
    criterion = head_cell(line, 0.0, _VALUE_X, context.say("criteria.criterion"))
    value = head_cell(line, _VALUE_X, figures.CELL_WIDTH * MM, context.say("criteria.value"), "middle")
    strip = line.add("TH", scope="Column")
    key = "criteria.distribution" if many else "criteria.single"
    room = _SPREAD_X - _STRIP_X
    caption = paragraph(context.say(key, low=low, high=high), LABEL, strip, room, goes_on=True)
    drawing = _axis(context, low, high)
    axis = FigureBlock(drawing, strip.add("Figure", alt=drawing.alt))
    spread = head_cell(line, _SPREAD_X, _SPREAD_WIDTH, context.say("criteria.spread"))
    reason = head_cell(line, _REASON_X, _REASON_WIDTH, context.say("criteria.reason"))
    down = Space(caption.height)
    cells = [TableCell(cell.x, Stack([down, cell.block])) for cell in (criterion, value, spread, reason)]
    return TableRow([*cells, TableCell(_STRIP_X, Stack([caption, axis]))], WIDTH, above=0.8 * MM, below=0.6 * MM)


def _axis(context: SheetContext, low: str, high: str) -> Figure:
    """Give the numbers of the axis as one figure."""
    scale = context.catalogue.scale
    shapes: list[Shape] = [
        TextShape(
            figures.place(scale, value), 0.7, context.words.plain(value), AXIS.size * PT, "ink_2", anchor="middle"
        )
        for value in figures.axis_values(scale)
    ]
    return Figure(figures.STRIP_WIDTH, 3.0, tuple(shapes), context.say("criteria.axis", low=low, high=high))


def _group(context: SheetContext, body: StructureElement, area: Area, shown: AreaFigures) -> RowGroup:
    rows = [_area_row(context, body, area, shown), *(_row(context, body, one) for one in area.criteria)]

    def again() -> TableRow:
        return _area_row(context, StructureElement("TBody"), area, shown, continued=True)

    return RowGroup(rows, again, INK)


def _area_row(
    context: SheetContext, body: StructureElement, area: Area, shown: AreaFigures, *, continued: bool = False
) -> TableRow:
    line = body.add("TR")
    language = context.words.language
    title = f"{area.key}{NB} {context.local(area.title)}"
    if continued:
        title = context.say("criteria.continued", title=title)
    head = line.add("TH", scope="Row", columns=3)
    name = paragraph(title, TABLE.semibold(), head, _STRIP_X - 2 * MM)
    meter = FigureBlock(figures.area_meter(context.catalogue, shown, language), None)
    share = share_mark(context, line.add("TD"), area, shown)
    said = context.say(
        "criteria.points_of",
        points=context.points(shown.points),
        maximum=context.words.plain(shown.maximum),
        n=shown.maximum,
    )
    cells = [
        TableCell(0.0, name, "middle"),
        TableCell(_STRIP_X, meter, "middle"),
        TableCell(_SPREAD_X, share, "middle"),
    ]
    last = text_cell(line, _REASON_X, _REASON_WIDTH, said)
    last.stand = "middle"
    return TableRow([*cells, last], WIDTH, above=1.0 * MM, below=1.0 * MM, tint="tint")


def _row(context: SheetContext, body: StructureElement, criterion: Criterion) -> TableRow:
    line = body.add("TR")
    shown = context.case.criterion(criterion.key)
    language = context.words.language
    cells = [TableCell(0.0, _title(context, line, criterion))]
    value = figures.value_cell(
        shown.agreed, context.catalogue.scale, context.catalogue.flags.floor, criterion.minimum, language=language
    )
    cells.append(TableCell(_VALUE_X, FigureBlock(value, line.add("TD").add("Span", actual=value.alt))))
    strip = figures.dot_strip(figures.criterion_strip(context.case, criterion.key), language=language)
    cells.append(TableCell(_STRIP_X, FigureBlock(strip, line.add("TD").add("Figure", alt=strip.alt))))
    mark = figure_marks.spread_mark(shown, context.catalogue.scale, language)
    cells.append(TableCell(_SPREAD_X, Stack([Space(1.0 * MM), signed(mark, TABLE, line.add("TD"), _SPREAD_WIDTH)])))
    text = short_reason(context, shown)
    cells.append(text_cell(line, _REASON_X, _REASON_WIDTH, text, lang=context.words.foreign))
    return TableRow(cells, WIDTH, above=1.0 * MM, below=0.9 * MM)


def _title(context: SheetContext, line: StructureElement, criterion: Criterion) -> Block:
    head = line.add("TH", scope="Row")
    room = _VALUE_X - 2 * MM
    key_node: StructureElement | None = None
    target = context.jumps.get(criterion.key)
    if target is not None:
        key_node = head.add("Link")
        key_node.target, key_node.contents = target, context.say("criteria.jump", key=criterion.key)
    runs = [
        Run(criterion.key, TABLE.semibold(), key_node),
        Run(f"{NB} ", TABLE),
        Run(context.local(criterion.title), TABLE),
    ]
    weight = context.words.plain(criterion.weight)
    if criterion.minimum is None:
        note = context.say("criteria.weight", weight=weight)
    else:
        note = context.say("criteria.weight_minimum", weight=weight, minimum=context.score(criterion.minimum))
    title = paragraph(runs, TABLE, head, room, goes_on=True)
    return Stack([title, paragraph(note, NOTE, head, room)])


_OUTCOME_X, _FINDING_X = 63 * MM, 89 * MM
_MEDIAN_X, _AGREED_X, _GROUND_X = 44 * MM, 58 * MM, 86 * MM
_NUMBER_WIDTH = 16 * MM

_STATUS = {
    FormalOutcome.MET: Status.MET,
    FormalOutcome.NOT_MET: Status.MISSED,
    FormalOutcome.TO_SUPPLY: Status.NOTICE,
    FormalOutcome.NOTICE: Status.NOTICE,
}


def put_formal(context: SheetContext, flow: Flow, root: StructureElement) -> None:
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
    table = FlowTable(head, [RowGroup([_formal_row(context, body, result)]) for result in results], WIDTH)
    put_headed(flow, [title, Space(1.0 * MM), note, Space(1.2 * MM)], max(HEADING_NEEDS, table.start(flow.frame)))
    table.put(flow)


def _summary(context: SheetContext) -> str:
    counts = Counter(result.outcome for result in context.dossier.formal)
    parts = []
    for outcome in FormalOutcome:
        if counts[outcome]:
            key = f"formal.outcomes.{outcome}"
            many = f"formal.outcomes.many.{outcome}"
            word = many if counts[outcome] > 1 and messages.has(f"sheet.{many}") else key
            parts.append(context.say("formal.counted", n=counts[outcome], outcome=context.say(word)))
    return context.say("formal.summary", n=len(context.dossier.formal), parts=", ".join(parts))


def _formal_row(context: SheetContext, body: StructureElement, result: FormalResult) -> TableRow:
    line = body.add("TR")
    language = context.words.language
    titles = (context.local(one.title) for one in context.catalogue.formal_checks if one.id == result.check)
    title = next(titles, "")
    runs = [Run(f"{result.check}{NB} ", TABLE.semibold()), Run(title, TABLE)]
    mark = status_mark(_STATUS[result.outcome], context.say(f"formal.outcomes.{result.outcome}"), language)
    return TableRow(
        [
            text_cell(line, 0.0, _OUTCOME_X - 3 * MM, runs, role="TH"),
            TableCell(_OUTCOME_X, signed(mark, TABLE, line.add("TD"), _FINDING_X - _OUTCOME_X)),
            text_cell(line, _FINDING_X, WIDTH - _FINDING_X, formal_finding(context, result)),
        ],
        WIDTH,
        above=0.9 * MM,
        below=0.8 * MM,
    )


def _one_line(flow: Flow, root: StructureElement, title: Block, text: str) -> None:
    line = paragraph(text, BODY, root.add("P"), WIDTH)
    flow.space(BEFORE_SECTION)
    flow.keep([title, Space(4.0), line])


def put_deviations(context: SheetContext, flow: Flow, root: StructureElement) -> None:
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
    table = FlowTable(head, [RowGroup([_deviation_row(context, body, one)]) for one in shown], WIDTH)
    last = paragraph(robust, BODY, root.add("P"), WIDTH) if robust else None
    following = table.height + (last.height + 1.6 * MM if last else 0.0)
    put_headed(flow, [title], following if following + title.height < flow.frame.full else table.start(flow.frame))
    table.put(flow)
    if last:
        flow.space(1.6 * MM)
        flow.put(last)


def _deviates(one: CriterionFigures) -> bool:
    return one.consensus is not None and one.suggested is not None and one.consensus.value != one.suggested


def _deviation_row(context: SheetContext, body: StructureElement, one: CriterionFigures) -> TableRow:
    line = body.add("TR")
    title = context.local(context.catalogue.criterion(one.key).title)
    runs = [Run(f"{one.key}{NB} ", TABLE.semibold()), Run(title, TABLE)]
    agreed = context.score(one.consensus.value) if one.consensus else context.say("deviations.open")
    return TableRow(
        [
            text_cell(line, 0.0, _MEDIAN_X - 2 * MM, runs, role="TH"),
            text_cell(line, _MEDIAN_X, _NUMBER_WIDTH, context.score(one.median), anchor="end"),
            text_cell(line, _AGREED_X, _NUMBER_WIDTH + 4 * MM, agreed, anchor="end"),
            text_cell(line, _GROUND_X, WIDTH - _GROUND_X, _ground(context, one), lang=context.words.foreign),
        ],
        WIDTH,
    )


def _ground(context: SheetContext, one: CriterionFigures) -> str:
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


def _cause(context: SheetContext, one: CriterionFigures, cause: Cause) -> str:
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
            criterion = context.catalogue.criterion(one.key)
            below = context.words.listed([label for label, value in values if criterion.is_missed_by(value)])
            return context.say("deviations.minimum", labels=below, minimum=context.score(criterion.minimum))
        case Cause.NOT_ASSESSABLE:
            unknown = [label for label, value in values if isinstance(value, NotAssessable)]
            return context.say("deviations.not_assessable", labels=context.words.listed(unknown))


def robustness(context: SheetContext) -> str:
    """Say all that the result hangs on and what was tried; empty where scores decide nothing."""
    told = [one.sentence for one in context.dependences()]
    if not told:
        return ""
    return bound(" ".join((*told, tried_text(context.dossier.robustness, context.words.language, messages.text))))


def put_conditions(context: SheetContext, flow: Flow, root: StructureElement) -> None:
    """Place section 6."""
    title = heading(root, numbered(6, context.say("conditions.title")))
    _one_line(flow, root, title, conditions_sentence(context))
