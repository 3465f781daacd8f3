"""Tables of a financial plan: income by source, private shares, costs, the plan and how liquid it leaves."""

from collections.abc import Iterator, Sequence
from fractions import Fraction
from random import Random

from reviewer_app.demo.paper.blocks import Block, Kind
from reviewer_app.demo.story import Facts, Story
from reviewer_app.demo.writing.german import MONTHS, amount, decimal

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


def income(story: Story) -> Iterator[list[Block]]:
    """Give one table of all years and sources."""
    years = story.records("income")
    head = ["Einnahmen in EUR", *(label(one) for one in years)]
    rows = [[name, *(amount(figure(one, key)) for one in years)] for name, key in SOURCES]
    rows.append(["Summe", *(amount(figure(one, "total")) for one in years)])
    yield [table(head, rows)]


def shares(story: Story) -> Iterator[list[Block]]:
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
    yield [Block(Kind.DRAWING, f"columns Privater Anteil an den Einnahmen; {columns}")]


def costs(story: Story, dice: Random) -> Iterator[list[Block]]:
    """Give what was spent, by kind; the parts add up to the year's expenses."""
    years = story.records("income")
    weights = [[weight * dice.uniform(0.85, 1.15) for _, weight in _COSTS] for _ in years]
    columns = [rounded_parts(figure(one, "ausgaben"), row) for one, row in zip(years, weights, strict=True)]
    rows = [[name, *(amount(column[index]) for column in columns)] for index, (name, _) in enumerate(_COSTS)]
    rows.append(["Summe", *(amount(figure(one, "ausgaben")) for one in years)])
    rest = [figure(one, "total") - figure(one, "ausgaben") for one in years]
    rows.append(["Ergebnis", *(signed(one) for one in rest)])
    yield [table(["Ausgaben in EUR", *(label(one) for one in years)], rows)]


def planned(story: Story) -> Iterator[list[Block]]:
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


def liquid(story: Story, dice: Random) -> Iterator[list[Block]]:
    """Give the planned year by quarter."""
    plan = story.records("income")[-1]
    come = rounded_parts(figure(plan, "total"), [dice.uniform(0.7, 1.3) for _ in range(4)])
    gone = rounded_parts(figure(plan, "ausgaben"), [dice.uniform(0.9, 1.1) for _ in range(4)])
    rows = []
    for index in range(4):
        months = f"{MONTHS[index * 3]} bis {MONTHS[index * 3 + 2]}"
        rows.append([months, amount(come[index]), amount(gone[index]), signed(come[index] - gone[index])])
    yield [table([f"Quartal {plan['year']}", "Einzahlungen", "Auszahlungen", "Differenz"], rows)]


def label(one: Facts) -> str:
    """Return how a year heads its column."""
    return f"{one['year']} Plan" if one["kind"] == "plan" else str(one["year"])


def figure(one: Facts, key: str) -> int:
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


def table(head: Sequence[str], rows: Sequence[Sequence[str]]) -> Block:
    """Return a table block."""
    return Block(Kind.TABLE, rows=(tuple(head), *(tuple(row) for row in rows)))
