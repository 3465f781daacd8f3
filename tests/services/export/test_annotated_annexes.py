"""Annexes as they are handed out with the annotations made in them: which, under which name, and what is refused."""

import io
from dataclasses import replace
from pathlib import Path

import pikepdf
import pytest
from pikepdf import Array, Dictionary, Name

from reviewer_app.domain.annotations.annotation import AnchorState, MarkStyle, PagePlace, WholePlace
from reviewer_app.domain.application import Annex, AnnexState
from reviewer_app.domain.errors import BrokenError, MendableError
from reviewer_app.domain.ids import AnnotationId, ApplicationId, PersonId
from reviewer_app.domain.reviews.conflict import ConflictOfInterest
from reviewer_app.exchange.annex.foreign_annotations import read_annotations
from reviewer_app.exports.annotated.mark import AnnotationCount
from reviewer_app.services.annotations.editing import AnnotationDraft, mark
from reviewer_app.services.export import annotated_annexes
from reviewer_app.services.export.annotated_annexes import safe_name
from reviewer_app.services.export.exporting import ExportReport, ExportRequest, Product, Variant, export, export_all
from reviewer_app.services.ports import UnitOfWork
from tests.factories import papers
from tests.factories.annotations import QUAD
from tests.services.conftest import NOW

NUMBER = "GC-2026-014"
ANNOTATED = ExportRequest((Product.ANNOTATED,))


def annexed(uow: UnitOfWork, application: ApplicationId, *annexes: tuple[str, str, bytes]) -> tuple[Annex, ...]:
    """Bring annexes (kind, file name, bytes) in with a newer version of an application."""
    made = []
    for kind, name, data in annexes:
        sha256, size = uow.files.add(iter([data]))
        media = "application/pdf" if name.lower().endswith(".pdf") else "text/csv"
        made.append(Annex(kind, name, sha256, size, media))
    before = uow.applications.get(application)
    uow.applications.add(replace(before, version=before.version + 1, annexes=tuple(made)), "f")
    uow.commit()
    return tuple(made)


def marked(uow: UnitOfWork, application: ApplicationId, annex: Annex, **others: object) -> AnnotationId:
    """Mark the first words of an annex."""
    place = PagePlace(annex.kind, annex.name, annex.sha256, 0, (QUAD,))
    draft = replace(AnnotationDraft(place, MarkStyle.HIGHLIGHT), **others)  # type: ignore[arg-type] # fields of a draft
    return mark(uow, application, draft, NOW).value.id


def written(report: ExportReport, folder: Path) -> dict[str, int | None]:
    return {one.path.relative_to(folder).as_posix(): one.annotations for one in report.files}


def test_each_annex_that_holds_annotations_is_copied_with_them(
    uow: UnitOfWork, app014: ApplicationId, tmp_path: Path
) -> None:
    first, again, table, _ = annexed(
        uow,
        app014,
        ("A03", "A03_Strategie.pdf", papers.paper("a")),
        ("A05", "Plan: 2026?.PDF", papers.paper("b")),
        ("A07", "A07.csv", b"a;b"),
        ("A09", "A09.pdf", papers.paper("c")),
    )
    own = {marked(uow, app014, first), marked(uow, app014, first, note="x")}
    marked(uow, app014, first, private=True)
    marked(uow, app014, again)
    marked(uow, app014, table)
    marked(uow, app014, first, target=WholePlace(), style=MarkStyle.NOTE)
    told: list[tuple[int, int, str]] = []

    def progress(*step: object) -> bool:
        told.append(step)  # type: ignore[arg-type] # as `Progress` says
        return True

    report = export(uow, tmp_path / "out", ANNOTATED, progress)
    names = [f"Anmerkungen_{NUMBER}/A03_Strategie.pdf", f"Anmerkungen_{NUMBER}/A05_Plan- 2026-.pdf"]
    assert written(report, tmp_path / "out") == dict(zip(names, (2, 1), strict=True))
    assert (report.failures, report.remarks) == ((), ())
    assert told == [(0, 2, names[0]), (1, 2, names[1])]
    data = (tmp_path / "out" / names[0]).read_bytes()
    assert data.startswith(papers.paper("a"))
    assert {one.own_id for one in read_annotations(data).annotations} == own
    assert uow.files.read(first.sha256) == papers.paper("a")


def test_the_same_again_gives_the_same_file(uow: UnitOfWork, app014: ApplicationId, tmp_path: Path) -> None:
    (annex,) = annexed(uow, app014, ("A03", "A03.pdf", papers.paper("a")))
    marked(uow, app014, annex)
    first = export(uow, tmp_path, ANNOTATED).files[0].path.read_bytes()
    assert export(uow, tmp_path, ANNOTATED).files[0].path.read_bytes() == first
    assert [one.name for one in (tmp_path / f"Anmerkungen_{NUMBER}").iterdir()] == ["A03.pdf"]


def test_two_annexes_of_one_name_stand_beside_each_other(
    uow: UnitOfWork, app014: ApplicationId, tmp_path: Path
) -> None:
    for annex in annexed(uow, app014, ("A03", "x?.pdf", papers.paper("a")), ("A03", "X*.pdf", papers.paper("b"))):
        marked(uow, app014, annex)
    names = [Path(name).name for name in written(export(uow, tmp_path, ANNOTATED), tmp_path)]
    assert names == ["A03_x-.pdf", "A03_X- (2).pdf"]


def test_what_is_orphaned_or_of_an_older_file_is_in_no_copy(
    uow: UnitOfWork, app014: ApplicationId, tmp_path: Path
) -> None:
    (annex,) = annexed(uow, app014, ("A03", "A03.pdf", papers.paper("a")))
    made = uow.annotations.find(marked(uow, app014, annex))
    assert made is not None
    uow.annotations.put(replace(made, state=AnchorState.ORPHANED), "")
    uow.commit()
    assert export(uow, tmp_path, ANNOTATED) == ExportReport(())
    assert list(tmp_path.glob("Anmerkungen_*")) == []


