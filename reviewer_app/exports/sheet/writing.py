"""Composes a sheet and writes it: whole or not at all, checked against the store before it takes its name."""

from dataclasses import dataclass
from io import BytesIO
from pathlib import Path
from typing import Any

from reviewer_app.domain import locale
from reviewer_app.domain.errors import BrokenError, MendableError
from reviewer_app.exports.atomic_write import refuse_open, write_atomically
from reviewer_app.exports.context import SheetContext
from reviewer_app.exports.identities import Identities, PossibleName, Replacement, names_in_forms, people_of
from reviewer_app.exports.material import Counts, Dossier, RoundMaterial
from reviewer_app.exports.record import canonical, checksum
from reviewer_app.exports.sheet.annexes import REASONS, SCORES, prepare_jumps, put_check, put_reasons, put_scores
from reviewer_app.exports.sheet.first_page import put_opening, result_words
from reviewer_app.exports.sheet.parts import FOOT, HEAD, HEAD_QUIET, PAGE_NUMBER, RUNNING, WIDTH
from reviewer_app.exports.sheet.sections import (
    ROOM_BELOW_VOTE,
    put_areas,
    put_conditions,
    put_criteria,
    put_deviations,
    put_formal,
    put_vote,
)
from reviewer_app.exports.tagged.archiving import DocumentInfo, EmbeddedFile, finish
from reviewer_app.exports.tagged.canvas import FOOTER, HEADER, MM, PAGE_HEIGHT, Bookmark, TaggedCanvas
from reviewer_app.exports.tagged.flow import Flow, FlowPage, Frame, Rule
from reviewer_app.exports.tagged.structure import StructureElement
from reviewer_app.exports.tagged.text import clean, shortened, spelt
from reviewer_app.exports.words import NB, LanguageWords, bound

_DOT = f"{NB}{NB}·{NB}{NB}"
_SHORT_HASH = 8


def draw_furniture(
    context: SheetContext, canvas: TaggedCanvas, frame: Frame, pages: list[FlowPage], number: int
) -> None:
    """Draw head, foot and punch mark of page `number`, counted from 0."""
    left, right = frame.left, frame.left + frame.width
    with canvas.muted(HEADER):
        if number == 0:
            _head(context, canvas, left, right)
        else:
            _running_head(context, canvas, (left, right), pages[number])
    with canvas.muted(FOOTER):
        _foot(context, canvas, (left, right), (number + 1, len(pages)))
    with canvas.muted():
        canvas.rule(5 * MM, 9 * MM, 148.5 * MM, "control", 0.5)


def _head(context: SheetContext, canvas: TaggedCanvas, left: float, right: float) -> None:
    upper, lower = PAGE_HEIGHT - 14 * MM, PAGE_HEIGHT - 18 * MM
    room = WIDTH * 0.62
    title = clean(context.names.text(context.material.title, "title"))
    edition = context.say(f"variant.{context.material.variant}")
    canvas.words(left, upper, shortened(clean(context.local(context.material.issuer.board)), HEAD, room), HEAD)
    canvas.words(left, lower, context.local(context.material.issuer.office), HEAD_QUIET)
    canvas.words(right, upper, context.say("document"), HEAD, anchor="end")
    canvas.words(right, lower, shortened(f"{title}{_DOT}{edition}", HEAD_QUIET, room), HEAD_QUIET, anchor="end")
    canvas.rule(left, right, PAGE_HEIGHT - 20.5 * MM, "ink", 0.35)


def _running_head(context: SheetContext, canvas: TaggedCanvas, edges: tuple[float, float], page: FlowPage) -> None:
    left, right = edges
    y = PAGE_HEIGHT - 14 * MM
    quiet = RUNNING
    name = clean(context.name)
    start = f"{context.say('document')} {context.application.number}{_DOT}{name}"
    after = shortened(clean(_range(context, page)), quiet, WIDTH * 0.45)
    canvas.words(left, y, shortened(clean(start), quiet, WIDTH * 0.55 - 4 * MM), quiet)
    canvas.words(right, y, after, quiet, anchor="end")
    canvas.rule(left, right, PAGE_HEIGHT - 16.2 * MM, "ink", 0.35)


