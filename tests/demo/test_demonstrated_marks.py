"""The demo's reviewers marked what their reasons cite: at the very words, while reading, some of it for themselves."""

import re
from collections.abc import Mapping
from datetime import datetime, timedelta
from pathlib import Path

from db.store import Store
from reviewer_app.domain.annotations.annotation import Annotation, MarkStyle, PagePlace, Quote, Rect
from reviewer_app.domain.annotations.quotes import occurrences
from reviewer_app.domain.text.letters import letters
from reviewer_app.exchange.annex.pdf import PdfDocument
from reviewer_app.exchange.annex.text import TextLayerCache
from reviewer_app.services.annotations.editing import annotations
from reviewer_app.services.export.annotated_annexes import copies, write_copy
from reviewer_app.services.export.evidence import write_evidence
from reviewer_app.services.ports import UnitOfWork
from reviewer_app.services.round import switch_person
from tests.factories.stories import Story


def _everything(uow: UnitOfWork) -> dict[str, tuple[Annotation, ...]]:
    return {uow.applications.get(key).number: found for key, found in uow.annotations.all().items()}


def test_marks_stand_on_the_very_words(unit: UnitOfWork, bible: Mapping[str, Story]) -> None:
    told = {
        (number, kind, int(page) - 1, letters(quote).text)
        for number, story in bible.items()
        for line in story.of("P")
        for kind, page, quote in re.findall(r'(A\d\d):(\d+) [A-D]\d[+\-x] "([^"]*)"', line)
    }
    found = set()
    for number, marks in _everything(unit).items():
        files = {one.kind: one for one in unit.applications.get(marks[0].application).annexes}
        by_file: dict[str, list[Annotation]] = {}
        for one in marks:
            if isinstance(one.target, PagePlace) and one.target.area is None:
                assert one.target.sha256 == files[one.annex].sha256
                by_file.setdefault(one.target.sha256, []).append(one)
        for sha256, here in by_file.items():
            with PdfDocument(unit.files.read(sha256)) as document:
                texts = TextLayerCache(document)
                for one in here:
                    assert isinstance(one.target, PagePlace)
                    layer = texts.layer(one.target.page)
                    under = "".join(layer.text[index] for quad in one.target.quads for index in layer.inside(quad))
                    assert letters(under).text == letters(one.quote.text).text, (number, one.quote)
                    assert _fitting(layer.text, one.quote) == 1
                    found.add((number, one.annex, one.target.page, letters(one.quote.text).text))
    scanned = {one for one in told if one[:2] == ("GC-2026-011", "A06")}
    unread = {one for one in told if one[0] == "GC-2026-010"}
    assert told - found == scanned | unread


def _fitting(text: str, quote: Quote) -> int:
    """Count where a quote may stand: where its words are once, or else with what is before and after them."""
    places = occurrences(text, quote.text)
    before, after = letters(quote.before).text, letters(quote.after).text
    around = [(letters(text[:start]).text, letters(text[end:]).text) for start, end in places]
    fitting = sum(left.endswith(before) and right.startswith(after) for left, right in around)
    return len(places) if len(places) == 1 else fitting


def test_what_a_scan_shows_is_marked_as_an_area(unit: UnitOfWork) -> None:
    areas = {}
    for number, marks in _everything(unit).items():
        for one in marks:
            if isinstance(one.target, PagePlace) and one.target.area is not None:
                areas[number, one.target.annex, one.target.page + 1] = one
    assert areas.keys() == {("GC-2026-011", "A06", page) for page in (6, 9, 18)}
    assert {one.style for one in areas.values()} == {MarkStyle.AREA}
    assert all(one.note and not one.quote.text for one in areas.values())
    for (_, _, page), one in areas.items():
        assert isinstance(one.target, PagePlace)
        with PdfDocument(unit.files.read(one.target.sha256)) as document:
            assert _ink(document, page - 1, one.target.area) > 0.05


def _ink(document: PdfDocument, page: int, area: Rect | None) -> float:
    """Return how much of an area of a page is dark."""
    assert area is not None
    painted = document.render(page, 1.0)
    left, bottom, right, top = (round(one) for one in area)
    rows = range(painted.height - top, painted.height - bottom)
    tones = [painted.data[row * painted.stride + 4 * x] for row in rows for x in range(left, right)]
    return sum(tone < 200 for tone in tones) / len(tones)


def test_marks_were_made_while_reading(unit: UnitOfWork) -> None:
    everything = _everything(unit)
    assert everything
    for number, marks in everything.items():
        application = marks[0].application
        reviews = {one.reviewer.id: one for one in unit.reviews.of(application)}
        began: dict[object, datetime] = {}
        for entry in unit.reviews.history(application):
            began.setdefault(entry.review, entry.at)
        for one in marks:
            assert one.author is not None
            review = reviews[one.author]
            assert began[review.id] - timedelta(hours=4) < one.created == one.changed, number
            assert review.submitted_at is None or one.created < review.submitted_at, number
            assert all(review.scores[key].value is not None for key in one.criteria)


def test_private_notes_are_seen_by_who_made_them_alone(demo_file: Path, tmp_path: Path) -> None:
    workspace = Store(data=lambda: tmp_path).open(demo_file)
    with workspace.unit_of_work() as uow:
        seen = annotations(uow)
        assert len(seen) > 150
        assert not any(one.annotation.private for one in seen)
        assert {one.number for one in seen} == set(_everything(uow))  # the chair sees some of each
        drafts = {one.author for one in annotations(uow, "GC-2026-007")}
        assert "M. Adler" not in drafts
        adler = next(one for one in uow.people.all() if one.name == "M. Adler")
        switch_person(uow, adler.id)
        own = annotations(uow, "GC-2026-007")
        assert {one.author for one in own} == {"M. Adler"}
        assert sorted(one.annotation.private for one in own) == [False, False, False, True, True]
        assert sum(one.annotation.private for one in annotations(uow, "GC-2026-014")) == 2
    workspace.close()


def test_marks_in_a_scan_and_in_a_paper_with_a_script_are_handed_out_too(unit: UnitOfWork, tmp_path: Path) -> None:
    assert write_evidence(unit, "GC-2026-011", tmp_path / "Belege.md", "de") == 17
    said = (tmp_path / "Belege.md").read_text(encoding="utf-8")
    assert "ein Produkt, in Erprobung. Im Formular steht ein Produkt am Markt." in said
    odd = {"GC-2026-011": "A06", "GC-2026-008": "A12"}
    wanted = [one for one in copies(unit, tuple(odd)) if one.annex.kind in odd.values()]
    written = {one.annex.kind: write_copy(unit, one, tmp_path, "de").annotations for one in wanted}
    assert written == {"A06": 7, "A12": 3}
