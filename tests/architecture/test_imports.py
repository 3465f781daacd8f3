"""Directions that import-linter cannot see: packages of others in the domain, imports by name, main.py, Qt."""

import ast
import subprocess
import sys

import pytest

from tests.tree import PRODUCT, ROOT, imports, modules, name_of, parsed, shown

_WITHOUT_QT = """
import importlib, sys

class NoQt:
    def find_spec(self, name, path=None, target=None):
        if name.partition(".")[0] in {"PySide6", "shiboken6"}:
            raise ImportError("Qt is imported outside reviewer_app.ui")
        return None

sys.meta_path.insert(0, NoQt())
for name in sys.argv[1:]:
    importlib.import_module(name)
print(len(sys.argv) - 1)
"""


def test_domain_imports_only_the_standard_library_itself_and_the_words_of_languages() -> None:
    wrong = [
        f"{shown(file)}: {name}"
        for file in modules("reviewer_app/domain")
        for name in imports(file)
        if name.partition(".")[0] not in sys.stdlib_module_names
        and name not in ("reviewer_app.domain", "resources.languages")
        and not name.startswith("reviewer_app.domain.")
    ]
    assert wrong == []


def test_nothing_of_ours_is_imported_by_name() -> None:
    wrong = []
    for file in modules(*PRODUCT):
        for node in ast.walk(parsed(file)):
            if isinstance(node, ast.Call) and ast.unparse(node.func).endswith(("import_module", "__import__")):
                argument = node.args[0] if node.args else None
                ours = isinstance(argument, ast.Constant) and str(argument.value).partition(".")[0] in PRODUCT
                if ours or not isinstance(argument, ast.Constant):
                    wrong.append(f"{shown(file)}:{node.lineno}")
    assert wrong == []


def test_main_knows_only_store_command_and_desk() -> None:
    allowed = ("reviewer_app.cli", "reviewer_app.ui", "reviewer_app.services", "reviewer_app.domain", "db")
    wrong = [
        name
        for name in imports(ROOT / "main.py")
        if name.partition(".")[0] not in sys.stdlib_module_names
        and not any(name == prefix or name.startswith(f"{prefix}.") for prefix in allowed)
    ]
    assert wrong == []


def test_main_stays_short() -> None:
    source = (ROOT / "main.py").read_text(encoding="utf-8").splitlines()
    docstrings = sum(
        len(ast.get_docstring(node, clean=False) or "") and (ast.get_docstring(node) or "").count("\n") + 1
        for node in ast.walk(parsed(ROOT / "main.py"))
        if isinstance(node, ast.Module | ast.FunctionDef | ast.ClassDef)
    )
    logic = [line for line in source if line.strip() and not line.lstrip().startswith("#")]
    assert len(logic) - docstrings <= 60


@pytest.mark.parametrize("name", ["main", *PRODUCT])
def test_product_imports_nothing_of_the_tests(name: str) -> None:
    files = [ROOT / "main.py"] if name == "main" else modules(name)
    wrong = [
        f"{shown(file)}: {found}" for file in files for found in imports(file) if found.startswith(("tests", "tools"))
    ]
    assert wrong == []


def test_everything_but_the_window_works_without_qt() -> None:
    names = [
        name_of(file)
        for file in modules(*PRODUCT)
        if not name_of(file).startswith(("reviewer_app.ui", "db.migrations"))
    ]
    command = [sys.executable, "-W", "error", "-c", _WITHOUT_QT, *names]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)  # noqa: S603  # our own code
    assert done.returncode == 0, done.stderr
    assert done.stdout.strip() == str(len(names))
