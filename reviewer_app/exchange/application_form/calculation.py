"""Calculates the formulas of the form, so that a viewer that cannot calculate shows what they say.

A formula is read into a tree first; only what `formulas` writes is understood: functions, references, texts, numbers
and the usual signs between them. A spreadsheet calculates again when it opens the form; what stands here is what it
will find. There is no clock: today is the day the form is for.
"""

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from typing import TYPE_CHECKING

from openpyxl.formula.tokenizer import Token, Tokenizer
from openpyxl.utils import range_boundaries
from openpyxl.utils.datetime import from_excel, to_excel

if TYPE_CHECKING:
    from openpyxl.workbook import Workbook


_MOST_KEPT = 4_096
_SIGNS = (("=", "<>", "<", "<=", ">", ">="), ("&",), ("+", "-"), ("*", "/"))


@dataclass(frozen=True, slots=True)
class Constant:
    """A text, a number or a truth value as written."""

    value: str | float | bool


@dataclass(frozen=True, slots=True)
class Reference:
    """A cell, an area or a name, as written without `$`."""

    area: str


@dataclass(frozen=True, slots=True)
class FormulaCall:
    """A function or a sign between two operands, with its arguments."""

    name: str
    arguments: tuple["Expression", ...]


type Expression = Constant | Reference | FormulaCall


@lru_cache(_MOST_KEPT)
def read_formula(formula: str) -> Expression:
    """Read a formula that begins with `=`; raise ValueError where it holds what the form never writes."""
    tokens = [one for one in Tokenizer(formula).items if one.type != Token.WSPACE]
    return _Reading(tokens).whole()


class _Reading:
    """Reads tokens from left to right."""

    def __init__(self, tokens: Sequence[Token]) -> None:
        self._tokens = tokens
        self._at = 0

    def whole(self) -> Expression:
        node = self._signed(0)
        if self._at != len(self._tokens):
            raise ValueError(self._tokens[self._at].value)
        return node

    def _next(self) -> Token | None:
        return self._tokens[self._at] if self._at < len(self._tokens) else None

    def _take(self) -> Token:
        token = self._tokens[self._at]
        self._at += 1
        return token

    def _signed(self, level: int) -> Expression:
        """Read operands joined by signs, the weakest first."""
        if level == len(_SIGNS):
            return self._single()
        node = self._signed(level + 1)
        while (token := self._next()) and token.type == Token.OP_IN and token.value in _SIGNS[level]:
            self._at += 1
            node = FormulaCall(token.value, (node, self._signed(level + 1)))
        return node

    def _single(self) -> Expression:
        token = self._take()
        if token.type == Token.OP_PRE:
            return FormulaCall("-", (Constant(0.0), self._single())) if token.value == "-" else self._single()
        if token.type == Token.PAREN:
            node = self._signed(0)
            self._at += 1
            return node
        if token.type == Token.FUNC:
            return FormulaCall(token.value.rstrip("(").upper(), self._arguments())
        return _operand(token)

    def _arguments(self) -> tuple[Expression, ...]:
        token = self._next()
        if token is not None and token.subtype == Token.CLOSE:
            self._at += 1
            return ()
        found = [self._signed(0)]
        while self._take().type == Token.SEP:
            found.append(self._signed(0))
        return tuple(found)


def _operand(token: Token) -> Expression:
    if token.subtype == Token.TEXT:
        return Constant(token.value[1:-1].replace('""', '"'))
    if token.subtype == Token.NUMBER:
        return Constant(float(token.value))
    if token.subtype == Token.LOGICAL:
        return Constant(token.value.upper() == "TRUE")
    if token.subtype == Token.RANGE:
        return Reference(token.value.replace("$", ""))
    raise ValueError(token.value)


type FormulaValue = str | float | bool | None

_ORDER = "<>="
_DIGITS = 15


class _Fault(Exception):  # noqa: N818  # a value a spreadsheet would show as #VALUE!, caught by IFERROR
    """A formula has no value here."""


def results(book: "Workbook", today: date) -> dict[str, dict[str, str | float | bool]]:
    """Give the value of every formula by sheet and cell; a formula without one is left out."""
    calculation = _Calculation(book, today)
    return {sheet.title: dict(calculation.of(sheet.title)) for sheet in book.worksheets}


