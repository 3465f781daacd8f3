"""What papers list rather than tell: meetings by month, members one by one, services, press, figures by year.

Every source gives a few rows at a time and is empty once all has been said, so that sums agree with the form.
"""

from collections.abc import Callable, Iterator, Sequence
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
_VISITS, _STEPS = 60, 5
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
        audited = Audit(slots, story.number_of("audit.finding"))
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
            "towns": self._towns,
            "contacts": self._contacts,
            "visits": self._visits,
            "agenda": self._agenda,
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
                kinds = (f"portrait_{one.kind}", "portrait")
                patterns = next(filter(None, map(self._slots.patterns, kinds)), ())
                pattern = self._slots.choose([it for it in patterns if project or "{vorhaben}" not in it])
                text = pattern.replace("{m}", one.name).replace("{mo}", one.town).replace("{ms}", staff)
                blocks += _told(one.name, self._slots.fill(text.replace("{mj}", since), project))
            yield blocks

    def _services(self) -> Iterator[list[AnnexBlock]]:
        for name, target, used, paid in self._story.rows("tables.leistungen"):
            number = amount(int(str(used))) if used else "–"
            text = self._slots.say("service", z=str(target), n=number, c="Entgelt" if paid else "Beitrag")
            yield _told(str(name), text)

    def _partners(self) -> Iterator[list[AnnexBlock]]:
        for name, _, _, since, result in self._story.rows("tables.kooperationen"):
            yield _told(str(name), self._slots.say("partner", s=str(since), r=str(result)))

    def _abroad(self) -> Iterator[list[AnnexBlock]]:
        for name, country, _, since, result in self._story.rows("tables.international"):
            yield _told(f"{name} ({country})", self._slots.say("abroad", s=str(since), r=str(result)))

    def _press(self) -> Iterator[list[AnnexBlock]]:
        titles = self._slots.patterns("headline")
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
            yield _told(f"Fachgruppe {name}", self._slots.say("group", n=counted(meetings)))

    def _aims(self) -> Iterator[list[AnnexBlock]]:
        for aim, measure, unit, now, then, year in self._story.rows("management.kennzahlen"):
            row = (str(measure), str(unit), _figure(now), _figure(then), str(year))
            facts = table(("Kennzahl", "Einheit", "Ist", "Soll", "Jahr"), [row])
            head, *text = _told(str(aim), self._slots.say("aim"))
            yield [head, facts, *text]

    def _goals(self) -> Iterator[list[AnnexBlock]]:
        """Give a sheet for each aim of the strategy that the story spells out."""
        for number, row in enumerate(self._story.rows("texture.goals"), 1):
            title, measure, now, then, *more = (str(one) for one in row)
            head = ("Kennzahl", "Ausgangswert", "Zielwert", *(("Stand",) if more else ()))
            blocks = [
                AnnexBlock(BlockKind.SECTION, f"Ziel {number}: {title}"),
                table(head, [(measure, now, then, *more[:1])]),
            ]
            text = self._slots.say("goal")
            yield [*blocks, *([AnnexBlock(BlockKind.TEXT, text)] if text else [])]

    def _topics(self) -> Iterator[list[AnnexBlock]]:
        """Take the story's themes one by one: what is hard, what is known, what comes next."""
        for theme in self._story.texts("texture.themen"):
            parts = [self._slots.say(f"topic_{part}", t=theme) for part in ("hard", "known", "next")]
            if any(parts):
                yield _told(theme, " ".join(filter(None, parts)))

    def _reports(self) -> Iterator[list[AnnexBlock]]:
        """Tell some of the year's meetings."""
        for _ in self._slots.patterns("report_first"):
            theme, place = self._slots.value("thema"), self._slots.value("gemeinde")
            parts = [self._slots.say(f"report_{part}") for part in ("first", "middle", "last")]
            yield _told(f"{theme}, {place}", " ".join(filter(None, parts)))

    def _minutes(self) -> Iterator[list[AnnexBlock]]:
        for _ in self._slots.patterns("minutes"):
            yield [AnnexBlock(BlockKind.NOTE, self._slots.say("minutes"))]

    def _listed(self, name: str, rows: Sequence[tuple[str, ...]], title: str = "") -> Iterator[list[AnnexBlock]]:
        """Give rows a table at a time under the house's head for them; a house without such a head has no such list."""
        head = self._slots.patterns(f"head_{name}")
        for start in range(0, len(rows) if head else 0, _ROWS):
            above = [AnnexBlock(BlockKind.SECTION, title)] if title and not start else []
            yield [*above, table(head, rows[start : start + _ROWS])]

    def _towns(self) -> Iterator[list[AnnexBlock]]:
        """List the members of each town: name, trade by number of staff, year of joining."""
        for town in self._story.rows("members.towns"):
            here = [one for one in self._slots.members if one.town == town[0]]
            rows = [(one.name, str(one.staff or "–"), str(one.joined.year) if one.joined else "–") for one in here]
            yield from self._listed("towns", rows, str(town[0]))

    def _contacts(self) -> Iterator[list[AnnexBlock]]:
        """Say who of a member comes to which group."""
        home = [one for one in self._slots.members if one.country == "DE"]
        self._dice.shuffle(home)
        yield from self._listed("contacts", [(one.name, one.contact, self._slots.value("gruppe")) for one in home])

    def _visits(self) -> Iterator[list[AnnexBlock]]:
        """List visits and calls of the year, of which the form counts more than are written down."""
        home = [one for one in self._slots.members if one.country == "DE"]
        days = self._days(min(_VISITS, self._story.number_of("activity.kontakte") // 3))
        chosen = [self._dice.choice(home) for _ in days]
        rows = [
            (day(when), one.name, one.town, self._slots.say("visit")) for when, one in zip(days, chosen, strict=True)
        ]
        yield from self._listed("visits", rows)

    def _agenda(self) -> Iterator[list[AnnexBlock]]:
        """Plan each theme step by step, with the member that goes first."""
        for theme in self._story.texts("texture.themen"):
            steps = [self._slots.say("step") for _ in range(_STEPS)]
            rows = [(f"{index}", step, self._slots.value("mitglied")) for index, step in enumerate(steps, 1)]
            yield from self._listed("agenda", rows, theme)

    def _interviews(self) -> Iterator[list[AnnexBlock]]:
        """Ask members three questions each."""
        asked = ShuffledNames(self._slots.patterns("asked"), self._dice)
        for _ in range(_INTERVIEWS if self._slots.patterns("asked") else 0):
            blocks = [AnnexBlock(BlockKind.SECTION, self._slots.say("interview"))]
            used: list[str] = []
            for _ in range(_QUESTIONS):
                key = asked.next(but=used)
                used.append(key)
                blocks.append(AnnexBlock(BlockKind.ASKED, self._slots.say(f"asked_{key}")))
                blocks.append(AnnexBlock(BlockKind.TEXT, self._slots.say(f"answer_{key}")))
            yield blocks

    def _pictures(self) -> Iterator[list[AnnexBlock]]:
        for _ in self._slots.patterns("picture"):
            yield [AnnexBlock(BlockKind.DRAWING, f"picture {self._slots.say('picture')}")]

    def _questions(self) -> Iterator[list[AnnexBlock]]:
        """Ask what a strategy wants to know about its themes."""
        for theme in self._story.texts("texture.themen"):
            head = AnnexBlock(BlockKind.SECTION, self._slots.say("questions_head", t=theme))
            if head.text:
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


def _told(head: str, text: str) -> list[AnnexBlock]:
    """Return a head with a text below it, the head alone where there is nothing to say."""
    return [AnnexBlock(BlockKind.SECTION, head), *([AnnexBlock(BlockKind.TEXT, text)] if text else [])]


def _figure(value: object) -> str:
    return decimal(float(str(value))) if "." in str(value) else amount(int(str(value)))
