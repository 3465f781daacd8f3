"""Annex A, every reason in full, and annex B, every single score; its last line says that file and store agree.

Elements carry identifiers here, because the self-check reads them back from the finished file.
"""

from collections.abc import Iterator, Sequence
from itertools import batched

from reviewer_app.domain import locale
from reviewer_app.domain.catalogue import Criterion
from reviewer_app.domain.reviews.consolidation import ReviewFigures
from reviewer_app.domain.scale import NotAssessable, Value
from reviewer_app.exports import figures
from reviewer_app.exports.context import SheetContext, short_reason
from reviewer_app.exports.figure_shapes import Figure
from reviewer_app.exports.sheet.first_page import fitted_name
from reviewer_app.exports.sheet.parts import (
    ANNEX,
    BODY,
    ENTRY_NEEDS,
    HEADING_NEEDS,
    LABEL,
    NOTE,
    RATIONALE,
    RATIONALE_WIDTH,
    SUBJECT,
    TABLE,
    WIDTH,
    head_cell,
    heading,
    put_headed,
    text_cell,
)
from reviewer_app.exports.tagged.blocks import Block, FigureBlock, Space, TableCell, TableRow, paragraph
from reviewer_app.exports.tagged.canvas import MM
from reviewer_app.exports.tagged.flow import INK, LINE, Flow, FlowTable, RowGroup, Rule
from reviewer_app.exports.tagged.structure import StructureElement
from reviewer_app.exports.tagged.text import Run, visible
from reviewer_app.exports.words import NB

REASONS, SCORES = "reasons", "scores"
BLOCK = 10
_KEY_WIDTH = 24 * MM
_LABEL_WIDTH, _FIGURE_WIDTH = 9.6 * MM, 12.5 * MM
_AFTER_PARAGRAPH = 3.0


def with_reasons(context: SheetContext, key: str) -> list[ReviewFigures]:
    """Give the counted reviews that have a reason for a criterion."""
    return [one for one in context.counted if one.review.rationale(key).strip()]


def prepare_jumps(context: SheetContext) -> None:
    """Make the headings of annex A before the story, so that section 3 can link to them."""
    for criterion in context.catalogue.criteria:
        if with_reasons(context, criterion.key):
            context.jumps[criterion.key] = StructureElement("H3")


def put_reasons(context: SheetContext, flow: Flow, root: StructureElement) -> None:
    """Place annex A."""
    title = heading(root, f"{context.say('annex.reasons')}{NB} {context.say('annex.reasons_title')}", ANNEX)
    flow.label(REASONS, "")
    if not context.jumps and not any(one.review.overall.strip() for one in context.counted):
        key = "annex.no_reasons" if context.counted else "annex.no_reviews"
        put_headed(flow, [title, paragraph(context.say(key), BODY, root.add("P"), WIDTH)], 0.0)
        return
    flow.break_page()
    labels = [one.label for one in context.counted]
    order = context.say("annex.reasons_order", n=len(labels), first=labels[0], last=labels[-1])
    put_headed(flow, [title, Space(1.0 * MM), paragraph(order, NOTE, root.add("P"), WIDTH)], ENTRY_NEEDS)
    _put_name(context, flow, root)
    for criterion in context.catalogue.criteria:
        if criterion.key in context.jumps:
            _put_criterion(context, flow, root, criterion)
    _put_overall(context, flow, root)


def _put_name(context: SheetContext, flow: Flow, root: StructureElement) -> None:
    """Give the whole name where page 1 had to cut it."""
    if fitted_name(context.name)[2]:
        put_headed(flow, [heading(root, context.say("annex.full_name"), SUBJECT, "H3")], ENTRY_NEEDS)
        flow.put(paragraph(context.name, RATIONALE, root.add("P", lang=context.words.foreign), RATIONALE_WIDTH))


