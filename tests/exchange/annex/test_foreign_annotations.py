"""Annotations of other programs: what is taken, with which words, and what does no harm."""

import io
import zlib
from contextlib import suppress
from datetime import UTC, datetime, timedelta, timezone
from pathlib import Path
from typing import Any

import pikepdf
import pytest
from pikepdf import Array, Dictionary, Name, String

from reviewer_app.domain.annotations.annotation import MOST_NOTE, MarkStyle, Quad
from reviewer_app.domain.errors import MendableError
from reviewer_app.exchange.annex.foreign_annotations import (
    MOST_QUADS,
    STYLES,
    ForeignAnnotation,
    moment,
    read_annotations,
)
from reviewer_app.exchange.annex.frame import box_of, quad_of
from reviewer_app.exchange.annex.pdf import open_document
from reviewer_app.exchange.annex.text import read_layer
from reviewer_app.exports.annotated.mark import Mark
from reviewer_app.exports.annotated.writing import annotated_pdf
from tests.factories import pages, papers
from tests.factories.annotations import on_page

LINES = [(40, 200, "Der Verbund ist Wert-"), (40, 188, "schöpfung im Land."), (40, 176, "Dritte Zeile.")]
PAPER = pages.page(*LINES)
PASSWORD = "u"  # noqa: S105  # of a test file


def annotated(*things: Dictionary, data: bytes = PAPER) -> bytes:
    out = io.BytesIO()
    with pikepdf.open(io.BytesIO(data)) as pdf:
        pdf.pages[0].obj.Annots = Array([pdf.make_indirect(thing) for thing in things])
        pdf.save(out)
    return out.getvalue()


def thing(subtype: str, **parts: Any) -> Dictionary:  # noqa: ANN401  # values of a PDF
    made = Dictionary(Type=Name.Annot, Subtype=Name(f"/{subtype}"), Rect=Array([40, 170, 90, 180]))
    for key, value in parts.items():
        made[f"/{key}"] = String(value) if isinstance(value, str) else value
    return made


def quads_of(*texts: str, data: bytes = PAPER) -> tuple[Quad, ...]:
    """Return the quads of passages as a program draws them that makes them as high as the lines are apart."""
    with open_document(data) as pdf:
        layer = read_layer(pdf, 0)
    found: list[Quad] = []
    for text in texts:
        start = layer.text.index(text)
        boxes = [box_of(quad) for quad in layer.quads(start, start + len(text))]
        found += [quad_of((left, bottom - 1.5, right, top + 1.5)) for left, bottom, right, top in boxes]
    return tuple(found)


def marked(subtype: str, quads: tuple[Quad, ...], **parts: Any) -> Dictionary:  # noqa: ANN401  # values of a PDF
    return thing(subtype, QuadPoints=Array([round(value, 2) for quad in quads for value in quad]), **parts)


def taken(*things: Dictionary) -> tuple[ForeignAnnotation, ...]:
    return read_annotations(annotated(*things)).annotations


def test_the_marked_words_come_along_without_those_of_the_lines_beside() -> None:
    (found,) = taken(marked("Highlight", quads_of("Wert-\nschöpfung"), Contents="Gut", T="Ada", NM="n1"))
    assert (found.quote.text, found.quote.before[-4:], found.quote.after[:8]) == ("Wertschöpfung", "ist ", " im Land")
    assert (found.style, found.note, found.author, found.foreign_id) == (MarkStyle.HIGHLIGHT, "Gut", "Ada", "n1")
    assert len(found.quads) == 2


def test_two_passages_in_one_mark_are_told_apart() -> None:
    (found,) = taken(marked("Squiggly", quads_of("Verbund", "Dritte")))
    assert (found.quote.text, found.style) == ("Verbund … Dritte", MarkStyle.UNDERLINE)


