"""Documents and newer versions of them, with the truth of where each character went: what re-anchoring is judged by.

The texts are repetitive on purpose: lists and headings say nearly the same again and again, as annexes do.
"""

import re
from collections.abc import Callable
from dataclasses import dataclass
from random import Random

_SUBJECTS = (
    "Die Geschäftsstelle",
    "Der Beirat",
    "Die Fachgruppe Prüfen",
    "Das Netzwerk",
    "Ein Mitglied",
    "Der Vorstand",
)
_VERBS = ("berichtet über", "plant", "finanziert", "bewertet", "eröffnet", "verschiebt", "begleitet")
_OBJECTS = ("das Vorhaben", "die Messreihe", "den Prüfstand", "die Schulung", "den Werksbesuch", "die Studie")
_NAMES = ("Aldersheim", "Quellach", "Vorderland", "Emsmark", "Senne", "Werrebruch", "Havelort", "Langenhardt")

type Letter = tuple[str, tuple[int, int] | None]
"""A character with its page and index in the old version; None: it is new."""

type Edit = Callable[[Random, list[Letter]], list[Letter]]


def pages(random: Random, count: int = 6) -> list[str]:
    """Write a document of `count` pages with running heads and repeated phrases."""
    return [
        f"Musterverbund Jahresbericht\n{page + 1}\n"
        + " ".join(_sentence(random) for _ in range(random.randint(12, 24)))
        for page in range(count)
    ]


def _sentence(random: Random) -> str:
    year, number = random.randint(2019, 2027), random.randint(2, 400)
    middle = f"{random.choice(_VERBS)} {random.choice(_OBJECTS)} in {random.choice(_NAMES)}"
    return f"{random.choice(_SUBJECTS)} {middle}, höchstens {number} Personen, Q{random.randint(1, 4)}/{year}."


@dataclass(frozen=True, slots=True)
class Revision:
    """A newer version: its pages, and for each of their characters where it came from."""

    letters: list[list[Letter]]

    @property
    def pages(self) -> list[str]:
        """Return the pages' texts."""
        return ["".join(character for character, _origin in page) for page in self.letters]

    def where(self, page: int, start: int, end: int) -> set[tuple[int, int]]:
        """Return where the characters `start` to `end` of an old page stand now, as (page, index)."""
        return {
            (here, index)
            for here, letters in enumerate(self.letters)
            for index, (_character, origin) in enumerate(letters)
            if origin is not None and origin[0] == page and start <= origin[1] < end
        }


def revised(random: Random, old: list[str], *edits: Edit, inserted: int = 0) -> Revision:
    """Apply `edits` to every page and insert pages of another document."""
    letters: list[list[Letter]] = [
        [(character, (number, index)) for index, character in enumerate(page)] for number, page in enumerate(old)
    ]
    for edit in edits:
        letters = [edit(random, page) for page in letters]
    for page in pages(random, inserted):
        letters.insert(random.randint(0, len(letters)), [(character, None) for character in page])
    return Revision(letters)


def wrapped(random: Random, page: list[Letter]) -> list[Letter]:
    """Break the lines anew, words too, with a hyphen."""
    width, column = random.randint(40, 110), 0
    done: list[Letter] = []
    for character, origin in page:
        column += 1
        if column >= width and character in " \n":
            done.append(("\n", origin))
            column = 0
            continue
        done.append((" " if character == "\n" else character, origin))
        if column >= width + 6 and character.isalpha():
            done += [("-", None), ("\n", None)]
            column = 0
    return done


def corrected(random: Random, page: list[Letter]) -> list[Letter]:
    """Replace, drop and add about one word in twelve."""
    done: list[Letter] = []
    for match in re.finditer(r"\S+|\s+", "".join(character for character, _origin in page)):
        part = page[match.start() : match.end()]
        chance = random.random() if not match.group().isspace() else 1.0
        if chance < 0.04:
            part = [(character, None) for character in random.choice(("geändert", "ergänzt", "neu"))]
        elif chance < 0.06:
            part = []
        elif chance < 0.09:
            part = part + [(character, None) for character in " seit 2026"]
        done += part
    return done


def without(page: int, start: int, end: int) -> Edit:
    """Make an edit that takes the characters `start` to `end` out of an old page."""

    def edit(_random: Random, letters: list[Letter]) -> list[Letter]:
        return [one for one in letters if one[1] is None or one[1][0] != page or not start <= one[1][1] < end]

    return edit
