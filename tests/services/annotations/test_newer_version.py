"""A newer version of an annex comes in: what was marked is found again, marked as reworded, or orphaned and said so."""

import io
import textwrap
from collections.abc import Sequence
from dataclasses import replace
from difflib import SequenceMatcher
from pathlib import Path
from random import Random

import pikepdf

from reviewer_app.domain.annotations.annotation import AnchorState, Annotation, Kind, MarkStyle, PagePlace, Quote
from reviewer_app.domain.application import Application
from reviewer_app.domain.text.letters import letters
from reviewer_app.exchange.annex.pdf import open_document
from reviewer_app.exchange.annex.text import read_layer
from reviewer_app.services.annexes.passwords import forget_typed, password_of
from reviewer_app.services.annotations.editing import (
    AnnotationDraft,
    annotations,
    change,
    mark,
    put_back,
    remove,
    store_all,
)
from reviewer_app.services.annotations.locating import annex_of, quote_spot, rect_spot, span_spot
from reviewer_app.services.annotations.unlocking import unlock
from reviewer_app.services.intake.files import FileReport, TakeOutcome, take
from reviewer_app.services.ports import UnitOfWork
from tests.factories import revisions
from tests.factories.pages import pages
from tests.factories.papers import locked
from tests.factories.scans import scanned
from tests.services.conftest import NOW

NUMBER = "GC-2026-500"
LINE = 10


def lines(*texts: str) -> list[tuple[float, float, str]]:
    return [(20, 280 - LINE * number, text) for number, text in enumerate(texts)]


OLD = [
    lines("Satzung", "Der Verein hat 54 Mitglieder, davon 30 aus der", "Wertschöpfung. Der Beitrag ist 120 Euro."),
    lines("Netzwerk", "Es wirkt in drei Regionen des Landes und darüber hinaus.", "Ende"),
    lines("Anhang", "Liste der Gründungsmitglieder nach ihrem Sitz"),
]


def taken(uow: UnitOfWork, tmp_path: Path, version: str, data: bytes, kind: str = "A03_Satzung") -> FileReport:
    folder = tmp_path / version / f"{NUMBER} Lichtnetz"
    folder.mkdir(parents=True)
    (folder / f"{kind}.pdf").write_bytes(data)
    report = take(uow, folder, NOW)
    assert report.outcome in (TakeOutcome.TAKEN, TakeOutcome.UPDATED)
    return report


def application(uow: UnitOfWork) -> Application:
    found = uow.applications.find(NUMBER)
    assert found is not None
    return found


def marked(uow: UnitOfWork, page: int, words: str) -> Annotation:
    spot = quote_spot(uow, NUMBER, "A03", page, words)
    return mark(uow, application(uow).id, AnnotationDraft(spot.place, MarkStyle.HIGHLIGHT, quote=spot.quote), NOW).value


def now(uow: UnitOfWork, one: Annotation) -> Annotation:
    found = uow.annotations.find(one.id)
    assert found is not None
    return found


def messages(report: FileReport) -> dict[str, str]:
    return {
        one.code.removeprefix("annotations_"): str(one.params["n"])
        for one in report.messages
        if one.code.startswith("annotations_")
    }


