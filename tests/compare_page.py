"""Writes `compare.html`: each picture of the window and the documents beside the one of the design it follows."""

import html
import shutil
from pathlib import Path

DESIGN = Path(__file__).resolve().parents[2] / "shared" / "design"

PAIRS = (
    ("01-start", "start-1366x768-light"),
    ("02-antraege", "antraege-1366x768-light"),
    ("03-lesen-1366-hell", "lesen-pdf-1366x768-light"),
    ("04-lesen-1366-dunkel", "lesen-pdf-1366x768-dark"),
    ("05-lesen-1920-hell", "lesen-pdf-1920x1080-light"),
    ("06-lesen-200-prozent", "lesen-200-light"),
    ("08-konsolidierung-1366", "konsolidierung-1366x768-light"),
    ("09-konsolidierung-1920-dunkel", "konsolidierung-1920x1080-dark"),
    ("12-befehle-dunkel", "befehle-1366x768-dark"),
    ("13-einreichen-und-eingang", "einreichen-1366x768-light"),
    ("13-einreichen-und-eingang", "import-1366x768-light"),
    ("15-akte", "export-1366x768-light"),
    ("16-bausteine", "bausteine-1366x768-light"),
    ("16-bausteine", "bausteine-1366x768-dark"),
    ("17-zustaende", "antraege-leer-1366x768-light"),
    ("17-zustaende", "stoerungen-1366x768-light"),
    ("17-zustaende", "erster-start-1366x768-light"),
    ("17-zustaende", "antraege-ohne-treffer-1366x768-light"),
    ("17-zustaende", "ruecknahme-1366x768-light"),
    ("17-zustaende", "name-und-rolle-1366x768-light"),
    ("18-antraege-200-prozent", "antraege-200-light"),
    ("19-konsolidierung-200-prozent", "konsolidierung-200-light"),
    ("doc-01-empfehlungsblatt-s1", "blatt-1"),
    ("doc-02-empfehlungsblatt-s2", "blatt-2"),
    ("doc-03-empfehlungsblatt-s3-anhang", "blatt-3"),
    ("doc-07-mappe-uebersicht", "mappe-1"),
    ("doc-09-gutachtenmappe-antragsformular", "antragsformular-1"),
)
"""The design's picture (left) and ours (right), by name without ending."""

_HEAD = """<!doctype html><html lang="de"><meta charset="utf-8"><title>Votum: Entwurf und Fenster</title>
<style>body{font:14px sans-serif;margin:24px}figure{display:inline-block;width:48%;margin:0 1% 24px 0}
img{width:100%;outline:1px solid}</style><h1>Entwurf (links) und Votum (rechts)</h1>
"""


def write(folder: Path) -> Path:
    """Write the page into `folder`, with the design's pictures beside it where they are at hand; give its path."""
    drawn = {path.stem for path in folder.glob("*.png")}
    parts = [_HEAD]
    if not DESIGN.is_dir():
        parts.append(f"<p>Die Bilder des Entwurfs fehlen hier: {html.escape(DESIGN.name)}</p>")
    for design, ours in PAIRS:
        if ours in drawn:
            parts += [f"<h2>{design} · {ours}</h2>", _figure(folder, design), _figure(folder, ours)]
    paired = {ours for _design, ours in PAIRS}
    parts.append("<h2>Ohne Gegenstück im Entwurf</h2>")
    parts += [_figure(folder, name) for name in sorted(drawn - paired)]
    page = folder / "compare.html"
    page.write_text("\n".join(parts), encoding="utf-8")
    return page


def _figure(folder: Path, name: str) -> str:
    source = DESIGN / f"{name}.png"
    if source.is_file():
        (folder / "design").mkdir(exist_ok=True)
        shutil.copyfile(source, folder / "design" / source.name)
        name = f"design/{name}"
    if not (folder / f"{name}.png").is_file():
        return f"<figure><figcaption>{name}: nicht da</figcaption></figure>"
    return f'<figure><img src="{name}.png" alt="{name}" loading="lazy"><figcaption>{name}</figcaption></figure>'
