"""Saves a workbook so that the same content gives the same bytes, whole or not at all.

The writer stamps the present time into the archive and the properties; both are set to a fixed moment here.
"""

import io
import re
import zipfile
from contextlib import suppress
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING
from uuid import uuid4

from reviewer_app.domain.errors import MendableError

if TYPE_CHECKING:
    from openpyxl.workbook import Workbook

MOMENT = (2026, 1, 1, 0, 0, 0)
_STAMP = re.compile(rb"(<dcterms:(?:created|modified)[^>]*>)[^<]*(</dcterms:)")


def save(book: "Workbook", target: Path) -> None:
    """Write the workbook beside the target and move it there, or leave the target as it was.

    Raises MendableError where the target is in use or its folder cannot be written.
    """
    book.properties.created = datetime(*MOMENT)  # noqa: DTZ001  # a fixed moment, no clock
    raw = io.BytesIO()
    book.save(raw)
    beside = target.with_name(f".{target.name}.{uuid4().hex[:8]}.part")
    try:
        beside.write_bytes(_settled(raw.getvalue()))
    except OSError as error:
        _forget(beside)
        raise MendableError("target_not_writable", str(target.parent)) from error
    try:
        beside.replace(target)
    except OSError as error:
        _forget(beside)
        raise MendableError("target_in_use", str(target)) from error


def _forget(path: Path) -> None:
    """Remove what was written so far, where that is possible."""
    with suppress(OSError):
        path.unlink(missing_ok=True)


def _settled(data: bytes) -> bytes:
    out = io.BytesIO()
    moment = f"{MOMENT[0]:04d}-{MOMENT[1]:02d}-{MOMENT[2]:02d}T00:00:00Z".encode()
    with zipfile.ZipFile(io.BytesIO(data)) as source, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as fixed:
        for info in source.infolist():
            part = source.read(info)
            if info.filename == "docProps/core.xml":
                part = _STAMP.sub(rb"\g<1>" + moment + rb"\g<2>", part)
            entry = zipfile.ZipInfo(info.filename, MOMENT)
            entry.compress_type = zipfile.ZIP_DEFLATED
            entry.external_attr = 0o644 << 16
            fixed.writestr(entry, part)
    return out.getvalue()