@pytest.mark.parametrize("order", [(0, 1, 2, 3), (2, 3, 1, 0), (0, 1, 3, 2), (3, 2, 1, 0)])
def test_quads_come_in_our_order_whatever_the_other_program_wrote(order: tuple[int, ...]) -> None:
    (quad,) = quads_of("Dritte")
    corners = [quad[2 * number : 2 * number + 2] for number in order]
    (found,) = taken(marked("Underline", (tuple(value for corner in corners for value in corner),)))  # type: ignore[arg-type]  # eight numbers
    assert found.quads[0] == pytest.approx(quad, abs=0.02)
    assert found.quote.text == "Dritte"


@pytest.mark.parametrize("turned", [90, 180, 270])
def test_words_of_turned_text(turned: int) -> None:
    data = pages.page((200, 150, "Hier steht es"), turned=turned)
    with open_document(data) as pdf:
        layer = read_layer(pdf, 0)
    mark = marked("Highlight", (quad_of(box_of(layer.quads(5, 10)[0])),))
    (found,) = read_annotations(annotated(mark, data=data)).annotations
    assert found.quote.text == "steht"
    assert found.quads[0] == pytest.approx(layer.quads(5, 10)[0], abs=0.02)


def test_every_kind_has_its_style() -> None:
    found = taken(*(thing(subtype, NM=subtype) for subtype in STYLES))
    assert {one.subtype: one.style for one in found} == STYLES
    assert all((one.area is not None) == (one.style is MarkStyle.AREA) for one in found)
    rest = read_annotations(annotated(*map(thing, ("Link", "Popup", "FileAttachment", "Stamp", "Movie", "Screen"))))
    assert (rest.annotations, rest.not_taken) == ((), 5)


def test_what_a_viewer_hides_is_counted_only() -> None:
    found = read_annotations(annotated(thing("Text", F=2), thing("Ink", F=32), thing("Text", F=4)))
    assert (len(found.annotations), found.hidden, found.not_taken) == (1, 2, 0)


def test_an_area_without_extent_gets_some() -> None:
    (found,) = taken(thing("Ink", Rect=Array([10, 20, 10, 30])))
    assert found.area == (9.5, 20, 10.5, 30)


@pytest.mark.parametrize(
    "rich",
    [
        String('<?xml version="1.0"?><body><p>Erste <b>Zeile</b></p><p>Zweite &amp; letzte</p></body>'),
        String("Erste Zeile<br/>Zweite & letzte"),
    ],
)
def test_rich_text_stands_in_for_missing_plain_text(rich: String) -> None:
    (found,) = taken(thing("Text", RC=rich))
    assert found.note == "Erste Zeile\nZweite & letzte"
    (plain,) = taken(thing("Text", RC=rich, Contents="Schlicht\u202e\x07"))
    assert plain.note == "Schlicht"


def test_rich_text_in_a_stream_is_unpacked_only_so_far() -> None:
    def note_of(data: bytes, **parts: object) -> str:
        out = io.BytesIO()
        with pikepdf.open(io.BytesIO(PAPER)) as pdf:
            pdf.pages[0].obj.Annots = Array([thing("Text", RC=pdf.make_stream(data, **parts))])
            pdf.save(out, compress_streams=False)
        (found,) = read_annotations(out.getvalue()).annotations
        return found.note

    assert note_of(b"<p>Wort</p>") == "Wort"
    assert note_of(zlib.compress(b"<p>Wort</p>"), Filter=Name.FlateDecode) == "Wort"
    assert len(note_of(zlib.compress(b"Wort" * 10_000_000), Filter=Name.FlateDecode)) == MOST_NOTE
    assert note_of(b"junk", Filter=Name.FlateDecode) == ""
    assert note_of(b"junk", Filter=Name.LZWDecode) == ""


