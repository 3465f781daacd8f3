"""Sizes past which a module, a class or a function has to be split, or say here why not."""

import ast

from tests.tree import PRODUCT, ROOT, modules, parsed, shown

MODULE_LINES = 400
CLASS_LINES = 250
FUNCTION_LINES = 50

# path, path:Class or path:function -> why it stays longer
EXCEPTIONS: dict[str, str] = {}

_FORBIDDEN_NAMES = {"utils", "util", "helpers", "helper", "common", "misc", "manager", "managers"}


def _too_long() -> dict[str, int]:
    found = {}
    for file in [*modules(*PRODUCT, "tools", "tests"), ROOT / "main.py"]:
        length = len(file.read_text(encoding="utf-8").splitlines())
        if length > MODULE_LINES:
            found[shown(file)] = length
        for node in ast.walk(parsed(file)):
            if isinstance(node, ast.ClassDef):
                limit = CLASS_LINES
            elif isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
                limit = FUNCTION_LINES
            else:
                continue
            length = (node.end_lineno or node.lineno) - node.lineno + 1
            if length > limit:
                found[f"{shown(file)}:{node.name}"] = length
    return found


def test_nothing_is_too_long_without_a_reason() -> None:
    assert {name: length for name, length in _too_long().items() if name not in EXCEPTIONS} == {}


def test_every_exception_is_still_needed() -> None:
    assert set(EXCEPTIONS) - set(_too_long()) == set()


def test_no_module_is_named_after_nothing() -> None:
    wrong = [
        shown(file) for file in modules(*PRODUCT, "tools", "tests") if {file.stem, file.parent.name} & _FORBIDDEN_NAMES
    ]
    assert wrong == []


def test_every_module_says_what_it_is() -> None:
    files = [*modules(*PRODUCT, "tools"), ROOT / "main.py"]
    assert [shown(file) for file in files if not ast.get_docstring(parsed(file))] == []
