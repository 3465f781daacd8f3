"""Annotations of other programs come in with their annex: once, also from newer versions and from our own exports."""

import sys
from dataclasses import replace
from datetime import datetime, timedelta, timezone
from pathlib import Path

import pikepdf
import pytest

from reviewer_app.domain.annotations.annotation import AnchorState, Annotation, Kind, MarkStyle, Origin, PagePlace
from reviewer_app.domain.errors import MendableError
from reviewer_app.domain.reviews.permissions import Role
from reviewer_app.exchange.annex import foreign_annotations
from reviewer_app.services.annotations.editing import AnnotationDraft, keep_without_place, mark, place_anew, remove
from reviewer_app.services.annotations.foreign import drop_marks, missing_marks, store_marks, take_again
from reviewer_app.services.annotations.locating import quote_spot
from reviewer_app.services.export.exporting import ExportRequest, Product, export
from reviewer_app.services.intake.files import FileReport, TakeOutcome, take
from reviewer_app.services.ports import UnitOfWork, Workspace
from reviewer_app.services.round import introduce
from tests.exports.annotated import test_hostile as hostile
from tests.factories.pages import annotated, pages
from tests.factories.papers import locked
from tests.services.conftest import NOW

NUMBER = "GC-2026-500"
SITE = [(20, 280, "Satzung"), (20, 260, "Der Verein hat 54 Mitglieder.")]
NET = [(20, 280, "Netzwerk"), (20, 260, "Es wirkt in drei Regionen.")]
PAPER = pages([SITE, NET])


def taken(uow: UnitOfWork, base: Path, version: str, **annexes: bytes) -> FileReport:
    folder = base / version / f"{NUMBER} Lichtnetz"
    folder.mkdir(parents=True)
    for name, data in annexes.items():
        (folder / f"{name}.pdf").write_bytes(data)
    return take(uow, folder, NOW)


def stored(uow: UnitOfWork) -> tuple[Annotation, ...]:
    application = uow.applications.find(NUMBER)
    assert application is not None
    return uow.annotations.of(application.id)


def told(report: FileReport) -> list[tuple[str, str, str]]:
    found = (one for one in report.messages if one.code.startswith("annotations_"))
    return [(one.code.removeprefix("annotations_"), one.place.file, str(one.params.get("n", ""))) for one in found]


ADA = {"T": "Ada", "Contents": "Gut", "NM": "n1", "CreationDate": "D:20261103103000+01'00'"}


@pytest.mark.parametrize("packed", [False, True], ids=["plain", "packed"])
def test_they_come_in_with_the_annex(uow: UnitOfWork, tmp_path: Path, packed: bool) -> None:  # pytest's way
    data = annotated(PAPER, (0, "54 Mitglieder", ADA), (1, "drei Regionen", {}), packed=packed)
    report = taken(uow, tmp_path, "1", A03_Satzung=data, A05_Plan=PAPER)
    assert (report.outcome, told(report)) == (TakeOutcome.TAKEN, [("taken", "A03_Satzung.pdf", "2")])
    first = next(one for one in stored(uow) if one.foreign_id == "n1")
    assert (first.origin, first.kind, first.style, first.author) == (
        Origin.FOREIGN,
        Kind.NOTE,
        MarkStyle.HIGHLIGHT,
        None,
    )
    assert (first.quote.text, first.note, first.foreign_author) == ("54 Mitglieder", "Gut", "Ada")
    assert first.created.tzinfo is None
    assert first.created.astimezone() == datetime(2026, 11, 3, 10, 30, tzinfo=timezone(timedelta(hours=1)))
    assert first.changed == NOW
    assert isinstance(first.target, PagePlace)
    assert (first.target.annex, first.target.page, uow.files.read(first.target.sha256)) == ("A03", 0, data)


