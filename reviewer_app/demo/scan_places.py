"""Where words stand on a page that was scanned: a person draws a rectangle there, as no program finds them."""

from collections.abc import Iterator, Sequence

from reviewer_app.demo.annexes import composed, naming
from reviewer_app.demo.members import DemoMember
from reviewer_app.demo.paper.look import PAGE_HEIGHT, Look, look_of
from reviewer_app.demo.paper.press import Imprint, print_pdf
from reviewer_app.demo.scan import HEAD, UNREADABLE
from reviewer_app.demo.story import AnnexPlan, Story
from reviewer_app.domain.annotation import Quad, Rect
from reviewer_app.domain.errors import BrokenError
from reviewer_app.domain.quoting import occurrences
from reviewer_app.exchange.annex.pdf import PdfDocument
from reviewer_app.exchange.annex.text import read_layer

SCAN = "scan"
_AROUND = (9.0, 5.0)
"""Points that the rectangle leaves beside and above what was set, for paper that lay askew in the scanner."""


def scan_places(
    story: Story, plan: AnnexPlan, members: Sequence[DemoMember], seed: int, wanted: Sequence[tuple[int, str]]
) -> Iterator[Rect]:
    """Yield a rectangle around each of the `wanted` words on its page (from 1), in user space, in points.

    The pages are set once more as they were before the scan; of a page that nobody can read it is what went wrong.
    Raises BrokenError(`demo_story`) where words are missing.
    """
    pages = composed(story, plan, members, seed)
    imprint = Imprint(story.text("applicant.cmo_kurz"), naming(plan.kind, story.text("legal_form"))[1], story.number)
    look = look_of(story.number_of("place"), plan.kind)
    printed = print_pdf([pages[page - 1] for page, _ in wanted], look, imprint)
    with PdfDocument(printed) as document:
        for index, (page, text) in enumerate(wanted):
            layer = read_layer(document, index)
            found = occurrences(layer.text, text)
            if not found:
                raise BrokenError("demo_story", story.number)
            yield _spoiled(look) if page in UNREADABLE else _around(layer.quads(*found[0]))


def _around(quads: Sequence[Quad]) -> Rect:
    beside, above = _AROUND
    across = [x for quad in quads for x in quad[::2]]
    up = [y for quad in quads for y in quad[1::2]]
    return min(across) - beside, min(up) - above, max(across) + beside, max(up) + above


def _spoiled(look: Look) -> Rect:
    """Return the part of a page that went wrong in the scanner, as far as there was text."""
    beside, _ = _AROUND
    return look.left - beside, look.bottom, look.left + look.width + beside, PAGE_HEIGHT * (1 - 1 / HEAD)
