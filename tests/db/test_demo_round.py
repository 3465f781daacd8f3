"""The demo round in the user's folder: whole or not there, also when a person cancels it."""

from pathlib import Path

import pytest

from db.store import Store
from reviewer_app.domain.errors import MendableError
from tests.factories import rounds


def test_a_demo_that_is_cancelled_leaves_nothing_behind(tmp_path: Path) -> None:
    told: list[tuple[int, int]] = []

    def stop(done: int, total: int, _words: str) -> bool:
        told.append((done, total))
        return False

    with pytest.raises(MendableError) as refused:
        Store(rounds.clock, lambda: tmp_path).demo_round(stop)
    assert refused.value.code == "cancelled"
    assert told == [(0, 12)]
    assert list(tmp_path.iterdir()) == []
