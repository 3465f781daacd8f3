"""The fonts of the papers, and how text breaks into lines in them; nothing is ever hyphenated."""

from functools import cache

from resources import fonts

PLAIN, BOLD, MEDIUM, WIDE = "DemoPlain", "DemoBold", "DemoMedium", "DemoWide"
BODIES = {"plain": PLAIN, "wide": WIDE}


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
