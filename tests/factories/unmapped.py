"""A PDF that draws letters without saying which they are: a Type 3 font with names of its own and no Unicode map."""

import io

import pikepdf
from pikepdf import Array, Dictionary, Name

_FIRST, _COUNT = 1, 6


def unmapped() -> bytes:
    """Return one page with one line of six such letters."""
    pdf = pikepdf.new()
    glyph = pdf.make_stream(b"600 0 0 0 500 700 d1 0 0 500 700 re f")
    names = [f"/q{number}" for number in range(_COUNT)]
    font = Dictionary(
        Type=Name.Font,
        Subtype=Name.Type3,
        FontBBox=[0, 0, 600, 800],
        FontMatrix=[0.001, 0, 0, 0.001, 0, 0],
        CharProcs=Dictionary(dict.fromkeys(names, glyph)),
        Encoding=Dictionary(Type=Name.Encoding, Differences=Array([_FIRST, *(Name(name) for name in names)])),
        FirstChar=_FIRST,
        LastChar=_FIRST + _COUNT - 1,
        Widths=[600] * _COUNT,
        Resources=Dictionary(),
    )
    page = pdf.add_blank_page(page_size=(400, 300))
    codes = bytes(range(_FIRST, _FIRST + _COUNT)).hex()
    page.Contents = pdf.make_stream(f"BT /F 20 Tf 40 200 Td <{codes}> Tj ET".encode())
    page.Resources = Dictionary(Font=Dictionary(F=pdf.make_indirect(font)))
    made = io.BytesIO()
    pdf.save(made)
    return made.getvalue()
