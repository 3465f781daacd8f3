"""What the workbook is made of: sheets in order, columns and widths, frames, formats, print, names, protection."""

import re
from collections.abc import Iterator
from io import BytesIO

import openpyxl
import pytest
from openpyxl.worksheet.worksheet import Worksheet

from reviewer_app.exports.workbook.names import workbook_name
from reviewer_app.exports.workbook.writing import workbook_bytes
from tests.exports.workbook.made import ALL, SMALL, book_of, data_of, dossiers, material
from tests.exports.workbook.reading import Book
from tests.exports.workbook.rounds import a_round

FIXED = ["Übersicht", "Diagramme", "Kriterien", "Einzelwerte", "Befunde", "Auflagen", "Grundlagen"]
COLUMNS = {
    "Übersicht": "Nummer 13|Cluster 33|Vorschlag (rechnet) 22|Votum 22|Gesamt 9|Bereich A 9|Bereich B 9|Bereich C 9|"
    "Bereich D 9|unter Min. 8|zu klären 9|Formal offen 9|Verfahren 14|Land 19|Technologiefeld 32|Gutachten 12|"
    "Auflagen 11|TOP 7|Bemerkung 44",
    "Kriterien": "Nummer 13|Cluster 32|Bereich 8|Krit. 6|Titel 34|Gew. 6|Min. 6|n 5|Mittel 8|Median 8|Spanne 8|"
    "Klärung 13|Vereinbart 10|Punkte 8",
    "Einzelwerte": "Nummer 13|Cluster 32|Bereich 8|Krit. 6|Gew. 6|Min. 6|Gutachter:in 20|"
    "Gutachten 12|Wert 8|Begründung 90",
    "Befunde": "Nummer 13|Cluster 32|Punkt 7|Schwere 12|Angabe 30|Regel 34|Fundstelle 22|Abhilfe 40|Stand 14",
    "Auflagen": "Nummer 13|Cluster 32|Nr. 5|Auflage 60|Kriterien 12|Nachweis 30|Frist 12|Stand 14",
}
_RELATIVE = re.compile(r"![A-Z]+\$?\d|!\$[A-Z]+\d|:[A-Z]+\d")


@pytest.fixture(scope="module")
def sheets() -> dict[str, Worksheet]:
    return {sheet.title: sheet for sheet in openpyxl.load_workbook(BytesIO(data_of("de", *SMALL))).worksheets}


@pytest.fixture(scope="module")
def every() -> Book:
    return book_of("de")


def widths(sheet: Worksheet, count: int) -> list[float]:
    found: dict[int, float] = {}
    for one in sheet.column_dimensions.values():
        for column in range(one.min or 0, (one.max or 0) + 1):
            found[column] = one.width
    return [found[column] for column in range(1, count + 1)]


def heads(sheet: Worksheet, row: int = 4) -> list[str]:
    return [str(cell.value) for cell in sheet[row] if cell.value]


def test_the_sheets_stand_in_order(every: Book) -> None:
    assert [one.title for one in every.sheets] == FIXED + [
        dossier.consolidation.application.number for dossier in dossiers().values()
    ]


@pytest.mark.parametrize("title", COLUMNS)
def test_columns_of_the_tables(sheets: dict[str, Worksheet], title: str) -> None:
    words, *expected = zip(*(one.rsplit(" ", 1) for one in COLUMNS[title].split("|")), strict=True)
    assert heads(sheets[title]) == list(words)
    assert widths(sheets[title], len(words)) == [float(one) for one in expected[0]]
    assert sheets[title].row_dimensions[4].height == 44


def test_columns_of_an_application(sheets: dict[str, Worksheet]) -> None:
    sheet = sheets["GC-2026-001"]
    assert heads(sheet) == [
        "Krit.",
        "Titel",
        "Gew.",
        "Min.",
        "G1",
        "G2",
        "G3",
        "Mittel",
        "Median",
        "Spanne",
        "Klärung",
        "Vereinbart",
        "Punkte",
        "Begründung des vereinbarten Wertes",
        "Begründung G1",
        "Begründung G2",
        "Begründung G3",
    ]
    found = widths(sheet, 17)
    assert found[:13] == pytest.approx([6.29, 30.6, *[6.29] * 5, *[8.99] * 3, 12.59, 9.89, 8.09], abs=0.02)
    assert found[13] == pytest.approx(44.1, abs=0.2)
    assert found[14:] == [48, 48, 48]
    assert sheet.freeze_panes == "C5"
    assert sheets["Übersicht"].freeze_panes == "C5"