def _put_criterion(context: SheetContext, flow: Flow, root: StructureElement, criterion: Criterion) -> None:
    node = context.jumps[criterion.key]
    root.kids.append(node)
    title = f"{criterion.key}{NB} {context.local(criterion.title)}"
    flow.label(REASONS, criterion.key)
    put_headed(flow, [paragraph(title, SUBJECT, node, WIDTH, begins=True)], ENTRY_NEEDS)
    for one in with_reasons(context, criterion.key):
        name = context.say("criteria.reviewer", label=one.label, name=context.names.person(one.review.reviewer))
        cell = _score_cell(context, criterion, one.review.value(criterion.key))
        text = one.review.rationale(criterion.key)
        _put_entry(context, flow, root, (name, cell), text, f"{criterion.key}-{one.label}")
    _put_consensus(context, flow, root, criterion)
    without = [one.label for one in context.counted if not one.review.rationale(criterion.key).strip()]
    if without:
        said = context.say("annex.without", labels=context.words.listed(without))
        flow.put(paragraph(said, NOTE, root.add("P"), WIDTH))


def _score_cell(context: SheetContext, criterion: Criterion, value: Value | None) -> Figure:
    catalogue = context.catalogue
    return figures.value_cell(
        value, catalogue.scale, catalogue.flags.floor, criterion.minimum, language=context.words.language
    )


def _put_consensus(context: SheetContext, flow: Flow, root: StructureElement, criterion: Criterion) -> None:
    """Give the chair's reason in full where section 3 had to shorten it."""
    shown = context.case.criterion(criterion.key)
    if shown.consensus and short_reason(context, shown).endswith(" …"):
        cell = _score_cell(context, criterion, shown.consensus.value)
        head = (context.say("annex.consensus"), cell)
        _put_entry(context, flow, root, head, shown.consensus.reason, "")


def _put_overall(context: SheetContext, flow: Flow, root: StructureElement) -> None:
    having = [one for one in context.counted if one.review.overall.strip()]
    if not having:
        return
    title = context.say("annex.overall")
    flow.label(REASONS, title)
    note = paragraph(context.say("annex.overall_note"), NOTE, None, WIDTH)
    head = heading(root, title, SUBJECT, "H3")
    note.node = root.add("P")
    put_headed(flow, [head, note], ENTRY_NEEDS)
    for one in having:
        name = context.say("criteria.reviewer", label=one.label, name=context.names.person(one.review.reviewer))
        _put_entry(context, flow, root, (name, None), one.review.overall, "")


def _put_entry(
    context: SheetContext,
    flow: Flow,
    root: StructureElement,
    head: tuple[str, Figure | None],
    text: str,
    identifier: str,
) -> None:
    """Place one reason: head line with its score, rule, paragraphs that flow over pages."""
    name, cell = head
    title = root.add("H4")
    cells = [TableCell(0.0, paragraph(name, TABLE.semibold(), title, RATIONALE_WIDTH, begins=True), "middle")]
    if cell is not None:
        shown = title.add("Span", actual=f" {cell.alt}")
        cells.append(TableCell(WIDTH - cell.width * MM, FigureBlock(cell, shown), "middle"))
    line = TableRow(cells, WIDTH, above=0.6 * MM, below=0.6 * MM)
    blocks = list(_paragraphs(context, root, context.people_text(text, identifier or name), identifier))
    whole = line.height + sum(block.height for block in blocks)
    flow.need(min(ENTRY_NEEDS, whole))
    flow.put(line)
    flow.put(Rule(WIDTH, *LINE), muted=True)
    flow.space(1.2 * MM)
    for block in blocks:
        flow.put(block)
        flow.space(_AFTER_PARAGRAPH)
    flow.space(2.0 * MM)


def _paragraphs(context: SheetContext, root: StructureElement, text: str, identifier: str) -> Iterator[Block]:
    """Give the paragraphs of a text that people wrote; the first carries the identifier."""
    for number, part in enumerate(part for part in text.splitlines() if part.strip()):
        name = f"rationale-{identifier}" if identifier and number == 0 else ""
        node = root.add("P", identifier=name, lang=context.words.foreign)
        yield paragraph(visible(part), RATIONALE, node, RATIONALE_WIDTH)


def put_scores(context: SheetContext, flow: Flow, root: StructureElement) -> None:
    """Place annex B."""
    title = heading(root, f"{context.say('annex.scores')}{NB} {context.say('annex.scores_title')}", ANNEX)
    flow.label(SCORES, "")
    if not context.counted:
        line = paragraph(context.say("annex.no_reviews"), BODY, root.add("P"), WIDTH)
        put_headed(flow, [title, line], 0.0)
    else:
        said = "annex.scores_note" if context.dossier.release else "annex.scores_note_median"
        note = paragraph(context.say(said), NOTE, root.add("P"), WIDTH)
        blocks = [tuple(block) for block in batched(context.counted, BLOCK)]
        tables = [_table(context, root, block, last=block is blocks[-1]) for block in blocks]
        put_headed(
            flow,
            [title, Space(1.0 * MM), note, Space(1.2 * MM)],
            max(HEADING_NEEDS, min(tables[0].height, flow.frame.full / 2)),
        )
        for number, table in enumerate(tables):
            if number:
                flow.space(3 * MM)
                flow.need(min(table.height, flow.frame.full))
            table.put(flow)