def test_each_is_found_reworded_or_orphaned_and_the_import_says_how_many(uow: UnitOfWork, tmp_path: Path) -> None:
    taken(uow, tmp_path, "1", pages(OLD))
    kept = marked(uow, 0, "davon 30 aus der Wertschöpfung")
    changed = marked(uow, 1, "in drei Regionen des Landes und darüber hinaus")
    gone = marked(uow, 2, "Liste der Gründungsmitglieder nach ihrem Sitz")
    new = [
        lines("Vorwort", "Ganz neu."),
        lines(
            "Satzung", "Der Verein hat 54 Mitglieder, davon 30", "aus der Wert-", "schöpfung. Der Beitrag ist 120 Euro."
        ),
        lines("Netzwerk", "Es wirkt in vier Regionen des Landes und darüber hinaus.", "Ende"),
        lines("Anhang", "entfällt"),
    ]
    report = taken(uow, tmp_path, "2", pages(new))
    assert messages(report) == {"moved": "1", "reworded": "1", "orphaned": "1"}
    sha256 = annex_of(application(uow), "A03").sha256
    kept_now, changed_now, gone_now = (now(uow, one) for one in (kept, changed, gone))
    assert isinstance(kept_now.target, PagePlace)
    assert (kept_now.target.sha256, kept_now.page, len(kept_now.target.quads)) == (sha256, 1, 3)
    assert (kept_now.quote.text, kept_now.reworded) == ("davon 30 aus der Wertschöpfung", False)
    assert (changed_now.page, changed_now.reworded) == (2, True)
    assert changed_now.quote.text == "in vier Regionen des Landes und darüber hinaus"
    assert (gone_now.state, gone_now.target) == (AnchorState.ORPHANED, gone.target)
    assert [one.annotation.state for one in annotations(uow, NUMBER)].count(AnchorState.ORPHANED) == 1
    back = taken(uow, tmp_path, "3", pages(OLD))
    assert messages(back) == {"moved": "2", "reworded": "1"}
    assert now(uow, gone).state is AnchorState.ANCHORED
    assert now(uow, changed).quote.text == changed.quote.text


def test_what_nobody_changed_stays_without_a_word(uow: UnitOfWork, tmp_path: Path) -> None:
    taken(uow, tmp_path, "1", pages(OLD))
    one = marked(uow, 0, "54 Mitglieder")
    report = taken(uow, tmp_path, "2", pages(OLD[:1]), "A05_Budget")
    assert (messages(report), now(uow, one)) == ({}, one)


def test_an_area_needs_the_same_page_at_the_same_place(uow: UnitOfWork, tmp_path: Path) -> None:
    taken(uow, tmp_path, "1", pages(OLD))
    area = rect_spot(uow, NUMBER, "A03", 1, (10, 200, 390, 290))
    note = PagePlace("A03", "A03_Satzung.pdf", annex_of(application(uow), "A03").sha256, 1)
    made = [
        mark(uow, application(uow).id, AnnotationDraft(area.place, MarkStyle.AREA, Kind.QUESTION), NOW).value,
        mark(uow, application(uow).id, AnnotationDraft(note, MarkStyle.PAGE_NOTE, note="Woher?"), NOW).value,
    ]
    taken(uow, tmp_path, "2", pages([OLD[2], *OLD]))
    assert [(now(uow, one).page, now(uow, one).state) for one in made] == [(2, AnchorState.ANCHORED)] * 2
    shifted = [(x + 30, y, text) for x, y, text in OLD[1]]
    taken(uow, tmp_path, "3", pages([OLD[0], shifted]))
    assert [now(uow, one).state for one in made] == [AnchorState.ORPHANED, AnchorState.ANCHORED]


def marked_by_others(data: bytes, note: str = "Gesehen") -> bytes:
    """Give the PDF as a program saves it that only put a mark into it: the pages are what they were."""
    out = io.BytesIO()
    with pikepdf.open(io.BytesIO(data)) as pdf:
        square = pikepdf.Dictionary(
            Type=pikepdf.Name.Annot, Subtype=pikepdf.Name.Square, Rect=[20, 20, 90, 90], C=[1, 0, 0], Contents=note
        )
        pdf.pages[0].obj.Annots = pikepdf.Array([pdf.make_indirect(square)])
        pdf.save(out)
    return out.getvalue()