def test_refused_ones_are_said_and_leave_the_others_and_what_was_there(
    uow: UnitOfWork, app014: ApplicationId, tmp_path: Path
) -> None:
    annexes = annexed(
        uow,
        app014,
        ("A03", "A03.pdf", papers.locked()),
        ("A04", "A04.pdf", b"%PDF-1.4 nothing"),
        ("A05", "A05.pdf", papers.paper("a")),
    )
    for annex in annexes:
        marked(uow, app014, annex)
    there = tmp_path / f"Anmerkungen_{NUMBER}" / "A03.pdf"
    there.parent.mkdir()
    there.write_bytes(b"old")
    report = export(uow, tmp_path, ANNOTATED)
    assert [(one.code, Path(one.place).name) for one in report.failures] == [
        ("annotated_password", "A03.pdf"),
        ("annotated_broken", "A04.pdf"),
    ]
    assert [one.path.name for one in report.files] == ["A05.pdf"]
    assert there.read_bytes() == b"old"


def test_one_that_asks_nobody_for_a_password_is_not_said_to_need_one(
    uow: UnitOfWork, app014: ApplicationId, tmp_path: Path, shared: Path
) -> None:
    """It is read without a password, and no program but its own can write it anew."""
    data = (shared / "samples/pdf/encrypted-attachment.pdf").read_bytes()
    (annex,) = annexed(uow, app014, ("A03", "A03.pdf", data))
    marked(uow, app014, annex)
    (failure,) = export(uow, tmp_path, ANNOTATED).failures
    assert failure.code == "annotated_encryption"


def test_what_its_probe_could_not_read_is_not_opened(uow: UnitOfWork, app014: ApplicationId, tmp_path: Path) -> None:
    (annex,) = annexed(uow, app014, ("A03", "A03.pdf", papers.paper("a")))
    marked(uow, app014, annex)
    before = uow.applications.get(app014)
    closed = replace(annex, states=(AnnexState.BROKEN,))
    uow.applications.add(replace(before, version=before.version + 1, annexes=(closed,)), "g")
    (failure,) = export(uow, tmp_path, ANNOTATED).failures
    assert (failure.code, failure.place) == ("annex_closed", f"Anmerkungen_{NUMBER}/A03.pdf")


def test_a_certified_annex_and_annotations_without_a_place_are_remarked(
    uow: UnitOfWork, app014: ApplicationId, tmp_path: Path
) -> None:
    out = io.BytesIO()
    with pikepdf.open(io.BytesIO(papers.paper("a"))) as pdf:
        pdf.Root.Perms = Dictionary(DocMDP=pdf.make_indirect(Dictionary(Type=Name.Sig, Reference=Array([]))))
        pdf.save(out)
    (annex,) = annexed(uow, app014, ("A03", "A03.pdf", out.getvalue()))
    marked(uow, app014, annex)
    marked(uow, app014, annex, target=PagePlace("A03", "A03.pdf", annex.sha256, 7, (QUAD,)))
    report = export(uow, tmp_path, ANNOTATED)
    assert [(one.code, one.params) for one in report.remarks] == [
        ("annotated_certified", {}),
        ("annotated_left_out", {"n": 1}),
    ]
    assert report.files[0].annotations == 1


def test_others_stay_hidden_and_excluded_applications_closed(
    uow: UnitOfWork, app014: ApplicationId, tmp_path: Path
) -> None:
    (annex,) = annexed(uow, app014, ("A03", "A03.pdf", papers.paper("a")))
    marked(uow, app014, annex)
    facts = uow.rounds.get()
    uow.rounds.put(replace(facts, me=PersonId("K. Tamm")))
    assert export(uow, tmp_path, ANNOTATED).files == ()
    uow.rounds.put(facts)
    uow.people.set_conflict(app014, PersonId("M. Adler"), ConflictOfInterest.EXCLUDED)
    report = export(uow, tmp_path, ANNOTATED)
    assert (report.files, [one.place for one in report.left_out]) == ((), [NUMBER])
    with pytest.raises(MendableError, match="conflict_excluded"):
        export(uow, tmp_path, replace(ANNOTATED, numbers=frozenset({NUMBER})))


def test_without_names_there_is_none(uow: UnitOfWork, tmp_path: Path) -> None:
    with pytest.raises(MendableError, match="annotated_with_names"):
        export_all(uow, tmp_path / "out", [replace(ANNOTATED, variant=Variant.PSEUDONYMOUS)])
    assert not (tmp_path / "out").exists()


def test_a_copy_that_differs_from_the_store_is_loud_and_not_written(
    uow: UnitOfWork, app014: ApplicationId, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (annex,) = annexed(uow, app014, ("A03", "A03.pdf", papers.paper("a")))
    marked(uow, app014, annex)
    monkeypatch.setattr(annotated_annexes, "count_annotations", lambda *_: AnnotationCount(0, 0))
    with pytest.raises(BrokenError, match="self_check_failed"):
        export(uow, tmp_path, ANNOTATED)
    assert list(tmp_path.glob("**/*.pdf")) == []


@pytest.mark.parametrize(
    ("name", "safe"),
    [("a/b\\c:d", "a-b-c-d"), ("x\x00\n", "x--"), ("Ende. .", "Ende"), ("ü" * 200, "ü" * 90), ("..", "")],
)
def test_names_that_every_file_system_takes(name: str, safe: str) -> None:
    assert safe_name(name) == safe
