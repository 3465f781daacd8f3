"""Whether a PDF carries a signature that a new file would break."""

import pikepdf

_MOST_FIELDS = 5_000


def is_signed(pdf: pikepdf.Pdf) -> bool:
    """Say whether a field of the form is signed."""
    form = pdf.Root.get("/AcroForm")
    waiting = _parts(form, "/Fields") if isinstance(form, pikepdf.Dictionary) else []
    for _ in range(_MOST_FIELDS):
        if not waiting:
            break
        field = waiting.pop()
        if not isinstance(field, pikepdf.Dictionary):
            continue
        value = field.get("/V")
        if isinstance(value, pikepdf.Dictionary) and "/ByteRange" in value:
            return True
        waiting += _parts(field, "/Kids")
    return False


def _parts(thing: pikepdf.Object, key: str) -> list[pikepdf.Object]:
    found = thing.get(key)
    return [found[index] for index in range(min(len(found), _MOST_FIELDS))] if isinstance(found, pikepdf.Array) else []
