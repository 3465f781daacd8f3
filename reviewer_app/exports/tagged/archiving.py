"""Makes a tagged file an archive file: PDF/A-3a and PDF/UA-1, with attachments, and the same bytes for the same data.

The PDF writer knows no structure: tree, outline and links are put into the file it made (ISO 32000-1, 14.7).
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from functools import cache
from hashlib import sha256
from io import BytesIO
from itertools import pairwise
from typing import TYPE_CHECKING, Any
from xml.sax.saxutils import escape
from zlib import adler32

from resources import path
from reviewer_app.exports.tagged.canvas import Bookmark, LinkAnnotation, TaggedCanvas
from reviewer_app.exports.tagged.structure import AnnotationReference, MarkedContent, StructureElement, settle

if TYPE_CHECKING:
    from pikepdf import Object, Page, Pdf


class TreeWriter:
    """Writes one document's structure; made for a single use."""

    def __init__(self, pdf: "Pdf", canvas: TaggedCanvas) -> None:
        """Take the open file and the canvas that drew it."""
        self._pdf = pdf
        self._pen = canvas
        self._pages: list[Page] = list(pdf.pages)
        self._elements: dict[StructureElement, Object] = {}
        self._annotations: list[Object] = []
        self._named: dict[str, Object] = {}

    def write(self, root: StructureElement) -> None:
        """Write everything below `root`, which is the Document element."""
        from pikepdf import Array, Dictionary, Name

        settle(root)
        self._annotations = [self._annotation(link, number) for number, link in enumerate(self._pen.links)]
        tree = self._pdf.make_indirect(Dictionary(Type=Name.StructTreeRoot))
        tree.K = Array([self._element(root, tree)])
        tree.ParentTree = self._pdf.make_indirect(self._parents())
        tree.ParentTreeNextKey = len(self._pages) + len(self._annotations)
        if self._named:
            names: list[Any] = []
            for name in sorted(self._named):
                names += [name, self._named[name]]
            tree.IDTree = self._pdf.make_indirect(Dictionary(Names=Array(names)))
        catalog = self._pdf.Root
        catalog.StructTreeRoot = tree
        catalog.MarkInfo = Dictionary(Marked=True)
        for number, page in enumerate(self._pages):
            page.obj.StructParents = number
            page.obj.Tabs = Name.S
            if "/Trans" in page.obj:
                del page.obj["/Trans"]

    def _element(self, node: StructureElement, parent: "Object") -> "Object":
        import pikepdf  # which `from` would look up at each of ten thousands of elements

        entries: dict[str, Any] = {"/S": _role(node.role), "/P": parent}
        for key, text in (("/Alt", node.alt), ("/ActualText", node.actual), ("/Lang", node.lang)):
            if text:
                entries[key] = _text(text)
        if node.identifier:
            entries["/ID"] = node.identifier
        attributes = _attributes(node)
        if attributes is not None:
            entries["/A"] = attributes
        page = next((kid.page for kid in node.kids if isinstance(kid, MarkedContent)), None)
        if page is not None:
            entries["/Pg"] = self._pages[page].obj
        element = self._pdf.make_indirect(pikepdf.Dictionary(entries))
        self._elements[node] = element
        if node.identifier:
            self._named[node.identifier] = element
        kids = [self._kid(kid, element, page) for kid in node.kids]
        if kids:
            element.K = kids[0] if len(kids) == 1 else pikepdf.Array(kids)
        return element

    def _kid(
        self, kid: "StructureElement | MarkedContent | AnnotationReference", element: "Object", page: int | None
    ) -> Any:  # noqa: ANN401  # a number or an object
        import pikepdf

        if isinstance(kid, StructureElement):
            return self._element(kid, element)
        if isinstance(kid, MarkedContent):
            if kid.page == page:
                return kid.mcid
            return pikepdf.Dictionary(Type=pikepdf.Name.MCR, Pg=self._pages[kid.page].obj, MCID=kid.mcid)
        link = self._pen.links[kid.index]
        return pikepdf.Dictionary(
            Type=pikepdf.Name.OBJR, Pg=self._pages[link.page].obj, Obj=self._annotations[kid.index]
        )

    def _annotation(self, link: LinkAnnotation, number: int) -> "Object":
        from pikepdf import Array, Dictionary, Name

        page, top = self._pen.tops[link.target]
        target = Array([self._pages[page].obj, Name.XYZ, 0, round(top, 2), 0])
        annotation = self._pdf.make_indirect(
            Dictionary(
                Type=Name.Annot,
                Subtype=Name.Link,
                Rect=Array([round(edge, 2) for edge in link.box]),
                Border=Array([0, 0, 0]),
                F=4,
                Dest=target,
                Contents=_text(link.contents),
                StructParent=len(self._pages) + number,
            )
        )
        home = self._pages[link.page].obj
        if "/Annots" not in home:
            home.Annots = Array([])
        home.Annots.append(annotation)
        return annotation

    def _parents(self) -> "Object":
        from pikepdf import Array, Dictionary

        numbers: list[Any] = []
        for number, marked in enumerate(self._pen.marked):
            numbers += [number, self._pdf.make_indirect(Array([self._elements[node] for node in marked]))]
        for number, link in enumerate(self._pen.links):
            numbers += [len(self._pages) + number, self._elements[link.node]]
        return Dictionary(Nums=Array(numbers))


