"""Reading and rehearsing beside the one who writes: nobody waits, nothing uncommitted is seen, nothing is stored."""

import pickle
import threading
from dataclasses import replace
from pathlib import Path

import pytest

from db.connection import guest_uri
from db.workspace import SqlWorkspace
from reviewer_app.domain.errors import BrokenError, WorkspaceError
from reviewer_app.domain.ids import PersonId
from reviewer_app.domain.reviews.permissions import Role
from reviewer_app.domain.reviews.review import Person
from tests.db.conftest import Opener

ADLER = Person(PersonId("a" * 32), "M. Adler", 1, Role.REVIEWER)


def test_a_reader_neither_waits_for_a_transaction_nor_sees_what_is_in_it(workspace: SqlWorkspace) -> None:
    with workspace.unit_of_work() as writing, workspace.reading() as reading:
        writing.people.put(ADLER)
        assert reading.people.all() == ()
        writing.commit()
        assert reading.people.all() == ()
    with workspace.reading() as reading:
        assert reading.people.all() == (ADLER,)


def test_a_reader_can_change_nothing(workspace: SqlWorkspace) -> None:
    with workspace.reading() as reading:
        with pytest.raises(WorkspaceError, match="workspace_read_only"):
            reading.people.put(ADLER)
        with pytest.raises(BrokenError, match="unit_of_work_reads"):
            reading.commit()
    with workspace.reading() as reading:
        assert reading.people.all() == ()


def test_a_rehearsal_sees_its_own_writes_and_leaves_none(workspace: SqlWorkspace) -> None:
    with workspace.unit_of_work() as writing, workspace.rehearsal() as trying:
        trying.people.put(ADLER)
        trying.rounds.put(replace(trying.rounds.get(), me=ADLER.id))
        sha256, size = trying.files.add(iter([b"%PDF new"]))
        assert (trying.people.all(), trying.files.read(sha256), size) == ((ADLER,), b"%PDF new", 8)
        assert trying.rounds.get().me == ADLER.id
        writing.files.add(iter([b"%PDF kept"]))
        writing.commit()
    with workspace.rehearsal() as trying:
        assert trying.people.all() == ()
        assert not trying.files.has(sha256)
        kept, _ = trying.files.add(iter([b"%PDF kept"]))
        assert trying.files.read(kept) == b"%PDF kept"
        with pytest.raises(BrokenError, match="unit_of_work_reads"):
            trying.commit()


def test_a_rehearsal_holds_to_the_rules_of_the_tables(workspace: SqlWorkspace) -> None:
    with workspace.rehearsal() as trying:
        trying.people.put(ADLER)
        with pytest.raises(Exception, match="FOREIGN KEY"):
            trying.rounds.put(replace(trying.rounds.get(), me=PersonId("nobody")))


def test_a_rehearsal_needs_a_workspace_that_can_be_written(closed: Path, opened: Opener) -> None:
    with pytest.raises(WorkspaceError, match="workspace_read_only"):
        opened(closed, read_only=True).rehearsal()


def test_a_frozen_file_can_be_read_beside_too(closed: Path, opened: Opener) -> None:
    workspace = opened(closed, read_only=True)
    with workspace.unit_of_work() as one, workspace.reading() as other:
        assert one.rounds.get() == other.rounds.get()
        assert other.read_only


def test_readers_work_in_any_thread_while_one_writes(workspace: SqlWorkspace) -> None:
    seen: list[int] = []

    def read() -> None:
        for _ in range(20):
            with workspace.reading() as reading:
                seen.append(len(reading.people.all()))

    threads = [threading.Thread(target=read) for _ in range(3)]
    for thread in threads:
        thread.start()
    for number in range(20):
        with workspace.unit_of_work() as writing:
            writing.people.put(replace(ADLER, id=PersonId(f"{number:032}"), name=f"Person {number}", number=number))
            writing.commit()
    for thread in threads:
        thread.join()
    assert len(seen) == 60
    with workspace.reading() as reading:
        assert len(reading.people.all()) == 20


def test_readers_can_be_sent_to_another_process_and_cannot_write_there(closed: Path, opened: Opener) -> None:
    workspace = opened(closed)
    sent = pickle.loads(pickle.dumps(workspace.readers))  # noqa: S301 # our own
    with sent.reading() as reading:
        assert reading.rounds.get().title == "Aufnahmerunde 2026"
    with sent.rehearsal() as trying:
        trying.people.put(ADLER)
        assert trying.people.all() == (ADLER,)
    assert sent.address == guest_uri(closed)
