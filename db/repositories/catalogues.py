"""Catalogue versions, whole: their source text under its hash, parsed again by whoever knows the format."""

from sqlalchemy import insert, select

from db.repositories.transaction import Transaction
from db.tables import catalogues
from reviewer_app.domain.catalogue import Catalogue


class CataloguesRepository:
    """Every catalogue version the round uses."""

    def __init__(self, transaction: Transaction) -> None:
        """Work inside `transaction`."""
        self._transaction = transaction

    def add(self, catalogue: Catalogue) -> None:
        """Keep a version (its source text and hash); the same hash again changes nothing."""
        known = select(catalogues.c.sha256).where(catalogues.c.sha256 == catalogue.sha256)
        if self._transaction.connection.scalar(known) is None:
            self._transaction.connection.execute(insert(catalogues).values(**catalogue_columns(catalogue)))
            self._transaction.touch()
        self._transaction.library.keep(catalogue)

    def get(self, sha256: str) -> Catalogue:
        """Return the version with this hash; raise WorkspaceError where there is none."""
        return self._transaction.library.get(self._transaction.connection, sha256)

    def all(self) -> tuple[Catalogue, ...]:
        """Return all versions, by id and version."""
        found = select(catalogues.c.sha256).order_by(
            catalogues.c.catalogue_id, catalogues.c.version, catalogues.c.sha256
        )
        return tuple(self.get(sha256) for sha256 in self._transaction.connection.scalars(found).all())


def catalogue_columns(catalogue: Catalogue) -> dict[str, str]:
    """Return the row of a catalogue version."""
    return {
        "sha256": catalogue.sha256,
        "catalogue_id": catalogue.id,
        "version": catalogue.version,
        "source": catalogue.source,
    }
