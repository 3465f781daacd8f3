"""A file is there whole or not at all, and what cannot be written says why."""

import os
from pathlib import Path

import pytest

from reviewer_app.domain.errors import MendableError
from reviewer_app.exports.atomic_write import write_atomically


def test_an_old_file_is_replaced_and_nothing_lies_beside_it(tmp_path: Path) -> None:
    target = tmp_path / "Mappe.xlsx"
    target.write_bytes(b"alt")
    write_atomically(b"neu", target)
    assert target.read_bytes() == b"neu"
    assert list(tmp_path.iterdir()) == [target]


@pytest.mark.parametrize("lock", ["~$Mappe.xlsx", ".~lock.Mappe.xlsx#"])
def test_a_file_that_is_open_elsewhere_stays_as_it_was(tmp_path: Path, lock: str) -> None:
    target = tmp_path / "Mappe.xlsx"
    target.write_bytes(b"alt")
    (tmp_path / lock).write_bytes(b"")
    with pytest.raises(MendableError) as caught:
        write_atomically(b"neu", target)
    assert (caught.value.code, caught.value.place) == ("target_in_use", str(target))
    assert target.read_bytes() == b"alt"


def test_a_file_that_cannot_be_replaced_stays_as_it_was(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    target = tmp_path / "blatt.pdf"
    target.write_bytes(b"alt")

    def refuse(self: Path, other: Path) -> None:
        raise PermissionError(self, other)

    monkeypatch.setattr(Path, "replace", refuse)
    with pytest.raises(MendableError, match="target_in_use"):
        write_atomically(b"neu", target)
    assert target.read_bytes() == b"alt"
    assert list(tmp_path.iterdir()) == [target]


def test_a_full_disk_is_said_and_leaves_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(handle: int) -> None:
        raise OSError(28, os.strerror(28), handle)

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(MendableError, match="disk_full"):
        write_atomically(b"neu", tmp_path / "blatt.pdf")
    assert list(tmp_path.iterdir()) == []


def test_a_folder_in_the_place_of_the_file_or_none_at_all_is_said(tmp_path: Path) -> None:
    for target, place in ((tmp_path, tmp_path), (tmp_path / "fehlt" / "blatt.pdf", tmp_path / "fehlt")):
        with pytest.raises(MendableError) as caught:
            write_atomically(b"neu", target)
        assert (caught.value.code, caught.value.place) == ("target_not_writable", str(place))