@pytest.mark.parametrize(
    ("text", "when"),
    [
        ("D:20151220234832+01'00'", datetime(2015, 12, 20, 23, 48, 32, tzinfo=timezone(timedelta(hours=1)))),
        ("D:20190407185842-02'30", datetime(2019, 4, 7, 18, 58, 42, tzinfo=timezone(-timedelta(hours=2, minutes=30)))),
        ("D:20190407185842Z00'00'", datetime(2019, 4, 7, 18, 58, 42, tzinfo=UTC)),
        ("20190407", datetime(2019, 4, 7, tzinfo=UTC)),
        ("D:2019", datetime(2019, 1, 1, tzinfo=UTC)),
        ("D:20190407185842+99'99'", None),
        ("D:20191399", None),
        ("D:00000101", None),
        ("Sunday", None),
        ("", None),
    ],
)
def test_odd_dates(text: str, when: datetime | None) -> None:
    assert moment(text) == when


def test_answers_and_parts_belong_to_what_they_answer() -> None:
    out = io.BytesIO()
    with pikepdf.open(io.BytesIO(PAPER)) as pdf:
        head = pdf.make_indirect(thing("Caret", Contents="Ersetzen"))
        part = pdf.make_indirect(marked("StrikeOut", quads_of("Dritte"), IRT=head, RT=Name.Group))
        reply = pdf.make_indirect(thing("Text", Contents="Warum?", T="Ben", IRT=head))
        deeper = pdf.make_indirect(thing("Text", Contents="Darum", T="Ada", IRT=reply))
        state = pdf.make_indirect(thing("Text", Contents="Accepted", StateModel="Review", IRT=head))
        pdf.pages[0].obj.Annots = Array([head, part, reply, deeper, state])
        pdf.save(out)
    found = read_annotations(out.getvalue())
    (one,) = found.annotations
    assert (one.subtype, one.quote.text, one.note) == ("StrikeOut", "Dritte", "Ersetzen\nBen: Warum?\nAda: Darum")
    assert found.not_taken == 0


def test_answers_in_a_circle_stand_for_themselves() -> None:
    out = io.BytesIO()
    with pikepdf.open(io.BytesIO(PAPER)) as pdf:
        one, two = (pdf.make_indirect(thing("Text", Contents=text)) for text in ("eins", "zwei"))
        one.IRT, two.IRT = two, one
        one.Parent, two.Parent = two, one
        pdf.pages[0].obj.Annots = Array([one, two])
        pdf.save(out)
    assert [each.note for each in read_annotations(out.getvalue()).annotations] == ["eins", "zwei"]


def test_reading_twice_gives_the_same_ids_and_one_name_for_two_is_told_apart() -> None:
    data = annotated(
        thing("Text", NM="same", Contents="a"),
        thing("Text", NM="same", Contents="b"),
        thing("Text", NM="same", Contents="b"),
        thing("Text", Contents="c"),
        thing("Text", Contents="c"),
    )
    first = [one.foreign_id for one in read_annotations(data).annotations]
    assert first == [one.foreign_id for one in read_annotations(data).annotations]
    assert len(set(first)) == len(first) == 3  # what is the same at the same place comes once


def test_what_was_exported_from_here_is_known() -> None:
    data = annotated_pdf(PAPER, [Mark(on_page("7f", quads=quads_of("Dritte")), "Ada")], language="de").data
    (found,) = read_annotations(data).annotations
    assert (found.own_id, found.quote.text, found.author) == ("7f", "Dritte", "Ada")


def test_missing_and_wrong_parts_do_no_harm() -> None:
    found = taken(
        Dictionary(Subtype=Name.Highlight),
        thing("Highlight", QuadPoints=Array([1, 2, 3]), Contents="a"),
        thing("Highlight", QuadPoints=Array([String("x")] * 8), Contents="b"),
        marked("Highlight", (quad_of((90_000, 90_000, 90_100, 90_010)),)),
        thing("Text", Contents=5, T=Array([]), NM=Name.x, F=String("y"), IRT=7, RC=3, M=1),
        thing("Ink", Rect=Array([1, 2])),
        Dictionary(Type=Name.Annot),
    )
    assert [one.subtype for one in found] == ["Highlight"] * 4 + ["Text", "Ink"]
    assert all(one.quote.text == "" or one.subtype == "Highlight" for one in found)
    assert found[3].quote.text == ""
    assert found[4].author == found[4].note == ""
    assert found[4].created is None


