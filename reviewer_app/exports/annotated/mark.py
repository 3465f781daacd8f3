"""What goes into a PDF with annotations, in which words, and what comes of it."""

from dataclasses import dataclass

from resources import messages
from reviewer_app.domain.annotations.annotation import Annotation, Direction, Link


@dataclass(frozen=True, slots=True)
class Mark:
    """An annotation on a page of the file, with the name its author is shown by."""

    annotation: Annotation
    author: str


@dataclass(frozen=True, slots=True)
class Annotated:
    """The copy. `written` annotations are in it, `left_out` have no place in this file or came with it.

    `appended`: it begins with the original's bytes. `certified`: who signed the original gave no leave to annotate, so
    viewers may call its certification broken in the copy.
    """

    data: bytes
    written: int
    left_out: int
    appended: bool
    certified: bool = False


@dataclass(frozen=True, slots=True)
class AnnotationCount:
    """How many of some annotations a file holds: `written` by us, `brought` as another program wrote them."""

    written: int
    brought: int


def subject(annotation: Annotation, language: str) -> str:
    """Return the kind as a word."""
    return messages.text(f"annotation.kind.{annotation.kind}", language)


def contents(annotation: Annotation, language: str) -> str:
    """Return kind, criteria with direction, and note."""
    kind = subject(annotation, language)
    criteria = ", ".join(_criterion(link, language) for link in annotation.links)
    head = messages.text("annotated.about", language, kind=kind, criteria=criteria) if criteria else kind
    return f"{head}\n{annotation.note}" if annotation.note else head


def _criterion(link: Link, language: str) -> str:
    if link.direction is Direction.NONE:
        return link.criterion
    direction = messages.text(f"annotation.direction.{link.direction}", language)
    return messages.text("annotated.directed", language, criterion=link.criterion, direction=direction)
