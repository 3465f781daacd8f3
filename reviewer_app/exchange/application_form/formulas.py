"""The check beside every answer, as a spreadsheet formula: missing, wrong in form, at odds with its total, or fine.

It helps applicants while they fill in; what counts is checked again on import.
"""

import re
from fractions import Fraction

from reviewer_app.domain.catalogue import Catalogue
from reviewer_app.domain.form.spec import Field, FieldKind, FormRule, FormRuleKind
from reviewer_app.exchange.application_form.layout import (
    CHECK,
    HEAD_ROW,
    INPUT,
    LABEL,
    FormLayout,
    FormRow,
    RowKind,
    TablePlace,
    offered,
)
from reviewer_app.exchange.application_form.page import FormTexts
from reviewer_app.exchange.spreadsheet import column_letters

_TOKEN = re.compile(r"\\d(?:\{(\d+)(?:,(\d+))?\})?|\\([^\w\s])|([^\\\[\](){}.*+?^$|])")
_MOST_DIGITS = 12
_NUMBERS = frozenset(
    {FieldKind.INTEGER, FieldKind.DECIMAL, FieldKind.MONEY, FieldKind.PERCENT, FieldKind.YEAR, FieldKind.COMPUTED}
)
_WHOLE = frozenset({FieldKind.INTEGER, FieldKind.YEAR})
_DAYS = frozenset({FieldKind.DATE, FieldKind.MONTH})


def text_of(text: str) -> str:
    """Return a text as a formula spells it."""
    return '"' + text.replace('"', '""') + '"'


def number_of(value: Fraction) -> str:
    """Return an exact number as a formula spells it."""
    return str(value.numerator) if value.denominator == 1 else f"({value.numerator}/{value.denominator})"


