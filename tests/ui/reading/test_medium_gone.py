"""A medium that is pulled out while somebody works: the page stays under the hands, and what is typed is stored."""

import pytest

from reviewer_app.domain.errors import WorkspaceError
from reviewer_app.services.reviews import reviewing
from reviewer_app.ui.consolidation.page import ConsolidationPage
from reviewer_app.ui.consolidation.presenter import ConsolidationPresenter
from reviewer_app.ui.shell import navigation
from reviewer_app.ui.shell.navigation import Place
from tests.factories import worked_case
from tests.ui.conftest import OpenCase
from tests.ui.desk_user import DeskUser, page_of, presenter_of, stored


def gone(*_words: object) -> object:
    raise WorkspaceError("workspace_unreachable", "runde.votum")


def listen(user: DeskUser, monkeypatch: pytest.MonkeyPatch) -> set[str]:
    """Return the codes of errors that are told from now on."""
    told: set[str] = set()
    monkeypatch.setattr(user.desk.context.messages, "tell", lambda error: told.add(error.code))
    return told


def test_a_reason_is_written_on(open_case: OpenCase, monkeypatch: pytest.MonkeyPatch) -> None:
    user = open_case()
    told = listen(user, monkeypatch)
    page_of(user).scoring.criterion.rationale.setFocus()
    monkeypatch.setattr(reviewing, "read", gone)
    presenter_of(user).load()
    user.type("Weiter ")
    user.settle()
    assert page_of(user).scoring.criterion.rationale.hasFocus()
    user.type("geschrieben. ")
    presenter_of(user).leave()
    user.settle()
    assert stored(user).rationale("B3").startswith("Weiter geschrieben. ")
    assert told == {"workspace_unreachable"}


def test_a_consolidation_stays_in_sight(open_case: OpenCase, monkeypatch: pytest.MonkeyPatch) -> None:
    here = Place(navigation.CONSOLIDATION, worked_case.NUMBER)
    user = open_case(worked_case.CHAIR, handed_in=True, place=here)
    told = listen(user, monkeypatch)
    page, presenter = user.window.router.page, user.window.router.presenter
    assert isinstance(page, ConsolidationPage)
    assert isinstance(presenter, ConsolidationPresenter)
    presenter._on_case_failed(presenter._visit, WorkspaceError("workspace_unreachable", "runde.votum"))
    assert page.matrix.isVisible()
    assert told == {"workspace_unreachable"}
