"""The canvas that draws pages: artifact by default, content only under an open structure node.

Forgetting a node makes text disappear for a screen reader while both standards still pass, so the canvas leaves no
third way: what is drawn belongs to a node or is an artifact.
"""

import tomllib
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from functools import cache
from io import BytesIO
from typing import Any

from resources import path
from reviewer_app.exports.figure_shapes import (
    Circle,
    Figure,
    Polygon,
    Rectangle,
    Shape,
    StraightLine,
    Stroke,
    TextShape,
)
from reviewer_app.exports.tagged.structure import AnnotationReference, MarkedContent, StructureElement
from reviewer_app.exports.tagged.text import TextStyle, faces, spell, width


@cache
def colours() -> dict[str, tuple[float, float, float]]:
    """Give red, green and blue from 0 to 1 by token, with `fill_0` … `bar_5` for the bands and `cell_ink`."""
    tokens = tomllib.loads(path("styles", "tokens.toml").read_text(encoding="utf-8"))["document"]
    flat = {name: value for name, value in tokens.items() if isinstance(value, str)}
    for name in ("fill", "bar"):
        flat |= {f"{name}_{band}": value for band, value in enumerate(tokens[name])}
    flat["cell_ink"] = flat["ink"]
    return {name: _parts(value) for name, value in flat.items()}


def _parts(value: str) -> tuple[float, float, float]:
    red, green, blue = (int(value[start : start + 2], 16) / 255 for start in (1, 3, 5))
    return red, green, blue


MM = 72 / 25.4
PAGE_WIDTH, PAGE_HEIGHT = 210 * MM, 297 * MM

ARTIFACT = "/Artifact BMC"
HEADER = "/Artifact <</Type /Pagination /Subtype /Header>> BDC"
FOOTER = "/Artifact <</Type /Pagination /Subtype /Footer>> BDC"

_ARC = 0.5523
_FACE_OF = {"regular": "Regular", "medium": "Medium", "semibold": "SemiBold"}


@dataclass(frozen=True, slots=True)
class LinkAnnotation:
    """A jump inside the document: page from 0, its rectangle in points, where to, what it says, and its node."""

    page: int
    box: tuple[float, float, float, float]
    target: StructureElement
    contents: str
    node: StructureElement


@dataclass(frozen=True, slots=True)
class Bookmark:
    """An entry of the outline; `level` from 0, `top` in points on `page`."""

    level: int
    title: str
    page: int
    top: float


class _NewLetterError(Exception):
    """A letter that the document has not used yet."""


class _Letters(dict[int, str]):
    """How letters of one face are written in the file, as long as one font of the file holds them all."""

    font = ""

    def __missing__(self, code: int) -> str:
        raise _NewLetterError