class Checks:
    """Builds the formulas of one form."""

    def __init__(self, catalogue: Catalogue, layout: FormLayout, words: FormTexts) -> None:
        """Know the fields, where their answers stand, and the words of the language."""
        self._catalogue = catalogue
        self._layout = layout
        self._words = words
        self._fine = text_of(words.say("fine"))
        self._missing = text_of(words.say("missing"))
        self._wrong = text_of(words.say("wrong"))
        self._apart = text_of(words.say("apart"))
        self._yes = text_of(words.say("yes"))
        self._no = text_of(words.say("no"))

    def check(self, row: FormRow) -> str:
        """Return the formula of the column Prüfung, empty where a row is not checked."""
        if row.field is None or row.kind in (RowKind.SECTION, RowKind.CHOICE, RowKind.COMPUTED):
            return ""
        if row.kind is RowKind.CHOICES:
            return self._choices(row, row.field)
        if row.kind is RowKind.TABLE:
            place = self._layout.table(row.field.id)
            return self._table(row.field, place) if place else ""
        valid = self._valid(row.field, row.cell)
        fine = self._across(row.field, row.cell)
        form = f"IF(IFERROR({valid},FALSE),{fine},{self._wrong})"
        return f'=IF(TRIM({row.cell})="",{self._when_empty(row)},{form})'

    def state(self) -> str:
        """Return the formula of the live line: how many answers are open."""
        letters = column_letters(CHECK)
        area = f"${letters}${HEAD_ROW + 1}:${letters}${self._layout.last_row}"
        mark = text_of(self._words.say("missing")[:1] + "*")
        apart = f"COUNTIF({area},{self._apart})"
        count = f"(COUNTIF({area},{mark})-MAX(0,{apart}-1))"
        some = f"{text_of(self._words.say('open_before'))}&{count}&{text_of(self._words.say('open_after'))}"
        one = text_of(self._words.say("open_one"))
        return f"=IF({count}=0,{text_of(self._words.say('open_none'))},IF({count}=1,{one},{some}))"

    def computed(self, field: Field) -> str:
        """Return the formula of a computed field, empty where its figure needs more than this sheet holds."""
        figure = self._catalogue.figure(field.figure)
        if figure is None:
            return ""
        above = [self._operand(one) for one in figure.numerator]
        below = [self._operand(one) for one in figure.denominator]
        if not all((*above, *below)):
            return ""
        used = [self._cell(one.removeprefix("-")) for one in (*figure.numerator, *figure.denominator)]
        empty = f"COUNT({','.join(dict.fromkeys(used))})<{len(dict.fromkeys(used))}"
        return f'=IF({empty},"",{_quotient(above, below, figure.unit, self._words)})'

    def computed_in_row(self, place: TablePlace, index: int, row: int) -> str:
        """Return the formula of a computed column in a row of its table."""
        column = place.field.columns[index]
        figure = self._catalogue.figure(column.figure)
        if figure is None:
            return ""
        cells: dict[str, str] = {
            f"{place.field.id}.{one.id}": f"{column_letters(place.column(number))}{row}"
            for number, one in enumerate(place.field.columns)
        }
        above = [cells.get(one, "") for one in figure.numerator]
        below = [cells.get(one, "") for one in figure.denominator]
        if not all((*above, *below)):
            return ""
        used = ",".join(dict.fromkeys((*above, *below)))
        return f'=IF(COUNT({used})=0,"",{_quotient(above, below, figure.unit, self._words)})'

    def rows(self, place: TablePlace) -> str:
        """Return the expression that counts the filled rows of a table, by its first required column."""
        needed = [index for index, column in enumerate(place.field.columns) if column.required == "yes"]
        return f"COUNTA({place.range(needed[0] if needed else 0)})"

    def _cell(self, field_id: str) -> str:
        row = self._layout.answer(field_id)
        return row.cell if row is not None and row.kind is not RowKind.TABLE else ""

    def _operand(self, name: str) -> str:
        cell = self._cell(name.removeprefix("-"))
        return f"-{cell}" if cell and name.startswith("-") else cell

    def _when_empty(self, row: FormRow) -> str:
        field = row.field
        if field is None or row.by_office or field.required == "no":
            return '""'
        if field.required == "yes":
            return self._missing
        parts = [part for name, keys in field.required_when.items() for part in self._conditions(name, keys) if part]
        if not parts:
            return '""'
        return f'IF(IFERROR(OR({",".join(parts)}),FALSE),{self._missing},"")'

    def _conditions(self, field_id: str, keys: tuple[str, ...]) -> list[str]:
        cell = self._cell(field_id)
        field = self._catalogue.field(field_id)
        if not cell or field is None:
            return []
        found = []
        for key in keys:
            if key == "present":
                found.append(f'TRIM({cell})<>""')
            elif key == "positive":
                found.append(f"N({cell})>0")
            else:
                entry = self._catalogue.entry(field, key)
                found.append(f"{cell}={text_of(self._words.name(entry.name))}" if entry else "")
        return found

    def _valid(self, field: Field, cell: str) -> str:
        if field.kind in _NUMBERS:
            return _and([f"ISNUMBER({cell})", *_number_bounds(field, cell)])
        if field.kind in _DAYS:
            future = [f"{cell}<=TODAY()"] if field.not_future else []
            return _and([f"ISNUMBER({cell})", f"{cell}>1", *future])
        if field.kind is FieldKind.BOOLEAN:
            if self._must_be_yes(field):
                return f"{cell}={self._yes}"
            return f"OR({cell}={self._yes},{cell}={self._no})"
        if field.kind is FieldKind.CHOICE:
            return (
                f"COUNTIF({self._words.list_name(field.list)},{cell})>0" if offered(self._catalogue, field) else "TRUE"
            )
        return _and(_text_bounds(field, cell))

    def _must_be_yes(self, field: Field) -> bool:
        return any(field.id in rule.fields for rule in self._rules(FormRuleKind.MUST_BE_YES))

    def _rules(self, kind: FormRuleKind) -> list[FormRule]:
        return [rule for rule in self._catalogue.form_rules if rule.kind == kind and rule.severity == "error"]

    def _across(self, field: Field, cell: str) -> str:
        """Give what is said of an answer that is right in itself: compared with its fellows."""
        result = self._fine
        for rule in self._rules(FormRuleKind.SUM_EQUALS):
            total, *parts = [self._cell(one) for one in rule.fields]
            if field.id in rule.fields[1:] and all((total, *parts)):
                every = ",".join((total, *parts))
                differs = f"AND(COUNT({every})={len(parts) + 1},{total}<>SUM({','.join(parts)}))"
                result = f"IF({differs},{self._apart},{result})"
        for rule in self._rules(FormRuleKind.AT_MOST):
            if rule.fields[0] == field.id and (most := self._cell(rule.fields[1])):
                result = f"IF(AND(COUNT({cell},{most})=2,{cell}>{most}),{self._wrong},{result})"
        for rule in self._rules(FormRuleKind.NOT_BEFORE):
            if rule.fields[0] == field.id and (first := self._cell(rule.fields[1])):
                result = f"IF(AND(COUNT({cell},{first})=2,{cell}<{first}),{self._wrong},{result})"
        return result

    def _choices(self, row: FormRow, field: Field) -> str:
        choices = self._layout.choices(field.id)
        if not choices:
            return ""
        first, last = choices[0].number, choices[-1].number
        letters = column_letters(INPUT)
        area = f"${letters}${first}:${letters}${last}"
        count = f"COUNTIF({area},{self._yes})"
        wrong = [f"{count}>{number_of(field.maximum)}"] if field.maximum is not None else []
        if field.minimum is not None and field.minimum > 1:
            wrong.append(f"{count}<{number_of(field.minimum)}")
        names = f"${column_letters(LABEL)}${first}:${column_letters(LABEL)}${last}"
        wrong += [
            f"COUNTIFS({names},{other},{area},{self._yes})>0"
            for rule in self._rules(FormRuleKind.EXCLUDES)
            if rule.fields[0] == field.id and (other := self._cell(rule.fields[1]))
        ]
        fine = f"IF(OR({','.join(wrong)}),{self._wrong},{self._fine})" if wrong else self._fine
        return f"=IF({count}=0,{self._when_empty(row)},{fine})"

    def _table(self, field: Field, place: TablePlace) -> str:
        count = self.rows(place)
        least = max(field.min_rows, 1 if field.required == "yes" else 0)
        if field.required == "yes":
            return f"=IF({count}>={least},{self._fine},{self._missing})"
        return f'=IF({count}=0,"",IF({count}>={least},{self._fine},{self._missing}))'


