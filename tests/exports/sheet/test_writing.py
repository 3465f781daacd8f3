"""A sheet is there whole or not at all, and what cannot be written says why."""

from io import BytesIO
from pathlib import Path

import pikepdf
import pytest

from reviewer_app.domain.errors import MendableError
from reviewer_app.exports.material import Counts
from reviewer_app.exports.sheet.writing import make_sheet, read_back, sheet_name, write_sheet
from tests.exports import tag_tree
from tests.exports.factories import PEOPLE, a_dossier, a_material, a_person, a_review, catalogue, row, worked
from tests.exports.sheet.conftest import dossier_of, made, reading_of


def test_the_file_holds_what_was_made_and_counts_itself(tmp_path: Path) -> None:
    dossier = worked()
    result = write_sheet(a_material(dossier), dossier, tmp_path / "blatt.pdf")
    assert (tmp_path / "blatt.pdf").read_bytes() == result.data == made("worked")
    assert result.counts == Counts(1, 3, 60, 60) == read_back(result.data)
    assert [file.name for file in tmp_path.iterdir()] == ["blatt.pdf"]


def test_the_self_check_stands_at_the_end_of_the_sheet(case: str) -> None:
    stored = dossier_of(case).stored
    said = reading_of(case).root.by_role("P")[-1].text()
    assert said.startswith("1 Antrag, ")
    assert f"{stored.scores} Wert" in said
    assert said.endswith("Datei und Bestand stimmen überein.")


def test_an_old_file_is_replaced(tmp_path: Path) -> None:
    target = tmp_path / "blatt.pdf"
    target.write_bytes(b"old")
    write_sheet(a_material(worked()), worked(), target)
    assert target.read_bytes().startswith(b"%PDF-1.7")


def test_the_applicants_variant_is_not_built_yet() -> None:
    dossier = worked()
    with pytest.raises(MendableError, match="not_built_yet"):
        make_sheet(a_material(dossier, variant="applicant"), dossier)


def test_names_of_files_hold_no_path() -> None:
    assert sheet_name("GC-2026-014") == "Empfehlungsblatt_GC-2026-014.pdf"
    assert sheet_name("a/b:c", "pseudonymous") == "Empfehlungsblatt_a-b-c_pseudonymous.pdf"


def everything(data: bytes) -> bytes:
    """Give all bytes of a file with its streams unpacked."""
    with pikepdf.open(BytesIO(data)) as pdf:
        streams = [item.read_bytes() for item in pdf.objects if isinstance(item, pikepdf.Stream)]
        texts = [str(item).encode() for item in pdf.objects if not isinstance(item, pikepdf.Stream)]
    return b"\n".join([data, *streams, *texts])


def test_no_name_is_in_any_byte_of_the_pseudonymous_sheet() -> None:
    of = catalogue()
    text = (
        "Herr Adler und K. Tamm sehen das anders als Dr. J. Brandes; ADLER irrt, Adlers Zahl auch. Adlerhorst bleibt."
    )
    reviews = [a_review(row(line, of), a_person(n), {"A1": text, "B1": text}) for n, line in enumerate(_lines(), 1)]
    dossier = a_dossier(reviews)
    data = make_sheet(a_material(dossier, variant="pseudonymous"), dossier).data
    raw, internal = everything(data), everything(make_sheet(a_material(dossier), dossier).data)
    drawn = tag_tree.read(data).root.drawn()
    assert "Adlerhorst" in drawn
    for name, _ in PEOPLE[:3]:
        surname = name.split()[-1]
        assert surname.encode() in internal
        for form in (surname, surname.upper()):
            assert form not in drawn.replace("Adlerhorst", "")
            assert form.encode() not in raw
            assert form.encode("utf-16-be") not in raw


def _lines() -> tuple[str, ...]:
    from tests.exports.factories import WORKED

    return WORKED


def test_members_are_named_by_their_number_and_replacements_are_listed(tmp_path: Path) -> None:
    of = catalogue()
    reviews = [
        a_review(row(line, of), a_person(n), {"A1": "M. Adler hat recht."} if n == 1 else {})
        for n, line in enumerate(_lines(), 1)
    ]
    dossier = a_dossier(reviews)
    result = write_sheet(a_material(dossier, variant="pseudonymous"), dossier, tmp_path / "x.pdf")
    root = reading_of("preliminary", "de", "pseudonymous").root
    assert "G1 Mitglied 1 G2 Mitglied 2 G3 Mitglied 3" in " ".join(root.drawn().split())
    assert ("A1-G1", "M. Adler", "[Person]") in {(one.place, one.found, one.given) for one in result.replaced}


@pytest.mark.parametrize("text", ["\N{SOFT HYPHEN}", "\u200b\u200b", "\x07", " \n\t ", "\N{NO-BREAK SPACE}"])
def test_a_reason_that_nobody_could_see_is_counted_as_the_store_does(text: str) -> None:
    of = catalogue()
    dossier = a_dossier([a_review(row(_lines()[0], of), a_person(1), {"A1": text})])
    counts = read_back(make_sheet(a_material(dossier), dossier).data)
    assert counts.rationales == bool(text.strip())
