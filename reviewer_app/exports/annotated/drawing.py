"""Annotations as PDF has them, each with its appearance: without one PDFium shows hardly anything.

Quads stand in the order viewers draw (top left, top right, bottom left, bottom right), not in that of the standard.
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import UTC, datetime
from decimal import Decimal

import pikepdf
from pikepdf import Array, Dictionary, Name, String

from reviewer_app.domain.annotations.annotation import MarkStyle, Quad, Rect
from reviewer_app.exports.tagged.canvas import colours

NOTE_SIZE = 20.0
_PRINTED = 4
_NOTE_FLAGS = 28  # printed, neither zoomed nor rotated
_BORDER = 1.5
_FAINT = 0.35
_LINE_WIDTH = 0.07  # of the line's height
_LEAST_WIDTH = 0.6


@dataclass(frozen=True, slots=True)
class Drawn:
    """What is to be written: `rect` for areas and notes, quads for passages."""

    name: str
    style: MarkStyle
    author: str
    subject: str
    contents: str
    created: datetime
    changed: datetime
    quads: tuple[Quad, ...] = ()
    rect: Rect = (0.0, 0.0, 0.0, 0.0)

    def box(self) -> Rect:
        """Return the box around all of it."""
        if not self.quads:
            return self.rect
        across = [value for quad in self.quads for value in quad[::2]]
        down = [value for quad in self.quads for value in quad[1::2]]
        return min(across), min(down), max(across), max(down)


def dictionary(drawn: Drawn, page: pikepdf.Object) -> Dictionary:
    """Return the annotation without its appearance."""
    subtype = {MarkStyle.HIGHLIGHT: Name.Highlight, MarkStyle.UNDERLINE: Name.Underline, MarkStyle.AREA: Name.Square}
    made = Dictionary(
        Type=Name.Annot,
        Subtype=subtype.get(drawn.style, Name.Text),
        Rect=_numbers(drawn.box()),
        P=page,
        NM=String(drawn.name),
        T=String(drawn.author),
        Subj=String(drawn.subject),
        Contents=String(drawn.contents),
        M=String(_moment(drawn.changed)),
        CreationDate=String(_moment(drawn.created)),
        F=_PRINTED,
        C=_numbers(colours()["mark" if drawn.style is MarkStyle.HIGHLIGHT else "mark_line"]),
    )
    if drawn.quads:
        made.QuadPoints = _numbers(value for quad in drawn.quads for value in quad)
    elif drawn.style is MarkStyle.AREA:
        made.IC = _numbers(colours()["mark"])
        made.BS = Dictionary(W=_number(_BORDER), S=Name.S)
    else:
        made.F = _NOTE_FLAGS
        made.Name = Name.Comment
        made.Open = False
    return made


def appearance(pdf: pikepdf.Pdf, drawn: Drawn, blended: pikepdf.Object) -> pikepdf.Stream:
    """Return the picture of an annotation; `blended` is the graphics state that lets the text show through."""
    draw: dict[MarkStyle, Callable[[Drawn], Iterable[str]]] = {
        MarkStyle.HIGHLIGHT: _highlight,
        MarkStyle.UNDERLINE: _underline,
        MarkStyle.AREA: _area,
    }
    content = "\n".join(draw.get(drawn.style, _note)(drawn))
    return pdf.make_stream(
        content.encode("ascii"),
        Type=Name.XObject,
        Subtype=Name.Form,
        BBox=_numbers(drawn.box()),
        Resources=Dictionary(ExtGState=Dictionary(Mark=blended)),
    )


def graphics_state(*, faint: bool) -> Dictionary:
    """Return the state in which colours multiply with what lies below; faintly where a picture may lie there."""
    return Dictionary(Type=Name.ExtGState, BM=Name.Multiply, ca=_number(_FAINT if faint else 1))


def _highlight(drawn: Drawn) -> Iterable[str]:
    yield f"/Mark gs {_colour('mark')} rg"
    for x1, y1, x2, y2, x3, y3, x4, y4 in drawn.quads:
        yield f"{_text(x1, y1)} m {_text(x2, y2)} l {_text(x4, y4)} l {_text(x3, y3)} l h f"


def _underline(drawn: Drawn) -> Iterable[str]:
    yield f"{_colour('mark_line')} RG"
    for x1, y1, _, _, x3, y3, x4, y4 in drawn.quads:
        height = ((x1 - x3) ** 2 + (y1 - y3) ** 2) ** 0.5
        width = max(_LEAST_WIDTH, _LINE_WIDTH * height)
        share = width / (2 * height) if height else 0.0
        x, y = (x1 - x3) * share, (y1 - y3) * share
        yield f"{_text(width)} w {_text(x3 + x, y3 + y)} m {_text(x4 + x, y4 + y)} l S"


def _area(drawn: Drawn) -> Iterable[str]:
    left, bottom, right, top = drawn.rect
    half = min(_BORDER, right - left, top - bottom) / 2
    inner = (left + half, bottom + half, right - left - 2 * half, top - bottom - 2 * half)
    yield f"/Mark gs {_colour('mark')} rg {_colour('mark_line')} RG {_text(2 * half)} w"
    yield f"{_text(*inner)} re B"


def _note(drawn: Drawn) -> Iterable[str]:
    """Draw a sheet with three lines of writing."""
    left, bottom, right, top = drawn.rect
    yield f"{_colour('mark')} rg {_colour('mark_line')} RG 1 w"
    yield f"{_text(left + 2, bottom + 2, right - left - 4, top - bottom - 4)} re B"
    for share in (0.3, 0.5, 0.7):
        up = bottom + share * (top - bottom)
        yield f"{_text(left + 5, up)} m {_text(right - 5, up)} l S"


def _colour(token: str) -> str:
    return _text(*colours()[token])


def _text(*values: float) -> str:
    return " ".join(str(_number(value)) for value in values)


def _numbers(values: Iterable[float]) -> Array:
    return Array([_number(value) for value in values])


def _number(value: float) -> int | Decimal:
    rounded = Decimal(str(round(value, 3)))
    return int(rounded) if rounded == rounded.to_integral_value() else rounded


def _moment(moment: datetime) -> str:
    return f"D:{moment.astimezone(UTC) if moment.tzinfo else moment:%Y%m%d%H%M%S}Z"
