"""Bytes come back as they went in or not at all; the same bytes are stored once."""

import hashlib
import os

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import select, update

from db.repositories.files import CHUNK
from db.tables import file_chunks
from db.unit_of_work import SqlUnitOfWork
from db.workspace import SqlWorkspace
from reviewer_app.domain.errors import WorkspaceError


def chunks(uow: SqlUnitOfWork) -> list[tuple[int, bool, int]]:
    transaction = uow._transaction
    assert transaction is not None
    rows = transaction.connection.execute(select(file_chunks).order_by(file_chunks.c.position))
    return [(row.position, row.compressed, len(row.data)) for row in rows]


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=25)
@given(st.lists(st.binary(max_size=50), max_size=5), st.integers(0, 3))
def test_bytes_come_back(workspace: SqlWorkspace, parts: list[bytes], times: int) -> None:
    data = b"".join(parts) * 9000 * times
    with workspace.unit_of_work() as uow:
        sha256, size = uow.files.add(data[start : start + 7000] for start in range(0, len(data), 7000))
        assert (sha256, size) == (hashlib.sha256(data).hexdigest(), len(data))
        assert uow.files.has(sha256)
        assert uow.files.read(sha256) == data


def test_chunks_are_compressed_only_where_that_helps(workspace: SqlWorkspace) -> None:
    with workspace.unit_of_work() as uow:
        uow.files.add(iter([bytes(CHUNK), os.urandom(CHUNK), os.urandom(10)]))
        found = chunks(uow)
    assert [(position, compressed) for position, compressed, _ in found] == [(0, True), (1, False), (2, False)]
    assert found[0][2] < 1000
    assert [length for _, _, length in found[1:]] == [CHUNK, 10]


def test_the_same_bytes_are_stored_once(workspace: SqlWorkspace) -> None:
    data = os.urandom(CHUNK + 5)
    with workspace.unit_of_work() as uow:
        assert uow.files.add(iter([data])) == uow.files.add(iter([data[:9], data[9:]]))
        assert len(chunks(uow)) == 2


def test_what_is_missing_is_said(workspace: SqlWorkspace) -> None:
    with workspace.unit_of_work() as uow, pytest.raises(WorkspaceError) as caught:
        uow.files.read("0" * 64)
    assert caught.value.code == "annex_missing"


@pytest.mark.parametrize("damage", [b"other", b""])
def test_damaged_bytes_are_not_handed_out_and_are_mended_by_the_same_file(
    workspace: SqlWorkspace, damage: bytes
) -> None:
    data = b"text " * 1000
    with workspace.unit_of_work() as uow:
        sha256, _ = uow.files.add(iter([data]))
        transaction = uow._transaction
        assert transaction is not None
        transaction.connection.execute(update(file_chunks).values(data=damage))
        with pytest.raises(WorkspaceError) as caught:
            uow.files.read(sha256)
        assert caught.value.code == "annex_damaged"
        uow.files.add(iter([data]))
        assert uow.files.read(sha256) == data
