"""Makes a tagged file an archive file: PDF/A-3a and PDF/UA-1, with attachments, and the same bytes for the same input.

No clock, no random number and no name of this machine gets in: what changes between two runs is what was exported.
"""

import re
from dataclasses import dataclass
from datetime import datetime
from hashlib import sha256
from io import BytesIO
from typing import TYPE_CHECKING
from xml.sax.saxutils import escape
from zlib import adler32

from resources import path
from reviewer_app.exports.tagged.pen import Pen
from reviewer_app.exports.tagged.structure import Node
from reviewer_app.exports.tagged.tree_writer import TreeWriter, write_outline

if TYPE_CHECKING:
    from pikepdf import Object, Pdf

_MAPPING = re.compile(rb"<([0-9A-Fa-f]+)>\s*<([0-9A-Fa-f]+)>")
_BLOCK = 100
_CARRIAGE_RETURN = 0x0D
_MOVABLE = ("/ViewerPreferences", "/MarkInfo", "/OutputIntents", "/AF", "/Names")
_LOOKS_LIKE_A_LINE_END = b"\r\nendstream"


@dataclass(frozen=True, slots=True)
class Attachment:
    """A file inside the file: name, bytes, media type, what it is, and its relation (Data, Source, Supplement)."""

    name: str
    data: bytes
    media_type: str
    description: str
    relation: str = "Data"


@dataclass(frozen=True, slots=True)
class Facts:
    """What the file says about itself. `made` is the time of the data, `identifier` what it was made from."""

    title: str
    author: str
    subject: str
    program: str
    identifier: str
    made: datetime
    lang: str
    attachments: tuple[Attachment, ...] = ()


def finish(pen: Pen, root: Node, facts: Facts) -> bytes:
    """Give the bytes of the finished file."""
    import pikepdf

    pen_bytes = pen.data()
    with pikepdf.open(BytesIO(pen_bytes)) as pdf:
        TreeWriter(pdf, pen).write(root)
        write_outline(pdf, pen.bookmarks)
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


def _describe(pdf: "Pdf", facts: Facts) -> None:
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


def _attach(pdf: "Pdf", facts: Facts) -> None:
    from pikepdf import Array, Dictionary, Name, Stream, String

    files: list[Object] = []
    names: list[Object] = []
    for one in facts.attachments:
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


def _metadata(facts: Facts) -> bytes:
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
