"""Where a note about a page as a whole is put: into the upper right corner as the page is shown."""

import pikepdf

from reviewer_app.domain.annotation import Rect
from reviewer_app.exports.annotated.drawing import NOTE_SIZE
from reviewer_app.exports.annotated.existing import number

_MARGIN = 12.0
_STEP = NOTE_SIZE + 4.0
_DEEPEST = 50
_CORNERS = 4
_ASSUMED: Rect = (0.0, 0.0, 612.0, 792.0)  # what PDFium shows where a page does not say


def note_rect(page: pikepdf.Object, before: int) -> Rect:
    """Return the place in user space of a page's note; `before` notes stand above it.

    Its upper left corner stays where it is while a viewer keeps the note upright on a rotated page.
    """
    left, bottom, right, top = _shown(page)
    turned = int(number(_inherited(page, "/Rotate"))) // 90 % 4
    wide, high = (top - bottom, right - left) if turned % 2 else (right - left, top - bottom)
    across = max(0.0, wide - _MARGIN - NOTE_SIZE)
    down = _MARGIN + before * _STEP % max(_STEP, high - 2 * _MARGIN - NOTE_SIZE)
    x, y = (
        (left + across, top - down),
        (left + down, bottom + across),
        (right - across, bottom + down),
        (right - down, top - across),
    )[turned]
    return x, y - NOTE_SIZE, x + NOTE_SIZE, y


def _shown(page: pikepdf.Object) -> Rect:
    media = _box(_inherited(page, "/MediaBox")) or _ASSUMED
    crop = _box(_inherited(page, "/CropBox")) or media
    left, bottom = max(media[0], crop[0]), max(media[1], crop[1])
    right, top = min(media[2], crop[2]), min(media[3], crop[3])
    return (left, bottom, right, top) if left < right and bottom < top else media


def _box(value: object) -> Rect | None:
    if not isinstance(value, pikepdf.Array) or len(value) != _CORNERS:
        return None
    one, two, three, four = (number(each) for each in value)
    box = min(one, three), min(two, four), max(one, three), max(two, four)
    return box if box[0] < box[2] and box[1] < box[3] else None


def _inherited(page: pikepdf.Object, key: str) -> object:
    """Return a value of a page or of what it hangs below."""
    node: object = page
    for _ in range(_DEEPEST):
        if not isinstance(node, pikepdf.Dictionary):
            return None
        if key in node:
            return node[key]
        node = node.get("/Parent")
    return None
