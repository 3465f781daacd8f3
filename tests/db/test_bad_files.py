"""Every wrong thing in a workspace's place gets its own code, and stays exactly as it was."""

import os
import socket
import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest

from db.sqlite_files import network
from db.sqlite_files.access import new_scratch
from db.workspace import SqlWorkspace, create_workspace
from reviewer_app.domain.errors import WorkspaceError
from tests.db.conftest import CATALOGUE, Opener, TestClock


def execute(path: Path, *statements: str) -> None:
    with closing(sqlite3.connect(path, isolation_level=None)) as connection:
        for statement in statements:
            connection.execute(statement)


def beside(path: Path) -> list[str]:
    return sorted(one.name for one in path.parent.iterdir() if one != path)


def _folder(path: Path) -> None:
    path.unlink()
    path.mkdir()


def _pipe(path: Path) -> None:
    path.unlink()
    os.mkfifo(path)


def _socket(path: Path) -> None:
    path.unlink()
    short = os.path.relpath(path)
    with closing(socket.socket(socket.AF_UNIX)) as one:
        one.bind(short if len(short) < len(str(path)) else str(path))


def _loop(path: Path) -> None:
    path.unlink()
    path.symlink_to(path.name)


def _cut(path: Path) -> None:
    os.truncate(path, 60)


def _other_program(path: Path) -> None:
    path.unlink()
    execute(path, "CREATE TABLE notes (x)", "PRAGMA application_id=7")


def _virtual(path: Path) -> None:
    execute(path, "CREATE VIRTUAL TABLE spy USING fts5(x)")


def _log_folder(path: Path) -> None:
    path.with_name(path.name + "-wal").mkdir()


def _lock_folder(path: Path) -> None:
    path.with_name(path.name + ".lock").mkdir()


def _log_link(path: Path) -> None:
    other = path.with_name("other")
    other.write_bytes(b"keep")
    path.with_name(path.name + "-wal").symlink_to(other)


def run(*statements: str) -> Callable[[Path], None]:
    return lambda path: execute(path, *statements)


CASES: dict[str, tuple[Callable[[Path], object], str]] = {
    "missing": (Path.unlink, "workspace_missing"),
    "folder": (_folder, "workspace_is_folder"),
    "pipe": (_pipe, "workspace_not_a_file"),
    "socket": (_socket, "workspace_not_a_file"),
    "endless link": (_loop, "workspace_unreachable"),
    "empty": (lambda path: path.write_bytes(b""), "workspace_empty"),
    "text": (lambda path: path.write_text("Votum " * 100), "workspace_not_ours"),
    "zip": (lambda path: path.write_bytes(b"PK\x03\x04" + bytes(200)), "workspace_not_ours"),
    "cut in the header": (_cut, "workspace_not_ours"),
    "another program's": (_other_program, "workspace_foreign"),
    "newer": (run("PRAGMA user_version=99"), "workspace_newer"),
    "table": (run("CREATE TABLE spy (x)"), "workspace_schema_foreign"),
    "index": (run("CREATE INDEX spy ON people (role)"), "workspace_schema_foreign"),
    "view": (run("CREATE VIEW spy AS SELECT 1"), "workspace_schema_foreign"),
    "trigger": (
        run("CREATE TRIGGER spy AFTER INSERT ON scores BEGIN DELETE FROM reviews; END"),
        "workspace_schema_foreign",
    ),
    "virtual table": (_virtual, "workspace_schema_foreign"),
    "statistics": (run("ANALYZE"), "workspace_schema_foreign"),
    "column": (run("ALTER TABLE people ADD COLUMN spy TEXT"), "workspace_schema_changed"),
    "no trigger": (run("DROP TRIGGER history_is_not_deleted"), "workspace_schema_missing"),
    "no table": (run("DROP TABLE settings"), "workspace_schema_missing"),
    "log is a folder": (_log_folder, "workspace_leftover"),
    "log is a link": (_log_link, "workspace_leftover"),
}


def state(path: Path) -> object:
    if path.is_symlink() or not path.is_file():
        return path.lstat().st_mode if path.is_symlink() or path.exists() else None
    return path.read_bytes()


@pytest.mark.parametrize("read_only", [False, True], ids=["write", "read"])
@pytest.mark.parametrize("case", CASES)
def test_a_wrong_thing_is_refused_and_left_alone(closed: Path, opened: Opener, case: str, *, read_only: bool) -> None:
    make, code = CASES[case]
    make(closed)
    before, around = state(closed), beside(closed)
    with pytest.raises(WorkspaceError) as caught:
        opened(read_only=read_only)
    assert (caught.value.code, caught.value.place) == (code, closed.name)
    if code.startswith("workspace_schema_foreign"):
        assert caught.value.params["name"] in {"spy", "sqlite_stat1"}
    assert state(closed) == before
    assert beside(closed) == around


