"""`votum search`: everything found, as lines or as JSON."""

import argparse
from collections.abc import Iterable, Iterator, Mapping, Sequence

from resources import messages
from reviewer_app.cli.reports import FORMAT
from reviewer_app.domain.annotations.annotation import PagePlace
from reviewer_app.domain.catalogue import Catalogue
from reviewer_app.domain.errors import MendableError
from reviewer_app.domain.ids import AnnotationId
from reviewer_app.domain.reviews.review import OVERALL
from reviewer_app.domain.text.search_words import search_of
from reviewer_app.services.ports import UnitOfWork, Workspace
from reviewer_app.services.search.access import Hit, SearchFilter, Where
from reviewer_app.services.search.indexing import Indexer, index_all
from reviewer_app.services.search.searching import search

_MARK = "annotation"

type Names = Mapping[tuple[str, str], Sequence[str]]
"""What annexes are called: by application and SHA-256 the file's name, by application and kind all of that kind.

By `_MARK` and an annotation's id it is the name of the file that annotation stands in.
"""


def hits_of(chosen: argparse.Namespace, workspace: Workspace) -> tuple[tuple[Hit, ...], Catalogue, Names]:
    """Return what is found, and what names the places; what is not indexed yet is indexed first."""
    if not search_of(chosen.text):
        raise MendableError("search_empty", chosen.text)
    if not workspace.read_only:
        index_all(workspace)
    with workspace.unit_of_work() as uow:
        found = search(uow, chosen.text, SearchFilter(chosen.application or "", chosen.criterion or ""))
        if found.lost:
            Indexer().remake(uow)
        return found.hits, uow.catalogues.get(uow.rounds.get().catalogue), _names(uow, found.hits)


def _names(uow: UnitOfWork, hits: Iterable[Hit]) -> Names:
    names: dict[tuple[str, str], list[str]] = {}
    marked = [uow.annotations.find(AnnotationId(hit.annotation)) for hit in hits if hit.annotation]
    for mark in marked:
        if mark is not None and isinstance(mark.target, PagePlace):
            names[_MARK, mark.id] = [mark.target.name]
    for number in dict.fromkeys(hit.application for hit in hits if hit.annex):
        application = uow.applications.find(number)
        for one in application.annexes if application is not None else ():
            names.setdefault((number, one.sha256), []).append(one.name)
            names.setdefault((number, one.kind), []).append(one.name)
    return names


def _file(hit: Hit, names: Names) -> str:
    """Return the file name of the annex a hit is in; empty where it is in none."""
    key = (_MARK, hit.annotation) if hit.annotation else (hit.application, hit.sha256)
    return next(iter(names.get(key, ())), "")


def search_document(hits: Iterable[Hit], names: Names) -> dict[str, object]:
    """Return the document of `search --json`; what a place does not have is null."""
    return {
        "format": FORMAT,
        "hits": [
            {
                "application": hit.application,
                "where": hit.where.value,
                "annex": hit.annex or None,
                "page": hit.page,
                "field": hit.field or None,
                "snippet": hit.snippet,
                "together": hit.together,
                "row": hit.row,
                "reviewer": hit.reviewer or None,
                "annotation": hit.annotation or None,
                "file": _file(hit, names) or None,
            }
            for hit in hits
        ],
    }


def search_lines(hits: Iterable[Hit], catalogue: Catalogue, names: Names, language: str) -> Iterator[str]:
    """Yield one line a hit: application, place, the found words with what surrounds them."""
    found = False
    for hit in hits:
        found = True
        file, several = _file(hit, names), len(names.get((hit.application, hit.annex), ())) > 1
        name = f" ({file})" if file and several else ""
        apart = "" if hit.together else messages.text("cli.search.apart", language)
        yield f"{hit.application}  {_place(hit, catalogue, language)}{name}{apart}: {hit.snippet}"
    if not found:
        yield messages.text("cli.search.nothing", language)


def _place(hit: Hit, catalogue: Catalogue, language: str) -> str:
    def say(key: str, **params: object) -> str:
        return messages.text(f"cli.search.{key}", language, **params)

    if hit.where is Where.RATIONALE:
        key = OVERALL if hit.field == OVERALL else "rationale"
        return say(key, field=hit.field, reviewer=hit.reviewer)
    name = hit.annex
    if hit.page is not None:
        name = say("page", annex=hit.annex, page=hit.page)
    elif hit.field:
        field = catalogue.field(hit.field) if hit.where is Where.FORM else None
        name = " ".join(part for part in (hit.annex, field.label.read(language) if field else hit.field) if part)
    if hit.row is not None:
        name = say("row", name=name, row=hit.row)
    return ", ".join(part for part in (say("annotation") if hit.where is Where.ANNOTATION else "", name) if part)
