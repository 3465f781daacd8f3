"""What the formal checks propose, kept beside each application, so that a list of thousands reads no form for it.

A derived value: a row may be missing, and holds only while its digest, over all it was made of and what it says, is
that of today. So nobody has to take it away when something changes, not even an older program.
"""

import hashlib
from collections.abc import Collection, Iterable, Mapping
from typing import Any

from sqlalchemy import Row, column, delete, insert, select, table
from sqlalchemy.exc import DBAPIError

from db.repositories.transaction import Transaction
from db.sqlite_files.derived import DERIVED, PROPOSALS
from reviewer_app.domain.errors import WorkspaceError
from reviewer_app.domain.form.formal_checks import EDITION
from reviewer_app.domain.ids import ApplicationId

_table = table(PROPOSALS, column("application"), column("digest"), column("checks"))
_BETWEEN = "\n"
_UNDIVIDED = "\0"
"""Stands in no stored text, so that no two lists of parts are joined to the same text."""


class FormalProposals:
    """The kept proposals inside one transaction; where they cannot be read, there are none."""

    def __init__(self, transaction: Transaction) -> None:
        """Work inside `transaction`."""
        self._transaction = transaction

    def that_hold(self, made_of: Mapping[ApplicationId, str]) -> dict[ApplicationId, frozenset[str]]:
        """Return the checks proposed as open of each application whose proposals were made of just this."""
        if not self._transaction.library.keeps_proposals:
            return {}
        wanted = select(_table).where(_table.c.application.in_(made_of))
        try:
            rows = self._transaction.connection.execute(wanted).all()
        except (WorkspaceError, DBAPIError):
            return {}
        return {
            row.application: frozenset(filter(None, row.checks.split(_BETWEEN)))
            for row in rows
            if isinstance(row.checks, str) and row.digest == _digest(made_of[row.application], row.checks)
        }

    def keep(self, made_of: Mapping[ApplicationId, str], proposed: Mapping[ApplicationId, Collection[str]]) -> None:
        """Keep the proposals of some applications."""
        rows = []
        for application, checks in proposed.items():
            spelt = _BETWEEN.join(sorted(checks))
            rows.append({"application": application, "digest": _digest(made_of[application], spelt), "checks": spelt})
        if rows:
            connection = self._transaction.connection
            connection.exec_driver_sql(DERIVED[PROPOSALS][0].replace("TABLE", "TABLE IF NOT EXISTS", 1))
            connection.execute(delete(_table).where(_table.c.application.in_(proposed)))
            connection.execute(insert(_table), rows)


def made_of(version: Row[*tuple[Any, ...]], annexes: Iterable[Row[*tuple[Any, ...]]]) -> str:
    """Return all that the formal checks of a version are made of: catalogue, what came in, dates, state of annexes."""
    parts = [EDITION, version.catalogue, version.digest, version.reference_date, version.received, version.deadline]
    for one in annexes:
        parts += one.kind, one.states, one.blank_pages
    return _UNDIVIDED.join(map(str, parts))


def _digest(made_of: str, checks: str) -> str:
    return hashlib.sha256(f"{made_of}{_UNDIVIDED * 2}{checks}".encode()).hexdigest()
