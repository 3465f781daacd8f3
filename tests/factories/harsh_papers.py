"""PDF files that claim, hide or twist something: what a program must survive that opens what strangers send."""

import io
import zlib
from collections.abc import Callable, Iterable

import pikepdf
from pikepdf import Array, Dictionary, Name, String

from tests.factories import pages, papers

_SIDE = 30_000
_FAR = 1_000_000
_PAPER = pages.page((40, 200, "Der Verbund"), (40, 188, "im Land."))


def _file(objects: Iterable[bytes], root: int = 1) -> bytes:
    """Give a file of these objects, numbered from 1, with a table of where they stand."""
    out, places = bytearray(b"%PDF-1.7\n"), []
    for number, body in enumerate(objects, start=1):
        places.append(len(out))
        out += b"%d 0 obj\n%b\nendobj\n" % (number, body)
    start = len(out)
    out += b"xref\n0 %d\n0000000000 65535 f \n" % (len(places) + 1)
    out += b"".join(b"%010d 00000 n \n" % place for place in places)
    out += b"trailer\n<</Size %d/Root %d 0 R>>\nstartxref\n%d\n%%%%EOF\n" % (len(places) + 1, root, start)
    return bytes(out)


def _stream(data: bytes, head: bytes = b"") -> bytes:
    return b"<<%b/Length %d>>\nstream\n%b\nendstream" % (head, len(data), data)


def _changed(change: Callable[[pikepdf.Pdf], object]) -> bytes:
    out = io.BytesIO()
    with pikepdf.open(io.BytesIO(_PAPER)) as pdf:
        change(pdf)
        pdf.save(out, deterministic_id=True)
    return out.getvalue()


def tree_in_a_circle() -> bytes:
    """Give a page tree that holds itself."""
    return _file(
        (
            b"<</Type/Catalog/Pages 2 0 R>>",
            b"<</Type/Pages/Count 3/Kids[3 0 R 2 0 R 4 0 R]>>",
            b"<</Type/Pages/Count 2/Parent 2 0 R/Kids[2 0 R 3 0 R]>>",
            b"<</Type/Page/Parent 3 0 R/MediaBox[0 0 200 200]>>",
        )
    )


def tree_of_many_floors(floors: int = 5_000) -> bytes:
    """Give a page that hangs below very many nodes."""
    nodes = (b"<</Type/Pages/Count 1/Parent %d 0 R/Kids[%d 0 R]>>" % (n - 1, n + 1) for n in range(2, floors + 2))
    page = b"<</Type/Page/Parent %d 0 R/MediaBox[0 0 200 200]>>" % (floors + 1)
    return _file((b"<</Type/Catalog/Pages 2 0 R>>", *nodes, page))


def many_pages_claimed(count: int = 100_000) -> bytes:
    """Give a file that says it has very many pages and has one."""
    return _file(
        (
            b"<</Type/Catalog/Pages 2 0 R>>",
            b"<</Type/Pages/Count %d/Kids[3 0 R]>>" % count,
            b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 200 200]>>",
        )
    )


def one_page_many_times(count: int = 2_500) -> bytes:
    """Give a file whose tree names one page very many times, so that all pages it claims are there."""
    kids = b" ".join([b"3 0 R"] * count)
    return _file(
        (
            b"<</Type/Catalog/Pages 2 0 R>>",
            b"<</Type/Pages/Count %d/Kids[%b]>>" % (count, kids),
            b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 200 200]>>",
        )
    )


def huge_picture(side: int = _SIDE) -> bytes:
    """Give a page with a picture of 900 million dots, which is packed into little."""
    packer = zlib.compressobj(1)
    row = b"\xaa" * (side // 8)
    data = b"".join(packer.compress(row) for _ in range(side)) + packer.flush()
    head = b"/Type/XObject/Subtype/Image/Width %d/Height %d/ColorSpace/DeviceGray/BitsPerComponent 1" % (side, side)
    return _file(
        (
            b"<</Type/Catalog/Pages 2 0 R>>",
            b"<</Type/Pages/Count 1/Kids[3 0 R]>>",
            b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 600 800]/Contents 4 0 R/Resources<</XObject<</I 5 0 R>>>>>>",
            _stream(b"q 600 0 0 800 0 0 cm /I Do Q"),
            _stream(data, head + b"/Filter/FlateDecode"),
        )
    )


