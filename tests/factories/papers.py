"""Small PDF files for annexes: with text, as a scan, blank, locked, active, empty, broken."""

import io
from functools import cache

import pikepdf
from reportlab.pdfgen.canvas import Canvas


@cache
def paper(*texts: str) -> bytes:
    """Give a PDF with a page for each text; an empty text is a blank page."""
    out = io.BytesIO()
    canvas = Canvas(out, pagesize=(200, 280), invariant=1)
    for text in texts or ("Anlage",):
        if text:
            canvas.drawString(20, 200, text)
        canvas.showPage()
    canvas.save()
    return out.getvalue()


@cache
def scan() -> bytes:
    """Give a PDF of one page that shows something and has no text."""
    out = io.BytesIO()
    canvas = Canvas(out, pagesize=(200, 280), invariant=1)
    canvas.rect(40, 40, 100, 100, fill=1)
    canvas.showPage()
    canvas.save()
    return out.getvalue()


def locked(data: bytes | None = None) -> bytes:
    """Give a PDF that asks for a password, which is u."""
    out = io.BytesIO()
    with pikepdf.open(io.BytesIO(paper("Geheim") if data is None else data)) as pdf:
        pdf.save(out, encryption=pikepdf.Encryption(owner="o", user="u"))
    return out.getvalue()


def active(kind: str) -> bytes:
    """Give a PDF that could run something: javascript, launch, embedded_file, submit_form."""
    out = io.BytesIO()
    with pikepdf.open(io.BytesIO(paper("Aktiv"))) as pdf:
        if kind == "embedded_file":
            pdf.attachments["x.txt"] = b"x"
        else:
            names = {"javascript": "/JavaScript", "launch": "/Launch", "submit_form": "/SubmitForm"}
            action = pikepdf.Dictionary(S=pikepdf.Name(names[kind]))
            if kind == "javascript":
                action.JS = pikepdf.String("app.alert(1)")
            pdf.Root.OpenAction = pdf.make_indirect(action)
        pdf.save(out)
    return out.getvalue()


def without_pages() -> bytes:
    """Give a PDF of no pages."""
    out = io.BytesIO()
    with pikepdf.new() as pdf:
        pdf.save(out)
    return out.getvalue()


def broken() -> bytes:
    """Give a PDF cut off in the middle."""
    whole = paper("Abgebrochen")
    return whole[:60] + b"\xff" * 40
