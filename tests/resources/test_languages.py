"""A language is a folder: with nothing but data in it the whole program writes and reads that language."""

import shutil
import subprocess
import sys
from pathlib import Path

import pytest

import resources
from resources.languages import LANGUAGES, facts, language_of
from reviewer_app.domain import locale

_FRENCH = """name = "Français"
tag = "fr-FR"
group = "\u202f"
decimal = ","
percent = "\u202f%"
currency = "\u00a0€"
date = "{day:02d}/{month:02d}/{year}"
long_date = "{day} {name} {year}"
months = ["janvier", "février", "mars", "avril", "mai", "juin", "juillet", "août",
  "septembre", "octobre", "novembre", "décembre"]
months_short = ["janv.", "févr.", "mars", "avr.", "mai", "juin", "juil.", "août", "sept.", "oct.", "nov.", "déc."]
not_assessable = "n.\u00a0é."
yes = "oui"
no = "non"
row = "ligne {n}"
page = "p. {n}"
more = " et {n} autres"
form = "le formulaire"
"""
_PROGRAM = """
import sys
from datetime import date
from fractions import Fraction
from pathlib import Path

import resources

resources._ROOT = Path(sys.argv[1])
from resources import languages, messages
from reviewer_app.cli.names import language_of
from reviewer_app.domain import locale, localised
from reviewer_app.domain.finding import FindingPlace
from reviewer_app.domain.localised import Localised
from reviewer_app.domain.scale import NB
from reviewer_app.exchange.catalogue.schema import LOCAL

assert languages.LANGUAGES == ("de", "en", "fr")
assert locale.number(Fraction(-1234567, 100), 1, "fr") == "\u221212\u202f345,7"
assert locale.share(Fraction(1, 2), (), "fr") == "50\u202f%"
assert locale.score(NB, "fr") == "n.\u00a0é."
assert locale.long_day(date(2027, 8, 4), "fr") == "4 août 2027"
day = localised.in_each(locale.day, date(2027, 8, 4))
assert day == Localised("04.08.2027", en="4 Aug 2027", fr="04/08/2027")
assert messages.text("finding.greeting", "fr", day=day) == "Bonjour le 04/08/2027"
assert messages.text("finding.farewell", "fr", n=1) == messages.text("finding.farewell", "de", n=1) == "Ein Gruß"
assert FindingPlace(row=3).label("fr") == "ligne 3"
assert LOCAL.read({"de": "Titel", "fr": "Titre"}).read("fr") == "Titre"
assert language_of(["list", "--language", "fr"]) == "fr"
print("done")
"""


def test_the_folders_are_the_languages() -> None:
    assert LANGUAGES == ("de", "en")
    assert facts("de").keys() == facts("en").keys()


@pytest.mark.parametrize(
    "change", [{"row": None}, {"colour": "blue"}, {"months": ["janvier"]}, {"months_short": []}], ids=str
)
def test_a_folder_that_does_not_say_all_is_named(monkeypatch: pytest.MonkeyPatch, change: dict[str, object]) -> None:
    said = {key: value for key, value in (facts("en") | change).items() if value is not None}
    monkeypatch.setattr("resources.languages.facts", lambda _language: said)
    with pytest.raises(ValueError, match=r"i18n/fr/locale\.toml"):
        locale.locale_of("fr")


def test_a_language_is_known_by_what_a_system_calls_it() -> None:
    named = {"de_AT.UTF-8": "de", "en_GB": "en", "en": "en", "C.UTF-8": "de", "": "de"}
    assert {name: language_of(name) for name in named} == named


def test_a_third_language_is_a_folder(tmp_path: Path) -> None:
    root = tmp_path / "resources"
    shutil.copytree(resources.path("i18n"), root / "i18n")
    words = root / "i18n" / "fr" / "messages"
    words.mkdir(parents=True)
    (words.parent / "locale.toml").write_text(_FRENCH, encoding="utf-8")
    (words / "findings.toml").write_text('[finding.greeting]\nfr = "Bonjour le {day}"\n', encoding="utf-8")
    not_yet = '[finding.farewell]\nde = "{n} Grüße"\nde_one = "Ein Gruß"\nen = "Regards"\n'
    (root / "i18n" / "messages" / "farewell.toml").write_text(not_yet, encoding="utf-8")
    done = subprocess.run(  # noqa: S603 # reason: our own words
        [sys.executable, "-c", _PROGRAM, str(root)], capture_output=True, text=True, encoding="utf-8", check=False
    )
    assert (done.stdout, done.stderr) == ("done\n", "")
