"""The worked case of the design: three reviews whose medians give A 72, B 66, C 70,4, D 54 %, total 65,6, R4.

A real workspace with a form, findings and annexes, for the pages that read, score and consolidate.
"""

import io
from collections.abc import Iterator, Mapping
from datetime import date, datetime
from decimal import Decimal
from fractions import Fraction
from pathlib import Path

from db.workspace import create_workspace
from reviewer_app.domain.application import (
    Annex,
    AnnexState,
    Application,
    FieldChange,
    Form,
    Member,
    MemberList,
    Scalar,
)
from reviewer_app.domain.finding import Finding, FindingPlace, Severity
from reviewer_app.domain.form.formal_checks import FormalOutcome
from reviewer_app.domain.ids import ApplicationId, PersonId
from reviewer_app.domain.reviews.permissions import Role
from reviewer_app.domain.reviews.review import Person, ReviewOrigin, ReviewState
from reviewer_app.domain.scale import NB, Value
from reviewer_app.services.ports import RoundFacts, UnitOfWork
from tests.factories.rounds import DUE, NOW, catalogue, clock

NUMBER = "GC-2026-014"
APPLICATION = ApplicationId("0" * 31 + "1")
OTHER_NUMBER = "GC-2026-002"
OTHER = ApplicationId("0" * 31 + "2")
ADLER, BRANDES, TAMM, CHAIR = (PersonId(letter * 32) for letter in "abcd")

_ROWS = """
A1 3.5 4.0 3.5
A2 4.0 4.0 4.5
A3 3.0 3.5 3.0
A4 4.0 4.0 4.5
A5 3.5 4.0 3.5
B1 1.5 4.5 3.5
B2 2.5 3.5 3.0
B3 3.5 4.0 3.5
B4 3.0 3.5 3.5
B5 2.0 3.0 3.0
C1 3.5 4.0 3.5
C2 4.0 4.0 4.5
C3 3.5 4.0 nb
C4 3.0 3.5 2.5
C5 3.0 3.0 2.5
D1 3.5 3.5 4.0
D2 2.5 3.0 2.5
D3 3.0 3.5 3.0
D4 2.5 3.0 2.5
D5 2.0 2.5 2.0
"""

# What M. Adler has on the reading page of the design: 14 of 20 done, one of them n. b., 43,3 of 66 points.
_DRAFT = "A1 3.5|A2 4.0|A3 3.0|A4 4.0|A5 3.5|B1 3.0|B2 2.5|B3 3.5|B4 3.0|B5 2.0|C1 3.5|C2 4.0|C3 nb|C4 3.0"

RATIONALE = (
    "Das Team ist für 172 Akteure ausreichend besetzt und fachlich passend zusammengesetzt; die Leitung ist seit "
    "Gründung unverändert. Weiterbildung ist mit 3,5 Tagen je VZÄ belegt. Abzug: 1,2 VZÄ hängen an Landesmitteln, "
    "die im August 2027 enden, ohne dass eine Vertretungsplanung erkennbar ist."
)

_REASONS = {
    ("B1", ADLER): (
        "Die Strategie liegt vor (Beschluss 05/2024), nennt aber keine messbaren Ziele; die Tabelle auf S. 31 enthält "
        "nur Absichten. Eine Überprüfung ist angekündigt, nicht belegt."
    ),
    ("B1", BRANDES): (
        "Gemeinsam erarbeitet, von der Mitgliederversammlung beschlossen, mit elf Kennzahlen bis 2030 unterlegt. "
        "Zwischenprüfung 2025 protokolliert und im Maßnahmenplan umgesetzt."
    ),
    ("B1", TAMM): (
        "Solide Strategie mit Kennzahlen in A04. Die Fortschreibung ist als Verfahren beschrieben, ein erster "
        "Durchlauf steht noch aus."
    ),
    ("B3", ADLER): RATIONALE,
}

