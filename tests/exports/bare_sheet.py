"""The floor for the speed of sheets: the same words as paragraphs and tables of the PDF writer, untagged."""

from io import BytesIO
from xml.sax.saxutils import escape

from tests.exports.tag_tree import Element

type Words = list[str | list[list[str]]]


def words_of(root: Element) -> Words:
    """Give the words of a sheet: a text for each paragraph, rows of cells for each table."""
    found: Words = []
    for kid in root.kids:
        if not isinstance(kid, Element):
            continue
        if kid.role == "Table":
            rows = [element for element in kid.walk() if element.role == "TR"]
            found.append([[cell.drawn() for cell in row.kids if isinstance(cell, Element)] for row in rows])
        elif kid.role in {"L", "LI", "LBody"}:
            found += [element.drawn() for element in kid.walk() if element.role in {"Lbl", "LBody"}]
        else:
            found.append(kid.drawn())
    return found


def bare_bytes(words: Words) -> bytes:
    """Set the words with the PDF writer's own flowables and the sheet's own faces."""
    from reportlab.lib.pagesizes import A4
    from reportlab.lib.styles import ParagraphStyle
    from reportlab.platypus import Flowable, Paragraph, SimpleDocTemplate, Table

    from reviewer_app.exports.tagged.text import faces

    font = faces()["Regular"].fontName
    prose = ParagraphStyle("prose", fontName=font, fontSize=8.5, leading=12)
    cell = ParagraphStyle("cell", fontName=font, fontSize=8, leading=10.5)
    story: list[Flowable] = []
    for part in words:
        if isinstance(part, str):
            story.append(Paragraph(escape(part), prose))
            continue
        most = max(len(row) for row in part)
        rows = [[Paragraph(escape(text), cell) for text in [*row, *[""] * (most - len(row))]] for row in part]
        story.append(Table(rows, repeatRows=1, style=[("FONTNAME", (0, 0), (-1, -1), font)]))
    target = BytesIO()
    SimpleDocTemplate(target, pagesize=A4, invariant=1, initialFontName=font, pageCompression=1).build(story)
    return target.getvalue()
