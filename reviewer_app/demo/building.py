"""Builds the demo round through the store's own doors: packages taken in, reviews handed in on their day.

The files it was made from can lie beside it, and what the reviewers marked in them is in the workspace; without files
the workspace alone is made, quickly, for any size, and there is nothing to mark.
"""

import gc
import hashlib
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, replace
from datetime import date, datetime, time, timedelta
from fractions import Fraction
from pathlib import Path
from typing import cast

from resources.languages import SOURCE
from reviewer_app.demo.annexes import BLANK, MISSING, placeholder
from reviewer_app.demo.board import BoardMember, board, sealing_days
from reviewer_app.demo.form_answers import answers_of, part
from reviewer_app.demo.marks import Reader, mark_passages
from reviewer_app.demo.members import members_of
from reviewer_app.demo.package import member_rows, member_table, write_package, write_score_tables
from reviewer_app.demo.randomness import random_for, stable_id
from reviewer_app.demo.story import Story, StoryFacts, records, round_facts
from reviewer_app.demo.variation import further_answers, stories
from reviewer_app.domain.application import Annex, Application, Form, Member, MemberList
from reviewer_app.domain.cancellation import CancelCheck, StepProgress, cancel_check, never_cancelled
from reviewer_app.domain.catalogue import Catalogue
from reviewer_app.domain.errors import BrokenError, MendableError
from reviewer_app.domain.form.checks import check_form
from reviewer_app.domain.ids import ApplicationId, PersonId, ReviewId, new_id
from reviewer_app.domain.reviews.conflict import ConflictOfInterest
from reviewer_app.domain.reviews.permissions import Role
from reviewer_app.domain.reviews.review import Person, Review, ReviewOrigin, ReviewState
from reviewer_app.domain.scale import Value
from reviewer_app.exchange.catalogue.file import default_catalogue
from reviewer_app.services.applications.worklist import closing_with_list
from reviewer_app.services.intake.files import TakeOutcome, take
from reviewer_app.services.ports import BegunReview, Clock, ReviewChange, UnitOfWork, Workspace
from reviewer_app.services.reviews.consolidating import agree, case, release, take_undisputed


def _form_of(story: Story, catalogue: Catalogue, annexes: tuple[Annex, ...], at: datetime, seed: int) -> Application:
    """Return the application that a story's form makes, with `annexes` beside it."""
    answers = answers_of(story, catalogue)
    form = Form(values=answers.values, tables=answers.tables, version=catalogue.form_version)
    reference = cast("date", story.get("round.reference_date"))
    members = _members(story, catalogue, seed)

    def by_role(role: str) -> object:
        field = catalogue.by_role(role)
        return form.values.get(field.id) if field else None

    identity = hashlib.sha256(f"{seed}/application/{story.number}".encode()).hexdigest()[:32]
    return Application(
        id=ApplicationId(identity),
        number=story.number,
        name=str(by_role("name")),
        procedure=str(by_role("procedure")),
        catalogue=catalogue.sha256,
        reference_date=reference,
        received=cast("date", by_role("received")),
        deadline=cast("date", by_role("deadline")),
        file_reference=str(by_role("file_reference")),
        proceeding=str(by_role("proceeding")),
        reviews_due=_own_due(story),
        withdrawn=_withdrawn(story),
        imported_at=at,
        form=form,
        members=members,
        annexes=annexes,
        findings=check_form(catalogue, form, members, annexes, reference_date=reference, today=at.date()),
    )


def _own_due(story: Story) -> date | None:
    """Return when the reviews of an application are due, None where that is as for all."""
    due = story.get("round.reviews_due")
    return cast("date", due) if due != round_facts()["reviews_due"] else None


def _withdrawn(story: Story) -> date | None:
    day = story.get("dates.zurueck")
    return day if isinstance(day, date) else None


def _members(story: Story, catalogue: Catalogue, seed: int) -> MemberList | None:
    known = member_table(catalogue)
    if known is None:
        return None
    people = members_of(story, seed)
    rows = (
        Member(number, member.name, member.kind, values)
        for number, (member, values) in enumerate(zip(people, member_rows(catalogue, people), strict=True), 1)
    )
    source = next((kind.key for kind in catalogue.annexes if kind.table == known[0].id), "")
    return MemberList(source, tuple(rows))


