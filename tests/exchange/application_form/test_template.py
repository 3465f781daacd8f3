"""The form as it is handed out: sheets, ids, inputs, checks that calculate, and the printed page."""

import io
from dataclasses import replace
from functools import cache
from pathlib import Path
from shutil import which
from tempfile import TemporaryDirectory

import pytest
from openpyxl import Workbook, load_workbook

from reviewer_app.domain.errors import MendableError
from reviewer_app.domain.form.spec import Field, FieldKind
from reviewer_app.domain.localised import Localised
from reviewer_app.exchange.application_form.formulas import pattern_tests
from reviewer_app.exchange.application_form.recognise import recognise
from reviewer_app.exchange.application_form.template import write_template
from reviewer_app.exchange.catalogue.file import default_catalogue
from reviewer_app.exchange.spreadsheet import Workbook as Read
from reviewer_app.exchange.spreadsheet import read_workbook
from tests.factories import filled_forms as forms
from tests.office import converted

CATALOGUE = default_catalogue()
SHEETS = [
    "Antrag", "Mitglieder", "Einnahmen", "Kennzahlen", "Leistungen", "Vorhaben", "Kooperationen", "Erfolge", "Label",
    "Anlagen", "Hinweise",
]  # fmt: skip
needs_office = pytest.mark.skipif(which("soffice") is None, reason="LibreOffice is not installed")


@cache
def handed_out(language: str = "de") -> bytes:
    with TemporaryDirectory() as folder:
        write_template(CATALOGUE, Path(folder) / "form.xlsx", "en" if language == "en" else "de")
        return (Path(folder) / "form.xlsx").read_bytes()


@cache
def book(language: str = "de") -> Workbook:
    return load_workbook(io.BytesIO(handed_out(language)))


def test_sheets_stand_in_order_and_the_rest_is_hidden() -> None:
    sheets = book().worksheets
    assert [sheet.title for sheet in sheets if sheet.sheet_state == "visible"] == SHEETS
    assert [sheet.title for sheet in sheets if sheet.sheet_state == "hidden"] == ["_listen", "_votum"]


def test_every_field_has_its_id_in_the_hidden_column() -> None:
    sheet = book()["Antrag"]
    assert sheet.column_dimensions["A"].hidden
    ids = {str(cell.value) for cell in sheet["A"] if cell.value}
    assert {field.id for field in CATALOGUE.fields} <= ids
    assert "laender:HE" in ids


def test_tables_have_ids_above_their_head_and_nothing_below() -> None:
    made = book()
    for field in CATALOGUE.fields:
        if field.kind is FieldKind.TABLE:
            sheet = made[field.sheet]
            assert sheet.row_dimensions[3].hidden
            ids = [cell.value for cell in sheet[3] if cell.value]
            assert {column.id for column in field.columns} <= set(ids)
            assert sheet.max_row == 4 + max(one.prepared_rows for one in CATALOGUE.fields if one.sheet == field.sheet)
    assert made["Mitglieder"].max_row == 404
    assert made["Leistungen"].max_row == 204


def test_only_inputs_are_open_and_nothing_is_merged() -> None:
    assert len(book().worksheets) >= len(SHEETS)
    for sheet in book().worksheets:
        assert sheet.protection.sheet
        assert sheet.protection.password is None
        assert not sheet.merged_cells.ranges
    sheet = book()["Antrag"]
    for field in CATALOGUE.fields:
        if field.kind in (FieldKind.TABLE, FieldKind.COMPUTED, FieldKind.MULTI):
            continue
        row = forms.row_of(book(), field.id)
        assert [sheet.cell(row, column).protection.locked for column in (2, 3, 5)] == [True, False, True]


def test_every_sheet_prints_one_page_wide_with_its_head_and_nothing_below_seven_points() -> None:
    assert len(book().worksheets) >= len(SHEETS)
    for sheet in book().worksheets[: len(SHEETS)]:
        assert sheet.page_setup.paperSize == 9
        assert (sheet.page_setup.fitToWidth, sheet.page_setup.fitToHeight) == (1, 0)
        assert sheet.print_title_rows
        width = {"portrait": 108, "landscape": 158}[str(sheet.page_setup.orientation)]
        shown = [one for one in sheet.column_dimensions.values() if not one.hidden]
        assert sum(one.width * ((one.max or 1) - (one.min or 1) + 1) for one in shown) <= width
        inside = (cell for row in sheet[sheet.print_area.rpartition("!")[2]] for cell in row if cell.value)
        seen = [cell for cell in inside if not sheet.row_dimensions[cell.row].hidden]
        assert min(cell.font.size for cell in seen) >= 9


def test_a_postcode_is_text_and_numbers_speak_kindly() -> None:
    sheet = book()["Antrag"]
    assert sheet.cell(forms.row_of(book(), "cmo_plz"), 3).number_format == "@"
    place = f"C{forms.row_of(book(), 'akt_gesamt')}"
    rule = next(one for one in sheet.data_validations.dataValidation if place in one.sqref)
    assert (rule.type, rule.error) == ("whole", "Bitte eine ganze Zahl ab 0, zum Beispiel 12.")


def test_lengths_of_messages_fit_what_excel_takes() -> None:
    for language in ("de", "en"):
        assert any(sheet.data_validations.dataValidation for sheet in book(language).worksheets)
        for sheet in book(language).worksheets:
            for rule in sheet.data_validations.dataValidation:
                assert max(len(rule.promptTitle or ""), len(rule.errorTitle or "")) <= 32
                assert len(rule.prompt or "") <= 255
                assert len(rule.error or "") <= 225
                assert len(rule.formula1 or "") <= 255


