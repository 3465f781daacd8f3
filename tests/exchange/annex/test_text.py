"""The text of a page with its places: order, hit, word, paragraph, quote, quads."""

from pathlib import Path

import pytest

from reviewer_app.domain.errors import MendableError
from reviewer_app.exchange.annex import text as annex_text
from reviewer_app.exchange.annex.frame import box_of
from reviewer_app.exchange.annex.pdf import open_document
from reviewer_app.exchange.annex.text import TextLayer, TextLayerCache, read_layer, word_of
from tests.factories import pages, papers
from tests.factories.unmapped import unmapped

LEFT = [(40, 200, "Die Wert-"), (40, 188, "schöpfung im"), (40, 176, "Nord-"), (40, 164, "Süd-Verbund wächst.")]
RIGHT = [(240, 200, "Zweite Spalte"), (240, 188, "läuft weiter.")]
COLUMNS = pages.page(*LEFT, *RIGHT)


def layer(data: bytes, page: int = 0) -> TextLayer:
    with open_document(data) as pdf:
        return read_layer(pdf, page)


def at(found: TextLayer, text: str) -> tuple[int, int]:
    start = found.text.index(text)
    return start, start + len(text)


def test_columns_are_read_one_after_the_other() -> None:
    assert layer(COLUMNS).text == "Die Wert-\nschöpfung im\nNord-\nSüd-Verbund wächst.\nZweite Spalte\nläuft weiter."


def test_what_is_stored_upside_down_is_read_from_the_top() -> None:
    foot = (40, 20, "Fuß, ebenso breit wie beide Spalten zusammen, mit der Seite 1")
    head = (40, 280, "Kopf über die ganze Breite beider Spalten der Seite hinweg gesetzt")
    found = layer(pages.page(foot, *RIGHT, *LEFT, head)).text
    assert found.startswith("Kopf über")
    assert found.endswith("Seite 1")
    assert found.index("Süd-Verbund") < found.index("Zweite Spalte")


@pytest.mark.parametrize("last", [[], [(40, 280, "Kopf-über-alle-Spalten-der-Tabelle-und-noch-weiter-hinaus")]])
def test_a_table_stays_row_by_row_also_where_the_head_of_the_page_is_stored_last(last: list[pages.Words]) -> None:
    cells = [(x, y, f"{x}/{y}") for y in (200, 180, 160) for x in (40, 160, 280)]
    assert layer(pages.page(*cells, *last)).text.split() == [text for _, _, text in (*last, *cells)]


def test_a_word_goes_over_the_hyphen_and_is_copied_whole() -> None:
    found = layer(COLUMNS)
    start, end = found.word(found.text.index("schöpfung") + 2)
    assert found.text[start:end] == "Wert-\nschöpfung"
    assert found.quote(start, end) == "Wertschöpfung"
    assert len(found.quads(start, end)) == 2


@pytest.mark.parametrize("whole", ["1.234.567,89", "14:30", "geht’s", "B2", "x_1"])
def test_a_number_is_taken_whole(whole: str) -> None:
    text = f"Um {whole}, dann."
    assert [word_of(text, index) for index in (3, 4, 2 + len(whole))] == [(3, 3 + len(whole))] * 3


def test_a_hyphen_of_the_word_itself_is_copied() -> None:
    found = layer(COLUMNS)
    assert found.quote(*at(found, "im\nNord-\nSüd-Verbund")) == "im Nord-Süd-Verbund"
    both = layer(pages.page((40, 200, "Forschungs-"), (40, 188, "und Entwicklungs-"), (40, 176, "arbeit")))
    assert both.quote(0, len(both.text)) == "Forschungs- und Entwicklungsarbeit"


@pytest.mark.parametrize(("inside", "word"), [("e", "Die"), (" ", " "), (".", ".")])
def test_a_word_ends_at_spaces_and_stops(inside: str, word: str) -> None:
    found = layer(COLUMNS)
    start, end = found.word(found.text.index(inside))
    assert found.text[start:end] == word


def test_a_paragraph_ends_at_a_gap_at_an_indent_and_at_another_size() -> None:
    rows = [(40, 250, "Eins eins"), (40, 238, "eins zwei."), (55, 226, "Zwei zwei"), (40, 214, "zwei drei.")]
    found = layer(pages.page(*rows, (40, 194, "Drei.")))
    assert [found.quote(*found.paragraph(found.text.index(word))) for word in ("Eins", "Zwei", "Drei")] == [
        "Eins eins eins zwei.",
        "Zwei zwei zwei drei.",
        "Drei.",
    ]
    assert found.quote(0, len(found.text)) == "Eins eins eins zwei.\nZwei zwei zwei drei.\nDrei."


