"""Writing a copy of an open workspace, for a person who cannot save in the old place or wants a safe copy.

It is also how work goes on with what was salvaged of a damaged file.
"""

import sqlite3
from contextlib import suppress
from pathlib import Path

from db.workspace import SqlWorkspace
from reviewer_app.domain.errors import BrokenError, MendableError
from reviewer_app.domain.ids import new_id
from reviewer_app.services.ports import Workspace


def copy_workspace(workspace: Workspace, target: Path) -> None:
    """Write everything committed so far to `target`; the file is there whole or not at all.

    Raise MendableError(`target_exists`) where something lies there, `target_not_writable` where it cannot be written.
    """
    if not isinstance(workspace, SqlWorkspace):
        raise BrokenError("unexpected")
    if target.exists():
        raise MendableError("target_exists", str(target))
    draft = target.with_name(f".{target.name}.{new_id()[:8]}")
    try:
        workspace.write_copy(draft)
        draft.replace(target)
    except (OSError, sqlite3.Error) as error:
        with suppress(OSError):
            draft.unlink()
        raise MendableError("target_not_writable", str(target)) from error
