"""Forms as they come back: whole, moved, renamed, half converted, and what is said about each."""

import io
from collections.abc import Callable
from datetime import date
from decimal import Decimal
from pathlib import Path
from shutil import which

import pytest
from openpyxl import Workbook, load_workbook

from reviewer_app.domain import localised
from reviewer_app.domain.application import Scalar
from reviewer_app.domain.finding import Severity
from reviewer_app.exchange.application_form.reading import FormReading
from reviewer_app.exchange.catalogue.file import default_catalogue
from tests.factories import filled_forms as forms
from tests.office import converted

CATALOGUE = default_catalogue()


def read(data: bytes) -> FormReading:
    return forms.read(data, CATALOGUE)


def codes(reading: FormReading) -> list[str]:
    return [one.code for one in reading.findings]


def differences(reading: FormReading, **expected: Scalar) -> dict[str, tuple[Scalar, Scalar]]:
    assert reading.form is not None, reading.findings
    wanted = forms.values() | expected
    found = reading.form.values
    return {key: (found.get(key), value) for key, value in wanted.items() if found.get(key) != value}


def test_a_filled_form_comes_back_whole() -> None:
    reading = read(forms.workbook(annexes={"A03": "A03_Strategie.pdf"}))
    assert differences(reading) == {}
    assert reading.form is not None
    assert {key: [dict(row) for row in rows] for key, rows in reading.form.tables.items() if rows} == forms.tables()
    assert reading.form.tables["mitglieder"] == ()
    assert reading.form.places["cmo_plz"].startswith("Antrag!C")
    assert (reading.findings, reading.members) == ((), None)
    assert reading.annexes_named == (("A03", "A03_Strategie.pdf"),)
    assert (reading.form_version, reading.marker["catalogue_sha256"]) == (CATALOGUE.form_version, CATALOGUE.sha256)


def test_the_empty_form_reads_as_nothing_answered() -> None:
    reading = read(forms.empty())
    assert reading.form is not None
    assert {value for value in reading.form.values.values() if value != ()} == set()
    assert reading.findings == ()


def test_a_filled_sheet_of_members_is_a_member_list(tmp_path: Path) -> None:
    from reviewer_app.exchange.application_form.template import fill_form

    rows = [{"mitgl_name": f"Firma {number}", "mitgl_typ": "kmu"} for number in range(172)]
    fill_form(CATALOGUE, forms.values(), {"mitglieder": rows}, tmp_path / "form.xlsx")
    members = read((tmp_path / "form.xlsx").read_bytes()).members
    assert members is not None
    assert (members.source, members.count(), members.count("kmu"), members.members[171].row) == ("form", 172, 172, 172)


@pytest.mark.skipif(which("soffice") is None, reason="LibreOffice is not installed")
def test_libreoffice_changes_nothing_and_fills_the_computed_cells(tmp_path: Path) -> None:
    (tmp_path / "form.xlsx").write_bytes(forms.filled())
    again = converted(tmp_path / "form.xlsx", "xlsx:Calc MS Excel 2007 XML", tmp_path / "again")
    reading = read(again.read_bytes())
    assert differences(reading) == {}
    assert reading.form is not None
    assert reading.form.given["anteil_kmu"] == 80
    assert reading.form.given["einnahmen.1.fin_gesamt"] == 8 * 184_500
    assert reading.findings == ()


def set_cell(field: str, value: object, number_format: str = "") -> Callable[[Workbook], None]:
    def change(book: Workbook) -> None:
        cell = book["Antrag"].cell(forms.row_of(book, field), 3)
        cell.value = value  # type: ignore[assignment] # whatever people write
        if number_format:
            cell.number_format = number_format

    return change


def rename_sheets(book: Workbook) -> None:
    for sheet in book.worksheets:
        if sheet.sheet_state == "visible":
            sheet.title = f"{sheet.title} (2)"[:31]


def move_sheets(book: Workbook) -> None:
    book.move_sheet("Antrag", offset=5)
    book.move_sheet("Vorhaben", offset=-3)


