"""Where workbook, sheets and record of a round differ: every figure, cell by cell and line by line.

The record (`consolidate --json`) is the measure, because scripts rely on it and nothing in it is formatted.
"""

import re
from collections.abc import Iterator
from fractions import Fraction
from pathlib import Path
from typing import Any

from reviewer_app.domain import locale
from reviewer_app.exchange.catalogue.file import default_catalogue

type Cells = dict[str, object]
type Record = dict[str, Any]

_PLACE = re.compile(r"([A-Z]+)(\d+)")
_CLOSE = 1e-9
_LABELS = re.compile(r"(G\d+): (.+?)(?:  ·  |$)")
_NOTHING = (None, "", "–", "n. b.", "n.\u00a0b.")


def rows_of(cells: Cells, heads: int) -> Iterator[dict[str, object]]:
    """Give the rows below a head row as cells by the head's words."""
    words = {column: str(text) for (column, row), text in _placed(cells) if row == heads}
    lines: dict[int, dict[str, object]] = {}
    for (column, row), value in _placed(cells):
        if row > heads and column in words:
            lines.setdefault(row, {})[words[column]] = value
    return (lines[row] for row in sorted(lines))


def _placed(cells: Cells) -> Iterator[tuple[tuple[str, int], object]]:
    for place, value in cells.items():
        match = _PLACE.fullmatch(place)
        assert match
        yield (match[1], int(match[2])), value


def same(cell: object, figure: float | None) -> bool:
    """Say whether a cell shows a figure; what cannot be computed is a sign or empty, never a number."""
    if figure is None:
        return cell in _NOTHING
    return isinstance(cell, int | float) and abs(cell - figure) < _CLOSE


def differences(book: dict[str, Cells], record: Record) -> Iterator[str]:
    """Give each figure of one application that differs between workbook and record."""
    number, cells = record["number"], book[record["number"]]
    lines = {str(line["Krit."]): line for line in rows_of(cells, 4) if line.get("Krit.")}
    again = {line["Krit."]: line for line in rows_of(book["Kriterien"], 4) if line["Nummer"] == number}
    told = next(str(text) for text in reversed(cells.values()) if str(text).startswith("G1: ") and "G2: " in str(text))
    labels = {name: label for label, name in _LABELS.findall(told)}
    for one in record["criteria"]:
        key = one["key"]
        for head, figure in (("Mittel", "mean"), ("Median", "median"), ("Spanne", "range"), ("Vereinbart", "agreed")):
            for line in (lines[key], again[key]):
                if not same(line.get(head), one[figure]):
                    yield f"{number} {key} {head}: {line.get(head)!r} is not {one[figure]!r}"
        for line in (lines[key], again[key]):
            if bool(line.get("Klärung")) is not one["needs_discussion"]:
                yield f"{number} {key} Klärung: {line.get('Klärung')!r}"
        for review in record["reviews"]:
            if review["counted"] and not same(lines[key].get(labels[review["reviewer"]]), review["scores"][key]):
                yield f"{number} {key} {review['reviewer']}: {lines[key].get(labels[review['reviewer']])!r}"
    yield from _sums(book, record, cells)


def _sums(book: dict[str, Cells], record: Record, cells: Cells) -> Iterator[str]:
    number = record["number"]
    start = next(row for (column, row), text in _placed(cells) if column == "A" and text == "Bereich")
    areas = {str(line.get("Bereich")): line for line in rows_of(cells, start)}
    first = next(line for line in rows_of(book["Übersicht"], 4) if line["Nummer"] == number)
    for area in record["areas"]:
        line = areas[area["key"]]
        for head, figure in (("von", "maximum"), ("Punkte", "points"), ("Anteil", "share")):
            if not same(line.get(head), area[figure]):
                yield f"{number} {area['key']} {head}: {line.get(head)!r} is not {area[figure]!r}"
        if not same(first.get(f"Bereich {area['key']}"), area["share"]):
            yield f"{number} Übersicht {area['key']}: {first.get('Bereich ' + area['key'])!r}"
    if not same(areas["Gesamt"].get("Punkte"), record["total"]) or not same(first.get("Gesamt"), record["total"]):
        yield f"{number} Gesamt: {areas['Gesamt'].get('Punkte')!r}, {first.get('Gesamt')!r} is not {record['total']!r}"
    names = {rule.id: rule.name.read("de") for rule in default_catalogue().rules}
    expected = names[record["result"]["rule"]] if record["result"] else None
    shown = (cells.get("B3"), first.get("Vorschlag (rechnet)"))
    if expected is not None and shown != (expected, expected):
        yield f"{number} Vorschlag: {shown} is not {expected}"


def stored_values(workbook: Path) -> dict[str, Cells]:
    """Give the values stored in a workbook by sheet and place, as a program shows them that does not calculate."""
    import openpyxl

    book = openpyxl.load_workbook(workbook, data_only=True)
    return {
        sheet.title: {
            cell.coordinate: cell.value for row in sheet.iter_rows() for cell in row if cell.value is not None
        }
        for sheet in book.worksheets
    }


def exact(figure: float | None) -> Fraction | None:
    """Give the fraction a figure of the record stands for."""
    return None if figure is None else Fraction(figure).limit_denominator(10**6)


def missing_from(text: str, record: Record) -> Iterator[str]:
    """Give each figure of one application that its sheet does not show where it belongs."""
    shares, totals = default_catalogue().thresholds()
    agreed = {one["key"]: locale.score(exact(one["agreed"]), "de") for one in record["criteria"]}
    for area in record["areas"]:
        values = " ".join(value for key, value in agreed.items() if key.startswith(area["key"]))
        if area["points"] is not None:
            points = locale.points(exact(area["points"]), (), "de")
            line = f"{values} {points} von {area['maximum']:.0f} {locale.share(exact(area['share']), shares, 'de')}"
            if " ".join(line.split()) not in text:
                yield f"{record['number']} {area['key']}: {line}"
    if record["total"] is not None and locale.points(exact(record["total"]), totals, "de") not in text:
        yield f"{record['number']}: {record['total']}"


def text_of(sheet: Path) -> str:
    """Give a PDF's text with single spaces, as a person who copies it has it."""
    import pypdfium2

    document = pypdfium2.PdfDocument(sheet)
    text = " ".join(page.get_textpage().get_text_range() for page in document)
    document.close()
    return " ".join(text.split())