def _range(context: SheetContext, page: FlowPage) -> str:
    """Name what stands on the page like a dictionary does: annex and first to last criterion; else the result."""
    kinds = {kind for kind, _ in page.labels}
    if REASONS in kinds:
        annex = context.say("annex.reasons")
        keys = [text for kind, text in page.labels if kind == REASONS and text]
        if not keys:
            return annex
        key = "annex.one_of" if keys[0] == keys[-1] else "annex.range_of"
        return context.say(key, annex=annex, first=keys[0], last=keys[-1]).replace(" · ", _DOT)
    if SCORES in kinds:
        return context.say("annex.scores")
    return f"{result_words(context)[1]}{_DOT}{context.say(f'variant.{context.material.variant}')}"


def _foot(context: SheetContext, canvas: TaggedCanvas, edges: tuple[float, float], pages: tuple[int, int]) -> None:
    left, right = edges
    canvas.rule(left, right, 16 * MM, "ink", 0.35)
    upper, lower = foot_lines(context)
    number = context.say("foot.page", page=pages[0], pages=pages[1])
    canvas.words(left, 12.4 * MM, shortened(upper, FOOT, WIDTH - 26 * MM), FOOT)
    canvas.words(right, 12.4 * MM, number, PAGE_NUMBER, anchor="end")
    canvas.words(left, 9 * MM, shortened(lower, FOOT, WIDTH), FOOT)


def foot_lines(context: SheetContext) -> tuple[str, str]:
    """Give the two lines of the foot: what this is and how to treat it; what it was made from."""
    application, catalogue = context.application, context.catalogue
    upper = [application.number]
    if application.file_reference:
        upper.append(context.say("foot.file_reference", text=application.file_reference))
    if application.proceeding:
        upper.append(context.say("foot.proceeding", text=application.proceeding))
    marking = context.local(context.material.issuer.confidentiality)
    upper.append(context.say(f"foot.{context.material.variant}", confidentiality=marking))
    title = context.local(catalogue.title)
    short = catalogue.sha256[:_SHORT_HASH] or locale.NOTHING
    digest = context.checksum[:_SHORT_HASH]
    lower = [
        context.say("foot.catalogue", title=title, version=catalogue.version, hash=short),
        context.say("foot.as_of", moment=locale.moment(context.material.as_of, context.words.language)),
        context.say("foot.checksum", digits=f"{digest[:4]}{NB}{digest[4:]}" if digest else locale.NOTHING),
    ]
    return clean(bound(_DOT.join(upper))), clean(_DOT.join(lower))


def read_back(data: bytes) -> Counts:
    """Count applications, reviews, scores and rationales by the identifiers of elements that hold content."""
    import pikepdf

    with pikepdf.open(BytesIO(data)) as pdf:
        tree = pdf.Root.StructTreeRoot
        names: Any = tree.IDTree.Names if "/IDTree" in tree else []
        kinds = [str(names[index]).partition("-")[0] for index in range(0, len(names), 2) if _holds(names[index + 1])]
    return Counts(
        applications=kinds.count("application"),
        reviews=kinds.count("review"),
        scores=kinds.count("score"),
        rationales=kinds.count("rationale"),
    )


def _holds(element: Any) -> bool:  # noqa: ANN401  # an object of the file
    """Whether something is drawn for the element."""
    return "/K" in element


INTERNAL, PSEUDONYMOUS, APPLICANT = "internal", "pseudonymous", "applicant"
_LEVELS = {"H2": 0, "H3": 1}
_FORBIDDEN = frozenset('[]:*?/\\<>|"')


@dataclass(frozen=True, slots=True)
class MadeSheet:
    """The bytes of a sheet, what they count themselves, and in free texts names replaced and possible names left."""

    data: bytes
    counts: Counts
    replaced: tuple[Replacement, ...] = ()
    left: tuple[PossibleName, ...] = ()


def sheet_name(number: str, variant: str = INTERNAL) -> str:
    """Give the file name of an application's sheet."""
    safe = "".join("-" if char in _FORBIDDEN or ord(char) < ord(" ") else char for char in number)
    return f"Empfehlungsblatt_{safe}.pdf" if variant == INTERNAL else f"Empfehlungsblatt_{safe}_{variant}.pdf"


