"""Tables of annexes as texts: from CSV in any usual spelling and from workbooks, never more than can be shown."""

import io
from datetime import date

import pytest
from openpyxl import Workbook

from reviewer_app.domain.application import AnnexState
from reviewer_app.domain.errors import MendableError
from reviewer_app.services.annexes import contents
from reviewer_app.services.annexes.contents import MOST_ROWS, annex_tables
from reviewer_app.services.ports import UnitOfWork

XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


def stored(uow: UnitOfWork, data: bytes) -> str:
    return uow.files.add(iter([data]))[0]


@pytest.mark.parametrize(
    "data",
    [
        "Name;Ort\r\nMüller GmbH;Köln\r\n".encode("cp1252"),
        "\ufeffName,Ort\nMüller GmbH,Köln\n".encode(),
        "Name\tOrt\nMüller GmbH\tKöln\n".encode(),
    ],
)
def test_csv_is_read_in_any_usual_spelling(uow: UnitOfWork, data: bytes) -> None:
    (table,) = annex_tables(uow, stored(uow, data), "text/csv", "de")
    assert table.rows == (("Name", "Ort"), ("Müller GmbH", "Köln"))


def test_a_long_table_is_cut_and_says_so(uow: UnitOfWork) -> None:
    data = ("a;b\n" * (MOST_ROWS + 7)).encode()
    (table,) = annex_tables(uow, stored(uow, data), "text/csv", "de")
    assert (len(table.rows), table.left_out) == (MOST_ROWS, 7)


def test_a_workbook_shows_values_as_people_write_them_and_no_formula(uow: UnitOfWork) -> None:
    workbook = Workbook()
    sheet = workbook.active
    assert sheet is not None
    sheet.title = "Plan"
    for row in (["Jahr", "Betrag"], [2026, 184500.5], [date(2026, 10, 1), True], ["=1+1", "a\u202eb\nc"]):
        sheet.append(row)
    hidden = workbook.create_sheet("Geheim")
    hidden.sheet_state = "hidden"
    target = io.BytesIO()
    workbook.save(target)
    (table,) = annex_tables(uow, stored(uow, target.getvalue()), XLSX, "de")
    assert table.name == "Plan"
    assert table.rows[1] == ("2026", "184.500,50")
    assert table.rows[2] == ("01.10.2026", "ja")
    assert table.rows[3][0] in {"", "=1+1"}
    assert "\u202e" not in table.rows[3][1]


@pytest.mark.parametrize("state", [AnnexState.BROKEN, AnnexState.EMPTY])
def test_what_broke_its_probe_is_not_opened(uow: UnitOfWork, state: AnnexState) -> None:
    sha256 = stored(uow, b"%PDF-1.4 loop")
    assert not contents.may_open((state,))
    with pytest.raises(MendableError) as refused:
        contents.annex_bytes(uow, sha256, (state,))
    assert refused.value.code == "annex_closed"


@pytest.mark.parametrize("state", [one for one in AnnexState if one not in {AnnexState.BROKEN, AnnexState.EMPTY}])
def test_everything_else_is_opened(uow: UnitOfWork, state: AnnexState) -> None:
    assert contents.annex_bytes(uow, stored(uow, b"%PDF-1.4"), (state,)) == b"%PDF-1.4"


@pytest.mark.parametrize("data", [b"", b"PK\x03\x04 broken", b"\xd0\xcf\x11\xe0 old"])
def test_what_is_no_workbook_is_said_in_one_sentence(uow: UnitOfWork, data: bytes) -> None:
    with pytest.raises(MendableError) as caught:
        annex_tables(uow, stored(uow, data), XLSX, "de")
    assert caught.value.code == "annex_unreadable"


def test_bytes_come_back_as_they_were(uow: UnitOfWork) -> None:
    assert contents.annex_bytes(uow, stored(uow, b"abc")) == b"abc"
