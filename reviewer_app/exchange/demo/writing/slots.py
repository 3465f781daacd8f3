"""Fills the slots of a pattern: facts by their name, and names of the story drawn in turn so that none is worn out."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from random import Random

from reviewer_app.exchange.demo.members import DemoMember, name_parts, words
from reviewer_app.exchange.demo.story import Story
from reviewer_app.exchange.demo.writing.german import MONTHS, shown
from reviewer_app.exchange.demo.writing.words import sayings

_FORMS = ("ev", "gmbh", "ggmbh", "gug", "eg", "ohne")
_LEVELS = ("bronze", "silber", "gold", "iso9001")
SLOT = re.compile(r"\{([a-zäöü_][\w.]*)\}")
_NOTICED = 5
_LEGAL = re.compile(r" (?:GmbH & Co\. KG|UG \(haftungsbeschränkt\)|gGmbH|GmbH|KG|OHG|AG|SE|e\. K\.|eG)$")
_SENTENCE = re.compile(r"(?<=[.?!:“])(?<!Dr\.)(?<!Ing\.)(?<!e\.)(?<!Nr\.)(?<! [A-Z]\.)(?<!\d\.)\s+(?=[A-ZÄÖÜ„§0-9])")


@dataclass(slots=True)
class Turn:
    """Names that are drawn one after the other in a shuffled order, again and again."""

    names: Sequence[str]
    dice: Random
    _left: list[str] = field(default_factory=list)

    def next(self) -> str:
        """Return the next name, empty where there are none."""
        if not self.names:
            return ""
        if not self._left:
            self._left = list(self.names)
            self.dice.shuffle(self._left)
        return self._left.pop()


class Slots:
    """What may stand in the slots of a story's patterns."""

    def __init__(self, story: Story, members: Sequence[DemoMember], dice: Random) -> None:
        """Draw from the story's own names by `dice`."""
        self._story = story
        self._dice = dice
        self.members = members
        self._facts = _short_facts(story)
        parts = name_parts()
        people = [
            f"{first} {last}"
            for first, last in zip(_some(parts, dice, "first_names"), _some(parts, dice, "surnames"), strict=False)
        ]
        home = [one for one in members if one.country == "DE"]
        self._sayings: dict[str, Turn] = {}
        self._turns = {
            "mitglied": Turn([spoken(one.name) for one in home], dice),
            "betrieb": Turn([spoken(one.name) for one in home if one.kind == "kmu"], dice),
            "grosser": Turn([spoken(one.name) for one in home if one.kind == "gross"], dice),
            "institut": Turn([one.name for one in home if one.kind in {"hs", "auf"}], dice),
            "partner": Turn([str(row[0]) for row in story.rows("tables.kooperationen")], dice),
            "ausland": Turn([str(row[0]) for row in story.rows("tables.international")], dice),
            "dienst": Turn([str(row[0]) for row in story.rows("tables.leistungen")], dice),
            "vorhaben": Turn([str(row[0]) for row in story.rows("tables.vorhaben")], dice),
            "thema": Turn(story.texts("texture.themen"), dice),
            "gruppe": Turn(story.texts("texture.fachgruppen"), dice),
            "raum": Turn(story.texts("texture.orte"), dice),
            "gemeinde": Turn([str(row[0]) for row in story.rows("members.towns")], dice),
            "stufe": Turn(story.texts("members.trades"), dice),
            "person": Turn(people, dice),
            "monat": Turn(MONTHS, dice),
            "quartal": Turn(["ersten Quartal", "zweiten Quartal", "dritten Quartal", "vierten Quartal"], dice),
        }

    def fill(self, pattern: str) -> str:
        """Return the pattern with every slot filled; raise KeyError for a slot that nothing fills."""
        return SLOT.sub(lambda match: self.value(match.group(1)), pattern)

    def value(self, name: str) -> str:
        """Return what stands in one slot; a trailing digit draws a second name of the same kind."""
        turn = self._turns.get(name.rstrip("0123456789"))
        if turn is not None:
            return turn.next()
        if name in self._facts:
            return self._facts[name]
        found = self._story.get(name)
        if found is None:
            raise KeyError(name)
        return shown(found)

    def say(self, name: str) -> str:
        """Return one of the sayings of this name, filled; each comes up before one comes again."""
        if name not in self._sayings:
            self._sayings[name] = Turn(sayings(name), self._dice)
        return self.fill(self._sayings[name].next())

    def choose(self, many: Sequence[str]) -> str:
        """Return one of several texts."""
        return self._dice.choice(many)


def spoken(name: str) -> str:
    """Return a firm's name as people say it, without its legal form."""
    return _LEGAL.sub("", name)


def sentences(text: str) -> list[str]:
    """Return the sentences of a text that are long enough to be noticed twice."""
    return [one.strip() for one in _SENTENCE.split(text) if len(one.split()) >= _NOTICED]


def _some(parts: object, dice: Random, name: str) -> list[str]:
    found = words(parts, name) if isinstance(parts, dict) else []
    return dice.sample(found, min(60, len(found)))


def _short_facts(story: Story) -> dict[str, str]:
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
    found["rechtsform"] = sayings("legal_form")[_FORMS.index(story.text("legal_form"))]
    return found | _certificate(story)


def _certificate(story: Story) -> dict[str, str]:
    """Return what a label's certificate says, of the label that was issued."""
    one = next((label for label in story.records("label") if "issued" in label), None)
    if one is None:
        return {}
    level = str(one["level"])
    return {
        "zertifikat.stufe": sayings("level")[_LEVELS.index(level)],
        "zertifikat.aussteller": f"Das {one['issuer']}",
        "zertifikat.nummer": str(one.get("number", "")),
        "zertifikat.von": shown(one["issued"]),
        "zertifikat.bis": shown(one["until"]),
        "zertifikat.satz": sayings("certified")[_LEVELS.index(level)],
    }
