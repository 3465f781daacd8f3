"""Searching the round: what is found, by whom, and from an index in any state."""

import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from db.store import Store
from reviewer_app.domain.annotations.annotation import Annotation, Kind, Link, MarkStyle, Quote, WholePlace
from reviewer_app.domain.application import Annex, Application, Form
from reviewer_app.domain.errors import MendableError
from reviewer_app.domain.ids import AnnotationId, ApplicationId, PersonId
from reviewer_app.domain.reviews.conflict import ConflictOfInterest
from reviewer_app.domain.reviews.permissions import Role
from reviewer_app.domain.reviews.review import Person, ReviewOrigin, ReviewState
from reviewer_app.exchange.catalogue.file import default_catalogue
from reviewer_app.exchange.file_kind import CSV
from reviewer_app.services.ports import UnitOfWork, Workspace
from reviewer_app.services.search.access import Hit, SearchFilter, Where
from reviewer_app.services.search.indexing import Indexer, IndexProgress, index_all
from reviewer_app.services.search.searching import Hits, search
from tests.factories.papers import paper
from tests.services.conftest import NOW

CHAIR, ADLER, TAMM = PersonId("R. Vogelsang"), PersonId("M. Adler"), PersonId("K. Tamm")
ONE, TWO = ApplicationId("1" * 32), ApplicationId("2" * 32)
PAGES = ("Die Wertschöpfung steigt.", "Nichts davon.", "Übergabe in der Straße am Förderturm")
TABLE = "Mitglied;Ort\nQuarzwerk;Jena\nLinsenhof;Ilmenau\n"


@pytest.fixture(scope="module")
def round_file(tmp_path_factory: pytest.TempPathFactory) -> bytes:
    """Give a round of two applications, indexed, as the bytes of its file."""
    folder = tmp_path_factory.mktemp("search")
    store = Store(lambda: NOW, lambda: folder)
    made = store.begin(folder / "runde.votum", default_catalogue(), "Runde", date(2026, 10, 1))
    try:
        with made.unit_of_work() as uow:
            _fill(uow)
            uow.commit()
        index_all(made)
    finally:
        made.close()
    return (folder / "runde.votum").read_bytes()


def _fill(uow: UnitOfWork) -> None:
    for member, (who, role) in enumerate(((CHAIR, Role.CHAIR), (ADLER, Role.REVIEWER), (TAMM, Role.REVIEWER)), 1):
        uow.people.put(Person(who, who, member, role))
    work_as(uow, TAMM)
    pdf, csv = paper(*PAGES), TABLE.encode()
    annexes = []
    for kind, name, data, media in (("A03", "A03.pdf", pdf, "application/pdf"), ("A01", "A01.csv", csv, CSV)):
        sha256, size = uow.files.add(iter([data]))
        annexes.append(Annex(kind, name, sha256, size, media, 3 if kind == "A03" else 0))
    catalogue = uow.rounds.get().catalogue
    form = Form({"kurzprofil": "Fördert die Photonik", "tech_primaer": "photonik"})
    for key, number, papers in ((ONE, "GC-2026-001", tuple(annexes)), (TWO, "GC-2026-002", ())):
        uow.applications.add(Application(key, number, number, "aufnahme", catalogue, form=form, annexes=papers), number)
    for who in (ADLER, TAMM):
        review = uow.reviews.create(ONE, who, ReviewOrigin.DESK, NOW)
        uow.reviews.set_rationale(review.id, "B3", f"Zähes Urteil von {who}", NOW, who)
        uow.reviews.set_overall(review.id, "Gesamtblick", NOW, who)
    _annotate(uow, "3" * 32, TAMM, "Seltsame Bemerkung", private=False)
    _annotate(uow, "4" * 32, TAMM, "Geheime Bemerkung", private=True)


def _annotate(uow: UnitOfWork, key: str, who: PersonId, note: str, *, private: bool) -> None:
    uow.annotations.put(
        Annotation(
            AnnotationId(key),
            ONE,
            WholePlace(),
            Kind.DOUBT,
            MarkStyle.NOTE,
            who,
            NOW,
            NOW,
            Quote(),
            note,
            private=private,
            links=(Link("A2"),),
        ),
        who,
    )


@pytest.fixture
def path(round_file: bytes, tmp_path: Path) -> Path:
    path = tmp_path / "runde.votum"
    path.write_bytes(round_file)
    return path


