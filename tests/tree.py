"""The source tree as the architecture tests read it: files, syntax trees, imports."""

import ast
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
PRODUCT = ("reviewer_app", "db", "resources")


def modules(*packages: str) -> list[Path]:
    """Give the Python files below the packages, in order."""
    return sorted(file for package in packages for file in (ROOT / package).rglob("*.py"))


def name_of(file: Path) -> str:
    """Give the dotted name under which the file is imported."""
    parts = file.relative_to(ROOT).with_suffix("").parts
    return ".".join(parts[:-1] if parts[-1] == "__init__" else parts)


def shown(file: Path) -> str:
    """Give the path as it stands in the repository."""
    return file.relative_to(ROOT).as_posix()


def parsed(file: Path) -> ast.Module:
    """Give the syntax tree of the file."""
    return ast.parse(file.read_text(encoding="utf-8"), filename=str(file))


def imports(file: Path) -> Iterator[str]:
    """Give each imported module as a dotted name, late imports too; relative ones made absolute."""
    package = name_of(file).split(".")
    if file.name != "__init__.py":
        package.pop()
    for node in ast.walk(parsed(file)):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            base = package[: len(package) - node.level + 1] if node.level else []
            base = [*base, *(node.module or "").split(".")] if node.module else base
            yield from {
                ".".join([*base, alias.name] if _is_module(*base, alias.name) else base) for alias in node.names
            }


def _is_module(*parts: str) -> bool:
    place = ROOT.joinpath(*parts)
    return place.is_dir() or place.with_suffix(".py").is_file()
