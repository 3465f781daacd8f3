"""Annotations as W3C Web Annotation JSON-LD (https://www.w3.org/TR/annotation-model/), for other annotation programs.

A passage is selected twice: by its words with what surrounds them, and by page with its exact places. For those the
model has no selector, so they stand beside it under names of our own.
"""

from collections.abc import Iterable, Mapping
from datetime import UTC, datetime
from urllib.parse import urlencode
from uuid import UUID

from reviewer_app.domain.annotations.annotation import Annotation, FieldPlace, Kind, PagePlace, Target
from reviewer_app.domain.ids import PersonId

CONTEXT = ("http://www.w3.org/ns/anno.jsonld", {"votum": "urn:votum:annotation#"})
PDF_FRAGMENT = "http://tools.ietf.org/rfc/rfc3778"

_MOTIVATIONS = {
    Kind.EVIDENCE: "highlighting",
    Kind.DOUBT: "assessing",
    Kind.CONTRADICTION: "assessing",
    Kind.QUESTION: "questioning",
    Kind.NOTE: "commenting",
}


def web_annotations(
    annotations: Iterable[tuple[str, Annotation]], names: Mapping[PersonId, str], number: str = ""
) -> dict[str, object]:
    """Return annotations, each with the number of its application, as one page of a collection.

    `number`: all are of this application, else of the round. `names` are those of people.
    """
    items = [_item(of, one, names) for of, one in annotations]
    return {
        "@context": list(CONTEXT),
        "id": f"urn:votum:application:{_part(number)}" if number else "urn:votum:round",
        "type": "AnnotationPage",
        "items": items,
    }


def _item(number: str, one: Annotation, names: Mapping[PersonId, str]) -> dict[str, object]:
    name = one.foreign_author or (names.get(one.author, "") if one.author else "")
    item: dict[str, object] = {
        "id": f"urn:uuid:{UUID(one.id)}",
        "type": "Annotation",
        "motivation": _MOTIVATIONS[one.kind],
        "created": _moment(one.created),
        "modified": _moment(one.changed),
        "body": _bodies(one),
        "target": _target(number, one),
        "votum:kind": one.kind.value,
        "votum:style": one.style.value,
        "votum:state": one.state.value,
        "votum:criteria": [
            {"votum:criterion": link.criterion, "votum:direction": link.direction.value} for link in one.links
        ],
    }
    return item | ({"creator": {"type": "Person", "name": name}} if name else {})


def _bodies(one: Annotation) -> list[dict[str, str]]:
    texts = [("commenting", one.note)] if one.note else []
    texts += [("tagging", tag) for tag in one.tags] + [("classifying", key) for key in one.criteria]
    return [
        {"type": "TextualBody", "purpose": purpose, "format": "text/plain", "value": text} for purpose, text in texts
    ]


def _target(number: str, one: Annotation) -> dict[str, object]:
    selectors = [*_fragment(one.target), *_quote(one)]
    place = one.target
    if isinstance(place, PagePlace):
        source: dict[str, object] = {"source": f"urn:sha256:{place.sha256}", "format": "application/pdf"}
        source |= {"votum:annex": place.annex, "votum:file": place.name, "votum:application": number}
    else:
        source = {"source": f"urn:votum:application:{_part(number)}"}
    return {"type": "SpecificResource", **source} | ({"selector": selectors} if selectors else {})


def _quote(one: Annotation) -> list[dict[str, object]]:
    quote = one.quote
    if not quote.text:
        return []
    return [{"type": "TextQuoteSelector", "exact": quote.text, "prefix": quote.before, "suffix": quote.after}]


def _fragment(place: Target) -> list[dict[str, object]]:
    if isinstance(place, FieldPlace):
        parts = {"field": place.field} | ({} if place.row is None else {"row": place.row, "column": place.column})
        return [{"type": "FragmentSelector", "value": urlencode(parts)}]
    if not isinstance(place, PagePlace):
        return []
    selector: dict[str, object] = {
        "type": "FragmentSelector",
        "conformsTo": PDF_FRAGMENT,
        "value": f"page={place.page + 1}",
    }
    if place.quads:
        selector["votum:quads"] = [list(quad) for quad in place.quads]
    if place.area:
        selector["votum:rect"] = list(place.area)
    return [selector]


def _moment(moment: datetime) -> str:
    """Return a moment of this machine's clock in UTC, as the model wants it."""
    return moment.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")


def _part(number: str) -> str:
    return urlencode({"": number})[1:]
