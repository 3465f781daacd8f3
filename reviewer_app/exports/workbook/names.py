"""Names of files and sheets: what spreadsheet programs allow, unlike each other, as near to the number as possible."""

from collections.abc import Iterable

MOST_LETTERS = 31
INTERNAL = "internal"
_FORBIDDEN = frozenset("[]:*?/\\")
_RESERVED = "history"


def workbook_name(variant: str = INTERNAL) -> str:
    """Give the file name of the consolidated workbook."""
    return "Mappe.xlsx" if variant == INTERNAL else f"Mappe_{variant}.xlsx"


def sheet_titles(numbers: Iterable[str], fixed: Iterable[str]) -> list[str]:
    """Give a sheet name for each application number; `fixed` are taken already."""
    taken = {one.lower() for one in fixed} | {_RESERVED}
    found: list[str] = []
    for number in numbers:
        stem = _allowed(number)
        name, count = stem[:MOST_LETTERS], 1
        while name.lower() in taken or name.endswith("'"):
            count += 1
            ending = f"~{count}"
            name = stem[: MOST_LETTERS - len(ending)].rstrip("'") + ending
        taken.add(name.lower())
        found.append(name)
    return found


def _allowed(number: str) -> str:
    swapped = "".join("-" if char in _FORBIDDEN or not char.isprintable() else char for char in number)
    return swapped.strip().lstrip("'") or "-"
