"""The cuts: digits as wide as one another, the signs our texts need, the same bytes on every making, no font in git."""

import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from fontTools.ttLib import TTFont
from PySide6.QtGui import QFont, QFontDatabase, QFontMetricsF
from pytestqt.qtbot import QtBot

from resources import font_cutting, fonts
from resources.font_cutting import Cut
from tests.tree import ROOT

_STYLES = ("Regular", "Medium", "SemiBold")
_NEEDED = "äöüÄÖÜß„“‚‘–…½−×§✓▲▼●■◆◇○→≤≥·Ωαρ€\N{NO-BREAK SPACE}\N{NARROW NO-BREAK SPACE}"


@pytest.mark.parametrize("style", _STYLES)
def test_digits_and_signs_are_equally_wide(style: str) -> None:
    with TTFont(fonts.cuts()[style]) as font:
        glyphs = font.getBestCmap()
        widths = {font["hmtx"][glyphs[ord(char)]][0] for char in "0123456789+−±="}
    assert len(widths) == 1


@pytest.mark.parametrize("style", _STYLES)
def test_a_hyphen_keeps_its_width(style: str) -> None:
    with TTFont(fonts.cuts()[style]) as font:
        glyphs = font.getBestCmap()
        assert font["hmtx"][glyphs[ord("-")]][0] < font["hmtx"][glyphs[ord("0")]][0]


@pytest.mark.parametrize("style", _STYLES)
def test_every_sign_of_our_texts_is_there(style: str) -> None:
    lacking = {ord(char) for char in _NEEDED} - font_cutting.code_points(fonts.cuts()[style])
    assert {chr(code) for code in lacking} == set()


@pytest.mark.parametrize("style", _STYLES)
def test_the_name_is_our_own(style: str) -> None:
    with TTFont(fonts.cuts()[style]) as font:
        names = font["name"]
        assert (names.getDebugName(16), names.getDebugName(17)) == ("Votum Sans", style)
        assert names.getDebugName(6) == f"VotumSans-{style}"
        assert not {"fvar", "gvar", "STAT"} & set(font.keys())


def test_two_makings_give_the_same_bytes(tmp_path: Path) -> None:
    kept = fonts.cuts()["Medium"]
    source = fonts._source("fontpkg_inter", "Inter[opsz,wght].ttf")
    font_cutting.make(
        source, Cut(fonts.FAMILY, "Medium", (("opsz", 14.0), ("wght", 500.0)), tabular=True), tmp_path / "a"
    )
    assert (tmp_path / "a").read_bytes() == kept.read_bytes()


def test_the_licence_lies_beside_the_cuts() -> None:
    for name in ("VotumSans", "VotumSansFallback"):
        text = (fonts.fallback().parent / f"{name}-LICENSE.txt").read_text(encoding="utf-8")
        assert "SIL OPEN FONT LICENSE" in text


def test_cuts_are_made_in_the_cache_where_the_program_may_not_write(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "program").write_text("a file where the folder should be")
    made = []

    def note(source: Path, cut: Cut, target: Path) -> None:
        made.append((source.name, cut.style))
        target.write_bytes(b"font")

    monkeypatch.setattr(font_cutting, "make", note)
    monkeypatch.setattr(sys, "prefix", str(tmp_path / "program"))
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    first = fonts.cuts()
    assert {file.read_bytes() for file in first.values()} == {b"font"}
    assert all(file.is_relative_to(tmp_path / "cache") for file in first.values())
    assert fonts.cuts() == first
    assert [style for _, style in made] == list(_STYLES)


def test_asking_again_loads_no_font_library() -> None:
    code = (
        "import sys; from resources import fonts; fonts.cuts(); fonts.missing('ä'); print('fontTools' in sys.modules)"
    )
    command = [sys.executable, "-c", code]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True)  # noqa: S603  # our own code
    assert done.stdout.strip() == "False"


@pytest.mark.parametrize(
    ("text", "covered", "other", "nowhere"),
    [
        ("Größe 3,5 – „gut“\n\t", True, set(), set()),
        ("", True, set(), set()),
        ("a आ", False, {"आ"}, set()),
        ("字 und ✚", False, set(), {"字", "✚"}),
        ("\x07", False, set(), {"\x07"}),
        ("\U0001f600", False, set(), {"\U0001f600"}),
    ],
)
def test_characters_without_a_glyph_are_named(text: str, covered: bool, other: set[str], nowhere: set[str]) -> None:
    assert (fonts.covers(text), fonts.only_in_fallback(text), fonts.missing(text)) == (covered, other, nowhere)


def test_ranges_agree_with_the_font() -> None:
    codes = font_cutting.code_points(fonts.cuts()["Regular"])
    wrong = [
        code for code in range(0x30000) if fonts.covers(chr(code)) != (code in codes) and chr(code) not in "\n\r\t"
    ]
    assert wrong == []


def test_qt_finds_three_weights_in_one_family(qtbot: QtBot) -> None:
    del qtbot
    for file in fonts.cuts().values():
        number = QFontDatabase.addApplicationFont(str(file))
        assert QFontDatabase.applicationFontFamilies(number)[0] == fonts.FAMILY
    widths = []
    for weight in (QFont.Weight.Normal, QFont.Weight.Medium, QFont.Weight.DemiBold):
        font = QFont(fonts.FAMILY)
        font.setPixelSize(100)
        font.setWeight(weight)
        metrics = QFontMetricsF(font)
        assert len({round(metrics.horizontalAdvance(f"{a}{b}"), 2) for a in "0179" for b in "0179"}) == 1
        widths.append(metrics.horizontalAdvance("Innovationscluster"))
    assert widths[0] < widths[1] < widths[2]


@pytest.mark.skipif(shutil.which("git") is None, reason="no git here that could list the tree")
def test_no_font_file_is_in_the_tree() -> None:
    listed = subprocess.run(["git", "ls-files"], cwd=ROOT, capture_output=True, text=True, check=False)  # noqa: S607  # git of this machine
    wrong = [name for name in listed.stdout.splitlines() if name.lower().endswith((".ttf", ".otf", ".woff", ".woff2"))]
    assert wrong == []