def test_a_newer_version_brings_only_what_is_new(uow: UnitOfWork, tmp_path: Path) -> None:
    unnamed = (1, "drei Regionen", {"T": "Ada"})
    taken(uow, tmp_path, "1", A03_Satzung=annotated(PAPER, (0, "54 Mitglieder", ADA), unnamed))
    before = {one.id for one in stored(uow)}
    moved = pages([[(20, 280, "Vorwort")], SITE, NET])
    again = [(page + 1, words, parts) for page, words, parts in ((0, "54 Mitglieder", ADA), unnamed)]
    report = taken(uow, tmp_path, "2", A03_Satzung=annotated(moved, *again, (0, "Vorwort", {"NM": "n2"})))
    assert ("taken", "A03_Satzung.pdf", "1") in told(report)
    now = {one.id: one for one in stored(uow)}
    assert len(now) == 3
    assert before < set(now)
    assert {one.page for one in now.values() if one.id in before} == {1, 2}
    # and an export knows all three as the file's own
    (written,) = export(uow, tmp_path / "out", ExportRequest((Product.ANNOTATED,))).files
    assert written.annotations == 3
    with pikepdf.open(written.path) as pdf:
        assert sum(len(page.obj.get("/Annots", [])) for page in pdf.pages) == 3


def test_the_same_annex_twice_and_two_annexes_with_the_same_name(uow: UnitOfWork, tmp_path: Path) -> None:
    data = annotated(PAPER, (0, "54 Mitglieder", ADA))
    other = annotated(pages([SITE]), (0, "54 Mitglieder", ADA))
    taken(uow, tmp_path, "1", A03_Satzung=data, A05_Plan=data, A09_Netz=other)
    assert sorted(one.annex for one in stored(uow)) == ["A03", "A09"]
    assert told(taken(uow, tmp_path, "2", A03_Satzung=data, A05_Plan=data, A09_Netz=other, A10_Neu=PAPER)) == []
    assert len(stored(uow)) == 2


def test_what_was_deleted_here_does_not_come_back(uow: UnitOfWork, tmp_path: Path) -> None:
    taken(uow, tmp_path, "1", A03_Satzung=annotated(PAPER, (0, "54 Mitglieder", ADA)))
    uow.annotations.remove(stored(uow)[0].id, NOW, "")
    more = annotated(PAPER, (0, "54 Mitglieder", ADA), (1, "drei Regionen", {"NM": "n2"}))
    assert told(taken(uow, tmp_path, "2", A03_Satzung=more)) == [("taken", "A03_Satzung.pdf", "1")]
    assert [one.foreign_id for one in stored(uow)] == ["n2"]


def test_one_that_lost_its_place_stands_where_its_own_program_says(uow: UnitOfWork, tmp_path: Path) -> None:
    taken(uow, tmp_path, "1", A03_Satzung=annotated(PAPER, (0, "54 Mitglieder", ADA)))
    (one,) = stored(uow)
    uow.annotations.put(replace(one, state=AnchorState.ORPHANED, note="Hier"), "")
    rewritten = pages([[(20, 280, "Ganz anders, kurz.")]])
    taken(uow, tmp_path, "2", A03_Satzung=annotated(rewritten, (0, "anders", ADA)))
    (now,) = stored(uow)
    assert (now.id, now.state, now.quote.text, now.note) == (one.id, AnchorState.ANCHORED, "anders", "Hier")


def test_our_own_export_that_comes_back_doubles_nothing(uow: UnitOfWork, tmp_path: Path) -> None:
    taken(uow, tmp_path, "1", A03_Satzung=annotated(PAPER, (0, "54 Mitglieder", ADA)))
    application = uow.applications.find(NUMBER)
    assert application is not None
    for words in ("Netzwerk", "drei Regionen"):
        spot = quote_spot(uow, NUMBER, "A03", 1, words)
        made = mark(uow, application.id, AnnotationDraft(spot.place, MarkStyle.HIGHLIGHT, quote=spot.quote), NOW).value
    (written,) = export(uow, tmp_path / "out", ExportRequest((Product.ANNOTATED,))).files
    remove(uow, made.id, NOW)
    report = taken(uow, tmp_path, "2", A03_Satzung=written.path.read_bytes())
    assert (report.outcome, len(stored(uow))) == (TakeOutcome.UPDATED, 2)
    assert "taken" not in {code for code, _, _ in told(report)}