@cache
def _role(role: str) -> "Object":
    from pikepdf import Name

    return Name(f"/{role}")


def _text(text: str) -> "Object":
    from pikepdf import String

    return String(text)


def _attributes(node: StructureElement) -> Any:  # noqa: ANN401  # a dictionary or nothing
    import pikepdf

    if node.scope:
        table = pikepdf.Dictionary(O=pikepdf.Name.Table, Scope=pikepdf.Name(f"/{node.scope}"))
        if node.columns > 1:
            table.ColSpan = node.columns
        return table
    if node.columns > 1:
        return pikepdf.Dictionary(O=pikepdf.Name.Table, ColSpan=node.columns)
    if node.box:
        box = pikepdf.Array([round(edge, 2) for edge in node.box])
        return pikepdf.Dictionary(O=pikepdf.Name.Layout, Placement=pikepdf.Name.Block, BBox=box)
    return None


def write_outline(pdf: "Pdf", bookmarks: Sequence[Bookmark]) -> None:
    """Write the outline; entries of a level follow each other, deeper ones hang below the last one above them."""
    from pikepdf import Array, Dictionary, Name

    if not bookmarks:
        return
    outline = pdf.make_indirect(Dictionary(Type=Name.Outlines))
    items = [
        pdf.make_indirect(
            Dictionary(Title=_text(one.title), Dest=Array([pdf.pages[one.page].obj, Name.XYZ, 0, round(one.top, 2), 0]))
        )
        for one in bookmarks
    ]
    below: dict[int, list[int]] = {}
    parents: list[int] = []
    for index, one in enumerate(bookmarks):
        parent = next((other for other in range(index - 1, -1, -1) if bookmarks[other].level < one.level), -1)
        parents.append(parent)
        below.setdefault(parent, []).append(index)
    for parent, children in below.items():
        above = outline if parent < 0 else items[parent]
        above.First, above.Last = items[children[0]], items[children[-1]]
        above.Count = len(children) if parent < 0 else -len(children)
        for index in children:
            items[index].Parent = above
        for before, after in pairwise(children):
            items[before].Next, items[after].Prev = items[after], items[before]
    pdf.Root.Outlines = outline
    pdf.Root.PageMode = Name.UseOutlines