@pytest.fixture
def workspace(path: Path, tmp_path: Path) -> Iterator[Workspace]:
    opened = Store(lambda: NOW, lambda: tmp_path).open(path)
    yield opened
    opened.close()


type Find = Callable[..., tuple[Hit, ...]]


@pytest.fixture
def find(workspace: Workspace) -> Find:
    """Give a function that searches as somebody."""

    def find_as(typed: str, who: PersonId = CHAIR, wanted: SearchFilter | None = None) -> tuple[Hit, ...]:
        with workspace.unit_of_work() as uow:
            work_as(uow, who)
            return search(uow, typed, wanted).hits

    return find_as


def work_as(uow: UnitOfWork, who: PersonId) -> None:
    uow.rounds.put(replace(uow.rounds.get(), me=who))


def hand_in(workspace: Workspace, *people: PersonId) -> None:
    with workspace.unit_of_work() as uow:
        for who in people:
            review = uow.reviews.find(ONE, who)
            assert review is not None
            uow.reviews.set_state(review.id, ReviewState.SUBMITTED, NOW, who)
        uow.commit()


@pytest.mark.parametrize(
    ("typed", "where", "annex", "page", "field", "row", "word"),
    [
        ("wertschoepf", Where.ANNEX, "A03", 1, "", None, "Wertschöpfung"),
        ("STRASSE foerderturm", Where.ANNEX, "A03", 3, "", None, "Straße"),
        ('"in der Straße"', Where.ANNEX, "A03", 3, "", None, "in der Straße"),
        ("linsenh", Where.ANNEX, "A01", None, "CSV", 3, "Linsenhof"),
    ],
)
def test_what_stands_in_an_annex_is_found_with_its_place(  # noqa: PLR0913, PLR0917 # reason: a table of cases
    find: Find, typed: str, where: Where, annex: str, page: int | None, field: str, row: int | None, word: str
) -> None:
    (hit,) = find(typed)
    assert (hit.application, hit.where, hit.annex, hit.page) == ("GC-2026-001", where, annex, page)
    assert (hit.field, hit.row) == (field, row)
    assert word in hit.snippet
    assert word in [hit.snippet[start:end] for start, end in hit.found] or " " in word


def test_forms_are_found_in_every_application_by_answer_and_by_the_words_of_a_choice(find: Find) -> None:
    assert [(one.application, one.field) for one in find("foerdert die")] == [
        ("GC-2026-001", "kurzprofil"),
        ("GC-2026-002", "kurzprofil"),
    ]
    assert {one.field for one in find("Photonik")} == {"kurzprofil", "tech_primaer"}


def test_what_one_passage_holds_comes_before_what_a_text_holds_apart_also_where_few_are_wanted(
    workspace: Workspace,
) -> None:
    apart = "Die Wirkung ist belegt. " + "Es folgt noch mehr. " * 9 + "Nutzen für KMU."
    texts = [
        ("B1", apart),
        ("C1", "Wirkung und Nutzen für KMU."),
        ("D1", apart),
        ("D2", "KMU: Wirkung unklar, 54 neu."),
    ]
    with workspace.unit_of_work() as uow:
        review = uow.reviews.find(ONE, TAMM)
        assert review is not None
        for criterion, text in texts:
            uow.reviews.set_rationale(review.id, criterion, text, NOW, TAMM)
        uow.commit()
    read = {}
    for way in ("read", "indexed"):
        with workspace.unit_of_work() as uow:
            work_as(uow, TAMM)
            read[way] = search(uow, "wirkung kmu").hits
            few = search(uow, "wirkung kmu", most=2)
            assert [one.field for one in search(uow, "54").hits] == ["D2"]
            assert search(uow, "5 neu").hits == ()
        index_all(workspace)
    assert [(one.field, one.together) for one in read["read"]] == [
        ("C1", True),
        ("D2", True),
        ("B1", False),
        ("D1", False),
    ]
    assert read["indexed"] == read["read"]
    assert (few.hits, few.more) == (read["read"][:2], True)
    for hit in read["read"]:
        assert {"wirkung", "kmu"} <= {hit.snippet[start:end].lower() for start, end in hit.found}


def test_a_phrase_is_no_beginning_and_nothing_finds_nothing(find: Find) -> None:
    assert find('"in der Stra"') == ()
    assert len(find('"in der Stra*"')) == 1
    assert find("–") == ()
    assert find("wertschöpfung nirgends") == ()