def insert_rows(book: Workbook) -> None:
    book["Antrag"].insert_rows(20, 3)
    book["Antrag"].insert_rows(2, 1)
    book["Einnahmen"].insert_rows(1, 2)
    book["Vorhaben"].insert_rows(7, 2)


def insert_columns(book: Workbook) -> None:
    book["Antrag"].insert_cols(3, 1)
    book["Leistungen"].insert_cols(2, 1)


def delete_ids(book: Workbook) -> None:
    book["Antrag"].delete_cols(1)
    for name in ("Leistungen", "Kooperationen", "Einnahmen"):
        book[name].delete_rows(3)


def merge_cells(book: Workbook) -> None:
    sheet = book["Antrag"]
    for row in range(7, 12):
        sheet.merge_cells(start_row=row, end_row=row, start_column=3, end_column=4)


def move_rows(book: Workbook) -> None:
    sheet = book["Antrag"]
    first, last = forms.row_of(book, "akt_gesamt"), forms.row_of(book, "akt_sonst")
    sheet.move_range(f"A{first}:F{last}", rows=300)


@pytest.mark.parametrize(
    ("change", "said"),
    [
        (rename_sheets, []),
        (move_sheets, []),
        (insert_rows, []),
        (insert_columns, []),
        (merge_cells, []),
        (move_rows, []),
        (delete_ids, ["form_by_label"]),
    ],
)
def test_answers_are_found_wherever_they_were_moved(change: Callable[[Workbook], None], said: list[str]) -> None:
    reading = read(forms.edited(change))
    assert differences(reading) == {}
    assert reading.form is not None
    assert {key: [dict(row) for row in rows] for key, rows in reading.form.tables.items() if rows} == forms.tables()
    assert codes(reading) == said


@pytest.mark.parametrize(
    ("field", "written", "code", "read_as"),
    [
        ("akt_gesamt", "1.234", "form_text_number", 1234),
        ("vzae_gesamt", "4,25", "form_text_number", Decimal("4.25")),
        ("zufr_ruecklauf", "61 %", "form_text_number", 61),
        ("strat_beschluss", "14.05.2024", "form_text_date", date(2024, 5, 14)),
        ("strat_beschluss", "14. Mai 2024", "form_text_date", date(2024, 5, 14)),
        ("cluster_seit", "07/2019", "form_text_date", date(2019, 7, 1)),
        ("fin_controlling", "x", "", True),
        ("fin_controlling", " Ja ", "", True),
        ("fin_controlling", 1, "", True),
        ("erkl_marke", "nein", "", False),
        ("verfahrensart", " aufnahme", "", "aufnahme"),
        ("verfahrensart", "Re-Evaluierung ", "", "re-evaluierung"),
        ("cmo_rechtsform", "e.V.", "", "ev"),
        ("cmo_name", "  Verein  ", "", "Verein"),
        ("cmo_name", "Zeile 1\r\nZeile 2", "", "Zeile 1\nZeile 2"),
        ("cmo_name", "Ver\u202eein\u200e", "form_cleaned", "Verein"),
        ("cmo_name", "=1+1 ist zwei", "", "=1+1 ist zwei"),
        ("cmo_name", "e\u0301", "", "é"),
        ("akt_gesamt", "zwölf", "", "zwölf"),
        ("verfahrensart", "Bewerbung", "", "Bewerbung"),
    ],
)
def test_cells_are_read_as_people_write_them(field: str, written: object, code: str, read_as: Scalar) -> None:
    def change(book: Workbook) -> None:
        set_cell(field, written)(book)
        cell = book["Antrag"].cell(forms.row_of(book, field), 3)
        cell.data_type = "s" if isinstance(written, str) else "n"

    reading = read(forms.edited(change))
    assert differences(reading, **{field: read_as}) == {}
    assert codes(reading) == ([code] if code else [])
    assert not any(one.severity is Severity.ERROR for one in reading.findings)


