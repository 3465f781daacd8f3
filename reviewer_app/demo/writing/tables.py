"""Tables and drawings of a financial plan, of measures, joint projects, members, a survey, an audit."""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import date
from fractions import Fraction
from functools import partial
from random import Random

from reviewer_app.demo.members import DemoMember
from reviewer_app.demo.paper.blocks import AnnexBlock, BlockKind
from reviewer_app.demo.randomness import random_for
from reviewer_app.demo.story import Story, StoryFacts, data
from reviewer_app.demo.writing.german import MONTHS, amount, counted, day, decimal, inflected, phrases
from reviewer_app.demo.writing.slots import Project, Slots

SOURCES = (
    ("Mitgliedsbeiträge", "beitraege"),
    ("Dienstleistungen", "dienst"),
    ("Sponsoren", "sponsor"),
    ("sonstige private", "sonst_priv"),
    ("Land", "land"),
    ("Bund", "bund"),
    ("Europäische Union", "eu"),
    ("sonstige öffentliche", "sonst_oeff"),
)
PRIVATE = ("beitraege", "dienst", "sponsor", "sonst_priv")
_COSTS = (
    ("Personal", 62),
    ("Räume und Technik", 11),
    ("Veranstaltungen", 9),
    ("Reisen", 4),
    ("Öffentlichkeitsarbeit", 6),
    ("Prüfung und Beratung", 4),
    ("Sonstiges", 4),
)


def income(story: Story) -> Iterator[list[AnnexBlock]]:
    """Give one table of all years and sources."""
    years = story.records("income")
    head = ["Einnahmen in EUR", *(label(one) for one in years)]
    rows = [[name, *(amount(figure(one, key)) for one in years)] for name, key in SOURCES]
    rows.append(["Summe", *(amount(figure(one, "total")) for one in years)])
    yield [table(head, rows)]


def shares(story: Story) -> Iterator[list[AnnexBlock]]:
    """Give private income, total and share of each year, and the shares as columns."""
    years = story.records("income")
    head = ["", *(label(one) for one in years)]
    private = [sum(figure(one, key) for key in PRIVATE) for one in years]
    percents = [percent(part, figure(one, "total")) for part, one in zip(private, years, strict=True)]
    rows = [
        ["private Einnahmen, EUR", *(amount(one) for one in private)],
        ["Einnahmen gesamt, EUR", *(amount(figure(one, "total")) for one in years)],
        ["privater Anteil", *percents],
    ]
    columns = "; ".join(f"{one['year']}={share}" for one, share in zip(years, percents, strict=True) if share != "–")
    yield [table(head, rows)]
    yield [AnnexBlock(BlockKind.DRAWING, f"columns Privater Anteil an den Einnahmen; {columns}")]


def costs(story: Story, dice: Random) -> Iterator[list[AnnexBlock]]:
    """Give what was spent, by kind; the parts add up to the year's expenses."""
    years = story.records("income")
    weights = [[weight * dice.uniform(0.85, 1.15) for _, weight in _COSTS] for _ in years]
    columns = [rounded_parts(figure(one, "ausgaben"), row) for one, row in zip(years, weights, strict=True)]
    rows = [[name, *(amount(column[index]) for column in columns)] for index, (name, _) in enumerate(_COSTS)]
    rows.append(["Summe", *(amount(figure(one, "ausgaben")) for one in years)])
    rest = [figure(one, "total") - figure(one, "ausgaben") for one in years]
    rows.append(["Ergebnis", *(signed(one) for one in rest)])
    yield [table(["Ausgaben in EUR", *(label(one) for one in years)], rows)]


def planned(story: Story) -> Iterator[list[AnnexBlock]]:
    """Give the planned year beside the last completed one."""
    last, plan = story.records("income")[-2:]
    rows = [
        [name, amount(figure(last, key)), amount(figure(plan, key)), signed(figure(plan, key) - figure(last, key))]
        for name, key in SOURCES
        if figure(last, key) or figure(plan, key)
    ]
    total = figure(plan, "total") - figure(last, "total")
    rows.append(["Summe", amount(figure(last, "total")), amount(figure(plan, "total")), signed(total)])
    yield [table(["in EUR", label(last), label(plan), "Veränderung"], rows)]