@pytest.mark.parametrize(
    ("data", "code"), [(papers.locked(), "pdf_password"), (papers.broken(), "pdf_broken"), (b"", "pdf_broken")]
)
def test_what_cannot_be_read_is_said(data: bytes, code: str) -> None:
    with pytest.raises(MendableError) as caught:
        read_annotations(data)
    assert caught.value.code == code


def test_the_password_opens_it() -> None:
    out = io.BytesIO()
    with pikepdf.open(io.BytesIO(annotated(marked("Highlight", quads_of("Dritte"))))) as pdf:
        pdf.save(out, encryption=pikepdf.Encryption(owner="o", user=PASSWORD))
    (found,) = read_annotations(out.getvalue(), PASSWORD).annotations
    assert found.quote.text == "Dritte"


@pytest.mark.parametrize("share", range(0, 100, 7))
def test_a_file_cut_off_anywhere_is_read_or_refused_in_words(share: int) -> None:
    data = annotated(marked("Highlight", quads_of("Dritte"), Contents="x"))
    words = set()
    with suppress(MendableError):
        words = {one.quote.text for one in read_annotations(data[: len(data) * share // 100]).annotations}
    assert words <= {"Dritte", ""}


def test_count_and_text_are_what_the_samples_hold(shared: Path) -> None:
    compared = 0
    for file in sorted((shared / "samples/pdf").glob("*.pdf")):
        try:
            with pikepdf.open(file, suppress_warnings=True) as pdf:
                raw = [each for page in pdf.pages for each in page.obj.get("/Annots", Array()) if each is not None]
                shown = [
                    each for each in raw if str(each.get("/Subtype"))[1:] in STYLES and not int(each.get("/F", 0)) & 2
                ]
                wanted = [(str(each.get("/Contents", "")), str(each.get("/T", ""))) for each in shown]
        except (pikepdf.PdfError, pikepdf.PasswordError):
            continue
        found = read_annotations(file.read_bytes())
        assert [(one.note, one.author) for one in found.annotations] == wanted, file.name
        compared += len(wanted)
    assert compared >= 15


@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("annotation-highlight", "Lorem ipsum dolor sit amet"),
        ("annotation-underline", "Lorem ipsum dolor sit amet"),
        ("annotation-highlight-without-appearance", "Lorem ipsum dolor sit amet"),
        ("annotation-strikeout-without-appearance", "Lorem ipsum dolor sit amet"),
        ("annotated_pdf", "Line 1\nLine 2"),
    ],
)
def test_the_words_that_other_programs_marked(shared: Path, name: str, words: str) -> None:
    found = read_annotations((shared / f"samples/pdf/{name}.pdf").read_bytes()).annotations
    assert [one.quote.text for one in found if one.quads] == [words]


def test_a_list_that_all_pages_share_ends_at_the_limit_of_a_file() -> None:
    out = io.BytesIO()
    with pikepdf.open(io.BytesIO(PAPER)) as pdf:
        quads = pdf.make_indirect(Array([1, 9, 5, 9, 1, 2, 5, 2] * 500))
        one = pdf.make_indirect(marked("Highlight", ()))
        one.QuadPoints = quads
        shared = pdf.make_indirect(Array([one] * 1000))
        for _ in range(40):
            pdf.add_blank_page().obj.Annots = shared
        pdf.save(out)
    found = read_annotations(out.getvalue())
    assert found.more
    assert sum(len(each.quads) for each in found.annotations) <= MOST_QUADS + 500
