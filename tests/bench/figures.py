"""Consolidation, workbook and sheets of 30 applications × 7 reviewers × 20 criteria, beside their floors."""

import tempfile
from pathlib import Path

from db.store import Store
from reviewer_app.exports.material import RoundMaterial
from reviewer_app.services.consolidating import cases
from reviewer_app.services.exporting import Wish, material
from tests.bench import floors
from tests.bench.table import Row, paired, timed


def rows(folder: Path) -> list[Row]:
    """Measure over a demo of 30 applications and 7 reviewers without annexes."""
    store = Store(data=lambda: folder)
    workspace = store.open(store.demo(folder / "thirty", applications=30, reviewers=7, seed=1, files=False))
    try:
        with workspace.unit_of_work() as uow:
            loading = timed(lambda: cases(uow))
            gathered = material(uow, Wish())
        return [
            Row("consolidate 30 × 7 × 20, from the store", loading, None, 0.15),
            _workbook(gathered, folder),
            _sheets(gathered, folder),
        ]
    finally:
        workspace.close()


def _workbook(gathered: RoundMaterial, folder: Path) -> Row:
    from reviewer_app.exports.workbook import write_workbook

    target = folder / "Mappe.xlsx"
    write_workbook(gathered, target)
    plan = floors.plan_of(target)
    ours, floor = paired(
        lambda: write_workbook(gathered, target), lambda: floors.write_plainly(plan, folder / "plain.xlsx"), rounds=3
    )
    return Row("workbook of that, cached values included", ours, floor, 1.6, "openpyxl write_only")


def _sheets(gathered: RoundMaterial, folder: Path) -> Row:
    from reviewer_app.exports.sheet import sheet_bytes

    every = [sheet_bytes(gathered, one) for one in gathered.dossiers]
    words = [floors.words_of(data) for data in every]

    def ours() -> None:
        for one in gathered.dossiers:
            sheet_bytes(gathered, one)

    with tempfile.TemporaryDirectory(dir=folder) as room:
        mine, floor = paired(ours, lambda: floors.set_plainly(words, Path(room)), rounds=3)
    return Row("30 tagged sheets", mine, floor, 1.6, "bare reportlab, same words")