def test_a_phrase_is_found_over_the_end_of_a_page_where_it_begins(find: Find) -> None:
    (hit,) = find('"steigt nichts"')
    assert (hit.annex, hit.page, hit.snippet) == ("A03", 1, "Die Wertschöpfung steigt. Nichts davon.")
    assert [hit.snippet[start:end] for start, end in hit.found] == ["steigt. Nichts"]
    assert [one.page for one in find('"davon uebergabe in"')] == [2]
    assert find('"steigt davon"') == ()


def test_filters_leave_one_application_or_what_bears_on_a_criterion(find: Find, workspace: Workspace) -> None:
    assert {one.application for one in find("photonik", CHAIR, SearchFilter("GC-2026-002"))} == {"GC-2026-002"}
    hand_in(workspace, TAMM)
    assert [one.where for one in find("bemerkung urteil", TAMM)] == []
    assert [one.field for one in find("zähes", TAMM, SearchFilter(criterion="B3"))] == ["B3"]
    assert find("zähes", TAMM, SearchFilter(criterion="A2")) == ()
    assert len(find("seltsame", TAMM, SearchFilter(criterion="A2"))) == 1
    with pytest.raises(MendableError, match="unknown_application"):
        find("photonik", CHAIR, SearchFilter("GC-2026-999"))
    with pytest.raises(MendableError, match="unknown_criterion"):
        find("photonik", CHAIR, SearchFilter(criterion="Z9"))


@pytest.mark.parametrize("indexed", [True, False])
@pytest.mark.parametrize(
    ("where", "typed"),
    [(Where.FORM, "photonik"), (Where.ANNEX, "in"), (Where.RATIONALE, "u"), (Where.ANNOTATION, "bemerkung")],
)
def test_a_filter_leaves_one_kind_from_the_index_and_from_what_is_read(
    find: Find, workspace: Workspace, where: Where, typed: str, indexed: bool
) -> None:
    hand_in(workspace, TAMM)
    if not indexed:
        with workspace.unit_of_work() as uow:
            uow.search.prepare()
            uow.commit()
    everything = find(typed, TAMM)
    found = find(typed, TAMM, SearchFilter(where=where))
    assert found
    assert found == tuple(one for one in everything if one.where is where)


def test_a_draft_finds_its_author_alone(find: Find) -> None:
    assert [(one.field, one.reviewer) for one in find("urteil", ADLER)] == [("B3", ADLER)]
    assert find("urteil", CHAIR) == ()
    assert find("seltsame", CHAIR) == ()
    assert [one.annotation for one in find("bemerkung", TAMM)] == ["3" * 32, "4" * 32]


def test_a_reviewer_finds_what_others_handed_in_after_handing_in_oneself(find: Find, workspace: Workspace) -> None:
    hand_in(workspace, TAMM)
    assert {one.reviewer for one in find("urteil", ADLER)} == {ADLER}
    assert find("bemerkung", ADLER) == ()
    assert {one.reviewer for one in find("urteil gesamtblick", CHAIR)} == set()
    assert {one.reviewer for one in find("urteil", CHAIR)} == {TAMM}
    hand_in(workspace, ADLER)
    assert {one.reviewer for one in find("urteil", ADLER)} == {ADLER, TAMM}
    assert [one.snippet for one in find("bemerkung", ADLER)] == ["Seltsame Bemerkung"]


@pytest.mark.parametrize(
    ("who", "statement", "found"),
    [
        (ADLER, ConflictOfInterest.NONE, {"GC-2026-001", "GC-2026-002"}),
        (ADLER, ConflictOfInterest.OPEN, {"GC-2026-002"}),
        (ADLER, ConflictOfInterest.EXCLUDED, {"GC-2026-002"}),
        (CHAIR, ConflictOfInterest.OPEN, {"GC-2026-001", "GC-2026-002"}),
        (CHAIR, ConflictOfInterest.EXCLUDED, {"GC-2026-002"}),
    ],
)
def test_a_conflict_statement_opens_an_application(
    find: Find, workspace: Workspace, who: PersonId, statement: ConflictOfInterest, found: set[str]
) -> None:
    with workspace.unit_of_work() as uow:
        uow.people.set_conflict(ONE, who, statement)
        uow.commit()
    assert {one.application for one in find("photonik", who)} == found
    assert bool(find("wertschöpfung", who)) == ("GC-2026-001" in found)


