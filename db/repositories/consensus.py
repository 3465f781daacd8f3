"""The agreed values of applications, each with its reason, on the scale of the catalogue they are scored by.

That an application is released stands as a setting of the round (`release.` and its id: moment, name and what was
confirmed, tabs between them); who did it and took it back, when and why, stands in the history.
"""

from collections.abc import Mapping
from datetime import datetime

from sqlalchemy import RowMapping, Select, delete, select

from db import mapping
from db.repositories import history
from db.repositories.transaction import Transaction
from db.tables import application_versions as versions
from db.tables import applications, of_newest_version, plain, settings
from db.tables import consensus as table
from db.tables import history as lines
from reviewer_app.domain.ids import ApplicationId
from reviewer_app.domain.reviews.consolidation import Consensus, ConsensusOrigin, Release

RELEASE = "release."
RELEASED = "released"


class ConsensusRepository:
    """Agreed values; every change leaves a line in the history."""

    def __init__(self, transaction: Transaction) -> None:
        """Work inside `transaction`."""
        self._transaction = transaction

    def of(self, application: ApplicationId) -> Mapping[str, Consensus]:
        """Return the consensus values by criterion."""
        rows = self._rows(_agreed().where(table.c.application == application))
        return {row["criterion"]: self._value(row) for row in rows}

    def all(self) -> Mapping[ApplicationId, Mapping[str, Consensus]]:
        """Return all of them by application; an application without one has no entry."""
        found: dict[ApplicationId, dict[str, Consensus]] = {}
        for row in self._rows(_agreed()):
            found.setdefault(ApplicationId(row["application"]), {})[row["criterion"]] = self._value(row)
        return found

    def put(self, application: ApplicationId, consensus: Consensus, at: datetime, by: str) -> None:
        """Store an agreed value and append to the history where it differs; raise ValueError off the scale.

        The history keeps its reason, or the median it was taken over from.
        """
        scale = self._transaction.scale(self._catalogue(application))
        step = scale.index(consensus.value)
        before = self.of(application).get(consensus.criterion)
        reason = plain(consensus.reason)
        median = "" if consensus.median is None else mapping.exact_text(consensus.median)
        told = (consensus.value, reason, consensus.origin, consensus.median)
        if before is not None and (before.value, before.reason, before.origin, before.median) == told:
            return
        self._transaction.put(
            table,
            {"application": application, "criterion": consensus.criterion},
            {
                "step": step,
                "reason": reason,
                "origin": consensus.origin.value,
                "at": at,
                "author": by,
                "median": median or None,
            },
        )
        stamp = history.Stamp(at, by, consensus.origin.value, reason or median)
        self._append(application, consensus.criterion, before, mapping.exact_text(consensus.value), stamp)

    def remove(self, application: ApplicationId, criterion: str, at: datetime, by: str) -> None:
        """Take an agreed value back and append to the history."""
        before = self.of(application).get(criterion)
        if before is None:
            return
        same = (table.c.application == application) & (table.c.criterion == criterion)
        self._transaction.connection.execute(delete(table).where(same))
        self._append(application, criterion, before, "", history.Stamp(at, by))

    # Release

    def releases(self) -> Mapping[ApplicationId, Release]:
        """Return who released which application when; one that is not released has no entry.

        Where the setting cannot be read, the history says it once more.
        """
        wanted = select(settings).where(settings.c.key.startswith(RELEASE, autoescape=True))
        found: dict[ApplicationId, Release] = {}
        for row in self._transaction.connection.execute(wanted):
            application = ApplicationId(row.key.removeprefix(RELEASE))
            release = self._release(application, row.value)
            if release is not None:
                found[application] = release
        return found

    def release_of(self, application: ApplicationId) -> Release | None:
        """Return who released an application when, None where it is not released."""
        wanted = select(settings.c.value).where(settings.c.key == RELEASE + application)
        value = self._transaction.connection.scalar(wanted)
        return None if value is None else self._release(application, value)

    def _release(self, application: ApplicationId, value: str) -> Release | None:
        """Return the release that a setting spells, else the one the history tells of."""
        moment, by, confirmed, reason = (*value.split("\t", 3), "", "", "")[:4]
        try:
            found = Release(datetime.fromisoformat(moment), by, confirmed, reason)
        except ValueError:
            return self._told_release(application)
        return found if confirmed else self._told_release(application) or found  # as settings were at first

    def _told_release(self, application: ApplicationId) -> Release | None:
        """Return the last release the history knows, None where there was none."""
        wanted = (
            select(lines.c.at, lines.c.author, lines.c.note)
            .where(lines.c.application == application, lines.c.what == "release", lines.c.text == RELEASED)
            .order_by(lines.c.id.desc())
        )
        row = self._transaction.connection.execute(wanted).first()
        if row is None:
            return None
        confirmed, _, reason = row.note.partition("\n")
        return Release(row.at, row.author, confirmed, reason)

    def release(self, application: ApplicationId, at: datetime, by: str, confirmed: str, reason: str = "") -> None:
        """Store that an application is released and append to the history.

        Its note is what was confirmed and, in a line below, the reason why a missing review was not waited for.
        """
        before = RELEASED if self.release_of(application) else ""
        sentence, why = " ".join(plain(confirmed).split()), plain(reason)
        told = (at.isoformat(), " ".join(by.split()), sentence, why)
        self._transaction.put(settings, {"key": RELEASE + application}, {"value": "\t".join(told)})
        note = f"{sentence}\n{why}" if why else sentence
        self._tell_release(application, before, RELEASED, history.Stamp(at, by, note=note))

    def withdraw_release(self, application: ApplicationId, at: datetime, by: str, reason: str) -> None:
        """Store that it is no longer released and append to the history."""
        if self.release_of(application):
            self._transaction.connection.execute(delete(settings).where(settings.c.key == RELEASE + application))
            self._tell_release(application, RELEASED, "", history.Stamp(at, by, note=plain(reason)))

    def _tell_release(self, application: ApplicationId, before: str, after: str, stamp: history.Stamp) -> None:
        history.append(
            self._transaction, history.HistorySubject(application, None, "", "release"), before, after, stamp
        )

    def _append(
        self, application: ApplicationId, criterion: str, before: Consensus | None, after: str, stamp: history.Stamp
    ) -> None:
        spelt = "" if before is None else mapping.exact_text(before.value)
        history.append(
            self._transaction, history.HistorySubject(application, None, criterion, "consensus"), spelt, after, stamp
        )

    def _catalogue(self, application: ApplicationId) -> str:
        wanted = (
            select(versions.c.catalogue).join(applications, of_newest_version()).where(applications.c.id == application)
        )
        found: str | None = self._transaction.connection.scalar(wanted)
        return self._transaction.require(found, "application", application)

    def _rows(self, wanted: Select[tuple[object, ...]]) -> list[RowMapping]:
        return list(self._transaction.connection.execute(wanted).mappings())

    def _value(self, row: RowMapping) -> Consensus:
        return Consensus(
            row["criterion"],
            mapping.value_at(self._transaction.scale_values(row["catalogue"]), row["step"]),
            row["reason"],
            ConsensusOrigin(row["origin"]),
            row["at"],
            mapping.exact_number(row["median"]),
        )


def _agreed() -> Select[tuple[object, ...]]:
    """Return the query for agreed values with the catalogue their application is scored by."""
    return (
        select(table, versions.c.catalogue)
        .join(applications, applications.c.id == table.c.application)
        .join(versions, of_newest_version())
        .order_by(table.c.application, table.c.criterion)
    )
