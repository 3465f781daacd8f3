"""The rows of the window: long list, single moves, a recorded session, memory; measured in children without a screen.

Limits are what a person notices, so they are absolute; the floor beside says how much of it is Qt's or PDFium's own.
"""

from dataclasses import replace
from pathlib import Path

from tests.bench import children, material
from tests.bench.table import Row


def rows(folder: Path, demo: Path) -> list[Row]:
    """Measure over copies of the demo round in `folder`."""
    files = material.prepare(folder, demo)
    return [*long_list(), *moves(files), *papers(files, folder), *session(files), *memory(files)]


def _row(name: str, figures: children.Figures, key: str, limit: float, floor_name: str, note: str = "") -> Row:
    return Row(name, figures[key], figures[f"{key}_floor"], limit, floor_name, note, absolute=True)


def long_list() -> list[Row]:
    """10,000 applications in the list."""
    found = children.ask("long_list")
    note = f"the list's own columns {found['repaint_real'] * 1e3:.0f} ms"
    return [
        _row("filter 10,000 applications, CPU", found, "filter", 0.010, "Qt's proxy, plain text"),
        _row("sort 10,000 applications, CPU", found, "sort", 0.020, "Qt's proxy, plain text"),
        _row("repaint 30 columns, CPU", found, "repaint", 0.060, "plain QTableView", note),
    ]


def moves(files: material.Material) -> list[Row]:
    """One move at a time."""
    found = children.ask("moves", files.heavy, files.paper)
    wall = f"{found['open_wall'] * 1e3:.0f} ms on the clock, form there after {found['open_form_wall'] * 1e3:.0f} ms"
    crowd = f"{found['widgets']:.0f} plain widgets"
    return [
        _row("open 16 annexes of 60 MB to the first page, CPU", found, "open", 0.300, "pypdfium2 alone", wall),
        _row("change criterion, painted, CPU", found, "criterion", 0.016, "plain widgets"),
        _row("turn to a page, painted, CPU", found, "page", 0.050, "pypdfium2 alone"),
        _row("palette, first results of 200, CPU", found, "palette", 0.030, "plain list"),
        _row("switch the theme, CPU", found, "theme", 0.150, crowd),
        _row("slowest step of resizing, CPU", found, "resize", 0.033, crowd),
    ]


def papers(files: material.Material, folder: Path) -> list[Row]:
    """A paper of 300 and one of 2,000 pages."""
    found = children.ask("reader", files.reviewer, folder / "long.pdf")
    held = children.ask("reader", files.reviewer, folder / "long.pdf", "memory")["memory"]
    stall = f"slowest turn of the event loop {found['slowest'] * 1e3:.0f} ms"
    rows = [
        Row("first page of a paper of 300 pages, CPU", found["first"], found["first_floor"], 2, "pypdfium2 alone"),
        _row("turn to a page at 150 dpi, 95th percentile, CPU", found, "turn", 0.030, "pypdfium2 alone"),
        Row("page empty while 300 are scrolled by in 30 s", found["empty"], None, 0.100, note=stall),
        Row("paint pages of a paper with 1,000 marks, CPU", found["marks"], found["marks_floor"], 1.3, "without marks"),
    ]
    memory_row = Row("memory with a paper of 2,000 pages, gone through", held, None, 400, unit="MB")
    return [*rows, memory_row] if held else rows


def session(files: material.Material) -> list[Row]:
    """300 actions."""
    found = children.ask("session", files.reviewer, files.chair)
    if found["actions"] < 300:
        raise RuntimeError(found)
    worst = next(key for key in found if key.startswith("worst"))
    note = (
        f"{found['events']:.0f} events, {found['over']:.0f} of them over 16 ms; of all events the 95th percentile is "
        f"{found['all'] * 1e3:.1f} ms; on the clock {found['wall'] * 1e3:.1f} ms; {worst}: {found[worst] * 1e3:.0f} ms"
    )
    name = "slowest handler of an action, 95th percentile of 300, CPU"
    return [Row(name, found["p95"], None, 0.016, note=note)]


def memory(files: material.Material) -> list[Row]:
    """List, application and paper open."""
    found, bare = children.ask("footprint", files.reviewer), children.ask("bare_window")
    note = f"list {found['list']:.0f} MB"
    row = Row("memory with list, application, paper", found["memory"], bare["memory"], 250, "plain window", note)
    return [replace(row, absolute=True, unit="MB")] if found["memory"] else []
