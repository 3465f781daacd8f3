"""Contrast of every pair of tokens that meet on the screen, computed after WCAG 2.1, in both themes."""

import pytest

from reviewer_app.ui.kit import tokens
from reviewer_app.ui.kit.tokens import Side

SIDES: tuple[Side, ...] = ("light", "dark")
TEXT, MARK = 4.5, 3.0

TEXT_PAIRS = [
    *[("text", ground) for ground in ("surface", "window", "raised", "selected", "quiet", "hover")],
    *[("text2", ground) for ground in ("surface", "window", "raised", "selected", "quiet", "hover")],
    *[("text3", ground) for ground in ("surface", "window", "raised", "quiet")],
    *[("link", ground) for ground in ("surface", "window", "raised", "selected")],
    *[("on_accent", ground) for ground in ("accent", "accent_hover", "accent_press")],
    *[(tone, f"{tone}_bg") for tone in ("warn", "err", "ok", "info")],
    *[(tone, ground) for tone in ("warn", "err", "ok", "info") for ground in ("surface", "window", "selected")],
    ("paper_ink", "paper"),
    ("paper_ink", "mark_on"),
    ("paper_ink", "mark_off"),
    ("paper_ink", "hit"),
]
MARK_PAIRS = [
    *[("control", ground) for ground in ("surface", "window", "quiet")],
    *[("focus", ground) for ground in ("surface", "window", "raised", "selected")],
    *[("accent", ground) for ground in ("surface", "window", "selected")],
    *[(f"{tone}_line", "surface") for tone in ("warn", "err", "ok", "info")],
    ("mark_line", "paper"),
    ("hit_line", "paper"),
    ("hit_line", "hit"),
    ("mark_on_chip", "surface"),
]


def luminance(color: str) -> float:
    parts = [int(color[place : place + 2], 16) / 255 for place in (1, 3, 5)]
    red, green, blue = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    high, low = sorted((luminance(one), luminance(other)), reverse=True)
    return (high + 0.05) / (low + 0.05)


def test_contrast_is_computed_as_the_standard_says() -> None:
    assert contrast("#000000", "#FFFFFF") == pytest.approx(21)
    assert contrast("#777777", "#FFFFFF") == pytest.approx(4.48, abs=0.01)


@pytest.mark.parametrize("side", SIDES)
def test_text_is_readable_on_every_ground(side: Side) -> None:
    colors = tokens.load().window[side]
    low = {pair: contrast(colors[pair[0]], colors[pair[1]]) for pair in TEXT_PAIRS}
    assert {pair: value for pair, value in low.items() if value < TEXT} == {}


@pytest.mark.parametrize("side", SIDES)
def test_controls_marks_and_focus_are_seen(side: Side) -> None:
    colors = tokens.load().window[side]
    low = {pair: contrast(colors[pair[0]], colors[pair[1]]) for pair in MARK_PAIRS}
    assert {pair: value for pair, value in low.items() if value < MARK} == {}


@pytest.mark.parametrize("side", SIDES)
def test_digits_and_bars_are_seen_on_every_score_band(side: Side) -> None:
    bands, colors = tokens.load().score[side], tokens.load().window[side]
    assert len(bands.fill) == len(bands.bar) == 6
    for fill, bar in zip(bands.fill, bands.bar, strict=True):
        assert contrast(bands.ink, fill) >= TEXT
        assert contrast(bar, fill) >= MARK
    assert all(contrast(colors["err"], fill) >= MARK for fill in bands.fill[:3])


def test_both_themes_have_the_same_tokens() -> None:
    window = tokens.load().window
    assert window["light"].keys() == window["dark"].keys()


@pytest.mark.parametrize("role", ["mark", "cap", "label", "small", "body", "strong", "chip", "digits", "title"])
def test_nothing_is_smaller_than_eleven_pixels(role: str) -> None:
    assert tokens.load().type[role].size >= 11
