"""The traps of the demo: a scan without text, a password nobody has, a script, a wrong ending, an empty page."""

import io
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from random import Random

from reviewer_app.demo.paper.blocks import Block, Kind
from reviewer_app.demo.paper.look import Look
from reviewer_app.demo.paper.press import Imprint
from reviewer_app.demo.scan import scanned
from reviewer_app.demo.settled_zip import zipped
from reviewer_app.domain.going_on import GoOn, always

BLANK = "blank2"


@dataclass(frozen=True, slots=True)
class Trapped:
    """What a trap is made of: the paper as it would be, its pages, look, imprint, the dice, whether to go on."""

    pdf: bytes
    pages: Sequence[Sequence[Block]]
    look: Look
    imprint: Imprint
    dice: Random
    go_on: GoOn = always


def _encrypted(one: Trapped) -> bytes:
    """Lock the paper with a password that is in no file."""
    import pikepdf

    secret = f"{one.dice.random():.12f}"
    out = io.BytesIO()
    with pikepdf.open(io.BytesIO(one.pdf)) as document:
        # the newer ciphers draw a random start for every string, and the same demo has to be the same bytes
        lock = pikepdf.Encryption(owner=secret, user=secret, R=3, aes=False, metadata=False)
        document.save(out, encryption=lock, static_id=True)
    return out.getvalue()


def _active(one: Trapped) -> bytes:
    """Put a script that would run on opening and an embedded file into the paper."""
    import pikepdf

    out = io.BytesIO()
    with pikepdf.open(io.BytesIO(one.pdf)) as document:
        script = document.make_indirect(
            pikepdf.Dictionary(S=pikepdf.Name.JavaScript, JS=pikepdf.String("app.alert('Bitte Makros aktivieren');"))
        )
        document.Root.OpenAction = script
        stream = pikepdf.Stream(document, b"Messreihe;Wert\n1;48\n")
        stream.Type = pikepdf.Name.EmbeddedFile
        spec = pikepdf.Dictionary(
            Type=pikepdf.Name.Filespec,
            F=pikepdf.String("Messreihe.csv"),
            UF=pikepdf.String("Messreihe.csv"),
            EF=pikepdf.Dictionary(F=document.make_indirect(stream)),
        )
        names = pikepdf.Array([pikepdf.String("Messreihe.csv"), document.make_indirect(spec)])
        document.Root.Names = pikepdf.Dictionary(EmbeddedFiles=pikepdf.Dictionary(Names=names))
        document.save(out, static_id=True)
    return out.getvalue()


_CONTENT_TYPES = (
    '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>'
    '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
    '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
    '<Default Extension="xml" ContentType="application/xml"/><Override PartName="/word/document.xml" '
    'ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>'
)
_RELATIONS = (
    '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>'
    '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" '
    'Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" '
    'Target="word/document.xml"/></Relationships>'
)
_HEAD = '<?xml version="1.0" encoding="UTF-8"?>'
_WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"


def _document(one: Trapped) -> bytes:
    """Write the paper as a text document; only its name says PDF."""
    from xml.sax.saxutils import escape

    body = []
    for number, blocks in enumerate(one.pages):
        if number:
            body.append('<w:p><w:r><w:br w:type="page"/></w:r></w:p>')
        for block in blocks:
            lines = [" | ".join(row) for row in block.rows] if block.kind is Kind.TABLE else [block.text]
            body += [f'<w:p><w:r><w:t xml:space="preserve">{escape(line)}</w:t></w:r></w:p>' for line in lines if line]
    body_text = "".join(body)
    document = f'{_HEAD}<w:document xmlns:w="{_WORD}"><w:body>{body_text}</w:body></w:document>'
    parts = {"[Content_Types].xml": _CONTENT_TYPES, "_rels/.rels": _RELATIONS, "word/document.xml": document}
    return zipped({name: text.encode() for name, text in parts.items()})


def _scan(one: Trapped) -> bytes:
    return scanned(one.pdf, one.dice, one.go_on)


TRAPS: dict[str, Callable[[Trapped], bytes]] = {
    "scan": _scan,
    "enc": _encrypted,
    "active": _active,
    "docx": _document,
}
