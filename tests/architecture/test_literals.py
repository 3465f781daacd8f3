"""Colours stand in the token file only, and a suppressed check says why."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.tree import PRODUCT, ROOT, modules, parsed, shown

_WITH_MARK = re.compile(r"#[0-9A-Fa-f]{6}\b")
_BARE = re.compile(r"(?=.*[0-9])(?=.*[A-F])(FF)?[0-9A-F]{6}|000000|FFFFFF|FF000000|FFFFFFFF")
_SUPPRESSED = re.compile(r"#\s*(type:\s*ignore|noqa)(?P<rest>[^#]*)(?P<reason>#.*\w.*)?$")


def _colours(file: Path) -> Iterator[str]:
    for node in ast.walk(parsed(file)):
        if isinstance(node, ast.Constant) and isinstance(node.value, str):
            if _WITH_MARK.search(node.value) or _BARE.fullmatch(node.value):
                yield f"{shown(file)}:{node.lineno} {node.value[:40]!r}"
        elif isinstance(node, ast.Call) and ast.unparse(node.func).rpartition(".")[2] == "QColor":
            numbers = [arg for arg in node.args if isinstance(arg, ast.Constant) and isinstance(arg.value, int)]
            if len(numbers) >= 3:
                yield f"{shown(file)}:{node.lineno} {ast.unparse(node)}"


@pytest.mark.parametrize("package", ["reviewer_app", "db"])
def test_no_colour_stands_in_code(package: str) -> None:
    assert modules(package)
    assert [found for file in modules(package) for found in _colours(file)] == []


def test_the_search_for_colours_finds_them() -> None:
    found = ["#1F4E79", "color: #1f4e79;", "FF1F4E79", "1F4E79", "FFFFFF"]
    passed = ["#12", "20260101", "facade", "DECADE", "A1", "000", "deadbeef"]
    assert [text for text in [*found, *passed] if _WITH_MARK.search(text) or _BARE.fullmatch(text)] == found


def test_every_suppressed_check_says_why() -> None:
    wrong = []
    for file in [*modules(*PRODUCT, "tools", "tests"), ROOT / "main.py"]:
        if file == Path(__file__):
            continue
        for number, line in enumerate(file.read_text(encoding="utf-8").splitlines(), 1):
            match = _SUPPRESSED.search(line)
            if match and not match["reason"]:
                wrong.append(f"{shown(file)}:{number}")
    assert wrong == []