def liquid(story: Story, dice: Random) -> Iterator[list[AnnexBlock]]:
    """Give the planned year by quarter."""
    plan = story.records("income")[-1]
    come = rounded_parts(figure(plan, "total"), [dice.uniform(0.7, 1.3) for _ in range(4)])
    gone = rounded_parts(figure(plan, "ausgaben"), [dice.uniform(0.9, 1.1) for _ in range(4)])
    rows = []
    for index in range(4):
        months = f"{MONTHS[index * 3]} bis {MONTHS[index * 3 + 2]}"
        rows.append([months, amount(come[index]), amount(gone[index]), signed(come[index] - gone[index])])
    yield [table([f"Quartal {plan['year']}", "Einzahlungen", "Auszahlungen", "Differenz"], rows)]


def label(one: StoryFacts) -> str:
    """Return how a year heads its column."""
    return f"{one['year']} Plan" if one["kind"] == "plan" else str(one["year"])


def figure(one: StoryFacts, key: str) -> int:
    """Return an amount of a year, in whole EUR."""
    return int(str(one[key]))


def percent(part: int, whole: int) -> str:
    """Return a share with one decimal, half up; a dash where there is nothing to share."""
    if whole == 0:
        return "–"
    tenths = (Fraction(part, whole) * 1000 * 2 + 1) // 2
    return f"{decimal(float(Fraction(tenths, 10)))}\u00a0%"


def signed(value: int) -> str:
    """Return a difference with its sign."""
    return f"–{amount(-value)}" if value < 0 else f"+{amount(value)}" if value else "0"


def rounded_parts(total: int, weights: Sequence[float]) -> list[int]:
    """Share an amount by weights in steps of a hundred; the last part takes what is left."""
    whole = sum(weights)
    parts = [round(total * weight / whole / 100) * 100 for weight in weights[:-1]]
    return [*parts, total - sum(parts)]


def table(head: Sequence[str], rows: Sequence[Sequence[str]]) -> AnnexBlock:
    """Return a table block."""
    return AnnexBlock(BlockKind.TABLE, rows=(tuple(head), *(tuple(row) for row in rows)))


_KINDS = (
    ("kmu", "KMU"),
    ("gross", "Großunternehmen"),
    ("hs", "Hochschulinstitute"),
    ("auf", "Forschungseinrichtungen"),
    ("sonst", "sonstige"),
)
_SIZES = ((10, "unter 10"), (50, "10 bis 49"), (250, "50 bis 249"), (1000, "250 bis 999"), (10**6, "1.000 und mehr"))
_TOWNS = 8


def charts(story: Story, slots: Slots) -> Iterator[list[AnnexBlock]]:
    """Give one drawing after the other, each with a remark."""
    members = [one for one in slots.members if one.country == "DE"]
    for text in (_by_town(members), _by_size(members), _by_year(members), _by_kind(story), _money(story)):
        yield [AnnexBlock(BlockKind.DRAWING, text), *paragraph(slots.say("chart"))]


def _drawn(kind: str, title: str, values: Iterable[tuple[object, int]]) -> str:
    return "; ".join([f"{kind} {title}", *(f"{name}={amount(value)}" for name, value in values)])


def _by_kind(story: Story) -> str:
    return _drawn("bars", "Akteure nach Art", ((name, story.number_of(f"actors.{key}")) for key, name in _KINDS))


def _by_size(members: Sequence[DemoMember]) -> str:
    sizes: Counter[str] = Counter()
    for one in members:
        if one.staff:
            sizes[next(name for limit, name in _SIZES if one.staff < limit)] += 1
    return _drawn("bars", "Unternehmen nach Beschäftigten", ((name, sizes[name]) for _, name in _SIZES if sizes[name]))


def _by_town(members: Sequence[DemoMember]) -> str:
    return _drawn("bars", "Mitglieder nach Orten", Counter(one.town for one in members).most_common(_TOWNS))


