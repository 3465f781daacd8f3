"""The full-text index of a workspace: SQLite's FTS5 over folded words, beside the texts they were taken from.

Everything here can be thrown away and made again, so its tables belong to no schema version: they are made when a text
is first indexed, may be missing, and are dropped when they are damaged or of another edition. Another database would
bring its own module with the same port.
"""

import sqlite3
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from itertools import batched
from typing import Any

from sqlalchemy import CursorResult, Row, select
from sqlalchemy.exc import DBAPIError

from db import mapping
from db.repositories.transaction import Transaction
from db.sqlite_files.derived import DERIVED, INDEX, WORDS, drop
from db.tables import applications, attachments, of_newest_version, plain, reviews
from reviewer_app.domain.errors import WorkspaceError
from reviewer_app.domain.ids import ApplicationId, PersonId
from reviewer_app.domain.reviews.review import ReviewState
from reviewer_app.domain.text.folding import EDITION, folded_words
from reviewer_app.domain.text.search_words import PASSAGE, Search
from reviewer_app.services.search import port as search_port
from reviewer_app.services.search.port import (
    HeldAnnex,
    HeldReview,
    IndexLostError,
    Pending,
    PlacedText,
    TextCandidate,
    Unit,
)

_MADE = ("search_units", "search_texts", "ix_search_texts_unit", WORDS)
_EDITION, _SEEN = f"edition:{EDITION}.{search_port.EDITION}", "seen:"
_AT_ONCE = 400

_ANNEXES = """
SELECT DISTINCT a.sha256 FROM applications p
JOIN attachments a ON a.application = p.id AND a.version = p.newest
"""
_WRITTEN = {
    search_port.REVIEW: "SELECT review AS key, max(id) AS stamp FROM history"
    " WHERE id > :seen AND review IS NOT NULL AND what IN ('rationale', 'overall') GROUP BY review",
    search_port.ANNOTATIONS: "SELECT application AS key, max(id) AS stamp FROM annotation_history"
    " WHERE id > :seen GROUP BY application",
}
_HEADS = {
    search_port.REVIEW: "SELECT max(id) FROM history"
    " WHERE application = (SELECT application FROM reviews WHERE id = :key)",
    search_port.ANNOTATIONS: "SELECT max(id) FROM annotation_history WHERE application = :key",
}
_ENDS = {
    search_port.REVIEW: "SELECT max(id) FROM history",
    search_port.ANNOTATIONS: "SELECT max(id) FROM annotation_history",
}
"""What is written again and again: its append-only history says what changed since the index last saw it."""


@contextmanager
def _lost() -> Iterator[None]:
    """Tell an index that is missing, damaged or impossible from every other fault of the store."""
    try:
        yield
    except WorkspaceError as error:
        if error.code != "workspace_damaged":
            raise
        raise IndexLostError from error
    except DBAPIError as error:
        raise IndexLostError from error


def _spelt(unit: Unit) -> str:
    return f"{unit.source}:{unit.key}"


def _unit(spelt: str) -> Unit:
    source, _, key = spelt.partition(":")
    return Unit(source, key)


def _range(unit: Unit) -> dict[str, str]:
    """Return the names a unit has had: a form's without its version, every other's alone."""
    first = _spelt(unit)
    if unit.source == search_port.FORM:
        first = first.rpartition(":")[0] + ":"
    return {"first": first, "end": first[:-1] + chr(ord(first[-1]) + 1)}


def _expression(search: Search, *, together: bool) -> str:
    """Return the search as FTS5 reads it; folded words hold no character that means anything to it."""
    words = [f'"{term.words}"{" *" if term.open_ended else ""}' for term in search.terms]
    near = f"NEAR({' '.join(words)}, {PASSAGE})"
    return near if together else f"({' AND '.join(words)}) NOT {near}"


