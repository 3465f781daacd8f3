"""The font files that window and PDF share, and which characters they can show.

A machine may have no fonts at all, and a sheet has to look the same on each: so the program brings its own cuts,
made once at set-up. Asking for them later costs two milliseconds and imports nothing large.
"""

import os
import shutil
import sys
import tempfile
from bisect import bisect_right
from collections.abc import Iterator
from contextlib import suppress
from functools import cache
from hashlib import sha256
from importlib.util import find_spec
from itertools import pairwise
from pathlib import Path

from resources import font_cutting
from resources.font_cutting import Cut

FAMILY = "Votum Sans"
FALLBACK_FAMILY = "Votum Sans Fallback"

_STYLES = {"Regular": 400.0, "Medium": 500.0, "SemiBold": 600.0}
_INVISIBLE = frozenset("\n\r\t")


def cuts() -> dict[str, Path]:
    """Give the static TrueType files of `FAMILY` by style: Regular, Medium, SemiBold.

    Raises FileNotFoundError when the package with the variable font is not installed.
    """
    source = _source("fontpkg_inter", "Inter[opsz,wght].ttf")
    return {
        style: _made(source, Cut(FAMILY, style, (("opsz", 14.0), ("wght", weight)), tabular=True))
        for style, weight in _STYLES.items()
    }


def fallback() -> Path:
    """Give the static TrueType file of `FALLBACK_FAMILY`, Regular, for scripts that `FAMILY` lacks."""
    source = _source("fontpkg_noto_sans", "NotoSans[wdth,wght].ttf")
    return _made(source, Cut(FALLBACK_FAMILY, "Regular", (("wdth", 100.0), ("wght", 400.0)), tabular=False))


def covers(text: str) -> bool:
    """Say whether `FAMILY` alone has a glyph for each character of the text."""
    return not _lacking(text, _regular_ranges())


def missing(text: str) -> set[str]:
    """Give the characters that neither `FAMILY` nor `FALLBACK_FAMILY` can show; line ends and tabs never count."""
    lacking = _lacking(text, _regular_ranges())
    return _lacking("".join(lacking), _fallback_ranges()) if lacking else lacking


def only_in_fallback(text: str) -> set[str]:
    """Give the characters that `FAMILY` lacks and `FALLBACK_FAMILY` has."""
    lacking = _lacking(text, _regular_ranges())
    return lacking - _lacking("".join(lacking), _fallback_ranges()) if lacking else lacking


def _lacking(text: str, bounds: list[int]) -> set[str]:
    """Give the characters outside the half-open ranges whose ascending bounds are given in turn."""
    return {char for char in set(text) - _INVISIBLE if bisect_right(bounds, ord(char)) % 2 == 0}


@cache
def _regular_ranges() -> list[int]:
    return _ranges(cuts()["Regular"])


@cache
def _fallback_ranges() -> list[int]:
    return _ranges(fallback())


def _ranges(font_file: Path) -> list[int]:
    """Read what the font has from the small file beside it, which is written when it is not there yet."""
    kept = font_file.with_suffix(".ranges")
    if kept.is_file():
        return [int(word, 16) for word in kept.read_text(encoding="ascii").split()]
    codes = sorted(font_cutting.code_points(font_file))
    bounds = [codes[0]]
    for before, code in pairwise(codes):
        if code != before + 1:
            bounds += [before + 1, code]
    bounds.append(codes[-1] + 1)
    with suppress(OSError), tempfile.TemporaryDirectory(dir=kept.parent) as folder:
        beside = Path(folder, kept.name)
        beside.write_text(" ".join(f"{bound:x}" for bound in bounds), encoding="ascii")
        beside.replace(kept)
    return bounds


def _source(package: str, name: str) -> Path:
    spec = find_spec(package)
    if spec is None or not spec.submodule_search_locations:
        raise FileNotFoundError(f"the font package {package} is not installed")
    return Path(spec.submodule_search_locations[0], "files", name)


@cache
def _key(source: Path) -> str:
    return sha256(source.read_bytes() + font_cutting.RECIPE.encode()).hexdigest()[:16]


def _made(source: Path, cut: Cut) -> Path:
    """Give the file of the cut, made now if no kept one fits the source and the recipe."""
    name = f"{cut.family.replace(' ', '')}-{cut.style}-{_key(source)}.ttf"
    kept = next((folder / name for folder in _folders() if (folder / name).is_file()), None)
    if kept is not None:
        return kept
    folder = next(filter(_is_ours_to_write, _folders()), None)
    if folder is None:
        raise PermissionError(f"no folder for fonts may be written: {', '.join(map(str, _folders()))}")
    with tempfile.TemporaryDirectory(dir=folder) as beside:
        made = Path(beside, name)
        font_cutting.make(source, cut, made)
        shutil.copyfile(source.parent.parent / "LICENSE", folder / f"{cut.family.replace(' ', '')}-LICENSE.txt")
        return made.replace(folder / name)


def _folders() -> Iterator[Path]:
    """Give the places to look at in turn: with the program first, then the cache of the user."""
    yield Path(sys.prefix, "share", "votum", "fonts")
    from platformdirs import user_cache_path

    yield user_cache_path("votum", appauthor=False) / "fonts"


def _is_ours_to_write(folder: Path) -> bool:
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError:
        return False
    return os.access(folder, os.W_OK)


def main() -> None:
    """Make every cut and its ranges now, as the set-up does, so that no start has to wait for it."""
    cuts()
    missing("\N{SNOWMAN}")
    _fallback_ranges()


if __name__ == "__main__":
    main()
