"""What papers list rather than tell: meetings by month, members one by one, services, projects, press, figures by year.

Every source gives a few rows at a time and is empty once all has been said, so that sums agree with the form.
"""

from collections.abc import Callable, Iterator, Sequence
from datetime import date, timedelta
from random import Random

from reviewer_app.exchange.demo.paper.blocks import Block, Kind
from reviewer_app.exchange.demo.story import Story
from reviewer_app.exchange.demo.writing.german import MONTHS, amount, counted, day, decimal
from reviewer_app.exchange.demo.writing.slots import Slots
from reviewer_app.exchange.demo.writing.words import sayings

_ROWS = 9
_PORTRAITS = 3


class Sources:
    """Everything a story can list; `draw` gives the next part of one list."""

    def __init__(self, story: Story, slots: Slots, dice: Random) -> None:
        """Prepare the lists; nothing is drawn yet."""
        self._story = story
        self._slots = slots
        self._dice = dice
        self._open: dict[str, Iterator[list[Block]]] = {}
        self._known: dict[str, Callable[[], Iterator[list[Block]]]] = {
            "events": self._events,
            "members": self._members,
            "services": self._services,
            "projects": self._projects,
            "partners": self._partners,
            "abroad": self._abroad,
            "press": self._press,
            "letters": self._letters,
            "groups": self._groups,
            "income": self._income,
            "aims": self._aims,
            "measures": self._measures,
            "minutes": self._minutes,
            "joined": self._joined,
        }

    def draw(self, name: str) -> list[Block]:
        """Return the next part of a list, nothing once it is exhausted."""
        if name not in self._open:
            self._open[name] = self._known[name]()
        return next(self._open[name], [])

    def _say(self, name: str) -> str:
        return self._slots.fill(self._slots.choose(sayings(name)))

    def _events(self) -> Iterator[list[Block]]:
        """List all meetings of twelve months with their guests, as many as the form counts."""
        rows = self._meetings()
        for start in range(0, len(rows), _ROWS):
            part = rows[start : start + _ROWS]
            yield [_table(("Datum", "Veranstaltung", "Ort", "Teilnehmende"), part)]

    def _meetings(self) -> list[tuple[str, ...]]:
        held, guests = self._story.number_of("activity.veranst"), self._story.number_of("activity.teiln")
        cancelled = self._story.number_of("texture.cancelled")
        begin = date(2025, 10, 1)
        days = sorted(begin + timedelta(self._dice.randrange(0, 360)) for _ in range(held))
        weights = [self._dice.uniform(0.4, 1.6) for _ in range(held - cancelled)]
        shares = _shared(guests, weights)
        off = set(self._dice.sample(range(held), cancelled))
        numbers = iter(shares)
        kinds = sayings("event_kind")
        found = []
        for index, when in enumerate(days):
            title = f"{kinds[index % len(kinds)]}: {self._slots.value('thema')}"
            came = "abgesagt" if index in off else amount(next(numbers))
            found.append((day(when), title, self._slots.value("raum"), came))
        return found

    def _members(self) -> Iterator[list[Block]]:
        """Introduce members, a few at a time."""
        home = [one for one in self._slots.members if one.country == "DE"]
        self._dice.shuffle(home)
        for start in range(0, len(home), _PORTRAITS):
            blocks = []
            for one in home[start : start + _PORTRAITS]:
                pattern = self._slots.choose(sayings(f"portrait_{one.kind}"))
                staff = counted(one.staff) if one.staff else ""
                since = one.joined.year if one.joined else ""
                text = pattern.replace("{m}", one.name).replace("{mo}", one.town).replace("{ms}", staff)
                blocks.append(Block(Kind.TEXT, self._slots.fill(text.replace("{mj}", str(since)))))
            yield blocks

    def _services(self) -> Iterator[list[Block]]:
        for name, target, used, paid in self._story.rows("tables.leistungen"):
            cost = "gegen Entgelt" if paid else "im Beitrag enthalten"
            number = "Nutzungen wurden nicht gezählt" if used == 0 else f"{amount(int(str(used)))} Nutzungen im Jahr"
            text = f"{self._say('service')} Angesprochen sind: {target}. {number[0].upper()}{number[1:]}, {cost}."
            yield [Block(Kind.SECTION, str(name)), Block(Kind.TEXT, text)]

    def _projects(self) -> Iterator[list[Block]]:
        for title, when, money, giver, partners, small, role in self._story.rows("tables.vorhaben"):
            volume = f"{amount(int(str(money)))} EUR" if money else "ohne Förderung"
            rows = (
                ("Laufzeit", "Volumen", "Fördergeber", "Partner", "davon KMU", "Rolle"),
                (str(when), volume, _giver(str(giver)), str(partners), str(small), str(role).capitalize()),
            )
            yield [Block(Kind.SECTION, str(title)), Block(Kind.TABLE, rows=rows), Block(Kind.TEXT, self._say("project"))]

    def _partners(self) -> Iterator[list[Block]]:
        for name, _, _, since, result in self._story.rows("tables.kooperationen"):
            yield [Block(Kind.SECTION, str(name)), Block(Kind.TEXT, f"{self._say('partner')} Seit {since}: {result}.")]

    def _abroad(self) -> Iterator[list[Block]]:
        for name, country, _, since, result in self._story.rows("tables.international"):
            text = f"{self._say('abroad')} Verbindung seit {since}: {result}."
            yield [Block(Kind.SECTION, f"{name} ({country})"), Block(Kind.TEXT, text)]

    def _press(self) -> Iterator[list[Block]]:
        total = self._story.number_of("activity.presse")
        titles = sayings("headline")
        papers = sayings("newspaper")
        days = sorted(date(2025, 10, 2) + timedelta(self._dice.randrange(0, 360)) for _ in range(total))
        rows = [(day(when), self._slots.fill(titles[index % len(titles)]), self._slots.fill(self._slots.choose(papers))) for index, when in enumerate(days)]
        for start in range(0, total, _ROWS):
            yield [_table(("Datum", "Überschrift", "Erschienen in"), rows[start : start + _ROWS])]

    def _letters(self) -> Iterator[list[Block]]:
        total = self._story.number_of("activity.newsletter")
        rows = []
        for index in range(total):
            month = (9 + index * 12 // max(1, total)) % 12
            year = 2025 if month >= 9 else 2026  # noqa: PLR2004  # the year begins in October
            rows.append((f"{MONTHS[month]} {year}", f"{self._slots.value('thema')}; {self._say('letter')}"))
        if rows:
            yield [_table(("Ausgabe", "Inhalt"), rows)]

    def _groups(self) -> Iterator[list[Block]]:
        names = self._story.texts("texture.fachgruppen")
        held = _shared(self._story.number_of("activity.agsitz"), [1.0] * len(names))
        for name, meetings in zip(names, held, strict=True):
            times = f"{counted(meetings)} Sitzungen" if meetings != 1 else "eine Sitzung"
            text = f"{self._say('group')} Im Berichtszeitraum: {times}."
            yield [Block(Kind.SECTION, f"Fachgruppe {name}"), Block(Kind.TEXT, text)]

    def _income(self) -> Iterator[list[Block]]:
        rows = []
        for one in self._story.records("income"):
            label = f"{one['year']} (Plan)" if one["kind"] == "plan" else str(one["year"])
            rows.append((label, f"{amount(int(str(one['total'])))} EUR", f"{amount(int(str(one['ausgaben'])))} EUR"))
        yield [_table(("Jahr", "Einnahmen", "Ausgaben"), rows)]

    def _aims(self) -> Iterator[list[Block]]:
        for aim, measure, unit, now, then, year in self._story.rows("management.kennzahlen"):
            rows = (
                ("Kennzahl", "Einheit", "Ist", "Soll", "Jahr"),
                (str(measure), str(unit), _figure(now), _figure(then), str(year)),
            )
            yield [Block(Kind.SECTION, str(aim)), Block(Kind.TABLE, rows=rows), Block(Kind.TEXT, self._say("aim"))]

    def _measures(self) -> Iterator[list[Block]]:
        while True:
            text = self._say("measure")
            yield [Block(Kind.ITEM, text)]

    def _minutes(self) -> Iterator[list[Block]]:
        while True:
            yield [Block(Kind.NOTE, self._say("minutes"))]

    def _joined(self) -> Iterator[list[Block]]:
        fresh = [one for one in self._slots.members if one.joined and one.joined >= date(2024, 10, 1)]
        rows = [(day(one.joined), one.name, one.town) for one in fresh if one.joined]
        for start in range(0, len(rows), _ROWS):
            yield [_table(("Beitritt", "Mitglied", "Ort"), rows[start : start + _ROWS])]


def _table(head: Sequence[str], rows: Sequence[Sequence[str]]) -> Block:
    return Block(Kind.TABLE, rows=(tuple(head), *(tuple(row) for row in rows)))


def _shared(total: int, weights: Sequence[float]) -> list[int]:
    """Share a whole number by weights; the parts add up."""
    if not weights:
        return []
    whole, parts, gone = sum(weights), [], 0
    for index in range(1, len(weights) + 1):
        upto = round(total * sum(weights[:index]) / whole)
        parts.append(upto - gone)
        gone = upto
    return parts


def _giver(key: str) -> str:
    return sayings("giver")[("bund", "land", "eu", "stiftung", "eigenmittel", "sonstige").index(key)]


def _figure(value: object) -> str:
    return decimal(float(str(value))) if "." in str(value) else amount(int(str(value)))
