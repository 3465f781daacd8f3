"""Puts one application of the demo into the store: its package by the ordinary intake, or the form alone."""

import hashlib
from collections.abc import Iterator
from datetime import date, datetime
from functools import cache
from pathlib import Path
from typing import cast

from reviewer_app.demo.form_answers import answers_of
from reviewer_app.demo.member_file import member_scalar, member_table
from reviewer_app.demo.members import members_of
from reviewer_app.demo.placeholder import placeholder
from reviewer_app.demo.story import Story
from reviewer_app.domain.application import Application, Attachment, Form, Member, MemberList
from reviewer_app.domain.catalogue import Catalogue
from reviewer_app.domain.errors import BrokenError
from reviewer_app.domain.form_checks import check_form
from reviewer_app.domain.ids import ApplicationId
from reviewer_app.services.intake import TakeOutcome, take
from reviewer_app.services.ports import UnitOfWork

MISSING = "missing"
BLANK = "blank2"


def enter(  # what an application is made of
    uow: UnitOfWork, story: Story, catalogue: Catalogue, package: Path | None, at: datetime, seed: int
) -> None:
    """Take a story's package in; without a package enter its form, its members and one page for each annex."""
    if package is None:
        _enter_form(uow, story, catalogue, at, seed)
        return
    report = take(uow, package, at)
    if report.outcome is not TakeOutcome.TAKEN:
        raise BrokenError("demo_story", story.number)


def _enter_form(uow: UnitOfWork, story: Story, catalogue: Catalogue, at: datetime, seed: int) -> None:
    answers = answers_of(story, catalogue)
    form = Form(values=answers.values, tables=answers.tables, version=catalogue.form_version)
    reference = cast("date", story.get("round.reference_date"))
    members = _members(story, catalogue, seed)
    attachments = tuple(_attachments(uow, story, catalogue))

    def by_role(role: str) -> object:
        field = catalogue.by_role(role)
        return form.values.get(field.id) if field else None

    identity = hashlib.sha256(f"{seed}/application/{story.number}".encode()).hexdigest()[:32]
    application = Application(
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
        imported_at=at,
        form=form,
        members=members,
        attachments=attachments,
        findings=check_form(catalogue, form, members, attachments, reference_date=reference, today=at.date()),
    )
    uow.applications.add(application, hashlib.sha256(f"{seed}/{story.number}".encode()).hexdigest())


def _members(story: Story, catalogue: Catalogue, seed: int) -> MemberList | None:
    known = member_table(catalogue)
    if known is None:
        return None
    table, facts = known
    rows = []
    for number, member in enumerate(members_of(story, seed), 1):
        values = {name: member_scalar(table, name, fact, member) for name, fact in facts.items()}
        rows.append(Member(number, member.name, member.kind, values))
    source = next((kind.key for kind in catalogue.annexes if kind.table == table.id), "")
    return MemberList(source, tuple(rows))


def _attachments(uow: UnitOfWork, story: Story, catalogue: Catalogue) -> Iterator[Attachment]:
    """Yield one page for each annex of the story; equal pages are stored once for the whole round."""
    for kind, plan in story.annexes.items():
        if plan.trap == MISSING:
            continue
        annex = catalogue.annex(kind)
        title = annex.title.de if annex else kind
        data, blank = _page(kind, title, plan.trap == BLANK)
        sha256, size = uow.files.add(iter([data]))
        pages = 2 if blank else 1
        yield Attachment(kind, f"{kind}.pdf", sha256, size, pages=pages, blank_pages=(2,) if blank else ())


@cache
def _page(kind: str, title: str, blank: bool) -> tuple[bytes, bool]:  # noqa: FBT001  # a cached pair of facts
    return placeholder(kind, title, blank=blank), blank