def _and(parts: list[str]) -> str:
    return f"AND({','.join(parts)})" if len(parts) > 1 else parts[0] if parts else "TRUE"


def _number_bounds(field: Field, cell: str) -> list[str]:
    parts = [] if field.kind not in _WHOLE else [f"{cell}=INT({cell})"]
    if field.minimum is not None:
        parts.append(f"{cell}>={number_of(field.minimum)}")
    if field.maximum is not None:
        parts.append(f"{cell}<={number_of(field.maximum)}")
    if field.step is not None and field.step > 0 and field.kind not in _WHOLE:
        steps = f"{cell}*{field.step.denominator}/{field.step.numerator}"
        parts.append(f"ABS({steps}-ROUND({steps},0))<0.000001")
    if field.kind is FieldKind.YEAR and field.not_future:
        parts.append(f"{cell}<=YEAR(TODAY())")
    return parts


def _text_bounds(field: Field, cell: str) -> list[str]:
    parts = []
    if field.min_length > 1:
        parts.append(f"LEN(TRIM({cell}))>={field.min_length}")
    if field.max_length:
        parts.append(f"LEN({cell})<={field.max_length}")
    if field.kind is FieldKind.URL:
        parts.append(f'LEFT(LOWER(TRIM({cell})),8)="https://"')
    elif field.kind is FieldKind.MAIL:
        parts.append(f'FIND(".",{cell},FIND("@",{cell})+2)>0')
        parts.append(f'ISERROR(FIND(" ",TRIM({cell})))')
    elif field.kind is FieldKind.PHONE:
        parts.append(f'LEFT(TRIM({cell}),1)="+"')
    if field.pattern:
        parts.extend(pattern_tests(field.pattern, cell))
    return parts


def pattern_tests(pattern: str, cell: str) -> list[str]:
    r"""Return tests for a pattern of letters and digits such as `GC-\d{4}-\d{3,5}`, none where it holds more."""
    parts: list[tuple[str, int, int]] = []
    place = 0
    for match in _TOKEN.finditer(pattern):
        if match.start() != place:
            return []
        place = match.end()
        literal = match[3] or match[4]
        if literal:
            parts.append((literal, 1, 1))
        else:
            least = int(match[1] or 1)
            parts.append(("", least, int(match[2] or least)))
    variable = [part for part in parts[:-1] if part[1] != part[2]]
    if place != len(pattern) or not parts or variable or sum(part[2] for part in parts) > 2 * _MOST_DIGITS:
        return []
    least, most = sum(part[1] for part in parts), sum(part[2] for part in parts)
    length = f"LEN({cell})"
    tests = [f"{length}={least}"] if least == most else [f"{length}>={least}", f"{length}<={most}"]
    position = 1
    for literal, needed, count in parts:
        if literal:
            tests.append(f"EXACT(MID({cell},{position},1),{text_of(literal)})")
        for place in range(position, position + (0 if literal else count)):
            digit = f'ISNUMBER(FIND(MID({cell},{place},1),"0123456789"))'
            tests.append(digit if place < position + needed else f"OR({length}<{place},{digit})")
        position += count
    return tests


def _quotient(above: list[str], below: list[str], unit: str, words: FormTexts) -> str:
    upper = "+".join(above).replace("+-", "-")
    if not below:
        return upper
    lower = "+".join(below).replace("+-", "-")
    factor = "100*" if unit == "share" else ""
    return f"IF(({lower})=0,{text_of(words.say('not_computable'))},{factor}({upper})/({lower}))"
