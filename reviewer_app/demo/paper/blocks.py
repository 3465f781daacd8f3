"""The blocks a page is made of, read from plain lines as the resource files hold them.

Blocks are separated by an empty line: `= ` is the title, `# ` and `## ` head chapter and section, `- ` and `1. ` make
lists, `| a | b |` tables whose first row is the head, `> ` a framed note, `! kind …` a drawing, `~ ` a small line.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum


class Kind(StrEnum):
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
class Block:
    """One block; `rows` only for tables (first row the head), `text` of a drawing is `kind arguments`."""

    kind: Kind
    text: str = ""
    rows: tuple[tuple[str, ...], ...] = ()
    mark: str = ""


_MARKS = {
    "= ": Kind.TITLE,
    "# ": Kind.CHAPTER,
    "## ": Kind.SECTION,
    "> ": Kind.NOTE,
    "~ ": Kind.SMALL,
    "! ": Kind.DRAWING,
}
_NUMBERED = re.compile(r"(\d+\.|\(\d+\)|[a-z]\)) ")


def parse(text: str) -> tuple[Block, ...]:
    """Return the blocks of a text."""
    return tuple(block for part in re.split(r"\n\s*\n", text.strip()) if part.strip() for block in _blocks(part))


def _blocks(part: str) -> Iterator[Block]:
    lines = [line.strip() for line in part.strip().splitlines()]
    if lines[0].startswith("|"):
        yield Block(
            Kind.TABLE, rows=tuple(tuple(cell.strip() for cell in line.strip("|").split("|")) for line in lines)
        )
        return
    if lines[0].startswith("- ") or _NUMBERED.match(lines[0]):
        for line in lines:
            numbered = _NUMBERED.match(line)
            if line.startswith("- "):
                yield Block(Kind.ITEM, line[2:])
            elif numbered:
                yield Block(Kind.NUMBERED, line[numbered.end() :], mark=numbered.group(1))
            else:
                yield Block(Kind.TEXT, line)
        return
    joined = " ".join(lines)
    for mark, kind in _MARKS.items():
        if joined.startswith(mark):
            yield Block(kind, joined[len(mark) :].strip())
            return
    yield Block(Kind.TEXT, joined)
