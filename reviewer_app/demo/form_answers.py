"""The answers a story gives on the application form, put together by the map in `resources/demo/form.toml`."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from functools import cache

from reviewer_app.demo.story import Story, StoryFact, StoryFacts, data
from reviewer_app.domain.application import Row, Scalar
from reviewer_app.domain.catalogue import Catalogue
from reviewer_app.domain.form.spec import Field, FieldKind


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
    values = {
        field.id: scalar_of(field)(given[field.id]) for field in catalogue.fields if given.get(field.id) is not None
    }
    tables = {}
    for name, one in part(known, "tables").items():
        field = catalogue.field(name)
        if field is not None and isinstance(one, Mapping):
            tables[name] = _rows(story, field, one)
    return FilledForm(values, tables)


def _rows(story: Story, table: Field, one: StoryFacts) -> tuple[Row, ...]:
    found = story.get(str(one["rows"]))
    rows = found if isinstance(found, list) else []
    columns = {name: (place, scalar_of(table.column(name))) for name, place in part(one, "columns").items()}
    return tuple({name: make(_fact(row, place)) for name, (place, make) in columns.items()} for row in rows)


def _fact(row: StoryFact, place: StoryFact) -> StoryFact:
    if isinstance(row, Mapping):
        return row.get(str(place))
    return row[place] if isinstance(row, list) and isinstance(place, int) else None


def scalar_of(field: Field | None) -> Callable[[StoryFact], Scalar]:
    """Return what makes a fact the kind of answer a field takes; None without a field."""
    return _nothing if field is None else _SCALARS.get(field.kind, _plain)


def _nothing(_value: StoryFact) -> None:
    return None


def _plain(value: StoryFact) -> Scalar:
    return value if value is None or isinstance(value, (str, bool, date)) else str(value)


def _month(value: StoryFact) -> Scalar:
    if not isinstance(value, str):
        return _plain(value)
    year, month = value.split("-")
    return date(int(year), int(month), 1)


def _whole(value: StoryFact) -> int | None:
    return None if value is None else int(str(value))


def _exact(value: StoryFact) -> Decimal | None:
    return None if value is None else Decimal(str(value))


def _several(value: StoryFact) -> tuple[str, ...] | None:
    if value is None:
        return None
    return tuple(str(one) for one in value) if isinstance(value, list | tuple) else (str(value),)


_SCALARS: Mapping[FieldKind, Callable[[StoryFact], Scalar]] = {
    FieldKind.MONTH: _month,
    FieldKind.INTEGER: _whole,
    FieldKind.MONEY: _whole,
    FieldKind.YEAR: _whole,
    FieldKind.DECIMAL: _exact,
    FieldKind.PERCENT: _exact,
    FieldKind.MULTI: _several,
}