@pytest.mark.parametrize(
    ("field", "value", "number_format", "code", "read_as"),
    [
        ("strat_beschluss", 45426, "General", "form_serial_date", date(2024, 5, 14)),
        ("cluster_seit", 43647, "General", "form_serial_date", date(2019, 7, 1)),
        ("zufr_ruecklauf", 0.61, "0%", "", 61),
        ("cmo_plz", 1067, "General", "form_leading_zero", "01067"),
        ("cmo_kurz", 4711, "General", "", "4711"),
        ("strat_horizont", date(2030, 1, 1), "dd.mm.yyyy", "form_text_number", 2030),
        ("cmo_kurz", date(2030, 1, 2), "dd.mm.yyyy", "form_date_as_text", "02.01.2030"),
        ("vzae_gesamt", 4.2, "0.00", "", Decimal("4.2")),
        ("akt_gesamt", 20.5, "0", "", Decimal("20.5")),
        ("akt_gesamt", True, "General", "", "ja"),
    ],
)
def test_values_are_read_by_their_format(
    field: str, value: object, number_format: str, code: str, read_as: Scalar
) -> None:
    reading = read(forms.edited(set_cell(field, value, number_format)))
    assert differences(reading, **{field: read_as}) == {}
    assert codes(reading) == ([code] if code else [])


def cached(field: str, formula: str, value: str, kind: str = "") -> bytes:
    """Give the form with a formula and its cached value in a cell."""
    data = forms.edited(set_cell(field, f"={formula}"))
    row = forms.row_of(load_workbook(io.BytesIO(data)), field)
    name = "xl/worksheets/sheet1.xml"
    part = forms.part_of(data, name)
    start = part.index(b"<f>", part.index(f'<c r="C{row}"'.encode()))
    end = part.index(b"</c>", start)
    head = part.rindex(b"<c ", 0, start)
    new_head = part[head:start].replace(b">", f' t="{kind}">'.encode(), 1) if kind else part[head:start]
    cell = new_head + f"<f>{formula}</f><v>{value}</v>".encode()
    return forms.with_part(data, name, part[:head] + cell + part[end:])


def test_a_formula_gives_its_result_and_a_note() -> None:
    reading = read(cached("akt_gesamt", "10+10", "20"))
    assert differences(reading) == {}
    assert codes(reading) == ["form_formula"]


def test_a_formula_in_a_text_is_text() -> None:
    reading = read(cached("cmo_name", "A1", "Verein", "str"))
    assert differences(reading, cmo_name="Verein") == {}
    command = forms.edited(set_cell("cmo_name", "=cmd|'/c calc'!A1"))
    reading = read(command)
    assert differences(reading, cmo_name="=cmd|'/c calc'!A1") == {}
    assert codes(reading) == ["form_formula_as_text"]


def test_a_formula_without_a_result_is_no_answer() -> None:
    reading = read(forms.edited(set_cell("akt_gesamt", "=10+10")))
    assert [(one.code, one.severity, one.place.field) for one in reading.findings] == [
        ("form_formula_empty", Severity.ERROR, "akt_gesamt")
    ]
    assert reading.form is not None
    assert reading.form.number("akt_gesamt") is None


def test_a_calculation_error_is_no_answer() -> None:
    def change(book: Workbook) -> None:
        cell = book["Antrag"].cell(forms.row_of(book, "akt_kmu"), 3)
        cell.value = "#DIV/0!"
        cell.data_type = "e"

    reading = read(forms.edited(change))
    assert [(one.code, one.found) for one in reading.findings] == [("form_error_value", "#DIV/0!")]


def test_two_megabytes_in_a_cell_are_said_and_not_taken() -> None:
    data = forms.edited(set_cell("wsk_text", "PLATZHALTER"))
    part = forms.part_of(data, "xl/worksheets/sheet1.xml").replace(b"PLATZHALTER", b"x" * 2_000_000)
    reading = read(forms.with_part(data, "xl/worksheets/sheet1.xml", part))
    assert [(one.code, one.severity, one.params["length"]) for one in reading.findings] == [
        ("form_cell_too_long", Severity.ERROR, "2000000")
    ]
    assert reading.form is not None
    assert reading.form.text("wsk_text") == ""