def _by_year(members: Sequence[DemoMember]) -> str:
    years = Counter(one.joined.year for one in members if isinstance(one.joined, date))
    return _drawn("columns", "Heutige Mitglieder nach Jahr des Beitritts", sorted(years.items())[-_TOWNS:])


def _money(story: Story) -> str:
    years = [one for one in story.records("income") if figure(one, "total")]
    return _drawn("columns", "Einnahmen in EUR", ((label(one), figure(one, "total")) for one in years))


_ROWS = 6
_MANY = 200
_PER_FIELD = 7
_QUARTERS = 4
_MEASURE_COSTS = (300, 1200, 450, 2500, 800, 150, 600, 4000)
NOBODY = "none"
"""How a plan says that it names nobody for its measures."""


def measures(story: Story, slots: Slots, dice: Random) -> Iterator[list[AnnexBlock]]:
    """Give measures a few at a time, as many as the story's plan has; some plans give each few a remark."""
    first, last = story.number_of("plan.first") or 2026, story.number_of("plan.last") or 2028
    total = story.number_of("plan.count") or _MANY
    each = story.number_of("plan.rows") or _ROWS
    pattern = slots.patterns("measure")
    head = ["Nr.", "Maßnahme", "Termin", *(name for name, _ in _further(story, slots))]
    for start in range(0, total, each):
        rows = []
        for number in range(start, min(total, start + each)):
            field, place = divmod(number, _PER_FIELD)
            mark = f"{field + 1}.{place + 1}"
            text = slots.fill(pattern[(number * 5 + 3) % len(pattern)])
            when = _when(story.text("plan.dates"), first, last, number, total, dice)
            rows.append([mark, text, when, *(cell(number, mark) for _, cell in _further(story, slots))])
        yield [table(head, rows), *(_remarks(rows, slots) if story.number_of("plan.rows") else ())]


def _remarks(rows: Sequence[Sequence[str]], slots: Slots) -> Iterator[AnnexBlock]:
    """Say of each measure what it is for and how it begins, and something about all of them."""
    for row in rows:
        text = f"{slots.say('measure_aim')} {slots.say('measure_first')}".strip()
        if text:
            yield AnnexBlock(BlockKind.ITEM, f"Zu {row[0]}: {text}")
    yield from paragraph(slots.say("measure_note"))


def _further(story: Story, slots: Slots) -> list[tuple[str, Callable[[int, str], str]]]:
    """Return the further columns of a plan: who answers for a measure, which aim it serves, what it costs."""
    found: list[tuple[str, Callable[[int, str], str]]] = []
    owner, owners, blank = story.text("plan.owner"), story.texts("plan.owners"), story.texts("plan.blank")
    if owner != NOBODY:

        def who(number: int, mark: str) -> str:
            if mark in blank:
                return "–"
            return owners[number % len(owners)] if owners else owner or slots.say("owner")

        found.append(("zuständig", who))
    if story.get("plan.aims") is True:
        aims = [str(row[1]) for row in story.rows("texture.goals")]
        found.append(("Kennzahl", lambda number, _mark: aims[number % len(aims)]))
    if story.get("plan.costs") is True:
        found.append(("Kosten", lambda number, _mark: f"{amount(_MEASURE_COSTS[number % len(_MEASURE_COSTS)])} EUR"))
    return found