def put_check(context: SheetContext, flow: Flow, root: StructureElement) -> None:
    """Place the last line, the self-check."""
    flow.space(3 * MM)
    said = f"{context.dossier.stored.agreement(context.words.language)}."
    flow.put(paragraph(said, NOTE, root.add("P"), WIDTH))


def _table(context: SheetContext, root: StructureElement, block: Sequence[ReviewFigures], *, last: bool) -> FlowTable:
    node = root.add("Table")
    head = _score_head(context, node, block, last=last)
    body = node.add("TBody")
    groups = []
    for area in context.catalogue.areas:
        for number, criterion in enumerate(area.criteria):
            row = _score_row(context, body, criterion, block, last=last)
            row.width = head.width
            groups.append(RowGroup([row], rule=LINE if number else INK))
    return FlowTable(head, groups, head.width)


def _score_head(
    context: SheetContext, node: StructureElement, block: Sequence[ReviewFigures], *, last: bool
) -> TableRow:
    line = node.add("THead").add("TR")
    cells = [head_cell(line, 0.0, _KEY_WIDTH, context.say("criteria.criterion"))]
    x = _KEY_WIDTH
    for one in block:
        label = line.add("TH", scope="Column", identifier=f"review-{one.label}")
        cells.append(TableCell(x, paragraph(one.label, LABEL, label, _LABEL_WIDTH, anchor="end")))
        x += _LABEL_WIDTH
    for key in ("mean", "median", "spread", "agreed") if last else ():
        cells.append(head_cell(line, x, _FIGURE_WIDTH, context.say(f"annex.{key}"), "end"))
        x += _FIGURE_WIDTH
    return TableRow(cells, x)


def _score_row(
    context: SheetContext, body: StructureElement, criterion: Criterion, block: Sequence[ReviewFigures], *, last: bool
) -> TableRow:
    line = body.add("TR")
    runs = [Run(criterion.key, TABLE.semibold())]
    if criterion.minimum is not None:
        minimum = context.say("annex.minimum", minimum=context.score(criterion.minimum))
        runs.append(Run(f"{NB}{NB} {minimum}".replace(" ", NB), NOTE))
    cells = [text_cell(line, 0.0, _KEY_WIDTH, runs, role="TH")]
    x = _KEY_WIDTH
    for one in block:
        cells.append(_single(context, line, criterion, one, x))
        x += _LABEL_WIDTH
    if last:
        shown = context.case.criterion(criterion.key)
        language = context.words.language
        spread = locale.NOTHING if shown.range is None else context.score(shown.range)
        for text in (locale.mean(shown.mean, language), context.score(shown.median), spread):
            cells.append(text_cell(line, x, _FIGURE_WIDTH, text, anchor="end"))
            x += _FIGURE_WIDTH
        agreed = context.score(shown.agreed)
        cells.append(text_cell(line, x, _FIGURE_WIDTH, agreed, anchor="end", style=TABLE.semibold()))
    return TableRow(cells, WIDTH, above=0.55 * MM, below=0.5 * MM)


def _single(
    context: SheetContext, line: StructureElement, criterion: Criterion, one: ReviewFigures, x: float
) -> TableCell:
    """Give a single score, semibold below the minimum; an element with a score carries its identifier."""
    value = one.review.value(criterion.key)
    below = criterion.is_missed_by(value)
    said = ""
    if below:
        said = context.say("annex.below", value=context.score(value), minimum=context.score(criterion.minimum))
    elif isinstance(value, NotAssessable):
        said = _score_cell(context, criterion, value).alt
    identifier = "" if value is None else f"score-{criterion.key}-{one.label}"
    node = line.add("TD", actual=said, identifier=identifier)
    style = TABLE.semibold() if below else TABLE
    return TableCell(x, paragraph(context.score(value), style, node, _LABEL_WIDTH, anchor="end"))
