"""The joint projects of a story and the members that take part, the same in every paper of it."""

from collections.abc import Sequence
from dataclasses import dataclass

from reviewer_app.demo.dice import dice_for
from reviewer_app.demo.members import DemoMember
from reviewer_app.demo.story import Story


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