def test_a_scan_that_shows_the_same_keeps_what_was_marked_on_it(uow: UnitOfWork, tmp_path: Path) -> None:
    old = scanned(pages(OLD))
    taken(uow, tmp_path, "1", old)
    area = rect_spot(uow, NUMBER, "A03", 0, (10, 200, 390, 290))
    note = replace(area.place, area=None)
    made = [
        mark(uow, application(uow).id, AnnotationDraft(area.place, MarkStyle.AREA), NOW).value,
        mark(uow, application(uow).id, AnnotationDraft(note, MarkStyle.PAGE_NOTE, note="Woher?"), NOW).value,
    ]
    taken(uow, tmp_path, "2", marked_by_others(old))
    newest = annex_of(application(uow), "A03").sha256
    for one in made:
        found = now(uow, one)
        assert found.state is AnchorState.ANCHORED
        assert isinstance(one.target, PagePlace)
        assert found.target == replace(one.target, sha256=newest)
    other = [
        lines("Satzung", "Der Verein hat 84 Mitglieder, davon 30 aus der", "Wertschöpfung. Der Beitrag ist 120 Euro.")
    ]
    taken(uow, tmp_path, "3", scanned(pages([*other, *OLD[1:]])))
    assert [now(uow, one).state for one in made] == [AnchorState.ORPHANED] * 2


def test_what_stands_there_again_and_again_stays_on_a_page_that_shows_the_same(uow: UnitOfWork, tmp_path: Path) -> None:
    again = pages([lines(*["54 Mitglieder"] * 25)])
    taken(uow, tmp_path, "1", again)
    spot = quote_spot(uow, NUMBER, "A03", 0, "54 Mitglieder", nth=12)
    one = mark(uow, application(uow).id, AnnotationDraft(spot.place, MarkStyle.HIGHLIGHT, quote=spot.quote), NOW).value
    taken(uow, tmp_path, "2", marked_by_others(again))
    found = now(uow, one)
    assert found.state is AnchorState.ANCHORED
    assert isinstance(found.target, PagePlace)
    assert found.target.quads == spot.place.quads


def test_a_page_that_shows_the_same_elsewhere_in_its_space_keeps_nothing(uow: UnitOfWork, tmp_path: Path) -> None:
    old = scanned(pages(OLD[:1]))
    taken(uow, tmp_path, "1", old)
    area = rect_spot(uow, NUMBER, "A03", 0, (10, 200, 390, 290))
    one = mark(uow, application(uow).id, AnnotationDraft(area.place, MarkStyle.AREA), NOW).value
    moved = io.BytesIO()
    with pikepdf.open(io.BytesIO(old)) as pdf:
        pdf.pages[0].contents_add(b"q 1 0 0 1 100 100 cm", prepend=True)
        pdf.pages[0].contents_add(b"Q")
        pdf.pages[0].obj.MediaBox = pikepdf.Array([100, 100, 500, 400])
        pdf.save(moved)
    taken(uow, tmp_path, "2", moved.getvalue())
    assert now(uow, one).state is AnchorState.ORPHANED


def test_a_newer_version_locked_as_the_one_before_is_looked_into(uow: UnitOfWork, tmp_path: Path) -> None:
    taken(uow, tmp_path, "1", locked(pages(OLD)))
    unlock(uow, annex_of(application(uow), "A03").sha256, "u", NOW, keep=False)
    one = marked(uow, 0, "54 Mitglieder")
    taken(uow, tmp_path, "2", locked(pages([OLD[2], *OLD])))
    newest = annex_of(application(uow), "A03").sha256
    assert (now(uow, one).state, now(uow, one).page) == (AnchorState.ANCHORED, 1)
    assert password_of(uow, newest) == ""
    forget_typed()
    taken(uow, tmp_path, "3", locked(pages(OLD)))
    assert now(uow, one).state is AnchorState.ORPHANED


def test_words_without_a_quote_are_taken_from_what_the_quads_cover(uow: UnitOfWork, tmp_path: Path) -> None:
    taken(uow, tmp_path, "1", pages(OLD))
    spot = quote_spot(uow, NUMBER, "A03", 0, "54 Mitglieder")
    one = mark(uow, application(uow).id, AnnotationDraft(spot.place, MarkStyle.UNDERLINE, quote=Quote()), NOW).value
    taken(uow, tmp_path, "2", pages([OLD[2], *OLD]))
    found = now(uow, one)
    assert (found.page, found.quote.text) == (1, "54 Mitglieder")


