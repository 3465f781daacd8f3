"""The words for commands, findings and exports, in every language, by key.

Code below the window returns keys with parameters; which language a person reads is known only where text leaves the
program. The words stand in resources/i18n/messages/*.toml: a table for each key with `de` and `en`, and `de_one`,
`en_one` where the text differs when the parameter `n` is one. Those of a further language stand in its own folder.
"""

import tomllib
from collections.abc import Mapping
from functools import cache
from typing import Protocol, runtime_checkable

from resources import path
from resources.languages import LANGUAGES, SOURCE


@runtime_checkable
class _InEveryLanguage(Protocol):
    """A parameter that is there in every language."""

    def read(self, language: str) -> str: ...


def text(key: str, language: str, /, **params: object) -> str:
    """Give the words for `key`, say `finding.sum_differs`, with `{name}` replaced by the parameter of that name.

    Where a language of the product has none yet, those of the source language stand in. Raises KeyError for an unknown
    key, an unknown language or a parameter that the words name and nobody gave.
    """
    forms = entries()[key]
    if language not in forms and language in LANGUAGES:
        language = SOURCE
    singular = f"{language}_one"
    chosen = singular if params.get("n") == 1 and singular in forms else language
    return forms[chosen].format_map(
        {name: value if isinstance(value, str | int) else _read(value, language) for name, value in params.items()}
    )


def _read(value: object, language: str) -> object:
    """Give what is there in every language in one, anything else as it is; to ask costs more than all the rest."""
    return value.read(language) if isinstance(value, _InEveryLanguage) else value


def has(key: str) -> bool:
    """Say whether there are words for `key`."""
    return key in entries()


@cache
def entries() -> Mapping[str, Mapping[str, str]]:
    """Give all keys with their forms by language, say `de` and `en`, and perhaps `de_one`, `en_one`.

    Raises ValueError when two files have words of one language for one key, or a value is no text.
    """
    found: dict[str, dict[str, str]] = {}
    folders = (path("i18n", "messages"), *sorted(path("i18n").glob("*/messages")))
    for file in (file for folder in folders for file in sorted(folder.glob("*.toml"))):
        for key, forms in _flat("", tomllib.loads(file.read_text(encoding="utf-8"))):
            known = found.setdefault(key, {})
            if not known.keys().isdisjoint(forms):
                raise ValueError(f"{file.name}: words for {key} stand in two places")
            known |= forms
    return found


def _flat(prefix: str, table: Mapping[str, object]) -> list[tuple[str, dict[str, str]]]:
    """Give the dotted keys of a nested table; a table may hold words of its own and further tables."""
    words: dict[str, str] = {}
    inner: list[tuple[str, dict[str, str]]] = []
    for name, value in table.items():
        if isinstance(value, dict):
            inner += _flat(f"{prefix}{name}.", value)
        elif isinstance(value, str):
            words[name] = value
        else:
            raise ValueError(f"{prefix}{name} is no text")  # noqa: TRY004  # the file is wrong, not the caller
    return [(prefix.removesuffix("."), words), *inner] if words else inner
