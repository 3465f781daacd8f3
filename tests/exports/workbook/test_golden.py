"""Every cell of a small round against a kept dump; VOTUM_WRITE_REFERENCE=1 writes the dump anew."""

import os
import re
from collections.abc import Iterator
from pathlib import Path

from reviewer_app.exports.workbook.cells import spelt
from tests.exports.workbook.made import SMALL, book_of
from tests.exports.workbook.reading import Book
from tests.tree import ROOT

REFERENCE = ROOT / "tests" / "reference" / "workbook" / "small-round.txt"
_HASH = re.compile(r"\b[0-9a-f]{64}\b|(?<=\()[0-9a-f]{8}(?=\))")
"""What may differ: checksums, because they follow from every byte of the catalogue."""


def dumped(book: Book) -> Iterator[str]:
    for sheet in book.sheets:
        for place, cell in sheet.cells.items():
            if cell.formula is None and cell.value == "":
                continue
            value = spelt(cell.value) if isinstance(cell.value, float) else repr(cell.value)
            said = f" ={cell.formula}" if cell.formula is not None else ""
            yield _HASH.sub("<hash>", f"{sheet.title}!{place}{said} -> {value.removesuffix('.0')}")


def test_every_cell_is_as_it_was(tmp_path: Path) -> None:
    found = list(dumped(book_of("de", *SMALL)))
    if os.environ.get("VOTUM_WRITE_REFERENCE"):
        REFERENCE.write_text("\n".join(found) + "\n", encoding="utf-8")
    (tmp_path / REFERENCE.name).write_text("\n".join(found) + "\n", encoding="utf-8")
    kept = REFERENCE.read_text(encoding="utf-8").splitlines()
    assert found == kept, f"compare {tmp_path / REFERENCE.name} with {REFERENCE.name}"
