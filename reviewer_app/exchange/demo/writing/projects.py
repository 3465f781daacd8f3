"""Joint projects with their partners and work packages, the same in every paper of a story."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from reviewer_app.exchange.demo.dice import dice_for
from reviewer_app.exchange.demo.members import DemoMember
from reviewer_app.exchange.demo.paper.blocks import Block, Kind
from reviewer_app.exchange.demo.story import Story
from reviewer_app.exchange.demo.writing.finance import table
from reviewer_app.exchange.demo.writing.german import amount
from reviewer_app.exchange.demo.writing.slots import Slots
from reviewer_app.exchange.demo.writing.words import sayings

_GIVERS = ("bund", "land", "eu", "stiftung", "eigenmittel", "sonstige")
_PACKAGES = ("Anforderungen und Muster", "Versuche", "Auswertung", "Erprobung im Betrieb", "Bericht und Anleitung")


@dataclass(frozen=True, slots=True)
class Project:
    """A joint project as the form's row has it, with the members that take part."""

    title: str
    term: str
    volume: int
    giver: str
    partners: int
    small: int
    role: str
    members: tuple[DemoMember, ...]


def projects(story: Story, members: Sequence[DemoMember]) -> list[Project]:
    """Return the projects of a story; a story may let the same few firms sit in the first of them."""
    dice = dice_for(story.number, "projects")
    home = [one for one in members if one.country == "DE"]
    firms = [one for one in home if one.kind == "kmu"]
    others = [one for one in home if one.kind in {"gross", "hs", "auf"}]
    regulars = dice.sample(firms, min(len(firms), story.number_of("texture.regulars")))
    often = story.number_of("texture.regular_projects")
    found = []
    for index, row in enumerate(story.rows("tables.vorhaben")):
        title, term, volume, giver, partners, small, role = row
        few, many = int(str(small)), int(str(partners))
        always = regulars[:few] if index < often else []
        pool = [one for one in firms if one not in always]
        chosen = [*always, *dice.sample(pool, min(len(pool), few - len(always)))]
        chosen += dice.sample(others, min(len(others), many - few))
        found.append(Project(str(title), str(term), int(str(volume)), str(giver), many, few, str(role), tuple(chosen)))
    return found


def giver(key: str) -> str:
    """Return who funds, as a paper says it."""
    return sayings("giver")[_GIVERS.index(key)]


def facts_table(one: Project) -> Block:
    """Return the table of a project's facts."""
    volume = f"{amount(one.volume)} EUR" if one.volume else "ohne Förderung"
    head = ("Laufzeit", "Volumen", "Fördergeber", "Partner", "davon KMU", "Rolle")
    return table(head, [(one.term, volume, giver(one.giver), str(one.partners), str(one.small), one.role.capitalize())])


def brief(story: Story, slots: Slots) -> Iterator[list[Block]]:
    """Tell each project in a few lines."""
    for one in projects(story, slots.members):
        yield [
            Block(Kind.SECTION, one.title),
            facts_table(one),
            Block(Kind.TEXT, f"{slots.say('project')} {slots.say('project')}"),
        ]


def sheets(story: Story, slots: Slots) -> Iterator[list[Block]]:
    """Give a sheet for each project: facts, partners, a remark; a story may leave the later ones at title and year."""
    every = projects(story, slots.members)
    full = story.number_of("texture.full_sheets") or len(every)
    for number, one in enumerate(every, 1):
        head = Block(Kind.SECTION, f"Vorhaben {number}: {one.title}")
        if number > full:
            yield [head, table(("Titel", "Jahr"), [(one.title, one.term)])]
            continue
        rows = [
            (member.name, member.town, "KMU" if member.kind == "kmu" else "weiterer Partner") for member in one.members
        ]
        yield [
            head,
            facts_table(one),
            table(("Partner", "Ort", "Art"), rows),
            Block(Kind.TEXT, f"{slots.say('project')} {slots.say('project')}"),
        ]


def packages(story: Story, slots: Slots) -> Iterator[list[Block]]:
    """Give the work packages of each project that is funded, with the partner that leads each."""
    for one in projects(story, slots.members):
        if not one.volume or not one.members:
            continue
        rows = [
            (f"AP {index}", name, one.members[index % len(one.members)].name)
            for index, name in enumerate(_PACKAGES[: max(3, min(5, one.partners))], 1)
        ]
        yield [Block(Kind.SECTION, f"Arbeitspakete {one.title}"), table(("Nr.", "Arbeitspaket", "Leitung"), rows)]