FILE = "demo.votum"
DRAFT = "demo.neu.votum"

_AT_ONCE = 250
"""How many applications are stored together where they come without files."""

type _Answers = tuple[Mapping[str, Value | None], Mapping[str, str]]
"""Values and reasons by criterion."""

type MakeWorkspace = Callable[[Path, Catalogue, str, date | None, Clock], Workspace]


def write_demo(
    folder: Path,
    make_workspace: MakeWorkspace,
    *,
    applications: int,
    reviewers: int,
    seed: int,
    files: bool,
    progress: StepProgress | None = None,
) -> Path:
    """Write the demo round below `folder` and return its workspace; the same arguments give the same content.

    The workspace gets its name when it is whole. Raises MendableError where one lies there already, the folder cannot
    be written, or `progress` stopped it (`cancelled`; what was written so far is left to the caller).
    """
    target = folder / FILE
    draft = _prepared(target)
    catalogue = default_catalogue()
    facts = round_facts()
    now = _Clock(_moment(facts, "today", time(8, 0)))
    title, reference = str(facts["title"]), _day(facts, "reference_date")
    with _without_collector(), closing_with_list(make_workspace(draft, catalogue, title, reference, now)) as made:
        demo = _Demo(made, catalogue, board(reviewers, seed), seed, now)
        demo.enter_people()
        for done, story in enumerate(stories(catalogue, applications, seed)):
            go_on = cancel_check(progress, done, applications, "")
            go_on()
            demo.take(story, folder if files else None, go_on)
        demo.store()
        demo.finish()
        demo.settle()
        if files:
            write_score_tables(folder, demo.handed_in())
    draft.replace(target)
    return target


@contextmanager
def _without_collector() -> Iterator[None]:
    """Look for no circles of objects meanwhile: none are made, and looking takes a tenth of the time."""
    was_enabled = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_enabled:
            gc.enable()


def _prepared(target: Path) -> Path:
    """Make the folder and return where the workspace is built; what a killed run has left there is taken away."""
    if target.exists():
        raise MendableError("workspace_exists", target.name)
    try:
        target.parent.mkdir(parents=True, exist_ok=True)
        for left in target.parent.glob(f"{DRAFT}*"):
            left.unlink()
    except OSError as error:
        raise MendableError("target_not_writable", str(target.parent)) from error
    return target.with_name(DRAFT)


@dataclass(slots=True)
class _Clock:
    """A clock that stands still until it is set, so that the demo's days lie in the demo's calendar."""

    now: datetime

    def __call__(self) -> datetime:
        return self.now


def _day(facts: StoryFacts, name: str) -> date:
    return cast("date", facts[name])


def _moment(facts: StoryFacts, name: str, at: time) -> datetime:
    return datetime.combine(_day(facts, name), at)


