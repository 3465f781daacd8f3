"""The line of every key is found, however a person lays a catalogue out."""

import tomllib

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reviewer_app.exchange.catalogue.lines import KeyPath, line_numbers, nearest_line

TEXT = '''# a comment = [ "not a key"
title = { de = "a # b", en = 'c"d' }   # behind
"quoted key".inner = 1

[scale]
levels = [
  # between
  { value = 1, text = { de = "x" } },
  { value = 2 }, ]
long = """
[[not.a.table]]
key = "no"
"""
raw = \'\'\'x\'\'\'\'

[[area]]
key = "A"
  [[area.criterion]]
  key = "A1"
  [[area.criterion]]
  key = "A2"
[[area]]
key = "B"
  [[area.criterion]]
  key = "B1"
  weight = 2026-01-01 07:00:00
'''


@pytest.mark.parametrize(
    ("path", "line"),
    [
        (("title", "en"), 2),
        (("quoted key", "inner"), 3),
        (("scale",), 5),
        (("scale", "levels", 0, "text", "de"), 8),
        (("scale", "levels", 1, "value"), 9),
        (("scale", "long"), 10),
        (("scale", "raw"), 14),
        (("area", 0), 16),
        (("area", 0, "criterion", 1, "key"), 21),
        (("area", 1, "criterion", 0, "weight"), 26),
    ],
)
def test_lines(path: KeyPath, line: int) -> None:
    assert line_numbers(TEXT)[path] == line


def test_a_missing_key_is_looked_for_where_it_belongs() -> None:
    lines = line_numbers(TEXT)
    assert nearest_line(lines, ("area", 1, "criterion", 0, "title")) == 24
    assert nearest_line(lines, ("nowhere",)) == 1


def paths(value: object, path: KeyPath = ()) -> list[KeyPath]:
    if isinstance(value, dict):
        return [one for key, inner in value.items() for one in [(*path, key), *paths(inner, (*path, key))]]
    if isinstance(value, list):
        return [one for index, inner in enumerate(value) for one in [(*path, index), *paths(inner, (*path, index))]]
    return []


def test_every_key_of_a_text_has_a_line() -> None:
    assert set(paths(tomllib.loads(TEXT))) <= line_numbers(TEXT).keys()


@given(st.text(alphabet="ab.[]{}=\"'\n#, \\"))
def test_any_text_is_walked_to_an_end(text: str) -> None:
    assert all(line >= 1 for line in line_numbers(text).values())
