"""Annotations as the store gives them, for what is made of them."""

from dataclasses import replace
from datetime import UTC, datetime
from typing import Any

from reviewer_app.domain.annotations.annotation import (
    Annotation,
    Direction,
    Kind,
    Link,
    MarkStyle,
    PagePlace,
    Quad,
    Rect,
)
from reviewer_app.domain.ids import AnnotationId, ApplicationId, PersonId

CREATED = datetime(2026, 11, 3, 9, 30, tzinfo=UTC)
CHANGED = datetime(2026, 11, 4, 17, 5, 9, tzinfo=UTC)
QUAD: Quad = (40.0, 210.0, 90.0, 210.0, 40.0, 198.0, 90.0, 198.0)


def on_page(
    name: str = "1",
    style: MarkStyle = MarkStyle.HIGHLIGHT,
    page: int = 0,
    quads: tuple[Quad, ...] = (QUAD,),
    area: Rect | None = None,
    **others: Any,  # noqa: ANN401  # fields of an Annotation, of any type
) -> Annotation:
    """Give a piece of evidence for B1 on a page."""
    has_quads = style in {MarkStyle.HIGHLIGHT, MarkStyle.UNDERLINE}
    place = PagePlace("A03", "Anlage.pdf", "0" * 64, page, quads if has_quads else (), area)
    made = Annotation(
        AnnotationId(name),
        ApplicationId("a"),
        place,
        Kind.EVIDENCE,
        style,
        PersonId("p"),
        CREATED,
        CHANGED,
        note="Trägt das Ziel – gut belegt",
        links=(Link("B1", Direction.FOR), Link("C2")),
    )
    return replace(made, **others)
