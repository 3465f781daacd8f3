"""Annexes that are made to harm come in with their application: stored as they are, what they hold said."""

from pathlib import Path

import pytest

from reviewer_app.domain.application import AnnexState
from reviewer_app.domain.errors import MendableError
from reviewer_app.services.annexes.contents import annex_bytes, may_open
from reviewer_app.services.intake.files import FileReport, TakeOutcome, take
from reviewer_app.services.ports import Workspace
from reviewer_app.services.search.indexing import index_all
from tests.factories import papers
from tests.factories.harsh_papers import HARSH
from tests.services.conftest import NOW

NUMBER = "GC-2026-777"
ACTIVE = ("javascript", "launch", "embedded_file", "submit_form")
SLOW = ("drawing", "a drawing", "a picture")
"""What takes the probe seconds each; tests/exchange/test_hardiness.py has them."""


@pytest.fixture
def files() -> dict[str, bytes]:
    harsh = {f"Anlage {n:02}.pdf": make() for n, (name, make) in enumerate(HARSH.items()) if not name.startswith(SLOW)}
    return harsh | {f"{kind}.pdf": papers.active(kind) for kind in ACTIVE} | {"gut.pdf": papers.paper("Lichtbogen")}


def taken(workspace: Workspace, base: Path, files: dict[str, bytes]) -> FileReport:
    folder = base / f"{NUMBER} Lichtnetz"
    folder.mkdir()
    for name, data in files.items():
        (folder / name).write_bytes(data)
    with workspace.unit_of_work() as uow:
        return take(uow, folder, NOW)


def test_all_of_them_are_kept_and_what_they_hold_is_said(
    workspace: Workspace, tmp_path: Path, files: dict[str, bytes]
) -> None:
    report = taken(workspace, tmp_path, files)
    assert report.outcome is TakeOutcome.TAKEN
    codes = {one.code for one in report.messages}
    assert {f"package_annex_{kind}" for kind in ACTIVE} <= codes
    assert {"package_annex_too_many_pages"} <= codes
    with workspace.unit_of_work() as uow:
        application = uow.applications.find(NUMBER)
        assert application is not None
        assert {one.name for one in application.annexes} == set(files)
        assert all(uow.files.read(one.sha256) == files[one.name] for one in application.annexes)
        for one in application.annexes:
            if AnnexState.BROKEN in one.states or AnnexState.EMPTY in one.states:
                assert not may_open(one.states)
                with pytest.raises(MendableError, match="annex_closed"):
                    annex_bytes(uow, one.sha256, one.states)
        active = {one.name for one in application.annexes if AnnexState.ACTIVE in one.states}
        assert active == {f"{kind}.pdf" for kind in ACTIVE}
    index_all(workspace)
    with workspace.unit_of_work() as uow:
        assert uow.search.ready()
