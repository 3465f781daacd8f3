"""Bundles on their way: what is written is the same bytes again, what another program reads, and no bit may differ."""

import base64
import hashlib
import io
import json
import subprocess
import zipfile
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path
from typing import override

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reviewer_app.exchange.bundle.container import (
    BundleReader,
    BundleSource,
    Sender,
    bundle_size,
    verify_bundle,
    write_bundle,
)
from reviewer_app.exchange.bundle.manifest import BundleKind, BundleMember, check_names, decode_manifest
from reviewer_app.exchange.bundle.signing import new_private_key
from reviewer_app.exchange.file_fault import FileFault

KEY = bytes(range(32))
ROUND = ("r1", "Herbstrunde 2026 · Prüfung")
SENDER = Sender("Dr. Anna Löwe", KEY, datetime.fromisoformat("2026-12-02T14:31:07+01:00"))
FILES = {"annexes/Satzung ä.pdf": b"%PDF-1.7 " + bytes(range(256)), "form.json": b"{}", "leer.txt": b""}


def bundle(files: dict[str, bytes] = FILES, key: bytes = KEY) -> bytes:
    target = io.BytesIO()
    sender = Sender(SENDER.name, key, SENDER.made)
    write_bundle(target, BundleKind.REVIEW, ROUND, sender, [BundleSource.of(*one) for one in files.items()])
    return target.getvalue()


def taken(data: bytes) -> dict[str, bytes]:
    return {one.name: b"".join(pieces) for one, pieces in BundleReader(io.BytesIO(data)).members()}


def fault(data: bytes) -> str:
    with pytest.raises(FileFault) as caught:
        verify_bundle(io.BytesIO(data))
    return caught.value.code


paths = st.lists(st.from_regex(r"[a-zäöü0-9]{4,9}", fullmatch=True), min_size=1, max_size=3).map("/".join)


@given(st.dictionaries(paths, st.binary(max_size=300), max_size=8), st.booleans())
def test_what_goes_in_comes_out_and_another_program_reads_it(files: dict[str, bytes], turned: bool) -> None:
    order = dict(reversed(files.items())) if turned else files
    data = bundle(order)
    assert data == bundle(files)
    assert taken(data) == files
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        assert archive.testzip() is None
        names = archive.namelist()
        assert names == ["manifest.json", *sorted(files), "signature"]
        assert {one.date_time for one in archive.infolist()} == {(1980, 1, 1, 0, 0, 0)}
        assert {name: archive.read(name) for name in files} == files
    assert bundle_size(verify_bundle(io.BytesIO(data))) == len(data)


def test_a_target_that_cannot_go_back_gets_the_same_bytes() -> None:
    class OneWay(io.BytesIO):
        @override
        def seekable(self) -> bool:
            return False

    target = OneWay()
    write_bundle(target, BundleKind.REVIEW, ROUND, SENDER, [BundleSource.of(*one) for one in FILES.items()])
    assert target.getvalue() == bundle()


def test_every_flipped_bit_is_noticed() -> None:
    data = bundle({"a": b"abc", "b/c": b""})
    assert [
        (place, bit)
        for place in range(len(data))
        for bit in range(8)
        if not fault(data[:place] + bytes([data[place] ^ 1 << bit]) + data[place + 1 :])
    ] == []


def test_a_bundle_cut_anywhere_or_longer_than_it_is_is_noticed() -> None:
    data = bundle({"a": b"abc"})
    assert {fault(data[:length]) for length in range(43)} == {"bundle_none"}
    assert {fault(data[:length]) for length in range(43, len(data))} == {"bundle_cut"}
    assert fault(data + b"\0") == "bundle_changed"


def test_members_of_another_bundle_and_a_strangers_signature_are_noticed() -> None:
    ours, other = bundle({"a": b"abc"}), bundle({"a": b"xyz"})
    head = ours.index(b"abc")
    assert fault(ours.replace(b"abc", b"xyz")) == "bundle_changed"
    assert fault(other[:head] + ours[head:]) == "bundle_changed"
    strangers = bundle({"a": b"abc"}, new_private_key())
    assert fault(ours[:-230] + strangers[-230:]) in {"bundle_signature", "bundle_changed", "bundle_cut"}


@pytest.mark.parametrize(
    ("names", "code"),
    [
        (["b", "a"], "bundle_manifest"),
        (["a", "a"], "package_twice"),
        (["A", "a"], "package_twice"),
        (["STRASSE", "straße"], "package_twice"),
        (["signature"], "package_twice"),
        (["Manifest.json"], "package_twice"),
        *(
            ([name], "package_path")
            for name in [
                *(
                    "",
                    "/a",
                    "a/",
                    "a//b",
                    "..",
                    "a/../b",
                    ".",
                    "a\\b",
                    "C:x",
                    "a\0b",
                    "a\nb",
                    "con",
                    "x/NUL.txt",
                    "com1.pdf",
                ),
                *("a.", "a ", " a", "a/ /b", "...", "o\u0308", "a\u202eb", "x" * 241, "\ud800"),
            ]
        ),
    ],
)
def test_names_that_no_folder_holds_are_refused(names: list[str], code: str) -> None:
    with pytest.raises(FileFault) as caught:
        check_names(tuple(names))
    assert caught.value.code == code


