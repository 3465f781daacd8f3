"""One word per thing in everything a person reads in German, as the glossary has it; keys as on a German keyboard."""

import ast
import re
from collections.abc import Iterator

import pytest

from resources import messages
from tests.tree import ROOT, modules, parsed, shown

FORBIDDEN = {
    r"[Ee]inles\w*|[Ee]ingelesen\w*|\b[Ll](?:iest|esen Sie)\b[^.;:]*\bein\b[.;:]?": "importieren",
    r"⇧|\bShift\b": "Umschalt",
    r"\bCtrl\b|\bControl\b": "Strg",
    r"\bEnter\b|\bReturn\b|\bEingabetaste\b": "Eingabe",
    r"\bBackspace\b": "Rücktaste",
    r"\bDelete\b": "Entf",
    r"\bFundort\w*|\bBelegstelle\w*": "Fundstelle",
    r"\bAttachment\w*|\bAnhänge\w*": "Anlage",
}
"""What is not written, and what is written in its place."""

_SAYS = {"tr", "translate", "translatable"}


def _in_code() -> Iterator[tuple[str, str]]:
    for file in modules("reviewer_app"):
        for node in ast.walk(parsed(file)):
            if isinstance(node, ast.Call) and ast.unparse(node.func).rpartition(".")[2] in _SAYS:
                said = (one.value for one in node.args if isinstance(one, ast.Constant) and isinstance(one.value, str))
                yield from ((f"{shown(file)}:{node.lineno}", words) for words in said)


def _sentences() -> Iterator[tuple[str, str]]:
    yield from _in_code()
    for key, forms in messages.entries().items():
        for form, words in forms.items():
            if form.startswith("de"):
                yield key, words
    for page in sorted((ROOT / "resources/help/de").glob("*.md")):
        for number, line in enumerate(page.read_text(encoding="utf-8").splitlines(), 1):
            yield f"{page.name}:{number}", line


@pytest.mark.parametrize("forbidden", FORBIDDEN)
def test_a_thing_has_one_word(forbidden: str) -> None:
    wrong = [f"{place}: {words}" for place, words in _sentences() if re.search(forbidden, words)]
    assert wrong == [], f"say {FORBIDDEN[forbidden]}"


def test_the_sentences_are_read() -> None:
    assert sum(1 for _ in _sentences()) > 1500
