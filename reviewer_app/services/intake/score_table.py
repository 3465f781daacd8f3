"""Taking a score table in: others' reviews beside one's own, replaced only by a later table, never over the desk."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from datetime import datetime
from functools import lru_cache
from itertools import chain
from pathlib import Path

from reviewer_app.domain import locale, localised
from reviewer_app.domain.application import Application, FieldChange
from reviewer_app.domain.catalogue import Catalogue
from reviewer_app.domain.finding import Finding, FindingPlace, Severity
from reviewer_app.domain.ids import ApplicationId, PersonId, ReviewId, new_id
from reviewer_app.domain.localised import Words
from reviewer_app.domain.reviews.conflict import excluded_of
from reviewer_app.domain.reviews.permissions import Act, Contribution, denied
from reviewer_app.domain.reviews.review import (
    Gap,
    Missing,
    Person,
    Review,
    ReviewOrigin,
    ReviewState,
    Score,
    drawn_number,
    missing,
)
from reviewer_app.domain.scale import Value
from reviewer_app.exchange.score_table import Entry, by_review, read_score_table
from reviewer_app.services.permissions import situations
from reviewer_app.services.ports import BegunReview, ReviewChange, UnitOfWork


@dataclass(frozen=True, slots=True)
class TakenReview:
    """One review of a table: begun or changed, with the answers by criterion as people read them, and its findings."""

    application: Application
    reviewer: str
    begun: bool
    values: int
    rationales: int
    changes: tuple[FieldChange, ...] = ()
    findings: tuple[Finding, ...] = ()


@dataclass(frozen=True, slots=True)
class TakenScores:
    """What a table did: reviews begun and changed, findings; with an error among them nothing may be committed.

    `findings` are those of the table, each review has its own; `messages` are all of them.
    """

    begun: int
    changed: int
    findings: tuple[Finding, ...]
    applications: tuple[str, ...] = ()
    reviews: tuple[TakenReview, ...] = field(default=(), repr=False)

    @property
    def messages(self) -> tuple[Finding, ...]:
        """What is to be said of the table and of its reviews."""
        return (*self.findings, *chain.from_iterable(one.findings for one in self.reviews))

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
    every = tuple(by_review(table.entries))
    taking.look_up(every)
    for (number, reviewer), entries in every:
        taking.check(number, reviewer, entries)
    for (number, reviewer), entries in () if taking.findings else every:
        taking.take(number, reviewer, entries)
    uow.applications.add_new(taking.missing)
    uow.reviews.write(taking.steps)
    numbers = tuple(dict.fromkeys(entry.application for entry in table.entries))
    findings = (*table.findings, *taking.findings)
    return TakenScores(taking.begun, taking.changed, findings, numbers, tuple(taking.reviews))


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
        self._situation = situations(uow)
        self._stated = uow.people.all_conflicts()
        self._released = uow.consensus.releases()
        self._unknown: set[str] = set()
        self._file = file
        self._at = at
        self._create_missing = create_missing
        self._catalogue = catalogue
        self._known = known
        self._reference_date = uow.rounds.get().reference_date
        self._people: dict[str, Person] = {}
        self._present: dict[tuple[ApplicationId, PersonId], Review] = {}
        self.missing: list[tuple[Application, str]] = []
        self.steps: list[BegunReview | ReviewChange] = []
        self.begun = 0
        self.changed = 0
        self.findings: list[Finding] = []
        self.reviews: list[TakenReview] = []

    def look_up(self, every: Iterable[tuple[tuple[str, str], tuple[Entry, ...]]]) -> None:
        """Read what the round has of the people and applications named, each once."""
        names = [key for key, _ in every]
        found = {name: self._uow.people.find(name) for name in {name for _, name in names}}
        self._people = {name: person for name, person in found.items() if person is not None}
        among = {self._known[number].id for number, _ in names if number in self._known}
        reviews = chain.from_iterable(self._uow.reviews.all(among).values())
        self._present = {(one.application, one.reviewer.id): one for one in reviews}

    def check(self, number: str, reviewer: str, entries: tuple[Entry, ...]) -> None:
        """Say what speaks against one review, before any of them is stored; what would change nothing may stay."""
        row, application, person = entries[0].row, self._known.get(number), self._people.get(reviewer)
        review = self._present.get((application.id, person.id)) if application and person else None
        at_desk = review is not None and review.origin is not ReviewOrigin.TABLE
        if not at_desk and not any(_differs(entry, review) for entry in entries):
            return
        if application is None and not self._create_missing:
            self._refuse("table_unknown_application", row, application=number)
        if person is None and not self._create_missing and reviewer not in self._unknown:
            self._unknown.add(reviewer)
            self._refuse("table_unknown_reviewer", row, reviewer=reviewer)
        if application is not None:
            here = replace(
                self._situation(application.id),
                read_only=self._uow.read_only,
                withdrawn=application.withdrawn is not None,
                released=application.id in self._released,
                reviewer_excluded=person is not None and person.id in self._excluded(application.id),
            )
            denial = denied(Act.IMPORT_SCORES, here, Contribution(at_desk=at_desk))
            if denial is not None:
                self._refuse(denial.code, row, application=number, reviewer=reviewer)

    def _excluded(self, application: ApplicationId) -> frozenset[PersonId]:
        return excluded_of(self._stated.get(application, {}))

    def take(self, number: str, reviewer: str, entries: tuple[Entry, ...]) -> None:
        """Store one review that nothing speaks against; rows without anything in them begin none."""
        application, person = self._known.get(number), self._people.get(reviewer)
        review = self._present.get((application.id, person.id)) if application and person else None
        if review is None and not any(_differs(entry, None) for entry in entries):
            return
        self._store(application or self._missing(number), person or self._person(reviewer), review, entries)

    def _missing(self, number: str) -> Application:
        procedure = next((name for rule in self._catalogue.rules for name in rule.procedures), "")
        made = Application(
            id=ApplicationId(new_id()),
            number=number,
            name=number,
            procedure=procedure,
            catalogue=self._catalogue.sha256,
            reference_date=self._reference_date,
            imported_at=self._at,
        )
        self.missing.append((made, ""))
        self._known[number] = made
        return made

    def _person(self, name: str) -> Person:
        number = drawn_number(person.number for person in self._uow.people.all())
        person = self._people[name] = Person(PersonId(new_id()), name, number)
        self._uow.people.put(person)
        return person

    def _refuse(self, code: str, row: int, **params: str) -> None:
        self.findings.append(Finding(code, Severity.ERROR, FindingPlace(file=self._file, row=row), params=params))

    def _store(
        self, application: Application, person: Person, review: Review | None, entries: tuple[Entry, ...]
    ) -> None:
        begun = Review(ReviewId(new_id()), application.id, person, ReviewState.DRAFT, ReviewOrigin.TABLE)
        present = review or begun
        if review is None:
            self.steps.append(BegunReview(begun, self._at))
        changes: list[FieldChange] = []
        for entry in entries:
            before = present.value(entry.criterion)
            if before != entry.value:
                self._change(present, "value", entry.value, entry.criterion)
                changes.append(FieldChange(entry.criterion, _shown(before), _shown(entry.value)))
            reason = present.rationale(entry.criterion)
            if entry.rationale is not None and reason != entry.rationale:
                self._change(present, "rationale", entry.rationale, entry.criterion)
                changes.append(FieldChange(entry.criterion, reason, entry.rationale))
        gaps = missing(self._uow.catalogues.get(application.catalogue), _after(present, entries))
        wanted = ReviewState.DRAFT if gaps else ReviewState.SUBMITTED
        if changes and present.state is not wanted:
            self._change(present, "state", wanted)
        self.begun += review is None
        self.changed += bool(changes) and review is not None
        values = sum(entry.value is not None for entry in entries)
        reasons = sum(bool(entry.rationale) for entry in entries)
        is_said = bool(changes) or not present.is_submitted
        said = tuple(self._lacking(application, person, entries, gaps)) if is_said else ()
        taken = TakenReview(application, person.name, review is None, values, reasons, tuple(changes), said)
        self.reviews.append(taken)

    def _lacking(
        self, application: Application, person: Person, entries: tuple[Entry, ...], gaps: tuple[Missing, ...]
    ) -> Iterator[Finding]:
        """Say which compulsory reasons a review lacks, at the first row of the table that could have given one."""
        lacking = [gap.criterion for gap in gaps if gap.gap is Gap.RATIONALE]
        if lacking:
            row = next((entry.row for entry in entries if entry.criterion in lacking), entries[0].row)
            params = {"reviewer": person.name, "application": application.number, "criteria": ", ".join(lacking)}
            place = FindingPlace(file=self._file, row=row)
            yield Finding("table_rationale_required", Severity.WARNING, place, params=params)

    def _change(self, review: Review, what: str, after: Value | str | None, criterion: str = "") -> None:
        self.steps.append(ReviewChange(review.id, what, after, self._at, self._file, criterion))


def _after(present: Review, entries: tuple[Entry, ...]) -> Review:
    """Return what a review is with the answers of a table."""
    given = {
        one.criterion: Score(
            one.criterion, one.value, present.rationale(one.criterion) if one.rationale is None else one.rationale
        )
        for one in entries
    }
    return replace(present, scores={**present.scores, **given})


def _differs(entry: Entry, review: Review | None) -> bool:
    """Say whether a row says anything else than a review, or anything at all where there is none."""
    value, reason = (review.value(entry.criterion), review.rationale(entry.criterion)) if review else (None, "")
    return entry.value != value or (entry.rationale is not None and entry.rationale != reason)


@lru_cache(maxsize=256)
def _shown(value: Value | None) -> Words:
    return "" if value is None else localised.in_each(locale.score, value)
