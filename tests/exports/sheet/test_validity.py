"""Sheets are PDF/A-3a and PDF/UA-1, and what no validator sees is right as well."""

import subprocess
import sys
from io import BytesIO

import page
import pikepdf
import pytest

from reviewer_app.exports.sheet.writing import make_sheet
from tests.exports import factories
from tests.exports.factories import a_material
from tests.exports.sheet.conftest import dossier_of, made, reading_of
from tests.tree import ROOT

_PROFILES = (page.ValidationProfile.PDF_UA_1, page.ValidationProfile.PDF_A_3A)


def failures(data: bytes) -> list[str]:
    return [
        str(failure) for profile in _PROFILES for failure in page.validate_pdf_bytes(data, profile=profile).failures
    ]


def test_every_sheet_holds_both_standards(case: str) -> None:
    assert failures(made(case)) == []


@pytest.mark.parametrize(("language", "variant"), [("en", "internal"), ("de", "pseudonymous"), ("en", "pseudonymous")])
def test_every_language_and_variant_holds_both_standards(language: str, variant: str) -> None:
    assert failures(made("worked", language, variant)) == []


def test_the_checker_would_have_noticed() -> None:
    with pikepdf.open(BytesIO(made("worked"))) as pdf:
        del pdf.Root.StructTreeRoot
        target = BytesIO()
        pdf.save(target)
    assert failures(target.getvalue()) != []


def test_no_packed_stream_ends_like_a_line(case: str) -> None:
    assert b"\r\nendstream" not in made(case)


def test_the_same_material_gives_the_same_bytes(case: str) -> None:
    dossier = dossier_of(case)
    assert make_sheet(a_material(dossier), dossier).data == made(case)


def test_another_process_gives_the_same_bytes() -> None:
    code = (
        "import hashlib; from tests.exports import factories as f; "
        "from reviewer_app.exports.sheet.writing import make_sheet; "
        "d = f.worked(); print(hashlib.sha256(make_sheet(f.a_material(d), d).data).hexdigest())"
    )
    found = {
        subprocess.run(  # noqa: S603  # our own interpreter and code
            [sys.executable, "-c", code],
            env={"PYTHONHASHSEED": seed, "TZ": zone, "PATH": ""},
            cwd=ROOT,
            capture_output=True,
            text=True,
            check=True,
        ).stdout
        for seed, zone in (("1", "UTC"), ("2", "Asia/Tokyo"))
    }
    assert len(found) == 1


def test_what_the_file_says_of_itself_agrees() -> None:
    dossier = dossier_of("worked")
    with pikepdf.open(BytesIO(made("worked"))) as pdf:
        title = "Empfehlungsblatt GC-2026-014 Photonikverbund Werratal"
        metadata = pdf.Root.Metadata.read_bytes().decode()
        assert str(pdf.docinfo["/Title"]) == title
        assert f'<rdf:li xml:lang="x-default">{title}</rdf:li>' in metadata
        assert f"<dc:identifier>sha256:{dossier.record_sha256}</dc:identifier>" in metadata
        assert "<xmp:ModifyDate>2027-01-14T11:31:00</xmp:ModifyDate>" in metadata
        assert str(pdf.docinfo["/ModDate"]) == "D:20270114113100"
        assert bool(pdf.Root.ViewerPreferences.DisplayDocTitle)
        assert str(pdf.Root.Lang) == "de-DE"


def test_the_record_is_attached_as_it_was_hashed() -> None:
    from hashlib import sha256

    dossier = dossier_of("worked")
    with pikepdf.open(BytesIO(made("worked"))) as pdf:
        file = pdf.Root.AF[0]
        assert file.AFRelationship == "/Data"
        data = file.EF.F.read_bytes()
    assert sha256(data).hexdigest() == dossier.record_sha256


def test_only_embedded_fonts_with_a_character_map_are_used(case: str) -> None:
    with pikepdf.open(BytesIO(made(case))) as pdf:
        fonts = [font for one in pdf.pages for font in one.obj.Resources.Font.values()]
        assert fonts
        for font in fonts:
            assert "VotumSans" in str(font.BaseFont)
            assert "/FontFile2" in font.FontDescriptor
            assert b"<0000>" not in font.ToUnicode.read_bytes()


def test_no_text_is_smaller_than_seven_points(case: str) -> None:
    with pikepdf.open(BytesIO(made(case))) as pdf:
        sizes = {
            float(instruction.operands[1])
            for one in pdf.pages
            for instruction in pikepdf.parse_content_stream(one)
            if str(instruction.operator) == "Tf"
        }
    assert min(sizes) >= 7


def test_each_link_is_tied_to_its_annotation() -> None:
    links = reading_of("worked").root.by_role("Link")
    assert len(links) == 20
    assert all(link.annotations == 1 and link.text().strip() for link in links)
    with pikepdf.open(BytesIO(made("worked"))) as pdf:
        parents = dict(zip(*[iter(pdf.Root.StructTreeRoot.ParentTree.Nums)] * 2, strict=True))
        for one in pdf.pages:
            for annotation in one.obj.get("/Annots", []):
                element = parents[annotation.StructParent]
                assert element.S == "/Link"
                assert any(
                    kid.Obj.objgen == annotation.objgen
                    for kid in element.K
                    if not isinstance(kid, int) and kid.get("/Type") == "/OBJR"
                )
                assert str(annotation.Contents).startswith("Begründungen zu")


def test_a_self_check_that_fails_is_loud() -> None:
    from dataclasses import replace

    from reviewer_app.domain.errors import BrokenError

    dossier = factories.worked()
    wrong = replace(dossier, stored=replace(dossier.stored, rationales=59))
    with pytest.raises(BrokenError, match="self_check_failed"):
        make_sheet(a_material(wrong), wrong)
