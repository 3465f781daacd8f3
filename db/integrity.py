"""What `votum check` looks at: the file as SQLite sees it, all bytes against their hashes, the history against today.

It reads the file as it is, damaged or not, and changes nothing.
"""

import hashlib
import sqlite3
from collections.abc import Callable, Iterator
from datetime import datetime
from pathlib import Path
from tempfile import gettempdir

from sqlalchemy import Connection, select
from sqlalchemy.exc import SQLAlchemyError

from db import annotation_rows, mapping
from db.engine import make_engine
from db.repositories import history as lines
from db.repositories.consensus import RELEASE, RELEASED
from db.repositories.files import unpacked
from db.repositories.transaction import Library
from db.sqlite_files import access
from db.sqlite_files.damage import damaged_tables
from db.tables import (
    annotation_history,
    annotation_links,
    annotations,
    application_versions,
    applications,
    attachments,
    catalogues,
    consensus,
    file_chunks,
    files,
    formal_decisions,
    history,
    of_newest_version,
    reviews,
    rounds,
    scores,
    settings,
)
from reviewer_app.domain.catalogue import Catalogue
from reviewer_app.domain.errors import VotumError, WorkspaceError
from reviewer_app.services.ports import Problem

type Present = dict[lines.HistorySubject, str]

_MOST = 50
_TROUBLE = ("workspace_foreign_log", "workspace_cut", "workspace_salvaged")
_ALL_DAY = 86_400.0


def check(
    path: Path, read_catalogue: Callable[[str], Catalogue] | None = None, data_folder: Path | None = None
) -> tuple[Problem, ...]:
    """Return every problem of the workspace at `path`, none where it is sound.

    Raise WorkspaceError where it cannot be opened at all. `read_catalogue` parses stored catalogues, by default as the
    program reads them everywhere; `data_folder` takes a copy where the file can only be read from one.
    """
    now = datetime.now().astimezone().replace(tzinfo=None)
    folder = data_folder or Path(gettempdir()) / "votum"
    ground = access.enter(path, read_only=True, data_folder=folder, now=now)
    engine = make_engine(lambda: ground.connection, name=path.name, writable=False)
    try:
        found = [Problem(notice) for notice in ground.notices if notice in _TROUBLE]
        found += _file_problems(ground.connection)
        with engine.connect() as connection:
            for look in (*_LOOKS, _history(read_catalogue or _own_reader())):
                found += _as_far_as_possible(look, connection)
    finally:
        engine.dispose()
        ground.leave()
    return tuple(dict.fromkeys(found))


def _own_reader() -> Callable[[str], Catalogue]:
    from reviewer_app.exchange.catalogue.file import read_catalogue

    return read_catalogue


def _as_far_as_possible(look: Callable[[Connection], Iterator[Problem]], connection: Connection) -> Iterator[Problem]:
    """Yield what `look` finds; a part that cannot be read is a problem of its own."""
    try:
        yield from look(connection)
    except (WorkspaceError, SQLAlchemyError, ValueError, TypeError) as error:
        yield Problem("unreadable", error.place if isinstance(error, VotumError) else str(error))


def _file_problems(connection: sqlite3.Connection) -> Iterator[Problem]:
    """Yield what SQLite itself finds, broken references, and rows that hold no values."""
    faults = 0
    try:
        for (text,) in connection.execute(f"PRAGMA integrity_check({_MOST})"):
            faults += sum(line != "ok" and not line.startswith("***") for line in text.splitlines())
        if faults:
            yield Problem("integrity", f"{faults}+" if faults >= _MOST else str(faults))
        for table, _, parent, _ in connection.execute("PRAGMA foreign_key_check"):
            yield Problem("reference", f"{table} → {parent}")
        for table in damaged_tables(connection, _ALL_DAY):
            yield Problem("table_damaged", table)
    except (sqlite3.DatabaseError, UnicodeDecodeError):
        if not faults:
            yield Problem("integrity", "1")


def _files(connection: Connection) -> Iterator[Problem]:
    """Yield each stored file whose bytes do not match their hash and size."""
    names: dict[str, str] = {
        row.sha256: row.name for row in connection.execute(select(attachments.c.sha256, attachments.c.name))
    }
    for sha256, size, chunks in connection.execute(select(files)).all():
        found, length, count = hashlib.sha256(), 0, 0
        wanted = select(file_chunks.c.compressed, file_chunks.c.data).where(file_chunks.c.sha256 == sha256)
        try:
            for compressed, data in connection.execute(wanted.order_by(file_chunks.c.position)):
                piece = unpacked(data, sha256, compressed=compressed)
                found.update(piece)
                length, count = length + len(piece), count + 1
        except WorkspaceError:
            length = -1
        if (found.hexdigest(), length, count) != (sha256, size, chunks):
            yield Problem("file_damaged", names.get(sha256, sha256[:12]))


def _annexes(connection: Connection) -> Iterator[Problem]:
    """Yield each annex whose bytes are not there; a demo may come without them."""
    if connection.scalar(select(rounds.c.is_demo)):
        return
    wanted = (
        select(applications.c.number, attachments.c.name)
        .join(applications, applications.c.id == attachments.c.application)
        .where(attachments.c.sha256.not_in(select(files.c.sha256)))
    )
    for number, name in connection.execute(wanted):
        yield Problem("annex_missing", f"{number}: {name}")


