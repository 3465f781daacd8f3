"""Member lists as an annex: workbooks and CSV with heads of their own, counted by type."""

import io
from datetime import date

import pytest
from openpyxl import Workbook

from reviewer_app.exchange.catalogue.file import default_catalogue
from reviewer_app.exchange.file_kind import CSV, PDF, XLSX
from reviewer_app.exchange.member_list import MemberReading, read_members
from tests.factories.papers import paper

CATALOGUE = default_catalogue()


def listed(data: bytes, kind: str) -> MemberReading:
    return read_members(data, kind, "A01.xlsx", CATALOGUE, "A01")


def workbook(*rows: list[object]) -> bytes:
    book = Workbook()
    for row in rows:
        book.worksheets[0].append(row)
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


ROWS: tuple[list[object], ...] = (
    ["Mitglieder des Verbunds, Stand Oktober"],
    [],
    ["Nr.", "Name", "Typ", "PLZ", "Ort", "Beitritt"],
    [1, "Optik Süd GmbH", "KMU", "01067", "Dresden", date(2020, 3, 1)],
    [2, "Linsen AG", "Großunternehmen", "80331", "München", "01.04.2021"],
    [3, "Institut für Licht", "Hochschulinstitut oder Lehrstuhl", None, None, None],
    [None, "Gesamt", 3],
)


def test_a_list_is_found_under_its_title_and_counted_by_type() -> None:
    reading = listed(workbook(*ROWS), XLSX)
    assert reading.members is not None
    assert (reading.members.source, reading.members.count()) == ("A01", 3)
    assert [reading.members.count(kind) for kind in ("kmu", "gross", "hs")] == [1, 1, 1]
    second = reading.members.members[1]
    assert (second.row, second.name, second.values["mitgl_beitritt"]) == (2, "Linsen AG", date(2021, 4, 1))
    assert [one.code for one in reading.findings] == ["form_total_row"]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp1252"])
@pytest.mark.parametrize("mark", [";", ",", "\t"])
def test_csv_lists_are_read(encoding: str, mark: str) -> None:
    lines = ["Name;Typ;Land", "Öko GmbH;KMU;Deutschland", "Bär AG;KMU;Österreich"]
    reading = listed("\r\n".join(lines).replace(";", mark).encode(encoding), CSV)
    assert reading.members is not None
    assert [(one.name, one.kind, one.values["mitgl_land"]) for one in reading.members.members] == [
        ("Öko GmbH", "kmu", "DE"),
        ("Bär AG", "kmu", "AT"),
    ]


@pytest.mark.parametrize(
    ("data", "kind", "code"),
    [
        (paper("Mitglieder"), PDF, "members_not_a_table"),
        (workbook(["Firma", "Strasse"], ["A", "B"]), XLSX, "members_no_head"),
        (b"PK\x03\x04kaputt", XLSX, "members_unreadable"),
        (workbook(["Name", "Typ"]), XLSX, "members_empty"),
    ],
    ids=["pdf", "no head", "broken", "empty"],
)
def test_what_cannot_be_counted_is_said(data: bytes, kind: str, code: str) -> None:
    reading = listed(data, kind)
    assert reading.members is None
    assert [one.code for one in reading.findings] == [code]


def test_unknown_types_are_counted_and_named() -> None:
    reading = listed(workbook(["Name", "Typ"], ["A", "KMU"], ["B", "Verein"], ["C", None]), XLSX)
    assert [(one.code, one.found, one.params["count"]) for one in reading.findings] == [
        ("members_kind_unknown", "Verein, –", "2")
    ]


@pytest.mark.parametrize(
    ("heads", "columns"),
    [
        (["Firma", "Kategorie", "Postleitzahl", "Sitz"], ["mitgl_name", "mitgl_typ", "mitgl_plz", "mitgl_ort"]),
        (["Unternehmen", "Art", "Mitglied seit"], ["mitgl_name", "mitgl_typ", "mitgl_beitritt"]),
        (["ORGANISATION", "Organisations-Typ", "Beschäftigte"], ["mitgl_name", "mitgl_typ", "mitgl_mitarbeitende"]),
        (
            ["Company name", "Type of organisation", "ZIP code", "City"],
            ["mitgl_name", "mitgl_typ", "mitgl_plz", "mitgl_ort"],
        ),
        (["Member", "Category", "Member since"], ["mitgl_name", "mitgl_typ", "mitgl_beitritt"]),
    ],
)
def test_heads_are_known_as_people_write_them(heads: list[object], columns: list[str]) -> None:
    answers = {"mitgl_name": "Optik GmbH", "mitgl_typ": "KMU", "mitgl_plz": "01067", "mitgl_ort": "Dresden"}
    row: list[object] = [answers.get(one, "01.04.2021" if one == "mitgl_beitritt" else 12) for one in columns]
    reading = listed(workbook(heads, row), XLSX)
    assert reading.members is not None
    (member,) = reading.members.members
    assert (member.name, member.kind, sorted(member.values)) == ("Optik GmbH", "kmu", sorted(columns))


def test_beside_the_firm_a_name_is_that_of_a_person() -> None:
    reading = listed(workbook(["Name", "Firma", "Typ"], ["M. Adler", "Optik GmbH", "KMU"]), XLSX)
    assert reading.members is not None
    assert [one.name for one in reading.members.members] == ["Optik GmbH"]


def test_states_and_branches_are_passed_over_where_the_catalogue_does_not_ask_them() -> None:
    reading = listed(workbook(["Name", "Typ", "Bundesland", "Branche"], ["Optik GmbH", "KMU", "Sachsen", "26.7"]), XLSX)
    assert reading.members is not None
    assert sorted(reading.members.members[0].values) == ["mitgl_name", "mitgl_typ"]
