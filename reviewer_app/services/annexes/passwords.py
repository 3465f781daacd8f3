"""Passwords of locked annexes: known until the program ends, or kept in the workspace where a person asked for that.

What is known only until the program ends leaves no trace in the workspace: the text of such an annex is not indexed.
"""

from collections.abc import Iterable
from contextlib import suppress
from dataclasses import replace

from reviewer_app.domain.errors import MendableError
from reviewer_app.exchange.annex.pdf import PdfDocument, open_document
from reviewer_app.services.changes import Changed, Changes, Outcome
from reviewer_app.services.ports import UnitOfWork
from reviewer_app.services.search.port import ANNEX, Unit

MOST_LETTERS = 200
"""Letters of a password; ISO 32000-2 uses 127 bytes of it."""

_KEPT = "annex_password:"
_typed: dict[str, str] = {}
_offered: list[str] = []


def password_of(uow: UnitOfWork, sha256: str) -> str:
    """Return the password of an annex that was typed here or is kept in the workspace; empty where none is known."""
    return _typed.get(sha256, "") or uow.rounds.get().settings.get(_KEPT + sha256, "")


def kept_password(uow: UnitOfWork, sha256: str) -> str:
    """Return the password of an annex that is kept in the workspace; empty where none is."""
    return uow.rounds.get().settings.get(_KEPT + sha256, "")


def opened_annex(uow: UnitOfWork, sha256: str, data: bytes | None = None) -> PdfDocument:
    """Open a PDF of the store, with the password that is known for it or one of those that were offered.

    It knows what was recognised in it. Raises MendableError (`pdf_password`, `pdf_broken`), WorkspaceError where its
    bytes are missing.
    """
    document = _opened(uow, sha256, uow.files.read(sha256) if data is None else data)
    document.recognised = uow.recognised.of(sha256)
    return document


def _opened(uow: UnitOfWork, sha256: str, data: bytes) -> PdfDocument:
    try:
        return open_document(data, password_of(uow, sha256) or None)
    except MendableError as error:
        if error.code != "pdf_password":
            raise
    from reviewer_app.exchange.annex.probe import together

    with together():
        for offered in _offered:
            try:
                document = open_document(data, offered)
            except MendableError:
                continue
            _typed[sha256] = offered
            return document
    raise MendableError("pdf_password")


def opened_like(uow: UnitOfWork, sha256: str, others: Iterable[str], data: bytes | None = None) -> PdfDocument:
    """Open a locked PDF of the store with a password that is known for one of `others`; it is not remembered for it.

    Raises MendableError (`pdf_password`) where none of them fits.
    """
    data = uow.files.read(sha256) if data is None else data
    for known in filter(None, dict.fromkeys(password_of(uow, one) for one in others)):
        with suppress(MendableError):
            return open_document(data, known)
    raise MendableError("pdf_password")


def offer(passwords: Iterable[str]) -> None:
    """Let these be tried at annexes that are locked; empty ones and those that can be none are left out."""
    _offered[:] = [one for one in dict.fromkeys(passwords) if 0 < len(one) <= MOST_LETTERS and _is_text(one)]


def _is_text(word: str) -> bool:
    """Say whether a word can be spelt; a variable of the system may hold any bytes."""
    try:
        word.encode()
    except UnicodeEncodeError:
        return False
    return True


def carried() -> tuple[dict[str, str], list[str]]:
    """Return what is known in this process alone, for `carry` in another."""
    return dict(_typed), list(_offered)


def carry(known: tuple[dict[str, str], list[str]]) -> None:
    """Know here what is known there."""
    forget_typed()
    typed, offered = known
    _typed.update(typed)
    offer(offered)


def forget_typed() -> None:
    """Forget what was typed or offered since the program began."""
    _typed.clear()
    _offered.clear()


def remember(uow: UnitOfWork, sha256: str, password: str, *, keep: bool) -> None:
    """Know a password until the program ends; with `keep` in the workspace, and the annex is indexed next."""
    _typed[sha256] = password
    if keep:
        _put(uow, sha256, password)
        if uow.search.ready():
            uow.search.begin(Unit(ANNEX, sha256))


def forget(uow: UnitOfWork, sha256: str) -> Outcome[str]:
    """Forget the password of an annex here and in the workspace, and with it all text taken from it; commit."""
    _typed.pop(sha256, None)
    uow.recognised.forget(sha256)
    _put(uow, sha256, "")
    if uow.search.ready():
        uow.search.begin(Unit(ANNEX, sha256))
    uow.commit()
    return Outcome(sha256, Changes.of(Changed.ROUND))


def _put(uow: UnitOfWork, sha256: str, password: str) -> None:
    facts = uow.rounds.get()
    settings = {name: text for name, text in facts.settings.items() if name != _KEPT + sha256}
    if password:
        settings[_KEPT + sha256] = password
    uow.rounds.put(replace(facts, settings=settings))


def annex_to_open(uow: UnitOfWork, sha256: str) -> tuple[bytes, str]:
    """Return the bytes of an annex and the password known for it, empty where none is known or needed.

    Raises WorkspaceError where its bytes are missing or do not match their hash.
    """
    return uow.files.read(sha256), password_of(uow, sha256)
