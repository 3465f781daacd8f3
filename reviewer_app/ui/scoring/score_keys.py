"""What keys mean on a scale, without widgets: digits within 0.8 s form one value, comma adds the half, arrows step."""

import time
from collections.abc import Callable
from dataclasses import dataclass, field
from fractions import Fraction

from reviewer_app.domain.catalogue import Scale, Value

TOGETHER = 0.8
"""Seconds within which digits belong to one value."""

_HALF = Fraction(1, 2)


@dataclass(slots=True)
class ScoreKeys:
    """Turns digits, comma and steps into values of a scale; a key that means nothing there gives None."""

    scale: Scale
    clock: Callable[[], float] = time.monotonic
    _typed: str = ""
    _at: float = field(default=0.0)

    def digit(self, text: str) -> Fraction | None:
        """Return the value after a digit: joined with those just typed where that is on the scale, else on its own."""
        now = self.clock()
        joined = self._typed + text if now - self._at <= TOGETHER else text
        self._at = now
        for typed in (joined, text):
            value = Fraction(typed.rstrip("."))
            if self.scale.contains(value):
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
        if not isinstance(value, Fraction):
            return self.scale.minimum if direction > 0 else self.scale.maximum
        other = value + direction * self.scale.step
        return other if self.scale.contains(other) else value
