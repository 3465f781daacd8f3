"""Fills the slots of a pattern: facts by their name, and names of the story drawn in turn so that none is worn out."""

import re
from collections.abc import Collection, Sequence
from dataclasses import dataclass, field
from random import Random

from reviewer_app.demo.members import DemoMember, name_parts, words
from reviewer_app.demo.randomness import random_for
from reviewer_app.demo.story import Story
from reviewer_app.demo.writing.german import MONTHS, contracted, inflected, phrases, shown


@dataclass(frozen=True, slots=True)
class Project:
    """A joint project as the form's row has it, with the members that take part."""

    title: str
    term: str
    volume: int
    giver: str
    partners: int
    small: int
    role: str
    members: tuple[DemoMember, ...]


def projects(story: Story, members: Sequence[DemoMember]) -> list[Project]:
    """Return the projects of a story; a story may let the same few firms sit in the first of them."""
    dice = random_for(story.number, "projects")
    home = [one for one in members if one.country == "DE"]
    firms = [one for one in home if one.kind == "kmu"]
    others = [one for one in home if one.kind in {"gross", "hs", "auf"}]
    regulars = dice.sample(firms, min(len(firms), story.number_of("texture.regulars")))
    often = story.number_of("texture.regular_projects")
    found = []
    for index, row in enumerate(story.rows("tables.vorhaben")):
        title, term, volume, giver, partners, small, role = row
        few, many = int(str(small)), int(str(partners))
        always = regulars[:few] if index < often else []
        pool = [one for one in firms if one not in always]
        chosen = [*always, *dice.sample(pool, min(len(pool), few - len(always)))]
        chosen += dice.sample(others, min(len(others), many - few))
        found.append(Project(str(title), str(term), int(str(volume)), str(giver), many, few, str(role), tuple(chosen)))
    return found


_FORMS = ("ev", "gmbh", "ggmbh", "gug", "eg", "ohne")
_LEVELS = ("bronze", "silber", "gold", "iso9001")
SLOT = re.compile(r"\{([a-zäöü_][\w.]*)\}")
_NOTICED = 5
_QUOTED = ("dienst", "vorhaben")
"""Names that stand in quotation marks in running text, so that they need no article."""
_PROJECT = "vorhaben"
_MEMBERS = ("mitglied", "betrieb", "grosser", "institut")
_DIGITS = "0123456789"
_LEGAL = re.compile(r" (?:GmbH & Co\. KG|UG \(haftungsbeschränkt\)|gGmbH|GmbH|KG|OHG|AG|SE|e\. K\.|eG)$")
_SENTENCE = re.compile(
    r"(?:(?<=[.?!:])|(?<=[.?!]“))(?<!Dr\.)(?<!Ing\.)(?<!e\.)(?<!Nr\.)(?<! [A-Z]\.)(?<!\d\.)\s+(?=[A-ZÄÖÜ„§0-9])"
)


@dataclass(slots=True)
class ShuffledNames:
    """Names that are drawn one after the other in a shuffled order, again and again."""

    names: Sequence[str]
    dice: Random
    _left: list[str] = field(default_factory=list)

    def next(self, among: Collection[str] = (), but: Collection[str] = ()) -> str:
        """Return the next name, of `among` where that is given and not of `but`; empty where there is none."""
        fit = [name for name in self.names if (not among or name in among) and name not in but]
        if not fit:
            return ""
        if not any(name in fit for name in self._left):
            more = [name for name in self.names if name not in self._left]
            self.dice.shuffle(more)
            self._left = more + self._left
        found = next(name for name in reversed(self._left) if name in fit)
        self._left.remove(found)
        return found


