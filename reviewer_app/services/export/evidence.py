"""Handing out the evidence of one application or of the round: what this person may see, without what is private."""

import json
from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from dataclasses import replace
from pathlib import Path

from resources import messages
from reviewer_app.domain.annotations.annotation import AnchorState, Annotation, Direction
from reviewer_app.domain.catalogue import Catalogue
from reviewer_app.domain.errors import MendableError
from reviewer_app.domain.ids import AnnotationId
from reviewer_app.exports.atomic_write import refuse_open, write_atomically
from reviewer_app.exports.evidence.material import EvidenceGroup, EvidenceLine, EvidenceList
from reviewer_app.services.annotations.editing import Listed, annotations
from reviewer_app.services.annotations.words import source
from reviewer_app.services.permissions import application_of
from reviewer_app.services.ports import UnitOfWork


def write_evidence(
    uow: UnitOfWork, number: str | None, target: Path, language: str, only: Collection[AnnotationId] | None = None
) -> int:
    """Write the list in the form of the file's ending (.xlsx, .md, .json) and return how many annotations it holds.

    Of the application with this number, or with None of the whole round. `only` leaves out what is not among them; what
    is private stays out in any case.
    Raises MendableError: `evidence_ending`, `unknown_application`, `conflict_excluded`, those of `write_atomically`.
    """
    make = _FORMS.get(target.suffix.lower())
    if make is None:
        raise MendableError("evidence_ending", target.name, endings=", ".join(_FORMS))
    refuse_open(target)
    shown = (one for one in annotations(uow, number) if only is None or one.annotation.id in only)
    found = tuple(one for one in shown if not one.annotation.private)
    write_atomically(make(uow, number, found, language), target)
    return len(found)


def evidence_list(uow: UnitOfWork, number: str | None, found: Sequence[Listed], language: str) -> EvidenceList:
    """Return annotations as a list in words: by criterion in the catalogue's order, what is linked to none behind.

    Those of a criterion stand as one reads them; those of a round by the number of the application.
    """
    name = uow.rounds.get().title if number is None else application_of(uow, number).name
    groups: list[EvidenceGroup] = []
    for each in sorted({one.number for one in found}):
        application = application_of(uow, each)
        read = sorted((one for one in found if one.number == each), key=lambda one: one.place)
        made = _groups(uow.catalogues.get(application.catalogue), read, language)
        groups += (replace(group, number=each, name=application.name) for group in made)
    return EvidenceList(number or "", name, uow.rounds.last_change(), language, tuple(groups))


def _groups(catalogue: Catalogue, found: Sequence[Listed], language: str) -> Iterator[EvidenceGroup]:
    for criterion in catalogue.criteria:
        lines = tuple(_line(one, criterion.key, language) for one in found if criterion.key in one.annotation.criteria)
        if lines:
            yield EvidenceGroup(criterion.key, criterion.title.read(language), lines)
    rest = tuple(_line(one, "", language) for one in found if not one.annotation.links)
    if rest:
        yield EvidenceGroup("", messages.text("evidence.unlinked", language), rest)


def _line(listed: Listed, criterion: str, language: str) -> EvidenceLine:
    one = listed.annotation
    direction = next((link.direction for link in one.links if link.criterion == criterion), Direction.NONE)
    spelt = "" if direction is Direction.NONE else messages.text(f"annotation.direction.{direction.value}", language)
    kind = messages.text(f"annotation.kind.{one.kind.value}", language)
    return EvidenceLine(
        spelt,
        kind,
        source(one, language, listed.label),
        one.quote.text,
        one.note,
        listed.author,
        one.created,
        _marks(one, language),
    )


def _marks(one: Annotation, language: str) -> tuple[str, ...]:
    marks = {"orphaned": one.state is AnchorState.ORPHANED, "reworded": one.reworded}
    return tuple(messages.text(f"cli.annotations.{mark}", language) for mark, holds in marks.items() if holds)


type _Maker = Callable[[UnitOfWork, str | None, Sequence[Listed], str], bytes]


def _workbook(uow: UnitOfWork, number: str | None, found: Sequence[Listed], language: str) -> bytes:
    from reviewer_app.exports.evidence.workbook import evidence_bytes

    return evidence_bytes(evidence_list(uow, number, found, language))


def _markdown(uow: UnitOfWork, number: str | None, found: Sequence[Listed], language: str) -> bytes:
    from reviewer_app.exports.evidence.markdown import markdown

    return markdown(evidence_list(uow, number, found, language)).encode()


def _web(uow: UnitOfWork, number: str | None, found: Sequence[Listed], _language: str) -> bytes:
    from reviewer_app.exports.evidence.web_annotation import web_annotations

    names = {one.id: one.name for one in uow.people.all()}
    document = web_annotations([(one.number, one.annotation) for one in found], names, number or "")
    return (json.dumps(document, ensure_ascii=False, indent=1) + "\n").encode()


_FORMS: Mapping[str, _Maker] = {".xlsx": _workbook, ".md": _markdown, ".json": _web}
