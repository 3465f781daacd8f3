"""One story of the demo round: the figures, words and papers of an invented cluster, as the resource files tell them.

Facts are reached by a dotted name (`actors.kmu`), so that fields of the form stay names in data and never in code.
"""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from fractions import Fraction
from functools import cache
from types import MappingProxyType
from typing import cast

from resources import path
from reviewer_app.domain.catalogue import Catalogue
from reviewer_app.domain.scale import NB, Value

type StoryFact = object
type StoryFacts = Mapping[str, StoryFact]

UNSCORED = "-"
NOT_ASSESSABLE = "nb"


@dataclass(frozen=True, slots=True)
class Passage:
    """A sentence that stands on a page of an annex; `sign` is + for, - against, x where it contradicts the form.

    `note` is what is written beside it by who marks it, `also` who does so without naming the page in the reason.
    """

    annex: str
    page: int
    criterion: str
    sign: str
    text: str
    note: str = ""
    also: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class MemberConflict:
    """A member that a person of the board is bound to: row of the member list, and what came of the statement."""

    who: str
    row: int
    name: str
    statement: str


@dataclass(frozen=True, slots=True)
class AnnexPlan:
    """What an annex has to be: pages (rows of a member list), and the trap it sets, empty where none."""

    kind: str
    pages: int
    trap: str = ""


@dataclass(frozen=True, slots=True)
class Story:
    """An application of the demo round before any file of it is written.

    `scores` and `drafts` hold answers by person and criterion, `rationales` texts by person and criterion with the
    general impression under `overall`; `pages` the blocks that stand on a page of an annex (see paper.blocks).
    """

    number: str
    facts: StoryFacts
    annexes: Mapping[str, AnnexPlan]
    passages: tuple[Passage, ...]
    hits: tuple[MemberConflict, ...]
    scores: Mapping[str, Mapping[str, Value | None]]
    drafts: Mapping[str, Mapping[str, Value | None]]
    rationales: Mapping[str, Mapping[str, str]]
    pages: Mapping[tuple[str, int], str] = field(default_factory=dict)

    def get(self, name: str, default: StoryFact = None) -> StoryFact:
        """Return the fact with this dotted name, or `default`."""
        found: StoryFact = self.facts
        for part in name.split("."):
            if not isinstance(found, Mapping) or part not in found:
                return default
            found = found[part]
        return found

    def text(self, name: str) -> str:
        """Return a fact as text, empty where there is none."""
        found = self.get(name)
        return "" if found is None else str(found)

    def number_of(self, name: str) -> int:
        """Return a whole number, 0 where there is none."""
        found = self.get(name)
        return int(found) if isinstance(found, int | Decimal) else 0

    def texts(self, name: str) -> tuple[str, ...]:
        """Return a list of texts."""
        found = self.get(name)
        return tuple(str(one) for one in found) if isinstance(found, list | tuple) else ()

    def rows(self, name: str) -> tuple[tuple[StoryFact, ...], ...]:
        """Return a list of lists as rows."""
        found = self.get(name)
        return tuple(tuple(row) for row in found if isinstance(row, list | tuple)) if isinstance(found, list) else ()

    def records(self, name: str) -> tuple[StoryFacts, ...]:
        """Return a list of records."""
        found = self.get(name)
        return tuple(row for row in found if isinstance(row, Mapping)) if isinstance(found, list) else ()


def data(*parts: str) -> dict[str, StoryFact]:
    """Return a resource file of the demo; fractions of numbers are read exactly."""
    with path("demo", *parts).open("rb") as file:
        return tomllib.load(file, parse_float=Decimal)


@cache
def round_facts() -> StoryFacts:
    """Return the facts of the round: calendar, people, sealing."""
    return MappingProxyType(data("round.toml"))


@cache
def story_numbers() -> tuple[str, ...]:
    """Return the numbers of the stories in the order they are told."""
    told = sorted((int(str(data("facts", file.name)["place"])), file.stem) for file in path("demo", "facts").glob("*"))
    return tuple(number for _, number in told)


@cache
def rationales() -> Mapping[str, Mapping[str, Mapping[str, str]]]:
    """Return the rationales by person, application and criterion."""
    found = {}
    for file in sorted(path("demo", "rationales").glob("*.toml")):
        found[file.stem.upper()] = cast("Mapping[str, Mapping[str, str]]", data("rationales", file.name))
    return found


