"""What stands around the text of each page, as artifacts: head, running head, foot, punch mark."""

from reviewer_app.domain import display
from reviewer_app.exports.context import Context
from reviewer_app.exports.sheet.annexes import REASONS, SCORES
from reviewer_app.exports.sheet.opening import result_words
from reviewer_app.exports.sheet.styles import FOOT, HEAD, HEAD_QUIET, PAGE_NUMBER, RUNNING, WIDTH
from reviewer_app.exports.tagged.flow import Frame, Page
from reviewer_app.exports.tagged.lettering import clean, shortened
from reviewer_app.exports.tagged.pen import FOOTER, HEADER, MM, PAGE_HEIGHT, Pen
from reviewer_app.exports.words import NB, bound

_DOT = f"{NB}{NB}·{NB}{NB}"
_SHORT_HASH = 8


def draw_furniture(context: Context, pen: Pen, frame: Frame, pages: list[Page], number: int) -> None:
    """Draw head, foot and punch mark of page `number`, counted from 0."""
    left, right = frame.left, frame.left + frame.width
    with pen.muted(HEADER):
        if number == 0:
            _head(context, pen, left, right)
        else:
            _running_head(context, pen, (left, right), pages[number])
    with pen.muted(FOOTER):
        _foot(context, pen, (left, right), (number + 1, len(pages)))
    with pen.muted():
        pen.rule(5 * MM, 9 * MM, 148.5 * MM, "control", 0.5)


def _head(context: Context, pen: Pen, left: float, right: float) -> None:
    upper, lower = PAGE_HEIGHT - 14 * MM, PAGE_HEIGHT - 18 * MM
    room = WIDTH * 0.62
    title = clean(context.names.text(context.material.title, "title"))
    edition = context.say(f"variant.{context.material.variant}")
    pen.words(left, upper, shortened(clean(context.material.board), HEAD, room), HEAD)
    pen.words(left, lower, context.say("office"), HEAD_QUIET)
    pen.words(right, upper, context.say("document"), HEAD, anchor="end")
    pen.words(right, lower, shortened(f"{title}{_DOT}{edition}", HEAD_QUIET, room), HEAD_QUIET, anchor="end")
    pen.rule(left, right, PAGE_HEIGHT - 20.5 * MM, "ink", 0.35)


def _running_head(context: Context, pen: Pen, edges: tuple[float, float], page: Page) -> None:
    left, right = edges
    y = PAGE_HEIGHT - 14 * MM
    quiet = RUNNING
    name = clean(context.name)
    start = f"{context.say('document')} {context.application.number}{_DOT}{name}"
    after = shortened(clean(_range(context, page)), quiet, WIDTH * 0.45)
    pen.words(left, y, shortened(clean(start), quiet, WIDTH * 0.55 - 4 * MM), quiet)
    pen.words(right, y, after, quiet, anchor="end")
    pen.rule(left, right, PAGE_HEIGHT - 16.2 * MM, "ink", 0.35)


def _range(context: Context, page: Page) -> str:
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


def _foot(context: Context, pen: Pen, edges: tuple[float, float], pages: tuple[int, int]) -> None:
    left, right = edges
    pen.rule(left, right, 16 * MM, "ink", 0.35)
    upper, lower = foot_lines(context)
    number = context.say("foot.page", page=pages[0], pages=pages[1])
    pen.words(left, 12.4 * MM, shortened(upper, FOOT, WIDTH - 26 * MM), FOOT)
    pen.words(right, 12.4 * MM, number, PAGE_NUMBER, anchor="end")
    pen.words(left, 9 * MM, shortened(lower, FOOT, WIDTH), FOOT)


def foot_lines(context: Context) -> tuple[str, str]:
    """Give the two lines of the foot: what this is and how to treat it; what it was made from."""
    application, catalogue = context.application, context.catalogue
    upper = [application.number]
    if application.file_reference:
        upper.append(context.say("foot.file_reference", text=application.file_reference))
    if application.proceeding:
        upper.append(context.say("foot.proceeding", text=application.proceeding))
    upper.append(
        context.say(f"foot.{context.material.variant}", confidentiality=context.material.confidentiality)
        if context.material.variant == "internal"
        else context.say(f"foot.{context.material.variant}")
    )
    title = context.local(catalogue.title)
    short = catalogue.sha256[:_SHORT_HASH] or display.NOTHING
    digest = context.checksum[:_SHORT_HASH]
    lower = [
        context.say("foot.catalogue", title=title, version=catalogue.version, hash=short),
        context.say("foot.as_of", moment=display.moment(context.material.as_of, context.words.language)),
        context.say("foot.checksum", digits=f"{digest[:4]}{NB}{digest[4:]}" if digest else display.NOTHING),
    ]
    return clean(bound(_DOT.join(upper))), clean(_DOT.join(lower))