def test_the_formulas_are_those_of_the_specification(sheets: dict[str, Worksheet]) -> None:
    row = {cell.coordinate[0]: cell.value for cell in sheets["GC-2026-001"][5]}
    assert row["H"] == '=IF(COUNT(E5:G5)=0,"n. b.",AVERAGE(E5:G5))'
    assert row["I"] == '=IF(COUNT(E5:G5)=0,"n. b.",MEDIAN(E5:G5))'
    assert row["K"] == (
        '=IF(COUNTIF(E5:G5,"n. b.")>0,"◆ n. b.",IF(J5>=Spanne_Klaerung,"◆ Spanne",'
        'IF(AND(D5<>"",MIN(E5:G5)<D5,MAX(E5:G5)>=D5),"◆ Mindestwert","")))'
    )
    assert row["L"] == ('=IF(COUNT(E5:G5)=0,"",Skala_Min+INT(ROUND((I5-Skala_Min)/Skala_Schritt,9)+0.5)*Skala_Schritt)')
    assert row["M"] == '=IF(ISNUMBER(L5),ROUND(C5*L5/Skala_Max,9),"")'
    assert sheets["Übersicht"]["C5"].value == "='GC-2026-001'!$B$3"
    assert sheets["GC-2026-001"]["L10"].value == 3.5, "the chair's value stands there as it is"


def test_the_named_cells_come_from_the_catalogue() -> None:
    book = book_of("de", *SMALL)
    values = {}
    for name in (
        *("Skala_Min", "Skala_Max", "Skala_Schritt", "Spanne_Klaerung", "Schwelle_Bereich", "Schwelle_Bereich_R2"),
        *("Schwelle_Gesamt_R2", "Schwelle_Gesamt_R3", "Schwelle_Gesamt_R4"),
    ):
        title, _, place = book.names[name].partition("!")
        values[name] = book.sheet(title.strip("'")).value(place.replace("$", ""))
    assert list(values.values()) == [0, 5, 0.5, 2, 0.6, 0.5, 50, 60, 70]


def test_share_formats_hold_the_threshold_and_a_sign(sheets: dict[str, Worksheet]) -> None:
    assert sheets["Übersicht"]["F5"].number_format == '[<0.6]"▼ "0 %;"✓ "0 %'
    assert sheets["Übersicht"]["J5"].number_format == '[=0]"–";"▼ "0'
    assert sheets["Übersicht"]["K5"].number_format == '[=0]"–";"◆ "0'
    assert sheets["GC-2026-001"]["H3"].number_format == '[<0.6]"A ▼ "0 %;"A ✓ "0 %'
    assert sheets["GC-2026-001"]["H5"].number_format == "0.00"
    assert sheets["GC-2026-001"]["E5"].number_format == "0.0"


def test_normal_is_arial_10() -> None:
    book = openpyxl.load_workbook(BytesIO(data_of("de", *SMALL)))
    font = book._named_styles["Normal"].font  # type: ignore[attr-defined]  # the stubs leave it out
    assert (font.name, font.size) == ("Arial", 10)
    assert book.calculation.fullCalcOnLoad


def test_protection_leaves_only_agreed_reason_and_vote_open(sheets: dict[str, Worksheet]) -> None:
    sheet = sheets["GC-2026-001"]
    assert sheet.protection.sheet
    assert sheet.protection.password is None
    assert not any(getattr(sheet.protection, name) for name in ("sort", "autoFilter", "formatColumns", "formatRows"))
    opened = {cell.coordinate for row in sheet.iter_rows() for cell in row if not cell.protection.locked}
    agreed = {f"{column}{row}" for column in "LN" for row in range(5, 25)}
    assert opened - agreed == {"H35"}
    assert agreed <= opened
    assert sheets["Grundlagen"].protection.sheet
    assert not sheets["Übersicht"].protection.sheet
    assert all(cell.protection.locked for row in sheets["GC-2026-003"].iter_rows() for cell in row), "withdrawn"


def test_input_is_explained_and_votes_come_from_a_list(sheets: dict[str, Worksheet]) -> None:
    checks = {str(one.sqref): one for one in sheets["GC-2026-001"].data_validations.dataValidation}
    agreed = checks["L5:L24"]
    assert agreed.prompt == "0 bis 5 in halben Schritten. Ändert Punkte, Bereich und Vorschlag."
    assert agreed.errorStyle in (None, "stop")
    assert agreed.showErrorMessage
    assert (checks["H35"].type, checks["H35"].formula1) == ("list", "Voten")


