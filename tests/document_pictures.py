"""Draws a recommendation sheet, the workbook and the application form as pictures, beside those of the window.

Sheets are painted by PDFium; workbooks by LibreOffice where it is installed, because only a program that lays them out
shows what a person would print.
"""

import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

from PySide6.QtGui import QImage

from reviewer_app.exchange.annex.pdf import PdfDocument

SCALE = 1.5
"""Pixels per point."""
MOST_PAGES = 4
_SECONDS = 120
_TREE = Path(__file__).resolve().parent.parent


def draw(folder: Path, scratch: Path, workspace: Path, case: str) -> Iterator[Path]:
    """Export `workspace` into `scratch`, draw the sheet of `case` and both workbooks into `folder`, give each path."""
    _votum("export", workspace, scratch, "--workbook", "--sheets")
    form = scratch / "Antragsformular.xlsx"
    _votum("template", "application", form)
    yield from pages(scratch / f"Empfehlungsblatt_{case}.pdf", folder / "blatt")
    for name, book in (("mappe", scratch / "Mappe.xlsx"), ("antragsformular", form)):
        printed = _printed(book, scratch)
        if printed is not None:
            yield from pages(printed, folder / name)


def pages(source: Path, target: Path) -> Iterator[Path]:
    """Paint the first pages of a PDF as `target-1.png`, `target-2.png` … and give each path."""
    with PdfDocument(source.read_bytes()) as document:
        for page in range(min(document.pages, MOST_PAGES)):
            picture = document.render(page, SCALE)
            path = target.with_name(f"{target.name}-{page + 1}.png")
            image = QImage(picture.data, picture.width, picture.height, picture.stride, QImage.Format.Format_RGB32)
            image.save(str(path))
            yield path


def _printed(book: Path, scratch: Path) -> Path | None:
    """Print a workbook to PDF; None where LibreOffice is absent."""
    office = shutil.which("soffice")
    if office is None:
        return None
    profile = f"-env:UserInstallation={(scratch / 'profile').as_uri()}"
    command = [office, profile, "--headless", "--norestore", "--convert-to", "pdf", "--outdir", str(scratch), str(book)]
    subprocess.run(command, check=True, capture_output=True, timeout=_SECONDS)  # noqa: S603  # our own arguments
    return book.with_suffix(".pdf")


def _votum(*arguments: Path | str) -> None:
    subprocess.run([sys.executable, _TREE / "main.py", *arguments], check=True, capture_output=True)  # noqa: S603  # our own program
