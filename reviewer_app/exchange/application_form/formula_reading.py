"""Reads a formula of the form into a tree, so that it can be calculated without a spreadsheet.

Only what `formulas` writes is understood: functions, references, texts, numbers and the usual signs between them.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from openpyxl.formula.tokenizer import Token, Tokenizer

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
class Call:
    """A function or a sign between two operands, with its arguments."""

    name: str
    arguments: tuple["Node", ...]


type Node = Constant | Reference | Call


@lru_cache(_MOST_KEPT)
def read_formula(formula: str) -> Node:
    """Read a formula that begins with `=`; raise ValueError where it holds what the form never writes."""
    tokens = [one for one in Tokenizer(formula).items if one.type != Token.WSPACE]
    return _Reading(tokens).whole()


class _Reading:
    """Reads tokens from left to right."""

    def __init__(self, tokens: Sequence[Token]) -> None:
        self._tokens = tokens
        self._at = 0

    def whole(self) -> Node:
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

    def _signed(self, level: int) -> Node:
        """Read operands joined by signs, the weakest first."""
        if level == len(_SIGNS):
            return self._single()
        node = self._signed(level + 1)
        while (token := self._next()) and token.type == Token.OP_IN and token.value in _SIGNS[level]:
            self._at += 1
            node = Call(token.value, (node, self._signed(level + 1)))
        return node

    def _single(self) -> Node:
        token = self._take()
        if token.type == Token.OP_PRE:
            return Call("-", (Constant(0.0), self._single())) if token.value == "-" else self._single()
        if token.type == Token.PAREN:
            node = self._signed(0)
            self._at += 1
            return node
        if token.type == Token.FUNC:
            return Call(token.value.rstrip("(").upper(), self._arguments())
        return _operand(token)

    def _arguments(self) -> tuple[Node, ...]:
        token = self._next()
        if token is not None and token.subtype == Token.CLOSE:
            self._at += 1
            return ()
        found = [self._signed(0)]
        while self._take().type == Token.SEP:
            found.append(self._signed(0))
        return tuple(found)


def _operand(token: Token) -> Node:
    if token.subtype == Token.TEXT:
        return Constant(token.value[1:-1].replace('""', '"'))
    if token.subtype == Token.NUMBER:
        return Constant(float(token.value))
    if token.subtype == Token.LOGICAL:
        return Constant(token.value.upper() == "TRUE")
    if token.subtype == Token.RANGE:
        return Reference(token.value.replace("$", ""))
    raise ValueError(token.value)
