"""The structure tree of a document: nodes in logical order that collect what is drawn for them.

The tree is made with the story, before anything is placed, so reading order never depends on where a page breaks.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field

CELLS = frozenset({"TH", "TD"})


@dataclass(frozen=True, slots=True)
class MarkedContent:
    """A run of marked content: page from 0, its number on that page, its place in the order of drawing."""

    page: int
    mcid: int
    order: int


@dataclass(frozen=True, slots=True)
class AnnotationReference:
    """An annotation that belongs to a node, by its number in the document."""

    index: int
    order: int


@dataclass(slots=True, eq=False)
class StructureElement:
    """A structure element of a standard type with its attributes; empty texts mean there is none.

    `scope` and `columns` are for table heads, `box` for figures (left, bottom, right, top in points), `target` and
    `contents` for links: where they jump and what they say.
    """

    role: str
    kids: "list[StructureElement | MarkedContent | AnnotationReference]" = field(default_factory=list)
    alt: str = ""
    actual: str = ""
    lang: str = ""
    identifier: str = ""
    scope: str = ""
    columns: int = 1
    box: tuple[float, float, float, float] | None = None
    target: "StructureElement | None" = None
    contents: str = ""

    def add(
        self,
        role: str,
        *,
        alt: str = "",
        actual: str = "",
        lang: str = "",
        identifier: str = "",
        scope: str = "",
        columns: int = 1,
    ) -> "StructureElement":
        """Append a new child and return it."""
        child = StructureElement(role, [], alt, actual, lang, identifier, scope, columns)
        self.kids.append(child)
        return child

    def walk(self) -> Iterator["StructureElement"]:
        """Yield this node and all below it in logical order."""
        yield self
        for kid in self.kids:
            if isinstance(kid, StructureElement):
                yield from kid.walk()

    @property
    def is_drawn(self) -> bool:
        """Something was drawn for this node or below it."""
        return any(not isinstance(kid, StructureElement) or kid.is_drawn for kid in self.kids)

    @property
    def first_order(self) -> int:
        """The place in the order of drawing of what comes first in it; a large number where nothing was drawn."""
        return min(
            (kid.first_order if isinstance(kid, StructureElement) else kid.order for kid in self.kids), default=1 << 60
        )


def settle(node: StructureElement) -> None:
    """Drop nodes nobody drew (table cells stay, rows need them) and put text runs and inline nodes in drawn order."""
    node.kids = [kid for kid in node.kids if not isinstance(kid, StructureElement) or kid.role in CELLS or kid.is_drawn]
    nodes = [kid for kid in node.kids if isinstance(kid, StructureElement)]
    for kid in nodes:
        settle(kid)
    if nodes and len(nodes) < len(node.kids):
        node.kids.sort(key=lambda kid: kid.first_order if isinstance(kid, StructureElement) else kid.order)
