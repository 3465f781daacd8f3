"""The round the window is measured over: the demo as reviewer and as chair, and one application of 60 MB."""

import io
import os
import shutil
from dataclasses import dataclass
from pathlib import Path

from db.store import Store
from reviewer_app.domain.reviews.permissions import Role
from reviewer_app.services.intake.files import take
from reviewer_app.services.round import switch_person
from reviewer_app.services.search.indexing import index_all
from tests.bench.children import clock

CASE, DRAFT = "GC-2026-014", "GC-2026-007"
PAPER = "A03"
"""The strategy: many pages of text."""
ANNEXES, MEGABYTES = 16, 60


@dataclass(frozen=True, slots=True)
class Material:
    """Files of the same round: as a reviewer sees it, as the chair does, with the heavy application; a paper of it."""

    reviewer: Path
    chair: Path
    heavy: Path
    paper: Path


def prepare(folder: Path, demo: Path) -> Material:
    """Write the files into `folder`; `demo` is the file of a demo round with its papers beside it."""
    folder.mkdir(exist_ok=True)
    source = next((demo.parent / "Antraege").glob(f"{CASE}_*"))
    papers = _heavy_papers(source, folder / source.name)
    paper = next(papers.glob(f"{PAPER}*.pdf"))
    made = Material(folder / "reviewer.votum", folder / "chair.votum", folder / "heavy.votum", paper)
    store = Store(clock, lambda: folder)
    for path, role in ((made.reviewer, Role.REVIEWER), (made.chair, Role.CHAIR), (made.heavy, Role.REVIEWER)):
        shutil.copyfile(demo, path)
        workspace = store.open(path)
        try:
            with workspace.unit_of_work() as uow:
                switch_person(uow, next(one.id for one in uow.people.all() if one.role is role))
            if path == made.heavy:
                with workspace.unit_of_work() as uow:
                    report = take(uow, papers, clock())
                if report.refused:
                    raise RuntimeError(report)
            index_all(workspace)  # what the desk does behind the work is measured on its own
        finally:
            workspace.close()
    return made


def _heavy_papers(source: Path, target: Path) -> Path:
    """Copy an application's folder so that it has sixteen annexes of 60 MB together; their first pages stay."""
    shutil.copytree(source, target)
    there = sorted(target.glob("A*.pdf"))
    for place in range(1, ANNEXES + 1):
        key = f"A{place:02}"
        if not any(one.name.startswith(key) for one in target.iterdir()):
            shutil.copyfile(there[place % len(there)], target / f"{key}_Anlage.pdf")
    papers = sorted(target.glob("A*.pdf"))
    for one in papers:
        one.write_bytes(_heavier(one.read_bytes(), MEGABYTES * 1024 * 1024 // len(papers)))
    return target


def _heavier(data: bytes, size: int) -> bytes:
    """Append a page with a picture that does not shrink, as scanned papers have them."""
    import pikepdf

    side = 1000
    with pikepdf.open(io.BytesIO(data)) as pdf:
        rows = max(size - len(data), 0) // (3 * side) or 1
        picture = pdf.make_stream(
            os.urandom(3 * side * rows),
            Type=pikepdf.Name.XObject,
            Subtype=pikepdf.Name.Image,
            Width=side,
            Height=rows,
            ColorSpace=pikepdf.Name.DeviceRGB,
            BitsPerComponent=8,
        )
        page = pdf.add_blank_page(page_size=(595, 842))
        page.obj.Resources = pikepdf.Dictionary(XObject=pikepdf.Dictionary(Im0=picture))
        page.Contents = pdf.make_stream(b"q 595 0 0 842 0 0 cm /Im0 Do Q")
        out = io.BytesIO()
        pdf.save(out)
    return out.getvalue()
