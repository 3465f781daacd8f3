"""A PDF that guides through itself: page labels, an outline with headings that lead nowhere, links of every kind."""

import io
from functools import cache

import pikepdf
from pikepdf import Array, Dictionary, Name, String

from tests.factories import papers

LINKS = (
    Dictionary(S=Name.GoTo, D=Array([3, Name.XYZ, 0, 140, 0])),
    Dictionary(S=Name.URI, URI=String("https://example.org/bericht?jahr=2026")),
    Dictionary(S=Name.URI, URI=String("file:///etc/passwd")),
    Dictionary(S=Name.Launch, F=String("calc.exe")),
    Dictionary(S=Name.JavaScript, JS=String("app.alert(1)")),
)
"""What the links of the first page do, from top to bottom; each is 160 points wide and 16 high."""


def box(number: int) -> tuple[float, float, float, float]:
    """Return where a link of the first page stands: left, bottom, right, top in points from the lower left corner."""
    return 20, 240 - 24 * number, 180, 256 - 24 * number


@cache
def paper() -> bytes:
    """Give a paper of six small pages, called i, ii, 1, 2, 3, A-1."""
    out = io.BytesIO()
    with pikepdf.open(io.BytesIO(papers.paper(*(f"Seite {number}" for number in range(1, 7))))) as pdf:
        pdf.Root.PageLabels = Dictionary(
            Nums=[0, Dictionary(S=Name.r), 2, Dictionary(S=Name.D), 5, Dictionary(P=String("A-"), S=Name.D)]
        )
        with pdf.open_outline() as made:
            first = pikepdf.OutlineItem("Einleitung", 0)
            first.children.append(pikepdf.OutlineItem("Anlass", 2, "XYZ", top=140))
            made.root.extend([first, pikepdf.OutlineItem("Ohne Ziel"), pikepdf.OutlineItem("", 5)])
        pdf.pages[0].obj.Annots = Array(
            [
                Dictionary(Type=Name.Annot, Subtype=Name.Link, Rect=list(box(number)), A=action)
                for number, action in enumerate(LINKS)
            ]
        )
        pdf.save(out)
    return out.getvalue()