def test_what_is_written_after_indexing_is_found_at_once(find: Find, workspace: Workspace) -> None:
    with workspace.unit_of_work() as uow:
        review = uow.reviews.find(ONE, ADLER)
        assert review is not None
        uow.reviews.set_rationale(review.id, "B3", "Knappes Nein", NOW, ADLER)
        uow.commit()
    for _ in range(2):
        assert find("zähes", ADLER) == ()
        assert [one.snippet for one in find("knappes", ADLER)] == ["Knappes Nein"]
        index_all(workspace)


def test_a_new_version_of_a_form_replaces_the_old_one(find: Find, workspace: Workspace) -> None:
    with workspace.unit_of_work() as uow:
        new = replace(uow.applications.get(TWO), version=2, form=Form({"kurzprofil": "Optik statt dessen"}))
        uow.applications.add(new, "neu")
        uow.commit()
    for _ in range(2):
        assert {one.application for one in find("foerdert die")} == {"GC-2026-001"}
        assert [one.application for one in find("optik")] == ["GC-2026-002"]
        index_all(workspace)


# The index in any state


def results(workspace: Workspace, *, whole: bool = True, most: int = 0) -> list[Hits]:
    asked = (
        "photonik",
        '"steigt nichts"',
        "wertschöpf",
        '"in der Straße"',
        "urteil",
        "bemerkung",
        "linsenhof",
        "a",
        "e",
    )
    with workspace.unit_of_work() as uow:
        return [search(uow, typed, whole=whole, most=most) for typed in asked]


def without_index(path: Path) -> None:
    with closing(sqlite3.connect(path)) as raw:
        for table in ("search_words", "search_texts", "search_units"):
            raw.execute(f"DROP TABLE {table}")
        raw.commit()


@pytest.fixture
def expected(round_file: bytes, tmp_path: Path) -> list[Hits]:
    path = tmp_path / "whole.votum"
    path.write_bytes(round_file)
    opened = Store(lambda: NOW, lambda: tmp_path).open(path, read_only=True)
    try:
        return results(opened)
    finally:
        opened.close()


def test_reading_finds_what_the_index_finds(path: Path, tmp_path: Path, expected: list[Hits]) -> None:
    without_index(path)
    opened = Store(lambda: NOW, lambda: tmp_path).open(path, read_only=True)
    try:
        assert results(opened) == expected
        quick = results(opened, whole=False)
        assert [one.unread for one in quick] == [2] * len(quick)
        assert quick[0] == Hits(expected[0].hits, unread=2)
    finally:
        opened.close()


@pytest.mark.parametrize(
    "harm",
    [
        "DELETE FROM search_words_data",
        "DELETE FROM search_units",
        "DELETE FROM search_texts",
        "UPDATE search_words_data SET block = x'00ff00ff'",
        "DROP TABLE search_texts",
    ],
)
def test_a_lost_or_damaged_index_is_made_again(path: Path, tmp_path: Path, expected: list[Hits], harm: str) -> None:
    with closing(sqlite3.connect(path)) as raw:
        raw.execute(harm)
        raw.commit()
    opened = Store(lambda: NOW, lambda: tmp_path).open(path)
    try:
        first = results(opened)
        with opened.unit_of_work() as uow:
            Indexer().remake(uow)
        index_all(opened)
        if any(one.lost for one in first):
            assert [one.hits for one in first] == [one.hits for one in expected]
        assert results(opened) == expected
    finally:
        opened.close()
    assert Store(lambda: NOW, lambda: tmp_path).check(path) == ()


def test_indexing_in_slices_ends_and_says_how_far_it_is(path: Path, tmp_path: Path, expected: list[Hits]) -> None:
    without_index(path)
    opened = Store(lambda: NOW, lambda: tmp_path).open(path)
    try:
        indexer = Indexer()
        told: list[IndexProgress] = []
        while not told or not told[-1].finished:
            with opened.unit_of_work() as uow:
                told.append(indexer.step(uow, seconds=0.0))
        done = [one.done for one in told]
        assert done == sorted(done)
        assert told[-1].done == told[-1].total == 7
        assert len(told) > 7
        assert results(opened) == expected
        with opened.unit_of_work() as uow:
            assert uow.search.pending().units == ()
    finally:
        opened.close()


def test_a_limit_says_that_there_is_more(workspace: Workspace) -> None:
    with workspace.unit_of_work() as uow:
        work_as(uow, CHAIR)
        found = search(uow, "photonik", most=3)
    assert (len(found.hits), found.more) == (3, True)
