"""Where the tags of a page's marks stand: each beside its mark, none over another, all of them on the page."""

from collections.abc import Sequence
from math import inf
from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF

from reviewer_app.ui.pdf.mark_tags import tag_size

if TYPE_CHECKING:
    from reviewer_app.ui.kit.theme import Theme
    from reviewer_app.ui.pdf.page_marks import PageGroup

_INSIDE = 70 / 794
"""How far inside the right edge of the page a margin tag begins, as a share of the page's width."""


def placed(
    theme: "Theme", width: float, height: float, wanted: Sequence[tuple["PageGroup", float]]
) -> list[tuple["PageGroup", QRectF]]:
    """Return marks with the boxes of their tags on a page of `width` by `height` px, from above.

    Each is wanted at a top; of several at one, that of the open criterion stands there. Where a page is too low for
    all of them, they stand in columns side by side.
    """
    ordered = sorted(wanted, key=lambda pair: (pair[1], not pair[0].tag.is_open))
    if not ordered:
        return []
    gap, edge = theme.em(2), theme.em(4)
    sizes = [tag_size(theme, group.tag) for group, _ in ordered]
    high = sizes[0][1]
    end = height - gap
    columns = -(-len(ordered) // max(int(height // (high + gap)), 1)) if height < inf else 1
    found: list[tuple[int, PageGroup, QRectF]] = []
    right = width - edge
    for column in range(columns):
        places = range(column, len(ordered), columns)
        tops = _tops([ordered[place][1] for place in places], high, gap, end)
        widest = max(sizes[place][0] for place in places)
        for place, top in zip(places, tops, strict=True):
            wide = sizes[place][0]
            left = min(width - _INSIDE * width, right - wide) if column == 0 else right - widest
            found.append((place, ordered[place][0], QRectF(left, top, wide, high)))
        right = min(box.left() for place, _, box in found if place in places) - gap
    return [(group, box) for _, group, box in sorted(found, key=lambda each: each[0])]


def _tops(wanted: list[float], high: float, gap: float, end: float) -> list[float]:
    """Return tops as near to those wanted as they get without one tag over another, or beyond `end`."""
    tops, free = [], 0.0
    for top in wanted:
        tops.append(max(top, free))
        free = tops[-1] + high + gap
    for place in reversed(range(len(tops))):
        tops[place] = min(tops[place], end - high)
        end = tops[place] - gap
    return tops
