"""Annotations in a copy of a PDF: what other programs find in it, and that the original stays as it was."""

import io
import math
import shutil
import subprocess
from collections.abc import Callable
from contextlib import suppress
from dataclasses import replace
from pathlib import Path

import pikepdf
import pytest

from reviewer_app.domain.annotations.annotation import MarkStyle, Origin, WholePlace
from reviewer_app.domain.annotations.foreign_identity import foreign_identity
from reviewer_app.domain.errors import MendableError
from reviewer_app.exchange.annex.pdf import open_document
from reviewer_app.exports.annotated.mark import Annotated, Mark
from reviewer_app.exports.annotated.writing import annotated_pdf
from tests.factories import pages, papers
from tests.factories.annotations import QUAD, on_page

USER, OWNER = "u", "o"
AREA = (50.0, 40.0, 150.0, 90.0)
ALL = (
    Mark(on_page("1"), "Dr. Ada Muster"),
    Mark(on_page("2", MarkStyle.UNDERLINE), "Dr. Ada Muster"),
    Mark(on_page("3", MarkStyle.AREA, area=AREA), "Ben Beispiel"),
    Mark(on_page("4", MarkStyle.PAGE_NOTE), "Ben Beispiel"),
)


def with_streams(data: bytes) -> bytes:
    """Give the file as newer programs write it: objects in streams, the cross-reference as one too."""
    out = io.BytesIO()
    with pikepdf.open(io.BytesIO(data)) as pdf:
        pdf.save(out, object_stream_mode=pikepdf.ObjectStreamMode.generate)
    return out.getvalue()


def linearised(data: bytes) -> bytes:
    """Give the file with what its first page needs in front, as servers hand it out."""
    out = io.BytesIO()
    with pikepdf.open(io.BytesIO(data)) as pdf:
        pdf.save(out, linearize=True, deterministic_id=True)
    return out.getvalue()


def read(data: bytes, page: int = 0, password: str = "") -> list[dict[str, str]]:
    with pikepdf.open(io.BytesIO(data), password=password) as pdf:
        found = pdf.pages[page].obj.get("/Annots", pikepdf.Array())
        return [{key: str(each[key]) for key in each.keys() if key not in {"/P", "/AP"}} for each in found]  # noqa: SIM118  # a PDF dictionary iterates over nothing


def checked(tmp_path: Path, data: bytes, password: str = "") -> None:
    """Hold that qpdf has nothing to say about a file: its library, and the program where it is installed."""
    file = tmp_path / "checked.pdf"
    file.write_bytes(data)
    with pikepdf.open(file, password=password) as pdf:
        assert (pdf.check_pdf_syntax(), pdf.get_warnings()) == ([], [])
    if shutil.which("qpdf"):
        subprocess.run(["qpdf", f"--password={password}", "--check", file], capture_output=True, check=True)  # noqa: S603, S607  # a fixed program, no shell


def encrypted(**allow: bool) -> bytes:
    out = io.BytesIO()
    with pikepdf.open(io.BytesIO(papers.paper("Geheim"))) as pdf:
        pdf.save(out, encryption=pikepdf.Encryption(owner="o", user="u", allow=pikepdf.Permissions(**allow)))
    return out.getvalue()


@pytest.mark.parametrize(
    "data", [papers.paper("a", "b"), with_streams(papers.paper("a", "b"))], ids=["table", "stream"]
)
def test_all_styles_stand_behind_the_original(data: bytes, tmp_path: Path) -> None:
    made = annotated_pdf(data, ALL, language="de")
    assert (made.written, made.left_out, made.appended) == (4, 0, True)
    assert made.data.startswith(data)
    checked(tmp_path, made.data)
    assert [each["/Subtype"] for each in read(made.data)] == ["/Highlight", "/Underline", "/Square", "/Text"]
    assert read(made.data, 1) == []
    assert annotated_pdf(data, ALL[::-1], language="de") == made


def test_what_an_annotation_says() -> None:
    first, _, _, note = read(annotated_pdf(papers.paper("a"), ALL, language="de").data)
    assert first["/Contents"] == "Beleg zu B1 (spricht dafür), C2\nTrägt das Ziel – gut belegt"
    assert (first["/T"], first["/Subj"], first["/NM"], first["/F"]) == ("Dr. Ada Muster", "Beleg", "votum-1", "4")
    assert (first["/CreationDate"], first["/M"]) == ("D:20261103093000Z", "D:20261104170509Z")
    assert note["/F"] == "28"
    english = read(annotated_pdf(papers.paper("a"), ALL[:1], "en").data)
    assert english[0]["/Contents"].startswith("Evidence on B1 (speaks for it), C2\n")


def test_the_marks_are_painted() -> None:
    with open_document(papers.paper("")) as pdf:
        assert min(pdf.render(0, 1).data) == 255
    data = pages.page((42, 200, "Markiert"))
    with open_document(annotated_pdf(data, ALL[:1], language="de").data) as pdf:
        picture = pdf.render(0, 1)
    start = (300 - 204) * picture.stride + 88 * 4
    assert tuple(picture.data[start : start + 3]) == (0x8A, 0xE0, 0xFF)
    inside = {picture.data[(300 - 204) * picture.stride + x * 4] for x in range(42, 84)}
    assert min(inside) < 60  # the letters show through


