"""Composes the workbook and writes it: whole or not at all, checked against the store before it takes its name."""

from pathlib import Path

from reviewer_app.domain.errors import BrokenError, MendableError
from reviewer_app.exports.material import Counts, RoundMaterial
from reviewer_app.exports.placing import put, refuse_open
from reviewer_app.exports.workbook.application import add_application
from reviewer_app.exports.workbook.assembly import packed
from reviewer_app.exports.workbook.basis import fill_basis
from reviewer_app.exports.workbook.book import open_book
from reviewer_app.exports.workbook.case_tables import add_conditions, add_findings
from reviewer_app.exports.workbook.charts import add_charts
from reviewer_app.exports.workbook.figure_tables import add_criteria, add_scores
from reviewer_app.exports.workbook.names import workbook_name
from reviewer_app.exports.workbook.overview import add_overview
from reviewer_app.exports.workbook.readback import read_back
from reviewer_app.exports.workbook.wording import Wording

_VARIANTS = ("internal", "pseudonymous")


def workbook_bytes(material: RoundMaterial) -> bytes:
    """Give the bytes of the workbook; the same material gives the same bytes.

    Raises MendableError("not_built_yet") for a variant that has no workbook, BrokenError("self_check_failed") where the
    bytes do not hold what the store counts.
    """
    return _made(material)[0]


def write_workbook(material: RoundMaterial, target: Path) -> Counts:
    """Write the workbook to `target`, beside it first and then in its place; give what the file itself counts.

    Raises what `workbook_bytes` raises, and what `placing.put` raises.
    """
    refuse_open(target)
    data, counts = _made(material)
    put(data, target)
    return counts


def _made(material: RoundMaterial) -> tuple[bytes, Counts]:
    if material.variant not in _VARIANTS:
        raise MendableError("not_built_yet", what=material.variant)
    data = _composed(material)
    return data, _checked(data, material)


def _composed(material: RoundMaterial) -> bytes:
    book = open_book(material)
    add_overview(book)
    _, drawings = add_charts(book)
    add_criteria(book)
    add_scores(book)
    add_findings(book)
    add_conditions(book)
    basis = book.fixed_page("basis")
    for sheet in book.sheets:
        add_application(book, sheet)
    fill_basis(book, basis)
    return packed(book, [one.alternative for one in drawings])


def _checked(data: bytes, material: RoundMaterial) -> Counts:
    """Read the workbook back and hold both of its counts against the store's; the sentence in it is true then."""
    counts, table = read_back(data, Wording(material.language).not_assessable)
    name = workbook_name(material.variant)
    if counts != material.stored:
        raise BrokenError("self_check_failed", name, detail=f"{counts} / {material.stored}")
    if (table.reviews, table.scores, table.rationales) != (counts.reviews, counts.scores, counts.rationales):
        raise BrokenError("self_check_failed", name, detail=f"{table} / {counts}")
    return counts
