"""Who issues a catalogue: it says so itself, else the issuer that held on its first day."""

from datetime import date

import pytest

from reviewer_app.domain.localised import Localised
from reviewer_app.exchange.catalogue import file
from reviewer_app.exchange.catalogue.faults import CatalogueFaultsError
from reviewer_app.exchange.catalogue.file import default_catalogue, read_catalogue, read_stored_catalogue

_OWN = """
[issuer]
programme = "Netze"
board = { de = "Beirat Netze", en = "Advisory board Netze" }
board_of = "des Beirats"
ministry_of = "des Amtes"
office = "Amt"
confidentiality = "INTERN"
"""


def test_a_published_catalogue_gets_the_issuer_of_its_day() -> None:
    issuer = default_catalogue().issuer
    assert (issuer.board, issuer.confidentiality) == (
        Localised("Programmbegleitkreis go-cluster", en="Programmbegleitkreis go-cluster"),
        Localised("VERTRAULICH", en="CONFIDENTIAL"),
    )
    assert (issuer.office.read("de"), issuer.office.read("en")) == ("Geschäftsstelle", "Office")
    assert read_stored_catalogue(default_catalogue().source).issuer == issuer


def test_a_catalogue_may_name_its_own() -> None:
    issuer = read_catalogue(default_catalogue().source + _OWN).issuer
    assert (issuer.programme.read("en"), issuer.board.read("en")) == ("Netze", "Advisory board Netze")


def test_an_issuer_is_named_whole_or_not() -> None:
    with pytest.raises(CatalogueFaultsError) as refused:
        read_catalogue(default_catalogue().source + '\n[issuer]\nprogramme = "Netze"\n')
    assert {fault.code for fault in refused.value.faults} == {"missing_key"}


def test_issuers_follow_one_another(monkeypatch: pytest.MonkeyPatch) -> None:
    first = default_catalogue().issuer
    second = read_catalogue(default_catalogue().source + _OWN).issuer
    monkeypatch.setattr(file, "_issuers", lambda: ((date(2026, 1, 1), first), (date(2028, 7, 1), second)))
    days = (None, date(2025, 1, 1), date(2028, 6, 30), date(2028, 7, 1), date(2030, 1, 1))
    found = {day: read_catalogue(_valid_from(day)).issuer for day in days}
    assert list(found.values()) == [first, first, first, second, second]


def _valid_from(day: date | None) -> str:
    line = f"valid_from = {day}\n" if day else ""
    return default_catalogue().source.replace("valid_from = 2026-01-01\n", line, 1)
