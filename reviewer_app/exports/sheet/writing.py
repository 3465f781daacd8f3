"""Composes a sheet and writes it: whole or not at all, checked against the store before it takes its name."""

from dataclasses import dataclass
from pathlib import Path

from reviewer_app.domain.errors import BrokenError, MendableError
from reviewer_app.exports.context import Context
from reviewer_app.exports.identities import Identities, Replacement, names_in_forms, people_of
from reviewer_app.exports.material import Counts, Dossier, RoundMaterial
from reviewer_app.exports.placing import put, refuse_open
from reviewer_app.exports.record import canonical, checksum
from reviewer_app.exports.sheet.annexes import prepare_jumps, put_reasons, put_scores
from reviewer_app.exports.sheet.area_section import put_areas, put_vote
from reviewer_app.exports.sheet.case_sections import put_conditions, put_deviations, put_formal
from reviewer_app.exports.sheet.criteria_section import ROOM_BELOW_VOTE, put_criteria
from reviewer_app.exports.sheet.furniture import draw_furniture
from reviewer_app.exports.sheet.opening import put_opening
from reviewer_app.exports.sheet.self_check import read_back
from reviewer_app.exports.tagged.archiving import Attachment, Facts, finish
from reviewer_app.exports.tagged.flow import Flow, Frame, Rule
from reviewer_app.exports.tagged.lettering import spelt
from reviewer_app.exports.tagged.pen import Bookmark, Pen
from reviewer_app.exports.tagged.structure import Node
from reviewer_app.exports.words import Words

INTERNAL, PSEUDONYMOUS, APPLICANT = "internal", "pseudonymous", "applicant"
_LEVELS = {"H2": 0, "H3": 1}
_FORBIDDEN = frozenset('[]:*?/\\<>|"')


@dataclass(frozen=True, slots=True)
class MadeSheet:
    """The bytes of a sheet, what they count themselves, and names replaced in free texts."""

    data: bytes
    counts: Counts
    replaced: tuple[Replacement, ...] = ()


@dataclass(frozen=True, slots=True)
class SheetResult:
    """What was written: the file, its size, what the file itself counts, and names replaced in free texts."""

    path: Path
    size: int
    counts: Counts
    replaced: tuple[Replacement, ...] = ()


def sheet_name(number: str, variant: str = INTERNAL) -> str:
    """Give the file name of an application's sheet."""
    safe = "".join("-" if char in _FORBIDDEN or ord(char) < ord(" ") else char for char in number)
    return f"Empfehlungsblatt_{safe}.pdf" if variant == INTERNAL else f"Empfehlungsblatt_{safe}_{variant}.pdf"


def sheet_bytes(material: RoundMaterial, dossier: Dossier) -> bytes:
    """Give the bytes of an application's sheet; the same material gives the same bytes.

    Raises MendableError("not_built_yet") for the applicant's variant, BrokenError("self_check_failed") where the file
    does not hold what the store counts.
    """
    return make_sheet(material, dossier).data


def write_sheet(material: RoundMaterial, dossier: Dossier, target: Path) -> SheetResult:
    """Write an application's sheet to `target`, beside it first and then in its place.

    Raises what `sheet_bytes` raises, and what `placing.put` raises.
    """
    refuse_open(target)
    made = make_sheet(material, dossier)
    put(made.data, target)
    return SheetResult(target, len(made.data), made.counts, made.replaced)


def make_sheet(material: RoundMaterial, dossier: Dossier) -> MadeSheet:
    """Make an application's sheet without writing it; raises what `sheet_bytes` raises."""
    if material.variant not in (INTERNAL, PSEUDONYMOUS):
        raise MendableError("not_built_yet", what=material.variant)
    context = context_of(material, dossier)
    data = _composed(context)
    counts = read_back(data)
    if counts != dossier.stored:
        name = sheet_name(context.application.number, material.variant)
        raise BrokenError("self_check_failed", name, detail=f"{counts} / {dossier.stored}")
    return MadeSheet(data, counts, tuple(dict.fromkeys(context.names.replaced)))


def context_of(material: RoundMaterial, dossier: Dossier) -> Context:
    """Gather what the sections of a sheet look at, names hidden where the variant asks for it."""
    words = Words(material.language)
    hidden = material.variant == PSEUDONYMOUS
    others = names_in_forms(material) if hidden else ()
    names = Identities(words, hidden, people_of(material) if hidden else (), others)
    record = names.record(dossier.record, "record") if hidden else dossier.record
    digest = checksum(record) if hidden and isinstance(record, dict) else dossier.record_sha256
    context = Context(material, dossier, words, names, {}, digest, record if isinstance(record, dict) else {})
    prepare_jumps(context)
    return context


def told(context: Context) -> tuple[Flow, Node]:
    """Place the whole story on pages and give them with its structure; nothing is drawn yet."""
    root = Node("Document")
    flow = Flow(Frame())
    put_opening(context, flow, root)
    put_areas(context, flow, root)
    put_vote(context, flow, root)
    if len(flow.pages) == 1 or flow.room < ROOM_BELOW_VOTE:
        flow.break_page()
    put_criteria(context, flow, root)
    put_formal(context, flow, root)
    put_deviations(context, flow, root)
    put_conditions(context, flow, root)
    put_reasons(context, flow, root)
    put_scores(context, flow, root)
    return flow, root


def _composed(context: Context) -> bytes:
    flow, root = told(context)
    pen = Pen()
    for number, page in enumerate(flow.pages):
        pen.begin_page()
        for placed in sorted(page.placed, key=lambda one: isinstance(one.block, Rule)):
            if placed.muted:
                with pen.muted():
                    placed.block.draw(pen, placed.x, placed.top)
            else:
                placed.block.draw(pen, placed.x, placed.top)
        draw_furniture(context, pen, flow.frame, flow.pages, number)
        pen.end_page()
    pen.bookmarks += _bookmarks(pen, root)
    return finish(pen, root, _facts(context))


def _bookmarks(pen: Pen, root: Node) -> list[Bookmark]:
    """Make the outline from headings that were drawn; the words come from the story, spelt as on paper."""
    found = []
    for node in root.walk():
        if node.role in _LEVELS and node in pen.tops:
            page, top = pen.tops[node]
            found.append(Bookmark(_LEVELS[node.role], pen.titles[node], page, top))
    return found


def _facts(context: Context) -> Facts:
    number, name = context.application.number, spelt(context.name)
    material = context.material
    attachments: tuple[Attachment, ...] = ()
    if context.record:
        attachments = (
            Attachment(
                context.say("record.name", number=number),
                canonical(context.record),
                "application/json",
                context.say("record.description", number=number),
            ),
        )
    return Facts(
        title=context.say("title", number=number, name=name),
        author=spelt(material.board),
        subject=context.say("subject", round=spelt(context.names.text(material.title, "title")), board=material.board),
        program=material.program,
        identifier=f"sha256:{context.checksum}" if context.checksum else f"application:{number}",
        made=material.as_of,
        lang=context.words.tag,
        attachments=attachments,
    )
