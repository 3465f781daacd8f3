"""A locked annex opens with its password everywhere: known for this run only, or kept in the workspace when asked."""

import io
import shutil
import subprocess
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pikepdf
import pytest

from reviewer_app.domain.annotations.annotation import MarkStyle
from reviewer_app.domain.application import Annex, AnnexState
from reviewer_app.domain.errors import MendableError
from reviewer_app.domain.ids import ApplicationId
from reviewer_app.services.annexes.passwords import MOST_LETTERS, forget, forget_typed, offer, password_of
from reviewer_app.services.annotations.editing import AnnotationDraft, annotations, mark
from reviewer_app.services.annotations.foreign import take_again
from reviewer_app.services.annotations.locating import quote_spot
from reviewer_app.services.annotations.newer_version import move_annotations
from reviewer_app.services.annotations.unlocking import unlock
from reviewer_app.services.export.exporting import ExportRequest, Product, export
from reviewer_app.services.ports import UnitOfWork
from reviewer_app.services.search.indexing import Indexer
from reviewer_app.services.search.searching import search
from tests.factories.pages import annotated, pages
from tests.services.conftest import NOW

NUMBER = "GC-2026-014"
WORD = "Öffne_dich"
PAPER = pages([[(20, 280, "Satzung"), (20, 260, "Der Verein hat 54 Mitglieder.")]])
MARKED = annotated(PAPER, (0, "54 Mitglieder", {"NM": "n1", "Contents": "Gut"}))


@pytest.fixture(autouse=True)
def _nothing_typed() -> Iterator[None]:
    forget_typed()
    yield
    forget_typed()


def locked(data: bytes, word: str = WORD) -> bytes:
    out = io.BytesIO()
    with pikepdf.open(io.BytesIO(data)) as pdf:
        pdf.save(out, encryption=pikepdf.Encryption(owner="o", user=word))
    return out.getvalue()


def brought(uow: UnitOfWork, application: ApplicationId, data: bytes, version: int = 1) -> Annex:
    sha256, size = uow.files.add(iter([data]))
    annex = Annex("A03", "A03.pdf", sha256, size, "application/pdf", states=(AnnexState.ENCRYPTED,))
    before = uow.applications.get(application)
    uow.applications.add(replace(before, version=before.version + version, annexes=(annex,)), "f" * version)
    uow.commit()
    return annex


def indexed(uow: UnitOfWork) -> None:
    indexer = Indexer()
    while not indexer.step(uow, 5).finished:
        pass


def found(uow: UnitOfWork, words: str) -> list[int | None]:
    indexed(uow)
    return [hit.page for hit in search(uow, words).hits if hit.where == "annex"]


def test_one_that_does_not_fit_is_refused_and_remembered_nowhere(uow: UnitOfWork, app014: ApplicationId) -> None:
    annex = brought(uow, app014, locked(PAPER))
    with pytest.raises(MendableError, match="pdf_password"):
        unlock(uow, annex.sha256, "öffne_dich", NOW, keep=True)
    assert password_of(uow, annex.sha256) == ""
    with pytest.raises(MendableError, match="annotation_annex_locked"):
        quote_spot(uow, NUMBER, "A03", 0, "54 Mitglieder")


def test_known_for_this_run_it_opens_and_leaves_no_trace(uow: UnitOfWork, app014: ApplicationId) -> None:
    annex = brought(uow, app014, locked(PAPER))
    assert found(uow, "Mitglieder") == []
    assert not unlock(uow, annex.sha256, WORD, NOW, keep=False).value.kept
    assert quote_spot(uow, NUMBER, "A03", 0, "54 Mitglieder").quote.text == "54 Mitglieder"
    assert found(uow, "Mitglieder") == []
    assert WORD not in str(uow.rounds.get().settings)
    forget_typed()
    assert password_of(uow, annex.sha256) == ""


def test_kept_it_opens_the_next_time_and_its_text_is_found(uow: UnitOfWork, app014: ApplicationId) -> None:
    annex = brought(uow, app014, locked(PAPER))
    indexed(uow)
    unlock(uow, annex.sha256, WORD, NOW, keep=True)
    forget_typed()
    assert password_of(uow, annex.sha256) == WORD
    assert found(uow, "Mitglieder") == [1]
    forget(uow, annex.sha256)
    assert password_of(uow, annex.sha256) == ""
    assert found(uow, "Mitglieder") == []