class Slots:
    """What may stand in the slots of a story's patterns."""

    def __init__(self, story: Story, members: Sequence[DemoMember], dice: Random) -> None:
        """Draw from the story's own names by `dice`."""
        self._story = story
        self._dice = dice
        self.members = members
        self.projects = projects(story, members)
        self._facts = short_facts(story)
        parts = name_parts()
        people = [
            f"{first} {last}"
            for first, last in zip(_some(parts, dice, "first_names"), _some(parts, dice, "surnames"), strict=False)
        ]
        home = [one for one in members if one.country == "DE"]
        bodies = [one.name for one in home if one.kind in {"hs", "auf", "sonst"}]
        self.bodies = frozenset((*bodies, *(str(row[0]) for row in story.rows("tables.kooperationen"))))
        """Institutions, whose names take an article; firms have none."""
        self._phrases: dict[str, ShuffledNames] = {}
        self._turns = {
            "mitglied": ShuffledNames([spoken(one.name) for one in home], dice),
            "betrieb": ShuffledNames([spoken(one.name) for one in home if one.kind == "kmu"], dice),
            "grosser": ShuffledNames([spoken(one.name) for one in home if one.kind == "gross"], dice),
            "institut": ShuffledNames([one.name for one in home if one.kind in {"hs", "auf"}], dice),
            "partner": ShuffledNames([str(row[0]) for row in story.rows("tables.kooperationen")], dice),
            "ausland": ShuffledNames([str(row[0]) for row in story.rows("tables.international")], dice),
            "dienst": ShuffledNames([str(row[0]) for row in story.rows("tables.leistungen")], dice),
            "vorhaben": ShuffledNames([str(row[0]) for row in story.rows("tables.vorhaben")], dice),
            "thema": ShuffledNames(story.texts("texture.themen"), dice),
            "gruppe": ShuffledNames(story.texts("texture.fachgruppen"), dice),
            "raum": ShuffledNames(story.texts("texture.orte"), dice),
            "gemeinde": ShuffledNames([str(row[0]) for row in story.rows("members.towns")], dice),
            "stufe": ShuffledNames(story.texts("members.trades"), dice),
            "person": ShuffledNames(people, dice),
            "monat": ShuffledNames(MONTHS, dice),
            "quartal": ShuffledNames(["ersten Quartal", "zweiten Quartal", "dritten Quartal", "vierten Quartal"], dice),
        }

    def fill(self, pattern: str, project: Project | None = None) -> str:
        """Return the pattern with every slot filled; raise KeyError for a slot that nothing fills.

        A pattern about one project names only members that take part in it; no name comes twice.
        """
        kinds = [name.rstrip(_DIGITS) for name in SLOT.findall(pattern)]
        if project is None and kinds.count(_PROJECT) == 1:
            title = self._turns[_PROJECT].next()
            project = next((one for one in self.projects if one.title == title), None)
        return PatternDraft(self, pattern, project).text()

    def tells(self, pattern: str, project: Project | None = None) -> bool:
        """Say whether there are names enough for all slots of a pattern."""
        kinds = [name.rstrip(_DIGITS) for name in SLOT.findall(pattern)]
        return all(len(self.names(kind, project)) >= kinds.count(kind) for kind in kinds if kind in self._turns)

    def names(self, kind: str, project: Project | None = None) -> list[str]:
        """Return the names of a kind, those of one project where it has such."""
        every = list(self._turns[kind].names)
        if project is None or kind not in _MEMBERS:
            return every
        own = {_called(one, kind) for one in project.members}
        return [name for name in every if name in own]

    def value(self, name: str, project: Project | None = None, but: Collection[str] = ()) -> str:
        """Return what stands in one slot; a trailing digit draws a second name of the same kind."""
        kind = name.rstrip(_DIGITS)
        turn = self._turns.get(kind)
        if turn is not None:
            if kind == _PROJECT and project is not None:
                return project.title
            return turn.next(self.names(kind, project), but) or turn.next()
        if name in self._facts:
            return self._facts[name]
        found = self._story.get(name)
        if found is None:
            raise KeyError(name)
        return shown(found)

    def patterns(self, name: str) -> tuple[str, ...]:
        """Return the phrases of this name in the words of the house, empty where it has none."""
        return self._story.texts(f"phrases.{name}")

    def say(self, name: str, project: Project | None = None, **facts: str) -> str:
        """Return one of the house's phrases of this name, filled; `facts` stand for ‹key›."""
        pattern = self.phrase(name, project)
        for key, fact in facts.items():
            pattern = pattern.replace(f"‹{key}›", fact)
        return self.fill(pattern, project)

    def phrase(self, name: str, project: Project | None = None) -> str:
        """Return one of the house's phrases of this name, each before one comes again; empty where it has none."""
        if name not in self._phrases:
            self._phrases[name] = ShuffledNames(self.patterns(name), self._dice)
        fit = [one for one in self.patterns(name) if self.tells(one, project)]
        return self._phrases[name].next(fit) if fit else ""

    def project_of(self, member: DemoMember) -> Project | None:
        """Return a project this member takes part in."""
        return next((one for one in self.projects if member in one.members), None)

    def choose(self, many: Sequence[str]) -> str:
        """Return one of several texts."""
        return self._dice.choice(many)


