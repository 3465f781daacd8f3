"""Saves a workbook with the values of its formulas so that the same content gives the same bytes, whole or not at all.

The writer stamps the present time into the archive and the properties; both are set to a fixed moment here.
"""

import io
import re
import zipfile
from collections.abc import Mapping
from contextlib import suppress
from datetime import date, datetime
from pathlib import Path
from typing import TYPE_CHECKING
from uuid import uuid4
from xml.sax.saxutils import escape

from reviewer_app.domain.errors import MendableError
from reviewer_app.exchange.application_form.calculation import results

if TYPE_CHECKING:
    from openpyxl.workbook import Workbook

MOMENT = (2026, 1, 1, 0, 0, 0)
_FORMULA = re.compile(r'(<c r="([A-Z]+[0-9]+)"[^>]*)>(<f>[^<]*</f>)<v ?(?:/>|></v>)')
_STAMP = re.compile(rb"(<dcterms:(?:created|modified)[^>]*>)[^<]*(</dcterms:)")


def save(book: "Workbook", target: Path, today: date) -> None:
    """Write the workbook beside the target and move it there, or leave the target as it was.

    Formulas are stored with the values they have on the day `today`. Raises MendableError where the target is in use or
    its folder cannot be written.
    """
    book.properties.created = datetime(*MOMENT)  # noqa: DTZ001  # a fixed moment, no clock
    raw = io.BytesIO()
    book.save(raw)
    values = {
        f"xl/worksheets/sheet{number}.xml": of_sheet for number, of_sheet in enumerate(results(book, today).values(), 1)
    }
    beside = target.with_name(f".{target.name}.{uuid4().hex[:8]}.part")
    try:
        beside.write_bytes(_settled(raw.getvalue(), values))
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


def _settled(data: bytes, values: Mapping[str, Mapping[str, str | float | bool]]) -> bytes:
    out = io.BytesIO()
    moment = f"{MOMENT[0]:04d}-{MOMENT[1]:02d}-{MOMENT[2]:02d}T00:00:00Z".encode()
    with zipfile.ZipFile(io.BytesIO(data)) as source, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as fixed:
        for info in source.infolist():
            part = source.read(info)
            if info.filename == "docProps/core.xml":
                part = _STAMP.sub(rb"\g<1>" + moment + rb"\g<2>", part)
            elif values.get(info.filename):
                part = _with_values(part.decode(), values[info.filename]).encode()
            entry = zipfile.ZipInfo(info.filename, MOMENT)
            entry.compress_type = zipfile.ZIP_DEFLATED
            entry.external_attr = 0o644 << 16
            fixed.writestr(entry, part)
    return out.getvalue()


def _with_values(sheet: str, values: Mapping[str, str | float | bool]) -> str:
    """Put the values behind their formulas; the writer leaves their places empty."""

    def put(match: re.Match[str]) -> str:
        value = values.get(match[2])
        if value is None:
            return match[0]
        kind = ' t="b"' if isinstance(value, bool) else ' t="str"' if isinstance(value, str) else ""
        shown = escape(value) if isinstance(value, str) else str(int(value)) if value == int(value) else repr(value)
        return f"{match[1]}{kind}>{match[3]}<v>{shown}</v>"

    return _FORMULA.sub(put, sheet)
