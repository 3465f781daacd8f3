"""Names that say nothing, and modules that say nothing of themselves."""

import ast
from collections import Counter
from collections.abc import Iterator, Sequence

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


def test_no_name_of_a_module_is_bound_twice() -> None:
    """The second would silently stand for the first, also where that was read above it."""
    wrong = [
        f"{shown(file)}: {name}"
        for file in modules(*PRODUCT, "tools", "tests")
        for name, count in Counter(_bound(parsed(file).body)).items()
        if count > 1
    ]
    assert wrong == []


def _bound(body: Sequence[ast.stmt]) -> Iterator[str]:
    """Yield the names that the statements of a module bind."""
    for node in body:
        if isinstance(node, ast.ClassDef) or (isinstance(node, ast.FunctionDef) and not node.decorator_list):
            yield node.name
        elif isinstance(node, ast.Import | ast.ImportFrom):
            yield from (one.asname or one.name for one in node.names)
        else:
            targets = node.targets if isinstance(node, ast.Assign) else [getattr(node, "target", None)]
            parts = (part for target in targets if target is not None for part in ast.walk(target))
            yield from (one.id for one in parts if isinstance(one, ast.Name) and isinstance(one.ctx, ast.Store))


def test_no_public_class_has_the_name_of_another() -> None:
    where: dict[str, list[str]] = {}
    for file in modules(*PRODUCT):
        for name in _public_classes(parsed(file).body):
            where.setdefault(name, []).append(shown(file))
    assert len(where) > 500
    assert {name: files for name, files in where.items() if len(files) > 1} == {}


def _public_classes(body: Sequence[ast.stmt]) -> Iterator[str]:
    """Yield classes and type aliases of a module, also those in classes and under conditions."""
    for node in body:
        if isinstance(node, ast.ClassDef | ast.TypeAlias):
            name = node.name if isinstance(node, ast.ClassDef) else node.name.id
            if not name.startswith("_"):
                yield name
        if isinstance(node, ast.ClassDef | ast.If | ast.Try):
            yield from _public_classes(node.body)
