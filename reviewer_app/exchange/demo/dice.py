"""Dice that fall the same way for the same name, so that the same arguments make the same demo."""

from random import Random


def dice_for(*names: object) -> Random:
    """Return dice for these names; they choose words and rows of invented papers and nothing that must be secret."""
    return Random("/".join(str(name) for name in names))  # noqa: S311  # no secret hangs on it
