"""Applications with all their versions, their annexes' facts and the decisions on formal checks."""

from collections.abc import Collection, Iterator, Mapping, Sequence
from datetime import date
from itertools import batched, chain
from typing import Any

from sqlalchemy import ColumnElement, Row, RowMapping, Select, delete, select, update

from db import mapping
from db.repositories import formal_proposals, history, rescaling
from db.repositories.transaction import Transaction
from db.tables import application_versions as versions
from db.tables import applications, attachments, formal_decisions, of_newest_version
from reviewer_app.domain.application import Annex, Application, FieldChange
from reviewer_app.domain.catalogue import Catalogue
from reviewer_app.domain.errors import BrokenError, WorkspaceError
from reviewer_app.domain.form.answers import Answers
from reviewer_app.domain.form.formal_checks import FormalOutcome, open_proposals
from reviewer_app.domain.ids import ApplicationId
from reviewer_app.services.ports import ListedApplication

type AnyRow = Row[*tuple[Any, ...]]

_AT_ONCE = 100
"""How many applications are read together where they come one after the other."""


class ApplicationsRepository:
    """Everything that came in, in its newest version unless versions are asked for."""

    def __init__(self, transaction: Transaction) -> None:
        """Work inside `transaction`."""
        self._transaction = transaction
        self._proposals = formal_proposals.FormalProposals(transaction)

    def numbers(self) -> tuple[str, ...]:
        """Return all numbers in order."""
        found = select(applications.c.number).order_by(applications.c.number)
        return tuple(self._transaction.connection.scalars(found))

    def names(self) -> tuple[tuple[str, str], ...]:
        """Return (number, name) of every application's newest version, by number, without reading any form."""
        found = (
            select(applications.c.number, versions.c.name)
            .join_from(applications, versions, of_newest_version())
            .order_by(applications.c.number)
        )
        return tuple((number, name) for number, name in self._transaction.connection.execute(found))

    def all(self, *, light: bool = False) -> tuple[Application, ...]:
        """Return every application's newest version, ordered by number; `light` leaves out form tables and members."""
        return tuple(self._read(_newest(light=light).order_by(applications.c.number), light=light))

    def listed(self, *roles: str) -> Iterator[ListedApplication]:
        """Yield what a list says of every application's newest version by number, few at a time.

        `roles` name the fields of the form whose answers it says.
        """
        for ids in self._few_at_a_time():
            rows = self._transaction.connection.execute(_heads(ids)).all()
            made = self._made_of(rows)
            proposed = self._proposals.that_hold(made)
            proposed |= self._proposed(made.keys() - proposed.keys())
            for row in rows:
                yield mapping.listed(row, self._fields(row.catalogue, roles), proposed[row.id])

    def keep_proposals(self) -> bool:
        """Keep what the formal checks propose wherever that is missing; say whether it was anywhere."""
        return sum(map(self._keep_proposals, self._few_at_a_time())) > 0

    def keep_proposals_of_rewritten(self) -> None:
        """Keep them for the applications that this transaction has written."""
        for ids in batched(self._transaction.rewritten, _AT_ONCE):
            self._keep_proposals(ids)
        self._transaction.rewritten.clear()

    def find(self, number: str) -> Application | None:
        """Return the newest version of the application with this number, or None."""
        return next(self._read(_newest().where(applications.c.number == number)), None)

    def get(self, application: ApplicationId, *, light: bool = False) -> Application:
        """Return the newest version; raise BrokenError where there is none of this id.

        `light` leaves out form tables and members: reading them takes longer than storing a score.
        """
        wanted = _newest(light=light).where(applications.c.id == application)
        found = next(self._read(wanted, light=light), None)
        return self._transaction.require(found, "application", application)

    def catalogue_of(self, application: ApplicationId) -> str:
        """Return the catalogue of the newest version; raise BrokenError where there is none of this id."""
        row = self._newest_row(application)
        return str(self._transaction.require(row, "application", application).catalogue)

    def versions(self, application: ApplicationId) -> tuple[Application, ...]:
        """Return all versions, oldest first."""
        every = (
            _joined(versions.c.application == applications.c.id)
            .where(applications.c.id == application)
            .order_by(versions.c.version)
        )
        return tuple(self._read(every))

    def add(self, application: Application, fingerprint: str) -> None:
        """Store a new application, or a new version of one that is there (same id, higher version).

        `fingerprint` is the SHA-256 of what came in. Raise WorkspaceError where another application has the number, or
        where scores are there that the scale of the new version's catalogue does not hold.
        """
        known = self._newest_row(application.id)
        if known is None:
            self.add_new([(application, fingerprint)])
            return
        self._require_free([application])
        if application.version <= known.newest:
            raise BrokenError("version_not_newer", application.number)
        self._insert_versions([(application, fingerprint)])
        if known.catalogue != application.catalogue:
            rescaling.keep_values(self._transaction, application, known.catalogue)
        self._transaction.connection.execute(
            update(applications)
            .where(applications.c.id == application.id)
            .values(number=application.number, newest=application.version)
        )
        self._transaction.rewritten[application.id] = None
        self._transaction.touch()

    def add_new(self, many: Sequence[tuple[Application, str]]) -> None:
        """Store applications of which none is there, each with its fingerprint, in few statements however many.

        Raise WorkspaceError where another application has one of their numbers.
        """
        if not many:
            return
        self._require_free([one for one, _ in many])
        rows = [
            {"id": one.id, "number": one.number, "newest": one.version, "withdrawn": one.withdrawn} for one, _ in many
        ]
        self._transaction.insert(applications, rows)
        self._insert_versions(many)
        self._transaction.rewritten |= {one.id: one for one, _ in many}
        self._transaction.touch()

    def _require_free(self, many: Sequence[Application]) -> None:
        """Raise WorkspaceError where an application of another id has the number of one of them."""
        ids = {one.number: one.id for one in many}
        for some in batched(ids, _AT_ONCE):
            holders = select(applications.c.number, applications.c.id).where(applications.c.number.in_(some))
            for number, holder in self._transaction.connection.execute(holders):
                if holder != ids[number]:
                    raise WorkspaceError("number_taken", number)

    def fingerprint(self, application: ApplicationId) -> str:
        """Return the fingerprint of the newest version, empty where it came from a score table."""
        row = self._newest_row(application)
        return str(self._transaction.require(row, "application", application).fingerprint)

    def changes(self, application: ApplicationId) -> tuple[FieldChange, ...]:
        """Return the field changes recorded with the newest version."""
        row = self._transaction.require(self._newest_row(application), "application", application)
        return mapping.changes(row.changes, row.number)

    def put_changes(self, application: ApplicationId, changes: Sequence[FieldChange]) -> None:
        """Record what changed with the newest version."""
        self._update_newest(application, {"changes": mapping.changes_text(changes)})
        self._transaction.touch()

    def withdraw(self, application: ApplicationId, day: date | None) -> None:
        """Mark an application as withdrawn on `day`, or not withdrawn (None)."""
        same = applications.c.id == application
        if self.get(application).withdrawn != day:
            self._transaction.connection.execute(update(applications).where(same).values(withdrawn=day))
            self._transaction.touch()

    def update(self, application: Application) -> None:
        """Rewrite the newest version's facts (name, dates, references, findings, annexes), not its form."""
        newest = self._transaction.require(self._newest_row(application.id), "application", application.id)
        self._update_newest(application.id, mapping.version_columns(application))
        of_version = (attachments.c.application == application.id) & (attachments.c.version == newest.newest)
        self._transaction.connection.execute(delete(attachments).where(of_version))
        annexes = mapping.annex_columns(application)
        self._transaction.insert(attachments, [row | {"version": newest.newest} for row in annexes])
        self._transaction.rewritten[application.id] = None
        self._transaction.touch()

    def decide_formal(self, application: ApplicationId, check: str, outcome: FormalOutcome | None) -> None:
        """Store a person's decision on a formal check, or take it back; the history names who sits at the desk."""
        before = self.formal_decisions(application).get(check)
        if before is outcome:
            return
        key = {"application": application, "check_id": check}
        if outcome is None:
            same = (formal_decisions.c.application == application) & (formal_decisions.c.check_id == check)
            self._transaction.connection.execute(delete(formal_decisions).where(same))
        else:
            self._transaction.put(formal_decisions, key, {"outcome": outcome.value})
        history.append(
            self._transaction,
            history.HistorySubject(application, None, check, "formal"),
            before or "",
            outcome or "",
            history.Stamp(self._transaction.clock(), self._transaction.own_name()),
        )

    def formal_decisions(self, application: ApplicationId) -> Mapping[str, FormalOutcome]:
        """Return the decisions on formal checks by check id."""
        found = select(formal_decisions.c.check_id, formal_decisions.c.outcome).where(
            formal_decisions.c.application == application
        )
        return {check: FormalOutcome(outcome) for check, outcome in self._transaction.connection.execute(found)}

    def all_formal_decisions(self) -> Mapping[ApplicationId, Mapping[str, FormalOutcome]]:
        """Return all of them by application; one without a decision has no entry."""
        found: dict[ApplicationId, dict[str, FormalOutcome]] = {}
        for application, check, outcome in self._transaction.connection.execute(select(formal_decisions)):
            found.setdefault(ApplicationId(application), {})[check] = FormalOutcome(outcome)
        return found

    def _few_at_a_time(self) -> Iterator[Sequence[ApplicationId]]:
        """Give the ids of all applications by number in handfuls, as a round may have thousands."""
        wanted = select(applications.c.id).order_by(applications.c.number)
        return batched(map(ApplicationId, self._transaction.connection.scalars(wanted).all()), _AT_ONCE)

    def _keep_proposals(self, ids: Sequence[ApplicationId]) -> int:
        """Keep them for a few applications; return how many had none that hold."""
        if not self._transaction.library.keeps_proposals:
            return 0
        made = self._made_of(self._transaction.connection.execute(_heads(ids)).all())
        missing = self._proposed(made.keys() - self._proposals.that_hold(made).keys())
        self._proposals.keep(made, missing)
        return len(missing)

    def _made_of(self, rows: Sequence[AnyRow]) -> dict[ApplicationId, str]:
        """Return what the formal checks of a few applications are made of."""
        ids = [row.id for row in rows]
        held: dict[ApplicationId, list[AnyRow]] = {one: [] for one in ids}
        wanted = (
            select(attachments.c.application, attachments.c.kind, attachments.c.states, attachments.c.blank_pages)
            .join(applications, of_newest_version(attachments))
            .where(applications.c.id.in_(ids))
            .order_by(attachments.c.application, attachments.c.position)
        )
        for one in self._transaction.connection.execute(wanted):
            held[one.application].append(one)
        return {row.id: formal_proposals.made_of(row, held[row.id]) for row in rows}

    def _proposed(self, ids: Collection[ApplicationId]) -> dict[ApplicationId, frozenset[str]]:
        """Return what the formal checks propose for a few applications, from what came in; what is new is at hand."""
        new = {one: self._transaction.rewritten.get(one) for one in ids}
        older = [key for key, one in new.items() if one is None]
        read = self._read(_newest().where(applications.c.id.in_(older)), counted=True) if older else ()
        found = chain((one for one in new.values() if one is not None), read)
        return {one.id: open_proposals(self._catalogue(one.catalogue), one) for one in found}

    def _fields(self, catalogue: str, roles: Sequence[str]) -> Mapping[str, str]:
        """Return the field of each role that a catalogue knows."""
        known = self._catalogue(catalogue)
        fields = {role: known.by_role(role) for role in roles}
        return {role: field.id for role, field in fields.items() if field is not None}

    def _newest_row(self, application: ApplicationId) -> Row[int, str, str, str, str] | None:
        """Return (newest, number, catalogue, fingerprint, changes) of an application's newest version."""
        wanted = (
            select(
                applications.c.newest,
                applications.c.number,
                versions.c.catalogue,
                versions.c.fingerprint,
                versions.c.changes,
            )
            .join_from(applications, versions, of_newest_version())
            .where(applications.c.id == application)
        )
        return self._transaction.connection.execute(wanted).first()

    def _update_newest(self, application: ApplicationId, values: mapping.Values) -> None:
        newest = select(applications.c.newest).where(applications.c.id == application).scalar_subquery()
        same = (versions.c.application == application) & (versions.c.version == newest)
        done = self._transaction.connection.execute(update(versions).where(same).values(**values))
        self._transaction.require(done.rowcount or None, "application", application)

    def _insert_versions(self, many: Sequence[tuple[Application, str]]) -> None:
        rows = [
            {
                "application": one.id,
                "version": one.version,
                "catalogue": one.catalogue,
                "imported_at": one.imported_at,
                "fingerprint": fingerprint,
                "changes": "[]",
                **mapping.version_columns(one),
                **mapping.content_columns(one),
            }
            for one, fingerprint in many
        ]
        self._transaction.insert(versions, rows)
        self._transaction.insert(attachments, [row for one, _ in many for row in mapping.annex_columns(one)])

    def _read(
        self, wanted: Select[tuple[object, ...]], *, light: bool = False, counted: bool = False
    ) -> Iterator[Application]:
        """Yield the applications of a query over applications and versions, annexes in one further query."""
        rows = self._transaction.connection.execute(wanted).mappings().all()
        annexes = self._annexes(rows)
        for row in rows:
            columns = Answers.counted_columns(self._catalogue(row["catalogue"])) if counted else None
            held = tuple(annexes.get((row["id"], row["version"]), ()))
            yield mapping.application(row, held, light=light, member_columns=columns)

    def _catalogue(self, sha256: str) -> Catalogue:
        return self._transaction.library.get(self._transaction.connection, sha256)

    def _annexes(self, rows: Sequence[RowMapping]) -> Mapping[tuple[str, int], list[Annex]]:
        """Return the annexes of the given versions, of a few applications by their ids, of many by one scan."""
        wanted = select(attachments).order_by(attachments.c.application, attachments.c.version, attachments.c.position)
        ids = {row["id"] for row in rows}
        if not ids:
            return {}
        if len(ids) <= _AT_ONCE:
            wanted = wanted.where(attachments.c.application.in_(ids))
        versions_wanted = {(row["id"], row["version"]) for row in rows}
        found: dict[tuple[str, int], list[Annex]] = {}
        for row in self._transaction.connection.execute(wanted).mappings():
            key = (row["application"], row["version"])
            if key in versions_wanted:
                found.setdefault(key, []).append(mapping.annex(row))
        return found


def _heads(ids: Collection[ApplicationId]) -> Select[tuple[object, ...]]:
    """Return the query for what a list says of a few applications, and what their formal checks are made of."""
    shown = (versions.c.name, versions.c.procedure, versions.c.catalogue, versions.c.reviews_due, versions.c.form)
    counted = (versions.c.reference_date, versions.c.received, versions.c.deadline, versions.c.digest)
    return (
        select(applications, *shown, *counted)
        .join_from(applications, versions, of_newest_version())
        .where(applications.c.id.in_(ids))
        .order_by(applications.c.number)
    )


def _newest(*, light: bool = False) -> Select[tuple[object, ...]]:
    """Return the query for applications in their newest version."""
    return _joined(of_newest_version(), light=light)


def _joined(on: ColumnElement[bool], *, light: bool = False) -> Select[tuple[object, ...]]:
    """Return the query over applications and versions, without the big columns where it is to be light."""
    left_out = {"application", "changes", "digest", "fingerprint"} | ({"form_tables", "members"} if light else set())
    columns = [column for column in versions.c if column.name not in left_out]
    return select(applications, *columns).join_from(applications, versions, on)
