"""Conditional formats that several sheets share: score bands, shares and totals near a threshold, results by word."""

from collections.abc import Iterable
from fractions import Fraction

from reviewer_app.domain.catalogue import Area, Catalogue
from reviewer_app.domain.scale import BANDS
from reviewer_app.exports.workbook import shared_styles
from reviewer_app.exports.workbook.book import Book
from reviewer_app.exports.workbook.cells import quoted
from reviewer_app.exports.workbook.page import WorksheetPage
from reviewer_app.exports.workbook.terms import ResultTerm, Terms

_NEAR = ((2, Fraction(1, 20)), (1, Fraction(1, 2)))
"""Decimals more, and how near to a bound they are needed, in units of the last place usually shown."""


def colour_score_bands(book: Book, page: WorksheetPage, ref: str, catalogue: Catalogue) -> None:
    """Colour scores by band, bold below the floor, n. b. on a hatched ground; `ref` is a range."""
    cell, styles = ref.partition(":")[0], book.styles
    page.colour(ref, f"{cell}={quoted(book.wording.not_assessable)}", styles.tinted(colour="ink_2", hatch=True))
    scale, floor = catalogue.scale, catalogue.flags.floor
    width = (scale.maximum - scale.minimum) / (BANDS - 1)
    starts = {scale.minimum + band * width: band for band in range(BANDS)}
    cuts = sorted({*starts, floor} if scale.minimum < floor < scale.maximum else starts, reverse=True)
    for cut in cuts:
        band = max(number for start, number in starts.items() if start <= cut)
        look = styles.tinted(f"fill_{band}", bold=cut < floor)
        bound = "" if cut == scale.minimum else f",{cell}>={float(cut)!r}"
        page.colour(ref, f"AND(ISNUMBER({cell}){bound})", look)


def colour_shares(
    book: Book, page: WorksheetPage, ref: str, terms: Terms, area: Area, *, prefix: str = "", only: str = ""
) -> None:
    """Mark shares below the area's threshold, and show more decimals just under any bound.

    `only` is a further condition, for ranges whose rows belong to several catalogues.
    """
    cell = ref.partition(":")[0]
    name, styles = terms.areas.get(area.key), book.styles
    bad = ("err_tint", "err") if name else ("", "")
    for bound, bound_name in sorted(terms.shares.items()):
        low = area.threshold is not None and bound <= area.threshold
        for digits, near in _NEAR:
            reach = float(near / 100)
            formula = f"AND(ISNUMBER({cell}){only},{cell}<{bound_name},{cell}>={bound_name}-{reach!r})"
            form = shared_styles.share_form(area.threshold, prefix, digits)
            look = styles.tinted(*bad, bold=True, form=form) if low else styles.tinted(form=form)
            page.colour(ref, formula, look)
    if name:
        page.colour(ref, f"AND(ISNUMBER({cell}){only},{cell}<{name})", styles.tinted(*bad, bold=True))


def colour_totals(book: Book, page: WorksheetPage, ref: str, terms: Terms, *, only: str = "") -> None:
    """Show more decimals of a total just under a bound of the rules."""
    cell = ref.partition(":")[0]
    for name in sorted(set(terms.totals.values())):
        for digits, near in _NEAR:
            reach = float(near / 10)
            formula = f"AND(ISNUMBER({cell}){only},{cell}<{name},{cell}>={name}-{reach!r})"
            page.colour(ref, formula, book.styles.tinted(form=f"0.0{'0' * digits}"))


def colour_results(book: Book, page: WorksheetPage, ref: str, outcomes: Iterable[ResultTerm]) -> None:
    """Colour results and votes by their words."""
    cell = ref.partition(":")[0]
    for one in outcomes:
        tone = shared_styles.RESULT_TONES.get(one.key, "")
        look = (
            book.styles.tinted(f"{tone}_tint", tone, bold=True)
            if tone
            else book.styles.tinted("tint", "ink_2", bold=True)
        )
        page.colour(ref, f"{cell}={one.cell}", look)
