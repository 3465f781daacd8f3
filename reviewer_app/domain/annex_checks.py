"""What there is to say about annexes: which are missing, and what probing found in those that are there.

An annex that cannot be read counts as missing where it is required, and is only mentioned where it is not.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace

from reviewer_app.domain import spoken
from reviewer_app.domain.application import AnnexState, Attachment, Form
from reviewer_app.domain.catalogue import Catalogue
from reviewer_app.domain.finding import Finding, Place, Severity
from reviewer_app.domain.form_spec import AnnexKind, FormalKind
from reviewer_app.domain.requirements import is_required, provided

_CODES: Mapping[AnnexState, str] = {
    AnnexState.NO_TEXT: "annex_no_text",
    AnnexState.ENCRYPTED: "annex_encrypted",
    AnnexState.ACTIVE: "annex_active",
    AnnexState.WRONG_TYPE: "annex_wrong_type",
    AnnexState.EMPTY: "annex_empty",
    AnnexState.BROKEN: "annex_broken",
}
_HARMLESS = frozenset({AnnexState.NO_TEXT, AnnexState.ACTIVE})


_PAGES_NAMED = 12


def check_annexes(catalogue: Catalogue, form: Form, attachments: Iterable[Attachment]) -> Iterator[Finding]:
    """Give missing annexes and the states of those that are there, in catalogue order."""
    present = tuple(attachments)
    for annex in catalogue.annexes:
        required = is_required(form, annex.required, annex.required_when)
        mine = [one for one in present if one.kind == annex.key]
        covered = provided(annex, form, present)
        if required and not mine and not covered:
            yield _finding("annex_missing", Severity.ERROR, annex.key, annex, Place(field=annex.key))
        for one in mine:
            yield from _states(catalogue, one, annex, required=required and not covered)
    for one in present:
        if catalogue.annexes and catalogue.annex(one.kind) is None:
            yield _finding("annex_unknown", Severity.WARNING, one.kind, None, Place(file=one.name))


def _states(catalogue: Catalogue, one: Attachment, annex: AnnexKind, *, required: bool) -> Iterator[Finding]:
    for state in one.states:
        code = _CODES.get(state)
        if code is not None:
            severe = required and state not in _HARMLESS
            severity = Severity.ERROR if severe else Severity.WARNING
            yield _finding(code, severity, one.kind, annex, Place(file=one.name))
    if one.blank_pages:
        severity = Severity.ERROR if one.kind in _signed(catalogue) else Severity.WARNING
        place = Place(file=one.name, page=one.blank_pages[0])
        blank = _finding("annex_blank_page", severity, one.kind, annex, place)
        yield replace(blank, params=dict(blank.params) | _pages(one.blank_pages))


def _pages(pages: tuple[int, ...]) -> dict[str, str]:
    """Name at most a dozen pages in words, then how many more there are."""
    shown = [str(page) for page in pages[:_PAGES_NAMED]]
    more = len(pages) - len(shown)
    tail = spoken.both(f" und {more} weitere", f" and {more} more") if more else ""
    return {"pages": spoken.listed([", ".join(shown), tail], "")}


def _signed(catalogue: Catalogue) -> set[object]:
    """Give the annexes that a check of completeness reads the signature from."""
    checks = (check.rule for check in catalogue.formal_checks if check.rule.get("kind") == FormalKind.COMPLETE)
    return {rule.get("annex") for rule in checks}


def _finding(code: str, severity: Severity, found: str, annex: AnnexKind | None, place: Place) -> Finding:
    params = {
        "annex": found,
        "field": spoken.listed([found, spoken.words(annex.title)], " ") if annex else found,
        "rule": spoken.words(annex.hint) if annex else "",
        "page": str(place.page),
    }
    return Finding(code, severity, place, found, params)
