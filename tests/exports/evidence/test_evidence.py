"""The evidence of an application as workbook, Markdown and Web Annotation JSON; texts of people stay texts."""

from dataclasses import replace
from datetime import UTC, timedelta
from io import BytesIO
from typing import Any, cast

import pytest
from openpyxl import load_workbook

from reviewer_app.domain.annotations.annotation import (
    Annotation,
    Direction,
    FieldPlace,
    Kind,
    Link,
    MarkStyle,
    Quote,
    WholePlace,
)
from reviewer_app.exports.evidence.markdown import escaped, markdown
from reviewer_app.exports.evidence.material import EvidenceGroup, EvidenceLine, EvidenceList
from reviewer_app.exports.evidence.web_annotation import CONTEXT, web_annotations
from reviewer_app.exports.evidence.workbook import evidence_bytes
from tests.domain.annotations.test_annotation import ADA, NOW, PASSAGE, QUAD, annotation

LINE = EvidenceLine("spricht dafür", "Beleg", "A03, S. 3", "54 *Mitglieder*", "=SUMME(A1)\n# Nein", "Ada", NOW)
LOST = replace(LINE, direction="", kind="Frage", source="Antrag insgesamt", quote="", note="", marks=("verwaist",))
GROUPS = (EvidenceGroup("B1", "Wirkung", (LINE,)), EvidenceGroup("", "Ohne Kriterium", (LOST,)))
FOUND = EvidenceList("GC-2026-014", "Werratal", NOW, "de", GROUPS)
EMPTY = replace(FOUND, groups=())


def test_markdown_reads_as_it_was_written() -> None:
    assert markdown(FOUND) == (
        "# Belege: GC-2026-014 Werratal\n"
        "\n"
        "Stand 24.11.2026 09:00\n"
        "\n"
        "## B1 Wirkung\n"
        "\n"
        "- **Beleg, spricht dafür** · A03, S. 3 · Ada · 24.11.2026\n"
        "\n"
        "  > 54 \\*Mitglieder\\*\n"
        "\n"
        "  \\=SUMME(A1)\n"
        "  \\# Nein\n"
        "\n"
        "## Ohne Kriterium\n"
        "\n"
        "- **Frage** · Antrag insgesamt · Ada · 24.11.2026 · verwaist\n"
    )
    assert "Keine Anmerkungen, die weitergegeben werden." in markdown(EMPTY)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("<b>", "\\<b\\>"),
        ("1. Satz\n 2) Satz", "1\\. Satz\n 2\\) Satz"),
        ("- a\n+ b", "\\- a\n\\+ b"),
        ("[x](y) `z` a_b", "\\[x\\](y) \\`z\\` a\\_b"),
        ("&amp;", "\\&amp;"),
    ],
)
def test_no_text_becomes_markup(text: str, expected: str) -> None:
    assert escaped(text) == expected


def test_the_workbook_holds_texts_only() -> None:
    sheet = load_workbook(BytesIO(evidence_bytes(FOUND))).active
    assert sheet is not None
    rows = [list(row) for row in sheet.iter_rows(min_row=4, values_only=True)]
    assert rows[0][:3] == ["Kriterium", "Titel", "Richtung"]
    assert rows[1] == [
        "B1", "Wirkung", "spricht dafür", "Beleg", "A03, S. 3", "54 *Mitglieder*", "=SUMME(A1)\n# Nein", "Ada",
        "24.11.2026", None,
    ]  # fmt: skip
    assert rows[2][-1] == "verwaist"
    assert {cell.data_type for row in sheet.iter_rows(min_row=5) for cell in row} <= {"s", "n", "inlineStr"}
    assert sheet.auto_filter.ref == "A4:J6"


OF_ROUND = replace(
    FOUND,
    number="",
    name="Herbstrunde",
    groups=tuple(
        replace(group, number=number, name=name)
        for number, name in (("GC-2026-014", "Werratal"), ("GC-2026-015", "Licht *e. V.*"))
        for group in GROUPS
    ),
)