@pytest.mark.parametrize("turned", [0, 90, 180, 270])
@pytest.mark.parametrize("rotate", [0, 90, 180, 270])
def test_a_quad_lies_around_the_word_however_text_and_page_are_turned(turned: int, rotate: int) -> None:
    data = pages.shown(pages.page((200, 150, "Hier steht es"), turned=turned), rotate=rotate, crop=[50, 20, 380, 290])
    found = layer(data)
    start, end = at(found, "steht")
    (quad,) = found.quads(start, end)
    left, bottom, right, top = box_of(quad)
    upright = turned % 180 == 0
    assert (right - left if upright else top - bottom) == pytest.approx(21.7, abs=0.1)
    assert 8 < (top - bottom if upright else right - left) < 14
    begin, beside = (quad[0] + quad[4]) / 2, (quad[1] + quad[5]) / 2
    along = {0: begin - 200, 90: beside - 150, 180: 200 - begin, 270: 150 - beside}[turned]
    assert along == pytest.approx(21.1, abs=0.1)  # the width of the words before it
    for index in range(start, end):
        box = found.box(index)
        assert box is not None
        x, y = (box[0] + box[2]) / 2, (box[1] + box[3]) / 2
        assert found.at(*found.frame.to_user(*found.frame.to_view(x, y, 1.7), 1.7)) == index


def test_the_frame_agrees_with_the_painted_page() -> None:
    data = pages.shown(pages.page((200, 150, "x")), rotate=90, crop=[50, 20, 380, 290], media=[-10, -10, 390, 290])
    with open_document(data) as pdf:
        frame = read_layer(pdf, 0).frame
        assert frame.size == pdf.size(0) == (270.0, 330.0)
    assert (frame.box, frame.turns) == ((50, 20, 380, 290), 1)


def test_a_larger_unit_changes_neither_places_nor_zoom() -> None:
    plain = pages.page((200, 150, "Hier steht es"))
    large = pages.shown(plain, unit=2)
    assert layer(large).quads(0, 4) == layer(plain).quads(0, 4)
    with open_document(large) as pdf:
        assert read_layer(pdf, 0).frame.size == pdf.size(0) == (400.0, 300.0)


def test_a_drag_through_the_margin_follows_the_lines() -> None:
    found = layer(COLUMNS)
    assert found.boundary(10, 204) == 0
    assert found.boundary(150, 204) == len("Die Wert-")
    assert found.boundary(10, 192) == found.text.index("schöpfung")
    assert found.boundary(39, 400) == 0
    assert found.boundary(235, 192) == found.text.index("läuft")
    start, _ = at(found, "im")
    box = found.box(start)
    assert box is not None
    assert [found.boundary(box[edge] + way, 192) for edge, way in ((0, 0.5), (2, -0.5))] == [start, start + 1]


def test_a_quad_for_each_line_and_none_for_nothing() -> None:
    found = layer(COLUMNS)
    assert len(found.quads(0, 10_000)) == 6
    assert found.quads(5, 5) == ()
    assert found.quads(9, 10) == ()  # a line end


def test_context_is_what_stands_around() -> None:
    found = layer(COLUMNS)
    assert found.context(*at(found, "Wert-")) == ("Die ", found.text[9 : 9 + 32])


def test_a_page_without_text_has_an_empty_layer() -> None:
    found = layer(papers.scan())
    assert (found.text, found.lines, found.at(50, 50), found.boundary(50, 50)) == ("", (), None, 0)
    assert (found.quads(0, 1), found.quote(0, 1), found.word(0), found.paragraph(0)) == ((), "", (0, 0), (0, 0))


def test_a_page_of_endless_text_is_read_only_so_far(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(annex_text, "MOST_LETTERS", 12)
    assert layer(COLUMNS).text == "Die Wert-\nsch"


def test_letters_the_file_does_not_name_are_found_by_their_boxes_and_not_quoted(shared: Path) -> None:
    data = (shared / "samples/pdf/habibi-rotated.pdf").read_bytes()
    found = layer(data)
    last = len(found.text) - 1
    assert found.text[last] == annex_text.UNKNOWN
    assert found.quote(last, last + 1) == ""
    assert found.quads(last, last + 1)


def test_a_line_without_a_map_has_a_place_and_no_words() -> None:
    found = layer(unmapped())
    (quad,) = found.quads(0, len(found.text))
    assert (len(found.text), found.quote(0, 99)) == (6, "")
    left, bottom, right, top = box_of(quad)
    assert (left, right) == (pytest.approx(40, abs=2), pytest.approx(40 + 6 * 12, abs=4))
    assert bottom < 205 < top


def test_right_to_left_is_marked_where_it_stands(shared: Path) -> None:
    found = layer((shared / "samples/pdf/ArabicCIDTrueType.pdf").read_bytes())
    first, second, third = (box_of(quad) for quad in found.quads(0, 20)[:1] + found.quads(0, 5) + found.quads(6, 12))
    assert first[2] == second[2] > second[0] > third[2] - 15
    box = found.box(0)
    assert box is not None
    assert found.boundary(box[2] - 1, (box[1] + box[3]) / 2) == 0
    assert found.boundary(box[0] + 1, (box[1] + box[3]) / 2) == 1


def test_pages_are_read_once_and_the_last_ones_kept(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(annex_text, "MOST_KEPT", 2)
    with open_document(papers.paper("a", "b", "c")) as pdf:
        layers = TextLayerCache(pdf)
        first = layers.layer(0)
        assert layers.layer(0) is first
        assert [layers.layer(page).text for page in (1, 0, 2)] == ["b", "a", "c"]
        assert layers.layer(0) is first
        with pytest.raises(MendableError, match="pdf_page_broken"):
            layers.layer(3)
    with pytest.raises(MendableError, match="pdf_closed"):
        layers.layer(1)
