"""A medium that is pulled out while somebody works: the page stays under the hands, and what is typed is stored."""

import pytest

from reviewer_app.domain.errors import WorkspaceError
from reviewer_app.services.reviews import reviewing
from reviewer_app.ui.consolidation.page import ConsolidationPage
from reviewer_app.ui.consolidation.presenter import ConsolidationPresenter
from reviewer_app.ui.shell import navigation
from reviewer_app.ui.shell.navigation import Place
from tests.factories import worked_case
from tests.ui.conftest import SitDown
from tests.ui.sitting import Sitting, page_of, presenter_of, stored


def gone(*_words: object) -> object:
    raise WorkspaceError("workspace_unreachable", "runde.votum")


def listen(sitting: Sitting, monkeypatch: pytest.MonkeyPatch) -> set[str]:
    """Return the codes of errors that are told from now on."""
    told: set[str] = set()
    monkeypatch.setattr(sitting.desk.context.messages, "tell", lambda error: told.add(error.code))
    return told


def test_a_reason_is_written_on(sit_down: SitDown, monkeypatch: pytest.MonkeyPatch) -> None:
    sitting = sit_down()
    told = listen(sitting, monkeypatch)
    page_of(sitting).scoring.criterion.rationale.setFocus()
    monkeypatch.setattr(reviewing, "read", gone)
    presenter_of(sitting).load()
    sitting.type("Weiter ")
    sitting.settle()
    assert page_of(sitting).scoring.criterion.rationale.hasFocus()
    sitting.type("geschrieben. ")
    presenter_of(sitting).leave()
    sitting.settle()
    assert stored(sitting).rationale("B3").startswith("Weiter geschrieben. ")
    assert told == {"workspace_unreachable"}


def test_a_consolidation_stays_in_sight(sit_down: SitDown, monkeypatch: pytest.MonkeyPatch) -> None:
    here = Place(navigation.CONSOLIDATION, worked_case.NUMBER)
    sitting = sit_down(worked_case.CHAIR, handed_in=True, place=here)
    told = listen(sitting, monkeypatch)
    page, presenter = sitting.window.router.page, sitting.window.router.presenter
    assert isinstance(page, ConsolidationPage)
    assert isinstance(presenter, ConsolidationPresenter)
    presenter._on_case_failed(presenter._visit, WorkspaceError("workspace_unreachable", "runde.votum"))
    assert page.matrix.isVisible()
    assert told == {"workspace_unreachable"}