def answers(row: str, keys: tuple[str, ...]) -> dict[str, Value | None]:
    """Return answers by criterion from a row of figures; `nb` is n. b., `-` not scored."""
    words = [word for word in row.split() if word != "/"]
    return {key: _answer(word) for key, word in zip(keys, words, strict=True)}


def _answer(word: str) -> Value | None:
    if word == UNSCORED:
        return None
    return NB if word == NOT_ASSESSABLE else Fraction(word)


def read_story(number: str, catalogue: Catalogue) -> Story:
    """Return a story with its figures, words, pages and rationales."""
    name = f"{number}.toml"
    facts = data("facts", name) | data("stories", name) | data("prose", name)
    keys = tuple(criterion.key for criterion in catalogue.criteria)
    every = rationales()
    return Story(
        number=number,
        facts=MappingProxyType(facts | {"round": _of_round(number, catalogue), "label": _labels(number, facts)}),
        annexes={kind: _plan(kind, one) for kind, one in _table(facts, "annexes").items()},
        passages=tuple(_passage(one) for one in records(facts, "passage")),
        hits=tuple(_hit(one) for one in records(facts, "hit")),
        scores={who: answers(str(row), keys) for who, row in _table(facts, "scores").items()},
        drafts={who: answers(str(row), keys) for who, row in _table(facts, "drafts").items()},
        rationales={who: texts[number] for who, texts in every.items() if number in texts},
        pages=_pages(number),
    )


def _of_round(number: str, catalogue: Catalogue) -> StoryFacts:
    known = round_facts()
    own = _table(_table(known, "applications"), number)
    merged: dict[str, StoryFact] = {key: value for key, value in known.items() if not isinstance(value, list | dict)}
    merged |= own
    merged["file_reference"] = str(merged["file_reference"]).format(serial=number.rpartition("-")[2])
    merged["catalogue"] = catalogue.version
    merged["yes"] = True
    return merged


def _labels(number: str, facts: StoryFacts) -> list[StoryFacts]:
    """Return the labels with issuer and number, which the facts leave to the round."""
    issuer = round_facts()["label_issuer"]
    found: list[StoryFacts] = []
    for one in records(facts, "label"):
        level, issued = str(one["level"]), one.get("issued")
        spelt = f"{level[:1].upper()}-{str(issued)[:4]}-{number.rpartition('-')[2]}" if issued else ""
        found.append({**one, "issuer": issuer} | ({"number": spelt} if spelt else {}))
    return found


def _table(facts: StoryFacts, name: str) -> StoryFacts:
    found = facts.get(name)
    return found if isinstance(found, Mapping) else {}


def records(facts: StoryFacts, name: str) -> list[StoryFacts]:
    """Return a list of records of a resource file, empty where there is none."""
    found = facts.get(name)
    return [one for one in found if isinstance(one, Mapping)] if isinstance(found, list) else []


def _plan(kind: str, one: StoryFact) -> AnnexPlan:
    facts = one if isinstance(one, Mapping) else {}
    return AnnexPlan(kind, int(str(facts.get("pages", 0))), str(facts.get("trap", "")))


def _passage(one: StoryFacts) -> Passage:
    page = int(str(one["page"]))
    said = str(one["criterion"]), str(one["sign"]), str(one["text"])
    also = one.get("also")
    people = tuple(str(who) for who in also) if isinstance(also, list) else ()
    return Passage(str(one["annex"]), page, *said, str(one.get("note", "")), people)


def _hit(one: StoryFacts) -> MemberConflict:
    return MemberConflict(str(one["who"]), int(str(one["row"])), str(one["name"]), str(one["statement"]))


def _pages(number: str) -> Mapping[tuple[str, int], str]:
    """Return what stands on single pages, by annex and page."""
    if not path("demo", "pages", f"{number}.toml").is_file():
        return {}
    found: dict[tuple[str, int], str] = {}
    for annex, pages in data("pages", f"{number}.toml").items():
        for page, text in (pages if isinstance(pages, Mapping) else {}).items():
            found[annex, 0 if page == "starts" else int(page)] = str(text)
    return found
