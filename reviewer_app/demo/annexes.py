"""The annexes of one application as bytes: papers set from their plans, with the traps a story sets.

A scan without text, a password nobody has, a script, a wrong ending, an empty page; one page stands for an annex in a
demo without files.
"""

import io
import re
import zipfile
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import cache
from random import Random
from typing import TYPE_CHECKING

from resources.languages import SOURCE
from reviewer_app.demo.form_answers import part
from reviewer_app.demo.members import DemoMember
from reviewer_app.demo.paper.blocks import AnnexBlock, BlockKind
from reviewer_app.demo.paper.style import AnnexStyle, look_of
from reviewer_app.demo.paper.typesetting import Imprint, canvas_on, print_pdf
from reviewer_app.demo.randomness import random_for
from reviewer_app.demo.story import AnnexPlan, Story, StoryFacts, data
from reviewer_app.demo.writing.composer import Composer
from reviewer_app.demo.writing.slots import Slots, short_facts
from reviewer_app.domain.cancellation import CancelCheck, never_cancelled
from reviewer_app.exchange.annex.pdf import PdfDocument

if TYPE_CHECKING:
    from PIL import Image

_STAMP = re.compile(rb"(<dcterms:(?:created|modified)[^>]*>)[^<]*(</dcterms:)")
_MOMENT = (2026, 9, 1, 9, 0, 0)
_WRITTEN = b"2026-09-01T09:00:00Z"


def settled(data: bytes) -> bytes:
    """Return the same archive with one fixed moment in every entry and in the document's properties."""
    parts = {}
    with zipfile.ZipFile(io.BytesIO(data)) as source:
        for info in source.infolist():
            parts[info.filename] = _STAMP.sub(rb"\g<1>" + _WRITTEN + rb"\g<2>", source.read(info))
    return zipped(parts)


def zipped(parts: dict[str, bytes]) -> bytes:
    """Return an archive of these parts, all with one fixed moment."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as target:
        for name, part in parts.items():
            entry = zipfile.ZipInfo(name, _MOMENT)
            entry.compress_type = zipfile.ZIP_DEFLATED
            entry.external_attr = 0o644 << 16
            target.writestr(entry, part)
    return out.getvalue()


UNREADABLE = range(9, 12)
"""Pages that went wrong in the scanner."""
HEAD = 5
"""The first of them can be read in its upper part, one in so many of the page."""
_DOTS_PER_POINT = 1.35
_GREYS = 8
_PAPER = 246


def scanned(pdf: bytes, dice: Random, go_on: CancelCheck = never_cancelled) -> bytes:
    """Return the scan of a paper; the same paper and dice give the same bytes. `go_on` is asked before each page."""
    from reportlab.lib.utils import ImageReader

    raw = io.BytesIO()
    canvas = canvas_on(raw)
    with PdfDocument(pdf) as document:
        for index in range(document.pages):
            go_on()
            width, height = document.size(index)
            picture = _picture(document, index, dice)
            packed = io.BytesIO()
            picture.save(packed, "PNG", optimize=False)
            packed.seek(0)
            canvas.setPageSize((width, height))
            canvas.drawImage(ImageReader(packed), 0, 0, width, height)
            canvas.showPage()
    canvas.save()
    return raw.getvalue()


def _picture(document: PdfDocument, index: int, dice: Random) -> "Image.Image":
    from PIL import Image, ImageChops, ImageFilter

    painted = document.render(index, _DOTS_PER_POINT)
    image = Image.frombuffer("RGBA", (painted.width, painted.height), painted.data, "raw", "BGRA", painted.stride, 1)
    grey = image.convert("L").point(lambda tone: min(_PAPER, tone))
    turn = dice.uniform(-0.7, 0.7)
    if index + 1 in UNREADABLE:
        turn = dice.uniform(-1.6, 1.6)
        grey = _spoiled(grey, dice, keep=index + 1 == UNREADABLE.start)
    turned = grey.rotate(turn, Image.Resampling.BILINEAR, fillcolor=_PAPER)
    shade = Image.linear_gradient("L").resize(turned.size).point(lambda tone: 255 - tone // 14)
    soft = ImageChops.multiply(turned.filter(ImageFilter.GaussianBlur(0.4)), shade)
    return soft.quantize(_GREYS)


def _spoiled(page: "Image.Image", dice: Random, *, keep: bool) -> "Image.Image":
    """Shift the lines of a page against each other and grey it out; `keep` leaves its head readable."""
    from PIL import ImageFilter

    wide, high = page.size
    top = high // HEAD if keep else 0
    found = page.copy()
    y = top
    while y < high:
        deep = dice.randrange(3, 9)
        strip = page.crop((0, y, wide, min(high, y + deep)))
        found.paste(_PAPER - 30, (0, y, wide, min(high, y + deep)))
        found.paste(strip, (dice.randrange(-160, 160), y))
        y += deep
    lower = found.crop((0, top, wide, high)).filter(ImageFilter.GaussianBlur(3.2)).point(lambda tone: 150 + tone // 4)
    found.paste(lower, (0, top))
    return found


def placeholder(kind: str, title: str, *, blank: bool = False) -> bytes:
    """Return a PDF of one page that names the annex and says it is left out; `blank` adds an empty page."""
    from resources import messages
    from reviewer_app.demo.paper.style import BOLD, PAGE_HEIGHT, PLAIN, registered
    from reviewer_app.demo.paper.typesetting import canvas_on

    registered()
    raw = io.BytesIO()
    canvas = canvas_on(raw)
    canvas.setTitle(title)
    canvas.setFont(BOLD, 16)
    canvas.drawString(80, PAGE_HEIGHT - 140, f"{kind} {title}"[:60])
    canvas.setFont(PLAIN, 11)
    canvas.drawString(80, PAGE_HEIGHT - 170, messages.text("demo.without_files", SOURCE))
    canvas.showPage()
    if blank:
        canvas.showPage()
    canvas.save()
    return raw.getvalue()


BLANK = "blank2"


@dataclass(frozen=True, slots=True)
class Trapped:
    """What a trap is made of: the paper as it would be, its pages, look, imprint, the dice, whether to go on."""

    pdf: bytes
    pages: Sequence[Sequence[AnnexBlock]]
    look: AnnexStyle
    imprint: Imprint
    dice: Random
    go_on: CancelCheck = never_cancelled


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
            lines = [" | ".join(row) for row in block.rows] if block.kind is BlockKind.TABLE else [block.text]
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


MISSING = "missing"


@dataclass(frozen=True, slots=True)
class AnnexFile:
    """A file of a package: kind of annex, file name, bytes; without bytes the file is missing and a folder is empty."""

    kind: str
    name: str
    data: bytes | None


@cache
def _names() -> StoryFacts:
    return data("papers", "annexes.toml")


@cache
def _plan(kind: str, form: str) -> StoryFacts:
    """Return the plan of a kind of annex, in the variant for a legal form where there is one."""
    name = str(_naming(kind, form).get("plan", kind))
    return {**data("papers", f"{name}.toml"), "kind": kind}


def _naming(kind: str, form: str) -> StoryFacts:
    own = part(_names(), kind)
    return {**own, **part(part(own, "variants"), form)}


def naming(kind: str, form: str) -> tuple[str, str]:
    """Return the stem of an annex's file name and its title."""
    facts = _naming(kind, form)
    return str(facts["file"]), str(facts["title"])


