"""Texts of people stay texts, whole in their cells: never a formula, markup, escape or foot code."""

from dataclasses import replace
from io import BytesIO
from pathlib import Path

import openpyxl
import pytest
from hypothesis import given
from hypothesis import strategies as st

from reviewer_app.domain.localised import Localised
from reviewer_app.exports.workbook import cells
from reviewer_app.exports.workbook.names import sheet_titles
from reviewer_app.exports.workbook.writing import workbook_bytes
from tests.exports.factories import WORKED, a_dossier, a_person, a_review, an_application, catalogue, consensus, row
from tests.exports.workbook.made import book_of
from tests.exports.workbook.office import recalculated
from tests.exports.workbook.reading import Book, read
from tests.exports.workbook.rounds import a_round, numbered

HOSTILE = (
    '=HYPERLINK("http://example.invalid","hier")',
    "=1+1",
    "+49 561 0000",
    "-2 Punkte",
    "@SUM(A1:A9)",
    "\t=cmd|' /C calc'!A0",
    "<b>fett</b> & ]]> &amp; &#65;",
    "Steuer\x07zeichen \x00 und \x1f",
    "_x0041_ bleibt, _x000D_ auch",
    "Zeile eins\r\nZeile zwei\rZeile drei\n\n  eingerückt ",
    "{=1+1} \u202eabc\u202c 漢字 😀 \ufffe",
    "'quoted'",
)


def hostile() -> Book:
    of = catalogue()
    keys = [one.key for one in of.criteria]
    texts = dict(zip(keys, HOSTILE, strict=False))
    review = a_review(row(WORKED[0], of), a_person(1), {**dict.fromkeys(keys, "Kurz."), **texts})
    agreed = {"A1": consensus("A1", "3.5", HOSTILE[0])}
    application = an_application(of, name='=1+1&"x"; R&D <Cluster>')
    dossier = numbered(a_dossier([review], application=application, consensus=agreed), "=cmd'[1]*:?")
    material = a_round([dossier])
    issuer = replace(material.issuer, confidentiality=Localised("VS & NfD"))
    material = replace(material, title='&P "Runde" & Söhne\x07 =1', issuer=issuer)
    return read(workbook_bytes(material))


def test_nothing_that_people_wrote_becomes_a_formula() -> None:
    book = hostile()
    for sheet in book.sheets:
        for place, cell in sheet.cells.items():
            assert "HYPERLINK" not in (cell.formula or ""), (sheet.title, place)
            assert "cmd|" not in (cell.formula or "")
    scores = book.sheet("Einzelwerte")
    assert scores.cells["J5"].kind == "inlineStr"
    assert scores.value("J5") == HOSTILE[0]
    assert scores.cells["A5"].kind == "inlineStr"


def test_cells_of_people_carry_the_quote_prefix() -> None:
    styles = book_of("de", "worked").parts["xl/styles.xml"]
    book = openpyxl.load_workbook(BytesIO(_file()))
    assert b'quotePrefix="1"' in styles
    for title, place in (("Einzelwerte", "J5"), ("Übersicht", "A5"), ("Übersicht", "B5")):
        assert book[title][place].quotePrefix, (title, place)


def _file() -> bytes:
    of = catalogue()
    return workbook_bytes(a_round([a_dossier([a_review(row(WORKED[0], of), a_person(1))])]))


def test_control_characters_are_shown_and_escapes_stay_as_written() -> None:
    scores = hostile().sheet("Einzelwerte")
    found = [scores.value(f"J{row}") for row in range(5, 5 + len(HOSTILE))]
    assert found[7] == "Steuer[U+0007]zeichen [U+0000] und [U+001F]"
    assert found[8] == "_x005F_x0041_ bleibt, _x005F_x000D_ auch"
    assert found[9] == "Zeile eins\nZeile zwei\nZeile drei\n\n  eingerückt "
    assert found[6] == HOSTILE[6]


def test_spreadsheet_programs_read_the_texts_as_they_were(tmp_path: Path) -> None:
    of = catalogue()
    keys = [one.key for one in of.criteria]
    texts = dict(zip(keys, HOSTILE, strict=False))
    review = a_review(row(WORKED[0], of), a_person(1), texts)
    found = recalculated(workbook_bytes(a_round([a_dossier([review])])), tmp_path)["Einzelwerte"]
    for index in (0, 1, 2, 3, 4, 6, 11):
        assert found[f"J{5 + index}"] == HOSTILE[index]


def test_codes_in_the_foot_are_doubled_and_cut_visibly() -> None:
    sheet = hostile().sheets[0]
    assert b"&amp;&amp;P" in sheet.part
    assert b"VS &amp;&amp; NfD" in sheet.part


def test_long_texts_are_whole() -> None:
    book = book_of("de", "long_texts")
    values = [str(cell.value) for cell in book.sheet("Einzelwerte").cells.values()]
    assert max(len(value) for value in values) == 20000
    assert "x" * 8000 in values
    again = [str(cell.value) for cell in book.sheet("GC-2026-001").cells.values()]
    assert "x" * 8000 in again