def test_every_sheet_prints_one_page_wide_with_heads_and_foot(sheets: dict[str, Worksheet]) -> None:
    for title, sheet in sheets.items():
        assert (sheet.page_setup.orientation, sheet.page_setup.paperSize) == ("landscape", 9)
        fit, foot = sheet.sheet_properties.pageSetUpPr, sheet.oddFooter
        assert fit is not None
        assert fit.fitToPage
        assert sheet.page_setup.fitToWidth == 1
        assert sheet.print_title_rows, title
        assert foot is not None
        left, middle, right = (part.text if part else "" for part in (foot.left, foot.center, foot.right))
        assert left == f"Herbstrunde 2026, {title}, VERTRAULICH"
        assert right == "Seite &P von &N"
        assert "go-cluster" in str(middle)
    assert all(not sheet.page_setup.fitToHeight for sheet in sheets.values())
    assert [sheets[title].print_area.rpartition("$")[2] for title in ("Kriterien", "Einzelwerte")] == ["4", "4"]
    assert sheets["Übersicht"].print_area.endswith("$N$7")


@pytest.mark.parametrize("reviews", [0, 1, 2, 3, 5, 6, 7, 12, 20, 60])
def test_printed_widths_stay_readable(reviews: int) -> None:
    from reviewer_app.exports.workbook.layout import SheetLayout

    layout = SheetLayout("x", reviews, dossiers()["worked"].catalogue.areas, 5)
    printed = layout.widths()[: layout.reason]
    assert len(printed) == layout.reason
    assert min(printed) >= 5
    assert sum(printed) <= 170 or reviews > 4
    assert printed[-1] >= (37 if reviews <= 4 else 30)


def test_nothing_is_merged_nothing_is_an_error_nothing_leaves_the_file(every: Book) -> None:
    assert every.parts
    for name, part in every.parts.items():
        assert b"mergeCell" not in part, name
        assert b"externalLink" not in part, name
        assert b'TargetMode="External"' not in part, name
    assert any(sheet.cells for sheet in every.sheets)
    for sheet in every.sheets:
        for place, cell in sheet.cells.items():
            assert cell.kind in ("n", "str", "inlineStr"), (sheet.title, place)
            assert not str(cell.value).startswith("#"), (sheet.title, place)
            assert "#REF" not in (cell.formula or ""), (sheet.title, place)


def test_every_formula_has_its_result_beside_it(every: Book) -> None:
    assert any(b"</f>" in sheet.part for sheet in every.sheets)
    for sheet in every.sheets:
        assert not re.search(rb"</f>(?!<v>)", sheet.part)


def test_references_to_other_sheets_are_absolute(every: Book) -> None:
    relative = [
        (sheet.title, place, cell.formula)
        for sheet in every.sheets
        for place, cell in sheet.cells.items()
        if cell.formula and "!" in cell.formula and _RELATIVE.search(cell.formula)
    ]
    assert relative == []


@pytest.mark.parametrize("title", ["Übersicht", "Kriterien"])
def test_rows_can_be_sorted_because_nothing_points_within_the_sheet(every: Book, title: str) -> None:
    assert any(cell.formula for cell in every.sheet(title).cells.values())
    for place, cell in every.sheet(title).cells.items():
        if cell.formula and not place.endswith("3"):
            outside = re.sub(r"'[^']*'!\$?[A-Z]+\$?\d+(:\$[A-Z]+\$\d+)?", "", cell.formula)
            assert not re.search(r"(?<![A-Z_])\$?[A-Z]{1,2}\$?\d+", outside), (place, cell.formula)


def test_numbers_link_to_their_sheets_inside_the_file(sheets: dict[str, Worksheet]) -> None:
    link = sheets["Übersicht"]["A5"].hyperlink
    assert link is not None
    assert (link.location, link.target) == ("'GC-2026-001'!A1", None)
    back = sheets["GC-2026-001"]["N1"].hyperlink
    assert back is not None
    assert back.location == "'Übersicht'!A1"


