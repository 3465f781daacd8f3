"""One word per thing in everything a person reads, as the glossary has it; keys as on a keyboard of that language."""

import re
import tomllib
import xml.etree.ElementTree as ET
from collections.abc import Iterator
from functools import cache

import pytest

from resources import messages, path
from tests.tree import ROOT, shown

FORBIDDEN = {
    "de": {
        r"[Ee]inles\w*|[Ee]ingelesen\w*|\b[Ll](?:iest|esen Sie)\b[^.;:]*\bein\b[.;:]?": "importieren",
        r"⇧|\bShift\b": "Umschalt",
        r"\bCtrl\b|\bControl\b": "Strg",
        r"\bEnter\b|\bReturn\b|\bEingabetaste\b": "Eingabe",
        r"\bBackspace\b": "Rücktaste",
        r"\bDelete\b": "Entf",
        r"\bFundort\w*|\bBelegstelle\w*": "Fundstelle",
        r"\bAttachment\w*|\bAnhänge\w*": "Anlage",
        r"\b[Bb]efund(?:e|en|es|s)?\b": "Fehler, Hinweis",
        r"\bFormalpunkt\w*": "Prüfpunkt",
        r"\bGutachtenmappe\w*|\bBewertungstabelle\w*|\b[Kk]onsolidierte Tabelle": "Bewertungsmappe",
        r"\bBitte bitten\b|\b[Ee]rbitten\b": "anfordern",
        r"\b(?:Ergebnis|Probe)\w*[^.;:]*\bkipp|\b[Kk]ippt zu\b": "wäre das Ergebnis",
    },
    "en": {
        r"⇧|\bUmschalt\b": "Shift",
        r"\bStrg\b": "Ctrl",
        r"\bEingabetaste\b": "Enter",
        r"\bEntf\b": "Del",
        r"(?<!help:)\b[Ff]indings?\b": "errors, notices",
        r"(?<!on )(?<!Dim )(?<!help:)\b[Pp]apers?\b(?! is dimmed)": "document, annex",
        r"\bhangs on\b": "depends on",
    },
}
"""What is not written in a language, and what is written in its place."""

BOUND = {"workbook.sheet.findings"}
"""Names that other programs rely on."""


def _window(language: str) -> Iterator[tuple[str, str]]:
    words = {"de": "source", "en": "translation"}[language]
    for context in ET.parse(path("i18n", "votum_en.ts")).getroot().iter("context"):  # noqa: S314 # reason: our own file
        for message in context.iter("message"):
            yield f"window, {context.findtext('name')}", message.findtext(words) or ""


def _data(place: str, value: object) -> Iterator[tuple[str, str]]:
    """Give the German texts of data: all but what is said to be English."""
    if isinstance(value, str):
        yield place, value
    elif isinstance(value, dict):
        for key, inner in value.items():
            if key != "en":
                yield from _data(f"{place}.{key}", inner)
    elif isinstance(value, list):
        for inner in value:
            yield from _data(place, inner)


@cache
def _sentences(language: str) -> tuple[tuple[str, str], ...]:
    """Give every sentence that a person reads in a language, with its place."""
    found = list(_window(language))
    for key, forms in messages.entries().items():
        found += [(key, words) for form, words in forms.items() if form.startswith(language) and key not in BOUND]
    pages = list(path("help", language).glob("*.md"))
    if language == "en":
        pages += [ROOT / "README.md", ROOT / "CHANGELOG.md"]
    for page in sorted(pages):
        lines = page.read_text(encoding="utf-8").splitlines()
        found += [(f"{shown(page)}:{number}", line) for number, line in enumerate(lines, 1)]
    if language == "de":
        for file in sorted([*path("catalogues").glob("*.toml"), *path("demo").rglob("*.toml")]):
            found += _data(shown(file), tomllib.loads(file.read_text(encoding="utf-8")))
    return tuple(found)


@pytest.mark.parametrize(("language", "forbidden"), [(one, words) for one in FORBIDDEN for words in FORBIDDEN[one]])
def test_a_thing_has_one_word(language: str, forbidden: str) -> None:
    wrong = [f"{place}: {words}" for place, words in _sentences(language) if re.search(forbidden, words)]
    assert wrong == [], f"say {FORBIDDEN[language][forbidden]}"


def test_the_sentences_are_read() -> None:
    assert {language: len(_sentences(language)) > 3000 for language in FORBIDDEN} == dict.fromkeys(FORBIDDEN, True)
