"""Dice that fall the same way for the same name, and ids made of names: the same arguments make the same demo."""

import hashlib
from random import Random


def random_for(*names: object) -> Random:
    """Return dice for these names; they choose words and rows of invented papers and nothing that must be secret."""
    return Random("/".join(str(name) for name in names))  # noqa: S311  # no secret hangs on it


def stable_id(seed: int, *parts: str) -> str:
    """Return an id that the same demo always gives the same thing."""
    return hashlib.sha256("/".join((str(seed), *parts)).encode()).hexdigest()[:32]
