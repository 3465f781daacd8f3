"""`votum annotate` and `votum annotations`: marking without a window, and what is marked as lines or JSON."""

import argparse
import json
import sys
from collections.abc import Callable, Iterable, Iterator
from datetime import datetime
from typing import TYPE_CHECKING

from resources import messages
from reviewer_app.cli.arguments import WrongUse
from reviewer_app.cli.damage import OpensWorkspaces, opened
from reviewer_app.domain.annotations.annotation import Direction, FieldPlace, Kind, Link, MarkStyle, PagePlace
from reviewer_app.services.annotations.words import quoted, source

if TYPE_CHECKING:
    from reviewer_app.services.annotations.editing import Listed
    from reviewer_app.services.ports import UnitOfWork

FORMAT = 1
_DONE = 0


def annotate(chosen: argparse.Namespace, store: OpensWorkspaces, now: Callable[[], datetime], language: str) -> int:
    """Mark a passage or an area as the person of this workspace and say where."""
    _require_sense(chosen)
    from reviewer_app.services.annotations.editing import AnnotationDraft, mark
    from reviewer_app.services.annotations.locating import quote_spot, rect_spot
    from reviewer_app.services.applications.worklist import closing_with_list
    from reviewer_app.services.permissions import application_of

    style = MarkStyle.AREA if chosen.rect else MarkStyle.HIGHLIGHT
    direction = Direction(chosen.direction) if chosen.direction else Direction.NONE
    links = (Link(chosen.criterion, direction),) if chosen.criterion else ()
    with closing_with_list(opened(chosen, store, language)) as workspace, workspace.unit_of_work() as uow:
        where = (uow, chosen.number, chosen.annex, chosen.page - 1)
        spot = rect_spot(*where, chosen.rect) if chosen.rect else quote_spot(*where, chosen.quote, chosen.nth)
        draft = AnnotationDraft(spot.place, style, Kind(chosen.kind), spot.quote, chosen.note, links=links)
        made = mark(uow, application_of(uow, chosen.number).id, draft, now()).value
    where_words = source(made, language)
    words = quoted(made.quote.text, where_words, language) if made.quote.text else where_words
    print(messages.text("cli.annotations.made", language, source=words))
    return _DONE


def _require_sense(chosen: argparse.Namespace) -> None:
    """Refuse what argparse cannot see: exactly one of quote and area, a direction only towards a criterion."""
    one_place = (chosen.quote is None) != (chosen.rect is None)
    if not one_place or (chosen.direction and not chosen.criterion) or (chosen.nth and chosen.quote is None):
        raise WrongUse(
            "votum annotate WORKSPACE NR ANNEX --page N (--quote TEXT [--nth K] | --rect X0,Y0,X1,Y1)"
            " [--kind KIND] [--criterion B1 [--direction for|against]] [--note TEXT]"
        )


def show_annotations(
    chosen: argparse.Namespace, store: OpensWorkspaces, now: Callable[[], datetime], language: str
) -> int:
    """List what the person of this workspace may see, or write the evidence of one application or all into a file.

    With `--take`, what other programs marked in annexes that are in the store is taken over before.
    """
    from reviewer_app.services.annotations.editing import annotations
    from reviewer_app.services.applications.worklist import closing_with_list
    from reviewer_app.services.export.evidence import write_evidence

    reading = opened(chosen, store, language, read_only=not chosen.take)
    with closing_with_list(reading) as workspace, workspace.unit_of_work() as uow:
        if chosen.take:
            _take(uow, chosen.application or "", now(), language)
        found = annotations(uow, chosen.application)
        written = write_evidence(uow, chosen.application, chosen.output, language) if chosen.output else 0
    if chosen.output:
        said = messages.text("cli.annotations.written", language, path=str(chosen.output), n=written)
        print(said, file=sys.stderr if chosen.json else sys.stdout)
    if chosen.json:
        json.dump(annotations_document(found), sys.stdout, ensure_ascii=False, indent=1)
        sys.stdout.write("\n")
    elif not chosen.output:
        print("\n".join(annotation_lines(found, language)))
    return _DONE


