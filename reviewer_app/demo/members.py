"""The members of an invented cluster: as many of each kind as its facts say, named ones at their row.

Names are put together from parts by a seed; a list holds no name twice and no name of the board's people.
"""

from collections.abc import Iterator
from datetime import date, timedelta
from functools import cache
from random import Random
from typing import NamedTuple

from reviewer_app.demo.form_answers import part
from reviewer_app.demo.randomness import random_for
from reviewer_app.demo.story import Story, StoryFact, StoryFacts, data, round_facts

SMALL, BIG, OTHERS = "kmu", "gross", ("hs", "auf", "sonst")
KINDS = (SMALL, BIG, *OTHERS)
MONTHS_OF_JOINING = 24
HOME = "DE"
RARER_BOND = 0.22
"""The share of members bound in the second way a story names, where it is no letter of intent."""
_SMALL_STAFF = (3, 8, 12, 17, 22, 28, 35, 43, 58, 74, 96, 130, 180, 235)
_BIG_STAFF = (252, 258, 266, 274, 290, 340, 420, 560, 780, 1200, 2600)


class DemoMember(NamedTuple):
    """A row of a member list before it is written; `bond` empty where nothing binds."""

    name: str
    kind: str
    postcode: str
    town: str
    country: str
    staff: int | None
    bond: str
    joined: date | None
    contact: str

    def fact(self, name: str) -> StoryFact:
        """Return one fact by the name the form map uses, None where empty."""
        found: StoryFact = getattr(self, name)
        return None if found == "" else found


@cache
def name_parts() -> StoryFacts:
    """Return the parts that names are made of."""
    return data("names.toml")


def words(facts: StoryFacts, name: str) -> list[str]:
    """Return a list of texts of a resource file."""
    found = facts.get(name)
    return [str(one) for one in found] if isinstance(found, list) else []


def towns(facts: StoryFacts, name: str) -> list[tuple[str, str]]:
    """Return a list of towns with their postcodes."""
    found = facts.get(name)
    return [(str(one[0]), str(one[1])) for one in found] if isinstance(found, list) else []


@cache
def _part_words(name: str) -> list[str]:
    """Return a list of parts, made once: a round of thousands draws from it a million times."""
    return words(name_parts(), name)


@cache
def _surnames() -> list[str]:
    """Return the surnames that nobody of the board has."""
    board = round_facts().get("person")
    people = board if isinstance(board, list) else []
    strangers = {str(one["name"]).split()[-1] for one in people}
    return [one for one in _part_words("surnames") if one not in strangers]


def members_of(story: Story, seed: int) -> tuple[DemoMember, ...]:
    """Return all members of a story, in the order of their list."""
    return _Crowd(story, random_for(seed, story.number, "members")).gather()


