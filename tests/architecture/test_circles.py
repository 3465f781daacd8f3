"""No module reaches itself through what it imports, late imports inside functions too; imports for types alone pass."""

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.tree import PRODUCT, ROOT, modules, parsed


def _dotted(file: Path) -> str:
    return ".".join(file.relative_to(ROOT).with_suffix("").parts).removesuffix(".__init__")


def _runtime_imports(tree: ast.AST) -> Iterator[ast.Import | ast.ImportFrom]:
    """Give every import that happens when the program runs: all but those under `if TYPE_CHECKING`."""
    for node in ast.iter_child_nodes(tree):
        if isinstance(node, ast.Import | ast.ImportFrom):
            yield node
        elif isinstance(node, ast.If) and "TYPE_CHECKING" in ast.unparse(node.test):
            for other in node.orelse:
                yield from _runtime_imports(other)
        else:
            yield from _runtime_imports(node)


def _named(node: ast.Import | ast.ImportFrom, known: frozenset[str]) -> Iterator[str]:
    if isinstance(node, ast.Import):
        yield from (one.name for one in node.names)
        return
    for one in node.names:
        inner = f"{node.module}.{one.name}"
        yield inner if inner in known else str(node.module)


def imported() -> dict[str, set[str]]:
    """Give for each module of ours the modules of ours that it imports at some time."""
    files = {_dotted(file): file for file in modules(*PRODUCT)}
    known = frozenset(files)
    return {
        name: {found for node in _runtime_imports(parsed(file)) for found in _named(node, known)} & known - {name}
        for name, file in files.items()
    }


def circles(graph: dict[str, set[str]]) -> list[list[str]]:
    """Give the strongly connected components of more than one module, by Tarjan's walk without recursion."""
    number: dict[str, int] = {}
    low: dict[str, int] = {}
    open_ones: list[str] = []
    found: list[list[str]] = []
    for start, first in graph.items():
        walk = [(start, iter(sorted(first)))] if start not in number else []
        while walk:
            name, rest = walk[-1]
            if name not in number:
                number[name] = low[name] = len(number)
                open_ones.append(name)
            for step in rest:
                if step not in number:
                    walk.append((step, iter(sorted(graph[step]))))
                    break
                if step in open_ones:
                    low[name] = min(low[name], low[step])
            else:
                walk.pop()
                if walk:
                    low[walk[-1][0]] = min(low[walk[-1][0]], low[name])
                if low[name] == number[name]:
                    place = open_ones.index(name)
                    if len(open_ones) - place > 1:
                        found.append(sorted(open_ones[place:]))
                    del open_ones[place:]
    return found


@pytest.mark.parametrize(
    ("graph", "expected"),
    [
        ({"a": {"b"}, "b": {"c"}, "c": set()}, []),
        ({"a": {"b"}, "b": {"c", "d"}, "c": {"a"}, "d": {"c"}}, [["a", "b", "c", "d"]]),
        ({"a": {"b", "c"}, "b": {"a"}, "c": {"d"}, "d": {"c"}}, [["c", "d"], ["a", "b"]]),
    ],
)
def test_a_circle_is_found(graph: dict[str, set[str]], expected: list[list[str]]) -> None:
    assert sorted(circles(graph)) == sorted(expected)


def test_no_module_reaches_itself_through_its_imports() -> None:
    graph = imported()
    assert sum(map(len, graph.values())) > len(graph)
    assert circles(graph) == []
