"""Material for exports: the worked case of the story bible, and cases as large or as empty as a test needs."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date, datetime
from fractions import Fraction
from functools import cache

from reviewer_app.domain.application import Application, ApplicationState, Form, Scalar
from reviewer_app.domain.catalogue import Catalogue
from reviewer_app.domain.form.formal_checks import FormalOutcome, FormalResult, formal_open
from reviewer_app.domain.ids import ApplicationId, PersonId, ReviewId
from reviewer_app.domain.reviews.consolidation import Consensus, consolidate
from reviewer_app.domain.reviews.review import Person, Review, ReviewOrigin, ReviewState, Score
from reviewer_app.domain.reviews.robustness import robustness
from reviewer_app.domain.scale import NB, Value
from reviewer_app.exchange.catalogue.file import default_catalogue
from reviewer_app.exports.material import Counts, Dossier, RoundMaterial
from reviewer_app.exports.record import application_record, checksum

AS_OF = datetime(2027, 1, 14, 11, 31)  # noqa: DTZ001  # the store keeps local time
PEOPLE = (("M. Adler", 1), ("J. Brandes", 2), ("K. Tamm", 3), ("H. Nowak", 4), ("L. Öztürk", 5))

# GC-2026-014, areas separated by a slash; the same scores as in the story bible
WORKED = (
    "3.5 4 3 4 3.5 / 1.5 2.5 3.5 3 2 / 3.5 4 3.5 3 3 / 3.5 2.5 3 2.5 2",
    "4 4 3.5 4 4 / 4.5 3.5 4 3.5 3 / 4 4 4 3.5 3 / 3.5 3 3.5 3 2.5",
    "3.5 4.5 3 4.5 3.5 / 3.5 3 3.5 3.5 3 / 3.5 4.5 nb 2.5 2.5 / 4 2.5 3 2.5 2",
)

REASONS = {
    "A1": "172 Akteure, davon 141 durch Beitrag gebunden (A01). Zugang 19, Abgang 6 in 24 Monaten; Bindung der "
    "Hochschulen nur durch Absichtserklärung.",
    "B1": "Strategie 2030 beschlossen (05/2024). Elf Kennzahlen in A04, nicht in A03; Überprüfung 2025 protokolliert. "
    "Nach Aussprache 3,5.",
    "B5": "Privater Anteil 38 %. Anschluss für die Landesförderung ab September 2027 nicht belegt: Auflage 1.",
    "C3": "Kontaktzahlen nachvollziehbar, Fachgruppen tagen vierteljährlich. Ein Gutachten n. b., weil A13 fehlt.",
}

_ANSWERS: Mapping[str, Scalar] = {
    "applicant": "Photonikverbund Werratal e. V.",
    "postcode": "37299",
    "town": "Hirschfurt",
    "state": "HE",
    "actors": 172,
    "founded": date(2019, 7, 1),
}


@cache
def catalogue() -> Catalogue:
    """The Musterkatalog, read once."""
    return default_catalogue()


def value(word: str) -> Value | None:
    return None if word == "-" else NB if word == "nb" else Fraction(word)


def row(line: str, of: Catalogue) -> dict[str, Value | None]:
    """Read a line of scores in catalogue order; slashes only help the eye."""
    words = line.replace("/", " ").split()
    return {one.key: value(word) for one, word in zip(of.criteria, words, strict=True)}


def a_form(of: Catalogue, **more: Scalar) -> Form:
    """Answers to the fields a sheet names, found by their role."""
    values: dict[str, Scalar] = {}
    for role, answer in _ANSWERS.items():
        field = of.by_role(role)
        if field:
            values[field.id] = _entry(of, field.list, str(answer)) if field.list else answer
    technology = of.by_role("technology")
    if technology:
        values[technology.id] = _entry(of, technology.list, "Photonik")
    values.update(more)
    return Form(values)


def _entry(of: Catalogue, listed: str, word: str) -> str:
    """Find the key of a list's entry by a part of its key, name or further codes."""
    for entry in of.value_lists[listed].entries:
        if word in {entry.key, entry.name.read("de"), *entry.more.values()} or word in entry.name.read("de"):
            return entry.key
    return next(
        (
            entry.key
            for entry in of.value_lists[listed].entries
            if any(more.endswith(word) for more in entry.more.values())
        ),
        of.value_lists[listed].entries[0].key,
    )


