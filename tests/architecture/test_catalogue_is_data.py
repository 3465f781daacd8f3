"""No field, criterion rule or figure of a catalogue is named in code: a new catalogue needs no new program."""

import ast
from collections.abc import Iterator
from pathlib import Path

import reviewer_app
from reviewer_app.exchange.catalogue.file import default_catalogue

ROOT = Path(reviewer_app.__file__).resolve().parent


def names() -> set[str]:
    """Return the ids of the Musterkatalog that nobody writes by chance."""
    catalogue = default_catalogue()
    found = {field.id for field in catalogue.fields}
    found |= {column.id for field in catalogue.fields for column in field.columns}
    found |= {figure.id for figure in catalogue.figures} | {rule.id for rule in catalogue.form_rules}
    return {one for one in found if "_" in one}


def texts(file: Path) -> Iterator[tuple[int, str]]:
    for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Constant) and isinstance(node.value, str):
            yield node.lineno, node.value


def test_no_name_of_the_catalogue_stands_in_code() -> None:
    forbidden = names()
    assert len(forbidden) > 100
    wrong = [
        f"{file.relative_to(ROOT)}:{line} {text}"
        for file in sorted(ROOT.rglob("*.py"))
        for line, text in texts(file)
        if text in forbidden
    ]
    assert wrong == []
