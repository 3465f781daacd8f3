"""Reads a tagged PDF as a screen reader does: elements with their texts in order, and what lies outside them."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from io import BytesIO
from typing import Any

import pikepdf

_MAP = re.compile(rb"<([0-9A-F]+)> <([0-9A-F]+)>")
_INLINE = {"Span", "Link"}


@dataclass
class Element:
    """A structure element as it was read; `texts` are its own runs, `annotations` counts the links it holds."""

    role: str
    alt: str = ""
    actual: str = ""
    lang: str = ""
    identifier: str = ""
    scope: str = ""
    columns: int = 1
    has_box: bool = False
    annotations: int = 0
    pages: set[int] = field(default_factory=set)
    kids: "list[Element | str]" = field(default_factory=list)

    def walk(self) -> "Iterator[Element]":
        yield self
        for kid in self.kids:
            if isinstance(kid, Element):
                yield from kid.walk()

    def by_role(self, *roles: str) -> "list[Element]":
        return [element for element in self.walk() if element.role in roles]

    def stands_on(self) -> set[int]:
        """The pages on which something of it is drawn."""
        return {page for element in self.walk() for page in element.pages}

    def text(self) -> str:
        """What is read out: alternative and replacement texts before drawn ones."""
        if self.alt:
            return self.alt
        if self.actual:
            return self.actual
        return "".join(kid if isinstance(kid, str) else kid.text() for kid in self.kids)

    def drawn(self) -> str:
        """What is drawn inside, whatever stands for it."""
        return "".join(kid if isinstance(kid, str) else kid.drawn() for kid in self.kids)


@dataclass
class Reading:
    """A file as it was read: its tree, and per page (order, texts outside the tree)."""

    root: Element
    outside: list[list[str]]
    marked: int
    used: int


def read(data: bytes) -> Reading:
    """Read a file that carries its structure."""
    with pikepdf.open(BytesIO(data)) as pdf:
        pages = [_page(page) for page in pdf.pages]
        numbers = {page.obj.objgen: index for index, page in enumerate(pdf.pages)}
        used: set[tuple[int, int]] = set()
        root = _element(pdf.Root.StructTreeRoot.K[0], numbers, [inside for inside, _ in pages], used)
        marked = sum(len(inside) for inside, _ in pages)
    return Reading(root, [outside for _, outside in pages], marked, len(used))


def _element(item: Any, numbers: dict[Any, int], inside: list[dict[int, str]], used: set[tuple[int, int]]) -> Element:  # noqa: ANN401  # an object of the file
    attributes = item.get("/A", {})
    found = Element(
        role=str(item.S)[1:],
        alt=str(item.get("/Alt", "")),
        actual=str(item.get("/ActualText", "")),
        lang=str(item.get("/Lang", "")),
        identifier=str(item.get("/ID", "")),
        scope=str(attributes.get("/Scope", "/"))[1:],
        columns=int(attributes.get("/ColSpan", 1)),
        has_box="/BBox" in attributes,
    )
    kids = item.get("/K", pikepdf.Array([]))
    for kid in kids if isinstance(kids, pikepdf.Array) else [kids]:
        if isinstance(kid, int):
            found.pages.add(numbers[item.Pg.objgen])
            found.kids.append(_content(numbers[item.Pg.objgen], kid, inside, used))
        elif kid.get("/Type") == "/MCR":
            found.pages.add(numbers[kid.Pg.objgen])
            found.kids.append(_content(numbers[kid.Pg.objgen], int(kid.MCID), inside, used))
        elif kid.get("/Type") == "/OBJR":
            found.annotations += 1
        else:
            found.kids.append(_element(kid, numbers, inside, used))
    return found


def _content(page: int, mcid: int, inside: list[dict[int, str]], used: set[tuple[int, int]]) -> str:
    used.add((page, mcid))
    return inside[page][mcid]


def _page(page: pikepdf.Page) -> tuple[dict[int, str], list[str]]:
    """Give the texts of a page by MCID, and those outside."""
    maps = {str(name): _mapping(font) for name, font in page.obj.Resources.Font.items()}
    inside: dict[int, str] = {}
    outside: list[str] = []
    current: int | None = None
    letters: dict[int, str] = {}
    for instruction in pikepdf.parse_content_stream(page):
        operands, operator = instruction.operands, str(instruction.operator)
        if operator in {"BMC", "BDC"}:
            properties: Any = operands[1] if len(operands) > 1 else {}
            current = int(properties["/MCID"]) if "/MCID" in properties else None
            if current is not None:
                inside[current] = ""
        elif operator == "EMC":
            current = None
        elif operator == "Tf":
            letters = maps[str(operands[0])]
        elif operator == "Tj":
            text = "".join(letters[code] for code in bytes(operands[0]))
            if current is None:
                outside.append(text)
            else:
                inside[current] += text
    return inside, outside


def _mapping(font: Any) -> dict[int, str]:  # noqa: ANN401  # an object of the file
    listed = font.ToUnicode.read_bytes().partition(b"endcodespacerange")[2]
    return {int(code, 16): bytes.fromhex(char.decode()).decode("utf-16-be") for code, char in _MAP.findall(listed)}


def outline(root: Element, depth: int = 0) -> Iterator[str]:
    """Give the tree as lines of text: role, attributes, what is read out; inline elements stay in their line."""
    has_blocks = any(isinstance(kid, Element) and kid.role not in _INLINE for kid in root.kids)
    about = [root.role]
    if root.scope:
        about.append(root.scope.lower())
    if root.columns > 1:
        about.append(f"×{root.columns}")
    if root.lang:
        about.append(root.lang)
    said = "" if has_blocks else " ".join(root.text().split())
    yield f"{'  ' * depth}{' '.join(about)}{': ' if said else ''}{said}"
    if has_blocks:
        for kid in root.kids:
            if isinstance(kid, Element):
                yield from outline(kid, depth + 1)
            elif kid.strip():
                yield f"{'  ' * (depth + 1)}{kid.strip()}"