def test_the_list_of_a_round_goes_application_by_application() -> None:
    lines = [line for line in markdown(OF_ROUND).splitlines() if line.startswith("#")]
    assert lines == [
        "# Belege aller Anträge: Herbstrunde",
        "## GC-2026-014 Werratal",
        "### B1 Wirkung",
        "### Ohne Kriterium",
        "## GC-2026-015 Licht \\*e. V.\\*",
        "### B1 Wirkung",
        "### Ohne Kriterium",
    ]
    sheet = load_workbook(BytesIO(evidence_bytes(OF_ROUND))).active
    assert sheet is not None
    rows = [list(row)[:4] for row in sheet.iter_rows(min_row=4, values_only=True)]
    assert rows[:2] == [["Antrag", "Cluster", "Kriterium", "Titel"], ["GC-2026-014", "Werratal", "B1", "Wirkung"]]
    assert [row[0] for row in rows[1:]] == ["GC-2026-014"] * 2 + ["GC-2026-015"] * 2
    assert (sheet["A1"].value, sheet.auto_filter.ref) == ("Belege aller Anträge: Herbstrunde", "A4:L8")


def test_annotations_of_a_round_say_which_application_is_theirs() -> None:
    whole = annotation("d" * 32, target=WholePlace(), style=MarkStyle.NOTE, quote=Quote())
    document = cast("dict[str, Any]", web_annotations([("A", annotation("c" * 32)), ("B", whole)], {}))
    assert document["id"] == "urn:votum:round"
    first, second = (one["target"] for one in document["items"])
    assert (first["votum:application"], second["source"]) == ("A", "urn:votum:application:B")


def test_a_quote_longer_than_a_cell_is_cut_and_says_so() -> None:
    long = replace(FOUND, groups=(EvidenceGroup("B1", "W", (replace(LINE, quote="x" * 40_000),)),))
    sheet = load_workbook(BytesIO(evidence_bytes(long))).active
    assert sheet is not None
    value = cast("str", sheet.cell(5, 6).value)
    assert (len(value), value[-3:]) == (32_767, "[…]")


def item(one: Annotation) -> dict[str, Any]:
    document = cast("dict[str, Any]", web_annotations([("GC 14", one)], {ADA: "Dr. Ada Wesel"}, "GC 14"))
    assert document["@context"] == list(CONTEXT)
    assert (document["id"], document["type"]) == ("urn:votum:application:GC+14", "AnnotationPage")
    (found,) = document["items"]
    return cast("dict[str, Any]", found)


def test_a_passage_is_selected_by_words_and_by_page() -> None:
    links = (Link("B1", Direction.AGAINST),)
    quote = Quote("54", "hat ", " Mit")
    one = annotation("c" * 32, quote=quote, note="Nein", tags=("t",), links=links, changed=NOW + timedelta(hours=1))
    found = item(one)
    assert found["id"] == "urn:uuid:cccccccc-cccc-cccc-cccc-cccccccccccc"
    assert found["creator"] == {"type": "Person", "name": "Dr. Ada Wesel"}
    assert found["created"] == NOW.astimezone(UTC).isoformat().replace("+00:00", "Z")
    assert [(body["purpose"], body["value"]) for body in found["body"]] == [
        ("commenting", "Nein"),
        ("tagging", "t"),
        ("classifying", "B1"),
    ]
    target = found["target"]
    assert (target["source"], target["votum:annex"]) == (f"urn:sha256:{PASSAGE.sha256}", "A03")
    page, words = target["selector"]
    assert (page["value"], page["votum:quads"]) == ("page=3", [list(QUAD)])
    assert words == {"type": "TextQuoteSelector", "exact": "54", "prefix": "hat ", "suffix": " Mit"}
    assert found["votum:criteria"] == [{"votum:criterion": "B1", "votum:direction": "against"}]


def test_areas_fields_and_the_whole_have_their_selectors() -> None:
    area = annotation("a" * 32, target=replace(PASSAGE, quads=(), area=(1.0, 2.0, 3.0, 4.0)), style=MarkStyle.AREA)
    cell = annotation("b" * 32, target=FieldPlace("einnahmen", 0, "betrag"), style=MarkStyle.NOTE, quote=Quote())
    whole = annotation(
        "d" * 32, target=WholePlace(), style=MarkStyle.NOTE, quote=Quote(), author=None, kind=Kind.QUESTION
    )
    assert item(area)["target"]["selector"][0]["votum:rect"] == [1.0, 2.0, 3.0, 4.0]
    assert item(cell)["target"]["selector"] == [
        {"type": "FragmentSelector", "value": "field=einnahmen&row=0&column=betrag"}
    ]
    found = item(whole)
    assert found["target"] == {"type": "SpecificResource", "source": "urn:votum:application:GC+14"}
    assert ("creator" in found, found["motivation"], found["body"]) == (False, "questioning", [])