@pytest.mark.parametrize("make", [_lock_folder, lambda path: os.mkfifo(path.with_name(path.name + ".lock"))])
def test_no_lock_can_be_taken_on_what_is_no_file(closed: Path, opened: Opener, make: Callable[[Path], object]) -> None:
    make(closed)
    with pytest.raises(WorkspaceError) as caught:
        opened()
    assert caught.value.code == "workspace_leftover"
    with opened(read_only=True).unit_of_work() as uow:
        assert uow.rounds.get().title == "Aufnahmerunde 2026"


def test_a_link_to_a_workspace_is_the_workspace(closed: Path, opened: Opener, tmp_path: Path) -> None:
    link = tmp_path / "link.votum"
    link.symlink_to(closed)
    assert opened(link).path == closed
    with pytest.raises(WorkspaceError) as caught:
        opened()
    assert caught.value.code == "workspace_locked"


def test_odd_names_are_only_names(opened: Opener, tmp_path: Path, clock: TestClock) -> None:
    path = tmp_path / "a?mode=memory&x=%41#ö „Runde“ '1'.votum"
    create_workspace(path, CATALOGUE, "x", None, clock).close()
    with opened(path).unit_of_work() as uow:
        assert uow.rounds.get().title == "x"
    assert path.read_bytes()[:6] == b"SQLite"


def test_making_a_workspace_never_overwrites(workspace: SqlWorkspace, path: Path, clock: TestClock) -> None:
    workspace.close()
    before = path.read_bytes()
    with pytest.raises(WorkspaceError) as caught:
        create_workspace(path, CATALOGUE, "x", None, clock)
    assert caught.value.code == "workspace_exists"
    assert path.read_bytes() == before


def test_making_a_workspace_in_a_folder_that_is_not_there(tmp_path: Path, clock: TestClock) -> None:
    with pytest.raises(WorkspaceError) as caught:
        create_workspace(tmp_path / "none" / "x.votum", CATALOGUE, "x", None, clock)
    assert caught.value.code == "workspace_folder_missing"


def test_copies_of_killed_runs_are_cleared_and_those_in_use_are_not(
    closed: Path, opened: Opener, data_folder: Path
) -> None:
    left, other = data_folder / "scratch" / "copy-left", data_folder / "scratch" / "notes"
    for folder in (left, other):
        folder.mkdir(parents=True)
        (folder / "x.votum").write_bytes(b"x")
    (left / "copy.lock").touch()
    used = new_scratch(data_folder)
    draft = closed.with_name(f".{closed.name}.0123abcd")
    draft.write_bytes(b"x")
    opened().close()
    assert (left.exists(), other.exists(), used.path.exists()) == (False, True, True)
    used.clear()
    closed.unlink()
    create_workspace(closed, CATALOGUE, "x", None, TestClock()).close()
    assert not draft.exists()


def test_after_closing_there_is_one_file(workspace: SqlWorkspace, path: Path) -> None:
    with workspace.unit_of_work() as uow:
        uow.files.add(iter([b"x" * 3_000_000]))
        uow.commit()
    assert beside(path) == [f"{path.name}-shm", f"{path.name}-wal", f"{path.name}.lock"]
    workspace.close()
    workspace.close()
    assert beside(path) == []


MOUNTS = r"""22 1 254:0 / / rw,relatime shared:1 - ext4 /dev/vda rw
40 22 0:40 / /mnt/Böse\0401 rw,relatime - cifs //server/x rw
41 22 0:41 / /home/x/net rw - nfs4 server:/x rw
42 41 0:42 / /home/x/net/local rw - btrfs /dev/sdb rw
43 22 0:43 / /mnt/ssh rw - fuse.sshfs x@y rw
"""


@pytest.mark.parametrize(
    ("path", "kind", "share"),
    [
        ("/home/x/a.votum", "ext4", False),
        ("/home/x/net/a.votum", "nfs4", True),
        ("/home/x/network/a.votum", "ext4", False),
        ("/home/x/net/local/a.votum", "btrfs", False),
        ("/mnt/Böse 1/a.votum", "cifs", True),
        ("/mnt/ssh/a/b.votum", "fuse.sshfs", True),
    ],
)
def test_shares_are_known_by_their_mount(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, path: str, kind: str, *, share: bool
) -> None:
    table = tmp_path / "mountinfo"
    table.write_text(MOUNTS, encoding="utf-8")
    monkeypatch.setattr(network, "MOUNTS", table)
    assert network.file_system(path, MOUNTS) == kind
    assert network.is_share(Path(path)) is share


def test_a_share_is_refused_for_writing_and_read_frozen(
    closed: Path, opened: Opener, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(network, "is_share", lambda _path: True)
    with pytest.raises(WorkspaceError) as caught:
        opened()
    assert caught.value.code == "workspace_on_share"
    with opened(read_only=True).unit_of_work() as uow:
        assert uow.rounds.get().title == "Aufnahmerunde 2026"
    assert beside(closed) == []