def test_a_file_that_can_no_longer_be_read_orphans(uow: UnitOfWork, tmp_path: Path) -> None:
    taken(uow, tmp_path, "1", pages(OLD))
    one = marked(uow, 0, "54 Mitglieder")
    closed = io.BytesIO()
    with pikepdf.open(io.BytesIO(pages(OLD[:1]))) as pdf:
        pdf.save(closed, encryption=pikepdf.Encryption(owner="o", user="geheim"))
    assert messages(taken(uow, tmp_path, "2", closed.getvalue())) == {"orphaned": "1"}
    assert now(uow, one).target == one.target


def drawn(texts: Sequence[str]) -> bytes:
    """Give a PDF of texts, each of their lines broken where the page ends."""
    rows = [[row for line in text.splitlines() for row in textwrap.wrap(line, 120)] for text in texts]
    return pages([[(10, 292 - 6 * number, row) for number, row in enumerate(page)] for page in rows], size=5)


def test_in_pdf_files_too_nothing_moves_to_a_wrong_place(uow: UnitOfWork, tmp_path: Path) -> None:
    random = Random(20261127)  # noqa: S311  # a fixed seed, not a secret
    old = revisions.pages(random)
    new = revisions.revised(random, old, revisions.corrected, revisions.wrapped, inserted=1)
    fresh = new.pages
    taken(uow, tmp_path, "1", drawn(old))
    made: list[tuple[Annotation, str, set[int]]] = []
    annex = annex_of(application(uow), "A03")
    with open_document(uow.files.read(annex.sha256)) as document:
        for page, text in enumerate(old):
            layer = read_layer(document, page)
            on_page, said = letters(layer.text), letters(text)
            assert on_page.text == said.text
            for _ in range(5):
                start = random.randrange(len(said.text) - 80)
                place = new.where(page, *said.span(start, start + 80))
                wanted = "".join(fresh[where][index] for where, index in sorted(place))
                spot = span_spot(annex, page, layer, *on_page.span(start, start + 80))
                draft = AnnotationDraft(spot.place, MarkStyle.HIGHLIGHT, quote=spot.quote)
                one = mark(uow, application(uow).id, draft, NOW).value
                made.append((one, letters(wanted).text, {where for where, _ in place}))
    taken(uow, tmp_path, "2", drawn(fresh))
    moved = [(now(uow, one), wanted, where) for one, wanted, where in made]
    anchored = [each for each in moved if each[0].state is AnchorState.ANCHORED]
    right = [
        one
        for one, wanted, where in anchored
        if one.page in where and SequenceMatcher(None, letters(one.quote.text).text, wanted).ratio() > 0.7
    ]
    assert len(right) == len(anchored)
    assert len(right) >= 0.75 * len(made)


def test_undo_after_a_newer_version_never_leads_back_into_the_older_file(uow: UnitOfWork, tmp_path: Path) -> None:
    taken(uow, tmp_path, "1", pages(OLD))
    noted, deleted, gone = (
        marked(uow, 0, "davon 30 aus der Wertschöpfung"),
        marked(uow, 1, "in drei Regionen des Landes"),
        marked(uow, 2, "Liste der Gründungsmitglieder nach ihrem Sitz"),
    )
    change(uow, noted.id, NOW, note="Stimmt das?")
    for one in (deleted, gone):
        remove(uow, one.id, NOW)
    taken(uow, tmp_path, "2", pages([lines("Vorwort", "Ganz neu."), *OLD[:2]]))
    sha256 = annex_of(application(uow), "A03").sha256
    for one, page in ((noted, 1), (deleted, 2)):
        found = put_back(uow, one, NOW).value
        assert isinstance(found.target, PagePlace)
        assert (found.target.sha256, found.page, found.note, found.quote) == (sha256, page, "", one.quote)
    lost = store_all(uow, [gone], lambda: NOW).value[0]
    assert (lost.state, lost.target) == (AnchorState.ORPHANED, gone.target)
    assert now(uow, gone).state is AnchorState.ORPHANED
