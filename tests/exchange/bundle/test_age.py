"""age files for a passphrase, ours opened by the age program and its files by us."""

import io
import os
import pty
import shutil
import subprocess
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reviewer_app.exchange.bundle.age import START, AgeReader, AgeWriter
from reviewer_app.exchange.file_fault import FileFault

TOLD = "sieben Äpfel"
QUICK = 2
"""A work factor that costs no time; what it stretches is the same."""


def encrypted(data: bytes, passphrase: str = TOLD, work: int = QUICK, piece: int = 100_000) -> bytes:
    target = io.BytesIO()
    writer = AgeWriter(target, passphrase, work)
    for start in range(0, len(data), piece):
        writer.write(data[start : start + piece])
    writer.finish()
    return target.getvalue()


def decrypted(data: bytes, passphrase: str = TOLD) -> bytes:
    return AgeReader(io.BytesIO(data), passphrase).read()


def fault(data: bytes, passphrase: str = TOLD) -> str:
    with pytest.raises(FileFault) as caught:
        decrypted(data, passphrase)
    return caught.value.code


@pytest.mark.parametrize("size", [0, 1, 65_535, 65_536, 65_537, 131_072, 200_000])
def test_what_goes_in_comes_out(size: int) -> None:
    data = os.urandom(size)
    assert decrypted(encrypted(data, piece=40_000)) == data
    assert decrypted(encrypted(data, piece=65_536)) == data


@given(st.binary(max_size=400))
def test_what_is_no_age_file_is_said(data: bytes) -> None:
    assert fault(data) == ("bundle_not_for_passphrase" if data.startswith(START) else "bundle_none")


def test_every_flipped_bit_is_noticed_and_no_cut_file_is_whole() -> None:
    data = encrypted(b"Gutachten")
    codes = {fault(data[:place] + bytes([data[place] ^ 1]) + data[place + 1 :]) for place in range(len(data))}
    assert codes <= {"bundle_none", "bundle_passphrase", "bundle_changed", "bundle_cut", "bundle_not_for_passphrase"}
    assert [length for length in range(len(data)) if not fault(data[:length])] == []


def test_a_file_cut_between_two_pieces_is_cut() -> None:
    data = encrypted(bytes(140_000))
    assert fault(data[: -(140_000 - 2 * 65_536) - 16]) == "bundle_cut"


def test_a_wrong_passphrase_is_said_and_a_costly_one_is_not_tried() -> None:
    data = encrypted(b"Gutachten")
    assert fault(data, "acht Äpfel") == "bundle_passphrase"
    assert fault(data.replace(b" 2\n", b" 30\n", 1)) == "bundle_not_for_passphrase"


def test_the_age_program_opens_ours_and_we_its(tmp_path: Path) -> None:
    if shutil.which("age") is None:
        pytest.skip("the age program is not installed")
    plain = os.urandom(100_000)
    (tmp_path / "ours").write_bytes(encrypted(plain, work=10))
    assert age(["-d", "-o", "plain", "ours"], TOLD, tmp_path) == 0
    assert (tmp_path / "plain").read_bytes() == plain
    assert age(["-p", "-o", "theirs", "plain"], TOLD, tmp_path) == 0
    assert decrypted((tmp_path / "theirs").read_bytes()) == plain


def age(arguments: list[str], passphrase: str, folder: Path) -> int:
    """Run the program at a terminal of its own, as it takes a passphrase from nowhere else."""
    ours, theirs = pty.openpty()
    child = subprocess.Popen(  # noqa: S603  # a fixed program with our own files
        [shutil.which("age") or "", *arguments],
        cwd=folder,
        stdin=theirs,
        stdout=theirs,
        stderr=theirs,
        start_new_session=True,
    )
    os.close(theirs)
    asked = b""
    while True:
        try:
            said = os.read(ours, 1000)
        except OSError:
            break
        asked += said
        if not said:
            break
        if asked.rstrip().endswith(b":"):
            os.write(ours, passphrase.encode() + b"\n")
            asked = b""
    os.close(ours)
    return child.wait()
