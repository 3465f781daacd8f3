"""Makes the sample workspace of the present schema version: once for each release, never again for an old one.

Usage: .venv/bin/python -m tests.reference.store.make_sample
"""

import sys
from dataclasses import replace
from datetime import date
from fractions import Fraction
from pathlib import Path

from db.connection import SCHEMA_VERSION
from db.workspace import create_workspace
from reviewer_app.domain.annotations.annotation import Annotation, Direction, Kind, Link, MarkStyle, PagePlace, Quote
from reviewer_app.domain.application import Annex, Application, Form
from reviewer_app.domain.form.formal_checks import FormalOutcome
from reviewer_app.domain.ids import AnnotationId, ApplicationId, PersonId
from reviewer_app.domain.reviews.conflict import ConflictOfInterest
from reviewer_app.domain.reviews.consolidation import Consensus
from reviewer_app.domain.reviews.review import Person, ReviewOrigin, ReviewState
from reviewer_app.domain.scale import NB
from reviewer_app.services.ports import UnitOfWork
from tests.db.conftest import CATALOGUE, START, TestClock

FOLDER = Path(__file__).parent
ANNEX = b"%PDF-1.7 sample " * 40


def make(target: Path) -> None:
    """Write the sample; raise WorkspaceError where it is there already."""
    workspace = create_workspace(target, CATALOGUE, "Aufnahmerunde 2026", date(2026, 3, 1), TestClock())
    try:
        with workspace.unit_of_work() as uow:
            _fill(uow)
            uow.commit()
    finally:
        workspace.close()


def _fill(uow: UnitOfWork) -> None:
    sha256, size = uow.files.add(iter([ANNEX]))
    application = Application(
        ApplicationId("a" * 32),
        "GC-2026-001",
        "Photonikverbund Werratal",
        "aufnahme",
        CATALOGUE.sha256,
        form=Form(values={"name": "Werratal", "seit": date(2019, 5, 1)}, version="1.0"),
        annexes=(Annex("A03", "Satzung.pdf", sha256, size, pages=1),),
    )
    person = Person(PersonId("b" * 32), "Dr. Ada Wesel", 1)
    uow.applications.add(application, "f" * 64)
    uow.applications.decide_formal(application.id, "F01", FormalOutcome.MET)
    uow.people.put(person)
    uow.people.set_conflict(application.id, person.id, ConflictOfInterest.NONE)
    review = uow.reviews.create(application.id, person.id, ReviewOrigin.DESK, START).id
    uow.reviews.set_value(review, "A1", Fraction(7, 2), START, person.name)
    uow.reviews.set_value(review, "A2", NB, START, person.name)
    uow.reviews.set_value(review, "A3", Fraction(0), START, person.name)
    uow.reviews.set_rationale(review, "A1", "Die Zahlen tragen.", START, person.name)
    uow.reviews.set_state(review, ReviewState.SUBMITTED, START, person.name)
    uow.consensus.put(application.id, Consensus("A1", Fraction(3), "nach Aussprache"), START, "Vorsitz")
    uow.annotations.put(an_annotation(sha256), person.name)
    uow.annotations.put(replace(an_annotation(sha256), note="Trägt."), person.name)


def an_annotation(sha256: str) -> Annotation:
    """Give a passage as evidence."""
    place = PagePlace("A03", "Satzung.pdf", sha256, 0, ((72, 712.5, 140, 712.5, 72, 700, 140, 700),))
    return Annotation(
        AnnotationId("c" * 32),
        ApplicationId("a" * 32),
        place,
        Kind.EVIDENCE,
        MarkStyle.HIGHLIGHT,
        PersonId("b" * 32),
        START,
        START,
        Quote("54 Mitglieder", "hat ", ", davon"),
        tags=("Zahlen",),
        links=(Link("A1", Direction.FOR),),
    )


if __name__ == "__main__":
    made = FOLDER / f"v{SCHEMA_VERSION}.votum"
    make(made)
    sys.stdout.write(f"{made.name}: {made.stat().st_size} bytes\n")
