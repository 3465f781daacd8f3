"""Section 3: every criterion with its agreed value, the single scores as a strip, their spread and the reason."""

from reviewer_app.domain.catalogue import Area, Criterion
from reviewer_app.domain.scoring import AreaFigures
from reviewer_app.exports import figure_marks, figures
from reviewer_app.exports.context import Context
from reviewer_app.exports.figure_shapes import PT, Figure, Shape, Text
from reviewer_app.exports.sheet.area_section import share_mark
from reviewer_app.exports.sheet.parts import head_cell, heading, legend, numbered, put_headed, signed, text_cell
from reviewer_app.exports.sheet.styles import AXIS, HEADING_NEEDS, LABEL, NOTE, TABLE, WIDTH
from reviewer_app.exports.short_texts import short_reason
from reviewer_app.exports.tagged.blocks import Block, Cell, FigureBlock, Row, Space, Stack, paragraph
from reviewer_app.exports.tagged.flow import INK, Flow, Group, Table
from reviewer_app.exports.tagged.pen import MM
from reviewer_app.exports.tagged.structure import Node
from reviewer_app.exports.tagged.text_layout import Run
from reviewer_app.exports.words import NB

_VALUE_X, _STRIP_X, _SPREAD_X, _REASON_X = 45 * MM, 59.4 * MM, 95 * MM, 109 * MM
_REASON_WIDTH = WIDTH - _REASON_X
_SPREAD_WIDTH = 14 * MM
ROOM_BELOW_VOTE = 70 * MM


def put_criteria(context: Context, flow: Flow, root: Node) -> None:
    """Place section 3."""
    title = heading(root, numbered(3, context.say("criteria.title", n=len(context.catalogue.criteria))))
    signs = legend(root, _legend(context), gap=4.2 * MM)
    node = root.add("Table")
    head = _head(context, node)
    groups = [
        _group(context, node.add("TBody"), area, shown)
        for area, shown in zip(context.catalogue.areas, context.case.figures.areas, strict=True)
    ]
    table = Table(head, groups, WIDTH)
    put_headed(
        flow, [title, Space(1.0 * MM), *signs], max(HEADING_NEEDS, min(table.start(flow.frame), flow.frame.full / 2))
    )
    table.put(flow)


def _legend(context: Context) -> list[tuple[Figure, str]]:
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


def _head(context: Context, node: Node) -> Row:
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
    cells = [Cell(cell.x, Stack([down, cell.block])) for cell in (criterion, value, spread, reason)]
    return Row([*cells, Cell(_STRIP_X, Stack([caption, axis]))], WIDTH, above=0.8 * MM, below=0.6 * MM)


def _axis(context: Context, low: str, high: str) -> Figure:
    """Give the numbers of the axis as one figure."""
    scale = context.catalogue.scale
    shapes: list[Shape] = [
        Text(figures.place(scale, value), 0.7, context.words.plain(value), AXIS.size * PT, "ink_2", anchor="middle")
        for value in figures.axis_values(scale)
    ]
    return Figure(figures.STRIP_WIDTH, 3.0, tuple(shapes), context.say("criteria.axis", low=low, high=high))


def _group(context: Context, body: Node, area: Area, shown: AreaFigures) -> Group:
    rows = [_area_row(context, body, area, shown), *(_row(context, body, one) for one in area.criteria)]

    def again() -> Row:
        return _area_row(context, Node("TBody"), area, shown, continued=True)

    return Group(rows, again, INK)


def _area_row(context: Context, body: Node, area: Area, shown: AreaFigures, *, continued: bool = False) -> Row:
    line = body.add("TR")
    language = context.words.language
    title = f"{area.key}{NB} {context.local(area.title)}"
    if continued:
        title = context.say("criteria.continued", title=title)
    head = line.add("TH", scope="Row", columns=3)
    name = paragraph(title, TABLE.semibold(), head, _STRIP_X - 2 * MM)
    meter = FigureBlock(figures.area_meter(context.catalogue, shown, language=language), None)
    share = share_mark(context, line.add("TD"), area, shown)
    said = context.say(
        "criteria.points_of",
        points=context.points(shown.points),
        maximum=context.words.plain(shown.maximum),
        n=shown.maximum,
    )
    cells = [
        Cell(0.0, name, "middle"),
        Cell(_STRIP_X, meter, "middle"),
        Cell(_SPREAD_X, share, "middle"),
    ]
    last = text_cell(line, _REASON_X, _REASON_WIDTH, said)
    last.stand = "middle"
    return Row([*cells, last], WIDTH, above=1.0 * MM, below=1.0 * MM, tint="tint")


def _row(context: Context, body: Node, criterion: Criterion) -> Row:
    line = body.add("TR")
    shown = context.case.criterion(criterion.key)
    language = context.words.language
    cells = [Cell(0.0, _title(context, line, criterion))]
    value = figures.value_cell(
        shown.agreed, context.catalogue.scale, context.catalogue.flags.floor, criterion.minimum, language=language
    )
    cells.append(Cell(_VALUE_X, FigureBlock(value, line.add("TD").add("Span", actual=value.alt))))
    strip = figures.criterion_strip(context.case, criterion.key, language=language)
    cells.append(Cell(_STRIP_X, FigureBlock(strip, line.add("TD").add("Figure", alt=strip.alt))))
    mark = figure_marks.spread_mark(shown, language)
    cells.append(Cell(_SPREAD_X, Stack([Space(1.0 * MM), signed(mark, TABLE, line.add("TD"), _SPREAD_WIDTH)])))
    text = short_reason(context, shown)
    cells.append(text_cell(line, _REASON_X, _REASON_WIDTH, text, lang=context.words.foreign))
    return Row(cells, WIDTH, above=1.0 * MM, below=0.9 * MM)


def _title(context: Context, line: Node, criterion: Criterion) -> Block:
    head = line.add("TH", scope="Row")
    room = _VALUE_X - 2 * MM
    key_node: Node | None = None
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
