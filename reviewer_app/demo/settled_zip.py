"""Takes the moment of writing out of a zip-based document, so that the same content is the same bytes."""

import io
import re
import zipfile

_STAMP = re.compile(rb"(<dcterms:(?:created|modified)[^>]*>)[^<]*(</dcterms:)")
_MOMENT = (2026, 9, 1, 9, 0, 0)
_WRITTEN = b"2026-09-01T09:00:00Z"


def settled(data: bytes) -> bytes:
    """Return the same archive with one fixed moment in every entry and in the document's properties."""
    parts = {}
    with zipfile.ZipFile(io.BytesIO(data)) as source:
        for info in source.infolist():
            parts[info.filename] = _STAMP.sub(rb"\g<1>" + _WRITTEN + rb"\g<2>", source.read(info))
    return zipped(parts)


def zipped(parts: dict[str, bytes]) -> bytes:
    """Return an archive of these parts, all with one fixed moment."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as target:
        for name, part in parts.items():
            entry = zipfile.ZipInfo(name, _MOMENT)
            entry.compress_type = zipfile.ZIP_DEFLATED
            entry.external_attr = 0o644 << 16
            target.writestr(entry, part)
    return out.getvalue()
