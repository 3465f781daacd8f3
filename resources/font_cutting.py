"""Makes the static cuts of our font families from the variable fonts that come as packages.

Qt does not take the weights of a variable font and the PDF writer embeds only static ones; and a digit must be as wide
as every other, which the program that draws could only ask for, so it is built into the cut.
"""

from dataclasses import dataclass
from pathlib import Path
from typing import Any

RECIPE = "1"
"""Part of the key under which made cuts are kept; another number makes every machine cut anew."""

_PROSE = frozenset({"hyphen", "space", "uni00A0", "uni2008", "asterisk", "comma", "period", "colon", "semicolon"})
"""Glyphs that keep their width for running text: a hyphen as wide as a digit tears „K.-o.-Kriterium“ apart."""

_NAMES_OF_VARIABLE_FONTS = (21, 22, 25)


@dataclass(frozen=True, slots=True)
class Cut:
    """What to make: family and style by name, the place on each axis, and whether digits become equally wide."""

    family: str
    style: str
    axes: tuple[tuple[str, float], ...]
    tabular: bool


def make(source: Path, cut: Cut, target: Path) -> None:
    """Write the static TrueType file `cut` of the variable `source` to `target`; the same bytes on every making."""
    from fontTools.ttLib import TTFont
    from fontTools.varLib import instancer

    with TTFont(source, recalcTimestamp=False) as variable:
        font = instancer.instantiateVariableFont(variable, dict(cut.axes), inplace=True)
        if cut.tabular:
            _make_digits_tabular(font)
        _rename(font, cut)
        if "STAT" in font:
            del font["STAT"]
        font.save(target)


def code_points(font_file: Path) -> frozenset[int]:
    """Give the code points that the font file has a glyph for."""
    from fontTools.ttLib import TTFont

    with TTFont(font_file, lazy=True) as font:
        return frozenset(font.getBestCmap())


def _make_digits_tabular(font: Any) -> None:  # noqa: ANN401  # fontTools has no types
    """Let the characters point to the glyphs that the feature `tnum` would put in their place."""
    layout = font["GSUB"].table
    lookups = {
        index
        for record in layout.FeatureList.FeatureRecord
        if record.FeatureTag == "tnum"
        for index in record.Feature.LookupListIndex
    }
    pairs: dict[str, str] = {}
    for index in sorted(lookups):
        for subtable in layout.LookupList.Lookup[index].SubTable:
            pairs |= subtable.mapping
    for table in font["cmap"].tables:
        for code, glyph in table.cmap.items():
            if glyph in pairs and glyph not in _PROSE:
                table.cmap[code] = pairs[glyph]


def _rename(font: Any, cut: Cut) -> None:  # noqa: ANN401  # fontTools has no types
    """Give the cut a name of our own, so that no installed font of the same design is mixed in."""
    names = font["name"]
    regular = cut.style == "Regular"
    full = f"{cut.family} {cut.style}"
    postscript = f"{cut.family.replace(' ', '')}-{cut.style}"
    for name_id in _NAMES_OF_VARIABLE_FONTS:
        names.removeNames(nameID=name_id)
    for name_id, text in {
        1: cut.family if regular else full,
        2: "Regular",
        3: f"{postscript};recipe {RECIPE}",
        4: full,
        6: postscript,
        16: cut.family,
        17: cut.style,
    }.items():
        names.removeNames(nameID=name_id)
        names.setName(text, name_id, 3, 1, 0x409)