VALUES: Mapping[str, Scalar] = {
    "antrag_nr": NUMBER,
    "verfahrensart": "aufnahme",
    "katalog_version": "1.0",
    "stichtag": date(2026, 10, 1),
    "cmo_name": "Photonikverbund Werratal e. V.",
    "cmo_kurz": "PVW",
    "cmo_rechtsform": "ev",
    "cmo_strasse": "Am Kirchberg 12",
    "cmo_plz": "37269",
    "cmo_ort": "Hirschfurt",
    "cmo_bundesland": "HE",
    "leit_name": "Dr. Annika Rehbein",
    "leit_funktion": "Clustermanagement",
    "cluster_name": "Photonikverbund Werratal",
    "kurzprofil": "Der Verbund bringt Betriebe, Hochschulen und Prüflabore der Photonik im Werratal zusammen.",
    "cluster_seit": date(2019, 7, 1),
    "tech_primaer": "photonik",
    "akt_gesamt": 172,
    "akt_kmu": 118,
    "akt_gross": 21,
    "akt_hs": 9,
    "akt_auf": 8,
    "akt_sonst": 16,
    "akt_verbindlich": 141,
    "akt_region": 128,
    "akt_zugang_24m": 23,
    "akt_abgang_24m": 9,
    "vzae_gesamt": Decimal("4.2"),
    "vzae_eigen": Decimal("3.0"),
    "koepfe": 5,
    "wb_tage": Decimal("3.5"),
    "fin_controlling": True,
    "zufr_ruecklauf": Decimal("41.5"),
    "laender": ("HE", "TH"),
}


def scores(row: str) -> Iterator[tuple[str, tuple[Value, ...]]]:
    """Yield (criterion, values) of each line of a table."""
    for line in row.strip().splitlines():
        key, *words = line.split()
        yield key, tuple(NB if word == "nb" else Fraction(word) for word in words)


def rows() -> dict[str, tuple[Value, ...]]:
    """Return the answers of the three reviews by criterion."""
    return dict(scores(_ROWS))


def make_case(path: Path, me: PersonId = ADLER, *, handed_in: bool = True) -> Path:
    """Write the round to `path`: with `handed_in` all three reviews, else M. Adler's draft and two that are done."""
    workspace = create_workspace(path, catalogue(), "Herbstrunde 2026", date(2026, 10, 1), clock)
    try:
        with workspace.unit_of_work() as uow:
            _people(uow, me)
            uow.applications.add(_application(uow), "first")
            uow.applications.put_changes(APPLICATION, [FieldChange("akt_gesamt", "169", "172")])
            uow.applications.add(
                Application(OTHER, OTHER_NUMBER, "AgrarRobotik Uckermark", "aufnahme", catalogue().sha256), "second"
            )
            for check in catalogue().formal_checks:
                uow.applications.decide_formal(APPLICATION, check.id, FormalOutcome.MET)
            _reviews(uow, handed_in=handed_in)
            uow.commit()
    finally:
        workspace.close()
    return path


def _people(uow: UnitOfWork, me: PersonId) -> None:
    for number, (person, name, role) in enumerate(
        (
            (ADLER, "M. Adler", Role.REVIEWER),
            (BRANDES, "J. Brandes", Role.REVIEWER),
            (TAMM, "K. Tamm", Role.REVIEWER),
            (CHAIR, "R. Vogelsang", Role.CHAIR),
        ),
        1,
    ):
        uow.people.put(Person(person, name, number, role))
    facts = uow.rounds.get()
    uow.rounds.put(RoundFacts(facts.title, facts.reference_date, facts.catalogue, me=me, is_demo=True, reviews_due=DUE))