def sized(*box: float) -> bytes:
    """Give a page of another size."""
    return pages.shown(_PAPER, media=box)


def without_appearance() -> bytes:
    """Give annotations of every kind that say nothing of how they look."""
    kinds = ("Highlight", "Underline", "StrikeOut", "Squiggly", "Text", "FreeText", "Ink", "Square", "Circle", "Line")
    every = (*kinds, "Polygon", "PolyLine", "Caret", "Stamp", "Popup", "Link", "FileAttachment")
    return _with(Dictionary(Type=Name.Annot, Subtype=Name(f"/{kind}"), Rect=Array([40, 40, 90, 60])) for kind in every)


def quads_outside() -> bytes:
    """Give marks far outside of their page, upside down, and of no extent."""
    places = ((_FAR, _FAR, _FAR + 9, _FAR + 9), (-_FAR, -_FAR, 1 - _FAR, 1 - _FAR), (90, 90, 40, 40), (5, 5, 5, 5))

    def mark(left: float, bottom: float, right: float, top: float) -> Dictionary:
        quad = Array([left, top, right, top, left, bottom, right, bottom])
        return Dictionary(
            Type=Name.Annot, Subtype=Name.Highlight, Rect=Array([left, bottom, right, top]), QuadPoints=quad
        )

    return _with(mark(*place) for place in places)


def parents_in_a_circle() -> bytes:
    """Give annotations that answer and hold each other, and one that answers itself."""

    def change(pdf: pikepdf.Pdf) -> None:
        one, two, three = (
            pdf.make_indirect(
                Dictionary(Type=Name.Annot, Subtype=Name.Text, Rect=Array([40, 40, 60, 60]), Contents=String(text))
            )
            for text in ("eins", "zwei", "drei")
        )
        one.IRT, two.IRT, three.IRT = two, one, three
        one.Parent, two.Parent, one.Popup, two.Popup = two, one, two, one
        pdf.pages[0].obj.Annots = Array([one, two, three])

    return _changed(change)


def list_in_a_circle() -> bytes:
    """Give a page whose list of annotations is the page itself, and an outline that comes before itself."""

    def change(pdf: pikepdf.Pdf) -> None:
        page = pdf.pages[0].obj
        page.Annots = Array([page, pdf.Root, Array([])])
        entry = pdf.make_indirect(Dictionary(Title=String("Kreis")))
        entry.Next = entry.First = entry
        pdf.Root.Outlines = pdf.make_indirect(Dictionary(Type=Name.Outlines, First=entry, Last=entry))

    return _changed(change)


def letters_without_names() -> bytes:
    """Give text whose font does not say which letters it draws."""
    return _file(
        (
            b"<</Type/Catalog/Pages 2 0 R>>",
            b"<</Type/Pages/Count 1/Kids[3 0 R]>>",
            b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 200 200]/Contents 4 0 R/Resources<</Font<</F 5 0 R>>>>>>",
            _stream(b"BT /F 12 Tf 20 100 Td <000100020003> Tj ET"),
            b"<</Type/Font/Subtype/Type0/BaseFont/X/Encoding/Identity-H/DescendantFonts[6 0 R]>>",
            (
                b"<</Type/Font/Subtype/CIDFontType2/BaseFont/X/CIDSystemInfo<</Registry(Adobe)/Ordering(Identity)"
                b"/Supplement 0>>/DW 600/FontDescriptor 7 0 R>>"
            ),
            (
                b"<</Type/FontDescriptor/FontName/X/Flags 4/FontBBox[0 0 600 800]/ItalicAngle 0/Ascent 800/Descent 0"
                b"/CapHeight 700/StemV 80>>"
            ),
        )
    )


