"""Bringing an older workspace to the schema of today: copied aside first, then in one transaction, then checked."""

import sqlite3
from contextlib import closing
from datetime import datetime
from pathlib import Path

from sqlalchemy import Connection

from db.connection import SCHEMA_VERSION, connect, file_uri, pragma
from db.engine import make_engine
from db.sqlite_files import derived, schema
from db.sqlite_files.probe import os_error
from reviewer_app.domain.errors import WorkspaceError

STEPS = Path(__file__).with_name("migrations")


def copy_aside(connection: sqlite3.Connection, folder: Path, name: str, now: datetime) -> Path:
    """Write a whole copy of the open file into `folder`; return its path. Raise WorkspaceError where that fails."""
    stem, version = Path(name).stem, pragma(connection, "user_version")
    target = folder / f"{now:%Y%m%d-%H%M%S}-{stem}-v{version}.votum"
    try:
        folder.mkdir(parents=True, exist_ok=True)
        target.unlink(missing_ok=True)
    except OSError as error:
        raise os_error(error, str(folder)) from error
    copy_to(connection, target)
    return target


def copy_to(connection: sqlite3.Connection, target: Path) -> None:
    """Write what the connection sees, its log included, into a new file."""
    with closing(connect(file_uri(target, mode="rwc"))) as copy:
        connection.backup(copy)


def upgrade(connection: sqlite3.Connection, name: str) -> None:
    """Take every step from the file's version to SCHEMA_VERSION in one transaction.

    Raise WorkspaceError(`workspace_upgrade_failed`) where a step fails or its result is not our schema; the file is
    then as it was.
    """
    engine = make_engine(lambda: connection, name=name, writable=True)
    connection.execute("PRAGMA foreign_keys=OFF")
    try:
        with engine.connect() as steps:
            steps.begin()
            derived.drop(connection)
            _take_steps(steps)
            _require_whole(connection, name)
            connection.execute(f"PRAGMA user_version={SCHEMA_VERSION}")
            steps.commit()
    except WorkspaceError:
        raise
    except Exception as error:
        raise WorkspaceError("workspace_upgrade_failed", name) from error
    finally:
        connection.execute("PRAGMA foreign_keys=ON")


def _require_whole(connection: sqlite3.Connection, name: str) -> None:
    broken = connection.execute("PRAGMA foreign_key_check").fetchone()
    sound = connection.execute("PRAGMA integrity_check(1)").fetchone() == ("ok",)
    if broken or not sound or schema.differences(connection):
        raise WorkspaceError("workspace_upgrade_failed", name)


def _take_steps(connection: Connection) -> None:
    """Let Alembic run inside the transaction that `connection` has open (else it would commit by itself)."""
    from alembic import command
    from alembic.config import Config

    config = Config()
    config.set_main_option("script_location", STEPS.as_posix().replace("%", "%%"))
    config.attributes["connection"] = connection
    command.upgrade(config, "head")
