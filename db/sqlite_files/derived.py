"""Tables that hold nothing of their own: the index of texts and what formal checks propose, made again when gone.

They belong to no schema version. They are made when something is first put into them, may be missing, and are thrown
away before a file is upgraded; where they are there, they must be as we make them, because what is stored can act.
"""

import sqlite3
from collections.abc import Iterable, Mapping
from contextlib import suppress

WORDS = "search_words"
PROPOSALS = "formal_proposals"
_TEXTS = (
    "CREATE TABLE search_texts (id INTEGER PRIMARY KEY, unit TEXT NOT NULL, part INTEGER NOT NULL,"
    " field TEXT NOT NULL, body TEXT NOT NULL)"
)
_DOCSIZE = f"CREATE TABLE '{WORDS}_docsize'(id INTEGER PRIMARY KEY, sz BLOB"
_PROPOSALS = "application TEXT PRIMARY KEY, digest TEXT NOT NULL, checks TEXT NOT NULL"
DERIVED: Mapping[str, tuple[str, ...]] = {
    "search_units": ("CREATE TABLE search_units (unit TEXT PRIMARY KEY, stamp INTEGER NOT NULL) WITHOUT ROWID",),
    "search_texts": (_TEXTS,),
    "ix_search_texts_unit": ("CREATE INDEX ix_search_texts_unit ON search_texts (unit)",),
    WORDS: (f"CREATE VIRTUAL TABLE {WORDS} USING fts5(words, content='', tokenize='unicode61 remove_diacritics 0')",),
    f"{WORDS}_data": (f"CREATE TABLE '{WORDS}_data'(id INTEGER PRIMARY KEY, block BLOB)",),
    f"{WORDS}_idx": (f"CREATE TABLE '{WORDS}_idx'(segid, term, pgno, PRIMARY KEY(segid, term)) WITHOUT ROWID",),
    f"{WORDS}_docsize": (f"{_DOCSIZE})", f"{_DOCSIZE}, origin INTEGER)"),
    f"{WORDS}_config": (f"CREATE TABLE '{WORDS}_config'(k PRIMARY KEY, v) WITHOUT ROWID",),
    PROPOSALS: (f"CREATE TABLE {PROPOSALS} ({_PROPOSALS}) WITHOUT ROWID",),
}
"""The words of every derived table and its indexes by name, as any version of SQLite writes them."""

INDEX = (WORDS, "search_texts", "search_units")
"""What has to be dropped for all of the index of texts to go."""


_FRESH = (
    "DELETE FROM search_words_data",
    "DELETE FROM search_words_idx",
    "INSERT INTO search_words_data VALUES (1, x''), (10, x'00000000000000')",
    "INSERT OR REPLACE INTO search_words_config VALUES ('version', 4)",
)
"""What an empty index of FTS5 holds; one whose own records are lost can otherwise not even be dropped."""


def drop(connection: sqlite3.Connection, names: Iterable[str] = (*INDEX, PROPOSALS)) -> None:
    """Throw derived tables away, whatever is left of them; what cannot be dropped stays."""
    for name in names:
        try:
            connection.execute(f"DROP TABLE IF EXISTS {name}")
        except sqlite3.DatabaseError:
            with suppress(sqlite3.DatabaseError):
                if name == WORDS:
                    _empty(connection)
                connection.execute(f"DROP TABLE IF EXISTS {name}")


def _empty(connection: sqlite3.Connection) -> None:
    """Write the records of an empty index, which SQLite's defence against that forbids otherwise."""
    connection.setconfig(sqlite3.SQLITE_DBCONFIG_DEFENSIVE, False)
    try:
        for statement in _FRESH:
            connection.execute(statement)
    finally:
        connection.setconfig(sqlite3.SQLITE_DBCONFIG_DEFENSIVE, True)