class TaggedCanvas:
    """Draws one document page by page, in points from the lower left corner."""

    def __init__(self) -> None:
        from reportlab.pdfgen.canvas import Canvas

        regular: Any = faces()["Regular"].fontName
        # its stubs know neither the code of a page nor the document
        self._canvas: Any = Canvas(
            BytesIO(),
            pagesize=(PAGE_WIDTH, PAGE_HEIGHT),
            pageCompression=0,
            invariant=1,
            initialFontName=regular,
        )
        self.page = -1
        self.links: list[LinkAnnotation] = []
        self.bookmarks: list[Bookmark] = []
        self.tops: dict[StructureElement, tuple[int, float]] = {}
        self.titles: dict[StructureElement, str] = {}
        self.marked: list[list[StructureElement]] = []
        self._order = 0
        self._code: list[str] = []
        self._open: StructureElement | str = ""
        self._muted = ""
        self._state: dict[str, str] = {}
        self._letters: dict[str, _Letters] = {}

    def begin_page(self) -> None:
        """Start the next page."""
        self.page += 1
        self.marked.append([])
        self._code = []
        self._open = ""
        self._state = {}

    def end_page(self) -> None:
        """Finish the page."""
        if self._open:
            self._code.append("EMC")
        self._canvas._code.extend(self._code)  # noqa: SLF001  # reportlab offers no way to write operators
        self._canvas.showPage()

    def data(self) -> bytes:
        """Give the finished document as the PDF writer makes it, without its structure."""
        found: bytes = self._canvas.getpdfdata()
        return found

    @contextmanager
    def muted(self, kind: str = ARTIFACT) -> Iterator[None]:
        """Draw everything inside as an artifact of this kind, nodes or not."""
        before, self._muted = self._muted, kind
        yield
        self._muted = before

    @property
    def is_muted(self) -> bool:
        """Whether everything is drawn as an artifact now."""
        return bool(self._muted)

    def _enter(self, node: StructureElement | None) -> None:
        """Open the marked content of `node`, or an artifact."""
        target: StructureElement | str = self._muted or node or ARTIFACT
        if target is self._open:
            return
        if self._open:
            self._code.append("EMC")
        self._open = target
        if isinstance(target, StructureElement):
            marked = self.marked[self.page]
            self._code.append(f"/{target.role} <</MCID {len(marked)}>> BDC")
            target.kids.append(MarkedContent(self.page, len(marked), self._order))
            marked.append(target)
            self._order += 1
        else:
            self._code.append(target)

    def _set(self, name: str, operator: str) -> None:
        """Write a state operator unless it holds already."""
        if self._state.get(name) != operator:
            self._state[name] = operator
            self._code.append(operator)

    def _fill(self, colour: str) -> None:
        self._set("fill", _filling(colour))

    def _pen(self, colour: str, thickness: float, dash: tuple[float, ...]) -> None:
        self._set("stroke", "{:.4g} {:.4g} {:.4g} RG".format(*colours()[colour]))
        self._set("width", f"{thickness:.3f} w")
        self._set("dash", f"[{' '.join(f'{part:.3f}' for part in dash)}] 0 d")

    def text(self, x: float, y: float, text: str, style: TextStyle, node: StructureElement | None = None) -> None:
        """Draw a text that is spelt for the style's face, its baseline starting at (x, y)."""
        self._enter(node)
        self._fill(style.colour)
        code = [f"BT 1 0 0 1 {x:.2f} {y:.2f} Tm"]
        for name, letters in self._encoded(text, style.face):
            font = f"{name} {style.size:g} Tf"
            if self._state.get("font") != font:
                self._state["font"] = font
                code.append(font)
            code.append(f"({letters}) Tj")
        code.append("ET")
        self._code.append(" ".join(code))

    def _encoded(self, text: str, face: str) -> list[tuple[str, str]]:
        """Give (font, letters as they stand in the file); each letter is asked for once while there is one font."""
        known = self._letters.setdefault(face, _Letters())
        with suppress(_NewLetterError):
            return [(known.font, text.translate(known))]
        font, document, escape = faces()[face], self._canvas._doc, self._canvas._escape  # noqa: SLF001  # as above
        parts = font.splitString(text, document)
        if all(subset == 0 for subset, _ in parts):
            known.font = font.getSubsetInternalName(0, document)
            for char in set(text):
                known[ord(char)] = escape(font.splitString(char, document)[0][1])
        return [(font.getSubsetInternalName(subset, document), escape(part)) for subset, part in parts]

    def words(
        self,
        x: float,
        y: float,
        text: str,
        style: TextStyle,
        node: StructureElement | None = None,
        *,
        anchor: str = "start",
    ) -> None:
        """Draw one line of any text at its start, middle or end."""
        pieces = list(spell(text, style))
        whole = sum(width(piece, cut) for piece, cut in pieces)
        x -= {"start": 0.0, "middle": whole / 2, "end": whole}[anchor]
        for piece, cut in pieces:
            self.text(x, y, piece, cut, node)
            x += width(piece, cut)

    def rule(self, x1: float, x2: float, y: float, colour: str, thickness: float) -> None:
        """Draw a horizontal line as an artifact."""
        self._enter(None)
        self._pen(colour, thickness, ())
        self._code.append(f"{x1:.2f} {y:.2f} m {x2:.2f} {y:.2f} l S")

    def tint(self, x: float, y: float, wide: float, high: float, colour: str) -> None:
        """Fill a box as an artifact."""
        self._enter(None)
        self._fill(colour)
        self._code.append(f"{x:.2f} {y:.2f} {wide:.2f} {high:.2f} re f")

    def figure(self, figure: Figure, x: float, y: float, node: StructureElement | None, *, scale: float = 1.0) -> None:
        """Draw a figure with its lower left corner at (x, y).

        Under a Figure node all of it is content; under another node only its texts are, without a node nothing is.
        """
        factor = MM * scale
        whole = node is not None and (node.role == "Figure" or bool(node.actual and not _has_text(figure)))
        if node is not None and node.role == "Figure" and not self._muted:
            node.box = (x, y, x + figure.width * factor, y + figure.height * factor)
        for shape in figure.shapes:
            self._enter(node if whole or isinstance(shape, TextShape) else None)
            self._shape(shape, x, y, factor)

    def _shape(self, shape: Shape, x: float, y: float, factor: float) -> None:
        match shape:
            case TextShape():
                style = TextStyle(_FACE_OF[shape.weight], round(shape.size * factor, 2), 0, shape.colour)
                node = self._open if isinstance(self._open, StructureElement) else None
                self.words(x + shape.x * factor, y + shape.y * factor, shape.text, style, node, anchor=shape.anchor)
            case StraightLine(x1, y1, x2, y2, stroke):
                self._stroke(stroke, factor)
                points = ((x1, y1), (x2, y2))
                self._code.append(_path(points, x, y, factor, "S"))
            case Polygon(points, fill, stroke, closed):
                self._code.append(_path(points, x, y, factor, self._paint(fill, stroke, factor, closed=closed)))
            case Circle(cx, cy, radius, fill, stroke):
                side, corner = 2 * radius * factor, radius * factor
                box = (x + cx * factor - corner, y + cy * factor - corner, side, side, corner)
                self._code.append(f"{_rounded(*box)} {self._paint(fill, stroke, factor)}")
            case Rectangle(left, low, wide, high, fill, stroke, radius):
                box = (x + left * factor, y + low * factor, wide * factor, high * factor, radius * factor)
                path = _rounded(*box) if radius else "{:.2f} {:.2f} {:.2f} {:.2f} re".format(*box)
                self._code.append(f"{path} {self._paint(fill, stroke, factor)}")

    def _stroke(self, stroke: Stroke, factor: float) -> None:
        self._pen(stroke.colour, stroke.width * factor, tuple(part * factor for part in stroke.dash))

    def _paint(self, fill: str | None, stroke: Stroke | None, factor: float, *, closed: bool = True) -> str:
        """Set colours and give the operator that paints the path."""
        if fill is not None:
            self._fill(fill)
        if stroke is not None:
            self._stroke(stroke, factor)
        if fill is not None:
            return "b" if stroke is not None else "f"
        return "s" if closed else "S"

    def link(self, box: tuple[float, float, float, float], node: StructureElement) -> None:
        """Make a rectangle jump to where the target of `node` stands, the Link element that holds its text."""
        if node.target is not None and not self._muted:
            node.kids.append(AnnotationReference(len(self.links), self._order))
            self._order += 1
            self.links.append(LinkAnnotation(self.page, box, node.target, node.contents, node))

    def stands(self, node: StructureElement, top: float, title: str) -> None:
        """Remember where a node begins and what it says, for jumps and the outline."""
        self.tops.setdefault(node, (self.page, top))
        self.titles.setdefault(node, title)