def _application(uow: UnitOfWork) -> Application:
    members = tuple(Member(row, f"Werratal Optik {row} GmbH", "kmu") for row in range(1, 170))
    return Application(
        APPLICATION,
        NUMBER,
        "Photonikverbund Werratal",
        "aufnahme",
        catalogue().sha256,
        reference_date=date(2026, 10, 1),
        received=date(2026, 10, 20),
        deadline=date(2026, 10, 31),
        reviews_due=DUE,
        version=1,
        imported_at=NOW,
        form=Form(VALUES, {}, {"akt_gesamt": "Antrag!C41"}, {"anteil_kmu": Decimal(83)}, "1"),
        members=MemberList("A01", members),
        annexes=tuple(_annexes(uow)),
        findings=(
            Finding(
                "list_count_differs",
                Severity.WARNING,
                FindingPlace("antrag.xlsx", "Antrag", "C41", "akt_gesamt"),
                "172",
                {"listed": "169", "annex": "A01"},
            ),
        ),
    )


def _annexes(uow: UnitOfWork) -> Iterator[Annex]:
    for kind, name, pages, states in (
        ("A02", "A02_Satzung.pdf", 14, (AnnexState.READABLE,)),
        ("A03", "A03_Clusterstrategie.pdf", 3, (AnnexState.READABLE,)),
        ("A06", "A06_Taetigkeitsbericht.pdf", 2, (AnnexState.NO_TEXT,)),
        ("A07", "A07_Organigramm.pdf", 6, (AnnexState.READABLE,)),
    ):
        data = pdf(pages, kind)
        sha256, size = uow.files.add(iter([data]))
        yield Annex(kind, name, sha256, size, "application/pdf", pages, states)
    table = "Name;Art;Ort\r\n" + "".join(f"Werratal Optik {row} GmbH;KMU;Hirschfurt\r\n" for row in range(1, 170))
    sha256, size = uow.files.add(iter([table.encode("cp1252")]))
    yield Annex("A01", "A01_Mitglieder.csv", sha256, size, "text/csv")


def pdf(pages: int, title: str) -> bytes:
    """Return a PDF of A4 pages with a few lines of text."""
    from reportlab.pdfgen.canvas import Canvas

    target = io.BytesIO()
    canvas = Canvas(target, pagesize=(595, 842), invariant=1)
    for page in range(1, pages + 1):
        canvas.setFont("Helvetica-Bold", 18)
        canvas.drawString(72, 760, f"{title}: Personal der Geschäftsstelle")
        canvas.setFont("Helvetica", 11)
        for line in range(34):
            canvas.drawString(
                72, 725 - 18 * line, "Zum Stichtag sind 4,20 Vollzeitäquivalente auf fünf Personen verteilt."
            )
        canvas.drawString(290, 40, f"Seite {page}")
        canvas.showPage()
    canvas.save()
    return target.getvalue()


def _reviews(uow: UnitOfWork, *, handed_in: bool) -> None:
    people = (ADLER, BRANDES, TAMM)
    reviews = {person: uow.reviews.create(APPLICATION, person, ReviewOrigin.DESK, NOW) for person in people}
    for key, values in scores(_ROWS):
        for person, value in zip(people, values, strict=True):
            if person != ADLER or handed_in:
                uow.reviews.set_value(reviews[person].id, key, value, NOW, "")
                reason = _REASONS.get((key, person), f"Belegt, siehe Antrag zu {key}.")
                uow.reviews.set_rationale(reviews[person].id, key, reason, NOW, "")
    if not handed_in:
        for key, (value,) in scores(_DRAFT.replace("|", "\n")):
            uow.reviews.set_value(reviews[ADLER].id, key, value, NOW, "")
            if key != "B5":
                reason = _REASONS.get((key, ADLER), f"Grund zu {key}.")
                uow.reviews.set_rationale(reviews[ADLER].id, key, reason, NOW, "")
    for person in people:
        if person != ADLER or handed_in:
            moment = datetime(2026, 11, 18, 9, 0)  # noqa: DTZ001 # reason: the store keeps moments without a zone
            uow.reviews.set_state(reviews[person].id, ReviewState.SUBMITTED, moment, "")
