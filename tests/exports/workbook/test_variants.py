"""The pseudonymous edition holds no name of a person in any byte, and says where names stood in free texts."""

from dataclasses import replace

import pytest

from reviewer_app.exports.workbook.writing import workbook_bytes
from tests.exports.factories import WORKED, a_dossier, a_person, a_review, an_application, catalogue, consensus, row
from tests.exports.workbook.reading import Book, read
from tests.exports.workbook.rounds import a_round

TEXTS = {
    "A1": "Frau Brandes sieht das anders als M. Adler; ADLER bleibt dabei.",
    "A2": "Adlers Hinweis stimmt, der Adlerhof ist gemeint.",
    "B1": "Kurz.",
}
NAMES = ("Adler,", "M. Adler", "ADLER", "Brandes", "Tamm", "Feldwiesner")


@pytest.fixture(scope="module")
def book() -> Book:
    of = catalogue()
    contact = of.by_role("contact")
    application = an_application(of)
    if contact is not None and application.form is not None:
        form = replace(application.form, values={**application.form.values, contact.id: "Dr. Karolin Feldwiesner"})
        application = replace(application, form=form)
    reviews = [a_review(row(line, of), a_person(n), TEXTS) for n, line in enumerate(WORKED, 1)]
    agreed = {"B1": consensus("B1", "3.5", "Nach Aussprache mit K. Tamm und Frau Feldwiesner.")}
    dossier = a_dossier(reviews, application=application, consensus=agreed)
    return read(workbook_bytes(a_round([dossier], variant="pseudonymous")))


def test_no_name_stands_in_any_part(book: Book) -> None:
    for name, part in book.parts.items():
        text = part.decode("utf-8")
        assert [one for one in NAMES if one in text] == [], name
    assert "Adlerhof" in book.parts["xl/worksheets/sheet4.xml"].decode()


def test_members_have_numbers(book: Book) -> None:
    texts = [str(cell.value) for cell in book.sheet("GC-2026-014").cells.values()]
    assert "G1: Mitglied 1  ·  G2: Mitglied 2  ·  G3: Mitglied 3" in texts
    assert "[Person] sieht das anders als [Person]; [Person] bleibt dabei." in " ".join(texts) or any(
        "[Person] sieht das anders als [Person]; [Person] bleibt dabei." in text for text in texts
    )


def test_replaced_names_are_listed_by_place(book: Book) -> None:
    sheet = book.sheet("Grundlagen")
    ends = next(row for row, text in sheet.column("A").items() if str(text).startswith("Mögliche Namen"))
    listed = {str(text): sheet.value(f"B{row}") for row, text in sheet.column("A").items() if row < ends}
    left = [(str(text), sheet.value(f"B{row}")) for row, text in sheet.column("A").items() if row > ends]
    assert ("GC-2026-014, A2, G3", "Adlerhof") in left
    assert listed["GC-2026-014, A1, G1"] == "3 Namen"
    assert listed["GC-2026-014, A2, G3"] == "1 Name"
    assert listed["GC-2026-014, B1"] == "2 Namen"


def test_the_internal_edition_names_people_and_replaces_nothing() -> None:
    of = catalogue()
    reviews = [a_review(row(WORKED[0], of), a_person(1), TEXTS)]
    made = read(workbook_bytes(a_round([a_dossier(reviews)])))
    texts = [str(cell.value) for cell in made.sheet("GC-2026-014").cells.values()]
    assert "G1: M. Adler" in texts
    assert "Ersetzte Namen, bitte prüfen" not in [str(one.value) for one in made.sheet("Grundlagen").cells.values()]
