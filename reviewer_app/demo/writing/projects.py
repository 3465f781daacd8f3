"""How papers tell joint projects: in a few lines, on a sheet with the partners, by work packages."""

from collections.abc import Iterator

from reviewer_app.demo.paper.blocks import Block, Kind
from reviewer_app.demo.story import Story
from reviewer_app.demo.writing.consortia import Project
from reviewer_app.demo.writing.finance import table
from reviewer_app.demo.writing.german import amount, counted
from reviewer_app.demo.writing.slots import Slots
from reviewer_app.demo.writing.words import sayings

_GIVERS = ("bund", "land", "eu", "stiftung", "eigenmittel", "sonstige")
_PACKAGES = ("Anforderungen und Muster", "Versuche", "Auswertung", "Erprobung im Betrieb", "Bericht und Anleitung")


def giver(key: str) -> str:
    """Return who funds, as a paper says it."""
    return sayings("giver")[_GIVERS.index(key)]


def facts_table(one: Project) -> Block:
    """Return the table of a project's facts."""
    volume = f"{amount(one.volume)} EUR" if one.volume else "ohne Förderung"
    head = ("Laufzeit", "Volumen", "Fördergeber", "Partner", "davon KMU", "Rolle")
    return table(head, [(one.term, volume, giver(one.giver), str(one.partners), str(one.small), one.role.capitalize())])


def overview(story: Story, slots: Slots) -> Iterator[list[Block]]:
    """Give one table of the projects that have a name, and how many more the form counts."""
    rows = [(str(index), one.title, one.term) for index, one in enumerate(slots.projects, 1)]
    more = story.number_of("activity.proj") - len(rows)
    blocks = [table(("Nr.", "Vorhaben", "Laufzeit"), rows)]
    if more > 0:
        said = sayings("project_more")[more > 1].replace("‹n›", counted(more).capitalize())
        blocks.append(Block(Kind.TEXT, said))
    yield blocks


def brief(slots: Slots) -> Iterator[list[Block]]:
    """Tell each project in a few lines."""
    for one in slots.projects:
        yield [
            Block(Kind.SECTION, one.title),
            facts_table(one),
            Block(Kind.TEXT, f"{slots.say('project', one)} {slots.say('project', one)}"),
        ]


def sheets(story: Story, slots: Slots) -> Iterator[list[Block]]:
    """Give a sheet for each project: facts, partners, a remark; a story may leave the later ones at title and year."""
    every = slots.projects
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
            Block(Kind.TEXT, f"{slots.say('project', one)} {slots.say('project', one)}"),
        ]


def packages(slots: Slots) -> Iterator[list[Block]]:
    """Give the work packages of each project that is funded, with the partner that leads each."""
    for one in slots.projects:
        if not one.volume or not one.members:
            continue
        rows = [
            (f"AP {index}", name, one.members[index % len(one.members)].name)
            for index, name in enumerate(_PACKAGES[: max(3, min(5, one.partners))], 1)
        ]
        yield [Block(Kind.SECTION, f"Arbeitspakete {one.title}"), table(("Nr.", "Arbeitspaket", "Leitung"), rows)]