def test_a_text_no_cell_can_hold_is_cut_and_says_so() -> None:
    assert cells.shortened("a" * 32_767, " …") == "a" * 32_767
    assert cells.shortened("a" * 32_768, " …") == "a" * 32_765 + " …"
    cut = cells.shortened("😀" * 20_000, " … [gekürzt]")
    assert cut.endswith("😀 … [gekürzt]")
    assert sum(1 + (ord(char) > 0xFFFF) for char in cut) <= 32_767


@pytest.mark.parametrize("text", ["a" * 70_000, "😀" * 40_000, "Wort " * 20_000, "\x07" * 9_000, "", "a" * 32_767])
def test_parts_lose_nothing_and_fit_cells(text: str) -> None:
    parts = cells.parts(text, " …")
    assert "".join([*(one.removesuffix(" …") for one in parts[:-1]), parts[-1]]) == cells.plain(text)
    assert all(sum(1 + (ord(char) > 0xFFFF) for char in part) <= 32_767 for part in parts)


def test_a_reason_longer_than_a_cell_goes_on_in_further_rows() -> None:
    of = catalogue()
    long = "Absatz über die Strategie. " * 4_000
    agreed = consensus("B1", "3.5", "Abwägung " * 5_000)
    reviews = [a_review(row(line, of), a_person(n), {"B1": long, "B2": "kurz"}) for n, line in enumerate(WORKED, 1)]
    book = read(workbook_bytes(a_round([a_dossier(reviews, consensus={"B1": agreed})])))
    sheet = book.sheet("Einzelwerte")
    rows = [sheet.row(number) for number, key in sheet.column("D").items() if key == "B1"]
    labels = ["G1", "G1, Teil 2", "G1, Teil 3", "G1, Teil 4", "G2", "G2, Teil 2"]
    assert [line["H"] for line in rows][:6] == labels
    told = " … [weiter in der nächsten Zeile]"
    assert "".join(str(line["J"]).removesuffix(told) for line in rows[:4]) == long
    assert not any(line.get("I") for line in rows[1:4])
    assert rows[-1]["H"] == "Vereinbart, Teil 2"
    begun = next(text for text in texts_of(book, "GC-2026-014") if text.startswith("Abwägung"))
    ending = " … [der Rest steht im Blatt „Einzelwerte“]"
    assert begun.removesuffix(ending) + str(rows[-1]["J"]) == agreed.reason.strip()


def texts_of(book: Book, title: str) -> list[str]:
    return [str(cell.value) for cell in book.sheet(title).cells.values()]


@given(st.text(max_size=300))
def test_every_text_survives_xml(text: str) -> None:
    from lxml import etree

    cell = etree.fromstring(f'<c r="A1"{cells.text(text or "x", 0)}')
    assert "".join(str(part) for part in cell.itertext()) == cells.escaped(text or "x").replace("&lt;", "<").replace(
        "&gt;", ">"
    ).replace("&amp;", "&")


@pytest.mark.parametrize(
    ("numbers", "titles"),
    [
        (["GC-2026-001"], ["GC-2026-001"]),
        (["A/1", "A?1", "a:1"], ["A-1", "A-1~2", "a-1~3"]),
        (["x" * 40, "x" * 39], ["x" * 31, "x" * 29 + "~2"]),
        (["Übersicht", "History", "'", "''x''"], ["Übersicht~2", "History~2", "-", "x~2"]),
    ],
)
def test_sheets_are_named_by_numbers_as_programs_allow(numbers: list[str], titles: list[str]) -> None:
    assert sheet_titles(numbers, ["Übersicht"]) == titles


@given(st.lists(st.text(min_size=1, max_size=40), max_size=8, unique=True))
def test_sheet_names_are_unlike_each_other(numbers: list[str]) -> None:
    titles = sheet_titles(numbers, ["Übersicht"])
    assert len({one.lower() for one in [*titles, "Übersicht"]}) == len(numbers) + 1
    for title in titles:
        assert 1 <= len(title) <= 31
        assert not set(title) & set("[]:*?/\\")
        assert not title.startswith("'")
        assert not title.endswith("'")


@pytest.mark.parametrize(("column", "letters"), [(1, "A"), (26, "Z"), (27, "AA"), (702, "ZZ"), (703, "AAA")])
def test_letters_of_columns(column: int, letters: str) -> None:
    assert cells.letters(column) == letters


@pytest.mark.parametrize(
    ("text", "width", "lines"),
    [
        ("", 10, 1),
        ("kurz", 10, 1),
        ("eins\nzwei\ndrei", 20, 3),
        ("Wirkung bei Mitgliedern und Region", 34, 1),
        ("Donaudampfschifffahrtsgesellschaft", 10, 4),
        ("Optische Technologien und Photonik", 32, 1),
    ],
)
def test_lines_are_counted_as_wrapped(text: str, width: float, lines: int) -> None:
    assert cells.lines(text, width) == lines