@pytest.mark.parametrize("data", [papers.paper("a"), with_streams(papers.paper("a"))], ids=["table", "stream"])
def test_exporting_again_doubles_nothing(data: bytes, tmp_path: Path) -> None:
    once = annotated_pdf(data, ALL, language="de").data
    assert annotated_pdf(once, ALL, language="de").data == once
    changed = on_page("1", quads=(QUAD, QUAD), note="Neu")
    again = annotated_pdf(once, [Mark(changed, "Dr. Ada Muster")], language="de").data
    assert again.startswith(once)
    checked(tmp_path, again)
    assert [each["/NM"] for each in read(again)] == [f"votum-{number}" for number in (1, 2, 3, 4)]
    assert read(again)[0]["/Contents"].endswith("\nNeu")


def test_an_annotation_that_moved_to_another_page_leaves_the_first() -> None:
    once = annotated_pdf(papers.paper("a", "b"), ALL[:2], language="de").data
    again = annotated_pdf(once, [Mark(on_page("1", page=1), "x")], language="de").data
    assert [[each["/NM"] for each in read(again, page)] for page in (0, 1)] == [["votum-2"], ["votum-1"]]


def test_what_has_no_place_in_the_file_is_counted() -> None:
    lost = [
        Mark(on_page("1", page=7), "x"),
        Mark(on_page("2", quads=((math.nan,) * 8,)), "x"),
        Mark(replace(on_page("3", MarkStyle.PAGE_NOTE), target=WholePlace(), style=MarkStyle.NOTE), "x"),
        Mark(on_page("4", quads=()), "x"),
    ]
    data = papers.paper("a")
    assert annotated_pdf(data, lost, language="de") == Annotated(data, 0, 4, appended=True)


def test_what_came_with_the_file_is_not_written_again() -> None:
    once = annotated_pdf(papers.paper("a"), ALL[:1], language="de").data
    with pikepdf.open(io.BytesIO(once)) as pdf:
        del pdf.pages[0].obj.Annots[0].NM
        contents = str(pdf.pages[0].obj.Annots[0].Contents)
        out = io.BytesIO()
        pdf.save(out)
    name = foreign_identity("", 0, "Highlight", (40, 198, 90, 210), contents)
    marks = [Mark(on_page("9", origin=Origin.FOREIGN, foreign_id=each), "x") for each in (name, "other")]
    made = annotated_pdf(out.getvalue(), marks, language="de")
    assert (made.written, made.left_out) == (1, 1)


@pytest.mark.parametrize("turned", [0, 90, 180, 270])
def test_notes_stand_in_the_corner_as_the_page_is_shown(turned: int) -> None:
    data = pages.shown(pages.page((200, 150, "x")), rotate=turned, crop=[50, 20, 380, 290])
    notes = [Mark(on_page(name, MarkStyle.PAGE_NOTE), "x") for name in "12"]
    made = annotated_pdf(data, [*notes, Mark(on_page("0", MarkStyle.AREA, area=AREA), "x")], language="de")
    rects = _rects(made.data)[1:]
    corners = {0: (348, 278), 90: (62, 258), 180: (82, 32), 270: (368, 52)}
    assert (rects[0][0], rects[0][3]) == corners[turned]
    assert rects[0] != rects[1]


def _rects(data: bytes) -> list[tuple[float, ...]]:
    with pikepdf.open(io.BytesIO(data)) as pdf:
        return [tuple(float(value) for value in each.Rect) for each in pdf.pages[0].obj.Annots]


def test_an_encrypted_file_stays_encrypted_and_is_written_anew(tmp_path: Path) -> None:
    data = encrypted(modify_annotation=True)
    made = annotated_pdf(data, ALL, password=USER, language="de")
    assert (made.written, made.appended) == (4, False)
    checked(tmp_path, made.data, USER)
    with pytest.raises(pikepdf.PasswordError):
        read(made.data)
    assert len(read(made.data, password=USER)) == len(read(made.data, password=OWNER)) == 4
    assert len(read(annotated_pdf(made.data, ALL, password=USER, language="de").data, password=USER)) == 4


@pytest.mark.parametrize(
    ("data", "password", "code"),
    [
        (papers.locked(), "", "annotated_password"),
        (papers.locked(), "wrong", "annotated_password"),
        (encrypted(modify_annotation=False), "u", "annotated_forbidden"),
        (papers.broken(), "", "annotated_broken"),
        (b"", "", "annotated_broken"),
    ],
)
def test_what_cannot_be_written_is_said(data: bytes, password: str, code: str) -> None:
    with pytest.raises(MendableError) as caught:
        annotated_pdf(data, ALL, password=password, language="de")
    assert caught.value.code == code