def an_application(of: Catalogue, **changes: object) -> Application:
    made = Application(
        id=ApplicationId("GC-2026-014"),
        number="GC-2026-014",
        name="Photonikverbund Werratal",
        procedure="aufnahme",
        catalogue=of.sha256,
        reference_date=date(2026, 10, 1),
        received=date(2026, 9, 28),
        file_reference="45023/014-26",
        proceeding="7",
        form=a_form(of),
    )
    return replace(made, **changes)  # type: ignore[arg-type]  # a test names fields as they are


def a_review(
    scores: Mapping[str, Value | None],
    person: Person,
    rationales: Mapping[str, str] | None = None,
    state: ReviewState = ReviewState.SUBMITTED,
    overall: str = "",
) -> Review:
    given = rationales if rationales is not None else {key: f"Grund zu {key}, {person.name[-3:]}." for key in scores}
    return Review(
        id=ReviewId(f"review-{person.id}"),
        application=ApplicationId("GC-2026-014"),
        reviewer=person,
        state=state,
        origin=ReviewOrigin.DESK,
        scores={key: Score(key, one, given.get(key, "")) for key, one in scores.items()},
        overall=overall,
    )


def a_person(number: int) -> Person:
    name = PEOPLE[number - 1][0] if number <= len(PEOPLE) else f"N. Gutachter{chr(64 + number)}"
    return Person(PersonId(f"p{number}"), name, number)


def formal(of: Catalogue) -> tuple[FormalResult, ...]:
    """All checks met but a notice, with a finding that is no message key."""
    return tuple(
        FormalResult(
            check.id,
            FormalOutcome.NOTICE if check.notice else FormalOutcome.MET,
            "ECCP-Profil nicht angegeben; kein Hindernis" if check.notice else "geprüft",
            place="" if check.notice else "A01",
        )
        for check in of.formal_checks
    )


def a_dossier(  # what a test may vary
    reviews: Sequence[Review],
    *,
    of: Catalogue | None = None,
    application: Application | None = None,
    consensus: Mapping[str, Consensus] | None = None,
    checks: tuple[FormalResult, ...] | None = None,
    state: ApplicationState = ApplicationState.REVIEWED,
) -> Dossier:
    chosen = of or catalogue()
    results = formal(chosen) if checks is None else checks
    case = consolidate(
        application or an_application(chosen),
        chosen,
        reviews,
        state=state,
        formal_open=formal_open(results),
        consensus=consensus,
    )
    record = application_record(case)
    return Dossier(case, results, robustness(case), record, checksum(record), counted(case.counted))


def counted(reviews: Sequence[object]) -> Counts:
    """Count as the store does: values and reasons of counted reviews."""
    scores = [score for one in reviews for score in one.review.scores.values()]  # type: ignore[attr-defined]  # figures
    return Counts(
        1,
        len(reviews),
        sum(score.value is not None for score in scores),
        sum(bool(score.rationale.strip()) for score in scores),
    )


def a_material(dossier: Dossier, *, expected: int | None = None, **changes: object) -> RoundMaterial:
    count = len(dossier.consolidation.counted) if expected is None else expected
    made = RoundMaterial(
        title="Herbstrunde 2026",
        reference_date=date(2026, 10, 1),
        as_of=AS_OF,
        dossiers=(dossier,),
        stored=dossier.stored,
        issuer=default_catalogue().issuer,
        expected_reviews={dossier.consolidation.application.number: count},
    )
    return replace(made, **changes)  # type: ignore[arg-type]  # a test names fields as they are


def consensus(key: str, agreed: str, reason: str) -> Consensus:
    return Consensus(key, Fraction(agreed), reason)


def worked(*, agreed: bool = True, rationales: Mapping[str, str] | None = None) -> Dossier:
    """The worked case GC-2026-014: three reviews, R4; `agreed` with the chair's values where discussion was needed."""
    of = catalogue()
    reviews = [a_review(row(line, of), a_person(number), rationales) for number, line in enumerate(WORKED, 1)]
    found = {}
    if agreed:
        for key, word in {"B1": "3.5", "B5": "3", "C3": "4"}.items():
            found[key] = consensus(key, word, REASONS[key])
    return a_dossier(reviews, consensus=found)
