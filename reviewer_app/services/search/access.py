"""Who may find what: the places of texts, as far as the person at this desk may read them.

Office and chair find everything but applications they are excluded from; a reviewer only applications whose conflict
statement is given, and nothing that others wrote before one's own review is handed in. Drafts find their author alone.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from enum import StrEnum
from fnmatch import fnmatchcase
from functools import cached_property

from reviewer_app.domain.annotations.annotation import Annotation, Viewer
from reviewer_app.domain.errors import MendableError
from reviewer_app.domain.ids import ApplicationId, PersonId
from reviewer_app.domain.reviews.permissions import Act, Authorship, Contribution, may
from reviewer_app.domain.reviews.review import ReviewState
from reviewer_app.services.annotations.editing import viewer
from reviewer_app.services.permissions import situations
from reviewer_app.services.ports import UnitOfWork
from reviewer_app.services.round import person_here
from reviewer_app.services.search.port import ANNEX, ANNOTATIONS, FORM, REVIEW, HeldAnnex, HeldReview, Unit


class Where(StrEnum):
    """What a hit stands in."""

    FORM = "form"
    ANNEX = "annex"
    RATIONALE = "rationale"
    ANNOTATION = "annotation"


_KINDS = {FORM: Where.FORM, ANNEX: Where.ANNEX, REVIEW: Where.RATIONALE, ANNOTATIONS: Where.ANNOTATION}


@dataclass(frozen=True, slots=True)
class Hit:
    """One text that holds all words: a form field or row, a page or row of an annex, a rationale, an annotation.

    `field` is a form field, a criterion, `overall` or the sheet of a table; `page` and `row` count from 1. `found` are
    the ranges of `snippet` that were searched for; `sha256` is the file of an annex, `reviewer` who wrote a rationale.
    `together` says whether one passage of it holds all words.
    """

    application: str
    where: Where
    annex: str = ""
    page: int | None = None
    field: str = ""
    snippet: str = ""
    found: tuple[tuple[int, int], ...] = ()
    row: int | None = None
    reviewer: str = ""
    annotation: str = ""
    sha256: str = ""
    together: bool = True


@dataclass(frozen=True, slots=True)
class SearchFilter:
    """Which hits are wanted: of one application (its number), one criterion (its key), one kind; empty means all."""

    application: str = ""
    criterion: str = ""
    where: Where | None = None


class Readable:
    """What one may read of the round, narrowed by a filter; owners are looked up for the units it has learnt of."""

    def __init__(self, uow: UnitOfWork, wanted: SearchFilter) -> None:
        """Ask `uow`; raise MendableError (`unknown_application`, `unknown_criterion`) for a filter of nothing."""
        self._uow = uow
        self._wanted = wanted
        self._annexes: dict[str, list[HeldAnnex]] = {}
        self._reviews: dict[str, HeldReview] = {}
        self._annotations: dict[str, Mapping[str, Annotation]] = {}
        self._viewers: dict[ApplicationId, Viewer] = {}
        facts = uow.rounds.get()
        self._me = person_here(uow)
        self._situation = situations(uow)
        self._newest = uow.search.newest()
        self._evidence: tuple[str, ...] = ()
        if wanted.application and all(number != wanted.application for number, _ in self._newest.values()):
            raise MendableError("unknown_application", number=wanted.application)
        if wanted.criterion:
            try:
                self._evidence = uow.catalogues.get(facts.catalogue).criterion(wanted.criterion).evidence
            except KeyError as error:
                raise MendableError("unknown_criterion", wanted.criterion) from error

    @property
    def is_narrow(self) -> bool:
        """Whether only one application is searched."""
        return bool(self._wanted.application)

    @cached_property
    def open(self) -> Mapping[ApplicationId, str]:
        """The numbers of the applications that are searched."""
        wanted = self._wanted.application
        return {
            key: number
            for key, (number, _) in self._newest.items()
            if wanted in {"", number} and may(Act.SEARCH, self._situation(key))
        }

    def units(self) -> list[Unit]:
        """Return the units of all applications that are searched."""
        return [unit for application in self.open for unit in self._uow.search.units_of(application)]

    def learn(self, units: Iterable[Unit]) -> None:
        """Look up whose these units are, all at once."""
        every = set(units)
        hashes = {one.key for one in every if one.source == ANNEX} - set(self._annexes)
        self._annexes |= {key: [] for key in hashes}
        for held in self._uow.search.annexes(hashes):
            self._annexes[held.annex.sha256].append(held)
        self._reviews |= self._uow.search.reviews({one.key for one in every if one.source == REVIEW})

    def has(self, unit: Unit) -> bool:
        """Say whether one may read any of a unit, and wants to."""
        if self._wanted.where not in {None, _KINDS[unit.source]}:
            return False
        if unit.source == ANNOTATIONS:
            return unit.key in self.open
        return any(True for _ in self.places(unit, 0, "", narrowed=False))

    def places(self, unit: Unit, part: int, name: str, *, narrowed: bool = True) -> Iterator[Hit]:
        """Yield where a text of a unit is found, without its words; nothing where one may not read it."""
        if narrowed and self._wanted.where not in {None, _KINDS[unit.source]}:
            return
        make = {FORM: self._form, ANNEX: self._annex, REVIEW: self._rationale, ANNOTATIONS: self._annotation}
        for hit, evidence in make[unit.source](unit.key, part, name):
            if not narrowed or not self._wanted.criterion or self._wanted.criterion in evidence:
                yield hit

    def _form(self, key: str, part: int, name: str) -> Iterator[tuple[Hit, tuple[str, ...]]]:
        application, _, version = key.partition(":")
        number = self.open.get(ApplicationId(application))
        if number is not None and self._newest[ApplicationId(application)][1] == int(version):
            yield Hit(number, Where.FORM, field=name, row=part or None), self._evident(name)

    def _annex(self, key: str, part: int, name: str) -> Iterator[tuple[Hit, tuple[str, ...]]]:
        for held in self._annexes.get(key, ()):
            number, annex = self.open.get(held.application), held.annex.kind
            if number is not None:
                page, row = (None, part) if name else (abs(part), None)
                hit = Hit(number, Where.ANNEX, annex, page, name, row=row, sha256=key)
                yield hit, self._evident(annex)

    def _rationale(self, key: str, _part: int, name: str) -> Iterator[tuple[Hit, tuple[str, ...]]]:
        held = self._reviews.get(key)
        number = self.open.get(held.application) if held else None
        if held is not None and number is not None and self._may_read(held.application, held.person, held.state):
            yield Hit(number, Where.RATIONALE, field=name, reviewer=self._names[held.person]), (name,)

    def _annotation(self, key: str, _part: int, name: str) -> Iterator[tuple[Hit, tuple[str, ...]]]:
        application = ApplicationId(key)
        number = self.open.get(application)
        if number is None:
            return
        if key not in self._annotations:
            self._annotations[key] = {one.id: one for one in self._uow.annotations.of(application)}
        one = self._annotations[key].get(name)
        if one is not None and self._may_read_annotation(one):
            page = None if one.page is None else one.page + 1
            yield Hit(number, Where.ANNOTATION, one.annex, page, annotation=one.id), one.criteria

    def _evident(self, name: str) -> tuple[str, ...]:
        """Return the criterion that is asked for where a field or annex is evidence for it."""
        evident = any(fnmatchcase(name, pattern) for pattern in self._evidence)
        return (self._wanted.criterion,) if evident else ()

    @cached_property
    def _names(self) -> Mapping[PersonId, str]:
        return {one.id: one.name for one in self._uow.people.all()}

    @cached_property
    def _own(self) -> Mapping[ApplicationId, ReviewState]:
        return self._uow.search.own_reviews(self._me.id) if self._me else {}

    def _may_read(self, application: ApplicationId, author: PersonId, state: ReviewState) -> bool:
        """Say whether one may read a review: one's own, and what is handed in once a reviewer has done so too."""
        mine = self._own.get(application) is ReviewState.SUBMITTED
        is_own = self._me is not None and author == self._me.id
        by = Authorship.OWN if is_own else Authorship.OTHER
        finished = state is ReviewState.SUBMITTED
        return may(
            Act.READ_REVIEW,
            replace(self._situation(application), submitted=mine),
            Contribution(by, finished=finished),
        )

    def _may_read_annotation(self, one: Annotation) -> bool:
        """Say whether one may read an annotation: as the list of annotations does."""
        if one.application not in self._viewers:
            application = self._uow.applications.get(one.application, light=True)
            self._viewers[one.application] = viewer(self._uow, application)
        return self._viewers[one.application].sees(one)