def test_the_owner_may_annotate_what_others_may_not() -> None:
    assert annotated_pdf(encrypted(modify_annotation=False), ALL, password=OWNER, language="de").written == 4


def _signed_field(data: bytes) -> bytes:
    out = io.BytesIO()
    with pikepdf.open(io.BytesIO(data)) as pdf:
        value = pikepdf.Dictionary(Type=pikepdf.Name.Sig, ByteRange=[0, 1, 2, 3])
        field = pdf.make_indirect(pikepdf.Dictionary(FT=pikepdf.Name.Sig, T=pikepdf.String("S"), V=value))
        pdf.Root.AcroForm = pikepdf.Dictionary(Fields=[pikepdf.Dictionary(Kids=[field])], SigFlags=3)
        pdf.save(out)
    return out.getvalue()


def test_a_signed_file_is_only_ever_continued() -> None:
    data = _signed_field(papers.paper("a"))
    assert annotated_pdf(data, ALL, language="de").data.startswith(data)
    with pytest.raises(MendableError, match="annotated_signed"):
        annotated_pdf(data.replace(b"startxref\n", b"startxref\n9"), ALL, language="de")


@pytest.mark.parametrize(("leave", "certified"), [(1, True), (2, True), (3, False), (None, True)])
def test_it_is_said_that_the_signer_gave_no_leave(leave: int | None, *, certified: bool) -> None:
    out = io.BytesIO()
    with pikepdf.open(io.BytesIO(papers.paper("a"))) as pdf:
        parameters = pikepdf.Dictionary() if leave is None else pikepdf.Dictionary(P=leave)
        reference = pikepdf.Dictionary(TransformMethod=pikepdf.Name.DocMDP, TransformParams=parameters)
        signature = pdf.make_indirect(pikepdf.Dictionary(Type=pikepdf.Name.Sig, Reference=pikepdf.Array([reference])))
        pdf.Root.Perms = pikepdf.Dictionary(DocMDP=signature)
        pdf.save(out)
    assert annotated_pdf(out.getvalue(), ALL, language="de").certified is certified


@pytest.mark.parametrize(
    "spoil",
    [lambda data: data.replace(b"startxref\n", b"startxref\n9"), lambda data: b"junk\n" + data, lambda data: data[:-9]],
    ids=["wrong offset", "junk before", "cut off"],
)
def test_a_damaged_file_is_written_anew(spoil: Callable[[bytes], bytes], tmp_path: Path) -> None:
    made = annotated_pdf(spoil(papers.paper("a")), ALL, language="de")
    assert (made.written, made.appended) == (4, False)
    checked(tmp_path, made.data)
    assert annotated_pdf(spoil(papers.paper("a")), ALL, language="de") == made


def test_two_places_in_the_tree_for_one_page_are_kept_apart(tmp_path: Path) -> None:
    out = io.BytesIO()
    with pikepdf.open(io.BytesIO(papers.paper("a", "b"))) as pdf:
        kids = pdf.Root.Pages.Kids
        kids.append(kids[0])
        pdf.Root.Pages.Count = 3
        pdf.save(out)
    made = annotated_pdf(out.getvalue(), [Mark(on_page("1", page=2), "x")], language="de")
    checked(tmp_path, made.data)
    assert [len(read(made.data, page)) for page in range(3)] == [0, 0, 1]


def test_what_stands_on_the_page_already_stays(shared: Path, tmp_path: Path) -> None:
    data = (shared / "samples/pdf/annotation-underline.pdf").read_bytes()
    before = read(data)
    made = annotated_pdf(data, ALL, language="de")
    checked(tmp_path, made.data)
    assert made.data.startswith(data)
    assert read(made.data)[: len(before)] == before
    assert len(read(made.data)) == len(before) + 4


def test_lists_that_are_none_do_no_harm() -> None:
    out = io.BytesIO()
    with pikepdf.open(io.BytesIO(papers.paper("a"))) as pdf:
        pdf.pages[0].obj.Annots = pikepdf.Array([1, None, pikepdf.Dictionary(NM=5, Rect=[1])])
        pdf.pages[0].obj.MediaBox = pikepdf.Array([0, 0, 0, 0])
        pdf.save(out)
    marks = [*ALL, Mark(on_page("9", origin=Origin.FOREIGN, foreign_id="y"), "x")]
    assert annotated_pdf(out.getvalue(), marks, language="de").written == 5


@pytest.mark.parametrize("share", range(0, 100, 7))
def test_a_file_cut_off_anywhere_is_written_or_refused_in_words(share: int, tmp_path: Path) -> None:
    data = with_streams(papers.paper("a", "b"))
    made = None
    with suppress(MendableError):
        made = annotated_pdf(data[: len(data) * share // 100], ALL, language="de")
    if made is not None:
        checked(tmp_path, made.data)
    assert made is None or made.written == 4


def test_a_file_without_pages_is_refused() -> None:
    with pytest.raises(MendableError, match="annotated_broken"):
        annotated_pdf(papers.without_pages(), ALL, language="de")
