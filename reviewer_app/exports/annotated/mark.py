"""What goes into a PDF with annotations, and what comes of it."""

from dataclasses import dataclass

from reviewer_app.domain.annotation import Annotation


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
class Held:
    """How many of some annotations a file holds: `written` by us, `brought` as another program wrote them."""

    written: int
    brought: int
