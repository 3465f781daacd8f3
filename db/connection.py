"""Plain connections to a workspace file: what must hold before anything stored in it is read.

Apart from the engine, because the list cached in a file must not wait until SQLAlchemy is loaded.
"""

import sqlite3
from pathlib import Path
from typing import Any

APPLICATION_ID = int.from_bytes(b"VOTM", "big")
SCHEMA_VERSION = 4
BUSY_MILLISECONDS = 2000


def connect(uri: str) -> sqlite3.Connection:
    """Open `uri` (`file:…?mode=…`) so that nothing stored in it can act: no trusted schema, no extension, no view."""
    connection = sqlite3.connect(uri, uri=True, isolation_level=None, check_same_thread=False, timeout=0)
    connection.setconfig(sqlite3.SQLITE_DBCONFIG_DEFENSIVE, True)
    connection.setconfig(sqlite3.SQLITE_DBCONFIG_TRUSTED_SCHEMA, False)
    connection.setconfig(sqlite3.SQLITE_DBCONFIG_ENABLE_VIEW, False)
    connection.setconfig(sqlite3.SQLITE_DBCONFIG_DQS_DML, False)
    connection.setconfig(sqlite3.SQLITE_DBCONFIG_DQS_DDL, False)
    for pragma in (
        f"busy_timeout={BUSY_MILLISECONDS}",
        "trusted_schema=OFF",
        "cell_size_check=ON",
        "mmap_size=0",
        "temp_store=MEMORY",
        "secure_delete=ON",  # what is forgotten, as a password, is gone from the file; not every SQLite is made so
    ):
        connection.execute(f"PRAGMA {pragma}")
    return connection


def file_uri(path: Path, **options: str | int) -> str:
    """Return the SQLite address of `path` with its options; odd characters in names are quoted."""
    query = "&".join(f"{key}={value}" for key, value in options.items())
    return f"{path.absolute().as_uri()}?{query}"


def guest_uri(path: Path) -> str:
    """Return the address for reading beside a program, or a part of ours, that has `path` open.

    The guest may not write the index that both have mapped either: a first connection cuts it to nothing, and takes
    itself for the first where the other has lost its locks. A process loses them when any part of it closes any handle
    of the file, as file dialogs do that look into each file of a folder (POSIX); what it has mapped is then gone.
    """
    return file_uri(path, mode="ro", readonly_shm=1)


def pragma(connection: sqlite3.Connection, name: str) -> Any:  # noqa: ANN401  # a pragma answers with any type
    """Return the first value that `PRAGMA name` answers with, None where it answers nothing."""
    row = connection.execute(f"PRAGMA {name}").fetchone()
    return row[0] if row else None