def forms_in_a_circle() -> bytes:
    """Give a drawing that draws itself."""
    return _file(
        (
            b"<</Type/Catalog/Pages 2 0 R>>",
            b"<</Type/Pages/Count 1/Kids[3 0 R]>>",
            b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 200 200]/Contents 4 0 R/Resources 6 0 R>>",
            _stream(b"/X Do"),
            _stream(b"/X Do /X Do", b"/Type/XObject/Subtype/Form/BBox[0 0 200 200]/Resources 6 0 R"),
            b"<</XObject<</X 5 0 R>>>>",
        )
    )


def packed_many_times(megabytes: int = 100) -> bytes:
    """Give drawing commands that are little when packed and fill the memory when unpacked."""
    packer = zlib.compressobj(1)
    part = b"0 0 m 1 1 l S\n" * 75_000
    data = b"".join(packer.compress(part) for _ in range(megabytes)) + packer.flush()
    return _file(
        (
            b"<</Type/Catalog/Pages 2 0 R>>",
            b"<</Type/Pages/Count 1/Kids[3 0 R]>>",
            b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 200 200]/Contents 4 0 R>>",
            _stream(data, b"/Filter/FlateDecode"),
        )
    )


def objects_packed_many_times(megabytes: int = 3_000) -> bytes:
    """Give an annotation that lies in a container of objects which fills the memory when unpacked."""
    packer = zlib.compressobj(1)
    head, spaces = b"6 0 ", b" " * 1_000_000
    data = packer.compress(head) + b"".join(packer.compress(spaces) for _ in range(megabytes))
    data += packer.compress(b"<</Type/Annot/Subtype/Text/Rect[0 0 9 9]>>") + packer.flush()
    out, places = bytearray(b"%PDF-1.7\n"), list[int]()
    for body in (
        b"<</Type/Catalog/Pages 2 0 R>>",
        b"<</Type/Pages/Count 1/Kids[3 0 R]>>",
        b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 200 200]/Annots[6 0 R]>>",
        _stream(data, b"/Type/ObjStm/N 1/First 4/Filter/FlateDecode"),
    ):
        places.append(len(out))
        out += b"%d 0 obj\n%b\nendobj\n" % (len(places), body)
    start = len(out)
    rows = b"\0\0\0\0\0" + b"".join(b"\1" + place.to_bytes(4, "big") for place in places)
    rows += b"\1" + start.to_bytes(4, "big") + b"\2" + (4).to_bytes(4, "big")
    head = b"/Type/XRef/Size 7/Root 1 0 R/W[1 4 0]"
    out += b"5 0 obj\n" + _stream(rows, head) + b"\nendobj\nstartxref\n%d\n%%%%EOF\n" % start
    return bytes(out)


def _with(made: Iterable[Dictionary]) -> bytes:
    def change(pdf: pikepdf.Pdf) -> None:
        pdf.pages[0].obj.Annots = Array([pdf.make_indirect(one) for one in made])

    return _changed(change)


HARSH: dict[str, Callable[[], bytes]] = {
    "a page tree that holds itself": tree_in_a_circle,
    "a page tree of 5,000 floors": tree_of_many_floors,
    "100,000 pages claimed": many_pages_claimed,
    "one page 2,500 times": one_page_many_times,
    "a picture of 900 million dots": huge_picture,
    "drawing commands of 100 MB": packed_many_times,
    "a drawing that draws itself": forms_in_a_circle,
    "MediaBox of no size": lambda: sized(0, 0, 0, 0),
    "MediaBox of kilometres": lambda: sized(0, 0, 2_000_000, 2_000_000),
    "MediaBox as thin as a thread": lambda: sized(0, 0, 0.001, 5_000_000),
    "MediaBox upside down": lambda: sized(400, 300, 0, 0),
    "annotations without appearance": without_appearance,
    "quads outside the page": quads_outside,
    "annotations in a circle": parents_in_a_circle,
    "a list of annotations that is its page": list_in_a_circle,
    "text without Unicode map": letters_without_names,
    "nothing but its first line": lambda: b"%PDF-1.7\n",
    "no pages": papers.without_pages,
    "asks for a password": papers.locked,
    "cut off": papers.broken,
}
"""What is wrong with each, and how it is made."""