class _Demo:
    """Fills one workspace: with files one story is one transaction, without them some are."""

    def __init__(
        self, workspace: Workspace, catalogue: Catalogue, people: tuple[BoardMember, ...], seed: int, clock: _Clock
    ) -> None:
        self._workspace = workspace
        self._catalogue = catalogue
        self._people = people
        self._seed = seed
        self._clock = clock
        self._pages: dict[tuple[str, bool], Annex] = {}
        self._forms: list[tuple[Application, str]] = []
        self._expected: dict[ApplicationId, list[PersonId]] = {}
        self._stated: list[tuple[ApplicationId, PersonId, ConflictOfInterest]] = []
        self._steps: list[BegunReview | ReviewChange] = []
        self._handed_in: dict[str, list[tuple[str, str, Value, str]]] = {}

    def enter_people(self) -> None:
        """Enter the board and everybody's member number; nobody works at this desk yet."""
        facts = round_facts()
        self._clock.now = _moment(facts, "secrecy_confirmed", time(9, 30))
        with self._workspace.unit_of_work() as uow:
            for one in self._people:
                person = Person(self._id(one), one.name, one.number, Role(one.role), one.employers, one.mandates)
                uow.people.put(person)
            uow.commit()

    def take(self, story: Story, folder: Path | None, go_on: CancelCheck = never_cancelled) -> None:
        """Take one application in and hand its reviews in, with its package where files are wanted.

        Without files it may be kept until `store`.
        """
        received = story.get("dates.eingang")
        if not isinstance(received, date):
            raise BrokenError("demo_story", story.number)
        self._clock.now = datetime.combine(received, time(10, 15))
        if folder is None:
            made = _form_of(story, self._catalogue, tuple(self._annexes(story)), self._clock.now, self._seed)
            self._forms.append((made, hashlib.sha256(f"{self._seed}/{story.number}".encode()).hexdigest()))
            self._review(story, made.id)
            self._handed_in.clear()  # only score tables need it, and there are none
            if len(self._forms) == _AT_ONCE:
                self.store()
            return
        package = write_package(folder, story, self._catalogue, self._seed, go_on)
        go_on()
        with self._workspace.unit_of_work() as uow:
            application = self._take_package(uow, story, package)
            readers = self._review(story, application.id)
            self._store(uow)
            mark_passages(uow, story, application, readers, self._seed)
            uow.commit()

    def store(self) -> None:
        """Store what is kept."""
        with self._workspace.unit_of_work() as uow:
            self._store(uow)
            uow.commit()

    def _store(self, uow: UnitOfWork) -> None:
        uow.applications.add_new(self._forms)
        uow.people.assign(self._expected)
        uow.people.set_conflicts(self._stated)
        uow.reviews.write(self._steps)
        for kept in (self._forms, self._expected, self._stated, self._steps):
            kept.clear()

    def _take_package(self, uow: UnitOfWork, story: Story, package: Path) -> Application:
        report = take(uow, package, self._clock.now)
        application = uow.applications.find(story.number)
        if report.outcome is not TakeOutcome.TAKEN or application is None:
            raise BrokenError("demo_story", story.number)
        if _own_due(story) is not None:
            uow.applications.update(replace(application, reviews_due=_own_due(story)))
        uow.applications.withdraw(application.id, _withdrawn(story))
        return application

    def _annexes(self, story: Story) -> Iterator[Annex]:
        """Yield one page for each annex of the story; equal pages are stored once for the whole round."""
        for kind, plan in story.annexes.items():
            if plan.trap != MISSING:
                page = kind, plan.trap == BLANK
                if page not in self._pages:
                    self._pages[page] = self._page(kind, blank=plan.trap == BLANK)
                yield self._pages[page]

    def _page(self, kind: str, *, blank: bool) -> Annex:
        annex = self._catalogue.annex(kind)
        data = placeholder(kind, annex.title.read(SOURCE) if annex else kind, blank=blank)
        with self._workspace.unit_of_work() as uow:
            sha256, size = uow.files.add(iter([data]))
            uow.commit()
        empty = (2,) if blank else ()
        return Annex(kind, f"{kind}.pdf", sha256, size, pages=1 + len(empty), blank_pages=empty)

    def _review(self, story: Story, application: ApplicationId) -> dict[str, Reader]:
        """Note an application's reviews and statements on conflicts, to be stored; return who read it, by key."""
        readers: dict[str, Reader] = {}
        for one in self._people:
            texts = story.rationales.get(one.key, {})
            answers: _Answers = {}, texts
            if one.invented:
                answers = further_answers(story, one.key, self._catalogue, self._seed)
            elif one.reviews:
                answers = story.scores.get(one.key) or story.drafts.get(one.key) or {}, texts
            if answers[0]:
                draft = not one.invented and one.key not in story.scores
                readers[one.key] = self._write(story, application, one, answers, draft=draft)
        expected = self._expected[application] = [reader.person for reader in readers.values()]
        stated = dict(self._statements(story))
        for one in self._people:
            if one.reviews and one.key in stated:
                expected.append(self._id(one))
            if one.key in readers or one.name == round_facts()["chair"]:
                stated.setdefault(one.key, ConflictOfInterest.NONE)
            if one.key in stated:
                self._stated.append((application, self._id(one), stated[one.key]))
        return readers

    def _statements(self, story: Story) -> Iterator[tuple[str, ConflictOfInterest]]:
        """Yield who declared what: told hits, and statements that are still open."""
        for hit in story.hits:
            if hit.statement == ConflictOfInterest.EXCLUDED:
                yield hit.who, ConflictOfInterest.EXCLUDED
        expected = round_facts().get("expected")
        for one in expected if isinstance(expected, list) else []:
            if one["application"] == story.number:
                yield str(one["who"]), ConflictOfInterest(str(one["conflict"]))

    def _write(
        self, story: Story, application: ApplicationId, one: BoardMember, answers: _Answers, *, draft: bool
    ) -> Reader:
        """Note a review the way it came about: answers one after the other over the days before it was handed in."""
        values, texts = answers
        dice = random_for(self._seed, story.number, one.key, "hours")
        sealed = datetime.combine(sealing_days(self._seed, one.key, story.number), time(dice.randrange(9, 19), 5))
        at = sealed - timedelta(days=dice.randrange(1, 4), minutes=dice.randrange(10, 200))
        reviewer = Person(self._id(one), one.name, one.number)
        review = Review(ReviewId(new_id()), application, reviewer, ReviewState.DRAFT, ReviewOrigin.DESK)
        self._steps.append(BegunReview(review, at))
        step = (sealed - at) / (len(values) + 2)
        rows = self._handed_in.setdefault(one.name, [])
        reader = Reader(reviewer.id, one.name, at, texts)

        def change(what: str, after: Value | str, when: datetime, criterion: str = "") -> None:
            self._steps.append(ReviewChange(review.id, what, after, when, one.name, criterion))

        for key, value in values.items():
            if value is None:
                continue
            at += step
            reader.answered[key] = at
            text = texts.get(key, "")
            change("value", value, _whole(at), key)
            change("rationale", text, _whole(at + step / 3), key)
            if not draft:
                rows.append((story.number, key, value, text))
        if not draft:
            change("overall", texts.get("overall", ""), _whole(at + step))
            change("state", ReviewState.SUBMITTED, sealed)
        return reader

    def finish(self) -> None:
        """Say who sits at the desk and what day it is."""
        facts = round_facts()
        self._clock.now = _moment(facts, "today", time(8, 0))
        chair = next(one for one in self._people if one.name == facts["chair"])
        with self._workspace.unit_of_work() as uow:
            known = uow.rounds.get()
            uow.rounds.put(
                replace(
                    known,
                    me=self._id(chair),
                    is_demo=True,
                    reviews_due=_day(facts, "reviews_due"),
                    secrecy_confirmed=_day(facts, "secrecy_confirmed"),
                )
            )
            uow.commit()

    def settle(self) -> None:
        """Let the chair agree on values and release cases, as the round tells it of the applications that are there."""
        facts = part(round_facts(), "settling")
        at = datetime.combine(_day(facts, "on"), time(19, 10))
        for one in records(round_facts(), "settled"):
            with self._workspace.unit_of_work() as uow:
                application = uow.applications.find(str(one["application"]))
                if application is None:
                    continue
                for value in records(one, "agreed"):
                    told = str(value["criterion"]), Fraction(str(value["value"])), str(value["reason"])
                    agree(uow, application.id, *told, at)
                take_undisputed(uow, application.id, at)
                found = case(uow, application.number)
                if one["released"] and not found.consolidation.unsettled and not found.missing:
                    release(uow, application.id, at, str(facts["confirmed"]))
            at += timedelta(minutes=9)

    def handed_in(self) -> Mapping[str, list[tuple[str, str, Value, str]]]:
        """Return what each reviewer handed in: application, criterion, answer, rationale."""
        return {name: rows for name, rows in self._handed_in.items() if rows}

    def _id(self, one: BoardMember) -> PersonId:
        return PersonId(stable_id(self._seed, "person", one.key))


def _whole(at: datetime) -> datetime:
    return at.replace(microsecond=0)
