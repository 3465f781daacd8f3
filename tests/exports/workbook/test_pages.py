"""On paper: one page wide with heads on each, nothing too small to read, long tables on demand."""

import ctypes
import re
from pathlib import Path

import pypdfium2
import pypdfium2.raw as pdfium

from reviewer_app.domain.ids import PersonId
from reviewer_app.domain.reviews.review import Person
from reviewer_app.exports.workbook.writing import workbook_bytes
from tests.exports.factories import WORKED, a_dossier, a_person, a_review, an_application, catalogue, row
from tests.exports.workbook.made import data_of
from tests.exports.workbook.reading import read
from tests.exports.workbook.rounds import a_round
from tests.office import converted

NAMES = ("worked", "twenty", "long_texts", "no_reviews", "withdrawn")


def test_sheets_print_one_page_wide_and_repeat_their_heads(tmp_path: Path) -> None:
    source = tmp_path / "round.xlsx"
    source.write_bytes(data_of("de", *NAMES))
    with pypdfium2.PdfDocument(converted(source, "pdf", tmp_path / "out")) as pdf:
        texts, ticks = [], {}
        for page in pdf:
            assert page.get_width() > page.get_height()
            text = page.get_textpage()
            texts.append(text.get_text_range())
            if ", Diagramme, " in texts[-1]:
                ticks = _ticks(page)
            text.close()
            page.close()
    assert [rows for _, rows in sorted(ticks.items())] == [len(NAMES)] * 4, (
        "three thresholds of the total, one of an area"
    )
    assert sum("Zählungen" in text for text in texts) == len(NAMES)
    assert not any("###" in text for text in texts)
    tables = [text for text in texts if re.search(r"2026, GC-\S+, VERTRAULICH", text)]
    assert len(tables) >= len(NAMES)
    assert all("Krit." in text and "Vereinbart" in text for text in tables)
    assert all(f"von {len(texts)}" in text for text in texts)


def test_an_application_prints_at_seven_points_and_long_tables_on_demand(tmp_path: Path) -> None:
    source = tmp_path / "round.xlsx"
    source.write_bytes(data_of("de", "worked"))
    with pypdfium2.PdfDocument(converted(source, "pdf", tmp_path / "out")) as pdf:
        pages = [(page.get_textpage().get_text_range(), _sizes(page)) for page in pdf]
    assert "Übersicht der Anträge" in pages[0][0]
    for key in ("Kriterien aller Anträge", "Einzelwerte mit Begründung"):
        (text,) = (text for text, _ in pages if key in text)
        assert "Druckbereich aufheben" in text
        assert "GC-2026-014" not in text
    of_application = [sizes for text, sizes in pages if "Zur Übersicht" in text or "Zählungen" in text]
    assert len(of_application) <= 2
    assert min(min(sizes) for sizes in of_application) >= 7


def _ticks(page: pypdfium2.PdfPage) -> dict[int, int]:
    """Count the upright strokes of a row's height by where they stand across."""
    found: dict[int, set[int]] = {}
    for one in page.get_objects(filter=[pdfium.FPDF_PAGEOBJ_PATH]):
        left, bottom, right, top = one.get_bounds()
        if right - left < 3 < top - bottom < 12:
            found.setdefault(round(left), set()).add(round(bottom))
    return {across: len(rows) for across, rows in found.items()}


def _sizes(page: pypdfium2.PdfPage) -> list[float]:
    found = []
    for one in page.get_objects(filter=[pdfium.FPDF_PAGEOBJ_TEXT]):
        size = ctypes.c_float()
        pdfium.FPDFTextObj_GetFontSize(one.raw, ctypes.byref(size))
        found.append(size.value * abs(one.get_matrix().d))
    return found


def test_reviewers_are_told_apart_in_all_applications() -> None:
    of = catalogue()
    people = [Person(PersonId("a"), "M. Adler", 1), Person(PersonId("b"), "M. Adler", 2), a_person(3)]
    cases = [
        a_dossier([a_review(row(WORKED[0], of), one) for one in read_by], application=an_application(of, number=number))
        for number, read_by in (("N-1", people[:2]), ("N-2", people[1:]))
    ]
    sheet = read(workbook_bytes(a_round(cases))).sheet("Einzelwerte")
    lines = [sheet.row(number) for number in sheet.column("A") if number > 4]
    who = {(line["A"], line["H"]): line["G"] for line in lines}
    assert who[("N-1", "G2")] == who[("N-2", "G1")] == "M. Adler (2)"
    assert who[("N-1", "G1")] == "M. Adler (1)"
    assert who[("N-2", "G2")] == people[2].name
    first = sheet.row(5)
    area = of.areas[0]
    assert (first["C"], first["D"], first["E"]) == (area.key, area.criteria[0].key, area.criteria[0].weight)
    assert first.get("F") == area.criteria[0].minimum
