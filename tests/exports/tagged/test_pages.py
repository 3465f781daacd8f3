"""Pages of the tagged writer: what is drawn without a node is an artifact, and blocks split without losing theirs."""

from dataclasses import replace
from datetime import datetime
from io import BytesIO
from itertools import batched

import page
import pikepdf
import pytest

from reviewer_app.exports.tagged import archiving
from reviewer_app.exports.tagged.archiving import DocumentInfo, EmbeddedFile, finish
from reviewer_app.exports.tagged.blocks import Stack, TableCell, TableRow, TextBlock, paragraph
from reviewer_app.exports.tagged.canvas import Bookmark, TaggedCanvas
from reviewer_app.exports.tagged.flow import Flow, FlowTable, Frame, RowGroup
from reviewer_app.exports.tagged.structure import StructureElement
from reviewer_app.exports.tagged.text import Run, TextStyle
from tests.exports import tag_tree
from tests.exports.tag_tree import Element, Reading

BODY = TextStyle("Regular", 9, 13)
HEAD = TextStyle("SemiBold", 11, 14)
WIDTH = Frame().width
FACTS = DocumentInfo("Titel", "Verein", "Zweck", "Votum", "x:1", datetime(2026, 11, 24, 9, 0), "de-DE")  # noqa: DTZ001  # local


def finished(flow: Flow, root: StructureElement, facts: DocumentInfo = FACTS) -> bytes:
    canvas = TaggedCanvas()
    for one in flow.pages:
        canvas.begin_page()
        for placed in one.placed:
            if placed.muted:
                with canvas.muted():
                    placed.block.draw(canvas, placed.x, placed.top)
            else:
                placed.block.draw(canvas, placed.x, placed.top)
        canvas.end_page()
    canvas.bookmarks.append(Bookmark(0, "Anfang", 0, 700))
    return finish(canvas, root, facts)


def read(flow: Flow, root: StructureElement) -> Reading:
    return tag_tree.read(finished(flow, root))


def titled() -> tuple[Flow, StructureElement]:
    root, flow = StructureElement("Document"), Flow(Frame())
    flow.put(paragraph("Titel", HEAD, root.add("H1"), WIDTH, begins=True))
    return flow, root


def text_row(parent: StructureElement, text: str, wide: float = WIDTH) -> TableRow:
    line = parent.add("TR")
    return TableRow(
        [
            TableCell(0, paragraph("Kopf", BODY, line.add("TH", scope="Row"), 100)),
            TableCell(110, paragraph(text, BODY, line.add("TD"), wide - 110)),
        ],
        wide,
    )


def test_a_paragraph_over_two_pages_is_one_element_with_all_its_words() -> None:
    flow, root = titled()
    text = " ".join(f"Wort{number}" for number in range(900))
    flow.put(paragraph(text, BODY, root.add("P"), WIDTH))
    found = read(flow, root).root.by_role("P")
    assert len(found) == 1
    assert found[0].stands_on() == {0, 1}
    assert found[0].text() == text


def test_a_split_leaves_two_lines_on_each_side() -> None:
    block = paragraph("Wort " * 200, BODY, None, WIDTH)
    whole = len(block.lines)
    assert block.split(13 * 1.5) is None
    for room in range(26, int(block.height), 7):
        halves = block.split(room)
        assert halves is not None
        upper, lower = halves
        assert isinstance(upper, TextBlock)
        assert isinstance(lower, TextBlock)
        assert min(len(upper.lines), len(lower.lines)) >= 2
        assert len(upper.lines) + len(lower.lines) == whole


def test_text_without_a_node_is_an_artifact_and_found_out() -> None:
    flow, root = titled()
    flow.put(paragraph("Vergessen", BODY, None, WIDTH))
    reading = read(flow, root)
    assert reading.outside == [["Vergessen"]]
    assert "Vergessen" not in reading.root.drawn()


def test_a_row_taller_than_a_page_goes_on_with_its_head_once_on_each() -> None:
    flow, root = titled()
    node = root.add("Table")
    line = node.add("THead").add("TR")
    head = TableRow(
        [
            TableCell(0, paragraph("Spalte", BODY, line.add("TH", scope="Column"), 100)),
            TableCell(110, paragraph("Inhalt", BODY, line.add("TH", scope="Column"), 100)),
        ],
        WIDTH,
    )
    text = " ".join(f"Satz {number} steht hier." for number in range(900))
    FlowTable(head, [RowGroup([text_row(node.add("TBody"), text)])], WIDTH).put(flow)
    reading = read(flow, root)
    assert len(flow.pages) >= 3
    assert [texts.count("Spalte") for texts in reading.outside] == [0] + [1] * (len(flow.pages) - 1)
    cell = reading.root.by_role("TD")[0]
    assert cell.stands_on() == set(range(len(flow.pages)))
    assert cell.text() == text


