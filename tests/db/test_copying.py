"""A copy of an open workspace holds what was committed and replaces nothing."""

from pathlib import Path

import pytest

from db.copying import copy_workspace
from reviewer_app.domain.errors import MendableError
from tests.factories.rounds import make_round, open_round


def test_a_copy_opens_with_the_same_applications(tmp_path: Path) -> None:
    workspace = open_round(make_round(tmp_path / "runde.votum"))
    copy_workspace(workspace, tmp_path / "kopie.votum")
    with workspace.unit_of_work() as uow:
        numbers = uow.applications.numbers()
    workspace.close()
    copied = open_round(tmp_path / "kopie.votum")
    with copied.unit_of_work() as uow:
        assert uow.applications.numbers() == numbers
    copied.close()


def test_nothing_is_overwritten_and_nothing_half_written(tmp_path: Path) -> None:
    workspace = open_round(make_round(tmp_path / "runde.votum"))
    with pytest.raises(MendableError, match="target_exists"):
        copy_workspace(workspace, tmp_path / "runde.votum")
    with pytest.raises(MendableError, match="target_not_writable"):
        copy_workspace(workspace, tmp_path / "fehlt" / "kopie.votum")
    workspace.close()
    assert [file.name for file in tmp_path.glob("*kopie*")] == []
