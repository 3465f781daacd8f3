"""What is to be marked, before it is an annotation."""

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from reviewer_app.domain.annotation import PagePlace, Quote, Style, Target

if TYPE_CHECKING:
    from reviewer_app.domain.application import Attachment
    from reviewer_app.ui.pdf.reader import Passage


@dataclass(frozen=True, slots=True)
class Spot:
    """Where, how, and the words there."""

    target: Target
    style: Style
    quote: Quote = field(default_factory=Quote)


def spot_of(paper: "Attachment", passage: "Passage") -> Spot:
    """Return a passage of a paper as what is to be marked: words, an area, or the page as a whole."""
    style = Style.HIGHLIGHT if passage.quads else Style.AREA if passage.area else Style.PAGE_NOTE
    place = PagePlace(paper.kind, paper.name, paper.sha256, passage.page, passage.quads, passage.area)
    return Spot(place, style, Quote(passage.quote, passage.before, passage.after))
