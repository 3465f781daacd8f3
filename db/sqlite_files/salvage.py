"""Reading what can be read of a damaged workspace into a fresh one, table by table and row by row.

The damaged file is not touched; the fresh one is only for reading.
"""

import sqlite3
from collections.abc import Iterable, Mapping
from contextlib import closing
from pathlib import Path

from sqlalchemy import Table

from db.connection import APPLICATION_ID, SCHEMA_VERSION, connect, file_uri
from db.sqlite_files import references, schema
from db.sqlite_files.row_checks import mended
from db.sqlite_files.table_reader import LenientDecoder, TableReader
from db.tables import in_order
from reviewer_app.domain.errors import WorkspaceError

AREAS: Mapping[str, tuple[str, ...]] = {
    "round": ("rounds", "settings", "catalogues", "alembic_version"),
    "applications": ("applications", "application_versions", "attachments", "formal_decisions"),
    "files": ("files", "file_chunks"),
    "people": ("people", "assignments", "conflicts"),
    "reviews": ("reviews", "scores"),
    "consensus": ("consensus",),
    "annotations": ("annotations", "annotation_links", "annotation_history"),
    "history": ("history",),
    "recognised": ("recognised_pages",),
}
"""What a person calls the tables in which something was lost."""


def salvage(damaged: str, target: Path, name: str) -> tuple[str, ...]:
    """Copy what can be read at the address `damaged` into a new file `target`; return the areas with losses.

    Raise WorkspaceError(`workspace_beyond_repair`) where no catalogue is left, without which no score has a meaning.
    """
    hurt: set[str] = set()
    with closing(connect(damaged)) as source, closing(connect(file_uri(target, mode="rwc"))) as fresh:
        source.setconfig(sqlite3.SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, True)
        source.execute("PRAGMA query_only=ON")
        source.execute("PRAGMA cell_size_check=OFF")
        words = source.text_factory = LenientDecoder()
        _begin(fresh)
        _make(fresh, {"table", "index"})
        for table in in_order():
            if not _copy(TableReader(source, words, table), fresh, table):
                hurt.add(table.name)
        references.bring_back_catalogues(fresh)
        if fresh.execute("SELECT 1 FROM catalogues").fetchone() is None:
            raise WorkspaceError("workspace_beyond_repair", name)
        hurt |= references.mend(fresh)
        _make(fresh, {"trigger"})
        fresh.execute("COMMIT")
    return tuple(area for area, tables in AREAS.items() if hurt.intersection(tables))


def notices(areas: Iterable[str]) -> tuple[str, ...]:
    """Return the message keys that say what could not be read."""
    lost = tuple(f"salvaged_without_{area}" for area in areas)
    return ("workspace_salvaged", *(lost or ("salvaged_whole",)))


def _begin(fresh: sqlite3.Connection) -> None:
    fresh.execute(f"PRAGMA application_id={APPLICATION_ID}")
    fresh.execute(f"PRAGMA user_version={SCHEMA_VERSION}")
    fresh.execute("PRAGMA synchronous=OFF")
    fresh.execute("BEGIN")


def _make(fresh: sqlite3.Connection, kinds: set[str]) -> None:
    for kind, _, sql in schema.statements():
        if kind in kinds:
            fresh.execute(sql)


def _copy(reading: TableReader, fresh: sqlite3.Connection, table: Table) -> bool:
    """Copy the readable rows of a table; return whether nothing was lost."""
    marks = ", ".join("?" for _ in table.columns)
    insert = f"INSERT INTO {table.name} VALUES ({marks})"  # noqa: S608  # a name of ours
    whole = True
    for row in reading.rows():
        kept = mended(table, row)
        whole = whole and kept == list(row)
        if kept is not None:
            try:
                fresh.execute(insert, kept)
            except sqlite3.IntegrityError:
                whole = False
    return whole and reading.whole