class SearchIndexRepository:
    """The index inside one transaction."""

    def __init__(self, transaction: Transaction) -> None:
        """Work inside `transaction`."""
        self._transaction = transaction

    def ready(self) -> bool:
        """Say whether there is an index of today's edition."""
        made = self._run("SELECT name FROM sqlite_master WHERE name LIKE 'search_%'")
        if not {row.name for row in made}.issuperset(INDEX):
            return False
        try:
            with _lost():
                edition = self._run("SELECT unit FROM search_units WHERE unit = :unit", unit=_EDITION)
                return edition.first() is not None
        except IndexLostError:
            return False

    def prepare(self) -> None:
        """Make an empty index; raise IndexLostError where this SQLite has no full text search."""
        raw = self._transaction.connection.connection.driver_connection
        if isinstance(raw, sqlite3.Connection):
            drop(raw, INDEX)
        with _lost():
            for name in _MADE:
                self._run(DERIVED[name][0])
        self._run("INSERT INTO search_units VALUES (:unit, 0)", unit=_EDITION)

    def pending(self) -> Pending:
        """Return forms, then what people wrote, then annexes that are not indexed as they stand now."""
        known = self._known() if self.ready() else {}
        newest = self.newest()
        units = [Unit(search_port.FORM, f"{key}:{version}") for key, (_, version) in newest.items()]
        missing = [unit for unit in units if _spelt(unit) not in known]
        for source in _WRITTEN:
            missing += self._written(source, known)
        annexes = (Unit(search_port.ANNEX, row.sha256) for row in self._run(_ANNEXES))
        missing += [unit for unit in annexes if _spelt(unit) not in known]
        return Pending(tuple(missing), sum(not one.startswith((_EDITION, _SEEN)) for one in known))

    def begin(self, unit: Unit) -> None:
        """Forget a unit, and a form in its older versions."""
        named = _range(unit)
        rows = self._run("SELECT id, body FROM search_texts WHERE unit >= :first AND unit < :end", **named)
        for row in rows.all():
            self._run(
                "INSERT INTO search_words(search_words, rowid, words) VALUES ('delete', :id, :words)",
                id=row.id,
                words=folded_words(row.body),
            )
        self._run("DELETE FROM search_texts WHERE unit >= :first AND unit < :end", **named)
        self._run("DELETE FROM search_units WHERE unit >= :first AND unit < :end", **named)

    def add(self, unit: Unit, texts: Iterable[PlacedText]) -> None:
        """Add texts of a unit; those without a word are left out."""
        next_id = (self._run("SELECT max(id) FROM search_texts").scalar() or 0) + 1
        rows: list[dict[str, object]] = []
        words: list[dict[str, object]] = []
        for one in texts:
            folded = folded_words(one.body)
            if folded.strip():
                key = next_id + len(rows)
                rows.append(
                    {"id": key, "unit": _spelt(unit), "part": one.part, "field": one.field, "body": plain(one.body)}
                )
                words.append({"id": key, "words": folded})
        if rows:
            connection = self._transaction.connection
            connection.exec_driver_sql("INSERT INTO search_texts VALUES (:id, :unit, :part, :field, :body)", rows)
            connection.exec_driver_sql("INSERT INTO search_words(rowid, words) VALUES (:id, :words)", words)

    def finish(self, unit: Unit) -> None:
        """Note that a unit is indexed as it stands in this transaction."""
        stamp = 0
        if unit.source in _HEADS:
            stamp = self._run(_HEADS[unit.source], key=unit.key).scalar() or 0
        self._stamp(_spelt(unit), stamp)

    def settle(self) -> None:
        """Note how far what people wrote was looked through, so that the next look is short."""
        for source, ends in _ENDS.items():
            if not self._written(source, self._known()):
                self._stamp(_SEEN + source, self._run(ends).scalar() or 0)

    def find(
        self,
        search: Search,
        *,
        together: bool,
        units: Collection[Unit] | None = None,
        after: int = 0,
        most: int = 500,
    ) -> tuple[TextCandidate, ...]:
        """Return texts by id; raise IndexLostError where the index turns out to be unusable."""
        asked = {"words": _expression(search, together=together), "after": after, "most": most}
        inside = ""
        if units is not None:
            names = {f"u{place}": _spelt(unit) for place, unit in enumerate(units)}
            inside = f" AND t.unit IN ({', '.join(f':{name}' for name in names)})"
            asked |= names
        select_them = (
            "SELECT t.id, t.unit, t.part, t.field FROM search_words w CROSS JOIN search_texts t ON t.id = w.rowid"
            " WHERE search_words MATCH :words AND w.rowid > :after"
        )
        query = f"{select_them}{inside} ORDER BY w.rowid LIMIT :most"
        with _lost():
            rows = self._run(query, **asked).all()
        return tuple(TextCandidate(row.id, _unit(row.unit), row.part, row.field) for row in rows)

    def bodies(self, ids: Collection[int]) -> Mapping[int, str]:
        """Return texts by id."""
        found: dict[int, str] = {}
        with _lost():
            for row in self._listed("SELECT id, body FROM search_texts WHERE id IN ({})", list(ids)):
                found[row.id] = row.body
        return found

    def texts(self, unit: Unit) -> tuple[PlacedText, ...] | None:
        """Return the texts of a unit in their order, None where it is not indexed whole."""
        if not self.ready() or _spelt(unit) not in self._known():
            return None
        with _lost():
            rows = self._run(
                "SELECT part, field, body FROM search_texts WHERE unit = :unit ORDER BY id", unit=_spelt(unit)
            )
            return tuple(PlacedText(row.part, row.field, row.body) for row in rows)

    def newest(self) -> Mapping[ApplicationId, tuple[str, int]]:
        """Return number and newest version of every application, by number."""
        wanted = select(applications.c.id, applications.c.number, applications.c.newest).order_by(applications.c.number)
        return {row.id: (row.number, row.newest) for row in self._transaction.connection.execute(wanted)}

    def annexes(self, hashes: Collection[str]) -> tuple[HeldAnnex, ...]:
        """Return the annexes with these hashes in newest versions."""
        found: list[HeldAnnex] = []
        for some in batched(hashes, _AT_ONCE):
            wanted = (
                select(attachments)
                .join(applications, of_newest_version(attachments))
                .where(attachments.c.sha256.in_(some))
                .order_by(applications.c.number, attachments.c.position)
            )
            rows = self._transaction.connection.execute(wanted).mappings()
            found += [HeldAnnex(row["application"], mapping.annex(row)) for row in rows]
        return tuple(found)

    def reviews(self, ids: Collection[str]) -> Mapping[str, HeldReview]:
        """Return these reviews by id."""
        found: dict[str, HeldReview] = {}
        for some in batched(ids, _AT_ONCE):
            rows = self._transaction.connection.execute(select(reviews).where(reviews.c.id.in_(some)))
            found |= {row.id: HeldReview(row.application, row.person, ReviewState(row.state)) for row in rows}
        return found

    def own_reviews(self, person: PersonId) -> Mapping[ApplicationId, ReviewState]:
        """Return the state of each review of a person by application."""
        wanted = select(reviews.c.application, reviews.c.state).where(reviews.c.person == person)
        return {row.application: ReviewState(row.state) for row in self._transaction.connection.execute(wanted)}

    def units_of(self, application: ApplicationId) -> tuple[Unit, ...]:
        """Return the units of one application as it stands now."""
        number_and_version = self.newest().get(application)
        if number_and_version is None:
            return ()
        annexes = self._run(_ANNEXES + " WHERE p.id = :key", key=application)
        written = self._run("SELECT id FROM reviews WHERE application = :key", key=application)
        return (
            Unit(search_port.FORM, f"{application}:{number_and_version[1]}"),
            *(Unit(search_port.REVIEW, row.id) for row in written),
            Unit(search_port.ANNOTATIONS, application),
            *(Unit(search_port.ANNEX, row.sha256) for row in annexes),
        )

    def _known(self) -> dict[str, int]:
        with _lost():
            return {row.unit: row.stamp for row in self._run("SELECT unit, stamp FROM search_units")}

    def _written(self, source: str, known: Mapping[str, int]) -> list[Unit]:
        """Return the units of a source that were written to since they were indexed."""
        rows = self._run(_WRITTEN[source], seen=known.get(_SEEN + source, 0))
        return [Unit(source, row.key) for row in rows if known.get(f"{source}:{row.key}", -1) < row.stamp]

    def _stamp(self, name: str, stamp: int) -> None:
        self._run("INSERT OR REPLACE INTO search_units VALUES (:unit, :stamp)", unit=name, stamp=stamp)

    def _listed(self, query: str, values: Sequence[object]) -> Iterator[Row[Any]]:
        for some in batched(values, _AT_ONCE):
            names = {f"v{place}": value for place, value in enumerate(some)}
            yield from self._run(query.format(", ".join(f":{name}" for name in names)), **names)

    def _run(self, sql: str, **values: object) -> CursorResult[Any]:
        return self._transaction.connection.exec_driver_sql(sql, values)
