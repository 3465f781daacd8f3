"""Cells of tables that came as an annex, as places: `A01!Mitglieder` names annex and sheet, as spreadsheets do.

In a FieldPlace with such a field the row counts those of the sheet from 0, and the column is a letter (A, Z, AA); an
empty one is the row as a whole.
"""

from collections.abc import Sequence

from reviewer_app.domain.annotations.annotation import FieldPlace
from reviewer_app.domain.application import Annex, Row

_MARK = "!"


def field_of(paper: str, sheet: str) -> str:
    """Return the field of a sheet in a paper; `paper` is the kind of an annex, with a number from its second on."""
    return f"{paper}{_MARK}{sheet}"


def annex_of_place(place: FieldPlace) -> str:
    """Return the paper a cell stands in, empty for a place in the form."""
    return place.field.partition(_MARK)[0] if _MARK in place.field else ""


def sheet_of(place: FieldPlace) -> str:
    """Return the sheet a cell stands in."""
    return place.field.partition(_MARK)[2]


def annex_at(place: FieldPlace, annexes: Sequence[Annex]) -> Annex | None:
    """Return the annex a cell stands in: the first of its kind, or the one the paper's number says."""
    kind, _, number = annex_of_place(place).partition(" ")
    of_kind = [one for one in annexes if one.kind == kind]
    at = int(number) - 1 if number.isdecimal() else 0
    return of_kind[at] if 0 <= at < len(of_kind) else None


def annex_label(annex: Annex, annexes: Sequence[Annex]) -> str:
    """Return the paper an annex of these is: its kind, with its number from the second of that kind on."""
    number = [one for one in annexes if one.kind == annex.kind].index(annex) + 1
    return annex.kind if number == 1 else f"{annex.kind} {number}"


def lettered(cells: Sequence[str]) -> Row:
    """Return a sheet's row by the letters of its columns, without empty cells."""
    return {letters(number): cell for number, cell in enumerate(cells) if cell}


def letters(column: int) -> str:
    """Return the letters of a column counted from 0: A, Z, AA."""
    found, number = "", column + 1
    while number:
        number, rest = divmod(number - 1, 26)
        found = chr(ord("A") + rest) + found
    return found
