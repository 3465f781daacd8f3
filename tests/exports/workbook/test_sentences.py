"""What the workbook says beside its figures: what is agreed, what is released, why a rule speaks, who may not judge."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import datetime
from io import BytesIO

import openpyxl
import pytest
from openpyxl.cell import Cell

from reviewer_app.domain.reviews.conflict import ConflictOfInterest
from reviewer_app.domain.reviews.consolidation import Release
from reviewer_app.exports.material import Dossier
from reviewer_app.exports.workbook.writing import workbook_bytes
from tests.exports.factories import a_person
from tests.exports.sheet.conftest import dossier_of
from tests.exports.workbook.made import SMALL, data_of
from tests.exports.workbook.reading import Book, read
from tests.exports.workbook.rounds import a_round, numbered

RELEASE = Release(datetime(2026, 11, 24, 19, 10), "R. Vogelsang", "Keine sachfremden Erwägungen")  # noqa: DTZ001  # reason: the store keeps local time


def made(*dossiers: Dossier, variant: str = "internal") -> Book:
    many = [numbered(one, f"GC-2026-{place:03}") for place, one in enumerate(dossiers, 1)]
    return read(workbook_bytes(a_round(many, variant=variant)))


def lines(book: Book, title: str) -> list[Mapping[str, str | float]]:
    sheet = book.sheet(title)
    rows = sorted({int("".join(filter(str.isdigit, place))) for place in sheet.cells})
    return [sheet.row(row) for row in rows]


def test_a_median_that_stands_in_is_italic_and_said_to_be_one() -> None:
    sheets = openpyxl.load_workbook(BytesIO(data_of("de", *SMALL)))
    for title, column, head in (("GC-2026-001", "L", 4), ("Kriterien", "M", 4)):
        sheet = sheets[title]
        assert sheet[f"{column}{head}"].value == "Vereinbart"
        looks = {}
        for row in range(head + 1, head + 21):
            cell = sheet[f"{column}{row}"]
            assert isinstance(cell, Cell)
            looks[sheet[f"A{row}" if title != "Kriterien" else f"D{row}"].value] = (cell.font.b, cell.font.i)
        agreed = [look for look in looks.values() if look == (True, False)]
        assert (len(agreed), len(looks)) == (3, 20) or title == "Kriterien"
        assert set(looks.values()) == {(True, False), (False, True)}
    assert str(sheets["GC-2026-001"]["A2"].value).endswith("Nicht freigegeben  ·  Kursiv: Median der Gutachten")
    assert str(sheets["Kriterien"]["A3"].value).startswith(
        "Kursiv unter „Vereinbart“: Median der Gutachten, noch nicht vereinbart.  ·  Druckt nur auf Wunsch"
    )
    assert sheets["Übersicht"]["S5"].value.endswith('"Nicht freigegeben")')


@pytest.mark.parametrize(
    ("variant", "words"),
    [
        ("internal", "Freigegeben von R. Vogelsang am 24.11.2026"),
        ("pseudonymous", "Freigegeben am 24.11.2026, gez. Vorsitz"),
    ],
)
def test_a_release_is_said_where_its_values_stand(variant: str, words: str) -> None:
    book = made(replace(dossier_of("worked"), release=RELEASE), variant=variant)
    assert words in str(book.sheet("GC-2026-001").value("A2"))
    assert book.sheet("Übersicht").value("S5") == words


def test_a_rule_that_holds_names_only_what_makes_it_hold() -> None:
    said = {
        str(line.get("H")): (line.get("I"), line.get("L")) for line in lines(made(dossier_of("worked")), "GC-2026-001")
    }
    assert said["R4"] == ("ja", "Gesamt unter 70 Punkten; Bereich D unter 60\N{NO-BREAK SPACE}%")
    assert said["R3"] == ("nein", "ein Mindestwert ist verfehlt, Gesamt unter 60 Punkten oder ein Bereich unter 50 %")


def test_who_is_excluded_and_who_has_not_declared_stands_in_the_basis() -> None:
    stated = (
        (a_person(1), ConflictOfInterest.NONE),
        (a_person(2), ConflictOfInterest.OPEN),
        (a_person(3), None),
        (a_person(4), ConflictOfInterest.EXCLUDED),
    )
    worked = dossier_of("worked")
    found = lines(made(replace(worked, conflicts=stated), replace(worked, conflicts=stated[:1])), "Grundlagen")
    at = next(place for place, line in enumerate(found) if line == {"A": "Befangenheit"})
    assert [dict(line) for line in found[at + 1 : at + 4]] == [
        {"A": "Nummer", "B": "Anzahl", "C": "Befangenheit", "D": "Personen"},
        {"A": "GC-2026-001", "B": 1, "C": "ausgeschlossen", "D": "H. Nowak"},
        {"A": "GC-2026-001", "B": 2, "C": "noch nicht erklärt", "D": "J. Brandes, K. Tamm"},
    ]
    assert not found[at + 4].get("B")
    declared = lines(made(replace(worked, conflicts=stated[:1])), "Grundlagen")
    assert {"A": "Alle Erklärungen liegen vor, niemand ist ausgeschlossen."} in declared
    assert {"A": "Noch keine Erklärungen."} in lines(made(worked), "Grundlagen")
