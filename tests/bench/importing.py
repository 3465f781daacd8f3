"""Importing 100 filled application forms, beside openpyxl reading them."""

import shutil
from datetime import datetime
from pathlib import Path

from db.store import Store
from reviewer_app.exchange.catalogue.file import default_catalogue
from reviewer_app.services.intake.files import take
from tests.bench import children
from tests.bench.table import Row, paired

FORMS = 100


def rows(folder: Path, forms: list[Path], demo: Path) -> list[Row]:
    """Measure over copies of `forms` under 100 different numbers, and of the demo round."""
    files = _hundred(folder / "forms", forms)
    count = iter(range(1000))

    def ours() -> None:
        store = Store(data=lambda: folder)
        path = folder / f"import{next(count)}.votum"
        workspace = store.begin(path, default_catalogue(), "Bench", None)
        for file in files:
            with workspace.unit_of_work() as uow:
                report = take(uow, file, datetime(2026, 11, 24))  # noqa: DTZ001 # the store keeps moments without a zone
            if report.refused:
                raise RuntimeError(report)
        workspace.close()

    mine, floor = paired(ours, lambda: _read_plainly(files), rounds=3)
    return [Row(f"import {FORMS} forms", mine, floor, 1.5, "openpyxl reading them"), *_keyed(folder, demo)]


def _keyed(folder: Path, demo: Path) -> list[Row]:
    """Measure what somebody who scores meanwhile notices of it, the window's way and beside the quiet figure."""
    shutil.copyfile(demo, folder / "keyed.votum")
    found = children.ask("keying", folder / "keyed.votum", folder / "forms")
    quiet = f"quiet {found['quiet'] * 1e3:.1f} ms"
    note = f"{quiet}, worst {found['worst_taken'] * 1e3:.0f} ms; import in {found['import']:.1f} s"
    name = "a score keyed while {} forms are {}, durable, 95th percentile"
    return [
        Row(name.format(FORMS, "looked at"), found["looked"], None, 0.100, note=quiet),
        Row(name.format(FORMS, "imported"), found["taken"], None, 0.100, note=note),
    ]


def _read_plainly(files: list[Path]) -> None:
    import openpyxl

    for file in files:
        book = openpyxl.load_workbook(file, data_only=True)
        for sheet in book.worksheets:
            for row in sheet.iter_rows(values_only=True):
                len(row)
        book.close()


def _hundred(folder: Path, forms: list[Path]) -> list[Path]:
    """Copy the forms until there are a hundred, each with a number of its own written into its strings."""
    import zipfile

    folder.mkdir()
    files = []
    for index in range(FORMS):
        source = forms[index % len(forms)]
        number = next(part for part in (source.stem.split("_")) if part.startswith("GC-"))
        target = folder / f"{index}.xlsx"
        with zipfile.ZipFile(source) as old, zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as new:
            for item in old.infolist():
                new.writestr(item, old.read(item).replace(number.encode(), f"GC-2026-{500 + index}".encode()))
        files.append(target)
    shutil.copystat(forms[0], folder)
    return files