def _take(uow: "UnitOfWork", number: str, at: datetime, language: str) -> None:
    from reviewer_app.services.annotations.foreign import take_again

    taken = take_again(uow, at, number).value
    for application, finding in taken.findings:
        if finding.code != "annotations_taken":
            said = messages.text(f"finding.{finding.code}", language)
            print(f"{application}, {finding.place.file}: {said}", file=sys.stderr)
    print(messages.text("cli.annotations.taken", language, n=taken.count), file=sys.stderr)


def annotations_document(found: "Iterable[Listed]") -> dict[str, object]:
    """Return the document of `annotations --json`."""
    return {"format": FORMAT, "annotations": [_entry(one) for one in found]}


def _entry(listed: "Listed") -> dict[str, object]:
    one = listed.annotation
    place = one.target
    return {
        "id": one.id,
        "application": listed.number,
        "annex": one.annex or None,
        "page": None if one.page is None else one.page + 1,
        "kind": one.kind.value,
        "criteria": list(one.criteria),
        "direction": _said(one.direction),
        "author": listed.author or None,
        "created": one.created.isoformat(),
        "quote": one.quote.text,
        "note": one.note,
        "quads": [list(quad) for quad in place.quads] if isinstance(place, PagePlace) else [],
        "origin": one.origin.value,
        "state": one.state.value,
        "style": one.style.value,
        "rect": list(place.area) if isinstance(place, PagePlace) and place.area else None,
        "field": place.field if isinstance(place, FieldPlace) else None,
        "row": place.row + 1 if isinstance(place, FieldPlace) and place.row is not None else None,
        "column": (place.column or None) if isinstance(place, FieldPlace) else None,
        "links": [
            {
                "criterion": link.criterion,
                "direction": None if link.direction is Direction.NONE else link.direction.value,
            }
            for link in one.links
        ],
        "tags": list(one.tags),
        "private": one.private,
        "reworded": one.reworded,
        "changed": one.changed.isoformat(),
        "file": place.name if isinstance(place, PagePlace) else None,
    }


def _said(direction: Direction) -> str | None:
    return None if direction is Direction.NONE else direction.value


def annotation_lines(found: "Iterable[Listed]", language: str) -> Iterator[str]:
    """Yield one line an annotation: number, place, kind, criteria with direction, author; the words below it."""
    every = list(found)
    several = _of_one_kind(every)
    for listed in every:
        one = listed.annotation
        links = ", ".join(_link(link, language) for link in one.links)
        facts = (messages.text(f"annotation.kind.{one.kind.value}", language), links, listed.author)
        marks = {"private": one.private, "orphaned": one.state.value == "orphaned", "reworded": one.reworded}
        said = [messages.text(f"cli.annotations.{mark}", language) for mark, holds in marks.items() if holds]
        where = source(one, language, listed.label)
        if isinstance(one.target, PagePlace) and (listed.number, one.annex) in several:
            where += f" ({one.target.name})"
        yield f"{listed.number}  {where}  ·  " + "  ·  ".join(one for one in (*facts, *said) if one)
        for text in (one.quote.text, one.note):
            if text:
                yield "  " + " ".join(text.split())
    if not every:
        yield messages.text("cli.annotations.none", language)


def _of_one_kind(found: "Iterable[Listed]") -> set[tuple[str, str]]:
    """Return application and kind where marks stand in several annexes of that kind, which only their names tell."""
    names: dict[tuple[str, str], set[str]] = {}
    for listed in found:
        place = listed.annotation.target
        if isinstance(place, PagePlace):
            names.setdefault((listed.number, place.annex), set()).add(place.name)
    return {key for key, those in names.items() if len(those) > 1}


def _link(link: Link, language: str) -> str:
    if link.direction is Direction.NONE:
        return link.criterion
    return f"{link.criterion} ({messages.text(f'annotation.direction.{link.direction.value}', language)})"
