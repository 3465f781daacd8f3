"""What a newer version of an application changed, field by field, row by row, annex by annex, as texts for people."""

from collections.abc import Iterator, Sequence
from datetime import date
from decimal import Decimal
from difflib import SequenceMatcher
from fractions import Fraction

from reviewer_app.domain import locale, localised
from reviewer_app.domain.application import Annex, Application, FieldChange, Form, Row, Scalar
from reviewer_app.domain.catalogue import Catalogue
from reviewer_app.domain.form.spec import Field, FieldKind
from reviewer_app.domain.localised import Words

_HASH_SHOWN = 8


def changes_between(catalogue: Catalogue, before: Application, after: Application) -> tuple[FieldChange, ...]:
    """Return every difference between two versions; `field` is a field id, `table.row.column`, or a kind of annex."""
    found: list[FieldChange] = []
    old, new = before.form or Form(), after.form or Form()
    if after.form is not None:
        for field in catalogue.fields:
            if field.kind is FieldKind.TABLE:
                found += _table(catalogue, field, old.tables.get(field.id, ()), new.tables.get(field.id, ()))
            elif field.kind is not FieldKind.COMPUTED:
                texts = [answer_text(catalogue, field, form.values.get(field.id)) for form in (old, new)]
                if texts[0] != texts[1]:
                    found.append(FieldChange(field.id, texts[0], texts[1]))
    found += _annexes(before.annexes, after.annexes)
    return tuple(found)


def answer_text(catalogue: Catalogue, field: Field, value: Scalar) -> Words:
    """Return an answer as a person reads it, empty where there is none; choices by name, months as 07/2019."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return localised.in_each(locale.yes_or_no, value)
    if isinstance(value, tuple):
        return localised.listed([_named(catalogue, field, key) for key in value])
    if isinstance(value, date):
        return locale.month(value) if field.kind is FieldKind.MONTH else localised.in_each(locale.day, value)
    if isinstance(value, int | Decimal):
        return str(value) if field.kind is FieldKind.YEAR else localised.in_each(locale.plain, Fraction(value))
    return _named(catalogue, field, value)


def _named(catalogue: Catalogue, field: Field, key: str) -> Words:
    entry = catalogue.entry(field, key)
    return entry.name if entry else key


def _table(catalogue: Catalogue, table: Field, before: Sequence[Row], after: Sequence[Row]) -> Iterator[FieldChange]:
    """Yield the cells that changed in rows that stayed, and the rows that came and went."""
    old = [_row_text(catalogue, table, row) for row in before]
    new = [_row_text(catalogue, table, row) for row in after]
    for kind, old_from, old_to, new_from, new_to in SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        if kind == "equal":
            continue
        both = min(old_to - old_from, new_to - new_from)
        for offset in range(both):
            number = new_from + offset + 1
            yield from _cells(catalogue, table, number, before[old_from + offset], after[new_from + offset])
        for index in range(old_from + both, old_to):
            yield FieldChange(table.id, old[index], "")
        for index in range(new_from + both, new_to):
            yield FieldChange(table.id, "", new[index])


def _cells(catalogue: Catalogue, table: Field, number: int, before: Row, after: Row) -> Iterator[FieldChange]:
    for column in table.columns:
        texts = [answer_text(catalogue, column, row.get(column.id)) for row in (before, after)]
        if texts[0] != texts[1]:
            yield FieldChange(f"{table.id}.{number}.{column.id}", texts[0], texts[1])


def _row_text(catalogue: Catalogue, table: Field, row: Row) -> Words:
    return localised.listed(
        [text for column in table.columns if (text := answer_text(catalogue, column, row.get(column.id)))], " · "
    )


def _annexes(before: Sequence[Annex], after: Sequence[Annex]) -> Iterator[FieldChange]:
    kept = {(one.kind, one.sha256) for one in before} & {(one.kind, one.sha256) for one in after}
    old = [one for one in before if (one.kind, one.sha256) not in kept]
    new = [one for one in after if (one.kind, one.sha256) not in kept]
    for kind in sorted({one.kind for one in (*old, *new)}):
        gone = [_annex_text(one) for one in old if one.kind == kind]
        come = [_annex_text(one) for one in new if one.kind == kind]
        for index in range(max(len(gone), len(come))):
            yield FieldChange(kind, gone[index] if index < len(gone) else "", come[index] if index < len(come) else "")


def _annex_text(one: Annex) -> str:
    pages = f", {one.pages}{locale.NO_BREAK}S." if one.pages else ""
    return f"{one.name}{pages} ({one.sha256[:_HASH_SHOWN]})"
