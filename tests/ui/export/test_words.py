"""What the export page says about files, names and counts."""

from datetime import datetime

import pytest

from reviewer_app.exports.identities import PossibleName, Replacement
from reviewer_app.exports.material import Counts
from reviewer_app.services.export.exporting import Variant
from reviewer_app.services.export.preview import ExportEstimate, FileFacts, Preview
from reviewer_app.ui.export.words import ExportWords

MOMENT = datetime(2027, 1, 14, 11, 31)  # noqa: DTZ001 # reason: the store keeps moments without a zone


def file_of(number: str, **changes: object) -> FileFacts:
    facts: dict[str, object] = {
        "number": number,
        "name": "",
        "reference": "45023",
        "submitted": 3,
        "expected": 3,
        "open_values": 0,
        "without_value": 0,
        "formal_open": 0,
        "withdrawn": False,
        "closed": False,
    }
    return FileFacts(**(facts | changes))  # type: ignore[arg-type] # a test names fields as they are


@pytest.mark.parametrize(
    ("counts", "said"),
    [
        (Counts(1, 1, 1, 1), "1 Antrag, 1 Gutachten, 1 Wert, 1 Begründung; Datei und Bestand stimmen überein"),
        (Counts(2, 0, 0, 0), "2 Anträge, 0 Gutachten, 0 Werte, 0 Begründungen; Datei und Bestand stimmen überein"),
    ],
)
def test_one_and_many(counts: Counts, said: str) -> None:
    assert ExportWords("de").counted(counts) == said


def test_facts_of_one_file() -> None:
    one = file_of("GC-2026-014", reference="", open_values=3, submitted=2)
    facts = ExportWords("de").facts(ExportEstimate((one,), MOMENT), [one], None)
    assert [(fact.icon, fact.text) for fact in facts] == [
        ("warning", "Aktenzeichen fehlt"),
        ("warning", "2 von 3 Gutachten eingereicht"),
        ("warning", "3 Konsenswerte offen"),
        ("check", "Kein Prüfpunkt offen"),
        ("clock", "Stand der Daten 14.01.2027 11:31"),
    ]


@pytest.mark.parametrize(
    ("without_value", "said"),
    [
        (0, "Bis dahin gilt der Median."),
        (1, "Bis dahin gilt der Median, 1 ohne Wert."),
        (3, "Kein Gutachten nennt einen Wert."),
    ],
)
def test_the_median_stands_in_only_where_there_is_one(without_value: int, said: str) -> None:
    one = file_of("GC-2026-007", open_values=3, without_value=without_value)
    assert ExportWords("de").facts(ExportEstimate((one,), MOMENT), [one], None)[2].second == said


def test_facts_of_many_files_name_those_that_lack_something() -> None:
    files = [file_of(f"GC-{n}", formal_open=n % 2) for n in range(12)]
    facts = ExportWords("de").facts(ExportEstimate(tuple(files), MOMENT), files, None)
    assert facts[0].text == "Alle Anträge mit Aktenzeichen"
    assert (facts[3].text, facts[3].second) == ("6 Prüfpunkte offen", "GC-1, GC-3, GC-5, GC-7 und 2 weitere")


def test_replaced_names_are_listed_with_their_places() -> None:
    found = tuple(Replacement(place, "M. Adler", "[Person]") for place in ("A1-G1", "B3, consensus", "record.areas"))
    left = (PossibleName("A1-G1", "August"), PossibleName("A2-G1", "August"))
    shown = Preview("GC-1", Variant.PSEUDONYMOUS, b"", Counts(1, 1, 1, 1), found, left, "")
    fact = ExportWords("de").replaced_fact(shown)
    assert fact.text == "3 Namen ersetzt, 1 möglicher Name nicht ersetzt in GC-1, bitte prüfen"
    assert fact.second.splitlines() == [
        "„August“ kann ein Name sein und wurde nicht ersetzt: A1, G1; A2, G1",
        "„M. Adler“ → [Person]: A1, G1; B3, Konsens; Datensatz im Anhang",
    ]
