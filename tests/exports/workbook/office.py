"""LibreOffice as the second reader: it calculates a copy that has lost every computed value, and draws pages."""

import re
import zipfile
from pathlib import Path

from tests.office import converted

_CACHED = re.compile(rb"(<c r=\"[A-Z]+\d+\" s=\"\d+\")(?: t=\"str\")?>(<f>[^<]*</f>)<v>[^<]*</v></c>")


def without_results(data: bytes, target: Path, changes: dict[str, dict[str, str]] | None = None) -> int:
    """Write a copy without any computed value and give how many there were.

    `changes` puts other content into cells: sheet part (`sheet8.xml`) -> place -> XML behind the place.
    """
    count = 0
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as out, zipfile.ZipFile(_written(data, target)) as source:
        for name in source.namelist():
            part = source.read(name)
            if name.startswith("xl/worksheets/"):
                for place, content in (changes or {}).get(Path(name).name, {}).items():
                    part = _changed(part, place, content)
                part, found = _CACHED.subn(rb"\1>\2</c>", part)
                count += found
            out.writestr(name, part)
    return count


def _changed(part: bytes, place: str, content: str) -> bytes:
    pattern = re.compile(rb'<c r="' + place.encode() + rb'"( s="\d+")[^>]*?(?:/>|>.*?</c>)')
    match = pattern.search(part)
    assert match, place
    return part[: match.start()] + f'<c r="{place}"'.encode() + match[1] + content.encode() + part[match.end() :]


def _written(data: bytes, beside: Path) -> Path:
    path = beside.with_name("source.xlsx")
    path.write_bytes(data)
    return path


def recalculated(
    data: bytes, folder: Path, changes: dict[str, dict[str, str]] | None = None
) -> dict[str, dict[str, object]]:
    """Give the values of all cells by sheet and place as LibreOffice calculates them."""
    import openpyxl

    bare = folder / "bare.xlsx"
    without_results(data, bare, changes)
    result = openpyxl.load_workbook(converted(bare, "xlsx", folder / "out"), data_only=True)
    return {
        sheet.title: {
            cell.coordinate: cell.value for row in sheet.iter_rows() for cell in row if cell.value is not None
        }
        for sheet in result.worksheets
    }