def _versions(connection: Connection) -> Iterator[Problem]:
    """Yield each version of an application whose form or members are not what came in."""
    table = application_versions.c
    wanted = select(applications.c.number, table.form, table.form_tables, table.members, table.digest).join(
        applications, applications.c.id == table.application
    )
    for number, form, tables, members, digest in connection.execute(wanted):
        if mapping.digest((form, tables, members)) != digest:
            yield Problem("form_damaged", number)


def _catalogues(connection: Connection) -> Iterator[Problem]:
    """Yield each catalogue version whose text is not that of its hash."""
    for row in connection.execute(select(catalogues)):
        if hashlib.sha256(row.source.encode()).hexdigest() != row.sha256:
            yield Problem("catalogue_damaged", f"{row.catalogue_id} {row.version}")


def _annotations(connection: Connection) -> Iterator[Problem]:
    """Yield each annotation that is not what the last line of its history says, deleted ones included."""
    links: dict[str, list[tuple[str, str]]] = {}
    for annotation, criterion, direction in connection.execute(select(annotation_links)):
        links.setdefault(annotation, []).append((criterion, direction))
    present = {
        row["id"]: annotation_rows.as_text(annotation_rows.annotation(row, links.get(row["id"], ())))
        for row in connection.execute(select(annotations)).mappings()
    }
    numbers = {row.id: row.number for row in connection.execute(select(applications.c.id, applications.c.number))}
    owner = {row.id: row.application for row in connection.execute(select(annotations.c.id, annotations.c.application))}
    told: dict[str, str] = {}
    for row in connection.execute(select(annotation_history).order_by(annotation_history.c.id)).mappings():
        name = row["annotation"]
        owner[name] = row["application"]
        told[name] = lines.restored(told.get(name, ""), row["front"], row["back"], row["text"])
        if lines.digest(told[name]) != row["digest"]:
            yield Problem("annotation_history_damaged", numbers.get(owner[name], "?"))
    for name in sorted(set(told) | set(present)):
        if told.get(name, "") != present.get(name, ""):
            yield Problem("annotation_history_differs", numbers.get(owner[name], "?"))


_LOOKS = (_files, _annexes, _versions, _catalogues, _annotations)


def _history(read_catalogue: Callable[[str], Catalogue]) -> Callable[[Connection], Iterator[Problem]]:
    """Return what compares the history with today: the last line of everything is what stands there now."""

    def look(connection: Connection) -> Iterator[Problem]:
        numbers = {row.id: row.number for row in connection.execute(select(applications.c.id, applications.c.number))}
        present = _present(connection, Library(read_catalogue))
        told: Present = {}
        rows = connection.execute(select(history).order_by(history.c.application, history.c.id)).mappings()
        for row in rows:
            spot = lines.HistorySubject(row["application"], row["review"], row["criterion"], row["what"])
            told[spot] = lines.restored(told.get(spot, ""), row["front"], row["back"], row["text"])
            if lines.digest(told[spot]) != row["digest"]:
                yield Problem("history_damaged", f"{numbers.get(spot.application, '?')}: {spot.criterion} {spot.what}")
        for spot in sorted(set(told) | set(present), key=str):
            if told.get(spot, "") != present.get(spot, ""):
                yield Problem("history_differs", f"{numbers.get(spot.application, '?')}: {spot.criterion} {spot.what}")

    return look


def _present(connection: Connection, library: Library) -> Present:
    """Return everything that the history tells of, as it stands now."""
    of_applications = connection.execute(
        select(applications.c.id, application_versions.c.catalogue).join(application_versions, of_newest_version())
    )
    values = {row.id: library.scale_values(connection, row.catalogue) for row in of_applications.all()}
    found: Present = {}
    owner = {}
    for row in connection.execute(select(reviews)).mappings():
        owner[row["id"]] = row["application"]
        for what in ("overall", "state"):
            found[lines.HistorySubject(row["application"], row["id"], "", what)] = row[what]
    for row in connection.execute(select(scores)).mappings():
        application = owner[row["review"]]
        value = mapping.answer(values[application], row["kind"], row["step"])
        spot = (application, row["review"], row["criterion"])
        found[lines.HistorySubject(*spot, "value")] = mapping.answer_text(value)
        found[lines.HistorySubject(*spot, "rationale")] = row["rationale"]
    for row in connection.execute(select(consensus)).mappings():
        agreed = mapping.value_at(values[row["application"]], row["step"])
        found[lines.HistorySubject(row["application"], None, row["criterion"], "consensus")] = mapping.exact_text(
            agreed
        )
    for row in connection.execute(select(formal_decisions)).mappings():
        found[lines.HistorySubject(row["application"], None, row["check_id"], "formal")] = row["outcome"]
    for key in connection.scalars(select(settings.c.key).where(settings.c.key.startswith(RELEASE, autoescape=True))):
        found[lines.HistorySubject(key.removeprefix(RELEASE), None, "", "release")] = RELEASED
    return found
