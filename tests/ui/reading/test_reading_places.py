"""Where papers were left: kept by application and paper, read back from any file, in the user's own settings."""

import json
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from reviewer_app.ui.shell import reading_positions
from reviewer_app.ui.shell.reading_positions import AnnexPosition, ReadingPositions
from reviewer_app.ui.shell.settings import SettingsStore

HERE = AnnexPosition(4, 0.25, 1.5, 12, 0)


def test_places_come_back_from_the_file_of_the_settings(qapp: QApplication, tmp_path: Path) -> None:
    del qapp
    file, workspace = tmp_path / "settings.json", tmp_path / "herbst.votum"
    store = SettingsStore(file)
    store.remember(workspace)
    places = ReadingPositions("outline").with_position("GC-1", "A07", HERE).with_last("GC-1", ("A07", "A03"))
    store.keep_reading(workspace, places)
    store.flush()
    assert SettingsStore(file).values.reading == {str(workspace): places}
    store.replace_recent(workspace, tmp_path / "anders.votum")
    assert list(SettingsStore(file).values.reading) == [str(tmp_path / "anders.votum")]


def test_the_paper_read_longest_ago_goes_first(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(reading_positions, "MOST_KEPT", 2)
    places = ReadingPositions()
    for paper in ("A01", "A02", "A01", "A03"):
        places = places.with_position("GC-1", paper, HERE)
    assert [places.position("GC-1", paper) for paper in ("A01", "A02", "A03")] == [HERE, None, HERE]
    assert places.position("GC-2", "A01") is None


@pytest.mark.parametrize(
    "raw",
    [
        None,
        [],
        {"papers": [], "last": 3},
        {"papers": {"GC-1/A07": 3}, "last": {"GC-1": "A07"}},
        {"papers": {"GC-1/A07": {"page": "4", "offset": True, "zoom": 1e300, "left": None}}},
        json.loads('{"papers": {"GC-1/A07": {"page": NaN, "offset": Infinity, "zoom": -3}}}'),
    ],
)
def test_a_damaged_file_costs_the_place_and_nothing_else(raw: object) -> None:
    found = reading_positions.read(raw).position("GC-1", "A07") or AnnexPosition()
    assert found == AnnexPosition()
