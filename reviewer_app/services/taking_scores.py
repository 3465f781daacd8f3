"""Taking a score table in: others' reviews beside one's own, replaced only by a later table, never over the desk."""

from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from reviewer_app.domain.application import Application
from reviewer_app.domain.catalogue import Catalogue
from reviewer_app.domain.finding import Finding, Place, Severity
from reviewer_app.domain.ids import ApplicationId, PersonId, new_id
from reviewer_app.domain.review import Person, Review, ReviewOrigin, ReviewState
from reviewer_app.exchange.score_table import Entry, by_review, read_score_table
from reviewer_app.services.ports import UnitOfWork


@dataclass(frozen=True, slots=True)
class TakenScores:
    """What a table did: reviews begun and changed, findings; with an error among them nothing may be committed."""

    begun: int
    changed: int
    findings: tuple[Finding, ...]
    applications: tuple[str, ...] = ()

    @property
    def refused(self) -> bool:
        """Something must be mended first."""
        return any(finding.severity is Severity.ERROR for finding in self.findings)


def take_scores(uow: UnitOfWork, path: Path, data: bytes, at: datetime, *, create_missing: bool) -> TakenScores:
    """Store a table's scores without committing; the caller commits where nothing was refused."""
    facts = uow.rounds.get()
    catalogue = uow.catalogues.get(facts.catalogue)
    known = {one.number: one for one in uow.applications.all(light=True)}
    criteria = {number: _keys(uow.catalogues.get(one.catalogue)) for number, one in known.items()}
    table = read_score_table(data, path.name, catalogue.scale, criteria | {"": _keys(catalogue)})
    if table.wrong:
        return TakenScores(0, 0, table.findings)
    taking = _Taking(uow, path.name, at, create_missing=create_missing, catalogue=catalogue, known=known)
    for (number, reviewer), entries in by_review(table.entries):
        taking.take(number, reviewer, entries)
    numbers = tuple(dict.fromkeys(entry.application for entry in table.entries))
    return TakenScores(taking.begun, taking.changed, (*table.findings, *taking.findings), numbers)


def _keys(catalogue: Catalogue) -> frozenset[str]:
    return frozenset(criterion.key for criterion in catalogue.criteria)


class _Taking:
    """Stores one table's reviews, gathering what speaks against it."""

    def __init__(  # what one table needs
        self,
        uow: UnitOfWork,
        file: str,
        at: datetime,
        *,
        create_missing: bool,
        catalogue: Catalogue,
        known: dict[str, Application],
    ) -> None:
        self._uow = uow
        self._file = file
        self._at = at
        self._create_missing = create_missing
        self._catalogue = catalogue
        self._known = known
        self.begun = 0
        self.changed = 0
        self.findings: list[Finding] = []

    def take(self, number: str, reviewer: str, entries: tuple[Entry, ...]) -> None:
        """Store one review."""
        row = entries[0].row
        application = self._known.get(number) or self._missing(number, row)
        if application is None:
            return
        person = self._uow.people.find(reviewer) or self._person(reviewer)
        review = self._uow.reviews.find(application.id, person.id)
        if review is not None and review.origin is not ReviewOrigin.TABLE:
            self._refuse("table_own_review", row, application=number, reviewer=reviewer)
            return
        self._store(application, person, review, entries)

    def _missing(self, number: str, row: int) -> Application | None:
        if not self._create_missing:
            self._refuse("table_unknown_application", row, application=number)
            return None
        procedure = next((name for rule in self._catalogue.rules for name in rule.procedures), "")
        facts = self._uow.rounds.get()
        made = Application(
            id=ApplicationId(new_id()),
            number=number,
            name=number,
            procedure=procedure,
            catalogue=self._catalogue.sha256,
            reference_date=facts.reference_date,
            imported_at=self._at,
        )
        self._uow.applications.add(made, "")
        self._known[number] = made
        return made

    def _person(self, name: str) -> Person:
        number = 1 + max((person.number for person in self._uow.people.all()), default=0)
        person = Person(PersonId(new_id()), name, number)
        self._uow.people.put(person)
        return person

    def _refuse(self, code: str, row: int, **params: str) -> None:
        self.findings.append(Finding(code, Severity.ERROR, Place(file=self._file, row=row), params=params))

    def _store(
        self, application: Application, person: Person, review: Review | None, entries: tuple[Entry, ...]
    ) -> None:
        reviews, begun = self._uow.reviews, review is None
        present = review or reviews.create(application.id, person.id, ReviewOrigin.TABLE, self._at)
        changed = False
        for entry in entries:
            if present.value(entry.criterion) != entry.value:
                reviews.set_value(present.id, entry.criterion, entry.value, self._at, self._file)
                changed = True
            if entry.rationale is not None and present.rationale(entry.criterion) != entry.rationale:
                reviews.set_rationale(present.id, entry.criterion, entry.rationale, self._at, self._file)
                changed = True
        after = reviews.find(application.id, person.id) or present
        catalogue = self._uow.catalogues.get(application.catalogue)
        complete = all(after.value(criterion.key) is not None for criterion in catalogue.criteria)
        wanted = ReviewState.SUBMITTED if complete else ReviewState.DRAFT
        if after.state is not wanted:
            reviews.set_state(present.id, wanted, self._at, self._file)
        self.begun += begun
        self.changed += changed and not begun
