"""The twelve stories of the demo round, read from the `votum` blocks of the story bible, with their results."""

import re
from dataclasses import dataclass, field
from fractions import Fraction
from pathlib import Path

from reviewer_app.domain.scale import NB, Value

_LABEL = {"R1", "R2", "R3", "R4", "R5", "none"}


@dataclass
class Story:
    """One story: scores by reviewer key, and what must come out of them."""

    number: str
    procedure: str
    rule: str
    lines: dict[str, list[str]] = field(default_factory=dict)
    scores: dict[str, dict[str, Value | None]] = field(default_factory=dict)
    drafts: dict[str, dict[str, Value | None]] = field(default_factory=dict)

    def of(self, kind: str) -> list[str]:
        return self.lines.get(kind, [])


def _value(text: str) -> Value | None:
    return None if text == "-" else NB if text == "nb" else Fraction(text)


def _row(text: str) -> tuple[str, dict[str, Value | None]]:
    who, _, rest = text.partition(" ")
    found: dict[str, Value | None] = {}
    for area, part in zip("ABCD", rest.split("/"), strict=True):
        for index, word in enumerate(part.split(), 1):
            found[f"{area}{index}"] = _value(word)
    return who, found


def read_stories(folder: Path) -> dict[str, Story]:
    """Return the stories by number from `docs/demo-stories.md` below the shared folder."""
    text = (folder / "docs" / "demo-stories.md").read_text(encoding="utf-8")
    stories: dict[str, Story] = {}
    for block in re.findall(r"```votum\n(.*?)```", text, re.DOTALL):
        lines = [line.partition(" ") for line in block.strip().splitlines()]
        head = lines[0][2].split()
        story = Story(head[0], head[1].lower(), head[head.index("rule") + 1])
        for kind, _, rest in lines:
            story.lines.setdefault(kind, []).append(rest)
        story.scores = dict(_row(rest) for rest in story.of("S"))
        story.drafts = dict(_row(rest) for rest in story.of("DRAFT"))
        stories[story.number] = story
    for line in re.findall(r"```settled\n(.*?)```", text, re.DOTALL)[0].strip().splitlines():
        number, _, told = line.partition(" ")
        stories[number].lines["SETTLED"] = [told]
        probes = re.search(rf"^{number[-3:]}: .* probes then (.*?)\. The probe", text, re.MULTILINE)
        stories[number].lines["SETTLED_PROBE"] = [probes[1]] if probes else []
    return stories
