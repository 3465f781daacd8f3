"""How the papers of one association look: its face, sizes, margins and colours, all from a resource file."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from reviewer_app.demo.paper.faces import BODIES
from reviewer_app.demo.story import Facts, data

PAGE_WIDTH, PAGE_HEIGHT = 595.28, 841.89


@dataclass(frozen=True, slots=True)
class Look:
    """Sizes and margins in points, colours as the PDF writer reads them; `head` is line, band or plain."""

    body: str
    size: float
    leading: float
    ink: str
    accent: str
    soft: str
    rule: str
    light: str
    left: float
    right: float
    top: float
    bottom: float
    head: str
    cover: bool

    @property
    def width(self) -> float:
        """The width of the text, in points."""
        return PAGE_WIDTH - self.left - self.right

    @property
    def height(self) -> float:
        """The height of the text, in points."""
        return PAGE_HEIGHT - self.top - self.bottom


@cache
def _file() -> Facts:
    return data("papers", "looks.toml")


def look_of(place: int, kind: str) -> Look:
    """Return the look of the story told at `place` for one kind of annex."""
    looks = _file()["look"]
    every = looks if isinstance(looks, list) else []
    kinds = _file()["kinds"]
    own = kinds.get(kind, {}) if isinstance(kinds, Mapping) else {}
    facts = {**every[(place - 1) % len(every)], **own}
    return Look(
        body=BODIES[str(facts["body"])],
        ink=str(facts["ink"]),
        accent=str(facts["accent"]),
        soft=str(facts["soft"]),
        rule=str(facts["rule"]),
        light=str(_file()["light"]),
        head=str(facts["head"]),
        cover=facts.get("cover", True) is True,
        **{name: float(str(facts[name])) for name in ("size", "leading", "left", "right", "top", "bottom")},
    )
