"""How the papers of one association look: its faces, sizes, margins and colours, all from a resource file."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from resources import fonts
from reviewer_app.demo.story import StoryFacts, data

PLAIN, BOLD, MEDIUM, WIDE = "DemoPlain", "DemoBold", "DemoMedium", "DemoWide"
BODIES = {"plain": PLAIN, "wide": WIDE, "serif": "Times-Roman", "sans": "Helvetica", "typed": "Courier"}
"""Faces by name; the last three are those every reader of PDF files brings, for Western letters only."""
_HEAVY = {"Times-Roman": "Times-Bold", "Helvetica": "Helvetica-Bold", "Courier": "Courier-Bold"}


@cache
def registered() -> bool:
    """Make the fonts known to the PDF writer, once."""
    from reportlab.pdfbase.pdfmetrics import registerFont
    from reportlab.pdfbase.ttfonts import TTFont

    cuts = fonts.cuts()
    files = {PLAIN: cuts["Regular"], BOLD: cuts["SemiBold"], MEDIUM: cuts["Medium"], WIDE: fonts.fallback()}
    for name, file in files.items():
        registerFont(TTFont(name, str(file)))
    return True


@cache
def width_of(word: str, font: str) -> float:
    """Return the width of a word at size 1."""
    from reportlab.pdfbase.pdfmetrics import stringWidth

    registered()
    return float(stringWidth(word, font, 1000)) / 1000


def lines_of(text: str, font: str, size: float, width: float) -> list[str]:
    """Break a text into lines of at most `width` points; a word that is wider stands alone."""
    space = width_of(" ", font)
    found: list[str] = []
    line: list[str] = []
    used, room = 0.0, width / size
    for word in text.split(" "):
        wide = width_of(word, font)
        if line and used + space + wide > room:
            found.append(" ".join(line))
            line, used = [], 0.0
        used += wide + (space if line else 0.0)
        line.append(word)
    if line:
        found.append(" ".join(line))
    return found


PAGE_WIDTH, PAGE_HEIGHT = 595.28, 841.89


@dataclass(frozen=True, slots=True)
class AnnexStyle:
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
    def bold(self) -> str:
        """The face of heads."""
        return _HEAVY.get(self.body, BOLD)

    @property
    def medium(self) -> str:
        """The face of names above and below the text."""
        return _HEAVY.get(self.body, MEDIUM)

    @property
    def width(self) -> float:
        """The width of the text, in points."""
        return PAGE_WIDTH - self.left - self.right

    @property
    def height(self) -> float:
        """The height of the text, in points."""
        return PAGE_HEIGHT - self.top - self.bottom


@cache
def _file() -> StoryFacts:
    return data("papers", "looks.toml")


def letter_inks() -> tuple[str, ...]:
    """Return the colours that members set the heads of their letters in."""
    found = _file()["letters"]
    return tuple(str(one) for one in found) if isinstance(found, list) else ()


def look_of(place: int, kind: str) -> AnnexStyle:
    """Return the look of the story told at `place` for one kind of annex."""
    looks = _file()["look"]
    every = looks if isinstance(looks, list) else []
    kinds = _file()["kinds"]
    own = kinds.get(kind, {}) if isinstance(kinds, Mapping) else {}
    look = every[(place - 1) % len(every)]
    facts = {**look, **own, **look.get(kind, {})}
    return AnnexStyle(
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
