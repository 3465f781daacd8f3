"""What is wrong in a catalogue file: file, line, key and a sentence, collected so that one look names everything.

A person writes catalogues by hand, and a list of all faults spares one round of mending per fault.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field

from resources import messages
from reviewer_app.domain.errors import MendableError
from reviewer_app.exchange.catalogue.lines import KeyPath, line_numbers, nearest_line

_MOST_SHOWN = 60
_MOST_IN_SENTENCE = 300


@dataclass(frozen=True, slots=True)
class CatalogueFault:
    """One fault; `line` counts from 1, 0 where there is no line; `key` reads like `area[B].criterion[B3].weight`.

    `code` is a key below `catalogue_fault.` in the messages and `params` fill its sentence.
    """

    file: str
    line: int
    key: str
    code: str
    params: Mapping[str, str] = field(default_factory=dict)

    def sentence(self, language: str) -> str:
        """Say what is wrong and how to mend it."""
        return messages.text(f"catalogue_fault.{self.code}", language, **self.params)

    def line_of_text(self, language: str) -> str:
        """Say it with its place, in one line for the terminal."""
        where = messages.text("catalogue_fault.place", language, file=self.file, line=self.line)
        place = where if self.line else self.file
        return ": ".join(part for part in (place, self.key, self.sentence(language)) if part)


class CatalogueFaultsError(MendableError):
    """A catalogue cannot be used; `faults` holds every fault that was found, in the order of lines."""

    def __init__(self, faults: tuple[CatalogueFault, ...]) -> None:
        """Name the first fault in the parameters, so that one sentence is enough where there is room for one."""
        first = faults[0]
        place = f"{first.file}:{first.line}" if first.line else first.file
        super().__init__(
            "catalogue_faulty" if first.key else "catalogue_unreadable",
            place,
            n=len(faults),
            file=first.file,
            line=first.line,
            key=first.key,
            faults=faults,
        )
        self.faults = faults


class Faults:
    """Collects faults while a text is read, and knows where its keys stand."""

    def __init__(self, file: str, text: str, raw: Mapping[str, object]) -> None:
        """Begin empty for one text and what the TOML reader made of it."""
        self._file = file
        self._text = text
        self._raw = raw
        self._found: dict[tuple[KeyPath, str], Mapping[str, str]] = {}

    def __bool__(self) -> bool:
        """Say whether anything was found."""
        return bool(self._found)

    def add(self, path: KeyPath, code: str, **params: object) -> None:
        """Note a fault at a key path, once for each kind of fault."""
        self._found.setdefault((path, code), {name: str(value)[:_MOST_IN_SENTENCE] for name, value in params.items()})

    def below(self, path: KeyPath) -> bool:
        """Say whether anything was found at a path or inside it."""
        return any(found[: len(path)] == path for found, _ in self._found)

    def all(self) -> tuple[CatalogueFault, ...]:
        """Give what was found in the order of lines."""
        if not self._found:
            return ()
        lines = line_numbers(self._text)
        faults = [
            CatalogueFault(self._file, nearest_line(lines, path), self._spoken(path), code, params)
            for (path, code), params in self._found.items()
        ]
        return tuple(sorted(faults, key=lambda fault: fault.line))

    def _spoken(self, path: KeyPath) -> str:
        """Write a path so that a person finds it: elements of lists by their own key or id, else by number from 1."""
        shown = ""
        here: object = self._raw
        for part in path:
            if isinstance(part, int):
                here = here[part] if isinstance(here, list) and part < len(here) else None
                shown += f"[{_own_name(here) or part + 1}]"
            else:
                here = here.get(part) if isinstance(here, dict) else None
                shown += f".{part}" if shown else part
        return shown


def _own_name(element: object) -> str:
    """Give what an element of a list calls itself, where that is short text."""
    if not isinstance(element, dict):
        return ""
    for name in ("key", "id", "criterion"):
        value = element.get(name)
        if isinstance(value, str) and value.isprintable() and len(value) <= _MOST_SHOWN:
            return value
    return ""