def _when(manner: str, first: int, last: int, number: int, total: int, dice: Random) -> str:
    """Return a date that rises through the plan, by quarter where the story does not say otherwise."""
    span = (last - first + 1) * _QUARTERS
    at = min(span - 1, number * span // max(1, total) + dice.randrange(0, 2))
    year, quarter = first + at // _QUARTERS, at % _QUARTERS + 1
    if manner == "year":
        return str(year)
    if manner == "half":
        return f"{(quarter + 1) // 2}. Halbjahr {year}"
    return f"Q{quarter}/{year}"


_GIVERS = ("bund", "land", "eu", "stiftung", "eigenmittel", "sonstige")
_PACKAGES = ("Anforderungen und Muster", "Versuche", "Auswertung", "Erprobung im Betrieb", "Bericht und Anleitung")


def giver(key: str) -> str:
    """Return who funds, as a paper says it."""
    return phrases("giver")[_GIVERS.index(key)]


def facts_table(one: Project) -> AnnexBlock:
    """Return the table of a project's facts."""
    volume = f"{amount(one.volume)} EUR" if one.volume else "ohne Förderung"
    head = ("Laufzeit", "Volumen", "Fördergeber", "Partner", "davon KMU", "Rolle")
    return table(head, [(one.term, volume, giver(one.giver), str(one.partners), str(one.small), one.role.capitalize())])


def paragraph(*texts: str) -> list[AnnexBlock]:
    """Return a paragraph of these texts, nothing where they are empty."""
    text = " ".join(filter(None, texts))
    return [AnnexBlock(BlockKind.TEXT, text)] if text else []


def overview(story: Story, slots: Slots) -> Iterator[list[AnnexBlock]]:
    """Give one table of the projects that have a name, and how many more the form counts."""
    rows = [(str(index), one.title, one.term) for index, one in enumerate(slots.projects, 1)]
    more = story.number_of("activity.proj") - len(rows)
    blocks = [table(("Nr.", "Vorhaben", "Laufzeit"), rows)]
    if more > 0:
        blocks += paragraph(slots.say("project_more", n=counted(more).capitalize()))
    yield blocks


def brief(slots: Slots) -> Iterator[list[AnnexBlock]]:
    """Tell each project in a few lines."""
    for one in slots.projects:
        yield [
            AnnexBlock(BlockKind.SECTION, one.title),
            facts_table(one),
            *paragraph(slots.say("project", one), slots.say("project", one)),
        ]


def sheets(story: Story, slots: Slots) -> Iterator[list[AnnexBlock]]:
    """Give a sheet for each project: facts, partners, a remark; a story may leave the later ones at title and year."""
    every = slots.projects
    full = story.number_of("texture.full_sheets") or len(every)
    for number, one in enumerate(every, 1):
        head = AnnexBlock(BlockKind.SECTION, f"Vorhaben {number}: {one.title}")
        if number > full:
            yield [head, table(("Titel", "Jahr"), [(one.title, one.term)])]
            continue
        rows = [
            (member.name, member.town, "KMU" if member.kind == "kmu" else "weiterer Partner") for member in one.members
        ]
        yield [
            head,
            facts_table(one),
            table(("Partner", "Ort", "Art"), rows),
            *paragraph(slots.say("project", one), slots.say("project", one)),
        ]


def packages(slots: Slots) -> Iterator[list[AnnexBlock]]:
    """Give the work packages of each project that is funded, with the partner that leads each."""
    for one in slots.projects:
        if not one.volume or not one.members:
            continue
        rows = [
            (f"AP {index}", name, one.members[index % len(one.members)].name)
            for index, name in enumerate(_PACKAGES[: max(3, min(5, one.partners))], 1)
        ]
        yield [
            AnnexBlock(BlockKind.SECTION, f"Arbeitspakete {one.title}"),
            table(("Nr.", "Arbeitspaket", "Leitung"), rows),
        ]


_WEIGHTS = (0.34, 0.38, 0.16, 0.07, 0.05)
_WORST = 4.0


def answers(story: Story) -> int:
    """Return how many members answered: as the story says, else the rounded share of its members."""
    told = story.number_of("texture.answers")
    return told or round(story.number_of("actors.gesamt") * story.number_of("activity.ruecklauf") / 100)


def survey(story: Story, slots: Slots, dice: Random) -> Iterator[list[AnnexBlock]]:
    """Give question after question with bars in percent, a remark after each second one."""
    count = answers(story)
    mark = float(story.text("activity.note") or 2)
    notes = list(slots.patterns("survey_note"))
    dice.shuffle(notes)
    for number, question in enumerate(slots.patterns("question"), 1):
        scale, _, asked = question.partition(": ")
        asked = slots.fill(asked)
        parts = _spread(count, mark, dice)
        bars = "; ".join(
            f"{name}={percent(part, count)}" for name, part in zip(phrases(f"scale_{scale}"), parts, strict=True)
        )
        blocks = [
            AnnexBlock(BlockKind.SECTION, f"Frage {number}: {asked}"),
            AnnexBlock(BlockKind.DRAWING, f"bars {count} Antworten; {bars}"),
        ]
        if notes and number % 2 == 0:
            blocks.append(AnnexBlock(BlockKind.TEXT, slots.fill(notes.pop())))
        yield blocks


def _spread(count: int, mark: float, dice: Random) -> list[int]:
    """Share answers over the scale; the worse the mark, the further down they lie."""
    lean = (mark - 1) / _WORST
    weights = [weight * dice.uniform(0.8, 1.2) for weight in _WEIGHTS]
    weights = [one * (1 - lean if index < 2 else 1 + 2.5 * lean) for index, one in enumerate(weights)]  # noqa: PLR2004  # the two good answers
    whole, parts, gone = sum(weights), [], 0
    for index in range(1, len(weights) + 1):
        upto = round(count * sum(weights[:index]) / whole)
        parts.append(upto - gone)
        gone = upto
    return parts


_MARKS = ("erfüllt", "überwiegend erfüllt")


class Audit:
    """What one audit looked at; the summary counts only indicators that were told before."""

    def __init__(self, slots: Slots, finding: int) -> None:
        self._slots = slots
        self._finding = finding
        self._told: list[tuple[str, str, str]] = []

    def indicators(self) -> Iterator[list[AnnexBlock]]:
        """Give one indicator at a time in the order of its group."""
        slots = self._slots
        groups = data("papers", "audit.toml")["group"]
        for group in groups if isinstance(groups, list) else []:
            for name, question, *found in group["indicators"]:
                mark = _MARKS[random_for("audit", slots.value("nummer"), str(name)).choice((0, 0, 1))]
                self._told.append((str(group["title"]), str(name), mark))
                number = len(self._told)
                seen = slots.fill(found[self._finding])
                texts = (
                    ("Ergebnis", f"{seen} {slots.say('audit_more')}"),
                    ("Nachweis", slots.say("audit_shown")),
                    ("Hinweis", slots.say("audit_hint")),
                )
                yield [
                    AnnexBlock(BlockKind.SECTION, f"{number} {name}"),
                    table(("Gruppe", "Leitfrage", "Einschätzung"), [(group["title"], str(question), mark)]),
                    *(
                        block
                        for head, text in texts
                        for block in (AnnexBlock(BlockKind.SECTION, head), AnnexBlock(BlockKind.TEXT, text))
                    ),
                ]

    def summary(self) -> Iterator[list[AnnexBlock]]:
        """Count how the indicators of each group were met, and name those that were not met in full."""
        rows = []
        for group in dict.fromkeys(title for title, _, _ in self._told):
            marks = [mark for title, _, mark in self._told if title == group]
            rows.append((group, str(len(marks)), *(str(marks.count(mark)) for mark in _MARKS)))
        yield [
            AnnexBlock(BlockKind.SECTION, "Einschätzungen nach Gruppen"),
            table(("Gruppe", "Merkmale", *_MARKS), rows),
        ]
        partly = [(group, name) for group, name, mark in self._told if mark == _MARKS[1]]
        yield [AnnexBlock(BlockKind.SECTION, "Überwiegend erfüllte Merkmale"), table(("Gruppe", "Merkmal"), partly)]


TERM = "Laufzeit"
PARTNER = "‹p›"
"""Stands for the partner in a clause."""


def agreements(story: Story, slots: Slots, dice: Random) -> Iterator[list[AnnexBlock]]:
    """Give the pages of the agreements a story encloses, partner by partner, with as many pages as each has."""
    rows = [*story.rows("tables.kooperationen"), *story.rows("tables.international")]
    since = {str(row[0]): int(str(row[3])) for row in rows}
    for partner, pages, *told in story.rows("texture.agreements"):
        name, count = str(partner), int(str(pages))
        with_partner = partial(_with_partner, slots, name)
        begin = date(since.get(name, 2021), dice.randrange(1, 13), dice.randrange(1, 28))
        topics: tuple[str, ...] = ("aim", "work", "talk", "people", "cost", "rights")
        if not any(TERM in str(one) for one in told):
            topics = (*topics, "term")
        clauses = [with_partner(one) for one in (*(str(one) for one in told), *_clauses(slots, dice, topics))]
        head = f"Vereinbarung zwischen {slots.value('traeger')}, {slots.value('ort')}, und {name}"
        first = [AnnexBlock(BlockKind.SECTION, head), AnnexBlock(BlockKind.SMALL, f"geschlossen am {day(begin)}")]
        numbered = [
            AnnexBlock(BlockKind.NUMBERED, clause, mark=f"({index})") for index, clause in enumerate(clauses, 1)
        ]
        signed = [
            AnnexBlock(BlockKind.DRAWING, f"sign {slots.value('leitung')}; {slots.value('ort')}, {day(begin)}"),
            AnnexBlock(BlockKind.DRAWING, f"sign {slots.value('person')}; {day(begin)}"),
        ]
        if count == 1:
            yield [*first, *numbered, *signed]
            continue
        yield [*first, *numbered]
        for page in range(1, count):
            more = _clauses(slots, dice, ("secret", "events", "change", "part")) if page == 1 else []
            said = [with_partner(one) for one in more]
            extra = [
                AnnexBlock(BlockKind.NUMBERED, one, mark=f"({len(clauses) + place})")
                for place, one in enumerate(said, 1)
            ]
            plan = [
                AnnexBlock(BlockKind.SECTION, f"Anlage {page} zur Vereinbarung mit {name}"),
                AnnexBlock(BlockKind.TEXT, with_partner(slots.phrase("agreement_plan"))),
            ]
            yield [*(extra or plan), *(signed if page == count - 1 else [])]


def _with_partner(slots: Slots, name: str, text: str) -> str:
    """Return a text about the partner, filled, the name in the case that the text asks for."""
    first, *parts = text.split(PARTNER)
    for part in parts:
        first += (inflected(name, first) if name in slots.bodies else name) + part
    return slots.fill(first)


def _clauses(slots: Slots, dice: Random, topics: tuple[str, ...]) -> list[str]:
    own = (slots.patterns(f"clause_{topic}") for topic in topics)
    return [dice.choice(many) for many in own if many]


def declarations(story: Story, slots: Slots) -> Iterator[list[AnnexBlock]]:
    """Give the declarations of members, letters of intent first, one to a page."""
    ordered = sorted(slots.members, key=lambda one: (one.bond != "loi", one.joined or date(2026, 1, 1)))
    texts = {"loi": list(slots.patterns("intent")), "beitrag": list(slots.patterns("joining"))}
    for one in ordered:
        pool = texts.get(one.bond, [])
        if not pool or one.joined is None:
            continue
        body = pool.pop(0).replace("{m}", one.name)
        title = "Absichtserklärung" if one.bond == "loi" else "Beitrittserklärung"
        until = story.text("texture.intent_until")
        lines = [
            AnnexBlock(BlockKind.DRAWING, f"letterhead {one.name}; {one.postcode} {one.town}; {one.contact}"),
            AnnexBlock(BlockKind.CHAPTER, title),
        ]
        lines.append(AnnexBlock(BlockKind.SMALL, f"An {slots.value('traeger')}"))
        lines += [AnnexBlock(BlockKind.TEXT, "Guten Tag,"), AnnexBlock(BlockKind.TEXT, slots.fill(body))]
        if one.bond == "loi" and until:
            lines.append(
                AnnexBlock(
                    BlockKind.TEXT, f"Diese Erklärung von {one.name} gilt bis {until} und kann verlängert werden."
                )
            )
        when = f"{one.joined.day}. {MONTHS[one.joined.month - 1]} {one.joined.year}"
        lines += [
            AnnexBlock(BlockKind.TEXT, "Mit freundlichen Grüßen"),
            AnnexBlock(BlockKind.DRAWING, f"sign {one.contact}; {one.town}, {when}"),
        ]
        yield lines
