"""The scale of scores: its values, steps, bands and levels, what a typed key means on it, and the answer `n. b.`."""

import re
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from enum import Enum
from fractions import Fraction
from functools import lru_cache

from reviewer_app.domain.localised import Localised


class NotAssessable(Enum):
    """The answer `n. b.` (nicht beurteilbar): never a number, never 0."""

    NB = "n. b."


NB = NotAssessable.NB
type Value = Fraction | NotAssessable

BANDS = 6
"""Colours that scores are told apart by."""

TOGETHER = 0.8
"""Seconds within which digits belong to one value."""

WAITING = 3.0
"""Seconds that a comma waits for its decimals."""

_HALF = Fraction(1, 2)
_MOST_DECIMALS = 4
_WRITTEN = re.compile(r"-?\d{1,9}(\.\d{0,9}|/0*[1-9]\d{0,8})?", re.ASCII)
"""A value as it is written: no power of ten, which would be worked out digit by digit."""


def written_number(text: str) -> Fraction | None:
    """Return the number that is written as `3.5` or `10/3`; None where it is none or one that nobody means."""
    return Fraction(text) if _WRITTEN.fullmatch(text) else None


@dataclass(frozen=True, slots=True)
class Level:
    """A worded level of the scale: `name` is one or two words, `text` the description."""

    value: Fraction
    name: Localised
    text: Localised


def decimals_of(value: Fraction) -> int:
    """Return the decimals that write a number out, at most four; 2 for one that none write out, as a third."""
    return next((count for count in range(_MOST_DECIMALS + 1) if 10**count % value.denominator == 0), 2)


@lru_cache(maxsize=64)
def _values(minimum: Fraction, step: Fraction, grades: int) -> tuple[Fraction, ...]:
    return tuple(minimum + index * step for index in range(grades))


@dataclass(frozen=True, slots=True)
class Scale:
    """The scale of all criteria: from `minimum` to `maximum` by `step`, exact."""

    minimum: Fraction
    maximum: Fraction
    step: Fraction
    not_assessable: bool = True
    levels: tuple[Level, ...] = ()

    @property
    def grades(self) -> int:
        """How many values the scale has (0 to 5 in halves: 11)."""
        return int((self.maximum - self.minimum) / self.step) + 1

    @property
    def in_halves(self) -> bool:
        """Whether it goes by half steps, which have words of their own."""
        return self.step == _HALF

    @property
    def in_wholes(self) -> bool:
        """Whether all its values are whole numbers."""
        return self.minimum.denominator == self.step.denominator == 1

    @property
    def decimals(self) -> int:
        """How many decimals its values and their spans are written with: 1 at least, 2 where none writes them out."""
        return max(1, decimals_of(self.minimum), decimals_of(self.step))

    def values(self) -> tuple[Fraction, ...]:
        """Return every value of the scale, ascending."""
        return _values(self.minimum, self.step, self.grades)

    def contains(self, value: Fraction) -> bool:
        """Say whether `value` lies on the scale and on its step."""
        return self.minimum <= value <= self.maximum and ((value - self.minimum) / self.step).denominator == 1

    def read(self, text: str) -> Fraction | None:
        """Return the value of the scale that is written with comma or point or as a fraction; None where it is none."""
        value = written_number(text.strip().replace(",", "."))
        return None if value is None or not self.contains(value) else value

    def index(self, value: Fraction) -> int:
        """Return how many steps `value` lies above the minimum; raise ValueError off the scale."""
        if not self.contains(value):
            msg = f"{value} is not on the scale"
            raise ValueError(msg)
        return int((value - self.minimum) / self.step)

    def value(self, index: int) -> Fraction:
        """Return the value `index` steps above the minimum."""
        return self.minimum + index * self.step

    def on_step(self, value: Fraction) -> Fraction:
        """Put `value` on the nearest step, ties upward."""
        steps = (value - self.minimum) / self.step
        return self.minimum + ((2 * steps + 1) // 2) * self.step

    def moved(self, value: Fraction | None, steps: int) -> Fraction:
        """Return the value so many steps on, at most the end; from none up the lowest, down the highest."""
        if value is None:
            value = self.minimum - self.step if steps > 0 else self.maximum + self.step
        return min(max(value + steps * self.step, self.minimum), self.maximum)

    def neighbours(self, value: Fraction) -> tuple[Fraction, ...]:
        """Return the values one step below and above, as far as the scale reaches."""
        return tuple(one for one in (value - self.step, value + self.step) if self.contains(one))

    def share(self, value: Fraction) -> Fraction:
        """Return how far up the scale `value` lies, 0 to 1."""
        span = self.maximum - self.minimum
        return (value - self.minimum) / span if span else Fraction(0)

    def band(self, value: Fraction) -> int:
        """Return the colour band of `value`, 0 to 5; the highest holds the maximum alone."""
        return min(BANDS - 1, int((BANDS - 1) * self.share(value)))

    def levels_around(self, value: Fraction) -> tuple[Level, ...]:
        """Return the level of `value`, or the two it lies between; empty where the scale has no words for it."""
        for level in self.levels:
            if level.value == value:
                return (level,)
        below = [level for level in self.levels if level.value < value]
        above = [level for level in self.levels if level.value > value]
        if not below or not above:
            return ()
        return (max(below, key=lambda level: level.value), min(above, key=lambda level: level.value))


@dataclass(slots=True)
class ScoreKeys:
    """Turns digits, comma and steps into values of a scale; a key that means nothing there gives None."""

    scale: Scale
    clock: Callable[[], float] = time.monotonic
    _typed: str = ""
    _until: float = 0.0
    _written: tuple[str, ...] = field(init=False)

    def __post_init__(self) -> None:
        """Write out once what may be typed."""
        self._written = tuple(_written_out(value) for value in self.scale.values())

    def digit(self, text: str) -> Fraction | None:
        """Return the value after a digit: joined with what was just typed where that can be one, else on its own."""
        joined = self._typed + text if self.clock() <= self._until else text
        for typed in (joined, text):
            value = self.scale.read(typed)
            if value is not None or any(one.startswith(typed) for one in self._written):
                self._keep(typed, WAITING if value is None and "," in typed else TOGETHER)
                return value
        self._keep(joined, TOGETHER)
        return None

    def comma(self, value: Value | None) -> Fraction | None:
        """Begin the decimals of the value; where the scale has the half, add it at once, or take it off again."""
        self._typed = ""
        if not isinstance(value, Fraction) or value < 0:
            return None
        if not self.scale.in_wholes:
            self._keep(f"{value.numerator // value.denominator},", WAITING)
        other = value - _HALF if value % 1 == _HALF else value + _HALF
        return other if self.scale.contains(other) else None

    def step(self, value: Value | None, direction: int) -> Fraction:
        """Return the value one step up or down; from empty the highest (down) or the lowest (up)."""
        self._typed = ""
        return self.scale.moved(value if isinstance(value, Fraction) else None, direction)

    def forget(self) -> None:
        """Let what is typed next begin anew, because it is for another criterion."""
        self._typed = ""

    def _keep(self, typed: str, seconds: float) -> None:
        self._typed, self._until = typed, self.clock() + seconds


def _written_out(value: Fraction) -> str:
    """Write a value with the decimals it needs and a comma, as it is typed."""
    places = decimals_of(value)
    digits = f"{value * 10**places:.0f}".rjust(places + 1, "0")
    return f"{digits[:-places]},{digits[-places:]}" if places else digits
