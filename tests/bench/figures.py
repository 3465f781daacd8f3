"""Consolidation, workbook and sheets of 30 applications × 7 reviewers × 20 criteria, beside their floors."""

from datetime import datetime
from pathlib import Path

from db.store import Store
from reviewer_app.domain.reviews.conflict import ConflictOfInterest
from reviewer_app.domain.reviews.permissions import Role
from reviewer_app.exports.material import RoundMaterial
from reviewer_app.services.export.exporting import ExportRequest, material
from reviewer_app.services.intake.files import take
from reviewer_app.services.ports import UnitOfWork
from reviewer_app.services.reviews.consolidating import cases
from tests.bench import floors
from tests.bench.table import Row, paired, timed

REVIEWERS = 7


def rows(folder: Path) -> list[Row]:
    """Measure over a demo of 30 applications and 7 reviewers without annexes."""
    store = Store(data=lambda: folder)
    workspace = store.open(store.demo(folder / "thirty", applications=30, reviewers=7, seed=1, files=False))
    try:
        with workspace.unit_of_work() as uow:
            _fill_up(uow, folder / "rest.csv")
            loading = timed(lambda: cases(uow))
            gathered = material(uow, ExportRequest())
        return [
            Row("consolidate 30 × 7 × 20, from the store", loading, None, 0.15),
            _workbook(gathered, folder),
            _sheets(gathered),
        ]
    finally:
        workspace.close()


def _fill_up(uow: UnitOfWork, table: Path) -> None:
    """Give every application seven complete reviews, by a score table for those that the demo leaves out."""
    lines = ["application;reviewer;criterion;score;rationale"]
    people = [one for one in uow.people.all() if one.role is Role.REVIEWER][:REVIEWERS]
    now = datetime(2026, 11, 24)  # noqa: DTZ001 # the store keeps moments without a zone
    for application in uow.applications.all(light=True):
        uow.applications.withdraw(application.id, None)
        uow.consensus.withdraw_release(application.id, now, "", "Messung")
        for person in people:
            uow.people.set_conflict(application.id, person.id, ConflictOfInterest.NONE)
        there = {review.reviewer.id for review in uow.reviews.of(application.id)}
        keys = [criterion.key for criterion in uow.catalogues.get(application.catalogue).criteria]
        for person in people:
            if person.id not in there:
                lines += [f"{application.number};{person.name};{key};3,5;Aus der Tabelle." for key in keys]
    table.write_text("\n".join(lines), encoding="utf-8")
    if take(uow, table, now).refused:
        raise RuntimeError(table)


def _workbook(gathered: RoundMaterial, folder: Path) -> Row:
    from reviewer_app.exports.workbook.writing import write_workbook

    target = folder / "Mappe.xlsx"
    write_workbook(gathered, target)
    plan = floors.plan_of(target)
    ours, floor = paired(
        lambda: write_workbook(gathered, target), lambda: floors.write_plainly(plan, folder / "plain.xlsx"), rounds=3
    )
    return Row("workbook of that, cached values included", ours, floor, 1.6, "openpyxl write_only")


def _sheets(gathered: RoundMaterial) -> Row:
    from reviewer_app.exports.sheet.writing import make_sheet
    from tests.exports.bare_sheet import bare_bytes, words_of
    from tests.exports.tag_tree import read

    words = [words_of(read(make_sheet(gathered, one).data).root) for one in gathered.dossiers]

    def ours() -> None:
        for one in gathered.dossiers:
            make_sheet(gathered, one)

    def floor() -> None:
        for one in words:
            bare_bytes(one)

    mine, bare = paired(ours, floor, rounds=3)
    return Row("30 tagged sheets", mine, bare, 1.6, "bare reportlab, same words")
