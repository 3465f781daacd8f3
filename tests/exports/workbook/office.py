"""LibreOffice as the second reader: it calculates a copy that has lost every computed value, and draws pages."""

import re
import shutil
import subprocess
import zipfile
from pathlib import Path

import pytest

_CACHED = re.compile(rb"(<c r=\"[A-Z]+\d+\" s=\"\d+\")(?: t=\"str\")?>(<f>[^<]*</f>)<v>[^<]*</v></c>")
_SECONDS = 120


def soffice() -> str:
    """Give the program, or skip where there is none."""
    found = shutil.which("soffice")
    if found is None:
        pytest.skip("no soffice here: install libreoffice-calc-nogui to let it calculate the workbook")
    return found


def converted(source: Path, ending: str, folder: Path) -> Path:
    """Convert a file with a profile of its own and give the result; its existence is the only sign of success."""
    profile = folder / "profile"
    command = [
        soffice(),
        f"-env:UserInstallation={profile.as_uri()}",
        *("--headless", "--norestore", "--convert-to", ending, "--outdir", str(folder / "out"), str(source)),
    ]
    subprocess.run(command, check=True, capture_output=True, timeout=_SECONDS)  # noqa: S603  # our own arguments
    found = folder / "out" / f"{source.stem}.{ending}"
    assert found.exists()
    return found


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
    result = openpyxl.load_workbook(converted(bare, "xlsx", folder), data_only=True)
    return {
        sheet.title: {
            cell.coordinate: cell.value for row in sheet.iter_rows() for cell in row if cell.value is not None
        }
        for sheet in result.worksheets
    }