def test_choices_take_any_yes_and_say_what_is_unclear() -> None:
    def change(book: Workbook) -> None:
        sheet = book["Antrag"]
        for key, value in (("SH", "x"), ("HH", "Ja"), ("NI", "eventuell"), ("HB", "nein")):
            sheet.cell(forms.row_of(book, f"laender:{key}"), 3).value = value

    reading = read(forms.edited(change))
    assert reading.form is not None
    assert reading.form.values["laender"] == ("SH", "HH")
    assert codes(reading) == ["form_choice_unclear"]


def test_several_choices_in_one_cell_are_read() -> None:
    def change(book: Workbook) -> None:
        sheet = book["Antrag"]
        for row in range(1, sheet.max_row + 1):
            if str(sheet.cell(row, 1).value).startswith("laender:"):
                sheet.cell(row, 3).value = None
        sheet.cell(forms.row_of(book, "laender"), 3).value = "Hessen; Thüringen, Atlantis"

    reading = read(forms.edited(change))
    assert reading.form is not None
    assert reading.form.values["laender"] == ("HE", "TH", "Atlantis")


def test_macros_and_links_are_noted() -> None:
    data = forms.with_part(forms.filled(), "xl/vbaProject.bin", b"\xd0\xcf\x11\xe0")
    data = forms.with_part(data, "xl/externalLinks/externalLink1.xml", b"<externalLink/>")
    reading = read(data)
    assert differences(reading) == {}
    assert codes(reading) == ["form_macros", "form_links"]


def test_an_old_form_is_read_with_a_note_and_a_newer_one_with_a_warning() -> None:
    def version(text: str) -> Callable[[Workbook], None]:
        def change(book: Workbook) -> None:
            book["_votum"]["B1"] = text

        return change

    old, new = read(forms.edited(version("0.9"))), read(forms.edited(version("2.0")))
    assert [(one.code, one.severity) for one in old.findings] == [("form_version_old", Severity.NOTE)]
    assert [(one.code, one.severity) for one in new.findings] == [("form_version_new", Severity.WARNING)]
    assert differences(old) == differences(new) == {}


def test_a_form_without_its_marker_is_still_read() -> None:
    reading = read(forms.edited(lambda book: book.remove(book["_votum"])))
    assert differences(reading) == {}
    assert codes(reading) == ["form_no_marker"]


def test_what_is_missing_or_unknown_is_named() -> None:
    def change(book: Workbook) -> None:
        sheet = book["Antrag"]
        sheet.delete_rows(forms.row_of(book, "akt_region"))
        sheet.cell(forms.row_of(book, "akt_ausland"), 1).value = "akt_neu_erfunden"
        sheet.cell(forms.row_of(book, "akt_neu_erfunden"), 2).value = "Neue Frage"

    reading = read(forms.edited(change))
    assert codes(reading) == ["form_fields_gone", "form_fields_unknown"]
    assert "Akteure im Kernraum" in localised.read(reading.findings[0].params["names"], "de")
    assert reading.findings[1].params["names"] == "akt_neu_erfunden"


def test_a_row_copied_with_another_answer_is_said() -> None:
    def change(book: Workbook) -> None:
        sheet = book["Antrag"]
        sheet["A400"], sheet["B400"], sheet["C400"] = "cmo_ort", "Ort *", "Anderswo"

    reading = read(forms.edited(change))
    assert codes(reading) == ["form_twice"]
    assert differences(reading) == {}


def test_a_total_below_the_data_is_left_out() -> None:
    def change(book: Workbook) -> None:
        sheet = book["Leistungen"]
        sheet["A12"], sheet["C12"] = "Summe", 28

    reading = read(forms.edited(change))
    assert reading.form is not None
    assert len(reading.form.tables["dienst_liste"]) == 4
    assert codes(reading) == ["form_total_row"]


def test_a_million_empty_rows_end_the_reading_early() -> None:
    data = forms.filled()
    part = forms.part_of(data, "xl/worksheets/sheet1.xml")
    rows = b"".join(b'<row r="%d" spans="1:6" s="1" customFormat="1"></row>' % row for row in range(1000, 1_048_577))
    big = forms.with_part(data, "xl/worksheets/sheet1.xml", part.replace(b"</sheetData>", rows + b"</sheetData>"))
    reading = read(big)
    assert differences(reading) == {}
    assert codes(reading) == ["form_rows_cut"]
