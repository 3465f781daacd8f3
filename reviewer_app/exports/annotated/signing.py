"""Whether a PDF carries a signature that a new file would break, and whether its signer forbade annotations."""

import pikepdf

_MOST_FIELDS = 5_000
_FORMS_ONLY, _ANNOTATIONS = 2, 3  # ISO 32000-1, table 254


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


def forbids_annotations(pdf: pikepdf.Pdf) -> bool:
    """Say whether the document is certified without leave to annotate: its signature stays whole, viewers complain."""
    permissions = pdf.Root.get("/Perms")
    signature = permissions.get("/DocMDP") if isinstance(permissions, pikepdf.Dictionary) else None
    if not isinstance(signature, pikepdf.Dictionary):
        return False
    for reference in _parts(signature, "/Reference"):
        given = reference.get("/TransformParams") if isinstance(reference, pikepdf.Dictionary) else None
        if isinstance(given, pikepdf.Dictionary):
            return given.get("/P", _FORMS_ONLY) != _ANNOTATIONS
    return True


def _parts(thing: pikepdf.Object, key: str) -> list[pikepdf.Object]:
    found = thing.get(key)
    return [found[index] for index in range(min(len(found), _MOST_FIELDS))] if isinstance(found, pikepdf.Array) else []
