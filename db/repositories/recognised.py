"""Text recognised in the pictures of pages, by the annex's SHA-256, so that it goes along with the file everywhere."""

from collections.abc import Collection, Mapping

from sqlalchemy import delete, func, select

from db import recognised_rows
from db.repositories.transaction import Transaction
from db.tables import recognised_pages
from reviewer_app.domain.errors import WorkspaceError
from reviewer_app.domain.text.recognised import RecognisedPage


class RecognisedRepository:
    """The recognised pages of the round's annexes."""

    def __init__(self, transaction: Transaction) -> None:
        """Work inside `transaction`."""
        self._transaction = transaction

    def of(self, sha256: str) -> Mapping[int, RecognisedPage]:
        """Return the recognised pages of an annex by their index from 0."""
        wanted = select(recognised_pages.c.page, recognised_pages.c.lines).where(recognised_pages.c.sha256 == sha256)
        rows = self._transaction.connection.execute(wanted).all()
        try:
            return {row.page: recognised_rows.page(row.lines) for row in rows}
        except (TypeError, ValueError, RecursionError) as error:
            raise WorkspaceError("workspace_damaged", "recognised_pages") from error

    def counts(self, hashes: Collection[str]) -> Mapping[str, int]:
        """Return how many pages of these annexes were recognised; one of which none was has no entry."""
        sha256 = recognised_pages.c.sha256
        wanted = select(sha256, func.count()).where(sha256.in_(hashes)).group_by(sha256)
        return {row[0]: row[1] for row in self._transaction.connection.execute(wanted)}

    def forget(self, sha256: str) -> None:
        """Forget what was recognised of an annex."""
        self._transaction.connection.execute(delete(recognised_pages).where(recognised_pages.c.sha256 == sha256))

    def put(self, sha256: str, page: int, found: RecognisedPage) -> None:
        """Keep what was recognised of a page in place of what was before."""
        key = {"sha256": sha256, "page": page}
        self._transaction.put(recognised_pages, key, {"lines": recognised_rows.lines(found)})
