"""Where an annotation goes when a newer version comes in: a page as a whole, an area, a form field, a cell.

Passages are the matter of `anchoring`. What is not clearly one place is None, and a person decides.
"""

from collections.abc import Sequence

from reviewer_app.domain.annotation import FieldPlace, PagePlace
from reviewer_app.domain.application import Application, Attachment, Form, Row
from reviewer_app.domain.letters import letters


def successor(place: PagePlace, after: Sequence[Attachment]) -> Attachment | None:
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
        return place, old.values.get(place.field) == new.values.get(place.field)
    was, now = old.tables.get(place.field, ()), new.tables.get(place.field, ())
    if place.row >= len(was):
        return None
    row = _moved_row(place.row, place.column, was, now)
    return None if row is None else (FieldPlace(place.field, row, place.column), True)


def _moved_row(row: int, column: str, was: Sequence[Row], now: Sequence[Row]) -> int | None:
    """Return the row that is as it was, else the only one with the cell's words where they were there once."""
    same = [number for number, one in enumerate(now) if one == was[row]]
    if len(same) == 1 or row in same:
        return row if row in same else same[0]
    cell = was[row].get(column)
    if same or cell is None or sum(one.get(column) == cell for one in was) != 1:
        return None
    found = [number for number, one in enumerate(now) if one.get(column) == cell]
    return found[0] if len(found) == 1 else None
