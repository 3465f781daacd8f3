"""`votum search`: everything found, as lines or as the document of the contract."""

import argparse
from collections.abc import Iterable, Iterator

from resources import messages
from reviewer_app.cli.reports import FORMAT
from reviewer_app.domain.catalogue import Catalogue
from reviewer_app.domain.errors import MendableError
from reviewer_app.domain.search_words import search_of
from reviewer_app.services.indexing import Indexer, index_all
from reviewer_app.services.ports import Workspace
from reviewer_app.services.search_sources import OVERALL
from reviewer_app.services.searchable import Filter, Hit, Where
from reviewer_app.services.searching import search


def hits_of(chosen: argparse.Namespace, workspace: Workspace) -> tuple[tuple[Hit, ...], Catalogue]:
    """Return what is found, and the catalogue that names the places; what is not indexed yet is indexed first."""
    if not search_of(chosen.text):
        raise MendableError("search_empty", chosen.text)
    if not workspace.read_only:
        index_all(workspace)
    with workspace.unit_of_work() as uow:
        found = search(uow, chosen.text, Filter(chosen.application or "", chosen.criterion or ""))
        if found.lost:
            Indexer().remake(uow)
        return found.hits, uow.catalogues.get(uow.rounds.get().catalogue)


def search_document(hits: Iterable[Hit]) -> dict[str, object]:
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
                "row": hit.row,
                "reviewer": hit.reviewer or None,
                "annotation": hit.annotation or None,
            }
            for hit in hits
        ],
    }


def search_lines(hits: Iterable[Hit], catalogue: Catalogue, language: str) -> Iterator[str]:
    """Yield one line a hit: application, place, the found words with what surrounds them."""
    found = False
    for hit in hits:
        found = True
        yield f"{hit.application}  {_place(hit, catalogue, language)}: {hit.snippet}"
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