def test_elements_of_a_sheet_stand_in_the_order_of_the_format(every: Book) -> None:
    order = [
        "sheetPr",
        "dimension",
        "sheetViews",
        "sheetFormatPr",
        "cols",
        "sheetData",
        "sheetProtection",
        "autoFilter",
        "conditionalFormatting",
        "dataValidations",
        "hyperlinks",
        "printOptions",
        "pageMargins",
        "pageSetup",
        "headerFooter",
        "ignoredErrors",
        "drawing",
    ]
    assert every.sheets
    for sheet in every.sheets:
        found = list(_children(sheet.part))
        assert [order.index(one) for one in found] == sorted(order.index(one) for one in found), sheet.title


def _children(part: bytes) -> Iterator[str]:
    from lxml import etree

    for one in etree.fromstring(part, etree.XMLParser(huge_tree=True)):
        yield etree.QName(one).localname


def test_charts_are_native_and_described(every: Book) -> None:
    drawing = every.parts["xl/drawings/drawing1.xml"].decode()
    assert drawing.count("descr=") == 2
    assert "Balken der Gesamtpunkte von" in drawing
    chart = every.parts["xl/charts/chart1.xml"].decode()
    assert "'Übersicht'!$E$5:$E$21" in chart
    assert "numCache" in chart
    assert 'typeface="Arial"' in chart
    assert 'val="maxMin"' in chart


def test_conditional_formats_come_with_text_and_refer_to_named_cells(sheets: dict[str, Worksheet]) -> None:
    rules = [
        (str(ref.sqref), rule.formula[0]) for ref in sheets["Übersicht"].conditional_formatting for rule in ref.rules
    ]
    assert ("F5:F7", "AND(ISNUMBER(F5),F5<Schwelle_Bereich)") in rules
    assert ("C5:C7", "C5=Ergebnis_1") in rules
    near = [formula for ref, formula in rules if ref == "F5:F7" and "0.005" in formula]
    assert near


def test_a_share_just_under_a_threshold_shows_more_decimals() -> None:
    styles = book_of("de", "near_thresholds").parts["xl/styles.xml"].decode()
    assert '[&lt;0.7205]"▼ "0.0 %;' in styles.replace("&quot;", '"')


def test_the_same_material_gives_the_same_bytes() -> None:
    again = workbook_bytes(material("de", "internal", *SMALL))
    assert again == data_of("de", *SMALL)


def test_an_empty_round_has_its_sheets_and_says_so() -> None:
    book = openpyxl.load_workbook(BytesIO(workbook_bytes(a_round([]))))
    assert book.sheetnames == FIXED
    assert book["Übersicht"]["A3"].value == "Noch keine Anträge."
    assert book["Einzelwerte"]["A3"].value == "Keine Gutachten."
    assert book["Auflagen"]["A3"].value == "Keine Auflagen."


def test_a_withdrawn_application_is_listed_and_not_counted() -> None:
    book = book_of("de", "withdrawn")
    overview = book.sheet("Übersicht")
    assert overview.value("C5") == "zurückgezogen"
    assert [overview.value(f"{column}5") for column in "EFGHIJKL"] == ["–"] * 8
    assert str(overview.value("A3")).startswith("Anträge: 0    Vorschlag: 1 zurückgezogen")
    assert book.sheet("Kriterien").row(5) == {}


def test_a_procedure_without_rules_says_why() -> None:
    book = book_of("de", "no_rules")
    assert book.sheet("Übersicht").value("C5") == "kein Vorschlag"
    texts = [str(cell.value) for cell in book.sheet("GC-2026-001").cells.values()]
    assert "Kein Vorschlag, der Katalog hat für dieses Verfahren keine Regeln." in texts


def test_several_catalogues_stand_side_by_side(every: Book) -> None:
    overview = every.sheet("Übersicht")
    heads_of = {str(text): column for column, text in overview.row(4).items()}
    assert "Katalog" in heads_of
    row = 5 + list(ALL).index("small_catalogue")
    assert overview.value(f"{heads_of['Bereich A']}{row}") == "entfällt"
    assert overview.value(f"{heads_of['Bereich X']}{row}") == pytest.approx(0.7)
    assert "Skala_Max_K2" in every.names


def test_english_words() -> None:
    book = book_of("en", *SMALL)
    assert [one.title for one in book.sheets][:7] == [
        *("Overview", "Charts", "Criteria", "Scores", "Findings", "Conditions", "Basis")
    ]
    assert book.sheet("Overview").value("C5") == "Admission with conditions"
    assert book.sheet("GC-2026-001").value("K10") == "◆ Spread"


def test_file_names() -> None:
    assert workbook_name() == workbook_name("internal") == "Mappe.xlsx"
    assert workbook_name("pseudonymous") == "Mappe_pseudonymous.xlsx"
