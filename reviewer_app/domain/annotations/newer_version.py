"""Where an annotation goes when a newer version comes in: a page as a whole, an area, a form field, a cell.

Passages are the matter of `anchoring`. What is not clearly one place is None, and a person decides.
"""

from collections.abc import Sequence

from reviewer_app.domain.annotations.annotation import FieldPlace, PagePlace
from reviewer_app.domain.application import Annex, Application, Form, Row, Scalar
from reviewer_app.domain.text.letters import letters


def successor(place: PagePlace, after: Sequence[Annex]) -> Annex | None:
    """Return the file that stands now where the marked one stood: the same, that of its name, the only one of its kind.

    A file of another name beside several of a kind may be anything: then None.
    """
    same = [one for one in after if one.sha256 == place.sha256]
    if same:
        return next((one for one in same if one.kind == place.annex), same[0])
    of_kind = [one for one in after if one.kind == place.annex]
    named = [one for one in of_kind if one.name == place.name]
    found = named or of_kind
    return found[0] if len(found) == 1 else None


def same_page(page: int, old: Sequence[str], new: Sequence[str]) -> int | None:
    """Return the one page (from 0) of the texts `new` that says what `page` of `old` says, where both are the only one.

    None where the page holds no letters, as a scan does.
    """
    said = [letters(text).text for text in old]
    wanted = said[page] if 0 <= page < len(said) else ""
    if not wanted or said.count(wanted) != 1:
        return None
    found = [number for number, text in enumerate(new) if letters(text).text == wanted]
    return found[0] if len(found) == 1 else None


def moved_field(place: FieldPlace, before: Application, after: Application) -> tuple[FieldPlace, bool] | None:
    """Return where a form's field or cell stands now and whether it still says the same; None where it is lost."""
    old, new = before.form or Form(), after.form or Form()
    if place.row is None:
        same = old.values.get(place.field) == new.values.get(place.field)
        return place, same and old.given.get(place.field) == new.given.get(place.field)
    return moved_row(place, old.tables.get(place.field, ()), new.tables.get(place.field, ()))


def moved_row(place: FieldPlace, was: Sequence[Row], now: Sequence[Row]) -> tuple[FieldPlace, bool] | None:
    """Return where a row or cell of a table stands in its newer version and whether it still says the same.

    That is the row that is as it was, else the only one with the cell's words where they were there once, else the only
    one with the name (its first words) that the row alone had; then other cells may say something else.
    """
    if place.row is None or place.row >= len(was):
        return None
    row = was[place.row]
    same = [number for number, one in enumerate(now) if one == row]
    if len(same) == 1 or place.row in same:
        return FieldPlace(place.field, place.row if place.row in same else same[0], place.column), True
    if same:
        return None
    names = (column for column, cell in row.items() if isinstance(cell, str) and any(char.isalpha() for char in cell))
    for column in dict.fromkeys((place.column, next(names, place.column))):
        found = _only(row.get(column), column, was, now)
        if found is not None:
            stays = bool(place.column) and now[found].get(place.column) == row.get(place.column)
            return FieldPlace(place.field, found, place.column), stays
    return None


def _only(cell: Scalar, column: str, was: Sequence[Row], now: Sequence[Row]) -> int | None:
    """Return the one row that has this cell now, where one alone had it before."""
    if cell in (None, "", ()) or sum(one.get(column) == cell for one in was) != 1:
        return None
    found = [number for number, one in enumerate(now) if one.get(column) == cell]
    return found[0] if len(found) == 1 else None
