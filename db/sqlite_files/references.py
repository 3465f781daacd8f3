"""Makes the rows of a salvaged workspace fit together again, so that one lost row does not take others along."""

import hashlib
import sqlite3

from resources import path
from reviewer_app.domain.ids import new_id

_PASSES = 5
_OF_PEOPLE = {"reviews": "person", "annotations": "author"}
_MISSING_CATALOGUES = (
    "SELECT catalogue FROM application_versions UNION SELECT catalogue FROM rounds EXCEPT SELECT sha256 FROM catalogues"
)
_ADD_CATALOGUE = "INSERT INTO catalogues (sha256, catalogue_id, version, source) VALUES (?, ?, '', ?)"


def mend(fresh: sqlite3.Connection) -> set[str]:
    """Give lost people and catalogues a stand-in, drop rows whose application or file is lost; name what changed."""
    changed = _mend_catalogues(fresh) | _mend_round(fresh)
    for _ in range(_PASSES):
        broken = fresh.execute("PRAGMA foreign_key_check").fetchall()
        if not broken:
            break
        for table, rowid, parent, _ in broken:
            changed.add(table)
            if parent == "people" and table in _OF_PEOPLE:
                _add_nameless(fresh, rowid, table)
            elif parent == "people" and table == "rounds":
                fresh.execute("UPDATE rounds SET me = NULL")
            elif parent == "catalogues":
                (stand_in,) = fresh.execute("SELECT sha256 FROM catalogues").fetchone()
                fresh.execute(f"UPDATE {table} SET catalogue = ? WHERE rowid = ?", (stand_in, rowid))  # noqa: S608  # ours
            else:
                fresh.execute(f"DELETE FROM {table} WHERE rowid = ?", (rowid,))  # noqa: S608  # a name of ours
    return changed | _show_newest_left(fresh) | _stand_in_for_versions(fresh)


def bring_back_catalogues(fresh: sqlite3.Connection) -> None:
    """Add the catalogues that the rows name and the program itself comes with."""
    missing = {sha256 for (sha256,) in fresh.execute(_MISSING_CATALOGUES)}
    for file in sorted(path("catalogues").glob("*.toml")) if missing else ():
        source = file.read_text(encoding="utf-8")
        sha256 = hashlib.sha256(source.encode()).hexdigest()
        if sha256 in missing:
            fresh.execute(_ADD_CATALOGUE, (sha256, file.stem, source))


def _mend_catalogues(fresh: sqlite3.Connection) -> set[str]:
    """Correct a flipped hash from the text it belongs to; name the table where text and hash differ."""
    changed = set()
    for sha256, source in fresh.execute("SELECT sha256, source FROM catalogues").fetchall():
        right = hashlib.sha256(str(source).encode()).hexdigest()
        if right != sha256:
            changed.add("catalogues")
            used = (
                "SELECT 1 FROM application_versions WHERE catalogue = ? UNION SELECT 1 FROM rounds WHERE catalogue = ?"
            )
            if fresh.execute(used, (right, right)).fetchone():
                fresh.execute("UPDATE catalogues SET sha256 = ? WHERE sha256 = ?", (right, sha256))
    return changed


def _mend_round(fresh: sqlite3.Connection) -> set[str]:
    """Put a nameless round where it is lost."""
    if fresh.execute("SELECT 1 FROM rounds").fetchone():
        return set()
    fresh.execute(
        "INSERT INTO rounds (id, mark, previous_mark, title, catalogue, is_demo, last_change) VALUES (?, ?, '', '?',"
        " (SELECT sha256 FROM catalogues LIMIT 1), 0,"
        " coalesce((SELECT max(at) FROM history), '1970-01-01 00:00:00.000000'))",
        (new_id(), new_id()),
    )
    return {"rounds"}


def _add_nameless(fresh: sqlite3.Connection, rowid: int, table: str) -> None:
    person = f"SELECT {_OF_PEOPLE[table]}, '?', '?', 0, 'reviewer', '[]', '[]' FROM {table} WHERE rowid = ?"  # noqa: S608  # ours
    columns = "id, name, name_key, number, role, employers, mandates"
    fresh.execute(f"INSERT OR IGNORE INTO people ({columns}) {person}", (rowid,))


def _show_newest_left(fresh: sqlite3.Connection) -> set[str]:
    """Let an application whose newest version is lost show the newest one left; name the table where one is."""
    changed = fresh.execute(
        "UPDATE applications SET newest = coalesce((SELECT max(version) FROM application_versions AS v"
        " WHERE v.application = applications.id), newest) WHERE NOT EXISTS (SELECT 1 FROM application_versions AS v"
        " WHERE v.application = applications.id AND v.version = applications.newest)"
    ).rowcount
    return {"applications"} if changed else set()


def _stand_in_for_versions(fresh: sqlite3.Connection) -> set[str]:
    """Put a nameless version where all versions of an application are lost, so that its reviews can be read."""
    changed = fresh.execute(
        "INSERT INTO application_versions (application, version, name, procedure, catalogue, file_reference,"
        " proceeding, fingerprint, findings, changes, digest)"
        " SELECT id, newest, '?', '', (SELECT catalogue FROM rounds), '', '', '', '[]', '[]', '' FROM applications"
        " WHERE id NOT IN (SELECT application FROM application_versions)"
    ).rowcount
    return {"application_versions"} if changed else set()
