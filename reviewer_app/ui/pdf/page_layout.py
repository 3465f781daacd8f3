"""Where the pages of a document lie when they are shown one under the other, without a widget."""

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass

_STEPS = (0.5, 0.67, 0.8, 1.0, 1.25, 1.5, 2.0, 3.0, 4.0)


@dataclass(frozen=True, slots=True)
class PageLayout:
    """Tops, widths and heights of pages in px, all pages centred in `width`; `height` includes the gaps."""

    tops: tuple[float, ...]
    sizes: tuple[tuple[float, float], ...]
    scale: float
    width: float
    height: float

    def page_at(self, y: float) -> int:
        """Return the page, from 0, that covers `y` or is the last one above it."""
        return max(bisect_right(self.tops, y) - 1, 0)

    def between(self, top: float, bottom: float) -> range:
        """Return the pages that show between two heights; in a gap between two the one above, at the end the last."""
        if not self.tops:
            return range(0)
        first = self.page_at(top)
        end = max(bisect_left(self.tops, bottom), first + 1)
        ends_above = self.tops[first] + self.sizes[first][1] <= top
        return range(first + 1 if ends_above and first + 1 < end else first, end)

    def most_in_sight(self, top: float, bottom: float) -> list[int]:
        """Return the pages that show between two heights, the one with the most of it first."""

        def shown(page: int) -> float:
            return min(self.tops[page] + self.sizes[page][1], bottom) - max(self.tops[page], top)

        return sorted(self.between(top, bottom), key=shown, reverse=True)


def lay_out(sizes: Sequence[tuple[float, float]], scale: float, width: float, gap: float) -> PageLayout:
    """Lay pages (points) out at `scale` px per point in a column `width` px wide with `gap` px around each."""
    tops, shown, y = [], [], gap
    for page_width, page_height in sizes:
        tops.append(y)
        shown.append((page_width * scale, page_height * scale))
        y += page_height * scale + gap
    widest = max((one for one, _ in shown), default=0.0)
    return PageLayout(tuple(tops), tuple(shown), scale, max(width, widest + 2 * gap), y if shown else 0.0)


def zoomed(present: float, step: int) -> float:
    """Return the next size above (+1) or below (-1) the present one, as a share of 100 %."""
    if step > 0:
        return next((one for one in _STEPS if one > present + 0.01), _STEPS[-1])
    return next((one for one in reversed(_STEPS) if one < present - 0.01), _STEPS[0])
