"""Names for the identifiers of stored things, so that one kind is never passed for another.

Ids are random hexadecimal strings (32 characters), made where a thing is first written down; they survive hand-over.
"""

from typing import NewType
from uuid import uuid4

AnnotationId = NewType("AnnotationId", str)
ApplicationId = NewType("ApplicationId", str)
PersonId = NewType("PersonId", str)
ReviewId = NewType("ReviewId", str)


def new_id() -> str:
    """Return a fresh random id of 32 hexadecimal characters."""
    return uuid4().hex
