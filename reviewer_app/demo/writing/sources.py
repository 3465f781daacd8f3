"""What papers list rather than tell: meetings by month, members one by one, services, press, figures by year.

Every source gives a few rows at a time and is empty once all has been said, so that sums agree with the form.
"""

from collections.abc import Callable, Iterator
from datetime import date, timedelta
from random import Random

from reviewer_app.demo.paper.blocks import AnnexBlock, BlockKind
from reviewer_app.demo.story import Story
from reviewer_app.demo.writing import tables
from reviewer_app.demo.writing.german import MONTHS, amount, counted, day, decimal, phrases
from reviewer_app.demo.writing.slots import ShuffledNames, Slots
from reviewer_app.demo.writing.tables import Audit, table

_ROWS = 9
_PORTRAITS = 3
_INTERVIEWS = 18
_QUESTIONS = 3
_ITEMS = 4
_BEGIN = date(2025, 10, 1)
_DAYS = 360
_OCTOBER = 9
_FRIDAY = 4


class Sources:
    """Everything a story can list; `draw` gives the next part of one list."""

    def __init__(self, story: Story, slots: Slots, dice: Random) -> None:
        """Prepare the lists; nothing is drawn yet."""
        self._story = story
        self._slots = slots
        self._dice = dice
        self._told = story.texts("texture.told")
        self._open: dict[str, Iterator[list[AnnexBlock]]] = {}
        audited = Audit(slots, dice)
        self._known: dict[str, Callable[[], Iterator[list[AnnexBlock]]]] = {
            "events": self._events,
            "members": self._members,
            "services": self._services,
            "partners": self._partners,
            "abroad": self._abroad,
            "press": self._press,
            "letters": self._letters,
            "groups": self._groups,
            "aims": self._aims,
            "goals": self._goals,
            "topics": self._topics,
            "reports": self._reports,
            "minutes": self._minutes,
            "joined": self._joined,
            "interviews": self._interviews,
            "pictures": self._pictures,
            "questions": self._questions,
            "overview": lambda: tables.overview(story, slots),
            "projects": lambda: tables.brief(slots),
            "project_sheets": lambda: tables.sheets(story, slots),
            "packages": lambda: tables.packages(slots),
            "measures": lambda: tables.measures(story, slots, dice),
            "survey": lambda: tables.survey(story, slots, dice),
            "agreements": lambda: tables.agreements(story, slots, dice),
            "declarations": lambda: tables.declarations(story, slots),
            "audit": audited.indicators,
            "audit_summary": audited.summary,
            "charts": lambda: tables.charts(story, slots),
            "income": lambda: tables.income(story),
            "shares": lambda: tables.shares(story),
            "costs": lambda: tables.costs(story, dice),
            "planned": lambda: tables.planned(story),
            "liquid": lambda: tables.liquid(story, dice),
        }

    def draw(self, name: str) -> list[AnnexBlock]:
        """Return the next part of a list, nothing once it is exhausted or where a page of its own tells it."""
        if name in self._told:
            return []
        if name not in self._open:
            self._open[name] = self._known[name]()
        return next(self._open[name], [])

    def _events(self) -> Iterator[list[AnnexBlock]]:
        """List all meetings of twelve months with their guests, as many as the form counts."""
        rows = self._meetings()
        for start in range(0, len(rows), _ROWS):
            yield [table(("Datum", "Veranstaltung", "Ort", "Teilnehmende"), rows[start : start + _ROWS])]

    def _meetings(self) -> list[tuple[str, ...]]:
        held, guests = self._story.number_of("activity.veranst"), self._story.number_of("activity.teiln")
        cancelled = self._story.number_of("texture.cancelled")
        days = self._days(held)
        weights = [self._dice.uniform(0.4, 1.6) for _ in range(held - cancelled)]
        off = set(self._dice.sample(range(held), cancelled))
        numbers = iter(shared(guests, weights))
        kinds = phrases("event_kind")
        found: list[tuple[str, ...]] = []
        for index, when in enumerate(days):
            title = f"{kinds[index % len(kinds)]}: {self._slots.value('thema')}"
            came = "abgesagt" if index in off else amount(next(numbers))
            found.append((day(when), title, self._slots.value("raum"), came))
        return found

    def _days(self, count: int) -> list[date]:
        """Return working days in order, each of its own as long as there are enough."""
        days = working_days()
        return sorted(self._dice.sample(days, count) if count <= len(days) else self._dice.choices(days, k=count))

    def _members(self) -> Iterator[list[AnnexBlock]]:
        """Introduce members, a few at a time."""
        home = [one for one in self._slots.members if one.country == "DE" and one.joined]
        self._dice.shuffle(home)
        for start in range(0, len(home), _PORTRAITS):
            blocks = []
            for one in home[start : start + _PORTRAITS]:
                staff = counted(one.staff) if one.staff else ""
                since = str(one.joined.year) if one.joined else ""
                project = self._slots.project_of(one)
                pattern = self._slots.choose(
                    [it for it in phrases(f"portrait_{one.kind}") if project or "{vorhaben}" not in it]
                )
                text = pattern.replace("{m}", one.name).replace("{mo}", one.town).replace("{ms}", staff)
                blocks.append(AnnexBlock(BlockKind.SECTION, one.name))
                blocks.append(AnnexBlock(BlockKind.TEXT, self._slots.fill(text.replace("{mj}", since), project)))
            yield blocks

    def _services(self) -> Iterator[list[AnnexBlock]]:
        for name, target, used, paid in self._story.rows("tables.leistungen"):
            cost = "gegen Entgelt" if paid else "im Beitrag enthalten"
            number = _uses(int(str(used))) if used else "Nutzungen werden nicht gezählt"
            text = f"{self._slots.say('service')} {target}: {number}, {cost}."
            yield [AnnexBlock(BlockKind.SECTION, str(name)), AnnexBlock(BlockKind.TEXT, text)]

    def _partners(self) -> Iterator[list[AnnexBlock]]:
        for name, _, _, since, result in self._story.rows("tables.kooperationen"):
            yield [
                AnnexBlock(BlockKind.SECTION, str(name)),
                AnnexBlock(BlockKind.TEXT, f"{self._slots.say('partner')} Seit {since}: {result}."),
            ]

    def _abroad(self) -> Iterator[list[AnnexBlock]]:
        for name, country, _, since, result in self._story.rows("tables.international"):
            text = f"{self._slots.say('abroad')} Verbindung seit {since}: {result}."
            yield [AnnexBlock(BlockKind.SECTION, f"{name} ({country})"), AnnexBlock(BlockKind.TEXT, text)]

    def _press(self) -> Iterator[list[AnnexBlock]]:
        titles = phrases("headline")
        rows = []
        for index, when in enumerate(self._days(self._story.number_of("activity.presse"))):
            title = self._slots.fill(titles[index % len(titles)])
            rows.append((day(when), title, self._slots.say("newspaper")))
        for start in range(0, len(rows), _ROWS):
            yield [table(("Datum", "Überschrift", "Erschienen in"), rows[start : start + _ROWS])]

    def _letters(self) -> Iterator[list[AnnexBlock]]:
        total = self._story.number_of("activity.newsletter")
        rows = []
        for index in range(total):
            month = (_OCTOBER + index * 12 // max(1, total)) % 12
            year = 2025 if month >= _OCTOBER else 2026
            rows.append((f"{MONTHS[month]} {year}", f"{self._slots.value('thema')}; {self._slots.say('letter')}"))
        if rows:
            yield [table(("Ausgabe", "Inhalt"), rows)]

    def _groups(self) -> Iterator[list[AnnexBlock]]:
        names = self._story.texts("texture.fachgruppen")
        held = shared(self._story.number_of("activity.agsitz"), [1.0] * len(names))
        for name, meetings in zip(names, held, strict=True):
            times = f"{counted(meetings)} Sitzungen" if meetings != 1 else "eine Sitzung"
            text = f"{self._slots.say('group')} {self._slots.say('group')} Im Berichtszeitraum: {times}."
            yield [AnnexBlock(BlockKind.SECTION, f"Fachgruppe {name}"), AnnexBlock(BlockKind.TEXT, text)]

    def _aims(self) -> Iterator[list[AnnexBlock]]:
        for aim, measure, unit, now, then, year in self._story.rows("management.kennzahlen"):
            row = (str(measure), str(unit), _figure(now), _figure(then), str(year))
            facts = table(("Kennzahl", "Einheit", "Ist", "Soll", "Jahr"), [row])
            yield [AnnexBlock(BlockKind.SECTION, str(aim)), facts, AnnexBlock(BlockKind.TEXT, self._slots.say("aim"))]

    def _goals(self) -> Iterator[list[AnnexBlock]]:
        """Give a sheet for each aim of the strategy that the story spells out."""
        for number, row in enumerate(self._story.rows("texture.goals"), 1):
            title, measure, now, then, *more = (str(one) for one in row)
            head = ("Kennzahl", "Ausgangswert", "Zielwert", *(("Stand",) if more else ()))
            blocks = [
                AnnexBlock(BlockKind.SECTION, f"Ziel {number}: {title}"),
                table(head, [(measure, now, then, *more[:1])]),
            ]
            yield [*blocks, AnnexBlock(BlockKind.TEXT, self._slots.say("goal"))]

    def _topics(self) -> Iterator[list[AnnexBlock]]:
        """Take the story's themes one by one: what is hard, what is known, what comes next."""
        for theme in self._story.texts("texture.themen"):
            parts = [self._slots.say(f"topic_{part}").replace("‹t›", theme) for part in ("hard", "known", "next")]
            yield [AnnexBlock(BlockKind.SECTION, theme), AnnexBlock(BlockKind.TEXT, " ".join(parts))]

    def _reports(self) -> Iterator[list[AnnexBlock]]:
        """Tell some of the year's meetings."""
        for _ in phrases("report_first"):
            theme, place = self._slots.value("thema"), self._slots.value("gemeinde")
            parts = [self._slots.say(f"report_{part}") for part in ("first", "middle", "last")]
            yield [AnnexBlock(BlockKind.SECTION, f"{theme}, {place}"), AnnexBlock(BlockKind.TEXT, " ".join(parts))]

    def _minutes(self) -> Iterator[list[AnnexBlock]]:
        for _ in phrases("minutes"):
            yield [AnnexBlock(BlockKind.NOTE, self._slots.say("minutes"))]

    def _interviews(self) -> Iterator[list[AnnexBlock]]:
        """Ask members three questions each."""
        asked = ShuffledNames(phrases("asked"), self._dice)
        for _ in range(_INTERVIEWS):
            blocks = [AnnexBlock(BlockKind.SECTION, self._slots.say("interview"))]
            used: list[str] = []
            for _ in range(_QUESTIONS):
                key = asked.next(but=used)
                used.append(key)
                blocks.append(AnnexBlock(BlockKind.ASKED, phrases(f"asked_{key}")[0]))
                blocks.append(AnnexBlock(BlockKind.TEXT, self._slots.say(f"answer_{key}")))
            yield blocks

    def _pictures(self) -> Iterator[list[AnnexBlock]]:
        for _ in phrases("picture"):
            yield [AnnexBlock(BlockKind.DRAWING, f"picture {self._slots.say('picture')}")]

    def _questions(self) -> Iterator[list[AnnexBlock]]:
        """Ask what a strategy wants to know about its themes."""
        for number, theme in enumerate(self._story.texts("texture.themen")):
            heads = phrases("questions_head")
            head = AnnexBlock(BlockKind.SECTION, heads[number % len(heads)].replace("‹t›", theme))
            yield [head, *(AnnexBlock(BlockKind.ITEM, self._slots.say("questions")) for _ in range(_ITEMS))]

    def _joined(self) -> Iterator[list[AnnexBlock]]:
        fresh = [one for one in self._slots.members if one.joined and one.joined >= date(2024, 10, 1)]
        rows = [(day(one.joined), one.name, one.town) for one in fresh if one.joined]
        for start in range(0, len(rows), _ROWS):
            yield [table(("Beitritt", "Mitglied", "Ort"), rows[start : start + _ROWS])]


def working_days() -> list[date]:
    """Return the days of the reporting year that are neither at a weekend nor a holiday somewhere."""
    free = phrases("holiday")
    every = (_BEGIN + timedelta(number) for number in range(_DAYS))
    return [one for one in every if one.weekday() <= _FRIDAY and one.isoformat() not in free]


def shared(total: int, weights: list[float]) -> list[int]:
    """Share a whole number by weights; the parts add up."""
    whole, parts, gone = sum(weights), [], 0
    for index in range(1, len(weights) + 1):
        upto = round(total * sum(weights[:index]) / whole)
        parts.append(upto - gone)
        gone = upto
    return parts


def _uses(count: int) -> str:
    return "eine Nutzung im Jahr" if count == 1 else f"{counted(count)} Nutzungen im Jahr"


def _figure(value: object) -> str:
    return decimal(float(str(value))) if "." in str(value) else amount(int(str(value)))
