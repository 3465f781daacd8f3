"""Rounds with catalogues of every size and scale, and with names and texts that are too long or from elsewhere."""

from dataclasses import replace
from datetime import date
from fractions import Fraction
from pathlib import Path

from db.store import Store
from reviewer_app.domain.application import Application, Form
from reviewer_app.domain.ids import ApplicationId, PersonId
from reviewer_app.domain.reviews.permissions import Role
from reviewer_app.domain.reviews.review import LONG_TEXT, Person, ReviewOrigin
from reviewer_app.services.ports import UnitOfWork
from tests.factories import rounds

ME = PersonId("e" * 32)
ARABIC = "شبكة الابتكار للضوء"
EMOJI = "🧪 Netz 👩🏽‍🔬 der Erfindungen 🚀"
LONG = ("Verbund für Präzisionsfertigung und Sensorik im östlichen Mittelgebirge " * 3)[:200]
NAMES = (LONG, ARABIC, EMOJI, "W" * 200)
TEXT = ("Ein Satz zur Begründung, der sich wiederholt. " * 500)[:LONG_TEXT]
"""As long as a rationale may be."""


def catalogue_text(areas: int, each: int, scale: tuple[int, int, str], title: str = "") -> str:
    """Return a catalogue of `areas` × `each` criteria without rules; `scale` is (lowest, highest, step)."""
    low, high, step = scale
    lines = [
        'format = 1\nid = "k"\nversion = "1"\ntitle = { de = "K", en = "C" }\nvalid_from = 2026-01-01',
        f"[scale]\nmin = {low}\nmax = {high}\nstep = {step}\nnot_assessable = true\nlevels = []",
    ]
    for area in "ABCDEFGHIJKL"[:areas]:
        lines.append(f'[[area]]\nkey = "{area}"\ntitle = {{ de = "{title or area}", en = "{area}" }}')
        for number in range(1, each + 1):
            words = f"{title} {area}{number}".strip()
            lines.append(f'[[area.criterion]]\nkey = "{area}{number}"\ntitle = {{ de = "{words}", en = "{words}" }}')
    return "\n".join(lines)


def make_odd(path: Path, catalogue: str = "", names: tuple[str, ...] = NAMES, text: str = "") -> Path:
    """Write a round with one application for each name; `text` is the rationale of the first criterion of the first.

    An empty `catalogue` is the Musterkatalog.
    """
    file = None
    if catalogue:
        file = path.with_suffix(".toml")
        file.write_text(catalogue, encoding="utf-8")
    workspace = Store(rounds.clock, lambda: path.parent).create(path, file, "Herbstrunde 2026", date(2026, 10, 1))
    try:
        with workspace.unit_of_work() as uow:
            _fill(uow, names, text)
            uow.commit()
    finally:
        workspace.close()
    return path


def _fill(uow: UnitOfWork, names: tuple[str, ...], text: str) -> None:
    facts = uow.rounds.get()
    known = uow.catalogues.get(facts.catalogue)
    uow.people.put(Person(ME, LONG if names is NAMES else "M. Adler", 1, Role.REVIEWER))
    uow.rounds.put(replace(facts, me=ME, secrecy_confirmed=rounds.TODAY))
    for number, name in enumerate(names, 1):
        application = Application(
            ApplicationId(f"{number:0>32}"),
            f"GC-2026-{number:0>3}",
            name,
            "aufnahme",
            known.sha256,
            reviews_due=rounds.DUE,
            form=Form({}) if known.fields else None,
            imported_at=rounds.NOW,
        )
        uow.applications.add(application, "")
        uow.people.assign({application.id: [ME]})
        if number == 1 and text:
            review = uow.reviews.create(application.id, ME, ReviewOrigin.DESK, rounds.NOW)
            first = known.criteria[0]
            uow.reviews.set_value(review.id, first.key, Fraction(known.scale.maximum), rounds.NOW, "")
            uow.reviews.set_rationale(review.id, first.key, text, rounds.NOW, "")


def sixty() -> tuple[str, ...]:
    """Return the names of sixty applications."""
    return tuple(f"Netzwerk {number:0>2}" for number in range(1, 61))
