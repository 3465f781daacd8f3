"""A small round in a real workspace file: ten applications in every state of the list, two reviewers, a chair."""

import tempfile
from dataclasses import replace
from datetime import date, datetime
from fractions import Fraction
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from db.workspace import SqlWorkspace, create_workspace, open_workspace
from reviewer_app.domain.application import Application, Form
from reviewer_app.domain.catalogue import Catalogue
from reviewer_app.domain.ids import ApplicationId, PersonId
from reviewer_app.domain.reviews.conflict import ConflictOfInterest
from reviewer_app.domain.reviews.permissions import Role
from reviewer_app.domain.reviews.review import Person, ReviewOrigin, ReviewState
from reviewer_app.exchange.catalogue.file import default_catalogue, read_stored_catalogue
from reviewer_app.services.changes import Changed, Changes, Outcome
from reviewer_app.services.ports import RoundFacts, UnitOfWork

if TYPE_CHECKING:
    from reviewer_app.domain.scale import Value

NOW = datetime(2026, 11, 24, 14, 32)  # noqa: DTZ001 # reason: the store keeps moments without a zone
TODAY = NOW.date()
DUE = date(2026, 12, 15)
ADLER = PersonId("a" * 32)
BRANDES = PersonId("b" * 32)
VOGELSANG = PersonId("c" * 32)

# number, name, procedure, Land, technology field, scored by Adler (None: nothing), submitted, conflict, withdrawn
ROWS = (
    ("011", "Wasserstoffknoten Unterweser", "aufnahme", "HB", "energie", 0, False, "open", False),
    ("014", "Photonikverbund Werratal", "aufnahme", "HE", "photonik", 14, False, "none", False),
    ("009", "Holzbau-Netz Oberes Kinzigtal", "aufnahme", "BW", "forst", 20, False, "none", False),
    ("003", "Leichtbau-Allianz Saaletal", "re-evaluierung", "TH", "werkstoffe", 0, False, "open", False),
    ("006", "Messtechnik-Cluster Leinebogen", "aufnahme", "NI", "messtechnik", 0, False, "excluded", False),
    ("007", "Biointelligente Textilien Vogtland", "aufnahme", "SN", "textil", 6, False, "none", False),
    ("002", "AgrarRobotik Uckermark", "aufnahme", "BB", "ernaehrung", 20, True, "none", False),
    ("005", "Verpackung im Kreislauf Lippe", "aufnahme", "NW", "verpackung", 20, True, "none", False),
    ("012", "Luftfahrtforum Donauried", "ausschluss", "BY", "luftfahrt", 20, True, "none", False),
    ("010", "Sicherheitsnetz Förde", "aufnahme", "SH", "sicherheit", 0, False, "none", True),
)


@cache
def catalogue() -> Catalogue:
    """Return the Musterkatalog."""
    return default_catalogue()


def clock() -> datetime:
    """Return the moment the tests happen at."""
    return NOW


def open_round(path: Path) -> SqlWorkspace:
    """Open a workspace as the desk is given it."""
    return open_workspace(path, clock=clock, data_folder=path.parent, read_catalogue=read_stored_catalogue)


def make_round(path: Path, me: PersonId | None = ADLER, *, rows: int = len(ROWS)) -> Path:
    """Write the round to `path` with `me` at the desk (None: nobody has said who they are) and return `path`."""
    path.write_bytes(_made(me, rows))
    return path


@cache
def _made(me: PersonId | None, rows: int) -> bytes:
    """Return the bytes of such a round, made once in a run of tests."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "round.votum"
        workspace = create_workspace(path, catalogue(), "Herbstrunde 2026", date(2026, 10, 1), clock)
        try:
            with workspace.unit_of_work() as uow:
                _fill(uow, me, rows)
                uow.commit()
        finally:
            workspace.close()
        return path.read_bytes()


def _fill(uow: UnitOfWork, me: PersonId | None, rows: int) -> None:
    for person, name, number, role in (
        (ADLER, "M. Adler", 1, Role.REVIEWER),
        (BRANDES, "J. Brandes", 2, Role.REVIEWER),
        (VOGELSANG, "R. Vogelsang", 9, Role.CHAIR),
    ):
        uow.people.put(Person(person, name, number, role))
    facts = uow.rounds.get()
    uow.rounds.put(RoundFacts(facts.title, facts.reference_date, facts.catalogue, me=me, is_demo=True, reviews_due=DUE))
    for row in ROWS[:rows]:
        _add(uow, *row)


def _add(  # noqa: PLR0913, PLR0917 # reason: the columns of the table above
    uow: UnitOfWork,
    number: str,
    name: str,
    procedure: str,
    land: str,
    technology: str,
    scored: int,
    submitted: bool,  # reason: a column
    conflict: str,
    withdrawn: bool,  # reason: a column
) -> None:
    known = catalogue()
    values = {}
    for role, key in (("state", land), ("technology", technology)):
        field = known.by_role(role)
        assert field is not None
        values[field.id] = _key(known, field.list, key)
    application = Application(
        ApplicationId(f"{number:0>32}"),
        f"GC-2026-{number}",
        name,
        procedure,
        known.sha256,
        reviews_due=date(2026, 12, 1) if number == "011" else DUE,
        form=Form(values),
        imported_at=NOW,
    )
    uow.applications.add(application, "")
    if withdrawn:
        uow.applications.withdraw(application.id, TODAY)
    uow.people.set_conflict(application.id, ADLER, ConflictOfInterest(conflict))
    if conflict != "excluded":
        uow.people.assign({application.id: [ADLER]})
        _review(uow, application.id, ADLER, scored, submitted=submitted)
    uow.people.assign({application.id: [BRANDES]})
    if not withdrawn:
        _review(uow, application.id, BRANDES, 20 if number in {"002", "005", "014"} else 0, submitted=True)


def _key(known: Catalogue, name: str, wanted: str) -> str:
    entries = known.value_lists[name].entries
    return next((one.key for one in entries if one.key.startswith(wanted)), entries[0].key)


def _review(uow: UnitOfWork, application: ApplicationId, person: PersonId, scored: int, *, submitted: bool) -> None:
    if not scored:
        return
    review = uow.reviews.create(application, person, ReviewOrigin.DESK, NOW)
    for place, criterion in enumerate(catalogue().criteria[:scored]):
        value: Value = Fraction(7 if person == ADLER else 5 + place % 4, 2)
        uow.reviews.set_value(review.id, criterion.key, value, NOW, "")
        uow.reviews.set_rationale(review.id, criterion.key, f"Grund zu {criterion.key}", NOW, "")
    if submitted:
        uow.reviews.set_state(review.id, ReviewState.SUBMITTED, datetime(2026, 11, 18, 9, 0), "")  # noqa: DTZ001 # reason: as above


def set_setting(uow: UnitOfWork, key: str, value: str) -> Outcome[RoundFacts]:
    """Keep one setting of the workspace, and commit: the smallest thing that can be written."""
    facts = uow.rounds.get()
    changed = replace(facts, settings={**facts.settings, key: value})
    uow.rounds.put(changed)
    uow.commit()
    return Outcome(changed, Changes.of(Changed.ROUND))
