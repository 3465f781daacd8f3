"""Sheets that strain a page: many reviews, long texts, nothing at all, other catalogues."""

from collections.abc import Callable
from datetime import date
from fractions import Fraction

from reviewer_app.domain.application import ApplicationState
from reviewer_app.domain.catalogue import Area, Catalogue, Criterion
from reviewer_app.domain.localised import Localised
from reviewer_app.domain.scale import NB, Value
from reviewer_app.exports.material import Dossier
from tests.exports import factories
from tests.exports.factories import WORKED, a_dossier, a_person, a_review, an_application, catalogue, row
from tests.factories.catalogues import tiny

LONG_NAME = (
    "Überregionale Kooperationsgemeinschaft für Glasfaser-, Leichtbau- und Präzisionsfertigung im Länderdreieck Werra, "
    "Fulda und Obere Weser einschließlich der angeschlossenen Forschungs- und Bildungseinrichtungen"
)
PROSE = (
    "Die Strategie liegt vor (Beschluss der Mitgliederversammlung vom 14.05.2024) und ist in einem gemeinsamen Prozess "
    "entstanden; die Protokolle der drei Werkstätten sind beigefügt. Die Tabelle auf Seite 31 enthält Absichten („wir "
    "streben an“), keine Kennzahlen. "
)


def _varied(index: int, of: Catalogue) -> dict[str, Value | None]:
    """Scores that differ from review to review, with an n. b. now and then, without chance."""
    found: dict[str, Value | None] = {}
    for number, one in enumerate(of.criteria):
        step = 3 + (index * 7 + number * 5 + index * number) % 7
        found[one.key] = NB if (index + number) % 29 == 0 else Fraction(step, 2)
    return found


def twenty() -> Dossier:
    of = catalogue()
    texts = {one.key: PROSE for one in of.criteria}
    reviews = [a_review(_varied(n, of), a_person(n), texts if n < 3 else {}) for n in range(1, 21)]
    return a_dossier(reviews, application=an_application(of, name=LONG_NAME))


def long_texts() -> Dossier:
    of = catalogue()
    short = {one.key: "Kurz." for one in of.criteria}
    lines = [row(line, of) for line in WORKED]
    reviews = [
        a_review(lines[0], a_person(1), {**short, "B1": (PROSE * 40)[:8000]}),
        a_review(lines[1], a_person(2), {**short, "A1": "x" * 8000, "B1": "W" * 20000}),
        a_review(
            lines[2],
            a_person(3),
            {"B1": "漢字 😀 \x07 ёжик Ω a\u0308 \u202e abc", "C3": "Die Unterlage fehlt.\n\nZweiter Absatz."},
            overall=PROSE * 3,
        ),
    ]
    agreed = factories.consensus("B1", "3.5", PROSE * 60)
    return a_dossier(reviews, consensus={"B1": agreed})


def no_reviews() -> Dossier:
    return a_dossier([], state=ApplicationState.RECEIVED)


def withdrawn() -> Dossier:
    of = catalogue()
    application = an_application(of, withdrawn=date(2026, 11, 2))
    return a_dossier(
        [a_review(row(WORKED[0], of), a_person(1))], application=application, state=ApplicationState.WITHDRAWN
    )


def no_rules() -> Dossier:
    of = catalogue()
    reviews = [a_review(row(line, of), a_person(number)) for number, line in enumerate(WORKED, 1)]
    return a_dossier(reviews, application=an_application(of, procedure="ausschluss"))


def small_catalogue() -> Dossier:
    of = tiny()
    return a_dossier(
        [a_review({"X1": Fraction(7)}, a_person(1))],
        of=of,
        application=an_application(of, form=None, procedure="eigen"),
    )


def _catalogue(areas: tuple[Area, ...]) -> Catalogue:
    of = catalogue()
    return Catalogue("weit", "1", Localised("Weiter Katalog"), None, of.scale, of.flags, areas, of.rules)


def _area(key: str, count: int) -> Area:
    criteria = tuple(
        Criterion(f"{key}{n}", Localised(f"Kriterium {n} von {key}"), weight=Fraction(2)) for n in range(1, count + 1)
    )
    return Area(key, Localised(f"Bereich {key}"), Fraction(3, 5), criteria)


def twelve_areas() -> Dossier:
    of = _catalogue(tuple(_area(key, 5) for key in "ABCDEFGHIJKL"))
    return _varied_dossier(of)


def one_area() -> Dossier:
    return _varied_dossier(_catalogue((_area("Z", 60),)))


def _varied_dossier(of: Catalogue) -> Dossier:
    reviews = [a_review(_varied(n, of), a_person(n)) for n in range(1, 4)]
    return a_dossier(reviews, of=of, application=an_application(of, form=None))


CASES: dict[str, Callable[[], Dossier]] = {
    "worked": factories.worked,
    "preliminary": lambda: factories.worked(agreed=False),
    "twenty": twenty,
    "long_texts": long_texts,
    "no_reviews": no_reviews,
    "withdrawn": withdrawn,
    "no_rules": no_rules,
    "small_catalogue": small_catalogue,
    "twelve_areas": twelve_areas,
    "one_area": one_area,
}
