"""The annexes of one application as bytes: papers set from their plans, with the traps a story sets."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from reviewer_app.demo import traps
from reviewer_app.demo.dice import dice_for
from reviewer_app.demo.form_answers import part
from reviewer_app.demo.members import DemoMember
from reviewer_app.demo.paper.blocks import Block
from reviewer_app.demo.paper.look import look_of
from reviewer_app.demo.paper.press import Imprint, print_pdf
from reviewer_app.demo.story import AnnexPlan, Facts, Story, data
from reviewer_app.demo.writing.composer import Composer
from reviewer_app.demo.writing.slots import Slots
from reviewer_app.domain.going_on import GoOn, always

MISSING = "missing"


@dataclass(frozen=True, slots=True)
class AnnexFile:
    """A file of a package: kind of annex, file name, bytes; without bytes the file is missing and a folder is empty."""

    kind: str
    name: str
    data: bytes | None


@cache
def _names() -> Facts:
    return data("papers", "annexes.toml")


@cache
def _plan(kind: str, form: str) -> Facts:
    """Return the plan of a kind of annex, in the variant for a legal form where there is one."""
    name = str(_naming(kind, form).get("plan", kind))
    return {**data("papers", f"{name}.toml"), "kind": kind}


def _naming(kind: str, form: str) -> Facts:
    own = part(_names(), kind)
    return {**own, **part(part(own, "variants"), form)}


def naming(kind: str, form: str) -> tuple[str, str]:
    """Return the stem of an annex's file name and its title."""
    facts = _naming(kind, form)
    return str(facts["file"]), str(facts["title"])


def annex_files(
    story: Story, members: Sequence[DemoMember], seed: int, rows_kind: str, go_on: GoOn = always
) -> list[AnnexFile]:
    """Return every annex of a story but its member list (`rows_kind`), in the order of their kinds."""
    found = []
    for kind, plan in sorted(story.annexes.items()):
        if kind != rows_kind:
            go_on()
            found.append(_file(story, plan, members, seed, go_on))
    return found


def composed(story: Story, plan: AnnexPlan, members: Sequence[DemoMember], seed: int) -> list[list[Block]]:
    """Return the blocks on each page of an annex."""
    look = look_of(story.number_of("place"), plan.kind)
    dice = dice_for(seed, story.number, plan.kind)
    paper = _plan(plan.kind, story.text("legal_form"))
    pages = Composer(story, paper, look, Slots(story, members, dice), dice).pages(plan.pages)
    if plan.trap == traps.BLANK:
        pages[1] = []
    return pages


def _file(story: Story, plan: AnnexPlan, members: Sequence[DemoMember], seed: int, go_on: GoOn) -> AnnexFile:
    stem, title = naming(plan.kind, story.text("legal_form"))
    name = f"{plan.kind}_{stem}.pdf"
    if plan.trap == MISSING:
        return AnnexFile(plan.kind, name, None)
    pages = composed(story, plan, members, seed)
    look = look_of(story.number_of("place"), plan.kind)
    imprint = Imprint(story.text("applicant.cmo_kurz"), title, story.number)
    printed = print_pdf(pages, look, imprint)
    make = traps.TRAPS.get(plan.trap)
    if make is None:
        return AnnexFile(plan.kind, name, printed)
    dice = dice_for(seed, story.number, plan.kind, plan.trap)
    return AnnexFile(plan.kind, name, make(traps.Trapped(printed, pages, look, imprint, dice, go_on)))
