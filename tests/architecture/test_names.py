"""Names that say nothing, and modules that say nothing of themselves."""

import ast

from tests.tree import PRODUCT, ROOT, modules, parsed, shown

_FORBIDDEN_NAMES = {"utils", "util", "helpers", "helper", "common", "misc", "manager", "managers"}


def test_no_module_is_named_after_nothing() -> None:
    wrong = [
        shown(file) for file in modules(*PRODUCT, "tools", "tests") if {file.stem, file.parent.name} & _FORBIDDEN_NAMES
    ]
    assert wrong == []


def test_every_module_says_what_it_is() -> None:
    files = [*modules(*PRODUCT, "tools"), ROOT / "main.py"]
    assert [shown(file) for file in files if not ast.get_docstring(parsed(file))] == []
