"""What the repositories of one unit of work share: the connection, the time, the parsed catalogues, what was touched.

One object instead of four arguments in every repository, and one place that knows when the round last changed.
"""

import hashlib
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from fractions import Fraction
from functools import lru_cache
from operator import itemgetter
from typing import Any

from sqlalchemy import Connection, Dialect, Table, and_, select

from db.tables import catalogues, people, rounds
from reviewer_app.domain.application import Application
from reviewer_app.domain.catalogue import Catalogue
from reviewer_app.domain.errors import BrokenError, WorkspaceError
from reviewer_app.domain.ids import ApplicationId
from reviewer_app.domain.scale import Scale
from reviewer_app.services.ports import Clock

_HASH = 64


class Library:
    """The catalogues parsed so far, by hash: a version never changes, so each is parsed once for an open workspace."""

    def __init__(self, read_catalogue: Callable[[str], Catalogue]) -> None:
        """Keep the parser; `db` reads no catalogue files itself."""
        self.reader = read_catalogue
        self.keeps_proposals = True
        """Whether the table for them is not damaged: a transaction that meets damage takes nothing more."""
        self._parsed: dict[str, Catalogue] = {}
        self._values: dict[str, tuple[Fraction, ...]] = {}

    def keep(self, catalogue: Catalogue) -> None:
        """Remember a catalogue that is parsed already."""
        self._parsed[catalogue.sha256] = catalogue

    def get(self, connection: Connection, sha256: str) -> Catalogue:
        """Return the version `sha256`; raise WorkspaceError where the store has none or its text does not parse."""
        if sha256 not in self._parsed:
            source = connection.scalar(select(catalogues.c.source).where(catalogues.c.sha256 == sha256))
            if source is None:
                raise WorkspaceError("catalogue_missing", sha256[:12])
            if len(sha256) == _HASH and hashlib.sha256(source.encode()).hexdigest() != sha256:
                raise WorkspaceError("catalogue_damaged", sha256[:12])
            self._parsed[sha256] = self.reader(source)
        return self._parsed[sha256]

    def scale_values(self, connection: Connection, sha256: str) -> tuple[Fraction, ...]:
        """Return every value of the version's scale, ascending."""
        if sha256 not in self._values:
            self._values[sha256] = self.get(connection, sha256).scale.values()
        return self._values[sha256]


@dataclass(slots=True)
class Transaction:
    """One transaction on its way; `changed` is when the newest change in it happened, None where nothing changed.

    `rewritten` are the applications whose newest version is another, or has other facts: whole where they are new.
    """

    connection: Connection
    clock: Clock
    library: Library
    changed: datetime | None = field(default=None)
    rewritten: dict[ApplicationId, Application | None] = field(default_factory=dict)

    def touch(self, at: datetime | None = None) -> None:
        """Note that something people entered or imported changed, `at` or now."""
        moment = at or self.clock()
        self.changed = moment if self.changed is None else max(self.changed, moment)

    def scale(self, sha256: str) -> Scale:
        """Return the scale of a catalogue version."""
        return self.library.get(self.connection, sha256).scale

    def scale_values(self, sha256: str) -> tuple[Fraction, ...]:
        """Return every value of that scale, ascending, computed once."""
        return self.library.scale_values(self.connection, sha256)

    def own_name(self) -> str:
        """Return the name of the person at this desk, empty where none is set."""
        return self.connection.scalar(select(people.c.name).join_from(rounds, people, rounds.c.me == people.c.id)) or ""

    def insert(self, table: Table, rows: Sequence[Mapping[str, Any]]) -> None:
        """Add rows in one statement, however many; all name the columns that the first one names."""
        if not rows:
            return
        statement, names, processors = _insertion(table, tuple(rows[0]), self.connection.dialect)
        take = itemgetter(*names)
        many = []
        for row in rows:
            values = list(take(row))
            for place, process in processors:
                values[place] = process(values[place])
            many.append(tuple(values))
        self.connection.exec_driver_sql(statement, many)

    def put(self, table: Table, key: Mapping[str, Any], values: Mapping[str, Any]) -> None:
        """Write the row `key` of `table`, changed where it is there, new where it is not."""
        same = and_(*(table.c[name] == value for name, value in key.items()))
        changed = self.connection.execute(table.update().where(same).values(**values)) if values else None
        if changed is None or changed.rowcount == 0:
            self.connection.execute(table.insert().values(**key, **values))

    def require[T](self, found: T | None, kind: str, key: str) -> T:
        """Return `found`; raise BrokenError where a thing that must be there is not."""
        if found is None:
            raise BrokenError("not_in_store", kind, key=key)
        return found


type _Process = Callable[[Any], Any]


@lru_cache(maxsize=64)
def _insertion(
    table: Table, names: tuple[str, ...], dialect: Dialect
) -> tuple[str, tuple[str, ...], tuple[tuple[int, _Process], ...]]:
    """Return the statement that adds a row with these columns, their order in it, and how values of some are bound.

    Core binds the values of each row anew by name, which takes four times as long as storing them.
    """
    ordered = tuple(column.name for column in table.columns if column.name in names)
    statement = str(table.insert().compile(dialect=dialect, column_keys=list(ordered)))
    processors = (table.c[name].type.dialect_impl(dialect).bind_processor(dialect) for name in ordered)
    return statement, ordered, tuple((place, one) for place, one in enumerate(processors) if one is not None)
