"""The list as text: what is cached in a workspace when it is closed, and shown while it is opened again.

It holds finished lines, so that showing them needs neither catalogue nor rules, and the words of some days to come.
"""

import json
from collections.abc import Callable, Mapping
from dataclasses import asdict, dataclass, replace
from datetime import date, datetime, timedelta
from fractions import Fraction
from typing import TYPE_CHECKING, Any

from reviewer_app import VERSION
from reviewer_app.domain.reviews.permissions import Act, roles_for
from reviewer_app.ui.applications.model import ApplicationColumn, ApplicationLine
from reviewer_app.ui.kit.list_model import ListCell
from reviewer_app.ui.kit.painting import Chip, Glyph
from reviewer_app.ui.shell.context import PendingIdentity

if TYPE_CHECKING:
    from reviewer_app.services.applications.worklist import WorkList
    from reviewer_app.ui.shell.context import Context

DAYS = 21
"""On how many days a cached list can be shown: each has its own words for the time left."""

_WHOSE = ("role", "person", "title")


@dataclass(frozen=True, slots=True)
class ApplicationList:
    """A list ready to be shown: whose it is, its lines, and the Länder and technology fields to filter by.

    `person` is an id; `whose` the role and name of that person and the title of the round.
    """

    person: str
    whose: PendingIdentity
    lines: list[ApplicationLine]
    lands: dict[str, str]
    technologies: dict[str, str]

    @property
    def as_reviewer(self) -> bool:
        """Whether it leaves out what others wrote."""
        return self.whose.role not in roles_for(Act.LIST_FIGURES)


def word_list(found: "WorkList", context: "Context", today: date) -> ApplicationList:
    """Word a work list as of `today`."""
    from reviewer_app.ui.applications.lines import ApplicationLines

    identity = found.identity
    as_reviewer = identity.role not in roles_for(Act.LIST_FIGURES)
    words = ApplicationLines(
        identity.catalogue, today, context.language, context.messages.word, as_reviewer=as_reviewer
    )
    lines = [words.line(row) for row in found.rows]
    return ApplicationList(
        person=identity.me.id if identity.me is not None else "",
        whose=PendingIdentity(
            identity.role.value,
            identity.me.name if identity.me is not None else "",
            identity.facts.title,
            demo=identity.facts.is_demo,
        ),
        lines=lines,
        lands=_sorted({line.land: words.entry("state", line.land) for line in lines if line.land}),
        technologies=_sorted(
            {line.technology: words.entry("technology", line.technology) for line in lines if line.technology}
        ),
    )


def _sorted(words: Mapping[str, str]) -> dict[str, str]:
    return dict(sorted(words.items(), key=lambda one: one[1].lower()))


def writer(context: "Context") -> Callable[["WorkList"], str]:
    """Return what writes a work list down in the language of the window, from today on."""
    first = context.now().date()

    def write(found: "WorkList") -> str:
        fixed = found.identity.facts.today
        days = [fixed] if fixed is not None else [first + timedelta(days=n) for n in range(DAYS)]
        lists = [word_list(found, context, day) for day in days]
        first_list = lists[0]
        due = {day.isoformat(): [_second(line) for line in one.lines] for day, one in zip(days, lists, strict=True)}
        kept = {
            "version": VERSION,
            "language": context.language,
            "person": first_list.person,
            "whose": asdict(first_list.whose),
            "lines": [_plain(asdict(line)) for line in first_list.lines],
            "lands": first_list.lands,
            "technologies": first_list.technologies,
            "fixed": fixed is not None,
            "due": due,
        }
        return json.dumps(kept, ensure_ascii=False, separators=(",", ":"))

    return write


def read(text: str, language: str, today: date) -> ApplicationList | None:
    """Return the list in `text`; None where it is of another version or language, too old, or not a list at all."""
    try:
        kept = json.loads(text)
        if kept["version"] != VERSION or kept["language"] != language:
            return None
        day = next(iter(kept["due"])) if kept["fixed"] else today.isoformat()
        if day not in kept["due"]:
            return None
        lines = [_on(_line(one), *left) for one, left in zip(kept["lines"], kept["due"][day], strict=True)]
        return ApplicationList(
            str(kept["person"]),
            PendingIdentity(**_words({key: kept["whose"][key] for key in _WHOSE}), demo=kept["whose"]["demo"] is True),
            lines,
            _words(kept["lands"]),
            _words(kept["technologies"]),
        )
    except (
        ValueError,
        TypeError,
        KeyError,
        AttributeError,
        IndexError,
        RecursionError,
        ArithmeticError,
        StopIteration,
    ):
        return None


def _words(kept: Mapping[str, str]) -> dict[str, str]:
    return {str(key): str(word) for key, word in kept.items()}


def _second(line: ApplicationLine) -> tuple[str, str]:
    """Return the words under a deadline and their tone: all of a line that depends on the day."""
    cell = line.cells[ApplicationColumn.DUE]
    return cell.second, cell.second_tone


def _on(line: ApplicationLine, words: str, tone: str) -> ApplicationLine:
    cell = replace(line.cells[ApplicationColumn.DUE], second=words, second_tone=tone)
    return replace(line, cells={**line.cells, ApplicationColumn.DUE: cell})


_MARKED: Mapping[type, tuple[str, Callable[[Any], str], Callable[[Any], object]]] = {
    datetime: ("moment", datetime.isoformat, datetime.fromisoformat),  # before its base, whose name it would get
    date: ("date", date.isoformat, date.fromisoformat),
    Fraction: ("fraction", str, Fraction),
}
"""What JSON does not know and a list may be sorted by: the name it is marked with, how it is written and read."""

_READ = {name: read_one for name, _, read_one in _MARKED.values()}


def _plain(value: Any) -> Any:  # noqa: ANN401 # reason: whatever a line is made of
    """Return `value` in what JSON knows; moments, dates and fractions are marked.

    Raise TypeError for what would not come back as it was: the list would be kept and never shown.
    """
    if isinstance(value, dict):
        return {str(int(key)) if isinstance(key, ApplicationColumn) else key: _plain(one) for key, one in value.items()}
    if isinstance(value, frozenset):
        return sorted(value)
    if isinstance(value, list | tuple):
        return [_plain(one) for one in value]
    for kind, (name, spell, _) in _MARKED.items():
        if isinstance(value, kind):
            return {name: spell(value)}
    if value is None or isinstance(value, str | int | float):
        return value
    raise TypeError(f"a list cannot be cached with {value!r} in it")


def _key(value: Any) -> object:  # noqa: ANN401 # reason: whatever a list is sorted by
    if isinstance(value, list):
        return tuple(_key(one) for one in value)
    if isinstance(value, dict):
        ((name, spelt),) = value.items()
        return _READ[name](spelt)
    return value


def _line(kept: dict[str, Any]) -> ApplicationLine:
    chip, progress = kept["chip"], kept["progress"]
    parts: dict[str, Any] = {
        **kept,
        "chip": Chip(**{**chip, "glyph": Glyph(chip["glyph"])}),
        "progress": tuple(progress) if progress is not None else None,
        "cells": {
            ApplicationColumn(int(column)): ListCell(**{**cell, "glyph": Glyph(cell["glyph"])})
            for column, cell in kept["cells"].items()
        },
        "segments": frozenset(kept["segments"]),
        "sorts": {ApplicationColumn(int(column)): _key(key) for column, key in kept["sorts"].items()},
    }
    return ApplicationLine(**parts)
