"""The one round of a workspace and its settings."""

from dataclasses import replace
from datetime import datetime

from sqlalchemy import insert, select, update

from db import cached_list
from db.repositories.transaction import Transaction
from db.tables import rounds, settings
from reviewer_app.domain.ids import PersonId
from reviewer_app.services.ports import RoundFacts

_IS_SETTING = settings.c.key != cached_list.KEY
"""The first look is no setting: it is large, and of use only before a workspace is open."""


class RoundsRepository:
    """The round's facts; own name and settings of the desk do not count as changes of the round."""

    def __init__(self, transaction: Transaction) -> None:
        """Work inside `transaction`."""
        self._transaction = transaction

    def get(self) -> RoundFacts:
        """Return the round's facts."""
        found = self._transaction.connection.execute(select(rounds)).mappings().first()
        row = self._transaction.require(found, "round", "")
        kept = self._transaction.connection.execute(
            select(settings.c.key, settings.c.value).where(_IS_SETTING).order_by(settings.c.key)
        )
        return RoundFacts(
            title=row["title"],
            reference_date=row["reference_date"],
            catalogue=row["catalogue"],
            me=None if row["me"] is None else PersonId(row["me"]),
            is_demo=row["is_demo"],
            reviews_due=row["reviews_due"],
            secrecy_confirmed=row["secrecy_confirmed"],
            settings={row.key: row.value for row in kept},
        )

    def put(self, facts: RoundFacts) -> None:
        """Store the round's facts; raise WorkspaceError where its catalogue is not in the store."""
        before = self.get()
        self._transaction.library.get(self._transaction.connection, facts.catalogue)
        self._transaction.connection.execute(
            update(rounds).values(
                title=facts.title,
                reference_date=facts.reference_date,
                catalogue=facts.catalogue,
                me=facts.me,
                is_demo=facts.is_demo,
                reviews_due=facts.reviews_due,
                secrecy_confirmed=facts.secrecy_confirmed,
            )
        )
        if dict(before.settings) != dict(facts.settings):
            self._transaction.connection.execute(settings.delete().where(_IS_SETTING))
            for key, value in facts.settings.items():
                self._transaction.connection.execute(insert(settings).values(key=key, value=value))
        if replace(before, me=None, settings={}) != replace(facts, me=None, settings={}):
            self._transaction.touch()

    def last_change(self) -> datetime:
        """Return when anything that people entered or imported last changed, this transaction included."""
        found: datetime | None = self._transaction.connection.scalar(select(rounds.c.last_change))
        stored = self._transaction.require(found, "round", "")
        return stored if self._transaction.changed is None else max(stored, self._transaction.changed)

    def cache_list(self, text: str) -> None:
        """Cache the list that the next opening shows first; it holds until anything else is committed."""
        mark = self._transaction.connection.scalar(select(rounds.c.mark))
        self._transaction.put(settings, {"key": cached_list.KEY}, {"value": f"{mark}\n{text}"})

    def cached_list(self) -> str:
        """Return the cached list, empty where it is not of the state the file is in."""
        mark = self._transaction.connection.scalar(select(rounds.c.previous_mark))
        held = self._transaction.connection.scalar(select(settings.c.value).where(settings.c.key == cached_list.KEY))
        return cached_list.holding(held, mark)
