"""Reads a criteria catalogue from its TOML file, exactly, or says everything that is wrong with it by line and key.

A catalogue decides about people's applications: a misspelt key that is silently ignored would change results.
"""

import re
import tomllib
from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from decimal import Decimal
from functools import cache, lru_cache
from hashlib import sha256
from pathlib import Path
from typing import Any

from resources import path as resource
from reviewer_app.domain.catalogue import Catalogue
from reviewer_app.domain.issuer import Issuer
from reviewer_app.exchange.catalogue.faults import CatalogueFault, CatalogueFaultsError, Faults
from reviewer_app.exchange.catalogue.keys import CATALOGUE, FORMAT, ISSUER, SCALE
from reviewer_app.exchange.catalogue.sense import check_scale, check_sense

MOST_BYTES = 4 * 1024 * 1024
_DEFAULT = ("catalogues", "go-cluster-muster-1.0.toml")
_BYTE_ORDER_MARK = "\ufeff"


def read_catalogue(text: str, name: str = "") -> Catalogue:
    """Read a catalogue from the text of its file; `name` is the file as faults shall call it.

    `sha256` of the catalogue is that of the text in UTF-8, so it equals the file's where the file was decoded as it is.
    Raises CatalogueFaultsError (a MendableError) with all faults as file, line, key and sentence.
    """
    catalogue, faults = _read(text, name or "katalog.toml")
    if catalogue is None:
        raise CatalogueFaultsError(faults)
    return catalogue


@lru_cache(maxsize=8)
def read_stored_catalogue(text: str) -> Catalogue:
    """Read a catalogue from a store, each text once while the program runs, because a catalogue never changes.

    The Musterkatalog, recognised by its bytes, is not checked either. Any other text is checked like one that
    comes in, because whoever can write into a workspace can write its hash too.
    """
    if text.encode() != resource(*_DEFAULT).read_bytes():
        return read_catalogue(text)
    return _made(_parsed(text), text)


def read_catalogue_file(path: Path) -> Catalogue:
    """Read a catalogue file; raises CatalogueFaultsError also where the file cannot be read as text."""
    text, faults = _text_of(path)
    if text is None:
        raise CatalogueFaultsError(faults)
    return read_catalogue(text, path.name)


def check_catalogue(path: Path) -> tuple[CatalogueFault, ...]:
    """Give everything that is wrong with a catalogue file, in the order of lines; nothing when it can be used."""
    text, faults = _text_of(path)
    return faults if text is None else _read(text, path.name)[1]


@cache
def default_catalogue() -> Catalogue:
    """Give the Musterkatalog that comes with the program."""
    return read_catalogue_file(resource(*_DEFAULT))


def _text_of(path: Path) -> tuple[str | None, tuple[CatalogueFault, ...]]:
    """Give the text of a file, or why there is none."""
    try:
        if not path.is_file():
            return None, (CatalogueFault(path.name, 0, "", "no_file"),)
        if path.stat().st_size > MOST_BYTES:
            return None, (CatalogueFault(path.name, 0, "", "too_large", {"most": str(MOST_BYTES // 1024**2)}),)
        return path.read_bytes().decode("utf-8"), ()
    except UnicodeDecodeError as error:
        line = path.read_bytes()[: error.start].count(b"\n") + 1
        return None, (CatalogueFault(path.name, line, "", "not_utf8"),)
    except (OSError, ValueError):
        return None, (CatalogueFault(path.name, 0, "", "unreadable"),)


def _read(text: str, name: str) -> tuple[Catalogue | None, tuple[CatalogueFault, ...]]:
    """Give the catalogue, or what is wrong; never both."""
    plain = text.removeprefix(_BYTE_ORDER_MARK)
    try:
        raw = _parsed(plain)
    except (ValueError, ArithmeticError) as error:
        return None, (_syntax_fault(name, plain, str(error)),)
    except RecursionError:
        return None, (CatalogueFault(name, 0, "", "too_deep"),)
    faults = Faults(name, plain, raw)
    if "format" in raw and raw["format"] != FORMAT:
        faults.add(("format",), "other_format", found=raw["format"], known=FORMAT)
        return None, faults.all()
    try:
        CATALOGUE.check(raw, (), faults)
        if "scale" in raw and not faults.below(("scale",)):
            check_scale(SCALE.read(raw["scale"]), raw["scale"].get("levels", ()), faults)
        if faults:
            return None, faults.all()
        catalogue = _made(raw, text)
    except RecursionError:
        return None, (CatalogueFault(name, 0, "", "too_deep"),)
    check_sense(catalogue, faults)
    return (None, faults.all()) if faults else (catalogue, ())


def _made(raw: Mapping[str, object], text: str) -> Catalogue:
    made: Catalogue = replace(CATALOGUE.read(raw), sha256=sha256(text.encode()).hexdigest(), source=text)
    return made if "issuer" in raw else replace(made, issuer=_issuer_on(made.valid_from))


def _issuer_on(day: date | None) -> Issuer:
    """Give the issuer that held on a day; the first where the day lies before all of them or is not known."""
    held = [one for since, one in _issuers() if day is not None and since <= day]
    return held[-1] if held else _issuers()[0][1]


@cache
def _issuers() -> tuple[tuple[date, Issuer], ...]:
    """Give all issuers with the day they hold from, in that order."""
    rows = _parsed(resource("issuers.toml").read_text(encoding="utf-8"))["issuer"]
    found = [(row.pop("valid_from"), ISSUER.read(row)) for row in rows]
    return tuple(sorted(found, key=lambda pair: pair[0]))


def _parsed(text: str) -> dict[str, Any]:
    """Give the tables of a TOML text; decimals stay exact."""
    return tomllib.loads(text, parse_float=Decimal)


def _syntax_fault(name: str, text: str, message: str) -> CatalogueFault:
    """Word what the TOML reader says; its messages name line and column in English."""
    place = re.search(r"at line (\d+), column (\d+)", message)
    if place is None and "end of document" in message:
        return CatalogueFault(name, text.rstrip().count("\n") + 1, "", "unfinished")
    if place is None:
        return CatalogueFault(name, 0, "", "bad_syntax", {"column": "–"})
    return CatalogueFault(name, int(place[1]), "", "bad_syntax", {"column": place[2]})
