"""The answers a story gives on the application form, put together by the map in `resources/demo/form.toml`."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from functools import cache

from reviewer_app.demo.story import Story, StoryFact, StoryFacts, data
from reviewer_app.domain.application import Row, Scalar
from reviewer_app.domain.catalogue import Catalogue
from reviewer_app.domain.form.spec import Field, FieldKind

_WHOLE = {FieldKind.INTEGER, FieldKind.MONEY, FieldKind.YEAR}
_EXACT = {FieldKind.DECIMAL, FieldKind.PERCENT}


@dataclass(frozen=True, slots=True)
class FilledForm:
    """A filled form: answers by field and rows by table, as the form's writer takes them."""

    values: Mapping[str, Scalar]
    tables: Mapping[str, tuple[Row, ...]]


@cache
def form_map() -> StoryFacts:
    """Return which fact answers which field."""
    return data("form.toml")


def part(facts: StoryFacts, name: str) -> StoryFacts:
    """Return a table of a resource file, empty where there is none."""
    found = facts.get(name)
    return found if isinstance(found, Mapping) else {}


def answers_of(story: Story, catalogue: Catalogue) -> FilledForm:
    """Return what a story answers; a fact without a field is left out, a text stands under the field's own id."""
    known = form_map()
    given: dict[str, StoryFact] = {name: story.get(str(fact)) for name, fact in part(known, "values").items()}
    sections = part(known, "answers").get("sections")
    for section in sections if isinstance(sections, list) else []:
        own = story.get(str(section))
        given |= dict(own) if isinstance(own, Mapping) else {}
    values = {field.id: scalar(field, given[field.id]) for field in catalogue.fields if given.get(field.id) is not None}
    tables = {}
    for name, one in part(known, "tables").items():
        field = catalogue.field(name)
        if field is not None and isinstance(one, Mapping):
            tables[name] = _rows(story, field, one)
    return FilledForm(values, tables)


def _rows(story: Story, table: Field, one: StoryFacts) -> tuple[Row, ...]:
    columns = part(one, "columns")
    found = story.get(str(one["rows"]))
    rows = found if isinstance(found, list) else []
    return tuple({name: _cell(table, name, row, place) for name, place in columns.items()} for row in rows)


def _cell(table: Field, name: str, row: StoryFact, place: StoryFact) -> Scalar:
    column = table.column(name)
    value: StoryFact = None
    if isinstance(row, Mapping):
        value = row.get(str(place))
    elif isinstance(row, list) and isinstance(place, int):
        value = row[place]
    return None if column is None or value is None else scalar(column, value)


def scalar(field: Field, value: StoryFact) -> Scalar:
    """Return a fact as the kind of answer a field takes."""
    if field.kind is FieldKind.MONTH and isinstance(value, str):
        year, month = value.split("-")
        return date(int(year), int(month), 1)
    if field.kind in _WHOLE:
        return int(str(value))
    if field.kind in _EXACT:
        return Decimal(str(value))
    if field.kind is FieldKind.MULTI:
        return tuple(str(one) for one in value) if isinstance(value, list | tuple) else (str(value),)
    if isinstance(value, bool | date):
        return value
    return str(value)
