"""What tells an annotation of another program from all others, so that none is taken or written twice."""

import hashlib

from reviewer_app.domain.annotation import Rect

_DIGITS = 24
_PLACES = 1


def foreign_identity(name: str, page: int, subtype: str, rect: Rect, contents: str) -> str:
    """Return the name the other program gave (/NM), without one a digest of what it is and where it stands.

    `rect` in user space, `page` from 0. The place is rounded: programs write the same place with other decimals.
    """
    if name:
        return name
    facts = (str(page), subtype, *(f"{round(value, _PLACES) + 0.0:.1f}" for value in rect), contents)
    return "sha256-" + hashlib.sha256("\x1f".join(facts).encode("utf-8", "replace")).hexdigest()[:_DIGITS]