def test_more_letters_than_a_password_has_are_cut_before_they_are_remembered(
    uow: UnitOfWork, app014: ApplicationId
) -> None:
    annex = brought(uow, app014, locked(PAPER, "x" * MOST_LETTERS))
    unlock(uow, annex.sha256, "x" * MOST_LETTERS + "y", NOW, keep=True)
    assert password_of(uow, annex.sha256) == "x" * MOST_LETTERS
    assert quote_spot(uow, NUMBER, "A03", 0, "54 Mitglieder").quote.text == "54 Mitglieder"


def test_what_others_marked_in_it_comes_in_once(uow: UnitOfWork, app014: ApplicationId) -> None:
    annex = brought(uow, app014, locked(MARKED))
    assert take_again(uow, NOW).value.count == 0
    outcome = unlock(uow, annex.sha256, WORD, NOW, keep=False)
    assert [one.code for one in outcome.value.findings] == ["annotations_taken"]
    assert outcome.changes.touch(app014)
    assert [one.annotation.quote.text for one in annotations(uow)] == ["54 Mitglieder"]
    assert unlock(uow, annex.sha256, WORD, NOW, keep=True).value.findings == ()
    assert take_again(uow, NOW, NUMBER).value.count == 0


@pytest.mark.skipif(shutil.which("qpdf") is None, reason="no qpdf on this machine")
def test_a_copy_with_annotations_stays_locked(uow: UnitOfWork, app014: ApplicationId, tmp_path: Path) -> None:
    annex = brought(uow, app014, locked(PAPER))
    unlock(uow, annex.sha256, WORD, NOW, keep=False)
    spot = quote_spot(uow, NUMBER, "A03", 0, "54 Mitglieder")
    mark(uow, app014, AnnotationDraft(spot.place, MarkStyle.HIGHLIGHT, quote=spot.quote), NOW)
    (written,) = export(uow, tmp_path, ExportRequest((Product.ANNOTATED,))).files
    with pytest.raises(pikepdf.PasswordError):
        pikepdf.open(written.path)
    with pikepdf.open(written.path, password=WORD) as pdf:
        assert len(pdf.pages[0].obj.Annots) == 1
    call = ["qpdf", "--check", f"--password={WORD}", str(written.path)]
    assert subprocess.run(call, check=False, capture_output=True).returncode == 0  # noqa: S603  # our own words
    before = written.path.read_bytes()
    forget_typed()
    report = export(uow, tmp_path, ExportRequest((Product.ANNOTATED,)))
    assert [one.code for one in report.failures] == ["annotated_password"]
    assert written.path.read_bytes() == before


def test_marks_move_into_a_newer_locked_annex(uow: UnitOfWork, app014: ApplicationId) -> None:
    annex = brought(uow, app014, locked(PAPER))
    unlock(uow, annex.sha256, WORD, NOW, keep=False)
    spot = quote_spot(uow, NUMBER, "A03", 0, "54 Mitglieder")
    mark(uow, app014, AnnotationDraft(spot.place, MarkStyle.HIGHLIGHT, quote=spot.quote), NOW)
    before = uow.applications.get(app014)
    newer = pages([[(20, 290, "Vorwort"), (20, 280, "Satzung"), (20, 260, "Der Verein hat 54 Mitglieder.")]])
    annex = brought(uow, app014, locked(newer), version=2)
    unlock(uow, annex.sha256, WORD, NOW, keep=False)
    assert move_annotations(uow, before, uow.applications.get(app014), NOW).found == 1


def test_of_several_that_are_offered_the_one_that_fits_is_taken(uow: UnitOfWork, app014: ApplicationId) -> None:
    annex = brought(uow, app014, locked(MARKED))
    offer(["", "\udcff", "falsch", WORD])
    assert take_again(uow, NOW).value.count == 1
    assert password_of(uow, annex.sha256) == WORD


def test_the_sample_of_another_program(uow: UnitOfWork, app014: ApplicationId, shared: Path) -> None:
    annex = brought(uow, app014, (shared / "samples/pdf/libreoffice-writer-password.pdf").read_bytes())
    unlock(uow, annex.sha256, "openpassword", NOW, keep=True)
    assert found(uow, "consetetur") == [1]