class _Calculation:
    """Calculates each cell once."""

    def __init__(self, book: "Workbook", today: date) -> None:
        self._book = book
        self._today = today
        self._known: dict[tuple[str, int, int], FormulaValue] = {}
        self._sheet = ""
        self._functions: Mapping[str, Callable[..., FormulaValue]] = {
            "ABS": lambda one: abs(self._number(one)),
            "AND": lambda *all_: all(self._truths(all_)),
            "COUNT": lambda *all_: float(sum(1 for _ in self._numbers(all_))),
            "COUNTA": lambda *all_: float(sum(value is not None for one in all_ for value in self._area(one))),
            "COUNTIF": lambda area, wanted: float(sum(self._matching(area, wanted))),
            "COUNTIFS": self._count_both,
            "EXACT": lambda one, other: self._text(one) == self._text(other),
            "FIND": self._find,
            "IF": self._if,
            "IFERROR": self._if_error,
            "INT": lambda one: float(self._number(one) // 1),
            "ISERROR": self._is_error,
            "ISNUMBER": self._is_number,
            "LEFT": lambda one, count: self._text(one)[: int(self._number(count))],
            "LEN": lambda one: float(len(self._text(one))),
            "LOWER": lambda one: self._text(one).lower(),
            "MAX": lambda *all_: max([self._number(one) for one in all_]),
            "MID": self._middle,
            "N": self._n,
            "OR": lambda *all_: any(self._truths(all_)),
            "ROUND": lambda one, places: _rounded(self._number(one), int(self._number(places))),
            "SUM": lambda *all_: sum(self._numbers(all_), 0.0),
            "TODAY": lambda: _serial(self._today),
            "TRIM": lambda one: " ".join(filter(None, self._text(one).split(" "))),
            "YEAR": lambda one: float(from_excel(self._number(one)).year),
        }

    def of(self, title: str) -> Iterator[tuple[str, str | float | bool]]:
        """Yield cell and value of the formulas of a sheet."""
        for row in self._book[title].iter_rows():
            for cell in row:
                if cell.data_type == "f":
                    try:
                        value = self._cell(title, cell.row or 1, cell.column or 1)
                    except _Fault:
                        continue
                    yield cell.coordinate, 0.0 if value is None else value

    # Cells

    def _cell(self, sheet: str, row: int, column: int) -> FormulaValue:
        key = (sheet, row, column)
        if key not in self._known:
            cell = self._book[sheet].cell(row, column)
            if cell.data_type == "f":
                outside, self._sheet = self._sheet, sheet
                try:
                    self._known[key] = self._value(read_formula(str(cell.value)))
                finally:
                    self._sheet = outside
            else:
                self._known[key] = _stored(cell.value)
        return self._known[key]

    def _area(self, node: Expression) -> Iterator[FormulaValue]:
        """Yield the values of an area, or the one value of anything else."""
        if not isinstance(node, Reference):
            yield self._value(node)
            return
        name = self._book.defined_names.get(node.area)
        area = str(name.attr_text).replace("$", "") if name is not None else node.area
        sheet, _, cells = area.rpartition("!")
        left, top, right, bottom = range_boundaries(cells)
        for row in range(top or 1, (bottom or 1) + 1):
            for column in range(left or 1, (right or 1) + 1):
                yield self._cell(sheet.strip("'") or self._sheet, row, column)

    def _value(self, node: Expression) -> FormulaValue:
        if isinstance(node, Constant):
            return node.value
        if isinstance(node, Reference):
            return next(self._area(node))
        function = self._functions.get(node.name)
        return function(*node.arguments) if function else self._joined(node)

    # Kinds of values

    def _number(self, node: Expression) -> float:
        value = self._value(node)
        if isinstance(value, str):
            raise _Fault
        return float(value or 0)

    def _text(self, node: Expression) -> str:
        return _as_text(self._value(node))

    def _truth(self, node: Expression) -> bool:
        return bool(self._number(node))

    def _truths(self, nodes: tuple[Expression, ...]) -> list[bool]:
        """Give all of them, because one that has no value leaves the whole without."""
        return [self._truth(node) for node in nodes]

    def _numbers(self, nodes: tuple[Expression, ...]) -> Iterator[float]:
        for node in nodes:
            for value in self._area(node):
                if isinstance(value, float):
                    yield value

    # Signs and functions

    def _joined(self, node: FormulaCall) -> FormulaValue:
        one, other = node.arguments
        if node.name == "&":
            return self._text(one) + self._text(other)
        if node.name[0] in _ORDER:
            return _compared(node.name, self._value(one), self._value(other))
        left, right = self._number(one), self._number(other)
        if node.name == "/":
            if not right:
                raise _Fault
            return left / right
        return {"+": left + right, "-": left - right, "*": left * right}[node.name]

    def _if(self, condition: Expression, yes: Expression, no: Expression) -> FormulaValue:
        return self._value(yes if self._truth(condition) else no)

    def _if_error(self, one: Expression, otherwise: Expression) -> FormulaValue:
        try:
            return self._value(one)
        except _Fault:
            return self._value(otherwise)

    def _is_error(self, one: Expression) -> bool:
        try:
            self._value(one)
        except _Fault:
            return True
        return False

    def _is_number(self, one: Expression) -> bool:
        try:
            return isinstance(self._value(one), float)
        except _Fault:
            return False

    def _n(self, one: Expression) -> float:
        value = self._value(one)
        return 0.0 if isinstance(value, str) else float(value or 0)

    def _find(
        self, wanted: Expression, inside: Expression, start: Expression = Constant(1.0)
    ) -> float:  # a frozen value
        place = self._text(inside).find(self._text(wanted), int(self._number(start)) - 1)
        if place < 0:
            raise _Fault
        return float(place + 1)

    def _middle(self, one: Expression, start: Expression, count: Expression) -> str:
        first = int(self._number(start)) - 1
        return self._text(one)[first : first + int(self._number(count))]

    def _matching(self, area: Expression, wanted: Expression) -> list[bool]:
        target = self._value(wanted)
        return [_fits(value, target) for value in self._area(area)]

    def _count_both(self, *pairs: Expression) -> float:
        columns = [self._matching(area, wanted) for area, wanted in zip(pairs[::2], pairs[1::2], strict=True)]
        return float(sum(all(row) for row in zip(*columns, strict=True)))


def _serial(day: date) -> float:
    return float(to_excel(day))  # type: ignore[no-untyped-call] # openpyxl leaves it so


def _stored(value: object) -> FormulaValue:
    if isinstance(value, date):
        return _serial(value)
    if isinstance(value, bool) or value is None:
        return value
    return float(value) if isinstance(value, int | float) else str(value)


def _as_text(value: FormulaValue) -> str:
    if isinstance(value, bool):
        return "TRUE" if value else "FALSE"
    return f"{value:.15g}" if isinstance(value, float) else value or ""


def _fits(value: FormulaValue, wanted: FormulaValue) -> bool:
    """Say whether a cell is what COUNTIF counts; `*` in a text stands for anything."""
    if isinstance(wanted, str):
        pattern = re.escape(wanted).replace(r"\*", ".*").replace(r"\?", ".")
        return isinstance(value, str) and re.fullmatch(pattern, value, re.IGNORECASE | re.DOTALL) is not None
    return value is not None and value == (wanted or 0.0)


def _compared(sign: str, one: FormulaValue, other: FormulaValue) -> bool:
    left, right = _rank(one, other), _rank(other, one)
    below, same = left < right, left == right
    return {"=": same, "<>": not same, "<": below, "<=": below or same, ">": not below and not same, ">=": not below}[
        sign
    ]


def _rank(value: FormulaValue, beside: FormulaValue) -> tuple[int, float, str]:
    """Order numbers before texts before truth values; an empty cell is what stands beside it, but empty."""
    if value is None:
        value = "" if isinstance(beside, str) else 0.0
    if isinstance(value, bool):
        return (2, float(value), "")
    return (1, 0.0, value.casefold()) if isinstance(value, str) else (0, round(value, _DIGITS - 3), "")


def _rounded(value: float, places: int) -> float:
    """Round half away from zero, as spreadsheets do."""
    factor = 10.0**places
    return float(int(abs(value) * factor + 0.5) / factor) * (1 if value >= 0 else -1)