_MAPPING = re.compile(rb"<([0-9A-Fa-f]+)>\s*<([0-9A-Fa-f]+)>")
_BLOCK = 100
_CARRIAGE_RETURN = 0x0D
_MOVABLE = ("/ViewerPreferences", "/MarkInfo", "/OutputIntents", "/AF", "/Names")
_LOOKS_LIKE_A_LINE_END = b"\r\nendstream"


@dataclass(frozen=True, slots=True)
class EmbeddedFile:
    """A file inside the file: name, bytes, media type, what it is, and its relation (Data, Source, Supplement)."""

    name: str
    data: bytes
    media_type: str
    description: str
    relation: str = "Data"


@dataclass(frozen=True, slots=True)
class DocumentInfo:
    """What the file says about itself. `made` is the time of the data, `identifier` what it was made from."""

    title: str
    author: str
    subject: str
    program: str
    identifier: str
    made: datetime
    lang: str
    embedded_files: tuple[EmbeddedFile, ...] = ()


def finish(canvas: TaggedCanvas, root: StructureElement, facts: DocumentInfo) -> bytes:
    """Give the bytes of the finished file."""
    import pikepdf

    pen_bytes = canvas.data()
    with pikepdf.open(BytesIO(pen_bytes)) as pdf:
        TreeWriter(pdf, canvas).write(root)
        write_outline(pdf, canvas.bookmarks)
        _repair_to_unicode(pdf)
        _describe(pdf, facts)
        _attach(pdf, facts)
        _pad(pdf)
        return _saved(pdf)


def _saved(pdf: "Pdf") -> bytes:
    """Give the file's bytes; where a packed stream ends like a line does, number the objects otherwise and try again.

    A catalogue entry that becomes an object of its own moves all numbers behind it, so every object stream changes.
    """
    data = _save(pdf)
    for key in _MOVABLE:
        if _LOOKS_LIKE_A_LINE_END not in data:
            break
        if key in pdf.Root:
            pdf.Root[key] = pdf.make_indirect(pdf.Root[key])
            data = _save(pdf)
    return data


def _save(pdf: "Pdf") -> bytes:
    from pikepdf import ObjectStreamMode

    target = BytesIO()
    pdf.save(
        target,
        deterministic_id=True,
        min_version="1.7",
        object_stream_mode=ObjectStreamMode.generate,
        compress_streams=True,
    )
    return target.getvalue()


def _pad(pdf: "Pdf") -> None:
    """Lengthen streams whose packed form would end in 0D, which one checker takes for a part of the line end.

    The packed form ends with the checksum of the data, so a byte that means nothing changes it. Attachments stay.
    """
    from pikepdf import Name, Stream

    for item in pdf.objects:
        if not isinstance(item, Stream) or item.get("/Type") == Name.EmbeddedFile:
            continue
        data = item.read_bytes()
        if adler32(data) & 0xFF != _CARRIAGE_RETURN:
            continue
        if "/Length1" in item:
            item.Length1 = len(data) + 1
            item.write(data + b"\0")
        elif "/N" not in item:
            item.write(data + b"\n")


def _repair_to_unicode(pdf: "Pdf") -> None:
    """Write the character maps anew: no entry for codes without a character, UTF-16 above U+FFFF, blocks of 100."""
    for font in pdf.pages[0].obj.Resources.Font.values():
        stream = font.ToUnicode
        stream.write(_mapped(stream.read_bytes()))


def _mapped(source: bytes) -> bytes:
    """Give the map of one font, made from the writer's own list of codes and characters."""
    head, _, listed = source.partition(b"endcodespacerange")
    pairs = [
        b"<%s> <%s>" % (code, chr(int(char, 16)).encode("utf-16-be").hex().upper().encode())
        for code, char in _MAPPING.findall(listed)
        if int(char, 16)
    ]
    blocks = [pairs[at : at + _BLOCK] for at in range(0, len(pairs), _BLOCK)]
    body = b"".join(b"%d beginbfchar\n%s\nendbfchar\n" % (len(block), b"\n".join(block)) for block in blocks)
    end = b"endcmap\nCMapName currentdict /CMap defineresource pop\nend\nend\n"
    return head + b"endcodespacerange\n" + body + end