def test_the_same_form_has_the_same_bytes(tmp_path: Path) -> None:
    write_template(CATALOGUE, tmp_path / "a.xlsx")
    assert (tmp_path / "a.xlsx").read_bytes() == handed_out()
    assert [path.name for path in tmp_path.iterdir()] == ["a.xlsx"]


def test_a_catalogue_without_fields_has_no_form(tmp_path: Path) -> None:
    with pytest.raises(MendableError, match="no_form_in_catalogue"):
        write_template(replace(CATALOGUE, fields=()), tmp_path / "a.xlsx")
    assert not list(tmp_path.iterdir())


def test_a_folder_that_may_not_be_written_is_said_and_nothing_is_left(tmp_path: Path) -> None:
    with pytest.raises(MendableError, match="target_not_writable"):
        write_template(CATALOGUE, tmp_path / "fehlt" / "a.xlsx")
    (tmp_path / "a.xlsx").mkdir()
    with pytest.raises(MendableError, match="target_in_use"):
        write_template(CATALOGUE, tmp_path / "a.xlsx")
    assert [path.name for path in tmp_path.iterdir()] == ["a.xlsx"]


def test_any_catalogue_with_fields_has_a_form(tmp_path: Path) -> None:
    fields = (Field("titel", Localised("Titel"), FieldKind.TEXT), Field("summe", Localised("Summe"), FieldKind.MONEY))
    bare = replace(CATALOGUE, fields=fields, sections=(), annexes=(), form_rules=(), value_lists={}, figures=())
    write_template(bare, tmp_path / "form.xlsx")
    data = forms.edited(
        lambda made: made["Antrag"].__setitem__("C7", "Ein Titel"), (tmp_path / "form.xlsx").read_bytes()
    )
    found = recognise(read_workbook(data), bare)
    assert {key: spot.cell and spot.cell.value for key, spot in found.answers.items()} == {
        "titel": "Ein Titel",
        "summe": None,
    }


def calculated(tmp_path: Path, data: bytes) -> tuple[Read, Workbook]:
    (tmp_path / "form.xlsx").write_bytes(data)
    return read_workbook(
        converted(tmp_path / "form.xlsx", "xlsx:Calc MS Excel 2007 XML", tmp_path / "again").read_bytes()
    ), load_workbook(io.BytesIO(data))


def checks(tmp_path: Path, data: bytes) -> tuple[dict[str, str], str]:
    """Give what Prüfung says by field, and the live line."""
    found, made = calculated(tmp_path, data)
    rows = found.sheets[0].rows
    said = {field.id: rows[forms.row_of(made, field.id)].get(5) for field in CATALOGUE.fields}
    return {key: str(cell.value) if cell else "" for key, cell in said.items()}, str(rows[4][3].value)


@needs_office
def test_a_filled_form_says_so(tmp_path: Path) -> None:
    said, state = checks(tmp_path, forms.filled())
    empty = {key for key, text in said.items() if text == ""}
    assert set(said.values()) == {"✓", ""}
    assert {field.kind for field in CATALOGUE.fields if field.id in empty} == {FieldKind.COMPUTED, FieldKind.TABLE}
    assert state == "✓ Alle Pflichtangaben da"


@needs_office
def test_what_is_missing_wrong_or_apart_is_marked(tmp_path: Path) -> None:
    data = forms.workbook(
        cmo_mail=None,
        cmo_plz="1067",
        antrag_nr="GC-26-14",
        akt_sonst=30,
        web_de="http://verbund.example",
        vzae_eigen=9,
        kurzprofil="zu kurz",
        erkl_daten=False,
        laender=(),
        wirk_produkte=3,
        wirk_quelle=None,
        cmo_traeger=None,
        tech_weitere=("photonik", "logistik"),
    )
    said, state = checks(tmp_path, data)
    missing = {"cmo_mail", "laender", "wirk_quelle"}
    wrong = {"cmo_plz", "antrag_nr", "web_de", "vzae_eigen", "kurzprofil", "erkl_daten", "tech_weitere"}
    apart = {"akt_kmu", "akt_gross", "akt_hs", "akt_auf", "akt_sonst"}
    assert {key for key, text in said.items() if text == "◆ fehlt"} == missing
    assert {key for key, text in said.items() if text == "◆ Form prüfen"} == wrong
    assert {key for key, text in said.items() if text == "◆ weicht von gesamt ab"} == apart
    assert state == "◆ Noch 11 Angaben offen"


@needs_office
def test_the_empty_form_counts_every_required_answer(tmp_path: Path) -> None:
    said, state = checks(tmp_path, forms.empty())
    required = {one.id for one in CATALOGUE.fields if one.required == "yes" and not one.by_office}
    assert {key for key, text in said.items() if text == "◆ fehlt"} == required
    assert state == f"◆ Noch {len(required)} Angaben offen"


@pytest.mark.parametrize(
    ("pattern", "count"), [(r"\d{5}", 6), (r"GC-\d{4}-\d{3,5}", 15), (r".*", 0), (r"\d{2,3}x", 0), (r"(a|b)", 0)]
)
def test_simple_patterns_become_tests(pattern: str, count: int) -> None:
    assert len(pattern_tests(pattern, "C1")) == count
