"""Unlocking an annex: its password is known from then on, and what others marked in it is taken over."""

from dataclasses import dataclass
from datetime import datetime

from reviewer_app.domain.application import Application
from reviewer_app.domain.finding import Finding
from reviewer_app.exchange.annex.pdf import open_document
from reviewer_app.services.annexes.passwords import MOST_LETTERS, remember
from reviewer_app.services.changes import Changed, Changes, Outcome
from reviewer_app.services.ports import UnitOfWork


@dataclass(frozen=True, slots=True)
class Unlocked:
    """An annex whose password is known now; `kept` in the workspace; what was taken from it is said in `findings`."""

    sha256: str
    kept: bool
    findings: tuple[Finding, ...] = ()


def unlock(uow: UnitOfWork, sha256: str, password: str, at: datetime, *, keep: bool) -> Outcome[Unlocked]:
    """Try a password, remember it, take over the annotations of the annex, and commit.

    With `keep` it stays in the workspace, and the annex is indexed next. Raises MendableError (`pdf_password` where it
    does not fit, `pdf_broken`).
    """
    password = password[:MOST_LETTERS]
    with open_document(uow.files.read(sha256), password):
        remember(uow, sha256, password, keep=keep and not uow.read_only)
    if uow.read_only:
        return Outcome(Unlocked(sha256, kept=False), Changes())
    findings: list[Finding] = []
    touched = _holders(uow, sha256)
    for application in touched:
        findings += _taken(uow, application, sha256, at)
    uow.commit()
    kinds = {Changed.ROUND} if keep else set[Changed]()
    kinds |= {Changed.ANNOTATIONS} if findings else set()
    changes = Changes(frozenset(kinds), frozenset(one.id for one in touched))
    return Outcome(Unlocked(sha256, keep, tuple(findings)), changes)


def _holders(uow: UnitOfWork, sha256: str) -> list[Application]:
    held = dict.fromkeys(one.application for one in uow.search.annexes([sha256]))
    return [uow.applications.get(application) for application in held]


def _taken(uow: UnitOfWork, application: Application, sha256: str, at: datetime) -> tuple[Finding, ...]:
    from reviewer_app.services.annotations.foreign import take_annotations

    return take_annotations(uow, application, {sha256: uow.files.read(sha256)}, at)