def test_a_group_moves_whole_and_the_first_page_stays_filled() -> None:
    flow, root = titled()
    node = root.add("Table")
    body = node.add("TBody")
    groups = [RowGroup([text_row(body, "x") for _ in range(12)]) for _ in range(5)]
    FlowTable(None, groups, WIDTH).put(flow)
    pages = [
        {number for number, one in enumerate(flow.pages) for placed in one.placed if placed.block in group.rows}
        for group in groups
    ]
    assert all(len(stands) == 1 for stands in pages)
    assert sum(stands == {0} for stands in pages) >= 2


def test_what_is_kept_together_moves_together() -> None:
    flow, root = titled()
    flow.put(paragraph("Wort " * 900, BODY, root.add("P"), WIDTH))
    before = flow.room
    heading = paragraph("Überschrift", HEAD, root.add("H2"), WIDTH)
    flow.keep([heading], following=before)
    assert any(placed.block is heading for placed in flow.pages[-1].placed)
    assert len(flow.pages) == 2


def test_a_link_over_two_lines_has_two_annotations_in_one_element() -> None:
    flow, root = titled()
    target = root.kids[0]
    assert isinstance(target, StructureElement)
    text = root.add("P")
    link = text.add("Link")
    link.target, link.contents = target, "Zum Titel"
    runs = [Run("Davor ", BODY), Run("ein Verweis der sicher über zwei Zeilen geht", BODY, link), Run(" danach.", BODY)]
    flow.put(paragraph(runs, BODY, text, 120))
    data = finished(flow, root)
    found = tag_tree.read(data).root.by_role("Link")
    assert len(found) == 1
    assert found[0].annotations >= 2
    said = [kid.text() if isinstance(kid, Element) else kid for kid in tag_tree.read(data).root.by_role("P")[0].kids]
    assert [part.strip() for part in said] == ["Davor", "ein Verweis der sicher über zwei Zeilen geht", "danach."]
    for profile in (page.ValidationProfile.PDF_UA_1, page.ValidationProfile.PDF_A_3A):
        assert page.validate_pdf_bytes(data, profile=profile).is_compliant


def test_a_stack_splits_between_its_parts() -> None:
    parts = [paragraph("Wort", BODY, None, WIDTH) for _ in range(5)]
    halves = Stack([*parts]).split(13 * 2 + 1)
    assert halves is not None
    assert [half.height for half in halves] == [26, 39]


def test_more_letters_than_one_font_holds_are_read_back() -> None:
    flow, root = titled()
    text = " ".join(
        "".join(map(chr, part))
        for part in batched([*range(0x21, 0x7F), *range(0xC0, 0x180), *range(0x391, 0x3A2), *range(0x410, 0x450)], 20)
    )
    flow.put(paragraph(text, BODY, root.add("P"), WIDTH))
    data = finished(flow, root)
    drawn = tag_tree.read(data).root.by_role("P")[0].text()
    from reviewer_app.exports.tagged.text import spelt

    assert drawn.split() == spelt(text).split()
    for profile in (page.ValidationProfile.PDF_UA_1, page.ValidationProfile.PDF_A_3A):
        assert page.validate_pdf_bytes(data, profile=profile).is_compliant


def test_character_maps_leave_out_nothing_and_write_astral_signs_as_pairs() -> None:
    lines = "\n".join(f"<{code:02X}> <{char:04X}>" for code, char in [(0, 0), (1, 0x41), (2, 0x1F600)])
    source = f"begincmap\n1 begincodespacerange\n<00> <02>\nendcodespacerange\n3 beginbfchar\n{lines}\nendbfchar\nend"
    mapped = archiving._mapped(source.encode())
    assert b"<00> <0000>" not in mapped
    assert b"<01> <0041>\n<02> <D83DDE00>" in mapped
    assert b"2 beginbfchar" in mapped


def test_long_character_maps_come_in_blocks_of_a_hundred() -> None:
    lines = "\n".join(f"<{code:02X}> <{code + 0x100:04X}>" for code in range(1, 251))
    mapped = archiving._mapped(f"endcodespacerange\n250 beginbfchar\n{lines}\nendbfchar".encode())
    assert [int(line.split()[0]) for line in mapped.splitlines() if line.endswith(b"beginbfchar")] == [100, 100, 50]


def test_names_and_titles_are_escaped_in_the_metadata() -> None:
    flow, root = titled()
    record = EmbeddedFile("a.json", b"{}", "application/json", "D")
    facts = replace(FACTS, title="A & B <x>", embedded_files=(record,))
    with pikepdf.open(BytesIO(finished(flow, root, facts))) as pdf:
        assert b"A &amp; B &lt;x&gt;" in pdf.Root.Metadata.read_bytes()
        assert str(pdf.docinfo["/Title"]) == "A & B <x>"
        assert str(pdf.Root.Outlines.First.Title) == "Anfang"


@pytest.mark.parametrize("count", [1, 2, 3])
def test_a_second_file_in_one_process_is_the_same(count: int) -> None:
    def made() -> bytes:
        flow, root = titled()
        flow.put(paragraph(f"Text {count}", BODY, root.add("P"), WIDTH))
        return finished(flow, root)

    assert made() == made()