@cache
def _filling(colour: str) -> str:
    return "{:.4g} {:.4g} {:.4g} rg".format(*colours()[colour])


def _has_text(figure: Figure) -> bool:
    return any(isinstance(shape, TextShape) for shape in figure.shapes)


def _path(points: tuple[tuple[float, float], ...], x: float, y: float, factor: float, paint: str) -> str:
    places = [f"{x + px * factor:.2f} {y + py * factor:.2f}" for px, py in points]
    return f"{places[0]} m {' '.join(f'{place} l' for place in places[1:])} {paint}"


def _rounded(x: float, y: float, wide: float, high: float, radius: float) -> str:
    """Give the path of a box with round corners, closed."""
    right, top, bend = x + wide, y + high, radius * (1 - _ARC)
    numbers = (
        *(x + radius, y, right - radius, y),
        *(right - bend, y, right, y + bend, right, y + radius, right, top - radius),
        *(right, top - bend, right - bend, top, right - radius, top, x + radius, top),
        *(x + bend, top, x, top - bend, x, top - radius, x, y + radius),
        *(x, y + bend, x + bend, y, x + radius, y),
    )
    template = "{} {} m {} {} l" + " {} {} {} {} {} {} c {} {} l" * 3 + " {} {} {} {} {} {} c h"
    return template.format(*(f"{number:.2f}" for number in numbers))
