"""The sign and tone of where an application stands, in the list and in the statistics."""

from collections.abc import Mapping

from reviewer_app.domain.reviews.standing import Standing
from reviewer_app.ui.kit.painting import Glyph

STANDING_SIGNS: Mapping[str, tuple[Glyph, str]] = {
    Standing.RECEIVED: (Glyph.RING, "neutral"),
    Standing.REQUESTED: (Glyph.TRIANGLE, "warn"),
    Standing.IN_REVIEW: (Glyph.HALF, "info"),
    Standing.REVIEWED: (Glyph.CHECK, "info"),
    Standing.RELEASED: (Glyph.LOCK, "ok"),
    Standing.WITHDRAWN: (Glyph.CROSS, "neutral"),
}
"""Only what is released is green, for only that is done."""
