"""Pages of formal findings: found in the text of the annex, told once, silent where nothing can be found."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date

import pytest

from reviewer_app.domain.application import Annex, AnnexState, Form
from reviewer_app.domain.form.formal_checks import FormalOutcome
from reviewer_app.services.export import formal_check_pages
from reviewer_app.services.export.formal_check_pages import with_pages
from reviewer_app.services.ports import UnitOfWork
from reviewer_app.services.reviews.consolidating import case
from tests.factories.papers import locked, paper, scan

NUMBER = "GC-2026-014"
NB = "\u00a0"
type Enclose = Callable[..., str]


@pytest.fixture
def strategy_place(uow: UnitOfWork) -> Enclose:
    """Enclose papers as A03 and give the place that the check of the strategy names."""

    def enclose(*papers: bytes, state: AnnexState = AnnexState.READABLE, form: Form | None = None) -> str:
        before = uow.applications.find(NUMBER)
        assert before is not None
        annexes = tuple(
            Annex("A03", f"{index}.pdf", uow.files.add(iter([data]))[0], len(data), "application/pdf", 2, (state,))
            for index, data in enumerate(papers)
        )
        answers = form or Form({"strat_beschluss": date(2024, 5, 14)})
        made = replace(before, version=before.version + 1, form=answers, annexes=annexes)
        uow.applications.add(made, str(made.version))
        found = {one.check: one for one in with_pages(uow, case(uow, NUMBER))}
        return found["F08"].place

    return enclose


@pytest.mark.parametrize("written", ["Beschluss vom 14. Mai 2024.", "am 14.05.2024, einstimmig", "2024-05-14"])
def test_the_page_that_holds_the_day_is_named(strategy_place: Enclose, written: str) -> None:
    assert strategy_place(paper("Titel", written)) == f"A03 S.{NB}2"


@pytest.mark.parametrize("written", ["am 14.05.20245", "114. Mai 2024", "15. Mai 2024"])
def test_part_of_another_number_is_no_hit(strategy_place: Enclose, written: str) -> None:
    assert strategy_place(paper("Titel", written)) == "A03"


def test_without_a_text_layer_the_annex_alone_is_named(strategy_place: Enclose) -> None:
    assert strategy_place(scan(), state=AnnexState.NO_TEXT) == "A03"


def test_a_paper_that_does_not_open_after_all_has_no_page(strategy_place: Enclose) -> None:
    assert strategy_place(locked()) == "A03"
    assert strategy_place(b"%PDF-1.4 broken") == "A03"


def test_of_two_papers_none_is_named_by_page(strategy_place: Enclose) -> None:
    assert strategy_place(paper("14.05.2024"), paper("Anhang")) == "A03"


def test_an_annex_is_read_once(uow: UnitOfWork, strategy_place: Enclose, monkeypatch: pytest.MonkeyPatch) -> None:
    strategy_place(paper("Einmal", "14.05.2024"))
    looks: list[str] = []

    def look(_uow: UnitOfWork, sha256: str, _spellings: tuple[str, ...]) -> int:
        looks.append(sha256)
        return 9

    monkeypatch.setattr(formal_check_pages, "_look", look)
    found = {one.check: one for one in with_pages(uow, case(uow, NUMBER))}
    assert (found["F08"].place, looks) == (f"A03 S.{NB}2", [])


def test_decisions_stay(uow: UnitOfWork, strategy_place: Enclose) -> None:
    strategy_place(paper("Titel", "14.05.2024"))
    before = uow.applications.find(NUMBER)
    assert before is not None
    uow.applications.decide_formal(before.id, "F08", FormalOutcome.NOT_MET)
    found = {one.check: one for one in with_pages(uow, case(uow, NUMBER))}
    assert (found["F08"].outcome, found["F08"].place) == (FormalOutcome.NOT_MET, f"A03 S.{NB}2")
