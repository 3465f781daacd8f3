"""Settings: kept in their file, defaults for what is broken, and never a reason to fail."""

from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from reviewer_app.ui.kit.tokens import Scheme
from reviewer_app.ui.shell.settings import Introduction, Settings, SettingsStore, Visit, default_file


def test_what_was_set_is_there_the_next_time(tmp_path: Path, qapp: object) -> None:
    del qapp
    file = tmp_path / "own" / "settings.json"
    SettingsStore(file).change(text_size=150, scheme=Scheme.DARK, language="en", panes={"reading": [800, 448]})
    again = SettingsStore(file).values
    assert again == Settings(150, Scheme.DARK, "en", panes={"reading": [800, 448]})
    assert list(file.parent.iterdir()) == [file]


def test_a_change_is_told_once(tmp_path: Path, qtbot: QtBot) -> None:
    store = SettingsStore(tmp_path / "settings.json")
    with qtbot.waitSignal(store.settings_changed) as told:
        store.change(text_size=130)
    assert told.args == [store.values]
    with qtbot.assertNotEmitted(store.settings_changed):
        store.change(text_size=130)


@pytest.mark.parametrize(
    "text",
    ["", "[]", "{", '{"text_size": 117}', '{"scheme": "pink", "language": "fr"}', '{"panes": {"a": ["x"]}}', "\x00"],
)
def test_a_broken_file_gives_defaults(tmp_path: Path, qapp: object, text: str) -> None:
    del qapp
    file = tmp_path / "settings.json"
    file.write_text(text, encoding="utf-8")
    assert SettingsStore(file, "en").values == Settings(language="en")


def test_a_visit_of_another_version_keeps_what_is_known(tmp_path: Path, qapp: object) -> None:
    del qapp
    file = tmp_path / "settings.json"
    file.write_text('{"visits": {"/r.votum": {"title": "Runde", "done": "x", "new": 1}}}', encoding="utf-8")
    assert SettingsStore(file).values.visits == {"/r.votum": Visit("Runde")}


def test_what_was_said_at_the_first_start_is_kept(tmp_path: Path, qapp: object) -> None:
    del qapp
    file = tmp_path / "settings.json"
    said = Introduction("2026-11-24", "K. Tämm", "chair", ("Institut A",))
    SettingsStore(file).change(introduction=said, tips=("scale",), dim_paper=False, less_motion=True)
    values = SettingsStore(file).values
    assert (values.introduction, values.tips, values.dim_paper, values.less_motion) == (said, ("scale",), False, True)


def test_a_file_found_elsewhere_takes_the_place_of_the_old_one(tmp_path: Path, qapp: object) -> None:
    del qapp
    store = SettingsStore(tmp_path / "settings.json")
    store.change(recent=("/a.votum", "/b.votum", "/c.votum"))
    store.keep_visit(Path("/b.votum"), Visit("Runde"))
    store.replace_recent(Path("/b.votum"), Path("/c.votum"))
    assert store.values.recent == ("/a.votum", "/c.votum")
    assert store.values.visits == {"/c.votum": Visit("Runde")}


def test_a_folder_that_cannot_be_made_costs_the_setting_only(tmp_path: Path, qapp: object) -> None:
    del qapp
    (tmp_path / "file").write_text("", encoding="utf-8")
    store = SettingsStore(tmp_path / "file" / "settings.json")
    store.change(text_size=200)
    assert store.values.text_size == 200


def test_recent_files_are_six_and_newest_first(tmp_path: Path, qapp: object) -> None:
    del qapp
    store = SettingsStore(tmp_path / "settings.json")
    for number in range(8):
        store.remember(Path(f"/r/{number}.votum"))
    store.remember(Path("/r/5.votum"))
    assert [Path(one).stem for one in store.values.recent] == ["5", "7", "6", "4", "3", "2"]
    store.forget(Path("/r/5.votum"))
    assert "/r/5.votum" not in store.values.recent


def test_a_place_is_written_behind_the_hand_and_at_the_latest_at_the_end(tmp_path: Path, qtbot: QtBot) -> None:
    file, path = tmp_path / "settings.json", Path("/r/1.votum")
    store = SettingsStore(file)
    store.remember(path)
    store.keep_visit(path, Visit("Herbstrunde", detail="B3"))
    assert SettingsStore(file).values.visits == {}
    store.flush()
    assert SettingsStore(file).values.visits[str(path)].detail == "B3"
    store.keep_visit(path, Visit("Herbstrunde", detail="B4"))
    qtbot.waitUntil(lambda: SettingsStore(file).values.visits[str(path)].detail == "B4")


def test_the_file_lies_in_the_users_own_folder() -> None:
    assert default_file().is_relative_to(Path.home())
    assert default_file().name == "settings.json"
