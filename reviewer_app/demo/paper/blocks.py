"""The blocks a page is made of, read from plain lines as the resource files hold them.

Blocks are separated by an empty line: `= ` is the title, `# ` and `## ` head chapter and section, `- ` and `1. ` make
lists, `| a | b |` tables whose first row is the head, `> ` a framed note, `! kind …` a drawing, `~ ` a small line.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum


class BlockKind(StrEnum):
    """What a block is."""

    TITLE = "title"
    CHAPTER = "chapter"
    SECTION = "section"
    TEXT = "text"
    ASKED = "asked"
    ITEM = "item"
    NUMBERED = "numbered"
    TABLE = "table"
    NOTE = "note"
    SMALL = "small"
    DRAWING = "drawing"


@dataclass(frozen=True, slots=True)
class AnnexBlock:
    """One block; `rows` only for tables (first row the head), `text` of a drawing is `kind arguments`."""

    kind: BlockKind
    text: str = ""
    rows: tuple[tuple[str, ...], ...] = ()
    mark: str = ""


_MARKS = {
    "= ": BlockKind.TITLE,
    "# ": BlockKind.CHAPTER,
    "## ": BlockKind.SECTION,
    "> ": BlockKind.NOTE,
    "~ ": BlockKind.SMALL,
    "! ": BlockKind.DRAWING,
}
_NUMBERED = re.compile(r"(\d+\.|\(\d+\)|[a-z]\)) ")


def parse(text: str) -> tuple[AnnexBlock, ...]:
    """Return the blocks of a text."""
    return tuple(block for part in re.split(r"\n\s*\n", text.strip()) if part.strip() for block in _blocks(part))


def _blocks(part: str) -> Iterator[AnnexBlock]:
    lines = [line.strip() for line in part.strip().splitlines()]
    if lines[0].startswith("|"):
        yield AnnexBlock(
            BlockKind.TABLE, rows=tuple(tuple(cell.strip() for cell in line.strip("|").split("|")) for line in lines)
        )
        return
    if lines[0].startswith("- ") or _NUMBERED.match(lines[0]):
        for line in lines:
            numbered = _NUMBERED.match(line)
            if line.startswith("- "):
                yield AnnexBlock(BlockKind.ITEM, line[2:])
            elif numbered:
                yield AnnexBlock(BlockKind.NUMBERED, line[numbered.end() :], mark=numbered.group(1))
            else:
                yield AnnexBlock(BlockKind.TEXT, line)
        return
    joined = " ".join(lines)
    for mark, kind in _MARKS.items():
        if joined.startswith(mark):
            yield AnnexBlock(kind, joined[len(mark) :].strip())
            return
    yield AnnexBlock(BlockKind.TEXT, joined)