class _Crowd:
    """Gathers the members of one story."""

    def __init__(self, story: Story, dice: Random) -> None:
        self._story = story
        self._dice = dice
        self._own = part(story.facts, "members")
        self._parts = name_parts()
        self._counts = part(part(story.facts, "actors"), "a01") or part(story.facts, "actors")
        self._taken: set[str] = set()
        self._towns = towns(self._own, "towns")
        self._trades = {small: words(self._own, "trades" if small else "big") for small in (True, False)}

    def gather(self) -> tuple[DemoMember, ...]:
        """Put names, places, bonds and dates together."""
        named = self._named()
        wanted = {kind: int(str(self._counts[kind])) for kind in KINDS}
        for one in named.values():
            wanted[str(one["kind"])] -= 1
        loose = [(kind, name) for kind in KINDS for name in self._names(kind, wanted[kind])]
        self._dice.shuffle(loose)
        total = len(loose) + len(named)
        order: list[tuple[str, str, StoryFacts | None]] = []
        rest = iter(loose)
        for row in range(1, total + 1):
            told = named.get(row)
            order.append((str(told["kind"]), str(told["name"]), told) if told else (*next(rest), None))
        places = self._places(order)
        bonds = self._bonds(order)
        joined = self._joined(total)
        return tuple(
            DemoMember(
                name=name if country == HOME else self._foreign(country, name),
                kind=kind,
                postcode=postcode,
                town=town,
                country=country,
                staff=self._staff(kind, index),
                bond=bonds[index],
                joined=joined[index],
                contact=self._person(),
            )
            for index, ((kind, name, _), (town, postcode, country)) in enumerate(zip(order, places, strict=True))
        )

    def _named(self) -> dict[int, StoryFacts]:
        found = self._own.get("named")
        return {int(str(one["row"])): one for one in found} if isinstance(found, list) else {}

    def _names(self, kind: str, count: int) -> Iterator[str]:
        if kind in OTHERS:
            for name in words(self._own, kind)[:count]:
                yield self._taking(name)
            return
        farms = words(self._own, "farms") if kind == SMALL else []
        for number in range(count):
            yield self._taking(farms[number]) if number < len(farms) else self._firm(kind)

    def _taking(self, name: str) -> str:
        self._taken.add(name)
        return name

    def _firm(self, kind: str) -> str:
        small = kind == SMALL
        for _ in range(1000):
            trade = self._dice.choice(self._trades[small])
            town = self._dice.choice(self._towns)[0].split()[0]
            name = self._dice.choice(_part_words("small" if small else "big"))
            made = name.format(
                surname=self._surname(),
                surname2=self._surname(),
                first=self._dice.choice(_part_words("first_names")),
                coined=self._dice.choice(_part_words("coined")),
                ending=self._dice.choice(_part_words("endings")),
                trade=trade,
                town=town,
                form=self._dice.choice(_part_words("forms_small" if small else "forms_big")),
            )
            if made not in self._taken:
                return self._taking(made)
        raise ValueError(f"no name left for {self._story.number}")

    def _surname(self) -> str:
        return self._dice.choice(_surnames())

    def _person(self) -> str:
        return f"{self._dice.choice(_part_words('first_names'))} {self._surname()}"

    def _foreign(self, country: str, name: str) -> str:
        names = words(part(part(self._parts, "abroad"), country), "names")
        for _ in range(1000):
            coined = self._dice.choice(_part_words("coined"))
            made = self._dice.choice(names).format(surname=self._surname(), coined=coined)
            if made not in self._taken:
                return self._taking(made)
        return name

    def _places(self, order: list[tuple[str, str, StoryFacts | None]]) -> list[tuple[str, str, str]]:
        """Place members: first those whose town is given, then the core's number, then abroad, then elsewhere."""
        core = self._towns
        elsewhere = towns(self._parts, "elsewhere")
        found: list[tuple[str, str, str] | None] = [None] * len(order)
        here = self._story.number_of("actors.region")
        for index, (_, name, one) in enumerate(order):
            own_town = next((place for place in core if place[0] in name), None)
            if one is not None and "town" in one:
                found[index] = (str(one["town"]), str(one["plz"]), HOME)
                here -= one.get("core") is not False
            elif own_town is not None and here > 0:
                found[index] = (*own_town, HOME)
                here -= 1
        loose = [index for index, place in enumerate(found) if place is None]
        firms = [index for index in loose if order[index][0] in {SMALL, BIG}]
        self._dice.shuffle(firms)
        countries = sorted({str(row[1]) for row in self._story.rows("tables.international")})
        for number, index in enumerate(firms[: self._story.number_of("actors.ausland")]):
            country = countries[number % len(countries)]
            own = towns(part(part(self._parts, "abroad"), country), "towns")
            found[index] = (*self._dice.choice(own), country)
        self._dice.shuffle(loose)
        for index in sorted(loose, key=lambda one: order[one][0] in {SMALL, BIG}):
            if found[index] is None:
                inside = here > 0
                here -= inside
                town = self._dice.choice(core if inside else elsewhere)
                found[index] = (*town, HOME)
        return [place for place in found if place is not None]

    def _bonds(self, order: list[tuple[str, str, StoryFacts | None]]) -> list[str]:
        """Bind as many as the facts say; institutes by letter of intent where the story knows one."""
        bonds = self._story.texts("actors.bindung")
        committed = self._story.number_of("actors.verbindlich")
        chosen = [""] * len(order)
        indices = list(range(len(order)))
        self._dice.shuffle(indices)
        only = self._own.get("bond")
        undated = self._undated()
        first = sorted(indices, key=lambda one: (one + 1 not in undated, order[one][0] == "sonst"))
        for index in first[:committed]:
            science = order[index][0] in {"hs", "auf"}
            second = len(bonds) > 1 and (science if bonds[1] == "loi" else self._dice.random() < RARER_BOND)
            chosen[index] = str(only) if only else bonds[1] if second and index + 1 not in undated else bonds[0]
        return chosen

    def _undated(self) -> set[int]:
        """Give the rows whose date of joining is left empty although they are bound."""
        found = self._own.get("undated")
        return {int(str(row)) for row in found} if isinstance(found, list) else set()

    def _joined(self, total: int) -> list[date | None]:
        """Give dates that rise with the row; the last ones fall into the months the form asks about."""
        stichtag = self._story.get("round.reference_date")
        reference = stichtag if isinstance(stichtag, date) else date(2026, 10, 1)
        year, month = self._story.text("dates.seit").split("-")
        begin = date(int(year), int(month), 1)
        border = date(reference.year - MONTHS_OF_JOINING // 12, reference.month, 1)
        fresh = self._story.number_of("actors.zugang")
        old = total - fresh
        founders = max(3, old // 4)
        span = max(1, (border - begin).days - 1)
        early = [begin] * founders
        later = sorted(begin + timedelta(self._dice.randrange(1, span)) for _ in range(old - founders))
        last = (reference - border).days - 20
        new = sorted(border + timedelta(self._dice.randrange(1, last)) for _ in range(fresh))
        blank = self._undated()
        return [None if row in blank else day for row, day in enumerate([*early, *later, *new], 1)]

    def _staff(self, kind: str, index: int) -> int | None:
        if kind == SMALL:
            return self._dice.choice(_SMALL_STAFF) + index % 3
        return self._dice.choice(_BIG_STAFF) + index % 3 if kind == BIG else None
