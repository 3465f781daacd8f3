"""Evidence in form and tables goes along with a newer version, says where words changed, and is named in lists."""

from dataclasses import replace
from datetime import datetime, timedelta

import pytest

from reviewer_app.domain.annotations.annotation import AnchorState, Annotation, FieldPlace, Link, MarkStyle, Quote
from reviewer_app.domain.application import Annex, Application, Form
from reviewer_app.domain.ids import ApplicationId
from reviewer_app.services.annotations.editing import AnnotationDraft, annotations, change, mark, put_back, remove
from reviewer_app.services.annotations.newer_version import move_annotations
from reviewer_app.services.export.evidence import evidence_list
from reviewer_app.services.ports import UnitOfWork
from tests.services.conftest import NOW

NUMBER = "GC-2026-014"
OLD = "Name;Art\nWerra AG;KMU\nSaale GmbH;KMU\nIlm e. V.;Verein\n"


def version(uow: UnitOfWork, application: ApplicationId, count: int, table: str, at: datetime = NOW) -> Application:
    """Bring in a version with this answer and this member list."""
    sha256, size = uow.files.add(iter([table.encode()]))
    before = uow.applications.get(application)
    annex = Annex("A01", "A01.csv", sha256, size, "text/csv")
    form = Form(values={"cluster_name": "Werratal", "akt_gesamt": count})
    after = replace(before, version=before.version + 1, annexes=(annex,), form=form, imported_at=at)
    uow.applications.add(after, str(count) + table[:20])
    return after


def marked(uow: UnitOfWork, application: ApplicationId, place: FieldPlace, words: str) -> Annotation:
    draft = AnnotationDraft(place, MarkStyle.NOTE, quote=Quote(words), links=(Link("B3"),))
    return mark(uow, application, draft, NOW).value


def moved(uow: UnitOfWork, one: Annotation, before: Application, after: Application) -> Annotation:
    move_annotations(uow, before, after, NOW)
    found = uow.annotations.find(one.id)
    assert found is not None
    return found


def test_a_field_whose_answer_changed_says_so_with_the_answer_of_now(uow: UnitOfWork, app014: ApplicationId) -> None:
    before = version(uow, app014, 172, OLD)
    one = marked(uow, app014, FieldPlace("akt_gesamt"), "172")
    name = marked(uow, app014, FieldPlace("cluster_name"), "Werratal")
    after = version(uow, app014, 169, OLD)
    found = moved(uow, one, before, after)
    assert (found.quote.text, found.reworded, found.state) == ("169", True, AnchorState.ANCHORED)
    assert uow.annotations.find(name.id) == name


@pytest.mark.parametrize(
    ("column", "table", "expected"),
    [
        ("", "Name;Art\nSaale GmbH;KMU\nWerra AG;KMU\n", (1, "Saale GmbH · KMU", False)),
        ("", "Name;Art\nWerra AG;KMU\nIlm e. V.;Verein\nSaale GmbH;Groß\n", (3, "Saale GmbH · Groß", True)),
        ("B", "Name;Art\nWerra AG;KMU\nSaale GmbH;Groß\n", (2, "Groß", True)),
        ("A", "Name;Art\nSaale GmbH;Groß\n", (1, "Saale GmbH · KMU", False)),
    ],
)
def test_a_row_of_an_annex_table_goes_with_its_name(
    uow: UnitOfWork, app014: ApplicationId, column: str, table: str, expected: tuple[int, str, bool]
) -> None:
    before = version(uow, app014, 1, OLD)
    one = marked(uow, app014, FieldPlace("A01!CSV", 2, column), "Saale GmbH · KMU")
    found = moved(uow, one, before, version(uow, app014, 1, table))
    assert found.target == FieldPlace("A01!CSV", expected[0], column)
    assert (found.quote.text, found.reworded) == expected[1:]


def test_a_row_that_is_gone_waits_for_a_person(uow: UnitOfWork, app014: ApplicationId) -> None:
    before = version(uow, app014, 1, OLD)
    one = marked(uow, app014, FieldPlace("A01!CSV", 2), "Saale GmbH · KMU")
    other = marked(uow, app014, FieldPlace("A01!Blatt", 1), "weg")
    after = version(uow, app014, 1, "Name;Art\nWerra AG;KMU\n")
    assert moved(uow, one, before, after).state is AnchorState.ORPHANED
    assert moved(uow, other, before, after).state is AnchorState.ORPHANED


def test_undo_after_a_newer_version_finds_the_row_again(uow: UnitOfWork, app014: ApplicationId) -> None:
    before = version(uow, app014, 172, OLD)
    kept = marked(uow, app014, FieldPlace("A01!CSV", 2), "Saale GmbH · KMU")
    deleted = marked(uow, app014, FieldPlace("A01!CSV", 1), "Werra AG · KMU")
    change(uow, kept.id, NOW, note="Wirklich?")
    remove(uow, deleted.id, NOW)
    later = NOW + timedelta(minutes=1)
    moved_rows = OLD.replace("Werra AG", "Bode KG;KMU\nWerra AG")
    after = version(uow, app014, 172, moved_rows, later)
    move_annotations(uow, before, after, later)
    for one, row in ((kept, 3), (deleted, 2)):
        found = put_back(uow, one, later).value
        assert (found.target, found.note, found.reworded) == (FieldPlace("A01!CSV", row), "", False)


def test_lists_name_field_and_place(uow: UnitOfWork, app014: ApplicationId) -> None:
    version(uow, app014, 172, OLD)
    marked(uow, app014, FieldPlace("cluster_name"), "Werratal")
    marked(uow, app014, FieldPlace("A01!CSV", 2, "B"), "KMU")
    marked(uow, app014, FieldPlace("A01!CSV", 3), "Ilm e. V.")
    found = annotations(uow, NUMBER)
    (group,) = evidence_list(uow, NUMBER, found, "de").groups
    label = next(one.label for one in found if one.label is not None)
    assert [line.source for line in group.lines] == [f"Formular, {label.read('de')}", "A01 CSV, B3", "A01 CSV, Zeile 4"]
    assert "cluster_name" not in group.lines[2].source


def test_a_cell_stays_in_its_file_when_another_of_the_kind_comes_before_it(
    uow: UnitOfWork, app014: ApplicationId
) -> None:
    before = version(uow, app014, 1, OLD)
    one = marked(uow, app014, FieldPlace("A01!CSV", 2, "A"), "Saale GmbH")
    (annex,) = before.annexes
    sha256, size = uow.files.add(iter([OLD.replace("KMU", "Groß").encode()]))
    other = Annex("A01", "A01 alt.csv", sha256, size, "text/csv")
    after = replace(before, version=before.version + 1, annexes=(other, annex))
    uow.applications.add(after, "two")
    found = moved(uow, one, before, after)
    assert (found.target, found.state) == (FieldPlace("A01 2!CSV", 2, "A"), AnchorState.ANCHORED)
    last = replace(after, version=after.version + 1, annexes=(annex,))
    uow.applications.add(last, "one")
    assert moved(uow, found, after, last).target == one.target
