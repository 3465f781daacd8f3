"""The parts every section is put together from: type scale, headings, signed words, table heads and cells, legends."""

from collections.abc import Sequence

from reviewer_app.exports.figure_marks import TEXT_START, Marked, Status, status_sign
from reviewer_app.exports.figure_shapes import Figure
from reviewer_app.exports.tagged.blocks import (
    Block,
    FigureBlock,
    HorizontalBlock,
    Space,
    TableCell,
    TableRow,
    TextBlock,
    paragraph,
)
from reviewer_app.exports.tagged.canvas import MM
from reviewer_app.exports.tagged.flow import Flow
from reviewer_app.exports.tagged.structure import StructureElement
from reviewer_app.exports.tagged.text import Run, TextStyle
from reviewer_app.exports.words import NB

RESULT = TextStyle("SemiBold", 24, 29)
NAME = TextStyle("SemiBold", 17, 21)
NAMES_LONG = (TextStyle("SemiBold", 13, 16.5), TextStyle("SemiBold", 11.5, 14.5))
ANNEX = TextStyle("SemiBold", 13, 16)
SECTION = TextStyle("SemiBold", 11, 14)
SUBJECT = TextStyle("SemiBold", 10.5, 14)
BODY = TextStyle("Regular", 9, 13)
COLUMN_HEAD = TextStyle("SemiBold", 9, 12)
RATIONALE = TextStyle("Regular", 8.5, 12)
TABLE = TextStyle("Regular", 8, 10.5)
LABEL = TextStyle("SemiBold", 7.5, 9.5, "ink_2")
NOTE = TextStyle("Regular", 7.5, 9.5, "ink_2")
AXIS = TextStyle("Regular", 7, 8.5, "ink_2")
FOOT = TextStyle("Regular", 7, 9, "ink_2")
PAGE_NUMBER = TextStyle("Medium", 7.5, 9.5)
HEAD = TextStyle("SemiBold", 8.5, 11)
RUNNING = TextStyle("Regular", 7.5, 9.5, "ink_2")
HEAD_QUIET = TextStyle("Regular", 8.5, 11, "ink_2")

WIDTH = 170 * MM
RATIONALE_WIDTH = 146 * MM
BEFORE_SECTION = 14.0
AFTER_SECTION = 4.0
HEADING_NEEDS = 20 * MM
ENTRY_NEEDS = 28 * MM


SIGN_SPACE = TEXT_START * MM
LIST_INDENT = 4.2 * MM


def heading(root: StructureElement, text: str, style: TextStyle = SECTION, role: str = "H2") -> TextBlock:
    """Give a heading as a new element below `root`."""
    return paragraph(text, style, root.add(role), WIDTH, begins=True)


def numbered(number: int, title: str) -> str:
    """Give the text of a section's heading."""
    return f"{number}{NB} {title}"


def marked(text: str, style: TextStyle) -> list[Run]:
    """Give runs of a sentence whose heavy parts stand between double asterisks."""
    heavy = style.semibold()
    return [Run(part, heavy if index % 2 else style) for index, part in enumerate(text.split("**")) if part]


def put_heading(flow: Flow, block: TextBlock, following: float) -> None:
    """Place a heading with at least 20 mm of what follows it, or all of that where it is less."""
    put_headed(flow, [block], min(HEADING_NEEDS, following))


def put_headed(flow: Flow, blocks: Sequence[Block], following: float) -> None:
    """Place a heading's blocks so that `following` points of its content stay with it."""
    flow.space(BEFORE_SECTION)
    flow.keep([*blocks, Space(AFTER_SECTION)], following)


def sign_block(sign: Figure, node: StructureElement | None, style: TextStyle) -> tuple[float, float, Block]:
    """Give a sign as a part of a line set in `style`, in the middle of its capitals."""
    down = style.leading / 2 - sign.height * MM / 2
    return 0.0, down, FigureBlock(sign, node)


def signed(shown: Marked, style: TextStyle, parent: StructureElement, room: float) -> Block:
    """Give a sign and the text after it inside one cell; the sign is a span with its word."""
    cut = style.tinted(shown.colour)
    if shown.weight == "semibold":
        cut = cut.semibold()
    if shown.sign is None:
        return HorizontalBlock([(SIGN_SPACE, 0.0, paragraph(shown.text, cut, parent, room - SIGN_SPACE))])
    span = parent.add("Span", actual=f"{shown.sign.alt} ")
    text = paragraph(shown.text, cut, parent, room - SIGN_SPACE)
    return HorizontalBlock([sign_block(shown.sign, span, style), (SIGN_SPACE, 0.0, text)])


def points(
    parent: StructureElement, items: Sequence[tuple[Status | None, str]], room: float, language: str
) -> list[Block]:
    """Give a list, one block for each item: its sign as label, its sentence as body."""
    found: list[Block] = []
    listed = parent.add("L")
    for status, text in items:
        item = listed.add("LI")
        parts: list[tuple[float, float, Block]] = []
        if status is not None:
            sign = status_sign(status, language)
            label = item.add("Lbl").add("Span", actual=f"{sign.alt} ")
            parts.append(sign_block(sign, label, TABLE))
        body = item.add("LBody")
        parts.append((LIST_INDENT, 0.0, paragraph(marked(text, TABLE), TABLE, body, room - LIST_INDENT)))
        found += [HorizontalBlock(parts), Space(1.1 * MM)]
    return found


def head_cell(line: StructureElement, x: float, wide: float, label: str, anchor: str = "start") -> TableCell:
    """Give a cell of a table's head."""
    return TableCell(x, paragraph(label, LABEL, line.add("TH", scope="Column"), wide, anchor=anchor))


def head_row(table: StructureElement, labels: Sequence[tuple[float, float, str, str]]) -> TableRow:
    """Give a table's head: (distance from the left, width, label, anchor) for each column."""
    line = table.add("THead").add("TR")
    return TableRow([head_cell(line, *label) for label in labels], WIDTH)


def text_cell(  # noqa: PLR0913  # where it stands, what it says and how it looks
    line: StructureElement,
    x: float,
    wide: float,
    runs: str | Sequence[Run],
    *,
    role: str = "TD",
    anchor: str = "start",
    style: TextStyle = TABLE,
    lang: str = "",
) -> TableCell:
    """Give a cell of text; the first cell of a row takes the role TH."""
    node = line.add(role, scope="Row" if role == "TH" else "", lang=lang)
    return TableCell(x, paragraph(runs, style, node, wide, anchor=anchor))


def legend(parent: StructureElement, items: Sequence[tuple[Figure, str]], *, gap: float = 4.6 * MM) -> list[Block]:
    """Give the lines of a legend: each sign, an artifact, and what it means; as many on a line as fit."""
    node = parent.add("P")
    lines: list[list[tuple[float, float, Block]]] = [[]]
    x = 0.0
    for sign, text in items:
        start = sign.width * MM + 1.0 * MM
        word = paragraph(text, NOTE, node, WIDTH, goes_on=True)
        wide = start + max((line.width for line in word.lines), default=0.0)
        if x and x + wide > WIDTH:
            lines.append([])
            x = 0.0
        _, down, block = sign_block(sign, None, NOTE)
        lines[-1] += [(x, down, block), (x + start, 0.0, word)]
        x += wide + gap
    return [HorizontalBlock(parts) for parts in lines]
