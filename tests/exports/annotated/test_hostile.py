"""Files that were made to do harm: annotations are read from them and written into them, or it is refused in words."""

import io
from collections.abc import Callable

import pikepdf
import pytest
from pikepdf import Array, Dictionary, Name, String

from reviewer_app.domain.errors import MendableError
from reviewer_app.exchange.annex.foreign_annotations import read_annotations
from reviewer_app.exchange.annex.pdf import open_document
from reviewer_app.exchange.annex.text import read_layer
from reviewer_app.exports.annotated.writing import annotated_pdf
from tests.exports.annotated.test_writing import ALL
from tests.factories import papers

type Spoil = Callable[[pikepdf.Pdf], None]


def looped_pages(pdf: pikepdf.Pdf) -> None:
    pdf.Root.Pages.Kids.append(pdf.Root.Pages)


def looped_parents(pdf: pikepdf.Pdf) -> None:
    pdf.Root.Pages.Parent = pdf.Root.Pages
    del pdf.pages[0].obj.MediaBox


def many_pages_claimed(pdf: pikepdf.Pdf) -> None:
    pdf.Root.Pages.Count = 100_000


def media_box(*values: object) -> Spoil:
    def spoil(pdf: pikepdf.Pdf) -> None:
        pdf.pages[0].obj.MediaBox = Array(values)

    return spoil


def odd_rotation(pdf: pikepdf.Pdf) -> None:
    pdf.pages[0].obj.Rotate = 37


def looped_annotation(pdf: pikepdf.Pdf) -> None:
    made = pdf.make_indirect(Dictionary(Type=Name.Annot, Subtype=Name.Text, Rect=Array([1, 2, 3, 4])))
    made.IRT = made.Parent = made.Popup = made
    pdf.pages[0].obj.Annots = Array([made, made])


def list_in_itself(pdf: pikepdf.Pdf) -> None:
    made = pdf.make_indirect(Array([]))
    made.append(made)
    pdf.pages[0].obj.Annots = made


def text_for_a_list(pdf: pikepdf.Pdf) -> None:
    pdf.pages[0].obj.Annots = String("x")


def looped_form(pdf: pikepdf.Pdf) -> None:
    field = pdf.make_indirect(Dictionary(T=String("x")))
    field.Kids = Array([field, field])
    pdf.Root.AcroForm = Dictionary(Fields=Array([field]))


def endless_quads(pdf: pikepdf.Pdf) -> None:
    mark = Dictionary(Subtype=Name.Highlight, Rect=Array([1, 2, 3, 4]), QuadPoints=Array([1] * 80_003))
    pdf.pages[0].obj.Annots = Array([mark])


def spoilt(spoil: Spoil) -> bytes:
    out = io.BytesIO()
    with pikepdf.open(io.BytesIO(papers.paper("a", "b"))) as pdf:
        spoil(pdf)
        pdf.save(out)
    return out.getvalue()


@pytest.mark.parametrize(
    "spoil",
    [
        *(looped_parents, many_pages_claimed, odd_rotation, looped_annotation, list_in_itself, text_for_a_list),
        *(looped_form, endless_quads, media_box(0, 0, 0, 0), media_box(0, 0, 9_000_000, 9_000_000), media_box("x", 5)),
    ],
)
def test_it_is_read_and_written(spoil: Spoil) -> None:
    data = spoilt(spoil)
    found = read_annotations(data)
    assert len(found.annotations) <= 1
    made = annotated_pdf(data, ALL, language="de")
    assert made.written == 4
    assert {one.own_id for one in read_annotations(made.data).annotations} >= {"1", "2", "3", "4"}
    with open_document(made.data) as pdf:
        assert read_layer(pdf, 0).text == "a"


def test_a_tree_of_pages_that_holds_itself_is_refused() -> None:
    with pytest.raises(MendableError, match="annotated_broken"):
        annotated_pdf(spoilt(looped_pages), ALL, language="de")
    with pytest.raises(MendableError, match="pdf_broken"):
        read_annotations(spoilt(looped_pages))


def test_a_list_that_all_pages_share_is_refused_before_it_is_gone_through() -> None:
    out = io.BytesIO()
    with pikepdf.open(io.BytesIO(papers.paper("eins"))) as pdf:
        one = pdf.make_indirect(Dictionary(Type=Name.Annot, Subtype=Name.Text, Rect=Array([1, 2, 3, 4])))
        shared = pdf.make_indirect(Array([one] * 5_000))
        for _ in range(41):
            pdf.add_blank_page().obj.Annots = shared
        pdf.save(out)
    with pytest.raises(MendableError, match="annotated_too_many"):
        annotated_pdf(out.getvalue(), ALL, language="de")
