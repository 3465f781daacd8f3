"""The list of annotations: filter and order."""

from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest

from reviewer_app.domain.annotations.annotation import (
    AnchorState,
    Annotation,
    FieldPlace,
    Kind,
    Link,
    Origin,
    Quote,
    WholePlace,
)
from reviewer_app.domain.annotations.listing import AnnotationQuery, Order, matching, ordered
from tests.domain.annotations.test_annotation import ADA, BO, NOW, PASSAGE, QUAD, annotation

LOWER = replace(PASSAGE, quads=((40.0, 110.0, 90.0, 110.0, 40.0, 100.0, 90.0, 100.0),))
WHOLE = annotation("whole", target=WholePlace(), created=NOW + timedelta(hours=9))
FORM = annotation("form", target=FieldPlace("akt_zahl"))
CELL = annotation("cell", target=FieldPlace("einnahmen", 0, "betrag"), author=BO, links=(Link("B1"),))
TOP = annotation("top", kind=Kind.DOUBT, links=(Link("A1"), Link("B1")), author=BO)
LOW = annotation("low", target=LOWER, kind=Kind.NOTE, changed=NOW + timedelta(hours=1))
PAGE = annotation("page", target=replace(PASSAGE, quads=()), kind=Kind.QUESTION)
AREA = annotation("area", target=replace(PASSAGE, quads=(), area=(0.0, 0.0, 9.0, 150.0)), author=None)
NEXT = annotation("next", target=replace(PASSAGE, page=3, quads=(QUAD,)))
AS_READ = (WHOLE, FORM, CELL, PAGE, TOP, AREA, LOW, NEXT)


def names(found: tuple[Annotation, ...]) -> list[str]:
    return [str(one.id) for one in found]


def test_the_place_is_sorted_as_one_reads() -> None:
    assert ordered(sorted(AS_READ, key=lambda one: one.id)) == AS_READ
    assert ordered(AS_READ, backwards=True) == AS_READ[::-1]


@pytest.mark.parametrize(
    ("order", "first", "last"),
    [
        (Order.CREATED, "form", "whole"),
        (Order.CHANGED, "whole", "low"),
        (Order.KIND, "whole", "low"),
        (Order.CRITERION, "top", "next"),
        (Order.AUTHOR, "area", "top"),
    ],
)
def test_other_orders_fall_back_on_the_place(order: Order, first: str, last: str) -> None:
    found = names(ordered(AS_READ, order, names={ADA: "Ada", BO: "Bo"}))
    assert (found[0], found[-1]) == (first, last)


@pytest.mark.parametrize(
    ("wanted", "facts"),
    [
        (AnnotationQuery(kinds=frozenset({Kind.DOUBT})), {"kind": Kind.DOUBT}),
        (AnnotationQuery(criteria=frozenset({"A1", "Z"})), {"links": (Link("A1"),)}),
        (AnnotationQuery(annexes=frozenset({"A09"})), {"target": replace(PASSAGE, annex="A09")}),
        (AnnotationQuery(tags=frozenset({"Zahlen"})), {"tags": ("Zahlen",)}),
        (AnnotationQuery(authors=frozenset({BO})), {"author": BO}),
        (AnnotationQuery(authors=frozenset({None})), {"author": None}),
        (AnnotationQuery(origin=Origin.FOREIGN), {"origin": Origin.FOREIGN}),
        (AnnotationQuery(state=AnchorState.ORPHANED), {"state": AnchorState.ORPHANED}),
        (AnnotationQuery(private=True), {"private": True}),
        (AnnotationQuery(linked=True), {"links": (Link("A1"),)}),
        (AnnotationQuery("wertSCHÖPFUNG im"), {"quote": Quote("die Wert-\nschöpfung  im Land")}),
        (AnnotationQuery("land"), {"note": "Im Land"}),
        (AnnotationQuery("land"), {"tags": ("Land",)}),
        (AnnotationQuery("massnahm"), {"quote": Quote("21 Maßnahmen, je mit Quartal")}),
        (AnnotationQuery("ÜBERPRÜF"), {"note": "Die Ueberpru\u0308fung steht aus"}),
        (AnnotationQuery("zeit maßnahmen"), {"quote": Quote("Maßnahmen- und Zeitplan")}),
        (AnnotationQuery("quartal fehlt"), {"quote": Quote("je mit Quartal"), "note": "Der Tag fehlt."}),
    ],
)
def test_a_filter_lets_through_what_is_asked_for(wanted: AnnotationQuery, facts: dict[str, Any]) -> None:
    asked = annotation("asked", **facts)
    assert names(matching((annotation("other"), asked), wanted)) == ["asked"]
    assert matching((asked,), AnnotationQuery()) == (asked,)
