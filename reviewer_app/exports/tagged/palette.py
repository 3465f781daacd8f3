"""The colours of paper: document tokens by the names that shapes and styles use."""

import tomllib
from functools import cache

from resources import path


@cache
def colours() -> dict[str, tuple[float, float, float]]:
    """Give red, green and blue from 0 to 1 by token, with `fill_0` … `bar_5` for the bands and `cell_ink`."""
    tokens = tomllib.loads(path("styles", "tokens.toml").read_text(encoding="utf-8"))["document"]
    flat = {name: value for name, value in tokens.items() if isinstance(value, str)}
    for name in ("fill", "bar"):
        flat |= {f"{name}_{band}": value for band, value in enumerate(tokens[name])}
    flat["cell_ink"] = flat["ink"]
    return {name: _parts(value) for name, value in flat.items()}


def _parts(value: str) -> tuple[float, float, float]:
    red, green, blue = (int(value[start : start + 2], 16) / 255 for start in (1, 3, 5))
    return red, green, blue
