"""Which answers and annexes an application owes, as the catalogue says: always, never, or when something else holds."""

from collections.abc import Iterable, Iterator, Mapping
from fractions import Fraction

from reviewer_app.domain.application import Annex, AnnexState, Form, Scalar
from reviewer_app.domain.catalogue import Catalogue
from reviewer_app.domain.form.answers import exact, is_empty
from reviewer_app.domain.form.spec import AnnexKind, Field, FieldKind

_PRESENT = "present"
_POSITIVE = "positive"
_ONLY = "only:"
_UNUSABLE = frozenset({AnnexState.ENCRYPTED, AnnexState.WRONG_TYPE, AnnexState.EMPTY, AnnexState.BROKEN})


def is_required(form: Form, required: str, when: Mapping[str, tuple[str, ...]]) -> bool:
    """Say whether something with this `required` and `required_when` is owed; one line of the latter is enough."""
    if required != "when":
        return required == "yes"
    return any(_holds(value, key) for name, keys in when.items() for value in _values(form, name) for key in keys)


def unanswered(catalogue: Catalogue, form: Form) -> Iterator[Field]:
    """Give the fields the applicant owes and left empty, and tables with too few rows, in the order of the form."""
    for field in catalogue.fields:
        if field.by_office or field.kind is FieldKind.COMPUTED:
            continue
        if not is_required(form, field.required, field.required_when):
            continue
        if lacks_rows(form, field) if field.kind is FieldKind.TABLE else is_empty(form.values.get(field.id)):
            yield field


def lacks_rows(form: Form, table: Field) -> bool:
    """Say whether a table is not there, or shorter than it has to be; no rows are an answer where none are asked."""
    rows = form.tables.get(table.id)
    return rows is None or len(rows) < table.min_rows


def is_usable(annex: Annex) -> bool:
    """Say whether an annex can be read; active content and a missing text layer do not hinder that."""
    return not _UNUSABLE.intersection(annex.states)


def provided(annex: AnnexKind, form: Form | None, annexes: Iterable[Annex]) -> bool:
    """Say whether an annex is there and can be read, or the table of the form that replaces it is filled."""
    if annex.table and form is not None and form.tables.get(annex.table):
        return True
    return any(one.kind == annex.key and is_usable(one) for one in annexes)


def _values(form: Form, name: str) -> Iterator[Scalar]:
    """Give the answer of a field, or the cells of `table.column`."""
    table, _, column = name.partition(".")
    if column:
        yield from (row.get(column) for row in form.tables.get(table, ()))
    else:
        yield form.values.get(name)


def _holds(value: Scalar, key: str) -> bool:
    if key == _PRESENT:
        return not is_empty(value)
    if key == _POSITIVE:
        return (exact(value) or Fraction(0)) > 0
    if key.startswith(_ONLY):
        return value in (key.removeprefix(_ONLY), (key.removeprefix(_ONLY),))
    return key in value if isinstance(value, tuple) else value == key