def imprint_of(story: Story, kind: str) -> Imprint:
    """Return what stands on each page of an annex: of a paper that others wrote it names them."""
    facts = _naming(kind, story.text("legal_form"))
    known = short_facts(story)
    owner, title = (str(facts.get(name, "{kurz}")).format_map(known) for name in ("owner", "title"))
    return Imprint(owner, title, story.number)


def annex_files(
    story: Story, members: Sequence[DemoMember], seed: int, rows_kind: str, go_on: CancelCheck = never_cancelled
) -> list[AnnexFile]:
    """Return every annex of a story but its member list (`rows_kind`), in the order of their kinds."""
    found = []
    for kind, plan in sorted(story.annexes.items()):
        if kind != rows_kind:
            go_on()
            found.append(_file(story, plan, members, seed, go_on))
    return found


def composed(story: Story, plan: AnnexPlan, members: Sequence[DemoMember], seed: int) -> list[list[AnnexBlock]]:
    """Return the blocks on each page of an annex."""
    look = look_of(story.number_of("place"), plan.kind)
    dice = random_for(seed, story.number, plan.kind)
    paper = _plan(plan.kind, story.text("legal_form"))
    pages = Composer(story, paper, look, Slots(story, members, dice), dice).pages(plan.pages)
    if plan.trap == BLANK:
        pages[1] = []
    return pages


def _file(story: Story, plan: AnnexPlan, members: Sequence[DemoMember], seed: int, go_on: CancelCheck) -> AnnexFile:
    stem = str(_naming(plan.kind, story.text("legal_form"))["file"])
    name = f"{plan.kind}_{stem}.pdf"
    if plan.trap == MISSING:
        return AnnexFile(plan.kind, name, None)
    pages = composed(story, plan, members, seed)
    look = look_of(story.number_of("place"), plan.kind)
    imprint = imprint_of(story, plan.kind)
    printed = print_pdf(pages, look, imprint)
    make = TRAPS.get(plan.trap)
    if make is None:
        return AnnexFile(plan.kind, name, printed)
    dice = random_for(seed, story.number, plan.kind, plan.trap)
    return AnnexFile(plan.kind, name, make(Trapped(printed, pages, look, imprint, dice, go_on)))