def test_marks_that_cannot_be_read_are_said_and_keep_nothing_out(
    uow: UnitOfWork, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(_data: bytes) -> None:
        raise MendableError("pdf_broken")

    monkeypatch.setattr(foreign_annotations, "read_annotations", refuse)
    data = annotated(PAPER, (0, "54 Mitglieder", ADA))
    report = taken(uow, tmp_path, "1", A03_Satzung=data, A05_Plan=locked())
    assert (report.outcome, told(report)) == (TakeOutcome.TAKEN, [("unread", "A03_Satzung.pdf", "")])
    assert stored(uow) == ()


def test_what_was_made_to_do_harm_keeps_nothing_out(uow: UnitOfWork, tmp_path: Path) -> None:
    spoils = (
        *(hostile.looped_pages, hostile.looped_annotation, hostile.list_in_itself, hostile.text_for_a_list),
        *(hostile.looped_form, hostile.endless_quads, hostile.many_pages_claimed, hostile.looped_parents),
    )
    files = {f"A15_{spoil.__name__}": hostile.spoilt(spoil) for spoil in spoils}
    report = taken(uow, tmp_path, "1", A03_Satzung=annotated(PAPER, (0, "54 Mitglieder", ADA)), **files)
    assert report.outcome is TakeOutcome.TAKEN
    assert "n1" in {one.foreign_id for one in stored(uow)}


def test_a_file_without_annotations_is_not_even_opened(
    uow: UnitOfWork, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delitem(sys.modules, foreign_annotations.__name__)
    taken(uow, tmp_path, "1", A03_Satzung=PAPER)
    assert foreign_annotations.__name__ not in sys.modules


def test_what_a_person_put_elsewhere_does_not_come_again(uow: UnitOfWork, tmp_path: Path) -> None:
    data = annotated(PAPER, (0, "54 Mitglieder", ADA), (1, "drei Regionen", {}))
    taken(uow, tmp_path, "1", A03_Satzung=data, A05_Plan=PAPER)
    introduce(uow, "Vorsitz", Role.CHAIR)
    first, second = stored(uow)
    spot = quote_spot(uow, NUMBER, "A05", 0, "54 Mitglieder")
    place_anew(uow, first.id, spot.place, spot.quote, NOW)
    keep_without_place(uow, second.id, NOW)
    moved = stored(uow)
    assert take_again(uow, NOW).value.count == 0
    assert stored(uow) == moved


def test_a_date_at_the_edge_of_time_keeps_no_export_from_anyone(uow: UnitOfWork, tmp_path: Path) -> None:
    taken(uow, tmp_path, "1", A03_Satzung=annotated(PAPER, (0, "54 Mitglieder", {"M": "D:99991231235959Z"})))
    assert [one.created for one in stored(uow)] == [NOW]
    report = export(uow, tmp_path / "out", ExportRequest((Product.ANNOTATED,)))
    assert [one.annotations for one in report.files] == [1]


def test_what_two_looks_found_missing_is_stored_once(uow: UnitOfWork, workspace: Workspace, tmp_path: Path) -> None:
    data = annotated(PAPER, (0, "54 Mitglieder", ADA), (1, "drei Regionen", {}))
    taken(uow, tmp_path, "1", A03_Satzung=PAPER)
    application = uow.applications.find(NUMBER)
    assert application is not None
    sha256, _ = uow.files.add(iter([data]))
    (annex,) = application.annexes
    uow.applications.update(replace(application, annexes=(replace(annex, sha256=sha256),)))
    uow.commit()
    looks = []
    for _ in range(2):
        with workspace.rehearsal() as trial:
            looks.append(missing_marks(trial, NUMBER, NOW))
    for marks in looks:
        store_marks(uow, marks)
    once = stored(uow)
    assert [one.quote.text for one in once] == ["54 Mitglieder", "drei Regionen"]
    drop_marks(uow, looks[1], lambda: NOW)
    assert stored(uow) == once


def test_what_has_no_name_and_was_deleted_does_not_come_back_on_another_page(uow: UnitOfWork, tmp_path: Path) -> None:
    introduce(uow, "Vorsitz", Role.CHAIR)
    taken(uow, tmp_path, "1", A03_Satzung=annotated(PAPER, (1, "drei Regionen", {"T": "Ada"})))
    (first,) = stored(uow)
    remove(uow, first.id, NOW)
    moved = pages([[(20, 280, "Vorwort")], SITE, NET])
    report = taken(uow, tmp_path, "2", A03_Satzung=annotated(moved, (2, "drei Regionen", {"T": "Ada"})))
    assert (stored(uow), told(report)) == ((), [])
    for version, before, page in (("3", [[(20, 280, "Vorwort")], SITE], 3), ("4", [SITE], 2)):
        marks = [(number, "drei Regionen", {"T": "Ada"}) for number in (page - 1, page)]
        taken(uow, tmp_path, version, A03_Satzung=annotated(pages([*before, NET, NET]), *marks))
        (second,) = stored(uow)
        assert second.page == page