def _describe(pdf: "Pdf", facts: DocumentInfo) -> None:
    """Write metadata, information dictionary, language, window title and output intent."""
    from pikepdf import Array, Dictionary, Name, Stream, String

    catalog = pdf.Root
    catalog.Lang = String(facts.lang)
    catalog.ViewerPreferences = Dictionary(DisplayDocTitle=True)
    metadata = Stream(pdf, _metadata(facts))
    metadata.Type, metadata.Subtype = Name.Metadata, Name.XML
    catalog.Metadata = pdf.make_indirect(metadata)
    profile = Stream(pdf, path("styles", "srgb.icc").read_bytes())
    profile.N = 3
    intent = Dictionary(
        Type=Name.OutputIntent,
        S=Name.GTS_PDFA1,
        OutputConditionIdentifier=String("sRGB"),
        Info=String("sRGB IEC61966-2.1"),
        DestOutputProfile=pdf.make_indirect(profile),
    )
    catalog.OutputIntents = Array([intent])
    stamp = String(_pdf_date(facts.made))
    information = pdf.docinfo
    for key in list(information.keys()):
        del information[key]
    for key, text in {
        "/Title": facts.title,
        "/Author": facts.author,
        "/Subject": facts.subject,
        "/Creator": facts.program,
        "/Producer": facts.program,
    }.items():
        information[key] = String(text)
    information["/CreationDate"] = information["/ModDate"] = stamp


def _attach(pdf: "Pdf", facts: DocumentInfo) -> None:
    from pikepdf import Array, Dictionary, Name, Stream, String

    files: list[Object] = []
    names: list[Object] = []
    for one in facts.embedded_files:
        stream = Stream(pdf, one.data)
        stream.Type = Name.EmbeddedFile
        stream.Subtype = Name(f"/{one.media_type}")
        stream.Params = Dictionary(Size=len(one.data), ModDate=String(_pdf_date(facts.made)))
        embedded = pdf.make_indirect(stream)
        file = pdf.make_indirect(
            Dictionary(
                Type=Name.Filespec,
                F=String(one.name),
                UF=String(one.name),
                Desc=String(one.description),
                AFRelationship=Name(f"/{one.relation}"),
                EF=Dictionary(F=embedded, UF=embedded),
            )
        )
        files.append(file)
        names += [String(one.name), file]
    if files:
        pdf.Root.AF = Array(files)
        pdf.Root.Names = Dictionary(EmbeddedFiles=Dictionary(Names=Array(names)))


def _pdf_date(moment: datetime) -> str:
    zone = moment.strftime("%z")
    return f"D:{moment:%Y%m%d%H%M%S}" + (f"{zone[:3]}'{zone[3:5]}'" if zone else "")


def _xmp_date(moment: datetime) -> str:
    return moment.replace(microsecond=0).isoformat()


def _metadata(facts: DocumentInfo) -> bytes:
    """Give the metadata packet; its document id follows from the content, so two exports of one state share it."""
    digest = sha256(f"{facts.identifier}\n{facts.title}\n{facts.lang}".encode()).hexdigest()
    document = f"uuid:{digest[:8]}-{digest[8:12]}-{digest[12:16]}-{digest[16:20]}-{digest[20:32]}"
    template = path("templates", "metadata.xmp").read_text(encoding="utf-8")
    filled = template.format_map(
        {
            "begin": "\N{ZERO WIDTH NO-BREAK SPACE}",
            "title": escape(facts.title),
            "author": escape(facts.author),
            "subject": escape(facts.subject),
            "identifier": escape(facts.identifier),
            "lang": escape(facts.lang),
            "program": escape(facts.program),
            "made": _xmp_date(facts.made),
            "document": document,
        }
    )
    return filled.encode()
