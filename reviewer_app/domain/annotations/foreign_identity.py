"""What tells an annotation of another program from all others, so that none is taken or written twice."""

import hashlib
from collections.abc import Container

from reviewer_app.domain.annotations.annotation import Rect

OWN_PREFIX = "votum-"
"""Begins the name (/NM) of every annotation that was made here and written into a PDF; its id follows."""

_APART = "#"
_DIGEST = "sha256-"
_DIGITS = 24
_PLACES = 1


def foreign_identity(name: str, page: int, subtype: str, rect: Rect, contents: str) -> str:
    """Return the name the other program gave (/NM), without one a digest of what it is and where it stands.

    `rect` in user space, `page` from 0. The place is rounded: programs write the same place with other decimals.
    """
    if name:
        return name
    return _digest(page, subtype, rect, contents)


def told_apart(name: str, page: int, subtype: str, rect: Rect, contents: str) -> str:
    """Return the identity of an annotation whose name another one has already: copied pages carry names along."""
    return f"{name}{_APART}{_digest(page, subtype, rect, contents)}"


def is_digest(identity: str) -> bool:
    """Say whether an identity was made from what the annotation is: then two of the same are one."""
    return identity.startswith(_DIGEST) and _APART not in identity


def is_among(identity: str, known: Container[str]) -> bool:
    """Say whether an identity, told apart or not, is one of those a file holds."""
    return identity in known or identity.rsplit(_APART, 1)[0] in known


def _digest(page: int, subtype: str, rect: Rect, contents: str) -> str:
    facts = (str(page), subtype, *(f"{round(value, _PLACES) + 0.0:.1f}" for value in rect), contents)
    return _DIGEST + hashlib.sha256("\x1f".join(facts).encode("utf-8", "replace")).hexdigest()[:_DIGITS]
