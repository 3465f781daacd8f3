"""What the sheets with one long table have in common: title, stand of data, a head row with filter, print set-up."""

from collections.abc import Sequence

from reviewer_app.exports.workbook import cells, looks
from reviewer_app.exports.workbook.book import Book
from reviewer_app.exports.workbook.cells import Cell, letters
from reviewer_app.exports.workbook.page import Page
from reviewer_app.exports.workbook.styles import Look

HEAD_ROW = 4
FIRST_ROW = HEAD_ROW + 1
HEAD_HEIGHT = 44
ROW = 18

type Column = tuple[str, float, str]
"""Words of the head, width in digits, and how the column is aligned: left, right or center."""


def open_table(book: Book, key: str, columns: Sequence[Column], sentence: Cell | None = None) -> Page:
    """Add a sheet with title, stand, a sentence in row 3, and the heads of its table; the first two columns stay."""
    page = book.fixed_page(key)
    title = book.wording.say(f"heading.{key}", round=book.material.title)
    page.add([cells.text(title, book.style(looks.TITLE.but(people=True)))], 24)
    page.add([cells.text(book.stand_line, book.style(looks.STAND.but(people=True)))], 14)
    page.add([sentence] if sentence else [], 19)
    heads = [
        cells.text(words, book.style(looks.HEAD.but(across=side, indent=int(aired))))
        for (words, _, side), aired in zip(columns, _aired(columns), strict=True)
    ]
    page.add(heads, HEAD_HEIGHT)
    page.widths(width for _, width, _ in columns)
    page.freeze(f"C{FIRST_ROW}")
    return page


def _aired(columns: Sequence[Column]) -> list[bool]:
    """Say which columns of text stand behind one of numbers and get some air."""
    return [
        index > 0 and column[2] == "left" and columns[index - 1][2] == "right" for index, column in enumerate(columns)
    ]


def close_table(book: Book, page: Page, columns: Sequence[Column], printed: int) -> None:
    """Set filter and print after the last row; `printed` columns are printed."""
    last = max(len(page.rows), HEAD_ROW)
    page.frame.auto_filter.ref = f"A{HEAD_ROW}:{letters(len(columns))}{last}"
    book.print_page(page, letters(printed), heads=f"{HEAD_ROW}:{HEAD_ROW}")


def note(book: Book, key: str) -> Cell:
    """Give the line that stands in row 3 of a table without content."""
    return cells.text(book.wording.say(f"empty.{key}"), book.style(Look(colour="ink_2", down="center")))
