"""Tells in which line of a TOML text each key stands.

The standard reader gives values without places, and a person who mends a catalogue looks for a line.
"""

from collections import Counter
from collections.abc import Mapping

type KeyPath = tuple[str | int, ...]

_BLANK = " \t\r\n"
_END_OF_BARE = ",]}#\n\r"
_END_OF_KEY = "=.] \t"


def line_numbers(text: str) -> Mapping[KeyPath, int]:
    """Give the line, counted from 1, of each key path, for example ("area", 0, "criterion", 2, "weight").

    The text has to be valid TOML; of other text some lines are missing or wrong, but nothing is raised.
    """
    scanner = _Scanner(text)
    try:
        scanner.document()
    except (IndexError, RecursionError):
        return scanner.lines
    return scanner.lines


def nearest_line(lines: Mapping[KeyPath, int], path: KeyPath) -> int:
    """Give the line of the path, or of the nearest table or key it lies in."""
    while path:
        if path in lines:
            return lines[path]
        path = path[:-1]
    return 1


class _Scanner:
    """Walks over a TOML text once; nested values by a stack of calls as deep as the text nests."""

    def __init__(self, text: str) -> None:
        """Begin at the first character; an end mark spares every test for the end."""
        self.text = text + "\n\0"
        self.at = 0
        self.line = 1
        self.lines: dict[KeyPath, int] = {}
        self._tables: Counter[KeyPath] = Counter()

    def document(self) -> None:
        """Walk over headers and key-value pairs."""
        table: KeyPath = ()
        while True:
            self._skip(_BLANK)
            if self.text[self.at] == "\0":
                return
            if self.text.startswith("[[", self.at):
                self._move(2)
                path = self._resolved(self._key("]"))
                table = (*path, self._tables[path])
                self._tables[path] += 1
                self.lines.setdefault(path, self.line)
                self.lines[table] = self.line
                self._move(2)
            elif self.text[self.at] == "[":
                self._move(1)
                table = self._resolved(self._key("]"))
                self.lines.setdefault(table, self.line)
                self._move(1)
            else:
                self._pair(table)

    def _resolved(self, key: tuple[str, ...]) -> KeyPath:
        """Put behind each array of tables on the way the number of its latest element."""
        path: KeyPath = ()
        for part in key[:-1]:
            path = (*path, part)
            if self._tables[path]:
                path = (*path, self._tables[path] - 1)
        return (*path, key[-1])

    def _pair(self, table: KeyPath) -> None:
        key = self._key("=")
        path: KeyPath = (*table, *key)
        for length in range(len(table) + 1, len(path) + 1):
            self.lines.setdefault(path[:length], self.line)
        self._move(1)
        self._value(path)

    def _value(self, path: KeyPath) -> None:
        self._skip(" \t")
        self.lines.setdefault(path, self.line)
        char = self.text[self.at]
        if char in "\"'":
            self._string()
        elif char == "[":
            self._array(path)
        elif char == "{":
            self._inline_table(path)
        else:
            self._bare(_END_OF_BARE)

    def _array(self, path: KeyPath) -> None:
        self._move(1)
        index = 0
        while True:
            self._skip(_BLANK + ",")
            if self.text[self.at] == "]":
                self._move(1)
                return
            self.lines[*path, index] = self.line
            self._value((*path, index))
            index += 1

    def _inline_table(self, path: KeyPath) -> None:
        self._move(1)
        while True:
            self._skip(_BLANK + ",")
            if self.text[self.at] == "}":
                self._move(1)
                return
            self._pair(path)

    def _key(self, end: str) -> tuple[str, ...]:
        """Read a bare, quoted or dotted key up to `end`, which is left in place."""
        parts: list[str] = []
        while True:
            self._skip(" \t.")
            char = self.text[self.at]
            if char == end:
                return tuple(parts)
            start = self.at
            if char in "\"'":
                self._string()
                parts.append(self.text[start + 1 : self.at - 1])
            else:
                self._bare(_END_OF_KEY)
                parts.append(self.text[start : self.at])

    def _string(self) -> None:
        quote = self.text[self.at]
        mark = quote * 3 if self.text.startswith(quote * 3, self.at) else quote
        self._move(len(mark))
        while not self.text.startswith(mark, self.at):
            self._move(2 if self.text[self.at] == "\\" and quote == '"' else 1)
        self._move(len(mark))
        while len(mark) > 1 and self.text[self.at] == quote:
            self._move(1)

    def _bare(self, end: str) -> None:
        """Step over a bare key or value; text without one is not TOML, and going on would never end."""
        start = self.at
        while self.text[self.at] not in end:
            self._move(1)
        if self.at == start:
            raise IndexError(start)

    def _skip(self, chars: str) -> None:
        """Step over any of `chars` and over comments."""
        while True:
            if self.text[self.at] == "#":
                while self.text[self.at] != "\n":
                    self._move(1)
            elif self.text[self.at] in chars:
                self._move(1)
            else:
                return

    def _move(self, count: int) -> None:
        self.line += self.text.count("\n", self.at, self.at + count)
        self.at += count