def resigned(**changed: object) -> bytes:
    """Write a bundle whose manifest says something else and bears a valid signature all the same."""
    with zipfile.ZipFile(io.BytesIO(bundle({"a": b"abc"}))) as archive:
        head = json.loads(archive.read("manifest.json"))
    head |= changed
    return json.dumps(head, sort_keys=True, separators=(",", ":"), ensure_ascii=False).encode()


@pytest.mark.parametrize(
    ("changed", "code"),
    [
        ({}, ""),
        ({"needs": 2, "colour": "blue"}, "bundle_newer"),
        ({"needs": True}, "bundle_manifest"),
        ({"format": 1.0}, "bundle_manifest"),
        ({"kind": "poem"}, "bundle_manifest"),
        ({"made": "2026-12-02T14:31:07"}, "bundle_manifest"),
        ({"made": "2026-12-02 14:31:07+01:00"}, "bundle_manifest"),
        ({"colour": "blue"}, "bundle_manifest"),
        ({"members": {}}, "bundle_manifest"),
        ({"members": [{"name": "a", "size": -1, "sha256": "0" * 64}]}, "bundle_manifest"),
        ({"members": [{"name": "a", "size": 3, "sha256": "x"}]}, "bundle_manifest"),
        ({"members": [{"name": "../a", "size": 3, "sha256": "0" * 64}]}, "package_path"),
        ({"by": {"name": "A", "key": "AA=="}}, "bundle_manifest"),
        ({"round": None}, "bundle_manifest"),
    ],
)
def test_a_manifest_says_what_it_must_and_nothing_else(changed: dict[str, object], code: str) -> None:
    found = ""
    try:
        decode_manifest(resigned(**changed))
    except FileFault as error:
        found = error.code
    assert found == code


@given(
    st.binary(max_size=200)
    | st.recursive(st.none() | st.booleans() | st.text(), st.lists).map(lambda one: json.dumps(one).encode())
)
def test_whatever_stands_for_a_manifest_is_refused_in_words(data: bytes) -> None:
    with pytest.raises(FileFault):
        decode_manifest(data)


def test_hashes_and_signature_are_checked_by_programs_of_others(tmp_path: Path) -> None:
    """The steps are those of docs/formats/bundle.md."""
    with zipfile.ZipFile(io.BytesIO(bundle())) as archive:
        archive.extractall(tmp_path)
    head = json.loads((tmp_path / "manifest.json").read_bytes())
    sums = "".join(f"{one['sha256']}  {one['name']}\n" for one in head["members"])
    (tmp_path / "SHA256SUMS").write_text(sums)
    assert said(["sha256sum", "-c", "--quiet", "--strict", "SHA256SUMS"], tmp_path) == ""
    raw = base64.b64decode(head["by"]["key"])
    (tmp_path / "key.der").write_bytes(bytes.fromhex("302a300506032b6570032100") + raw)
    command = ["openssl", "pkeyutl", "-verify", "-pubin", "-keyform", "DER", "-inkey", "key.der", "-rawin"]
    files = ["-in", "manifest.json", "-sigfile", "signature"]
    assert said([*command, *files], tmp_path) == "Signature Verified Successfully"


def said(command: list[str], folder: Path) -> str:
    done = subprocess.run(command, cwd=folder, capture_output=True, text=True, check=True)  # noqa: S603  # fixed programs
    return done.stdout.strip()


def test_a_source_that_is_not_what_it_says_is_never_signed_for() -> None:
    wrong = BundleSource("a", 3, hashlib.sha256(b"abc").hexdigest(), lambda: (b"ab", b"d"))
    with pytest.raises(ValueError, match="a is not what its hash says"):
        write_bundle(io.BytesIO(), BundleKind.REVIEW, ROUND, SENDER, [wrong])


def test_what_is_too_large_for_one_file_is_said_before_a_byte_is_written() -> None:
    def never() -> Iterator[bytes]:
        raise AssertionError

    target = io.BytesIO()
    with pytest.raises(FileFault) as caught:
        write_bundle(target, BundleKind.ROUND, ROUND, SENDER, [BundleSource("a", 2**32, "0" * 64, never)])
    assert (caught.value.code, target.getvalue()) == ("bundle_too_large", b"")


def test_members_may_be_passed_by() -> None:
    reader = BundleReader(io.BytesIO(bundle()))
    assert [one for one, _ in reader.members()] == [
        BundleMember(name, len(data), hashlib.sha256(data).hexdigest()) for name, data in sorted(FILES.items())
    ]