@dataclass(slots=True)
class PatternDraft:
    """One pattern while its slots are being filled."""

    slots: Slots
    pattern: str
    project: Project | None
    _drawn: list[str] = field(default_factory=list)

    def text(self) -> str:
        """Return the filled text."""
        return contracted(SLOT.sub(self._filled, self.pattern))

    def _filled(self, match: re.Match[str]) -> str:
        name = match.group(1)
        value = self.slots.value(name, self.project, self._drawn)
        self._drawn.append(value)
        before = self.pattern[: match.start()]
        if value in self.slots.bodies:
            return inflected(value, before)
        if name.rstrip(_DIGITS) not in _QUOTED or "„" in value or before.endswith("„"):
            return value
        return f"‚{value}‘" if before.count("„") > before.count("“") else f"„{value}“"


def _called(one: DemoMember, kind: str) -> str:
    return one.name if kind == "institut" else spoken(one.name)


def spoken(name: str) -> str:
    """Return a firm's name as people say it, without its legal form."""
    return _LEGAL.sub("", name)


def sentences(text: str) -> list[str]:
    """Return the sentences of a text that are long enough to be noticed twice."""
    return [one.strip() for one in _SENTENCE.split(text) if len(one.split()) >= _NOTICED]


def _some(parts: object, dice: Random, name: str) -> list[str]:
    found = words(parts, name) if isinstance(parts, dict) else []
    return dice.sample(found, min(60, len(found)))


def short_facts(story: Story) -> dict[str, str]:
    """Return the facts patterns name most, under short names."""
    where = {
        "name": "cluster.cluster_name",
        "kurz": "applicant.cmo_kurz",
        "traeger": "applicant.cmo_name",
        "ort": "applicant.cmo_ort",
        "strasse": "applicant.cmo_strasse",
        "plz": "applicant.cmo_plz",
        "leitung": "applicant.leit_name",
        "vertretung": "applicant.vertr_name",
        "gewerk": "texture.gewerk",
    }
    found = {short: story.text(name) for short, name in where.items()}
    found["sitz"] = f"{found['plz']} {found['ort']}"
    found["nummer"] = story.number
    found["rechtstraeger"] = story.text("applicant.cmo_traeger") or found["traeger"]
    court, _, found["register"] = story.text("applicant.cmo_register").partition(", ")
    found["gericht"] = court.rpartition(" ")[2]
    found["siegel"] = story.text("round.label_issuer")
    partners = [str(row[0]) for row in story.rows("tables.kooperationen")]
    found["kammer"] = next((one for one in partners if "kammer" in one and "handwerk" not in one.lower()), "")
    found["rechtsform"] = phrases("legal_form")[_FORMS.index(story.text("legal_form"))]
    return found | _certificate(story)


def _certificate(story: Story) -> dict[str, str]:
    """Return what a label's certificate says, of the label that was issued."""
    one = next((label for label in story.records("label") if "issued" in label), None)
    if one is None:
        return {}
    level = str(one["level"])
    return {
        "zertifikat.stufe": phrases("level")[_LEVELS.index(level)],
        "zertifikat.aussteller": f"Das {one['issuer']}",
        "zertifikat.nummer": str(one.get("number", "")),
        "zertifikat.von": shown(one["issued"]),
        "zertifikat.bis": shown(one["until"]),
        "zertifikat.satz": phrases("certified")[_LEVELS.index(level)],
    }
