"""The scale of scores: its values, steps, bands and levels, what a typed key means on it, and the answer `n. b.`."""

import re
import time
from collections.abc import Callable
from dataclasses import dataclass
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

_HALF = Fraction(1, 2)
_WRITTEN = re.compile(r"-?\d{1,9}(\.\d{0,9}|/0*[1-9]\d{0,8})?", re.ASCII)
"""A value as it is written: no power of ten, which would be worked out digit by digit."""


@dataclass(frozen=True, slots=True)
class Level:
    """A worded level of the scale: `name` is one or two words, `text` the description."""

    value: Fraction
    name: Localised
    text: Localised


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

    def values(self) -> tuple[Fraction, ...]:
        """Return every value of the scale, ascending."""
        return _values(self.minimum, self.step, self.grades)

    def contains(self, value: Fraction) -> bool:
        """Say whether `value` lies on the scale and on its step."""
        return self.minimum <= value <= self.maximum and ((value - self.minimum) / self.step).denominator == 1

    def read(self, text: str) -> Fraction | None:
        """Return the value of the scale that is written with comma or point or as a fraction; None where it is none."""
        plain = text.strip().replace(",", ".")
        if not _WRITTEN.fullmatch(plain):
            return None
        value = Fraction(plain)
        return value if self.contains(value) else None

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
    _at: float = 0.0

    def digit(self, text: str) -> Fraction | None:
        """Return the value after a digit: joined with those just typed where that is on the scale, else on its own."""
        now = self.clock()
        joined = self._typed + text if now - self._at <= TOGETHER else text
        self._at = now
        for typed in (joined, text):
            if (value := self.scale.read(typed)) is not None:
                self._typed = typed
                return value
        self._typed = joined
        return None

    def comma(self, value: Value | None) -> Fraction | None:
        """Return the value with the half added, or taken off again where it has one."""
        if not isinstance(value, Fraction):
            return None
        other = value - _HALF if value % 1 == _HALF else value + _HALF
        self._typed = ""
        return other if self.scale.contains(other) else None

    def step(self, value: Value | None, direction: int) -> Fraction:
        """Return the value one step up or down; from empty the highest (down) or the lowest (up)."""
        self._typed = ""
        return self.scale.moved(value if isinstance(value, Fraction) else None, direction)
