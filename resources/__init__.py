"""Plain data files of the program and the one way to reach them.

Everything else asks `path()`, so that a wheel and a source tree may keep the files in different places.
"""

from pathlib import Path

_ROOT = Path(__file__).resolve().parent


def path(*parts: str) -> Path:
    """Give the path of the resource below this package, for example `path("styles", "tokens.toml")`.

    The file need not exist; a part that leads out of the package raises ValueError.
    """
    found = _ROOT.joinpath(*parts)
    if not found.resolve().is_relative_to(_ROOT):
        message = f"resource outside the package: {'/'.join(parts)}"
        raise ValueError(message)
    return found
