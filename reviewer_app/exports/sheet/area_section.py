"""Sections 1 and 2: areas with their agreed values, and the vote with its signatures."""

from fractions import Fraction

from reviewer_app.domain.catalogue import Area
from reviewer_app.domain.scoring import AreaFigures
from reviewer_app.exports import figure_marks, figures
from reviewer_app.exports.context import Context
from reviewer_app.exports.figure_marks import Status, status_mark, status_sign
from reviewer_app.exports.sheet.parts import head_row, heading, legend, numbered, put_heading, signed, text_cell
from reviewer_app.exports.sheet.styles import BODY, HEADING_NEEDS, NOTE, TABLE, WIDTH
from reviewer_app.exports.tagged.blocks import Beside, Block, Cell, FigureBlock, Row, Stack, paragraph
from reviewer_app.exports.tagged.flow import Flow, Group, Table
from reviewer_app.exports.tagged.pen import MM
from reviewer_app.exports.tagged.structure import Node
from reviewer_app.exports.tagged.text_layout import Run
from reviewer_app.exports.words import NB

VALUES_X, POINTS_X, METER_X, SHARE_X = 37 * MM, 96 * MM, 120.3 * MM, 155.6 * MM
_POINTS_WIDTH = 20.4 * MM
_VALUES_WIDTH = 60 * MM
_CELL_STEP = 11.6 * MM
_LINE_STEP = 6.6 * MM
_ACROSS = 5


def put_areas(context: Context, flow: Flow, root: Node) -> None:
    """Place section 1."""
    title = heading(root, numbered(1, context.say("areas.title")))
    node = root.add("Table")
    head = _head(context, node)
    body = node.add("TBody")
    pairs = zip(context.catalogue.areas, context.case.figures.areas, strict=True)
    groups = [Group([_row(context, body, area, shown)]) for area, shown in pairs]
    groups.append(Group([_total(context, body)]))
    table = Table(head, groups, WIDTH)
    put_heading(flow, title, table.start(flow.frame))
    table.put(flow)
    flow.space(1.6 * MM)
    flow.put(Stack(_legend(context, root)))


def _head(context: Context, node: Node) -> Row:
    most = max((len(area.criteria) for area in context.catalogue.areas), default=0)
    key = "areas.values_numbered" if most > 1 else "areas.values"
    shares = context.catalogue.thresholds()[0]
    bounds = context.words.listed([context.share(bound).removesuffix(f"{NB}%").removesuffix("%") for bound in shares])
    unit = f"{NB}%" if context.words.language == "de" else "%"
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


def _row(context: Context, body: Node, area: Area, shown: AreaFigures) -> Row:
    line = body.add("TR")
    language = context.words.language
    title = [Run(f"{area.key}{NB} ", TABLE.semibold()), Run(context.local(area.title), TABLE)]
    cells = [text_cell(line, 0.0, VALUES_X - 4 * MM, title, role="TH")]
    cells.append(Cell(VALUES_X, _values(context, line.add("TD"), area)))
    said = context.say(
        "areas.points_of", points=context.points(shown.points), maximum=context.words.plain(shown.maximum)
    )
    cells.append(text_cell(line, POINTS_X, _POINTS_WIDTH, said, anchor="end"))
    last = line.add("TD")
    meter = FigureBlock(figures.area_meter(context.catalogue, shown, language=language), None)
    cells += [Cell(METER_X, meter), Cell(SHARE_X, share_mark(context, last, area, shown))]
    for cell in cells:
        cell.stand = "middle"
    return Row(cells, WIDTH, above=1.0 * MM, below=1.0 * MM, least=9.7 * MM)


def _values(context: Context, cell: Node, area: Area) -> Block:
    """Give the cells of an area's criteria, five to a line."""
    parts: list[tuple[float, float, Block]] = []
    catalogue, language = context.catalogue, context.words.language
    for index, criterion in enumerate(area.criteria):
        agreed = context.case.criterion(criterion.key).agreed
        shown = figures.value_cell(agreed, catalogue.scale, catalogue.flags.floor, criterion.minimum, language=language)
        span = cell.add("Span", actual=f"{criterion.key} {shown.alt}; ")
        row, column = divmod(index, _ACROSS)
        parts.append((column * _CELL_STEP, row * _LINE_STEP, FigureBlock(shown, span)))
    return Beside(parts)


def share_mark(context: Context, cell: Node, area: Area, shown: AreaFigures) -> Block:
    """Give an area's share behind ✓ or ▼, plain where it has no threshold or no value."""
    text = context.share(shown.share)
    room = WIDTH - SHARE_X
    if shown.share is None or area.threshold is None:
        return signed(figure_marks.Marked(None, text, "ink"), TABLE, cell, room)
    status = Status.MET if shown.share >= area.threshold else Status.MISSED
    return signed(status_mark(status, text, context.words.language), TABLE, cell, room)


def _total(context: Context, body: Node) -> Row:
    line = body.add("TR")
    figures_ = context.case.figures
    said = context.say(
        "areas.points_of", points=context.points(figures_.total), maximum=context.words.plain(figures_.maximum)
    )
    rule = context.case.suggestion.rule
    note = ""
    if rule is not None and not context.is_withdrawn:
        words = context.local(rule.text) or context.local(rule.name)
        note = context.say("areas.rule_note", rule=rule.id, text=words)
    cells = [
        text_cell(line, 0.0, VALUES_X - 4 * MM, context.say("areas.total"), role="TH", style=TABLE.semibold()),
        text_cell(line, VALUES_X, _VALUES_WIDTH - 2 * MM, _scale_note(context), style=NOTE),
        text_cell(line, POINTS_X, _POINTS_WIDTH, said, anchor="end", style=TABLE.semibold()),
        text_cell(line, METER_X, WIDTH - METER_X, note, style=NOTE),
    ]
    for cell in cells:
        cell.stand = "middle"
    return Row(cells, WIDTH, above=1.0 * MM, below=1.0 * MM, least=8.6 * MM)


def _scale_note(context: Context) -> str:
    scale = context.catalogue.scale
    low, high = context.words.plain(scale.minimum), context.words.plain(scale.maximum)
    if scale.step == Fraction(1, 2):
        note = context.say("areas.scale_note_halves", low=low, high=high)
    else:
        note = context.say("areas.scale_note", low=low, high=high, step=context.words.plain(scale.step))
    weights = {area.maximum for area in context.catalogue.areas}
    if len(weights) > 1:
        return note
    return context.say("areas.weights_note", weight=context.words.plain(weights.pop()), scale=note)


def _legend(context: Context, root: Node) -> list[Block]:
    flags, scale = context.catalogue.flags, context.catalogue.scale
    language = context.words.language
    sample = max((value for value in scale.values() if value < flags.floor), default=None)
    items = []
    if sample is not None:
        floor = context.say("areas.legend_floor", floor=context.score(flags.floor))
        items.append((figure_marks.floor_sign(scale.band(sample)), floor))
    items += [
        (status_sign(Status.MISSED, language), context.say("areas.legend_missed")),
        (status_sign(Status.MET, language), context.say("areas.legend_met")),
    ]
    if context.catalogue.thresholds()[0]:
        items.append((figure_marks.threshold_sign(), context.say("areas.legend_threshold")))
    return legend(root, items)


def put_vote(context: Context, flow: Flow, root: Node) -> None:
    """Place section 2, which says in one line that there is no vote yet."""
    title = heading(root, numbered(2, context.say("vote.title")))
    line = paragraph(context.say("vote.none"), BODY, root.add("P"), WIDTH)
    put_heading(flow, title, min(line.height, HEADING_NEEDS))
    flow.put(line)