def make_sheet(material: RoundMaterial, dossier: Dossier) -> MadeSheet:
    """Make an application's sheet without writing it; the same material gives the same bytes.

    Raises MendableError("not_built_yet") for the applicant's variant, BrokenError("self_check_failed") where the file
    does not hold what the store counts.
    """
    if material.variant not in (INTERNAL, PSEUDONYMOUS):
        raise MendableError("not_built_yet", what=material.variant)
    context = context_of(material, dossier)
    data = _composed(context)
    counts = read_back(data)
    if counts != dossier.stored:
        name = sheet_name(context.application.number, material.variant)
        raise BrokenError("self_check_failed", name, detail=f"{counts} / {dossier.stored}")
    names = context.names
    return MadeSheet(data, counts, tuple(dict.fromkeys(names.replaced)), tuple(dict.fromkeys(names.left)))


def write_sheet(material: RoundMaterial, dossier: Dossier, target: Path) -> MadeSheet:
    """Write an application's sheet to `target`, beside it first and then in its place.

    Raises what `make_sheet` raises, and what `write_atomically` raises.
    """
    refuse_open(target)
    made = make_sheet(material, dossier)
    write_atomically(made.data, target)
    return made


def context_of(material: RoundMaterial, dossier: Dossier) -> SheetContext:
    """Gather what the sections of a sheet look at, names hidden where the variant asks for it."""
    words = LanguageWords(material.language)
    hidden = material.variant == PSEUDONYMOUS
    others = names_in_forms(material) if hidden else ()
    names = Identities(words, hidden, people_of(material) if hidden else (), others)
    record = names.record(dossier.record, "record") if hidden else dossier.record
    digest = checksum(record) if hidden and isinstance(record, dict) else dossier.record_sha256
    context = SheetContext(material, dossier, words, names, {}, digest, record if isinstance(record, dict) else {})
    prepare_jumps(context)
    return context


def told(context: SheetContext) -> tuple[Flow, StructureElement]:
    """Place the whole story on pages and give them with its structure; nothing is drawn yet."""
    root = StructureElement("Document")
    flow = Flow(Frame())
    put_opening(context, flow, root)
    put_areas(context, flow, root)
    put_vote(context, flow, root)
    if not context.is_withdrawn:
        _put_details(context, flow, root)
    put_check(context, flow, root)
    return flow, root


def _put_details(context: SheetContext, flow: Flow, root: StructureElement) -> None:
    """Place what a withdrawn application needs no more: criteria, checks, clarifications, conditions, annexes."""
    if len(flow.pages) == 1 or flow.room < ROOM_BELOW_VOTE:
        flow.break_page()
    put_criteria(context, flow, root)
    put_formal(context, flow, root)
    put_deviations(context, flow, root)
    put_conditions(context, flow, root)
    put_reasons(context, flow, root)
    put_scores(context, flow, root)


def _composed(context: SheetContext) -> bytes:
    flow, root = told(context)
    canvas = TaggedCanvas()
    for number, page in enumerate(flow.pages):
        canvas.begin_page()
        for placed in sorted(page.placed, key=lambda one: isinstance(one.block, Rule)):
            if placed.muted:
                with canvas.muted():
                    placed.block.draw(canvas, placed.x, placed.top)
            else:
                placed.block.draw(canvas, placed.x, placed.top)
        draw_furniture(context, canvas, flow.frame, flow.pages, number)
        canvas.end_page()
    canvas.bookmarks += _bookmarks(canvas, root)
    return finish(canvas, root, _facts(context))


def _bookmarks(canvas: TaggedCanvas, root: StructureElement) -> list[Bookmark]:
    """Make the outline from headings that were drawn; the words come from the story, spelt as on paper."""
    found = []
    for node in root.walk():
        if node.role in _LEVELS and node in canvas.tops:
            page, top = canvas.tops[node]
            found.append(Bookmark(_LEVELS[node.role], canvas.titles[node], page, top))
    return found


def _facts(context: SheetContext) -> DocumentInfo:
    number, name = context.application.number, spelt(context.name)
    material = context.material
    embedded_files: tuple[EmbeddedFile, ...] = ()
    if context.record:
        embedded_files = (
            EmbeddedFile(
                context.say("record.name", number=number),
                canonical(context.record),
                "application/json",
                context.say("record.description", number=number),
            ),
        )
    board = context.local(material.issuer.board)
    return DocumentInfo(
        title=context.say("title", number=number, name=name),
        author=spelt(board),
        subject=context.say("subject", round=spelt(context.names.text(material.title, "title")), board=board),
        program=material.program,
        identifier=f"sha256:{context.checksum}" if context.checksum else f"application:{number}",
        made=material.as_of,
        lang=context.words.tag,
        embedded_files=embedded_files,
    )
